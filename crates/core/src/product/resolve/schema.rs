//! JSON Schemas of what only stands in files: `extend`, entries for libraries, and libraries themselves.

use crate::packed::Facets;
use crate::read::{Read, schema};
use crate::value::Value;

/// The JSON Schema document of libraries. `library` is that of libraries without others in them.
pub(in crate::product) fn library(library: Value) -> Value {
    schema::document("Haberdash library", with_libraries(library))
}

/// The JSON Schema document of product files. `product` is that of products without `extend` and libraries.
pub(in crate::product) fn product(product: Value) -> Value {
    let Value::Object(mut document) =
        schema::document("Haberdash product", with_extend(with_libraries(product)))
    else {
        return Value::Null;
    };
    // What stands in front of the type is about the document.
    let start = document.iter().position(|(name, _)| name == "type").unwrap_or(0);
    let whole = Value::Object(document.split_off(start));
    // A file that extends another says what differs.
    let condition = Value::object([("required", Value::from(vec!["extend"]))]);
    document.extend([
        ("if".into(), condition),
        ("then".into(), loosened(whole.clone())),
        ("else".into(), whole),
    ]);
    Value::Object(document)
}

fn with_extend(mut product: Value) -> Value {
    if let Some(Value::Object(properties)) = field(&mut product, "properties") {
        let text = "The product file that this one completes or changes.";
        let extend = [("type", Value::from("string")), ("description", Value::from(text))];
        properties.push(("extend".into(), Value::object(extend)));
    }
    product
}

/// `value` with entries for libraries wherever it has lists of choices.
fn with_libraries(value: Value) -> Value {
    map(value, &|mut value| {
        if let Some(Value::Object(properties)) = field(&mut value, "properties") {
            for (name, list) in properties {
                if let Some(items) = field(list, "items").filter(|_| name == "choices") {
                    *items = Value::object([("anyOf", Value::from(vec![std::mem::take(items), entry()]))]);
                }
            }
        }
        value
    })
}

/// What stands for the choices of a library.
fn entry() -> Value {
    let fields = vec![
        ("library", "A library, whose choices stand here.", true, String::schema()),
        (
            "only",
            "The ids of those that are wanted, in the order shown; all where left out.",
            false,
            Vec::<String>::schema(),
        ),
        ("facets", "Only those that have, of each facet named, one of the values.", false, Facets::schema()),
    ];
    schema::record("The choices of a library.", fields)
}

/// `value` where nothing is required any more, and things with ids can be removed.
fn loosened(value: Value) -> Value {
    map(value, &|mut value| {
        if let Some(Value::Object(properties)) = field(&mut value, "properties")
            && properties.iter().any(|(name, _)| name == "id")
        {
            let text = "Takes out what the extended file has under this id.";
            let remove = [("const", Value::from(true)), ("description", Value::from(text))];
            properties.push(("remove".into(), Value::object(remove)));
        }
        if let Value::Object(fields) = &mut value {
            fields.retain(|(name, value)| name != "required" || value.as_array().is_none());
            for (name, value) in fields {
                // Several kinds may fit what is left out.
                if name == "oneOf" && value.as_array().is_some() {
                    *name = "anyOf".into();
                }
            }
        }
        value
    })
}

fn field<'v>(value: &'v mut Value, name: &str) -> Option<&'v mut Value> {
    let Value::Object(fields) = value else { return None };
    fields.iter_mut().find(|(field, _)| field == name).map(|(_, value)| value)
}

/// `value` with `change` made to all that is in it, then to itself.
fn map(value: Value, change: &dyn Fn(Value) -> Value) -> Value {
    change(match value {
        Value::Array(items) => Value::Array(items.into_iter().map(|item| map(item, change)).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, field)| (name, map(field, change))).collect())
        }
        other => other,
    })
}
