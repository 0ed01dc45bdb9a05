// The pair of sneakers from behind, left and right; 0.24 mm to the unit. Drawn about x 0 and as good as symmetric, so both
// heels are the same shape, moved; the ground is at y 720.
import { linear, mapPath, radial, spot } from './shirt-lib.mjs';
import { BLACK, beside, clip, doc, drop, edge, glow, p, part, stitch } from './sneaker-lib.mjs';

const AT = [272, 728];
const put = (d, x) => mapPath(d, ([u, v]) => [x + u, v]);
const both = (d) => AT.map((x) => put(d, x)).join('');
/** The right half of an outline from the middle line on: closed to a symmetric whole. */
const whole = (half) => {
  const points = [...half.matchAll(/([MC])([^MC]*)/g)].flatMap(([, , rest]) => {
    const ns = rest.trim().split(/[ ,]+/).map(Number), out = [];
    for (let i = 0; i < ns.length; i += 2) out.push([ns[i], ns[i + 1]]);
    return out;
  });
  const back = points.slice(0, -1).reverse().map(([x, y]) => `${-x} ${y}`);
  const last = points.at(-1);
  return half + (last[0] ? `L${-last[0]} ${last[1]}` : '') + 'C' + back.join(' ') + 'Z';
};
const arch = (half) => { // an open line, left to right
  const points = [...half.matchAll(/-?[\d.]+ -?[\d.]+/g)].map(([q]) => q.split(' ').map(Number));
  const l = points.slice().reverse().map(([x, y]) => `${-x} ${y}`);
  return `M${l[0]}C${l.slice(1).join(' ')} ${points.slice(1).map((q) => q.join(' ')).join(' ')}`;
};

// ---- shapes
const sole = whole('M0 584C90 584 140 586 176 592C186 622 189 664 183 706C181 716 173 721 160 721');
const soleTop = arch('M0 584C90 584 140 586 176 592');
const tread = whole('M0 692C90 692 150 693 186 694C186 699 184 703 183 706C181 716 173 721 160 721');
const upper = whole('M0 282C30 282 52 290 76 306C102 324 120 346 128 372C136 392 146 404 154 426C174 478 180 545 166 606');
const tongue = whole('M0 150C28 150 54 154 66 174C84 206 88 266 82 360');
const tongueIn = whole('M0 166C24 166 44 170 54 186C68 214 73 270 68 360');
const ear = 'M62 366C58 320 56 276 64 248C70 232 88 230 98 240C118 264 130 326 128 376Z';
const earIn = 'M66 366C62 326 62 284 68 260C73 248 84 248 90 256C102 276 110 326 108 376Z';
const mirror = (d) => mapPath(d, ([x, y]) => [-x, y]);
const inside = whole('M0 330C40 330 84 336 106 344C118 352 124 362 126 378');
const collar = whole('M0 282C30 282 52 290 76 306C102 324 120 346 128 372C134 388 138 396 141 402');
const collarLow = arch('M0 330C48 330 104 356 141 404');
const counterTop = arch('M0 424C70 424 128 446 163 508');
const counter = whole('M0 424C70 424 128 446 163 508C178 540 178 570 170 606');
const tab = whole('M0 273C24 273 46 279 68 297C76 330 85 368 93 398C99 424 89 445 64 451C42 457 20 459 0 459');
const tabLine = 'M70 306C76 330 85 368 93 398C99 424 89 445 64 451C42 457 20 459 0 459C-20 459 -42 457 -64 451C-89 445 -99 424 -93 398C-85 368 -76 330 -70 306';
const label = 'M-44 626C-44 620 -40 616 -34 616L34 616C40 616 44 620 44 626L44 662C44 668 40 672 34 672L-34 672C-40 672 -44 668 -44 662Z';
const mark = 'M-3 649L-3 624C8 630 17 640 21 650ZM-9 649L-9 636C-14 643 -20 647 -27 649ZM-30 654C-12 657 10 657 26 653C19 662 10 666 -3 666C-16 666 -26 662 -30 654Z';

