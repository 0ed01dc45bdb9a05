// The peer comparison: the same skin on fabric, konva, preact, react, three, plain SVG and Haberdash, and the same strip on recommend-js and
// Haberdash, all in one run, as ratios.
//
//   node tests/bench/peers/run.mjs [--quick] [--rounds 5] [--loads 8] [--clicks 102] [--only skin,strip] [--peers svg,react] [--press spread|fixed] [--shots FOLDER]
//
// A click waits for the browser's next frame: up to 17 ms, by when in a frame the button is pressed. The comparison's own harness presses a fixed time after
// it moved the mouse, so each page always presses at about the same moment of a frame, which is its luck and no work of its own. Here the moments
// are spread evenly over a frame instead; `--press fixed` leaves them as they were.
//
// It needs the folder `peerspeed` beside the repository's, and copies it to target/peerspeed, where it is set up (npm). Without it there is
// nothing to do, and it says so. DIST is the built widget; its figures are written to target/peers.json.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalog, history } from '../catalog.mjs';
import { indexOf } from '../neighbours.mjs';
import { print, row } from '../lib/table.mjs';
import { median, round, spread } from '../lib/stats.mjs';
import { watchWasmMemory } from '../lib/wasm-memory.mjs';
import { page as stripPage } from '../strip.mjs';
import { art, page, product } from './page.mjs';
import { COPY, ROOT, SITE, isThere, setUp } from './site.mjs';

const dist = process.env.DIST ?? join(ROOT, 'dist');
const asked = (name, value) => { const at = process.argv.indexOf(`--${name}`); return at < 0 ? value : process.argv[at + 1]; };
const quick = process.argv.includes('--quick');
const rounds = Number(asked('rounds', quick ? 1 : 5)), count = Number(asked('loads', quick ? 2 : 8)), clicks = Number(asked('clicks', quick ? 24 : 102));
const shots = asked('shots', null), only = asked('only', 'skin,strip').split(',');
const press = asked('press', 'spread');
const named = asked('peers', quick ? 'svg,react' : 'svg,preact,react,konva,fabric,three').split(',');

