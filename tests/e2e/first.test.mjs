// The page comes first: docs/decisions/page-first.md.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SHOP, go, open, useBrowser } from './lib.mjs';

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

for (const [by, without] of [['tasks', false], ['timers, where the browser has no other tasks', true]]) {
  test(`what is long at the start is done in turns, and the page comes in between: by ${by}`, async (t) => {
    // A turn is a task at once, or a timer without a time.
    const count = (without) => {
      const { setTimeout, scheduler } = window;
      const postTask = scheduler.postTask.bind(scheduler);
      window.turns = { tasks: 0, timers: 0 };
      const counted = { postTask: (run, ...more) => { window.turns.tasks += 1; return postTask(run, ...more); } };
      Object.defineProperty(window, 'scheduler', { configurable: true, value: without ? undefined : counted });
      window.setTimeout = function (run, ...more) {
        if (more.length === 0) window.turns.timers += 1;
        return setTimeout.call(window, run, ...more);
      };
    };
    const page = await open(t, null);
    await page.addInitScript(count, without);
    await go(page, `${SHOP}/shirt.html`);
    const { tasks, timers } = await page.evaluate(() => window.turns);
    // Before it starts, and around reading, rules and drawing of the product.
    if (without) assert.equal(tasks, 0);
    // One timer without a time is another thing.
    const used = without ? timers - 1 : tasks;
    assert.ok(used >= 4, `${used} turns`);
  });
}
