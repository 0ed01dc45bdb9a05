// Draws the 240 papers of the poster: 40 patterns in 6 colourways, small PNG tiles with 16 colours, and the library that lists them.
// Run from anywhere: node papers.mjs. The result is the same on every run.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const SIZE = 96, OVER = 3;
const out = new URL('../papers/', import.meta.url);
mkdirSync(out, { recursive: true });

// ---- patterns: of a point in a tile, 0 to 1 both ways, how much ink there is: 0 for none, 1 for the ink, 2 for the second ink

const fract = (x) => x - Math.floor(x);
/** The distance to the middle of the nearest of n×n cells, in cells, and the cell. */
const cell = (u, v, n, shift = 0) => {
  const row = Math.floor(v * n), x = fract(u * n + (row % 2 ? shift : 0)) - 0.5, y = fract(v * n) - 0.5;
  return { x, y, row, column: Math.floor(u * n + (row % 2 ? shift : 0)), r: Math.hypot(x, y), a: Math.atan2(y, x) };
};
const band = (x, from, to) => fract(x) >= from && fract(x) < to;
const petal = (x, y, angle, length, width) => {
  const a = x * Math.cos(angle) + y * Math.sin(angle), b = -x * Math.sin(angle) + y * Math.cos(angle);
  return a > 0 && a < length && Math.abs(b) < width * Math.sin(Math.PI * a / length);
};
const flower = (x, y, n, length, width, heart) =>
  Math.hypot(x, y) < heart ? 2 : Array.from({ length: n }, (_, i) => petal(x, y, 2 * Math.PI * i / n + 0.3, length, width)).some(Boolean) ? 1 : 0;
