// Writes rows/pc-items.json, the catalogue's items for the PC's parts, and draws ../items/<id>.svg for each.
// Run: node www/art/make/pc-items.mjs
import { writeFileSync } from 'node:fs';
import * as rows from './rows/pc.mjs';
import { T, table } from './pc.mjs';
import { alone } from './pc-inside.mjs';
import { thumbnail } from './pc-front.mjs';
import { defsFor, short } from './pc-shape.mjs';
import { circle, line, page, path, rect } from './draw/kit.mjs';
import { part } from './draw/part.mjs';

const LIMIT = 9 * 1024;
const found = new Map(Object.entries(T).flatMap(([group, list]) => list.map((row) => [row.sku, { group, ...row }])));

/** FNV-1a, to a number from 0 to 1, as ./catalog.mjs has it. */
function unit(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 0xffffffff;
}
const LAST_DAY = Date.UTC(2026, 9, 1), DAY = 86_400_000;
const capacity = (gb) => (gb < 1000 ? `${gb} GB` : `${gb / 1000} TB`);
const both = (name, en, de) => ({ en: `${name} ${en}`, de: `${name} ${de}` });

const TITLE = {
  processor: (r) => both(r.name, `processor, ${r.cores} cores`, `Prozessor, ${r.cores} Kerne`),
  mainboard: (r) => both(r.name, 'mainboard', 'Mainboard'),
  memory: (r) => { const [, name, kit] = r.name.match(/^(.*?) (\d × .*)$/); return both(name, `memory, ${kit}`, `Speicher, ${kit}`); },
  graphics: (r) => both(r.name, 'graphics card', 'Grafikkarte'),
  cooler: (r) => (r.kind === 'liquid' ? both(r.name.replace(' Liquid', ''), 'liquid cooler', 'Wasserkühlung') : both(r.name, 'cooler', 'Kühler')),
  casing: (r) => both(r.name, 'case', 'Gehäuse'),
  power: (r) => both(r.name, 'power supply', 'Netzteil'),
  ssd: (r) => both(r.name.replace(' Drive', ''), `drive, ${capacity(r.gb)}`, `SSD, ${capacity(r.gb)}`),
  disk: (r) => both(r.name, `hard disk, ${r.tb} TB`, `Festplatte, ${r.tb} TB`),
  fans: (r) => both(r.name.replace(/, (\d) \+ 1$/, ''), `fans, set of ${Number(r.name.at(-5)) + 1}`, `Lüfter, ${Number(r.name.at(-5)) + 1} Stück`),
  monitor: (r) => both(r.name, `monitor, ${r.pixels}`, `Monitor, ${r.pixels}`),
  keyboard: (r) => ({ en: r.name.replace(/^(\w+) 75 (\w+)$/, (_, brand, tone) => `${brand} keyboard, ${tone.toLowerCase()}`), de: r.name.replace(/^(\w+) 75 (\w+)$/, (_, brand, tone) => `${brand} Tastatur, ${{ Sage: 'Salbei', Rose: 'rosé' }[tone]}`) }),
  mouse: (r) => both(r.name, 'mouse', 'Maus'),
  cards: () => both('Tock', 'sound card', 'Soundkarte'),
};
const FACETS = {
  processor: (r) => ({ socket: r.socket, watts: r.watts }), mainboard: (r) => ({ socket: r.socket, form: r.form }), memory: (r) => ({ gb: r.gb }),
  graphics: (r) => ({ watts: r.watts, slots: r.slots }), cooler: (r) => ({ watts: r.watts }), casing: (r) => ({ form: r.forms.split(',')[0] }), power: (r) => ({ watts: r.watts, form: r.form }),
  ssd: (r) => ({ gb: r.gb }), disk: (r) => ({ gb: String(r.tb * 1000) }), fans: (r) => ({ size: r.fit.split('x')[1] }), monitor: (r) => ({ inch: r.inch }), keyboard: () => ({ layout: '75' }),
};
const BRAND = { cards: 'Tock', monitor: 'Pane' };

