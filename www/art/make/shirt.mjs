// Draws the shirt: front.svg and back.svg in ../shirt. Run: node shirt.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { DARK, clip, doc, lr, outline, p, pair, part, seam, shift, stitch } from './shirt-parts.mjs';
import { cuffs, cufflinks, sleeveLight, sleeveShade, shared } from './shirt-arms.mjs';
import { buttonSet, buttonGradients, hole } from './shirt-buttons.mjs';
import { bodyLight, bodyShade } from './shirt-body.mjs';
import { backView } from './shirt-back.mjs';
import { linear, mirrorPoint, num, spot, tidy } from './shirt-lib.mjs';
import * as shape from './shirt-shape.mjs';

const out = new URL('../shirt/', import.meta.url);
mkdirSync(out, { recursive: true });

const armhole = 'M196 181C214 235 228 322 206 378';
const hem = 'M209 797C215 810 225 834 241 857C265 894 336 916 400 917C464 916 535 894 559 857C575 834 585 810 591 797';

// Collar.
const EDGE = `stroke="${DARK}" stroke-opacity=".45" stroke-width="1.3" stroke-linejoin="round"`;
const collarStitch = {
  kent: 'M311 147C319 174 332 200 350 224C363 201 380 173 391 144',
  cutaway: 'M310 147C310 166 313 184 318 202C344 186 370 164 389 143',
  'button-down': 'M311 150C319 183 335 211 356 236C361 222 363 210 369 195C377 177 385 160 391 144',
};
const drop = (leaves, dx, dy, clipped = true) => {
  const d = leaves.map((x) => shift(x, dx, dy)).join('');
  return `<g stroke="${DARK}"${clipped ? ' clip-path="url(#shirt)"' : ''}>` +
    p(d, `fill="${DARK}" fill-opacity=".12" stroke-opacity=".04" stroke-width="10"`) + p(d, 'fill="none" stroke-opacity=".05" stroke-width="5"') + '</g>';
};

const collarParts = () => {
  let s = '';
  for (const [kind, line] of Object.entries(collarStitch)) {
    const leaves = shape.collar[kind];
    s += part(`collar-${kind}-under`, drop(leaves, 1, 5));
    s += pair(`collar-${kind}`, leaves);
    s += part(`collar-${kind}-shade`,
      p(leaves.join(''), `fill="url(#leaf)" ${EDGE}`) + p(leaves[0], 'fill="url(#leaf-top-l)"') + p(leaves[1], 'fill="url(#leaf-top-r)"') +
      (kind === 'button-down' ? [0, 1].map((i) => spot('d', i ? 440 : 360, 205, 12, 34, i ? 24 : -24, 0.13) + spot('l', i ? 458 : 342, 200, 10, 34, i ? 24 : -24, 0.25)).join('') : '') +
      stitch(lr(line)));
  }
  const wing = shape.collar.wing;
  return s + part('collar-wing-under', drop(wing, 1, 3)) + pair('collar-wing', wing) +
    part('collar-wing-shade', p(wing[0], 'fill="url(#leaf-top-l)"') + p(wing[1], 'fill="url(#leaf-top-r)"') +
      stitch(lr('M365 127C360 140 357 152 355 164C368 158 381 150 391 141')) + outline(wing, 1.3, 0.5));
};

const standBottom = tidy('M329 136C343 158 374 175 400 178C426 175 457 158 471 136');
const standShade = p(shape.stand, `fill="url(#stand-form)" ${EDGE}`) + stitch([standBottom]) + seam(['M386 138C384 152 384 168 387 181']);

const insideShade = p(shape.inside, `fill="url(#well)" ${EDGE}`) + seam([tidy('M340 88C362 73 438 73 460 88')]);
const label = 'M379 99C392 97.5 408 97.5 421 99L421 115C408 113.5 392 113.5 379 115Z';
const insideLabel = spot('d', 400, 146, 76, 44, 0, 0.45) +
  p(label, 'fill="#dcd6c8" stroke="#3a3f52" stroke-opacity=".5" stroke-width=".7"') +
  p('M385 108C390 103 395 110 400 106S410 109 415 105', 'fill="none" stroke="#2b3658" stroke-width="1.2" stroke-linecap="round"');

// Placket.
const edges = ['M382 178C382 430 381 680 381.5 924', 'M418 178C418 430 419 680 418.5 924'].map(tidy);
const besides = (list) => `<g fill="none" stroke="${DARK}" stroke-opacity=".07">` +
  [[2.5, 9], [1.5, 5]].map(([dx, w]) => p(list.map((i) => shift(edges[i], i ? dx : -dx, 0)).join(''), `stroke-width="${w}"`)).join('') + '</g>';
