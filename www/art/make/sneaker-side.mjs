// The sneaker from its outer side, toe to the right; 0.35 mm to the unit. Panels overlap as they are sewn: toe box, quarter,
// emblem, mudguard, reinforced cap, eyestay, collar, heel counter, heel tab.
import { linear, num, radial, spot } from './shirt-lib.mjs';
import { BLACK, beside, clip, doc, drop, edge, glow, holes, p, part, smooth, stitch, walk } from './sneaker-lib.mjs';

// ---- shapes
const upper = 'M84 545C76 512 73 478 78 446C82 416 92 390 92 362C92 346 85 334 84 318C84 306 92 300 104 302C132 308 152 330 180 346C214 368 266 378 308 360C342 344 364 314 382 286C390 274 400 266 412 264C420 264 426 268 434 273C506 324 588 378 668 410C722 420 790 412 850 429C906 445 940 478 943 528L943 548Z';
const throat = 'M434 273C506 324 588 378 668 410';
const profile = 'M671 409C604 372 520 318 456 266C428 246 410 226 396 206';
const tongue = 'M671 409C604 372 520 318 456 266C428 246 410 226 396 206C389 197 376 195 367 200C356 206 353 218 357 232C366 262 378 290 396 318L560 400L668 411Z';
const inside = 'M96 303C150 318 200 331 246 331C296 331 336 306 372 262L420 300L380 380L130 380Z';
const toeBox = 'M520 545C540 480 580 430 600 360L668 410C722 420 790 412 850 429C906 445 940 478 943 528L943 548Z';
const quarter = 'M84 545C76 512 73 478 78 446C82 416 92 390 92 362L92 330L104 302C132 308 152 330 180 346C214 368 266 378 308 360C342 344 364 314 382 286L434 273C506 324 588 378 664 408C638 428 622 446 612 466C600 492 590 520 588 545Z';
const quarterFront = 'M664 408C638 428 622 446 612 466C600 492 590 520 588 545';
const mudguardTop = 'M500 545C508 506 540 474 596 468C668 461 740 466 800 472C850 477 904 486 944 506';
const mudguard = mudguardTop + 'L944 560L500 560Z';
const capTop = 'M744 545C746 496 768 452 812 418';
const cap = 'M744 560C746 496 768 452 812 418L850 429C906 445 940 478 943 528L946 560Z';
const stayLower = 'M358 320C376 330 392 336 408 342C480 376 560 424 622 452';
const eyestay = 'M358 320C368 308 376 296 382 286C390 274 400 266 412 264C420 264 426 268 434 273C506 324 588 378 668 410C684 417 690 430 683 443C676 456 662 462 646 459C638 457 630 455 622 452C560 424 480 376 408 342C392 336 376 330 358 320Z';
const collarLow = 'M134 374C190 402 264 414 322 394C362 380 390 354 404 322';
const collar = 'M104 302C132 308 152 330 180 346C214 368 266 378 308 360C342 344 364 314 382 286L412 290C400 342 368 376 322 394C264 414 190 402 132 373Z';
const collarTop = 'M104 302C132 308 152 330 180 346C214 368 266 378 308 360C342 344 364 314 382 286';
const counterTop = 'M88 400C140 405 196 428 230 468C250 492 262 520 266 545';
const counter = 'M88 400C140 405 196 428 230 468C250 492 262 520 266 545L84 545C76 512 73 478 78 446C80 430 84 412 88 400Z';
const tabEdge = 'M156 331C158 356 152 382 138 404C132 413 122 416 110 416C100 416 92 415 84 413.5';
const tab = 'M104 302C126 307 142 319 156 331C158 356 152 382 138 404C132 413 122 416 110 416C100 416 92 415 84 413.5C87 394 92 378 92 362C92 346 85 334 84 318C84 306 92 300 104 302Z';
const soleTop = 'M73 508C150 516 260 524 400 527C560 530 700 530 800 522C860 517 906 508 938 496';
const sole = soleTop + 'C948 504 953 522 951 538C949 552 940 561 928 567C880 590 800 600 690 600L98 600C80 600 69 594 67 582C63 560 65 530 73 508Z';
const tread = 'M66 577C180 580 420 582 690 582C800 582 886 572 944 548C941 557 936 562 928 567C880 590 800 600 690 600L98 600C80 600 68 594 66 577Z';
const treadTop = 'M66 577C180 580 420 582 690 582C800 582 886 572 945 547';

