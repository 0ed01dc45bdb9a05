//! Cuts the module that the compiler made into the one that every page fetches and parts that come on demand. Parts share memory, table and
//! functions with it, so that nothing is there twice, and calls go from one to the other as they were written. Why:
//! `docs/decisions/parts.md`.
//!
//! What belongs to a part is said by paths in [`PARTS`]: every function below them, and what only those reach. A call into a part from outside
//! goes through the table, where the part puts its functions when it is instantiated; before that it stops the module. So whoever calls
//! into a part waits for it: `src/platform/parts.rs`.

mod cut;
mod links;
mod plan;
mod unused;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// A part of the module.
pub(crate) struct Part {
    /// What it is asked for by.
    pub(crate) name: &'static str,
    /// The part that it needs to be there before.
    pub(crate) on: Option<&'static str>,
    /// Modules and types; `!` before those within that stay; `*` before those that take with them what is only made for them, as what drops their
    /// values.
    paths: &'static [&'static str],
    /// The functions that may be called where the part may not be there: their callers wait for it. Any other call stops the build.
    entrances: &'static [&'static str],
}

/// What several parts need and the module does not: searching in texts, say.
const COMMON: &str = "common";

/// All parts, each after the one that it needs.
pub(crate) const PARTS: &[Part] = &[
    Part { name: COMMON, on: None, paths: &[], entrances: &[] },
    Part {
        name: "rules",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::rules",
            "haberdash_core::compat",
            "haberdash_core::price",
            "!haberdash_core::price::plain",
            "!haberdash_core::price::Pricing",
            "haberdash_core::product::Product>::broken",
            "haberdash_core::product::Product>::in_currency",
            "haberdash_core::product::rule",
            "haberdash_core::product::ruled",
            "haberdash_core::selection::Selection>::settle",
            "haberdash_core::selection::settle",
            "haberdash_app::app::roots::hints",
            "haberdash_app::app::rules",
            "*haberdash_app::embed::configurator::begin::compiled",
            "haberdash_app::ui::ruled",
        ],
        entrances: &[
            "haberdash_app::app::roots::hints::hear",
            "haberdash_app::app::roots::hints::asked",
            "haberdash_app::app::roots::hints::hush",
            "haberdash_app::app::roots::hints::only_passes",
            "haberdash_app::embed::configurator::begin::compiled",
            "haberdash_app::ui::ruled::line",
            // Is called by `fields`.
            "haberdash_app::app::rules::cheapest",
            "haberdash_app::app::rules::look",
            "haberdash_app::app::rules::nearest",
            "haberdash_app::app::rules::pick",
            "haberdash_app::app::rules::random",
            "haberdash_app::app::rules::repair",
            "haberdash_core::compat::words::Speaker>::sentence",
            "haberdash_core::price::breakdown::price",
            "haberdash_core::product::Product>::broken",
            // Is called by `worn`, about rules that show options.
            "haberdash_core::product::rule::condition::Entry>::holds",
            "haberdash_core::product::ruled::check_prices",
            "haberdash_core::product::ruled::read",
            "haberdash_core::selection::Selection>::settle",
            "haberdash_core::selection::settle::wishes",
        ],
    },
    Part {
        name: "files",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::product::resolve",
            "!haberdash_core::product::resolve::address::scheme",
            "*haberdash_app::embed::parts::together",
            "haberdash_app::platform::fetch::values",
        ],
        entrances: &["haberdash_app::embed::parts::together"],
    },
    Part {
        name: "letters",
        on: Some(COMMON),
        paths: &["haberdash_core::font", "haberdash_core::lettering", "ttf_parser"],
        entrances: &["haberdash_core::font::Font>::parse", "haberdash_core::lettering::put"],
    },
    Part {
        name: "picture",
        on: Some(COMMON),
        paths: &[
            "haberdash_app::app::roots::lens",
            "haberdash_app::embed::configurator::look",
            "haberdash_app::ui::styles::chip_pictures",
            "haberdash_app::ui::words::lens_word",
            "haberdash_app::ui::zoom",
            "alloc::rc::Rc<haberdash_app::app::roots::lens",
            "core::ptr::drop_in_place::<haberdash_app::app::roots::lens",
            "core::ptr::drop_in_place::<alloc::rc::Rc<haberdash_app::app::roots::lens",
        ],
        entrances: &["haberdash_app::embed::configurator::look::begin"],
    },
    Part {
        name: "logo",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::image",
            "haberdash_core::product::image_option",
            "!haberdash_core::product::image_option::has_image",
            "haberdash_app::embed::configurator::logo",
            "haberdash_app::platform::files",
            "haberdash_app::ui::logo",
            "alloc::rc::Rc<haberdash_app::embed::configurator::logo",
            "core::ptr::drop_in_place::<alloc::rc::Rc<haberdash_app::embed::configurator::logo",
            "core::ptr::drop_in_place::<haberdash_app::embed::configurator::logo",
            "core::ptr::drop_in_place::<<haberdash_app::embed::configurator::logo",
            "!haberdash_core::image::placed::Placed as",
        ],
        entrances: &[
            // These are called by `worn`.
            "haberdash_app::embed::configurator::logo::known::bring",
            "haberdash_app::embed::configurator::logo::known::came",
            "haberdash_app::embed::configurator::logo::known::files",
            "haberdash_app::embed::configurator::logo::known::fits",
            "haberdash_app::embed::configurator::logo::known::follow",
            "haberdash_app::embed::configurator::logo::known::ticket",
            "haberdash_app::embed::configurator::logo::open",
            "haberdash_app::ui::logo::draw::draw",
            "haberdash_app::ui::logo::view",
            "haberdash_core::image::order::list",
            "haberdash_core::image::order::words",
            "haberdash_core::image::place::content",
            "haberdash_core::image::placed::read",
            "haberdash_core::image::placed::to_value",
            "haberdash_core::product::image_option::ImagePrice as haberdash_core::read::Read>::read",
            "haberdash_core::product::image_option::read",
        ],
    },
    Part {
        name: "fields",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::product::color_option",
            "haberdash_core::product::extras",
            "haberdash_core::product::units",
            "haberdash_core::product::Product>::delivery",
            "haberdash_core::cart::parts",
            "*haberdash_app::app::roots::fields",
            "haberdash_app::ui::fields",
            "haberdash_app::platform::intl::formatted",
            "haberdash_app::platform::intl::in_days",
            "haberdash_app::platform::intl::more_days",
            // What lets go of them.
            "alloc::rc::Rc<haberdash_core::product::color_option::ColorOption>>::drop_slow",
            "alloc::rc::Rc<haberdash_core::product::extras::Extras>>::drop_slow",
            "core::ptr::drop_in_place::<haberdash_app::app::roots::fields",
            "core::ptr::drop_in_place::<haberdash_core::product::color_option",
            "core::ptr::drop_in_place::<haberdash_core::product::extras",
        ],
        entrances: &[
            "alloc::rc::Rc<haberdash_core::product::color_option::ColorOption>>::drop_slow",
            "alloc::rc::Rc<haberdash_core::product::extras::Extras>>::drop_slow",
            "haberdash_app::app::roots::fields::new",
            "haberdash_app::ui::fields::below",
            "haberdash_app::ui::fields::note",
            "haberdash_app::ui::fields::steps::arrange",
            "haberdash_app::ui::fields::view",
            "haberdash_core::cart::parts::add",
            "haberdash_core::product::Product>::delivery",
            "haberdash_core::product::color_option::ColorOption>::snapped",
            "haberdash_core::product::color_option::read",
            "haberdash_core::product::extras::read",
        ],
    },
    Part {
        name: "grid",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::find",
            "haberdash_app::app::roots::grid",
            "haberdash_app::ui::grid",
            // What lets go of them.
            "alloc::rc::Rc<haberdash_app::app::roots::grid",
            "core::ptr::drop_in_place::<haberdash_app::app::roots::grid",
            "core::ptr::drop_in_place::<alloc::rc::Rc<haberdash_app::app::roots::grid",
            "core::ptr::drop_in_place::<haberdash_app::ui::grid",
            "core::ptr::drop_in_place::<haberdash_core::find",
        ],
        entrances: &["haberdash_app::app::roots::grid::new"],
    },
    Part {
        name: "designs",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::designs",
            "haberdash_core::svg",
            "!haberdash_core::svg::pattern_id",
            "!haberdash_core::svg::mask_id",
            "!haberdash_core::svg::clip_id",
            "*haberdash_app::app::designs",
            "*haberdash_app::app::roots::designs",
            "haberdash_app::ui::designs",
            "haberdash_app::ui::more",
            "*haberdash_app::embed::configurator::designs",
            "*haberdash_app::embed::configurator::looks",
            "*haberdash_app::embed::configurator::picture",
        ],
        entrances: &[
            "haberdash_app::embed::configurator::designs::begin",
            // Is given to `rules` by what is in here.
            "haberdash_app::embed::configurator::designs::random",
        ],
    },
    Part {
        name: "text",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::product::text_option",
            "!haberdash_core::product::text_option::TextOption as",
            "haberdash_core::scene::letters",
            "haberdash_app::app::typing",
            "haberdash_app::embed::configurator::fonts",
            "haberdash_app::ui::letters",
            "haberdash_app::ui::words::text_phrase",
        ],
        entrances: &[
            "haberdash_app::app::typing::draft",
            "haberdash_app::app::typing::missing_fonts",
            "haberdash_app::app::typing::typed",
            "haberdash_app::embed::configurator::fonts::expect",
            "haberdash_app::embed::configurator::fonts::fetch_all",
            "haberdash_app::embed::configurator::fonts::load",
            "haberdash_app::ui::letters::view",
            "haberdash_core::product::text_option::TextOption>::clean",
            "haberdash_core::product::text_option::TextOption>::font",
            "haberdash_core::product::text_option::TextPrice as haberdash_core::read::Read>::read",
            "haberdash_core::product::text_option::check",
            "haberdash_core::product::text_option::read",
            "haberdash_core::scene::letters",
        ],
    },
    Part {
        name: "seldom",
        on: Some(COMMON),
        paths: &[
            "haberdash_app::app::roots::panel",
            "haberdash_app::app::shopper::Shopper>::change",
            "haberdash_app::app::shopper::Shopper>::clear",
            "haberdash_app::app::shopper::Shopper>::forget",
            "haberdash_app::app::shopper::Shopper>::pause",
            "*haberdash_app::embed::configurator::links::copied",
            "haberdash_app::embed::configurator::links::linked",
            "*haberdash_app::embed::explain::asked",
            "*haberdash_app::platform::parts::explain",
            "haberdash_app::ui::panel",
            "haberdash_app::ui::words::seldom_word",
            "haberdash_core::canonical::hash_bytes",
        ],
        entrances: &[
            "haberdash_app::app::roots::panel::dress",
            "haberdash_app::app::roots::panel::hear",
            "haberdash_app::app::roots::panel::view",
            // The loader waits for the part before it calls these.
            "haberdash_app::app::shopper::Shopper>::clear",
            "haberdash_app::app::shopper::Shopper>::forget",
            "haberdash_app::embed::configurator::links::copied",
            "haberdash_app::embed::configurator::links::linked",
            "haberdash_app::embed::explain::asked",
            // Where the browser makes no hashes.
            "haberdash_core::canonical::hash_bytes",
        ],
    },
    Part {
        name: "worn",
        on: Some(COMMON),
        paths: &["haberdash_core::transfer", "*haberdash_app::embed::worn", "haberdash_app::ui::worn"],
        entrances: &[
            "haberdash_app::embed::worn::begin",
            "haberdash_app::embed::worn::cards::dress",
            "haberdash_app::embed::worn::open",
        ],
    },
    Part {
        name: "lists",
        on: Some(COMMON),
        paths: &["*haberdash_app::embed::lists"],
        entrances: &["haberdash_app::embed::lists::attend"],
    },
    Part {
        name: "merchant",
        on: Some("lists"),
        paths: &[
            "*haberdash_core::recommend::merchant",
            "*haberdash_app::embed::merchant",
            "haberdash_app::ui::merchant",
            "haberdash_app::ui::words::merchant_word",
        ],
        entrances: &[
            "haberdash_app::embed::merchant::attend",
            "haberdash_app::embed::merchant::cards",
            "haberdash_app::ui::words::merchant_word",
        ],
    },
    Part {
        name: "qr",
        on: Some("designs"),
        paths: &["haberdash_core::qr", "qrcodegen"],
        entrances: &["haberdash_core::qr::code"],
    },
    Part {
        name: "index",
        on: Some(COMMON),
        paths: &[
            "haberdash_core::index",
            "*haberdash_app::embed::index",
            "!haberdash_app::embed::index::load",
            "!core::ptr::drop_in_place::<haberdash_app::embed::index::load",
            // What lets go of them.
            "alloc::rc::Rc<haberdash_core::index",
            "core::ptr::drop_in_place::<haberdash_core::index",
        ],
        entrances: &[
            // Is there only where `said` gave it.
            "core::ptr::drop_in_place::<haberdash_core::index::said::Said>",
            "haberdash_app::embed::index::begin",
            "haberdash_app::embed::index::cards",
            "haberdash_app::embed::index::follow",
            "haberdash_app::embed::index::said",
        ],
    },
];

