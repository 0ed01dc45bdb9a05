//! Models from `../shared/data`, where they are.

use super::*;

/// The file, unless the data is not there, which is said.
fn shared(path: &str) -> Option<(PathBuf, Source)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/configuration");
    let path = folder.join(path);
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    let bytes = std::fs::read(&path).unwrap();
    Some((path, decode(&bytes, &mut Found::default())))
}

fn product_of(path: &str) -> Option<Value> {
    let (path, source) = shared(path)?;
    let format = format_of(&path, &source.text).unwrap();
    Some(imported(&source.text, format).0)
}

#[test]
fn the_pc_shop_counts_as_known() {
    let Some(product) = product_of("pc-richmond/original.xml") else { return };
    let oracle = Oracle::new(&product);
    assert_eq!(oracle.counted(), "3326549945784326553600");
    assert_eq!(counted_by_core(&product).as_deref(), Some("3326549945784326553600"));
    assert!(oracle.holds(&oracle.defaults(&product)));
    assert_eq!(product.get("currency"), Some(&"EUR".into()));
    assert_eq!(product.get("base_price"), Some(&84190_i64.into()));
}

/// In the UVL file nothing stands below *M,2 SSD*, where the XML file has 13 features that make 12 states of it instead of 2.
#[test]
fn the_pc_shop_in_uvl_counts_a_sixth() {
    let Some(product) = product_of("pc-richmond/model.uvl") else { return };
    assert_eq!(Oracle::new(&product).counted(), "554424990964054425600");
    assert_eq!(counted_by_core(&product).as_deref(), Some("554424990964054425600"));
}

#[test]
fn the_dell_models_count_as_known() {
    let Some(product) = product_of("splot-dell/DELL-LAPTOP-NOTEBOOK-FM.sxfm.xml") else { return };
    assert_eq!(Oracle::new(&product).counted(), "2319");
    assert_eq!(counted_by_core(&product).as_deref(), Some("2319"));
    let Some(product) = product_of("splot-dell/dell_laptops_usa_fm.xml") else { return };
    // Groups of 4, 4, 10, 5, 6 or none, 10, 10, 8, 10, 2 or none, 8, 8 and 3, and no constraints.
    let all = [4_u64, 4, 10, 5, 7, 10, 10, 8, 10, 3, 8, 8, 3].iter().product::<u64>();
    assert_eq!(Oracle::new(&product).counted(), all.to_string());
}

#[test]
fn the_dell_catalogue_has_its_products_at_their_prices() {
    let Some((path, source)) = shared("splot-dell/dell_laptops_usa_fm_catalog.csv") else { return };
    assert_eq!(format_of(&path, &source.text), Some(Format::Csv));
    let mut found = Found::default();
    decode(&std::fs::read(path).unwrap(), &mut found);
    assert!(found.lines("f")[0].contains("read as windows-1252"), "{found:?}");
    let (product, said) = imported(&source.text, Format::Csv);
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(Oracle::new(&product).counted(), "33");
    assert_eq!(counted_by_core(&product).as_deref(), Some("33"));
    assert_eq!(product.get("currency"), Some(&"USD".into()));
    let prices = super::table::prices(&product);
    let expected = source.text.lines().skip(1).map(|line| {
        let price = line.split('$').nth(1).unwrap().trim_end_matches(['"', ',']);
        let price = price.split(".00").next().unwrap().replace(',', "");
        price.parse::<i64>().unwrap() * 100
    });
    assert_eq!(prices, expected.collect::<Vec<_>>());
}
