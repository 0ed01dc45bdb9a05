// Shared by all drawings: colours, the twelve surface patterns, shading, the backdrop.
// A drawing is {defs, body}: SVG text in a 400 × 400 box, presentation attributes only.

export const HEX = {
  white: '#f6f4ef', black: '#2a2a2f', grey: '#8e9197', navy: '#24375f', blue: '#3769ad', sky: '#a8c8e4',
  green: '#33704f', olive: '#727548', red: '#bb3536', burgundy: '#702036', pink: '#e0a0ad', purple: '#68488f',
  yellow: '#e7bd42', orange: '#d86f2f', brown: '#76502f', beige: '#d8c6a6', gold: '#c49a4c', silver: '#c4c8cd', teal: '#2d7f84',
};

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

export function mix(a, b, share) {
  const [x, y] = [channels(a), channels(b)];
  return '#' + x.map((v, i) => Math.round(v + (y[i] - v) * share).toString(16).padStart(2, '0')).join('');
}
export const darker = (hex, share = 0.2) => mix(hex, '#15131a', share);
export const lighter = (hex, share = 0.2) => mix(hex, '#ffffff', share);
export function luminance(hex) {
  const [r, g, b] = channels(hex);
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}
/** A line colour that shows on the given surface. */
export const seam = (hex, share = 0.3) => (luminance(hex) < 0.28 ? lighter(hex, share * 0.75) : darker(hex, share));

