// What the demo shop sells made up from a product file costs what that product file says: its price is computed by the command, as an order's is.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { allRows } from '../../www/art/make/catalog.mjs';
import { drawnFrom, earlier } from '../../www/art/make/rows/made.mjs';
import { haberdash } from './command.mjs';
import { catalogue, DIST } from './lib.mjs';

/** What an item's design costs by its product file. A design that rules do not allow is mended, as for the item's picture. */
async function priceOf({ product, preset, selection }) {
  const what = preset ? ['--preset', preset] : ['--selection', JSON.stringify(selection), '--repair'];
  const { code, stdout, stderr } = await haberdash(['quote', path.join(DIST, 'p', `${product}.json`), ...what, '--json']);
  assert.equal(code, 0, `${product} ${what.join(' ')}: ${stderr}`);
  const { unit_price: price, claim, currency } = JSON.parse(stdout);
  return { price, claim, currency };
}

test('items with a design cost what their product files say', async () => {
  const items = new Map((await catalogue()).map((item) => [item.id, item]));
  const rows = [...allRows(), ...earlier.filter((id) => id.startsWith('PC-')).map((id) => ({ id }))];
  const drawn = rows.map((row) => ({ id: row.id, how: drawnFrom(row) })).filter(({ how }) => how);
  assert.ok(drawn.length > 70, `${drawn.length} items have a design`);
  const wrong = [];
  const check = async ({ id, how }) => {
    const item = items.get(id);
    assert.ok(item, `${id} is in the catalogue`);
    // What has a page of its own with a configurator costs what that begins with.
    const isOwn = !item.url.startsWith('product.html');
    const { price, currency } = await priceOf(isOwn ? { product: how.product, selection: {} } : how);
    assert.equal(currency, 'EUR');
    if (price !== item.price) wrong.push(`${id} ${item.title.en}: ${item.price} in the catalogue, ${price} by ${how.product}.json`);
  };
  const queue = [...drawn];
  await Promise.all([0, 1].map(async () => { while (queue.length) await check(queue.shift()); }));
  assert.deepEqual(wrong.sort(), []);
});

test('the claim of a priced design holds, and one with another price does not', async () => {
  const file = path.join(DIST, 'p/pc.json');
  const { claim, price } = await priceOf({ product: 'pc', preset: 'office' });
  assert.equal(price, claim.unit_price);
  assert.equal((await haberdash(['quote', file, JSON.stringify(claim)])).code, 0);
  assert.equal((await haberdash(['quote', file, JSON.stringify({ ...claim, unit_price: price - 1, total: price - 1 })])).code, 1);
});
