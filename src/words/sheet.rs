//! What leaves the atlas: the share sheet, pictures, memos, paper; what has changed since a link was made.

catalogue! {
    /// The share sheet.
    Sharing {
        Title: "Share this view", "Поделиться этим видом";
        Shown: "{}; {}; {}; release {}", "{}; {}; {}; выпуск {}";
        Close: "Close", "Закрыть";
        Link: "Link", "Ссылка";
        LinkTo: "Link to this view", "Ссылка на этот вид";
        CopyLink: "Copy link", "Скопировать ссылку";
        AsCode: "The link as a QR code", "Ссылка как QR-код";
        LinkAbout: "It opens on this view. On a later release it says what has changed.", "Открывает этот вид. В более позднем выпуске скажет, что изменилось.";
        CiteClaim: "Cite this claim", "Сослаться на это утверждение";
        CiteView: "Cite this view", "Сослаться на этот вид";
        Form: "Form of the citation", "Вид ссылки";
        Chicago: "Footnote, Chicago", "Сноска, Chicago";
        Apa: "Footnote, APA", "Сноска, APA";
        Copy: "Copy", "Скопировать";
        Download: "Download", "Скачать";
        Citation: "Citation", "Ссылка на работу";
        CiteAbout: "The atlas first, then each document and work behind what is shown.", "Сначала атлас, затем каждый документ и каждая работа, на которых стоит показанное.";
        Data: "Data", "Данные";
        RowsOf: "Claims: {}, places: {}", "утверждения: {}, места: {}";
        WithBare: "{}, {} of them on the map without a claim", "{}, из них без утверждений, только на карте: {}";
        WhatIsShown: "What is shown", "Показанное";
        ZipOfAll: "Zip of all", "Всё в zip";
        Everything: "Everything", "Всё";
        Picture: "Picture", "Изображение";
        WhatIsDrawn: "What is drawn", "Что изображено";
        Shape: "Shape", "Формат";
        Wide: "Wide, 1200 × 630", "Широкий, 1200 × 630";
        Square: "Square, 1080 × 1080", "Квадрат, 1080 × 1080";
        Slide: "Slide, 1280 × 720", "Слайд, 1280 × 720";
        LightOrDark: "Light or dark", "Светлое или тёмное";
        Light: "Light", "Светлое";
        Dark: "Dark", "Тёмное";
        CopyAlt: "Copy alt text", "Скопировать описание";
        Collect: "Collect", "Подборка";
        CollectClaim: "Collect this claim", "Добавить это утверждение";
        CollectThese: "Collect these {}", "Добавить {}";
        Empty: "Your collection is empty.", "В подборке ничего нет.";
        Yours: "Your collection: {}", "В подборке: {}";
        EmptyIt: "Empty it", "Очистить";
        AsMemo: "What is shown as a memo with numbered citations:", "Показанное как справка с пронумерованными ссылками:";
        Embed: "Embed", "Встроить";
        FilterBar: "Filter bar", "Панель фильтров";
        TimeStrip: "Time strip", "Лента времени";
        Still: "Static (no clicks)", "Без нажатий";
        Pinned: "Tell of a newer release", "Сообщать о новом выпуске";
        Page: "Page", "Страница";
        Language: "Language", "Язык";
        Height: "Height", "Высота";
        High: "{} px high", "высота {} пикс.";
        CopyCode: "Copy the code", "Скопировать код";
        Code: "Code to embed this view", "Код для встраивания этого вида";
        EmbedTitle: "C5 Atlas: {}", "C5 Atlas: {}";
        Report: "Report an error in this claim", "Сообщить об ошибке в этом утверждении";
        Message: "Message", "Сообщение";
        CopyMessage: "Copy the message", "Скопировать сообщение";
        Write: "Write it", "Написать";
        Print: "Print", "Печать";
        PrintView: "Print this view", "Напечатать этот вид";
        PrintAbout: "With its key, sources, link and QR code, on A4 or Letter.", "С условными знаками, источниками, ссылкой и QR-кодом, на листе A4 или Letter.";
        PrintNote: "{}; {}", "{}; {}";
        PrintBorders: "{}. Disputed borders dashed; no endorsement.", "{}. Спорные границы показаны пунктиром; это не означает их признания.";
        Printed: "C5 Atlas, release {}, CC BY 4.0. Printed {}.", "C5 Atlas, выпуск {}, CC BY 4.0. Напечатано {}.";
        NoPicture: "The picture could not be made in this browser.", "В этом браузере изображение сделать не удалось.";
        KeptHere: "This browser keeps no collection: it lasts as long as this page, or in its link.", "Этот браузер не хранит подборку: она остаётся, пока открыта страница, или в её ссылке.";
        Full: "{} not added: a collection is as long as fits into a link.", "Не добавлено: {}. Подборка не длиннее, чем умещается в ссылку.";
        CannotCopy: "This browser does not let the page copy: select the text and copy it.", "Этот браузер не даёт странице копировать: выделите текст и скопируйте его.";
        DidNotCopy: "The browser did not let the page copy: select the text and copy it.", "Браузер не дал странице скопировать: выделите текст и скопируйте его.";
        Copied: "Copied", "Скопировано";
        SavedAs: "Saved as {}", "Сохранено как {}";
    }
    /// What a view is of.
    Shown {
        Or: "{} or {}", "{} или {}";
        Time: "Time", "Время";
        Text: "Text", "Текст";
        NoFilter: "no filter", "без фильтров";
    }
    /// Pictures.
    Pictures {
        Facilities: "Facilities in the five states", "Объекты в пяти государствах";
        States: "The five states and their powers", "Пять государств и державы";
        At: "{}, {}", "{}, {}";
        Head: "{}; {} of {}", "{}; показано {}, всего {}";
        Alt: "{}. {} {}; {}. C5 Atlas, release {}.", "{}. {} {}; {}. C5 Atlas, выпуск {}.";
        MapCaption: "Disputed borders dashed; no endorsement. Base map: Natural Earth. Places: GeoNames.", "Спорные границы показаны пунктиром; это не означает их признания. Основа: Natural Earth. Места: GeoNames.";
        MatrixCaption: "An empty cell means no claim, never no relation.", "Пустая клетка значит, что нет утверждения, а не что нет связи.";
        TimelineCaption: "What has no date is possible in any year and is counted beside its lane.", "Утверждения без даты возможны в любом году и сосчитаны рядом с дорожкой.";
        PositionsCaption: "A stance is towards the sentence that the issue stands for. A blank cell means no claim.", "Позиция — отношение к тезису вопроса. Пустая клетка значит, что нет утверждения.";
        ScenariosCaption: "Each box is a claim, each arrow a statement of its own. A missing arrow is no statement.", "Каждая рамка — утверждение, каждая стрелка — отдельное высказывание. Отсутствие стрелки ничего не утверждает.";
        Release: "C5 Atlas, release {}, CC BY 4.0", "C5 Atlas, выпуск {}, CC BY 4.0";
        NoSources: "Sources: none", "Источники: нет";
        Sources: "Sources: {}", "Источники: {}";
        NoFacility: "A map of Central Asia without a facility.", "Карта Центральной Азии без объектов.";
        FacilityMarks: "A map of Central Asia with {} facility mark: {}.|A map of Central Asia with {} facility marks: {}.", "Карта Центральной Азии; {} знак объекта: {}.|Карта Центральной Азии; {} знака объектов: {}.|Карта Центральной Азии; {} знаков объектов: {}.";
        NoneLeft: "No claim is left for these rows and columns.", "Для этих строк и столбцов не осталось утверждений.";
        MoreOf: "and {} more", "и ещё {}";
        Claims: "Claims", "Число";
        KeyNo: "no: stated none", "нет: сказано, что нет";
        KeyNone: "•: no claim", "•: утверждений нет";
        KeyOutside: "/: outside the documents’ scope", "/: вне охвата документов";
        KeyDisputed: "◥: disputed", "◥: есть расхождения";
        MatrixAlt: "A table of {} and {}; {} with claims.", "Таблица: {} и {}; с утверждениями — {}.";
        WhereEach: "Where each stands on: {}", "Позиции сторон: {}";
        WhoStands: "Who stands where", "Кто какой позиции держится";
        NoStand: "No claim here takes a stand on an issue.", "Здесь ни одно утверждение не выражает позиции.";
        SomeIssues: "{}; {} of {} issues", "{}; {} из {} вопросов";
        AllIssues: "{}; {}", "{}; {}";
        AndMore: "; and {} more", "; и ещё {}";
        MoreParties: "and {} more parties", "и ещё сторон: {}";
        StandAlt: "{} {}", "{}: {}";
        AndStand: " and ", " и ";
        ComparedAlt: " {} and {}: {}.", " {} и {}: {}.";
        PositionsAlt: "A table of {} and where the parties stand.{}", "Таблица: {} и позиции сторон.{}";
        LeadsTo: "What leads to what: {}", "Что к чему ведёт: {}";
        WhatLeads: "What leads to what", "Что к чему ведёт";
        NoCauses: "No document asserts here that one thing leads to another.", "Здесь ни один документ не говорит, что одно ведёт к другому.";
        TieAlt: "{} Leads to: {}", "{} Ведёт к: {}";
        MoreArrows: " And {} more arrow.| And {} more arrows.", " И ещё {} стрелка.| И ещё {} стрелки.| И ещё {} стрелок.";
        ScenariosAlt: "{} and {} between them. {}{}", "{} и {} между ними. {}{}";
        NoCausesAlt: "A drawing of causes without a claim.", "Схема причин без утверждений.";
        TimelineBy: "Timeline {}, {}–{}", "Хронология {}, {}–{}";
        Timeline: "Timeline", "Хронология";
        MoreLanes: "and {} more lane|and {} more lanes", "и ещё {} дорожка|и ещё {} дорожки|и ещё {} дорожек";
        WithoutRoom: "{} without room", "не поместилось {}";
        BeginsInYear: "begins in the year", "начинается в этом году";
        PaleStretch: "on one day of the pale stretch", "в один из дней бледного отрезка";
        Doubtful: "doubtful", "сомнительно";
        PaleSpan: "a span, pale where possible", "срок, бледно — возможный";
        LastKnownMark: "last known", "последние сведения";
        LaneAlt: "{}: {} dated, {}", "{}: {} с датой, {}";
        TimelineAlt: "A timeline. {} {}.", "Хронология. {} {}.";
        NoTimelineAlt: "A timeline without a claim.", "Хронология без утверждений.";
    }
    /// Memos.
    Memo {
        Head: "{}, release {} of C5 Atlas, {}. A claim is what a document says, not a finding of the atlas.", "{}, C5 Atlas, выпуск {}, {}. Утверждение — это то, что говорит документ, а не то, что верно.";
        Curator: "Curator: {}", "Составитель: {}";
        Sources: "Sources", "Источники";
    }
    /// What has changed since a link was made.
    News {
        NoneChanged: "No claim has changed since release {}.", "С выпуска {} ни одно утверждение не изменилось.";
        None: "none", "ни одного";
        NoneAdded: "no claim", "ни одного утверждения";
        Sentence: "Since release {}: {} added, {} corrected, {} withdrawn.", "С выпуска {}: добавлено — {}, исправлено — {}, отозвано — {}.";
        NothingHere: "Of what this link shows nothing was added or corrected.", "Из того, что показывает эта ссылка, ничего не добавлено и не исправлено.";
        OfThese: "Of these, this link shows {} added and {} corrected", "Из них эта ссылка показывает: добавленных — {}, исправленных — {}";
        Corrected: "Corrected", "Исправлено";
        Added: "Added", "Добавлено";
        MoreById: "and {} more, by id in ", "и ещё {}, по идентификаторам в файле ";
        Withdrawn: "The claim “{}” was withdrawn: {}.", "Утверждение «{}» отозвано: {}.";
        Instead: " Instead: ", " Вместо него: ";
        Dismiss: "Dismiss", "Закрыть";
    }
}