// ---- the emblem: two sails, and a wake
const sailMain = 'M440 478C416 456 398 424 394 384C436 404 478 438 502 476C482 481 460 481 440 478Z';
const sailJib = 'M412 477C398 484 352 488 318 478C342 462 360 440 372 412C380 440 394 462 412 477Z';
const hull = 'M306 490C366 500 446 500 514 488C500 510 470 518 416 518C358 518 322 510 306 490Z';
const wave = (x, h) => `M${num(x)} 504C${num(x + 0.02 * h)} ${num(504 - 0.52 * h)} ${num(x + 0.4 * h)} ${num(504 - h)} ${num(x + 1.12 * h)} ${num(504 - h)}C${num(x + 0.8 * h)} ${num(504 - 0.78 * h)} ${num(x + 0.74 * h)} ${num(504 - 0.34 * h)} ${num(x + 1.02 * h)} 504C${num(x + 0.7 * h)} ${num(511)} ${num(x + 0.3 * h)} ${num(511)} ${num(x)} 504Z`;
const waves = [wave(300, 98), wave(405, 74), wave(484, 52)];
const emblems = { sails: [sailMain, sailJib, hull], waves };

/** A closed line within a closed shape, whichever way that is drawn. */
const inside_ = (d, by) => {
  const q = walk(d, 4), area = q.reduce((sum, a, i) => { const b = q[(i + 1) % q.length]; return sum + a.x * b.y - b.x * a.y; }, 0);
  return beside(d, area > 0 ? by : -by, { step: 9 });
};

// ---- eyelets and laces
const line = walk(throat, 2);
const eyelets = Array.from({ length: 6 }, (_, i) => {
  const q = line[Math.round((0.035 + 0.93 * i / 5) * (line.length - 1))];
  return { ...q, ex: q.x + q.nx * 20 - 2, ey: q.y + q.ny * 20 };
});
const at = (q, along, up) => [q.ex + q.tx * along - q.nx * up, q.ey + q.ty * along - q.ny * up];
// How far the ridge of the tongue is from each eyelet: there a lace turns away from sight.
const ridge = walk(profile, 3);
for (const q of eyelets) q.ridge = Math.min(...ridge.map((r) => Math.hypot(r.x - q.ex, r.y - q.ey)));
/** A flat lace that runs from `from` along and `up0` above the eyelet over the ridge, leaning by `lean`, `w` wide. */
const lace = (q, { from, lean, up0, w, rise }) => {
  const up1 = q.ridge + rise, s = (t) => from + lean * t, u = (t) => up0 + (up1 - up0) * t;
  const edge = (side) => [[0, 0.42], [0.2, 0.9], [0.6, 1], [0.92, 1]].map(([t, k]) => at(q, s(t) + side * (w / 2) * k, u(t)));
  return smooth([...edge(-1), at(q, s(1) - w * 0.34, u(1)), at(q, s(1) + w * 0.34, u(1) - 0.8), ...edge(1).reverse(), at(q, s(0), up0 - 2)], true);
};
const OVER = { from: 0, lean: -19, up0: -1, w: 25, rise: 4.5 }, UNDER = { from: 38, lean: -18, up0: 13, w: 23, rise: 3 };
const over = eyelets.map((q) => lace(q, OVER));
const under = eyelets.slice(0, 5).map((q) => lace(q, UNDER));
const laceLines = (how, list) => p(list.map((q) => [-7.5, -2.5, 2.5, 7.5].map((o) => {
  const up1 = q.ridge + how.rise - 3;
  return smooth([at(q, how.from + o * 0.85, how.up0 + 2), at(q, how.from + how.lean / 2 + o, (how.up0 + up1) / 2), at(q, how.from + how.lean + o, up1)]);
}).join('')).join(''), `fill="none" stroke="${BLACK}" stroke-opacity=".16" stroke-width="1" stroke-dasharray="1.6 1.5"`);
const laceShade = (list, how, id) => {
  const d = list.join('');
  return `<g clip-path="url(#c-${id})">${laceLines(how, id === 'over' ? eyelets : eyelets.slice(0, 5))}<g fill="none">` +
    p(d, 'stroke="#fff" stroke-opacity=".45" stroke-width="3.4" transform="translate(1.2 1.4)"') + p(d, `stroke="${BLACK}" stroke-opacity=".09" stroke-width="8" transform="translate(-2 -1)"`) + '</g>' +
    glow(id === 'over' ? beside(profile, 0) : throat, id === 'over' ? 14 : 24, id === 'over' ? 0.24 : 0.4) + '</g>' +
    p(d, `fill="none" stroke="${BLACK}" stroke-opacity=".45" stroke-width="1.1" stroke-linejoin="round"`);
};

