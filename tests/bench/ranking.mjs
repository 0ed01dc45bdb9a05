// The strip's arithmetic alone: reading a catalogue and ranking all of it, in wasm, in a page whose clock ticks in steps of 5 µs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter } from 'node:path';
import { catalog, history } from './catalog.mjs';
import { open } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { round, spread } from './lib/stats.mjs';

const ROOT = new URL('../../', import.meta.url).pathname;
const MODULE = `${ROOT}target/bench-rank`;
const TRIPLE = 'wasm32-unknown-unknown';

/** Builds `tests/bench/rank` as the widget is built. Answers with the folder that has the module. */
export function build() {
  const env = { ...process.env, PATH: [`${ROOT}target/tools/bin`, `${ROOT}tests/e2e/node_modules/.bin`, process.env.PATH].join(delimiter) };
  const run = (program, ...args) => execFileSync(program, args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'] });
  run('cargo', 'build', '--quiet', '--release', '--locked', '--target', TRIPLE, '--package', 'haberdash-bench');
  mkdirSync(MODULE, { recursive: true });
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-dir', MODULE, `target/${TRIPLE}/release/haberdash_bench.wasm`);
  const module = `${MODULE}/haberdash_bench_bg.wasm`;
  // What Trunk does to the widget (data-wasm-opt in index.html).
  if (existsSync(`${ROOT}tests/e2e/node_modules/.bin/wasm-opt`)) run('wasm-opt', '-Oz', module, '-o', module);
  return MODULE;
}

// In the page.
async function measure({ text, past, now, runs, reads, cards }) {
  const { default: init, Document } = await import('/haberdash_bench.js');
  await init();
  const timed = (list, act) => {
    const start = performance.now();
    const result = act();
    list.push(performance.now() - start);
    return result;
  };
  const times = { parse: [], read: [], rank: [] };
  let shelf;
  for (let i = 0; i < reads; i++) {
    const file = timed(times.parse, () => Document.parse(text));
    shelf?.free();
    shelf = timed(times.read, () => file.shelf());
    file.free();
    if (!shelf) throw new Error('the made-up catalogue has mistakes');
  }
  const events = shelf.remember(Document.parse(past), now);
  let shown = 0;
  for (let i = 0; i < 50; i++) shown = shelf.rank(now, cards);
  for (let i = 0; i < runs; i++) {
    timed(times.rank, () => shelf.rank(now, cards));
    // Lets the browser do in between what it would otherwise do in the middle of a run.
    if (i % 10 === 9) await new Promise((free) => setTimeout(free, 0));
  }
  return { times, items: shelf.items(), events, shown, isolated: crossOriginIsolated };
}

export async function ranking(browser, { folder, items, events, cards, runs, reads, cpu }) {
  const file = catalog(items), now = Date.now();
  const server = await serve({ routes: { '/': '<!doctype html><title>ranking</title>' }, folders: [folder] });
  const { page, close } = await open(browser, { cpu });
  try {
    await page.goto(server.url);
    const found = await page.evaluate(measure, { text: JSON.stringify(file), past: JSON.stringify(history(file, events, now)), now, runs, reads, cards });
    if (!found.isolated) throw new Error('the page is not isolated: its clock is too coarse');
    if (found.items !== items || found.events !== events || found.shown !== cards) throw new Error(`ranked ${found.items} items by ${found.events} events into ${found.shown} cards`);
    const { parse, read, rank } = found.times;
    return { cpu, items, events, cards, rank: spread(rank), parse: spread(parse), read: spread(read), raw: rank.map(round) };
  } finally {
    await close();
    server.close();
  }
}
