// Options, each with the interface it deserves: the grid of hundreds, colours, numbers with limits and units, steps, stock and delivery, letters.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { DIST, MUG_ART, ROOT, SHOP, STRICT, assertQuiet, choice, claim, formData, html, inState, layoutShift, open, painted, productForm, selection, serve, smallProduct, tag, until, useBrowser } from './lib.mjs';

useBrowser();
const TAG = 'data-shop="test" data-consent="off"', HOST = '#host', POSTER = '[data-haberdash=configurator]';

const kinds = {
  id: 'kinds', base_price: 10000, lead_days: 3,
  facet_titles: { color: { en: 'Colour', de: 'Farbe' }, rose: { en: 'Rosé' } },
  options: [
    { id: 'cloth', title: 'Cloth', kind: 'choice', display: 'grid', default: 'c100', choices: Array.from({ length: 240 }, (_, i) => ({ id: `c${i}`, title: `${i % 2 ? 'Châlet' : 'Wave'} ${i}`, color: `#${(0x334455 + i * 4097).toString(16)}`, price: i % 5 ? 0 : 100, facets: { color: ['navy', 'rose', 'green'][i % 3], pattern: ['dot', 'stripe'][i % 2] }, ...(i === 101 ? { stock: 0 } : i === 102 ? { stock: 2, lead_days: 4 } : {}) })) },
    { id: 'badges', title: 'Badges', kind: 'multi', display: 'grid', max: 2, choices: Array.from({ length: 80 }, (_, i) => ({ id: `b${i}`, title: `Badge ${i}`, color: '#aa0000' })) },
    { id: 'rim', title: 'Rim', kind: 'color', default: '#1f3a5f', contrast_with: '#ffffff', price: { once: 300 }, palette: [{ id: 'navy', title: 'Navy', color: '#1f3a5f' }, { id: 'brick', title: 'Brick', color: '#a4452c' }] },
    { id: 'trim', title: 'Trim', kind: 'color', default: '#ffffff', free: false, palette: [{ id: 'white', title: 'White', color: '#ffffff' }, { id: 'black', title: 'Black', color: '#000000' }] },
    { id: 'drawers', title: 'Drawers', kind: 'quantity', min: 0, max: 6, step: 2, default: 2, price: { per_unit: 500 } },
    { id: 'width', title: 'Width', kind: 'measure', unit: 'cm', min: 30, max: 120, step: 0.5, default: 60, price: { per_unit: 10 } },
    { id: 'load', title: 'Load', kind: 'measure', unit: 'lb', min: 1, max: 20, step: 1, default: 5 },
    { id: 'name', title: 'Name', kind: 'text', max_chars: 8, charset: 'A-Z ', paint: 'rim' },
  ],
  views: [{ id: 'front', title: 'Front', art: '/art/mug.svg', layers: [{ part: 'cup', paint: 'rim' }] }],
};

/** A page of its own, under the strictest policy, with the kinds above. */
async function page(t, { change = {}, context, lang = 'en', attributes = '' } = {}) {
  const shop = await serve(t, {
    '/p/kinds.json': smallProduct({ ...kinds, ...change }), '/art/mug.svg': { body: MUG_ART, headers: { 'Content-Type': 'image/svg+xml' } },
    '/': html(productForm({ product: '/p/kinds.json', attributes }), { head: await tag(TAG), lang }),
  }, { 'Content-Security-Policy': STRICT });
  return open(t, `${shop}/`, { context });
}
const picks = (page, host = HOST) => selection(page, host);
const unit = async (page, host = HOST) => (await claim(page, host)).unit_price;
const group = (page, name, host = HOST) => page.locator(host).getByRole('group', { name: new RegExp(`^${name}`) });
const tiles = (page, option = 0, host = HOST) => page.locator(host).locator(`#o${option} .canvas .choice`);
const found = (page, option = 0) => page.locator(HOST).locator(`#o${option} .found [role=status]`).textContent();
const focused = (page) => page.evaluate(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement; return at && { tag: at.tagName, label: at.getAttribute('aria-label') ?? at.textContent, value: at.value }; });

// ---------------------------------------------------------------- the grid

