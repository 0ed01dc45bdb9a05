// Draws the devices of the skins, www/art/skin/<device>.svg, and their small pictures <device>-card.svg. Run: node www/art/make/skins.mjs
// One unit is one millimetre. A file holds all views of a device, each in the middle of the same box: layers of the product files pick what they
// show. For each zone there is the part that is painted (`back`, `sides`, `camera`, …), the bare device where it is left out (`back-bare` …), what
// lies on top (`back-top` …), and the line that a plotter cuts (`die-back` …), holes included. Films are a little smaller than what they cover.
import { mkdirSync, writeFileSync } from 'node:fs';
import { MARKS, body, clip, darker, die, flash, formed, g, gloss, hole, key, lens, lighter, linear, logo, mix, num, path, plate, put, round, scenery, shadow, sheet, skin, slot, within } from './skin-kit.mjs';

const INSET = 0.5; // millimetres from the edge of what is covered to the film
const GAP = 5; // between the back and its unfolded sides
const box = (w, h, fill, more = {}) => path(`M0 0H${num(w)}V${num(h)}H0Z`, { fill, ...more });

/** What a screen shows through the films that can be laid on it. */
const films = (id, x, y, w, h, r) => {
  const d = plate(x, y, w, h, r);
  const lines = Array.from({ length: Math.floor(w / 1.6) }, (_, i) => `M${num(x + 0.8 + i * 1.6)} ${num(y)}V${num(y + h)}`).join('');
  return g('film-clear', gloss(id, x, y, w, h), path(d, { fill: 'none', stroke: '#fff', 'stroke-opacity': 0.35, 'stroke-width': 0.3 }))
    + g('film-matte', path(d, { fill: '#eef0f3', 'fill-opacity': 0.16 }), path(d, { fill: 'none', stroke: '#fff', 'stroke-opacity': 0.25, 'stroke-width': 0.3 }))
    + g('film-privacy', path(d, { fill: '#05060a', 'fill-opacity': 0.55 }), within(id, path(lines, { stroke: '#000', 'stroke-opacity': 0.35, 'stroke-width': 0.5 })), gloss(id, x, y, w, h))
    + die('film', d);
};

// ---------------------------------------------------------------- phones, tablets, readers

/** w, h, t: width, height, thickness. edge: what is on the sides, [side, millimetres from its middle, length, kind]. */
function slab(spec) {
  const { id, w, h, t, r, color, view: [W, H], island, hinge } = spec;
  // A tenth of the height stays free below, for the buttons of the views.
  const x = (W - w) / 2, y = H * 0.012 + (H * 0.9 - h) / 2, cx = W / 2, cy = y + h / 2;
  const outer = plate(x, y, w, h, r);
  const mark = logo(spec.mark, cx + (spec.logo?.[0] ?? 0), cy + (spec.logo?.[1] ?? 0), spec.logo?.[2] ?? 1, color);
  // The back: what the camera needs is left out of the film, and a hinge where there is one.
  const half = hinge ? (h - hinge) / 2 : 0;
  const field = (by) => (hinge
    ? slotted(x + by, y + by, w - 2 * by, half - 2 * by, r - by, 'top') + slotted(x + by, y + h - half + by, w - 2 * by, half - 2 * by, r - by, 'bottom')
    : plate(x + by, y + by, w - 2 * by, h - 2 * by, r - by));
  const isle = island && { x: x + island.x, y: y + island.y, w: island.w, h: island.h, r: island.r };
  const isleAt = (by) => plate(isle.x - by, isle.y - by, isle.w + 2 * by, isle.h + 2 * by, isle.r + by);
  const back = field(INSET + 0.3) + (isle ? isleAt(0.5) : '');
  const holes = (spec.holes ?? []).map(([dx, dy, radius]) => round(x + dx, y + dy, radius + 0.3)).join('');
  const defs = [clip('clip-back', back + holes)];
  const bare = mix(color, '#ffffff', 0.06);
  const out = [
    g('back-base', shadow(outer, W / 26), body(outer, id, color), path(field(0.7), { fill: bare }), path(mark.d, { fill: lighter(color, 0.35) }),
      hinge ? path(`M${num(x)} ${num(cy - hinge / 2)}H${num(x + w)}V${num(cy + hinge / 2)}H${num(x)}Z`, { fill: darker(color, 0.3) }) + path(`M${num(x)} ${num(cy - hinge / 2)}H${num(x + w)}V${num(cy + hinge / 2)}H${num(x)}Z`, { fill: 'url(#turn-y)' }) : '',
      ...spec.edge.filter(([side]) => side === 'left' || side === 'right').filter(([, , , kind]) => kind === 'key').map(([side, at, length]) => key(side === 'left' ? x - 0.7 : x + w - 0.3, cy + at - length / 2, 1, length))),
    skin('back', back + holes), mark.parts,
    g('back-top', formed('clip-back', back, Math.min(1.6, w / 75)), ...(spec.holes ?? []).map(([dx, dy, radius]) => hole(x + dx, y + dy, radius))),
    g('back-gloss', gloss('clip-back', x, y, w, h)),
    die('back', back + holes + mark.d),
  ];
  if (isle) {
    const eyes = island.lenses.map(([a, b, c]) => [isle.x + a, isle.y + b, c]);
    const top = isleAt(-0.5) + eyes.map(([a, b, c]) => round(a, b, c + 0.35)).join('') + round(isle.x + island.flash[0], isle.y + island.flash[1], (island.flash[2] ?? 2.1) + 0.3) + (island.ear ? round(isle.x + island.ear[0], isle.y + island.ear[1], 0.9) : '') + (island.cover ? plate(...cover(isle, island.cover, 0.35)) : '');
    defs.push(clip('clip-camera', top), clip('clip-camera-2', isleAt(-0.5)));
    out.push(
      g('camera-base', shadow(isleAt(0), 2.4), body(isleAt(0), `${id}-isle`, color), path(isleAt(-0.45), { fill: mix(color, '#000000', 0.08) })),
      skin('camera', top), path(top, { id: 'camera-bare', fill: mix(color, '#000000', 0.08), 'fill-rule': 'evenodd' }),
      g('camera-top', within('clip-camera', path(isleAt(-0.5), { fill: 'url(#sheen)' })), path(isleAt(-0.5), { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.3 }),
        ...eyes.map(([a, b, c]) => lens(a, b, c)), flash(isle.x + island.flash[0], isle.y + island.flash[1], island.flash[2] ?? 2.1),
        island.ear ? hole(isle.x + island.ear[0], isle.y + island.ear[1], 0.55) : '', island.cover ? coverScreen(isle, island.cover) : ''),
      g('camera-gloss', gloss('clip-camera', isle.x, isle.y, isle.w, isle.h)),
      die('camera', top));
  }
  const sides = unfolded(spec, x, y, cx, cy);
  out.push(
    g('sides-base', path(outer, { fill: color, 'fill-opacity': 0.18 }), path(outer, { fill: 'none', stroke: '#6b6456', 'stroke-width': 0.3, 'stroke-dasharray': '1.6 1.2' }), ...sides.strips.map(([d]) => shadow(d, 1.6)), ...sides.strips.map(([d]) => path(d, { fill: bare }))),
    g('sides-veil', path(outer, { fill: '#f2efe8', 'fill-opacity': 0.62 }), isle ? path(isleAt(0), { fill: 'none', stroke: '#6b6456', 'stroke-width': 0.3, 'stroke-dasharray': '1.6 1.2' }) : '', path(outer, { fill: 'none', stroke: '#6b6456', 'stroke-width': 0.3, 'stroke-dasharray': '1.6 1.2' })),
    skin('sides', sides.film), path(sides.film, { id: 'sides-bare', fill: bare, 'fill-rule': 'evenodd' }),
    g('sides-top', ...sides.strips.map(([d, turn]) => path(d, { fill: `url(#turn-${turn})` }) + path(d, { fill: 'none', stroke: '#000', 'stroke-opacity': 0.3, 'stroke-width': 0.25 })), ...sides.things),
    die('sides', sides.film));
  // The front.
  const [top, side, bottom] = spec.frame;
  const glass = plate(x + side, y + top, w - 2 * side, h - top - bottom, spec.corner ?? Math.max(1, r - side));
  const face = plate(x + INSET + 0.2, y + INSET + 0.2, w - 2 * INSET - 0.4, h - 2 * INSET - 0.4, r - 0.6);
  const ear = spec.ear ? slot(cx - spec.ear / 2, y + top / 2 - 0.45, spec.ear, 0.9) : '';
  const eye = spec.eye ? round(cx + (spec.eye[0] ?? 0), y + spec.eye[1], spec.eye[2] + 0.3) : '';
  const frame = face + plate(x + side - 0.3, y + top - 0.3, w - 2 * side + 0.6, h - top - bottom + 0.6, (spec.corner ?? Math.max(1, r - side)) + 0.3) + ear + (spec.eye?.[3] ? '' : eye) + (spec.button ? round(cx, y + h - bottom / 2, spec.button + 0.3) : '');
  defs.push(clip('clip-screen', frame), clip('clip-glass', glass));
  out.push(
    g('screen-base', shadow(outer, W / 26), body(outer, `${id}-front`, color), path(face, { fill: spec.face ?? '#0c0d10' }),
      ...spec.edge.filter(([s, , , kind]) => kind === 'key' && (s === 'left' || s === 'right')).map(([s, at, length]) => key(s === 'right' ? x - 0.7 : x + w - 0.3, cy + at - length / 2, 1, length))),
    skin('screen', frame), path(frame, { id: 'screen-bare', fill: spec.face ?? '#0c0d10', 'fill-rule': 'evenodd' }),
    g('screen-top', within('clip-screen', path(outer, { fill: 'url(#sheen)' })), path(face, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.3 }),
      path(glass, { fill: '#0b0c10' }), within('clip-glass', spec.paper ? page(x + side, y + top, w - 2 * side, h - top - bottom) : scenery(id, x + side, y + top, w - 2 * side, h - top - bottom, spec.scene)),
      path(glass, { fill: 'none', stroke: '#000', 'stroke-opacity': 0.7, 'stroke-width': 0.5 }),
      ear ? path(ear, { fill: '#050608' }) : '', spec.eye ? hole(cx + spec.eye[0], y + spec.eye[1], spec.eye[2]) + hole(cx + spec.eye[0] - 0.3, y + spec.eye[1] - 0.3, spec.eye[2] * 0.4, '#31406a') : '',
      spec.button ? path(round(cx, y + h - bottom / 2, spec.button), { fill: darker(spec.face, 0.25) }) + path(round(cx, y + h - bottom / 2, spec.button), { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.3 }) : '',
      hinge ? within('clip-glass', path(`M0 ${num(cy - 2.4)}H${num(W)}V${num(cy + 2.4)}H0Z`, { fill: 'url(#turn-y)', 'fill-opacity': 0.45 })) : ''),
    films('clip-glass', x + side, y + top, w - 2 * side, h - top - bottom, spec.corner ?? Math.max(1, r - side)), die('screen', frame));
  return { W, H, defs, out };
}

