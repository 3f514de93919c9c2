//! What stands and what is shown, in words: dates, codes, cells, the sentence above a page.

catalogue! {
    /// Dates, how a state holds, cells of the matrix, what is spoken of a mark.
    Said {
        AsOfDate: "as of {}", "на {}";
        Since: "since {}", "с {}";
        In: "in {}", "за {}";
        FromTo: "{} to {}", "{}–{}";
        FromToLong: "{} to {}", "{} – {}";
        Pair: "–", " — ";
        Undated: "undated", "без даты";
        PossiblyUndated: "possibly: undated", "возможно: без даты";
        Possibly: "possibly", "возможно";
        Ended: "ended", "прекращено";
        LastKnown: "last known {}", "последние сведения: {}";
        SomeLastKnown: "{} of {} as last known", "по последним сведениям: {} из {}";
        Disputed: "disputed", "есть расхождения";
        TieShort0: "part", "партн.";
        TieShort1: "str", "страт.";
        TieShort2: "cmp", "всеоб.";
        TieShort3: "enh", "расш.";
        TieShort4: "ally", "союз";
        TieLong0: "partner", "партнёрство";
        TieLong1: "strategic", "стратегич.";
        TieLong2: "comprehensive", "всеобъемл.";
        TieLong3: "enhanced", "расшир.";
        TieLong4: "alliance", "союз";
        FreeDaysShort: "{}d", "{} д.";
        FreeDays: "{} days free", "{} дн.";
        FreeShort: "free", "безв.";
        Free: "visa-free", "без визы";
        Visa: "visa", "виза";
        SimplifiedShort: "simp", "упрощ.";
        Simplified: "simplified", "упрощённая";
        EVisa: "e-visa", "эл. виза";
        TransitShort: "trans", "транз.";
        Transit: "transit free", "транзит без визы";
        NumberOpen: "{} open", "{} действ.";
        NumberClosed: "{} closed", "{} закр.";
        Uncoded: "no code", "без кода";
        NumberPossible: "{} possibly open", "{} возм.";
        OpenAndPossible: "{} open +{}?", "{} действ. +{}?";
        PostsInCell: "{} post|{} posts", "{} загр.|{} загр.|{} загр.";
        StatedNo: "no", "нет";
        CrossingTo: "{} to {}: {}", "{} → {}: {}";
        Days: "{} day|{} days", "{} день|{} дня|{} дней";
        StatedNone: "stated: none", "указано: нет";
        NoClaim: "no claim", "утверждений нет";
        OutOfScope: "outside the documents’ scope", "вне охвата документов";
        CapitalOf: "{}{}, capital of {}", "{}{}, столица: {}";
        FromAstana: ", {} km from Astana", ", {} км от Астаны";
        Km: "{} km", "{} км";
        FromAstanaSeen: " from Astana", " от Астаны";
    }
    /// The sides of the Earth, behind degrees.
    Side {
        North: "N", "с. ш.";
        South: "S", "ю. ш.";
        East: "E", "в. д.";
        West: "W", "з. д.";
    }
    /// The sentence that tells what a page shows.
    Summary {
        NoClaim: "No claim is left.", "Не осталось ни одного утверждения.";
        AsLastKnown: "as last known", "по последним сведениям";
        NoFacility: "No foreign facility{}, {}", "Иностранных объектов нет{}, {}";
        NoFacilityOf: "no foreign facility{}, {}", "иностранных объектов нет{}, {}";
        FacilitiesOpen: "{} facility open|{} facilities open", "{} действующий объект|{} действующих объекта|{} действующих объектов";
        InStates: " in {} state| in {} states", " в {} государстве| в {} государствах| в {} государствах";
        Possibly: ", {} possibly open", ", возможно действующих {}";
        OnlyLastKnown: ", {} of them as last known", ", из них {} — по последним сведениям";
        Closed: ", {} closed", ", закрыто {}";
        MostIs: "Most is said of {}, {}", "Больше всего — о паре {}, {}";
        MostBegun: "most is said of {}, {}", "больше всего — о паре {}, {}";
        LeastOf: "{}, least of {}, {}", "{}, меньше всего — {}, {}";
        NothingOf: "{}; nothing of {}", "{}; без утверждений: {}";
        OfDocuments: "{} from {}, {} disputed, {} undated", "{} {}, с расхождениями: {}, без даты: {}";
        FromDocuments: "{} document|{} documents", "из {} документа|из {} документов|из {} документов";
    }
    /// Codes, dates and points of the map in full: what only lists and cards say.
    Told {
        Until: "until {}", "до {}";
        About: "about {}", "прибл. {}";
        From: "from {}", "с {}";
        Decade: "{}0s", "{}0-е";
        Century: "between {0}00 and {0}99", "между {0}00 и {0}99";
        To: "{} to {}", "{} → {}";
        SenderIn: "{} in {}", "{} → {}";
        FiscalYear: "fiscal year {}", "{} финансовый год";
        Held: "{} held", "проведено: {}";
        ToWhom: "to {}", "для: {}";
        NoDate: "the document gives no date", "в документе даты нет";
        ToTheDay: "to the day", "с точностью до дня";
        ToTheMonth: "to the month only", "только с точностью до месяца";
        ToTheYear: "to the year only", "только с точностью до года";
        Roughly: "roughly", "приблизительно";
        SpanOpen: "an open-ended period", "период, который продолжается";
        Span: "a period", "период";
        Untold: "start not stated", "начало не указано";
        Before: "before {}", "до {}";
        Uncertain: ", uncertain", ", под сомнением";
        Visits: "{} visit|{} visits", "{} визит|{} визита|{} визитов";
        Events: "{} event|{} events", "{} событие|{} события|{} событий";
        Spot: "{}, {} (± {} km)", "{}, {} (± {} км)";
    }
}
