// Pictures for the journal that are put together: a backdrop, things from the shelves, and something small besides.
// `scene` of a row: backdrop:ID@x,y,size+ID@x,y,size:thing. A film gets a play sign and how long it is.
import { HEX, pair, surface, path, line, circle, rect, group, darker, lighter, luminance, mix } from './kit.mjs';
import { play } from './story.mjs';

const WOOD = '#c09468';
const pale = (tone, share = 0.55) => lighter(tone, luminance(tone) > 0.65 ? share / 2 : share);
const boards = (y, tone) => path(`M0 ${y}H400V400H0Z`, tone) + path(`M0 ${y}H400v7H0z`, lighter(tone, 0.25)) + line(`M0 ${y + 40}H400M0 ${y + 82}H400M90 ${y + 7}V${y + 40}M260 ${y + 7}V${y + 40}M170 ${y + 40}V${y + 82}M330 ${y + 40}V${y + 82}`, darker(tone, 0.14), 2);
const stand = (tone) => path('M0 70L60 40H340L400 70V190H0Z', tone) + line('M16 96h.1m26-8h.1m26 12h.1m24-10h.1m28 8h.1m24-12h.1m28 10h.1m24-4h.1m26 8h.1m24-12h.1m26 6h.1m24 4h.1m26-10h.1M20 130h.1m30 6h.1m26-10h.1m30 8h.1m28-6h.1m26 10h.1m28-8h.1m26 4h.1m28 4h.1m30-10h.1m26 8h.1m28 0h.1M14 164h.1m32-4h.1m30 6h.1m32-8h.1m30 4h.1m34 4h.1m28-8h.1m34 6h.1m30-2h.1m34 4h.1m26-6h.1', lighter(tone, 0.5), 11, 'opacity=".8"');

