// Shapes that the pictures of the PC share. Lengths are millimetres; (0, 0) is the upper left corner of the mainboard.
// A shape without a fill of its own is painted by an option.
export const num = (v) => String(Math.round(v * 10) / 10).replace(/^(-?)0\./, '$1.');
export const box = (x, y, w, h, fill, extra = '') => `<rect x="${num(x)}" y="${num(y)}" width="${num(w)}" height="${num(h)}"${fill ? ` fill="${fill}"` : ''}${extra && ' ' + extra}/>`;
export const disc = (x, y, r, fill, extra = '') => `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}"${fill ? ` fill="${fill}"` : ''}${extra && ' ' + extra}/>`;
export const shape = (d, fill, extra = '') => `<path d="${d}"${fill ? ` fill="${fill}"` : ''}${extra && ' ' + extra}/>`;
export const line = (d, stroke, width = 1, extra = '') => `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}"${extra && ' ' + extra}/>`;
/** Many boxes as one path. */
export const boxes = (list, fill, extra = '') => shape(list.map(([x, y, w, h]) => `M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z`).join(''), fill, extra);
export const times = (n, draw) => Array.from({ length: n }, (_, i) => draw(i));
export const polygon = (points) => 'M' + points.map(([x, y]) => `${num(x)} ${num(y)}`).join('L') + 'Z';

const stops = (list) => list.map(([offset, colour, opacity]) => `<stop offset="${offset}" stop-color="${colour}"${opacity === undefined ? '' : ` stop-opacity="${opacity}"`}/>`).join('');
const linear = (id, list, [x2, y2] = [0, 1]) => `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stops(list)}</linearGradient>`;
const radial = (id, list) => `<radialGradient id="${id}">${stops(list)}</radialGradient>`;

/** Light from the upper left, laid over whatever colour is below. */
export const DEFS = linear('ly', [[0, '#fff', 0.26], [0.16, '#fff', 0.05], [0.6, '#000', 0.03], [1, '#000', 0.28]])
  + linear('lx', [[0, '#fff', 0.22], [0.25, '#fff', 0.03], [0.7, '#000', 0.05], [1, '#000', 0.28]], [1, 0])
  + linear('ld', [[0, '#fff', 0.24], [0.45, '#fff', 0], [1, '#000', 0.26]], [1, 1])
  + linear('bar', [[0, '#fff', 0.05], [0.3, '#fff', 0.42], [0.5, '#fff', 0.1], [1, '#000', 0.3]], [1, 0])
  + linear('rod', [[0, '#fff', 0.06], [0.3, '#fff', 0.36], [0.55, '#fff', 0.05], [1, '#000', 0.34]])
  + linear('in-y', [[0, '#000', 0.5], [1, '#000', 0]]) + linear('in-x', [[0, '#000', 0.42], [1, '#000', 0]], [1, 0])
  + linear('out-x', [[0, '#000', 0], [1, '#000', 0.4]], [1, 0]) + linear('out-y', [[0, '#000', 0], [1, '#000', 0.4]])
  + radial('tray', [[0, '#fff', 0.28], [0.7, '#fff', 0.1], [1, '#fff', 0]])
  + radial('floor', [[0, '#231d15', 0.5], [0.6, '#231d15', 0.2], [1, '#231d15', 0]])
  + radial('soft', [[0, '#fff', 0.9], [0.4, '#fff', 0.4], [1, '#fff', 0]])
  + '<pattern id="vanes" width="17" height="18" patternUnits="userSpaceOnUse"><rect width="17" height="18" fill="#0b0c0f" fill-opacity=".76"/><path d="M2 3l13 11" stroke="#a4a9b1" stroke-width="3" stroke-opacity=".42" stroke-linecap="round"/></pattern>'
  + '<pattern id="vanes-flat" width="18" height="17" patternUnits="userSpaceOnUse"><rect width="18" height="17" fill="#0b0c0f" fill-opacity=".76"/><path d="M3 2l11 13" stroke="#a4a9b1" stroke-width="3" stroke-opacity=".42" stroke-linecap="round"/></pattern>'
  + '<pattern id="mesh" width="5.4" height="9.4" patternUnits="userSpaceOnUse"><rect width="5.4" height="9.4" fill="#fff" fill-opacity=".1"/><path d="M2.7 .8l2.1 1.2v2.4l-2.1 1.2l-2.1-1.2v-2.4zM0 5.5l2.1 1.2v2.4L0 10.3zM5.4 5.5l-2.1 1.2v2.4l2.1 1.2zM0-3.9L2.1-2.7V-.3L0 .9zM5.4-3.9L3.3-2.7V-.3L5.4 .9z" fill="#08090c" fill-opacity=".84"/></pattern>'
  + '<mask id="glow" maskContentUnits="objectBoundingBox" x="0" y="0" width="1" height="1"><rect width="1" height="1" fill="url(#soft)"/></mask>';

