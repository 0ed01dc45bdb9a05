//! Makes the main module and the parts of one module, as planned.
//!
//! A part is the whole module once more, in which everything that nobody needs is taken out. It imports memory, table and globals from the main
//! module (`main`); what it needs of functions that are elsewhere is called through the table, as what left is in the main module.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use anyhow::{Context, Result, bail};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportKind, MemoryId, Module, ModuleConfig, TableId, ir, passes,
};

use super::Part;
use super::plan::{At, Plan};

/// The finished modules.
pub(super) struct Modules {
    pub(super) main: Vec<u8>,
    /// In the order of the parts.
    pub(super) parts: Vec<Vec<u8>>,
}

pub(super) fn parse(wasm: &[u8]) -> Result<Module> {
    let mut module = ModuleConfig::new().generate_producers_section(false).parse(wasm)?;
    // What the linker said of its own output is not true of this.
    let linkers = |name: &str| name == "linking" || name.starts_with("reloc.");
    let gone: Vec<_> =
        module.customs.iter().filter(|(_, custom)| linkers(custom.name())).map(|(id, _)| id).collect();
    for id in gone {
        module.customs.delete(id);
    }
    Ok(module)
}

pub(super) fn cut(wasm: &[u8], plan: &Plan, parts: &[Part]) -> Result<Modules> {
    let mut main = parse(wasm)?;
    let slots = slots(&mut main, plan, parts.len())?;
    let mut wanted = Vec::new();
    let modules = (0..parts.len()).map(|part| part_module(wasm, plan, part, &slots, &mut wanted));
    let parts = modules.collect::<Result<_>>()?;
    stubs(&mut main, plan, &slots)?;
    data(&mut main, plan, None)?;
    for (at, what) in wanted.into_iter().enumerate() {
        export(&mut main, &name(at), what)?;
    }
    passes::gc::run(&mut main);
    Ok(Modules { main: main.emit_wasm(), parts })
}

/// What parts import; globals and tables by position.
#[derive(Clone, Copy, PartialEq)]
enum What {
    Global(usize),
    Memory,
    Table(usize),
}

/// Where functions are in the table.
struct Slots {
    /// All that are called through it from elsewhere, and those of parts that are in it for other reasons: some are in it twice.
    of: BTreeMap<At, Vec<u64>>,
    /// What of it the main module has to put there: one after the other from here.
    from: u64,
    shared: Vec<At>,
}

/// Finds a place in the table for what is called from elsewhere. What is in it already is there; for the rest it grows.
fn slots(main: &mut Module, plan: &Plan, parts: usize) -> Result<Slots> {
    let table = function_table(main)?;
    let mut all: BTreeMap<At, Vec<u64>> = BTreeMap::new();
    for element in main.elements.iter() {
        let (ElementKind::Active { offset, .. }, ElementItems::Functions(list)) =
            (&element.kind, &element.items)
        else {
            continue;
        };
        let start = constant(offset)?;
        for (index, function) in list.iter().enumerate() {
            all.entry(function.index()).or_default().push(start + index as u64);
        }
    }
    let table = main.tables.get_mut(table);
    let from = table.initial;
    let used = (0..parts).flat_map(|part| {
        let used = plan.used_by(part).into_iter().filter(move |at| plan.owner(*at) != Some(part));
        used.chain(plan.calls_into(part).map(|(_, to)| to))
    });
    // Those of the main module first, in one row.
    let mut used: Vec<(Option<usize>, At)> = used.map(|at| (plan.owner(at), at)).collect();
    used.sort_unstable();
    let mut shared = Vec::new();
    for (owner, at) in used {
        if let Entry::Vacant(slot) = all.entry(at) {
            slot.insert(vec![table.initial]);
            table.initial += 1;
            if owner.is_none() {
                shared.push(at);
            }
        }
    }
    table.maximum = table.maximum.map(|maximum| maximum.max(table.initial));
    Ok(Slots { of: all, from, shared })
}

