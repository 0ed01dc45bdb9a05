// What is drawn when, for pc.mjs: the layers of the three views, from the bottom up.
import { BOARDS, CARDS, RADIATORS, SHELLS, SLOTS } from './pc-inside.mjs';
import { WORDS } from './pc-words.mjs';
import { desk } from './pc-desk.mjs';
import { FRONTS, PLATES } from './pc-front.mjs';

const ids = (rows, test) => rows.filter(test).map((row) => row.id);
const LIT = ['white', 'amber', 'red', 'pink', 'purple', 'blue', 'teal', 'green', 'prism'];
const part = (name, when, more = {}) => ({ part: name, ...more, ...(when && { when }) });

function inside(T) {
  const layers = [];
  const add = (name, when, more) => layers.push(part(name, when, more));
  const cases = (...shells) => ids(T.casing, (row) => shells.includes(row.shell));
  const TOWERS = cases('full', 'mid', 'small'), SMALL = cases('pebble', 'mini');
  const all = (name, test = () => true) => ids(T[name], test);
  const lit = (name, test = () => true) => all(name, (row) => row.lit === '1' && test(row));
  const both = (name, draw) => { draw('', { case: TOWERS }); draw('mini-', { case: SMALL }); };

  for (const shell of Object.keys(SHELLS)) {
    add(`shell-${shell}`, { case: cases(shell) }, { paint: 'finish', opens: 'case' });
    if (shell === 'mid' || shell === 'small') add(`wood-${shell}`, { case: [shell === 'mid' ? 'cabin' : 'cabin-mini'] }, { opens: 'case' });
  }
  // The mainboard with what is on it.
  const size = (row) => (row.form === 'matx' && row.dimms === '2' ? 'matx-2' : row.form);
  for (const name of Object.keys(BOARDS)) {
    const boards = all('mainboard', (row) => size(row) === name);
    add(`cables-${name}`, { mainboard: boards, case: TOWERS }, { opens: 'power' });
    add(`board-${name}`, { mainboard: boards, case: TOWERS }, { paint: 'mainboard' });
  }
  add('mini-board', { case: SMALL }, { paint: 'mainboard' });
  both('', (prefix, where) => add(`${prefix}core`, where, { opens: 'mainboard' }));
  const snow = (row) => row.color === '#dfe2e6', blue = (row) => row.form === 'itx' && (row.socket === 'kl2' || row.socket === 'kl3');
  add('sinks-snow', { mainboard: all('mainboard', snow), case: TOWERS }, { opens: 'mainboard' });
  add('sinks-silver', { mainboard: all('mainboard', (row) => row.id === 'b7'), case: TOWERS }, { opens: 'mainboard' });
  add('sinks-blue', { mainboard: all('mainboard', blue), case: TOWERS }, { opens: 'mainboard' });
  add('mini-sinks-blue', { mainboard: all('mainboard', blue), case: SMALL }, { opens: 'mainboard' });
  const m2 = (row) => row.bus === 'm2', sata = (row) => row.bus === 'sata';
  add('m2-1', { ssd: all('ssd', m2), case: TOWERS });
  add('mini-m2-1', { ssd: all('ssd', m2), case: SMALL });
  add('m2-2', { ssd2: all('ssd', m2), mainboard: all('mainboard', (row) => row.form !== 'itx'), case: TOWERS });
  for (const shell of ['full', 'mid', 'small']) {
    add(`sata-${shell}-1`, { ssd: all('ssd', sata), case: cases(shell) });
    add(`sata-${shell}-2`, { ssd2: all('ssd', sata), case: cases(shell) });
  }
  // Power and disks in the bay, then its lid.
  const long = (row) => row.form === 'atx' && Number(row.length) > 150, short = (row) => row.form === 'atx' && !long(row), sfx = (row) => row.form === 'sfx';
  for (const shell of ['full', 'mid', 'small']) {
    for (let n = 1; n <= (shell === 'small' ? 2 : 4); n++) add(`disk-${shell}-${n}`, { disk: all('disk', (row) => Number(row.disks) >= n), case: cases(shell) });
    for (const [kind, test] of [['short', short], ['long', long], ['sfx', sfx]]) if (kind !== 'sfx' || shell === 'small') add(`supply-${shell}-${kind}`, { power: all('power', test), case: cases(shell) }, { paint: 'power' });
    add(`lid-${shell}`, { case: cases(shell) }, { paint: 'finish', opens: 'power' });
  }
  add('disks-pebble-1', { disk: all('disk', (row) => row.disks === '1'), case: ['pebble'] });
  add('mini-supply-atx', { power: all('power', (row) => row.form === 'atx'), case: SMALL }, { paint: 'power' });
  add('mini-supply-sfx', { power: all('power', sfx), case: SMALL }, { paint: 'power' });
  add('mini-sata-1', { ssd: all('ssd', sata), case: SMALL });
  add('mini-sata-2', { ssd2: all('ssd', sata), case: SMALL });
  // Memory: which slots are filled goes by how many there are.
  const filled = { '2a': ['2'], '2b': ['1', '2'], '4a': ['4'], '4b': ['1', '2', '4'], '4c': ['4'], '4d': ['2', '4'] };
  for (const slot of Object.keys(SLOTS)) {
    const kits = (row) => filled[slot].includes(row.modules), boards = all('mainboard', (row) => row.dimms === slot[0]);
    const draw = (prefix, where) => {
      const when = { mainboard: boards, ...where };
      add(`${prefix}stick-${slot}`, { memory: all('memory', kits), ...when }, { paint: 'memory' });
      if (!lit('memory', kits).length) return;
      add(`${prefix}strip-${slot}`, { memory: lit('memory', kits), ...when });
      add(`${prefix}stick-${slot}-lit`, { memory: lit('memory', kits), led: LIT, ...when }, { paint: 'led', opens: 'led' });
    };
    if (slot[0] === '2') both('', draw); else draw('', { case: TOWERS });
  }
  // Fans, from their side.
  for (const shell of ['full', 'mid', 'small']) {
    const where = { case: cases(shell) };
    const fan = (name, test) => {
      add(name, { fans: all('fans', test), ...where }, { paint: 'fans' });
      if (lit('fans', test).length) add(`${name}-lit`, { fans: lit('fans', test), led: LIT, ...where }, { paint: 'led', opens: 'led' });
    };
    fan(`fan-${shell}-rear`, (row) => row.fit !== '92');
    for (const [one, most] of [['120', shell === 'small' ? 2 : 3], ['140', 2]]) for (let n = 1; n <= most; n++) fan(`fan-${shell}-${one}-${n}`, (row) => row.fit.endsWith(`x${one}`) && Number(row.fit[0]) >= n);
  }
  add('fans-mini', { fans: all('fans', (row) => row.fit === '92'), case: SMALL }, { paint: 'fans' });
  add('fans-mini-lit', { fans: lit('fans', (row) => row.fit === '92'), led: LIT, case: SMALL }, { paint: 'led', opens: 'led' });
  // The graphics card, then the cooler, which may reach over it.
  const kind = (row) => {
    const [slots, l] = [Number(row.slots), Number(row.length)];
    return slots + (slots === 1 ? 's' : slots === 4 ? 'x' : l <= 180 ? 's' : l <= 250 ? 'm' : l <= 312 ? 'l' : 'x');
  };
  for (const name of Object.keys(CARDS)) both('', (prefix, where) => {
    const is = (row) => kind(row) === name;
    if (prefix && CARDS[name][1] >= 310) return;
    add(`${prefix}card-${name}`, { graphics: all('graphics', is), ...where }, { paint: 'graphics' });
    if (lit('graphics', is).length) add(`${prefix}card-${name}-lit`, { graphics: lit('graphics', is), led: LIT, ...where }, { paint: 'led', opens: 'led' });
  });
  for (const [name, test] of [['short', (l) => l < 230], ['long', (l) => l >= 230]]) {
    const plugged = all('graphics', (row) => test(Number(row.length)) && (row.pins8 !== '0' || row.hpwr !== '0'));
    add(`cable-${name}`, { graphics: plugged, case: cases('mid', 'small') }, { opens: 'power' });
    add(`cable-${name}-far`, { graphics: plugged, case: cases('full') }, { opens: 'power' });
  }
  for (const [shell, sizes] of Object.entries(RADIATORS)) {
    const where = { case: cases(shell) };
    const cold = (size) => Number(size.radiator || 0);
    for (const size of sizes) add(`radiator-${shell}-${size}`, { cooler: all('cooler', (row) => row.radiator === String(size)), ...where }, { opens: 'cooler' });
    const fan = (name, test) => {
      add(name, { cooler: all('cooler', test), ...where }, { paint: 'cooler' });
      if (lit('cooler', test).length && !name.includes('-140-')) add(`${name}-lit`, { cooler: lit('cooler', test), led: LIT, ...where }, { paint: 'led', opens: 'led' });
    };
    for (let n = 1; n <= Math.max(...sizes.filter((size) => size !== 280)) / 120; n++) fan(`cold-${shell}-120-${n}`, (row) => row.kind === 'liquid' && row.radiator !== '280' && cold(row) >= n * 120 && sizes.includes(cold(row)));
    if (sizes.includes(280)) for (let n = 1; n <= 2; n++) fan(`cold-${shell}-140-${n}`, (row) => row.radiator === '280');
    add(`hoses-${shell}`, { cooler: all('cooler', (row) => row.kind === 'liquid'), ...where }, { opens: 'cooler' });
  }
  for (const [name, type] of [['flat', 'flat'], ['tower', 'tower'], ['twin', 'twin'], ['pump', 'liquid']]) both('', (prefix, where) => {
    add(`${prefix}cooler-${name}`, { cooler: all('cooler', (row) => row.kind === type), ...where }, { paint: 'cooler' });
    if (lit('cooler', (row) => row.kind === type).length) add(`${prefix}cooler-${name}-lit`, { cooler: lit('cooler', (row) => row.kind === type), led: LIT, ...where }, { paint: 'led', opens: 'led' });
  });
  // Light on what is around.
  const glow = (name, when) => add(name, { ...when, led: LIT }, { paint: 'led', blend: 'screen' });
  for (const shell of ['full', 'mid', 'small']) glow(`glow-${shell}`, { fans: lit('fans'), case: cases(shell) });
  glow('glow-mini', { fans: lit('fans'), case: SMALL });
  both('', (prefix, where) => { glow(`${prefix}glow-core`, { memory: lit('memory'), ...where }); glow(`${prefix}glow-card`, { graphics: lit('graphics'), ...where }); });
  return layers;
}

