// A shirt: folded (long sleeves) or laid flat (short sleeves), with the cloth of its row.
import { pair, surface, turned as turnedBy, shaded, SHADES, path, line, circle, rect, seam, darker, luminance, mix } from './kit.mjs';

const FOLDED = 'M98 130Q100 113 117 107L160 90H240L283 107Q300 113 302 130L306 336Q306 350 292 350H108Q94 350 94 336Z';
const FLAT = 'M152 92L112 108Q98 114 90 128L52 190Q50 196 55 199L100 222Q106 224 109 218L120 196L116 338Q116 348 126 349Q200 356 274 349Q284 348 284 338L280 196L291 218Q294 224 300 222L345 199Q350 196 348 190L310 128Q302 114 288 108L248 92Z';

/** Second weaves: a plain linen or silk still has a surface. */
const weaveOf = (row) => (row.pattern === 'plain' && row.material === 'linen' ? 'linen' : row.pattern);

function buttons(from, to, step, colour) {
  let out = '';
  for (let y = from; y <= to; y += step) {
    out += circle(200, y, 5, colour, 'stroke="#000" stroke-opacity=".25" stroke-width="1.2"') + line(`M198.4 ${y}h.1M201.5 ${y}h.1`, darker(colour, 0.5), 1.8);
  }
  return out;
}

function collar(kind, cloth, base, edge) {
  const inside = darker(base, 0.38);
  const back = path('M156 92Q158 70 200 68Q242 70 244 92L238 104Q200 96 162 104Z', inside) + path('M160 86Q200 66 240 86L236 98Q200 84 164 98Z', darker(base, 0.2));
  const label = rect(188, 84, 24, 9, '#f4efe4', 'rx="1.5"') + rect(192, 87.5, 16, 1.6, '#8a8172');
  const leaf = (d, mirror) => `<g${mirror ? ' transform="translate(400 0)scale(-1 1)"' : ''}>${path(d, '#000', 'opacity=".16" transform="translate(1 4)"')}${path(d, cloth, `stroke="${edge}" stroke-width="1.6"`)}${path(d, 'url(#sy)')}</g>`;
  if (kind === 'band') {
    return back + label + path('M152 88Q156 112 200 124Q244 112 248 88L243 80Q238 100 200 110Q162 100 157 80Z', cloth, `stroke="${edge}" stroke-width="1.6"`);
  }
  if (kind === 'camp') {
    const lapel = 'M158 80Q146 92 136 126L162 138L156 150L200 184Q178 136 172 98Q164 90 158 80Z';
    return back + path('M164 98L200 184L236 98Q200 88 164 98Z', inside) + label + leaf(lapel) + leaf(lapel, true);
  }
  const shapes = { spread: 'M158 80Q150 90 147 100L150 152Q152 158 158 155L200 124Q172 108 158 80Z', 'button-down': 'M158 80Q150 92 148 104L160 162Q163 168 168 163L200 124Q174 108 158 80Z' };
  const d = shapes[kind] ?? shapes.spread;
  const tips = kind === 'button-down' ? circle(164, 155, 2.6, '#f3efe6', `stroke="${edge}"`) + circle(236, 155, 2.6, '#f3efe6', `stroke="${edge}"`) : '';
  return back + label + path('M160 100Q200 92 240 100L200 124Z', inside) + leaf(d) + leaf(d, true) + tips;
}

export function shirt(row) {
  const [first, second] = pair(row);
  const big = row.material === 'wool' && row.pattern === 'check' ? 2.1 : row.sub === 'Overshirts' ? 1.3 : 1;
  const cloth = surface('c', weaveOf(row), first, second, { size: big });
  const turned = turnedBy('k', cloth, 32);
  const base = row.pattern === 'check' || row.pattern === 'stripe' ? mix(first, second, 0.35) : first;
  const edge = seam(base, 0.32);
  const isFlat = row.sleeve === 'short';
  const outline = isFlat ? FLAT : FOLDED;
  const knob = luminance(base) > 0.55 ? '#fbf8f1' : row.sub === 'Overshirts' ? '#3b2f28' : '#e9e3d6';
  const overshirt = row.sub === 'Overshirts';

  const under = isFlat ? '' : path('M86 150Q84 140 96 128L100 344H100Q88 338 88 330Z', darker(base, 0.34)) + path('M314 150Q316 140 304 128L300 344Q312 338 312 330Z', darker(base, 0.34)) + path('M98 344Q98 358 110 358H290Q302 358 302 344Z', darker(base, 0.3));
  const folds = isFlat
    ? line('M120 196Q126 168 122 150M280 196Q274 168 278 150M150 330Q160 260 148 220M256 330Q244 280 254 240', '#000', 3, 'opacity=".1"') + line('M62 194L103 214M338 194L297 214', edge, 1.2, 'stroke-dasharray="4 3"')
    : line('M116 108Q128 150 120 200M284 108Q272 150 280 200M140 340Q150 300 142 262M262 340Q254 310 262 280', '#000', 4, 'opacity=".08"') + line('M118 109Q150 120 160 150M282 109Q250 120 240 150', '#fff', 3, 'opacity=".14"');
  const placketTop = row.collar === 'camp' ? 172 : 118;
  const placket = rect(188, placketTop, 24, 232 - (placketTop - 118), cloth.fill) + rect(188, placketTop, 24, 232 - (placketTop - 118), '#fff', 'opacity=".07"') + line(`M188 ${placketTop}V350M212 ${placketTop}V350`, edge, 1.3) + line(`M191.5 ${placketTop}V350M208.5 ${placketTop}V350`, edge, 0.8, 'stroke-dasharray="3 2.6"') + line(`M213.5 ${placketTop + 6}V350`, '#000', 3, 'opacity=".09"');
  const pocketAt = (x) => {
    const d = overshirt ? `M${x} 196h52v58q0 4-4 4h-44q-4 0-4-4z` : `M${x} 188h46v42l-23 12l-23-12z`;
    const flap = overshirt ? path(`M${x - 2} 190h56v16l-28 10l-28-10z`, cloth.fill, `stroke="${edge}" stroke-width="1.4"`) + circle(x + 26, 208, 3.6, knob) : line(`M${x} 196h46`, edge, 0.9, 'stroke-dasharray="3 2.6"');
    return path(d, '#000', 'opacity=".1" transform="translate(1 3)"') + path(d, cloth.fill, `stroke="${edge}" stroke-width="1.4"`) + flap;
  };
  const pocket = row.sub === 'Dress shirts' && row.id !== 'SH-001' ? '' : pocketAt(234) + (overshirt ? pocketAt(114) : '');
  const sheen = row.material === 'silk' ? path('M120 120Q170 180 140 345H176Q196 200 160 100Z', '#fff', 'opacity=".14"') + path('M250 110Q290 200 262 345H284Q300 220 284 112Z', '#fff', 'opacity=".1"') : '';
  return {
    defs: cloth.defs + turned.defs + SHADES,
    body: under + path(outline, cloth.fill, `stroke="${edge}" stroke-width="1.4"`) + sheen + placket + pocket + shaded(outline) + folds
      + buttons(row.collar === 'camp' ? 196 : row.collar === 'band' ? 146 : 140, 334, 46, knob) + collar(row.collar, turned.fill, base, edge),
    floor: [200, 356, 138, 14],
  };
}
