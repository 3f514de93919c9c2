//! The head of the page, the filter bar, notices.

catalogue! {
    /// The head of the page.
    Frame {
        Share: "Share", "Поделиться";
        More: "More", "Ещё";
        Purpose: "Who does what with Central Asia, and who says so", "Кто что делает в Центральной Азии и кто об этом говорит";
        OpenWhole: "Open in C5 Atlas", "Открыть в C5 Atlas";
        Pages: "Pages", "Страницы";
        DarkTheme: "Dark theme", "Тёмная тема";
        LightOrDark: "Light or dark", "Светлая или тёмная";
        Search: "Search", "Поиск";
        SearchAll: "Search names, claims and sources", "Искать по именам, утверждениям и источникам";
        SearchHint: "Search ( / )", "Поиск ( / )";
        Found: "Found", "Найдено";
    }
}