// ---- perforations on the toe box, in rows along its ridge
const perforations = () => {
  const list = [];
  const toeRidge = 'M678 412C722 420 790 412 850 429';
  [[13, 0.13, 0.86], [24, 0.09, 0.88], [35, 0.1, 0.8]].forEach(([off, from, to], row) => {
    const q = walk(toeRidge, 0.6), n = 10 - (row === 2 ? 1 : 0);
    for (let i = 0; i < n; i++) {
      const k = q[Math.round((from + (to - from) * (i + (row % 2) / 2) / n) * (q.length - 1))];
      list.push([k.x + k.nx * off, k.y + k.ny * off, 2.5 - row * 0.1, 0.62 + row * 0.12, 14]);
    }
  });
  return list;
};

const ribs = () => {
  const up = walk('M812 524C862 518 908 509 938 497', 0.5), low = walk('M808 571C866 568 908 560 941 547', 0.5);
  let d = '';
  for (let i = 0; i <= 25; i++) {
    const a = up[Math.round(i / 25 * (up.length - 1))], b = low[Math.round(i / 25 * (low.length - 1))];
    const l = (t) => `${num(a.x + (b.x - a.x) * t)} ${num(a.y + (b.y - a.y) * t)}`;
    const grow = Math.min(1, (i + 1) / 9) ** 0.7, mid = 0.62;
    d += `M${l(mid - 0.28 * grow)}L${l(mid + 0.28 * grow)}`;
  }
  return d;
};
const treadMarks = () => {
  let d = '';
  for (let x = 84; x < 700; x += 11) d += `M${x} ${num(592)}L${x - 3} 600.5`;
  for (const q of walk('M700 600C800 599 880 589 930 566', 11)) d += `M${num(q.x)} ${num(q.y + 0.5)}L${num(q.x + q.nx * -8 + 1)} ${num(q.y + q.ny * -8)}`;
  return d;
};

// ---- files
const panels = { quarter, 'toe-box': toeBox, mudguard, cap, eyestay, collar, counter, tab, tongue };
const defs = [
  radial('d', BLACK, [[0, 1], [0.35, 0.72], [0.7, 0.24], [1, 0]]), radial('l', '#fff', [[0, 1], [0.35, 0.7], [0.7, 0.22], [1, 0]]),
  clip('c-upper', upper), clip('c-sole', sole), clip('c-tread', tread), clip('c-inside', inside),
  ...Object.entries(panels).map(([id, d]) => clip(`c-${id}`, d)), clip('c-sails', ...emblems.sails), clip('c-waves', ...waves),
  clip('c-over', ...over), clip('c-under', ...under),
  clip('c-body', upper, tongue, sole),
  linear('floor-g', [0, 588, 0, 624], BLACK, [[0, 0.5], [0.4, 0.24], [1, 0]]),
  linear('u-low', [0, 420, 0, 530], BLACK, [[0, 0], [0.45, 0.03], [0.8, 0.1], [1, 0.24]]),
  linear('u-heel', [74, 0, 190, 0], BLACK, [[0, 0.42], [0.1, 0.2], [0.35, 0.06], [1, 0]]),
  linear('u-toe', [800, 0, 938, 0], BLACK, [[0, 0], [0.4, 0.03], [0.75, 0.13], [1, 0.4]]),
  linear('in-g', [0, 300, 0, 372], BLACK, [[0, 0.06], [0.35, 0.24], [1, 0.62]]),
  linear('tg', [372, 300, 470, 220], BLACK, [[0, 0.45], [0.35, 0.1], [0.6, 0], [1, 0.28]]),
  linear('so-l', [0, 505, 0, 580], '#fff', [[0, 0.24], [0.4, 0.1], [1, 0]]),
  linear('so-y', [0, 500, 0, 600], BLACK, [[0, 0.02], [0.2, 0], [0.62, 0.05], [0.85, 0.2], [1, 0.45]]),
  linear('so-x', [66, 0, 952, 0], BLACK, [[0, 0.4], [0.025, 0.12], [0.09, 0], [0.8, 0.02], [0.94, 0.14], [1, 0.42]]),
];

const own = (id, d, lines, k = 1) => part(`${id}-edge`, `<g clip-path="url(#c-upper)">${edge(d, `c-${id}`, k)}${lines}</g>`);