if (!['spread', 'fixed'].includes(press)) {
  console.error(`--press ${press}: it is spread or fixed.`);
  process.exit(1);
}
if (!isThere()) {
  console.log('The peer comparison is skipped: the folder peerspeed is not beside the repository.');
  process.exit(0);
}
if (!existsSync(join(dist, 'integrity.json'))) {
  console.error(`${dist} is not built: run \`cargo xtask build\`.`);
  process.exit(1);
}
try {
  setUp();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const harness = await import(pathToFileURL(press === 'spread' ? spreadPresses() : join(COPY, 'harness.mjs')));
const peers = (await import(pathToFileURL(join(COPY, 'adapters/peers.mjs')))).default.filter(({ name }) => named.includes(name));
const recommendJs = (await import(pathToFileURL(join(COPY, 'adapters/strip.mjs')))).default;
const result = { about: { rounds, loads: count, clicks, press } };
let right = true;
if (only.includes('skin')) await skin();
if (only.includes('strip')) await strips();
writeFileSync(join(ROOT, 'target/peers.json'), JSON.stringify(result, null, 1).replace(/\[\s+([-\d.,\s]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, '')}]`) + '\n');
console.log('\nWritten to target/peers.json.');
process.exit(right ? 0 : 1);

/** The harness with presses at all moments of a frame of 1/60 s, in an order that is the same for every page: the fractions of multiples of the golden ratio. */
function spreadPresses() {
  const from = join(COPY, 'harness.mjs'), to = join(COPY, 'harness-spread.mjs');
  const wait = 'await o.page.waitForTimeout(20);', parts = readFileSync(from, 'utf8').split(wait);
  if (parts.length !== 2) {
    console.error('The harness of the comparison does not wait before a press as it did: look where presses are spread in tests/bench/peers/run.mjs, or run with --press fixed.');
    process.exit(1);
  }
  writeFileSync(to, parts.join('await o.page.waitForTimeout(20 + ((k * (Math.sqrt(5) - 1) / 2) % 1) * 1000 / 60);'));
  return to;
}

/** Puts the widget and `files` into a folder of the site that all pages are served from. */
function publish(name, files) {
  const folder = join(SITE, name);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(dist).filter((name) => /^haberdash.*\.(js|wasm|css|txt)$/.test(name))) cpSync(join(dist, file), join(folder, file));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
}

/** Which network and slowdown to load under, and for what share of the loads: the harness reads this list anew in each run. */
function conditions(...list) {
  harness.CONDITIONS.splice(0, Infinity, ...list);
}

async function skin() {
  const file = JSON.parse(readFileSync(join(SITE, 'shared/product.json'), 'utf8'));
  const head = `<script>(${watchWasmMemory})();</script>`;
  publish('haberdash', { 'index.html': page(file, { head }), 'skin.json': JSON.stringify(product(file)), 'skin.svg': art(file) });
  const ours = {
    name: 'haberdash', root: pathToFileURL(SITE + '/'), url: '/haberdash/index.html', readySelector: '#skin[data-haberdash-state=ready]',
    optionTargets: ['input[type=radio]'],
    // Radio buttons send `change` after the click is dispatched: the handler's time is put right here.
    afterClickProbe: (radio) => {
      const click = window.__ps.clicks.at(-1);
      if (click && window.handledAt > click.t) click.handled = window.handledAt - click.t;
      return radio.checked;
    },
  };
  conditions(['none', 1, 0.5], ['slow4g', 4, 1]);
  if (shots) mkdirSync(shots, { recursive: true });
  const out = await harness.run({ adapters: [...peers, ours], rounds, loads: count, clicks, rates: shots ? [1, 4] : [4], shots, log });
  // The peers have no wasm; its memory is missing from the harness's figures.
  for (const load of out.raw) if (load.kind === 'load' && load.failed?.wasm) load.buffers += load.failed.wasm;
  const { peers: table, ratios } = harness.summarise(out, 'svg');
  result.skin = { table, ratios, raw: out.raw, browser: out.browser, machine: out.machine };
  const of = table.haberdash, mine = ratios.haberdash;
  if (!of?.click['4x'] || !of.load['slow4g-4x'] || !mine) return wrong('Haberdash could not be measured on the skin');
  print('The skin on each library (median of all rounds)', Object.entries(table).map(([name, t]) => row(name,
    `${kb(t.bytes).padStart(8)} until ready, ready ${ms(t.load['slow4g-4x']?.ready)}, frame ${pair(t.click['4x']?.frame1)}, handler ${pair(t.click['4x']?.processing)}, main thread ${ms(t.click['4x']?.mainThreadPerClick.task)}, heap ${((t.heap + t.buffers) / 2 ** 20).toFixed(2)} MB`)));
  const rows = Object.entries(ratios).filter(([name]) => name !== 'svg').map(([name, r]) => row(name, `bytes ${r.bytes}, ready ${r.readySlow4g4x}, frame p50 ${r.click4xP50}, p99 ${r.click4xP99}, main thread ${r.task4x}, heap ${r.heap}`));
  print('As ratios to plain SVG', rows);
  const heap = of.heap + of.buffers, handler = of.click['4x'].processing.p99;
  print('Haberdash against its budgets (4× slowdown)', [
    row('click → frame p50, ratio to svg', String(mine.click4xP50), { text: '1.25', most: 1.25, value: mine.click4xP50 }),
    row('handler p99', ms(handler), { text: '5 ms', most: 5, value: handler }),
    row('ready on slow 4G, ratio to svg', String(mine.readySlow4g4x), { text: '2.0, 1.6 aimed for', most: 2, value: mine.readySlow4g4x }),
    row('heap, buffers and wasm memory', `${(heap / 2 ** 20).toFixed(2)} MB`, { text: '3 MB', most: 3 * 2 ** 20, value: heap }),
    row('layout shift', String(of.load['slow4g-4x'].cls), { text: '0', most: 0, value: of.load['slow4g-4x'].cls }),
  ]);
  // The same clicks in the same order lead to the same price everywhere, or the pages do not show the same product.
  const prices = Object.entries(table).map(([name, t]) => [name, [...new Set(Object.values(t.click).flatMap((c) => c.price))].map((text) => text?.replace(/[^\d]/g, ''))]);
  const misses = Object.values(of.click).reduce((sum, c) => sum + c.misses, 0);
  if (new Set(prices.flatMap(([, list]) => list)).size !== 1) wrong(`the prices after the last click differ: ${JSON.stringify(prices)}`);
  else console.log(`\nAfter the last click every page shows the same price, ${table.haberdash.click['4x'].price[0]}; ${misses} of our clicks picked nothing.`);
  if (misses) wrong('some of our clicks picked nothing');
}

async function strips() {
  const image = (i) => `/shared/c/${i % 8}.webp`, names = [];
  const adapters = [recommendJs];
  for (const [items, indexed] of [[5000, true], [160, false], [5000, false]]) {
    const file = catalog(items, { image }), name = `haberdash-${items}${indexed ? '-index' : ''}`;
    const source = indexed ? 'data-index="index"' : 'data-catalog="catalog.json"', folder = join(SITE, name, 'index');
    publish(name, { 'index.html': stripPage({ shop: 'bench', source, cards: 8, past: history(file, 200, Date.now()) }), 'catalog.json': JSON.stringify(file) });
    rmSync(folder, { recursive: true, force: true });
    if (indexed) cpSync(indexOf(file, 'peers'), folder, { recursive: true });
    const spans = { startToPainted: ['start', 'painted'], tagToPainted: ['tag', 'painted'], tagToPictures: ['tag', 'pictures'] };
    adapters.push({ name, root: pathToFileURL(SITE + '/'), url: `/${name}/index.html`, readyMark: 'pictures', spans });
    names.push(name);
  }
  conditions(['none', 1, 0.25], ['none', 4, 2.5], ['slow4g', 4, 1]);
  const out = await harness.run({ adapters, rounds: quick ? 1 : 2, loads: count, modes: ['load'], log });
  const figures = (name, net, cpu, span) => spread(out.raw.filter((l) => l.kind === 'load' && l.peer === name && l.net === net && l.cpu === cpu).map((l) => l.spans[span]).filter((value) => value !== null && Number.isFinite(value)));
  const bytes = (name) => median(out.raw.filter((l) => l.kind === 'load' && l.peer === name).map((l) => l.total));
  const theirs = figures('recommend-js', 'none', 4, 'initToPainted');
  result.strip = { raw: out.raw };
  const rows = [row('recommend-js, its start → painted, backend at no distance', both(theirs)), row('  slow 4G', both(figures('recommend-js', 'slow4g', 4, 'initToPainted')))];
  for (const name of names) {
    const own = figures(name, 'none', 4, 'startToPainted');
    if (!own.n || !theirs.n) return wrong('a strip could not be measured');
    const most = theirs.p50 / 2;
    rows.push(
      row(`${name}, widget's start → painted`, both(own), { text: `half of recommend-js: ${round(most)} ms`, most, value: own.p50 }),
      row('  tag → painted, the widget itself included', both(figures(name, 'none', 4, 'tagToPainted'))),
      row('  start → painted, slow 4G', both(figures(name, 'slow4g', 4, 'startToPainted'))),
      row('  tag → painted, slow 4G', both(figures(name, 'slow4g', 4, 'tagToPainted'))),
    );
  }
  print(`The strip of 8 cards, 4× slowdown (all bytes: ${[recommendJs.name, ...names].map((name) => `${name} ${kb(bytes(name))}`).join(', ')})`, rows);
}

function wrong(message) {
  right = false;
  console.error(`\n${message}.`);
}
function log(line) {
  if (!/^round/.test(line)) console.error(line);
}
function ms(value) {
  return value === null || value === undefined ? '–' : `${value} ms`;
}
function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
function pair(figures) {
  return figures ? `${figures.p50}/${figures.p99} ms` : '–';
}
function both({ p50, p99, n }) {
  return `p50 ${ms(p50)}, p99 ${ms(p99)} (n = ${n})`;
}