export const rect = (x, y, w, h, fill, extra = '') => `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"${extra && ' ' + extra}/>`;
export const circle = (x, y, r, fill, extra = '') => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"${extra && ' ' + extra}/>`;
export const path = (d, fill, extra = '') => `<path d="${d}" fill="${fill}"${extra && ' ' + extra}/>`;
export const line = (d, colour, width = 2, extra = '') => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${extra && ' ' + extra}/>`;
export const group = (transform, body) => `<g transform="${transform}">${body}</g>`;

/** stops: [offset, colour, opacity?] … ; box: x1 y1 x2 y2 as shares of the shape. */
export function linear(id, stops, box = '0 0 1 0') {
  const [x1, y1, x2, y2] = box.split(' ');
  return `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`;
}
export const radial = (id, stops, at = '.5 .5 .5') => {
  const [cx, cy, r] = at.split(' ');
  return `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`;
};
const stopsOf = (stops) => stops.map(([offset, colour, opacity]) => `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`).join('');

const tile = (id, w, h, body, transform) => `<pattern id="${id}" width="${w}" height="${h}" patternUnits="userSpaceOnUse"${transform ? ` patternTransform="${transform}"` : ''}>${body}</pattern>`;

const leaf = (x, y, turn, fill) => `<path d="M0 0q6-7 14 0q-8 7-14 0" fill="${fill}" transform="translate(${x} ${y})rotate(${turn})"/>`;
/** Five round petals are five dots of one stroke: a sixth of the bytes of five ellipses. */
const flower = (x, y, r, petal, heart) => {
  const dots = [0, 1, 2, 3, 4].map((i) => `M${(x + r * Math.sin(i * 1.2566)).toFixed(1)} ${(y - r * Math.cos(i * 1.2566)).toFixed(1)}h.1`).join('');
  return line(dots, petal, r * 1.35) + circle(x, y, r * 0.6, heart);
};

/** What each pattern paints on its tile: (first colour, second colour) → [width, height, body, transform?]. */
const PATTERNS = {
  check: (a, b) => [20, 20, rect(0, 0, 20, 20, b) + rect(0, 0, 10, 20, a, 'opacity=".55"') + rect(0, 0, 20, 10, a, 'opacity=".55"') + rect(0, 0, 10, 10, a, 'opacity=".6"')],
  stripe: (a, b) => [14, 14, rect(0, 0, 14, 14, b) + rect(0, 0, 7, 14, a)],
  pinstripe: (a, b) => [16, 16, rect(0, 0, 16, 16, a) + rect(0, 0, 2.4, 16, b)],
  dots: (a, b) => [18, 18, rect(0, 0, 18, 18, a) + circle(4.5, 4.5, 2.5, b) + circle(13.5, 13.5, 2.5, b)],
  herringbone: (a) => [16, 8, rect(0, 0, 16, 8, a) + line('M0 0l8 8m-8-4l4 4m0-8l4 4M16 0l-8 8m8-4l-4 4m0-8l-4 4', seam(a, 0.4), 1.4)],
  oxford: (a) => [4, 4, rect(0, 0, 4, 4, a) + rect(0, 0, 2, 2, seam(a, 0.17)) + rect(2, 2, 2, 2, seam(a, 0.17))],
  twill: (a) => [6, 6, rect(0, 0, 6, 6, a) + line('M-1 7L7-1M-1 1l2-2M5 7l2-2', seam(a, 0.26), 1.2)],
  linen: (a) => [23, 19, rect(0, 0, 23, 19, a) + line('M0 4h9m5 6h8M3 15h13M5 0v8m9 3v7m5-17v6', seam(a, 0.16), 0.8)],
  knit: (a) => [8, 8, rect(0, 0, 8, 8, a) + line('M0 0l4 6l4-6', seam(a, 0.25), 1.5)],
  mesh: (a) => [6, 6, rect(0, 0, 6, 6, a) + circle(1.5, 1.5, 0.9, seam(a, 0.26)) + circle(4.5, 4.5, 0.9, seam(a, 0.26))],
  floral: (a, b) => {
    const green = mix(b, luminance(a) > 0.5 ? '#3f7350' : '#8fb59a', 0.75);
    const heart = luminance(b) > 0.6 ? '#c9772c' : '#f3dfa0';
    return [62, 62, rect(0, 0, 62, 62, a) + leaf(24, 20, 30, green) + leaf(6, 14, 200, green) + leaf(48, 52, -20, green)
      + flower(15, 15, 5, b, heart) + flower(44, 46, 6, b, heart) + flower(47, 12, 3, lighter(b, 0.4), heart) + flower(13, 48, 3.4, lighter(b, 0.4), heart)];
  },
  camo: (a, b) => [96, 84, rect(0, 0, 96, 84, a)
    + path('M6 10q16-14 34-3t26 2q12 10-3 20t-30-2q-24 8-32-3z M58 52q20-12 34 2q4 14-14 16t-28-2q-6-10 8-16z', darker(a, 0.45))
    + path('M10 46q12-10 26-2q16 0 14 12q-8 14-24 6t-22-2q-4-8 6-14z M70 14q12-8 22 4q2 10-10 12q-16-2-12-16z', b)
    + path('M36 32q12-6 20 2q-2 12-14 10q-12-2-6-12z M4 72q14-8 22 4l-6 6h-14z', lighter(a, 0.4))],
  marble: (a, b) => [200, 200, rect(0, 0, 200, 200, a)
    + path('M0 40Q60 10 110 44T200 40V86Q140 60 96 84T0 86Z', mix(a, b, 0.2)) + path('M30 190Q60 130 120 146T176 180Q120 160 96 176T30 190Z', mix(a, b, 0.15))
    + line('M0 40Q50 24 84 58T200 40M84 58Q104 100 76 140T60 200M60 0Q70 30 84 58M76 140Q130 156 200 120M0 120Q40 112 76 140', mix(a, b, 0.65), 1.8)
    + line('M0 86Q50 70 96 96T200 86M96 96Q140 120 150 160T160 200M160 0Q170 24 200 40M30 160Q50 150 60 200', mix(a, b, 0.42), 1)],
  wood: (a) => [120, 200, rect(0, 0, 120, 200, a) + line('M8 0Q2 60 12 110T8 200M24 0Q20 50 27 96T24 200M98 0Q106 70 96 120T98 200M112 0Q116 60 110 130T112 200', darker(a, 0.3), 2.2)
    + line('M40 0Q36 40 44 70Q30 100 44 130Q38 170 40 200M82 0Q84 40 76 70Q92 100 76 130Q84 170 82 200M52 84Q60 70 68 84Q72 100 68 116Q60 128 52 116Q48 100 52 84ZM60 0V60M60 140V200', darker(a, 0.2), 1.4)
    + line('M16 0Q10 80 18 200M105 0Q100 90 105 200', lighter(a, 0.22), 1.4)],
  carbon: (a) => { const c = mix(a, '#3a3b42', 0.5); return [16, 16, rect(0, 0, 16, 16, c) + rect(0, 0, 8, 8, 'url(#cw)') + rect(8, 8, 8, 8, 'url(#cw)') + rect(8, 0, 8, 8, 'url(#cv)') + rect(0, 8, 8, 8, 'url(#cv)')]; },
  abstract: (a, b) => [110, 110, rect(0, 0, 110, 110, a) + path('M10 14q26-16 34 6t-14 26q-28 4-20-32z', b) + path('M62 58h34v18q-16 18-34 0z', mix(a, b, 0.5)) + circle(82, 24, 13, lighter(a, 0.55)) + path('M14 72l26-8l6 30l-22 6z', darker(b, 0.35)) + line('M58 98q14-14 26 0t22-4M50 40q8 8 4 18', lighter(b, 0.5), 4)],
  animal: (a, b) => [70, 64, rect(0, 0, 70, 64, a) + [[14, 14, 0], [48, 10, 60], [32, 34, 140], [62, 38, 20], [8, 46, 220]].map(([x, y, turn]) => `<g transform="translate(${x} ${y})rotate(${turn})">${path('M0 0q5-6 9 0q1 6-5 7q-6-1-4-7z', mix(a, darker(b, 0.1), 0.42))}${line('M-4-3q7-8 13-1M-5 4q2 8 9 7', b, 3.6)}</g>`).join('')],
};

/**
 * The paint for a surface: {fill, defs}. `turn` rotates the pattern (collars, caps), `size` scales it.
 * A plain surface needs no definition.
 */
export function surface(id, pattern, first, second, { turn = 0, size = 1, pinstripe = false } = {}) {
  const name = pattern === 'stripe' && pinstripe ? 'pinstripe' : pattern;
  const draw = PATTERNS[name];
  if (!draw) return { fill: first, defs: '' };
  const [w, h, body] = draw(first, second);
  const transform = [turn ? `rotate(${turn})` : '', size === 1 ? '' : `scale(${size})`].join('');
  const weave = name === 'carbon' ? linear(id + 'w', [[0, '#fff', 0.24], [0.5, '#fff', 0.04], [1, '#000', 0.3]]) + linear(id + 'v', [[0, '#fff', 0.2], [0.5, '#fff', 0.02], [1, '#000', 0.34]], '0 0 0 1') : '';
  return { fill: `url(#${id})`, scale: size === 1 ? '' : `scale(${size})`, defs: weave + tile(id, w, h, body.replaceAll('#cw', `#${id}w`).replaceAll('#cv', `#${id}v`), transform) };
}

