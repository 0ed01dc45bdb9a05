// The pair of sneakers from above, toes up; 0.405 mm to the unit. The right shoe is drawn about x 0, from toe (y 0) to heel (y 740);
// the left one is its mirror image, but the light stays where it is.
import { linear, mapPath, num, radial, spot } from './shirt-lib.mjs';
import { BLACK, beside, clip, doc, drop, edge, glow, holes, p, part, stitch } from './sneaker-lib.mjs';

const CX = 158, TOP = 30;
const broad = (x, y) => x * (1 + 0.075 * Math.max(0, Math.min(1, (y - 360) / 220)));
const right = ([x, y]) => [500 + CX + broad(x, y), TOP + y];
const left = ([x, y]) => [500 - CX - broad(x, y), TOP + y];
const R = (d) => mapPath(d, right), L = (d) => mapPath(d, left);
const both = (d) => L(d) + R(d);
const list = (ds) => ds.map(both).join('');

// ---- shapes of the right shoe
const sole = 'M-20 2C44 0 94 50 118 130C138 190 138 250 126 320C114 390 97 430 92 490C88 560 96 620 92 670C88 715 50 740 0 740C-50 740 -86 715 -88 670C-90 620 -80 560 -84 490C-88 430 -108 370 -122 300C-134 230 -136 160 -122 100C-108 40 -70 4 -20 2Z';
const upper = 'M-22 13C36 11 84 56 108 134C127 192 128 250 116 318C105 385 88 430 83 490C79 560 87 620 84 664C80 702 46 729 0 729C-46 729 -78 702 -80 664C-82 620 -72 560 -75 490C-79 432 -98 372 -112 300C-124 230 -126 165 -113 106C-100 50 -66 14 -22 13Z';
const guardLine = 'M122 336C98 306 98 268 96 236C96 180 84 132 62 98C40 64 8 46 -22 46C-54 46 -80 68 -90 110C-100 160 -98 210 -92 250C-90 276 -94 300 -116 322';
const guard = guardLine + 'L-150 320L-150 -10L150 -10L150 336Z';
const capLine = 'M-128 162C-98 124 -60 106 -16 106C32 106 72 126 122 172';
const cap = capLine + 'L150 170L150 -10L-150 -10L-150 160Z';
const quarterLine = 'M-122 340C-96 312 -76 280 -60 250L52 250C74 278 98 312 130 352';
const quarter = quarterLine + 'L140 760L-140 760Z';
const stayOut = 'M77 482C74 420 66 344 57 282C52 246 26 226 -4 226C-34 226 -58 246 -63 282C-70 344 -76 420 -77 480';
const stayIn = 'M-49 490C-46 470 -45 462 -43 450C-37 390 -27 316 -20 272C-17 258 -12 253 -5 253C2 253 8 258 11 272C18 316 29 390 35 450C37 462 40 472 43 490';
const eyestay = stayOut + 'L-49 490C-46 470 -45 462 -43 450C-37 390 -27 316 -20 272C-17 258 -12 253 -5 253C2 253 8 258 11 272C18 316 29 390 35 450C37 462 40 472 43 490Z';
const opening = 'M43 486C54 540 60 590 56 640C52 682 28 704 -2 704C-32 704 -56 682 -58 640C-61 590 -57 540 -49 486C-30 466 26 466 43 486Z';
const ring = 'M74 470C78 540 82 600 77 650C71 700 38 722 -2 722C-42 722 -71 700 -74 650C-78 600 -74 540 -74 470Z';
const insole = 'M38 470C46 540 50 600 46 640C42 676 24 692 -2 692C-28 692 -46 676 -48 640C-51 600 -48 540 -44 470Z';
const counterLine = 'M-104 560C-84 588 -78 612 -73 640L-40 700L40 700L76 640C80 612 88 588 108 566';
const counter = counterLine + 'L140 760L-140 760Z';
const tab = 'M-33 728C-39 706 -36 692 -27 684C-12 694 8 694 23 684C33 692 37 706 31 728C14 731 -16 731 -33 728Z';
const tongue = 'M-16 258C-26 320 -38 400 -46 462C-51 488 -46 504 -30 508C-14 511 8 511 24 508C40 504 44 488 39 462C30 400 18 320 8 258Z';

