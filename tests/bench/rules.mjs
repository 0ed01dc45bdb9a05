// The rules of a real product in wasm: core as the widget is built, asked as the widget asks it (`rank/src/rules.rs`).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open } from './lib/browser.mjs';
import { HABERDASH, buildCommand } from './lib/command.mjs';
import { serve } from './lib/server.mjs';
import { round, spread } from './lib/stats.mjs';

const ROOT = new URL('../../', import.meta.url).pathname;
const MODEL = `${ROOT}../shared/data/configuration/pc-richmond/original.xml`;
const FOLDER = `${ROOT}target/bench-rules`;

/** Whether the real shop's model is there. */
export const isThere = () => existsSync(MODEL);

/** Imports and compiles the model by the command. Answers with how long compiling took, in milliseconds, and the sizes of both files in bytes. */
export function prepare() {
  mkdirSync(FOLDER, { recursive: true });
  buildCommand();
  const run = (...args) => execFileSync(HABERDASH, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  run('import', MODEL, '-o', `${FOLDER}/pc.json`);
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run('compile', `${FOLDER}/pc.json`, '-o', `${FOLDER}/pc.rules`);
    return performance.now() - start;
  });
  return { compile: spread(times), product: readFileSync(`${FOLDER}/pc.json`).length, compiled: readFileSync(`${FOLDER}/pc.rules`).length };
}

// In the page.
async function measure({ picks, reasons }) {
  const module = await import('/haberdash_bench.js');
  await module.default({ module_or_path: fetch('/haberdash_bench_bg.wasm') });
  const text = await (await fetch('/pc.json')).text(), stored = new Uint8Array(await (await fetch('/pc.rules')).arrayBuffer());
  const timed = (list, act) => {
    const start = performance.now(), result = act();
    list.push(performance.now() - start);
    return result;
  };
  const times = { ready: [], own: [], pick: [], reason: [] };
  for (let i = 0; i < 5; i++) timed(times.ready, () => module.Rules.read(module.Document.parse(text), stored)).free();
  timed(times.own, () => module.Rules.read(module.Document.parse(text), undefined)).free();
  const rules = module.Rules.read(module.Document.parse(text), stored), options = rules.options();
  // The same clicks each time: a linear congruential generator (Numerical Recipes).
  let seed = 7, had = 0, mended = 0, why = 0;
  const below = (n) => Math.floor(((seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32) * n);
  for (let i = 0; i < picks + 30; i++) {
    const option = below(options), value = below(rules.values(option));
    const changed = timed(i < 30 ? [] : times.pick, () => rules.pick(option, value));
    if (changed !== undefined) had++, (mended += changed ? 1 : 0);
    // A shopper who starts over.
    if (i % 40 === 39) rules.reset();
    const off = rules.off();
    if (off && times.reason.length < reasons && timed(times.reason, () => rules.reason(below(off)))) why++;
    if (i % 10 === 9) await new Promise((free) => setTimeout(free, 0));
  }
  return { times, options, had, mended, why, isolated: crossOriginIsolated };
}

export async function rules(browser, { folder, picks, reasons, cpu }) {
  const server = await serve({ routes: { '/': '<!doctype html><title>rules</title>' }, folders: [folder, FOLDER] });
  const { page, close } = await open(browser, { cpu });
  try {
    await page.goto(server.url);
    const found = await page.evaluate(measure, { picks, reasons });
    if (!found.isolated) throw new Error('the page is not isolated: its clock is too coarse');
    if (!found.had || !found.mended) throw new Error(`${found.had} picks were had, ${found.mended} changed something else: these are no clicks to measure`);
    const { ready, own, pick, reason } = found.times;
    return { cpu, options: found.options, mended: found.mended, ready: spread(ready), own: spread(own), pick: spread(pick), reason: spread(reason), raw: pick.map(round) };
  } finally {
    await close();
    server.close();
  }
}
