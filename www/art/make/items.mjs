// Draws www/art/items/<id>.svg for every row that is not drawn from a product file (./rendered.mjs does those). Run: node www/art/make/items.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { allRows } from './catalog.mjs';
import { drawnFrom } from './rows/made.mjs';
import { page } from './draw/kit.mjs';
import { shirt } from './draw/shirt.mjs';
import { sneaker } from './draw/sneaker.mjs';
import { skin } from './draw/skin.mjs';
import { part } from './draw/part.mjs';
import { beauty } from './draw/beauty.mjs';
import { team } from './draw/team.mjs';
import { gift } from './draw/gift.mjs';
import { story } from './draw/story.mjs';
import { scene } from './draw/scene.mjs';

const LIMIT = 7 * 1024;
const rows = allRows().filter((row) => !drawnFrom(row));
const found = new Map(rows.map((row) => [row.id, row]));
const stories = JSON.parse(readFileSync(new URL('../../stories.json', import.meta.url)));
const DRAW = {
  Shirts: shirt, Sneakers: sneaker, 'Device skins': skin, 'PC parts': part, Beauty: beauty, 'Team sports': team, Gifts: gift,
  Journal: (row) => (row.scene ? scene(row, draw, stories[row.id]?.length) : story(row, stories[row.id]?.length)),
};
function draw(id) {
  const row = found.get(id);
  if (!row) throw new Error(`no drawing of its own has ${id}`);
  return DRAW[row.department](row);
}

/** Coordinates to one decimal; the gradients' shares (below 1) keep two. */
const trim = (text) => text.replace(/\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(Number(number) < 1 ? 2 : 1))));

const folder = new URL('../items/', import.meta.url);
mkdirSync(folder, { recursive: true });
let largest = ['', 0];
for (const row of rows) {
  const text = trim(page(draw(row.id)));
  const size = Buffer.byteLength(text);
  if (size > largest[1]) largest = [row.id, size];
  if (size > LIMIT) process.stderr.write(`${row.id} is ${size} bytes, over ${LIMIT}\n`);
  writeFileSync(new URL(`${row.id}.svg`, folder), text);
}
process.stdout.write(`${rows.length} pictures, the largest ${largest.join(' ')} bytes\n`);