test('a grid draws only what is seen, and the picked one wherever it is', async (t) => {
  const p = await page(t, { context: { viewport: { width: 560, height: 900 } } });
  const count = await tiles(p).count();
  assert.ok(count > 8 && count <= 56, `${count} tiles are drawn of 240`);
  const radio = group(p, 'Cloth').getByRole('radio', { name: 'Wave 100' });
  assert.ok(await radio.isChecked());
  assert.deepEqual([await radio.getAttribute('aria-setsize'), await radio.getAttribute('aria-posinset')], ['240', '101']);
  const box = p.locator(HOST).locator('#o0 .tiles');
  await box.evaluate((element) => { element.scrollTop = 0; });
  await until(() => group(p, 'Cloth').getByRole('radio', { name: /^Wave 0(,|$)/ }).count(), (n) => n === 1, 'the first row is drawn');
  assert.ok(await tiles(p).count() <= 57);
  assert.equal(await radio.count(), 1, 'the keyboard finds what is picked');
  await group(p, 'Cloth').getByRole('radio', { name: 'Châlet 3', exact: true }).check();
  assert.equal((await picks(p)).cloth, 'c3');
  await until(() => group(p, 'Cloth').locator('.chosen').textContent(), (text) => text.startsWith('Châlet 3'), 'its name stands beside the title');
  await box.evaluate((element) => { element.scrollTop = element.scrollHeight; });
  await until(() => group(p, 'Cloth').getByRole('radio', { name: 'Châlet 239' }).count(), (n) => n === 1, 'the last row is drawn');
  await assertQuiet(p);
});

test('tiles fill a row at every width, and what was seen is seen after the box got another', async (t) => {
  const p = await page(t, { context: { viewport: { width: 390, height: 900 } } });
  const box = p.locator(HOST).locator('#o0 .tiles');
  const row = () => box.evaluate((element) => {
    const outer = element.getBoundingClientRect(), tiles = [...element.querySelectorAll('.choice')].map((tile) => tile.getBoundingClientRect())
      .filter((tile) => tile.top > outer.top && tile.bottom < outer.bottom);
    const inRow = tiles.filter((tile) => tile.top === Math.min(...tiles.map(({ top }) => top)));
    const right = outer.left + element.clientLeft + element.clientWidth - 7;
    return { columns: inRow.length, size: inRow[0].width, high: inRow[0].height, left: inRow[0].left - outer.left, rest: right - Math.max(...inRow.map((tile) => tile.right)) };
  });
  const first = () => box.evaluate((element) => {
    const outer = element.getBoundingClientRect();
    return [...element.querySelectorAll('input')].filter((input) => input.getBoundingClientRect().bottom > outer.top + 20).map((input) => Number(input.getAttribute('aria-posinset')))[0];
  });
  await box.evaluate((element) => { element.scrollTop = element.scrollHeight / 2; });
  let at = await until(first, (place) => place > 100 && place < 140, 'the middle is seen');
  for (const width of [390, 360, 412, 800, 560]) {
    await p.setViewportSize({ width, height: 900 });
    const { columns, size, high, left, rest } = await until(row, (now) => now.rest >= 0 && now.rest < now.columns && now.columns > 2, `filled at ${width}`);
    assert.ok(size >= 60 && size <= 100 && size === high && left < 8, `${width}: ${columns} of ${size}`);
    const now = await until(first, (place) => Math.abs(place - at) <= columns, `${width}: what was seen is seen`);
    at = now;
  }
  await assertQuiet(p);
});