/** A half of a folding back: round corners at one end, nearly square ones at the hinge. */
function slotted(x, y, w, h, r, end) {
  const e = r * 1.28, c = r * 0.3544, q = 1.2, X = x + w, Y = y + h;
  const up = `M${num(x + e)} ${num(y)}H${num(X - e)}C${num(X - c)} ${num(y)} ${num(X)} ${num(y + c)} ${num(X)} ${num(y + e)}V${num(Y - q)}C${num(X)} ${num(Y - q / 2)} ${num(X - q / 2)} ${num(Y)} ${num(X - q)} ${num(Y)}H${num(x + q)}C${num(x + q / 2)} ${num(Y)} ${num(x)} ${num(Y - q / 2)} ${num(x)} ${num(Y - q)}V${num(y + e)}C${num(x)} ${num(y + c)} ${num(x + c)} ${num(y)} ${num(x + e)} ${num(y)}Z`;
  return end === 'top' ? up : put(up, 0, 2 * y + h, 1, -1);
}
const cover = (isle, [a, b, w, h, r], by) => [isle.x + a - by, isle.y + b - by, w + 2 * by, h + 2 * by, r + by];
function coverScreen(isle, it) {
  const [a, b, w, h, r] = cover(isle, it, 0);
  return path(plate(a, b, w, h, r), { fill: '#0a0b0f' }) + path(`M${num(a + 4)} ${num(b + h - 5)}C${num(a + w * 0.3)} ${num(b + h * 0.35)} ${num(a + w * 0.55)} ${num(b + h * 1.05)} ${num(a + w - 4)} ${num(b + h * 0.3)}`, { fill: 'none', stroke: '#6fd0c0', 'stroke-width': 0.7, 'stroke-linecap': 'round' }) + hole(a + w * 0.24, b + h * 0.3, 1.9, '#f2c27a') + path(plate(a, b, w, h, r), { fill: 'url(#sheen)', 'fill-opacity': 0.7 });
}
/** A page of a book, as lines. */
function page(x, y, w, h) {
  const lines = [];
  for (let i = 0, top = y + 16; top < y + h - 12; i += 1, top += 4.6) lines.push(path(`M${num(x + 9)} ${num(top)}H${num(x + w - (i % 6 === 5 ? 9 + w * 0.35 : 9 + ((i * 7) % 5) * 0.5))}`, { stroke: '#55534c', 'stroke-width': 1, 'stroke-opacity': 0.75 }));
  return path(`M${num(x)} ${num(y)}H${num(x + w)}V${num(y + h)}H${num(x)}Z`, { fill: '#e4e1d6' }) + path(`M${num(x + w * 0.34)} ${num(y + 8.6)}H${num(x + w * 0.66)}`, { stroke: '#3c3a35', 'stroke-width': 1.5 }) + lines.join('');
}

