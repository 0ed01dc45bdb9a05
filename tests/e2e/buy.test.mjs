// The four products that the shop makes to order are bought, by pointer, by fingers and by keys alone: what is picked is in the picture, at its price, in the
// basket, in a claim that the command finds right, and in what it draws and prints.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { haberdash } from './command.mjs';
import { CONFIGURATOR, DIST, assertQuiet, open, painted, selection, until, useBrowser } from './lib.mjs';
import { ways } from './ways.mjs';

useBrowser();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const WAYS = ways(PHONE);

/** The page, the product file, the price before and after, what is picked, and what it is called in the basket. */
const PRODUCTS = [
  { name: 'shirt', page: '/shirt.html', file: 'oxford-shirt.json', before: '€89.00', after: '€90.50', picks: [[null, 'Buttons', 'Four', ['buttons', 'four']]], bought: { Buttons: 'Four' } },
  { name: 'sneaker', page: '/sneaker.html', file: 'sneaker.json', before: '€139.00', after: '€161.00', picks: [['Sole and lining', 'Tread', 'Ice', ['outsole', 'ice']], [null, 'Lining', 'Shearling', ['lining', 'shearling']]], bought: { Tread: 'Ice', Lining: 'Shearling' } },
  { name: 'PC', page: '/pc-build.html', file: 'pc.json', before: '€836.00', after: null, picks: [['Light and engraving', 'Light', 'Amber', ['led', 'amber']]], bought: { Light: 'Amber' } },
  { name: 'skin', page: '/skin.html?device=larch-5', file: 'skins/larch-5.json', before: '€19.90', after: null, picks: [[null, 'Back', null, ['back', 'wood-walnut']]], bought: {} },
];

for (const product of PRODUCTS) {
  for (const [way, { context, press, take }] of Object.entries(WAYS)) {
    test(`a ${product.name} is bought by ${way}`, async (t) => {
      const file = path.join(DIST, 'p', product.file);
      const resolved = await haberdash(['resolve', file]);
      assert.equal(resolved.code, 0, resolved.stderr);
      const made = JSON.parse(resolved.stdout);
      const page = await open(t, product.page, { context });
      const host = page.locator(CONFIGURATOR).first();
      const price = () => page.locator('#price').textContent();
      assert.equal(await price(), product.before);
      const picture = () => page.locator('.frame > svg.picture').first().evaluate((svg) => svg.outerHTML);
      const wanted = {};
      for (const [step, option, title, [id, choice]] of product.picks) {
        if (step) {
          const heading = host.locator('summary').filter({ hasText: step }).first();
          if (!await heading.evaluate((summary) => summary.parentElement.open)) await press(heading);
        }
        const before = await picture();
        const group = host.getByRole('group', { name: new RegExp(`^${option}`) });
        const words = title ?? made.options.find((other) => other.id === id).choices.find((one) => one.id === choice).title.en;
        // Where there are hundreds it is looked for.
        const search = group.getByRole('searchbox');
        if (await search.count()) await search.fill(words);
        await take(group.getByRole('radio', { name: new RegExp(`^${words}(,|$)`) }));
        wanted[id] = choice;
        await until(async () => (await selection(page))[id], (picked) => picked === choice, `${words} is picked`);
        // What lies inside cannot be seen.
        if (id !== 'lining') await until(picture, (now) => now !== before, `${words} is seen`);
      }
      if (product.after) await until(price, (text) => text === product.after, `it costs ${product.after}`);
      const cost = await price();

      await press(page.getByRole('button', { name: 'Add to basket' }));
      const line = await until(() => page.evaluate(() => JSON.parse(localStorage.getItem('otterby:cart') ?? '[]')[0]), Boolean, 'it is in the basket');
      for (const [option, title] of Object.entries(product.bought)) assert.equal(line.properties[option], title);
      const claim = JSON.parse(line.properties._haberdash_claim);
      for (const [id, choice] of Object.entries(wanted)) assert.equal(claim.selection[id], choice);
      assert.equal(new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(claim.unit_price / 100), cost);
      const quoted = await haberdash(['quote', file, '-'], line.properties._haberdash_claim);
      assert.equal(quoted.code, 0, quoted.stderr);
      const touched = await haberdash(['quote', file, '-'], JSON.stringify({ ...claim, unit_price: claim.unit_price - 100 }));
      assert.equal(touched.code, 1, 'a touched price is found');

      // The shop draws it, and prints what there is to print.
      const folder = await mkdtemp(path.join(os.tmpdir(), 'haberdash-buy-'));
      t.after(() => rm(folder, { recursive: true, force: true }));
      const selected = JSON.stringify(claim.selection);
      const drawn = await haberdash(['render', file, '-', '--view', made.views[0].id, '--to', path.join(folder, 'preview.svg')], selected);
      assert.equal(drawn.code, 0, drawn.stderr);
      assert.match(await readFile(path.join(folder, 'preview.svg'), 'utf8'), /^<svg/);
      if (made.artwork) {
        const printed = await haberdash(['render', file, '-', '--artwork', '--to', folder], selected);
        assert.equal(printed.code, 0, printed.stderr);
        const sheets = (await readdir(folder)).filter((name) => name.endsWith('.pdf'));
        if (product.name === 'skin') assert.ok(sheets.length >= 4, `sheets to cut: ${sheets}`);
        for (const sheet of sheets) assert.ok((await readFile(path.join(folder, sheet))).subarray(0, 5).equals(Buffer.from('%PDF-')), sheet);
      }
      await painted(page);
      await assertQuiet(page);
    });
  }
}