const BACKDROPS = {
  table: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.4)) + circle(310, 96, 60, pale(a, 0.7)) + path('M0 290Q200 276 400 290V400H0Z', pale(b, 0.25)) + path('M0 290Q200 276 400 290V300Q200 286 0 300Z', '#fff', 'opacity=".3"') }),
  window: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.3)) + rect(46, 26, 308, 290, '#fbf7ee', 'rx="4"') + rect(60, 40, 280, 262, '#cfe0ea') + path('M60 230Q130 190 200 220T340 200V302H60Z', pale(b, 0.2)) + path('M60 262Q160 230 240 258T340 250V302H60Z', mix(b, '#3f7350', 0.5)) + line('M200 40V302M60 168H340', '#fbf7ee', 10) + path('M30 14H110Q104 160 46 330H30ZM370 14H290Q296 160 354 330H370Z', pale(a, 0.62)) + line('M56 20Q60 160 42 320M82 20Q82 150 46 310M344 20Q340 160 358 320M318 20Q318 150 354 310', darker(a, 0.05), 2, 'opacity=".4"') + rect(20, 312, 360, 26, '#fbf7ee', 'rx="4"') + rect(20, 332, 360, 8, '#d8cbb2') }),
  arch: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.35)) + path('M60 400V170A140 130 0 0 1 340 170V400Z', pale(b, 0.35)) + path('M88 400V178A112 106 0 0 1 312 178V400Z', pale(b, 0.6)) + path('M0 318H400V400H0Z', darker(a, 0.1)) + path('M0 318H400v8H0z', '#fff', 'opacity=".25"') }),
  shelf: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.5)) + line('M0 60H400M0 130H400M0 200H400M0 270H400', pale(a, 0.36), 2) + rect(0, 302, 400, 20, WOOD) + rect(0, 302, 400, 6, lighter(WOOD, 0.3)) + path('M50 322h16v44l-16 10zM334 322h16v54l-16-10z', darker(WOOD, 0.3)) + rect(330, 230, 46, 72, pale(b, 0.1), 'rx="4"') + rect(338, 240, 30, 26, '#fbf7ee') }),
  tiles: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.62)) + line(Array.from({ length: 6 }, (_, i) => `M0 ${i * 52 + 4}H400`).join('') + Array.from({ length: 8 }, (_, i) => `M${i * 58 - 6} 0V290`).join(''), '#fff', 4) + rect(0, 108, 400, 20, pale(b, 0.15)) + path('M0 290H400V400H0Z', '#f4efe6') + path('M0 290H400v14H0z', '#fff') + line('M0 306H400', '#d8cbb2', 3) }),
  pegboard: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.32)) + line(Array.from({ length: 8 }, (_, i) => `M20 ${24 + i * 36}H390`).join(''), darker(a, 0.18), 5, 'stroke-dasharray=".1 36"') + group('rotate(12 60 90)', rect(50, 40, 16, 60, '#bb3536', 'rx="7"') + rect(54, 100, 8, 54, '#c4c8cd')) + path('M330 40l10 70M350 40l-10 70', 'none', 'stroke="#c4c8cd" stroke-width="7"') + circle(328, 130, 14, 'none', `stroke="${darker(b, 0.2)}" stroke-width="7"`) + circle(354, 130, 14, 'none', `stroke="${darker(b, 0.2)}" stroke-width="7"`) + boards(306, WOOD) }),
  pitch: (a, b) => ({ body: rect(0, 0, 400, 400, '#cfe0ea') + stand(mix(b, '#4b5468', 0.4)) + path('M0 190H400V400H0Z', HEX.green) + path('M0 190H70L30 400H0ZM150 190H250L270 400H130ZM330 190H400V400H370Z', lighter(HEX.green, 0.1)) + line('M0 236H400M0 330H400', '#f6f4ef', 4, 'opacity=".8"') + line('M46 236V70M354 236V70', '#f6f4ef', 7) + circle(330, 40, 20, '#f7e3a4') }),
  hall: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.5)) + rect(0, 30, 400, 60, mix(b, '#4b5468', 0.5)) + line('M20 60h.1m40 0h.1m40 0h.1m40 0h.1m40 0h.1m40 0h.1m40 0h.1m40 0h.1m40 0h.1', '#f7e3a4', 26) + boards(236, '#d0a067') + line('M0 330Q200 250 400 330', '#f6f4ef', 6) + line('M40 236V130H150M360 236V130H250', '#c9473c', 0) + line('M0 236H400', HEX.teal, 7) }),
  ice: (a, b) => ({ body: rect(0, 0, 400, 400, '#dfe9f0') + stand(mix(b, '#38506a', 0.5)) + rect(0, 188, 400, 40, '#fbfcfd') + rect(0, 216, 400, 12, '#e7bd42') + path('M0 228H400V400H0Z', '#eef5f9') + line('M0 260H400', '#bb3536', 7, 'opacity=".7"') + circle(200, 340, 92, 'none', 'stroke="#3769ad" stroke-width="5" opacity=".5"') + line('M30 300q60 20 120-8M260 380q60-30 110-10M40 372q40-14 70 4', '#cfdde6', 4) }),
  night: (a) => ({ body: rect(0, 0, 400, 400, '#1f2742') + circle(322, 74, 34, '#f3ead2') + circle(308, 66, 30, '#1f2742') + path('M0 300V190h60v-40h50v60h40v-80h70v100h50v-60h60v90h70v40z', '#2b3557') + line('M22 220h.1M44 240h.1M78 180h.1M78 210h.1M170 160h.1M196 160h.1M170 190h.1M290 200h.1M312 230h.1M360 250h.1', '#f3c96b', 9) + path('M0 306H400V400H0Z', darker(a, 0.25)) + path('M0 306H400v8H0z', '#fff', 'opacity=".18"') }),
  street: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.62)) + path('M0 300V110h80v190zM150 300V70h96v230zM320 300V120h80v180z', pale(b, 0.3)) + path('M80 300V60l36-34l34 34v240zM246 300V96l38-40l36 40v204z', pale(a, 0.2)) + line('M22 150h.1M54 150h.1M22 200h.1M54 200h.1M180 110h.1M214 110h.1M180 160h.1M214 160h.1M115 110h.1M115 160h.1M283 140h.1M283 190h.1M344 160h.1M376 160h.1M344 210h.1M376 210h.1', '#fffaf0', 17, 'stroke-linecap="square"') + rect(0, 300, 400, 100, '#cbbfa8') + rect(0, 296, 400, 10, '#b5a78d') + line('M0 350H400', '#b5a78d', 2) }),
  cloth: (a, b) => { const cloth = surface('bd', 'check', a, b, { size: 2.6, turn: 8 }); return { defs: cloth.defs, body: rect(0, 0, 400, 400, cloth.fill) + circle(200, 200, 172, '#fbf7ee', 'opacity=".9"') + circle(200, 200, 160, 'none', `stroke="${a}" stroke-width="3" stroke-dasharray="9 7"`) }; },
  board: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.4)) + rect(28, 30, 344, 230, '#8a6238', 'rx="6"') + rect(40, 42, 320, 206, '#2d4a42', 'rx="3"') + line('M62 76h70M62 96h48M62 116h60M62 138h80', '#dfe8df', 4, 'opacity=".75"') + line('M62 152h84', pale(b, 0.2), 5) + line('M270 200V96M270 200H344M282 176l18-26l16 12l22-44', '#dfe8df', 4, 'opacity=".75"') + path('M0 306H400V400H0Z', WOOD) + path('M0 306H400v8H0z', '#fff', 'opacity=".3"') }),
  sea: (a, b) => ({ body: rect(0, 0, 400, 400, '#d6e7ef') + path('M0 150H400V280H0Z', pale(a, 0.15)) + line('M30 180q20-12 40 0t40 0M220 172q20-12 40 0t40 0M120 214q20-12 40 0t40 0M280 232q20-12 40 0t40 0', '#fff', 4, 'opacity=".7"') + path('M250 150l22-64v64zM278 150V92l30 58z', '#fffaf0') + path('M240 154h76l-14 16h-50z', darker(b, 0.35)) + path('M0 262Q120 240 220 262T400 252V400H0Z', '#ecd9ae') + path('M0 262Q120 240 220 262T400 252V264Q300 250 220 274T0 274Z', '#fff', 'opacity=".7"') }),
  garden: (a, b) => ({ body: rect(0, 0, 400, 400, '#dcebf2') + path('M0 230Q90 180 190 220T400 200V400H0Z', lighter(a, 0.25)) + rect(0, 250, 400, 150, mix(a, '#4f8a4a', 0.5)) + line('M0 284H400M0 330H400', lighter(a, 0.2), 16, 'opacity=".4"') + path('M40 250V160H100V250ZM30 164L70 126L110 164Z', pale(b, 0.1)) + rect(60, 196, 22, 54, '#7a5230') + [[330, 200, 40], [366, 226, 28], [296, 228, 24]].map(([x, y, r]) => circle(x, y, r, '#3f7350')).join('') }),
  line: (a, b) => ({ body: rect(0, 0, 400, 400, '#d9e8f1') + path('M0 290Q100 250 200 280T400 262V400H0Z', '#7fae7d') + path('M0 330Q120 300 240 330T400 318V400H0Z', '#6a9a6c') + line('M0 92Q200 132 400 86', '#5b5346', 4) + rect(22, 60, 10, 300, '#8a6238') + rect(372, 56, 10, 304, '#8a6238') + path('M296 100l66-8v90q-34 12-66 6z', pale(b, 0.2)) + path('M44 100l44 6v70q-24 4-44-2z', pale(a, 0.2)) }),
  wall: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.55)) + path('M0 300H400V400H0Z', '#d3b287') + rect(0, 292, 400, 16, '#fbf7ee') + path('M40 292V230Q40 216 60 216H120Q140 216 140 230V292Z', b) + path('M30 292V250Q30 240 42 240T54 250V270H126V250Q126 240 138 240T150 250V292Z', darker(b, 0.15)) }),
  suitcase: (a, b) => ({ body: rect(0, 0, 400, 400, pale(a, 0.55)) + path('M70 60Q200 40 330 60L344 190H56Z', darker(b, 0.1)) + path('M88 76Q200 60 312 76L324 178H76Z', '#e9d9bd') + rect(40, 186, 320, 176, b, 'rx="16"') + rect(58, 196, 284, 150, '#f4ead6', 'rx="8"') + rect(40, 330, 320, 32, darker(b, 0.12), 'rx="12"') + rect(170, 340, 60, 14, '#d9bd7c', 'rx="6"') }),
};

