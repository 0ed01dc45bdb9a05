// Computer parts: one function per type, coloured by the row.
import { HEX, path, line, circle, rect, linear, group, darker, lighter, seam, luminance, mix } from './kit.mjs';

const METAL = linear('mx', [[0, '#000', 0.24], [0.2, '#fff', 0.2], [0.55, '#000', 0.02], [0.8, '#fff', 0.12], [1, '#000', 0.26]]) + linear('my', [[0, '#fff', 0.34], [0.5, '#fff', 0.02], [1, '#000', 0.3]], '0 0 0 1');
const lit = (x, y, w, h, fill, r = 0) => rect(x, y, w, h, fill, `rx="${r}"`) + rect(x, y, w, h, 'url(#my)', `rx="${r}"`);

/** A fan of nine bent blades in a box of 100, centred on 0 0. */
function blades(hub, blade, ring, count = 9) {
  const one = 'M4-12Q22-30 14-43Q2-46-6-42Q6-30-4-12Z';
  let out = circle(0, 0, 48, ring) + circle(0, 0, 45, darker(ring, 0.55));
  for (let i = 0; i < count; i++) out += path(one, blade, `transform="rotate(${(i * 360) / count})"`);
  return out + circle(0, 0, 14, hub) + circle(0, 0, 14, 'url(#my)') + circle(-3, -4, 4, '#fff', 'opacity=".2"');
}

function gpu(tone, fans) {
  const w = fans === 3 ? 316 : 260;
  const x = 206 - w / 2;
  const edge = seam(tone, 0.4);
  const step = w / fans;
  const fan = blades(darker(tone, 0.15), lighter(mix(tone, '#5d6068', 0.5), 0.06), darker(tone, 0.3), 9);
  let spin = '';
  for (let i = 0; i < fans; i++) spin += group(`translate(${Math.round(x + step * (i + 0.5))} 196)scale(${fans === 3 ? 0.96 : 1.14})`, fan);
  const teeth = Array.from({ length: 12 }, (_, i) => rect(x + 62 + i * 9, 268, 6, 12, '#d2a94e')).join('');
  return {
    body: rect(x - 18, 108, 10, 196, '#c9ccd1', 'rx="2"') + rect(x - 18, 108, 10, 196, 'url(#my)', 'rx="2"') + rect(x - 10, 128, 8, 32, '#9fa3aa') + rect(x + 56, 256, 118, 22, '#22262b') + teeth
      + path(`M${x - 6} 136Q${x - 6} 128 ${x + 2} 128H${x + w - 26}L${x + w} 152V252Q${x + w} 262 ${x + w - 10} 262H${x - 6}Z`, tone, `stroke="${edge}" stroke-width="1.4"`)
      + path(`M${x - 6} 136Q${x - 6} 128 ${x + 2} 128H${x + w - 26}L${x + w} 152V252Q${x + w} 262 ${x + w - 10} 262H${x - 6}Z`, 'url(#mx)') + line(`M${x + 4} 138H${x + w - 32}L${x + w - 10} 156`, lighter(tone, 0.4), 1.6, 'opacity=".6"') + spin
      + rect(x + w - 60, 120, 40, 10, '#1c1d21', 'rx="2"') + line(`M${x + 6} 254H${x + 40}`, '#d9702b', 4),
    floor: [206, 300, w / 2 + 20, 13],
  };
}

