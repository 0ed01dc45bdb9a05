// The case from the front and its left: art/pc/front.svg, and the small pictures of the cards, art/pc/case-*.svg.
import { box, boxes, disc, fanFace, glow, line, num, placed, polygon, shadow, shape, times } from './pc-shape.mjs';

const DX = 0.46, DY = 0.13; // what a millimetre of depth moves to the left and up

/** Width, height, depth in millimetres; `side`: glass or steel. `window`: fan sets seen through the front. */
const TALL = ['1x120', '2x120', '3x120', '2x140'], LOW = ['1x120', '2x120', '2x140'];
export const FRONTS = {
  alcove: { size: [205, 390, 370], side: 'steel', round: 4 },
  nook: { size: [215, 400, 390], side: 'steel', round: 6, over: true },
  'nook-glass': { size: [215, 400, 390], side: 'glass', round: 6, window: LOW },
  slate: { size: [135, 390, 400], side: 'steel', round: 3, lamp: true },
  'cabin-mini': { size: [215, 395, 380], side: 'glass', round: 5, over: true },
  hollow: { size: [220, 465, 440], side: 'glass', round: 7, lamp: true },
  'hollow-air': { size: [225, 470, 440], side: 'glass', round: 7, window: TALL },
  'hollow-quiet': { size: [225, 470, 450], side: 'steel', round: 7 },
  lantern: { size: [240, 465, 450], side: 'glass', round: 6, window: TALL },
  cabin: { size: [225, 470, 440], side: 'glass', round: 5, over: true },
  'hollow-max': { size: [245, 530, 520], side: 'glass', round: 7, window: TALL },
  vault: { size: [245, 525, 520], side: 'steel', round: 4, over: true },
  pebble: { size: [190, 300, 330], side: 'steel', round: 34 },
  mini: { size: [175, 250, 340], side: 'glass', round: 10, lamp: true },
};

/** Where the front's upper left corner goes, and the scale: everything in the middle of 900 × 900. */
function place(name) {
  const [w, h, d] = FRONTS[name].size;
  const wide = w + d * DX, high = h + d * DY + 30;
  const scale = Math.min(760 / wide, 800 / high, 2.1);
  return [450 - (wide * scale) / 2 + d * DX * scale, 456 - (high * scale) / 2 + d * DY * scale, Math.round(scale * 1000) / 1000].map((v) => Math.round(v * 100) / 100);
}
/** The engraved words, in the view's units. */
export const PLATES = Object.fromEntries(Object.entries(FRONTS).map(([name, { size: [w, h] }]) => {
  const [x, y, s] = place(name);
  const wide = Math.min(w * 0.72, 150), high = 30, up = name === 'pebble' ? 46 : 38;
  return [name, [x + ((w - wide) / 2) * s, y + (h - up) * s, wide * s, high * s].map((v) => Math.round(v))];
}));

const mesh = (x, y, w, h) => box(x, y, w, h, 'url(#mesh)', 'rx="4"');
const slats = (x, y, w, h, n) => { const sw = w / n; return box(x, y, w, h, '#23170e', 'rx="3"') + times(n, (i) => box(x + i * sw + 1, y + 1, sw - 3.4, h - 2, i % 3 === 1 ? '#8a5f3d' : i % 3 ? '#7c5334' : '#946845', 'rx="2"')).join('') + line(times(n * 2, (i) => `M${num(x + i * sw / 2 + 4)} ${num(y + 6)}q${i % 2 ? 2.4 : -2} ${num(h * 0.3)} ${i % 3 - 1} ${num(h * 0.5)}t${i % 2 ? 1 : -1.5} ${num(h * 0.46)}`).join(''), '#4d3019', 0.8, 'opacity=".4"') + line(times(n, (i) => `M${num(x + i * sw + 2)} ${num(y + 3)}v${num(h - 6)}`).join(''), '#fff', 0.8, 'opacity=".22"'); };
const button = (x, y, r = 5) => disc(x, y, r, '#000', 'opacity=".35"') + disc(x, y, r * 0.8, '#d5d8dc') + disc(x, y, r * 0.8, 'url(#ld)') + disc(x, y, r * 0.8, 'none', 'stroke="#000" stroke-opacity=".4" stroke-width=".8"');
const ports = (x, y) => box(x, y, 12, 4.6, '#0b0c0f', 'rx=".8"') + box(x + 1.4, y + 1.2, 9.2, 1.6, '#4a78c2') + box(x + 18, y + 0.3, 9, 4, '#0b0c0f', 'rx="2"') + disc(x + 35, y + 2.3, 2.3, '#0b0c0f');
const groove = (x, y, w, h, r = 3) => box(x, y, w, h, '#000', `rx="${r}" opacity=".42"`) + box(x, y, w, h * 0.5, 'url(#in-y)', `rx="${r}"`) + line(`M${num(x + r)} ${num(y + h + 0.6)}h${num(w - 2 * r)}`, '#fff', 1, 'opacity=".25"');

