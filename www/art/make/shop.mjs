// Draws the shop's own pictures, www/art/shop/*.svg. Run: node www/art/make/shop.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { allRows } from './catalog.mjs';
import { rect, path, line, circle, group, lighter, linear } from './draw/kit.mjs';
import { shirt } from './draw/shirt.mjs';
import { sneaker } from './draw/sneaker.mjs';
import { skin } from './draw/skin.mjs';
import { part } from './draw/part.mjs';
import { beauty } from './draw/beauty.mjs';
import { team } from './draw/team.mjs';
import { gift } from './draw/gift.mjs';

const rows = new Map(allRows().map((row) => [row.id, row]));
const folder = new URL('../shop/', import.meta.url);
mkdirSync(folder, { recursive: true });

const root = (w, h, defs, body) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" stroke-linecap="round" stroke-linejoin="round"><defs>${defs}</defs>${body}</svg>\n`;
const save = (name, text) => writeFileSync(new URL(name, folder), text.replace(/\d+\.\d{2,}/g, (n) => String(Number(Number(n).toFixed(2)))));

/** A thing from the shelves, its ids prefixed so that several share a file. */
function put(draw, id, prefix, transform) {
  const drawn = draw(rows.get(id));
  const rename = (text) => text.replace(/id="/g, `id="${prefix}`).replace(/(url\(#|href="#)/g, `$1${prefix}`);
  return { defs: rename(drawn.defs), body: group(transform, rename(drawn.body)) };
}

const TILES = [
  ['shirts', '#cfdeea', [put(shirt, 'SH-005', 'a', 'translate(40 34)scale(.8)')]],
  ['sneakers', '#f0d6c4', [put(sneaker, 'SN-008', 'a', 'translate(22 40)scale(.88)')]],
  ['device-skins', '#d3e2d6', [put(skin, 'SK-004', 'a', 'translate(-16 30)scale(.76)'), put(skin, 'SK-003', 'b', 'translate(118 56)scale(.76)')]],
  ['pc-parts', '#dcd5e8', [put(part, 'PC-026', 'a', 'translate(52 52)scale(.74)')]],
  ['beauty', '#f3d7dc', [put(beauty, 'BE-020', 'a', 'translate(14 34)scale(.84)'), put(beauty, 'BE-001', 'b', 'translate(150 128)scale(.6)')]],
  ['team-sports', '#d5e0f0', [put(team, 'TS-001', 'a', 'translate(34 26)scale(.82)')]],
  ['journal', '#d8d3c6', [put(gift, 'GI-006', 'a', 'translate(56 44)scale(.76)')]],
  ['films', '#d9d0e0', [{ defs: '', body: rect(84, 92, 232, 168, '#2a2a2f', 'rx="14"') + line('M104 112h.1m28 0h.1m28 0h.1m28 0h.1m28 0h.1m28 0h.1m28 0h.1m24 0h.1M104 240h.1m28 0h.1m28 0h.1m28 0h.1m28 0h.1m28 0h.1m28 0h.1m24 0h.1', '#f4efe4', 12) + rect(96, 128, 208, 96, '#cfe0ea', 'rx="4"') + path('M96 196Q150 160 204 188T304 178V224H96Z', '#33704f') + circle(258, 150, 14, '#f3c96b') + circle(200, 176, 32, '#fffaf0') + path('M190 158V194L220 176Z', '#a63a24', 'stroke="#a63a24" stroke-width="5"') + line('M150 330L176 262M250 330L224 262M200 330V262', '#6d4526', 9) }]],
  ['made-to-order', '#e8d9c4', [put(shirt, 'SH-003', 'a', 'translate(44 18)scale(.72)'), { defs: '', body: path('M96 120Q60 190 108 250Q170 318 262 292Q330 270 320 210', 'none', 'stroke="#e7bd42" stroke-width="20"') + path('M96 120Q60 190 108 250Q170 318 262 292Q330 270 320 210', 'none', 'stroke="#6b5320" stroke-width="9" stroke-dasharray="2 11" stroke-linecap="butt"') + rect(84, 104, 22, 20, '#c4c8cd', 'rx="3"') + group('rotate(24 300 300)', circle(286, 322, 17, 'none', 'stroke="#26262a" stroke-width="7"') + circle(330, 322, 17, 'none', 'stroke="#26262a" stroke-width="7"') + path('M290 306L326 210M326 306L290 210', 'none', 'stroke="#9aa0a8" stroke-width="9"')) }]],
  ['gifts', '#efe2b8', [put(gift, 'GI-003', 'a', 'translate(40 20)scale(.8)')]],
];
for (const [name, ground, things] of TILES) {
  const floor = `<ellipse cx="200" cy="330" rx="150" ry="16" fill="#1e2a26" opacity=".13"/>`;
  const back = rect(0, 0, 400, 400, ground) + circle(200, 190, 152, lighter(ground, 0.5)) + path('M0 322Q200 306 400 322V400H0Z', lighter(ground, 0.22));
  save(`dept-${name}.svg`, root(400, 400, things.map((t) => t.defs).join(''), back + floor + things.map((t) => t.body).join('')));
}

const awning = (x, y, w, count, h) => {
  const step = w / count;
  let out = '';
  for (let i = 0; i < count; i++) {
    const tone = i % 2 ? '#f6efdf' : '#b2402a';
    out += path(`M${x + i * step} ${y}h${step}v${h}a${step / 2} ${step / 2} 0 0 1-${step} 0z`, tone);
  }
  return out + path(`M${x} ${y}h${w}v${h * 0.5}h-${w}z`, '#fff', 'opacity=".1"') + path(`M${x} ${y + h - 6}h${w}v6h-${w}z`, '#000', 'opacity=".1"');
};
const pane = (x, y, w, h) => rect(x - 9, y - 9, w + 18, h + 18, '#123329', 'rx="4"') + rect(x, y, w, h, 'url(#glass)') + rect(x, y + h - 40, w, 40, '#c79f6a') + rect(x, y + h - 40, w, 8, '#e0bd8b');
const shine = (x, y, w, h) => path(`M${x} ${y}h${w * 0.34}l-${w * 0.24} ${h}h-${w * 0.1}z`, '#fff', 'opacity=".16"');
const show = [
  put(shirt, 'SH-002', 'a', 'translate(84 236)scale(.5)'), put(shirt, 'SH-006', 'b', 'translate(232 236)scale(.5)'),
  put(sneaker, 'SN-010', 'c', 'translate(764 284)scale(.42)'), put(part, 'PC-026', 'd', 'translate(890 302)scale(.34)'), put(team, 'TS-013', 'e', 'translate(974 282)scale(.4)'),
];
const bush = (x) => path(`M${x - 26} 420h52l-6 62h-40z`, '#b2673f') + circle(x, 388, 40, '#3c7a55') + circle(x - 14, 376, 20, '#4f9068') + circle(x + 12, 400, 16, '#2f6446');
save('hero.svg', root(1200, 540, linear('glass', [[0, '#fdf3d8'], [1, '#f4dfb3']], '0 0 0 1') + linear('wall', [[0, '#255c4b'], [1, '#1b463a']], '0 0 0 1') + linear('sky', [[0, '#dfe9ea'], [1, '#f6ecd9']], '0 0 0 1') + show.map((s) => s.defs).join(''),
  rect(0, 0, 1200, 540, 'url(#sky)') + path('M0 300L60 270V190H150V250H210V160H250V300ZM960 300V130H1040V200H1110V150H1200V300Z', '#cdd6d2')
  + rect(40, 60, 1120, 424, 'url(#wall)', 'rx="6"') + rect(28, 44, 1144, 26, '#123329', 'rx="6"') + rect(64, 82, 1072, 66, '#143a2f', 'rx="4"') + rect(70, 88, 1060, 54, 'none', 'rx="3" stroke="#d9b873" stroke-width="2"')
  + '<text x="600" y="127" text-anchor="middle" font-family="Palatino, P052, Georgia, serif" font-size="38" letter-spacing="9" fill="#f4e6c4">OTTERBY &amp; DAUGHTERS</text>'
  + pane(92, 212, 340, 236) + pane(768, 212, 340, 236) + show.map((s) => s.body).join('') + shine(92, 212, 340, 236) + shine(768, 212, 340, 236)
  + rect(500, 196, 200, 288, '#123329', 'rx="4"') + rect(514, 208, 172, 276, '#b2402a', 'rx="3"') + rect(530, 224, 140, 130, 'url(#glass)', 'rx="2"') + rect(530, 376, 140, 88, '#9a3521', 'rx="3"') + rect(598, 224, 4, 130, '#9a3521') + circle(668, 372, 8, '#e6c77f') + group('rotate(-4 600 290)', rect(556, 268, 88, 40, '#fbf7ef', 'rx="4"') + '<text x="600" y="295" text-anchor="middle" font-family="Palatino, P052, Georgia, serif" font-size="21" fill="#1e2a26">open</text>' + line('M572 268L600 246L628 268', '#6b5a40', 2))
  + awning(72, 158, 380, 10, 34) + awning(748, 158, 380, 10, 34) + awning(488, 158, 224, 6, 26)
  + rect(0, 482, 1200, 58, '#d8c9ad') + rect(0, 482, 1200, 8, '#bfae8e') + line('M0 514H1200M120 490V514M320 490V514M520 490V514M720 490V514M920 490V514M1100 490V514M220 514V540M420 514V540M620 514V540M820 514V540M1010 514V540', '#c6b595', 2.5) + bush(470) + bush(730)));

const icon = rect(0, 0, 64, 64, '#1f4d3f', 'rx="14"') + path('M10 18h44v8a5.5 5.5 0 0 1-11 0a5.5 5.5 0 0 1-11 0a5.5 5.5 0 0 1-11 0a5.5 5.5 0 0 1-11 0z', '#f6efdf') + line('M19 50L32 33L45 50', '#f0a98f', 5);
save('icon.svg', root(64, 64, '', icon));
process.stdout.write(`${TILES.length + 2} pictures\n`);