const METAL = '<linearGradient id="m" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".34"/><stop offset=".5" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".3"/></linearGradient>';
const OWN = {
  disk: () => ({ defs: METAL, floor: [204, 342, 130, 13], body: `<g transform="rotate(-8 200 200)">${rect(96, 56, 208, 284, '#b4b9c0', 'rx="12"')}${rect(96, 56, 208, 284, 'url(#m)', 'rx="12"')}${path('M112 84Q112 72 124 72H276Q288 72 288 84V206Q288 236 258 240L150 262Q112 266 112 228Z', '#c9cdd3', 'stroke="#8d929a" stroke-width="1.5"')}${circle(200, 158, 74, '#d9dce1', 'stroke="#8d929a" stroke-width="1.5"')}${circle(200, 158, 74, 'url(#m)')}${circle(200, 158, 22, '#aeb3bb', 'stroke="#7d828a" stroke-width="1.5"')}${rect(124, 262, 152, 60, '#f4efe4', 'rx="4"')}${rect(124, 262, 30, 60, '#d9702b', 'rx="4"')}${line('M168 280H258M168 294H236M168 308H248', '#777b83', 4)}${[[110, 70], [290, 70], [110, 326], [290, 326]].map(([x, y]) => circle(x, y, 5, '#7d828a')).join('')}</g>` }),
  monitor: (r) => ({ defs: METAL, floor: [200, 338, 110, 11], body: path('M182 262H218L226 330H174Z', '#3a3d44') + rect(130, 324, 140, 12, '#3a3d44', 'rx="5"') + rect(130, 324, 140, 12, 'url(#m)', 'rx="5"') + rect(48, 84, 304, 186, '#1b1c20', 'rx="8"') + rect(57, 93, 286, 162, r.level === '1' ? '#c8dbe6' : '#d9c7e0') + circle(252, 140, 20, '#f6e4b8') + path('M57 208Q110 158 172 198T276 190T343 176V255H57Z', r.id === 'p27c' ? '#b2402a' : '#4e7f86') + path('M57 232Q140 196 214 228T343 212V255H57Z', r.id === 'p27c' ? '#702036' : '#1f4d3f') + path('M57 93H212L146 255H57Z', '#fff', 'opacity=".08"') + circle(200, 263, 2.5, '#8ff0c0') }),
  card: () => ({ defs: METAL, floor: [204, 300, 140, 12], body: rect(58, 96, 10, 196, '#c9ccd1', 'rx="2"') + rect(68, 130, 274, 130, '#28543f', 'rx="5"') + rect(68, 130, 274, 130, 'url(#m)', 'rx="5"') + rect(110, 260, 96, 16, '#22262b') + line('M114 268H202', '#d2a94e', 14, 'stroke-dasharray="5 4" stroke-linecap="butt"') + rect(150, 150, 92, 84, '#33363d', 'rx="4"') + rect(150, 150, 92, 84, 'url(#m)', 'rx="4"') + line('M168 206V178H186M168 192H182M202 178V206M202 206H222', '#d9702b', 5) + [150, 180, 210, 240].map((y) => circle(88, y, 9, '#c49a4c') + circle(88, y, 4, '#16171b')).join('') + [268, 292, 316].map((x) => rect(x, 150, 15, 34, '#c4c8cd', 'rx="7"') + rect(x, 200, 15, 34, '#2b3f6e', 'rx="7"')).join('') }),
};
const TONE = { 'hollow-air': '#2a2a2f', 'nook-glass': '#d9a9b0', 'hollow-quiet': '#2a3b63', lantern: '#eeeeea', cabin: '#2a2a2f', 'hollow-max': '#2a2a2f', pebble: '#93a58f' };

