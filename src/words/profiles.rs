//! Two side by side, what is selected, figures, what the search finds.

catalogue! {
    /// Two parties side by side.
    ComparePage {
        Lead: "The coded ties and all claims of one, or of two side by side; what differs is marked.", "Кодированные связи и все утверждения одной стороны или двух рядом; различия отмечены.";
        Nobody: "The atlas has nobody of that name.", "В атласе нет никого с таким именем.";
        AllClaims: "All claims, by category", "Все утверждения по категориям";
        States: "States", "Государства";
        Powers: "Powers", "Державы";
        Pairs: "Pairs", "Пары";
        What: "What to compare", "Что сравнить";
        SideBySide: "Side by side", "Рядом";
        One: "One", "Одна сторона";
        Other: "The other", "Другая";
        NoOther: "nobody", "никого";
        CodedTies: "Coded ties", "Кодированные связи";
        BetweenTheTwo: "between the two", "между ними";
        Differs: "differs", "различается";
        For: "for {}", "для: {}";
        PostOf: "{} of {}", "{}, сторона: {}";
        InCategories: ", categories: {}", ", категорий — {}";
        MostOn: ", most on ", ", чаще всего: ";
        With: "With {}", "Уровень связи, {}";
        Between: "Between the two", "Между собой";
        MemberOf: "Member of {}: ", "Членство, {}: ";
        OpenClosed: "{0} open{2}, {1} closed", "открыто {0}{2}, закрыто {1}";
        AsLastKnown: "{} as last known", "по последним сведениям — {}";
        ForeignSites: "Foreign facilities: ", "Иностранные объекты: ";
        SitesMap: "{}: facilities, hollow where closed", "{}: объекты, закрытые — полые знаки";
        ByYear: "{}: claims by year", "{}: утверждения по годам";
    }
    /// What is selected.
    Details {
        Drawn: "{}, drawn schematically: {}", "{}, показано схематично: {}";
        Issue: "issue, {}", "вопрос, {}";
        CitedIn: "{}, cited in {}{}", "{}, цитируется в документе «{}»{}";
        Members: "Members, and what it did", "Состав и деятельность";
        Profile: "Profile: map, years, ties, all claims", "Портрет: карта, годы, связи, все утверждения";
        Also: "Also: {}", "Также: {}";
        AsLastKnown: "As last known", "По последним сведениям";
        AsOf: "As of {}", "По состоянию на {}";
        OfAllFive: "{1} and Central Asia as a whole: {0}|{1} and Central Asia as a whole: {0}", "{}: Центральная Азия в целом и {}|{}: Центральная Азия в целом и {}|{}: Центральная Азия в целом и {}";
        Place: "Place", "Место";
        Actor: "Actor", "Участник";
        Route: "Route", "Маршрут";
        StateAndPower: "State and power", "Государство и держава";
        IssueCrumb: "Issue", "Вопрос";
        CitedWork: "Cited work", "Цитируемая работа";
    }
    /// Figures as bars.
    FiguresPage {
        None: "No claim under this filter gives a figure.", "При этом фильтре ни одно утверждение не называет чисел.";
        Lead: "{} from the documents. Bars share a scale only within one category and unit. Nothing is added up but arms deals of one supplier, recipient, stage and date.", "{} из документов. Общий масштаб у полос — только внутри одной категории и единицы. Складываются лишь сделки об оружии одного поставщика, получателя, этапа и даты.";
        Alone: "Figures that stand alone", "Отдельные числа";
        AndOthers: " ({} and others)", " ({} и другие)";
        Per: "{} per {}", "{} за {}";
        PerOf: " per {}", " за {}";
        Range: "{} to {}", "от {} до {}";
        Sum: "{} to {}, {}, {}: {} {} in {}", "Вооружения: {} → {}, {}, {}: {} {}, {}";
        Key: "Key to the bars", "Условные знаки полос";
        ByYear: "By year, the earliest first.", "По годам, от раннего к позднему.";
        WithoutYear: "Without a date, and so at the end: {} of {}.", "Без даты и потому в конце: {} из {}.";
        Posts: "Diplomatic posts by sender and host, number of posts", "Загранучреждения: чьи и где, их число";
        PostsCounted: "Counted from claims that name a post: one kind at one place is one post, however many claims tell it. What no document names is not counted.", "Посчитаны по утверждениям о загранучреждениях: один вид в одном месте — одно учреждение, сколько бы утверждений о нём ни говорило. Те, которых документы не называют, не посчитаны.";
        PostsIn: "{} in {}", "{} — {}";
    }
    /// Units of figures.
    Units {
        Number: "number", "количество";
        People: "people", "чел.";
        Usd: "USD", "долл. США";
        Kzt: "KZT", "тенге";
        Years: "years", "лет";
        Days: "days", "дн.";
        Percent: "per cent", "%";
        Km: "km", "км";
        Tonnes: "t", "т";
        Times: "times", "раз";
        Rank: "rank", "место";
        Factor: "factor", "кратность";
        Year: "year", "год";
    }
    /// What the search field's list says.
    Finder {
        Nothing: "No results for “{}”. {}", "По запросу «{}» ничего не найдено. {}";
        Near: "These come near:", "Близкое к нему:";
        NothingNear: "Nothing comes near. Try fewer words.", "Ничего близкого нет. Попробуйте меньше слов.";
        AllClaims: "All {} claims", "Все утверждения: {}";
        AlsoCalled: "also “{}”; {}", "также «{}»; {}";
        CitedIn: "cited in {}", "цитируется в {}";
    }
}