/** The four sides, laid out round the back. */
function unfolded({ w, h, t, r, edge, hinge }, x, y, cx, cy) {
  const e = r * 0.62, q = t * 0.3;
  const strips = [], things = [];
  let film = '';
  const run = (length) => (hinge && length > w ? [[-length / 2, (length - hinge) / 2], [hinge / 2, (length - hinge) / 2]] : [[-length / 2, length]]);
  for (const side of ['left', 'right', 'top', 'bottom']) {
    const tall = side === 'left' || side === 'right';
    const length = (tall ? h : w) - 2 * e;
    const base = { left: x - GAP - t, right: x + w + GAP, top: y - GAP - t, bottom: y + h + GAP }[side];
    for (const [from, long] of run(length)) {
      const at = (by) => (tall ? slot(base + by, cy + from + by, t - 2 * by, long - 2 * by, q) : slot(cx + from + by, base + by, long - 2 * by, t - 2 * by, q));
      strips.push([at(0), tall ? 'x' : 'y']);
      film += at(INSET);
    }
    for (const [, offset, long, kind] of edge.filter(([name]) => name === side)) {
      if (Math.abs(offset) + long / 2 > length / 2 - INSET - 1) throw new Error(`${side}: a ${kind} at ${offset} runs out of the strip of ${num(length)} mm`);
      const wide = { key: t * 0.34, port: Math.min(3.4, t * 0.46), pen: t * 0.3, dots: 1.2 }[kind];
      const at = (by) => (tall ? [base + t / 2 - wide / 2 - by, cy + offset - long / 2 - by, wide + 2 * by, long + 2 * by] : [cx + offset - long / 2 - by, base + t / 2 - wide / 2 - by, long + 2 * by, wide + 2 * by]);
      film += slot(...at(0.5));
      if (kind === 'key') things.push(key(...at(0), tall ? 'x' : 'y'));
      else if (kind === 'dots') for (let i = 0; i < Math.round(long / 2); i += 1) things.push(hole(cx + offset - long / 2 + 1 + i * 2, base + t / 2, 0.55));
      else things.push(path(slot(...at(0)), { fill: kind === 'port' ? '#0c0d10' : '#5a5e66' }), path(slot(...at(0)), { fill: 'none', stroke: '#9a9ea6', 'stroke-width': 0.25 }), kind === 'port' ? path(slot(cx + offset - long * 0.33, base + t / 2 - 0.35, long * 0.66, 0.7), { fill: '#3d4047' }) : '');
    }
  }
  return { strips, things, film };
}

// ---------------------------------------------------------------- laptops

/** A plate with a piece taken out of its upper or lower edge: what is drawn there before the edge goes on. */
function notched(d, edge, way) {
  const pieces = d.match(/[MHVCZ][^MHVCZ]*/g);
  pieces[edge === 'top' ? 1 : 5] = way + pieces[edge === 'top' ? 1 : 5];
  return pieces.join('');
}
/** A rectangle in few letters; a round-joined stroke rounds it. */
const block = (x, y, w, h) => `M${num(x)} ${num(y)}h${num(w)}v${num(h)}h${num(-w)}z`;

function laptop({ id, w, h, r, color, view: [W, H], mark, pad, scene }) {
  const x = (W - w) / 2, y = H * 0.012 + (H * 0.9 - h) / 2, cx = W / 2;
  const outer = plate(x, y, w, h, r);
  const notch = `M${num(cx - w * 0.3)} ${num(y)}H${num(cx + w * 0.3)}L${num(cx + w * 0.29)} ${num(y + 3)}H${num(cx - w * 0.29)}Z`;
  const lid = notched(plate(x + 1, y + 1, w - 2, h - 2, r - 1), 'top', `H${num(cx - w * 0.305)}V${num(y + 3.8)}H${num(cx + w * 0.305)}V${num(y + 1)}`);
  const it = logo(mark, cx, y + h * 0.5, 2, color);
  // The deck: keys, speakers, touchpad.
  const kx = x + w * 0.088, ky = y + h * 0.085, kw = w * 0.824, kh = h * 0.46, unit = kw / 15, row = kh / 5.6;
  const ROWS = [Array(14).fill(1).map((v, i) => (i === 13 ? 1.5 : v)), [1, ...Array(12).fill(1), 2], [1.5, ...Array(12).fill(1), 1.5], [1.8, ...Array(11).fill(1), 2.2], [2.3, ...Array(10).fill(1), 2.7], [1, 1, 1, 1.25, 5.3, 1.25, 1, 1, 1, 1.2]];
  let keys = '', faces = '', down = ky;
  ROWS.forEach((widths, i) => {
    const tall = i === 0 ? row * 0.6 : row;
    const sum = widths.reduce((a, b) => a + b, 0);
    let across = kx;
    for (const width of widths) {
      const wide = (width / sum) * kw;
      keys += block(across + 1.3, down + 1.3, wide - 2.6, tall - 2.6);
      faces += block(across + 1.9, down + 1.5, wide - 3.8, tall - 4);
      across += wide;
    }
    down += tall;
  });
  const well = slot(kx - 1.4, ky - 1.4, kw + 2.8, kh + 2.8, 3);
  const speakers = [x + w * 0.026, x + w * 0.934].map((left) => slot(left, ky, w * 0.04, kh, 2));
  const [pw, ph] = pad, px = cx - pw / 2, py = y + h - ph - h * 0.055;
  const padAt = (by) => plate(px - by, py - by, pw + 2 * by, ph + 2 * by, 4 + by);
  const palm = notched(plate(x + 1, y + 1, w - 2, h - 2, r - 1), 'bottom', `H${num(cx + 17)}C${num(cx + 15)} ${num(y + h - 5.2)} ${num(cx - 15)} ${num(y + h - 5.2)} ${num(cx - 17)} ${num(y + h - 1)}`) + slot(kx - 2, ky - 2, kw + 4, kh + 4, 3.6) + speakers.map((d, i) => slot([x + w * 0.026, x + w * 0.934][i] - 0.6, ky - 0.6, w * 0.04 + 1.2, kh + 1.2, 2.6)).join('') + padAt(0.5);
  const touch = padAt(-0.4);
  let dots = '';
  for (const left of [x + w * 0.026, x + w * 0.934]) for (let b = ky + 3; b < ky + kh - 2; b += 3) for (let a = left + 2; a < left + w * 0.04 - 1; a += 3) dots += round(a, b, 0.55);
  // The screen, and a sliver of the base in front of it.
  const sy = H * 0.012 + (H * 0.9 - h * 1.065) / 2, panel = plate(x, sy, w, h * 0.97, r);
  const [fx, fy, fw, fh] = [x + 6.5, sy + 9, w - 13, h * 0.97 - 24];
  const glass = plate(fx, fy, fw, fh, 3);
  const bezel = plate(x + 1, sy + 1, w - 2, h * 0.97 - 2, r - 1) + plate(fx - 0.4, fy - 0.4, fw + 0.8, fh + 0.8, 3.4) + round(cx, sy + 5, 1.9);
  const base = `M${num(x - 3)} ${num(sy + h * 0.985)}H${num(x + w + 3)}L${num(x + w + 11)} ${num(sy + h * 1.045)}C${num(x + w + 11)} ${num(sy + h * 1.062)} ${num(x + w + 5)} ${num(sy + h * 1.065)} ${num(x + w)} ${num(sy + h * 1.065)}H${num(x)}C${num(x - 5)} ${num(sy + h * 1.065)} ${num(x - 11)} ${num(sy + h * 1.062)} ${num(x - 11)} ${num(sy + h * 1.045)}Z`;
  const defs = [clip('clip-back', lid), clip('clip-palm', palm), clip('clip-touchpad', touch), clip('clip-screen', bezel), clip('clip-glass', glass),
    linear('keywell', [0, 0, 0, 1], [[0, '#0c0d0f'], [1, '#25272b']])];
  const out = [
    g('back-base', shadow(outer, 9), body(outer, id, color), path(plate(x + 0.8, y + 0.8, w - 1.6, h - 1.6, r - 0.8), { fill: mix(color, '#ffffff', 0.05) }), path(it.d, { fill: 'url(#steel)' })),
    skin('back', lid), it.parts,
    g('back-top', formed('clip-back', plate(x + 1, y + 1, w - 2, h - 2, r - 1), 2.2), path(notch, { fill: '#1b1c20' }), path(notch, { fill: 'url(#turn-y)' })),
    g('back-gloss', gloss('clip-back', x, y, w, h)), die('back', lid + it.d),
    g('palm-base', shadow(outer, 9), body(outer, `${id}-deck`, color), path(plate(x + 0.8, y + 0.8, w - 1.6, h - 1.6, r - 0.8), { fill: mix(color, '#ffffff', 0.05) })),
    skin('palm', palm), path(palm, { id: 'palm-bare', fill: mix(color, '#ffffff', 0.05), 'fill-rule': 'evenodd' }),
    g('palm-top', within('clip-palm', path(outer, { fill: 'url(#sheen)' })), path(palm, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.35 }),
      path(well, { fill: 'url(#keywell)' }), path(keys, { fill: '#0d0e11', stroke: '#0d0e11', 'stroke-width': 1.2, 'stroke-linejoin': 'round' }), path(faces, { fill: '#2c2e34', stroke: '#383b42', 'stroke-width': 1, 'stroke-linejoin': 'round' }),
      ...speakers.map((d) => path(d, { fill: color })), path(dots, { fill: '#0b0c0e' })),
    g('touchpad-base', path(padAt(0), { fill: darker(color, 0.12) }), path(padAt(0), { fill: 'none', stroke: '#000', 'stroke-opacity': 0.4, 'stroke-width': 0.4 })),
    skin('touchpad', touch), path(touch, { id: 'touchpad-bare', fill: mix(color, '#ffffff', 0.1) }),
    g('touchpad-top', formed('clip-touchpad', touch, 0.5)), die('palm', palm), die('touchpad', touch),
    g('screen-base', shadow(base, 7), shadow(panel, 5), body(panel, `${id}-panel`, color), path(plate(x + 0.8, sy + 0.8, w - 1.6, h * 0.97 - 1.6, r - 0.8), { fill: '#131418' }),
      path(`M${num(cx - w * 0.3)} ${num(sy + h * 0.96)}H${num(cx + w * 0.3)}V${num(sy + h * 0.99)}H${num(cx - w * 0.3)}Z`, { fill: '#1b1c20' }), body(base, `${id}-base`, color), path(base, { fill: 'url(#turn-y)', 'fill-opacity': 0.5 }), path(slot(cx - 21, sy + h * 1.03, 42, 3, 1.5), { fill: '#000', 'fill-opacity': 0.3 })),
    skin('screen', bezel), path(bezel, { id: 'screen-bare', fill: '#131418', 'fill-rule': 'evenodd' }),
    g('screen-top', within('clip-screen', path(panel, { fill: 'url(#sheen)' })), path(glass, { fill: '#0b0c10' }), within('clip-glass', scenery(id, fx, fy, fw, fh, scene)), path(glass, { fill: 'none', stroke: '#000', 'stroke-opacity': 0.7, 'stroke-width': 0.6 }), hole(cx, sy + 5, 1.3), hole(cx - 0.3, sy + 4.7, 0.5, '#31406a')),
    films('clip-glass', fx, fy, fw, fh, 3), die('screen', bezel),
  ];
  return { W, H, defs, out };
}