test('options are drawn in pieces from the top; what stands below them comes with the last, and ready is said then', async (t) => {
  const choices = (name) => Array.from({ length: 24 }, (_, at) => ({ id: `${name}${at}`, title: `${name} ${at}` }));
  const options = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, title: id.toUpperCase(), kind: 'choice', choices: choices(id) }));
  // What there is after each task that changed the options.
  const watch = () => {
    window.pieces = [];
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      const note = () => window.pieces.push([root.querySelectorAll('fieldset').length, root.querySelectorAll('.price,.tools').length, this.dataset.haberdashState]);
      new MutationObserver(note).observe(root, { childList: true, subtree: true });
      return root;
    };
  };
  const shop = await serve(t, {
    '/p/kinds.json': smallProduct({ options, views: [] }), '/': html(productForm({ product: '/p/kinds.json' }), { head: await tag(TAG) }),
  });
  const p = await open(t, `${shop}/`, { init: [watch] });
  const pieces = (await p.evaluate(() => window.pieces)).filter(([fieldsets]) => fieldsets);
  const counts = [...new Set(pieces.map(([fieldsets]) => fieldsets))];
  assert.deepEqual(counts, [1, 2, 3, 4, 5], 'two of 24 choices each are more than one piece');
  for (const [fieldsets, below, state] of pieces) {
    assert.equal(below, fieldsets < 5 ? 0 : 2, `with ${fieldsets} of 5`);
    if (fieldsets < 5) assert.notEqual(state, 'ready');
  }
  // The last one can be picked in, and undone.
  await group(p, 'E').getByRole('radio', { name: 'e 23' }).check();
  assert.equal((await picks(p)).e, 'e23');
  await p.locator(HOST).getByRole('button', { name: 'Undo' }).click();
  assert.equal((await picks(p)).e, 'e0');
  await assertQuiet(p);
});

test('what is picked in a grid stays named with what it costs', async (t) => {
  const p = await page(t, { context: { viewport: { width: 560, height: 900 } } });
  await p.locator(HOST).locator('#o0 .tiles').evaluate((element) => { element.scrollTop = 0; });
  const told = p.locator(HOST).evaluate((host) => new Promise((done) => host.addEventListener('haberdash:change', () => done(), { once: true })));
  const radio = group(p, 'Cloth').getByRole('radio', { name: /^Châlet 5(,|$)/ });
  await radio.check();
  await told;
  const name = await group(p, 'Cloth').locator('.chosen').textContent();
  assert.match(name, /^Châlet 5, .*€/);
  assert.equal(name, await radio.getAttribute('aria-label'));
});

test('a grid is searched without marks and case, filtered by facets, and says so', async (t) => {
  const p = await page(t);
  const search = p.locator(HOST).getByRole('searchbox', { name: 'Search: Cloth' });
  assert.equal(await found(p), '240 found');
  await search.fill('CHALET 23');
  // What is picked stays in reach, before what was found: 23, 231, 233, 235, 237, 239.
  await until(() => found(p), (text) => text === '6 found', 'by the beginnings of words');
  assert.equal(await tiles(p).count(), 7);
  await search.fill('rosé');
  await until(() => found(p), (text) => text === '80 found', 'by what a facet is called');
  await search.fill('');
  await group(p, 'Cloth').locator('summary').filter({ hasText: 'Colour' }).click();
  const chip = (name) => group(p, 'Cloth').getByRole('button', { name: new RegExp(`^${name}`) });
  await chip('Navy').click();
  assert.equal(await found(p), '80 found');
  await chip('Rosé').click();
  assert.equal(await found(p), '160 found', 'either of the two');
  await group(p, 'Cloth').locator('summary').filter({ hasText: 'Pattern' }).click();
  await chip('Dot').click();
  assert.equal(await found(p), '80 found', 'and the pattern');
  assert.match(await chip('Green').textContent(), /40$/, 'so many there would be');
  await search.fill('zebra');
  await until(() => found(p), (text) => text === '0 found', 'nothing');
  assert.ok(await p.locator(HOST).locator('#o0 .none').isVisible());
  await group(p, 'Cloth').getByRole('button', { name: 'Clear filters' }).click();
  assert.equal(await found(p), '240 found');
  assert.deepEqual([(await focused(p)).tag, await search.inputValue()], ['INPUT', '']);
  assert.equal((await picks(p)).cloth, 'c100', 'looking around picks nothing');
  // A number that is typed and left is no pick.
  await search.fill('7');
  await search.blur();
  assert.equal((await picks(p)).cloth, 'c100');
  await assertQuiet(p);
});