const TYPES = {
  gpu2: (tone) => gpu(tone, 2),
  gpu3: (tone) => gpu(tone, 3),
  cpu: (tone) => {
    const pins = Array.from({ length: 13 }, (_, i) => rect(96 + i * 16.4, 70, 8, 6, '#d4ab52') + rect(96 + i * 16.4, 324, 8, 6, '#d4ab52') + rect(70, 96 + i * 16.4, 6, 8, '#d4ab52') + rect(324, 96 + i * 16.4, 6, 8, '#d4ab52')).join('');
    return { body: `<g transform="rotate(-9 200 200)">${rect(64, 64, 272, 272, '#28543f', 'rx="8"')}${rect(64, 64, 272, 272, 'url(#mx)', 'rx="8" opacity=".5"')}${pins}${path('M72 328L72 306L94 328Z', '#e0bd63')}${path('M108 92H292L308 108V292L292 308H108L92 292V108Z', tone, 'stroke="#787d84" stroke-width="1.5"')}${path('M108 92H292L308 108V292L292 308H108L92 292V108Z', 'url(#mx)')}${rect(112, 112, 176, 176, lighter(tone, 0.18), 'rx="6"')}${rect(112, 112, 176, 176, 'url(#my)', 'rx="6" opacity=".6"')}${line('M144 176V160H176M160 160V216M196 184H248M196 204H232M144 244H256M144 258H220', darker(tone, 0.5), 6)}</g>`, floor: [204, 352, 146, 14] };
  },
  board: (tone) => {
    const ground = tone === HEX.blue ? '#23407a' : tone === HEX.silver ? '#3a3d45' : '#26282d';
    const sink = tone === HEX.black ? '#3f434b' : tone === HEX.blue ? '#8fa3c6' : '#cfd3d8';
    const slot = (y, c) => rect(92, y, 176, 12, c, 'rx="3"') + rect(98, y + 4.5, 164, 3, '#0c0d10');
    return { body: rect(66, 46, 268, 310, ground, 'rx="6"') + line('M84 250V190H120M84 340H110V300M300 340V250H240M318 150V100M150 220V250M170 220V260M190 216V250', lighter(ground, 0.2), 1.6) + rect(66, 46, 268, 310, 'url(#mx)', 'rx="6" opacity=".4"') + lit(72, 54, 40, 116, sink, 4) + line('M80 66V160M88 66V160M96 66V160M104 66V160', darker(sink, 0.35), 1.6) + lit(124, 54, 92, 26, sink, 4)
      + rect(130, 94, 92, 92, '#c9ccd1', 'rx="4"') + rect(141, 105, 70, 70, '#d8c58d', 'rx="2"') + rect(158, 122, 36, 36, '#7c7350') + [244, 258, 276, 290].map((x, i) => rect(x, 60, 9, 134, i % 2 ? '#16171b' : lighter(ground, 0.28), 'rx="2"')).join('')
      + slot(224, '#d7dade') + slot(262, '#16171b') + slot(318, '#16171b') + lit(116, 284, 128, 22, sink, 3) + lit(258, 262, 58, 58, sink, 6) + line('M276 300l11-22l11 22', darker(sink, 0.5), 3) + rect(306, 112, 20, 84, '#111216', 'rx="3"')
      + [[78, 340], [322, 340], [322, 56], [122, 212], [322, 212]].map(([x, y]) => circle(x, y, 5, '#d4b566') + circle(x, y, 2.4, ground)).join('') + [[106, 196], [122, 196], [138, 200], [232, 206], [246, 206]].map(([x, y]) => circle(x, y, 5, '#b9bcc2') + circle(x, y, 3.4, '#8f939a')).join(''), floor: [200, 362, 140, 11] };
  },
  ram: (tone) => {
    const stick = (y) => rect(46, y + 62, 308, 34, '#1f4a37', 'rx="2"') + Array.from({ length: 26 }, (_, i) => rect(56 + i * 11.2 + (i > 14 ? 6 : 0), y + 84, 7, 12, '#d8ae52')).join('') + path(`M40 ${y + 14}L58 ${y}H150L164 ${y + 12}H236L250 ${y}H342L360 ${y + 14}V${y + 66}Q360 ${y + 74} 352 ${y + 74}H48Q40 ${y + 74} 40 ${y + 66}Z`, tone, `stroke="${seam(tone, 0.35)}" stroke-width="1.4"`) + path(`M40 ${y + 14}L58 ${y}H150L164 ${y + 12}H236L250 ${y}H342L360 ${y + 14}V${y + 66}H40Z`, 'url(#my)')
      + line(`M64 ${y + 58}L104 ${y + 18}M84 ${y + 58}L124 ${y + 18}M316 ${y + 18}L276 ${y + 58}M336 ${y + 18}L296 ${y + 58}`, seam(tone, 0.4), 3, 'opacity=".7"') + rect(150, y + 30, 100, 24, lighter(tone, luminance(tone) > 0.7 ? 0 : 0.8), 'rx="3"') + line(`M164 ${y + 42}H200M210 ${y + 42}H236`, darker(tone, 0.45), 4);
    return { body: group('rotate(-6 200 150)', stick(96)) + group('rotate(-6 200 250)', stick(206)), floor: [204, 330, 160, 13] };
  },
  ssd: (tone) => ({ body: `<g transform="rotate(-14 200 200)">${rect(42, 156, 316, 88, '#1c2a25', 'rx="5"')}${Array.from({ length: 13 }, (_, i) => rect(350, 164 + i * 6 - (i > 9 ? -4 : 0), 12, 3.6, '#d8ae52')).join('')}${circle(42, 200, 11, '#efebe4')}${circle(42, 200, 13, 'none', 'stroke="#d8ae52" stroke-width="3"')}${lit(68, 150, 264, 100, tone, 5)}${rect(68, 150, 264, 100, 'url(#mx)', 'rx="5" opacity=".6"')}${line('M84 166H316M84 234H316', lighter(tone, 0.25), 1.5)}${line('M92 216V186H122M107 186V216M146 216V186M146 201H172M172 186V216', '#f4efe4', 5)}${rect(226, 184, 84, 32, '#d9702b', 'rx="3"')}${line('M238 200H272M282 200H298', '#fff', 4)}</g>`, floor: [200, 300, 150, 12] }),
  psu: (tone) => {
    const grille = [58, 46, 34, 22, 10].map((r) => circle(200, 214, r, 'none', `stroke="${seam(tone, 0.6)}" stroke-width="3"`)).join('') + line('M142 214H258M200 156V272M159 173L241 255M241 173L159 255', seam(tone, 0.6), 3);
    return { body: path('M62 128L96 96H338L318 128Z', lighter(tone, 0.16)) + path('M318 128L338 96V282L318 318Z', darker(tone, 0.3)) + rect(62, 128, 256, 190, tone, `rx="3" stroke="${seam(tone, 0.3)}" stroke-width="1.3"`) + rect(62, 128, 256, 190, 'url(#my)', 'rx="3"') + circle(200, 214, 68, darker(tone, 0.3)) + circle(200, 214, 64, '#17181c') + group('translate(200 214)scale(1.3)', path('M4-12Q22-30 14-43Q2-46-6-42Q6-30-4-12Z', '#34363d') + [51, 103, 154, 206, 257, 308].map((a) => path('M4-12Q22-30 14-43Q2-46-6-42Q6-30-4-12Z', '#34363d', `transform="rotate(${a})"`)).join('')) + grille + circle(200, 214, 14, tone)
      + [[74, 140], [306, 140], [74, 306], [306, 306]].map(([x, y]) => circle(x, y, 4, '#9da1a8') + line(`M${x - 2} ${y}H${x + 2}`, '#55585f', 1.2)).join('') + rect(284, 150, 22, 40, '#d9702b', 'rx="2"'), floor: [206, 322, 160, 14] };
  },
  case: (tone, row) => {
    const mini = row.spec.includes('itx');
    const y = mini ? 130 : 42;
    const h = 350 - y;
    const inner = darker(tone, 0.72);
    return { body: (mini ? path(`M160 ${y}V104Q160 96 168 96H232Q240 96 240 104V${y}`, 'none', `stroke="${darker(tone, 0.3)}" stroke-width="10"`) : '') + path(`M102 ${y + 10}L128 ${y}H322L304 ${y + 10}Z`, lighter(tone, 0.25)) + rect(92, y + 8, 222, h, tone, `rx="7" stroke="${seam(tone, 0.3)}" stroke-width="1.4"`) + rect(92, y + 8, 222, h, 'url(#mx)', 'rx="7" opacity=".7"') + rect(106, y + 24, 158, h - 62, inner, 'rx="4"') + rect(120, y + 38, 116, mini ? 90 : 130, lighter(inner, 0.12), 'rx="2"') + rect(142, y + 52, 38, 38, '#8e939b', 'rx="3"') + group(`translate(161 ${y + 71})scale(.36)`, blades('#ddd', '#9fd0cf', '#3a3d45', 7)) + rect(200, y + 48, 5, 60, '#d9702b') + rect(210, y + 48, 5, 60, '#d9702b')
      + rect(118, y + (mini ? 112 : 150), 132, 28, '#3c4048', 'rx="3"') + line(`M126 ${y + (mini ? 134 : 172)}H240`, '#7fd1cc', 2.4) + (mini ? '' : rect(118, y + 200, 132, 36, '#23252a', 'rx="2"')) + path(`M106 ${y + 24}H190L130 ${y + h - 38}H106Z`, '#fff', 'opacity=".09"') + rect(106, y + 24, 158, h - 62, 'none', 'rx="4" stroke="#fff" stroke-opacity=".25"')
      + Array.from({ length: mini ? 9 : 14 }, (_, i) => line(`M276 ${y + 34 + i * 16}H302`, seam(tone, 0.5), 4)).join('') + circle(289, y + h - 18, 6, darker(tone, 0.4)) + circle(289, y + h - 18, 3, '#8ff0c0') + rect(104, y + h + 8, 34, 7, darker(tone, 0.5), 'rx="2"') + rect(268, y + h + 8, 34, 7, darker(tone, 0.5), 'rx="2"'), floor: [204, 364, 130, 12] };
  },
  cooler: () => ({ body: line('M150 330V96M176 330V84M224 330V84M250 330V96', '#b9764a', 9) + Array.from({ length: 15 }, (_, i) => lit(104, 100 + i * 13.4, 192, 8, '#c8ccd2', 2)).join('') + rect(98, 88, 204, 14, '#3a3d45', 'rx="4"') + line('M186 99l14-9l14 9', '#d9702b', 3) + group('translate(200 200)scale(1.85)', `<g opacity=".96">${blades('#e8e2d4', '#d9c9a9', '#9a7a55')}</g>`) + rect(146, 312, 108, 20, '#a86b42', 'rx="3"') + rect(146, 312, 108, 20, 'url(#my)', 'rx="3"') + rect(128, 330, 144, 10, '#9a9ea6', 'rx="3"'), floor: [200, 344, 112, 12] }),
  aio: () => ({ body: rect(40, 66, 320, 22, '#2b2d33', 'rx="5"') + line('M300 230Q372 270 330 330Q300 362 246 322M316 222Q392 276 346 344Q306 382 232 334', '#1d1e22', 14) + line('M300 230Q372 270 330 330Q300 362 246 322', '#4a4d55', 2, 'stroke-dasharray="3 5"') + rect(44, 76, 312, 158, '#303239', 'rx="8"') + rect(44, 76, 312, 158, 'url(#my)', 'rx="8" opacity=".6"') + group('translate(122 155)scale(1.42)', blades('#e8e2d4', '#6f747e', '#1d1e22')) + group('translate(278 155)scale(1.42)', blades('#e8e2d4', '#6f747e', '#1d1e22')) + circle(196, 310, 50, '#1c1d21') + circle(196, 310, 44, '#3b6f78') + circle(196, 310, 44, 'url(#my)') + circle(196, 310, 34, '#16171b') + line('M180 320q16-30 32 0', '#8fe0dd', 5) + circle(196, 296, 4, '#8fe0dd'), floor: [196, 362, 130, 11] }),
  fan: (tone) => ({ body: rect(66, 66, 268, 268, darker(mix(tone, '#2b2d33', 0.86), 0.1), 'rx="22"') + rect(66, 66, 268, 268, 'url(#mx)', 'rx="22" opacity=".6"') + group('translate(200 200)scale(2.66)', blades(tone, tone, '#1f2024')) + [[90, 90], [310, 90], [90, 310], [310, 310]].map(([x, y]) => circle(x, y, 13, tone) + circle(x, y, 6, '#1b1c20')).join('') + circle(200, 200, 22, '#f4efe4') + line('M190 206l10-16l10 16', darker(tone, 0.2), 4), floor: [200, 344, 140, 12] }),
  keyboard: (tone) => {
    const cap = luminance(tone) > 0.5 ? '#f7f1e4' : lighter(tone, 0.13);
    const alt = luminance(tone) > 0.5 ? '#c9b795' : darker(tone, 0.2);
    const keys = new Map(); // colour → [x, y, width] …: one path for all keys of a colour
    const key = (x, y, w, c) => keys.set(c, [...(keys.get(c) ?? []), [x, y, w]]);
    [[1, 11], [1.4, 10], [1.7, 9], [2.2, 8]].forEach(([lead, count], r) => {
      const y = 150 + r * 27;
      let x = 50;
      const wide = (w, c) => { key(x, y, Math.round(w * 25 - 3), c); x += w * 25; };
      wide(lead, r === 0 ? '#c9473c' : alt);
      for (let i = 0; i < count; i++) wide(1, cap);
      wide((350 - x) / 25, alt);
    });
    [[50, 40, alt], [93, 34, alt], [130, 138, cap], [271, 34, alt], [308, 39, alt]].forEach(([x, w, c]) => key(x, 258, w, c));
    const boxes = (list, dx, dy, h) => list.map(([x, y, w]) => `M${x + dx} ${y + dy}h${w - 2 * dx}v${h}h${2 * dx - w}z`).join('');
    const round = (d, c, w) => path(d, c, `stroke="${c}" stroke-width="${w}"`);
    const caps = [...keys].map(([c, list]) => round(boxes(list, 3, 5, 18), darker(c, 0.34), 6) + round(boxes(list, 3, 3, 16), c, 6) + round(boxes(list, 5, 4, 11), lighter(c, 0.16), 4)).join('');
    return { body: group('rotate(-4 200 220)', rect(38, 138, 324, 160, darker(tone, 0.4), 'rx="12"') + rect(38, 136, 324, 154, tone, 'rx="12"') + rect(38, 136, 324, 154, 'url(#my)', 'rx="12"') + caps), floor: [200, 304, 170, 14] };
  },
  mouse: (tone) => {
    const d = 'M200 62C262 62 288 110 288 190C290 280 262 346 200 346C138 346 110 280 112 190C112 110 138 62 200 62Z';
    return { body: path(d, lighter(tone, 0.12), 'stroke="#17181b" stroke-width="1.5"') + path(d, 'url(#mx)') + path(d, 'url(#my)') + line('M200 64V170M114 182Q200 204 286 182', '#101114', 2.4) + rect(188, 96, 24, 54, '#121317', 'rx="12"') + rect(192, 104, 16, 38, '#d9702b', 'rx="8"') + line('M192 112H208M192 120H208M192 128H208M192 136H208', '#8a3f12', 1.6) + path('M112 214Q122 206 124 232V262Q118 258 114 246Z', '#55585f') + line('M190 292l10-16l10 16', '#b9bcc2', 4), floor: [200, 352, 96, 12] };
  },
};

export function part(row) {
  const drawn = TYPES[row.type](HEX[row.color], row);
  return { defs: METAL + (drawn.defs ?? ''), ...drawn, defs: METAL };
}