/** Leaves along a stalk that goes up. */
const twig = (x, y, pairs, length, width, reach = 0.42) => {
  if (Math.abs(x) < 0.018 && Math.abs(y) < reach) return 2;
  for (let i = 0; i < pairs; i++) {
    const at = reach - (2 * reach * (i + 0.5)) / pairs;
    if (petal(x, y - at, -0.7, length, width) || petal(x, y - at, Math.PI + 0.7, length, width)) return 1;
  }
  return petal(x, y + reach - 0.02, -Math.PI / 2, length * 0.8, width) ? 1 : 0;
};
const P = {
  pinstripe: ['stripe', 'quiet', 'Pinstripe', 'Nadelstreifen', (u) => band(u * 8, 0.4, 0.55) ? 1 : 0],
  awning: ['stripe', 'classic', 'Awning stripe', 'Markisenstreifen', (u) => band(u * 2, 0, 0.5) ? 1 : 0],
  ticking: ['stripe', 'classic', 'Ticking stripe', 'Drellstreifen', (u) => band(u * 3, 0.1, 0.3) ? 1 : band(u * 3, 0.5, 0.55) || band(u * 3, 0.85, 0.9) ? 2 : 0],
  barcode: ['stripe', 'modern', 'Barcode stripe', 'Strichcode', (u) => [[0, 0.06], [0.1, 0.13], [0.2, 0.34], [0.4, 0.42], [0.5, 0.6], [0.66, 0.68], [0.74, 0.86]].some(([a, b]) => u >= a && u < b) ? 1 : 0],
  diagonal: ['stripe', 'modern', 'Diagonal stripe', 'Diagonalstreifen', (u, v) => band((u + v) * 4, 0, 0.45) ? 1 : 0],
  ribbon: ['stripe', 'playful', 'Ribbon stripe', 'Bänderstreifen', (u, v) => { const w = u * 3 + 0.12 * Math.sin(2 * Math.PI * v * 2); return band(w, 0.2, 0.5) ? 1 : band(w, 0.56, 0.62) ? 2 : 0; }],
  gingham: ['check', 'classic', 'Gingham', 'Vichykaro', (u, v) => { const n = (band(u * 4, 0, 0.5) ? 1 : 0) + (band(v * 4, 0, 0.5) ? 1 : 0); return n === 2 ? 1 : n === 1 ? 0.5 : 0; }],
  windowpane: ['check', 'quiet', 'Windowpane', 'Fensterkaro', (u, v) => band(u * 3, 0.46, 0.54) || band(v * 3, 0.46, 0.54) ? 1 : 0],
  tattersall: ['check', 'classic', 'Tattersall', 'Tattersall', (u, v) => band(u * 4, 0.45, 0.53) || band(v * 4, 0.45, 0.53) ? 1 : band(u * 4, 0.95, 1) || band(v * 4, 0.95, 1) ? 2 : 0],
  checkerboard: ['check', 'modern', 'Checkerboard', 'Schachbrett', (u, v) => band(u * 3, 0, 0.5) !== band(v * 3, 0, 0.5) ? 1 : 0],
  lattice: ['check', 'classic', 'Lattice', 'Spalier', (u, v) => band((u + v) * 4, 0.42, 0.58) || band((u - v) * 4 + 8, 0.42, 0.58) ? 1 : 0],
  tartan: ['check', 'classic', 'Tartan', 'Schottenkaro', (u, v) => { const a = band(u * 2, 0.1, 0.5) ? 1 : 0, b = band(v * 2, 0.1, 0.5) ? 1 : 0; return band(u * 2, 0.72, 0.77) || band(v * 2, 0.72, 0.77) ? 2 : (a + b) * 0.45; }],
  'pin-dot': ['dot', 'quiet', 'Pin dot', 'Punkte, fein', (u, v) => cell(u, v, 8, 0.5).r < 0.18 ? 1 : 0],
  polka: ['dot', 'playful', 'Polka dot', 'Tupfen', (u, v) => cell(u, v, 4, 0.5).r < 0.32 ? 1 : 0],
  confetti: ['dot', 'playful', 'Confetti', 'Konfetti', (u, v) => { const c = cell(u, v, 6, 0.5), k = (((c.column % 6) + 6) % 6) * 7 + c.row * 3, x = c.x + ((k * 5) % 7 - 3) * 0.05, y = c.y + ((k * 11) % 7 - 3) * 0.05; return Math.hypot(x, y) < 0.12 + (k % 3) * 0.06 ? (k % 2 ? 1 : 2) : 0; }],
  bubbles: ['dot', 'playful', 'Bubbles', 'Seifenblasen', (u, v) => { const c = cell(u, v, 3, 0.5); return Math.abs(c.r - 0.34) < 0.04 ? 1 : Math.hypot(c.x + 0.12, c.y + 0.12) < 0.06 ? 2 : 0; }],
  targets: ['dot', 'modern', 'Targets', 'Zielscheiben', (u, v) => { const r = cell(u, v, 3).r; return r < 0.1 ? 2 : r > 0.18 && r < 0.27 || r > 0.35 && r < 0.43 ? 1 : 0; }],
  halftone: ['dot', 'modern', 'Halftone', 'Rasterpunkte', (u, v) => { const c = cell(u, v, 8); return c.r < 0.1 + 0.34 * Math.abs(0.5 - fract((c.row + 0.5) / 8)) * 2 ? 1 : 0; }],
  chevron: ['geometric', 'modern', 'Chevron', 'Winkel', (u, v) => band(v * 4 + Math.abs(fract(u * 3) - 0.5) * 1.2, 0, 0.5) ? 1 : 0],
  herringbone: ['geometric', 'classic', 'Herringbone', 'Fischgrat', (u, v) => band(v * 6 + (band(u * 4, 0, 0.5) ? 1 : -1) * u * 8, 0, 0.5) ? 1 : 0],
  diamonds: ['geometric', 'classic', 'Diamonds', 'Rauten', (u, v) => { const c = cell(u, v, 3), d = Math.abs(c.x) + Math.abs(c.y); return d < 0.18 ? 2 : d > 0.32 && d < 0.44 ? 1 : 0; }],
  triangles: ['geometric', 'modern', 'Triangles', 'Dreiecke', (u, v) => { const c = cell(u, v, 4, 0.5); return c.y > -0.36 && Math.abs(c.x) < (c.y + 0.42) * 0.5 && c.y < 0.4 ? (c.row % 2 ? 1 : 2) : 0; }],
  honeycomb: ['geometric', 'modern', 'Honeycomb', 'Waben', (u, v) => { const d = (x, y) => Math.max(Math.abs(y) * 0.866 + Math.abs(x) * 0.5, Math.abs(x)), x = u * 4, y = v * 4 * 0.866 * (2 / 1.732); const a = [fract(x) - 0.5, fract(y / 2) * 2 - 1], b = [fract(x + 0.5) - 0.5, fract(y / 2 + 0.5) * 2 - 1]; return Math.min(d(...a), d(...b)) > 0.43 ? 1 : 0; }],
  scales: ['geometric', 'playful', 'Scales', 'Schuppen', (u, v) => { for (const k of [0, 1]) { const y = v * 4 + k, row = Math.floor(y), x = fract(u * 4 + (row % 2 ? 0.5 : 0)) - 0.5, r = Math.hypot(x, fract(y) - 0 - k * 0); if (k === 0 && r < 0.5) return r > 0.4 ? 1 : r < 0.14 ? 2 : 0; } const y = v * 4 + 1, row = Math.floor(y), x = fract(u * 4 + (row % 2 ? 0.5 : 0)) - 0.5; const r = Math.hypot(x, fract(v * 4) - 1); return r > 0.4 && r < 0.5 ? 1 : 0; }],
  waves: ['geometric', 'playful', 'Waves', 'Wellen', (u, v) => band(v * 5 + 0.28 * Math.sin(2 * Math.PI * u * 3), 0, 0.36) ? 1 : 0],
  zigzag: ['geometric', 'quiet', 'Fine zigzag', 'Zickzack, fein', (u, v) => band(v * 8 + Math.abs(fract(u * 6) - 0.5), 0, 0.26) ? 1 : 0],
  'greek-key': ['geometric', 'classic', 'Greek key', 'Mäander', (u, v) => { const map = ['1111111.', '1.....1.', '1.111.1.', '1.1.1.1.', '1.1...1.', '1.11111.', '1.......', '11111111']; return map[Math.floor(fract(v * 2) * 8)][Math.floor(fract(u * 2) * 8)] === '1' ? 1 : 0; }],
  basket: ['geometric', 'quiet', 'Basket weave', 'Flechtwerk', (u, v) => { const across = (Math.floor(u * 4) + Math.floor(v * 4)) % 2; return band((across ? u : v) * 12, 0.2, 0.8) ? 1 : 0; }],
  arches: ['geometric', 'modern', 'Arches', 'Bögen', (u, v) => { const x = fract(u * 3) - 0.5, y = fract(v * 2), r = y < 0.5 ? Math.hypot(x, (y - 0.5) * 1.5) : Math.abs(x); return r < 0.12 ? 2 : r > 0.2 && r < 0.28 || r > 0.36 && r < 0.44 ? 1 : 0; }],
  stars: ['geometric', 'playful', 'Stars', 'Sterne', (u, v) => { const c = cell(u, v, 3, 0.5); return c.r < 0.2 + 0.16 * Math.cos(5 * (c.a + Math.PI / 2)) ? 1 : 0; }],
  laurel: ['botanical', 'classic', 'Laurel', 'Lorbeer', (u, v) => { const c = cell(u, v, 2, 0.5); return twig(c.x, c.y, 4, 0.3, 0.07); }],
  fern: ['botanical', 'quiet', 'Fern', 'Farn', (u, v) => { const c = cell(u, v, 2, 0.5); return twig(c.x, c.y, 8, 0.3 * (0.6 + 0.4 * (c.y + 0.5)), 0.035); }],
  daisy: ['botanical', 'playful', 'Daisy', 'Gänseblümchen', (u, v) => { const c = cell(u, v, 3, 0.5); return flower(c.x, c.y, 9, 0.36, 0.07, 0.1); }],
  tulip: ['botanical', 'playful', 'Tulip', 'Tulpe', (u, v) => { const { x, y } = cell(u, v, 3, 0.5); return Math.abs(x) < 0.025 && y > 0 && y < 0.42 ? 2 : petal(x, y - 0.05, -Math.PI / 2, 0.42, 0.12) || petal(x, y - 0.05, -Math.PI / 2 - 0.5, 0.38, 0.1) || petal(x, y - 0.05, -Math.PI / 2 + 0.5, 0.38, 0.1) ? 1 : petal(x, y - 0.36, -0.9, 0.26, 0.05) ? 2 : 0; }],
  sprig: ['botanical', 'quiet', 'Sprig', 'Zweiglein', (u, v) => { const c = cell(u, v, 4, 0.5); return twig(c.x, c.y, 2, 0.26, 0.06, 0.3); }],
  berries: ['botanical', 'classic', 'Berries', 'Beeren', (u, v) => { const { x, y } = cell(u, v, 3, 0.5); return [[-0.16, 0.1], [0.16, 0.1], [0, 0.24]].some(([a, b]) => Math.hypot(x - a, y - b) < 0.11) ? 2 : petal(x, y, -Math.PI / 2 - 0.6, 0.4, 0.09) || petal(x, y, -Math.PI / 2 + 0.6, 0.4, 0.09) ? 1 : 0; }],
  reed: ['botanical', 'modern', 'Reed', 'Schilf', (u, v) => { const { x, y } = cell(u, v, 2, 0.5); return [-0.3, -0.1, 0.12, 0.32].some((at, i) => petal(x - at, y - 0.48, -Math.PI / 2 + at * 0.5, 0.6 + (i % 2) * 0.28, 0.035)) ? 1 : 0; }],
  clover: ['botanical', 'playful', 'Clover', 'Klee', (u, v) => { const { x, y } = cell(u, v, 4, 0.5); return [0, 1, 2].some((i) => Math.hypot(x - 0.14 * Math.cos(2.094 * i - 1.57), y + 0.04 - 0.14 * Math.sin(2.094 * i - 1.57)) < 0.13) ? 1 : Math.abs(x - (y - 0.1) * 0.3) < 0.03 && y > 0.05 && y < 0.36 ? 2 : 0; }],
  blossom: ['botanical', 'classic', 'Blossom', 'Blüten', (u, v) => { const c = cell(u, v, 3, 0.5); return flower(c.x, c.y, 5, 0.4, 0.15, 0.09); }],
  feather: ['botanical', 'modern', 'Feather', 'Federn', (u, v) => { const { x, y } = cell(u, v, 2, 0.5); const w = 0.16 * Math.sqrt(Math.max(0, 1 - (y / 0.42) ** 2)); return Math.abs(x) < 0.014 && Math.abs(y) < 0.46 ? 2 : Math.abs(x) < w && band((y + Math.abs(x) * 0.9) * 16, 0, 0.7) ? 1 : 0; }],
};

