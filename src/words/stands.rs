//! Positions, scenarios, organisations.

catalogue! {
    /// Issues and parties.
    PositionsPage {
        None: "No claim under this filter takes a stand on an issue.", "При этом фильтре ни одно утверждение не выражает позиции.";
        OneIssue: "One issue, and where each party stands on it, as the documents tell it.", "Один вопрос и позиции сторон, как их передают документы.";
        Lead: "{} issues and where each party stands on them, as the documents tell it. A blank cell means “no claim”.", "Вопросов: {}; позиции сторон, как их передают документы. Пустая клетка значит «утверждений нет».";
        Compare: "Compare", "Сравнить";
        WithOther: "with", "и";
        Choice: "{} ({})", "{} ({})";
        Show: "Show", "Показать";
        AllOf: "all {}", "все: {}";
        CountOf: "{} {}", "{}: {}";
        Issue: "Issue", "Вопрос";
        CentralAsia: "Central Asia", "Центральная Азия";
        Friction: "Friction: where parties pull apart", "Трения: где стороны расходятся";
        Concern: "Shared concern: what several fear", "Общая обеспокоенность: чего опасаются несколько сторон";
        Niche: "Niche: where they might work together", "Ниша: где они могли бы работать вместе";
        Towards: "Towards the sentence: “{}”", "По отношению к тезису: «{}»";
        AllIssues: "All issues", "Все вопросы";
        TwoByTwo: "Two by two", "Попарно";
        NotKnown: "Not known, since one of the two is silent: {}", "Неизвестно, так как одна из двух сторон молчит: {}";
        Disagree: "Disagree", "Противоречат";
        TiedTo: "Tied to these claims", "Связано с этими утверждениями";
        Precedents: "Precedents, and how contact stands", "Прецеденты и нынешние контакты";
        PrecedentsRule: "Events and standing states under “cooperation” in which two powers have a part; nothing that the documents state to be missing.", "События и длящиеся состояния из категории «Сотрудничество», в которых участвуют две державы; без того, что, по словам документов, отсутствует.";
        TwoMinds: "of two minds", "двойственно";
        AuthorsReading: "authors’ reading", "трактовка авторов";
        OwnView: "own view", "собственный взгляд";
        AsTells: "as {} tells it", "со слов: {}";
        HowToRead: "How to read it", "Как это читать";
        Rule: "A stance is towards the sentence under the issue’s name. Two parties are aligned where their stances are the same, opposed where one supports and the other opposes, partly aligned where one is conditional or ambivalent and the other is not. Where one is silent or has no claim, it is not known. If a party’s claims give several stances, each is compared; should the answers differ, the two are partly aligned.", "Позиция — это отношение к тезису под названием вопроса. Взгляды двух сторон совпадают, если их позиции одинаковы; расходятся, если одна поддерживает, а другая возражает; совпадают частично, если позиция одной условна или двойственна, а другой — нет. Если одна молчит или утверждений о ней нет, ответ неизвестен. Если утверждения приписывают стороне несколько позиций, сравнивается каждая; когда ответы разные, взгляды совпадают частично.";
        RuleOfVoice: "“Own view”: the document says that the party holds it. “Authors’ reading”: the document’s authors ascribe it to the party.", "«Собственный взгляд»: документ говорит, что его держится сама сторона. «Трактовка авторов»: взгляд приписывают стороне авторы документа.";
    }
    /// What leads to what.
    ScenariosPage {
        None: "No document asserts under this filter that one thing leads to another.", "При этом фильтре ни один документ не говорит, что одно ведёт к другому.";
        Lead: "{} in {}: what the documents say leads to what. Each box is a claim, each arrow a statement of its own. A missing arrow is no statement.", "{}, {}: что, по словам документов, к чему ведёт. Каждая рамка — утверждение, каждая стрелка — отдельное высказывание. Отсутствие стрелки ничего не утверждает.";
        OneLeads: "The document says that one leads to the other.", "Документ говорит, что одно ведёт к другому.";
        From: "From", "От";
        To: "To", "К";
        OneByOne: "The arrows, one by one", "Стрелки по одной";
        Arrow: "Arrow", "Стрелка";
        This: "This", "Это";
        LeadsToThis: "leads to this", "ведёт к этому";
        Proposed: "What is proposed", "Что предлагают";
        NoneProposed: "No claim under the filter proposes anything about this.", "При этом фильтре ни одно утверждение ничего об этом не предлагает.";
        TiedRule: "A tie joins these to a claim of the chain.", "Эти предложения связаны с утверждениями цепочки.";
        NearRule: "The same document files these under a category that the chain has too; it does not itself join them to it.", "Тот же документ помещает их в одну категорию с цепочкой, но сам их с ней не связывает.";
        AllChains: "All {}", "Всего: {}";
        Alone: "{} without a stated cause or effect", "{} без названной причины или следствия";
        Drawing: "What leads to what; the table below says the same", "Что к чему ведёт; то же сказано в таблице ниже";
        SpokenArrow: "Arrow {}: {} Leads to: {}", "Стрелка {}: {} Ведёт к: {}";
        Key: "Key to the boxes", "Условные знаки рамок";
        Fact: "event, state or figure", "событие, состояние или число";
        Judged: "judgement or position", "суждение или позиция";
        Might: "might happen, or is proposed", "может случиться или предлагается";
        ArrowTold: "The arrow is told by", "Кто говорит о стрелке";
        KeyOfNumber: "A number opens its arrow in the table.", "Номер открывает стрелку в таблице.";
    }
    /// Who belongs to what.
    OrganisationsPage {
        None: "No claim under this filter says who belongs to what.", "При этом фильтре ни одно утверждение не говорит, кто где состоит.";
        Lead: "Who belongs to what, and since when, as far as the documents say. A blank cell means “no claim”, never “no member”.", "Кто где состоит и с каких пор, насколько это говорят документы. Пустая клетка значит «утверждений нет», а не «не состоит».";
        Counted: "{} with stated members; claims mention {} in all.", "{} с известными участниками, всего в утверждениях — {}.";
        WhatEachDid: "What each did, or did not do", "Что каждая сделала или не сделала";
        Organisation: "Organisation", "Организация";
        Since: "since {}", "с {}";
        WhoShares: "Shared memberships", "У кого общие организации";
        SharesRule: "Each line: the organisations that the dotted states and powers belong to, and, by any claim, none of the others here.", "В строке — организации, в которых состоят отмеченные точкой государства и державы и, судя по всем утверждениям, не состоит никто из остальных здесь.";
        In: "member", "состоит в организации";
        NotIn: "no membership stated", "членство не указано";
        UnderFilter: "{} about it under the filter.", "О ней при этом фильтре — {}.";
        All: "All organisations", "Все организации";
        Did: "Events and standing states", "События и длящиеся состояния";
        DidNot: "Stated not to be so", "Сказано, что этого нет";
        Said: "What is said of it", "Что о ней говорят";
    }
}
