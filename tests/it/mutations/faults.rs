//! The ways to break a record, by file.

use serde_json::Value;

/// What is done to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breach {
    /// The value at the pointer becomes this JSON.
    Becomes(&'static str),
    /// The field at the pointer goes.
    Goes,
    /// The record stands a second time.
    Twice,
}

/// One way to break a record, and what must be said of it.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where, as RFC 6901 has it.
    pointer: &'static str,
    /// What is done there.
    pub(super) breach: Breach,
    /// The field that must be named.
    pub(super) field: &'static str,
    /// A part of what must be said.
    pub(super) part: &'static str,
    /// Whether the record can be read as far as its name.
    pub(super) readable: bool,
}

impl Fault {
    /// Breaks a record; false where it has no such part.
    pub(super) fn apply(&self, record: &mut Value) -> bool {
        let Some((parent, key)) = self.pointer.rsplit_once('/') else {
            return self.breach == Breach::Twice;
        };
        let value = match self.breach {
            Breach::Becomes(json) => serde_json::from_str(json).expect("the fault is JSON"),
            Breach::Goes | Breach::Twice => Value::Null,
        };
        match (record.pointer_mut(parent), self.breach) {
            (Some(Value::Object(fields)), Breach::Goes) => fields.remove(key).is_some(),
            (Some(Value::Object(fields)), _) => {
                let same = fields.get(key) == Some(&value);
                fields.insert(key.to_owned(), value);
                !same
            }
            (Some(Value::Array(items)), _) => {
                let item = key.parse().ok().and_then(|at: usize| items.get_mut(at));
                item.is_some_and(|item| std::mem::replace(item, value) != Value::Null)
            }
            _ => false,
        }
    }
}

macro_rules! faults {
    ($($pointer:literal $breach:expr => $field:literal, $part:literal $(, $unread:ident)?;)*) => {
        &[$(Fault {
            pointer: $pointer, breach: $breach, field: $field, part: $part,
            readable: true $(&& faults!($unread))?,
        },)*]
    };
    (unread) => { false };
}

use Breach::{Becomes, Goes, Twice};

