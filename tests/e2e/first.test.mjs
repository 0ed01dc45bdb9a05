// The page comes first: docs/decisions/page-first.md.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHOP, open, useBrowser } from './lib.mjs';

useBrowser();

test('on a page with strips alone nothing but the loader is fetched before the page is loaded', async (t) => {
  const page = await open(t, `${SHOP}/`);
  const { loaded, ours } = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const entries = performance.getEntriesByType('resource').filter((entry) => /\/haberdash[\w.]*$/.test(new URL(entry.name).pathname));
    return { loaded: navigation.loadEventStart, ours: entries.map((entry) => [new URL(entry.name).pathname.split('/').pop(), entry.startTime]) };
  });
  const names = ours.map(([name]) => name);
  assert.ok(names.includes('haberdash.js') && names.includes('haberdash_app_bg.wasm'), names.join());
  for (const [name, start] of ours) assert.ok(name === 'haberdash.js' || start >= loaded, `${name} was fetched at ${start}, and the page was loaded at ${loaded}`);
});

test('what is long at the start is done in turns, and the page comes in between', async (t) => {
  // A turn is a timer of no time that has a value to hand on.
  const count = () => {
    const { setTimeout } = window;
    window.turns = 0;
    window.setTimeout = function (run, ms, ...values) {
      if (ms === 0 && values.length === 1) window.turns += 1;
      return setTimeout.call(window, run, ms, ...values);
    };
  };
  const page = await open(t, `${SHOP}/shirt.html`, { init: [count] });
  // Before it starts, and around reading, rules and drawing of the product.
  assert.ok(await page.evaluate(() => window.turns) >= 4, `${await page.evaluate(() => window.turns)} turns`);
});
