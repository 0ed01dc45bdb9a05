// A PC from scratch: whatever is picked, what comes of it can be built. That is reckoned here from the parts' attributes, not by the rules.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { CONFIGURATOR, assertQuiet, claim, open, painted, selection, until, useBrowser } from './lib.mjs';
import { PRODUCT, faults } from './pc.mjs';

useBrowser();
const price = (page) => page.locator('#price').textContent();
const mended = (page) => page.locator(CONFIGURATOR).locator('.mended').textContent();

test('the start and every preset can be built, at their price', async (t) => {
  const page = await open(t, '/pc-build.html');
  assert.equal(await price(page), '€836.00');
  assert.deepEqual(faults(await selection(page)), []);
  for (const [name, sum] of [['Office', '€1,110.00'], ['Gaming', '€3,026.00'], ['Studio', '€8,258.00'], ['Small and silent', '€1,434.00']]) {
    await page.locator(CONFIGURATOR).getByRole('button', { name, exact: true }).click();
    await until(() => price(page), (text) => text === sum, `${name} costs ${sum}`);
    assert.deepEqual(faults(await selection(page)), [], name);
  }
  assert.equal((await claim(page)).unit_price, 143400);
  await assertQuiet(page);
});

test('a small case changes what does not fit into it, says why, and gives it back', async (t) => {
  const page = await open(t, '/pc-build.html');
  await page.locator(CONFIGURATOR).getByRole('button', { name: 'Gaming', exact: true }).click();
  const before = await selection(page);
  await page.locator(CONFIGURATOR).getByRole('radio', { name: /^Hollow Mini/ }).check({ force: true });
  await until(() => mended(page), (text) => /The mainboard is too large for the case\./.test(text) && /Now Power supply: Brontide Small/.test(text), 'it is said');
  assert.equal((await selection(page)).case, 'mini');
  assert.deepEqual(faults(await selection(page)), []);
  await page.locator(CONFIGURATOR).locator('.mended').getByRole('button', { name: 'Undo' }).click();
  await until(() => selection(page), (picks) => picks.case === before.case, 'taken back');
  assert.deepEqual(await selection(page), before);
  await assertQuiet(page);
});

test('whatever is picked from the lists can be built', async (t) => {
  const page = await open(t, '/pc-build.html');
  // A generator of Lehmer's, so that every run picks the same.
  let seed = 20;
  const random = (below) => { seed = (seed * 48271) % 2147483647; return seed % below; };
  for (let turn = 0; turn < 60; turn++) {
    const [list, entry] = [random(1000), random(1000)];
    const value = await page.locator(CONFIGURATOR).evaluate((host, [list, entry]) => {
      const lists = [...host.shadowRoot.querySelectorAll('select')];
      const picked = lists[list % lists.length];
      picked.selectedIndex = entry % picked.options.length;
      picked.dispatchEvent(new Event('change', { bubbles: true }));
      return picked.selectedOptions[0].textContent;
    }, [list, entry]);
    await painted(page);
    assert.deepEqual(faults(await selection(page)), [], `after ${value}`);
  }
  await assertQuiet(page);
});
