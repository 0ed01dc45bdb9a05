//! The folder of an index: `manifest.json`, `rows/BUILD-N.bin`, `names/BUILD-N.bin`, and where items come from a catalogue `cards/BUILD-N.json`.

use super::count::{Built, Settings};
use super::events::Sequences;
use super::features::Items;
use super::learn::method;
use super::number;
use crate::json;
use haberdash_core::Value;
use haberdash_core::index::{BLOCK, Manifest, Names, Row, Shard, shard_of};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// So many rows a shard has on average, and at least, so that asking for one tells little.
const ROWS: usize = 64;
const LEAST_ROWS: u32 = 32;
/// So many popular items are kept for shoppers of whom nothing is known.
const POPULAR: usize = 200;

/// What was written.
pub struct Sizes {
    pub files: usize,
    pub rows: usize,
    pub names: usize,
    pub cards: usize,
}

/// Writes the folder `out`. What an older build left in it goes.
pub fn write(
    out: &Path,
    items: &Items,
    sequences: &Sequences,
    built: Built,
    settings: &Settings,
) -> Result<Sizes, String> {
    let count = items.len();
    let mut popular: Vec<u32> = (0..count as u32).collect();
    popular.sort_by(|a, b| built.counts[*b as usize].total_cmp(&built.counts[*a as usize]).then(a.cmp(b)));
    let order = number::order(&built.rows, &popular);
    let mut numbers = vec![0_u32; count];
    order.iter().zip(0..).for_each(|(item, number)| numbers[*item as usize] = number);
    let shards = shards(items);
    let method = method(settings, &built, &built.counts);
    let popular = popular.into_iter().take(POPULAR).take_while(|item| built.counts[*item as usize] > 0.0);
    let popular: Vec<u32> = popular.map(|item| numbers[item as usize]).collect();
    let mut lists: Vec<Vec<Row>> = (0..shards).map(|_| Vec::new()).collect();
    for (item, row) in built.rows.into_iter().enumerate() {
        let id = items.id(item).to_owned();
        let list = &mut lists[shard_of(&id, shards) as usize];
        let row: Vec<(u32, f32)> =
            row.into_iter().map(|(item, strength)| (numbers[item as usize], strength)).collect();
        list.push(Row::new(id, numbers[item], built.own[item], &row));
    }
    let files: Vec<Vec<u8>> = lists.into_iter().map(|rows| Shard::new(rows).to_bytes()).collect();
    let cards = items.cards(&built.counts, &order);
    let mut hash = Sha256::new();
    files.iter().for_each(|file| hash.update(file));
    cards.iter().for_each(|file| hash.update(file));
    let build: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();

    for folder in ["rows", "names", "cards"] {
        let folder = out.join(folder);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(cannot(&folder))?;
        }
        if !folder.ends_with("cards") || !cards.is_empty() {
            fs::create_dir_all(&folder).map_err(cannot(&folder))?;
        }
    }
    let mut sizes = Sizes { files: 1, rows: 0, names: 0, cards: 0 };
    let mut put = |folder: &str, index: usize, bytes: &[u8]| {
        let (sum, end) = match folder {
            "rows" => (&mut sizes.rows, "bin"),
            "names" => (&mut sizes.names, "bin"),
            _ => (&mut sizes.cards, "json"),
        };
        let path = out.join(folder).join(format!("{build}-{index}.{end}"));
        sizes.files += 1;
        *sum += bytes.len();
        fs::write(&path, bytes).map_err(cannot(&path))
    };
    for (index, file) in files.iter().enumerate() {
        put("rows", index, file)?;
    }
    for (index, file) in cards.iter().enumerate() {
        put("cards", index, file.as_bytes())?;
    }
    let ids: Vec<String> = order.iter().map(|item| items.id(*item as usize).to_owned()).collect();
    for (index, block) in ids.chunks(BLOCK as usize).enumerate() {
        put("names", index, &Names(block.to_vec()).to_bytes())?;
    }
    let manifest = Manifest {
        items: count as u32,
        shards,
        build: build.clone(),
        method,
        popular,
        currency: items.currency(),
        rules: items.rules(),
    };
    let number = |number: f32| Value::Number(format!("{number:.4}").parse().unwrap_or_default());
    let facts = Value::object([
        ("events", Value::from(sequences.events() as i64)),
        ("shoppers", Value::from(sequences.len() as i64)),
        ("back", number(settings.back)),
        ("distance", number(settings.distance)),
        ("own_power", number(settings.own_power)),
        ("other_power", number(settings.other_power)),
        ("shrink", number(settings.shrink)),
        ("length", number(settings.length)),
        ("age", number(settings.age)),
        ("trend", number(settings.trend)),
        ("alike", number(settings.alike)),
        ("alike_popular", number(settings.alike_popular)),
        ("further", number(settings.further)),
    ]);
    let mut value = manifest.to_value();
    if let Value::Object(fields) = &mut value {
        fields.push(("facts".into(), facts));
    }
    let path = out.join("manifest.json");
    fs::write(&path, json::pretty(&value) + "\n").map_err(cannot(&path))?;
    Ok(sizes)
}

/// How many shards of rows there are: none has too few.
fn shards(items: &Items) -> u32 {
    let mut shards = (items.len() / ROWS).max(1) as u32;
    loop {
        let mut rows = vec![0_u32; shards as usize];
        (0..items.len()).for_each(|item| rows[shard_of(items.id(item), shards) as usize] += 1);
        if shards == 1 || rows.iter().all(|rows| *rows >= LEAST_ROWS) {
            return shards;
        }
        shards -= shards / 16 + 1;
    }
}

fn cannot(path: &Path) -> impl Fn(std::io::Error) -> String {
    move |error| format!("{} cannot be written: {error}", path.display())
}