/// Where the part called `name` is.
pub(crate) fn file_of(name: &str) -> String {
    format!("haberdash_{name}.wasm")
}

/// Cuts `module`, which wasm-bindgen made of what the linker wrote to `linked`, and writes the parts beside it.
pub(super) fn run(linked: &Path, module: &Path) -> Result<()> {
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let wasm = read(module)?;
    let folder = module.parent().context("The module is in no folder")?;
    let mut links = links::Links::read(&read(linked)?)?;
    let wasm = unused::run(&wasm, &mut links, unused::UNUSED)?;
    let plan = plan::Plan::new(&cut::parse(&wasm)?, PARTS, &links)?;
    for (index, part) in PARTS.iter().enumerate() {
        if !plan.has(index) {
            bail!("No function of the module belongs to the part {}: do its paths still exist?", part.name);
        }
        let gates = plan.gates(index).filter(|(to, _)| !part.entrances.contains(to));
        let gates: Vec<String> = gates.map(|(to, from)| format!("{to}, called from {from}")).collect();
        if !gates.is_empty() {
            bail!(
                "These are in the part {}, and are called where that may not be there. If the caller waits for it, it is one of its entrances; else it stays \
                 in the module (`!` in its paths).\n{}",
                part.name,
                gates.join("\n")
            );
        }
    }
    let modules = cut::cut(&wasm, &plan, PARTS)?;
    let names = PARTS.iter().map(|part| file_of(part.name));
    for (bytes, file) in modules.parts.iter().zip(names) {
        fs::write(folder.join(&file), bytes).with_context(|| format!("{file} cannot be written"))?;
    }
    fs::write(module, modules.main).with_context(|| format!("{} cannot be written", module.display()))
}

