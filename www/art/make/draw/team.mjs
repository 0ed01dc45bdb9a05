// Kit and fan shop of the teams, each with a crest of its own. ./team-more.mjs has equipment.
import { HEX, pair, surface, path, line, circle, rect, linear, group, darker, lighter, seam, luminance, shaded, SHADES } from './kit.mjs';
import { MORE } from './team-more.mjs';

const TEAMS = {
  harbour: { main: HEX.navy, second: '#f6f4ef', mark: (c) => circle(0, -17, 5, 'none', `stroke="${c}" stroke-width="4"`) + line('M0-12V20M-11-4H11M-18 6Q-16 20 0 20Q16 20 18 6M-22 9l4-5l5 4M22 9l-4-5l-5 4', c, 4) },
  foxes: { main: HEX.orange, second: '#f6f4ef', mark: (c, bg) => path('M-20-22L-6-12H6L20-22L22 0L0 24L-22 0Z', c) + path('M-22 0L-8 4L0 24ZM22 0L8 4L0 24Z', bg, 'opacity=".85"') + circle(-8, -1, 2.2, bg) + circle(8, -1, 2.2, bg) + circle(0, 20, 3.4, '#26262a') },
  comets: { main: HEX.purple, second: HEX.yellow, mark: (c) => path('M10-8L14 2L24 4L16 10L18 20L10 14L1 19L4 9L-3 2L7 1Z', c) + line('M-2-4L-22-22M6-8L-8-24M-6 6L-24-8', c, 4) },
  larks: { main: HEX.green, second: '#efe6cf', mark: (c, bg) => path('M-24 4Q-12-16 6-13L24-22L17-4Q15 15-4 17L-16 25L-11 13Q-20 12-24 4Z', c) + path('M-6-4Q6 2 14-8Q8 8-6-4Z', bg, 'opacity=".7"') + circle(-14, 1, 2.2, bg) },
  pikes: { main: HEX.teal, second: '#f6f4ef', mark: (c, bg) => path('M-26 1Q-8-17 13-4L25-14L22 0L25 14L13 4Q-8 18-26 1ZM-2-12L8-22L12-6Z', c) + circle(-14, -2, 2.4, bg) + line('M-6-7Q-2 1-6 8M2-6Q6 0 2 7', bg, 2) },
  badgers: { main: HEX.black, second: '#f6f4ef', mark: (c, bg) => path('M-20-18L-13-25L-6-21H6L13-25L20-18Q24 2 0 27Q-24 2-20-18Z', c) + path('M-14-20Q-15-2-4 19L-1 22Q-3 0-6-20ZM14-20Q15-2 4 19L1 22Q3 0 6-20Z', bg) + circle(-9, -3, 2, c) + circle(9, -3, 2, c) },
  rooks: { main: HEX.red, second: '#f6f4ef', mark: (c) => path('M-17-23h9v8h5v-8h6v8h5v-8h9v14l-7 6v18h7v10h-34v-10h7v-18l-7-6Z', c) },
};

/** The crest at a place; `size` is the half height. */
export function crestOf(team, x, y, size = 20) {
  if (!TEAMS[team]) return '';
  const { main, second, mark } = TEAMS[team];
  const d = 'M-26-30Q0-38 26-30V2Q24 26 0 38Q-24 26-26 2Z';
  return group(`translate(${x} ${y})scale(${(size / 36).toFixed(2)})`, path(d, main, `stroke="${second}" stroke-width="4"`) + group('translate(0 1)scale(.78)', mark(second, main)));
}
export const badge = (team, x, y, scale, colour, ground) => !TEAMS[team] ? '' : group(`translate(${x} ${y})scale(${scale})`, TEAMS[team].mark(colour, ground));

const JERSEY = 'M150 76L104 92Q92 96 86 108L44 176Q41 182 47 186L92 212Q98 214 102 208L118 186L114 340Q114 350 124 351Q200 358 276 351Q286 350 286 340L282 186L298 208Q302 214 308 212L353 186Q359 182 356 176L314 108Q308 96 296 92L250 76Q200 112 150 76Z';
const VEST = 'M146 70L122 76Q132 120 116 150Q106 166 104 176L102 340Q102 350 112 351Q200 358 288 351Q298 350 298 340L296 176Q294 166 284 150Q268 120 278 76L254 70Q248 118 200 124Q152 118 146 70Z';

