//! What is counted.

catalogue! {
    /// Things and their number.
    Count {
        Claims: "{} claim|{} claims", "{} утверждение|{} утверждения|{} утверждений";
        Documents: "{} document|{} documents", "{} документ|{} документа|{} документов";
        Posts: "{} post|{} posts", "{} представительство|{} представительства|{} представительств";
        Facilities: "{} facility|{} facilities", "{} объект|{} объекта|{} объектов";
        States: "{} state|{} states", "{} государство|{} государства|{} государств";
        Pairs: "{} pair|{} pairs", "{} пара|{} пары|{} пар";
    }
}
