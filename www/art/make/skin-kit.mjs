// What the skins' devices are drawn with: outlines in millimetres, light from the upper left, lenses, buttons, dies. Used by skins.mjs.

export const num = (n) => String(Math.round(n * 100) / 100).replace(/^(-?)0\./, '$1.');
const pt = (x, y) => `${num(x)} ${num(y)}`;

// ---------------------------------------------------------------- outlines

/** A rectangle with corners that begin to bend early, as on devices; through the middle of the corner it is as round as radius r. */
export function plate(x, y, w, h, r) {
  const e = Math.min(r * 1.28, w / 2, h / 2), c = Math.min(r * 0.3544, e * 0.4477);
  const X = x + w, Y = y + h;
  return `M${pt(x + e, y)}H${num(X - e)}C${pt(X - c, y)} ${pt(X, y + c)} ${pt(X, y + e)}V${num(Y - e)}C${pt(X, Y - c)} ${pt(X - c, Y)} ${pt(X - e, Y)}H${num(x + e)}C${pt(x + c, Y)} ${pt(x, Y - c)} ${pt(x, Y - e)}V${num(y + e)}C${pt(x, y + c)} ${pt(x + c, y)} ${pt(x + e, y)}Z`;
}
/** A rectangle with round ends or plain round corners. */
export function slot(x, y, w, h, r = Math.min(w, h) / 2) {
  const k = 0.4477 * r, X = x + w, Y = y + h;
  return `M${pt(x + r, y)}H${num(X - r)}C${pt(X - k, y)} ${pt(X, y + k)} ${pt(X, y + r)}V${num(Y - r)}C${pt(X, Y - k)} ${pt(X - k, Y)} ${pt(X - r, Y)}H${num(x + r)}C${pt(x + k, Y)} ${pt(x, Y - k)} ${pt(x, Y - r)}V${num(y + r)}C${pt(x, y + k)} ${pt(x + k, y)} ${pt(x + r, y)}Z`;
}
export const round = (x, y, r) => slot(x - r, y - r, 2 * r, 2 * r, r);

/** Absolute path data (M L H V C Z), scaled and put at x, y; mirrored where sx is negative. */
export function put(d, x, y, sx = 1, sy = Math.abs(sx)) {
  let out = '';
  for (const [, op, args] of d.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g)) {
    const v = [...args.matchAll(/-?\d*\.?\d+/g)].map(Number);
    out += op;
    if (op === 'H') out += num(x + v[0] * sx);
    else if (op === 'V') out += num(y + v[0] * sy);
    else out += v.map((n, i) => num(i % 2 ? y + n * sy : x + n * sx)).join(' ');
  }
  return out;
}

// ---------------------------------------------------------------- elements

const attributes = (list) => Object.entries(list).map(([key, value]) => ` ${key}="${typeof value === 'number' ? (/opacity/.test(key) ? String(Math.round(value * 1000) / 1000).replace(/^0/, '') : num(value)) : value}"`).join('');
export const path = (d, list = {}) => `<path d="${d}"${attributes(list)}/>`;
export const g = (id, ...inner) => `<g${id ? ` id="${id}"` : ''}>${inner.join('')}</g>`;
export const within = (clip, ...inner) => `<g clip-path="url(#${clip})">${inner.join('')}</g>`;
export const clip = (id, d) => `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath>`;
/** A part that an option paints: no fill of its own, holes by the even-odd rule. */
export const skin = (id, d) => path(d, { id, 'fill-rule': 'evenodd' });
export const die = (id, d) => path(d, { id: `die-${id}`, fill: 'none', stroke: '#e6007e', 'stroke-width': 0.25 });
const stops = (list) => list.map(([offset, color, opacity]) => `<stop offset="${num(offset)}" stop-color="${color}"${opacity === undefined ? '' : ` stop-opacity="${num(opacity)}"`}/>`).join('');
/** from: [x1, y1, x2, y2] in shares of the box it fills. */
export const linear = (id, from, list) => `<linearGradient id="${id}" x1="${num(from[0])}" y1="${num(from[1])}" x2="${num(from[2])}" y2="${num(from[3])}">${stops(list)}</linearGradient>`;
export const radial = (id, list, at = [0.5, 0.5, 0.5]) => `<radialGradient id="${id}" cx="${at[0]}" cy="${at[1]}" r="${at[2]}">${stops(list)}</radialGradient>`;