/** What is on the front, by case: drawn on the painted front (`face`), and on top of fans seen through it (`over`). */
const FACES = {
  alcove: (w, h) => ({ face: boxes(times(22, (n) => [w - 44, 60 + n * 11, 24, 4.4]), '#000', 'opacity=".5"') + boxes(times(22, (n) => [w - 44, 65 + n * 11, 24, 1]), '#fff', 'opacity=".2"') + line(`M${w - 58} 14v${h - 28}`, '#000', 1.2, 'opacity=".35"') + button(28, 26) + ports(44, 24) }),
  nook: (w, h) => ({ face: groove(12, 110, w - 24, h - 170, 6), over: mesh(16, 114, w - 32, h - 180) + button(w / 2, 40, 7) + ports(w / 2 - 19, 62) + line(`M12 92h${w - 24}`, '#000', 1, 'opacity=".3"') }),
  'nook-glass': (w, h) => ({ face: box(10, 10, w - 20, h - 62, '#0d0e12', 'rx="5"'), over: glass(10, 10, w - 20, h - 62) + button(26, h - 30, 5) }),
  slate: (w, h) => ({ face: boxes(times(28, (n) => [12, 60 + n * 9.6, w - 24, 3.2]), '#000', 'opacity=".36"') + boxes(times(28, (n) => [12, 63.6 + n * 9.6, w - 24, 0.8]), '#fff', 'opacity=".22"') + button(w / 2, 26, 5) + ports(w / 2 - 19, 40) + groove(20, h - 52, w - 40, 4, 2), lamp: [20, h - 51, w - 40, 2.4] }),
  'cabin-mini': (w, h) => ({ face: '', over: slats(12, 36, w - 24, h - 90, 8) + button(w - 26, 20, 5) + ports(20, 18) }),
  hollow: (w, h) => ({ face: groove(w * 0.56, 22, 26, h - 78, 13) + box(w * 0.56 + 7, 34, 12, h - 102, '#000', 'rx="6" opacity=".4"') + button(30, 30) + ports(46, 28) + line(`M${w * 0.56 - 8} 8v${h - 16}`, '#000', 1, 'opacity=".2"') + line(`M${w * 0.56 - 7} 8v${h - 16}`, '#fff', 1, 'opacity=".2"'), lamp: [w * 0.56 + 11, 40, 4, h - 114] }),
  'hollow-air': (w, h) => ({ face: groove(10, 10, w - 20, h - 66, 6), over: mesh(13, 12, w - 26, h - 70, 5) + box(10, 10, w - 20, h - 66, 'url(#ld)', 'rx="6" opacity=".4"') + button(28, h - 30, 5) }),
  'hollow-quiet': (w, h) => ({ face: box(9, 9, w - 18, h - 18, 'none', 'rx="6" stroke="#000" stroke-opacity=".3" stroke-width="1.4"') + box(10.4, 10.4, w - 20, h - 20, 'none', 'rx="6" stroke="#fff" stroke-opacity=".2" stroke-width="1.2"') + groove(w - 24, h * 0.38, 8, 96, 4) + box(9, 9, w - 18, h - 18, 'url(#ly)', 'rx="6" opacity=".4"') + disc(w / 2, 40, 3, '#d9702b') }),
  lantern: (w, h) => ({ face: box(6, 6, w - 12, h - 54, '#0d0e12', 'rx="5"'), over: glass(6, 6, w - 12, h - 54) + button(24, h - 26, 5) }),
  cabin: (w, h) => ({ face: '', over: slats(12, 36, w - 24, h - 92, 9) + button(w - 26, 20, 5) + ports(20, 18) }),
  'hollow-max': (w, h) => ({ face: groove(40, 16, w - 80, h - 78, 8) + line(`M26 10v${h - 20}M${w - 26} 10v${h - 20}`, '#000', 1.2, 'opacity=".25"') + line(`M27.2 10v${h - 20}M${w - 24.8} 10v${h - 20}`, '#fff', 1, 'opacity=".2"'), over: mesh(43, 18, w - 86, h - 82, 5) + button(20, 30, 5) + boxes([[w - 24, 24, 8, 3], [w - 24, 32, 8, 3], [w - 24, 40, 8, 3]], '#0b0c0f') }),
  vault: (w, h) => ({ face: times(4, (n) => groove(14, 22 + n * 46, w - 28, 38, 3) + box(17, 25 + n * 46, w - 34, 32) + box(17, 25 + n * 46, w - 34, 32, 'url(#rod)') + boxes([[w - 58, 38 + n * 46, 26, 5]], '#000', 'opacity=".5"') + disc(28, 41 + n * 46, 2, '#8ff0c0')).join('') + groove(14, 214, w - 28, h - 280, 4), over: mesh(18, 217, w - 36, h - 286) + button(26, h - 32, 5) + ports(44, h - 35) }),
  pebble: (w, h) => ({ face: times(7, (r) => line(`M${num(w / 2 - 63 + (r % 2 ? 6 : 0))} ${num(h * 0.42 + r * 14)}h121`, '#000', num(6 - r * 0.32), 'stroke-dasharray=".1 11.9" stroke-linecap="round" opacity=".5"')).join('') + button(w / 2, 44, 7) }),
  mini: (w, h) => ({ face: groove(w * 0.56, 20, 20, h - 74, 10) + box(w * 0.56 + 5, 30, 10, h - 94, '#000', 'rx="5" opacity=".4"') + button(28, 28) + ports(40, 26), lamp: [w * 0.56 + 8, 34, 4, h - 102] }),
};
const glass = (x, y, w, h) => box(x, y, w, h, '#1b2026', 'rx="5" opacity=".3"') + shape(`M${x} ${y}H${num(x + w * 0.62)}L${num(x + w * 0.2)} ${num(y + h)}H${x}Z`, '#fff', 'opacity=".1"') + shape(`M${num(x + w * 0.72)} ${y}h${num(w * 0.1)}L${num(x + w * 0.4)} ${num(y + h)}h${num(-w * 0.1)}Z`, '#fff', 'opacity=".08"') + box(x, y, w, h, 'none', 'rx="5" stroke="#fff" stroke-opacity=".3"');

