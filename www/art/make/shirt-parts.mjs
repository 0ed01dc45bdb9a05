// Seams, stitches and outlines: strokes that read on white and on black cloth alike.
import { DARK, mapPath, mirror, tidy } from './shirt-lib.mjs';

export { DARK };
export const p = (d, attrs = '') => `<path d="${d}"${attrs && ' ' + attrs}/>`;
export const part = (id, inner) => `<g id="${id}">${inner}</g>\n`;
export const pair = (id, [l, r]) => part(`${id}-left`, p(l)) + part(`${id}-right`, p(r));
export const lr = (d) => [tidy(d), mirror(d)];
export const clip = (id, ...ds) => `<clipPath id="${id}">${ds.map((d) => p(d)).join('')}</clipPath>`;
export const shift = (d, dx, dy) => mapPath(d, ([x, y]) => [x + dx, y + dy]);

/** A dark line; with `soft` it lies in a shallow groove and a glint runs beside it. */
export const seam = (list, soft = true) => {
  const d = list.join('');
  return `<g fill="none" stroke="${DARK}">` +
    (soft ? p(d, 'stroke-opacity=".12" stroke-width="4"') + p(d, 'stroke="#fff" stroke-opacity=".22" transform="translate(1.2 1)"') : '') +
    p(d, 'stroke-opacity=".42" stroke-width="1.1"') + '</g>';
};
/** A grey that is darker than white cloth and lighter than black. */
export const stitch = (list) => p(list.join(''), 'fill="none" stroke="#7d869c" stroke-opacity=".55" stroke-width=".9" stroke-dasharray="3 1.6"');
export const outline = (list, width = 1.2, alpha = 0.36) =>
  p(list.join(''), `fill="none" stroke="${DARK}" stroke-opacity="${String(alpha).slice(1)}" stroke-width="${width}" stroke-linejoin="round"`);

export const doc = (defs, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1000" width="800" height="1000">\n<defs>${defs.join('')}</defs>\n${parts}</svg>\n`;
