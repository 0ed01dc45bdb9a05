// Each feeds the other: what is designed ranks strips and is worn by other products, and what is liked starts the next configurator.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CONFIGURATOR, KEY, acceptConsent, assertQuiet, cards, choice, claim, go, history, html, inState, layoutShift, open, painted, productForm, selection, serve,
  settled, stored, tag, until, useBrowser,
} from './lib.mjs';

useBrowser();

const STRIP = '[data-strip=your-design]';
const FOR_YOU = '[data-strip=for-you]';

const select = (page, picks) => page.evaluate(async ([selector, picks]) => {
  const host = document.querySelector(selector);
  for (const [option, pick] of Object.entries(picks)) await window.Haberdash.select(host, option, pick);
}, [CONFIGURATOR, picks]);

/** Puts a record where the widget keeps it; pages of the browser's own have no such place. */
const remembers = (record) => [([key, record]) => { try { localStorage.setItem(key, record); } catch { /* not a shop */ } }, [KEY, record]];

/** What is remembered of the last design. */
const design = (page) => page.evaluate(async () => (await window.Haberdash.history()).design?.link?.s ?? null);

/** Designs something on the page that is open, and waits until it is remembered. */
async function make(page, picks) {
  await select(page, picks);
  const [option, pick] = Object.entries(picks).at(-1);
  await until(() => design(page), (picks) => picks?.[option] === pick, 'the design is remembered');
}

/** The cards of the strip: where each leads, what it says, what is drawn in it. */
const worn = (page) => page.locator(STRIP).evaluate((host) => [...host.shadowRoot?.querySelectorAll('.item') ?? []].map((item) => {
  const svg = item.querySelector('.worn')?.shadowRoot.querySelector('svg');
  return {
    page: new URL(item.querySelector('a').href).pathname.slice(1),
    note: item.querySelector('.reason').textContent,
    price: item.querySelector('.cost').textContent,
    fills: [...svg?.querySelectorAll('g[fill]') ?? []].map((part) => part.getAttribute('fill')),
    pictures: [...svg?.querySelectorAll('pattern image') ?? []].map((image) => image.getAttribute('href').split('/').at(-1)),
    letters: [...svg?.querySelectorAll('path[transform][d]') ?? []].length,
  };
}));

/** The same by page, when each of `count` cards was drawn. */
async function dressed(page, count = 5) {
  await page.locator(STRIP).scrollIntoViewIfNeeded();
  const list = await until(() => worn(page), (list) => list.length === count && list.every(({ note }) => note), 'all cards wear the design');
  return Object.fromEntries(list.map((card) => [card.page, card]));
}