test('arrow keys go over all tiles, drawn or not, and stop at what cannot be had', async (t) => {
  const p = await page(t);
  await group(p, 'Cloth').getByRole('radio', { name: 'Wave 100' }).focus();
  await p.keyboard.press('ArrowLeft');
  assert.equal((await picks(p)).cloth, 'c99');
  await p.keyboard.press('End');
  assert.equal((await picks(p)).cloth, 'c239');
  assert.match((await focused(p)).label, /^Châlet 239/);
  await p.keyboard.press('Home');
  assert.equal((await picks(p)).cloth, 'c0');
  await p.keyboard.press('ArrowUp');
  assert.equal((await picks(p)).cloth, 'c0', 'there is nothing above');
  const columns = await p.locator(HOST).locator('#o0').evaluate((element) => {
    const tops = [...element.querySelectorAll('.canvas .choice')].map((tile) => tile.offsetTop);
    return tops.filter((top) => top === tops[0]).length;
  });
  for (let row = 1; row <= 12; row++) await p.keyboard.press('ArrowDown');
  assert.equal((await picks(p)).cloth, `c${12 * columns}`);
  await p.keyboard.press('PageDown');
  assert.ok(Number((await picks(p)).cloth.slice(1)) > 13 * columns);
  // What is sold out is passed by with words.
  await p.locator(HOST).evaluate((host) => window.Haberdash.select(host, 'cloth', 'c100'));
  await group(p, 'Cloth').getByRole('radio', { name: 'Wave 100' }).focus();
  await p.keyboard.press('ArrowRight');
  const gone = group(p, 'Cloth').getByRole('radio', { name: 'Châlet 101, sold out' });
  assert.equal(await gone.getAttribute('aria-disabled'), 'true');
  await until(() => group(p, 'Cloth').locator('.why').textContent(), (text) => /Sold out\./.test(text), 'it is said why');
  assert.equal((await picks(p)).cloth, 'c100');
  await p.keyboard.press('ArrowRight');
  assert.equal((await picks(p)).cloth, 'c102');
  await p.keyboard.press('Tab');
  assert.doesNotMatch((await focused(p)).label, /^(Wave|Châlet)/, 'one stop for the whole grid');
  await assertQuiet(p);
});

test('what is sold out cannot be picked by any way', async (t) => {
  const p = await page(t);
  await p.locator(HOST).getByRole('searchbox', { name: 'Search: Cloth' }).fill('101');
  const gone = group(p, 'Cloth').getByRole('radio', { name: 'Châlet 101, sold out' });
  await gone.click({ force: true });
  await painted(p);
  assert.equal((await picks(p)).cloth, 'c100');
  assert.ok(!(await gone.isChecked()), 'and is not shown as picked');
  await p.locator(HOST).evaluate((host) => window.Haberdash.select(host, 'cloth', 'c101'));
  assert.equal((await picks(p)).cloth, 'c100');
  await assertQuiet(p);
});

test('boxes in a grid: several, up to the limit, with one stop for the keyboard', async (t) => {
  const p = await page(t);
  const box = (n) => group(p, 'Badges').getByRole('checkbox', { name: `Badge ${n}`, exact: true });
  await box(1).check();
  await box(3).check();
  assert.deepEqual((await picks(p)).badges, ['b1', 'b3']);
  assert.equal(await box(2).getAttribute('aria-disabled'), 'true', 'two at most');
  await box(0).focus();
  await p.keyboard.press('ArrowRight');
  assert.match((await focused(p)).label, /^Badge 1$/);
  await p.keyboard.press('Space');
  assert.deepEqual((await picks(p)).badges, ['b3']);
  assert.equal(await group(p, 'Badges').locator('input[type=checkbox][tabindex="0"]').count(), 1);
  await assertQuiet(p);
});

test('a grid comes only with a part of its own', async (t) => {
  const p = await page(t);
  const asked = p.record.requests.map((request) => new URL(request.url()).pathname.split('/').pop());
  for (const file of ['haberdash_grid.wasm', 'haberdash_fields.wasm', 'haberdash_parts.txt']) {
    assert.equal(asked.filter((name) => name === file).length, 1, file);
  }
  const shirt = await open(t, '/shirt.html');
  const files = shirt.record.requests.map((request) => new URL(request.url()).pathname.split('/').pop());
  assert.ok(!files.some((name) => /grid|fields|parts/.test(name)), 'the shirt needs none of it');
});

// ---------------------------------------------------------------- colours

