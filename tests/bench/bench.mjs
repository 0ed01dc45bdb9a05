// How fast and how large Haberdash is: a table on the terminal and BENCH_JSON. Run by `cargo xtask bench`, which serves the built shop and says
// where: SHOP_URL, CDN_URL, DIST, CHROMIUM.
//
//   cargo xtask bench                        everything
//   cargo xtask bench -- --quick             few runs, to see that it works
//   cargo xtask bench -- --only clicks,strip some of: sizes, clicks, loads, heap, rules, ranking, strip, shards, index, quality, serenade, skins, lighthouse
//   cargo xtask bench -- --peers             the same product on other libraries as well, see peers/run.mjs
//
// Slow is not a failure: the exit code is 1 only when something could not be measured, or a page of the shop is more than one point of Lighthouse's
// apart from itself without our tag. Budgets are those of the design; they were set for
// these conditions on a machine with nothing else to do.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { catalog } from './catalog.mjs';
import { clicks } from './clicks.mjs';
import { launch } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { round, spread } from './lib/stats.mjs';
import { both, kb, mb, ms, print, row } from './lib/table.mjs';
import * as lighthouse from './lighthouse.mjs';
import { heap, loads } from './loads.mjs';
import * as neighbours from './neighbours.mjs';
import { plain } from './peers/phone.mjs';
import { build, ranking } from './ranking.mjs';
import { isThere, prepare, rules } from './rules.mjs';
import { skins } from './skins.mjs';
import { strip } from './strip.mjs';
import { twin } from './twin/page.mjs';

const need = (name) => process.env[name] ?? stop(`${name} is not set: run this by \`cargo xtask bench\`.`);
const stop = (message) => { console.error(message); process.exit(1); };

const argument = process.argv.slice(2);
const quick = argument.includes('--quick');
const listed = (name) => (argument.includes(name) ? (argument[argument.indexOf(name) + 1] ?? '').split(',') : null);
const only = listed('--only');
const shop = need('SHOP_URL'), cdn = need('CDN_URL'), dist = need('DIST'), json = process.env.BENCH_JSON ?? 'target/bench.json';
const shirt = `${shop}/shirt.html`;
const few = (full, little) => (quick ? little : full);

const BUDGET = { complete: 150 * 1024, handler: 5, heap: 3 * 2 ** 20, rank: 2, strip: 144, pick: 0.5, pickSlow: 2, rulesReady: 50, reason: 50, compile: 2000, shards: 0.5, index: 60, indexMemory: 2 * 2 ** 30 };
const at = (cpu, slow4g) => [slow4g && 'slow 4G', `${cpu}× slowdown`].filter(Boolean).join(', ');

