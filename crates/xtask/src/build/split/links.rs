//! What functions and data refer to, as the linker knows it: wasm-bindgen's output has addresses only, and no address says where what it points to ends.
//!
//! The linker writes it down when told `--emit-relocs`, in sections `linking` and `reloc.*` of its own output (Linking.md of the WebAssembly tool
//! conventions). Functions keep their names, and data its addresses, on the way through wasm-bindgen.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationType, SymbolInfo, TypeRef,
};

/// What something refers to by address: functions by name, data by position in [`Links::data`].
#[derive(Default)]
pub(super) struct Targets {
    pub(super) functions: BTreeSet<String>,
    pub(super) data: BTreeSet<usize>,
}

/// A piece of data that the compiler gave a name.
pub(super) struct Datum {
    /// Where it is in memory.
    pub(super) addresses: Range<usize>,
    pub(super) targets: Targets,
}

/// Who refers to what by address. Direct calls are not in here.
#[derive(Default)]
pub(super) struct Links {
    /// By the function's name; of functions with the same name together.
    pub(super) functions: BTreeMap<String, Targets>,
    pub(super) data: Vec<Datum>,
    /// The functions that those referred to that were taken out.
    pub(super) left: BTreeSet<String>,
}

/// A symbol that addresses are taken of.
enum Symbol {
    Function(String),
    Data(usize),
    Other,
}

impl Links {
    /// Reads what the linker wrote.
    pub(super) fn read(wasm: &[u8]) -> Result<Links> {
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        // Where bodies are within the code section, and segments within the data section, with the addresses those get.
        let (mut bodies, mut segments) = (Vec::new(), Vec::new());
        let (mut code, mut data, mut imported) = (0, 0, 0);
        let (mut symbols, mut relocations) = (Vec::new(), Vec::new());
        let mut sections = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            let payload = payload?;
            if let Some((id, range)) = payload.as_section() {
                sections.push((id, range.start));
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => bodies.push(body.range()),
                Payload::DataSection(reader) => {
                    data = reader.range().start;
                    for segment in reader {
                        let segment = segment?;
                        let DataKind::Active { offset_expr, .. } = segment.kind else {
                            bail!("a data segment has no address")
                        };
                        let mut offset = offset_expr.get_operators_reader();
                        let Operator::I32Const { value } = offset.read()? else {
                            bail!("a data segment begins at no constant")
                        };
                        let end = segment.range.end;
                        segments.push((usize::try_from(value)?, end - segment.data.len()..end));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(reader) => {
                        for part in reader {
                            if let Name::Function(map) = part? {
                                for name in map {
                                    let name = name?;
                                    names.insert(name.index, name.name.to_owned());
                                }
                            }
                        }
                    }
                    KnownCustom::Linking(reader) => {
                        for part in reader.subsections() {
                            if let Linking::SymbolTable(table) = part? {
                                symbols = table.into_iter().collect::<Result<Vec<_>, _>>()?;
                            }
                        }
                    }
                    KnownCustom::Reloc(reader) => {
                        let entries = reader.entries().into_iter().collect::<Result<Vec<_>, _>>()?;
                        relocations.push((reader.section_index(), entries));
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        if symbols.is_empty() || relocations.is_empty() {
            bail!("The linker's output says nothing of what refers to what (--emit-relocs)");
        }
        let mut links = Links::default();
        let symbols = symbols.into_iter().map(|symbol| -> Result<Symbol> {
            Ok(match symbol {
                SymbolInfo::Func { index, name, .. } => {
                    let name = names.get(&index).cloned().or(name.map(str::to_owned));
                    Symbol::Function(name.unwrap_or_default())
                }
                SymbolInfo::Data { symbol: Some(defined), .. } => {
                    let (start, _) =
                        segments.get(defined.index as usize).context("a symbol is in no segment")?;
                    let start = start + defined.offset as usize;
                    links.data.push(Datum {
                        addresses: start..start + defined.size as usize,
                        targets: Targets::default(),
                    });
                    Symbol::Data(links.data.len() - 1)
                }
                _ => Symbol::Other,
            })
        });
        let symbols = symbols.collect::<Result<Vec<_>>>()?;
        // Data by where it is in the section; of several names for one place the longest takes what is in it.
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        for (at, datum) in links.data.iter().enumerate() {
            let other = places.entry(datum.addresses.start).or_insert(at);
            if links.data[*other].addresses.end < datum.addresses.end {
                *other = at;
            }
        }
        for (section, entries) in relocations {
            let (_, start) = *sections.get(section as usize).context("a relocation is in no section")?;
            if start != code && start != data {
                continue;
            }
            for entry in entries {
                use RelocationType as Kind;
                let place = start + entry.offset as usize;
                let symbol = match entry.ty {
                    Kind::FunctionIndexLeb
                    | Kind::TypeIndexLeb
                    | Kind::GlobalIndexLeb
                    | Kind::TableNumberLeb => continue,
                    Kind::TableIndexSleb
                    | Kind::TableIndexI32
                    | Kind::MemoryAddrLeb
                    | Kind::MemoryAddrSleb
                    | Kind::MemoryAddrI32 => {
                        symbols.get(entry.index as usize).context("a relocation has no symbol")?
                    }
                    other => bail!("a relocation of a kind that is not known here: {other:?}"),
                };
                let targets = if start == code {
                    let at = bodies.partition_point(|body: &Range<usize>| body.end <= place);
                    let index = imported + u32::try_from(at)?;
                    links.functions.entry(names.get(&index).cloned().unwrap_or_default()).or_default()
                } else {
                    let segment = segments.iter().find(|(_, bytes)| bytes.contains(&place));
                    let (address, bytes) = segment.context("a relocation is in no segment")?;
                    let address = address + place - bytes.start;
                    let within = places.range(..=address).next_back().map(|(_, at)| *at);
                    let within = within.filter(|at| links.data[*at].addresses.contains(&address));
                    &mut links.data[within.context("an address in the data has no name")?].targets
                };
                match symbol {
                    Symbol::Function(name) => drop(targets.functions.insert(name.clone())),
                    Symbol::Data(at) => drop(targets.data.insert(*at)),
                    Symbol::Other => {}
                }
            }
        }
        // A second name for a place, or for a piece of it, needs what is in it as well.
        let aliases: Vec<(usize, usize)> = links
            .data
            .iter()
            .enumerate()
            .filter_map(|(at, datum)| {
                let (_, owner) = places.range(..=datum.addresses.start).next_back()?;
                (*owner != at && links.data[*owner].addresses.end > datum.addresses.start)
                    .then_some((at, *owner))
            })
            .collect();
        for (at, owner) in aliases {
            links.data[at].targets.data.insert(owner);
        }
        Ok(links)
    }
}
