// A sneaker from the side, toe to the right: court, runner, high-top, slip-on.
import { pair, surface, path, line, circle, linear, seam, darker, lighter, mix, luminance, rect } from './kit.mjs';

/** Laces from the eyelets (the line a) over the ridge (the line b): [x1, y1, x2, y2] each. */
const laced = (ax, ay, bx, by, cx, cy, dx, dy, count) => Array.from({ length: count }, (_, i) => {
  const t = i / (count - 1);
  return [ax + (bx - ax) * t, ay + (by - ay) * t, cx + (dx - cx) * t, cy + (dy - cy) * t].map(Math.round);
});

const SHAPES = {
  court: {
    upper: 'M62 274C52 244 54 206 64 178Q67 168 77 171C100 184 128 184 150 172L170 146Q176 138 186 143L206 154C226 184 254 204 290 212C330 220 352 244 352 274Z',
    inner: 'M74 174Q78 158 96 152Q132 144 170 148L152 174Q112 188 74 174Z',
    tongue: 'M160 168L170 132Q178 118 196 122Q210 126 214 146L224 176Z',
    eye: 'M152 176L182 142L206 154Q232 190 292 213L282 232Q214 226 152 176Z',
    laces: laced(176, 170, 266, 221, 198, 146, 284, 205, 5),
    heel: 'M57 226Q92 220 108 240Q116 258 116 276H60Q55 250 57 226Z', tab: 'M62 182Q66 168 77 171L92 178Q88 202 90 224Q70 222 57 228Q56 204 62 182Z',
    toe: 'M298 214Q272 240 280 276H354Q352 236 298 214Z',
    mark: 'M124 264C166 258 190 236 206 200L226 212C208 250 172 270 128 276Z',
    sole: 'M54 270H356Q366 271 365 283Q362 304 340 304H78Q54 304 52 284Q51 271 54 270Z', soleLine: 'M54 292H362',
  },
  runner: {
    upper: 'M58 262C48 236 50 200 58 168Q62 156 74 161C98 176 128 178 152 166L170 140Q178 132 188 138L208 152C228 182 260 200 296 210C338 222 358 242 362 266Z',
    inner: 'M68 164Q74 146 94 142Q134 134 170 142L152 168Q108 182 68 164Z',
    tongue: 'M160 164L172 126Q180 112 198 116Q212 120 216 142L226 172Z',
    eye: 'M154 170L184 138L208 152Q234 188 296 211L288 226Q216 220 154 170Z',
    laces: laced(178, 164, 272, 217, 200, 142, 290, 203, 5),
    heel: 'M52 214Q86 206 112 228Q126 248 128 268H56Q48 240 52 214Z', tab: 'M56 174Q60 156 74 161L92 170Q86 194 88 212Q68 210 51 216Q50 194 56 174Z',
    toe: 'M318 217Q308 240 316 268H363Q358 236 318 217Z',
    mark: 'M126 250Q150 206 176 232T226 206L236 214Q214 252 188 240T140 258Z',
    sole: 'M44 258C80 266 130 262 180 268C240 274 300 262 366 256Q380 258 377 272Q370 300 338 304H84Q48 306 40 282Q36 262 44 258Z', soleLine: 'M44 284Q120 292 200 290T374 276',
  },
  high: {
    upper: 'M66 274C58 240 64 190 70 104Q71 94 81 94H150Q158 94 164 104L206 168C226 194 254 208 290 214C330 221 352 246 352 274Z',
    inner: 'M72 98Q74 82 90 80Q126 74 158 84L152 98Z',
    tongue: 'M142 104L146 70Q152 60 168 66Q178 70 180 84L218 176Z',
    eye: 'M138 100L164 100L206 168Q236 198 292 214L282 232Q208 218 176 174Z',
    laces: [[146, 114, 176, 110], [154, 132, 186, 127], [162, 150, 196, 144], [173, 168, 205, 160], [188, 186, 216, 176], [209, 203, 234, 190], [234, 216, 256, 202], [262, 222, 278, 208]],
    heel: 'M60 222Q96 222 110 240Q118 258 118 276H66Q60 250 60 222Z', tab: 'M70 104Q71 94 81 94H94L92 222H61Q64 160 70 104Z',
    toe: 'M300 215Q276 240 284 276H354Q352 238 300 215Z',
    mark: '', patch: [122, 150, 24],
    sole: 'M56 268H356Q366 269 365 282Q362 304 340 304H80Q56 304 54 284Q53 269 56 268Z', soleLine: 'M56 280H364',
  },
  slip: {
    upper: 'M60 276C50 246 56 214 66 190Q70 180 80 184C104 194 120 196 138 192C170 186 196 180 222 186C262 194 346 210 352 276Z',
    inner: 'M74 186Q80 168 104 164Q160 156 222 188Q196 182 138 194Q104 198 74 186Z',
    tongue: '', eye: '', laces: [], gore: 'M150 190L196 184L186 236Q164 240 152 228Z',
    heel: 'M57 236Q84 232 96 250L100 278H60Q55 256 57 236Z', tab: '', toe: '',
    mark: '', sole: 'M52 270H356Q366 271 365 283Q362 302 340 302H78Q54 302 51 284Q50 271 52 270Z', soleLine: 'M52 280H365',
  },
};

