//! Makes the main module and the parts of one module, as planned.
//!
//! A part is the whole module once more, in which everything that is elsewhere is imported and everything that nobody needs is taken out. The
//! import's module says where from: `main`, or the name of a part. In the main module a function that left and is called is a call through the table.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use walrus::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportKind, ImportedFunction, MemoryId, Module, ModuleConfig, TableId, ir, passes,
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
    // From the last, so that a part knows what later ones want of it.
    let mut wanted: BTreeMap<Option<usize>, Vec<Want>> = BTreeMap::new();
    let mut modules = Vec::new();
    for part in (0..parts.len()).rev() {
        let own = wanted.remove(&Some(part)).unwrap_or_default();
        modules.push(part_module(wasm, plan, parts, part, &slots, &own, &mut wanted)?);
    }
    modules.reverse();
    stubs(&mut main, plan, &slots)?;
    data(&mut main, plan, None)?;
    for want in wanted.remove(&None).unwrap_or_default() {
        export(&mut main, &want)?;
    }
    passes::gc::run(&mut main);
    Ok(Modules { main: main.emit_wasm(), parts: modules })
}

/// Something that a part imports; functions, globals and the like by position.
#[derive(Clone, PartialEq)]
struct Want {
    name: String,
    what: What,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Function(At),
    Global(usize),
    Memory,
    Table(usize),
}

/// Where in the table each function is that a part puts there: those that are in it already, and the gates, for which it grows.
fn slots(main: &mut Module, plan: &Plan, parts: usize) -> Result<BTreeMap<At, Vec<u64>>> {
    let table = function_table(main)?;
    let mut slots: BTreeMap<At, Vec<u64>> = BTreeMap::new();
    for element in main.elements.iter() {
        let (ElementKind::Active { offset, .. }, ElementItems::Functions(list)) =
            (&element.kind, &element.items)
        else {
            continue;
        };
        let start = constant(offset)?;
        for (index, function) in list.iter().enumerate() {
            if plan.owner(function.index()).is_some() {
                slots.entry(function.index()).or_default().push(start + index as u64);
            }
        }
    }
    let table = main.tables.get_mut(table);
    for part in 0..parts {
        for (_, gate) in plan.calls_into(part) {
            if let std::collections::btree_map::Entry::Vacant(slot) = slots.entry(gate) {
                slot.insert(vec![table.initial]);
                table.initial += 1;
            }
        }
    }
    table.maximum = table.maximum.map(|maximum| maximum.max(table.initial));
    Ok(slots)
}

/// In the main module: what left is called through the table, and is not in it yet.
fn stubs(main: &mut Module, plan: &Plan, slots: &BTreeMap<At, Vec<u64>>) -> Result<()> {
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
    let left: Vec<FunctionId> = main.funcs.iter().map(walrus::Function::id).collect();
    for id in left.into_iter().filter(|id| plan.owner(id.index()).is_some()) {
        let ty = main.funcs.get(id).ty();
        let (params, results) = (main.types.params(ty).to_vec(), main.types.results(ty).to_vec());
        let mut builder = FunctionBuilder::new(&mut main.types, &params, &results);
        let locals: Vec<_> = params.iter().map(|param| main.locals.add(*param)).collect();
        let mut body = builder.func_body();
        match slots.get(&id.index()).and_then(|list| list.first()) {
            Some(slot) => {
                for local in &locals {
                    body.local_get(*local);
                }
                body.i32_const(i32::try_from(*slot)?).call_indirect(ty, table);
            }
            // Nobody here calls it; it goes when what is not needed is taken out.
            None => drop(body.unreachable()),
        }
        main.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(locals));
    }
    Ok(())
}

fn part_module(
    wasm: &[u8],
    plan: &Plan,
    parts: &[Part],
    part: usize,
    slots: &BTreeMap<At, Vec<u64>>,
    own: &[Want],
    wanted: &mut BTreeMap<Option<usize>, Vec<Want>>,
) -> Result<Vec<u8>> {
    let mut module = parse(wasm)?;
    module.start = None;
    let exports: Vec<_> = module.exports.iter().map(walrus::Export::id).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    let table = function_table(&module)?;
    let elements: Vec<_> = module.elements.iter().map(walrus::Element::id).collect();
    elements.into_iter().for_each(|id| module.elements.delete(id));
    let mut want = |from: Option<usize>, what: What| {
        let list = wanted.entry(from).or_default();
        if let Some(there) = list.iter().find(|there| there.what == what) {
            return there.name.clone();
        }
        let name = name(list.len());
        list.push(Want { name: name.clone(), what });
        name
    };
    let from = |owner: Option<usize>| owner.map_or("main", |owner| parts[owner].name);

    // Functions that are elsewhere, as far as this part calls them.
    let ids: BTreeMap<At, FunctionId> = module.funcs.iter().map(|own| (own.id().index(), own.id())).collect();
    let used = plan.used_by(part);
    for (at, id) in &ids {
        if plan.owner(*at) == Some(part) {
            continue;
        }
        // Of a part that may not be there the stub.
        let there = plan.owner(*at).filter(|owner| plan.is_there(Some(part), Some(*owner)));
        let ty = module.funcs.get(*id).ty();
        if let FunctionKind::Import(old) = &module.funcs.get(*id).kind {
            let old = old.import;
            module.imports.delete(old);
        }
        if used.contains(at) {
            let name = want(there, What::Function(*at));
            let import = module.imports.add(from(there), &name, ImportKind::Function(*id));
            module.funcs.get_mut(*id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        } else {
            module.funcs.delete(*id);
        }
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
    for (at, list) in slots.iter().filter(|(at, _)| plan.owner(**at) == Some(part)) {
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
        let offset = ConstExpr::Value(ir::Value::I32(i32::try_from(start)?));
        let id = module.elements.add(ElementKind::Active { table, offset }, ElementItems::Functions(list));
        module.tables.get_mut(table).elem_segments.insert(id);
    }
    for want in own {
        export(&mut module, want)?;
    }
    passes::gc::run(&mut module);
    for import in module.imports.iter_mut().filter(|import| import.name.is_empty()) {
        let what = match import.kind {
            ImportKind::Global(id) => What::Global(id.index()),
            ImportKind::Table(id) => What::Table(id.index()),
            _ => What::Memory,
        };
        import.name = want(None, what);
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

/// A name of one or two characters; the module's own are longer.
fn name(index: usize) -> String {
    const DIGITS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let digit = |at: usize| char::from(DIGITS[at % 62]);
    match index {
        0..62 => digit(index).to_string(),
        62..3906 => [digit(index / 62 - 1), digit(index)].iter().collect(),
        _ => format!("0{index}"),
    }
}

fn export(module: &mut Module, want: &Want) -> Result<()> {
    let lost = "what a part needs is not in the module any more";
    let item = match want.what {
        What::Memory => ExportItem::Memory(memory(module)?),
        What::Function(at) => {
            let id = module.funcs.iter().find(|own| own.id().index() == at).context(lost)?.id();
            ExportItem::Function(id)
        }
        What::Global(at) => {
            let id = module.globals.iter().find(|own| own.id().index() == at).context(lost)?.id();
            ExportItem::Global(id)
        }
        What::Table(at) => {
            let id = module.tables.iter().find(|own| own.id().index() == at).context(lost)?.id();
            ExportItem::Table(id)
        }
    };
    module.exports.add(&want.name, item);
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