test('a shirt is worn by the shop’s other products, which say what could not come along', async (t) => {
  const page = await open(t, '/shirt.html');
  assert.equal(await page.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
  assert.match(await page.locator(STRIP).innerText(), /Also made to order/, 'the fallback stays while nothing was designed');
  assert.ok(!page.record.requests.some((request) => request.url().includes('haberdash_worn')), 'and nothing is fetched for it');
  await make(page, { fabric: 'navy-gingham', monogram: 'ABC' });
  await inState(page, STRIP, 'ready');
  const shown = await dressed(page);
  const { 'sneaker.html': sneaker, 'skin.html': skin, 'mug.html': mug, 'bag.html': bag, 'poster.html': poster } = shown;
  // The pictures have the cloth and the colours.
  assert.ok(sneaker.pictures.some((name) => name.includes('gingham')), sneaker.pictures.join());
  assert.ok(skin.pictures.some((name) => name.includes('gingham-navy')), skin.pictures.join());
  assert.ok(poster.pictures.length > 0);
  assert.ok(mug.fills.includes('#23324f'), mug.fills.join());
  assert.ok(bag.fills.includes('#22344f'), bag.fills.join());
  // And the letters, where there is a place.
  assert.equal(sneaker.note, 'In your design');
  assert.equal(skin.note, 'Without your monogram');
  assert.equal(mug.note, 'Without your pattern');
  assert.equal(bag.note, 'Without your pattern');
  assert.notEqual(bag.price, '€29.00', 'letters cost something');
  // Going on changes the cards.
  await make(page, { fabric: 'navy' });
  await until(() => worn(page), (list) => list.find(({ page }) => page === 'mug.html').note === 'In your design', 'plain navy comes along whole');
  // Going back to the shop's own leaves nothing to wear.
  await page.getByRole('button', { name: 'Start over' }).click();
  await inState(page, STRIP, 'empty');
  assert.match(await page.locator(STRIP).innerText(), /Also made to order/);
  await assertQuiet(page);
});

test('a click opens the product with the design on, and the page says what did not come', async (t) => {
  const page = await open(t, '/shirt.html');
  await make(page, { fabric: 'navy-gingham', monogram: 'ABC' });
  await dressed(page);
  await page.locator(`${STRIP} a[part=card][href*="sneaker.html"]`).click();
  await page.waitForURL(/sneaker\.html#hb=/);
  await settled(page);
  const shoe = await selection(page);
  assert.equal(shoe.quarter, 'canvas-gingham');
  assert.equal(shoe['heel-text'], 'ABC');
  assert.equal((await claim(page)).selection.quarter, 'canvas-gingham');
  assert.ok(await page.locator(CONFIGURATOR).evaluate((host) => host.shadowRoot.querySelector('.notice').textContent === '' && !host.shadowRoot.querySelector('.started')), 'everything came along');
  // Consent was never asked for: the design lived on the page that was left, and Back brings it back.
  await page.goBack();
  await settled(page);
  assert.equal((await selection(page)).fabric, 'navy-gingham');
  await make(page, { fabric: 'chalk-navy' });
  await dressed(page);
  await page.locator(`${STRIP} a[part=card][href*="mug.html"]`).click();
  await page.waitForURL(/mug\.html#hb=/);
  await settled(page);
  assert.equal((await selection(page)).colour, 'ink');
  const notice = page.locator(CONFIGURATOR).locator('.started');
  assert.equal(await notice.textContent(), 'Your design is on. What could not come along: pattern.');
  assert.deepEqual(await layoutShift(page), []);
  await assertQuiet(page);
});

test('reasons name what both have, in the language of the page', async (t) => {
  const page = await open(t, '/shirt.html');
  await make(page, { fabric: 'navy-gingham' });
  await until(() => cards(page, FOR_YOU), (list) => list.some(({ reason }) => reason === 'Goes with your navy cotton check'), 'a card because of the design');
  const named = { de: /^Passt zu Ihrer Wahl: .*marineblau/, fr: /^Va avec votre choix : .*bleu marine/, es: /^Combina con su elección: .*azul marino/, ar: /^يناسب اختيارك: .*كحلي/ };
  for (const [lang, pattern] of Object.entries(named)) {
    const shop = await serve(t, { '/': html(`${productForm()}<div data-haberdash="recommendations" data-strip="for-you"></div><div data-haberdash="recommendations" data-strip="your-design"></div>`, { lang, head: await tag('data-catalog="/catalog.json"') }) });
    const other = await open(t, `${shop}/`);
    await make(other, { fabric: 'navy-gingham' });
    await until(() => cards(other, FOR_YOU), (list) => list.some(({ reason }) => pattern.test(reason)), lang);
    await other.locator(STRIP).scrollIntoViewIfNeeded();
    await until(() => worn(other), (list) => list.length > 3 && list.some(({ note }) => note && !/design|Without/.test(note)), `${lang}: notes`);
    await assertQuiet(other, lang);
  }
});

test('the next configurator starts from what is liked, with one click back', async (t) => {
  const page = await open(t, '/shirt.html');
  await acceptConsent(page);
  await make(page, { fabric: 'navy-gingham' });
  await go(page, '/sneaker.html');
  assert.equal((await selection(page)).quarter, 'canvas-gingham', 'the preset that is navy and checked');
  const line = page.locator(CONFIGURATOR).locator('.started');
  assert.match(await line.textContent(), /^Started from what you like/);
  assert.deepEqual(await layoutShift(page), [], 'decided before the options are drawn');
  // That it started so is no choice of the shopper's.
  assert.deepEqual(await design(page), { fabric: 'navy-gingham' });
  await line.getByRole('button', { name: 'Back to the shop’s own' }).click();
  assert.equal((await selection(page)).quarter, 'leather-white');
  assert.equal(await line.textContent(), 'This is the shop’s own.');
  assert.ok(await line.evaluate((line) => line.getRootNode().activeElement === line), 'the keyboard stays where it was');
  // What the page remembers wins: a reload keeps the shop's own.
  await page.waitForFunction(() => JSON.stringify(window.history.state).includes('leather-white'));
  await page.reload();
  await settled(page);
  assert.equal((await selection(page)).quarter, 'leather-white');
  assert.equal(await page.locator(CONFIGURATOR).locator('.started').count(), 0);
  await assertQuiet(page);
});

test('a pick that says nothing about taste does not take the place of one that does', async (t) => {
  const page = await open(t, '/shirt.html');
  await acceptConsent(page);
  await make(page, { fabric: 'navy-gingham' });
  await go(page, '/shirt.html');
  assert.match((await selection(page)).fabric, /navy/, 'it starts from what is liked');
  await make(page, { collar: 'band' });
  const events = (await history(page)).filter(({ kind }) => kind === 'configure');
  assert.deepEqual(events.map(({ facets }) => facets.some(([, value]) => value === 'navy')), [true]);
  await assertQuiet(page);
});

test('a link, a preset and the merchant’s word win over taste', async (t) => {
  const page = await open(t, '/shirt.html');
  await acceptConsent(page);
  await make(page, { fabric: 'navy-gingham' });
  const record = await stored(page);
  const host = (id, attributes) => productForm({ id, product: '/p/mug.json', attributes });
  const shop = await serve(t, {
    '/': html(host('host', '') + productForm({ id: 'own', product: '/p/bag.json', attributes: 'data-start="own"' }) + host('preset', 'data-preset="camp"')
      + host('both', 'data-preset="camp" data-start="taste"'), { head: await tag('data-consent="granted" data-shop="otterby"') }),
  });
  const other = await open(t, `${shop}/`, { init: [remembers(record)] });
  const of = async (id, option) => (await selection(other, `#${id}`))[option];
  assert.equal(await of('host', 'colour'), 'ink');
  assert.equal(await of('own', 'canvas'), 'natural');
  assert.equal(await of('preset', 'colour'), 'moss');
  assert.equal(await of('both', 'colour'), 'ink');
  await select(other, { colour: 'brick' });
  const link = await other.locator('#host').evaluate(async (host) => (await window.Haberdash.configuration(host)).link);
  const opened = await open(t, link, { init: [remembers(record)] });
  assert.equal((await selection(opened, '#host')).colour, 'brick');
  assert.equal(await opened.locator('#host').locator('.started').count(), 0);
});

test('choices come in the order of taste where the merchant wants it', async (t) => {
  const page = await open(t, '/shirt.html');
  await acceptConsent(page);
  await make(page, { fabric: 'navy-gingham' });
  const record = await stored(page);
  const shop = await serve(t, {
    '/': html(productForm({ id: 'plain', attributes: 'data-start="own"' }) + productForm({ id: 'taste', attributes: 'data-start="own" data-order="taste"' })
      + productForm({ id: 'grid', product: '/p/sneaker.json', attributes: 'data-start="own" data-order="taste"' }), { head: await tag('data-consent="granted" data-shop="otterby"') }),
  });
  const other = await open(t, `${shop}/`, { init: [remembers(record)] });
  const order = (id, option = 0) => other.locator(id).evaluate((host, option) =>
    [...host.shadowRoot.querySelectorAll(`#o${option} .choices input`)].map((input) => Number(input.value)), option);
  const own = await order('#plain');
  assert.deepEqual(own, own.map((_, at) => at));
  const liked = await order('#taste');
  assert.notDeepEqual(liked, own);
  assert.deepEqual([...liked].sort((a, b) => a - b), own);
  const first = await other.locator('#taste').evaluate((host) => host.shadowRoot.querySelector('#o0 .choices input').getAttribute('aria-label'));
  assert.match(first, /^Navy gingham/);
  // What is clicked is what is picked.
  await choice(other, 'Fabric', 'Navy gingham', '#taste').check();
  assert.equal((await selection(other, '#taste')).fabric, 'navy-gingham');
  // What is folded away is drawn when it is unfolded.
  await other.locator('#grid').evaluate((host) => host.shadowRoot.querySelector('#o1').closest('details').setAttribute('open', ''));
  await other.locator('#grid').scrollIntoViewIfNeeded();
  const grid = await until(() => order('#grid', 1), (list) => list.length > 3, 'tiles are drawn');
  const titles = await other.locator('#grid').evaluate((host) => [...host.shadowRoot.querySelectorAll('#o1 .choices label')].slice(0, 3).map((label) => label.title || label.querySelector('input').getAttribute('aria-label')));
  assert.ok(grid[0] > 0 || grid[1] > 1, titles.join(' | '));
});

test('without consent nothing of it, and what is erased is gone', async (t) => {
  const body = `${productForm({ product: '/p/oxford-shirt.json' })}<div data-haberdash="recommendations" data-strip="your-design">Made to order</div>`;
  const shop = await serve(t, { '/': html(body, { head: await tag('data-catalog="/catalog.json" data-consent="off"') }) });
  const off = await open(t, `${shop}/`);
  await select(off, { fabric: 'navy-gingham' });
  // With this the picks have settled, and would have been remembered.
  await off.waitForFunction(() => window.dataLayer.some(({ event }) => event === 'haberdash_customize'));
  await painted(off);
  assert.equal(await off.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
  assert.equal(await off.locator(STRIP).innerText(), 'Made to order');
  assert.equal(await design(off), null);

  const page = await open(t, '/shirt.html');
  await acceptConsent(page);
  await make(page, { fabric: 'navy-gingham', monogram: 'ABC' });
  assert.match(await stored(page), /"design":\{/);
  await go(page, '/mug.html');
  const shown = await dressed(page, 4);
  assert.deepEqual(Object.keys(shown).sort(), ['bag.html', 'poster.html', 'skin.html', 'sneaker.html'], 'neither the shirt itself nor what the page is about');
  // Forgetting the shirt forgets its design.
  await page.evaluate(() => window.Haberdash.forget('SH-001'));
  await until(() => worn(page), (list) => list.length === 0, 'the cards are gone');
  assert.doesNotMatch(await stored(page), /navy-gingham|ABC/);
  await go(page, '/shirt.html');
  await make(page, { fabric: 'navy-gingham' });
  await page.evaluate(() => window.Haberdash.forget());
  assert.equal(await design(page), null);
  await go(page, '/bag.html');
  assert.equal(await page.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
  assert.equal((await selection(page)).canvas, 'natural', 'and nothing starts from it');
  assert.equal((await history(page)).filter(({ kind }) => kind === 'configure').length, 0);
});

test('a record that names a file of nobody’s leads nowhere', async (t) => {
  const record = JSON.stringify({ v: 1, events: [], design: { at: 1, subject: 'SH-001', file: 'https://elsewhere.example/p.json', link: { p: 'oxford-shirt', s: { fabric: 'navy' } } } });
  const shop = await serve(t, { '/': html('<div data-haberdash="recommendations" data-strip="your-design"></div>', { head: await tag('data-catalog="/catalog.json" data-consent="granted" data-shop="otterby"') }) });
  const page = await open(t, `${shop}/`, { init: [remembers(record)] });
  // The words come before the product that was designed.
  await until(() => page.record.requests.filter((request) => request.url().includes('haberdash_worn_en')).length, (count) => count > 0, 'words');
  await page.waitForLoadState('networkidle');
  assert.ok(!page.record.requests.some((request) => request.url().includes('elsewhere')));
  assert.ok((await worn(page)).every(({ note }) => note === ''), 'cards stay as the catalogue has them');
  await assertQuiet(page);
});