/// In the main module: what left is called through the table, and is not in it yet; what parts call is.
fn stubs(main: &mut Module, plan: &Plan, slots: &Slots) -> Result<()> {
    let table = function_table(main)?;
    let nothing = {
        let mut builder = FunctionBuilder::new(&mut main.types, &[], &[]);
        builder.func_body().unreachable();
        builder.finish(Vec::new(), &mut main.funcs)
    };
    let elements: Vec<_> = main.elements.iter().map(walrus::Element::id).collect();
    for id in elements {
        if let ElementItems::Functions(list) = &mut main.elements.get_mut(id).items {
            let is_elsewhere = |at: At| plan.owner(at).is_some() || plan.is_idle(at);
            for function in list.iter_mut().filter(|function| is_elsewhere(function.index())) {
                *function = nothing;
            }
        }
    }
    let ids = ids(main);
    let shared = slots.shared.iter().map(|at| ids[at]).collect();
    put(main, table, slots.from, shared)?;
    for (at, id) in ids.into_iter().filter(|(at, _)| plan.owner(*at).is_some()) {
        stub(main, table, id, slots.of.get(&at).and_then(|list| list.first()))?;
    }
    Ok(())
}

/// Makes a function a call through the table. Without a place in it nobody here calls it: it goes when what is not needed is taken out.
fn stub(module: &mut Module, table: TableId, id: FunctionId, slot: Option<&u64>) -> Result<()> {
    let ty = module.funcs.get(id).ty();
    let (params, results) = (module.types.params(ty).to_vec(), module.types.results(ty).to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
    let locals: Vec<_> = params.iter().map(|param| module.locals.add(*param)).collect();
    let mut body = builder.func_body();
    match slot {
        Some(slot) => {
            for local in &locals {
                body.local_get(*local);
            }
            body.i32_const(i32::try_from(*slot)?).call_indirect(ty, table);
        }
        None => drop(body.unreachable()),
    }
    let function = module.funcs.get_mut(id);
    if let FunctionKind::Import(gone) = &function.kind {
        module.imports.delete(gone.import);
    }
    function.kind = FunctionKind::Local(builder.local_func(locals));
    function.name = None;
    Ok(())
}

/// Has functions put into the table when the module is instantiated, one after the other from `start` on.
fn put(module: &mut Module, table: TableId, start: u64, functions: Vec<FunctionId>) -> Result<()> {
    let offset = ConstExpr::Value(ir::Value::I32(i32::try_from(start)?));
    let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(functions));
    module.tables.get_mut(table).elem_segments.insert(id);
    Ok(())
}

fn ids(module: &Module) -> BTreeMap<At, FunctionId> {
    module.funcs.iter().map(|function| (function.id().index(), function.id())).collect()
}

