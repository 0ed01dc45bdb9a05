// Cards of strips: into the cart by their buttons, what the data layer is told, and what they look like.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT, STRICT, STRIP, assertQuiet, history, html, layoutShift, open, ours, painted, serve, tag, until, useBrowser } from './lib.mjs';

useBrowser();

const item = (id, more = {}) => ({ id, title: { en: `Thing ${id}`, de: `Ding ${id}` }, url: `/p/${id}`, price: 1990, category: ['Things', 'Small things'], brand: 'Acme', ...more });
const ITEMS = [
  item('plain', { popularity: 0.9, image: '/i/plain.svg' }), item('second', { popularity: 0.8 }), item('made', { popularity: 0.7, product: '/p/mug.json' }),
  item('soon', { popularity: 0.6, availability: 'preorder' }), item('free', { popularity: 0.5, price: undefined }), item('third', { popularity: 0.4 }),
];
const FORM = '<form id="buy" action="/cart/add?x=1" method="post" hidden><input type="hidden" name="id" value="{id}"><input type="hidden" name="note" value="{title} {price} {currency} {nothing} {"><input type="hidden" name="quantity" value="1"></form>';
const strip = (attributes, kind = 'trending') => `<div id="strip" data-haberdash="recommendations" data-strip="${kind}" data-limit="8" ${attributes}></div>`;
const PICTURE = { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', headers: { 'Content-Type': 'image/svg+xml' } };
const shopOf = async (t, body, { cart = 'form', files = {}, lang = 'en', script = '' } = {}) => serve(t, {
  '/c.json': JSON.stringify({ version: 1, currency: 'EUR', items: ITEMS }), '/i/plain.svg': PICTURE, '/page.js': script, ...files,
  '/': html(`<main>${FORM}${body}</main><script src="/page.js"></script>`, { head: await tag(`data-catalog="/c.json" data-consent="granted" data-shop="test" data-cart="${cart}"`), lang }),
}, { 'Content-Security-Policy': STRICT });
const button = (page, id) => page.locator(STRIP).first().locator(`.item:has(a[href$="/p/${id}"]) .add`);
const label = (page, id) => button(page, id).locator('span').first();
const said = (page) => page.locator(STRIP).first().locator('[role=status]').textContent();
const layer = (page) => page.evaluate(() => JSON.parse(JSON.stringify([...window.dataLayer])));
const events = async (page, name) => (await layer(page)).filter(({ event }) => event === name);
const kinds = async (page) => (await history(page)).map(({ kind, item }) => `${kind} ${item}`);

test('things that need no choice have a button; others are plain links', async (t) => {
  const page = await open(t, `${await shopOf(t, strip('data-buy="#buy"'))}/`);
  const list = await page.locator(STRIP).evaluate((host) => [...host.shadowRoot.querySelectorAll('.item')].map((item) => [item.querySelector('a').href.split('/').pop(), Boolean(item.querySelector('.add'))]));
  assert.deepEqual(list, [['plain', true], ['second', true], ['made', false], ['soon', false], ['free', false], ['third', true]]);
  assert.ok(await page.getByRole('button', { name: 'Add to cart Thing plain', exact: true }).isVisible());
  const { height } = await button(page, 'plain').boundingBox();
  assert.ok(height >= 44, `${height} px`);
  await assertQuiet(page);
  const none = await open(t, `${await shopOf(t, strip(''))}/`);
  assert.equal(await none.locator(STRIP).locator('.add').count(), 0, 'it is asked for by an attribute');
});

test('the widget sends the form where nobody else does, and says how that goes', async (t) => {
  const shop = await shopOf(t, strip('data-buy="#buy"'));
  let answer, posted;
  const page = await open(t, `${shop}/`, { routes: [['**/cart/add**', async (route) => {
    posted = [route.request().method(), new URL(route.request().url()).search, route.request().postData()];
    await new Promise((done) => { answer = (status) => { route.fulfill({ status, body: '' }); done(); }; });
  }]] });
  await button(page, 'plain').focus();
  await page.keyboard.press('Enter');
  await until(() => answer, Boolean, 'the form is sent');
  assert.equal(await label(page, 'plain').textContent(), 'Adding …');
  assert.equal(await button(page, 'plain').getAttribute('aria-busy'), 'true');
  await page.keyboard.press('Enter');
  assert.deepEqual(await events(page, 'add_to_cart'), [], 'it is not there yet');
  answer(200);
  await until(() => said(page), (text) => text === 'Thing plain is in the cart.', 'it is said');
  assert.equal(await label(page, 'plain').textContent(), 'In the cart');
  const fields = { id: 'plain', note: 'Thing plain 1990 EUR {nothing} {', quantity: '1' };
  assert.deepEqual(posted, ['POST', '?x=1', new URLSearchParams(fields).toString()]);
  assert.equal(await page.locator('#buy [name=id]').inputValue(), '{id}', 'the form is as it was');
  assert.deepEqual(await page.evaluate(() => window.__seen.events.map(({ name, host, detail }) => [name, host, detail.item, detail.unit_price, detail.quantity])), [['add-to-cart', 'strip', 'plain', 1990, 1]]);
  const [added, ...more] = await events(page, 'add_to_cart');
  assert.deepEqual(more, []);
  assert.equal(added.ecommerce.currency, 'EUR');
  assert.equal(added.ecommerce.value, 19.9);
  assert.deepEqual(added.ecommerce.items.map(({ item_id, quantity, price, index }) => [item_id, quantity, price, index]), [['plain', 1, 19.9, 0]]);
  assert.deepEqual(await kinds(page), ['cart-add plain'], 'and in the history once');
  // The shopper is still there: nothing moves away from under the keyboard.
  assert.ok(await button(page, 'plain').evaluate((button) => button.matches(':focus')));
  answer = null;
  await button(page, 'second').click();
  await until(() => answer, Boolean, 'the form is sent');
  answer(500);
  await until(() => said(page), (text) => text === 'Thing second could not be put into the cart.', 'it is said');
  assert.equal(await label(page, 'second').textContent(), 'Try again');
  assert.equal((await events(page, 'add_to_cart')).length, 1);
  assert.deepEqual(await kinds(page), ['cart-add plain']);
});

test('a theme that takes the form tells its analytics itself', async (t) => {
  const script = `document.addEventListener('submit', (event) => { event.preventDefault(); window.cart = [...new FormData(event.target)];
    dataLayer.push({ event: 'add_to_cart', ecommerce: { items: [{ item_id: 'plain' }] } }); });`;
  const page = await open(t, `${await shopOf(t, strip('data-buy="#buy"'), { script })}/`);
  await button(page, 'plain').click();
  assert.equal(await said(page), 'Thing plain is in the cart.');
  assert.deepEqual(await page.evaluate(() => window.cart[0]), ['id', 'plain']);
  assert.equal((await events(page, 'add_to_cart')).length, 1);
  assert.deepEqual(await kinds(page), ['cart-add plain']);
  await assertQuiet(page);
});

test('a page may do all of it, or forbid it', async (t) => {
  const script = `document.addEventListener('haberdash:add-to-cart', (event) => {
    if (event.detail.item === 'second') event.preventDefault();
    if (event.detail.item === 'third') event.detail.done = new Promise((done, no) => { window.no = no; }); });`;
  for (const [attributes, cart] of [['data-buy="event"', 'form'], ['data-buy="#buy"', 'none']]) {
    const page = await open(t, `${await shopOf(t, strip(attributes), { cart, script })}/`);
    await button(page, 'second').click();
    assert.equal(await label(page, 'second').textContent(), 'Add to cart');
    await button(page, 'third').click();
    assert.equal(await label(page, 'third').textContent(), 'Adding …');
    await page.evaluate(() => window.no(new Error('sold out')));
    await until(() => label(page, 'third').textContent(), (text) => text === 'Try again', 'it failed');
    assert.deepEqual(await kinds(page), []);
    await button(page, 'plain').click();
    await until(() => label(page, 'plain').textContent(), (text) => text === 'In the cart', 'it is there');
    assert.deepEqual(await kinds(page), ['cart-add plain']);
    assert.deepEqual((await events(page, 'add_to_cart')).length, 1);
    await assertQuiet(page);
  }
});

test('a form that is not there is told, and there are no buttons', async (t) => {
  const page = await open(t, `${await shopOf(t, strip('data-buy="#bye"'))}/`);
  const lines = await until(() => ours(page), (lines) => lines.length, 'a line');
  assert.deepEqual(lines, ['warning: [haberdash] data-buy: "#bye" finds nothing on this page; cards have no buttons']);
  assert.equal(await page.locator(STRIP).locator('.add').count(), 0);
});

test('buttons speak the language of the page', async (t) => {
  for (const [lang, add, added, sentence] of [
    ['de', 'In den Warenkorb', 'Im Warenkorb', 'Ding plain ist im Warenkorb.'], ['fr', 'Ajouter au panier', 'Dans le panier', 'Thing plain est dans le panier.'],
    ['es', 'Añadir al carrito', 'En el carrito', 'Thing plain está en el carrito.'], ['ar', 'أضف إلى السلة', 'في السلة', 'Thing plain في السلة.'],
  ]) {
    const page = await open(t, `${await shopOf(t, strip('data-buy="event"'), { lang })}/`);
    assert.equal(await label(page, 'plain').textContent(), add);
    await button(page, 'plain').click();
    await until(() => said(page), (text) => text === sentence, sentence);
    assert.equal(await label(page, 'plain').textContent(), added);
  }
});

test('the data layer is told that a strip was seen, and which card was followed', async (t) => {
  const body = `${'<p>…</p>'.repeat(60)}${strip('data-title="Popular"')}${strip('', 'for-you').replace('id="strip"', 'id="own"')}`;
  const page = await open(t, `${await shopOf(t, body, { files: { '/p/second': html('<h1>Second</h1>') } })}/`, { ready: false });
  await page.locator('#strip[data-haberdash-state=ready]').waitFor({ state: 'attached' });
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('haberdash_lists')));
  await painted(page);
  assert.deepEqual(await events(page, 'view_item_list'), [], 'it is far below');
  await page.locator('#strip').scrollIntoViewIfNeeded();
  const [list] = await until(() => events(page, 'view_item_list'), (list) => list.length, 'it is seen');
  assert.equal(list.ecommerce.item_list_id, 'haberdash_trending');
  assert.equal(list.ecommerce.item_list_name, 'Popular');
  assert.deepEqual(list.ecommerce.items.map(({ item_id, index }) => [item_id, index]).slice(0, 2), [['plain', 0], ['second', 1]]);
  assert.deepEqual(await kinds(page), [], 'what is shown is not viewed');
  // A click that stays on this page: with Ctrl into another tab.
  await page.locator('#strip .item a').nth(1).click({ modifiers: ['Control'] });
  const [select, ...more] = await until(() => events(page, 'select_item'), (list) => list.length, 'it is told');
  assert.deepEqual(more, []);
  assert.deepEqual(select.ecommerce, {
    item_list_id: 'haberdash_trending', item_list_name: 'Popular', currency: 'EUR',
    items: [{ item_id: 'second', item_name: 'Thing second', item_list_id: 'haberdash_trending', item_list_name: 'Popular', index: 1, price: 19.9, item_brand: 'Acme', item_category: 'Things', item_category2: 'Small things' }],
  });
  const all = await layer(page);
  assert.deepEqual(all[all.findIndex(({ event }) => event === 'select_item') - 1], { ecommerce: null });
  assert.deepEqual(await kinds(page), ['click second'], 'a click, once');
  await page.mouse.wheel(0, -3000);
  await page.locator('#strip').scrollIntoViewIfNeeded();
  await painted(page);
  assert.equal((await events(page, 'view_item_list')).filter(({ ecommerce }) => ecommerce.item_list_id === 'haberdash_trending').length, 1, 'once');
  await assertQuiet(page);
});