// ---------------------------------------------------------------- to play with

const stick = (x, y, r) => `<circle cx="${num(x)}" cy="${num(y)}" r="${num(r * 1.25)}" fill="url(#dish)"/><circle cx="${num(x + r * 0.1)}" cy="${num(y + r * 0.16)}" r="${num(r)}" fill="#000" fill-opacity=".5"/><circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="url(#dome)"/><circle cx="${num(x)}" cy="${num(y)}" r="${num(r * 0.72)}" fill="url(#dish)"/><circle cx="${num(x)}" cy="${num(y)}" r="${num(r)}" fill="none" stroke="url(#bevel)" stroke-width=".4"/>`;
const cross = (x, y, a, b) => put('M-1 -3H1V-1H3V1H1V3H-1V1H-3V-1H-1Z', x, y, a, b);
function buttons(x, y, gap, r) {
  return [[0, -gap, '#c9543f'], [gap, 0, '#d9a532'], [0, gap, '#4c9a63'], [-gap, 0, '#3f78bd']].map(([dx, dy, c]) => hole(x + dx + 0.2, y + dy + 0.4, r, '#000') + hole(x + dx, y + dy, r, '#24262b') + hole(x + dx, y + dy, r * 0.62, c) + `<circle cx="${num(x + dx)}" cy="${num(y + dy)}" r="${num(r)}" fill="url(#sheen)"/>`).join('');
}

