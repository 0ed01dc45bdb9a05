// Writes www/p/pc.json, the PC from scratch, and rows/pc-items.json, its parts in the catalogue.
// Run: node www/art/make/pc.mjs, then haberdash compile www/p/pc.json (the compiled file belongs to the product file).
// The parts are in rows/pc.mjs, the words in pc-words.mjs, the layers of the pictures in pc-layers.mjs.
import { writeFileSync } from 'node:fs';
import * as rows from './rows/pc.mjs';
import { BECAUSE, FINISH, HELP, LIGHT, PRESET, STEP, WORDS, cores } from './pc-words.mjs';
import { views } from './pc-layers.mjs';

/** The rows of a table as objects. */
export function table(text) {
  const [head, ...lines] = text.trim().split('\n').map((line) => line.split('|'));
  return lines.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${cells.length} cells, not ${head.length}: ${cells}`);
    return Object.fromEntries(head.map((name, i) => [name, cells[i].trim()]));
  });
}
const number = (cell) => (cell === '-' ? undefined : Number(cell));
const list = (cell) => (cell === '-' ? [] : cell.split(','));
/** Without what is undefined or an empty list. */
const only = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length)));
const translated = (words, write) => Object.fromEntries(Object.entries(words).map(([language, word]) => [language, write(word)]));
const capacity = (gb) => (gb < 1000 ? `${gb} GB` : `${gb / 1000} TB`);
const FORMS = { itx: 'ITX', matx: 'mATX', atx: 'ATX', eatx: 'E-ATX' };

/** What is sold out, and what comes later, as the catalogue has it. */
const STOCK = { 'PC-007': 0, 'PC-064': 4 }, LEAD = { 'PC-023': 14, 'PC-065': 5, CABM: 3, 'PC-063': 3 };
const choice = (row, title, attributes, extra = {}) => only({ id: row.id, title, price: Number(row.price), sku: row.sku, stock: STOCK[row.sku], lead_days: LEAD[row.sku], ...extra, attributes: attributes && only(attributes) });
const none = (title = WORDS.none) => ({ id: 'none', title });
const fields = (row, ...names) => Object.fromEntries(names.map((name) => [name, number(row[name])]));

export const T = Object.fromEntries(Object.entries(rows).filter(([name]) => name !== 'shelf').map(([name, text]) => [name, table(text)]));
/** What a part takes from the power supply at most, in whole tens of watts, so that the sum has few values. */
const draw = (watts) => Math.ceil(Number(watts) / TEN) * TEN;
const TEN = 10;

const FINISHES = { black: ['#26282d', 'black'], white: ['#eeeeea', 'white'], silver: ['#b9bdc3', 'silver'], navy: ['#2a3b63', 'navy'], sage: ['#93a58f', 'green'], rose: ['#d9a9b0', 'pink'] };
const LIGHTS = { off: ['#3a3d44', 'black'], white: ['#f2f6ff', 'white'], amber: ['#ffb13d', 'orange'], red: ['#ff4242', 'red'], pink: ['#ff6ec0', 'pink'], purple: ['#a86bff', 'purple'], blue: ['#4a8bff', 'blue'], teal: ['#38e0d4', 'teal'], green: ['#56e07a', 'green'], prism: ['#8f8bff', 'purple'] };

/** In this order the rules compile to the smallest diagram that was found. */
const options = {
  case: { kind: 'choice', display: 'card', default: 'hollow', choices: T.casing.map((row) => choice(row, `${row.name} · ${row.litres}\u00a0l`, {
    forms: list(row.forms), ...fields(row, 'cooler', 'length', 'slots', 'bays35', 'bays25', 'supply'),
    radiators: row.radiators === '-' ? [0] : list(row.radiators).map(Number), supplies: list(row.supplies), fans: list(row.fans),
  }, { image: `../art/pc/case-${row.id}.svg` })) },
  finish: { kind: 'choice', display: 'swatch', role: 'primary', default: 'black', choices: Object.entries(FINISHES).map(([id, [color, facet]]) => ({ id, title: FINISH[id], color, ...(id === 'black' || id === 'white' ? {} : { price: 1000 }), facets: { color: facet } })) },
  fans: { kind: 'choice', default: 'f1', choices: [none(), ...T.fans.map((row) => choice(row, row.name, { fit: row.fit, draw: draw(5) }, { color: row.color }))] },
  processor: { kind: 'choice', default: 't5', choices: T.processor.map((row) => choice(row, translated(cores(Number(row.cores)), (word) => `${row.name} · ${word} · ${row.watts} W`), { socket: row.socket, ghz: Number(row.ghz), watts: Number(row.watts), draw: draw(row.watts), graphics: row.graphics === '1' })) },
  mainboard: { kind: 'choice', default: 'b5m', choices: T.mainboard.map((row) => choice(row, `${row.name} · ${FORMS[row.form]} · ${row.chipset} · ${row.memory.toUpperCase()}`, { socket: row.socket, form: row.form, chipset: row.chipset, memory: row.memory, ...fields(row, 'dimms', 'max_gb', 'mhz', 'm2', 'gen', 'sata', 'pcie', 'vrm') }, { color: row.color })) },
  memory: { kind: 'choice', default: 'd5-32', choices: T.memory.map((row) => choice(row, `${row.name} · ${row.type.toUpperCase()}-${row.mhz}`, { type: row.type, ...fields(row, 'modules', 'gb', 'mhz', 'height') }, { color: row.color })) },
  cooler: { kind: 'choice', default: 'tower', choices: T.cooler.map((row) => choice(row, `${row.name} · ${row.watts} W${row.height === '-' ? '' : ` · ${row.height} mm`}`, { sockets: row.sockets === '*' ? undefined : list(row.sockets), ...fields(row, 'watts', 'height', 'clearance', 'radiator') }, { color: row.color })) },
  ssd: { kind: 'choice', default: 'g1000', choices: T.ssd.map(drive) },
  ssd2: { kind: 'choice', choices: [none(), ...T.ssd.map(drive)] },
  disk: { kind: 'choice', choices: [none(), ...T.disk.map((row) => choice(row, `${row.name} ${row.tb} TB · ${row.rpm}/min`, { sata: Number(row.disks), bays35: Number(row.disks), draw: draw(10 * row.disks) }))] },
  graphics: { kind: 'choice', default: 'none', choices: [none(WORDS.noGraphics), ...T.graphics.map((row) => choice(row, `${row.name} · ${row.gb} GB · ${row.length} mm · ${row.watts} W`, { gb: Number(row.gb), card: 1, draw: draw(row.watts), ...fields(row, 'length', 'slots', 'watts', 'pins8', 'hpwr', 'level') }, { color: row.color }))] },
  cards: { kind: 'multi', display: 'card', choices: T.cards.map((row) => choice(row, WORDS[row.id], { card: 1, slots: 1, draw: draw(row.watts) })) },
  power: { kind: 'choice', default: '550', choices: T.power.map((row) => choice(row, `${row.name} · ${row.form.toUpperCase()} · ${row.rating}`, { form: row.form, rating: row.rating, usable: Math.floor(row.watts * 0.08) * 10, ...fields(row, 'watts', 'length', 'pins8', 'hpwr') }, { color: row.color })) },
  led: { kind: 'choice', display: 'swatch', role: 'accent', choices: Object.entries(LIGHTS).map(([id, [color, facet]]) => ({ id, title: LIGHT[id], color, ...(id === 'prism' ? { texture: '../art/pc/prism.svg', scale: 280 } : {}), ...(id === 'off' ? {} : { facets: { color: facet } }) })) },
  engraving: { kind: 'text', role: 'monogram', max_chars: 12, charset: 'A-Za-z0-9 .&-', fonts: ['allura'], color: '#747981', price: { once: 900 } },
  system: { kind: 'choice', choices: [none(), { id: 'linux', title: WORDS.linux, price: 2900, sku: 'OS-L' }, { id: 'home', title: 'Lattice Home', price: 11900, sku: 'OS-H' }, { id: 'pro', title: 'Lattice Pro', price: 18900, sku: 'OS-P' }] },
  monitor: { kind: 'choice', choices: [none(), ...T.monitor.map((row) => choice(row, `${row.name} · ${row.pixels} · ${row.hz} Hz`, { inch: Number(row.inch), level: Number(row.level) }))] },
  keyboard: { kind: 'choice', role: 'secondary', choices: [none(), ...T.keyboard.map((row) => choice(row, row.name, undefined, { color: row.color, facets: { color: row.facet } }))] },
  mouse: { kind: 'choice', choices: [none(), ...T.mouse.map((row) => choice(row, row.name, undefined, { color: row.color }))] },
  assembly: { kind: 'toggle', default: true, price: 7900 },
};

function drive(row) {
  const nvme = row.bus === 'm2';
  const attributes = nvme ? { m2: 1, gen: Number(row.gen), draw: draw(row.watts) } : { sata: 1, bays25: 1, draw: draw(row.watts) };
  return choice(row, `${row.name} ${capacity(Number(row.gb))} · ${nvme ? `M.2 NVMe ${row.gen}.0` : 'SATA 2.5″'}`, attributes);
}

const ids = (rows, test) => rows.filter(test).map((row) => row.id);
const lit = (name) => ids(T[name], (row) => row.lit === '1');
const compare = (id, left, order, right) => ({ id, compare: [left, order, right], because: BECAUSE[id.replace(/\d$/, '')] ?? BECAUSE[id] });
const sum = (id, attribute, of, limit) => ({ id, sum: attribute, of, at_most: limit, because: BECAUSE[id] });

const rules = [
  { id: 'finish', table: { options: ['case', 'finish'], rows: T.casing.map((row) => [row.id, list(row.finishes)]) }, because: BECAUSE.finish },
  compare('form', 'case.forms', '=', 'mainboard.form'),
  compare('socket', 'processor.socket', '=', 'mainboard.socket'),
  compare('vrm', 'processor.watts', '<=', 'mainboard.vrm'),
  compare('memory', 'memory.type', '=', 'mainboard.memory'),
  compare('dimms', 'memory.modules', '<=', 'mainboard.dimms'),
  compare('capacity', 'memory.gb', '<=', 'mainboard.max_gb'),
  compare('mhz', 'memory.mhz', '<=', 'mainboard.mhz'),
  compare('bracket', 'cooler.sockets', '=', 'processor.socket'),
  compare('heat', 'processor.watts', '<=', 'cooler.watts'),
  compare('height', 'cooler.height', '<=', 'case.cooler'),
  compare('radiator', 'cooler.radiator', '=', 'case.radiators'),
  compare('clearance', 'memory.height', '<=', 'cooler.clearance'),
  compare('length', 'graphics.length', '<=', 'case.length'),
  { id: 'picture', when: { graphics: 'none' }, exclude: { processor: ids(T.processor, (row) => row.graphics === '0') }, because: BECAUSE.picture },
  sum('slots', 'slots', ['graphics', 'cards'], 'case.slots'),
  sum('pcie', 'card', ['graphics', 'cards'], 'mainboard.pcie'),
  sum('watts', 'draw', ['processor', 'graphics', 'cards', 'ssd', 'ssd2', 'disk', 'fans'], 'power.usable'),
  compare('pins', 'graphics.pins8', '<=', 'power.pins8'),
  compare('hpwr', 'graphics.hpwr', '<=', 'power.hpwr'),
  compare('supply', 'power.form', '=', 'case.supplies'),
  { ...compare('supply-length', 'power.length', '<=', 'case.supply'), because: BECAUSE.supplyLength },
  sum('m2', 'm2', ['ssd', 'ssd2'], 'mainboard.m2'),
  { ...compare('gen', 'ssd.gen', '<=', 'mainboard.gen') },
  { ...compare('gen2', 'ssd2.gen', '<=', 'mainboard.gen') },
  sum('sata', 'sata', ['ssd', 'ssd2', 'disk'], 'mainboard.sata'),
  sum('bays25', 'bays25', ['ssd', 'ssd2'], 'case.bays25'),
  sum('bays35', 'bays35', ['disk'], 'case.bays35'),
  compare('fans', 'fans.fit', '=', 'case.fans'),
  { id: 'led', when: { led: Object.keys(LIGHTS).filter((id) => id !== 'off') }, require_any: { fans: lit('fans'), memory: lit('memory'), cooler: lit('cooler'), graphics: lit('graphics') }, because: BECAUSE.led },
  { id: 'card', when: { monitor: ids(T.monitor, (row) => row.level !== '1') }, exclude: { graphics: 'none' }, because: BECAUSE.card },
  compare('level', 'monitor.level', '<=', 'graphics.level'),
  { id: 'install', when: { system: ['linux', 'home', 'pro'] }, require: { assembly: true }, because: BECAUSE.install },
];

const bundled = (name) => ids(T[name], () => true);
const prices = [{ title: WORDS.bundle, when: { keyboard: bundled('keyboard'), mouse: bundled('mouse') }, add: -500 }];

const presets = [
  { id: 'office', selection: { case: 'nook', finish: 'white', processor: 'k35', mainboard: 'n3', memory: 'd5-32', cooler: 'top', graphics: 'none', power: 'e400', ssd: 'g1000', fans: 'f1', led: 'off', system: 'home', monitor: 'p24', keyboard: 'plain-w', mouse: 'tock' } },
  { id: 'gaming', selection: { case: 'lantern', finish: 'black', processor: 't7d', mainboard: 'b7', memory: 'd5-32g', cooler: 'l360-glow', graphics: 'v80', power: '850', ssd: 'g2000', fans: 'f3-glow', led: 'teal', system: 'home', monitor: 'p27f', keyboard: 'full', mouse: 'feather' } },
  { id: 'studio', selection: { case: 'hollow-max', finish: 'silver', processor: 't9', mainboard: 'b9', memory: 'd5-192', cooler: 'l360-snow', graphics: 's48', power: '1000-still', ssd: 'x4000', ssd2: 'x4000', disk: '4h12', fans: 'f2-140s', led: 'white', system: 'pro', monitor: 'p27c', keyboard: 'cream', mouse: 'tock', cards: ['lan'] } },
  { id: 'quiet', selection: { case: 'mini', finish: 'sage', processor: 'k37s', mainboard: 'n5i', memory: 'd5-64', cooler: 'flat', graphics: 'none', power: 's450', ssd: 'g2000', fans: 'none', led: 'off', system: 'linux', keyboard: 'sage', mouse: 'snow' } },
].map((preset) => ({ id: preset.id, title: PRESET[preset.id], selection: preset.selection }));

const steps = Object.entries({
  case: ['case', 'finish', 'fans'], core: ['processor', 'mainboard', 'memory', 'cooler'], drives: ['ssd', 'ssd2', 'disk'],
  graphics: ['graphics', 'cards', 'power'], look: ['led', 'engraving'], desk: ['system', 'monitor', 'keyboard', 'mouse', 'assembly'],
}).map(([id, list]) => ({ id, title: STEP[id], options: list }));

const product = {
  $schema: '../schema/product.v1.schema.json', version: 1, id: 'pc', sku: 'PC-901', title: WORDS.title, currency: 'EUR', base_price: 0, tax_included: true, compiled: 'pc.rules', layout: 'accordion', lead_days: 5,
  fonts: [{ id: 'allura', title: 'Allura', src: '../art/fonts/Allura_400Regular.ttf' }],
  options: Object.entries(options).map(([id, option]) => ({ id, title: WORDS[id], ...(HELP[id] && { help: HELP[id] }), ...(option.kind === 'choice' && { display: 'dropdown' }), ...option })),
  steps, rules, prices, views: views(T), presets, tools: ['cheapest', 'parts_list'],
};

/** One line for each thing of a list, so that a change is a line. */
function written({ options, views, ...rest }) {
  const lines = (things, indent) => things.map((thing) => indent + JSON.stringify(thing)).join(',\n');
  const option = ({ choices, ...head }) => choices
    ? `    ${JSON.stringify(head).slice(0, -1)},"choices":[\n${lines(choices, '      ')}\n    ]}` : `    ${JSON.stringify(head)}`;
  const view = ({ layers, ...head }) => `    ${JSON.stringify(head).slice(0, -1)},"layers":[\n${lines(layers, '      ')}\n    ]}`;
  const fields = Object.entries(rest).map(([name, value]) => `  ${JSON.stringify(name)}: ${Array.isArray(value) && !['fonts', 'tools'].includes(name) ? `[\n${lines(value, '    ')}\n  ]` : JSON.stringify(value)}`);
  return `{\n${fields.slice(0, 12).join(',\n')},\n  "options": [\n${options.map(option).join(',\n')}\n  ],\n${fields.slice(12).join(',\n')},\n  "views": [\n${views.map(view).join(',\n')}\n  ]\n}\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('../../p/pc.json', import.meta.url), written(product));
  const counts = Object.entries(options).map(([id, option]) => `${id} ${option.choices?.filter((c) => c.id !== 'none').length ?? 1}`);
  process.stdout.write(`${product.options.length} options: ${counts.join(', ')}\n`);
}
