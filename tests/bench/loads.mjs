// From the script tag to a configurator that can be seen and used, on the shirt's page, each time with a cold cache.
import { heap as heapOf, open, within } from './lib/browser.mjs';
import { median, round, spread } from './lib/stats.mjs';

function probe() {
  const bench = (window.bench = { shift: 0 });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) bench.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
  bench.ready = new Promise((resolve, reject) => {
    const look = () => {
      const host = document.querySelector('[data-haberdash="configurator"]');
      if (host?.dataset.haberdashState === 'failed') reject(new Error('the configurator failed'));
      if (host?.dataset.haberdashState !== 'ready') return;
      watching.disconnect();
      // When the frame that shows it is out.
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    };
    const watching = new MutationObserver(look);
    watching.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-haberdash-state'] });
  });
}

async function load(browser, { url, cdn, cpu, slow4g }) {
  const { page, errors, traffic, close } = await open(browser, { cpu, slow4g, probe });
  await page.goto(url, { waitUntil: 'commit' });
  const ready = await within(page.evaluate(() => window.bench.ready), 60_000, 'ready');
  const arrived = traffic.sofar();
  const { tag, resources } = await page.evaluate(() => {
    const entries = performance.getEntriesByType('resource');
    const name = (entry) => entry.name.split(/[?#]/)[0].split('/').pop();
    return {
      tag: entries.find((entry) => name(entry) === 'haberdash.js')?.startTime,
      resources: entries.map((entry) => [name(entry), entry.startTime, entry.responseEnd]),
    };
  });
  if (tag === undefined) throw new Error(`${url} does not fetch haberdash.js`);
  await traffic.idle();
  const shift = await page.evaluate(() => window.bench.shift);
  const all = traffic.sofar();
  await close();
  if (errors.length) throw new Error(`the page threw: ${errors[0]}`);
  return { tag, ready, shift, resources, untilReady: byType(arrived, cdn), complete: byType(all, cdn) };
}

/** Bytes by type, ours (from the CDN) apart from the shop's. */
function byType(answers, cdn) {
  const sums = { haberdash: {}, shop: {} };
  for (const { url = '', type = 'Other', bytes } of answers) {
    const of = url.startsWith(cdn) ? sums.haberdash : sums.shop;
    of[type] = (of[type] ?? 0) + bytes;
  }
  return sums;
}

export async function loads(browser, { url, cdn, count, cpu, slow4g }) {
  await load(browser, { url, cdn, cpu: 1, slow4g: false }); // reads the files from the disk once
  const runs = [];
  for (let i = 0; i < count; i++) runs.push(await load(browser, { url, cdn, cpu, slow4g }));
  const last = runs.at(-1);
  return {
    cpu, slow4g,
    tagToReady: spread(runs.map((run) => run.ready - run.tag)),
    navigationToReady: spread(runs.map((run) => run.ready)),
    layoutShift: Math.max(...runs.map((run) => run.shift)),
    untilReady: last.untilReady,
    complete: last.complete,
    // When the median load asked for each file and had it, in milliseconds after the tag.
    timeline: timeline(runs),
    raw: runs.map((run) => round(run.ready - run.tag)),
  };
}

function timeline(runs) {
  const names = new Set(runs.flatMap((run) => run.resources.map(([name]) => name)));
  const rows = [...names].map((name) => {
    const entries = runs.flatMap((run) => run.resources.filter(([other]) => other === name).slice(0, 1).map(([, from, to]) => [from - run.tag, to - run.tag]));
    return { name, asked: round(median(entries.map(([from]) => from))), had: round(median(entries.map(([, to]) => to))) };
  });
  return rows.sort((a, b) => a.asked - b.asked);
}

/**
 * Heap, array buffers and wasm memory of the page at rest, in bytes: the median of `count` loads; and the most layout shift that any of them had. With as
 * little of ours in the page as can be: what watches loads above is 0.05 MB.
 */
export async function heap(browser, { url, count }) {
  const runs = [];
  for (let i = 0; i < count; i++) runs.push(await rest(browser, url));
  const middle = (of) => median(runs.map(of));
  return { n: count, shift: Math.max(...runs.map((run) => run.shift)), objects: middle((run) => run.objects), buffers: middle((run) => run.buffers), wasm: middle((run) => run.wasm), total: middle((run) => run.total) };
}

function shifts() {
  window.bench = { shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) window.bench.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });
}

/** By a look of the page's own: what Playwright looks for elements with stays in the page. */
function ready() {
  const hosts = () => [...document.querySelectorAll('[data-haberdash="configurator"]')];
  return new Promise((resolve) => {
    const look = () => (hosts().length && hosts().every((host) => host.dataset.haberdashState === 'ready') ? resolve() : setTimeout(look, 50));
    look();
  });
}

async function rest(browser, url) {
  const { page, cdp, errors, traffic, close } = await open(browser, { probe: shifts });
  await page.goto(url, { waitUntil: 'commit' });
  await within(page.evaluate(ready), 60_000, 'ready');
  await traffic.idle();
  const memory = await heapOf({ page, cdp });
  const shift = await page.evaluate(() => window.bench.shift);
  await close();
  if (errors.length) throw new Error(`the page threw: ${errors[0]}`);
  return { ...memory, shift };
}