function handheld({ id, w, h, t, color, view: [W, H], mark, scene }) {
  const cx = W / 2, x = (W - w) / 2, top = H * 0.012 + (H * 0.9 - h - t - 8) / 2, y = top + t + 8, cy = y + h / 2;
  const outer = plate(x, y, w, h, h * 0.34);
  const face = plate(x + 0.8, y + 0.8, w - 1.6, h - 1.6, h * 0.34 - 0.8);
  const [sw, sh] = [w * 0.6, h * 0.86];
  const panel = slot(cx - sw / 2, cy - sh / 2, sw, sh, 4);
  const [gw, gh] = [sw - 9, sh - 9];
  const glass = slot(cx - gw / 2, cy - gh / 2, gw, gh, 1.5);
  const L = cx - w * 0.4, R = cx + w * 0.4;
  const sticks = [[L, cy - h * 0.2], [R, cy + h * 0.16]];
  const dpad = [L, cy + h * 0.2], abxy = [R, cy - h * 0.2];
  const small = [[L + 14, y + 9], [R - 14, y + 9]];
  const film = face + slot(cx - sw / 2 - 0.5, cy - sh / 2 - 0.5, sw + 1, sh + 1, 4.5) + sticks.map(([a, b]) => round(a, b, 11.6)).join('') + round(...dpad, 12.4) + round(...abxy, 13.6) + small.map(([a, b]) => slot(a - 3.4, b - 1.9, 6.8, 3.8)).join('');
  const edge = slot(x + 12, top, w - 24, t, t * 0.42);
  const keysAt = [[x + 16, 34], [x + w - 50, 34]];
  const strip = slot(x + 12.6, top + 0.6, w - 25.2, t - 1.2, t * 0.4) + keysAt.map(([a, b]) => slot(a - 0.5, top + 2.5, b + 1, t - 5, 3)).join('') + slot(cx + 30, top + t / 2 - 1.6, 12, 3.2) + slot(cx - 8, top + t / 2 - 2.2, 10, 4.4) + slot(cx - 44, top + t / 2 - 3, 24, 6, 2);
  const it = logo(mark, cx, cy, 1.7, color);
  const vents = Array.from({ length: 9 }, (_, i) => slot(cx - 24 + i * 5.6, y + h * 0.15, 2.6, 12)).join('');
  const screws = [[x + 26, y + 15], [x + w - 26, y + 15], [x + 26, y + h - 15], [x + w - 26, y + h - 15]];
  const rear = face + vents + screws.map(([a, b]) => round(a, b, 2.4)).join('') + [L, R].map((a) => slot(a - 4, cy - 4, 8, 16, 3)).join('');
  const defs = [clip('clip-screen', film), clip('clip-glass', glass), clip('clip-back', rear)];
  const bare = mix(color, '#ffffff', 0.05);
  return { W, H, defs, out: [
    g('sides-base', shadow(edge, 3), path(edge, { fill: bare })), skin('sides', strip), path(strip, { id: 'sides-bare', fill: bare, 'fill-rule': 'evenodd' }),
    g('sides-top', path(edge, { fill: 'url(#turn-y)' }), ...keysAt.map(([a, b]) => path(slot(a, top + 3, b, t - 6, 2.6), { fill: 'url(#key)' }) + path(slot(a, top + 3, b, t - 6, 2.6), { fill: 'url(#turn-y)', 'fill-opacity': 0.6 })), key(cx + 30.5, top + t / 2 - 1.1, 11, 2.2, 'y'), path(slot(cx - 7.5, top + t / 2 - 1.7, 9, 3.4), { fill: '#0c0d10' }), path(slot(cx - 43.5, top + t / 2 - 2.5, 23, 5, 1.6), { fill: '#121317' }),
      ...Array.from({ length: 6 }, (_, i) => path(slot(cx - 42 + i * 3.6, top + t / 2 - 1.7, 1.6, 3.4), { fill: '#33363c' }))), die('sides', strip),
    g('screen-base', shadow(outer, 6), body(outer, id, color), path(face, { fill: bare })), skin('screen', film), path(film, { id: 'screen-bare', fill: bare, 'fill-rule': 'evenodd' }),
    g('screen-top', formed('clip-screen', face, 1.5), path(panel, { fill: '#0a0b0e' }), path(panel, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.4 }), within('clip-glass', scenery(id, cx - gw / 2, cy - gh / 2, gw, gh, scene)),
      ...sticks.map(([a, b]) => stick(a, b, 8.6)), path(round(...dpad, 11.9), { fill: 'url(#dish)' }), path(cross(dpad[0] + 0.3, dpad[1] + 0.6, 3.2, 3.2), { fill: '#000', 'fill-opacity': 0.5 }), path(cross(...dpad, 3.2, 3.2), { fill: 'url(#dome)' }), path(cross(...dpad, 3.2, 3.2), { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.35 }),
      path(round(...abxy, 13.1), { fill: 'url(#dish)' }), buttons(...abxy, 7.6, 3.9), ...small.map(([a, b]) => path(slot(a - 2.9, b - 1.4, 5.8, 2.8), { fill: 'url(#key)' }))),
    g('screen-gloss', gloss('clip-screen', x, y, w, h)),
    films('clip-glass', cx - gw / 2, cy - gh / 2, gw, gh, 1.5), die('screen', film),
    g('back-base', shadow(outer, 6), body(outer, `${id}-rear`, color), path(face, { fill: bare }), path(it.d, { fill: 'url(#steel)' })), skin('back', rear), it.parts,
    g('back-top', formed('clip-back', face, 1.6), path(vents, { fill: '#0d0e11' }), ...screws.map(([a, b]) => hole(a, b, 1.9, '#2a2c31') + path(cross(a, b, 0.36, 0.36), { fill: '#0b0c0e' })), ...[L, R].map((a) => path(slot(a - 3.5, cy - 3.5, 7, 15, 2.6), { fill: 'url(#key)' }) + path(slot(a - 3.5, cy - 3.5, 7, 15, 2.6), { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.3 }))),
    g('back-gloss', gloss('clip-back', x, y, w, h)), die('back', rear + it.d),
  ] };
}

/** A cubic cut in two at t. */
function split([a, b, c, d], t) {
  const mid = (p, q) => [0, 1].map((i) => p[i] + (q[i] - p[i]) * t);
  const ab = mid(a, b), bc = mid(b, c), cd = mid(c, d), abc = mid(ab, bc), bcd = mid(bc, cd), m = mid(abc, bcd);
  return [[a, ab, abc, m], [m, bcd, cd, d]];
}