/** How a shirt is coloured in two: laid over the first colour, within its outline. */
export const CUTS = {
  hoops: (one, two) => path('M0 96h400v40H0zM0 176h400v40H0zM0 256h400v40H0zM0 336h400v40H0z', two),
  halves: (one, two) => rect(200, 0, 200, 400, two),
  quarters: (one, two) => rect(200, 0, 200, 206, two) + rect(0, 206, 200, 194, two),
  sash: (one, two) => path('M96 60L176 60L320 300V372L280 372Z', two),
  hockey: (one, two) => path('M0 0H400V150Q300 132 200 150Q100 132 0 150Z', two) + path('M0 292h400v18H0zM0 322h400v18H0z', two) + path('M20 176l70 42v18l-70-42zM380 176l-70 42v18l70-42z', one),
  collar: (one, two) => path('M118 186V351H112L108 180ZM282 186V351H288L292 180Z', two, 'opacity=".6"'),
};
const NUMBERS = { harbour: 'M178 224L200 208V280', foxes: 'M172 222Q200 196 226 222Q224 244 176 280H228', comets: 'M172 212H226L194 282', pikes: 'M224 232A24 24 0 1 0 222 246Q218 272 186 282', rooks: 'M224 206H182V238Q222 228 222 258Q220 286 176 280' };

