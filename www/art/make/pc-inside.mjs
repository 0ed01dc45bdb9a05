// The PC from its side, opened, to scale: art/pc/inside.svg. Two sets of parts, for towers and for small boxes, as those are drawn larger.
import { bars, box, boxes, disc, fanEdge, fanFace, fanLight, glow, line, num, placed, shadow, shape, times, tube } from './pc-shape.mjs';

/** The view's units are millimetres, as towers are drawn; small boxes are drawn larger. */
export const FRAME = [-75, -111, 580, 580];
const TOWER = (id, body) => `<g id="${id}">${body}</g>`;
const MINI = placed([21.6, 62, 1.29]);

/** The outsides, left, top, right and bottom; `base` is where the bay of the power supply begins. */
export const SHELLS = {
  full: { x0: -22, y0: -84, x1: 498, y1: 446, base: 348, edge: 284 },
  mid: { x0: -22, y0: -66, x1: 428, y1: 414, base: 316, edge: 252 },
  small: { x0: -22, y0: -50, x1: 372, y1: 354, base: 256, edge: 252 },
  pebble: { x0: -20, y0: -78, x1: 322, y1: 234 },
  mini: { x0: -20, y0: -22, x1: 322, y1: 234 },
};
export const BOARDS = { itx: [170, 170, 2], 'matx-2': [244, 226, 2], matx: [244, 244, 4], atx: [244, 305, 4], eatx: [277, 305, 4] };
const inner = (s) => ({ left: s.x0 + 9, top: s.y0 + 12, right: s.x1 - 30, bottom: s.y1 - 12 });

