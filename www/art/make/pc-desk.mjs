// Monitor, keyboard and mouse on a desk, with the case beside them: art/pc/desk.svg.
import { box, boxes, disc, line, num, placed, shadow, shape, times } from './pc-shape.mjs';

const put = placed([0, 0, 1]);
/** Width and height of the picture on the screen, in units of the view. */
const SCREENS = { 22: [392, 222], 24: [428, 242], 27: [480, 272], 32: [540, 304], 34: [560, 240] };
const CASES = { full: [150, 350], mid: [142, 308], small: [136, 262], pebble: [124, 196], mini: [116, 168] };
const TABLE = 640;

function monitor([w, h]) {
  const x = 390 - w / 2, y = TABLE - 96 - h;
  const hills = `M${x} ${num(y + h * 0.72)}Q${num(x + w * 0.2)} ${num(y + h * 0.42)} ${num(x + w * 0.42)} ${num(y + h * 0.66)}T${num(x + w * 0.78)} ${num(y + h * 0.58)}T${x + w} ${num(y + h * 0.5)}V${y + h}H${x}Z`;
  const near = `M${x} ${num(y + h * 0.86)}Q${num(x + w * 0.3)} ${num(y + h * 0.66)} ${num(x + w * 0.56)} ${num(y + h * 0.84)}T${x + w} ${num(y + h * 0.74)}V${y + h}H${x}Z`;
  return shadow(390, TABLE + 2, 130, 14) + shape(`M372 ${y + h}h36l6 ${TABLE - y - h - 8}h-48z`, '#3a3d44') + shape(`M372 ${y + h}h36l6 ${TABLE - y - h - 8}h-48z`, 'url(#lx)') + box(296, TABLE - 10, 188, 12, '#3a3d44', 'rx="5"') + box(296, TABLE - 10, 188, 12, 'url(#rod)', 'rx="5"')
    + box(x - 9, y - 9, w + 18, h + 24, '#1b1c20', 'rx="8"') + box(x - 9, y - 9, w + 18, h + 24, 'url(#ld)', 'rx="8" opacity=".6"') + box(x, y, w, h, '#c8dbe6') + box(x, y, w, h * 0.7, '#e9b98d', 'opacity=".55"') + disc(x + w * 0.68, y + h * 0.36, h * 0.12, '#f6e4b8') + shape(hills, '#4e7f86') + shape(near, '#1f4d3f')
    + boxes([[x + w * 0.06, y + h * 0.1, w * 0.3, h * 0.4]], '#fffdf8', 'opacity=".92"') + boxes([[x + w * 0.06, y + h * 0.1, w * 0.3, h * 0.06]], '#a63a24') + line(times(4, (n) => `M${num(x + w * 0.085)} ${num(y + h * (0.23 + n * 0.065))}h${num(w * (0.22 - n * 0.03))}`).join(''), '#9aa09b', 4)
    + shape(`M${x} ${y}H${num(x + w * 0.5)}L${num(x + w * 0.28)} ${y + h}H${x}Z`, '#fff', 'opacity=".07"') + disc(390, y + h + 7, 2.4, '#8ff0c0');
}
function box3d([w, h]) {
  const x = 800 - w / 2 - 10, y = TABLE - h - 12;
  return shadow(x + w / 2, TABLE - 2, w * 0.74, 13) + boxes([[x + 12, TABLE - 14, 26, 9], [x + w - 38, TABLE - 14, 26, 9]], '#17181b') + shape(`M${x - 30} ${y - 16}h${w}l30 16v${h}h${-w}l-30-14z`, '') + shape(`M${x - 30} ${y - 16}l30 16v${h}l-30-14z`, '#000', 'opacity=".22"') + shape(`M${x - 30} ${y - 16}h${w}l30 16h${-w}z`, '#fff', 'opacity=".2"')
    + box(x, y, w, h, '', 'rx="4"') + box(x, y, w, h, 'url(#ld)', 'rx="4"') + box(x + w * 0.56, y + 14, 16, h - 44, '#000', 'rx="8" opacity=".42"') + disc(x + 20, y + 20, 4, '#d5d8dc') + boxes([[x + 32, y + 18, 9, 3.6], [x + 46, y + 18, 7, 3.6]], '#0b0c0f') + box(x, y, w, h, 'none', 'rx="4" stroke="#000" stroke-opacity=".4"');
}
const lamp = ([w, h]) => { const x = 800 - w / 2 - 10 + w * 0.56, y = TABLE - h - 12; return box(x + 4, y + 22, 8, h - 60, '', 'rx="4" opacity=".45"') + box(x + 6.4, y + 24, 3.2, h - 64, '', 'rx="1.6"') + box(x + 7.4, y + 26, 1.2, h - 68, '#fff', 'opacity=".6"'); };