const floor = part('floor', '<g fill="url(#d)">' + spot('', 505, 603, 470, 20, 0, 0.34) + spot('', 420, 600, 380, 9, 0, 0.6) + spot('', 880, 596, 90, 12, -8, 0.14) + '</g>');

const emblemPart = (name, list) =>
  part(`emblem-${name}-under`, drop(list.join(''), 'c-quarter', 0.8)) + part(`emblem-${name}`, p(list.join(''))) +
  part(`emblem-${name}-edge`, edge(list.join(''), `c-${name}`, 0.9) + `<g clip-path="url(#c-${name})">${stitch(list.map((d) => inside_(d, 5.2)), 0.85)}</g>`);

const upperDark = () => `<g clip-path="url(#c-upper)">${p(upper, 'fill="url(#u-low)"')}${p(upper, 'fill="url(#u-heel)"')}${p(upper, 'fill="url(#u-toe)"')}` +
  glow(soleTop, 44, 0.3, BLACK, 12) + glow('M84 414C92 392 94 372 92 356', 20, 0.16) +
  '<g fill="url(#d)">' + spot('', 286, 470, 60, 84, 14, 0.16) + spot('', 560, 482, 74, 56, -22, 0.14) + spot('', 690, 446, 46, 20, 20, 0.16) + spot('', 250, 404, 120, 22, 3, 0.2) +
  spot('', 470, 452, 150, 40, 28, 0.1) + spot('', 916, 520, 50, 50, 40, 0.16) + '</g></g>';
const upperLight = () => '<g clip-path="url(#c-upper)"><g fill="url(#l)">' +
  spot('', 770, 448, 110, 20, 12, 0.5) + spot('', 740, 438, 60, 9, 9, 0.4) + spot('', 120, 462, 26, 60, -4, 0.38) + spot('', 400, 420, 150, 60, 22, 0.22) +
  spot('', 520, 348, 120, 14, 31, 0.3) + spot('', 114, 350, 16, 40, 4, 0.3) + spot('', 226, 372, 90, 13, 6, 0.34) + spot('', 352, 340, 40, 14, -44, 0.28) + spot('', 700, 490, 130, 14, 4, 0.22) + '</g>' +
  glow('M690 419C740 426 796 420 846 436C890 450 916 472 930 502', 9, 0.3, '#fff', 4) + '</g>';
/** What shines on leather and not on cloth: narrow lights, by panel. */
const gloss = {
  quarter: spot('l', 340, 432, 130, 26, 12, 0.3),
  'toe-box': spot('l', 760, 440, 84, 6, 10, 0.75) + spot('l', 716, 432, 34, 4, 8, 0.6),
  mudguard: spot('l', 690, 484, 130, 5, 3, 0.5) + spot('l', 860, 506, 50, 6, 12, 0.5),
  cap: spot('l', 836, 462, 44, 7, 26, 0.7),
  eyestay: spot('l', 520, 356, 100, 4.5, 31, 0.55) + spot('l', 402, 288, 14, 8, -40, 0.4),
  counter: spot('l', 112, 468, 10, 50, -3, 0.4) + spot('l', 190, 446, 44, 6, 34, 0.35),
  tab: spot('l', 108, 344, 8, 34, 4, 0.42),
  collar: spot('l', 236, 374, 80, 5, 4, 0.5),
  tongue: spot('l', 378, 214, 12, 7, 30, 0.6),
};

