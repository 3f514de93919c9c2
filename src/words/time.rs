//! The timeline; then and now; landmarks.

catalogue! {
    /// The timeline.
    TimelinePage {
        Lead: "When things happened and how long they held, as the documents date them.", "Что когда произошло и сколько длилось — по датам документов.";
        ByPower: "By power", "По державам";
        ByState: "By state", "По государствам";
        ByCategory: "By category", "По категориям";
        BySource: "By source", "По источникам";
        LanesBy: "Lanes by", "Дорожки";
        Years: "Years", "Годы";
        From: "From", "С";
        To: "To", "По";
        Zoom: "Zoom", "Масштаб";
        ZoomOut: "Zoom out", "Отдалить";
        ZoomIn: "Zoom in", "Приблизить";
        Earlier: "Earlier", "Раньше";
        Later: "Later", "Позже";
        AllYears: "All years", "Все годы";
        All: "All", "Все";
        InYear: "In {}", "В {} году";
        Sentence: "{}: {} certainly, {} possibly, {} outside; {} without a date, possible in any year.", "{}: {} точно, {} возможно, {} вне этих лет; {} без даты, возможны в любом году.";
        CertainlyBegins: "certainly begins in the year", "точно начинается в этом году";
        PossiblyBegins: "possibly: the date allows other years, or is doubtful", "возможно: дата допускает и другие годы или сомнительна";
        Tallest: "tallest bar: {}", "самый высокий столбик: {}";
        OneDay: "on one day, within the pale stretch", "в один из дней бледного отрезка";
        Doubtful: "the date is doubtful", "дата сомнительна";
        Span: "a span; pale where it possibly held", "срок; бледно там, где он возможен";
        GoesOn: "goes on; last known where dashed, past the document’s own time", "продолжается; пунктир — последние сведения, после времени самого документа";
        Greatest: "an event of the greatest weight", "событие наибольшего веса";
        AllYearsBy: "All years, by the claims that begin in each", "Все годы, по числу начинающихся утверждений";
        YearShow: "{}: {}. Show {}–{}", "{}: {}. Показать {}–{}";
        Dated: "{} dated", "{} с датой";
        Undated: "{} undated", "{} без даты";
        UndatedUnbegun: "{} undated, {} of unknown start", "{} без даты, у {} не указано начало";
        UndatedOrUnbegun: "undated or of unknown start", "без даты или без указанного начала";
        WithoutRoom: "{} more without room", "ещё {} не поместилось";
        ByTime: "{}, by time", "{}, по времени";
        Bar: "{}, {}: {} certainly, {} possibly", "{}, {}: {} точно, {} возможно";
        BarDisputed: ", {} disputed", ", с расхождениями: {}";
        DisputedMark: "another claim contradicts one of them", "одному из них противоречит другое утверждение";
        OnAxis: "on the axis", "на оси";
        BeginningIn: "beginning in {}", "начало: {}";
        WithoutDate: "without a date", "без даты";
        WithoutBeginning: "without a date or a told beginning", "без даты или без указанного начала";
        CloseList: "Close the list", "Закрыть список";
        ForSure: "certainly", "точно";
        Certainly: "Certainly", "Точно";
        Possibly: "Possibly", "Возможно";
        AsTable: "The same as a table", "То же таблицей";
        Caption: "Claims by the year in which they begin, those possibly of the year after +", "Утверждения по году начала; возможные — после знака +";
        Year: "Year", "Год";
        Date: "Date", "Дата";
        Holds: "Holds on the axis", "Приходится на эти годы";
        Claim: "Claim", "Утверждение";
    }
    /// Then and now.
    ChangesPage {
        Lead: "What became of each coded tie between two dates (each taken at its end): partnerships, memberships, bases, posts, visa rules.", "Что стало с каждой кодированной связью между двумя датами (каждая взята на конец срока): партнёрства, членство, базы, загранучреждения, визовые правила.";
        Dates: "Dates", "Даты";
        Then: "Then", "Тогда";
        Now: "Now", "Сейчас";
        To2000: "1991 to 2000", "с 1991 по 2000";
        To2014: "2000 to 2014", "с 2000 по 2014";
        ToNewest: "2014 to the newest", "с 2014 по новейшее";
        Periods: "Periods", "Периоды";
        AllPossibly: " (possibly)", " (возможно)";
        OfThemPossibly: " ({} of them possibly)", " (из них возможно — {})";
        SignOf: "{} {}{}", "{1} — {0}{2}";
        NoTie: "The filter keeps no coded tie that stood at either date.", "Фильтр не оставляет кодированных связей, существовавших хотя бы в одну из дат.";
        Sentence: "From the end of {} to the end of {}, {}: {}.", "С конца {} до конца {} — {}: {}.";
        Most: " Most changes in {}: {}.", " Больше всего перемен — {}: {}.";
        ByState: "Changes by state", "Перемены по государствам";
        Touch: "Changes that touch a state: ", "Перемены, которые касаются государства: ";
        PossiblyMeans: "possibly: imprecise, disputed, or last known before the date", "возможно: дата неточна, оспаривается или последние сведения старше её";
        Pairs: "Ties of a power and a state", "Связи державы и государства";
        Memberships: "Memberships of the states", "Членство государств";
        MemberIn: "{} in {}", "{}, членство: {}";
        Spoken: "{}: {} {}{}", "{}: {2} — {1}{3}";
        AndPossibly: ", possibly", ", возможно";
        Tie: "Tie", "Связь";
        ClaimsHead: "Claims", "Утверждения";
        Told: "Told by", "Кто говорит";
        Account: "{} by itself: {} ({})", "{} сам по себе: {} ({})";
    }
}
