// Draws www/art/items/<id>.webp for every item that has a product file, with the product's own drawing: `haberdash render`.
// Run: node www/art/make/rendered.mjs [HABERDASH [ID …]]
// HABERDASH is the command, `haberdash` where left out. ImageMagick's `convert` (6 or 7, with WebP) sets the picture on the shop's paper and packs it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { allRows } from './catalog.mjs';
import { drawnFrom, earlier } from './rows/made.mjs';
import { SHOWN } from './rendered-frames.mjs';

const LIMIT = 6.5 * 1024;
const SIDE = 400;
const [command = 'haberdash', ...only] = process.argv.slice(2);
const www = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'rendered-'));

function render(row, { product, preset, selection, view }) {
  const png = path.join(folder, 'drawn.png');
  const what = preset ? ['--preset', preset] : [JSON.stringify(selection), '--repair'];
  execFileSync(command, ['render', `${www}p/${product}.json`, ...what, ...(view ? ['--view', view] : []), '--width', '640', '--to', png], { stdio: ['ignore', 'ignore', 'inherit'] });
  return png;
}

/** The shop's paper, as ./draw/kit.mjs paints it behind the drawings. */
const paper = path.join(folder, 'paper.png');
execFileSync('convert', ['-size', `${SIDE}x${SIDE}`, 'radial-gradient:#f9f7f4-#efebe4', paper]);

/** Onto the paper, whole and with its shadow; or cut square where the drawing has a wall of its own. */
function framed(png, { product, view }) {
  const { box, crop, wall } = SHOWN[`${product}#${view}`] ?? SHOWN[product] ?? SHOWN[product.split('/')[0]] ?? {};
  const out = path.join(folder, 'framed.png');
  if (crop) execFileSync('convert', [png, '-gravity', 'NorthWest', '-crop', crop, '+repage', '-resize', `${SIDE}x${SIDE}!`, '-background', '#efebe4', '-flatten', '-strip', out]);
  else if (wall) execFileSync('convert', [png, '-set', 'option:distort:viewport', '%[fx:h]x%[fx:h]-%[fx:(h-w)/2]+0', '-virtual-pixel', 'edge', '-distort', 'SRT', '0', '+repage', '-resize', `${SIDE}x${SIDE}`, '-background', '#efebe4', '-flatten', '-strip', out]);
  else execFileSync('convert', [paper, '(', png, '-trim', '+repage', '-resize', box ?? '330x330', ')', '-gravity', 'center', '-composite', '-strip', out]);
  return out;
}

/** The best quality that fits; fine patterns are made smaller before they are made coarse. */
function pack(framedPng, file) {
  for (const side of [SIDE, 340, 300, 260, 220]) {
    for (const quality of side > 260 ? [84, 72, 60] : [72, 60, 48]) {
      execFileSync('convert', [framedPng, '-resize', `${side}x${side}`, '-quality', String(quality), '-define', 'webp:method=6', '-define', 'webp:thread-level=0', file]);
      if (statSync(file).size <= LIMIT) return `${side}/${quality}`;
    }
  }
  return null;
}

let bytes = 0;
let count = 0;
const poor = [];
const rows = [...allRows(), ...earlier.filter((id) => id.startsWith('PC-')).map((id) => ({ id }))];
for (const row of rows) {
  const how = drawnFrom(row);
  if (!how || (only.length && !only.includes(row.id))) continue;
  const file = `${www}art/items/${row.id}.webp`;
  if (!pack(framed(render(row, how), how), file)) poor.push(row.id);
  bytes += statSync(file).size;
  count += 1;
}
rmSync(folder, { recursive: true });
process.stdout.write(`${count} pictures, ${bytes} bytes${poor.length ? `; over the limit: ${poor.join(', ')}` : ''}\n`);