// ---- colourways: paper, ink, second ink
const C = {
  navy: ['Navy', 'Marineblau', '#f3efe6', '#22375e', '#c9a14a', 'navy'],
  sage: ['Sage', 'Salbei', '#eef0e6', '#6f8b6a', '#c56b4f', 'green'],
  terracotta: ['Terracotta', 'Terrakotta', '#f7ebe0', '#b9583a', '#31525b', 'red'],
  mustard: ['Mustard', 'Senf', '#fbf5e3', '#d09a24', '#5a4630', 'yellow'],
  charcoal: ['Charcoal', 'Anthrazit', '#2c2f36', '#d9d4c7', '#d98b5f', 'black'],
  blush: ['Blush', 'Zartrosa', '#fbf1f0', '#d78f94', '#6d7f63', 'pink'],
};

// ---- PNG (ISO/IEC 15948): 16 colours, four bits each
const crcs = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0; });
const crc = (bytes) => { let c = 0xffffffff; for (const b of bytes) c = crcs[(c ^ b) & 255] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]), ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
const png = (pixels, palette) => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIZE, 0);
  head.writeUInt32BE(SIZE, 4);
  head.set([4, 3, 0, 0, 0], 8);
  const rows = [];
  for (let y = 0; y < SIZE; y++) {
    const row = Buffer.alloc(1 + SIZE / 2);
    for (let x = 0; x < SIZE; x += 2) row[1 + x / 2] = (pixels[y * SIZE + x] << 4) | pixels[y * SIZE + x + 1];
    rows.push(row);
  }
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flat())), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
};
const rgb = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const mix = (a, b, t) => a.map((from, i) => Math.round(from + (b[i] - from) * t));

