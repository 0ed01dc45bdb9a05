// Buttons: a painted disc between a soft shadow and the rim, dish, holes and thread.
import { num } from './shirt-lib.mjs';
import { DARK, p, part } from './shirt-parts.mjs';

const slope = (id, stops) => `<linearGradient id="${id}" x1=".2" y1="0" x2=".8" y2="1">` +
  stops.map(([o, c, a]) => `<stop${o ? ` offset="${o}"` : ''} stop-color="${c}" stop-opacity="${a}"/>`).join('') + '</linearGradient>';
const INK = '#0a0d18';
export const buttonGradients = [
  slope('rim', [[0, '#fff', '.75'], ['.45', '#fff', '.1'], ['.6', INK, '.06'], [1, INK, '.38']]),
  slope('dish', [[0, INK, '.3'], ['.5', INK, '.04'], [1, '#fff', '.35']]),
  slope('disc', [[0, '#fff', '.3'], ['.5', '#fff', 0], [1, INK, '.2']]),
];

const circles = (list, k, attrs) => `<g ${attrs}>` + list.map(([x, y, r]) => `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r * k)}"/>`).join('') + '</g>';

const shade = (list) => {
  const r = list[0][2];
  let holes = '', thread = '';
  list.forEach(([x, y], i) => {
    const turn = [8, -20, 31, 3, -12][i % 5] * Math.PI / 180, c = Math.cos(turn) * r * 0.27, s = Math.sin(turn) * r * 0.27;
    const at = [[-c + s, -s - c], [c + s, s - c], [c - s, s + c], [-c - s, -s + c]].map(([a, b]) => `${num(x + a)} ${num(y + b)}`);
    holes += at.map((q) => `M${q}h.1`).join('');
    thread += `M${at[0]}L${at[2]}M${at[1]}L${at[3]}`;
  });
  const line = (d, colour, a, w) => p(d, `stroke="${colour}" stroke-opacity="${a}" stroke-width="${num(w)}"`);
  return circles(list, 1, `fill="url(#disc)" stroke="${INK}" stroke-opacity=".5" stroke-width=".7"`) +
    circles(list, 0.9, `fill="none" stroke="url(#rim)" stroke-width="${num(r * 0.17)}"`) +
    circles(list, 0.68, 'fill="url(#dish)"') +
    `<g fill="none" stroke-linecap="round">${line(holes, INK, '.75', r * 0.28)}${line(thread, INK, '.5', r * 0.22)}${line(thread, '#f1eee6', '.95', r * 0.13)}</g>`;
};

export const buttonSet = (id, list) =>
  part(`${id}-under`, `<g fill="url(#d)" opacity=".75">${list.map(([x, y, r]) => `<circle cx="${num(x + r * 0.12)}" cy="${num(y + r * 0.3)}" r="${num(r * 1.5)}"/>`).join('')}</g>`) +
  part(id, list.map(([x, y, r]) => `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}"/>`).join('')) +
  part(`${id}-shade`, shade(list));

/** Upright buttonholes: worked edges and the slit, a little longer than the button. */
export const hole = (list) => {
  const d = list.map(([x, y, l]) => `M${num(x)} ${num(y - l)}V${num(y + l)}`).join('');
  const line = (colour, a, w) => p(d, `fill="none" stroke="${colour}" stroke-opacity="${a}" stroke-width="${w}" stroke-linecap="round"`);
  return line(DARK, '.25', 3.4) + line('#fff', '.3', 2.2) + line(DARK, '.6', '.8');
};
