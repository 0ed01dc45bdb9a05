//! Files of an index from a foreign server, and what is recommended from them.
#![no_main]

use haberdash_core::index::{BLOCK, Index, Manifest, Names, Row, Shard, distinct, score, strongest};
use haberdash_core::Value;
use libfuzzer_sys::fuzz_target;

fn manifest(bytes: &[u8]) -> Option<Manifest> {
    let mut numbers = bytes.iter().map(|byte| f64::from(*byte) / 16.0);
    let mut next = || Value::Number(numbers.next().unwrap_or(1.0));
    let names = ["decay", "repeat", "repeat_latest", "repeat_decay", "own", "mean"];
    let mut method: Vec<(String, Value)> = names.iter().map(|name| ((*name).to_owned(), next())).collect();
    method.push(("depth".to_owned(), Value::Number(8.0)));
    Manifest::from_value(&Value::object([
        ("version", Value::Number(1.0)),
        ("items", Value::Number(4096.0)),
        ("shards", Value::Number(1.0)),
        ("build", Value::from("00")),
        ("method", Value::object(method)),
        ("popular", Value::Array(Vec::new())),
    ]))
}

fuzz_target!(|bytes: &[u8]| {
    let _ = Names::from_bytes(bytes);
    if let Ok(shard) = Shard::from_bytes(bytes) {
        let again = Shard::from_bytes(&shard.to_bytes());
        assert_eq!(again.map(|again| again.rows().len()), Ok(shard.rows().len()));
        let Some(manifest) = manifest(bytes) else { return };
        let mut index = Index::new(manifest);
        assert!(index.put_rows(0, bytes).is_ok());
        let ids: Vec<&str> = shard.rows().iter().map(|row| row.id.as_str()).collect();
        let rows: Vec<Option<&Row>> = distinct(&ids).iter().take(9).map(|id| index.row(id)).collect();
        for (number, sum) in score(&index.manifest().method, &rows, 50) {
            assert!(sum > 0.0);
            let _ = (strongest(&index.manifest().method, &rows, number), index.id(number % BLOCK));
        }
    }
});