const sections = {
  sizes: {
    title: 'Size, brotli',
    measure: () => JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')).files,
    rows: (files) => {
      // Parts and the companion come on demand.
      const every = Object.entries(files).filter(([name]) => ['haberdash.js', 'haberdash_app.js', 'haberdash_app_bg.wasm'].includes(name));
      const total = every.reduce((sum, [, file]) => sum + file.brotli, 0);
      return [
        ...Object.entries(files).map(([name, file]) => row(name, kb(file.brotli))),
        row('configurator and strip, complete', kb(total), { text: '150 KB, 100 aimed for', most: BUDGET.complete, value: total }),
      ];
    },
  },
  clicks: {
    title: 'Click on an option of the shirt',
    measure: (browser) => clicks(browser, { url: shirt, count: few(400, 60), cpu: 4 }),
    rows: ({ cpu, frame, handler, beside, mainThread, missed, radios }) => [
      row(`to the frame, ${at(cpu)}`, both(frame)),
      row('of that, our own handler', both(handler), { text: '5 ms p99', most: BUDGET.handler, value: handler.p99 }),
      row('arithmetic of a fixed length, as often, beside it', both(beside)),
      row('main thread, all work', `median ${ms(mainThread)}`),
      ...(missed ? [row('clicks that picked nothing', `${missed}, of ${radios} radio buttons`)] : []),
    ],
  },
  loads: {
    title: "From the tag to a configurator that is ready, shirt's page, cold",
    measure: (browser) => loads(browser, { url: shirt, cdn, count: few(20, 3), cpu: 4, slow4g: true }),
    rows: (found) => [
      row(`tag → ready, ${at(found.cpu, found.slow4g)}`, both(found.tagToReady)),
      row('navigation → ready', both(found.navigationToReady)),
      row('layout shift', String(found.layoutShift), { text: '0', most: 0, value: found.layoutShift }),
      row('transferred until ready, ours', types(found.untilReady.haberdash)),
      row("transferred until ready, the shop's", types(found.untilReady.shop)),
      row('transferred when at rest, all', kb(sum(found.complete.haberdash) + sum(found.complete.shop))),
    ],
  },
  heap: {
    title: 'Memory after a collection, pages at rest: objects, array buffers and wasm memory, and layout shift while they load',
    measure: async (browser) => {
      const found = {};
      for (const name of ['shirt', 'sneaker', 'skin', 'pc-build', 'bag', 'mug', 'poster', 'rtl', 'two']) found[name] = await heap(browser, { url: `${shop}/${name}.html`, count: few(name === 'shirt' ? 5 : 3, 1) });
      return found;
    },
    rows: (found) => Object.entries(found).map(([name, one]) =>
      row(`${name}.html (median, n = ${one.n})`, `${memory(one)}, layout shift ${round3(one.shift)}`, { text: '3 MB, and 0', most: BUDGET.heap, value: one.shift > 0 ? Infinity : one.total })),
  },
  rules: {
    title: 'Rules of the real PC shop (377 features), wasm',
    skipped: () => (isThere() ? null : 'skipped: the real shop is in ../shared/data, which is not there'),
    measure: async (browser) => ({ files: prepare(), ...(await rules(browser, { folder: build(), picks: few(600, 60), reasons: few(300, 20), cpu: 1 })) }),
    rows: ({ files, ready, own, pick, reason }) => [
      row('click: domains, bounds and repair, p50', ms(pick.p50), { text: '0.5 ms', most: BUDGET.pick, value: pick.p50 }),
      row(`the same, p99 (n = ${pick.n})`, ms(pick.p99), { text: '2 ms', most: BUDGET.pickSlow, value: pick.p99 }),
      row('file and compiled rules → ready', both(ready), { text: '50 ms', most: BUDGET.rulesReady, value: ready.p50 }),
      row('file alone → ready, compiled in the page', both(own)),
      row('a reason', both(reason), { text: '50 ms p99', most: BUDGET.reason, value: reason.p99 }),
      row('haberdash compile, whole command', both(files.compile), { text: '2 s', most: BUDGET.compile, value: files.compile.p50 }),
      row('compiled file', kb(files.compiled)),
    ],
  },
  ranking: {
    title: 'Top 20 of 5,000 items by 200 events, wasm alone',
    measure: async (browser) => {
      const size = { folder: build(), items: 5000, events: 200, cards: 20 };
      return { plain: await ranking(browser, { ...size, runs: few(1000, 300), reads: few(30, 5), cpu: 1 }), slow: await ranking(browser, { ...size, runs: 300, reads: few(15, 3), cpu: 4 }) };
    },
    rows: ({ plain, slow }) => [
      row('rank', both(plain.rank), { text: '2 ms p99', most: BUDGET.rank, value: plain.rank.p99 }),
      row('JSON text → document', both(plain.parse)),
      row('document → catalogue', both(plain.read)),
      row('rank, 4× slowdown', both(slow.rank)),
      row('JSON text → catalogue, 4× slowdown', `p50 ${ms(Math.round(slow.parse.p50 + slow.read.p50))}`),
    ],
  },
  strip: {
    title: 'From the tag to painted cards: 5,000 items, 200 events, 20 cards',
    measure: async (browser) => {
      const size = { dist, items: 5000, events: 200, cards: 20 };
      const index = neighbours.indexOf(catalog(size.items), 'strip');
      return { indexed: await strip(browser, { ...size, index, cpu: 4, count: few(20, 3) }), near: await strip(browser, { ...size, cpu: 4, count: few(20, 3) }), far: await strip(browser, { ...size, cpu: 4, slow4g: true, count: few(10, 2) }) };
    },
    rows: ({ indexed, near, far }) => [
      row(`an index: widget's start → painted, ${at(near.cpu)}`, both(indexed.startToPainted), { text: '144 ms p50', most: BUDGET.strip, value: indexed.startToPainted.p50 }),
      row('tag → painted, the widget itself included', both(indexed.tagToPainted)),
      row(`the catalogue whole: widget's start → painted, ${at(near.cpu)}`, both(near.startToPainted), { text: '144 ms p50', most: BUDGET.strip, value: near.startToPainted.p50 }),
      row('tag → painted, the widget itself included', both(near.tagToPainted)),
      row(`tag → painted, ${at(far.cpu, far.slow4g)}`, both(far.tagToPainted)),
    ],
  },
};