const THINGS = {
  needle: () => line('M318 330L372 236', '#9aa0a8', 6) + line('M318 330q-40 30-70 6t-60 18q-30 14-60-6', '#bb3536', 4) + circle(62, 346, 20, 'none', 'stroke="#f4efe4" stroke-width="13"'),
  sun: () => circle(338, 66, 32, '#f3c96b') + line('M338 20v-8M338 112v8M292 66h-8M384 66h8M306 34l-6-6M370 98l6 6M306 98l-6 6M370 34l6-6', '#f3c96b', 5),
  clock: () => circle(336, 70, 38, '#fffaf0', 'stroke="#3a2a1a" stroke-width="6"') + line('M336 70V46M336 70l16 10', '#3a2a1a', 5),
  rain: () => line('M40 40l-10 30M100 20l-10 30M160 50l-10 30M220 24l-10 30M280 46l-10 30M340 22l-10 30M380 70l-10 30M66 110l-10 30M320 120l-10 30M376 160l-10 30M24 190l-10 30', '#5f86b4', 5),
  steam: () => line('M116 84q-12-18 0-34t0-34M270 84q-12-18 0-34t0-34', '#fff', 7, 'opacity=".8"'),
  bolt: () => path('M310 60L270 120H300L284 166L334 100H302Z', '#f3c96b'),
  cup: () => path('M318 296h50l-5 40h-40z', '#fffaf0') + line('M368 302q18 0 14 14q-4 10-16 8', '#fffaf0', 6) + line('M334 284q-8-12 0-22M352 284q-8-12 0-22', '#fff', 5, 'opacity=".8"'),
  glass: () => circle(322, 130, 44, '#fff', 'opacity=".5"') + circle(322, 130, 44, 'none', 'stroke="#3a2a1a" stroke-width="8"') + line('M352 164l26 30', '#3a2a1a', 13) + line('M300 120h40M300 134h32', '#3a2a1a', 4, 'opacity=".7"'),
  arrows: () => line('M158 92q42-40 84 0M242 92l4-22M242 92l-22-2M242 328q-42 30-84 0M158 328l-2 20M158 328l20-2', '#a63a24', 8),
  bubbles: () => [[60, 90, 20], [98, 58, 12], [340, 82, 18], [366, 126, 9], [48, 140, 9], [314, 48, 10]].map(([x, y, r]) => circle(x, y, r, '#fff', 'opacity=".75" stroke="#a8c8e4" stroke-width="1.6"') + circle(x - r / 3, y - r / 3, r / 4, '#fff')).join(''),
  snow: () => line('M40 60h.1M90 30h.1M140 70h.1M200 30h.1M250 66h.1M310 34h.1M360 74h.1M60 120h.1M340 130h.1M380 180h.1M20 180h.1', '#fff', 11),
  frame: () => rect(196, 52, 136, 184, '#5b3f2b', 'rx="3"') + rect(208, 64, 112, 160, '#fffdf7') + line(Array.from({ length: 6 }, (_, i) => `M218 ${84 + i * 20}q11-16 22 0t22 0t22 0t22 0`).join(''), '#24375f', 5) + line('M264 44V20M120 145H182M120 145l12-8M120 145l12 8', '#3a2a1a', 4) + group('rotate(-4 200 350)', rect(70, 336, 260, 28, '#e7bd42', 'rx="3"') + line('M86 338v10M106 338v16M126 338v10M146 338v16M166 338v10M186 338v16M206 338v10M226 338v16M246 338v10M266 338v16M286 338v10M306 338v16', '#6b5320', 2.4)),
  lamp: () => path('M330 306V150L290 90', 'none', 'stroke="#3a3d44" stroke-width="8"') + path('M250 100L306 60L324 96L276 128Z', '#bb3536') + path('M276 128L324 96L262 260H140Z', '#f7e3a4', 'opacity=".35"') + rect(300, 300, 60, 12, '#3a3d44', 'rx="5"'),
  stars: () => line('M50 60h.1M110 36h.1M170 80h.1M230 40h.1M270 96h.1M370 140h.1M30 130h.1', '#f3ead2', 7),
};