const topstitch = stitch([shift(edges[0], 6, 0), shift(edges[1], -6, 0)]);
// Thread is drawn as areas, so that the thread colour paints it.
const threadLine = (x) => `M${x} 187${Array.from({ length: 53 }, () => 'h2v9h-2z').join('m0 14')}`;
const pleats = () => {
  const xs = [-1, 1].flatMap((s) => [30, 45, 60, 75].map((d) => [400 + s * d, s]));
  const strip = (from, w) => xs.map(([x, s]) => `M${num(x + s * from)} 170h${num(s * w)}v760h${num(-s * w)}z`).join('');
  return `<g clip-path="url(#shirt)"><g fill="${DARK}">` + [[3, 0.18], [9, 0.1]].map(([w, a]) => p(strip(0, w), `fill-opacity="${String(a).slice(1)}"`)).join('') +
    `</g>${p(strip(-5, 4.5), 'fill="#fff" fill-opacity=".12"')}${seam(xs.map(([x]) => `M${x} 170V930`), false)}</g>`;
};

const rows = { 2: [[400, 330, 11.5], [400, 610, 11.5]], 4: [[400, 262, 8.8], [400, 424, 8.8], [400, 586, 8.8], [400, 748, 8.8]] };
const holes = (list) => `<g fill="url(#d)">${list.map(([x, y]) => spot('', x - 30, y + 9, 34, 6, -14, 0.16) + spot('', x + 32, y + 10, 36, 6, 16, 0.18)).join('')}</g>` + hole(list.map(([x, y, r]) => [x, y, r * 1.35]));

const cuffButtons = [[-11, 22], [-11, 50]].flatMap((q) => { const a = shape.cuffFrame(q); return [[...a, 5.6], [...mirrorPoint(a), 5.6]]; });

const defs = [
  ...shared, ...buttonGradients,
  linear('leaf', [306, 0, 494, 0], DARK, [[0, 0.24], [0.12, 0.07], [0.3, 0.01], [0.46, 0.1], [0.54, 0.08], [0.7, 0.02], [0.86, 0.1], [1, 0.32]]),
  linear('leaf-top-l', [362, 116, 350, 138], DARK, [[0, 0.24], [0.3, 0.08], [1, 0]]),
  linear('leaf-top-r', [438, 116, 450, 138], DARK, [[0, 0.26], [0.3, 0.09], [1, 0]]),
  linear('stand-form', [325, 0, 475, 0], DARK, [[0, 0.42], [0.2, 0.14], [0.45, 0.02], [0.7, 0.1], [1, 0.46]]),
  linear('well', [0, 60, 0, 148], DARK, [[0, 0.12], [0.2, 0.22], [0.6, 0.42], [1, 0.6]]),
  clip('shirt', shape.body), clip('sleeve-l', shape.sleeve[0]), clip('sleeve-r', shape.sleeve[1]),
];

const shading = (fn) => `<g clip-path="url(#shirt)">${fn.body}</g><g clip-path="url(#sleeve-l)">${fn.arm(0)}</g><g clip-path="url(#sleeve-r)">${fn.arm(1)}</g>`;

const front = doc(defs,
  part('inside', p(shape.inside)) + part('inside-shade', insideShade) +
  part('inside-label', insideLabel) +
  part('body', p(shape.body)) + pair('yoke', shape.yoke) + pair('sleeve', shape.sleeve) + part('placket', p(shape.placket)) +
  part('placket-pleats', pleats()) + part('placket-band', besides([0, 1]) + seam(edges)) + part('placket-topstitch', topstitch) +
  part('placket-thread', p(threadLine(387) + threadLine(411))) + part('placket-plain', besides([0]) + seam([edges[0]])) +
  part('seams', seam(lr(armhole)) + seam(lr('M336 158C300 178 252 196 206 214')) +
    stitch([...lr('M190 184C207 236 220 322 199 376'), ...lr('M336 162C300 182 252 200 208 218'), tidy(hem)])) +
  part('folds', `<g fill="url(#c)">${shading({ body: bodyShade(), arm: (i) => sleeveShade(i) })}</g>`) +
  part('highlights', `<g fill="url(#l)" opacity=".8">${shading({ body: bodyLight(), arm: (i) => sleeveLight(i) })}</g>`) +
  part('outline', outline([shape.body, ...shape.sleeve])) +
  cuffs() + cufflinks() +
  part('stand', p(shape.stand)) + part('stand-shade', standShade) +
  buttonSet('button-collar', [[400, 164, 6.6]]) + collarParts() + buttonSet('button-points', [[357, 231, 4.6], [443, 231, 4.6]]) +
  part('buttonholes-2', holes(rows[2])) + buttonSet('buttons-2', rows[2]) +
  part('buttonholes-4', holes(rows[4])) + buttonSet('buttons-4', rows[4]) +
  buttonSet('buttons-cuff', cuffButtons));

writeFileSync(new URL('front.svg', out), front);
writeFileSync(new URL('back.svg', out), backView({ cuffButtons, armhole }));
