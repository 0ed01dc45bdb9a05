// Writes www/catalog.json from the rows. Run: node www/art/make/catalog.mjs
// Popularity and dates come from a hash of the id, so that the file is the same every time.
import { writeFileSync } from 'node:fs';
import * as shirts from './rows/shirts.mjs';
import * as sneakers from './rows/sneakers.mjs';
import * as skins from './rows/skins.mjs';
import * as parts from './rows/parts.mjs';
import * as beauty from './rows/beauty.mjs';
import * as team from './rows/team.mjs';
import * as gifts from './rows/gifts.mjs';
import * as stories from './rows/stories.mjs';
import { OWN_PAGES, facetTitles, made } from './rows/made.mjs';

const FACETS = ['color', 'pattern', 'material', 'team', 'collar', 'sleeve', 'type'];
const TEAMS = { foxes: ['foxes'], harbour: ['harbour'], derby: ['harbour', 'comets'] };
const DAY = 86_400_000;
const LAST_DAY = Date.UTC(2026, 9, 1);

/** FNV-1a, to a number from 0 to 1. */
function unit(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 0xffffffff;
}

const list = (cell) => (cell ? cell.split(',').map((part) => part.trim()) : []);

function popularity(id, flags) {
  if (flags.includes('top')) return 0.8 + unit(id + 'p') * 0.17;
  return 0.04 + unit(id + 'p') ** 1.6 * 0.74;
}

function published(id, flags) {
  const span = flags.includes('new') ? 40 : 700;
  const from = flags.includes('new') ? 0 : 45;
  const day = LAST_DAY - (from + Math.floor(unit(id + 'd') * span)) * DAY;
  return new Date(day).toISOString().slice(0, 10);
}

function facetsOf(row) {
  const facets = {};
  for (const name of FACETS) if (row[name]) facets[name] = list(row[name]);
  if (facets.type && row.department === 'PC parts') facets.type = [row.type.replace(/^gpu\d$/, 'gpu')];
  for (const pair of row.spec ? row.spec.split(';') : []) {
    const [name, value] = pair.split(':');
    facets[name] = [value];
  }
  if (row.motif) {
    delete facets.color; // the picture's colours say nothing about what is in the text
    facets.topic = [row.sub.toLowerCase().replaceAll(' ', '-')];
    if (TEAMS[row.motif]) facets.team = TEAMS[row.motif];
  }
  return facets;
}

function itemOf(row, id) {
  const flags = list(row.flags);
  const kind = row.kind ?? 'product';
  const page = kind === 'product' ? 'product.html' : 'article.html';
  const item = {
    id,
    title: { en: row.en, de: row.de },
    url: OWN_PAGES[id]?.[0] ?? `${page}?id=${id}`,
    image: `art/items/${id}.svg`,
  };
  if (OWN_PAGES[id]) item.product = OWN_PAGES[id][1];
  if (kind === 'product') {
    const [price, listPrice] = row.price.split('/').map(Number);
    item.price = price;
    if (listPrice) item.list_price = listPrice;
  }
  item.availability = flags.includes('out') ? 'out_of_stock' : flags.includes('pre') ? 'preorder' : 'in_stock';
  item.kind = kind;
  if (row.brand) item.brand = row.brand;
  item.category = [row.department, row.sub];
  item.facets = facetsOf(row);
  item.tags = list(row.tags);
  if (flags.includes('new')) item.tags.push('new');
  item.popularity = Number(popularity(id, flags).toFixed(2));
  if (flags.includes('use')) item.consumable = true;
  item.published = published(id, flags);
  item.text = row.text;
  return item;
}

/** Every row of every department, with its id: also what the pictures are drawn from. */
export function allRows() {
  const out = [];
  for (const { department, rows } of [shirts, sneakers, skins, parts, beauty, team, gifts, stories]) {
    const columns = department.columns.split(' ');
    const counts = {};
    for (const line of rows.trim().split('\n')) {
      const cells = line.split('|');
      if (cells.length !== columns.length) throw new Error(`${cells.length} cells, not ${columns.length}: ${line}`);
      const row = Object.fromEntries(columns.map((name, i) => [name, cells[i].trim()]));
      row.department = department.name;
      const prefix = row.kind === 'video' ? 'VI' : department.prefix;
      counts[prefix] = (counts[prefix] ?? 0) + 1;
      row.id = `${prefix}-${String(counts[prefix]).padStart(3, '0')}`;
      out.push(row);
    }
  }
  return out;
}

export function catalogue() {
  const items = [...allRows().map((row) => itemOf(row, row.id)), ...made];
  return { $schema: 'schema/catalog.v1.schema.json', version: 1, currency: 'EUR', facet_titles: facetTitles, items };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { items, facet_titles, ...head } = catalogue();
  const lines = items.map((item) => '    ' + JSON.stringify(item)).join(',\n');
  const names = Object.entries(facet_titles).map(([id, title]) => `    ${JSON.stringify(id)}: ${JSON.stringify(title)}`).join(',\n');
  const text = JSON.stringify(head, null, 2).replace(/\n}$/, `,\n  "facet_titles": {\n${names}\n  },\n  "items": [\n${lines}\n  ]\n}\n`);
  writeFileSync(new URL('../../catalog.json', import.meta.url), text);
  const counts = {};
  for (const { category, kind } of items) {
    const key = kind === 'product' ? category[0] : kind;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  process.stdout.write(`${items.length} items ${JSON.stringify(counts)}\n`);
}