/** From a little above: rows get wider towards the viewer. */
function keyboard(compact, accent) {
  const [w, x0, y0] = compact ? [330, 225, 706] : [450, 140, 706];
  const rows = 5, out = [], marks = [];
  for (let r = 0; r < rows; r++) {
    const spread = 1 + r * 0.018, width = (w - 24) * spread, x = x0 + w / 2 - width / 2, y = y0 + 12 + r * 21, n = compact ? 15 : 20;
    const step = width / n;
    for (let c = 0; c < n; c++) {
      if (r === 4 && c > 3 && c < 10) { if (c === 4) out.push([x + c * step, y, step * 6 - 3, 17]); continue; }
      if (!compact && (c === 15 || (c > 15 && r === 0))) continue;
      (accent && ((r === 0 && c === 0) || (r === 2 && c === n - 1)) ? marks : out).push([x + c * step, y, step - 3, 17]);
    }
  }
  const d = `M${x0} ${y0}h${w}l16 122q1 8-8 8h${-w - 16}q-9 0-8-8z`;
  return shadow(x0 + w / 2, y0 + 128, w * 0.58, 16) + shape(d, '#000', 'opacity=".3" transform="translate(2 7)"') + shape(d, '') + shape(d, 'url(#ly)') + boxes(out, '#000', 'opacity=".42" transform="translate(0 2.4)"') + boxes(out, '') + boxes(out, '#fff', 'opacity=".16"') + boxes(out.map(([x, y, kw]) => [x + 2.4, y + 1.6, kw - 4.8, 10]), '#fff', 'opacity=".14"') + (accent ? boxes(marks, accent) + boxes(marks.map(([x, y, kw]) => [x + 2.4, y + 1.6, kw - 4.8, 10]), '#fff', 'opacity=".2"') : '') + shape(d, 'none', 'stroke="#000" stroke-opacity=".4"');
}
const MOUSE = 'M704 716c28 0 44 20 46 56c2 40-16 62-46 62s-48-22-46-62c2-36 18-56 46-56z';
const mouse = shadow(706, 832, 60, 14) + shape(MOUSE, '') + shape(MOUSE, 'url(#ld)') + line('M704 717v46M660 766q44 14 88 0', '#000', 1.6, 'opacity=".45"') + box(699, 730, 10, 24, '#0f1013', 'rx="5"') + box(701, 734, 3, 14, '#fff', 'rx="1.5" opacity=".3"') + shape(MOUSE, 'none', 'stroke="#000" stroke-opacity=".4"');

