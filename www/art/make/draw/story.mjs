// Journal pictures: cut-paper scenes in two colours, with things from the shelves. Videos get a play sign.
import { HEX, pair, path, line, circle, rect, group, darker, lighter, linear } from './kit.mjs';
import { shirt } from './shirt.mjs';
import { sneaker } from './sneaker.mjs';
import { skin } from './skin.mjs';
import { part } from './part.mjs';
import { beauty } from './beauty.mjs';
import { crestOf } from './team.mjs';

/** A drawing set into a scene: its ids get a prefix so that two can share the file. */
function put(drawn, prefix, transform) {
  const rename = (text) => text.replace(/id="/g, `id="${prefix}`).replace(/url\(#/g, `url(#${prefix}`);
  return { defs: rename(drawn.defs), body: group(transform, rename(drawn.body)) };
}
const join = (...pieces) => ({ defs: pieces.map((p) => p.defs ?? '').join(''), body: pieces.map((p) => p.body ?? p).join('') });
const cloth = (color, pattern, collar = 'spread') => shirt({ id: '', color, pattern, collar, sleeve: 'long', material: 'cotton', sub: 'Dress shirts' });
const shoe = (type, color, material = 'leather') => sneaker({ id: '', type, color, material, pattern: 'plain' });

const table = (tone, y = 286) => path(`M0 ${y}Q200 ${y - 12} 400 ${y}V400H0Z`, tone);
const sun = (x, y, r, tone) => circle(x, y, r, tone);
const hills = (a, b) => path('M0 250Q90 190 190 236T400 214V400H0Z', a) + path('M0 300Q120 250 220 288T400 276V400H0Z', b);
const grass = (tone) => path('M0 300H400V400H0Z', tone) + line('M0 330H400M0 364H400', lighter(tone, 0.14), 14);

const MOTIFS = {
  iron: (a, b) => join(
    table(lighter(b, 0.75), 270), put(cloth('white', 'plain'), 'a', 'translate(20 110)scale(.62)rotate(-6)'),
    { body: path('M196 300Q206 214 300 206H348Q362 206 364 220L372 300Z', darker(b, 0.1)) + path('M188 300H378V316H182Q180 304 188 300Z', '#d9dce0') + path('M246 208Q250 168 292 166H344Q358 166 358 182L360 206', 'none', `stroke="${darker(b, 0.4)}" stroke-width="16"`) + circle(340, 254, 15, '#e7bd42') + line('M340 254l7-8', '#3a2a1a', 3) + line('M150 150q-12-18 0-34t0-34M178 136q-10-14 0-28t0-28', '#fff', 6, 'opacity=".75"') }),
  collars: (a, b) => {
    const bust = (x, y, tone, shape) => group(`translate(${x} ${y})`, path('M-62 96Q-66 34-30 22L0 12L30 22Q66 34 62 96Z', tone) + path('M-22 26Q0 56 22 26V-6H-22Z', '#e7c3a1') + circle(0, -26, 28, '#e7c3a1') + shape);
    const leaf = (d) => path(d, '#faf7f0', 'stroke="#8a8172" stroke-width="1.4"') + path(d, '#faf7f0', 'stroke="#8a8172" stroke-width="1.4" transform="scale(-1 1)"');
    return join({ body: [
      bust(110, 130, HEX.sky, path('M-28-34Q-24-60 2-58Q30-58 28-30Q20-46-8-44Q-22-44-28-34Z', '#4a2f1e') + leaf('M0 40L-24 14L-38 30L-24 56Z')),
      bust(290, 130, HEX.navy, path('M-30-16Q-38-62 0-60Q38-62 30-16Q24-44 0-46Q-24-44-30-16Z', '#b8793a') + leaf('M0 40L-24 14L-34 26L-16 64Z')),
      bust(110, 290, HEX.olive, path('M-28-36Q0-70 28-36Q0-46-28-36Z', '#2a2a2f') + path('M-25 12Q0 44 25 12L24 28Q0 56-24 28Z', '#faf7f0', 'stroke="#8a8172" stroke-width="1.4"')),
      bust(290, 290, HEX.pink, path('M-30-10Q-40-64 0-62Q40-64 30-10Q42 10 34 22Q26-30 0-46Q-26-30-34 22Q-42 10-30-10Z', '#7a3f23') + leaf('M0 70L-24 14L-46 34L-30 46L-34 52Z')),
    ].join('') + line('M200 40V360M40 206H360', lighter(a, 0.4), 2, 'stroke-dasharray="2 9"') });
  },
  sneaker: (a, b) => join(sun(300, 96, 46, lighter(a, 0.35)), table(lighter(a, 0.6), 280), put(shoe('court', 'white,green'), 'a', 'translate(38 66)scale(.82)'),
    { body: [[70, 130, 20], [108, 96, 12], [142, 132, 9], [330, 180, 15], [352, 148, 8], [60, 300, 13]].map(([x, y, r]) => circle(x, y, r, '#fff', 'opacity=".8"') + circle(x - r / 3, y - r / 3, r / 4, a, 'opacity=".6"')).join('') + group('rotate(-12 240 350)', rect(150, 338, 190, 18, '#c49a4c', 'rx="9"') + line('M160 338v-18M170 338v-18M180 338v-18M190 338v-18M200 338v-18M210 338v-18', '#fff', 6)) }),
  sneakers: (a, b) => join(hills(lighter(a, 0.25), darker(a, 0.15)), put(shoe('runner', 'red,yellow', 'mesh'), 'a', 'translate(52 112)scale(.8)'), { body: sun(300, 98, 54, '#fffaf0') + circle(300, 98, 46, 'none', 'stroke="#3a2a1a" stroke-width="4"') + line('M300 98V66M300 98l22 12', '#3a2a1a', 5) + rect(292, 28, 16, 18, '#3a2a1a', 'rx="3"') + line('M30 180h50M20 206h40M36 232h34', lighter(a, 0.7), 7) }),
  skin: (a, b) => join(table(lighter(a, 0.55), 320), put(skin({ type: 'phone', color: 'orange,yellow', pattern: 'stripe', material: 'vinyl' }), 'a', 'translate(70 40)scale(.74)'), { body: path('M92 118L176 96L216 300L132 322Z', '#fff', 'opacity=".55"') + path('M176 96Q120 60 78 108L92 118Z', '#fff', 'opacity=".9"') + group('rotate(-20 120 240)', rect(70, 210, 92, 58, b, 'rx="6"') + line('M84 230h60M84 246h40', darker(b, 0.4), 4)) + circle(300, 92, 16, '#fff', 'opacity=".5"') + circle(334, 130, 9, '#fff', 'opacity=".5"') }),
  tower: (a, b) => join(table(lighter(a, 0.45), 316), put(part({ type: 'case', color: 'white', spec: 'form:atx' }), 'a', 'translate(96 60)scale(.74)'), { body: rect(54, 270, 64, 40, darker(b, 0.2), 'rx="4"') + line('M62 284h48M62 296h30', lighter(b, 0.5), 4) + group('rotate(24 90 200)', rect(80, 120, 12, 96, '#c4c8cd', 'rx="4"') + rect(74, 200, 24, 70, '#bb3536', 'rx="8"')) + [[346, 300], [362, 318], [340, 326]].map(([x, y]) => circle(x, y, 6, '#d4b566') + line(`M${x - 3} ${y}h6`, '#6b5320', 2)).join('') }),
  fans: (a, b) => join(put(part({ type: 'fan', color: 'orange' }), 'a', 'translate(36 84)scale(.56)'), put(part({ type: 'fan', color: 'teal' }), 'b', 'translate(188 140)scale(.46)'), { body: line('M252 78q20 20 0 44M280 64q32 34 0 72M308 50q44 48 0 100', lighter(a, 0.6), 7) + line('M60 330q20-18 40 0t40 0t40 0', lighter(b, 0.3), 6) }),
  bottles: (a, b) => join(path('M60 400V150Q60 40 200 40Q340 40 340 150V400Z', lighter(a, 0.45)), table(lighter(b, 0.6), 310), put(beauty({ type: 'dropper', color: 'orange' }), 'a', 'translate(34 130)scale(.58)'), put(beauty({ type: 'jar', color: 'yellow' }), 'b', 'translate(166 172)scale(.5)'), { body: line('M300 320V210M300 260q-30-10-34-44M300 240q30-8 36-44', darker(b, 0.1), 6) + path('M300 214q-18-30 0-54q18 24 0 54M266 220q-26-8-26-34q26 4 26 34M336 200q-4-28 18-36q6 26-18 36', b) }),
  foxes: (a, b) => join(sun(306, 90, 52, '#f3dfa0'), hills(lighter(b, 0.1), darker(b, 0.25)), { body: [[60, 250], [100, 236], [344, 244]].map(([x, y]) => path(`M${x} ${y - 90}L${x + 30} ${y}H${x - 30}Z`, darker(b, 0.45)) + rect(x - 4, y, 8, 20, '#5a3a22')).join('') + path('M120 150L164 190H236L280 150L286 236L200 330L114 236Z', '#d86f2f') + path('M114 236L166 250L200 330ZM286 236L234 250L200 330Z', '#faf6ee') + path('M128 164L150 186L126 200ZM272 164L250 186L274 200Z', '#5a2d14') + circle(168, 230, 8, '#26262a') + circle(232, 230, 8, '#26262a') + circle(170, 227, 2.6, '#fff') + circle(234, 227, 2.6, '#fff') + path('M188 314H212L200 332Z', '#26262a') }),
  derby: (a, b) => join({ body: path('M0 0H230L170 400H0Z', HEX.navy) + path('M230 0H400V400H170Z', HEX.purple) + line('M230 0L170 400', '#fff', 5) + crestOf('harbour', 104, 190, 82) + crestOf('comets', 298, 210, 82) + line('M20 344H150M30 362H120', '#fff', 5, 'opacity=".35"') + line('M250 60H384M270 78H380', HEX.yellow, 5, 'opacity=".5"') }),
  gift: (a, b) => join(table(lighter(a, 0.55), 320), { defs: linear('sx', [[0, '#000', 0.2], [0.4, '#fff', 0.14], [1, '#000', 0.2]]), body: rect(92, 150, 216, 180, b, 'rx="4"') + Array.from({ length: 9 }, (_, i) => rect(92 + i * 24, 150, 12, 180, a, 'opacity=".5"') + (i < 8 ? rect(92, 150 + i * 24, 216, 12, a, 'opacity=".5"') : '')).join('') + rect(92, 150, 216, 180, 'url(#sx)', 'rx="4"') + rect(186, 150, 28, 180, '#faf6ee') + path('M200 152Q120 60 104 122Q110 160 200 152Q290 160 296 122Q280 60 200 152Z', '#faf6ee', 'stroke="#c9bfae" stroke-width="2"') + path('M196 152L150 210L176 206L184 230L206 156Z', '#efe6d6') + circle(200, 152, 15, '#faf6ee', 'stroke="#c9bfae" stroke-width="2"') }),
  shirts: (a, b) => join({ body: path('M0 120H400V126H0Z', darker(a, 0.35)) + line('M128 124V96Q128 82 140 82', '#7a5230', 5) }, put(cloth('white', 'plain'), 'a', 'translate(16 92)scale(.56)'), { body: rect(252, 164, 110, 156, darker(b, 0.1), 'rx="8"') + line('M274 164V320M296 164V320M318 164V320M340 164V320', lighter(b, 0.5), 5) + '<ellipse cx="307" cy="164" rx="55" ry="20" fill="#efe6d6"/><ellipse cx="307" cy="164" rx="34" ry="12" fill="none" stroke="#b9a98c" stroke-width="4"/><ellipse cx="307" cy="164" rx="14" ry="5" fill="#8a6238"/>' }, { body: table(lighter(b, 0.3), 320) + group('rotate(28 110 350)', circle(80, 350, 15, 'none', 'stroke="#26262a" stroke-width="6"') + circle(80, 386, 15, 'none', 'stroke="#26262a" stroke-width="6"') + line('M94 354L190 382M94 382L190 352', '#c4c8cd', 6)) }),
  laces: (a, b) => join(path('M0 0H400V400H0Z', a), { body: path('M96 40Q200 16 304 40L330 400H70Z', darker(a, 0.3)) + path('M150 60Q200 48 250 60L262 400H138Z', lighter(b, 0.12)) + [90, 146, 202, 258, 314].map((y) => line(`M140 ${y}L262 ${y + 46}M260 ${y}L138 ${y + 46}`, '#000', 15, 'opacity=".18" transform="translate(0 4)"') + line(`M260 ${y}L138 ${y + 46}`, '#efe9dc', 14) + line(`M140 ${y}L262 ${y + 46}`, '#faf6ee', 14) + circle(132, y, 9, '#c49a4c') + circle(268, y, 9, '#c49a4c')).join('') }),
  lips: (a, b) => join(path('M0 0H134V400H0Z', lighter(a, 0.75)) + path('M266 0H400V400H266Z', darker(a, 0.6)), put(beauty({ type: 'lipstick', color: 'red' }), 'a', 'translate(96 190)scale(.5)'), { body: path('M96 150Q140 96 176 112Q200 122 224 112Q260 96 304 150Q264 214 200 214Q136 214 96 150Z', HEX.red) + path('M96 150Q150 140 200 150Q250 140 304 150Q250 166 200 162Q150 166 96 150Z', '#5e1520') + path('M150 184Q200 206 250 184', 'none', 'stroke="#fff" stroke-width="7" opacity=".35"') + sun(66, 66, 26, '#f0c95a') + path('M350 44a26 26 0 1 0 10 44a30 30 0 0 1-10-44z', '#f3ead2') }),
  harbour: (a, b) => join(sun(90, 100, 44, '#f7e3a4'), { body: path('M0 190L70 150H330L400 190V232H0Z', darker(b, 0.05)) + line('M20 196V226M60 182V226M100 170V226M140 164V226M180 164V226M220 164V226M260 164V226M300 170V226M340 182V226M380 196V226', lighter(b, 0.3), 3) + line('M46 150V60M354 150V60', '#4b5468', 6) + rect(26, 48, 42, 22, '#f6f1e2', 'rx="3"') + rect(334, 48, 42, 22, '#f6f1e2', 'rx="3"') + path('M0 232H400V400H0Z', HEX.green) + path('M0 232H80L40 400H0ZM160 232H240L250 400H150ZM320 232H400V400H360Z', lighter(HEX.green, 0.12)) + line('M0 262H400M200 232V400', '#f6f4ef', 4) + '<ellipse cx="200" cy="330" rx="92" ry="34" fill="none" stroke="#f6f4ef" stroke-width="4"/>' + line('M236 96q12-12 22 0q12-12 22 0M286 70q8-9 16 0q8-9 16 0', '#fff', 4) }, { body: crestOf('harbour', 200, 118, 34) }),
};

/** The sign on a film's still, and how long it is. */
export const play = (length) => path('M0 306H400V400H0Z', '#15131a', 'opacity=".5"') + circle(54, 353, 29, '#fffaf0') + path('M46 338V368L70 353Z', '#a63a24', 'stroke="#a63a24" stroke-width="5"') + rect(102, 350, 200, 6, '#fffaf0', 'rx="3" opacity=".5"') + rect(102, 350, 16, 6, '#fffaf0', 'rx="3"') + `<text x="378" y="362" text-anchor="end" font-family="Helvetica, Arial, sans-serif" font-size="25" font-weight="600" fill="#fffaf0">${length}</text>`;

export function story(row, length) {
  const [a, b] = pair(row);
  const scene = MOTIFS[row.motif](a, b);
  const body = rect(0, 0, 400, 400, lighter(a, 0.12)) + scene.body + (row.kind === 'video' ? play(length) : '');
  return { defs: scene.defs, body, floor: null };
}
