// Makes the sneaker's texture tiles in ../sneaker: leather, suede, canvas, mesh, waxed and cotton laces, speckles. Each is a small PNG (or SVG) that
// repeats without a seam and is only shade and light with alpha, so that one tile lies over every colour. Run: node sneaker-textures.mjs
import { writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

const out = new URL('../sneaker/', import.meta.url);

/** The same numbers on every run (mulberry32). */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const CRC = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n; });
const crc = (bytes) => { let c = ~0; for (const b of bytes) c = CRC[(c ^ b) & 255] ^ (c >>> 8); return ~c >>> 0; };
const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]), head = Buffer.alloc(4), tail = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  tail.writeUInt32BE(crc(body));
  return Buffer.concat([head, body, tail]);
};
/** A picture of at most 16 colours, four bits to the pixel; `palette` has [r, g, b, alpha 0..1]. */
function png(name, n, palette, index) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(n, 0); head.writeUInt32BE(n, 4);
  head.set([4, 3, 0, 0, 0], 8);
  const rows = Buffer.alloc(n * (n / 2 + 1));
  for (let y = 0; y < n; y++) for (let x = 0; x < n; x += 2) rows[y * (n / 2 + 1) + 1 + x / 2] = (index(x, y) << 4) | index(x + 1, y);
  const file = Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((c) => c.slice(0, 3)))), chunk('tRNS', Buffer.from(palette.map((c) => Math.round(c[3] * 255)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
  writeFileSync(new URL(`${name}.png`, out), file);
  process.stdout.write(`${name}.png ${n} px, ${file.length} bytes\n`);
}

/** Eight steps of shade and seven of light around nothing. */
const relief = (dark, light) => Array.from({ length: 16 }, (_, i) => {
  const v = (i - 8) / 8;
  return v < 0 ? [12, 8, 4, -v * dark] : [255, 250, 240, v * light];
});
const toned = (field, n, palette, name) => {
  const all = [...field].sort((a, b) => a - b), lo = all[Math.floor(all.length * 0.01)], hi = all[Math.floor(all.length * 0.99)], mid = all[all.length >> 1];
  png(name, n, palette, (x, y) => {
    const v = field[y * n + x] - mid;
    return Math.max(0, Math.min(15, Math.round(8 + (v < 0 ? v / (mid - lo) * 8 : v / (hi - mid) * 7))));
  });
};
const fieldOf = (n, f) => Float64Array.from({ length: n * n }, (_, i) => f(i % n, Math.floor(i / n)));
const blur = (field, n, rx, ry) => {
  let a = field;
  for (const [r, dx, dy] of [[rx, 1, 0], [ry, 0, 1]]) {
    const b = new Float64Array(n * n);
    for (let y = 0; y < n; y++) for (let x = 0; x < n; x++) {
      let s = 0;
      for (let k = -r; k <= r; k++) s += a[((y + k * dy + n) % n) * n + (x + k * dx + n) % n];
      b[y * n + x] = s / (2 * r + 1);
    }
    a = b;
  }
  return a;
};
const noise = (n, seed) => { const r = random(seed); return fieldOf(n, () => r() - 0.5); };

// Leather: pebbles, which are the cells around scattered points, lit from the upper left.
{
  const n = 128, r = random(7), points = [];
  for (let gy = 0; gy < 16; gy++) for (let gx = 0; gx < 16; gx++) points.push([(gx + 0.15 + 0.7 * r()) * 8, (gy + 0.15 + 0.7 * r()) * 8]);
  const height = fieldOf(n, (x, y) => {
    let a = 1e9, b = 1e9;
    for (const [px, py] of points) {
      const dx = Math.abs(x - px), dy = Math.abs(y - py), d = Math.hypot(Math.min(dx, n - dx), Math.min(dy, n - dy));
      if (d < a) { b = a; a = d; } else if (d < b) b = d;
    }
    return Math.min(1, (b - a) / 2.6) - a * 0.035;
  });
  const h = blur(height, n, 1, 1);
  const lit = fieldOf(n, (x, y) => (h[y * n + x] - h[((y + n - 1) % n) * n + (x + n - 1) % n]) * 1.3 + (h[y * n + x] - 0.5) * 0.5);
  toned(lit, n, relief(0.13, 0.15), 'leather');
}
// Suede: short nap, brushed here and there.
{
  const n = 128, fine = blur(noise(n, 3), n, 0, 1), wide = blur(blur(noise(n, 5), n, 9, 7), n, 9, 7), mid = blur(noise(n, 9), n, 2, 1);
  toned(fieldOf(n, (x, y) => fine[y * n + x] * 1.1 + mid[y * n + x] * 0.45 + wide[y * n + x] * 3.4), n, relief(0.17, 0.16), 'suede');
}
// Canvas: plain weave, yarns with a round profile and a little slub.
{
  const n = 96, yarn = 6, r = random(21), tone = Array.from({ length: 64 }, () => r() - 0.5);
  toned(fieldOf(n, (x, y) => {
    const wx = Math.floor(x / yarn), wy = Math.floor(y / yarn), over = (wx + wy) % 2 === 0;
    const a = Math.sin(Math.PI * ((x % yarn) + 0.5) / yarn), b = Math.sin(Math.PI * ((y % yarn) + 0.5) / yarn);
    return over ? a * 1.1 + b * 0.55 + 0.12 + tone[wx] * 0.35 : b * 1.1 + a * 0.55 + tone[16 + wy] * 0.35;
  }), n, relief(0.36, 0.2), 'canvas');
}
// Mesh: round holes in a staggered net; a dark ground is seen through them.
{
  const n = 96, px = 16, py = 12;
  png('mesh', n, relief(0.62, 0.3), (x, y) => {
    const row = Math.floor(y / py), ox = (row % 2) * px / 2;
    const dx = ((x + 0.5 + ox) % px) - px / 2, dy = (y % py) + 0.5 - py / 2, d = Math.hypot(dx, dy * 1.25);
    if (d < 4) return Math.round(dy < -1.4 ? 0 : 1);
    if (d < 5) return 4;
    return Math.max(6, Math.min(13, Math.round(9.5 + (-dx - dy) * 0.3 + ((x >> 1) + (y >> 1)) % 2)));
  });
}
// Laces: cotton is woven flat in a herringbone, waxed shines.
toned(fieldOf(24, (x, y) => { const v = x < 12 ? x : 23 - x; return Math.sin((v + y) / 6 * Math.PI * 2) + 0.3 * Math.sin(x / 12 * Math.PI * 4); }), 24, relief(0.2, 0.16), 'lace');
// Lurex: glints in a woven lace.
{ const r = random(33); png('lurex', 32, relief(0.5, 0.9), (x, y) => { const v = r(); return (v > 0.9 ? 15 : v > 0.75 ? 12 : v > 0.5 ? 9 : v > 0.2 ? 7 : 4) - ((x + y) % 4 === 0 && v < 0.9 ? 2 : 0); }); }
// Speckles of rubber in a sole, in three colours: a drawing, so that their edges stay sharp.
{
  const n = 160, r = random(12), f = (v) => Math.round(v * 10) / 10, by = { '#1e283e': '', '#b03e30': '', '#787e84': '' }, colours = Object.keys(by);
  for (let i = 0; i < 96; i++) {
    const x = r() * n, y = r() * n, a = 0.9 + r() * 2, b = 0.8 + r() * 1.2, turn = Math.round(r() * 180), c = colours[i % 3];
    for (const dx of [0, -n, n]) for (const dy of [0, -n, n]) {
      if (x + dx > -4 && x + dx < n + 4 && y + dy > -4 && y + dy < n + 4) by[c] += `<ellipse rx="${f(a)}" ry="${f(b)}" transform="translate(${f(x + dx)} ${f(y + dy)})rotate(${turn})"/>`;
    }
  }
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n} ${n}" width="${n}" height="${n}">${colours.map((c) => `<g fill="${c}" fill-opacity=".88">${by[c]}</g>`).join('')}</svg>\n`;
  writeFileSync(new URL('speckle.svg', out), file);
  process.stdout.write(`speckle.svg ${file.length} bytes\n`);
}