test('what a personal strip shows is not told', async (t) => {
  const page = await open(t, `${await shopOf(t, strip('', 'for-you'))}/`);
  const [list] = await until(() => events(page, 'view_item_list'), (list) => list.length, 'it is seen');
  assert.deepEqual([list.ecommerce.item_list_id, list.ecommerce.items], ['haberdash_for-you', []]);
});

test('the demo shop: a card goes into the basket by touch, and nothing moves', async (t) => {
  const page = await open(t, '/', { context: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } });
  const first = page.locator(`${STRIP}[data-buy] .add`).first();
  await first.waitFor();
  assert.deepEqual(await layoutShift(page), []);
  await first.scrollIntoViewIfNeeded();
  const text = await first.textContent();
  await first.tap();
  await until(() => page.locator('#basket .bubble').textContent(), (count) => count === '1', 'the basket has it');
  assert.equal(await first.locator('span').first().textContent(), 'In the cart');
  const added = await events(page, 'add_to_cart');
  assert.equal(added.length, 1);
  assert.equal((await kinds(page)).filter((kind) => kind === `cart-add ${added[0].ecommerce.items[0].item_id}`).length, 1);
  assert.ok(text.startsWith('Add to cart'));
  await assertQuiet(page);
});

for (const colorScheme of ['light', 'dark']) {
  test(`axe finds nothing in a strip with buttons, ${colorScheme}`, async (t) => {
    const page = await open(t, '/cart.html', { context: { colorScheme } });
    await page.locator(`${STRIP}[data-buy] .add`).first().waitFor();
    const axe = await readFile(path.join(ROOT, 'tests/e2e/node_modules/axe-core/axe.min.js'), 'utf8');
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: `${axe}; undefined` });
    const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]));
    assert.deepEqual(violations, []);
  });
}

