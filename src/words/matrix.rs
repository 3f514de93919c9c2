//! The matrix.

catalogue! {
    /// The panel of the matrix.
    Matrix {
        Title: "Ties of each power with each state", "Связи держав с государствами";
        Lines: "category × power, state", "категория × держава, государство";
        ByHand: "Drag a heading to move it; in a cell, Shift and an arrow move its row or column", "Заголовок можно перетащить; в клетке Shift со стрелкой двигает её строку или столбец";
        Arrangements: "Arrangements", "Готовые таблицы";
        Mapping: "Main table", "Основная таблица";
        Organisations: "Organisations", "Организации";
        Visas: "Visas", "Визы";
        Posts: "Posts", "Загранучреждения";
        Bases: "Bases", "Базы";
        Sources: "Sources", "Источники";
        Periods: "Periods", "Периоды";
        Issues: "Issues by parties", "Вопросы и стороны";
        Arrange: "Sort, hide, transpose…", "Сортировать, скрыть, повернуть…";
        Key: "Key to the matrix", "Условные обозначения матрицы";
        Claims: "Claims", "Утверждения";
        StatedNo: "stated no", "указано: нет";
        NoClaim: "no claim", "утверждений нет";
        OutOfScope: "out of scope", "вне охвата";
        Disputed: "disputed", "есть расхождения";
        Inward: "visa rule of the power’s citizens", "визы для граждан державы";
        Codes: "str: strategic, cmp: comprehensive, enh: enhanced partnership; simp: simplified visa; 90d: days without a visa", "страт.: стратегическое, всеоб.: всеобъемлющее, расш.: расширенное партнёрство; упрощ.: упрощённая виза; 90 д.: дней без визы";
        Signs: "▲4+1? 4 facilities open, 1 possibly; △ closed", "▲4+1? действует 4, возможно ещё 1; △ закрыты";
        History: "claims by when they began, 1988 to 2027", "утверждения по времени начала, с 1988 по 2027 год";
        Members: "● organisation joined by both; ○ as observer or partner; – not joined", "● организация, где состоят обе стороны; ○ наблюдатель или партнёр; – не член";
        Uncoded: "claims without a code", "утверждения без кода";
        LastKnown: "as last known", "по последним сведениям";
    }
}