function shellParts(name, put) {
  const s = SHELLS[name], i = inner(s), w = s.x1 - s.x0, h = s.y1 - s.y0, iw = i.right - i.left, ih = i.bottom - i.top;
  const round = name === 'pebble' ? 26 : name === 'mini' ? 10 : 7;
  const cutouts = s.base ? times(4, (n) => [s.edge, i.top + 26 + n * ((s.base - i.top - 70) / 3.6), 13, 46]) : [];
  const covers = s.base ? (name === 'full' ? 8 : name === 'mid' ? 7 : 4) : 3;
  const bay = s.base && [i.left, s.base, iw, i.bottom - s.base];
  const body = shadow((s.x0 + s.x1) / 2, s.y1 + 12, w * 0.56, 15)
    + boxes([[s.x0 + 26, s.y1 - 2, 46, 12], [s.x1 - 72, s.y1 - 2, 46, 12]], '#17181b') + boxes([[s.x0 + 26, s.y1 + 1, 46, 2], [s.x1 - 72, s.y1 + 1, 46, 2]], '#fff', 'opacity=".14"')
    + (name === 'mini' ? line(`M${s.x0 + 96} ${s.y0 + 2}v-22q0-12 12-12h126q12 0 12 12v22`, '#18191c', 10) + line(`M${s.x0 + 97} ${s.y0 - 4}v-16q0-13 13-13h122`, '#fff', 1.6, 'opacity=".3"') : '')
    + box(s.x0, s.y0, w, h, '', `rx="${round}"`) + box(s.x0, s.y0, w, h, 'url(#ly)', `rx="${round}"`)
    + box(s.x0, s.y0, w, h, 'none', `rx="${round}" stroke="#000" stroke-opacity=".45"`) + box(s.x0 + 1, s.y0 + 1, w - 2, h - 2, 'none', `rx="${round}" stroke="#fff" stroke-opacity=".35" stroke-width="1.4"`)
    + box(i.right + 3, s.y0 + 5, 1.4, h - 10, '#000', 'opacity=".45"') + box(i.right + 4.4, s.y0 + 5, 1, h - 10, '#fff', 'opacity=".25"')
    + bars(s.x1 - 20, s.y0 + 26, 12, h - 52, 3.6, 5.4, '#000', false, 'opacity=".34"')
    // The inside: the same paint in the shade.
    + box(i.left, i.top, iw, ih, '#0a0b0e', 'rx="3" opacity=".4"') + box(i.left + 10, i.top + 8, iw - 20, ih - 16, 'url(#tray)')
    + boxes(cutouts, '#08090b', 'stroke="#fff" stroke-opacity=".16"') + (s.base ? line(cutouts.map(([x, y, , ch]) => `M${x + 6.5} ${(y + 2).toFixed(1)}v${ch - 4}`).join(''), '#fff', 0.8, 'opacity=".14"') : '')
    + bars(i.left, 152, 6, covers * 20.3, 17.5, 2.8, '#c3c7cd', false, 'opacity=".75"') + bars(i.left + 1, 155, 1.4, covers * 20.3 - 3, 11.5, 8.8, '#000', false, 'opacity=".35"')
    + (name === 'full' || name === 'mid' ? boxes([[s.edge + 30, s.base - 120, 70, 100]], '#000', 'opacity=".16" rx="4"') : '')
    + box(i.left, i.top, iw, 26, 'url(#in-y)') + box(i.left, i.top, 22, ih, 'url(#in-x)') + box(i.right - 26, i.top, 26, ih, 'url(#out-x)') + box(i.left, i.bottom - 20, iw, 20, 'url(#out-y)')
    + (bay ? box(...bay, '#050608', 'opacity=".34"') + box(i.left, s.base, iw, 10, 'url(#in-y)') : '')
    + box(i.left, i.top, iw, ih, 'none', 'rx="3" stroke="#000" stroke-opacity=".6"') + line(`M${i.left} ${i.bottom + 0.9}H${i.right}`, '#fff', 1, 'opacity=".3"');
  // A cup, for scale, where there is room for one.
  const cup = name === 'small' ? shadow(430, s.y1 + 11, 50, 8) + line(`M462 ${s.y1 - 66}c30-4 30 44 0 40`, '#e8e0cf', 8) + shape(`M392 ${s.y1 - 84}h78v78q0 17-17 17h-44q-17 0-17-17z`, '#f4eee0') + box(392, s.y1 - 58, 78, 10, '#1f4d3f') + box(392, s.y1 - 44, 78, 3, '#a63a24') + shape(`M392 ${s.y1 - 84}h78v78q0 17-17 17h-44q-17 0-17-17z`, 'url(#lx)') + `<ellipse cx="431" cy="${s.y1 - 84}" rx="39" ry="6" fill="#d9cfba"/><ellipse cx="431" cy="${s.y1 - 83}" rx="35" ry="4.4" fill="#5a3a22"/>` : '';
  const cover = bay ? // The lid of the bay, seen from its edge, and the web between its two halves.
    box(i.left, s.base - 4, iw, 9) + box(i.left, s.base - 4, iw, 9, 'url(#rod)') + bars(i.left + 8, s.base - 1.2, iw - 16, 2.6, 7, 4, '#000', true, 'opacity=".4"') + box(i.left, s.base + 5, iw, 8, 'url(#in-y)') : '';
  const wood = [i.right + 6, s.y0 + 3, 23, h - 6];
  const walnut = box(...wood, '#7c5334', 'rx="3"') + line(times(5, (n) => `M${wood[0] + 3 + n * 4.4} ${wood[1] + 2}q${n % 2 ? 2 : -2} ${h / 3} 0 ${h / 2}t0 ${h / 2 - 12}`).join(''), '#4d3019', 0.9, 'opacity=".55"') + box(...wood, 'url(#lx)', 'rx="3"');
  return [put(`shell-${name}`, cup + body), ...(cover ? [put(`lid-${name}`, cover)] : []), ...(name === 'mid' || name === 'small' ? [put(`wood-${name}`, walnut)] : [])];
}