/** A patch of light, painted by an option and put on with `screen`. */
export const glow = (x, y, rx, ry, opacity = 0.6) => `<g mask="url(#glow)" opacity="${opacity}">${box(x - rx, y - ry, 2 * rx, 2 * ry)}</g>`;
/** A lit line: the painted line, a soft edge, and a bright core. */
export const tube = (x, y, w, h) => box(x - 1.2, y - 1.2, w + 2.4, h + 2.4, '', 'opacity=".35" rx="2"') + box(x, y, w, h, '', 'rx="1"') + box(x + w * 0.3, y + h * 0.3, w * 0.4, h * 0.4, '#fff', 'opacity=".45" rx=".6"');
export const shadow = (x, y, rx, ry) => `<ellipse cx="${num(x)}" cy="${num(y)}" rx="${num(rx)}" ry="${num(ry)}" fill="url(#floor)"/>`;

/** A fan from its side, `long` its diameter: frame painted, blades between. */
export function fanEdge(x, y, long, upright) {
  const [w, h] = upright ? [25, long] : [long, 25];
  const gap = upright ? [x + 4, y + 9, w - 8, h - 18] : [x + 9, y + 4, w - 18, h - 8];
  return box(x, y, w, h, '', 'rx="2.5"') + box(x, y, w, h, upright ? 'url(#bar)' : 'url(#rod)', 'rx="2.5"') + box(x, y, w, h, 'none', 'rx="2.5" stroke="#000" stroke-opacity=".5"') + box(...gap, upright ? 'url(#vanes)' : 'url(#vanes-flat)', 'rx="2"');
}
/** The lit line of such a fan: on its left, or below. */
export const fanLight = (x, y, long, upright) => (upright ? tube(x + 0.5, y + 7, 3.4, long - 14) : tube(x + 7, y + 21, long - 14, 3.4));

/** A fan from the front, `r` its radius: blades painted, frame as it is. */
export function fanFace(x, y, r, frame = '#1a1b1f') {
  const k = r / 50;
  const blade = 'M3-11C18-24 20-36 8-45C0-48-8-46-10-42C2-32 2-20-5-11Z';
  const blades = times(9, (i) => `<path d="${blade}" transform="rotate(${i * 40})"/>`).join('');
  return disc(x, y, r, frame) + disc(x, y, r * 0.96, '#000', 'opacity=".4"') + `<g transform="translate(${num(x)} ${num(y)})scale(${Math.round(k * 1000) / 1000})">${blades}<circle r="46" fill="url(#ld)" opacity=".5"/><circle r="15"/><circle r="15" fill="url(#ld)"/><circle r="15" fill="none" stroke="#000" stroke-opacity=".4"/><circle r="49" fill="none" stroke="#fff" stroke-opacity=".16" stroke-width="1.4"/></g>`;
}

/** A row of bars: one dashed line. `upright` bars stand side by side along x. */
export const bars = (x, y, w, h, bar, gap, stroke, upright, extra = '') => (upright ? line(`M${num(x)} ${num(y + h / 2)}h${num(w)}`, stroke, num(h), `stroke-dasharray="${bar} ${gap}"${extra && ' ' + extra}`) : line(`M${num(x + w / 2)} ${num(y)}v${num(h)}`, stroke, num(w), `stroke-dasharray="${bar} ${gap}"${extra && ' ' + extra}`));

/** Shorter, and the same: numbers of paths to one decimal; an outline joins the shape of the same geometry before it. */
export const short = (text) => text
  .replace(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"((?: (?!rx)[\w-]+="[^"]*")*)\/>/g, (_, x, y, w, h, more) => `<path d="M${x} ${y}h${w}v${h}h-${w}z"${more}/>`)
  .replace(/ d="([^"]+)"/g, (_, d) => ` d="${d.replace(/-?\d*\.\d+/g, (v) => num(Number(v))).replace(/[ ,]+(?=-)|(?<=[a-zA-Z]) +| +(?=[a-zA-Z])/g, '')}"`)
  .replace(/<(rect|path|circle) ([^<>]*?) fill="(url[^"]+)"([^<>]*?)\/><\1 \2 fill="none"( rx="[^"]+")?( stroke="[^<>]*?)\/>/g, (all, tag, where, fill, more, round, stroke) => (/opacity/.test(more) ? all : `<${tag} ${where} fill="${fill}"${more}${stroke}/>`))
  .replace(/ [xy]="0"/g, '').replace(/="0\./g, '=".').replace(/opacity="\.(\d)0"/g, 'opacity=".$1"');

/** What a view's file is: definitions, then parts. */
export const file = (parts, frame = [0, 0, 900, 900]) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${frame.join(' ')}"><defs>${DEFS}</defs>\n${short(parts.join('\n'))}\n</svg>\n`;
export const placed = ([x, y, scale]) => (id, body) => `<g id="${id}"><g transform="translate(${x} ${y})scale(${scale})">${body}</g></g>`;

/** Only those definitions that the drawing refers to. */
export const defsFor = (text) => (DEFS.match(/<(linearGradient|radialGradient|pattern|mask) .*?<\/\1>/g) ?? []).filter((one) => text.includes(`url(#${one.match(/id="([^"]+)"/)[1]})`)).join('');
