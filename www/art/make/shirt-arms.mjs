// Sleeves and cuffs, the same from both sides; the two arms hang alike, not the same.
import { COOL, fold, linear, mirrorFold, mirrorPoint, num, radial, spot } from './shirt-lib.mjs';
import { DARK, clip, outline, p, part, seam, stitch } from './shirt-parts.mjs';
import * as shape from './shirt-shape.mjs';

const SOFT = [[0, 1], [0.3, 0.75], [0.65, 0.22], [1, 0]];
export const shared = [
  radial('d', DARK, SOFT), radial('c', COOL, SOFT), radial('l', '#fff', SOFT),
  radial('m', COOL, [[0, 1], [0.5, 0.8], [1, 0]], ' r=".62"'),
  ...['tl', 'tr', 'bl', 'br'].map((id) => radial(id, COOL, [[0, 1], [0.45, 0.7], [1, 0]], ` cx="${id[1] === 'l' ? 0 : 1}" cy="${id[0] === 't' ? 0 : 1}" r="1.36"`)),
  clip('cuff', shape.cuffLocal.barrel),
  linear('form', [204, 0, 596, 0], COOL, [[0, 0.14], [0.12, 0.07], [0.3, 0.03], [0.7, 0.05], [0.88, 0.1], [1, 0.18]]),
  linear('arm-l', [78, 500, 192, 516], COOL, [[0, 0.3], [0.14, 0.13], [0.36, 0.01], [0.55, 0.02], [0.8, 0.14], [1, 0.32]]),
  linear('arm-r', [608, 516, 722, 500], COOL, [[0, 0.28], [0.16, 0.12], [0.42, 0.01], [0.6, 0.05], [0.84, 0.22], [1, 0.42]]),
  linear('cuff-l', [50, 790, 148, 801], DARK, [[0, 0.32], [0.14, 0.12], [0.4, 0], [0.66, 0.05], [1, 0.36]]),
  linear('cuff-r', [652, 801, 750, 790], DARK, [[0, 0.3], [0.2, 0.1], [0.5, 0.01], [0.75, 0.1], [1, 0.42]]),
];

const sided = (i) => ({
  m: i ? mirrorFold : fold,
  s: (i ? (x, y, rx, ry, rot, a) => spot('', 800 - x, y, rx, ry, -rot, a) : (...r) => spot('', ...r)),
});

export const sleeveShade = (i) => {
  const { m, s } = sided(i);
  return `<path d="M0 150h800v640H0z" fill="url(#arm-${i ? 'r' : 'l'})"/>` + [
    s(206, 372, 52, 100, 14, 0.4),
    s(108, 262, 26, 110, 14, 0.2),
    s(150, 520, 60, 40, -24, 0.16),
    s(100, 772, 74, 22, 7, 0.42),
    // hanging from the shoulder cap
    s(184, 270, 10, 78, 12, 0.24),
    m([184, 200, 164, 244, 152, 310, 144, 392], { w: 15, a: 0.2, f: 0.4 }),
    // drags out of the armpit
    m([212, 366, 184, 388, 160, 398, 122, 396 + 10 * i], { w: 17, a: 0.3, f: 0.2, e: [0, 0.5] }),
    m([210, 392, 182, 432, 158, 452, 112, 462], { w: 18, a: 0.3, f: 0.25, e: [0, 0.5] }),
    m([202, 424, 184, 464, 168, 492, 134, 520 - 10 * i], { w: 14, a: 0.22, f: 0.3, e: [0, 0.5] }),
    // elbow
    m([194, 488, 160, 522, 126, 534, 84, 532 + 8 * i], { w: 15, a: 0.28, f: 0.3, e: [0, 0.4] }),
    m([192, 526, 160, 560, 132, 580, 90, 590], { w: 15, a: 0.32, f: 0.35, e: [0, 0.4] }),
    m([62, 556, 98, 550, 126, 560, 150, 584 - 8 * i], { w: -12, a: 0.24, f: 0.3, e: [0, 0.5] }),
    m([186, 572, 162, 604, 142, 626, 104 - 6 * i, 644], { w: 14, a: 0.24, f: 0.35, e: [0, 0.5] }),
    // forearm, and the pleats that run into the cuff
    m([172, 620, 160, 668, 150, 716, 140, 768], { w: 13, a: 0.2, f: 0.6, e: [0.4, 0] }),
    m([92, 640, 82, 680, 78, 716, 76, 770], { w: -11, a: 0.22, f: 0.7, e: [0.5, 0] }),
    m([122, 668, 112, 706, 106, 736, 104, 772], { w: -11, a: 0.28, f: 0.75, e: [0.5, 0] }),
    s(128, 740, 6, 42, 10, 0.26),
  ].join('');
};