const parts = floor +
  part('inside', p(inside)) +
  part('inside-shade', p(inside, 'fill="url(#in-g)"') + p('M96 303C150 318 200 331 246 331C296 331 336 306 372 262', `fill="none" stroke="${BLACK}" stroke-opacity=".4" stroke-width="1.4"`) +
    stitch('M112 313C160 326 204 337 248 337C292 337 330 318 360 288', 0.8) + `<g clip-path="url(#c-inside)">${glow(collarTop, 24, 0.45)}</g>`) +
  part('tongue', p(tongue)) +
  part('tongue-edge', p(tongue, 'fill="url(#tg)"') + edge(tongue, 'c-tongue') + `<g clip-path="url(#c-tongue)">` + stitch('M374 280C368 262 364 242 366 226C368 214 378 208 388 214C404 234 424 254 452 274', 0.9) +
    glow('M384 288C390 276 400 268 412 266C470 300 560 366 668 408', 26, 0.5, BLACK, 10) + spot('l', 384, 216, 16, 12, 30, 0.35) + '</g>') +
  part('toe-box', p(toeBox)) +
  part('toe-box-edge', edge(toeBox, 'c-toe-box', 0.6)) +
  part('quarter-under', drop(quarter, 'c-toe-box')) + part('quarter', p(quarter)) +
  own('quarter', quarter, stitch(beside(quarterFront, 6.5, { from: 0.05, to: 0.6 }))) +
  Object.entries(emblems).map(([name, list]) => emblemPart(name, list)).join('') +
  part('mudguard-under', drop(mudguard, 'c-upper')) + part('mudguard', p(mudguard, 'clip-path="url(#c-upper)"')) +
  own('mudguard', mudguard, stitch([beside(mudguardTop, 6, { from: 0.04, to: 0.985 }), beside(mudguardTop, 12, { from: 0.06, to: 0.985 })])) +
  part('cap-under', drop(cap, 'c-upper')) + part('cap', p(cap, 'clip-path="url(#c-upper)"')) +
  own('cap', cap, stitch([beside(capTop, 6.5, { from: 0.22 }), beside(capTop, 13, { from: 0.22, to: 0.97 })])) +
  part('collar-under', drop(collar, 'c-quarter', 0.9)) + part('collar', p(collar)) +
  own('collar', collar, `<g clip-path="url(#c-collar)">${glow(collarLow, 30, 0.2)}${glow(beside(collarTop, 11), 11, 0.3, '#fff', 4)}${glow(collarTop, 7, 0.2)}</g>` + stitch(beside(collarLow, 5, { from: 0.06, to: 0.93 }), 0.9), 0.7) +
  part('eyestay-under', drop(eyestay, 'c-upper')) + part('eyestay', p(eyestay)) +
  own('eyestay', eyestay, stitch([beside('M622 452C560 424 480 376 408 342C392 336 376 330 364 323', 6, { to: 1 }), beside('M434 273C506 324 588 378 668 410C684 417 690 430 683 443C676 456 662 462 646 459C638 457 630 455 622 452', 6.2, { step: 9 })])) +
  part('counter-under', drop(counter, 'c-upper')) + part('counter', p(counter)) +
  own('counter', counter, stitch([beside(counterTop, 6, { from: 0.02, to: 0.96 }), beside(counterTop, 12, { from: 0.02, to: 0.93 })])) +
  part('tab-under', drop(tab, 'c-upper')) + part('tab', p(tab)) +
  own('tab', tab, stitch(beside('M104 304C126 309 142 319 156 331C158 356 152 382 138 404C132 413 122 416 110 416C100 416 92 415 84 413', 6, { step: 9 }))) +
  part('form', upperDark()) + part('light', upperLight()) +
  Object.entries(gloss).map(([id, lights]) => part(`gloss-${id}`, `<g clip-path="url(#c-${id})">${lights}</g>`)).join('') +
  part('outline', p(upper, `fill="none" stroke="${BLACK}" stroke-opacity=".5" stroke-width="1.3"`)) +
  part('perforations', holes(perforations().filter(([x]) => x < 752))) + part('perforations-toe', holes(perforations().filter(([x]) => x >= 752))) +
  part('holes', holes(eyelets.map((q) => [q.ex, q.ey, 5.4]))) +
  part('eyelets', `<g>${eyelets.map((q) => `<path fill-rule="evenodd" d="M${num(q.ex - 8.6)} ${num(q.ey)}a8.6 8.6 0 1 0 17.2 0a8.6 8.6 0 1 0-17.2 0M${num(q.ex - 4.4)} ${num(q.ey)}a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0"/>`).join('')}</g>`) +
  part('eyelets-shade', eyelets.map((q) => `<g fill="none" transform="translate(${num(q.ex)} ${num(q.ey)})"><circle r="8.6" stroke="${BLACK}" stroke-opacity=".6"/><circle r="4.4" stroke="${BLACK}" stroke-opacity=".5" stroke-width="1.2"/>` +
    `<path d="M-5.4-3.6A6.5 6.5 0 0 1 2-6.2" stroke="#fff" stroke-opacity=".9" stroke-width="2.4" stroke-linecap="round"/><path d="M5.6 3A6.4 6.4 0 0 1-1.5 6.2" stroke="${BLACK}" stroke-opacity=".4" stroke-width="2.4" stroke-linecap="round"/></g>`).join('')) +
  part('laces-back', p(under.join(''))) + part('laces-back-shade', laceShade(under, UNDER, 'under')) +
  part('laces-under', drop(over.join(''), 'c-body', 0.9)) + part('laces', p(over.join(''))) + part('laces-shade', laceShade(over, OVER, 'over')) +
  part('midsole', p(sole)) +
  part('midsole-shade', p(sole, 'fill="url(#so-l)"') + p(sole, 'fill="url(#so-y)"') + p(sole, 'fill="url(#so-x)"') + `<g clip-path="url(#c-sole)"><g fill="none">` +
    p(beside(soleTop, 4.5), 'stroke="#fff" stroke-opacity=".5" stroke-width="5"') + p(beside(soleTop, 16), `stroke="${BLACK}" stroke-opacity=".22" stroke-width="5"`) +
    p(beside(soleTop, 19.4), 'stroke="#fff" stroke-opacity=".4" stroke-width="1.6"') + p(ribs(), `stroke="${BLACK}" stroke-opacity=".17" stroke-width="2.2" stroke-linecap="round"`) +
    p(ribs(), 'stroke="#fff" stroke-opacity=".3" stroke-width="1" stroke-linecap="round" transform="translate(1.8 .4)"') + '</g>' + stitch(beside(soleTop, 16, { from: 0.012, to: 0.99 }), 1.15) +
    glow('M78 514C72 540 72 566 76 590', 12, 0.2, '#fff', 4) + '</g>') +
  part('outsole', p(tread, 'clip-path="url(#c-sole)"')) +
  part('outsole-shade', `<g clip-path="url(#c-tread)">` + p(tread, 'fill="url(#so-x)"') + p(treadTop, `fill="none" stroke="${BLACK}" stroke-opacity=".5" stroke-width="2.6"`) + p(beside(treadTop, 3), 'fill="none" stroke="#fff" stroke-opacity=".28" stroke-width="2"') +
    p(treadMarks(), `fill="none" stroke="${BLACK}" stroke-opacity=".35" stroke-width="1.8"`) + glow('M66 604L700 604C820 602 900 590 940 570', 18, 0.4) + '</g>') +
  part('sole-outline', `<g fill="none" stroke="${BLACK}">${p(sole, 'stroke-opacity=".42" stroke-width="1.3"')}${p(soleTop, 'stroke-opacity=".5" stroke-width="1.5"')}</g>`);