const DARK = '#2f323a';
const metal = (x, y, w, h, tone = DARK) => box(x, y, w, h, tone, 'rx="2.5" stroke="#000" stroke-opacity=".4"') + box(x, y, w, h, 'url(#ld)', 'rx="2.5"');
const SINKS = [[-6, 4, 38, 140], [36, 22, 17, 100], [58, 5, 78, 16]];
const ribs = line('M40 28v88M45 28v88M49 28v88M64 9h66M64 13h66M64 17h66', '#000', 1.1, 'opacity=".3"');
/** The bare board, painted, and what differs by its form. */
function board([w, h, dimms]) {
  const slots = h > 300 ? [61, 102] : h > 200 ? [61] : [];
  const holes = [[6, 6], [w - 8, 6], [6, h - 8], [w - 8, h - 8]];
  const dimm = (rail, out, wide, tall, fill) => boxes(times(dimms, (n) => [(dimms === 2 ? 147 + n * 10.5 : 147 + n * 9.6) + rail, 11 + out, wide, tall]), fill);
  return box(3, 4, w, h, '#000', 'opacity=".35" rx="2.5"') + box(0, 0, w, h, '', 'rx="2.5"') + box(0, 0, w, h, 'url(#ld)', 'rx="2.5" opacity=".7"')
    + line(`M12 ${h - 30}V130h24M52 124v26h80M30 ${h - 12}h${num(w * 0.3)}l10-10h${num(w * 0.2)}M${w - 14} 60v60l-8 8v20M134 14v90M${w - 20} ${h - 20}h-40l-14-14`, '#fff', 0.9, 'opacity=".13"')
    + box(0, 0, w, h, 'none', 'rx="2.5" stroke="#fff" stroke-opacity=".3" stroke-width=".9"')
    + dimm(0, 0, 6.4, 134, '#0d0e11') + dimm(2.2, 4, 2, 126, '#555a63') + dimm(-0.6, -3, 7.6, 5, '#8d929a') + dimm(-0.6, 132, 7.6, 5, '#8d929a')
    + slots.map((y) => box(36, 157 + y, 92, 7.5, '#0d0e11', 'rx="1.5"') + box(39, 159.8 + y, 86, 2, '#08090b') + box(128, 156.5 + y, 5, 8.5, '#8d929a')).join('')
    + (h > 200 ? box(38, 188, 66, 5.5, '#0d0e11') + metal(174, h - 84, 50, 52) + line(`M182 ${h - 40}l16-36M190 ${h - 36}l18-40`, '#fff', 1.6, 'opacity=".25"') + bars(w - 12, 196, 12, w > 250 ? 51 : 25, 10, 3, '#0d0e11') + bars(46, h - 9, 122, 6, 18, 8, '#0d0e11', true) : metal(138, 152, 26, 14))
    + box(w - 9, 84, 9, 52, '#0d0e11', 'rx="1.5"') + line(`M${w - 6.4} 87v46M${w - 2.8} 87v46`, '#6b7079', 1.4, 'stroke-dasharray="2.6 1.6"')
    + shape(holes.map(([x, y]) => `M${x - 2.2} ${y + 1}a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z`).join(''), '#6f737a', 'stroke="#c9a95c" stroke-width="1.4"');
}
/** What is at the same place on every board: sinks, socket, first slot. */
const core = SINKS.map((sink) => metal(...sink)).join('') + ribs + line('M2 12v124M10 12v124', '#fff', 1.2, 'opacity=".18"') + box(16, 20, 3, 50, '#fff', 'opacity=".5"')
  + box(58, 44, 54, 68, '#b9bdc3', 'rx="2"') + box(64, 52, 42, 50, '#d9dde1', 'rx="1.5"') + box(58, 44, 54, 68, 'url(#ld)', 'rx="2"')
  + box(36, 157, 92, 7.5, '#c5c9cf', 'rx="1.5"') + box(39, 159.8, 86, 2, '#08090b') + box(128, 156.5, 5, 8.5, '#8d929a') + box(18, -2, 26, 8, '#0d0e11', 'rx="1.5"') + boxes([[126, 122, 7, 6], [58, 150, 9, 5], [120, 26, 6, 6]], '#0b0c0e')
  + line('M40 132h40', '#c9cdd3', 6.4, 'stroke-dasharray=".1 7.9" stroke-linecap="round"') + line('M40 132h40', '#7d828a', 3.6, 'stroke-dasharray=".1 7.9" stroke-linecap="round"');
const others = (tone) => SINKS.map((sink) => metal(...sink, tone)).join('') + ribs + box(16, 20, 3, 50, '#d9702b');
/** The thick cable to the mainboard, and the one at its upper left corner. */
const cables = (w, edge) => line(times(6, (n) => `M${edge + 8} ${92 + n * 7}C${w + 4} ${92 + n * 7} ${w + 6} ${88 + n * 7.4} ${w - 5} ${88 + n * 7.4}`).join(''), '#101114', 4.6) + line(times(6, (n) => `M${edge + 8} ${91 + n * 7}C${w + 4} ${91 + n * 7} ${w + 6} ${87 + n * 7.4} ${w - 5} ${87 + n * 7.4}`).join(''), '#5b606a', 1.1, 'opacity=".8"');

