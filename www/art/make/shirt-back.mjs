// The back view: yoke, box pleat, locker loop, the collar from behind.
import { fold, linear, mirrorFold, spot, tidy } from './shirt-lib.mjs';
import { DARK, clip, doc, lr, outline, p, pair, part, seam, shift, stitch } from './shirt-parts.mjs';
import { cuffs, cufflinks, shared, sleeveLight, sleeveShade } from './shirt-arms.mjs';
import { buttonGradients, buttonSet } from './shirt-buttons.mjs';
import * as shape from './shirt-shape.mjs';

const d = (...r) => spot('', ...r), l = d;
const yokeSeam = tidy('M217 268C280 262 340 260 400 260C460 260 520 262 583 268');
const hem = tidy('M209 797C215 812 225 842 243 871C270 915 340 937 400 938C460 937 530 915 557 871C575 842 585 812 591 797');

const shade = () => '<path d="M0 100h800v860H0z" fill="url(#form)"/>' + [
  d(196, 590, 56, 330, 0, 0.44), d(606, 590, 62, 340, 0, 0.52), d(206, 396, 40, 100, -4, 0.3), d(596, 400, 44, 104, 4, 0.36),
  d(400, 160, 130, 26, 0, 0.3), d(400, 956, 220, 40, 0, 0.2), d(400, 278, 190, 16, 0, 0.16),
  // box pleat
  d(384, 420, 8, 170, 1, 0.3), d(416, 420, 8, 170, -1, 0.32), d(400, 400, 12, 150, 0, 0.14),
  fold([382, 262, 380, 380, 374, 500, 362, 640], { w: 13, a: 0.2, n: 4, f: 0.3, e: [0, 0.6] }),
  mirrorFold([382, 262, 380, 380, 372, 500, 358, 650], { w: 13, a: 0.22, n: 4, f: 0.3, e: [0, 0.6] }),
  // blades
  fold([212, 330, 244, 372, 276, 398, 322, 412], { w: 18, a: 0.2, f: 0.25, e: [0, 0.6] }),
  fold([204, 388, 234, 440, 262, 476, 300, 508], { w: 19, a: 0.26, f: 0.25, e: [0, 0.6] }),
  mirrorFold([212, 338, 242, 376, 270, 400, 312, 410], { w: 18, a: 0.22, f: 0.25, e: [0, 0.6] }),
  mirrorFold([204, 398, 232, 452, 256, 492, 288, 530], { w: 19, a: 0.28, f: 0.25, e: [0, 0.6] }),
  d(300, 380, 16, 110, 10, 0.13), d(504, 384, 16, 110, -10, 0.14),
  // small of the back
  fold([216, 546, 250, 590, 286, 612, 346, 618], { w: 18, a: 0.28, f: 0.25, e: [0, 0.6] }),
  fold([216, 596, 248, 642, 280, 670, 328, 692], { w: 17, a: 0.25, f: 0.25, e: [0, 0.6] }),
  mirrorFold([216, 534, 254, 572, 292, 588, 340, 586], { w: 16, a: 0.24, f: 0.25, e: [0, 0.6] }),
  mirrorFold([216, 582, 252, 630, 288, 654, 350, 664], { w: 18, a: 0.28, f: 0.25, e: [0, 0.6] }),
  mirrorFold([216, 640, 244, 686, 264, 716, 288, 752], { w: 15, a: 0.2, f: 0.3, e: [0, 0.6] }),
  d(400, 606, 90, 24, 0, 0.1), d(382, 640, 60, 10, 6, 0.12),
  // to the hem
  fold([318, 620, 304, 720, 298, 820, 300, 930], { w: 9, a: 0.13, n: 3, f: 0.65, e: [0.7, 0.15], base: 0 }), d(294, 800, 15, 150, 2, 0.18),
  fold([374, 680, 368, 760, 364, 850, 367, 944], { w: -8, a: 0.11, n: 3, f: 0.7, e: [0.7, 0.1], base: 0 }), d(376, 820, 13, 120, 1, 0.14),
  mirrorFold([314, 640, 300, 730, 292, 830, 294, 930], { w: 9, a: 0.14, n: 3, f: 0.65, e: [0.7, 0.15], base: 0 }), d(512, 810, 15, 140, -2, 0.2),
  mirrorFold([364, 680, 356, 770, 350, 860, 352, 942], { w: -8, a: 0.11, n: 3, f: 0.7, e: [0.7, 0.1], base: 0 }), d(438, 820, 13, 120, -1, 0.16),
  d(250, 800, 12, 100, 3, 0.22), d(552, 806, 12, 100, -3, 0.26),
].join('');

