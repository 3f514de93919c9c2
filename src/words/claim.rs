//! The panel that tells of what is selected, and a claim's card.

catalogue! {
    /// The panel, until its content has come.
    Panel {
        Details: "Details", "Подробности";
        Previous: "Previous claim", "Предыдущее утверждение";
        Next: "Next claim", "Следующее утверждение";
        Close: "Close", "Закрыть";
        Coming: "Loading what the documents say…", "То, что об этом говорят документы, загружается.";
    }
    /// A claim's card, lists of claims, tours.
    Card {
        Source: "Source", "Источник";
        Curator: "Curator", "Составитель";
        Carries: "{} of {} makes this claim.", "Об этом говорит {} из {}.";
        Carry: "{} of {} make this claim.", "Об этом говорят {} из {}.";
        OfDocuments: "{} document|{} documents", "{} документа|{} документов|{} документов";
        Cite: "Cite", "Цитировать";
        Collect: "Collect", "В подборку";
        Report: "Report an error", "Сообщить об ошибке";
        Release: "{} · release {}", "{} · выпуск {}";
        Parties: "Parties", "Стороны";
        Code: "Code", "Код";
        Figures: "Figures", "Цифры";
        Date: "Date", "Дата";
        Places: "Places", "Места";
        Voice: "Whose view", "Чьи слова";
        Kind: "Kind", "Вид";
        Horizon: "; last known {}, the document’s horizon", "; последние сведения: {}, горизонт документа";
        LookFor: "line {} of the text; look for |lines {} of the text; look for ", "строка {} текста; искать: |строки {} текста; искать: |строки {} текста; искать: ";
        Disagrees: "Disagrees with", "Расходится с";
        Supports: "Supports", "Подтверждает";
        SupportedBy: "Supported by", "Подтверждается";
        Supersedes: "Supersedes", "Заменяет";
        Superseded: "Superseded by", "Заменено на";
        PartOf: "Part of", "Часть";
        Includes: "Includes", "Включает";
        LeadsTo: "Leads to", "Приводит к";
        FollowsFrom: "Follows from", "Следует из";
        Disputed: "disputed", "есть расхождения";
        MemberOf: "{} in {}", "{} — {}";
        VisaTo: "{} to {}", "{} → {}";
        Tour: "Tour", "Сюжет";
        StepOf: "{} of {} step|{} of {} steps", "{} из {} шага|{} из {} шагов|{} из {} шагов";
        Back: "‹ Previous", "‹ Назад";
        On: "Next ›", "Дальше ›";
        Leave: "Leave the tour", "Выйти из сюжета";
    }
}
