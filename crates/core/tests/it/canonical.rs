//! Canonical JSON is JSON, and the same value again.

use crate::products::any_value;
use haberdash_core::{Value, canonical};
use proptest::prelude::*;

/// What canonical JSON cannot tell apart: -0 is 0, and fields have no order.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Number(number) if *number == 0.0 => Value::Number(0.0),
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        Value::Object(fields) => {
            let mut fields: Vec<(_, Value)> = fields.iter().map(|(k, v)| (k.clone(), sorted(v))).collect();
            fields.sort_by(|a, b| a.0.encode_utf16().cmp(b.0.encode_utf16()));
            Value::Object(fields)
        }
        other => other.clone(),
    }
}

proptest! {
    #[test]
    fn parsed_again_it_is_the_same_value(value in any_value()) {
        let text = canonical::to_string(&value);
        let again: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&again, &sorted(&value), "the order of fields is canonical, so it is compared too");
        prop_assert_eq!(canonical::to_string(&again), text);
    }

    #[test]
    fn the_order_of_fields_does_not_change_the_hash(fields in prop::collection::btree_map(any::<String>(), any_value(), 0..6)) {
        let forwards = Value::object(fields.clone());
        let backwards = Value::object(fields.into_iter().rev());
        prop_assert_eq!(canonical::hash(&forwards), canonical::hash(&backwards));
    }
}
