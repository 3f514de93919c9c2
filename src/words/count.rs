//! What is counted.

catalogue! {
    /// Things and their number.
    Count {
        Claims: "{} claim|{} claims", "{} утверждение|{} утверждения|{} утверждений";
        Documents: "{} document|{} documents", "{} документ|{} документа|{} документов";
        Posts: "{} post|{} posts", "{} загранучреждение|{} загранучреждения|{} загранучреждений";
        Pairs: "{} pair|{} pairs", "{} пара|{} пары|{} пар";
        CitedWorks: "{} cited work|{} cited works", "{} цитируемая работа|{} цитируемые работы|{} цитируемых работ";
        Steps: "{} step|{} steps", "{} шаг|{} шага|{} шагов";
        Tours: "{} tour|{} tours", "{} сюжет|{} сюжета|{} сюжетов";
        Figures: "{} figure|{} figures", "{} число|{} числа|{} чисел";
        Rows: "{} row|{} rows", "{} строка|{} строки|{} строк";
        Columns: "{} column|{} columns", "{} столбец|{} столбца|{} столбцов";
        Cells: "{} cell|{} cells", "{} клетка|{} клетки|{} клеток";
        Issues: "{} issue|{} issues", "{} вопрос|{} вопроса|{} вопросов";
        Ties: "{} tie|{} ties", "{} связь|{} связи|{} связей";
        Changes: "{} change|{} changes", "{} перемена|{} перемены|{} перемен";
        Organisations: "{} organisation|{} organisations", "{} организация|{} организации|{} организаций";
        Scenarios: "{} scenario|{} scenarios", "{} сценарий|{} сценария|{} сценариев";
        Chains: "{} chain|{} chains", "{} цепочка|{} цепочки|{} цепочек";
        Causes: "{} cause|{} causes", "{} причина|{} причины|{} причин";
        Arrows: "{} arrow|{} arrows", "{} стрелка|{} стрелки|{} стрелок";
    }
}