/** A drawing set into a scene: its ids get a prefix so that several can share the file. */
function put(drawn, prefix, transform) {
  const rename = (text) => text.replace(/\bid="/g, `id="${prefix}`).replace(/(url\(#|href="#)/g, `$1${prefix}`);
  return { defs: rename(drawn.defs ?? ''), body: group(transform, rename(drawn.body)) };
}

/** `pick` draws the thing with an id; `length` is how long the film is, 4:20. */
export function scene(row, pick, length) {
  const [a, b] = pair(row);
  const [backdrop, things, small] = row.scene.split(':');
  const ground = BACKDROPS[backdrop](a, b);
  const placed = things.split('+').filter(Boolean).map((thing, i) => {
    const [id, at] = thing.split('@');
    const [x, y, size] = at.split(',').map(Number);
    const drawn = pick(id);
    const shade = drawn.floor ? `<ellipse cx="${drawn.floor[0]}" cy="${drawn.floor[1]}" rx="${drawn.floor[2]}" ry="${drawn.floor[3]}" fill="#1e1a14" opacity=".16"/>` : '';
    return put({ ...drawn, body: shade + drawn.body }, 'pq'[i], `translate(${x} ${y})scale(${size})`);
  });
  return { defs: (ground.defs ?? '') + placed.map((p) => p.defs).join(''), body: ground.body + placed.map((p) => p.body).join('') + (THINGS[small]?.() ?? '') + (row.kind === 'video' ? play(length) : ''), floor: null };
}