const stick = (x) => box(x - 0.9, 9, 8.2, 138, '', 'rx="1.4"') + box(x - 0.9, 9, 8.2, 138, 'url(#bar)', 'rx="1.4"') + box(x - 0.9, 9, 8.2, 138, 'none', 'rx="1.4" stroke="#000" stroke-opacity=".5"') + line(`M${x + 3.2} 14V142`, '#000', 0.9, 'opacity=".4"') + boxes([[x - 0.9, 40, 8.2, 1.2], [x - 0.9, 114, 8.2, 1.2]], '#000', 'opacity=".4"');
export const SLOTS = { '2a': 147, '2b': 157.5, '4a': 147, '4b': 156.6, '4c': 166.2, '4d': 175.8 };
const diffuser = (x) => box(x + 0.4, 11, 5.6, 134, '#e9edf2', 'rx="1.2" opacity=".55"');

const m2 = (x, y) => box(x, y, 84, 21, '#33363d', 'rx="2.5"') + box(x, y, 84, 21, 'url(#ld)', 'rx="2.5"') + bars(x + 7, y + 3, 46, 15, 1.6, 3.4, '#000', true, 'opacity=".45"') + box(x + 58, y + 6, 20, 9, '#d9702b', 'rx="1.5"') + disc(x + 81, y + 10.5, 1.6, '#c9cdd3') + box(x, y, 84, 21, 'none', 'rx="2.5" stroke="#fff" stroke-opacity=".22" stroke-width=".8"');
const sata = (x, y, plug = true) => box(x + 2, y + 4, 70, 100, '#000', 'opacity=".35" rx="4"') + box(x, y, 70, 100, '#4a4e57', 'rx="4"') + box(x, y, 70, 100, 'url(#ld)', 'rx="4"') + box(x + 8, y + 10, 54, 58, '#e4e1d8', 'rx="2"') + box(x + 8, y + 10, 54, 13, '#d9702b', 'rx="2"') + line(`M${x + 14} ${y + 34}h40M${x + 14} ${y + 43}h28M${x + 14} ${y + 52}h34`, '#70747c', 3) + (plug ? box(x + 16, y + 95, 38, 8, '#141518') : '') + (plug ? line(`M${x + 30} ${y + 102}q2 18 -2 26M${x + 44} ${y + 102}q4 14 2 28`, '#141518', 5) : '');
const drive = (x, y) => box(x, y, 102, 26, '#b7bbc2', 'rx="2" stroke="#000" stroke-opacity=".55"') + box(x, y, 102, 26, 'url(#ld)', 'rx="2"') + box(x + 5, y + 5, 56, 16, '#f0eee8', 'rx="1"') + box(x + 5, y + 5, 14, 16, '#d9702b') + line(`M${x + 24} ${y + 10}h30M${x + 24} ${y + 15}h22`, '#777b83', 1.8) + boxes([[x + 70, y + 17, 26, 6]], '#17181b') + line(`M${x + 76} ${y + 9}h.1M${x + 92} ${y + 9}h.1`, '#7d828a', 4.4, 'stroke-linecap="round"');