function pad({ id, color, view: [W, H], mark }) {
  const cx = W / 2, oy = H * 0.012 + (H * 0.9 - 106) / 2;
  // The right half of the outline; the left one is its mirror image.
  const right = 'C22 1 30 -2 44 0C58 2 66 10 70 24C76 45 80 72 78 90C77 103 66 111 55 105C46 100 42 86 34 78C28 72 14 71 0 71';
  const mirror = 'C-14 71 -28 72 -34 78C-42 86 -46 100 -55 105C-66 111 -77 103 -78 90C-80 72 -76 45 -70 24C-66 10 -58 2 -44 0C-30 -2 -22 1 0 1';
  const outer = put(`M0 1${right}${mirror}Z`, cx, oy);
  // Shell and grips are pieces of one outline, cut by a seam three tenths of a millimetre to either side.
  const k = (d) => put(d, cx, oy + 1.2, 0.985, 0.978), km = (d) => put(d, cx, oy + 1.2, -0.985, 0.978);
  const SIDE = [[70, 24], [76, 45], [80, 72], [78, 90]], TIP = [[78, 90], [77, 103], [66, 111], [55, 105]], INNER = [[55, 105], [46, 100], [42, 86], [34, 78]];
  const c = (list) => 'C' + list.slice(1).map(([a, b]) => `${num(a)} ${num(b)}`).join(' ');
  const at = ([a, b]) => `${num(a)} ${num(b)}`;
  const [sideShell] = split(SIDE, 0.325), [, sideGrip] = split(SIDE, 0.335), [innerGrip] = split(INNER, 0.49), [, innerShell] = split(INNER, 0.51);
  const grip = `M${at(sideGrip[0])}${c(sideGrip)}${c(TIP)}${c(innerGrip)}C58.3 76.3 72.3 62.3 ${at(sideGrip[0])}Z`;
  const grips = k(grip) + km(grip);
  const half = `C22 1 30 -2 44 0C58 2 66 10 70 24${c(sideShell)}C71.7 61.7 57.7 75.7 ${at(innerShell[0])}${c(innerShell)}C28 72 14 71 0 71`;
  // The other half, backwards and mirrored.
  const back = (way) => { const n = [...way.matchAll(/-?\d*\.?\d+/g)].map(Number), points = []; for (let i = 0; i < n.length; i += 2) points.push([-n[i], n[i + 1]]); points.unshift([0, 1]); points.reverse(); return points.slice(1).reduce((out, point, i) => out + (i % 3 ? ' ' : 'C') + at(point), ''); };
  const body1 = k(`M0 1${half}${back(half)}Z`);
  const face = put(`M0 1${right}${mirror}Z`, cx, oy + 1.2, 0.985, 0.978);
  const plateAt = (by) => slot(cx - 20 - by, oy + 8 - by, 40 + 2 * by, 24 + 2 * by, 5 + by);
  const L = [cx - 22, oy + 55], R = [cx + 22, oy + 55], D = [cx - 46, oy + 28], A = [cx + 46, oy + 28];
  const it = logo(mark, cx, oy + 57.5, 0.62, color);
  const holes = round(...L, 13.2) + round(...R, 13.2) + round(...D, 13.4) + round(...A, 14.4) + slot(cx - 29.4, oy + 10.4, 3.6, 7.6) + slot(cx + 25.8, oy + 10.4, 3.6, 7.6);
  const shell = body1 + plateAt(0.5) + holes;
  const notch = 'M-58 14C-50 8 -38 7.5 -30 11L-33 24C-42 22 -52 23 -59.5 28Z', trigger = 'M-57.3 14.6C-50 9 -38.4 8.5 -30.9 11.7L-33.5 23.1C-42 21.2 -51.6 22 -58.5 26.6Z';
  const rear = body1 + [1, -1].map((s) => put(notch, cx, oy, s, 1)).join('') + slot(cx - 5.6, oy + 4, 11.2, 5, 2.2);
  const triggers = [1, -1].map((s) => put(trigger, cx, oy, s, 1));
  const defs = [clip('clip-back', shell), clip('clip-rear', rear), clip('clip-camera', plateAt(-0.4)), clip('clip-sides', grips)];
  const bare = mix(color, '#ffffff', 0.06);
  const lines = path(grips, { fill: 'none', stroke: '#000', 'stroke-opacity': 0.45, 'stroke-width': 0.5 });
  return { W, H, defs, out: [
    g('back-base', shadow(outer, 6), body(outer, id, color), path(face, { fill: bare })), skin('back', shell), it.parts,
    g('back-top', formed('clip-back', face, 2), path(body1, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.2 }), path(it.d, { fill: 'none', stroke: '#000', 'stroke-opacity': 0.25, 'stroke-width': 0.15 })),
    g('back-gloss', gloss('clip-back', cx - 80, oy, 160, 108)), die('back', shell + it.d),
    g('sides-base', path(grips, { fill: bare })), skin('sides', grips), path(grips, { id: 'sides-bare', fill: bare }), g('sides-top', formed('clip-sides', grips, 1.2), lines), die('sides', grips),
    g('camera-base', path(plateAt(0), { fill: darker(color, 0.2) })), skin('camera', plateAt(-0.4)), path(plateAt(-0.4), { id: 'camera-bare', fill: mix(color, '#ffffff', 0.12) }), g('camera-top', formed('clip-camera', plateAt(-0.4), 0.7)), g('camera-gloss', gloss('clip-camera', cx - 20, oy + 8, 40, 24)), die('camera', plateAt(-0.4)),
    g('controls', stick(...L, 9.8), stick(...R, 9.8), path(round(...D, 12.9), { fill: 'url(#dish)' }), path(cross(D[0] + 0.3, D[1] + 0.7, 3.5, 3.5), { fill: '#000', 'fill-opacity': 0.5 }), path(cross(...D, 3.5, 3.5), { fill: 'url(#dome)' }), path(cross(...D, 3.5, 3.5), { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.35 }),
      path(round(...A, 13.9), { fill: 'url(#dish)' }), buttons(...A, 8.1, 4.2), ...[-28.9, 26.3].map((dx) => path(slot(cx + dx, oy + 10.9, 2.6, 6.6), { fill: 'url(#key)' }))),
    g('rear-base', shadow(outer, 6), body(outer, `${id}-rear`, color), path(face, { fill: bare })), skin('rear', rear),
    g('rear-top', formed('clip-rear', face, 2.2), ...triggers.map((d) => path(d, { fill: 'url(#key)' }) + path(d, { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.5 })), path(slot(cx - 4.6, oy + 4.8, 9.2, 3.4, 1.7), { fill: '#0c0d10' }), ...[[-52, 60], [52, 60], [-24, 62], [24, 62]].map(([a, b]) => hole(cx + a, oy + b, 1.7, '#1c1d21'))),
    die('rear', rear),
  ] };
}

function buds({ id, w, h, color, view: [W, H], mark }) {
  const cx = W / 2, x = (W - w) / 2, y = H * 0.012 + (H * 0.9 - h) / 2, split = h * 0.38, r = h * 0.44;
  const outer = plate(x, y, w, h, r);
  const whole = plate(x + 0.5, y + 0.5, w - 1, h - 1, r - 0.5);
  // The seam lies within the bend, so films are clipped pieces of the whole.
  const line = y + split;
  const lidPath = cutAbove(x + 0.5, y + 0.5, w - 1, h - 1, r - 0.5, line - 0.7), casePath = cutBelow(x + 0.5, y + 0.5, w - 1, h - 1, r - 0.5, line + 0.7);
  const lamp = round(cx, line + 7, 1.3);
  const it = logo(mark, cx, line + 18, 0.62, color);
  const film = casePath + lamp, rearFilm = casePath + slot(cx - 2.2, y + h - 9, 4.4, 4.4), bar = slot(cx - 13, line - 2.4, 26, 4.8, 1.6);
  const defs = [clip('clip-back', film), clip('clip-rear', rearFilm), clip('clip-sides', lidPath)];
  const bare = mix(color, '#ffffff', 0.1);
  const base = (at) => shadow(outer, 3.4) + body(outer, `${id}${at}`, color) + path(whole, { fill: bare }) + path(`M${num(x + 0.4)} ${num(line)}H${num(x + w - 0.4)}`, { stroke: darker(color, 0.5), 'stroke-width': 0.9 });
  return { W, H, defs, out: [
    g('back-base', base(''), path(it.d, { fill: 'url(#steel)' })), skin('back', film), it.parts,
    g('back-top', formed('clip-back', casePath, 1), within('clip-back', path(whole, { fill: 'url(#turn-x)', 'fill-opacity': 0.6 })), hole(cx, line + 7, 0.95, '#8fe0a4'), hole(cx, line + 7, 0.4, '#e7fff0')),
    g('back-gloss', gloss('clip-back', x, y, w, h)), die('back', film + it.d),
    skin('sides', lidPath), path(lidPath, { id: 'sides-bare', fill: bare }), g('sides-top', formed('clip-sides', lidPath, 1), within('clip-sides', path(whole, { fill: 'url(#turn-x)', 'fill-opacity': 0.6 })), path(slot(cx - 5, line - 1.5, 10, 3, 1.5), { fill: darker(color, 0.25) }), path(slot(cx - 5, line - 1.5, 10, 3, 1.5), { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.25 })), die('sides', lidPath),
    g('rear-base', base('-rear')), skin('rear', rearFilm), g('rear-top', formed('clip-rear', casePath, 1), within('clip-rear', path(whole, { fill: 'url(#turn-x)', 'fill-opacity': 0.6 })), path(bar, { fill: 'url(#steel)' }), path(bar, { fill: 'url(#turn-y)', 'fill-opacity': 0.6 }), hole(cx, y + h - 6.8, 1.7, darker(color, 0.2)), path(round(cx, y + h - 6.8, 1.7), { fill: 'none', stroke: 'url(#bevel)', 'stroke-width': 0.25 })), die('rear', rearFilm),
  ] };
}