// ---- laces: six pairs of holes, crossed
const rows = Array.from({ length: 6 }, (_, i) => 278 + i * 29.5);
const hole = rows.map((y) => [[-42 - (y - 278) * 0.115, y], [33 + (y - 278) * 0.115, y]]);
const band = ([x0, y0], [x1, y1], w) => {
  const l = Math.hypot(x1 - x0, y1 - y0), tx = (x1 - x0) / l, ty = (y1 - y0) / l;
  const q = (t, s) => [x0 + tx * l * t - ty * s * w / 2, y0 + ty * l * t + tx * s * w / 2];
  const n = ([u, v]) => `${num(u)} ${num(v)}`;
  return `M${n(q(0.1, -1))}L${n(q(0.9, -1))}C${n(q(1.03, -0.9))} ${n(q(1.03, 0.9))} ${n(q(0.9, 1))}L${n(q(0.1, 1))}C${n(q(-0.03, 0.9))} ${n(q(-0.03, -0.9))} ${n(q(0.1, -1))}Z`;
};
const W = 15;
const bottom = band(hole[0][0], hole[0][1], W + 1);
const under = rows.slice(1).map((_, i) => band(hole[i][1], hole[i + 1][0], W));
const over = rows.slice(1).map((_, i) => band(hole[i][0], hole[i + 1][1], W)).concat(bottom);
const weave = (pairs) => pairs.map(([a, b]) => [-4, 0, 4].map((o) => `M${num(a[0] + 6)} ${num(a[1] + o)}L${num(b[0] - 6)} ${num(b[1] + o)}`).join('')).join('');
const underPairs = rows.slice(1).map((_, i) => [hole[i + 1][0], hole[i][1]]), overPairs = rows.slice(1).map((_, i) => [hole[i][0], hole[i + 1][1]]);
const laceShade = (ds, pairs, id) => `<g fill="none" clip-path="url(#c-${id})">` + p(both(weave(pairs)), `stroke="${BLACK}" stroke-opacity=".16" stroke-width=".9" stroke-dasharray="1.5 1.4"`) +
  p(list(ds), 'stroke="#fff" stroke-opacity=".45" stroke-width="2.6" transform="translate(.6 1.3)"') + p(list(ds), `stroke="${BLACK}" stroke-opacity=".16" stroke-width="5" transform="translate(-.6 -1.8)"`) + '</g>' +
  p(list(ds), `fill="none" stroke="${BLACK}" stroke-opacity=".45" stroke-width="1"`);

// ---- perforations in a fan
const perforations = () => {
  const out = [];
  [4, 5, 6, 7, 6, 5, 4].forEach((n, row) => {
    for (let i = 0; i < n; i++) { const dx = (i - (n - 1) / 2) * 15; out.push([-12 + dx, 82 + 17 * row + dx * dx / 330, 2.3]); }
  });
  return out;
};
const onBoth = (points) => points.flatMap(([x, y, ...rest]) => [[...left([x, y]), ...rest], [...right([x, y]), ...rest]]);
const fan = perforations();
const eyelets = onBoth(hole.flat());

// ---- light and shade, shoe by shoe
const shoes = [['l', L, left], ['r', R, right]];
const dark = () => shoes.map(([id, put, at]) => {
  const d = put(upper), s = (x, y, ...rest) => spot('', ...at([x, y]), ...rest);
  return `<g clip-path="url(#c-upper-${id})"><g transform="translate(-5 -7)">${glow(d, 54, 0.34, BLACK, 5)}</g>${glow(d, 13, 0.24)}<g fill="url(#d)">` +
    s(0, 640, 100, 120, 0, 0.05) + s(-4, 236, 82, 22, 0, 0.1) + '</g></g>';
}).join('');
const light = () => shoes.map(([id, put, at]) => {
  const d = put(upper), [x, y] = at([-14, 120]);
  return `<g clip-path="url(#c-upper-${id})"><g transform="translate(16 19)">${glow(d, 24, 0.26, '#fff', 6)}</g><g fill="url(#l)">${spot('', x - 26, y - 10, 60, 54, 0, 0.34)}${spot('', x + 10, y + 60, 66, 40, 0, 0.16)}</g></g>`;
}).join('');
const glossAt = (spots) => shoes.map(([, , at]) => spots.map(([x, y, rx, ry, turn, a]) => { const [u, v] = at([0, 0]); return spot('l', u + x, v + y, rx, ry, turn, a); }).join('')).join('');
const gloss = {
  'toe-box': [[-30, 108, 30, 14, -30, 0.5], [-10, 190, 50, 9, 0, 0.2]],
  guard: [[-96, 120, 9, 60, 14, 0.55], [-20, 28, 50, 7, 0, 0.4], [-96, 250, 7, 50, -8, 0.3]],
  cap: [[-44, 62, 36, 16, -28, 0.6]],
  quarter: [[-88, 400, 7, 70, -14, 0.4], [76, 400, 5, 60, 10, 0.3], [100, 380, 5, 50, 12, 0.2]],
  eyestay: [[-60, 360, 6, 80, 7, 0.45], [42, 360, 5, 80, -6, 0.35]],
  tongue: [[-14, 488, 26, 8, 0, 0.4]],
  tab: [[-8, 702, 22, 7, 0, 0.45]],
  ring: [[-66, 580, 4, 70, 0, 0.4], [66, 570, 4, 60, 0, 0.3]],
};

