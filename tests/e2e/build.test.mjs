// The cheapest complete build from what was picked, and the parts list: in the page, in the order, and by the command.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { haberdash } from './command.mjs';
import { CONFIGURATOR, DIST, assertQuiet, claim, formData, html, open, painted, productForm, selection, serve, smallProduct, tag, until, useBrowser } from './lib.mjs';
import { ways } from './ways.mjs';
import { PRODUCT as PC, faults } from './pc.mjs';

useBrowser();

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const WAYS = ways(PHONE);

const host = (page) => page.locator(CONFIGURATOR).first();
const price = (page) => page.locator('#price').textContent();
const cents = (text) => Math.round(Number(text.replace(/[^\d.]/g, '')) * 100);
const button = (page) => host(page).locator('.cheapest > button');
const told = (page) => host(page).locator('.cheapest .told');
const OFFER = /^Cheapest complete build from here: (€[\d,.]+), you save (€[\d,.]+)$/;
/** What is offered, once it is about what is picked now. */
async function offered(page) {
  const text = await until(async () => ({ text: await button(page).textContent(), now: cents(await price(page)) }), ({ text, now }) => {
    const [, least, saved] = text.match(OFFER) ?? [];
    return least && cents(least) + cents(saved) === now;
  }, 'what it costs and what is saved make the price');
  return cents(text.text.match(OFFER)[1]);
}
/** Picks by the API: as a shopper would. */
const pick = (page, option, value) => host(page).evaluate((host, [option, value]) => window.Haberdash.select(host, option, value), [option, value]);

/** What a PC costs, reckoned from the file. */
function cost(picks) {
  const of = (option) => {
    const picked = picks[option.id];
    const choice = (id) => option.choices.find((one) => one.id === id).price ?? 0;
    if (option.kind === 'toggle') return picked ? option.price ?? 0 : 0;
    if (option.kind === 'multi') return picked.reduce((sum, id) => sum + choice(id), 0);
    if (option.kind === 'text') return picked ? (option.price?.once ?? 0) + (option.price?.per_char ?? 0) * [...picked].length : 0;
    return choice(picked);
  };
  const holds = (when) => Object.entries(when).every(([option, wanted]) => [wanted].flat().includes(picks[option]));
  const rules = PC.prices.filter(({ when }) => holds(when)).reduce((sum, { add }) => sum + add, 0);
  return PC.options.reduce((sum, option) => sum + of(option), PC.base_price) + rules;
}

for (const [way, { context, press }] of Object.entries(WAYS)) {
  test(`the cheapest complete build is taken and undone by ${way}`, async (t) => {
    const page = await open(t, '/pc-build.html', { context });
    await pick(page, 'case', 'mini');
    await pick(page, 'processor', 'k37s');
    await pick(page, 'engraving', 'EVA');
    const before = await selection(page);
    const least = await offered(page);
    await press(button(page));
    await until(() => price(page), (text) => cents(text) === least, 'it costs what was said');
    const after = await selection(page);
    assert.deepEqual([after.case, after.processor, after.engraving], ['mini', 'k37s', 'EVA'], 'what was picked stays');
    assert.deepEqual(faults(after), []);
    assert.equal(cost(after), least);
    // One sentence names what changed, and only that.
    const sentence = await until(() => told(page).locator('span').textContent(), (text) => text.startsWith('Now '), 'it is said');
    const title = (option) => PC.options.find(({ id }) => id === option).title.en;
    for (const { id } of PC.options) {
      const changed = JSON.stringify(before[id]) !== JSON.stringify(after[id]);
      assert.equal(sentence.includes(title(id) + ': ') || sentence.includes(`no ${title(id)}`), changed, `${id} in ${sentence}`);
    }
    assert.equal(await button(page).textContent(), `Nothing cheaper goes with what you picked: ${await price(page)}`);
    assert.equal(await button(page).getAttribute('aria-disabled'), 'true');
    await button(page).dispatchEvent('click');
    assert.deepEqual(await selection(page), after, 'there is nothing more to take');

    await press(told(page).getByRole('button', { name: 'Undo' }));
    await until(() => selection(page), (now) => JSON.stringify(now) === JSON.stringify(before), 'one step back is what was before');
    assert.equal(await told(page).textContent(), '');
    // Who pressed Undo by keys goes on from there.
    if (way === 'keyboard') assert.equal(await host(page).evaluate((host) => host.shadowRoot.activeElement?.dataset.click), 'cheapest');
    assert.equal(await offered(page), least);
    await painted(page);
    await assertQuiet(page);
  });
}

test('no other two parts would make it cheaper', async (t) => {
  const page = await open(t, '/pc-build.html');
  await pick(page, 'graphics', 's48');
  const least = await offered(page);
  await button(page).click();
  await until(() => price(page), (text) => cents(text) === least, 'it is taken');
  const found = await selection(page);
  assert.equal(found.graphics, 's48');
  assert.deepEqual(faults(found), []);
  const swaps = PC.options.filter(({ id, kind }) => kind === 'choice' && id !== 'graphics')
    .flatMap(({ id, choices }) => choices.filter((choice) => choice.id !== found[id]).map((choice) => [id, choice.id]));
  for (const [a, b] of swaps) {
    for (const [c, d] of swaps) {
      if (a > c) continue;
      const other = { ...found, [a]: b, [c]: d };
      if (cost(other) < least) assert.notDeepEqual(faults(other), [], `${a}: ${b}, ${c}: ${d} is cheaper`);
    }
  }
});

