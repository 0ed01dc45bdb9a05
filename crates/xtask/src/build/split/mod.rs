//! Cuts the module that the compiler made into the one that every page fetches and parts that come on demand. Parts share memory, table and
//! functions with it, so that nothing is there twice, and calls go from one to the other as they were written. Why:
//! `docs/decisions/parts.md`.
//!
//! What belongs to a part is said by paths in [`PARTS`]: every function below them, and what only those reach. A call into a part from outside
//! goes through the table, where the part puts its functions when it is instantiated; before that it stops the module. So whoever calls
//! into a part waits for it: `src/platform/parts.rs`.

mod cut;
mod plan;

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

/// All parts, each after the one that it needs.
pub(crate) const PARTS: &[Part] = &[
    Part {
        name: "rules",
        on: None,
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
            "haberdash_app::app::rules",
        ],
        entrances: &[
            "haberdash_app::app::rules::compile",
            "haberdash_app::app::rules::look",
            "haberdash_app::app::rules::pick",
            "haberdash_app::app::rules::random",
            "haberdash_app::app::rules::repair",
            "haberdash_core::price::breakdown::price",
            "haberdash_core::product::Product>::broken",
            "haberdash_core::product::ruled::check_prices",
            "haberdash_core::product::ruled::read",
            "haberdash_core::selection::Selection>::settle",
            "haberdash_core::selection::settle::wishes",
        ],
    },
    Part {
        name: "files",
        on: None,
        paths: &["haberdash_core::product::resolve", "!haberdash_core::product::resolve::address::scheme"],
        entrances: &[
            "haberdash_core::product::resolve::Resolver>::finish",
            "haberdash_core::product::resolve::Resolver>::give",
            "haberdash_core::product::resolve::Resolver>::needs",
            "haberdash_core::product::resolve::Resolver>::new",
        ],
    },
    Part {
        name: "letters",
        on: None,
        paths: &["haberdash_core::font", "ttf_parser"],
        entrances: &["haberdash_core::font::Font>::parse"],
    },
    Part {
        name: "designs",
        on: None,
        paths: &[
            "haberdash_core::designs",
            "haberdash_core::svg",
            "!haberdash_core::svg::pattern_id",
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
        name: "qr",
        on: Some("designs"),
        paths: &["haberdash_core::qr", "qrcodegen"],
        entrances: &["haberdash_core::qr::code"],
    },
];

/// Where the part called `name` is.
pub(crate) fn file_of(name: &str) -> String {
    format!("haberdash_{name}.wasm")
}

/// Cuts `module`, and writes the parts beside it.
pub(super) fn run(module: &Path) -> Result<()> {
    let wasm = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let folder = module.parent().context("The module is in no folder")?;
    let plan = plan::Plan::new(&cut::parse(&wasm)?, PARTS)?;
    for (index, part) in PARTS.iter().enumerate() {
        if !plan.has(index) {
            bail!("No function of the module belongs to the part {}: do its paths still exist?", part.name);
        }
        if let Some((to, from)) = plan.gates(index).find(|(to, _)| !part.entrances.contains(to)) {
            bail!(
                "{to} is in the part {}, and is called from {from}, where that may not be there. If the caller waits for it, it is one of its entrances; \
                 else it stays in the module (`!` in its paths).",
                part.name
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;
    use walrus::{
        ConstExpr, ElementItems, ElementKind, FunctionBuilder, FunctionId, Module, ModuleConfig, RefType,
        ValType, ir,
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
        let plan = plan::Plan::new(&cut::parse(&wasm).unwrap(), OF_TEST).unwrap();
        let modules = cut::cut(&wasm, &plan, OF_TEST).unwrap();
        let [far, farther] = &modules.parts[..] else { panic!("two parts") };
        assert_eq!(names(far), ["<far[0123456789abcdef]::Type as Trait>::answer", "far::listed", "only"]);
        assert_eq!(names(farther), ["farther::answer"]);
        assert!(names(&modules.main).iter().any(|name| name.contains("near")));

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
            load('farther', { main, far });
            console.log(before, main.start(0), main.table.get(1)(5));";
        let output = Command::new("node").arg("-e").arg(script).arg(&folder).output().unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        // shared, near, answer with only and shared, farther with only and shared and the same again.
        let sum = 1 + 10 + (1_000 + 100 + 1) + (100_000 + 100 + 1) + (1_000 + 100 + 1);
        assert_eq!(said.trim(), format!("stops {sum} 10005"), "{}", String::from_utf8_lossy(&output.stderr));
    }

    #[test]
    fn a_part_on_one_that_is_not_there_is_refused() {
        let parts = [Part { name: "far", on: Some("nowhere"), paths: &["far"], entrances: &[] }];
        assert!(plan::Plan::new(&cut::parse(&module()).unwrap(), &parts).is_err());
    }
}