const TEMPLATE = `<template id="card"><article class="mine"><a data-field="url"><img data-field="image" alt="" width="10" height="10"><h3 data-field="title"></h3></a>
  <b data-field="price"></b><s data-field="was"></s><i data-field="badge"></i><small data-field="reason brnd"></small></article></template>`;

test('cards as a merchant draws them, from a template in the page', async (t) => {
  const css = { '/own.css': { body: '.mine { color: rgb(1, 2, 3) }', headers: { 'Content-Type': 'text/css' } } };
  const body = `<link rel="stylesheet" href="/own.css">${TEMPLATE}${strip('data-template="#card" data-buy="event" data-pin="third"')}`;
  const page = await open(t, `${await shopOf(t, body, { files: css })}/`);
  const first = await page.locator('.mine').first().evaluate((card) => [
    card.querySelector('a').pathname, card.querySelector('h3').textContent, card.querySelector('b').textContent, card.querySelector('small').textContent,
    card.querySelector('img').hidden, card.querySelector('s').hidden, card.querySelector('i').hidden, getComputedStyle(card).color, card.assignedSlot?.parentElement.className,
  ]);
  assert.deepEqual(first, ['/p/third', 'Thing third', '€19.90', 'Chosen by the shop', true, true, true, 'rgb(1, 2, 3)', 'item']);
  assert.equal(await page.locator('.mine').nth(1).evaluate((card) => new URL(card.querySelector('img').src).pathname), '/i/plain.svg');
  assert.ok(await page.locator('.mine').first().isVisible());
  assert.equal(await page.locator(STRIP).getByRole('listitem').count(), 6);
  assert.ok(!(await page.locator(STRIP).locator('[part=card]').first().isVisible()), 'the usual card is not there');
  const lines = await until(() => ours(page), (lines) => lines.length, 'a line');
  assert.deepEqual(lines, ['warning: [haberdash] data-field: "brnd" is none of title, price, was, reason, badge, brand, image, url']);
  await page.locator('.mine a').nth(1).click({ modifiers: ['Control'] });
  const [select] = await until(() => events(page, 'select_item'), (list) => list.length, 'it is followed');
  assert.deepEqual(select.ecommerce.items.map(({ item_id, index }) => [item_id, index]), [['plain', 1]]);
  assert.equal(await label(page, 'third').textContent(), 'Add to cart');
  // What goes takes its copy along.
  // While the shopper is in it, nothing does.
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(0, 0);
  await page.evaluate(() => window.Haberdash.track('purchase', 'plain'));
  await until(() => page.locator('.mine h3').allTextContents(), (titles) => !titles.includes('Thing plain'), 'what was bought goes');
  assert.equal(await page.locator('.mine').count(), 5);
  await page.evaluate(() => window.Haberdash.unmount(document.querySelector('#strip')));
  assert.equal(await page.locator('.mine').count(), 0);
});

