// Draws the sneaker: side.svg, top.svg, back.svg and the cards in ../sneaker. Run: node sneaker.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { cards, side } from './sneaker-side.mjs';
import { top } from './sneaker-top.mjs';
import { back } from './sneaker-back.mjs';

const out = new URL('../sneaker/', import.meta.url);
mkdirSync(out, { recursive: true });
for (const [name, text] of Object.entries({ side, top, back, ...cards })) {
  writeFileSync(new URL(`${name}.svg`, out), text);
  process.stdout.write(`${name}.svg ${text.length} bytes\n`);
}