const CX = 85, CY = 78;
const fins = (x, y, w, h) => box(x + 2, y + 5, w, h, '#000', 'opacity=".4" rx="2"') + box(x, y, w, h, '#a9aeb6', 'rx="2"') + bars(x + 2, y + 3, w - 4, h - 6, 1.5, 2.5, '#4c5058', false, 'opacity=".75"') + box(x, y, w, h, 'url(#lx)', 'rx="2"');
const cap = (x, y, w, h) => box(x, y, w, h, '', 'rx="3"') + box(x, y, w, h, 'url(#ld)', 'rx="3"') + box(x, y, w, h, 'none', 'rx="3" stroke="#000" stroke-opacity=".45" stroke-width=".8"');
const pipes = (xs, y, step, n) => line(xs.map((x) => times(n, (i) => `M${x} ${y + i * step}v.1`).join('')).join(''), '#b9764a', 7.2, 'stroke-linecap="round"');
const COOLERS = {
  flat: box(CX - 49, CY - 45, 98, 98, '#000', 'opacity=".4" rx="10"') + box(CX - 47, CY - 47, 94, 94, '#9ea3ab', 'rx="8"') + bars(CX - 42, CY - 45, 84, 90, 1.5, 4.5, '#4c5058', true, 'opacity=".6"') + box(CX - 47, CY - 47, 94, 94, 'url(#ld)', 'rx="8"') + fanFace(CX, CY, 45),
  tower: fins(CX - 34, CY - 62, 46, 124) + cap(CX - 30, CY - 58, 38, 116) + line(times(4, (n) => `M${CX - 22} ${CY - 40 + n * 26}h22`).join(''), '#000', 1, 'opacity=".3"') + pipes([CX - 20, CX - 2], CY - 44, 29, 4) + fanEdge(CX + 13, CY - 60, 120, true),
  twin: fins(CX - 52, CY - 66, 42, 132) + fins(CX + 17, CY - 66, 40, 132) + cap(CX - 49, CY - 62, 36, 124) + cap(CX + 20, CY - 62, 34, 124) + pipes([CX - 31, CX + 37], CY - 48, 24, 5) + fanEdge(CX - 9, CY - 66, 132, true) + fanEdge(CX + 58, CY - 60, 120, true),
  pump: disc(CX + 2, CY + 5, 40, '#000', 'opacity=".42"') + box(CX - 40, CY - 40, 80, 80, '#17181b', 'rx="22"') + disc(CX, CY, 37) + disc(CX, CY, 37, 'url(#ld)') + disc(CX, CY, 37, 'none', 'stroke="#000" stroke-opacity=".5"') + disc(CX, CY, 29, '#0c0d10') + disc(CX, CY, 23, 'none', 'stroke="#fff" stroke-opacity=".12" stroke-width="1.5"') + shape(`M${CX - 14} ${CY - 12}h20q10 0 10 12t-10 12h-20l7-12z`, '#fff', 'opacity=".18"') + disc(CX - 12, CY - 30, 4, '#fff', 'opacity=".2"'),
};
const COOLER_LIGHT = {
  tower: fanLight(CX + 13, CY - 60, 120, true) + box(CX - 24, CY - 3, 26, 6, '', 'rx="2"') + box(CX - 20, CY - 1.2, 18, 2.4, '#fff', 'rx="1" opacity=".5"'),
  pump: disc(CX, CY, 30.5, 'none', 'stroke="#fff" stroke-opacity=".0"') + `<path d="M${CX - 33} ${CY}a33 33 0 1 0 66 0a33 33 0 1 0-66 0zm5 0a28 28 0 1 1 56 0a28 28 0 1 1-56 0z" fill-rule="evenodd"/>` + shape(`M${CX - 14} ${CY - 12}h20q10 0 10 12t-10 12h-20l7-12z`, '') + shape(`M${CX - 8} ${CY - 8}h12q6 0 6 8t-6 8h-12l5-8z`, '#fff', 'opacity=".4"'),
};

export const RADIATORS = { full: [120, 240, 280, 360], mid: [120, 240, 280, 360], small: [120, 240, 280], pebble: [120] };
/** Radiators end at the same place, below the roof, where the hoses go in. */
const ending = (shell) => (shell === 'pebble' ? 176 : inner(SHELLS[shell]).left + (shell === 'small' ? 302 : 382));
const radiatorFan = (shell, one, n) => [ending(shell) - 10 - one * (n + 1), inner(SHELLS[shell]).top + 28, one, false];
function radiator(shell, size) {
  const end = ending(shell), y = inner(SHELLS[shell]).top + 1, x = end - size - 18;
  return box(x, y, size + 22, 27, '#1d1f24', 'rx="4"') + bars(x + 9, y + 4, size, 19, 1.7, 2.3, '#5c616b', true, 'opacity=".8"') + box(x, y, size + 22, 27, 'url(#rod)', 'rx="4"') + box(x, y, size + 22, 27, 'none', 'rx="4" stroke="#fff" stroke-opacity=".18" stroke-width=".8"');
}
function hoses(shell) {
  const end = ending(shell), y = inner(SHELLS[shell]).top + 24;
  const d = `M${CX + 30} ${CY - 14}C${end - 110} ${CY - 34} ${end - 34} ${y + 46} ${end - 12} ${y}M${CX + 32} ${CY + 10}C${end - 80} ${CY + 6} ${end - 14} ${y + 58} ${end + 1} ${y}`;
  return line(d, '#000', 15, 'opacity=".3" transform="translate(3 5)"') + line(d, '#15161a', 13) + line(d, '#4e535d', 13, 'opacity=".5" stroke-dasharray="1.6 3"') + line(d, '#fff', 2, 'opacity=".18" transform="translate(-2 -2)"');
}

