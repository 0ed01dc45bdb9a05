// Drawing helpers for the sneaker: lines at a distance from other lines, stitches, cut edges of leather with their
// shadow, and soft shade without filters (stacked strokes). Light comes from the upper left.
import { num } from './shirt-lib.mjs';

export const BLACK = '#0a0806';

const join = (ns) => ns.map(num).reduce((out, s) => out + (out === '' || s[0] === '-' ? '' : ' ') + s, '');
const lerp = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The cubic curves of an absolute path (M, L, C, Q, Z only), one list for each subpath. */
export function curves(d) {
  const out = [];
  let at, first;
  for (const [, c, rest] of d.matchAll(/([MLCQZ])([^MLCQZ]*)/g)) {
    const ns = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const to = [];
    for (let i = 0; i < ns.length; i += 2) to.push([ns[i], ns[i + 1]]);
    const line = (b) => { out.at(-1).push([at, lerp(at, b, 1 / 3), lerp(at, b, 2 / 3), b]); at = b; };
    if (c === 'M') { out.push([]); at = first = to.shift(); to.forEach(line); }
    if (c === 'L') to.forEach(line);
    if (c === 'C') for (let i = 0; i < to.length; i += 3) { out.at(-1).push([at, to[i], to[i + 1], to[i + 2]]); at = to[i + 2]; }
    if (c === 'Q') for (let i = 0; i < to.length; i += 2) { out.at(-1).push([at, lerp(at, to[i], 2 / 3), lerp(to[i + 1], to[i], 2 / 3), to[i + 1]]); at = to[i + 1]; }
    if (c === 'Z' && at !== first && Math.hypot(at[0] - first[0], at[1] - first[1]) > 0.1) line(first);
  }
  return out;
}

const on = ([a, b, c, d], t) => lerp(lerp(lerp(a, b, t), lerp(b, c, t), t), lerp(lerp(b, c, t), lerp(c, d, t), t), t);

/** Points along the first subpath of `d`, about `step` apart, with the unit normal (to the right of the way it runs, as seen on screen). */
export function walk(d, step = 10) {
  const fine = [];
  for (const curve of curves(d)[0]) for (let i = fine.length ? 1 : 0; i <= 40; i++) fine.push(on(curve, i / 40));
  let length = 0;
  const far = fine.map((q, i) => (length += i ? Math.hypot(q[0] - fine[i - 1][0], q[1] - fine[i - 1][1]) : 0));
  const n = Math.max(2, Math.round(length / step));
  const out = [];
  let j = 0;
  for (let i = 0; i <= n; i++) {
    const want = length * i / n;
    while (j < fine.length - 2 && far[j + 1] < want) j++;
    const q = lerp(fine[j], fine[j + 1], Math.min(1, (want - far[j]) / ((far[j + 1] - far[j]) || 1)));
    out.push({ x: q[0], y: q[1] });
  }
  out.forEach((q, i) => {
    const a = out[Math.max(0, i - 1)], b = out[Math.min(n, i + 1)], l = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    Object.assign(q, { tx: (b.x - a.x) / l, ty: (b.y - a.y) / l, nx: -(b.y - a.y) / l, ny: (b.x - a.x) / l });
  });
  return out;
}

/** A smooth path through points. */
export function smooth(points, closed = false) {
  const q = points, n = q.length;
  const get = (i) => (closed ? q[(i + n) % n] : q[Math.max(0, Math.min(n - 1, i))]);
  let d = 'M' + join(q[0]);
  for (let i = 0; i < n - (closed ? 0 : 1); i++) {
    const [a, b, c, e] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    d += 'C' + join([b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (e[0] - b[0]) / 6, c[1] - (e[1] - b[1]) / 6, ...c]);
  }
  return d + (closed ? 'Z' : '');
}

/** The line that runs beside `d` at `by` units to its right (negative: left), between the fractions `from` and `to` of it. */
export function beside(d, by, { from = 0, to = 1, step = 16 } = {}) {
  const all = walk(d, step), n = all.length - 1;
  const part = all.filter((_, i) => i / n >= from - 1e-9 && i / n <= to + 1e-9);
  return smooth(part.map((q) => [q.x + q.nx * by, q.y + q.ny * by]));
}

export const p = (d, attrs = '') => `<path d="${d}"${attrs && ' ' + attrs}/>`;
export const part = (id, inner) => `<g id="${id}">${inner}</g>\n`;
export const clip = (id, ...ds) => `<clipPath id="${id}">${ds.map((d) => p(d)).join('')}</clipPath>`;
export const al = (v) => (Math.round(v * 1000) / 1000).toString().replace(/^0\./, '.');