test('what the cheapest chose is no pick of the shopper’s: the next cheapest may change it', async (t) => {
  const page = await open(t, '/pc-build.html');
  await pick(page, 'graphics', 's48');
  await pick(page, 'mouse', 'snow');
  await offered(page);
  await button(page).click();
  await until(() => told(page).textContent(), Boolean, 'it is taken');
  const first = await selection(page);
  // Without the card a smaller power supply would do, but nothing asks for it: it stays until the cheapest is taken again.
  await pick(page, 'graphics', 'none');
  await until(() => told(page).textContent(), (text) => text === '', 'what was said is over');
  assert.equal((await selection(page)).power, first.power);
  const least = await offered(page);
  await button(page).click();
  await until(() => price(page), (text) => cents(text) === least, 'it is taken again');
  const second = await selection(page);
  assert.deepEqual([second.graphics, second.mouse], ['none', 'snow'], 'what was picked stays');
  assert.notEqual(second.power, first.power);
  assert.deepEqual(faults(second), []);
  // What the shopper picks there is theirs from then on.
  await pick(page, 'power', first.power);
  await until(() => button(page).textContent(), (text) => text.startsWith('Nothing cheaper'), 'there is nothing cheaper with it');
});

test('the parts list is in the page, in the order and in what the command tells', async (t) => {
  const page = await open(t, '/pc-build.html');
  await host(page).getByRole('button', { name: 'Gaming', exact: true }).click();
  await pick(page, 'engraving', 'EVA');
  await until(() => price(page), (text) => text !== '€3,026.00', 'letters cost something');
  const list = host(page).locator('.parts');
  await list.locator('summary').focus();
  await page.keyboard.press('Enter');
  const rows = () => list.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell.querySelector('span') ?? cell).textContent)));
  await until(rows, (rows) => rows.some(([what]) => what === 'EVA'), 'the letters are listed');
  const property = JSON.parse(new Map(await formData(page)).get('properties[_haberdash_parts]'));
  const told = await haberdash(['quote', path.join(DIST, 'p/pc.json'), '-', '--json'], JSON.stringify(await claim(page)));
  assert.equal(told.code, 0, told.stderr);
  assert.deepEqual(property, JSON.parse(told.stdout).parts);
  const euros = (cents) => new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(cents / 100);
  const expected = property.map(({ picked, sku, quantity, price }) => [picked, sku ?? '', String(quantity), euros(price)]);
  const shown = await rows();
  assert.deepEqual(shown.slice(0, expected.length), expected);
  assert.deepEqual(shown.slice(expected.length), [['Keyboard and mouse together', '', '', '-€5.00']]);
  assert.equal(await list.locator('tfoot td').last().textContent(), await price(page));
  const sum = property.reduce((total, { quantity, price }) => total + quantity * price, -500);
  assert.equal(sum, (await claim(page)).unit_price);
  assert.ok(property.every(({ picked }) => picked !== 'None'), 'nothing is no part');
  await assertQuiet(page);
});

test('other languages say it, and a product that asks for neither has neither', async (t) => {
  const plain = { rules: [{ exclude: { colour: 'red' }, when: { rim: 'gold' } }], options: [
    { id: 'colour', title: 'Colour', kind: 'choice', default: 'red', choices: [{ id: 'white', title: 'White' }, { id: 'red', title: 'Red', price: 250, sku: 'R' }] },
    { id: 'rim', title: 'Rim', kind: 'choice', choices: [{ id: 'plain', title: 'Plain' }, { id: 'gold', title: 'Gold', price: 300 }] },
  ] };
  const words = { de: /Günstigste/, fr: /la moins chère/, es: /más barata/, ar: /أرخص/ };
  for (const [lang, offer] of Object.entries(words)) {
    const shop = await serve(t, { '/': html(productForm({ product: '/p.json' }), { lang, head: await tag('data-cart="form"') }), '/p.json': smallProduct({ ...plain, tools: ['cheapest', 'parts_list'] }), '/art/mug.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path id="cup" d="M1 1h7v7z"/></svg>' });
    const page = await open(t, `${shop}/`);
    await until(() => button(page).textContent(), (text) => offer.test(text) && /2,50|2\.50|٢٫٥٠/.test(text), lang);
    await button(page).click();
    await until(() => selection(page), (now) => now.colour === 'white', 'it is taken');
    assert.notEqual(await host(page).locator('.parts summary').textContent(), 'Parts list');
    assert.equal(await host(page).locator('.parts tbody tr').count(), 1, 'the base price');
  }
  const shop = await serve(t, { '/': html(productForm({ product: '/p.json' }), { head: await tag('data-cart="form"') }), '/p.json': smallProduct(plain), '/art/mug.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path id="cup" d="M1 1h7v7z"/></svg>' });
  const page = await open(t, `${shop}/`);
  assert.equal(await host(page).locator('.cheapest, .parts').count(), 0);
  assert.ok(!(await formData(page)).some(([name]) => name.includes('_haberdash_parts')));
});
