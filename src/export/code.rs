//! A claim's code as the dataset's files write it: names in place of numbers.

use serde_json::Value;

use crate::atlas::{Atlas, PackedCode};

/// Fields of the code families that name an actor.
const ACTORS: [&str; 12] = [
    "organisation",
    "traveller",
    "destination",
    "sender",
    "host",
    "operator",
    "supplier",
    "recipient",
    "donor",
    "visitor",
    "party",
    "to",
];

/// The code as JSON; fields without a value are left out.
pub fn json(atlas: &Atlas, code: &PackedCode<'_>) -> Value {
    let mut value = serde_json::to_value(code).unwrap_or_default();
    let families = value.as_object_mut().into_iter().flat_map(|family| family.values_mut());
    for fields in families.filter_map(Value::as_object_mut) {
        fields.retain(|_, value| !value.is_null());
        for (field, value) in fields {
            let Some(number) = value.as_u64().and_then(|number| usize::try_from(number).ok())
            else {
                continue;
            };
            let name = match field.as_str() {
                "place" => atlas.places().nth(number).map(|(_, place)| place.slug),
                "issue" => atlas.issues().nth(number).map(|(_, issue)| issue.slug),
                field if ACTORS.contains(&field) => {
                    atlas.actors().nth(number).map(|(_, actor)| actor.slug)
                }
                _ => None,
            };
            if let Some(name) = name {
                *value = name.into();
            }
        }
    }
    value
}