const light = () => [
  l(300, 214, 80, 30, 8, 0.12), l(496, 214, 70, 28, -8, 0.08), l(290, 330, 40, 60, 0, 0.12), l(500, 334, 36, 56, 0, 0.09),
  l(366, 400, 8, 140, 2, 0.18), l(434, 400, 8, 140, -2, 0.13), l(258, 424, 50, 7, 40, 0.22), l(544, 430, 50, 7, -42, 0.18),
  l(290, 594, 60, 7, 18, 0.22), l(282, 652, 54, 7, 30, 0.2), l(508, 636, 60, 7, -18, 0.18), l(530, 702, 44, 6, -46, 0.16),
  l(324, 780, 12, 150, 3, 0.18), l(392, 800, 9, 130, 1, 0.14), l(476, 790, 12, 150, -3, 0.14), l(270, 800, 9, 100, 3, 0.14),
].join('');

const gauntlet = 'M124 655C129 655 134 656 136 658C134 690 130 724 125 766L109 766C113 728 118 690 124 655Z';

export const backView = ({ cuffButtons, armhole }) => {
  const shading = (body, arm) => `<g clip-path="url(#back-body)">${body}</g><g clip-path="url(#back-arm-l)">${arm(0)}</g><g clip-path="url(#back-arm-r)">${arm(1)}</g>`;
  const turned = shape.collarBack, stand = shape.standBack;
  const pleat = ['M384 261C383 300 381 340 380 372', 'M416 261C417 300 419 340 420 372'].map(tidy);
  const loop = 'M393 262C394 252 394 246 396 243L404 243C406 246 406 252 407 262';
  return doc([
    ...shared, ...buttonGradients,
    linear('back-stand', [310, 0, 490, 0], DARK, [[0, 0.4], [0.2, 0.12], [0.45, 0], [0.7, 0.07], [1, 0.42]]),
    linear('back-fall', [0, 76, 0, 166], DARK, [[0, 0.2], [0.14, 0.04], [0.7, 0.02], [1, 0.16]]),
    clip('back-body', shape.bodyBack), clip('back-arm-l', shape.sleeve[0]), clip('back-arm-r', shape.sleeve[1]),
  ],
    part('body', p(shape.bodyBack)) + pair('yoke', shape.yokeBack) + pair('sleeve', shape.sleeve) + pair('gauntlet', lr(gauntlet)) +
    part('seams', seam(lr(armhole)) + seam([yokeSeam]) + seam(['M400 140V260'], false) + seam(pleat) +
      seam(lr('M124 655C129 655 134 656 136 658C134 690 130 724 125 766M124 655C118 690 113 728 109 766')) +
      p(loop, 'fill="none" stroke="#7d869c" stroke-opacity=".7" stroke-width="3"') + p(loop, `fill="none" stroke="${DARK}" stroke-opacity=".4" stroke-width=".8"`) +
      stitch([...lr('M190 184C207 236 220 322 199 376'), shift(yokeSeam, 0, -5), hem, ...lr('M127 659C124 690 119 726 114 764M132 660C130 690 126 724 121 764')])) +
    part('folds', `<g fill="url(#c)">${shading(shade(), sleeveShade)}</g>`) +
    part('highlights', `<g fill="url(#l)" opacity=".75">${shading(light(), sleeveLight)}</g>`) +
    part('outline', outline([shape.bodyBack, ...shape.sleeve])) +
    cuffs() + cufflinks() +
    part('collar-stand', p(stand)) + part('collar-stand-shade', p(stand, 'fill="url(#back-stand)"') + stitch([tidy('M331 124C356 134 378 138 400 138C422 138 444 134 469 124'), tidy('M336 97C350 82 450 82 464 97')]) + seam([tidy('M325 128C348 140 374 144 400 144C426 144 452 140 475 128')]) + outline([stand])) +
    part('collar-turned-under', `<g fill="${DARK}" fill-opacity=".085" clip-path="url(#back-body)">${[3, 7, 12].map((y) => p(shift(turned, 1, y))).join('')}</g>`) +
    part('collar-turned', p(turned)) +
    part('collar-turned-shade', p(turned, 'fill="url(#back-stand)"') + p(turned, 'fill="url(#back-fall)"') + spot('l', 360, 116, 20, 34, 8, 0.25) + stitch([tidy('M312 141C343 155 372 159 400 159C428 159 457 155 488 141')]) + outline([turned], 1.3, 0.5)) +
    buttonSet('button-back', [[400, 152, 4.6]]) +
    buttonSet('button-gauntlet', [[126, 708, 4.4], [674, 708, 4.4]]) + buttonSet('buttons-cuff', cuffButtons));
};