test('a colour is mixed, written or taken from the palette', async (t) => {
  const p = await page(t);
  const rim = group(p, 'Rim');
  const fill = () => p.locator(HOST).locator('.picture .opens').first().getAttribute('fill');
  const before = await unit(p);
  assert.equal(await rim.locator('.chosen').textContent(), 'Navy');
  await rim.getByLabel('Rim', { exact: true }).evaluate((field) => { field.value = '#1f3a60'; field.dispatchEvent(new Event('input', { bubbles: true })); });
  assert.equal((await picks(p)).rim, '#1f3a60');
  assert.equal(await fill(), '#1f3a60', 'the picture follows');
  assert.equal(await unit(p), before + 300);
  await rim.getByRole('button', { name: 'Nearest of ours: Navy' }).click();
  assert.equal((await picks(p)).rim, '#1f3a5f');
  assert.equal(await rim.getByRole('button', { name: /Nearest/ }).count(), 0);
  const code = rim.getByLabel(/^Colour code/);
  await code.fill('FFEE00');
  await code.blur();
  assert.equal((await picks(p)).rim, '#ffee00', 'with or without the sign, in any case');
  assert.equal(await rim.locator('.hint').textContent(), 'Hard to tell apart from its background.');
  await code.fill('reddish');
  await code.blur();
  assert.match(await rim.getByRole('alert').textContent(), /“reddish” is no colour/);
  assert.equal((await picks(p)).rim, '#ffee00', 'what there was stays');
  await rim.getByRole('button', { name: 'Brick', exact: true }).focus();
  await p.keyboard.press('Enter');
  assert.equal((await picks(p)).rim, '#a4452c');
  assert.equal(await rim.getByRole('button', { name: 'Brick', exact: true }).getAttribute('aria-pressed'), 'true');
  assert.equal(await rim.locator('.hint').textContent(), '');
  assert.equal(await rim.getByRole('alert').textContent(), '');
  assert.equal(await group(p, 'Trim').locator('input').count(), 0, 'only the palette');
  await group(p, 'Trim').getByRole('button', { name: 'Black' }).click();
  const data = new Map(await formData(p, HOST));
  assert.deepEqual([data.get('properties[Rim]'), data.get('properties[Trim]')], ['Brick', 'Black']);
  await assertQuiet(p);
});

// ---------------------------------------------------------------- numbers

test('a quantity goes by − and +, and stops at its ends', async (t) => {
  const p = await page(t);
  const [less, more] = ['Less: Drawers', 'More: Drawers'].map((name) => p.locator(HOST).getByRole('button', { name }));
  const field = p.locator(HOST).getByLabel('Drawers', { exact: true });
  for (const { width, height } of [await less.boundingBox(), await more.boundingBox()]) assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
  await more.click();
  await more.click();
  assert.equal(await field.inputValue(), '6');
  assert.equal(await more.getAttribute('aria-disabled'), 'true');
  await more.click({ force: true });
  assert.equal((await picks(p)).drawers, 6);
  await less.focus();
  await p.keyboard.press('Enter');
  assert.equal((await picks(p)).drawers, 4);
  await field.fill('3.2');
  await field.blur();
  assert.equal((await picks(p)).drawers, 4, 'the nearest step');
  await field.fill('99');
  await field.blur();
  assert.equal(await field.inputValue(), '6');
  assert.equal(await p.locator(HOST).locator('#o4').getByRole('alert').textContent(), 'That is too much: at most 6.');
  await field.fill('');
  await field.blur();
  assert.match(await p.locator(HOST).locator('#o4').getByRole('alert').textContent(), /write a number/);
  assert.equal(await field.inputValue(), '6', 'and what there was is shown again');
  await assertQuiet(p);
});