const clipped = { guard, cap, quarter, counter };
const whole = { 'toe-box': upper, eyestay, tab, tongue, ring };
const defs = [
  radial('d', BLACK, [[0, 1], [0.35, 0.72], [0.7, 0.24], [1, 0]]), radial('l', '#fff', [[0, 1], [0.35, 0.7], [0.7, 0.22], [1, 0]]),
  clip('c-upper', both(upper)), clip('c-upper-l', L(upper)), clip('c-upper-r', R(upper)), clip('c-sole', both(sole)), clip('c-open', both(opening)),
  ...Object.entries({ ...clipped, ...whole }).map(([id, d]) => clip(`c-${id}`, both(d))),
  clip('c-over', list(over)), clip('c-under', list(under)), clip('c-feet', both(upper), both(tongue)),
  linear('in-g', [0, TOP + 470, 0, TOP + 706], BLACK, [[0, 0.62], [0.3, 0.26], [1, 0.14]]),
  linear('tg', [0, TOP + 258, 0, TOP + 510], BLACK, [[0, 0.4], [0.5, 0.12], [0.84, 0], [1, 0.1]]),
];

const inUpper = 'clip-path="url(#c-upper)"';
/** A piece that goes as far as the upper does: only `line` is a cut edge. */
const piece = (id, d, line, stitches) => part(`${id}-under`, drop(both(line), 'c-upper')) + part(id, p(both(d), inUpper)) +
  part(`${id}-edge`, `<g ${inUpper}>${edge(both(line), `c-${id}`)}${stitch(stitches.map(both))}</g>`);

const floor = part('floor', '<g fill="url(#d)">' + [left, right].map((at) => { const [x] = at([0, 0]); return spot('', x + 12, 200, 156, 200, 0, 0.2) + spot('', x + 10, 410, 122, 380, 0, 0.34) + spot('', x + 10, 650, 118, 150, 0, 0.22); }).join('') + '</g>');
const mark = 'M-4 612L-4 590C6 596 14 604 18 613ZM-9 612L-9 600C-14 606 -20 610 -26 613ZM-28 617C-12 620 8 620 22 616C16 624 8 627 -4 627C-16 627 -24 623 -28 617Z';

