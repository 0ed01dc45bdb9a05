// The picture that `haberdash render` draws is the one that the shopper saw: every demo product, every view, every preset, and with letters.
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { haberdash } from './command.mjs';
import { MOST, bare, compare, held, judge, judged, show } from './compare.mjs';
import { DIST, assertQuiet, useBrowser } from './lib.mjs';

useBrowser();

/** The product files of the demo shop with views, put together: name → product. */
async function products(folder = '') {
  const found = [];
  for (const entry of (await readdir(path.join(DIST, 'p', folder))).filter((name) => name.endsWith('.json')).sort()) {
    const name = path.join(folder, entry);
    const file = JSON.parse(await readFile(path.join(DIST, 'p', name), 'utf8'));
    if (!file.options && !file.extend) continue;
    const { code, stdout, stderr } = await haberdash(['resolve', path.join(DIST, 'p', name)]);
    assert.equal(code, 0, stderr);
    const product = JSON.parse(stdout);
    if (product.views?.length) found.push({ name, product });
  }
  assert.ok(found.length > 0, 'there are products with views');
  return found;
}

/** Some letters that a text option takes. */
function letters({ charset, max_chars: most, min_chars: least = 0 }) {
  const all = 'Abgq RSW Haberdash 27';
  const takes = (letter) => {
    if (!charset) return true;
    const set = new RegExp(`[${charset.replace(/[\\\]^]/g, '\\$&')}]`, 'u');
    return set.test(letter) || set.test(letter.toUpperCase()) || set.test(letter.toLowerCase());
  };
  return [...all].filter(takes).slice(0, Math.max(most, least)).join('').trim();
}

/** What is drawn of a product: what is picked at first, each preset, and each of them with letters in every text. */
function selections(product) {
  const list = [['defaults', {}], ...(product.presets ?? []).map(({ id, selection }) => [`preset-${id}`, selection])];
  const texts = product.options.filter(({ kind, fonts }) => kind === 'text' && fonts?.length);
  if (texts.length) {
    const lettered = Object.fromEntries(texts.map((option) => [option.id, letters(option)]));
    list.push(['letters', lettered], ...list.slice(1, 2).map(([name, selection]) => [`${name}-letters`, { ...selection, ...lettered }]));
  }
  return list;
}

test('the comparison finds what differs', async (t) => {
  const page = await judge(t);
  const picture = (color) => page.evaluate((color) => {
    const context = Object.assign(document.createElement('canvas'), { width: 20, height: 10 }).getContext('2d');
    context.fillStyle = '#336699';
    context.fillRect(0, 0, 20, 10);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 2);
    return context.canvas.toDataURL('image/png').split(',')[1];
  }, color).then((text) => Buffer.from(text, 'base64'));
  const [one, other] = [await picture('#336699'), await picture('#336699ff')];
  assert.deepEqual((({ mean, far }) => [mean, far])(await compare(page, one, other)), [0, 0]);
  const { mean, far } = await compare(page, one, await picture('#936699'));
  assert.deepEqual([mean, far], [2 * 96 / 600, 2 / 200]);
  assert.ok(far > MOST.far);
});

/** Compares all pictures of the products, two products at a time: one is drawn while another is looked at. What is picked twice is compared once. */
async function all(t, products) {
  const table = [];
  const work = async () => {
    const here = await judge(t);
    for (let next = products.shift(); next; next = products.shift()) {
      const { name, product } = next;
      const [page, seen] = [await bare(t, name), new Set()];
      for (const [pick, selection] of selections(product)) {
        for (const [index, view] of product.views.entries()) {
          const picked = await show(page, index, selection);
          const key = JSON.stringify([view.id, picked]);
          if (seen.has(key)) continue;
          seen.add(key);
          table.push(await held(page, here, [product.id, view.id, pick].join('.'), { name, view: view.id, picked }));
        }
      }
      await assertQuiet(page, name);
      await page.context().close();
    }
  };
  await Promise.all([work(), work()]);
  judged(t, table.sort((a, b) => (a.what < b.what ? -1 : 1)));
}

test('every demo product is drawn as the shopper sees it, in every view and preset', async (t) => all(t, await products()));

test('and so is every device of the skins', async (t) => all(t, await products('skins')));