const TYPES = {
  jersey: (row, one, two) => {
    const vest = row.team === 'comets';
    const d = vest ? VEST : JERSEY;
    if (row.cut) {
      const edge = seam(one, 0.3);
      const cloth = surface('c', row.material === 'cotton' ? 'twill' : 'mesh', one, two, { size: 0.9 });
      const shown = row.cut === 'hockey' || (row.cut === 'sash' && luminance(one) < 0.6);
      const neck = row.cut === 'collar' || row.material === 'cotton' ? path('M150 74L122 92L176 140L200 112L224 140L278 92L250 74Q200 104 150 74Z', row.cut === 'hoops' ? '#f6f4ef' : two, `stroke="${edge}" stroke-width="1.4"`) + path('M192 112h16v66h-16z', row.cut === 'hoops' ? '#f6f4ef' : one, `stroke="${edge}"`) + circle(200, 132, 3.4, '#8a8172') + circle(200, 158, 3.4, '#8a8172') : path('M144 78Q200 124 256 78L247 73Q200 104 153 73Z', row.cut === 'hockey' ? one : two, `stroke="${edge}" stroke-width="1"`);
      const digits = shown ? line(NUMBERS[row.team], row.cut === 'hockey' ? two : '#f6f4ef', 15) : '';
      return { defs: cloth.defs + SHADES + `<clipPath id="jc"><path d="${d}"/></clipPath>`, body: path('M153 74Q200 60 247 74Q200 106 153 74Z', darker(one, 0.42)) + path(d, cloth.fill) + `<g clip-path="url(#jc)">${CUTS[row.cut](one, two)}</g>` + path(d, 'none', `stroke="${edge}" stroke-width="1.5"`) + line('M104 92Q116 130 118 186M296 92Q284 130 282 186', edge, 1.4, 'opacity=".7"') + shaded(d) + neck + digits + crestOf(row.team, 240, 166, 24) + line('M118 344Q200 352 282 344', edge, 1.1, 'stroke-dasharray="4 3"') + line('M150 330Q160 270 146 210M258 330Q246 270 258 214', '#000', 4, 'opacity=".08"'), floor: [200, 358, 122, 11] };
    }
    const thin = row.team === 'foxes' || luminance(one) > 0.8;
    const cloth = surface('c', row.pattern === 'plain' ? 'mesh' : row.pattern, one, two, { size: thin && row.pattern === 'stripe' ? 1.5 : row.pattern === 'stripe' ? 3 : 0.9, pinstripe: thin });
    const edge = seam(one, 0.3);
    const sleeves = vest || row.pattern === 'stripe' ? '' : path('M104 92Q92 96 86 108L44 176Q41 182 47 186L92 212Q98 214 102 208L118 186Q122 130 112 90ZM296 92Q308 96 314 108L356 176Q359 182 353 186L308 212Q302 214 298 208L282 186Q278 130 288 90Z', two, `stroke="${edge}" stroke-width="1"`);
    const neck = vest ? line('M146 70Q152 118 200 124Q248 118 254 70M122 76Q132 120 116 150Q106 166 104 176M278 76Q268 120 284 150Q294 166 296 176', two, 8) : path('M144 78Q200 124 256 78L247 73Q200 104 153 73Z', two, `stroke="${edge}" stroke-width="1"`);
    const number = NUMBERS[row.team];
    const ink = row.pattern === 'stripe' ? (luminance(one) > 0.6 ? '#26262a' : '#f6f4ef') : two;
    const plate = row.pattern === 'stripe' && row.team === 'harbour' ? rect(158, 196, 84, 98, darker(one, 0.1), 'rx="6"') : '';
    const back = path(vest ? 'M146 70Q200 84 254 70Q248 118 200 124Q152 118 146 70Z' : 'M153 74Q200 60 247 74Q200 106 153 74Z', darker(one, 0.42));
    return { defs: cloth.defs + SHADES, body: back + path(d, cloth.fill, `stroke="${edge}" stroke-width="1.5"`) + sleeves + shaded(d) + neck + plate + line(number, ink, 15) + line(number, '#000', 15, 'opacity=".06"') + crestOf(row.team, vest ? 240 : 238, vest ? 162 : 152, 23) + line('M118 344Q200 352 282 344', edge, 1.1, 'stroke-dasharray="4 3"') + line('M150 330Q160 270 146 210M258 330Q246 270 258 214', '#000', 4, 'opacity=".08"'), floor: [200, 358, 122, 11] };
  },
  scarf: (row, one, two) => {
    const knit = surface('k', 'knit', one, two);
    const loop = 'M138 330V156Q138 74 200 74Q262 74 262 156V300';
    const wide = (colour, width, extra = '') => `<path d="${loop}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="butt"${extra && ' ' + extra}/>`;
    const fringe = (x, y) => line([0, 1, 2, 3, 4, 5, 6, 7].map((i) => `M${x - 30 + i * 8.6} ${y}v24`).join(''), one, 4) + line([0, 2, 4, 6].map((i) => `M${x - 30 + i * 8.6} ${y}v22`).join(''), two, 4);
    return { defs: knit.defs + SHADES, body: fringe(138, 328) + fringe(262, 298) + wide(knit.fill, 70) + wide(two, 70, 'stroke-dasharray="18 46" stroke-dashoffset="-14"') + wide('#000', 70, 'opacity=".1"') + wide('#fff', 34, 'opacity=".12"') + line('M103 330V156Q103 40 200 39Q297 40 297 156V300M173 330V156Q173 109 200 109Q227 109 227 156V300', seam(one), 1.4) + rect(103, 236, 70, 58, one) + rect(227, 206, 70, 58, one) + crestOf(row.team, 138, 265, 26) + crestOf(row.team, 262, 235, 26), floor: [200, 358, 116, 9] };
  },
  cap: (row, one, two) => ({ defs: SHADES, body: path('M84 248C80 150 132 92 206 92C284 92 322 160 318 248Q200 220 84 248Z', one, `stroke="${seam(one)}" stroke-width="1.4"`) + line('M206 92Q150 140 146 232M206 92Q262 140 262 232', seam(one, 0.4), 1.6, 'stroke-dasharray="5 3"') + path('M84 248C80 150 132 92 206 92C284 92 322 160 318 248Q200 220 84 248Z', 'url(#sx)') + path('M84 248Q200 220 318 248Q372 276 364 296Q350 316 290 290Q200 262 112 284Q82 280 84 248Z', two, `stroke="${seam(two)}" stroke-width="1.4"`) + path('M84 248Q200 220 318 248Q372 276 364 296Q350 316 290 290Q200 262 112 284Q82 280 84 248Z', 'url(#sy)') + line('M100 270Q200 246 300 270Q336 282 350 294', seam(two, 0.35), 1.2, 'stroke-dasharray="5 3"') + circle(206, 92, 9, two) + badge(row.team, 204, 176, 1.5, two, one), floor: [214, 312, 146, 13] }),
  beanie: (row, one, two) => { const knit = surface('k', 'knit', one, two, { size: 1.2 }); const bobble = row.team ? two : lighter(one, 0.3); const bob = circle(200, 74, 31, bobble, `stroke="${darker(bobble, 0.16)}" stroke-width="7" stroke-dasharray="2 6"`) + line('M182 62q8-12 20-12M186 88q10 10 26 2M208 66q8 4 8 12', darker(bobble, 0.2), 3); const d = 'M96 268C88 156 130 96 200 96C270 96 312 156 304 268Z'; return { defs: knit.defs + SHADES, body: bob + path(d, knit.fill, `stroke="${seam(one)}" stroke-width="1.2"`) + path('M97 214Q200 196 303 214V236Q200 216 97 236Z', two) + path('M110 164Q200 146 290 164L295 182Q200 164 105 182Z', two) + path(d, 'url(#sx)') + rect(84, 258, 232, 72, one, `rx="18" stroke="${seam(one)}" stroke-width="1.2"`) + line(Array.from({ length: 17 }, (_, i) => `M${98 + i * 12.8} 264v60`).join(''), seam(one, 0.3), 2.4) + rect(84, 258, 232, 72, 'url(#sx)', 'rx="18"') + (row.team ? crestOf(row.team, 200, 294, 27) : rect(172, 280, 56, 28, '#f4efe4', 'rx="3"') + line('M190 302l10-16l10 16', '#3c342a', 3)), floor: [200, 336, 124, 12] }; },
  shorts: (row, one, two) => { const d = 'M104 98H296L338 318Q340 326 332 328L230 340Q222 340 220 332L200 220L180 332Q178 340 170 340L68 328Q60 326 62 318Z'; return { defs: SHADES, body: path(d, one, `stroke="${seam(one)}" stroke-width="1.5"`) + path('M104 98L62 318Q60 326 68 328L82 330L124 98ZM296 98L338 318Q340 326 332 328L318 330L276 98Z', two) + path(d, 'url(#sx)') + path(d, 'url(#sy)') + rect(102, 86, 196, 26, one, `rx="5" stroke="${seam(one)}" stroke-width="1.4"`) + line('M112 90v18M124 90v18M136 90v18M148 90v18M160 90v18M172 90v18M228 90v18M240 90v18M252 90v18M264 90v18M276 90v18M288 90v18', seam(one, 0.3), 2) + line('M194 108Q186 140 176 150M206 108Q212 136 222 146', luminance(one) > 0.6 ? two : '#f6f4ef', 4) + line('M200 112V220', seam(one, 0.35), 1.4) + crestOf(row.team, 122, 286, 22), floor: [200, 342, 144, 11] }; },
  ball: (row, one, two) => { const penta = 'M200 152L244 184L227 236H173L156 184Z'; return { defs: SHADES + linear('bl', [[0, '#fff', 0.5], [0.45, '#fff', 0], [1, '#000', 0.4]], '.2 0 .8 1'), body: circle(200, 200, 142, '#faf8f3', 'stroke="#b9b3a6" stroke-width="1.4"') + path(penta, two) + path('M200 152V104M244 184L290 168M227 236L256 276M173 236L144 276M156 184L110 168', 'none', `stroke="${darker('#faf8f3', 0.4)}" stroke-width="3"`) + path('M200 104L166 84L178 60Q200 56 222 60L234 84ZM290 168L300 130L328 140Q340 164 342 190L318 204ZM256 276L294 270L304 296Q288 318 268 328L244 312ZM144 276L106 270L96 296Q112 318 132 328L156 312ZM110 168L100 130L72 140Q60 164 58 190L82 204Z', two) + path('M234 84L300 130M318 204L294 270M244 312H156M106 270L82 204M100 130L166 84', 'none', `stroke="${darker('#faf8f3', 0.4)}" stroke-width="3"`) + circle(200, 200, 142, 'url(#bl)') + badge(row.team, 200, 198, 0.9, '#faf8f3', two), floor: [200, 350, 118, 13] }; },
  basketball: (row, one, two) => ({ defs: linear('bl', [[0, '#fff', 0.42], [0.5, '#fff', 0], [1, '#000', 0.42]], '.2 0 .8 1') + surface('m', 'mesh', one, two, { size: 0.8 }).defs, body: circle(200, 200, 142, 'url(#m)') + path('M200 58A142 142 0 0 1 200 342Q254 200 200 58Z', two, 'opacity=".92"') + line('M200 58V342M58 200H342M104 94Q178 200 104 306M296 94Q222 200 296 306', '#2a1d3f', 5) + circle(200, 200, 142, 'url(#bl)') + badge(row.team, 156, 156, 1, two, one), floor: [200, 350, 118, 13] }),
  mug: (row, one, two) => ({ defs: linear('gx', [[0, '#000', 0.28], [0.18, '#fff', 0.34], [0.4, '#fff', 0], [1, '#000', 0.26]]), body: path('M284 150H316Q356 154 356 208Q356 270 284 280V254Q328 246 328 208Q328 178 306 176H284Z', darker(one, 0.14)) + path('M84 110H288V302Q286 336 250 338H122Q86 336 84 302Z', one, `stroke="${seam(one, 0.25)}" stroke-width="1.2"`) + rect(84, 286, 204, 14, two) + path('M84 110H288V302Q286 336 250 338H122Q86 336 84 302Z', 'url(#gx)') + `<ellipse cx="186" cy="110" rx="102" ry="18" fill="${darker(one, 0.1)}"/><ellipse cx="186" cy="112" rx="93" ry="13" fill="#4a2c1c"/><ellipse cx="176" cy="110" rx="60" ry="5" fill="#6f452c" opacity=".7"/>` + (row.team ? crestOf(row.team, 186, 210, 50) : line('M166 232l20-40l20 40', two, 7) + line('M152 252h68', two, 4)), floor: [196, 342, 126, 12] }),
  pennant: (row, one, two) => ({ defs: linear('px', [[0, '#000', 0.1], [0.3, '#fff', 0.16], [0.6, '#000', 0.1], [1, '#fff', 0.1]]), body: rect(62, 74, 276, 11, '#8a6238', 'rx="5"') + line('M84 74Q200 8 316 74', '#8a7350', 3) + path('M80 84H320L200 356Z', one) + path('M80 84H320L311 104H89Z', two) + line('M101 118L200 342L299 118', two, 4) + path('M80 84H320L200 356Z', 'url(#px)') + crestOf(row.team, 200, 174, 50) + line('M92 110l-8 6M104 138l-8 6M117 166l-8 6M129 194l-8 6M141 222l-8 6M154 250l-8 6M166 278l-8 6M179 306l-8 6M308 110l8 6M296 138l8 6M283 166l8 6M271 194l8 6M259 222l8 6M246 250l8 6M234 278l8 6M221 306l8 6', two, 3) + circle(62, 79, 8, '#a67c4b') + circle(338, 79, 8, '#a67c4b'), floor: [200, 366, 60, 6] }),
  socks: (row, one, two) => { const knit = surface('k', 'knit', one, two); const d = 'M0 0H70V168Q74 186 100 196L142 212Q158 222 150 240Q142 252 120 250L28 234Q-4 226-2 190Z'; const sock = (x, y) => group(`translate(${x} ${y})`, path(d, knit.fill, `stroke="${seam(one)}" stroke-width="1.2"`) + rect(0, 34, 70, 16, two) + rect(0, 62, 70, 16, two) + path('M-2 190Q-4 226 28 234L42 237Q50 204 20 180L-1 176ZM118 203L142 212Q158 222 150 240Q142 252 120 250L106 247Q100 222 118 203Z', two) + path(d, 'url(#sx)') + rect(-3, -6, 76, 22, one, `rx="6" stroke="${seam(one)}"`) + line('M4-3v16M14-3v16M24-3v16M34-3v16M44-3v16M54-3v16M64-3v16', seam(one, 0.35), 2) + (row.team ? crestOf(row.team, 35, 112, 20) : '')); return { defs: knit.defs + SHADES, body: sock(182, 62) + sock(76, 92), floor: [214, 346, 138, 11] }; },
  bottle: (row, one, two) => ({ defs: linear('gx', [[0, '#000', 0.34], [0.2, '#fff', 0.42], [0.36, '#fff', 0.04], [0.75, '#000', 0.06], [0.9, '#fff', 0.2], [1, '#000', 0.34]]), body: line('M172 60Q172 34 200 34Q228 34 228 60', darker(two, 0.1), 9) + rect(160, 56, 80, 40, two, `rx="8" stroke="${seam(two)}"`) + rect(160, 56, 80, 40, 'url(#gx)', 'rx="8"') + line('M168 62v28M178 62v28M188 62v28M198 62v28M208 62v28M218 62v28M228 62v28', seam(two, 0.4), 1.6) + path('M166 96H234Q262 110 262 146V322Q262 350 236 350H164Q138 350 138 322V146Q138 110 166 96Z', one) + rect(138, 300, 124, 14, two) + path('M166 96H234Q262 110 262 146V322Q262 350 236 350H164Q138 350 138 322V146Q138 110 166 96Z', 'url(#gx)') + badge(row.team, 200, 206, 1.9, two, one), floor: [200, 353, 84, 10] }),
};

export function team(row) {
  const [one, two] = pair(row);
  return (TYPES[row.type] ?? MORE[row.type])(row, one, two);
}