const panels = { upper, sole, tread, tongue, inside, counter, tab, collar };
const x0 = (id, colour, stops, y) => AT.map((x, i) => linear(`${id}${i}`, y ?? [x - 182, 0, x + 182, 0], colour, stops));
const defs = [
  radial('d', BLACK, [[0, 1], [0.35, 0.72], [0.7, 0.24], [1, 0]]), radial('l', '#fff', [[0, 1], [0.35, 0.7], [0.7, 0.22], [1, 0]]),
  ...Object.entries(panels).map(([id, d]) => clip(`c-${id}`, both(d))), clip('c-ear', both(ear), both(mirror(ear))), clip('c-quarter', both(upper)),
  clip('c-tongue-in', both(tongueIn)),
  ...x0('form', BLACK, [[0, 0.5], [0.07, 0.26], [0.2, 0.06], [0.36, 0], [0.56, 0.02], [0.78, 0.14], [0.93, 0.34], [1, 0.6]]),
  ...x0('sole', BLACK, [[0, 0.4], [0.05, 0.2], [0.2, 0.03], [0.36, 0], [0.6, 0.02], [0.82, 0.12], [0.95, 0.28], [1, 0.46]]),
  linear('low', [0, 500, 0, 600], BLACK, [[0, 0], [0.6, 0.07], [1, 0.26]]),
  linear('so-y', [0, 584, 0, 720], BLACK, [[0, 0], [0.6, 0.05], [0.85, 0.16], [1, 0.4]]), linear('so-l', [0, 590, 0, 690], '#fff', [[0, 0.2], [0.4, 0.08], [1, 0]]),
  linear('tongue-y', [0, 150, 0, 360], BLACK, [[0, 0.02], [0.3, 0.1], [1, 0.5]]), linear('in-y', [0, 326, 0, 372], BLACK, [[0, 0.5], [1, 0.75]]),
];
const each = (f) => AT.map(f).join('');
const floor = part('floor', '<g fill="url(#d)">' + spot('', 500, 726, 470, 22, 0, 0.26) + each((x) => spot('', x + 4, 724, 196, 15, 0, 0.7) + spot('', x + 14, 728, 230, 26, 0, 0.2)) + '</g>');
const dark = each((x, i) => p(put(upper, x), `fill="url(#form${i})"`)) + p(both(upper), 'fill="url(#low)"') + `<g clip-path="url(#c-upper)">${glow(both(soleTop), 30, 0.3)}<g fill="url(#d)">` +
  each((x) => spot('', x, 478, 110, 20, 0, 0.12) + spot('', x + 120, 440, 50, 90, -14, 0.14)) + '</g></g>';
const light = `<g clip-path="url(#c-upper)"><g fill="url(#l)">${each((x) => spot('', x - 52, 500, 60, 96, 6, 0.34) + spot('', x - 34, 366, 44, 80, 8, 0.3) + spot('', x - 110, 420, 26, 70, 20, 0.22) + spot('', x + 60, 540, 60, 40, 0, 0.1))}</g></g>`;
const gloss = {
  counter: each((x) => spot('l', x - 70, 520, 20, 66, 5, 0.42) + spot('l', x + 96, 520, 9, 60, -8, 0.16)),
  tab: each((x) => spot('l', x - 44, 366, 14, 66, 10, 0.34) + spot('l', x, 290, 44, 6, 0, 0.4)),
  quarter: each((x) => spot('l', x - 126, 430, 9, 54, 17, 0.4)),
  collar: each((x) => spot('l', x - 84, 330, 34, 8, -38, 0.5) + spot('l', x + 84, 330, 30, 6, 38, 0.26)),
  tongue: each((x) => spot('l', x - 20, 158, 40, 6, -4, 0.6)),
};
const ears = both(ear) + both(mirror(ear)), earsIn = both(earIn) + both(mirror(earIn));