/** Graphics cards by slots and length, which stands for a range. */
export const CARDS = { '1s': [1, 172], '2s': [2, 176], '2m': [2, 244], '2l': [2, 284], '3l': [3, 306], '3x': [3, 336], '4x': [4, 350] };
function card([slots, long]) {
  const y = 150, h = slots * 20.3 - 4, x = -10, end = x + long, low = y + h;
  const d = `M${x + 4} ${y + 5}H${end - 14}L${end} ${y + 15}V${low - 8}L${end - 8} ${low}H${x + 4}Z`;
  const seats = Math.max(1, Math.round(long / 105));
  const dish = slots > 1 ? times(seats, (n) => { const w = (long - 24) / seats; return `M${x + 16 + n * w} ${low}q${w * 0.42} ${-h * 0.46} ${w * 0.84} 0z`; }).join('') : '';
  return box(x + 6, y + 8, long, h, '#000', 'opacity=".4" rx="4"') + box(x - 6, y - 6, 6, h + 18, '#c9cdd2', 'rx="1.5"') + box(x - 6, y - 6, 6, h + 18, 'url(#lx)', 'rx="1.5"')
    + shape(d, '') + shape(d, 'url(#ly)', 'stroke="#000" stroke-opacity=".55"') + shape(dish, '#0b0c0f', 'opacity=".78"') + (slots > 1 ? bars(x + 30, low - h * 0.13, long - 60, h * 0.12, 3, 8, '#9297a0', true, 'opacity=".4"') : '')
    + box(x, y, long - 8, 6, '#2b2e34', 'rx="1"') + box(x, y, long - 8, 6, 'url(#rod)', 'rx="1"') + bars(x + 22, y + 2.3, long - 60, 1.4, 16, 22, '#fff', true, 'opacity=".22"')
    + line(`M${x + 8} ${y + 10}H${end - 17}L${end - 5} ${y + 18}`, '#fff', 1.2, 'opacity=".4"') + box(x + long * 0.3, y + 10, long * 0.36, 6, '#000', 'opacity=".34" rx="2"')
    + shape(`M${end - 34} ${y + 9}h9l${-h * 0.4} ${h * 0.5}h-9z`, '#fff', 'opacity=".16"');
}
const cardLight = ([, long]) => tube(-10 + long * 0.3, 160.4, long * 0.36, 4.6);
/** From the card's plug to the hole beside the mainboard. */
const cardCable = (x, hole) => {
  const d = times(3, (n) => `M${x + n * 6} 157C${x + n * 6} ${112 + n * 4} ${hole - 30} ${100 + n * 10} ${hole} ${78 + n * 6}`).join('');
  return line(d, '#0c0d10', 5.4) + line(d, '#626771', 1.1, 'opacity=".75" transform="translate(-.8 -.8)"') + box(x - 4, 152, 22, 11, '#131418', 'rx="1.5"') + line(`M${x - 2} 155h18`, '#fff', 0.9, 'opacity=".3"');
};

/** Power supplies lying on the floor of a bay; from the side. */
function supply(x, bottom, w, h, out) {
  const y = bottom - h;
  const bundle = times(4, (n) => `M${x + w - 2} ${y + 22 + n * 10}c16 0 18 ${n * 3 - 8} ${out} ${n * 4 - 14}`).join('');
  return line(bundle, '#0c0d10', 6) + line(bundle, '#585d67', 1.1, 'opacity=".7"') + box(x, y, w, h, '', 'rx="2"') + box(x, y, w, h, 'url(#ly)', 'rx="2" stroke="#000" stroke-opacity=".55"') + box(x + w * 0.12, y + h * 0.2, w * 0.62, h * 0.56, '#14151a', 'rx="2" opacity=".9"')
    + box(x + w * 0.12, y + h * 0.2, w * 0.09, h * 0.56, '#d9702b', 'rx="1"') + line(`M${x + w * 0.27} ${y + h * 0.36}h${w * 0.36}`, '#f2efe8', 4.4) + line(`M${x + w * 0.27} ${y + h * 0.52}h${w * 0.24}M${x + w * 0.27} ${y + h * 0.63}h${w * 0.3}`, '#8d929a', 2)
    + line(`M${x + 5} ${y + 5}h.1m${w - 10} 0h.1m0 ${h - 10}h.1m${10 - w} 0h.1`, '#a6abb3', 3.8, 'stroke-linecap="round"') + bars(x + w * 0.8, y + 12, w * 0.12, h - 22, 2.4, 5.2, '#000', false, 'opacity=".45"');
}

