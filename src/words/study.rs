//! What the pages of the study program share.

catalogue! {
    /// Words that several pages use.
    Study {
        Close: "Close", "Закрыть";
        NoDates: "No claim has a date.", "Ни у одного утверждения нет даты.";
        Landmarks: "Landmarks", "Вехи";
        Legend: "Legend", "Условные знаки";
        NoClaimOf: "{}: no claim", "{}: утверждений нет";
        Others: "Others", "Другие";
        And: "{} and {}", "{} и {}";
        NoteOf: ", note {}", ", примечание {}";
    }
}