const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
export const mix = (a, b, t) => '#' + parts(a).map((v, i) => Math.round(v * (1 - t) + parts(b)[i] * t).toString(16).padStart(2, '0')).join('');
export const darker = (a, t) => mix(a, '#000000', t);
export const lighter = (a, t) => mix(a, '#ffffff', t);

// ---------------------------------------------------------------- light

/** Gradients that every device has. */
export const LIGHT = [
  linear('sheen', [0, 0, 1, 1], [[0, '#fff', 0.3], [0.32, '#fff', 0.08], [0.5, '#fff', 0], [0.62, '#000', 0], [1, '#000', 0.24]]),
  linear('bevel', [0, 0, 1, 1], [[0, '#fff', 0.85], [0.35, '#fff', 0.2], [0.55, '#000', 0.1], [1, '#000', 0.6]]),
  linear('band', [0, 0, 1, 0.4], [[0, '#fff', 0.3], [1, '#fff', 0.06]]),
  linear('turn-x', [0, 0, 1, 0], [[0, '#000', 0.42], [0.2, '#000', 0.1], [0.36, '#fff', 0.3], [0.52, '#fff', 0], [0.75, '#000', 0.14], [1, '#000', 0.5]]),
  linear('turn-y', [0, 0, 0, 1], [[0, '#000', 0.36], [0.18, '#fff', 0.12], [0.34, '#fff', 0.34], [0.55, '#fff', 0], [0.78, '#000', 0.16], [1, '#000', 0.52]]),
  radial('glass', [[0, '#4b5d86'], [0.28, '#222c48'], [0.62, '#0d1019'], [1, '#05060a']], [0.42, 0.38, 0.62]),
  radial('coat', [[0, '#7fb2ff', 0.75], [0.5, '#6a59d8', 0.3], [1, '#6a59d8', 0]], [0.5, 0.5, 0.5]),
  radial('flash', [[0, '#fffdf2'], [0.55, '#f4e6bd'], [1, '#b9a877']]),
  linear('steel', [0, 0, 1, 1], [[0, '#f4f5f7'], [0.3, '#a9adb4'], [0.5, '#e2e4e8'], [0.75, '#868b93'], [1, '#5b6068']]),
  linear('ring', [0, 0, 1, 1], [[0, '#9a9ea6'], [0.45, '#2a2c31'], [1, '#6a6e76']]),
  linear('key', [0, 0, 0, 1], [[0, '#3d4047'], [0.15, '#2b2d33'], [1, '#1f2126']]),
  radial('dome', [[0, '#5b5f68'], [0.55, '#2e3036'], [1, '#17181c']], [0.4, 0.34, 0.7]),
  radial('dish', [[0, '#1d1e22'], [0.6, '#34363c'], [1, '#17181b']], [0.5, 0.5, 0.5]),
].join('');

/**
 * A soft shadow of an outline, thrown down to the right: strokes that grow fainter outwards, and within it all of them at once as one fill. Each with a
 * fill and an opacity of its own would look the same; a browser would have to keep them apart.
 */
export function shadow(outline, reach = 3) {
  if (/[^MLHVCZ\d\s.-]/.test(outline)) throw new Error(`a shadow of ${outline}`);
  const d = put(outline, reach * 0.4, reach * 0.75), steps = reach > 2.5 ? 11 : 6;
  const rings = Array.from({ length: steps }, (_, i) => [(0.3 / steps) * (0.4 + 1.1 * (i / steps) ** 1.5), 2.6 * reach * (1 - i / (steps - 1)) ** 1.25]);
  const strokes = rings.slice(0, -1).map(([opacity, width]) => path(d, { 'stroke-opacity': opacity, 'stroke-width': width }));
  const all = 1 - rings.reduce((light, [opacity]) => light * (1 - opacity), 1);
  const id = `by${[...d].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 0).toString(36)}`;
  return clip(id, `M-900-900H1900V1900H-900Z${d}`) + `<g fill="none" stroke="#1a1408" stroke-linejoin="round" clip-path="url(#${id})">${strokes.join('')}</g>` + path(d, { fill: '#1a1408', 'fill-opacity': all });
}

/** The device's own body: a metal frame with a lit upper edge. */
export const body = (d, id, color) => linear(`metal-${id}`, [0, 0, 1, 1], [[0, lighter(color, 0.42)], [0.25, color], [0.7, darker(color, 0.18)], [1, darker(color, 0.42)]])
  + path(d, { fill: `url(#metal-${id})` }) + path(d, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.35 });