test('a template that is not there leaves cards as they are', async (t) => {
  const page = await open(t, `${await shopOf(t, `<p id="no"></p>${strip('data-template="#no"')}`)}/`);
  assert.deepEqual(await until(() => ours(page), (lines) => lines.length, 'a line'), ['warning: [haberdash] data-template: "#no" is no template; cards are as usual']);
  assert.ok(await page.locator(STRIP).locator('[part=card]').first().isVisible());
});

test('cards are restyled by their parts', async (t) => {
  const css = { '/own.css': { body: ['item', 'card', 'image', 'price', 'reason', 'add'].map((part, at) => `#strip::part(${part}) { outline: ${at + 1}px solid rgb(1, 2, 3) }`).join('\n'), headers: { 'Content-Type': 'text/css' } } };
  const page = await open(t, `${await shopOf(t, `<link rel="stylesheet" href="/own.css">${strip('data-buy="event"')}`, { files: css })}/`);
  const widths = await page.locator(STRIP).evaluate((host) => ['item', 'card', 'image', 'price', 'reason', 'add'].map((part) => getComputedStyle(host.shadowRoot.querySelector(`[part~=${part}]`)).outlineWidth));
  assert.deepEqual(widths, ['1px', '2px', '3px', '4px', '5px', '6px']);
});
