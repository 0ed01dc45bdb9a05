//! Recommendations from an index and by Serenade's own code, for the same sessions in one run, on one core.
//!
//! Arguments: the folder of the index, and Serenade's `train.txt` and `test.txt`. Serenade has the settings of its example (500 sessions, 50 neighbours, the
//! last 2 items); the index has what `haberdash index` learned. Every item but the first of a session is to be found among 20. The clock is
//! held around each call; the two take turns, so that nothing favours one.
#![allow(clippy::expect_used)]

use haberdash_core::Value;
use haberdash_core::index::{BLOCK, Index, Manifest, Row, distinct, score};
use serenade::vmisknn::{self, vmis_index::VMISIndex};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

const LAST: usize = 2;
const LIST: usize = 20;
/// The whole of the sessions is asked for so often; the first time is to warm up.
const ROUNDS: usize = 6;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, train, test] = &arguments[..] else { panic!("arguments: INDEX TRAIN TEST") };
    let index = read(Path::new(folder));
    let serenade = VMISIndex::new_from_csv(train, 500, 1.0);
    let mut sessions: Vec<(u32, Vec<u64>)> = serenade::io::read_test_data_evolving(test).into_iter().collect();
    sessions.sort();
    let (mut ours, mut theirs) = (Measured::default(), Measured::default());
    for round in 0..ROUNDS {
        for items in sessions.iter().map(|(_, items)| items) {
            let ids: Vec<String> = items.iter().map(u64::to_string).collect();
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            for at in 1..items.len() {
                let start = Instant::now();
                let rows: Vec<Option<&Row>> = distinct(&ids[..at]).iter().map(|id| index.row(id)).collect();
                let list = black_box(score(&index.manifest().method, &rows, LIST));
                let taken = start.elapsed();
                let place = list.iter().position(|(number, _)| index.id(*number) == Some(ids[at]));
                ours.add(round, taken.as_nanos(), place);

                let session = &items[at.saturating_sub(LAST)..at];
                let start = Instant::now();
                let found = vmisknn::predict(&serenade, session, 50, 500, LIST, false);
                let list: Vec<u64> = black_box(found.into_sorted_vec().iter().map(|scored| scored.id).collect());
                let taken = start.elapsed();
                theirs.add(round, taken.as_nanos(), list.iter().take(LIST).position(|item| *item == items[at]));
            }
        }
    }
    println!("{{\"ours\":{},\"serenade\":{}}}", ours.json(), theirs.json());
}

#[derive(Default)]
struct Measured {
    times: Vec<u128>,
    cases: f64,
    hits: f64,
    reciprocal: f64,
}

impl Measured {
    fn add(&mut self, round: usize, nanoseconds: u128, place: Option<usize>) {
        if round == 0 {
            self.cases += 1.0;
            self.hits += f64::from(u8::from(place.is_some()));
            self.reciprocal += place.map_or(0.0, |place| 1.0 / (place as f64 + 1.0));
        } else {
            self.times.push(nanoseconds);
        }
    }

    fn json(mut self) -> String {
        self.times.sort_unstable();
        let at = |share: f64| self.times[((self.times.len() - 1) as f64 * share) as usize] as f64 / 1000.0;
        let (hr, mrr) = (self.hits / self.cases, self.reciprocal / self.cases);
        format!(
            "{{\"cases\":{},\"mrr\":{mrr:.4},\"hr\":{hr:.4},\"p50\":{:.2},\"p90\":{:.2}}}",
            self.cases,
            at(0.5),
            at(0.9)
        )
    }
}

fn read(folder: &Path) -> Index {
    let text = fs::read_to_string(folder.join("manifest.json")).expect("a manifest");
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let manifest = Manifest::from_value(&value).expect("a manifest of this version");
    let (build, shards, items) = (manifest.build.clone(), manifest.shards, manifest.items);
    let mut index = Index::new(manifest);
    let bytes = |kind: &str, at: u32| fs::read(folder.join(kind).join(format!("{build}-{at}.bin"))).expect("a file");
    for at in 0..shards {
        index.put_rows(at, &bytes("rows", at)).expect("rows");
    }
    for at in 0..items.div_ceil(BLOCK) {
        index.put_names(at, &bytes("names", at)).expect("names");
    }
    index
}
