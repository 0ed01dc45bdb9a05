// Writes www/catalog.json from the rows. Run: node www/art/make/catalog.mjs
// Popularity and dates come from a hash of the id, so that the file is the same every time.
// What the format takes for granted (in stock, a product, no tags) is left out, and so are days of products that are not new: every page reads the whole file.
import { readFileSync, writeFileSync } from 'node:fs';
import * as shirts from './rows/shirts.mjs';
import * as sneakers from './rows/sneakers.mjs';
import * as skins from './rows/skins.mjs';
import * as parts from './rows/parts.mjs';
import * as beauty from './rows/beauty.mjs';
import * as team from './rows/team.mjs';
import * as gifts from './rows/gifts.mjs';
import * as stories from './rows/stories.mjs';
import * as moreBeauty from './rows/beauty-more.mjs';
import * as moreTeam from './rows/team-more.mjs';
import * as moreStories from './rows/stories-more.mjs';
import * as made from './rows/made.mjs';
import { facetTitles } from './rows/facets.mjs';

const FACETS = ['color', 'pattern', 'material', 'team', 'sport', 'collar', 'sleeve', 'scent', 'type'];
const TEAMS = { foxes: ['foxes'], harbour: ['harbour'], derby: ['harbour', 'comets'] };
export const SPORTS = { harbour: 'football', foxes: 'football', comets: 'basketball', larks: 'cricket', pikes: 'ice hockey', badgers: 'rugby', rooks: 'handball' };
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

/** A list of one is written as the one. */
const lean = (facets) => Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, values.length === 1 ? values[0] : values]));

function facetsOf(row) {
  const facets = {};
  for (const name of FACETS) if (row[name]) facets[name] = list(row[name]);
  if (facets.type && row.department === 'PC parts') facets.type = [row.type.replace(/^gpu\d$/, 'gpu')];
  if (SPORTS[row.team]) facets.sport = [SPORTS[row.team]];
  for (const pair of row.spec ? row.spec.split(';') : []) {
    const [name, value] = pair.split(':');
    facets[name] = list(value);
  }
  if (row.motif) {
    delete facets.color; // the picture's colours say nothing about what is in the text
    facets.topic = [row.sub.toLowerCase().replaceAll(' ', '-')];
    if (TEAMS[row.motif]) facets.team = TEAMS[row.motif];
  }
  return facets;
}

/** What is made to order has a page and a product file of its own. */
const OWN_PAGES = { 'SH-001': 'shirt.html', 'SN-027': 'sneaker.html' };
const OWN_FILES = { 'shirt.html': 'p/oxford-shirt.json', 'sneaker.html': 'p/sneaker.json', 'mug.html': 'p/mug.json', 'bag.html': 'p/bag.json', 'poster.html': 'p/poster.json' };
const fileOf = (url) => (url.startsWith('skin.html?device=') ? `p/skins/${url.slice(17)}.json` : OWN_FILES[url]);
/** Things that are kinds of one: of the twelve devices one wears the shopper's design in a strip, so that it is not skins alone. */
const groupOf = (url) => (url.startsWith('skin.html?') ? 'skin' : undefined);

function itemOf(row) {
  const { id } = row;
  const flags = list(row.flags);
  const kind = row.kind ?? 'product';
  const item = { id, title: { en: row.en, de: row.de }, url: row.page || OWN_PAGES[id] || `${kind === 'product' ? 'product' : 'article'}.html?id=${id}`, image: `art/items/${id}.${made.drawnFrom(row) ? 'webp' : 'svg'}` };
  if (fileOf(item.url)) item.product = fileOf(item.url);
  if (groupOf(item.url)) item.group = groupOf(item.url);
  if (kind === 'product') {
    const [price, listPrice] = row.price.split('/').map(Number);
    item.price = price;
    if (listPrice) item.list_price = listPrice;
  }
  if (flags.includes('out')) item.availability = 'out_of_stock';
  if (flags.includes('pre')) item.availability = 'preorder';
  if (kind !== 'product') item.kind = kind;
  if (row.brand) item.brand = row.brand;
  item.category = [row.department, row.sub];
  item.facets = lean(facetsOf(row));
  const tags = list(row.tags);
  if (flags.includes('new')) tags.push('new');
  if (tags.length) item.tags = tags;
  item.popularity = Number(popularity(id, flags).toFixed(2));
  if (flags.includes('use')) item.consumable = true;
  if (kind !== 'product' || flags.includes('new')) item.published = published(id, flags);
  item.text = row.text;
  return item;
}

/** The parts that the PC is built of, as ./pc-items.mjs writes them. */
function pcItems() {
  return JSON.parse(readFileSync(new URL('./rows/pc-items.json', import.meta.url))).map(({ availability, kind, facets, tags, ...item }) => {
    const { text, popularity: liked, published: day, ...head } = item;
    return { ...head, ...(availability === 'in_stock' ? {} : { availability }), ...(kind === 'product' ? {} : { kind }), facets: lean(facets), ...(tags.length ? { tags } : {}), popularity: liked, ...(tags.includes('new') ? { published: day } : {}), text };
  });
}

/** Every row of every department, with its id: also what the pictures are drawn from. */
export function allRows() {
  const out = [];
  const counts = {};
  const modules = [shirts, sneakers, skins, parts, beauty, team, gifts, stories, moreBeauty, moreTeam, moreStories, ...made.shelves];
  for (const { department, rows } of modules) {
    const columns = department.columns.split(' ');
    for (const line of rows.trim().split('\n').filter(Boolean)) {
      const cells = line.split('|');
      if (cells.length !== columns.length) throw new Error(`${cells.length} cells, not ${columns.length}: ${line}`);
      const row = Object.fromEntries(columns.map((name, i) => [name, cells[i].trim()]));
      row.department = department.name;
      const prefix = row.kind === 'video' ? 'VI' : department.prefix;
      if (!row.id) {
        counts[prefix] = (counts[prefix] ?? 0) + 1;
        row.id = `${prefix}-${String(counts[prefix]).padStart(3, '0')}`;
      }
      out.push(row);
    }
  }
  return out;
}

export function catalogue() {
  const items = [...allRows().map(itemOf), ...pcItems()];
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
    const key = kind ?? category[0];
    counts[key] = (counts[key] ?? 0) + 1;
  }
  process.stdout.write(`${items.length} items ${JSON.stringify(counts)}\n`);
}
