//! What stands round the pages: head, filter bar, notices, time strip.

catalogue! {
    /// Head and filter bar, and what stands in for a page that is on its way.
    Frame {
        Share: "Share", "Поделиться";
        More: "More", "Ещё";
        Purpose: "Who does what with Central Asia, and who says so", "Кто что делает в Центральной Азии и кто об этом говорит";
        OpenWhole: "Open in C5 Atlas", "Открыть в C5 Atlas";
        Pages: "Pages", "Страницы";
        DarkTheme: "Dark theme", "Тёмная тема";
        LightOrDark: "Light or dark", "Светлая или тёмная";
        Search: "Search", "Поиск";
        SearchAll: "Search names, claims and sources", "Искать по названиям, утверждениям и источникам";
        SearchHint: "Search ( / )", "Поиск ( / )";
        Found: "Found", "Найденное";
        NumberFound: "{} found", "найдено: {}";
        SearchComing: "Loading the search…", "Поиск загружается.";
        SearchLost: "The search could not be fetched. Check the connection and try again.", "Не удалось загрузить поиск. Проверьте соединение и попробуйте ещё раз.";
        PageComing: "Loading the page…", "Страница загружается.";
        PageLost: "This page could not be fetched. Check the connection, then ", "Не удалось загрузить страницу. Проверьте соединение и ";
        PageAgain: "try again", "попробуйте ещё раз";
        ShareLost: "The sheet could not be fetched: copy the link from the address bar.", "Не удалось загрузить это окно: скопируйте ссылку из адресной строки.";
        Filters: "Filters", "Фильтры";
        MoreFilters: "More filters", "Другие фильтры";
        Undo: "Undo", "Отменить";
        Redo: "Redo", "Вернуть";
        ShownOf: "{} of {}", "{} из {}";
        OfClaims: "{} claim|{} claims", "{} утверждения|{} утверждений|{} утверждений";
        Possibly: ", {} possibly", ", возможно ещё: {}";
        PossiblyTitle: "Undated, or dated so that the documents leave it open", "Без даты или с датой, которая не позволяет сказать наверняка";
        CertainOnly: "firm dates only", "только точные даты";
        Reset: "Reset", "Сбросить";
        Remove: "Remove: {}", "Убрать: {}";
        NotOnly: "Not only these: {}", "Не только эти: {}";
        AnyTime: "At any time: {}", "В любое время: {}";
        LooseToo: "Loosely dated, too: {}", "И с приблизительными датами: {}";
        NoLimit: "Without filters: {}", "Без фильтров: {}";
        Any: "Any {}: {}", "Без фильтра «{}»: {}";
        Authors: "The document’s authors", "Авторы документа";
        Claims: "Claims", "Утверждения";
    }
    /// What a link asked for and did not get.
    Notices {
        Lost: "The claims’ sentences, notes and citations could not be fetched.", "Не удалось загрузить тексты утверждений, примечания и ссылки на источники.";
        Again: "Try again", "Попробовать ещё раз";
        Dismiss: "Dismiss", "Скрыть";
        UnknownKey: "This link names “{}”, which the atlas does not know.", "В ссылке есть ключ «{}», которого атлас не знает.";
        BadValue: "This link asks for {} “{}”, which the atlas does not have.", "Ссылка запрашивает {} «{}»: такого в атласе нет.";
        Unfollowed: "This link asks for {} “{}”, which its page cannot follow.", "Ссылка запрашивает {} «{}»: её страница такого показать не может.";
        Exchanged: "This link asks for the time from {} to {}, which ends before it begins; the two are exchanged.", "Ссылка запрашивает время с {} по {}, которое кончается раньше, чем начинается; концы переставлены.";
        Repeated: "This link names {} more than once; the first is used.", "В ссылке ключ {} повторяется; учтён первый.";
        SecondSelection: "This link also selects by “{}”; only the first selection is shown.", "В ссылке выбрано ещё что-то (ключ «{}»); показано только первое.";
        OtherRelease: "This link was made on release {}; this is release {}.", "Ссылка сделана в выпуске {}; это выпуск {}.";
        TooLong: "This link is too long; its end was left out.", "Ссылка слишком длинна; её конец опущен.";
        More: "And {} more like it.", "И ещё столько подобного: {}.";
    }
    /// The time strip.
    Strip {
        Time: "Time", "Время";
        PerYear: "Claims per year", "Утверждений в год";
        Play: "Play through the years", "Показать год за годом";
        Period: "Period", "Период";
        PeriodTitle: "From one year to another, not as of one", "От одного года до другого, а не на один год";
        Certain: "Firm dates", "Точные";
        CertainTitle: "Leave out what the documents date loosely", "Без того, что документы датируют приблизительно";
        FromYear: "from year", "с года";
        AsOfYear: "go to year", "перейти к году";
        ToYear: "to year", "по год";
        AllYears: "all years", "все годы";
        Most: "up to {}", "до {}";
        Undated: "{} undated", "{} без даты";
        Unbegun: "; {} of unknown start", "; {} без даты начала";
        Before: "; {} before {}", "; {} до {}";
    }
}