const parts = floor +
  part('midsole', p(both(sole))) +
  part('midsole-shade', '<g clip-path="url(#c-sole)" fill="none">' + `<g transform="translate(-2 -3)">${glow(both(sole), 16, 0.4, BLACK, 4)}</g>` + p(both(sole), 'stroke="#fff" stroke-opacity=".5" stroke-width="4" transform="translate(2.4 3)"') +
    stitch(both(beside(sole, 5.4, { step: 44 })), 0.8) + '</g>' + p(both(sole), `fill="none" stroke="${BLACK}" stroke-opacity=".42" stroke-width="1.2"`) + drop(both(upper), 'c-sole', 1.1)) +
  part('inside', p(both(opening))) +
  part('inside-shade', p(both(opening), 'fill="url(#in-g)"') + `<g clip-path="url(#c-open)">${glow(both(opening), 34, 0.5)}${p(both(insole), `fill="none" stroke="${BLACK}" stroke-opacity=".3" stroke-width="1.2"`)}${p(both(insole), 'fill="none" stroke="#fff" stroke-opacity=".2" stroke-width="1.6" transform="translate(1 1.4)"')}` +
    p(R(mark) + mapPath(mark, ([x, y]) => [500 - CX + x + 4, TOP + y]), `fill="${BLACK}" fill-opacity=".42"`) + '</g>') +
  part('toe-box', p(both(upper) + both(opening), 'fill-rule="evenodd"')) +
  piece('quarter', quarter, quarterLine, [beside('M-60 250C-76 280 -96 312 -122 340', -6), beside('M52 250C74 278 98 312 130 352', 6)]).replace(/clip-path="url\(#c-upper\)"\/>/, 'clip-path="url(#c-shell)"/>') +
  piece('guard', guard, guardLine, [beside(guardLine, -5.5, { step: 40 }), beside(guardLine, -11, { step: 40 })]) +
  piece('cap', cap, capLine, [beside(capLine, -5.5, { step: 40 }), beside(capLine, -11, { step: 40 })]) +
  piece('counter', counter, counterLine, []) .replace(/clip-path="url\(#c-upper\)"\/>/, 'clip-path="url(#c-shell)"/>') +
  part('form', dark()) + part('light', light()) +
  part('ring-under', drop(both(ring), 'c-upper', 0.8)) + part('ring', p(both(ring) + both(opening), 'fill-rule="evenodd"')) +
  part('ring-edge', `<g fill="none" clip-path="url(#c-ring)">` + `<g transform="translate(2 3)">${glow(both(ring), 18, 0.3, '#fff', 5)}</g><g transform="translate(-2 -3)">${glow(both(ring), 16, 0.3)}</g>${glow(both(opening), 16, 0.3)}</g>` +
    p(both(opening), `fill="none" stroke="${BLACK}" stroke-opacity=".4" stroke-width="1.1"`) + p(both(ring), `fill="none" stroke="${BLACK}" stroke-opacity=".36" stroke-width="1"`)) +
  part('tab-under', drop(both(tab), 'c-upper')) + part('tab', p(both(tab))) + part('tab-edge', edge(both(tab), 'c-tab') + `<g clip-path="url(#c-tab)">${stitch(both(beside('M-33 728C-39 706 -36 692 -27 684C-12 694 8 694 23 684C33 692 37 706 31 728', -5, { step: 14 })), 0.85)}${glow(both('M-40 690L36 690'), 10, 0.2, '#fff', 4)}</g>`) +
  part('tongue-under', `<g clip-path="url(#c-open)">${drop(both(tongue), '', 1.6)}</g>`) + part('tongue', p(both(tongue))) +
  part('tongue-edge', p(both(tongue), 'fill="url(#tg)"') + edge(both(tongue), 'c-tongue') + '<g clip-path="url(#c-tongue)">' + stitch(both('M-36 458C-39 474 -42 494 -28 500C-14 503 8 503 22 500C36 494 32 474 29 452'), 0.85) + glow(both(stayIn), 20, 0.5, BLACK, 8) + '</g>') +
  part('eyestay-under', drop(both(eyestay), 'c-feet')) + part('eyestay', p(both(eyestay))) +
  part('eyestay-edge', edge(both(eyestay), 'c-eyestay') + `<g clip-path="url(#c-eyestay)">` + stitch([both(beside(stayOut, -5.2, { step: 30 })), both(beside(stayIn, -5, { step: 17 }))]) + glow(both('M-78 478L-48 488M77 480L43 488'), 16, 0.16) + '</g>') +
  Object.entries(gloss).map(([id, spots]) => part(`gloss-${id}`, `<g clip-path="url(#c-${id})">${glossAt(spots)}</g>`)).join('') +
  part('outline', p(both(upper), `fill="none" stroke="${BLACK}" stroke-opacity=".5" stroke-width="1.3"`)) +
  part('perforations', holes(onBoth(fan.filter(([, y]) => y > 122)))) + part('perforations-toe', holes(onBoth(fan.filter(([, y]) => y <= 122)))) +
  part('holes', holes(eyelets.map(([x, y]) => [x, y, 4]))) +
  part('eyelets', `<g>${eyelets.map(([x, y]) => `<path fill-rule="evenodd" d="M${num(x - 7.4)} ${num(y)}a7.4 7.4 0 1 0 14.8 0a7.4 7.4 0 1 0-14.8 0M${num(x - 3.6)} ${num(y)}a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0"/>`).join('')}</g>`) +
  part('eyelets-shade', eyelets.map(([x, y]) => `<g fill="none" transform="translate(${num(x)} ${num(y)})"><path d="M-4.6-3.1A5.5 5.5 0 0 1 1.7-5.3" stroke="#fff" stroke-opacity=".9" stroke-width="2" stroke-linecap="round"/></g>`).join('') + `<g fill="none" stroke="${BLACK}" stroke-opacity=".55">${eyelets.map(([x, y]) => `<circle cx="${num(x)}" cy="${num(y)}" r="7.4"/>`).join('')}</g>`) +
  part('laces-back-under', drop(list(under), '', 0.7)) + part('laces-back', p(list(under))) + part('laces-back-shade', laceShade(under, underPairs, 'under')) +
  part('laces-under', drop(list(over), '', 0.7)) + part('laces', p(list(over))) + part('laces-shade', laceShade(over, overPairs.concat([[hole[0][0], hole[0][1]]]), 'over'));

export const top = doc([...defs, `<clipPath id="c-shell"><path clip-rule="evenodd" d="${both(upper) + both(opening)}"/></clipPath>`], parts, [-40, -6, 1080, 864]);