/** A point of the left side: depth from the front, height. */
const back = (d, y) => [-d * DX, y - d * DY];

function body(name) {
  const { size: [w, h, d], side, round } = FRONTS[name];
  const face = FACES[name](w, h).face;
  // The corners of round boxes are round all along: three offset outlines and their hull.
  const hull = `M${num(-d * DX + round)} ${num(-d * DY)}H${num(w - d * DX - round * 0.6)}L${num(w - round * 0.3)} ${num(round * 0.25)}L${num(w - round)} ${round}V${h}H${round}L${num(-d * DX + round * 0.4)} ${num(h - d * DY + 0)}Q${num(-d * DX)} ${num(h - d * DY - round * 0.4)} ${num(-d * DX)} ${num(h - d * DY - round)}V${num(round - d * DY)}Q${num(-d * DX)} ${num(-d * DY)} ${num(-d * DX + round)} ${num(-d * DY)}Z`;
  const top = `M${num(-d * DX + round)} ${num(-d * DY)}H${num(w - d * DX - round * 0.6)}L${num(w - round * 0.3)} ${num(round * 0.3)}Q${num(w - round * 0.4)} 0 ${num(w - round)} 0H${round}Q${num(round * 0.2)} 0 ${num(round * 0.1)} ${num(round * 0.3)}L${num(-d * DX + round * 0.3)} ${num(-d * DY + round * 0.25)}Z`;
  const left = polygon([[round * 0.1, round * 0.5], back(d - round * 0.2, round * 0.45), back(d, round), back(d, h - round), back(d - round * 0.2, h - round * 0.4), [round * 0.1, h - round * 0.5]]);
  const pane = polygon([back(14, 16), back(d - 16, 16), back(d - 16, h - 20), back(14, h - 20)]);
  const inside = side === 'glass'
    ? shape(pane, '#101216') + innards(w, h, d) + shape(pane, '#2a333b', 'opacity=".34"') + shape(polygon([back(20, 16), back(d * 0.44, 16), back(d * 0.74, h - 20), back(d * 0.5, h - 20)]), '#fff', 'opacity=".1"') + shape(polygon([back(d * 0.52, 16), back(d * 0.58, 16), back(d * 0.88, h - 20), back(d * 0.82, h - 20)]), '#fff', 'opacity=".08"') + shape(pane, 'none', 'stroke="#fff" stroke-opacity=".35" stroke-width="1.2"')
      + [[24, 26], [d - 26, 26], [24, h - 30], [d - 26, h - 30]].map(([a, b]) => disc(...back(a, b), 3.4, '#c9cdd3')).join('')
    : line(`M${back(12, 10).map(num)}L${back(12, h - 10).map(num)}`, '#000', 1.2, 'opacity=".35"') + times(9, (n) => line(`M${back(d * 0.42 + n * 9, h * 0.5).map(num)}L${back(d * 0.42 + n * 9, h * 0.5 + 70).map(num)}`, '#000', 3.6, 'opacity=".38" stroke-linecap="round"')).join('');
  const topVents = times(7, (n) => { const a = d * 0.2 + n * d * 0.085; return `M${num(w * 0.2 - a * DX)} ${num(-a * DY)}h${num(w * 0.6)}`; }).join('');
  const carry = name === 'mini' ? line(`M${num(-d * DX * 0.5 + 34)} ${num(-d * DY * 0.5)}v-26q0-12 12-12h${w - 92}q12 0 12 12v26`, '#18191c', 9) + line(`M${num(-d * DX * 0.5 + 34)} ${num(-d * DY * 0.5 - 8)}v-18q0-13 13-13h${w - 94}`, '#fff', 1.6, 'opacity=".35"') : '';
  return shadow(w / 2 - d * DX * 0.45, h + 4, w * 0.6 + d * DX * 0.62, 20) + boxes([[12, h - 2, 34, 11], [w - 46, h - 2, 34, 11]], '#17181b') + shape(polygon([[-d * DX + 12, h - d * DY + 2], [-d * DX + 44, h - d * DY + 10], [-d * DX + 44, h - d * DY + 19], [-d * DX + 12, h - d * DY + 12]]), '#17181b')
    + shape(hull, '') + shape(hull, 'none', 'stroke="#000" stroke-opacity=".4"') + shape(left, '#000', 'opacity=".17"') + shape(left, 'url(#ly)', 'opacity=".7"') + shape(top, '#fff', 'opacity=".2"') + line(topVents, '#000', 3.2, 'opacity=".32" stroke-linecap="round"') + inside + carry
    + box(0, 0, w, h, '', `rx="${round}"`) + box(0, 0, w, h, 'url(#lx)', `rx="${round}"`) + box(0, 0, w, h, 'url(#ly)', `rx="${round}" opacity=".6"`) + face
    + box(0.8, 0.8, w - 1.6, h - 1.6, 'none', `rx="${round}" stroke="#fff" stroke-opacity=".28" stroke-width="1.2"`) + box(0, 0, w, h, 'none', `rx="${round}" stroke="#000" stroke-opacity=".4" stroke-width=".8"`);
}
/** What is dimly seen through the glass of the side. */
const innards = (w, h, d) => shape(polygon([back(d * 0.36, h * 0.12), back(d * 0.9, h * 0.12), back(d * 0.9, h * 0.68), back(d * 0.36, h * 0.68)]), '#23262d') + shape(polygon([back(d * 0.4, h * 0.44), back(d * 0.92, h * 0.44), back(d * 0.92, h * 0.53), back(d * 0.4, h * 0.53)]), '#3b3f48') + shape(polygon([back(d * 0.58, h * 0.2), back(d * 0.76, h * 0.2), back(d * 0.76, h * 0.4), back(d * 0.58, h * 0.4)]), '#4a4f59') + shape(polygon([back(20, h * 0.78), back(d - 20, h * 0.78), back(d - 20, h - 24), back(20, h - 24)]), '#1a1c21');

