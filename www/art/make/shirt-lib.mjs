// Drawing helpers for the shirt: path mapping, mirrored pieces, and folds whose shading is soft
// without filters (a stack of thin lenses that share one crease).

/** The colour of shade. Folds are multiplied and may be cooler; the rest lies on the cloth as it is, black cloth too. */
export const DARK = '#012';
export const COOL = '#123';

export const num = (v) => {
  const s = (Math.round(v * 10) / 10).toString();
  return s.replace(/^(-?)0\./, '$1.');
};

const join = (ns) => ns.map(num).reduce((out, s) => out + (out === '' || s[0] === '-' ? '' : ' ') + s, '');

/** Maps every point of an absolute path (M, L, C, Q, Z only) through f. */
export const mapPath = (d, f) => d.replace(/([MLCQZ])([^MLCQZ]*)/g, (_, c, rest) => {
  const ns = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
  if (ns.length % 2) throw new Error(`odd number of coordinates in path: ${d}`);
  const out = [];
  for (let i = 0; i < ns.length; i += 2) out.push(...f([ns[i], ns[i + 1]]));
  return c + join(out);
});

export const mirrorPoint = ([x, y]) => [800 - x, y];
export const mirror = (d) => mapPath(d, mirrorPoint);
export const tidy = (d) => mapPath(d, (p) => p);

/** A frame: local coordinates turned by `deg` and moved to (ox, oy). */
export const frame = (ox, oy, deg) => {
  const c = Math.cos(deg * Math.PI / 180), s = Math.sin(deg * Math.PI / 180);
  return ([x, y]) => [ox + x * c - y * s, oy + x * s + y * c];
};

const lerp = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
const split = ([a, b, c, d], t) => {
  const ab = lerp(a, b, t), bc = lerp(b, c, t), cd = lerp(c, d, t);
  const abc = lerp(ab, bc, t), bcd = lerp(bc, cd, t), m = lerp(abc, bcd, t);
  return [[a, ab, abc, m], [m, bcd, cd, d]];
};
const section = (curve, t0, t1) => split(split(curve, t1)[0], t0 / t1)[1];
const normal = (a, b) => {
  const dx = b[0] - a[0], dy = b[1] - a[1], l = Math.hypot(dx, dy) || 1;
  return [-dy / l, dx / l];
};

/**
 * One fold along a cubic curve (eight numbers). The crease is the curve; the shade runs out over `w` units to the
 * side `w` points to (positive: clockwise from the way the curve runs, as seen on screen), and over `b` on the other.
 * `a` is the darkness at the crease, `f` where along the curve it is widest (0 start, 1 end), `e` how much of each end
 * fades. `n` dark lenses are stacked; under them lies one soft ellipse of strength `base`, whose fill is the surrounding
 * group's (so `n` 0 gives the light that runs beside a fold).
 */
export const fold = (c, { w = 14, b = 2, a = 0.2, n = 4, f = 0.5, e = [0.3, 0.4], base = 0.7 } = {}) => {
  const curve = [[c[0], c[1]], [c[2], c[3]], [c[4], c[5]], [c[6], c[7]]];
  const f1 = 4 / 3 * (1.5 - f), f2 = 4 / 3 * (0.5 + f);
  const rel = (p, o) => [p[0] - o[0], p[1] - o[1]];
  let lenses = '';
  for (let i = 1; i <= n; i++) {
    const k = i / n, kk = 0.72 * k ** 1.2;
    const [p0, p1, p2, p3] = section(curve, e[0] * (1 - k), 1 - e[1] * (1 - k));
    const n1 = normal(p0, p2), n2 = normal(p1, p3);
    const off = (p, nn, by) => [p[0] + nn[0] * by, p[1] + nn[1] * by];
    const q1 = off(p1, n1, w * kk * f1), q2 = off(p2, n2, w * kk * f2);
    const r1 = off(p1, n1, -b * kk * f1), r2 = off(p2, n2, -b * kk * f2);
    lenses += `<path d="M${coarse(p0)}c${coarse([...rel(q1, p0), ...rel(q2, p0), ...rel(p3, p0)])}` +
      `${sep(coarse([...rel(r2, p3), ...rel(r1, p3), ...rel(p0, p3)]))}"/>`;
  }
  const at = 0.5 + (f - 0.5) * 0.5;
  const [head] = split(curve, at), m = head[3], nn = normal(curve[0], curve[3]);
  const length = Math.hypot(c[6] - c[0], c[7] - c[1]);
  const turn = Math.atan2(c[7] - c[1], c[6] - c[0]) * 180 / Math.PI;
  const soft = base ? spot('', m[0] + nn[0] * w * 0.45, m[1] + nn[1] * w * 0.45, length * 0.52, Math.abs(w) * 1.25, turn, a * base) : '';
  // The lenses fade towards their thin ends: from the middle, or from the corner of their box where the fold is rooted.
  const [root, tip] = f < 0.4 ? [curve[0], curve[3]] : [curve[3], curve[0]];
  const corner = (root[1] < tip[1] ? 't' : 'b') + (root[0] < tip[0] ? 'l' : 'r');
  const fill = Math.abs(f - 0.5) > 0.1 ? corner : 'm';
  if (!n) return soft;
  return `${soft}<g fill="url(#${fill})" fill-opacity="${num3(a * 1.4 / n)}">${lenses}</g>`;
};
const coarse = (ns) => join(ns.map((v) => Math.round(v)));
const sep = (s) => (s[0] === '-' ? s : ' ' + s);
export const num3 = (v) => (Math.round(v * 1000) / 1000).toString().replace(/^0\./, '.');

/** The same fold on the other side of the shirt. */
export const mirrorFold = (c, o = {}) => {
  const m = [];
  for (let i = 0; i < 8; i += 2) m.push(800 - c[i], c[i + 1]);
  return fold(m, { ...o, w: -(o.w ?? 14), b: -(o.b ?? 2) });
};

/** A soft spot: an ellipse filled with the radial gradient `d` (dark) or `l` (light), or as the group around it says. */
export const spot = (kind, x, y, rx, ry, rot, a) => {
  const r = Math.round;
  const turn = r(rot) ? `rotate(${r(rot)})` : '';
  return `<ellipse rx="${r(rx)}" ry="${r(ry)}"${kind && ` fill="url(#${kind})"`} opacity="${num3(r(a * 100) / 100)}" transform="translate(${r(x)} ${r(y)})${turn}"/>`;
};

export const linear = (id, [x1, y1, x2, y2], colour, stops) =>
  `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${num(x1)}" y1="${num(y1)}" x2="${num(x2)}" y2="${num(y2)}">${stopList(colour, stops)}</linearGradient>`;

export const radial = (id, colour, stops, where = '') => `<radialGradient id="${id}"${where}>${stopList(colour, stops)}</radialGradient>`;

const stopList = (colour, stops) => stops.map(([o, a]) =>
  `<stop${o ? ` offset="${num3(o)}"` : ''} stop-color="${colour}"${a === 1 ? '' : ` stop-opacity="${num3(a)}"`}/>`).join('');