/** Dims towards the edge of an outline (clip path `id`), lights the upper left, and gives the film its thickness. */
export function formed(id, d, depth = 1) {
  const dim = [[10, 0.018], [8, 0.02], [6.2, 0.023], [4.6, 0.028], [3.2, 0.034], [2, 0.042], [1.1, 0.06]].map(([w, o]) => path(d, { 'stroke-width': w * depth, 'stroke-opacity': o })).join('');
  return within(id, path(d, { fill: 'url(#sheen)' }), `<g fill="none" stroke="#000">${dim}</g>`)
    + path(d, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.3 });
}

/** A hard reflection across a glossy film. */
export const gloss = (id, x, y, w, h) => within(id,
  path(`M${pt(x, y)}H${num(x + w * 0.62)}L${pt(x + w * 0.1, y + h)}H${num(x)}Z`, { fill: 'url(#band)' }),
  path(`M${pt(x + w * 0.72, y)}H${num(x + w * 0.8)}L${pt(x + w * 0.28, y + h)}H${num(x + w * 0.2)}Z`, { fill: '#fff', 'fill-opacity': 0.1 }));

/** A camera lens as seen through its own glass. */
export function lens(x, y, r) {
  const c = (radius, list, dx = 0, dy = 0) => `<circle cx="${num(x + dx)}" cy="${num(y + dy)}" r="${num(radius)}"${attributes(list)}/>`;
  return c(r, { fill: '#000', 'fill-opacity': 0.22 }, r * 0.07, r * 0.12) + c(r, { fill: 'url(#ring)' }) + c(r * 0.9, { fill: '#0a0b0e' })
    + c(r * 0.8, { fill: 'url(#glass)' }) + c(r * 0.56, { fill: 'none', stroke: '#5d6a8c', 'stroke-opacity': 0.45, 'stroke-width': r * 0.04 })
    + c(r * 0.4, { fill: '#05060a' }) + c(r * 0.38, { fill: 'url(#coat)' }, -r * 0.08, -r * 0.06)
    + `<ellipse cx="${num(x - r * 0.34)}" cy="${num(y - r * 0.4)}" rx="${num(r * 0.24)}" ry="${num(r * 0.13)}" fill="#fff" fill-opacity=".75" transform="rotate(-42 ${pt(x - r * 0.34, y - r * 0.4)})"/>`
    + c(r * 0.06, { fill: '#fff', 'fill-opacity': 0.6 }, r * 0.3, r * 0.36)
    + `<path d="M${pt(x - r * 0.62, y + r * 0.34)}C${pt(x - r * 0.36, y + r * 0.7)} ${pt(x + r * 0.2, y + r * 0.82)} ${pt(x + r * 0.58, y + r * 0.44)}" fill="none" stroke="#8fa6dc" stroke-opacity=".4" stroke-width="${num(r * 0.07)}"/>`;
}
export const flash = (x, y, r) => `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="url(#flash)" stroke="#55585f" stroke-width=".3"/><circle cx="${num(x)}" cy="${num(y)}" r="${num(r * 0.45)}" fill="none" stroke="#c9b98a" stroke-width=".2"/>`;
export const hole = (x, y, r, fill = '#08090b') => `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="${fill}"/>`;

/** A key that stands out a little. */
export const key = (x, y, w, h, along = 'x') => path(slot(x, y, w, h, Math.min(w, h) * 0.42), { fill: '#a9adb4' }) + path(slot(x, y, w, h, Math.min(w, h) * 0.42), { fill: `url(#turn-${along})` }) + path(slot(x, y, w, h, Math.min(w, h) * 0.42), { fill: 'none', stroke: '#000', 'stroke-opacity': 0.45, 'stroke-width': 0.2 });