/** A part by itself, for the catalogue: its outline's size, and the drawing. */
export const alone = {
  mainboard: (row) => { const size = BOARDS[row.form === 'matx' && row.dimms === '2' ? 'matx-2' : row.form]; return [[-6, 0, ...size], board(size) + (row.color === '#dfe2e6' ? core + others('#f1f2f4') : row.form === 'itx' && row.socket[0] === 'k' ? core + others('#9fb0cc') : core)]; },
  cooler: (row) => [[CX - 52, CY - 66, row.kind === 'twin' ? 136 : 100, 132], COOLERS[row.kind]],
  ssd: () => [[0, 0, 70, 100], sata(0, 0, false)],
};

export function insideParts() {
  const parts = [];
  for (const name of ['full', 'mid', 'small']) parts.push(...shellParts(name, TOWER));
  for (const name of ['pebble', 'mini']) parts.push(...shellParts(name, MINI));
  for (const [name, size] of Object.entries(BOARDS)) {
    parts.push(TOWER(`board-${name}`, board(size)), TOWER(`cables-${name}`, cables(size[0], name === 'eatx' ? 284 : 252)));
  }
  // A white or a blue board has sinks of its own.
  for (const [prefix, put] of [['', TOWER], ['mini-', MINI]]) {
    parts.push(put(`${prefix}core`, core), put(`${prefix}sinks-blue`, others('#9fb0cc')));
    for (const [slot, x] of Object.entries(SLOTS)) {
      if (prefix && slot[0] === '4') continue;
      parts.push(put(`${prefix}stick-${slot}`, stick(x)), put(`${prefix}strip-${slot}`, diffuser(x)), put(`${prefix}stick-${slot}-lit`, tube(x + 0.6, 12, 5.2, 132)));
    }
  }
  parts.push(MINI('mini-board', board(BOARDS.itx)), TOWER('sinks-snow', others('#f1f2f4')), TOWER('sinks-silver', others('#b4b9c1')));
  parts.push(TOWER('m2-1', m2(40, 128)), TOWER('m2-2', m2(40, 196)), MINI('mini-m2-1', m2(40, 128)));
  for (const [shell, x, y] of [['full', 318, 232], ['mid', 286, 202], ['small', 270, 152]]) parts.push(TOWER(`sata-${shell}-1`, sata(x, y)), TOWER(`sata-${shell}-2`, sata(x, y - 122)));
  parts.push(MINI('mini-sata-1', sata(184, 121, false)), MINI('mini-sata-2', sata(206, 117, false)));
  for (const shell of ['full', 'mid', 'small']) {
    const i = inner(SHELLS[shell]), xs = shell === 'small' ? [i.right - 112] : [i.right - 218, i.right - 110];
    for (let n = 0; n < (shell === 'small' ? 2 : 4); n++) parts.push(TOWER(`disk-${shell}-${n + 1}`, drive(xs[n % xs.length], i.bottom - 34 - 30 * Math.floor(n / xs.length))));
    for (const [kind, w, h] of [['short', 148, 86], ['long', 165, 86], ['sfx', 100, 63]]) {
      if ((kind === 'sfx') === (shell === 'small') || kind !== 'sfx') parts.push(TOWER(`supply-${shell}-${kind}`, supply(i.left + 2, i.bottom, w, h, shell === 'small' ? 22 : 40)));
    }
    const rear = [i.left + 2, shell === 'small' ? 14 : 2, 120, true];
    parts.push(TOWER(`fan-${shell}-rear`, fanEdge(...rear)), TOWER(`fan-${shell}-rear-lit`, fanLight(rear[0] + 20, ...rear.slice(1))));
    for (const [one, most] of [[120, shell === 'small' ? 2 : 3], [140, 2]]) for (let n = 0; n < most; n++) {
      const fan = [i.right - 27, i.top + 3 + n * one, one, true];
      parts.push(TOWER(`fan-${shell}-${one}-${n + 1}`, fanEdge(...fan)), TOWER(`fan-${shell}-${one}-${n + 1}-lit`, fanLight(...fan)));
    }
    parts.push(TOWER(`glow-${shell}`, glow(i.right - 90, (i.top + SHELLS[shell].base) / 2 - 10, 120, 170, 0.75) + glow(62, 62, 68, 110, 0.5)));
  }
  parts.push(MINI('disks-pebble-1', drive(186, 188)));
  const mi = inner(SHELLS.mini), pi = inner(SHELLS.pebble);
  const faced = box(184, -8, 102, 126, '#000', 'opacity=".4" transform="translate(3 4)" rx="3"') + box(184, -8, 102, 126, '', 'rx="3"') + box(184, -8, 102, 126, 'url(#ld)', 'rx="3"') + `<g fill="#3b3e45">${fanFace(235, 55, 45, '#0d0e11')}</g>` + [43, 33, 23].map((r) => disc(235, 55, r, 'none', 'stroke="#9aa0a9" stroke-width="1.6" stroke-opacity=".75"')).join('') + line('M204 24l62 62M266 24l-62 62', '#9aa0a9', 1.6, 'opacity=".75"') + disc(235, 55, 10, '#1a1b1f') + box(190, 104, 30, 8, '#d9702b', 'rx="1.5"') + line('M226 108h44', '#8d929a', 2) + box(184, -8, 102, 126, 'none', 'rx="3" stroke="#000" stroke-opacity=".55"');
  const fine = line(times(5, (n) => `M190 ${116 + n * 1}C186 ${126 + n * 4} 178 ${112 + n * 5} 166 ${92 + n * 8}`).join(''), '#0c0d10', 4.4) + line(times(5, (n) => `M190 ${115 + n * 1}C186 ${125 + n * 4} 178 ${111 + n * 5} 166 ${91 + n * 8}`).join(''), '#585d67', 1, 'opacity=".7"');
  parts.push(MINI('mini-supply-sfx', fine + faced));
  parts.push(MINI('mini-supply-atx', fine + `<g transform="translate(286 ${pi.top + 2})rotate(90)">${supply(0, 90, 148, 90, 18)}</g>`));
  const mf = [mi.left + 1, 0, 92, true];
  parts.push(MINI('fans-mini', fanEdge(...mf)), MINI('fans-mini-lit', fanLight(mf[0] + 20, 0, 92, true)), MINI('glow-mini', glow(72, 70, 76, 84, 0.7)));
  for (const [shell, sizes] of Object.entries(RADIATORS)) {
    const put = shell === 'pebble' ? MINI : TOWER;
    parts.push(put(`hoses-${shell}`, hoses(shell)), ...sizes.map((size) => put(`radiator-${shell}-${size}`, radiator(shell, size))));
    for (const [one, sizesOf] of [[120, sizes.filter((size) => size !== 280)], [140, sizes.filter((size) => size === 280)]]) {
      const most = Math.max(0, ...sizesOf.map((size) => size / one));
      for (let n = 0; n < most; n++) parts.push(put(`cold-${shell}-${one}-${n + 1}`, fanEdge(...radiatorFan(shell, one, n))), ...(one === 120 ? [put(`cold-${shell}-${one}-${n + 1}-lit`, fanLight(...radiatorFan(shell, one, n)))] : []));
    }
  }
  for (const [kind, body] of Object.entries(COOLERS)) parts.push(TOWER(`cooler-${kind}`, body), MINI(`mini-cooler-${kind}`, body));
  for (const [kind, body] of Object.entries(COOLER_LIGHT)) parts.push(TOWER(`cooler-${kind}-lit`, body), MINI(`mini-cooler-${kind}-lit`, body));
  for (const [kind, size] of Object.entries(CARDS)) {
    parts.push(TOWER(`card-${kind}`, card(size)), TOWER(`card-${kind}-lit`, cardLight(size)));
    if (size[1] < 310) parts.push(MINI(`mini-card-${kind}`, card(size)), MINI(`mini-card-${kind}-lit`, cardLight(size)));
  }
  for (const [name, x] of [['short', 118], ['long', 196]]) parts.push(TOWER(`cable-${name}`, cardCable(x, 259)), TOWER(`cable-${name}-far`, cardCable(x, 291)));
  parts.push(TOWER('glow-core', glow(140, 90, 120, 120, 0.5)), TOWER('glow-card', glow(170, 182, 170, 60, 0.55)), MINI('mini-glow-core', glow(110, 88, 106, 92, 0.5)), MINI('mini-glow-card', glow(140, 180, 140, 42, 0.5)));
  return parts;
}