function drawing(line, row) {
  if (row.group === 'casing') {
    const body = short(thumbnail(row.id, row.tone ?? TONE[row.id], row.fan));
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 900"><defs>${defsFor(body)}<radialGradient id="bg" cx=".5" cy=".4" r=".75"><stop offset="0" stop-color="#f9f7f4"/><stop offset="1" stop-color="#efebe4"/></radialGradient></defs><path d="M0 0h900v900h-900z" fill="url(#bg)"/>${body}</svg>\n`;
  }
  if (alone[row.group] && (row.group !== 'cooler' || row.kind !== 'liquid') && (row.group !== 'ssd' || row.bus === 'sata')) {
    const [[x, y, w, h], art] = alone[row.group](row), scale = Math.min(270 / w, 290 / h), body = short(art);
    const at = `translate(${Math.round(200 - (x + w / 2) * scale)} ${Math.round(196 - (y + h / 2) * scale)})scale(${Math.round(scale * 1000) / 1000})`;
    return page({ defs: defsFor(body), floor: [200, 196 + (h * scale) / 2 + 8, (w * scale) / 2 + 14, 12], body: `<g fill="${row.color ?? '#4a4e57'}"><g transform="${at}" stroke-linecap="butt">${body}</g></g>` });
  }
  const type = row.group === 'disk' ? 'disk' : line.type;
  const drawn = OWN[type] ? OWN[type](row) : part({ ...row, type, color: line.color, spec: line.spec });
  if (row.group === 'memory' && row.lit === '1') drawn.body += '<g fill="#38e0d4"><path d="M60 100h280v6H60z" transform="rotate(-6 200 150)"/><path d="M60 210h280v6H60z" transform="rotate(-6 200 250)"/></g>';
  return page(drawn).replace(/\d+\.\d{2,}/g, (v) => String(Number(Number(v).toFixed(Number(v) < 1 ? 2 : 1))));
}

const items = table(rows.shelf).map((line) => {
  const row = found.get(line.sku), tags = line.tags.split(',');
  const isNew = line.flag === 'new', id = line.sku;
  if (!row) throw new Error(`no part has the sku ${id}`);
  const text = drawing(line, row), size = Buffer.byteLength(text);
  if (size > LIMIT) process.stderr.write(`${id} is ${size} bytes, over ${LIMIT}\n`);
  writeFileSync(new URL(`../items/${id}.svg`, import.meta.url), text);
  const facets = { color: [line.color], type: [line.type.replace(/^gpu\d$/, 'gpu')] };
  if (row.group === 'disk') facets.type = ['disk'];
  for (const [name, value] of Object.entries(FACETS[row.group]?.(row) ?? {})) facets[name] = [String(value)];
  const popularity = line.flag === 'top' ? 0.8 + unit(id + 'p') * 0.17 : 0.04 + unit(id + 'p') ** 1.6 * 0.74;
  const day = LAST_DAY - ((isNew ? 0 : 45) + Math.floor(unit(id + 'd') * (isNew ? 40 : 700))) * DAY;
  return { id, title: TITLE[row.group](row), url: `product.html?id=${id}`, image: `art/items/${id}.svg`, price: Number(row.price), availability: 'in_stock', kind: 'product', brand: BRAND[row.group] ?? (row.group === 'casing' ? 'Brontide' : row.name.split(' ')[0]), category: ['PC parts', line.sub], facets, tags: isNew ? [...tags, 'new'] : tags, popularity: Number(popularity.toFixed(2)), published: new Date(day).toISOString().slice(0, 10), text: line.text };
});
items.unshift({ id: 'PC-901', title: { en: 'A PC from scratch', de: 'Ein PC von Grund auf' }, url: 'pc-build.html', image: 'art/items/PC-901.webp', price: 83600, availability: 'in_stock', kind: 'product', brand: 'Otterby', category: ['PC parts', 'Complete PCs'], facets: { color: ['black', 'white', 'silver', 'navy', 'green', 'pink'], type: ['pc'] }, tags: ['office', 'gaming', 'customizable'], popularity: 0.93, published: '2026-09-20', text: 'Choose the parts; everything on offer fits. We build it, wire it and test it.' });
writeFileSync(new URL('./rows/pc-items.json', import.meta.url), `[\n${items.map((item) => '  ' + JSON.stringify(item)).join(',\n')}\n]\n`);
process.stdout.write(`${items.length} items\n`);