Object.assign(sections, {
  shards: {
    title: 'Strips from the shards of an index of 1,000,000 items, 50 items of a history, wasm',
    measure: async (browser) => {
      const items = few(1_000_000, 20_000);
      const { folder, seconds } = await neighbours.build('large', { events: few(5_000_000, 200_000), shoppers: few(500_000, 20_000), items, seed: 1 });
      return { seconds, ...(await neighbours.shards(browser, { module: build(), folder, count: items, runs: few(1000, 200), cards: 20 })) };
    },
    rows: ({ items, history, rank, read, seconds }) => [
      row(`rank by rows of ${history} items, of ${items} that the index has`, both(rank), { text: '0.5 ms p99', most: BUDGET.shards, value: rank.p99 }),
      row('read a shard', both(read)),
      row('index built in', `${seconds} s`),
    ],
  },
  index: {
    title: 'haberdash index: 10,000,000 events of 1,000,000 shoppers about 100,000 items',
    measure: () => neighbours.build('events', { events: few(10_000_000, 300_000), shoppers: few(1_000_000, 30_000), items: few(100_000, 10_000), seed: 2 }),
    rows: ({ events, seconds, memory }) => [
      row(`whole command, ${events} events`, `${seconds} s`, { text: '60 s', most: BUDGET.index, value: seconds }),
      row('memory', memory === null ? 'not measured here' : mb(memory), { text: '2 GB', most: BUDGET.indexMemory, value: memory }),
    ],
  },
  quality: {
    title: 'What an index recommends, test split, 20 neighbours',
    skipped: () => (neighbours.isThere() ? null : 'skipped: the public data are in ../shared/data, which is not there'),
    measure: async () => ({
      beauty: await neighbours.quality('beauty', { excludeSeen: true }),
      diginetica: await neighbours.quality('diginetica', { excludeSeen: false, count: few(0, 10_000) }),
    }),
    rows: ({ beauty, diginetica }) => [
      atLeast('beauty, HR@10', beauty['HR@10'], 0.096),
      atLeast('beauty, NDCG@10', beauty['NDCG@10'], 0.059),
      row('beauty, rows · ids, brotli', `${kb(beauty.rows)} · ${kb(beauty.names)}`, { text: '0.8 MB', most: 800_000, value: beauty.rows }),
      atLeast('diginetica, HR@20', diginetica['HR@20'], 0.525),
      atLeast('diginetica, MRR@20', diginetica['MRR@20'], 0.183),
      row('diginetica, rows · ids, brotli', `${kb(diginetica.rows)} · ${kb(diginetica.names)}`, { text: '2.6 MB', most: 2_600_000, value: diginetica.rows }),
      row('built in', `${beauty.seconds} s, ${diginetica.seconds} s`),
    ],
  },
});