export const sleeveLight = (i) => {
  const { m: mm, s } = sided(i), m = (c, o) => mm(c, { n: 0, base: 1, ...o });
  return [
    s(140, 330, 20, 120, 11, 0.16 - 0.04 * i), s(112, 500, 16, 50, 8, 0.14), s(94, 690, 14, 74, 6, 0.16), s(166, 232, 12, 50, 22, 0.14),
    s(152, 424, 40, 7, -14, 0.3), s(146, 494, 42, 6, -28, 0.26),
    m([190, 508, 160, 540, 130, 552, 90, 553], { w: 9, a: 0.14, f: 0.4 }),
    m([188, 548, 160, 580, 132, 600, 94, 610], { w: 9, a: 0.14, f: 0.4 }),
    s(104, 543, 40, 5, 4, 0.24), s(146, 640, 34, 6, -36, 0.2), s(150, 716, 7, 60, 14, 0.24), s(91, 724, 6, 54, 8, 0.26), s(114, 738, 4, 40, 10, 0.28),
  ].join('');
};

// Cuffs are shaded in their own frame: left one turned, right one its mirror image.
const FRAMES = [`translate(100 757)rotate(${shape.cuffAngle})`, `translate(700 757)scale(-1 1)rotate(${shape.cuffAngle})`];
const inFrames = (inner) => FRAMES.map((t) => `<g transform="${t}">${inner}</g>`).join('');
const L = shape.cuffLocal;
const tuck = `<path d="M-48-5C-30-7 20-7 46-8V3C20 7-20 6-48 6z" fill="${DARK}" fill-opacity=".14"/>`;

const barrel = {
  rounded: { edge: 'M-20-6C-21 12-22 30-22 50C-22 66-12 76 4 76C14 76 28 74 46 70', inner: 'M-14-2C-15 14-16 32-16 50C-16 62-8 70 4 70C16 70 28 68 43 65' },
  angled: { edge: 'M-20-6C-21 12-22 36-22 57L-2 76C12 76 30 74 46 70', inner: 'M-14-2C-15 14-16 36-16 54L1 70C14 70 28 68 43 65' },
};
const cuffForm = (ds) => ds.map((d, i) => p(d, `fill="url(#cuff-${i ? 'r' : 'l'})"`)).join('');
const barrelEdge = ({ edge, inner }) => inFrames(
  `<g clip-path="url(#cuff)">${p(edge, `fill="none" stroke="${DARK}" stroke-opacity=".2" stroke-width="6" transform="translate(-2.5 1)"`)}</g>` +
  stitch([inner]) + seam([edge], false));

export const cuffs = () => {
  const f = shape.cuff;
  const painted = (id, ...shapes) => [0, 1].map((i) => part(`${id}-${i ? 'right' : 'left'}`, p(shapes.map((s) => s[i]).join('')))).join('');
  return painted('cuff-barrel', f.barrel) +
    part('cuff-barrel-shade', cuffForm(f.barrel) + inFrames(tuck + stitch(['M-44 65C-36 67-28 68-22 68'])) + outline(f.barrel)) +
    Object.keys(barrel).map((k) => part(`cuff-${k}-edge`, barrelEdge(barrel[k]))).join('') +
    painted('cuff-french', f.frenchWing, f.french) +
    part('cuff-french-shade', cuffForm(f.french) + inFrames(
      p(L.frenchWing, `fill="${DARK}" fill-opacity=".2"`) + tuck +
      p('M-51 66C-22 72 22 71 49 65V76C22 83-22 84-50 79Z', `fill="${DARK}" fill-opacity=".1"`) +
      p('M-50 0C-53 22-53 52-51 78', `fill="none" stroke="${DARK}" stroke-opacity=".12" stroke-width="7"`) +
      seam(['M-57 3C-61 28-61 54-60 79', 'M-49-6C-52 20-53 52-50 79'], false) + stitch(['M-43-1C-46 22-47 50-45 72C-20 77 22 76 43 70'])) +
      outline([...f.french, ...f.frenchWing]));
};

export const cufflinks = () => part('cufflinks', [0, 1].map((i) => {
  const a = shape.cuffFrame([-55, 38]), [x, y] = (i ? mirrorPoint(a) : a).map(num);
  const c = (r, attrs) => `<circle cx="${x}" cy="${y}" r="${r}" ${attrs}/>`;
  return `<circle cx="${x}" cy="${num(+y + 3)}" r="11" fill="url(#d)"/>` + c(7.4, 'fill="#c9ccd2"') + c(7.4, 'fill="url(#dish)" stroke="#0a0d18" stroke-opacity=".55" stroke-width=".7"') +
    c(6.6, 'fill="none" stroke="url(#rim)" stroke-width="1.6"') + c(4.2, 'fill="#27345a"') + c(4.2, 'fill="url(#disc)"');
}).join(''));