const ACCENTS = { cream: '#c9473c', navy: '#b3202c', sage: '#efe6d2', rose: '#702036' };
export function deskParts() {
  const wood = box(0, TABLE, 900, 260, '#b98a5c') + line(times(9, (n) => `M0 ${TABLE + 14 + n * 28}Q220 ${TABLE + 6 + n * 30} 460 ${TABLE + 18 + n * 27}T900 ${TABLE + 10 + n * 29}`).join(''), '#8a6138', 1.6, 'opacity=".4"') + box(0, TABLE, 900, 260, 'url(#ly)') + box(0, 0, 900, TABLE, '#e7e0d2') + box(0, 0, 900, TABLE, 'url(#ld)', 'opacity=".3"') + box(0, TABLE - 4, 900, 4, '#000', 'opacity=".1"') + line(`M0 ${TABLE}H900`, '#fff', 2, 'opacity=".35"');
  // A plant and a picture, so that a desk without a monitor is not bare.
  const leaf = (x, y, turn, tone, k = 1) => `<path d="M0 0C-26-30-24-84 0-118C24-84 26-30 0 0Z" fill="${tone}" transform="translate(${x} ${y})rotate(${turn})scale(${k})"/>`;
  const plant = shadow(84, TABLE + 4, 52, 9) + leaf(84, TABLE - 56, -46, '#2d5f45', 0.9) + leaf(84, TABLE - 56, 44, '#2d5f45', 0.95) + leaf(84, TABLE - 58, -22, '#3a7556') + leaf(84, TABLE - 58, 22, '#357050', 1.1) + leaf(84, TABLE - 60, 0, '#4a8a66', 1.2) + line(`M84 ${TABLE - 60}V${TABLE - 186}M84 ${TABLE - 58}l-34-96M84 ${TABLE - 58}l38-104`, '#fff', 1.4, 'opacity=".25"')
    + shape(`M50 ${TABLE - 66}h68l-9 68q-1 6-7 6h-36q-6 0-7-6z`, '#c9744f') + box(46, TABLE - 72, 76, 14, '#d6835d', 'rx="3"') + shape(`M50 ${TABLE - 66}h68l-9 68q-1 6-7 6h-36q-6 0-7-6z`, 'url(#lx)');
  const print = box(40, 44, 120, 150, '#000', 'opacity=".14" transform="translate(5 8)"') + box(40, 44, 120, 150, '#4d3a2a') + box(47, 51, 106, 136, '#fbf7ee') + box(58, 62, 84, 98, '#d9e3d8') + shape('M58 160V132q20-26 42-8t42-18v54z', '#1f4d3f') + disc(118, 90, 12, '#b2402a') + line('M86 174h28', '#a09a8c', 3) + box(40, 44, 120, 150, 'none', 'stroke="#fff" stroke-opacity=".2"');
  return [put('room', wood + print + plant), ...Object.entries(SCREENS).map(([inch, size]) => put(`screen-${inch}`, monitor(size))),
    ...Object.entries(CASES).flatMap(([shell, size]) => [put(`box-${shell}`, box3d(size)), put(`box-${shell}-lit`, lamp(size))]),
    put('keys-full', keyboard(false)), ...Object.entries(ACCENTS).map(([name, tone]) => put(`keys-${name}`, keyboard(true, tone))), put('mouse', mouse)];
}

export function desk(T, lit) {
  const ids = (rows, test) => rows.filter(test).map((row) => row.id);
  const layers = [{ part: 'room' }];
  for (const inch of Object.keys(SCREENS)) layers.push({ part: `screen-${inch}`, when: { monitor: ids(T.monitor, (row) => row.inch === inch) } });
  for (const shell of Object.keys(CASES)) {
    const when = { case: ids(T.casing, (row) => row.shell === shell) };
    layers.push({ part: `box-${shell}`, paint: 'finish', opens: 'case', when }, { part: `box-${shell}-lit`, paint: 'led', when: { ...when, led: lit } });
  }
  layers.push({ part: 'keys-full', paint: 'keyboard', when: { keyboard: ids(T.keyboard, (row) => !(row.id in ACCENTS)) } });
  for (const name of Object.keys(ACCENTS)) layers.push({ part: `keys-${name}`, paint: 'keyboard', when: { keyboard: [name] } });
  layers.push({ part: 'mouse', paint: 'mouse', when: { mouse: ids(T.mouse, () => true) } });
  return layers;
}
