//! One document against another, in every view but the matrix, whose cells have words of their own.

catalogue! {
    /// One document against another.
    Against {
        Authors: "{} and {}", "{}, {}";
        AndOthers: "{} et al.", "{} и др.";
        OfYear: "{} ({})", "{} ({})";
        Pair: "{} against {}", "{} и {}";
        Alone: "{} alone", "только {}";
        Both: "both", "оба";
        Differ: "they differ", "расходятся";
        ToldAlone: ", told by {} alone", ", об этом — только {}";
        ToldByBoth: ", told by both documents", ", об этом — оба документа";
        ToldOtherwise: ", on which the two documents differ", ", здесь документы расходятся";
        Sentence: "{}, {}: the first alone tells {}, the second alone {}, both {}; they differ on {}.", "{}, {}: только первый — {}, только второй — {}, оба — {}; расходятся — {}.";
        Boxes: "{} box or arrow|{} boxes and arrows", "{} рамка или стрелка|{} рамки и стрелки|{} рамок и стрелок";
        Marks: "{} mark|{} marks", "{} знак|{} знака|{} знаков";
        Stances: "{} stance|{} stances", "{} позиция|{} позиции|{} позиций";
        Memberships: "{} place in an organisation|{} places in organisations", "{} место в организациях|{} места в организациях|{} мест в организациях";
        NotHere: "This page does not set documents against each other: it shows what all of them tell. ", "На этой странице документы не сопоставляются: здесь то, что говорят все. ";
        InClaims: "in the table of claims", "в таблице утверждений";
        InMatrix: "in the matrix", "в матрице";
        BarOfTwo: " The filter bar counts the claims of the two.", " Строка фильтров считает утверждения этих двух.";
        BarOfSingle: " The filter bar counts claims, each told so by itself; what rests on several claims is told by both where each document tells one of them.", " Строка фильтров считает утверждения, каждое из которых само сказано так; где утверждений несколько, «оба» значит, что каждый документ говорит хотя бы одно из них.";
        OfTheTwo: ", of the two documents", " — из этих двух документов";
        NoneSo: "No claims match this comparison under the filters.", "При этих фильтрах ни о чём не сказано так.";
        Untold: "told by neither, or not as chosen", "не сказано ни одним из двух или сказано не так, как выбрано";
        Key: "Who tells it", "Кто об этом говорит";
        Counted: "{}: {}", "{}: {}";
        All: "all", "все";
        None: "Neither document tells anything under these filters.", "При этих фильтрах ни один из двух документов ничего не говорит.";
        LeftOut: "not shown", "не показано";
        InBars: "In a bar the first stands on the left, the second on the right, both across its width.", "В столбике первый — слева, второй — справа, оба — во всю ширину.";
    }
}