export function sneaker(row) {
  const shape = SHAPES[row.type];
  const [first, second] = pair(row);
  const size = row.pattern === 'check' ? (row.id === 'SN-021' ? 1.3 : 1.15) : row.pattern === 'camo' ? 0.8 : 0.95;
  const weave = row.pattern === 'plain' && row.material === 'mesh' ? 'mesh' : row.pattern;
  const cloth = surface('c', weave, first, second, { size });
  const edge = seam(first, 0.34);
  const gum = row.material === 'suede';
  const white = '#f5f1e8';
  const sole = row.type === 'runner' ? mix(white, second, 0.1) : gum ? '#b98a55' : white;
  const accent = row.color.includes(',') ? second : row.pattern === 'plain' ? (luminance(first) > 0.7 ? '#dfdad0' : lighter(first, 0.16)) : second;
  const lace = luminance(first) > 0.7 && row.type !== 'runner' ? '#fffdf8' : row.color === 'black' ? '#3c3c42' : white;
  const toe = row.type === 'high' ? white : row.type === 'runner' ? accent : lighter(first, 0.12);
  const trim = (d, fill) => (d ? path(d, fill, `stroke="${edge}" stroke-width="1.3"`) : '');
  const stitches = shape.eye ? line(shape.eye, edge, 0.9, 'stroke-dasharray="4 3" transform="translate(1 3)" opacity=".7"') : '';
  const over = (dy) => shape.laces.map(([x1, y1, x2, y2]) => `M${x1} ${y1 + dy}L${x2} ${y2 + dy}`).join('');
  const [top] = shape.laces;
  const bow = top ? line(`M${top[2] - 2} ${top[3]}q-30-14-32 4q6 14 32-4q16-24 28-10q2 14-28 10l-14 26m14-26l16 22`, darker(lace, 0.12), 4.6) : '';
  const laces = top ? line(over(2.5), '#000', 7.6, 'opacity=".2"') + line(over(0), lace, 7) + line(over(2), darker(lace, 0.14), 1.2) + bow : '';
  const holes = top ? line(shape.laces.map(([x, y]) => `M${x - 1} ${y + 2}h.1`).join(''), darker(first, 0.6), 5) : '';
  const patch = shape.patch ? circle(...shape.patch, white, `stroke="${edge}" stroke-width="1.5"`) + circle(shape.patch[0], shape.patch[1], 18, 'none', `stroke="${second}" stroke-width="2.4"`) + line('M112 158l10-18l10 18M116 152h12', second, 3.2) : '';
  const gore = shape.gore ? path(shape.gore, darker(mix(first, second, 0.2), 0.35)) + line('M158 192l-4 38M168 190l-3 45M178 189l-4 47M188 187l-6 48', '#fff', 1, 'opacity=".22"') : '';
  const treads = row.type === 'runner' ? path('M66 303h22l-4 8h-16zM102 304h22l-4 8h-16zM138 304h22l-4 8h-16zM174 304h22l-4 8h-16zM210 304h22l-4 8h-16zM246 304h22l-4 8h-16zM282 304h22l-4 8h-16zM318 303h20l-6 8h-12z', darker(second, 0.3)) : '';
  const soleExtra = row.type === 'high' ? line('M56 291H362', second, 3.4) + rect(300, 270, 54, 20, white, 'rx="6" opacity=".9"') : row.type === 'court' && row.color.includes(',') && !gum ? line(shape.soleLine, accent, 2.4) : line(shape.soleLine, darker(sole, 0.18), 2.2);
  return {
    defs: cloth.defs + linear('ux', [[0, '#000', 0.2], [0.3, '#fff', 0.1], [0.7, '#fff', 0.14], [1, '#000', 0.2]]) + linear('uy', [[0, '#fff', 0.22], [0.55, '#fff', 0], [1, '#000', 0.3]], '0 0 0 1') + linear('so', [[0, '#fff', 0.3], [0.45, '#fff', 0], [1, '#2a1d10', 0.32]], '0 0 0 1'),
    body: (shape.tongue ? trim(shape.tongue, mix(first, accent, 0.25)) + path(shape.tongue, 'url(#uy)') : '')
      + path(shape.inner, darker(mix(first, '#6b5a48', 0.3), 0.4))
      + path(shape.upper, cloth.fill, `stroke="${edge}" stroke-width="1.5"`)
      + gore + trim(shape.toe, toe) + (row.type === 'high' ? line('M300 216Q284 234 284 262', edge, 1, 'stroke-dasharray="4 3" transform="translate(5 4)"') : '')
      + trim(shape.heel, row.type === 'high' ? first : accent) + trim(shape.tab, row.type === 'runner' ? lighter(first, 0.1) : accent)
      + (shape.mark ? path(shape.mark, accent, `stroke="${edge}" stroke-width="1" opacity=".95"`) : '') + patch
      + trim(shape.eye, row.type === 'runner' ? darker(first, 0.12) : lighter(first, 0.07)) + stitches + holes
      + path(shape.upper, 'url(#ux)') + path(shape.upper, 'url(#uy)') + laces
      + line('M74 178Q108 190 150 174', '#fff', 2, 'opacity=".25"')
      + path(shape.sole, sole, `stroke="${darker(sole, 0.3)}" stroke-width="1.3"`) + soleExtra + path(shape.sole, 'url(#so)') + treads,
    floor: [206, 308, 172, 15],
  };
}