export const side = doc(defs, parts);

// ---- cards: the toe with and without its cap, the side with each emblem
const card = (box, inner, extra = '') => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="160" height="120"><defs>${clip('u', upper)}${extra}</defs>${inner}</svg>\n`;
const line_ = (d, w = 2) => p(d, `fill="none" stroke="#4a453d" stroke-width="${w}" stroke-linejoin="round"`);
const sew = (d) => p(d, 'fill="none" stroke="#4a453d" stroke-opacity=".7" stroke-width="1.6" stroke-dasharray="6 4"');
const toe = (more, dots) => card('600 370 380 285', p(upper, 'fill="#f1ede4"') + `<g clip-path="url(#u)">${p(mudguard, 'fill="#ddd5c6"')}${more}${line_(mudguardTop)}${more ? line_(capTop) + sew(beside(capTop, 8)) : ''}</g>` +
  `<g fill="#4a453d">${dots.map(([x, y]) => `<circle cx="${num(x)}" cy="${num(y)}" r="3"/>`).join('')}</g>` + p(eyestay, 'fill="#f1ede4"') + line_(eyestay) + line_(upper, 2.4) + p(sole, 'fill="#fbfaf6"') + line_(sole, 2.4) + sew(beside(soleTop, 14, { step: 60 })) + line_(treadTop, 1.6));
const badge = (list) => card('268 350 280 210', p('M268 350H548V560H268Z', 'fill="#f1ede4"') + (list ? p(list.join(''), 'fill="#1f5a41"') + list.map((d) => p(inside_(d, 6), 'fill="none" stroke="#fff" stroke-opacity=".6" stroke-width="2" stroke-dasharray="7 5"')).join('') :
  p('M348 455H468', 'stroke="#8d8577" stroke-width="7" stroke-linecap="round"')));
export const cards = {
  'cap-plain': toe('', perforations()), 'cap-reinforced': toe(p(cap, 'fill="#ddd5c6"'), perforations().filter(([x]) => x < 752)),
  'emblem-sails': badge(emblems.sails), 'emblem-waves': badge(emblems.waves), 'emblem-none': badge(null),
};