/** A row of stitches: the groove they pull, the shade of each and the thread. They read on white and on black. */
export const stitch = (list, w = 1) => {
  const d = [list].flat().join('');
  const dash = `stroke-dasharray="${num(6.2 * w)} ${num(3.2 * w)}"`;
  return '<g fill="none" stroke-linecap="round">' + p(d, `stroke="${BLACK}" stroke-opacity=".13" stroke-width="${num(3.6 * w)}"`) +
    p(d, `stroke="${BLACK}" stroke-opacity=".5" stroke-width="${num(1.7 * w)}" ${dash} transform="translate(.5 .8)"`) +
    p(d, `stroke="#efece4" stroke-opacity=".62" stroke-width="${num(1.3 * w)}" ${dash}`) + '</g>';
};

/** The soft shadow that a piece throws on what is below it, within the clip `within`. */
export const drop = (d, within, k = 1) =>
  `<g fill="none" stroke="${BLACK}" stroke-linejoin="round"${within ? ` clip-path="url(#${within})"` : ''}>` +
  [[16, 0.045], [9, 0.085], [3.6, 0.19]].map(([w, a]) =>
    p(d, `stroke-opacity="${al(a * k)}" stroke-width="${num(w * Math.sqrt(k))}" transform="translate(${num(0.15 * w)} ${num(0.3 * w)})"`)).join('') + '</g>';

/** The cut edge of a piece with clip `own`: lit where it faces the light, dark where it does not, a thin line around. */
export const edge = (d, own, k = 1) =>
  `<g fill="none" clip-path="url(#${own})"><path d="${d}" stroke="#fff" stroke-opacity="${al(0.2 * k)}" stroke-width="5" transform="translate(1.4 2.4)"/>` +
  `<path d="${d}" stroke="#fff" stroke-opacity="${al(0.34 * k)}" stroke-width="2.2" transform="translate(.5 .9)"/>` +
  `<path d="${d}" stroke="${BLACK}" stroke-opacity="${al(0.16 * k)}" stroke-width="4.6" transform="translate(-1.2 -2.2)"/></g>` +
  p(d, `fill="none" stroke="${BLACK}" stroke-opacity="${al(0.42 * k)}" stroke-width="1.1" stroke-linejoin="round"`);

/** Shade (or light) that is strongest along `d` and runs out over `width` on both sides. */
export const glow = (d, width, a, colour = BLACK, n = 6) =>
  `<g fill="none" stroke="${colour}" stroke-opacity="${al(a / n * 1.5)}" stroke-linecap="round" stroke-linejoin="round">` +
  Array.from({ length: n }, (_, i) => p(d, `stroke-width="${num(width * ((i + 1) / n) ** 1.25)}"`)).join('') + '</g>';

/** Holes punched into leather: dark, with a lit lower edge. */
export const holes = (list) => `<g fill="${BLACK}" fill-opacity=".8" stroke="#fff" stroke-opacity=".2" stroke-width="1.4" paint-order="stroke">${list.map(([x, y, r, squash = 1, turn = 0]) => {
  const at = `transform="translate(${num(x)} ${num(y)})${turn ? `rotate(${num(turn)})` : ''}"`;
  const rx = num(r), ry = num(r * squash);
  return `<ellipse rx="${rx}" ry="${ry}" ${at}/>`;
}).join('')}</g>`;

/** The same path in relative coordinates, which are shorter. */
const compact = (d) => {
  let at = [0, 0], first = at, out = '';
  for (const [, c, rest] of d.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    if (c === 'Z') { out += 'z'; at = first; continue; }
    const ns = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number), size = c === 'C' ? 6 : 2;
    for (let i = 0; i < ns.length; i += size) {
      const r = ns.slice(i, i + size).map((v, k) => Math.round((v - at[k % 2]) * 10) / 10);
      out += (c === 'M' && i === 0 ? 'm' : i && c !== 'M' ? (r[0] < 0 ? '' : ' ') : c === 'C' ? 'c' : 'l') + join(r);
      at = [at[0] + r[size - 2], at[1] + r[size - 1]];
    }
    if (c === 'M') first = at;
  }
  return out.replace(/^m/, 'M');
};

export const doc = (defs, parts, [x, y, w, h] = [0, 0, 1000, 800]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" width="${w}" height="${h}">\n<defs>${defs.join('')}</defs>\n${parts}</svg>\n`
    .replace(/ d="([MLCZ\d\s.-]+)"/g, (_, d) => ` d="${compact(d)}"`);