// It compiles Serenade with all that it needs.
sections.serenade = {
  title: "Serenade's own code and ours, its example's sessions, native, one core, one run",
  skipped: () => (only?.includes('serenade') ? null : 'skipped: it compiles Serenade, ask for it by --only serenade'),
  measure: () => neighbours.serenade(),
  rows: ({ ours, serenade }) => [
    row('Serenade', `MRR@20 ${serenade.mrr}, HR@20 ${serenade.hr}, p50 ${serenade.p50} µs, p90 ${serenade.p90} µs`),
    row('an index', `MRR@20 ${ours.mrr}, HR@20 ${ours.hr}, p50 ${ours.p50} µs, p90 ${ours.p90} µs`),
    row('MRR@20, HR@20, p50 and p90 beside it', '', { text: 'all better', most: 0, value: Number(!(ours.mrr >= serenade.mrr && ours.hr >= serenade.hr && ours.p50 < serenade.p50 && ours.p90 < serenade.p90)) }),
  ],
};

sections.skins = {
  title: "Skins' page on a phone, 4× slowdown",
  measure: async (browser) => {
    const cpu = 4, server = await serve({ routes: twin(dist), folders: [dist] });
    const half = async () => ({
      svg: await plain(browser, { count: few(50, 10), cpu }),
      twin: await skins(browser, { url: `${server.url}/twin.html`, count: few(75, 10), cpu, ready: '#skin[data-ready]' }),
    });
    try {
      // Before and after, so that a machine that gets slower does so for all.
      const before = await half(), found = await skins(browser, { url: `${server.url}/skin.html`, count: few(150, 20), cpu }), after = await half();
      if (before.twin.missed + after.twin.missed) throw new Error('some taps on the plain page picked nothing');
      const two = (of) => spread([...of(before), ...of(after)]), prices = { ...before.twin.prices, ...after.twin.prices };
      const shared = Object.keys(found.prices).filter((texture) => texture in prices), wrong = shared.find((texture) => found.prices[texture] !== prices[texture]);
      if (!shared.length || wrong) throw new Error(wrong ? `${wrong} costs ${found.prices[wrong]} with the widget and ${prices[wrong]} in plain JavaScript` : 'no texture was tapped on both pages');
      return {
        ...found, svg: before.svg && two(({ svg }) => svg), shared: shared.length,
        plain: { frame: two(({ twin }) => twin.raw.frame), handler: two(({ twin }) => twin.raw.handler), mainThread: two(({ twin }) => twin.raw.busy).p50, used: after.twin.used },
      };
    } finally {
      server.close();
    }
  },
  rows: ({ tiles, svg, plain, shared, idle, frame, handler, mainThread, missed, rest, used, scroll, shift }) => [
    row('textures in a grid', String(tiles)),
    row('tap that nothing hears → frame', both(idle)),
    row("tap on the comparison's plain SVG page → frame", svg ? both(svg) : 'skipped: the folder peerspeed is not beside the repository'),
    row('the same shop page in plain JavaScript: tap → frame', both(plain.frame)),
    row('of that, its handler', both(plain.handler)),
    row('main thread, all work', `median ${ms(plain.mainThread)}`),
    row('memory after its textures', memory(plain.used)),
    row('tap on a texture → frame', both(frame), { text: `p50 1.25 of plain JavaScript: ${ms(round(plain.frame.p50 * 1.25))}`, most: plain.frame.p50 * 1.25, value: frame.p50 }),
    row('of that, our own handler', both(handler), { text: '5 ms p99', most: BUDGET.handler, value: handler.p99 }),
    row('main thread, all work', `median ${ms(mainThread)}`),
    row('ratios to plain JavaScript', `frame p50 ${ratio(frame.p50, plain.frame.p50)}, p99 ${ratio(frame.p99, plain.frame.p99)}, main thread ${ratio(mainThread, plain.mainThread)}; the same prices for ${shared} textures${svg ? `; frame p50 to plain SVG ${ratio(frame.p50, svg.p50)}` : ''}`),
    ...(missed ? [row('taps that picked nothing', String(missed))] : []),
    row('memory at rest: objects, buffers, wasm', memory(rest), { text: '3 MB', most: BUDGET.heap, value: rest.total }),
    row(`memory after ${frame.n} textures`, memory(used), { text: '3 MB', most: BUDGET.heap, value: used.total }),
    row('grid flung to its end and back, a frame', `p50 ${ms(scroll.p50)}, p99 ${ms(scroll.p99)}, longest ${ms(scroll.longest)}; ${scroll.slow} of ${scroll.frames} above 50 ms`),
    row('layout shift', String(round3(shift.unasked)), { text: '0', most: 0, value: shift.unasked }),
    row('moved within half a second of a tap', String(round3(shift.asked))),
  ],
};

