// An index by the command: how long it takes to build, strips from its shards in wasm, and how good they are on public data.
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { open } from './lib/browser.mjs';
import { HABERDASH, buildCommand } from './lib/command.mjs';
import { serve } from './lib/server.mjs';
import { round, spread } from './lib/stats.mjs';

const ROOT = new URL('../../', import.meta.url).pathname;
const FOLDER = `${ROOT}target/bench-index`;
const DATA = `${ROOT}../shared/data/recommend`;

function prepare() {
  mkdirSync(FOLDER, { recursive: true });
  buildCommand();
}

/** Runs the command. Answers with the seconds it took and the most memory it had, in bytes (Linux; else nothing). */
async function timed(parameters) {
  const start = performance.now();
  const child = spawn(HABERDASH, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '', most = null;
  child.stderr.on('data', (text) => { said += text; });
  const look = setInterval(() => {
    try { most = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) * 1024; } catch { /* it is over */ }
  }, 50);
  const [code] = await once(child, 'close');
  clearInterval(look);
  if (code) throw new Error(said);
  return { seconds: round((performance.now() - start) / 1000), memory: most };
}

/** Numbers from 0 to 1, the same for the same seed: Mulberry32. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes made-up events: what shoppers take is distributed by a power law, and half of it lies near what they took before. */
async function events(file, { events, shoppers, items, seed }) {
  const next = random(seed), out = createWriteStream(file);
  const popular = () => Math.min(items - 1, Math.floor(items * next() ** 3));
  let text = 'user\titem\ttime\n', last = new Int32Array(shoppers).fill(-1);
  for (let at = 0; at < events; at++) {
    const shopper = Math.floor(next() * shoppers);
    const item = last[shopper] >= 0 && next() < 0.5 ? (last[shopper] + 1 + Math.floor(next() * 8)) % items : popular();
    last[shopper] = item;
    text += `${shopper}\ti${item}\t${at}\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}

/** Builds an index of made-up events, in `FOLDER/name`. */
export async function build(name, size) {
  prepare();
  const file = `${FOLDER}/${name}.tsv`, folder = `${FOLDER}/${name}`;
  await events(file, size);
  const found = await timed(['index', '--events', file, '--out', folder]);
  rmSync(file);
  return { ...size, ...found, folder };
}

/** Builds an index, cards included, of the items of the catalogue `file`: shoppers stay in a department. Answers with its folder. */
export function indexOf(file, name) {
  prepare();
  const next = random(3), any = (list) => list[Math.floor(list.length * next())], folder = `${FOLDER}/${name}`, rows = ['user\titem\torder'];
  const departments = [...new Set(file.items.map((item) => item.category[0]))].map((name) => file.items.filter((item) => item.category[0] === name));
  for (let shopper = 0; shopper < 4 * file.items.length; shopper++) {
    const department = any(departments);
    for (let at = 0; at < 6; at++) rows.push(`${shopper}\t${any(department).id}\t${at}`);
  }
  writeFileSync(`${folder}.tsv`, rows.join('\n'));
  writeFileSync(`${folder}.json`, JSON.stringify(file));
  rmSync(folder, { recursive: true, force: true });
  execFileSync(HABERDASH, ['index', '--events', `${folder}.tsv`, '--items', `${folder}.json`, '--base', '/', '--out', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  return folder;
}

// In the page.
async function measure({ base, items, now, runs, cards }) {
  const { default: init, Document, Hand } = await import('/haberdash_bench.js');
  await init();
  const bytes = async (where) => new Uint8Array(await (await fetch(base + where)).arrayBuffer());
  const text = await (await fetch(`${base}/manifest.json`)).text();
  const { build, items: known } = JSON.parse(text);
  const hand = Hand.new(Document.parse(text), items, now), times = [], reads = [];
  for (const shard of new Set(hand.shards())) {
    const file = await bytes(`/rows/${build}-${shard}.bin`);
    const start = performance.now();
    if (!hand.rows(shard, file)) throw new Error('a shard is damaged');
    reads.push(performance.now() - start);
  }
  for (const block of new Set(hand.blocks())) hand.names(block, await bytes(`/names/${build}-${block}.bin`));
  hand.shelve();
  let shown = 0;
  for (let i = 0; i < 50; i++) shown = hand.rank(now, cards);
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    hand.rank(now, cards);
    times.push(performance.now() - start);
    if (i % 10 === 9) await new Promise((free) => setTimeout(free, 0));
  }
  return { times, reads, shown, items: known, history: hand.known() };
}

/** Ranks 50 items of a history by the shards of the index in `folder`. */
export async function shards(browser, { module, folder, count, runs, cards }) {
  const next = random(7), now = Date.now();
  const items = Array.from({ length: 50 }, () => `i${Math.floor(count * next() ** 3)}`);
  const server = await serve({ routes: { '/': '<!doctype html><title>shards</title>' }, folders: [module, folder] });
  const { page, close } = await open(browser, { cpu: 1 });
  try {
    await page.goto(server.url);
    const found = await page.evaluate(measure, { base: '', items, now, runs, cards });
    if (found.shown !== cards) throw new Error(`${found.shown} cards`);
    return { items: found.items, history: found.history, rank: spread(found.times), read: spread(found.reads), raw: found.times.map(round) };
  } finally {
    await close();
    server.close();
  }
}

/** Whether the public data are there. */
export const isThere = () => existsSync(`${DATA}/score.py`);

/** Builds from the training events of a public data set, and scores the lists for its test cases. */
export async function quality(name, { excludeSeen, count }) {
  prepare();
  const data = `${DATA}/${name}`, folder = `${FOLDER}/${name}`, seen = excludeSeen ? ['--exclude-seen'] : [];
  const built = await timed(['index', '--events', `${data}/train_events.tsv.gz`, '--items', `${data}/items.tsv`, '--out', folder]);
  const cases = count ? 'test_small' : 'test';
  const lists = execFileSync(HABERDASH, ['recommend', '--index', folder, '--items', `${data}/items.tsv`, '--cases', `${data}/${cases}_cases.tsv`, ...seen], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
  const file = createWriteStream(`${FOLDER}/${name}.lists`);
  file.end(lists);
  await once(file, 'finish');
  const text = execFileSync('python3', [`${DATA}/score.py`, `${data}/${cases}_cases.tsv`, `${data}/${cases}_truth.tsv`, `${FOLDER}/${name}.lists`, ...seen], { encoding: 'utf8' });
  const scores = Object.fromEntries([...text.matchAll(/^([\w@]+)\t([\d.]+)/gm)].map(([, key, number]) => [key, Number(number)]));
  const compressed = (kind) => readdirSync(`${folder}/${kind}`).reduce((sum, entry) => sum + brotliCompressSync(readFileSync(`${folder}/${kind}/${entry}`)).length, 0);
  return { ...scores, seconds: built.seconds, rows: compressed('rows'), names: compressed('names') };
}

/** Ours and Serenade's own code for the sessions of the example in its crate, natively, in one run. */
export async function serenade() {
  prepare();
  const manifest = `${ROOT}tests/bench/serenade/Cargo.toml`, target = `${ROOT}target/bench-serenade`, folder = `${FOLDER}/serenade`;
  execFileSync('cargo', ['build', '--quiet', '--release', '--locked', '--manifest-path', manifest, '--target-dir', target], { stdio: ['ignore', 'ignore', 'inherit'] });
  const found = JSON.parse(execFileSync('cargo', ['metadata', '--format-version', '1', '--locked', '--manifest-path', manifest], { maxBuffer: 1 << 30 }));
  const crate = dirname(found.packages.find(({ name }) => name === 'serenade').manifest_path);
  execFileSync('python3', ['-m', 'zipfile', '-e', `${crate}/assets/example/example.zip`, folder]);
  await timed(['index', '--events', `${folder}/train.txt`, '--columns', 'user=SessionId,item=ItemId,time=Time', '--out', `${folder}/index`]);
  const said = execFileSync(`${target}/release/haberdash-bench-serenade`, [`${folder}/index`, `${folder}/train.txt`, `${folder}/test.txt`], { encoding: 'utf8' });
  // Serenade says some lines of its own before.
  return JSON.parse(said.trim().split('\n').at(-1));
}
