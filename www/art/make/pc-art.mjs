// Draws the PC: inside.svg, front.svg, desk.svg, the cards of the cases and the prism, in ../pc. Run: node www/art/make/pc-art.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { defsFor, file, short } from './pc-shape.mjs';
import { FRAME, insideParts } from './pc-inside.mjs';
import { FRONTS, frontParts, thumbnail } from './pc-front.mjs';
import { deskParts } from './pc-desk.mjs';

const out = new URL('../pc/', import.meta.url);
mkdirSync(out, { recursive: true });
const save = (name, text) => { writeFileSync(new URL(name, out), text); process.stdout.write(`${name} ${Buffer.byteLength(text)}\n`); };
save('inside.svg', file(insideParts(), FRAME));
save('front.svg', file(frontParts()));
save('desk.svg', file(deskParts()));
const TONES = { nook: '#eeeeea', 'nook-glass': '#d9a9b0', slate: '#b9bdc3', 'cabin-mini': '#eeeeea', hollow: '#93a58f', 'hollow-quiet': '#2a3b63', lantern: '#eeeeea', 'hollow-max': '#b9bdc3', pebble: '#93a58f', mini: '#d9a9b0' };
for (const name of Object.keys(FRONTS)) {
  const body = short(thumbnail(name, TONES[name] ?? '#3a3d44'));
  save(`case-${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="40 40 820 820"><defs>${defsFor(body)}</defs>${body}</svg>\n`);
}
const rainbow = ['#ff5a5a', '#ffb13d', '#ffe95a', '#56e07a', '#38e0d4', '#4a8bff', '#a86bff', '#ff6ec0', '#ff5a5a'];
save('prism.svg', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><defs><linearGradient id="p" x2="1" y2="1" spreadMethod="repeat">${rainbow.map((c, i) => `<stop offset="${i / 8}" stop-color="${c}"/>`).join('')}</linearGradient></defs><path d="M0 0h64v64H0z" fill="url(#p)"/></svg>\n`);