/** Landscapes for screens: sky, sun, three hills. No words, nobody's wallpaper. */
export function scenery(id, x, y, w, h, [high, low, sun, far, middle, near]) {
  const hill = (at, lift, fill) => {
    const p = (u, v) => pt(x + w * u, y + h * v);
    return path(`M${p(0, at)}C${p(0.2, at - lift)} ${p(0.3, at - lift)} ${p(0.46, at - lift * 0.25)}C${p(0.62, at + lift * 0.5)} ${p(0.74, at - lift * 0.9)} ${p(1, at - lift * 0.5)}V${num(y + h)}H${num(x)}Z`, { fill });
  };
  return linear(`sky-${id}`, [0, 0, 0, 1], [[0, high], [0.7, low]]) + path(`M${pt(x, y)}H${num(x + w)}V${num(y + h)}H${num(x)}Z`, { fill: `url(#sky-${id})` })
    + `<circle cx="${num(x + w * 0.66)}" cy="${num(y + h * 0.36)}" r="${num(Math.min(w, h) * 0.13)}" fill="${sun}"/>`
    + hill(0.62, 0.14, far) + hill(0.74, 0.1, middle) + hill(0.88, 0.13, near);
}

// ---------------------------------------------------------------- marks of the makers

export const MARKS = {
  larch: 'M0 -7.4L3.4 -2.6H1.9L4.9 1.2H2.9L6.2 5H1V7.4H-1V5H-6.2L-2.9 1.2H-4.9L-1.9 -2.6H-3.4Z',
  tern: 'M-9 -1.4C-4.6 -5.6 -1.2 -4.6 0 -.4C1.2 -4.6 4.6 -5.6 9 -1.4C5.2 -2.8 2.2 -1.2 1.1 3.6L0 6L-1.1 3.6C-2.2 -1.2 -5.2 -2.8 -9 -1.4Z',
  fen: 'M0 7.4C-1.5 2 -1.3 -3 0 -8C1.3 -3 1.5 2 0 7.4ZM-1.3 7.4C-5.2 4.4 -6.8 .2 -6.6 -4.6C-3.9 -1.6 -1.7 2 -1.3 7.4ZM1.3 7.4C5.2 4.4 6.8 .2 6.6 -4.6C3.9 -1.6 1.7 2 1.3 7.4Z',
  harrow: 'M-6.4 -6.4H-3.4V-1.4H3.4V-6.4H6.4V6.4H3.4V1.4H-3.4V6.4H-6.4Z',
  kite: 'M-.5 -7.6V-1.7H-5Z M.5 -7.6L5 -1.7H.5Z M-5 -.7H-.5V5.2Z M.5 -.7H5L.5 5.2Z',
  wren: 'M-7 1C-6 -3 -2 -5 1.5 -4C2.4 -6 5 -6 5.6 -4L7.4 -3.2L5.8 -2.6C6 2 2.5 5 -1 5L-7 6.4L-4.6 3.6C-6 3 -6.8 2 -7 1Z',
  almanac: 'M0 5.6C-2 4 -5 4 -7.4 4.8V-1.6C-5 -2.4 -2 -2.4 0 -.8C2 -2.4 5 -2.4 7.4 -1.6V4.8C5 4 2 4 0 5.6ZM-3 -3.6C-3 -5.4 -1.6 -6.6 0 -6.6C1.6 -6.6 3 -5.4 3 -3.6Z',
};

/** The logo cut-out in its three states: open (the device's own mark shows), and a piece laid in. Closed draws nothing. */
export function logo(mark, x, y, size, color) {
  const d = put(MARKS[mark], x, y, size);
  const edge = path(put(MARKS[mark], x + 0.12, y + 0.16, size), { fill: 'none', stroke: '#fff', 'stroke-opacity': 0.4, 'stroke-width': 0.2 });
  return {
    d,
    parts: g('logo-open', path(d, { fill: 'none', stroke: darker(color, 0.45), 'stroke-width': 0.9, 'stroke-linejoin': 'round' }), edge, path(d, { fill: color }), path(d, { fill: 'url(#steel)', 'fill-opacity': 0.85 }), path(d, { fill: 'none', stroke: '#000', 'stroke-opacity': 0.45, 'stroke-width': 0.22 }))
      + skin('logo', d) + g('logo-edge', path(d, { fill: 'url(#sheen)' }), path(d, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.24 })) + die('logo', d),
  };
}

/** A file with defs first. Coordinates are millimetres. */
export function sheet(w, h, defs, ...inner) {
  // Two sides of a device throw the same shadow: what cuts it off is there once.
  const cuts = new Set();
  const once = (all, id) => (cuts.has(id) ? '' : (cuts.add(id), all));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${num(w)} ${num(h)}"><defs>${LIGHT}${defs.join('')}</defs>${inner.join('').replace(/<clipPath id="(by\w+)">.*?<\/clipPath>/g, once)}</svg>\n`;
}