const parts = floor +
  part('eyestay', p(ears)) + part('eyestay-edge', p(ears, `fill="${BLACK}" fill-opacity=".16"`) + edge(ears, 'c-ear')) +
  part('ear-lining', p(earsIn)) + part('ear-lining-shade', p(earsIn, 'fill="url(#tongue-y)"') + p(earsIn, `fill="none" stroke="${BLACK}" stroke-opacity=".4" stroke-width="1"`)) +
  part('tongue-under', drop(both(tongue), 'c-ear')) + part('tongue', p(both(tongue))) +
  part('tongue-edge', edge(both(tongue), 'c-tongue')) +
  part('tongue-lining', p(both(tongueIn))) +
  part('tongue-lining-shade', p(both(tongueIn), 'fill="url(#tongue-y)"') + `<g clip-path="url(#c-tongue-in)">${glow(both(tongueIn), 26, 0.34)}</g>` + p(both(tongueIn), `fill="none" stroke="${BLACK}" stroke-opacity=".4" stroke-width="1.1"`) +
    stitch(both(beside('M0 166C24 166 44 170 54 186C68 214 73 270 70 330', -5, { step: 26 })) + both(beside('M0 166C-24 166 -44 170 -54 186C-68 214 -73 270 -70 330', 5, { step: 26 })), 0.9)) +
  part('inside', p(both(inside))) + part('inside-shade', p(both(inside), 'fill="url(#in-y)"')) +
  part('quarter', p(both(upper))) +
  part('quarter-edge', `<g clip-path="url(#c-upper)">${stitch(both(beside(collarLow, 7, { step: 30 })))}</g>`) +
  part('counter-under', drop(both(counterTop), 'c-upper')) + part('counter', p(both(counter), 'clip-path="url(#c-upper)"')) +
  part('counter-edge', `<g clip-path="url(#c-upper)">${edge(both(counter), 'c-counter')}</g>` + `<g clip-path="url(#c-counter)">${stitch([both(beside(counterTop, 8, { step: 30 })), both(beside(counterTop, 16.5, { step: 30 }))], 1.15)}</g>`) +
  part('collar-under', drop(both(collarLow), 'c-upper', 0.9)) + part('collar', p(both('M0 282C30 282 52 290 76 306C102 324 120 346 128 372C134 388 138 396 141 404C104 356 48 330 0 330C-48 330 -104 356 -141 404C-138 396 -134 388 -128 372C-120 346 -102 324 -76 306C-52 290 -30 282 0 282Z'))) +
  part('collar-edge', `<g clip-path="url(#c-collar)">${glow(both(collarLow), 26, 0.3)}<g transform="translate(0 9)">${glow(both(arch('M0 284C30 284 52 292 76 308C102 326 120 348 128 374')), 12, 0.32, '#fff', 4)}</g></g>` + p(both(collarLow), `fill="none" stroke="${BLACK}" stroke-opacity=".42" stroke-width="1.2"`)) +
  part('form', dark) + part('light', light) +
  part('tab-under', drop(both(tabLine), 'c-upper', 1.2)) + part('tab', p(both(tab))) +
  part('tab-edge', each((x, i) => `<g opacity=".6">${p(put(tab, x), `fill="url(#form${i})"`)}</g>` + spot('l', x - 30, 350, 50, 90, 8, 0.2)) + edge(both(tab), 'c-tab') + `<g clip-path="url(#c-tab)">${stitch([both(beside(tabLine, 7.5, { step: 22 })), both(beside(tabLine, 15.5, { step: 22 }))], 1.15)}</g>`) +
  Object.entries(gloss).map(([id, s]) => part(`gloss-${id}`, `<g clip-path="url(#c-${id})">${s}</g>`)).join('') +
  part('outline', p(both(upper), `fill="none" stroke="${BLACK}" stroke-opacity=".5" stroke-width="1.4"`)) +
  part('midsole', p(both(sole))) +
  part('midsole-shade', p(both(sole), 'fill="url(#so-l)"') + p(both(sole), 'fill="url(#so-y)"') + each((x, i) => p(put(sole, x), `fill="url(#sole${i})"`)) + '<g clip-path="url(#c-sole)" fill="none">' +
    p(both(soleTop), 'stroke="#fff" stroke-opacity=".55" stroke-width="6" transform="translate(0 5)"') + p(both(soleTop), `stroke="${BLACK}" stroke-opacity=".2" stroke-width="7" transform="translate(0 21)"`) +
    p(both(soleTop), 'stroke="#fff" stroke-opacity=".4" stroke-width="2" transform="translate(0 26)"') + `<g transform="translate(0 21)">${stitch(both(soleTop), 1.5)}</g></g>` +
    p(both(label), `fill="${BLACK}" fill-opacity=".08" stroke="${BLACK}" stroke-opacity=".3" stroke-width="1.4"`) + p(both(label), 'fill="none" stroke="#fff" stroke-opacity=".4" stroke-width="1.4" transform="translate(1 1.8)"') + p(both(mark), `fill="${BLACK}" fill-opacity=".4"`) + p(both(mark), 'fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="1" transform="translate(.8 1.2)"')) +
  part('outsole', p(both(tread))) +
  part('outsole-shade', each((x, i) => p(put(tread, x), `fill="url(#sole${i})"`)) + `<g clip-path="url(#c-tread)" fill="none">${p(both('M-190 693L190 693'), `stroke="${BLACK}" stroke-opacity=".5" stroke-width="3"`)}${p(both('M-190 696.5L190 696.5'), 'stroke="#fff" stroke-opacity=".28" stroke-width="2.4"')}` +
    p(both(Array.from({ length: 23 }, (_, i) => `M${-165 + i * 15} 710L${-165 + i * 15} 722`).join('')), `stroke="${BLACK}" stroke-opacity=".35" stroke-width="2.6"`) + glow(both('M-190 724L190 724'), 22, 0.4) + '</g>') +
  part('sole-outline', p(both(sole), `fill="none" stroke="${BLACK}" stroke-opacity=".45" stroke-width="1.4"`) + p(both(soleTop), `fill="none" stroke="${BLACK}" stroke-opacity=".5" stroke-width="1.8"`));

export const back = doc(defs, parts, [0, 60, 1000, 800]);
