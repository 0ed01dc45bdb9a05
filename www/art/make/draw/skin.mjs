// Devices seen from the back, wearing a skin.
import { pair, surface, path, line, circle, rect, linear, radial, darker, lighter, seam, mix } from './kit.mjs';

const gloss = linear('gl', [[0, '#fff', 0.34], [0.38, '#fff', 0.06], [0.39, '#fff', 0], [1, '#000', 0.2]], '0 0 1 1') + radial('ln', [[0, '#6b7b92'], [0.35, '#20242e'], [1, '#0b0c10']], '.4 .38 .62');
const lens = (x, y, r) => circle(x, y, r + 4, '#1b1c20') + circle(x, y, r + 4, 'none', 'stroke="#6d7078" stroke-width="1.6"') + circle(x, y, r, 'url(#ln)') + circle(x - r * 0.3, y - r * 0.34, r * 0.22, '#fff', 'opacity=".65"');
const body = (x, y, w, h, r, fill, frame = '#3a3b41') => rect(x - 4, y - 4, w + 8, h + 8, frame, `rx="${r + 4}"`) + rect(x - 2.5, y - 2.5, w + 5, h + 5, 'none', `rx="${r + 3}" stroke="#9a9ca4" stroke-width="1.4"`) + rect(x, y, w, h, fill, `rx="${r}"`) + rect(x, y, w, h, 'url(#gl)', `rx="${r}"`);

const DEVICES = {
  phone: (fill, tone) => ({
    body: `<g transform="rotate(7 200 200)">${rect(116, 120, 4, 34, '#2b2c31', 'rx="2"')}${rect(285, 130, 4, 54, '#2b2c31', 'rx="2"')}${body(122, 42, 160, 314, 26, fill)}${rect(136, 56, 46, 92, darker(tone, 0.3), `rx="23" stroke="${lighter(tone, 0.4)}" stroke-opacity=".55"`)}${lens(159, 80, 14)}${lens(159, 123, 14)}${circle(198, 78, 5, '#f8edcf', 'stroke="#55585f"')}${line('M196 282l9-16l9 16', lighter(tone, 0.5), 3.4)}</g>`,
    floor: [196, 366, 104, 13],
  }),
  laptop: (fill, tone) => ({
    body: path('M34 306H366L378 322Q378 330 366 331H34Q22 330 22 322Z', '#b9bcc2') + path('M34 306H366L372 314H28Z', '#dadce0') + rect(166, 306, 68, 6, '#9b9ea5', 'rx="3"') + body(54, 92, 292, 210, 12, fill, '#a8abb2') + circle(200, 194, 15, darker(tone, 0.25), 'opacity=".85"') + line('M193 200l7-13l7 13', lighter(tone, 0.55), 3),
    floor: [200, 338, 180, 12],
  }),
  tablet: (fill, tone) => ({
    body: `<g transform="rotate(-5 200 200)">${body(90, 54, 220, 292, 20, fill, '#8f9299')}${rect(102, 66, 40, 40, darker(tone, 0.2), 'rx="12" opacity=".93"')}${lens(122, 86, 11)}${circle(150, 74, 3, '#f8edcf')}${line('M196 200l8-14l8 14', lighter(tone, 0.5), 3.4)}</g>`,
    floor: [200, 366, 130, 13],
  }),
  handheld: (fill, tone) => ({
    defs: linear('sc', [[0, '#4c5a72'], [0.5, '#1d2330'], [1, '#0d1017']], '0 0 1 1'),
    body: rect(30, 132, 340, 146, '#2d2e33', 'rx="46"') + rect(34, 136, 332, 138, fill, 'rx="42"') + rect(34, 136, 332, 138, 'url(#gl)', 'rx="42"') + rect(106, 144, 188, 122, '#16171b', 'rx="8"') + rect(114, 152, 172, 106, 'url(#sc)', 'rx="3"') + path('M114 152H190L130 258H114Z', '#fff', 'opacity=".07"')
      + circle(70, 178, 18, '#1b1c20') + circle(70, 178, 13, '#3a3c43') + circle(66, 174, 5, '#5d6069') + path('M64 214h12v10h10v12H76v10H64V236H54V224H64Z', '#26272c') + circle(330, 232, 18, '#1b1c20') + circle(330, 232, 13, '#3a3c43') + circle(326, 228, 5, '#5d6069')
      + [[330, 164, '#d4574a'], [346, 180, '#e2b43f'], [314, 180, '#4a82c4'], [330, 196, '#4f9a68']].map(([x, y, c]) => circle(x, y + 1.5, 8, '#15161a') + circle(x, y, 7.4, c)).join('') + line('M240 139h36M124 139h36', darker(tone, 0.4), 3),
    floor: [200, 288, 160, 13],
  }),
  earbuds: (fill, tone) => ({
    body: rect(98, 108, 204, 194, '#dfe0e3', 'rx="84"') + rect(102, 112, 196, 186, fill, 'rx="80"') + rect(102, 112, 196, 186, 'url(#gl)', 'rx="80"') + line('M103 184H297', darker(tone, 0.5), 4) + line('M105 188H295', '#fff', 1.4, 'opacity=".5"') + rect(180, 176, 40, 16, darker(tone, 0.35), 'rx="8"') + circle(200, 216, 4, '#8fe0a4') + path('M130 146Q150 122 190 120', 'none', 'stroke="#fff" stroke-width="7" opacity=".35"'),
    floor: [200, 310, 104, 14],
  }),
};

const SIZE = { phone: 1, laptop: 1.2, tablet: 1.15, handheld: 0.9, earbuds: 0.9 };

export function skin(row) {
  const [first, second] = pair(row);
  const leather = row.material === 'leather';
  const face = surface('c', leather ? 'mesh' : row.pattern, first, second, { size: (leather ? 0.8 : 1) * SIZE[row.type] });
  const tone = ['check', 'stripe'].includes(row.pattern) ? mix(first, second, 0.3) : first;
  const drawn = DEVICES[row.type](face.fill, tone);
  const stitched = leather ? line('M66 104H334V290H66Z', seam(first, 0.5), 1.6, 'stroke-dasharray="6 4"') : '';
  return { defs: face.defs + gloss + (drawn.defs ?? ''), body: drawn.body + stitched, floor: drawn.floor };
}