/** The outline of plate(), as points, cut by a level line: what is above it, and what is below. */
function outlinePoints(x, y, w, h, r) {
  const e = Math.min(r * 1.28, w / 2, h / 2), c = Math.min(r * 0.3544, e * 0.4477), X = x + w, Y = y + h, list = [];
  const corner = (a, b, d, f) => { for (let i = 0; i <= 24; i += 1) { const s = i / 24, q = 1 - s; list.push([0, 1].map((k) => q ** 3 * a[k] + 3 * q * q * s * b[k] + 3 * q * s * s * d[k] + s ** 3 * f[k])); } };
  corner([X - e, y], [X - c, y], [X, y + c], [X, y + e]);
  corner([X, Y - e], [X, Y - c], [X - c, Y], [X - e, Y]);
  corner([x + e, Y], [x + c, Y], [x, Y - c], [x, Y - e]);
  corner([x, y + e], [x, y + c], [x + c, y], [x + e, y]);
  return list;
}
function cut(points, line, keep) {
  const out = [];
  points.forEach((p, i) => {
    const q = points[(i + 1) % points.length], a = keep(p[1]), b = keep(q[1]);
    if (a) out.push(p);
    if (a !== b) { const s = (line - p[1]) / (q[1] - p[1]); out.push([p[0] + (q[0] - p[0]) * s, line]); }
  });
  return 'M' + out.map(([a, b]) => `${num(a)} ${num(b)}`).join('L') + 'Z';
}
const cutAbove = (x, y, w, h, r, line) => cut(outlinePoints(x, y, w, h, r), line, (v) => v <= line);
const cutBelow = (x, y, w, h, r, line) => cut(outlinePoints(x, y, w, h, r), line, (v) => v >= line);

// ---------------------------------------------------------------- the shop's devices

const DUSK = ['#2c2a5a', '#f0936b', '#ffe2a8', '#8a4a78', '#553066', '#2a1d44'];
const MORNING = ['#8fc3e8', '#f6e6c6', '#fff6d8', '#8fb3b0', '#4f8a80', '#24564f'];
const NIGHT = ['#0c1330', '#324a86', '#f2efdc', '#27406f', '#182a50', '#0c1730'];
const DESERT = ['#f2b37c', '#fbe3bd', '#fff7e2', '#d98a5c', '#b35c3c', '#6d3226'];

export const DEVICES = {
  'larch-5': () => slab({ id: 'larch-5', w: 71.5, h: 146.8, t: 7.8, r: 11.5, color: '#41454d', view: [160, 200], mark: 'larch', logo: [0, 12, 1], frame: [3, 2.6, 3], eye: [0, 7.4, 1.7, true], scene: DUSK,
    island: { x: 7, y: 7, w: 24, h: 43, r: 12, lenses: [[12, 11.6, 7.2], [12, 31.4, 7.2]], flash: [12, 21.5, 1.5] },
    edge: [['left', -36, 7, 'key'], ['left', -22, 12, 'key'], ['left', -8, 12, 'key'], ['right', -16, 19, 'key'], ['bottom', 0, 9, 'port'], ['bottom', 17, 12, 'dots'], ['bottom', -17, 12, 'dots'], ['top', 9, 2, 'dots']] }),
  'larch-5-grand': () => slab({ id: 'larch-5-grand', w: 77.8, h: 162.4, t: 8.3, r: 13, color: '#b8ab9a', view: [172, 215], mark: 'larch', logo: [0, 20, 1.1], frame: [2.8, 2.4, 2.8], eye: [0, 7.2, 1.7, true], scene: MORNING,
    island: { x: 5.5, y: 5.5, w: 41, h: 41, r: 12, lenses: [[12.2, 12.2, 8.4], [12.2, 29, 8.4], [29, 20.6, 8.4]], flash: [33.6, 7.6, 2], ear: [33.6, 34] },
    edge: [['left', -42, 7, 'key'], ['left', -26, 13, 'key'], ['left', -11, 13, 'key'], ['right', -18, 21, 'key'], ['right', 36, 24, 'pen'], ['bottom', 0, 9, 'port'], ['bottom', 18, 14, 'dots'], ['bottom', -18, 14, 'dots'], ['top', 9, 2, 'dots']] }),
  'tern-one': () => slab({ id: 'tern-one', w: 74.6, h: 158.9, t: 8.6, r: 8, color: '#dcdedb', view: [170, 212.5], mark: 'tern', logo: [0, 14, 1], frame: [3.4, 3, 4.4], eye: [0, 8.4, 1.9, true], scene: DESERT,
    island: { x: 4.5, y: 20, w: 65.6, h: 22, r: 10.8, lenses: [[12, 11, 7.6], [30, 11, 7.6]], flash: [54, 11, 2.6], ear: [46, 11] },
    edge: [['right', -30, 13, 'key'], ['right', -6, 26, 'key'], ['left', -20, 16, 'pen'], ['bottom', 0, 9, 'port'], ['bottom', 16, 10, 'dots'], ['bottom', -16, 10, 'dots'], ['top', -12, 2, 'dots']] }),
  'tern-flip': () => slab({ id: 'tern-flip', w: 73, h: 166.4, t: 7.2, r: 10, color: '#7d88a6', view: [174, 217.5], hinge: 7, mark: 'tern', logo: [0, 44, 0.9], frame: [3, 3, 3], eye: [0, 7.6, 1.7, true], scene: NIGHT,
    island: { x: 4.5, y: 4.5, w: 64, h: 30, r: 6.6, lenses: [[10.6, 8.8, 6], [10.6, 21.8, 6]], flash: [20.4, 15.4, 1.5], cover: [24.6, 3.4, 36, 23.2, 4.6] },
    edge: [['right', -42, 13, 'key'], ['right', -24, 10, 'key'], ['left', 40, 16, 'pen'], ['bottom', 0, 9, 'port'], ['bottom', 17, 10, 'dots'], ['top', 10, 2, 'dots']] }),
  'fen-11': () => slab({ id: 'fen-11', w: 178.5, h: 247.6, t: 6.1, r: 17, color: '#9aa0a8', view: [244, 305], mark: 'fen', logo: [0, 0, 1.9], frame: [9, 8.6, 9], corner: 8, eye: [0, 4.6, 1.6], scene: MORNING,
    island: { x: 8, y: 8, w: 26, h: 26, r: 8, lenses: [[11, 13, 7.6]], flash: [21.6, 6.6, 1.7], ear: [21.6, 19.6] },
    edge: [['top', 65, 20, 'key'], ['right', -98, 10, 'key'], ['right', -84, 10, 'key'], ['bottom', 0, 9, 'port'], ['bottom', 52, 26, 'dots'], ['bottom', -52, 26, 'dots'], ['top', -52, 26, 'dots'], ['left', 60, 30, 'pen']] }),
  'fen-13': () => slab({ id: 'fen-13', w: 214.9, h: 280.6, t: 5.9, r: 18, color: '#3b3e45', view: [272, 340], mark: 'fen', logo: [0, 0, 2.2], frame: [8.4, 8, 8.4], corner: 9, eye: [0, 4.3, 1.6], scene: NIGHT,
    island: { x: 8, y: 8, w: 32, h: 32, r: 9.5, lenses: [[10.4, 11, 7], [21.6, 22, 7]], flash: [23.4, 8.6, 1.9], ear: [9.6, 24] },
    edge: [['top', 81, 22, 'key'], ['right', -114, 10, 'key'], ['right', -100, 10, 'key'], ['bottom', 0, 9, 'port'], ['bottom', 64, 30, 'dots'], ['bottom', -64, 30, 'dots'], ['top', -64, 30, 'dots'], ['left', 70, 36, 'pen']] }),
  'almanac-7': () => slab({ id: 'almanac-7', w: 121.8, h: 160.4, t: 8.2, r: 8, color: '#33363b', view: [170, 212.5], mark: 'almanac', logo: [0, 0, 1.5], frame: [9, 8, 17], corner: 1.6, button: 4.6, face: '#1d1f23', paper: true, holes: [[60.9, 150, 1.6]],
    edge: [['bottom', 0, 9, 'port'], ['bottom', 22, 12, 'key'], ['right', -20, 22, 'key'], ['right', 8, 22, 'key']] }),
  'harrow-14': () => laptop({ id: 'harrow-14', w: 312.6, h: 221.2, r: 9, color: '#b9bcc2', view: [376, 282], mark: 'harrow', pad: [132, 78], scene: DUSK }),
  'harrow-16': () => laptop({ id: 'harrow-16', w: 355.7, h: 248.1, r: 10, color: '#4a4d54', view: [424, 318], mark: 'harrow', pad: [156, 92], scene: MORNING }),
  'kite-go': () => handheld({ id: 'kite-go', w: 262, h: 106, t: 17, color: '#4d5058', view: [296, 222], mark: 'kite', scene: DESERT }),
  'kite-pad': () => pad({ id: 'kite-pad', color: '#e3e2de', view: [188, 141], mark: 'kite' }),
  'wren-buds': () => buds({ id: 'wren-buds', w: 61.5, h: 47.4, color: '#e9e8e4', view: [88, 66], mark: 'wren' }),
};