test('a measure may be written in the other system of units; what is ordered is in the merchant’s', async (t) => {
  const p = await page(t);
  const width = p.locator(HOST).locator('#o5'), field = p.locator(HOST).getByLabel('Width', { exact: true });
  assert.equal(await width.locator('.help').last().textContent(), '30 to 120 cm');
  await width.getByRole('button', { name: 'in', exact: true }).click();
  assert.equal(await field.inputValue(), '23.62');
  assert.equal(await width.locator('.help').last().textContent(), '11.81 to 47.24 in');
  assert.equal((await picks(p)).width, 60, 'looking at it otherwise changes nothing');
  // Where the merchant's unit is a pound already, it stays.
  assert.equal(await p.locator(HOST).locator('#o6').getByRole('button', { name: 'lb' }).getAttribute('aria-pressed'), 'true');
  await field.fill('30');
  await field.blur();
  assert.equal((await picks(p)).width, 76, '76.2 cm is nearest to 76');
  assert.equal(await field.inputValue(), '29.92');
  await field.fill('50');
  await field.blur();
  assert.equal((await picks(p)).width, 120);
  assert.equal(await width.getByRole('alert').textContent(), 'That is too much: at most 47.24 in.');
  await width.getByRole('button', { name: 'cm', exact: true }).click();
  assert.equal(await field.inputValue(), '120');
  assert.equal(await p.locator(HOST).locator('#o6').getByRole('button', { name: 'kg' }).getAttribute('aria-pressed'), 'true', 'for all measures of the page');
  assert.equal(new Map(await formData(p, HOST)).get('properties[Width]'), '120 cm');
  await assertQuiet(p);
});

// ---------------------------------------------------------------- stock and delivery

test('few left, sold out and later: in words, for each choice and for the whole', async (t) => {
  const p = await page(t);
  const line = p.locator(HOST).locator('.delivery');
  const day = (days) => p.evaluate((days) => new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.now() - new Date().getTimezoneOffset() * 60000 + days * 86400000), days);
  assert.equal(await line.textContent(), `Earliest delivery: in 3 days, ${await day(3)}`);
  await p.locator(HOST).getByRole('searchbox', { name: 'Search: Cloth' }).fill('wave 102');
  await group(p, 'Cloth').getByRole('radio', { name: 'Wave 102, only 2 left · +4 days' }).check();
  assert.equal(await line.textContent(), `Earliest delivery: in 7 days, ${await day(7)}`);
  const { detail } = await until(() => p.evaluate(() => window.__seen.events.findLast(({ name }) => name === 'change')), (event) => event?.detail.selection.cloth === 'c102', 'the page is told');
  assert.equal(detail.lead_days, 7);
  await assertQuiet(p);
});

// ---------------------------------------------------------------- steps

const steps = [{ id: 'look', title: 'Look', options: ['rim', 'trim'] }, { id: 'size', title: 'Size', options: ['width', 'load'] }];

test('steps: one at a time, with the keyboard in the heading, and what is hidden hides its step', async (t) => {
  const change = {
    layout: 'steps',
    steps: [...steps, { id: 'words', title: 'Words', options: ['name'] }],
    rules: [{ when: { drawers: { min: 2 } }, show: ['name'] }],
  };
  const p = await page(t, { change });
  const host = p.locator(HOST), current = () => host.locator('.progress [aria-current=step]').textContent();
  assert.equal(await host.locator('section.step:visible').count(), 1);
  assert.equal(await current(), 'Look');
  assert.equal(await host.getByRole('button', { name: 'Back' }).count(), 0, 'there is nothing before');
  await host.getByRole('button', { name: 'Next' }).click();
  assert.equal(await current(), 'Size');
  assert.deepEqual(await focused(p).then(({ tag, label }) => [tag, label]), ['H2', 'Size']);
  await host.getByRole('button', { name: 'Next' }).press('Enter');
  assert.equal(await current(), 'Words');
  await host.getByRole('button', { name: 'Next' }).click();
  assert.equal(await current(), 'More', 'the options that are in no step');
  await host.getByRole('button', { name: 'Less: Drawers' }).click();
  assert.equal(await host.getByRole('listitem').filter({ hasText: 'Words' }).count(), 0, 'there is nothing in it any more');
  await host.getByRole('button', { name: 'Back' }).click();
  assert.equal(await current(), 'Size', 'so it is passed over');
  await host.locator('.frame .picture .opens').first().click();
  await until(current, (name) => name === 'Look', 'a click on the picture opens the step');
  await assertQuiet(p);
});