#[rustfmt::skip]
const CLAIM: &[Fault] = faults! {
    "" Twice => "id", "stands twice";
    "/id" Becomes(r#""nobody-wrote-this""#) => "id", "does not begin with";
    "/id" Becomes(r#""no body""#) => "id", "has other characters";
    "/category" Becomes(r#""no-such""#) => "category", "is not in categories.json";
    "/category" Goes => "", "missing field `category`", unread;
    "/tags" Becomes(r#"["no-such"]"#) => "tags", "is not in categories.json";
    "/kind" Becomes(r#""rumour""#) => "kind", "unknown variant `rumour`", unread;
    "/summary" Becomes(r#""""#) => "summary", "is empty";
    "/summary" Becomes("7") => "summary", "invalid type: integer", unread;
    "/summary" Becomes(r#""a\u0007b""#) => "summary", "control characters";
    "/detail" Becomes(r#""a\u202eb""#) => "detail", "control characters";
    "/note" Becomes("null") => "note", "is null";
    "/note" Becomes(r#"" ""#) => "note", "is empty";
    "/colour" Becomes(r#""red""#) => "colour", "unknown field `colour`", unread;
    "/actors" Becomes("[]") => "actors", "is empty";
    "/actors/0/id" Becomes(r#""XX""#) => "actors[0].id", "is not in actors.json";
    "/actors/0/role" Becomes(r#""owner""#) => "actors[0].role", "unknown variant `owner`", unread;
    "/actors" Becomes(r#"[{"id": "KZ", "role": "host"}, {"id": "KZ", "role": "host"}]"#) => "actors[1]", "stands twice";
    "/places" Becomes(r#"["nowhere"]"#) => "places", "is not in places.json";
    "/date" Becomes(r#""2010-02-30""#) => "date", "is no date";
    "/date" Becomes(r#""2010-13""#) => "date", "is no date";
    "/date" Becomes(r#""last spring""#) => "date", "is no date";
    "/date" Becomes(r#""2012/2010""#) => "date", "is no date";
    "/date" Becomes(r#""2010-05-01T10:00:00Z""#) => "date", "is no date";
    "/date" Becomes(r#""[2010,2012]""#) => "date", "is no date";
    "/voice" Becomes(r#""reader""#) => "voice", "is not in actors.json";
    "/issue" Becomes(r#""nothing""#) => "issue", "is not";
    "/weight" Becomes("4") => "weight", "is 4";
    "/weight" Becomes("-1") => "weight", "invalid value", unread;
    "/absence" Becomes(r#""yes""#) => "absence", "invalid type", unread;
    "/cites" Becomes("[]") => "cites", "is empty";
    "/cites" Goes => "", "missing field `cites`", unread;
    "/cites/0/source" Becomes(r#""no-such""#) => "cites[0].source", "is not in sources.json";
    "/cites/0/lines" Becomes("[]") => "cites[0].lines", "is empty";
    "/cites/0/lines" Becomes("[99999]") => "cites[0].lines", "belongs to no paragraph";
    "/cites/0/terms" Becomes("[]") => "cites[0].terms", "is empty";
    "/cites/0/footnotes" Becomes("[9999]") => "cites[0].footnotes", "is not in references.json";
    "/cites/0/page" Becomes("3") => "cites[0].page", "unknown field `page`", unread;
    "/quantities" Becomes(r#"[{"what": "x", "value": 5, "qualifier": "between", "unit": "km"}]"#) => "quantities[0]", "between a value and nothing";
    "/quantities" Becomes(r#"[{"what": "x", "value": 5, "max": 2, "qualifier": "between", "unit": "km"}]"#) => "quantities[0]", "max below";
    "/quantities" Becomes(r#"[{"what": "x", "value": 5, "qualifier": "exact", "unit": "km", "at": "soon"}]"#) => "quantities[0].at", "is no date";
    "/quantities" Becomes(r#"[{"what": "x", "qualifier": "exact", "unit": "km"}]"#) => "quantities[0]", "missing field `value`", unread;
    "/code" Becomes(r#"{"treaty": {}}"#) => "code", "unknown variant", unread;
    "/code" Becomes(r#"{"facility": {"place": "kant-air-base", "operator": "RU", "kind": "airbase", "status": "open"}}"#) => "code.facility.kind", "unknown variant `airbase`", unread;
    "/code" Becomes(r#"{"facility": {"place": "nowhere", "operator": "RU", "kind": "radar", "status": "open"}}"#) => "code.place", "is not in places.json";
    "/code" Becomes(r#"{"facility": {"place": "kurchatov", "operator": "RU", "kind": "radar", "status": "open"}}"#) => "code.place", "is not among the claim's places";
    "/code" Becomes(r#"{"aid": {"donor": "XX", "recipient": "KG"}}"#) => "code.donor", "is not in actors.json";
    "/code" Becomes(r#"{"aid": {"donor": "BRICS", "recipient": "prio", "currency": "roubles"}}"#) => "code.currency", "is no currency";
    "/code" Becomes(r#"{"threat": {"threat": "boredom"}}"#) => "code.threat", "is not in threats.txt";
    "/code" Becomes(r#"{"stance": {"issue": "nothing", "party": "RU", "value": "supports"}}"#) => "code.issue", "is not in issues.json";
    "/code" Becomes(r#"{"membership": {"organisation": "prio", "status": "founder"}}"#) => "code.membership.status", "unknown variant `founder`", unread;
};

#[rustfmt::skip]
const SOURCE: &[Fault] = faults! {
    "/year" Becomes(r#""lately""#) => "year", "lately";
    "/horizon" Becomes(r#""2018/..""#) => "horizon", "has no last day";
    "/scope/actors/0" Becomes(r#""XX""#) => "scope.actors", "is not in actors.json";
    "/scope/years" Becomes(r#""2017/2007""#) => "scope.years", "is no date";
    "/vantage" Becomes(r#""""#) => "vantage", "is empty";
    "/silences_ru" Goes => "silences_ru", "is missing";
    "/year_note" Goes => "year_note_ru", "has no year_note";
};

#[rustfmt::skip]
const REFERENCE: &[Fault] = faults! {
    "" Twice => "id", "stands twice";
    "/source" Becomes(r#""no-such""#) => "source", "is not in sources.json";
    "/lines" Becomes("[]") => "lines", "is empty";
    "/date" Becomes(r#""June 2014""#) => "date", "is no date";
    "/accessed" Becomes(r#""2014-06-31""#) => "accessed", "is no date";
    "/url" Becomes(r#""javascript:alert(1)""#) => "url", "javascript";
    "/kind" Becomes(r#""gossip""#) => "kind", "unknown variant `gossip`", unread;
};

#[rustfmt::skip]
const ACTOR: &[Fault] = faults! {
    "" Twice => "id", "stands twice";
    "/kind" Becomes(r#""empire""#) => "kind", "unknown variant `empire`", unread;
    "/seat" Becomes(r#""nowhere""#) => "seat", "is not in places.json";
    "/name" Goes => "", "missing field `name`", unread;
};

#[rustfmt::skip]
const PLACE: &[Fault] = faults! {
    "" Twice => "id", "stands twice";
    "/lon" Becomes("744.7765") => "lon", "is 744.7765";
    "/lat" Becomes("430.613") => "lat", "is 430.613";
    "/lat" Becomes("-43.0613") => "lon", "is far outside";
    "/lon" Becomes(r#""74 E""#) => "lon", "invalid type: string", unread;
    "/precision_km" Becomes("-1") => "precision_km", "is -1";
    "/precision_km" Becomes("40000") => "precision_km", "is 40000";
    "/country" Becomes(r#""kg""#) => "country", "kg";
    "/country" Becomes(r#""NZ""#) => "lon", "is far outside NZ";
    "/kind" Becomes(r#""swamp""#) => "kind", "unknown variant `swamp`", unread;
    "/data" Goes => "", "missing field `data`", unread;
};

#[rustfmt::skip]
const CATEGORY: &[Fault] = faults! {
    "/order" Becomes("256") => "order", "invalid value", unread;
    "/order" Becomes("1") => "order", "1 is taken";
    "/examples" Becomes(r#"["no-such"]"#) => "examples", "is not in claims/";
    "/group" Becomes(r#""sports""#) => "group", "unknown variant `sports`", unread;
    "/id" Becomes(r#""no such""#) => "id", "has other characters";
    "/exclude_ru" Goes => "exclude_ru", "is missing";
};

#[rustfmt::skip]
const ISSUE: &[Fault] = faults! {
    "" Twice => "id", "stands twice";
    "/group" Becomes(r#""quarrel""#) => "group", "unknown variant `quarrel`", unread;
    "/proposition" Goes => "", "missing field `proposition`", unread;
    "/proposition_ru" Goes => "proposition_ru", "is missing";
};

#[rustfmt::skip]
const LINK: &[Fault] = faults! {
    "/from" Becomes(r#""no-such""#) => "from", "is not in claims/";
    "/to" Becomes(r#""no-such""#) => "to", "is not in claims/";
    "/kind" Becomes(r#""resembles""#) => "kind", "unknown variant `resembles`", unread;
    "/note" Becomes("null") => "note", "is null", unread;
    "/cites" Becomes(r#"[{"source": "no-such", "lines": [1], "terms": ["x"]}]"#) => "cites[0].source", "is not in sources.json";
    "/cites" Becomes(r#"[{"source": "seneca-2018", "lines": [99999], "terms": ["x"]}]"#) => "cites[0].lines", "belongs to no paragraph";
    "/cites" Becomes(r#"[{"source": "seneca-2018", "lines": [84], "terms": []}]"#) => "cites[0].terms", "is empty";
};

#[rustfmt::skip]
const ROUTE: &[Fault] = faults! {
    "" Twice => "id", "stands twice";
    "/via" Becomes(r#"["baku"]"#) => "via", "fewer than two places";
    "/via" Becomes(r#"["baku", "nowhere"]"#) => "via", "is not in places.json";
    "/claims" Becomes("[]") => "claims", "is empty";
    "/claims" Becomes(r#"["no-such"]"#) => "claims", "is not in claims/";
    "/kind" Becomes(r#""canal""#) => "kind", "unknown variant `canal`", unread;
    "/date" Becomes(r#""2014-2018""#) => "date", "is no date";
    "/note" Goes => "note", "none of the claims names";
};

#[rustfmt::skip]
const TOUR: &[Fault] = faults! {
    "/steps" Becomes("[]") => "steps", "fewer than two";
    "/title_ru" Goes => "title_ru", "is missing";
    "/steps/1/text_ru" Goes => "steps[1].text_ru", "is missing";
};

#[rustfmt::skip]
const RELEASE: &[Fault] = faults! {
    "/added/0" Becomes(r#""no-such""#) => "added", "is not in claims/";
    "/version" Becomes(r#""one""#) => "version", "is no release";
};

/// The ways that suit a file's records.
pub(super) fn of(file: &str) -> &'static [Fault] {
    match file.split('/').next().unwrap_or_default() {
        "claims" => CLAIM,
        "tours" => TOUR,
        "sources.json" => SOURCE,
        "references.json" => REFERENCE,
        "actors.json" => ACTOR,
        "places.json" => PLACE,
        "categories.json" => CATEGORY,
        "issues.json" => ISSUE,
        "links.json" => LINK,
        "routes.json" => ROUTE,
        "releases.json" => RELEASE,
        _ => &[],
    }
}
