// A PC from scratch: whatever is picked, what comes of it can be built. That is reckoned here from the parts' attributes, not by the rules.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIGURATOR, ROOT, assertQuiet, claim, open, painted, selection, until, useBrowser } from './lib.mjs';

useBrowser();
const PRODUCT = JSON.parse(readFileSync(path.join(ROOT, 'www/p/pc.json'), 'utf8'));
const found = (option, id) => PRODUCT.options.find((o) => o.id === option).choices.find((c) => c.id === id);
const price = (page) => page.locator('#price').textContent();
const mended = (page) => page.locator(CONFIGURATOR).locator('.mended').textContent();

/** Everything that is wrong with a PC, in words. */
function faults(picks) {
  const part = Object.fromEntries(Object.entries(picks).filter(([, id]) => typeof id === 'string').map(([option, id]) => [option, found(option, id)?.attributes ?? {}]));
  const { processor, mainboard, memory, cooler, graphics, power, ssd, ssd2, disk, fans, monitor } = part, box = part.case;
  const cards = (picks.cards ?? []).map((id) => found('cards', id).attributes);
  const sum = (name, ...list) => list.reduce((total, attributes) => total + (attributes[name] ?? 0), 0);
  const drawn = sum('draw', processor, graphics, ssd, ssd2, disk, fans, ...cards);
  const checks = {
    'socket': processor.socket === mainboard.socket,
    'power stage': processor.watts <= mainboard.vrm,
    'kind of memory': memory.type === mainboard.memory,
    'memory': memory.modules <= mainboard.dimms && memory.gb <= mainboard.max_gb && memory.mhz <= mainboard.mhz,
    'size of the board': box.forms.includes(mainboard.form),
    'cooler on the socket': !cooler.sockets || cooler.sockets.includes(processor.socket),
    'heat': processor.watts <= cooler.watts,
    'height of the cooler': !cooler.height || cooler.height <= box.cooler,
    'radiator': !cooler.radiator || box.radiators.includes(cooler.radiator),
    'memory under the cooler': !cooler.clearance || memory.height <= cooler.clearance,
    'length of the card': !graphics.length || graphics.length <= box.length,
    'slots': sum('slots', graphics, ...cards) <= box.slots && sum('card', graphics, ...cards) <= mainboard.pcie,
    'a picture': picks.graphics !== 'none' || processor.graphics,
    'watts': drawn <= power.watts * 0.8,
    'plugs': (graphics.pins8 ?? 0) <= power.pins8 && (graphics.hpwr ?? 0) <= power.hpwr,
    'power supply in the case': box.supplies.includes(power.form) && power.length <= box.supply,
    'M.2': sum('m2', ssd, ssd2) <= mainboard.m2 && Math.max(ssd.gen ?? 0, ssd2.gen ?? 0) <= mainboard.gen,
    'SATA': sum('sata', ssd, ssd2, disk) <= mainboard.sata,
    'bays': sum('bays25', ssd, ssd2) <= box.bays25 && sum('bays35', disk) <= box.bays35,
    'fans': !fans.fit || box.fans.includes(fans.fit),
    'monitor': !monitor.level || monitor.level <= (picks.graphics === 'none' ? 1 : graphics.level),
    'system': picks.system === 'none' || picks.assembly,
  };
  return Object.keys(checks).filter((name) => !checks[name]);
}

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