test('an accordion says what is picked in each step, and opens by the picture', async (t) => {
  const p = await page(t, { change: { layout: 'accordion', steps } });
  const host = p.locator(HOST), summary = (name) => host.locator('details.step > summary').filter({ hasText: name });
  assert.equal(await summary('Look').locator('.picks').textContent(), 'Navy, White');
  await summary('Size').click();
  assert.equal(await host.locator('details.step[open]').count(), 1, 'one at a time');
  const field = host.getByLabel('Width', { exact: true });
  await field.fill('45');
  await field.blur();
  await until(() => summary('Size').locator('.picks').textContent(), (text) => text === '45 cm, 5 lb', 'what was written is said');
  await host.locator('.frame .picture .opens').first().click();
  await until(() => group(p, 'Rim').isVisible(), Boolean, 'a click on the picture opens the step');
  await assertQuiet(p);
});

// ---------------------------------------------------------------- letters

test('letters that are pasted or put together are refused in words when they are done', async (t) => {
  const p = await page(t);
  const field = p.locator(HOST).getByLabel('Name', { exact: true }), name = p.locator(HOST).locator('#o7');
  await field.focus();
  await p.keyboard.insertText('ab3c');
  assert.equal(await field.inputValue(), 'ABC', 'pasted at once');
  assert.equal(await name.getByRole('alert').textContent(), '“3” cannot be used here.');
  assert.match(await name.locator('.help').last().textContent(), /3\/8/);
  // An input method writes what is not there yet: it is left alone until it is done.
  const session = await p.context().newCDPSession(p);
  await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  assert.equal(await field.inputValue(), 'ABCに');
  assert.equal((await picks(p)).name, 'ABC');
  await session.send('Input.insertText', { text: '日' });
  await until(() => field.inputValue(), (text) => text === 'ABC', 'refused');
  assert.equal(await name.getByRole('alert').textContent(), '“日” cannot be used here.');
  await field.fill('ABCDEFGHIJ');
  assert.equal(await field.inputValue(), 'ABCDEFGH');
  assert.equal(await name.getByRole('alert').textContent(), 'At most 8 characters.');
  await assertQuiet(p);
});

// ---------------------------------------------------------------- the poster, and how it all looks

test('the poster: paper, frame, colour and lettering, all the way into the basket', async (t) => {
  const p = await open(t, '/poster.html');
  const host = p.locator(POSTER);
  const stage = p.locator('[data-haberdash-picture]');
  await group(p, 'Paper', POSTER).getByRole('searchbox').fill('daisy blush');
  await group(p, 'Paper', POSTER).getByRole('radio', { name: /^Daisy, blush/ }).check();
  assert.match(await stage.locator('pattern image').last().getAttribute('href'), /daisy-blush\.png$/);
  await host.getByRole('button', { name: 'Next' }).click();
  await choice(p, 'Frame', 'Wide frame').check();
  await group(p, 'Frame colour', POSTER).getByRole('button', { name: 'Walnut' }).click();
  await host.getByRole('button', { name: 'Next' }).click();
  const letters = host.getByLabel('Caption');
  await letters.fill('Rosa');
  const drawn = () => stage.locator('path[transform]').getAttribute('d');
  const first = await until(drawn, Boolean, 'the letters are drawn');
  await choice(p, 'Lettering', 'Limelight').check();
  await until(drawn, (d) => d && d !== first, 'in the other font');
  await group(p, 'Ink', POSTER).getByRole('button', { name: 'Gold' }).click();
  assert.match(await group(p, 'Ink', POSTER).locator('.hint').textContent(), /Hard to tell apart/);
  const claimed = await claim(p, POSTER);
  assert.deepEqual(claimed.selection.ink, '#c9a14a');
  assert.equal(claimed.unit_price, 1900 + 840 + 1200 + 400 + 4900 + 500 + 300 + 150);
  assert.match(await host.locator('.delivery').textContent(), /in 10 days/);
  await assertQuiet(p);
});