/** The same surface turned: a second pattern that borrows the tile of the first. */
export const turned = (id, from, turn) => from.defs ? { fill: `url(#${id})`, defs: `<pattern id="${id}" href="#${from.fill.slice(5, -1)}" patternTransform="rotate(${turn})${from.scale ?? ''}"/>` } : from;

/** The first two colours of a row; the second falls back to one that suits the first. */
export function pair(row) {
  const [one, two] = row.color.split(',').map((name) => HEX[name.trim()]);
  return [one, two ?? (luminance(one) > 0.7 ? '#9aa3ad' : '#f6f4ef')];
}

/** Left-to-right and top-to-bottom shading laid over a shape drawn in one colour. */
export const SHADES = linear('sx', [[0, '#0b0a12', 0.26], [0.16, '#0b0a12', 0.04], [0.42, '#fff', 0.13], [0.72, '#0b0a12', 0.02], [1, '#0b0a12', 0.24]])
  + linear('sy', [[0, '#fff', 0.2], [0.5, '#fff', 0], [1, '#0b0a12', 0.22]], '0 0 0 1');
export const shaded = (d) => path(d, 'url(#sx)') + path(d, 'url(#sy)');

const SHADOW = radial('fl', [[0, '#2b241b', 0.34], [0.6, '#2b241b', 0.14], [1, '#2b241b', 0]]);

/** A whole file. `floor`: [x, y, rx, ry] of the soft shadow under the thing, or null. */
export function page({ defs = '', body, floor = [200, 352, 140, 16], tint = '#efebe4' }) {
  const shadow = floor ? `<ellipse cx="${floor[0]}" cy="${floor[1]}" rx="${floor[2]}" ry="${floor[3]}" fill="url(#fl)"/>` : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" stroke-linecap="round" stroke-linejoin="round"><defs>${radial('bg', [[0, lighter(tint, 0.6)], [1, tint]], '.5 .4 .75')}${floor ? SHADOW : ''}${defs}</defs>${rect(0, 0, 400, 400, 'url(#bg)')}${shadow}${body}</svg>\n`;
}
