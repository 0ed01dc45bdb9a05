// Small pictures for the option cards: the shirt's own outlines, simplified, on a pale tile. Run: node shirt-cards.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { mapPath, mirror, tidy } from './shirt-lib.mjs';
import * as shape from './shirt-shape.mjs';

const out = new URL('../shirt/', import.meta.url);
mkdirSync(out, { recursive: true });

const LINE = '#2b3553', PALE = '#e9edf4', CLOTH = '#fff', SHADE = '#c9d1e0', DEEP = '#aab5ca';
const at = (x, y, k) => (d) => mapPath(d, ([a, b]) => [(a - x) * k, (b - y) * k]);
const p = (d, fill = CLOTH, more = '') => `<path d="${d}" fill="${fill}"${more}/>`;
const line = (d, w = 2, colour = LINE, more = '') => `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round"${more}/>`;
const STROKE = ` stroke="${LINE}" stroke-width="2.2" stroke-linejoin="round"`;
const dashed = ' stroke-dasharray="3 2.4"';
const button = (x, y, r) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#f6f2e8" stroke="${LINE}" stroke-width="1.8"/>` +
  [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(([a, b]) => `<circle cx="${x + a * r * 0.3}" cy="${y + b * r * 0.3}" r="${Math.max(r * 0.13, 0.7)}" fill="${LINE}"/>`).join('').replace(/\d\.\d{3,}/g, (n) => (+n).toFixed(2));
const save = (name, inner) => writeFileSync(new URL(`${name}.svg`, out),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120"><defs><clipPath id="tile"><rect x="1" y="1" width="118" height="118" rx="16"/></clipPath></defs>` +
  `<rect x="1" y="1" width="118" height="118" rx="16" fill="${PALE}"/><g clip-path="url(#tile)">${inner}</g></svg>\n`);

// Collars: the neck from the front.
const near = at(295, 42, 0.571);
const neck = (more) => p(near('M330 119C300 139 240 158 196 181L196 300L604 300L604 181C560 158 500 139 470 119Z'), SHADE) + line(near(tidy('M330 119C300 139 240 158 196 181')), 2.2) + line(near(mirror('M330 119C300 139 240 158 196 181')), 2.2) +
  p(near(shape.inside), DEEP, STROKE) + p(near(shape.stand), CLOTH, STROKE) + line('M49.500 80V120M70.500 80V120', 1.8) + more;
const leaves = (kind) => shape.collar[kind].map((d) => p(near(d), CLOTH, STROKE)).join('');
const top = button(60, 69.5, 4.4);
save('collar-kent', neck(top + leaves('kent')));
save('collar-cutaway', neck(top + leaves('cutaway')));
save('collar-button-down', neck(top + leaves('button-down') + button(36, 104, 3) + button(84, 104, 3)));
save('collar-wing', neck(top + leaves('wing')));
save('collar-band', neck(line(near('M386 138C384 152 384 168 387 181'), 1.8) + top));

// Cuffs: one cuff, upright.
const arm = p('M22-4C24 20 24 34 20 42H98C95 30 95 14 97-4Z', SHADE, STROKE) + line('M44 12C43 24 42 32 41 40M62 14C62 26 62 34 62 40M80 12C80 24 80 32 80 40', 1.6, DEEP);
const barrel = (edge) => arm + p('M15 40C40 37 80 37 105 40C106 62 106 84 104 104C75 108 45 108 16 104C14 84 14 62 15 40Z', DEEP, STROKE) +
  p(edge, CLOTH, STROKE) + button(55, 61, 5.4) + button(55, 84, 5.4);
save('cuffs-rounded', barrel('M42 38.5C62 37.500 85 38 105 40C106 62 106 84 104 104C90 106.500 76 107 64 107C50 107 41 98 41 84C41 68 41 54 42 38.500Z'));
save('cuffs-angled', barrel('M42 38.5C62 37.500 85 38 105 40C106 62 106 84 104 104C90 106.500 76 107 62 107L41 87C41 70 41 54 42 38.500Z'));
save('cuffs-french', arm + p('M24 40C17 41 13 42 8 42C6 64 6 84 7 103C14 106 20 106 28 106Z', SHADE, STROKE) +
  p('M22 40C46 37 84 37 107 40C109 62 109 86 107 106C78 110 48 110 22 107C20 84 20 62 22 40Z', CLOTH, STROKE) + line('M31 46C29 66 29 84 30 99C52 102 80 102 99 99', 1.5, DEEP, dashed) +
  `<circle cx="16" cy="74" r="7" fill="#c9ccd2" stroke="${LINE}" stroke-width="2"/><circle cx="16" cy="74" r="3.4" fill="${LINE}"/>`);

// Fronts: a strip of the shirt with its placket.
const cloth = p('M14 0H106V120H14Z', CLOTH) + line('M14 0V120M106 0V120', 2.2);
const strip = p('M42 0H78V120H42Z', '#f6f8fb') + line('M42 0V120M78 0V120', 2.2) + p('M38 0H42V120H38ZM78 0H82V120H78Z', SHADE);
const fronts = button(60, 34, 8) + button(60, 90, 8);
save('placket-standard', cloth + strip + line('M48 0V120M72 0V120', 1.6, DEEP, dashed) + fronts);
save('placket-french', cloth + p('M38 0H42V120H38Z', SHADE) + line('M42 0V120', 2.2) + fronts);
save('placket-contrast', cloth + strip + line('M48.500 0V120M71.500 0V120', 2.6, '#c0392f', ' stroke-dasharray="6 4"') + fronts);
save('placket-pleated', cloth + [20, 28, 36, 84, 92, 100].map((x) => p(`M${x} 0h${x < 60 ? -5 : 5}V120h${x < 60 ? 5 : -5}Z`, SHADE) + line(`M${x} 0V120`, 1.4)).join('') + strip.replace(/<path d="M38.*?\/>/, '') + fronts);

// Buttons: how many the placket shows.
save('buttons-two', cloth + strip + button(60, 36, 11) + button(60, 86, 11));
save('buttons-four', cloth + strip + [18, 46, 74, 102].map((y) => button(60, y, 7.6)).join(''));