for (const [name, root] of [['left to right', '<html lang="en">'], ['right to left', '<html lang="ar" dir="rtl">']]) {
  test(`the poster fits a phone of 360 px and shifts nothing, ${name}`, async (t) => {
    const markup = readFileSync(path.join(DIST, 'poster.html'), 'utf8').replace('<html lang="en">', root);
    const rewritten = ['**/poster.html', (route) => route.fulfill({ body: markup, contentType: 'text/html; charset=utf-8' })];
    const p = await open(t, '/poster.html', { context: { viewport: { width: 360, height: 740 }, hasTouch: true }, routes: [rewritten] });
    assert.deepEqual((await layoutShift(p)).filter(({ value }) => value > 0.001), []);
    const host = p.locator(POSTER);
    const steps = await host.locator('.progress button').count();
    for (let step = 0; step < steps; step++) {
      await host.locator('.progress button').nth(step).tap();
      const { wide, width } = await p.evaluate(() => ({ wide: document.scrollingElement.scrollWidth, width: document.documentElement.clientWidth }));
      assert.ok(wide <= width, `step ${step}: ${wide} > ${width}`);
      const small = await host.evaluate((host) => [...host.shadowRoot.querySelectorAll('button, summary, select, input')].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24) && !(element.closest('label') ?? element).matches('.choice');
      }).map((element) => element.outerHTML.slice(0, 100)));
      assert.deepEqual(small, [], 'targets are 24 px at least');
    }
    await host.locator('.progress button').first().tap();
    const tile = tiles(p, 0, POSTER).nth(3);
    const picked = await selection(p, POSTER);
    await tile.tap();
    assert.notEqual((await selection(p, POSTER)).paper, picked.paper);
    await assertQuiet(p);
  });
}

test('axe finds nothing in any kind of option, light and dark', async (t) => {
  for (const address of [`${SHOP}/poster.html`, null]) {
    const p = address ? await open(t, address) : await page(t, { change: { layout: 'accordion', steps } });
    const selector = address ? POSTER : HOST;
    const axe = await readFile(path.join(ROOT, 'tests/e2e/node_modules/axe-core/axe.min.js'), 'utf8');
    const session = await p.context().newCDPSession(p);
    await session.send('Runtime.evaluate', { expression: `${axe}; undefined` });
    // All there is: every step, every group of facets.
    await p.locator(selector).evaluate((host) => {
      host.shadowRoot.querySelectorAll('details').forEach((details) => { details.removeAttribute('name'); details.open = true; });
      host.shadowRoot.querySelectorAll('section[hidden]').forEach((section) => { section.hidden = false; });
    });
    for (const colorScheme of ['light', 'dark']) {
      await p.emulateMedia({ colorScheme });
      await painted(p);
      const violations = await p.evaluate(async (selector) => (await window.axe.run(selector, { resultTypes: ['violations'] })).violations
        .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, any }) => `${target.flat().join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`), selector);
      assert.deepEqual(violations, [], `${address} ${colorScheme}`);
    }
  }
});

test("Enter in an option sends nothing, and closes no dialog of the shop's", async (t) => {
  const site = await serve(t, {
    '/': html(`<dialog id="quick">${productForm({ product: '/p/mug.json' })}</dialog>`, { head: await tag(TAG) }),
    '/p/mug.json': smallProduct({ options: [
      { id: 'colour', title: 'Colour', kind: 'choice', display: 'swatch', choices: [{ id: 'white', title: 'White', color: '#ffffff' }, { id: 'red', title: 'Red', color: '#cc0000' }] },
      { id: 'size', title: 'Size', kind: 'quantity', min: 1, max: 9, default: 4 },
    ] }),
    '/art/mug.svg': { body: MUG_ART, headers: { 'Content-Type': 'image/svg+xml' } },
  });
  const page = await open(t, `${site}/`, { ready: false });
  await page.evaluate(() => {
    document.getElementById('quick').showModal();
    window.sent = 0;
  });
  await inState(page, '#host', 'ready');
  // In a shadow tree the event stays there.
  await page.evaluate(() => {
    for (const root of [window, document.getElementById('host').shadowRoot]) root.addEventListener('submit', () => { window.sent++; });
  });
  const number = page.locator('#host').getByRole('spinbutton', { name: 'Size' }), red = page.locator('#host').getByRole('radio', { name: 'Red' });
  await number.fill('6');
  await number.press('Enter');
  await red.focus();
  await red.press('Space');
  await red.press('Enter');
  await until(() => selection(page), (now) => now.size === 6 && now.colour === 'red', 'both are picked');
  await painted(page);
  assert.deepEqual(await page.evaluate(() => [window.sent, document.getElementById('quick').open, location.pathname, location.search]), [0, true, '/', '']);
  await assertQuiet(page);
});