// ---------------------------------------------------------------- files

/** Chips for choices that are no texture. */
const chip = (...inner) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48">${inner.join('')}</svg>\n`;
const tree = put(MARKS.larch, 24, 25, 2.1);
const CHIPS = {
  match: chip('<path d="M0 0H48V48H0Z" fill="#efebe4"/>', path(slot(8, 8, 22, 32, 5), { fill: '#22335a' }), path(slot(33.5, 8, 6.5, 32, 3), { fill: '#22335a' }), '<path d="M14 24H26M21 18.5L26.5 24L21 29.5" fill="none" stroke="#fff" stroke-width="2.6"/>'),
  none: chip('<path d="M0 0H48V48H0Z" fill="#efebe4"/>', '<circle cx="24" cy="24" r="13" fill="none" stroke="#6b6f76" stroke-width="3"/><path d="M14.8 33.2L33.2 14.8" stroke="#6b6f76" stroke-width="3"/>'),
  'logo-open': chip('<path d="M0 0H48V48H0Z" fill="#22335a"/>', path(tree, { fill: '#d9dce1' })),
  'logo-closed': chip('<path d="M0 0H48V48H0Z" fill="#22335a"/>', path(tree, { fill: 'none', stroke: '#8593b5', 'stroke-width': 1.5, 'stroke-dasharray': '3 2.5' })),
};

const folder = new URL('../skin/', import.meta.url);
mkdirSync(folder, { recursive: true });

/** The device as it comes, in one colour: for the list of devices, and for where the widget is not. */
function card({ W, H, defs, out }, first) {
  const text = out.join('');
  const piece = (id) => {
    const list = [...topLevel(text)];
    return list.find((element) => element.startsWith(`<g id="${id}"`) || new RegExp(`^<path [^>]*id="${id}"`).test(element)) ?? '';
  };
  // Small as it is shown, it needs one shadow and no dimmed edges.
  let shadows = 0;
  const inner = first.map(piece).join('').replace(/<g fill="none" stroke="#000">.*?<\/g>/g, '').replace(/<clipPath id="by\w+">.*?<\/clipPath><g fill="none" stroke="#1a1408".*?<\/g><path[^>]*>/g, (all) => (shadows++ ? '' : all));
  const used = defs.filter((d) => inner.includes(`#${d.match(/id="([^"]+)"/)[1]})`));
  const coarse = (d) => d.replace(/-?\d*\.\d{2}/g, (n) => num(Math.round(n * 10) / 10));
  return sheet(W, H, used, `<g fill="#22335a">${inner}</g>`).replace(/ d="[^"]*"/g, coarse);
}
function* topLevel(text) {
  let depth = 0, from = 0;
  for (const match of text.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
    if (!match[1] && depth === 0) from = match.index;
    if (!match[1] && !match[3]) depth += 1;
    if (match[1]) depth -= 1;
    if (depth === 0) yield text.slice(from, match.index + match[0].length);
  }
}

const FIRST = {
  'kite-go': ['sides-base', 'sides', 'sides-top', 'screen-base', 'screen', 'screen-top'],
  'kite-pad': ['back-base', 'back', 'logo-open', 'back-top', 'sides-base', 'sides', 'sides-top', 'camera-base', 'camera', 'camera-top', 'controls'],
  'wren-buds': ['back-base', 'back', 'logo-open', 'back-top', 'sides', 'sides-top'],
};
const SLAB = ['back-base', 'back', 'logo-open', 'back-top', 'camera-base', 'camera', 'camera-top'];

for (const [id, text] of Object.entries(CHIPS)) writeFileSync(new URL(`${id}.svg`, folder), text);
for (const [id, make] of Object.entries(DEVICES)) {
  const drawn = make();
  const text = sheet(drawn.W, drawn.H, drawn.defs, ...drawn.out);
  writeFileSync(new URL(`${id}.svg`, folder), text);
  const small = card(drawn, FIRST[id] ?? SLAB);
  writeFileSync(new URL(`${id}-card.svg`, folder), small);
  process.stdout.write(`${id}: ${Buffer.byteLength(text)} bytes, card ${Buffer.byteLength(small)}\n`);
}
