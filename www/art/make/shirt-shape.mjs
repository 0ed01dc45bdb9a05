// Outlines of the shirt in view units (800 × 1000, about ten units to the centimetre). Left means the viewer's left;
// the right half is the mirror image.
import { frame, mapPath, mirror, tidy } from './shirt-lib.mjs';

const both = (left) => [tidy(left), mirror(left)];

/** A closed outline from its left half (from the top centre to the bottom centre) and that half's mirror image. */
const symmetric = (topLeft, bottomLeft) => {
  const pts = topLeft.match(/-?[\d.]+/g).map(Number);
  const back = [];
  for (let i = pts.length - 2; i >= 0; i -= 2) back.push([800 - pts[i], pts[i + 1]]);
  // Every curve is cubic, so reversing the points reverses the path.
  let right = '';
  for (let i = 1; i < back.length; i += 3) right += `C${back.slice(i, i + 3).map((p) => p.join(' ')).join(' ')}`;
  return tidy(`${topLeft}${bottomLeft ?? ''}${right}Z`);
};

const bodyHalf = (neckY, tail) =>
  `M400 ${neckY}C380 ${neckY} 350 134 330 119C300 139 240 158 196 181C214 235 228 322 206 378` +
  `C216 440 230 520 228 590C226 660 210 730 207 800${tail}`;

export const body = symmetric(bodyHalf(176, 'C214 812 222 838 240 866C264 904 336 925 400 926'));
export const bodyBack = symmetric(bodyHalf(130, 'C214 814 222 846 242 880C268 924 340 946 400 947'));

const sleeveLeft = 'M196 181C162 192 136 222 121 282C106 350 88 440 76 524C65 604 52 684 46 744C45 756 52 762 60 764' +
  'C88 772 120 774 140 770C149 768 152 764 154 756C162 700 178 620 187 540C193 486 200 430 206 378C228 322 214 235 196 181Z';
export const sleeve = both(sleeveLeft);

export const yoke = both('M330 119C300 139 240 158 196 181C201 194 205 204 208 214C252 196 300 178 336 158Z');
export const yokeBack = both('M400 130C380 130 350 134 330 119C300 139 240 158 196 181C206 207 214 238 217 268C280 262 340 260 400 260Z');

export const inside = 'M332 90C345 60 455 60 468 90C463 118 432 138 400 138C368 138 337 118 332 90Z';

/** Cuffs are drawn in a frame of their own: x across, y down from the sleeve's end. */
export const cuffFrame = frame(100, 757, 6.5);
export const cuffAngle = 6.5;
const local = (d) => both(mapPath(d, cuffFrame));

export const cuffLocal = {
  barrel: 'M-48-5C-30-7 20-7 46-8C48 16 48 46 46 70C20 79-18 80-46 73C-49 46-50 18-48-5Z',
  frenchWing: 'M-45 0C-53 2-60 3-65 3C-69 26-70 54-69 77C-62 80-54 80-45 79Z',
};
export const cuff = {
  barrel: local(cuffLocal.barrel),
  french: local('M-49 -6C-30 -2 24 -2 47 -8C50 18 50 52 49 76C22 83 -22 84 -50 79C-53 52 -52 20 -49 -6Z'),
  frenchWing: local(cuffLocal.frenchWing),
};
export const collar = {
  kent: both('M398 138C381 134 360 126 331 90C318 106 308 128 306 147C314 178 330 208 350 234C366 206 384 174 398 138Z'),
  cutaway: both('M398 138C381 134 360 126 331 90C318 106 307 128 305 147C305 168 308 190 314 210C344 192 374 168 398 138Z'),
  'button-down': both('M398 138C381 134 360 126 331 90C317 106 307 130 305 149C313 186 332 218 357 246C364 226 367 212 374 196C382 178 391 160 398 138Z'),
  wing: both('M398 138C387 137 374 131 362 122C356 138 352 155 349 172C366 165 385 153 398 138Z'),
};
export const stand = 'M332 89C343 116 372 137 400 138C428 137 457 116 468 89C472 103 475 117 476 129C462 158 430 180 400 183C370 180 338 158 324 129C325 117 328 103 332 89Z';
export const collarBack = 'M330 91C343 71 457 71 470 91C481 106 491 128 493 146C460 161 430 165 400 165C370 165 340 161 307 146C309 128 319 106 330 91Z';
export const standBack = 'M333 92C346 76 454 76 467 92C471 104 474 116 475 128C452 140 426 144 400 144C374 144 348 140 325 128C326 116 329 104 333 92Z';

export const placket = 'M382 178C388 181 394 182 400 183C406 182 412 181 418 178L418.5 925.7C412 926 406 926 400 926C394 926 388 926 381.5 925.7Z';