const ratio = (ours, theirs) => (ours / theirs).toFixed(2);
const memory = ({ objects, buffers, wasm, total }) => `${mb(total)} (${[objects, buffers, wasm].map(mb).join(' + ')})`;
const round3 = (value) => Math.round(value * 1000) / 1000;

// Each page takes about a minute.
sections.lighthouse = {
  title: "Lighthouse's points of each page with the tag, and how far from without it",
  skipped: () => (only?.includes('lighthouse') ? null : 'skipped: it takes half an hour, ask for it by --only lighthouse'),
  measure: () => lighthouse.points({ shop, dist, chromium: process.env.CHROMIUM, only: listed('--pages'), runs: Number(listed('--runs')?.[0] ?? few(3, 1)) }),
  rows: lighthouse.rows,
  fails: lighthouse.fails,
};

function atLeast(what, value, least) {
  return row(what, value.toFixed(4), { text: `${least} at least`, most: -least, value: -value });
}

const sum = (types) => Object.values(types).reduce((all, bytes) => all + bytes, 0);
const types = (found) => `${kb(sum(found))} (${Object.entries(found).sort().map(([type, bytes]) => `${type} ${kb(bytes)}`).join(', ')})`;

const unknown = only?.filter((name) => !(name in sections)) ?? [];
if (unknown.length) stop(`there is no section "${unknown[0]}"; there are ${Object.keys(sections).join(', ')}.`);

const browser = await launch();
const result = {
  about: { date: new Date().toISOString(), quick, browser: browser.version(), cpu: cpus()[0]?.model, cores: cpus().length, load: [round2(loadavg()[0])] },
};
let failed = false;
console.log(`Chromium ${result.about.browser}, ${result.about.cores} × ${result.about.cpu}, load ${result.about.load[0]}`);
for (const [name, section] of Object.entries(sections)) {
  if (only && !only.includes(name)) continue;
  const skipped = section.skipped?.();
  if (skipped) {
    console.log(`\n${section.title}: ${skipped}.`);
    continue;
  }
  try {
    const found = await section.measure(browser);
    const rows = section.rows(found);
    print(section.title, rows);
    result[name] = { rows, ...found };
    failed ||= section.fails?.(found) ?? false;
  } catch (error) {
    failed = true;
    result[name] = { error: String(error.message ?? error) };
    console.error(`\n${section.title}: could not be measured: ${error.message ?? error}`);
  }
}
await browser.close();
result.about.load.push(round2(loadavg()[0]));
mkdirSync(dirname(json), { recursive: true });
// Lists of numbers on one line each.
writeFileSync(json, JSON.stringify(result, null, 1).replace(/\[\s+([-\d.,\s]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, '')}]`) + '\n');
console.log(`\nWritten to ${json}, every run included.`);
if (argument.includes('--peers')) {
  const peers = spawnSync(process.execPath, [new URL('peers/run.mjs', import.meta.url).pathname, ...(quick ? ['--quick'] : [])], { stdio: 'inherit' });
  failed ||= peers.status !== 0;
}
process.exit(failed ? 1 : 0);

function round2(value) {
  return Math.round(value * 100) / 100;
}
