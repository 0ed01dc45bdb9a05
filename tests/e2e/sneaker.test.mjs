// The sneaker: eight parts in one library of materials, what goes with what, letters left and right, and a picture from three sides.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { CONFIGURATOR, assertQuiet, claim, formData, open, selection, until, useBrowser } from './lib.mjs';

useBrowser();
const host = (page) => page.locator(CONFIGURATOR);
const price = (page) => page.locator('#price').textContent();
const mended = (page) => host(page).locator('.mended').textContent();
const preset = (page, name) => host(page).getByRole('button', { name, exact: true }).click();
const picture = (page) => page.locator('.gallery .frame > .picture');
const view = (page, name) => page.locator('.gallery').getByRole('button', { name, exact: true }).click();
/** Takes a choice, in whatever step it is, and found by its name where there are many. */
async function take(page, option, title) {
  const group = host(page).getByRole('group', { name: new RegExp(`^${option}`), includeHidden: true });
  await group.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
  const search = group.getByRole('searchbox');
  if (await search.count()) await search.fill(title);
  await group.getByRole('radio', { name: new RegExp(`^${title}(,|$)`), includeHidden: true }).evaluate((radio) => radio.click());
}
const write = async (page, option, text) => {
  const field = host(page).getByLabel(option, { exact: true });
  await field.evaluate((input) => input.closest('details')?.setAttribute('open', ''));
  await field.fill(text);
};

test('every preset is a pair that can be ordered, and the claim has its price', async (t) => {
  const page = await open(t, '/sneaker.html');
  assert.equal(await price(page), '€139.00');
  const seen = new Set();
  for (const name of ['Harbour night', 'Regatta', 'Dunes', 'All black', 'Gold standard', 'Sea breeze', 'Picnic', 'Orchard', 'Centre court']) {
    await preset(page, name);
    const { unit_price, selection: picks } = await claim(page);
    assert.equal(await price(page), `€${(unit_price / 100).toFixed(2)}`, name);
    seen.add(JSON.stringify(picks));
    assert.ok(await picture(page).locator('path').count() > 100, `${name} is drawn`);
  }
  assert.equal(seen.size, 9);
  await assertQuiet(page);
});

test('gold laces come with leather, waxed ones with eyelets, mesh with a cap, polished gum without suede', async (t) => {
  const page = await open(t, '/sneaker.html');
  await preset(page, 'Harbour night');
  await take(page, 'Laces', 'Gold');
  await until(() => mended(page), (text) => /Gold laces come with leather sides only/.test(text), 'it is said');
  assert.match((await selection(page)).quarter, /^leather-/);
  await preset(page, 'Centre court');
  await take(page, 'Laces', 'Brown, waxed');
  await until(() => mended(page), (text) => /Now Eyelets: Steel\..*need eyelets of steel or brass/.test(text), 'it is said');
  assert.equal(await price(page), '€144.00', '139.00, waxed 2.00, steel 3.00');
  await take(page, 'Toe box', 'Black mesh');
  await until(() => mended(page), (text) => /Now Toe cap: Reinforced\..*needs the reinforced toe cap/.test(text), 'it is said');
  await preset(page, 'Dunes');
  await take(page, 'Sole wall', 'Gum, polished');
  await until(() => mended(page), (text) => /Matt gum goes with suede/.test(text), 'it is said');
  const { mudguard, heel } = await selection(page);
  assert.ok(![mudguard, heel].some((part) => part.startsWith('suede-')));
  await assertQuiet(page);
});

test('left and right have letters of their own, drawn on heels and tongues', async (t) => {
  const page = await open(t, '/sneaker.html');
  await write(page, 'Letters on the heel', 'AB');
  await view(page, 'Heels');
  // Gold foil is the only thing of its colour here.
  const letters = () => picture(page).locator('g[fill="#c39a3c"] > path').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
  const same = await until(letters, (list) => list.length === 2, 'the same on both');
  assert.equal(same[0], same[1]);
  assert.equal(await host(page).getByLabel('Letters on the right heel', { exact: true }).count(), 0, 'not asked for');
  await take(page, 'Letters left and right', 'Left and right differ');
  await write(page, 'Letters on the right heel', 'CD');
  const both = await until(letters, (list) => list.length === 2 && list[0] !== list[1], 'each its own');
  assert.notEqual(both[0], both[1]);
  assert.equal(await price(page), '€150.00', '139.00, four letters, 3.00 once, 4.00 for the pair');
  const order = new Map(await formData(page));
  assert.equal(order.get('properties[Letters on the right heel]'), 'CD');
  await assertQuiet(page);
});
