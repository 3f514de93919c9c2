//! The table of claims, the matrix as the reader arranges it, the codebook, the contents.

catalogue! {
    /// The table of claims.
    ClaimsPage {
        TextIn: "Text in the claim", "Текст в утверждении";
        Date: "Date", "Дата";
        Claim: "Claim", "Утверждение";
        Category: "Category", "Категория";
        Kind: "Kind", "Вид";
        Parties: "Parties", "Стороны";
        Places: "Places", "Места";
        Voice: "Whose view", "Чьи слова";
        Source: "Source", "Источник";
        Carried: "Carried by", "Где сказано";
        Told: "Told by", "Кто говорит";
        Signs: "Notes", "Пометки";
        Uncertain: "uncertain", "неточно";
        Note: "note", "примечание";
        Authors: "authors", "авторы";
        ByColumn: "by {}", "порядок — {}";
        ByDate: "by date", "порядок — дата";
        BestFirst: "the best match first", "сначала самые близкие";
        FiltersLeaveNone: "The filters leave no claim.", "Фильтры не оставляют ни одного утверждения.";
        UnderFilters: "{} under the filters, {}.", "{} при этих фильтрах, {}.";
        NoneHolds: "No claim contains “{}”, and none comes near. Try fewer words.", "Ни в одном утверждении нет текста «{}», и ничего близкого нет. Попробуйте меньше слов.";
        NoneHoldsUnder: "No claim under the filters contains “{}”. Try fewer words or fewer filters.", "При этих фильтрах ни в одном утверждении нет текста «{}». Попробуйте меньше слов или меньше фильтров.";
        ComeNear: "No claim contains “{}”; close matches: {}.", "Ни в одном утверждении нет текста «{}»; близкое содержат {}.";
        With: "{} with “{}”, {}.", "{} с текстом «{}», {}.";
        Of: "{} of {}", "{} из {}";
        OfKept: "{} claim|{} claims", "{} утверждения|{} утверждений|{} утверждений";
        Columns: "Columns", "Столбцы";
        Hide: "Hide {}", "Скрыть: {}";
        Show: "Show {}", "Показать: {}";
    }
    /// The matrix as the reader arranges it.
    MatrixPage {
        By: "{} by {}", "{} и {}";
        NoneLeft: "No claim is left for these rows and columns; take a filter off.", "Для этих строк и столбцов не осталось утверждений; снимите один из фильтров.";
        Size: "{} by {}", "{} и {}";
        Lead: "{}; {} hold claims, {} of them disputed. Press a cell for its claims, a heading to sort.", "{}; с утверждениями — {}, из них с расхождениями — {}. Нажмите на клетку, чтобы увидеть её утверждения, на заголовок — чтобы упорядочить.";
        Rows: "Rows", "Строки";
        Columns: "Columns", "Столбцы";
        Cells: "Cells", "Клетки";
        Codes: "codes, else counts", "коды, а без них — числа";
        Counts: "counts only", "только числа";
        Together: "all together", "все вместе";
        Documents: "Documents", "Документы";
        Transpose: "Transpose", "Повернуть";
        Alike: "Group similar rows", "Сгруппировать похожие";
        OwnOrder: "The atlas’s order", "Порядок атласа";
        Hidden: "Hidden: ", "Скрыто: ";
        Key: "Key to the table", "Условные знаки таблицы";
        BothSpeak: "both speak", "говорят оба";
        TheyDiffer: "they differ", "расходятся";
        FirstAlone: "the first alone", "только первый";
        SecondAlone: "the second alone", "только второй";
        No: "no", "нет";
        StatedNo: "stated no", "сказано, что нет";
        CodesByLevel: "a code: the closer the tie or the more facilities, the darker", "код: чем теснее связь или больше объектов, тем темнее";
        CodesUnordered: "a code, of whatever number of claims", "код, сколько бы ни было утверждений";
        OutOfScope: "out of scope", "вне охвата";
        Spark: "The line in a cell: claims by when they began, 1988 to 2027. ", "Линия в клетке: утверждения по времени начала, с 1988 по 2027 год. ";
        WhatTheyMean: "What the categories mean", "Что значат категории";
        SortRows: "Sort the rows by {}", "Упорядочить строки по столбцу: {}";
        SortColumns: "Sort the columns by {}", "Упорядочить столбцы по строке: {}";
        MoveOrHide: "Move or hide {}", "Передвинуть или скрыть: {}";
        Left: "Move left", "Левее";
        Right: "Move right", "Правее";
        Up: "Move up", "Выше";
        Down: "Move down", "Ниже";
        Hide: "Hide", "Скрыть";
        Told: "first: {}; second: {}", "первый: {}; второй: {}";
        AndDisputed: "; disputed", "; есть расхождения";
    }
    /// The codebook and glossary.
    CodebookPage {
        Title: "Codebook and glossary", "Кодификатор и словарь";
        Lead: "What the atlas’s words mean. Numbers count the claims under the filter, and open them.", "Что значат слова атласа. Число — сколько утверждений пропускает фильтр; нажатие открывает их.";
        Categories: "Categories", "Категории";
        Kinds: "Kinds of claim", "Виды утверждений";
        Codes: "Codes", "Коды";
        Roles: "Roles", "Роли";
        Names: "Names and short forms", "Названия и сокращения";
        In: "In", "Относится";
        Out: "Out", "Не относится";
        Name: "Name", "Название";
        Short: "Short", "Кратко";
        Also: "Also", "Также";
        Russian: "Russian", "По-русски";
        ClaimsHead: "Claims", "Утверждения";
        States: "States", "Государства";
        Organisations: "Organisations", "Организации";
        Agencies: "Agencies", "Ведомства";
        ArmedGroups: "Armed groups", "Вооружённые группировки";
        Firms: "Firms", "Компании";
        People: "People", "Люди";
        Groups: "Groups of states or persons", "Группы государств или лиц";
        Event: "Happened at a time.", "Произошло в какое-то время.";
        Status: "Holds over a span of time.", "Длится какой-то срок.";
        Quantity: "A figure.", "Число.";
        Assessment: "The author judges.", "Суждение автора.";
        Position: "A party’s view, as reported; it carries a stance.", "Взгляд стороны, как его передаёт документ; несёт позицию.";
        Scenario: "Might happen, or is announced.", "Может случиться или объявлено.";
        Proposal: "Should be done.", "Следует сделать.";
        Concept: "A model or a term.", "Модель или понятие.";
        Terms: "{} Terms: {}.", "{} Значения: {}.";
        Partnership: "Partnership", "Партнёрство";
        PartnershipAbout: "The level of the tie between two parties, with the treaty’s own name.", "Уровень связи двух сторон и название, которое ей даёт сам договор.";
        Membership: "Membership", "Членство";
        MembershipAbout: "What a member is to an organisation.", "Кем участник приходится организации.";
        Visa: "Visa", "Виза";
        VisaAbout: "What a traveller needs to enter.", "Что нужно приезжающему для въезда.";
        Post: "Diplomatic post", "Загранучреждение";
        PostAbout: "Who has a post where, and of what kind.", "У кого где загранучреждение и какое.";
        Facility: "Facility", "Объект";
        FacilityAbout: "A base or site: where, whose, of what kind, whether it works, on what terms.", "База или объект: где, чей, какой, работает ли, на каких условиях.";
        Agreement: "Agreement", "Соглашение";
        AgreementAbout: "A step in the life of a treaty or another text.", "Шаг в жизни договора или другого документа.";
        Arms: "Arms", "Вооружения";
        ArmsAbout: "Who supplies what to whom, how many, for how much.", "Кто что кому поставляет, сколько и за какую сумму.";
        Aid: "Aid", "Помощь";
        AidAbout: "Who gives how much to whom, under which programme.", "Кто сколько кому даёт и по какой программе.";
        Exercise: "Exercise", "Учение";
        ExerciseAbout: "A military exercise or a series of them, and in what frame.", "Военное учение или серия учений и в каких рамках.";
        Visit: "Visit", "Визит";
        VisitAbout: "Who visits whom, and of what rank.", "Кто к кому едет и в каком ранге.";
        Stance: "Stance", "Позиция";
        StanceAbout: "Where a party stands on an issue’s proposition.", "Как сторона относится к тезису вопроса.";
        Threat: "Threat", "Угроза";
        ThreatAbout: "What threatens, and whom.", "Что угрожает и кому.";
        Dispute: "Dispute", "Спор";
        DisputeAbout: "What a dispute is about, and how it stands.", "О чём спор и в каком он состоянии.";
        Party: "Takes part on a level with others.", "Участвует наравне с другими.";
        Sender: "Sends a post, a signal or a measure.", "Направляет миссию, сигнал или меру.";
        Target: "Is meant by it.", "Тот, на кого это направлено.";
        Host: "Has it on its soil.", "Тот, на чьей земле это находится.";
        Operator: "Runs a facility.", "Управляет объектом.";
        Visitor: "Travels.", "Едет.";
        Supplier: "Delivers.", "Поставляет.";
        Recipient: "Receives.", "Получает.";
        Donor: "Gives aid.", "Оказывает помощь.";
        Member: "Belongs to an organisation.", "Состоит в организации.";
        Organiser: "Calls others together.", "Созывает других.";
        Participant: "Is there.", "Присутствует.";
        Holder: "Holds a view.", "Держится взгляда.";
        Subject: "Is spoken of.", "Тот, о ком говорят.";
        Origin: "Where a way begins.", "Где путь начинается.";
        Transit: "What it passes through.", "Через что он проходит.";
        Destination: "Where it ends.", "Где он кончается.";
    }
    /// The contents as a tree.
    ContentsPage {
        Lead: "{} by state, power and category. A claim of two states stands under both. Arrow keys walk, open and close; letters find a name; Enter opens a claim.", "{} по государствам, державам и категориям. Утверждение о двух государствах стоит у обоих. Стрелки ведут по дереву, открывают и закрывают ветви; буквы находят название; клавиша ввода открывает утверждение.";
        Empty: "No claim passes the filter.", "Фильтр не пропускает ни одного утверждения.";
        Tree: "Claims by state, power and category", "Утверждения по государствам, державам и категориям";
        Region: "Central Asia as a whole", "Центральная Азия в целом";
        NoState: "None of the five states", "Ни одно из пяти государств";
        NoPower: "None of the three powers", "Ни одна из трёх держав";
    }
}