function seen(name, fit, lightOnly) {
  const { size: [w, h] } = FRONTS[name];
  const [count, one] = fit.split('x').map(Number);
  const top = 16, room = h - 72, r = Math.min(one / 2 - 2, room / count / 2 - 2, w / 2 - 16);
  const gap = count > 1 ? (room - count * 2 * r) / (count + 1) : 14;
  return times(count, (n) => {
    const y = top + gap * (n + 1) + r * (2 * n + 1);
    return lightOnly ? `<path d="M${num(w / 2 - r)} ${num(y)}a${num(r)} ${num(r)} 0 1 0 ${num(2 * r)} 0a${num(r)} ${num(r)} 0 1 0 ${num(-2 * r)} 0zm4 0a${num(r - 4)} ${num(r - 4)} 0 1 1 ${num(2 * r - 8)} 0a${num(r - 4)} ${num(r - 4)} 0 1 1 ${num(8 - 2 * r)} 0z" fill-rule="evenodd"/>` + disc(w / 2, y, r * 0.86, '', 'opacity=".3"') + disc(w / 2, y, r * 0.26, '', 'opacity=".7"') : fanFace(w / 2, y, r);
  }).join('');
}

export function frontParts() {
  const parts = [];
  for (const [name, front] of Object.entries(FRONTS)) {
    const put = placed(place(name)), [w, h, d] = front.size, { over, lamp } = FACES[name](w, h);
    parts.push(put(name, body(name)));
    for (const fit of front.window ?? []) parts.push(put(`${name}-fan-${fit}`, seen(name, fit, false)), put(`${name}-fan-${fit}-lit`, seen(name, fit, true)));
    if (front.window || front.over) parts.push(put(`${name}-over`, over));
    if (lamp) { const [x, y, lw, lh] = lamp; parts.push(put(`${name}-lamp`, box(x - 1.5, y - 1.5, lw + 3, lh + 3, '', 'rx="3" opacity=".4"') + box(x, y, lw, lh, '', 'rx="1.6"') + box(x + lw * 0.3, y + lh * 0.05, lw * 0.4, lh * 0.9, '#fff', 'rx="1" opacity=".55"'))); }
    const through = front.side === 'glass' ? glow(...back(d * 0.5, h * 0.36), d * DX * 0.46, h * 0.36, 0.62) : '';
    const ahead = lamp ? glow(lamp[0] + lamp[2] / 2, lamp[1] + lamp[3] / 2, Math.max(46, lamp[2] * 0.6), Math.max(60, lamp[3] * 0.56), 0.5) : front.window ? glow(w / 2, h * 0.46, w * 0.5, h * 0.46, 0.4) : '';
    parts.push(put(`${name}-glow`, through + ahead || glow(w / 2, h - 10, 10, 4, 0.1)));
  }
  return parts;
}
/** The picture on a case's card. */
export function thumbnail(name, colour, fan = '#5b606a') {
  const [x, y, s] = place(name), front = FRONTS[name], [w, h] = front.size;
  const inner = body(name) + (front.window ? `<g fill="${fan}">${seen(name, front.window.find((fit) => fit === '3x120') ?? '2x120', false)}</g>` : '') + (FACES[name](w, h).over ?? '');
  return `<g fill="${colour}"><g transform="translate(${x} ${y})scale(${s})">${inner}</g></g>`;
}