/// Takes out what the linker said of its own output, where nothing is cut.
pub(super) fn forget_links(module: &Path) -> Result<()> {
    let wasm = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let wasm = cut::parse(&wasm)?.emit_wasm();
    fs::write(module, wasm).with_context(|| format!("{} cannot be written", module.display()))
}

#[cfg(test)]
mod tests {
    use super::links::Links;
    use super::*;
    use std::process::Command;
    use walrus::{
        ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, ImportKind, Module, ModuleConfig,
        RefType, ValType, ir,
    };

    const OF_TEST: &[Part] = &[
        Part { name: "far", on: None, paths: &["far", "!far::near"], entrances: &[] },
        Part { name: "farther", on: Some("far"), paths: &["farther"], entrances: &[] },
    ];

    /// A function that adds `number` to what it is given, then calls `calls` with it, one after the other.
    fn function(module: &mut Module, name: &str, number: i32, calls: &[FunctionId]) -> FunctionId {
        let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[ValType::I32]);
        builder.name(name.to_owned());
        let given = module.locals.add(ValType::I32);
        let mut body = builder.func_body();
        body.local_get(given).i32_const(number).binop(ir::BinaryOp::I32Add);
        for call in calls {
            body.call(*call);
        }
        builder.finish(vec![given], &mut module.funcs)
    }

    /// What the compiler would make of `app::start`, which calls into both parts, and `far::listed`, which is only in the table.
    fn module() -> Vec<u8> {
        let mut module = Module::with_config(ModuleConfig::new());
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let shared = function(&mut module, "shared", 1, &[]);
        let near = function(&mut module, "<far[0123456789abcdef]::near::Type>::near", 10, &[]);
        let only = function(&mut module, "only", 100, &[shared]);
        let answer = function(&mut module, "<far[0123456789abcdef]::Type as Trait>::answer", 1_000, &[only]);
        let listed = function(&mut module, "far::listed", 10_000, &[]);
        let farther = function(&mut module, "farther::answer", 100_000, &[only, answer]);
        let start = function(&mut module, "app::start", 0, &[shared, near, answer, farther]);
        module.exports.add("start", start);
        let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
        module.exports.add("table", table);
        let offset = ConstExpr::Value(ir::Value::I32(1));
        let list = ElementItems::Functions(vec![listed]);
        let element = module.elements.add(ElementKind::Active { table, offset }, list);
        module.tables.get_mut(table).elem_segments.insert(element);
        module.emit_wasm()
    }

    fn names(wasm: &[u8]) -> Vec<String> {
        let module = cut::parse(wasm).unwrap();
        let mut names: Vec<String> =
            module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
        names.sort();
        names
    }

    #[test]
    fn functions_go_where_they_are_needed_and_run_there() {
        let wasm = module();
        let plan = plan::Plan::new(&cut::parse(&wasm).unwrap(), OF_TEST, &Links::default()).unwrap();
        let modules = cut::cut(&wasm, &plan, OF_TEST).unwrap();
        let [far, farther] = &modules.parts[..] else { panic!("two parts") };
        assert_eq!(names(far), ["<far[0123456789abcdef]::Type as Trait>::answer", "far::listed", "only"]);
        assert_eq!(names(farther), ["farther::answer"]);
        assert!(names(&modules.main).iter().any(|name| name.contains("near")));
        for part in &modules.parts {
            let imports = cut::parse(part).unwrap().imports;
            assert!(imports.iter().all(|import| !matches!(import.kind, ImportKind::Function(_))));
        }

        let folder = std::env::temp_dir().join(format!("xtask-split-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in [("main", &modules.main), ("far", far), ("farther", farther)] {
            fs::write(folder.join(name), bytes).unwrap();
        }
        let script = "
            const { readFileSync } = require('fs'), load = (name, imports) =>
                new WebAssembly.Instance(new WebAssembly.Module(readFileSync(process.argv[1] + '/' + name)), imports).exports;
            const main = load('main', {});
            let before = 'stops';
            try { before = main.start(0); } catch (error) {}
            const far = load('far', { main });
            load('farther', { main });
            console.log(before, main.start(0), main.table.get(1)(5));";
        let output = Command::new("node").arg("-e").arg(script).arg(&folder).output().unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        // shared, near, answer with only and shared, farther with only and shared and the same again.
        let sum = 1 + 10 + (1_000 + 100 + 1) + (100_000 + 100 + 1) + (1_000 + 100 + 1);
        assert_eq!(said.trim(), format!("stops {sum} 10005"), "{}", String::from_utf8_lossy(&output.stderr));
    }

    #[test]
    fn what_is_never_called_is_taken_out_with_what_only_it_needs() {
        let mut links = Links::default();
        let refers =
            |name: &str| links::Targets { functions: [name.to_owned()].into(), ..Default::default() };
        links.functions.insert("farther::answer".to_owned(), refers("far::listed"));
        let wasm = unused::run(&module(), &mut links, &["farther"]).unwrap();
        assert!(links.functions.is_empty());
        let plan = plan::Plan::new(&cut::parse(&wasm).unwrap(), &[], &links).unwrap();
        let main = cut::cut(&wasm, &plan, &[]).unwrap().main;
        // What is in the table and nobody else names is gone as well.
        assert_eq!(
            names(&main),
            [
                "<far[0123456789abcdef]::Type as Trait>::answer",
                "<far[0123456789abcdef]::near::Type>::near",
                "app::start",
                "farther::answer",
                "only",
                "shared"
            ]
        );
        let file = std::env::temp_dir().join(format!("xtask-unused-{}.wasm", std::process::id()));
        fs::write(&file, main).unwrap();
        let script = "
            const { exports } = new WebAssembly.Instance(new WebAssembly.Module(require('fs').readFileSync(process.argv[1])), {});
            try { exports.start(0); } catch (error) { console.log(error.message); }";
        let output = Command::new("node").arg("-e").arg(script).arg(&file).output().unwrap();
        fs::remove_file(&file).unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "unreachable");

        let lost = unused::run(&module(), &mut Links::default(), &["nowhere"]).unwrap_err();
        assert!(lost.to_string().contains("nowhere"), "{lost}");
    }

    /// Linked as the widget is, but for wasm-bindgen.
    const SOURCE: &str = r#"
        #![no_std]
        #[panic_handler]
        fn stop(_: &core::panic::PanicInfo) -> ! { loop {} }
        pub trait Says { fn says(&self) -> &'static str; }
        struct Near;
        impl Says for Near { #[inline(never)] fn says(&self) -> &'static str { "what is near." } }
        pub mod far {
            struct Far(&'static [&'static str]);
            impl super::Says for Far { #[inline(never)] fn says(&self) -> &'static str { self.0[1] } }
            #[inline(never)]
            pub fn open() -> &'static dyn super::Says { core::hint::black_box(&Far(&["unsaid", "what is far away."])) }
        }
        #[inline(never)]
        fn ask(says: &dyn Says) -> *const u8 { says.says().as_ptr() }
        #[unsafe(no_mangle)]
        pub extern "C" fn near() -> *const u8 { ask(core::hint::black_box(&Near)) }
        #[unsafe(no_mangle)]
        pub extern "C" fn start() -> *const u8 { ask(far::open()) }
    "#;

    #[test]
    fn data_and_methods_behind_dyn_go_with_the_only_functions_that_name_them() {
        let folder = std::env::temp_dir().join(format!("xtask-links-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("source.rs"), SOURCE).unwrap();
        let rustc = Command::new("rustc")
            .args([
                "--edition=2024",
                "--crate-name=app",
                "--crate-type=cdylib",
                "--target=wasm32-unknown-unknown",
                "-O",
            ])
            .args(["-Cpanic=abort", "-Csymbol-mangling-version=v0", "-Clink-arg=--emit-relocs"])
            .args(["-Clink-arg=--export-table", "-o"])
            .args([folder.join("linked"), folder.join("source.rs")])
            .output()
            .unwrap();
        assert!(rustc.status.success(), "{}", String::from_utf8_lossy(&rustc.stderr));
        let wasm = fs::read(folder.join("linked")).unwrap();
        let parts = [Part { name: "far", on: None, paths: &["app::far"], entrances: &["app::far::open"] }];
        let links = Links::read(&wasm).unwrap();
        let plan = plan::Plan::new(&cut::parse(&wasm).unwrap(), &parts, &links).unwrap();
        assert_eq!(plan.gates(0).map(|(to, _)| to).collect::<Vec<_>>(), ["app::far::open"]);
        let modules = cut::cut(&wasm, &plan, &parts).unwrap();
        let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|at| at == text.as_bytes());
        assert!(has(&wasm, "what is near") && has(&wasm, "what is far away"));
        assert!(has(&modules.main, "what is near") && !has(&modules.main, "what is far away"));
        assert!(!has(&modules.parts[0], "what is near") && has(&modules.parts[0], "what is far away"));
        for (name, bytes) in [("main", &modules.main), ("far", &modules.parts[0])] {
            assert!(!has(bytes, "reloc.CODE"), "{name}");
            fs::write(folder.join(name), bytes).unwrap();
        }
        let script = "
            const { readFileSync } = require('fs'), load = (name, imports) =>
                new WebAssembly.Instance(new WebAssembly.Module(readFileSync(process.argv[1] + '/' + name)), imports).exports;
            const main = load('main', {});
            const text = (at) => Buffer.from(main.memory.buffer).toString('latin1', at).split('.')[0];
            const near = text(main.near());
            load('far', { main });
            console.log([near, text(main.start()), text(main.near())].join());";
        let output = Command::new("node").arg("-e").arg(script).arg(&folder).output().unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(
            said.trim(),
            "what is near,what is far away,what is near",
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    #[test]
    fn a_part_on_one_that_is_not_there_is_refused() {
        let parts = [Part { name: "far", on: Some("nowhere"), paths: &["far"], entrances: &[] }];
        assert!(plan::Plan::new(&cut::parse(&module()).unwrap(), &parts, &Links::default()).is_err());
    }
}