fn part_module(
    wasm: &[u8],
    plan: &Plan,
    part: usize,
    slots: &Slots,
    wanted: &mut Vec<What>,
) -> Result<Vec<u8>> {
    let mut module = parse(wasm)?;
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    let table = function_table(&module)?;
    let elements: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    elements.into_iter().for_each(|id| module.elements.delete(id));

    // Functions that are elsewhere, as far as this part calls them.
    let ids = ids(&module);
    let used = plan.used_by(part);
    for (at, id) in ids.iter().filter(|(at, _)| plan.owner(**at) != Some(part)) {
        let slot = slots.of.get(at).and_then(|list| list.first());
        stub(&mut module, table, *id, slot.filter(|_| used.contains(at)))?;
    }
    // What all share. What is not used is taken out again, and the rest gets its names.
    let globals: Vec<_> = module.globals.iter().map(walrus::Global::id).collect();
    for id in globals {
        let import = module.imports.add("main", "", ImportKind::Global(id));
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let memory = memory(&module)?;
    let import = module.imports.add("main", "", ImportKind::Memory(memory));
    let shared = module.memories.get_mut(memory);
    (shared.import, shared.initial, shared.maximum) = (Some(import), 0, None);
    data(&mut module, plan, Some(part))?;
    let tables: Vec<_> = module.tables.iter().map(walrus::Table::id).collect();
    for id in tables {
        let import = module.imports.add("main", "", ImportKind::Table(id));
        let shared = module.tables.get_mut(id);
        (shared.import, shared.initial, shared.maximum) = (Some(import), 0, None);
        shared.elem_segments.clear();
    }

    // Its functions into the table, a segment for each row of slots.
    let mut rows: BTreeMap<u64, FunctionId> = BTreeMap::new();
    for (at, list) in slots.of.iter().filter(|(at, _)| plan.owner(**at) == Some(part)) {
        rows.extend(list.iter().map(|slot| (*slot, ids[at])));
    }
    let mut segments: Vec<(u64, Vec<FunctionId>)> = Vec::new();
    for (slot, function) in rows {
        match segments.last_mut() {
            Some((start, list)) if *start + list.len() as u64 == slot => list.push(function),
            _ => segments.push((slot, vec![function])),
        }
    }
    for (start, list) in segments {
        put(&mut module, table, start, list)?;
    }
    passes::gc::run(&mut module);
    for import in module.imports.iter_mut().filter(|import| import.name.is_empty()) {
        let what = match import.kind {
            ImportKind::Global(id) => What::Global(id.index()),
            ImportKind::Table(id) => What::Table(id.index()),
            _ => What::Memory,
        };
        let at = wanted.iter().position(|there| *there == what).unwrap_or_else(|| {
            wanted.push(what);
            wanted.len() - 1
        });
        import.name = name(at);
    }
    Ok(module.emit_wasm())
}

/// Leaves of the data what is in the main module or a part: segments for the runs of it.
fn data(module: &mut Module, plan: &Plan, of: Option<usize>) -> Result<()> {
    /// So many bytes and fewer that are elsewhere are not worth a segment of their own.
    const GAP: usize = 12;
    let all: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for id in all {
        let segment = module.data.get_mut(id);
        let DataKind::Active { memory, offset } = &segment.kind else {
            bail!("The module's data has no address")
        };
        let (memory, start) = (*memory, usize::try_from(constant(offset)?)?);
        let bytes = std::mem::take(&mut segment.value);
        module.data.delete(id);
        module.memories.get_mut(memory).data_segments.remove(&id);
        let mut kept: Vec<std::ops::Range<usize>> = Vec::new();
        for (run, owner) in plan.runs(start, &bytes) {
            if owner != of || bytes[run.clone()].iter().all(|byte| *byte == 0) {
                continue;
            }
            match kept.last_mut() {
                // Only in the main module, which is there first: a part would put back what was there at the beginning.
                Some(last) if of.is_none() && run.start - last.end <= GAP => last.end = run.end,
                _ => kept.push(run),
            }
        }
        for run in kept {
            let offset = ConstExpr::Value(ir::Value::I32(i32::try_from(start + run.start)?));
            let id = module.data.add(DataKind::Active { memory, offset }, bytes[run].to_vec());
            module.memories.get_mut(memory).data_segments.insert(id);
        }
    }
    Ok(())
}

/// A name of one character; the module's own are longer.
fn name(index: usize) -> String {
    let digit = u32::try_from(index).ok().and_then(|index| char::from_digit(index, 36));
    digit.map_or_else(|| format!("0{index}"), |digit| digit.to_string())
}

fn export(module: &mut Module, name: &str, what: What) -> Result<()> {
    let lost = "what a part needs is not in the module any more";
    let item = match what {
        What::Memory => ExportItem::Memory(memory(module)?),
        What::Global(at) => {
            let id = module.globals.iter().find(|own| own.id().index() == at).context(lost)?.id();
            ExportItem::Global(id)
        }
        What::Table(at) => {
            let id = module.tables.iter().find(|own| own.id().index() == at).context(lost)?.id();
            ExportItem::Table(id)
        }
    };
    module.exports.add(name, item);
    Ok(())
}

fn function_table(module: &Module) -> Result<TableId> {
    module.tables.main_function_table()?.context("The module has no table of functions")
}

fn memory(module: &Module) -> Result<MemoryId> {
    module.memories.iter().next().map(walrus::Memory::id).context("The module has no memory")
}

fn constant(offset: &ConstExpr) -> Result<u64> {
    match offset {
        ConstExpr::Value(ir::Value::I32(start)) => Ok(u64::try_from(*start)?),
        _ => bail!("The module's table begins at no constant: the compiler's output has another form now."),
    }
}