function front(T) {
  const layers = [];
  for (const row of T.casing) {
    const when = { case: [row.id] };
    layers.push(part(`${row.id}`, when, { paint: 'finish', opens: 'case' }));
    const { lamp, window } = FRONTS[row.id];
    if (window) for (const fan of window) {
      layers.push(part(`${row.id}-fan-${fan}`, { ...when, fans: ids(T.fans, (set) => set.fit === fan) }, { paint: 'fans' }));
      layers.push(part(`${row.id}-fan-${fan}-lit`, { ...when, fans: ids(T.fans, (set) => set.fit === fan && set.lit === '1'), led: LIT }, { paint: 'led', opens: 'led' }));
    }
    if (window || FRONTS[row.id].over) layers.push(part(`${row.id}-over`, when, { opens: 'case' }));
    if (lamp) layers.push(part(`${row.id}-lamp`, { ...when, led: LIT }, { paint: 'led', opens: 'led' }));
    layers.push(part(`${row.id}-glow`, { ...when, led: LIT }, { paint: 'led', blend: 'screen' }));
    const [x, y, width, height] = PLATES[row.id];
    // Light on dark paint, dark on light paint.
    for (const [blend, finish] of [['screen', ['black', 'navy']], ['multiply', ['white', 'silver', 'sage', 'rose']]]) {
      const some = finish.filter((id) => row.finishes.split(',').includes(id));
      if (some.length) layers.push({ zone: `plate-${row.id}-${blend}`, content: 'engraving', x, y, width, height, blend, when: { ...when, finish: some } });
    }
  }
  return layers;
}

export const views = (T) => [
  { id: 'inside', title: WORDS.inside, art: '../art/pc/inside.svg', layers: inside(T) },
  { id: 'front', title: WORDS.front, art: '../art/pc/front.svg', layers: front(T) },
  { id: 'desk', title: WORDS.desk, art: '../art/pc/desk.svg', layers: desk(T, LIT) },
];