/** What a pattern covers of each pixel with either ink. */
function cover(pattern) {
  const inks = [];
  for (let y = 0; y < SIZE; y++) for (let x = 0; x < SIZE; x++) {
    let one = 0, two = 0;
    for (let i = 0; i < OVER; i++) for (let k = 0; k < OVER; k++) {
      const ink = pattern((x + (i + 0.5) / OVER) / SIZE, (y + (k + 0.5) / OVER) / SIZE);
      if (ink === 2) two++; else one += ink;
    }
    inks.push([one / OVER ** 2, two / OVER ** 2]);
  }
  return inks;
}

const choices = [];
let bytes = 0;
for (const [id, [pattern, style, en, de, draw]] of Object.entries(P)) {
  const inks = cover(draw);
  for (const [color, [colorEn, colorDe, paper, ink, second, facet]] of Object.entries(C)) {
    const [a, b, c] = [paper, ink, second].map(rgb);
    // Nine steps from paper to ink, seven from paper to the second.
    const palette = [...Array.from({ length: 9 }, (_, i) => mix(a, b, i / 8)), ...Array.from({ length: 7 }, (_, i) => mix(a, c, (i + 1) / 7))];
    const pixels = inks.map(([one, two]) => two > one ? 8 + Math.max(1, Math.round(two * 7)) : Math.round(Math.min(1, one + two) * 8));
    const file = png(pixels, palette);
    bytes += file.length;
    writeFileSync(new URL(`${id}-${color}.png`, out), file);
    const choice = {
      id: `${id}-${color}`,
      title: { en: `${en}, ${colorEn.toLowerCase()}`, de: `${de}, ${colorDe.toLowerCase()}` },
      color: paper, texture: `../art/papers/${id}-${color}.png`, scale: 120,
      facets: { color: facet, pattern, style },
    };
    const at = choices.length;
    if (pattern === 'botanical') choice.price = 400;
    // Some are nearly gone, some are gone, some are printed when they are asked for.
    if (at % 37 === 20) choice.stock = 0;
    else if (at % 23 === 11) choice.stock = 1 + at % 5;
    if (at % 29 === 7) choice.lead_days = 5;
    choices.push(choice);
  }
}
const lines = choices.map((choice) => `    ${JSON.stringify(choice)}`).join(',\n');
writeFileSync(new URL('../../p/papers.json', import.meta.url), `{\n  "$schema": "../schema/library.v1.schema.json",\n  "version": 1,\n  "choices": [\n${lines}\n  ]\n}\n`);
console.log(`${choices.length} papers, ${bytes} bytes of pictures, in ${fileURLToPath(out)}`);
