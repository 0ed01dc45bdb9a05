// The shopper's rights: nothing is stored before consent, everything can be seen and taken back, and nothing leaves the browser.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  CDN, DIST, SHOP, STRIP, acceptConsent, assertQuiet, cards, choice, go, history, html, ids, open, ours, serve, settled, stored, tag, useBrowser, until, view, visit,
} from './lib.mjs';

useBrowser();

const FOR_YOU = `${STRIP}[data-strip=for-you]`;
const mode = (page) => page.evaluate(() => window.Haberdash.mode());
const keys = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('haberdash')));
const panel = (page) => page.locator(FOR_YOU).first().getByText('What is remembered');
const inPanel = (page) => page.locator(FOR_YOU).first().locator('details.rights');
const entries = (page) => inPanel(page).locator('li span').allTextContents();
const button = (page, name) => inPanel(page).getByRole('button', { name, exact: true });

test('nothing is stored before consent; what was seen by then is kept after it', async (t) => {
  const page = await open(t, '/product.html?id=SH-005');
  await until(() => history(page), (events) => events.some(({ item }) => item === 'SH-005'), 'the view is known on this page');
  assert.equal(await mode(page), 'memory');
  assert.deepEqual(await keys(page), []);
  // Another page knows nothing of it.
  await go(page, '/');
  assert.deepEqual(await history(page), []);
  assert.deepEqual(await keys(page), []);

  await go(page, '/product.html?id=GI-007');
  await until(() => history(page), (events) => events.length === 1, 'the view is known on this page');
  await acceptConsent(page);
  const record = JSON.parse(await until(() => stored(page), Boolean, 'it is stored'));
  assert.equal(record.v, 1);
  assert.deepEqual(record.events.map(({ kind, item }) => [kind, item]), [['view', 'GI-007']]);
  await go(page, '/');
  assert.equal(await mode(page), 'device');
  assert.deepEqual((await history(page)).map(({ item }) => item), ['GI-007']);
  await assertQuiet(page);
});

test('a shopper who declines leaves nothing behind, and consent taken back takes what was stored with it', async (t) => {
  const page = await open(t, '/product.html?id=SH-005');
  await page.locator('#consent-decline').click();
  await go(page, '/shirt.html');
  await choice(page, 'Fabric', 'Navy').check();
  await until(() => history(page), (events) => events.some(({ kind }) => kind === 'configure'), 'known on this page');
  assert.equal(await mode(page), 'memory');
  assert.deepEqual(await keys(page), []);

  await page.locator('#privacy').click();
  await acceptConsent(page);
  assert.ok(await stored(page));
  await page.locator('#privacy').click();
  await page.locator('#consent-decline').click();
  await until(() => keys(page), (list) => list.length === 0, 'withdrawn consent erases');
  assert.equal(await mode(page), 'memory');
  await assertQuiet(page);
});

test('the panel lists what is remembered; forgetting one thing changes the cards that were due to it', async (t) => {
  const page = await open(t, '/');
  await acceptConsent(page);
  for (const id of ['SH-005', 'TS-010']) await view(page, id);
  await visit(page, '/search.html?q=soap', 'search soap');
  await go(page, '/');
  await panel(page).click();
  await until(() => entries(page), (list) => list.length > 0, 'the list is there');
  assert.deepEqual(await entries(page), ['Searched: soap', 'Viewed: Redwood Foxes home jersey', 'Viewed: Ferry gingham shirt']);
  assert.match(await inPanel(page).getByRole('status').textContent(), /^Remembered in this browser/);
  const before = await cards(page, FOR_YOU);
  const due = before.filter(({ reason }) => reason === 'Because you viewed Redwood Foxes home jersey');
  assert.ok(due.length > 0, JSON.stringify(before));

  await inPanel(page).getByRole('button', { name: 'Forget: Redwood Foxes home jersey' }).click();
  await until(() => entries(page), (list) => list.length === 2, 'it is gone from the list');
  const after = await until(() => cards(page, FOR_YOU), (list) => !list.some(({ reason }) => reason.includes('Foxes home jersey')), 'no card is due to it');
  assert.notDeepEqual(after.map(({ id }) => id), before.map(({ id }) => id));
  assert.ok(!JSON.parse(await stored(page)).events.some(({ item }) => item === 'TS-010'));
  await page.reload();
  await settled(page);
  assert.deepEqual((await history(page)).map(({ item, query }) => item ?? query), ['SH-005', 'soap'], 'and does not come back');
  await assertQuiet(page);
});

test('pause stops recording, on the next page too; resume goes on; clear empties', async (t) => {
  const page = await open(t, '/');
  await acceptConsent(page);
  const cold = (await ids(page, `${STRIP}[data-strip=content]`)).length;
  await view(page, 'SH-005');
  await go(page, '/');
  await panel(page).click();
  await button(page, 'Pause').click();
  await until(() => inPanel(page).getByRole('status').textContent(), (text) => text.startsWith('Paused'), 'it says so');
  await go(page, '/product.html?id=TS-010');
  await page.locator('#product.ready').waitFor(); // the shop has told its data layer by then
  await page.evaluate(() => window.dataLayer.push({ event: 'search', search_term: 'mug' }));
  assert.deepEqual((await history(page)).map(({ item }) => item), ['SH-005'], 'nothing new');

  await go(page, '/');
  await panel(page).click();
  await button(page, 'Resume').click();
  await go(page, '/product.html?id=GI-007');
  await until(() => history(page), (events) => events.some(({ item }) => item === 'GI-007'), 'recording goes on');

  await go(page, '/');
  await panel(page).click();
  await button(page, 'Clear all').click();
  await until(() => entries(page), (list) => list.length === 0, 'the list is empty');
  assert.match(await inPanel(page).textContent(), /Nothing yet\./);
  assert.deepEqual(JSON.parse(await stored(page)).events ?? [], []);
  await until(() => cards(page, FOR_YOU), (list) => list.every(({ reason }) => !reason.startsWith('Because')), 'the strip is cold again');
  assert.equal((await ids(page, `${STRIP}[data-strip=content]`)).length, cold);
  await page.reload();
  await settled(page);
  assert.deepEqual(await history(page), []);
  await assertQuiet(page);
});

const stripPage = async (consent) => html(`<div id="strip" data-haberdash="recommendations" data-strip="for-you"><p>Popular things</p></div>`, {
  head: await tag(`data-catalog="/catalog.json" data-consent="${consent}" data-shop="otterby"`),
});

test('data-consent="ask": the shopper’s own click remembers on this device, and stops it', async (t) => {
  const shop = await serve(t, { '/': await stripPage('ask') });
  const page = await open(t, `${shop}/`);
  await page.evaluate(() => window.Haberdash.track('view', 'SH-005'));
  assert.equal(await mode(page), 'memory');
  assert.deepEqual(await keys(page), []);
  await panel(page).click();
  assert.match(await inPanel(page).getByRole('status').textContent(), /^Remembered on this page only/);
  await button(page, 'Remember on this device').click();
  await until(() => mode(page), (now) => now === 'device', 'mode');
  assert.deepEqual(JSON.parse(await stored(page)).events.map(({ item }) => item), ['SH-005']);
  await page.reload();
  await settled(page);
  assert.equal(await mode(page), 'device', 'the click is remembered too');
  assert.deepEqual((await history(page)).map(({ item }) => item), ['SH-005']);

  await panel(page).click();
  await button(page, 'Do not remember on this device').click();
  await until(() => stored(page), (text) => text === null, 'the record is gone');
  assert.equal(await mode(page), 'memory');
  await page.reload();
  await settled(page);
  assert.equal(await mode(page), 'memory');
  assert.equal(await stored(page), null);
  await assertQuiet(page);
});

test('data-consent="granted" stores at once; "off" records nothing, whatever the page says', async (t) => {
  const shop = await serve(t, { '/granted': await stripPage('granted'), '/off': await stripPage('off') });
  const page = await open(t, `${shop}/off`);
  assert.equal(await mode(page), 'off');
  await page.evaluate(async () => {
    await window.Haberdash.track('view', 'SH-005');
    window.dataLayer.push({ event: 'view_item', ecommerce: { items: [{ item_id: 'SH-002' }] } }, ['consent', 'update', { personalization_storage: 'granted' }]);
    await window.Haberdash.remember(true);
  });
  assert.equal(await mode(page), 'off');
  assert.deepEqual(await history(page), []);
  assert.equal(await stored(page), null);
  await panel(page).click();
  assert.equal(await inPanel(page).getByRole('status').textContent(), 'This shop remembers nothing about you.');
  assert.equal(await inPanel(page).getByRole('button').count(), 0);
  await page.evaluate(() => localStorage.clear());

  await go(page, `${shop}/granted`);
  assert.equal(await mode(page), 'device');
  await page.evaluate(() => window.Haberdash.track('view', 'SH-005'));
  assert.ok(await stored(page));
  assert.deepEqual(ours(page), []);
});

test('Global Privacy Control keeps history on the page until the shopper asks for more', async (t) => {
  const page = await open(t, '/product.html?id=SH-005', {
    init: [() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true })],
  });
  await page.locator('#consent-accept').click();
  await until(() => history(page), (events) => events.length > 0, 'known on this page');
  await go(page, '/');
  assert.equal(await mode(page), 'memory');
  assert.deepEqual(await keys(page), []);
  await panel(page).click();
  await button(page, 'Remember on this device').click();
  await until(() => mode(page), (now) => now === 'device', 'mode');
  await go(page, '/product.html?id=SH-005');
  assert.equal(await mode(page), 'device');
  await until(() => stored(page), (text) => text?.includes('SH-005'), 'stored');
  await assertQuiet(page);
});

test('tabs share one record: what is forgotten in one does not come back from the other', async (t) => {
  const page = await open(t, '/');
  await acceptConsent(page);
  await view(page, 'SH-005');
  const other = await page.context().newPage();
  other.record = page.record;
  await view(other, 'TS-010');
  await until(() => history(page), (events) => events.length === 2, 'the first tab learns of it');
  await page.evaluate(() => window.Haberdash.forget('TS-010'));
  await until(() => history(other), (events) => !events.some(({ item }) => item === 'TS-010'), 'the second tab forgets it');
  await other.evaluate(() => window.Haberdash.track('view', 'GI-007'));
  // What one tab writes, another sees in its own time: browsers keep a copy of the storage for each process.
  const items = async () => JSON.parse(await stored(page)).events.map(({ item }) => item);
  await until(items, (list) => list.includes('GI-007'), 'the first tab sees what the second one wrote');
  assert.deepEqual(await items(), ['SH-005', 'GI-007']);
});

test('a whole visit: every request is a GET for a static file, and none carries history', async (t) => {
  const page = await open(t, '/');
  await acceptConsent(page);
  await view(page, 'SH-005');
  await visit(page, '/search.html?q=lavender', 'search lavender');
  await go(page, '/shirt.html');
  await page.waitForFunction(() => document.querySelector('[data-haberdash-picture]')?.shadowRoot.querySelector('.lens'));
  await choice(page, 'Fabric', 'Navy gingham').check();
  await choice(page, 'Buttons', 'Four').check();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.locator('#notice').getByRole('link', { name: 'View basket' }).click();
  await page.getByRole('button', { name: 'Order now' }).click();
  await page.waitForURL(/thanks\.html/);
  await settled(page);
  await go(page, '/');
  await panel(page).click();
  await button(page, 'Clear all').click();
  await until(() => history(page), (events) => events.length === 0, 'cleared');
  await page.goto('about:blank'); // the end of a page is when beacons are sent

  assert.ok(page.record.requests.length > 50, 'a visit makes requests');
  for (const request of page.record.requests) {
    const url = new URL(request.url());
    if (url.protocol === 'about:') continue;
    assert.equal(request.method(), 'GET', request.url());
    assert.equal(request.postData(), null, request.url());
    assert.ok(!['ping', 'beacon', 'cspviolationreport', 'websocket', 'eventsource'].includes(request.resourceType()), `${request.resourceType()} ${request.url()}`);
    assert.ok([SHOP, CDN].includes(url.origin), request.url());
    const file = path.join(DIST, decodeURIComponent(url.pathname).replace(/^\/\d+\.\d+\.\d+(?=\/)/, ''));
    assert.ok(existsSync(file) || url.pathname === '/favicon.ico', `not a file: ${request.url()}`);
    // The shop's own pages name their item; nothing else has anything to say.
    if (!request.isNavigationRequest()) assert.equal(url.search, '', request.url());
    if (url.origin === CDN) {
      const { referer = '', cookie } = await request.allHeaders();
      assert.ok(referer === '' || referer === `${SHOP}/`, `the page is told to the CDN: ${referer}`);
      assert.equal(cookie, undefined);
    }
  }
  const fromCdn = new Set(page.record.requests.map((request) => request.url()).filter((url) => url.startsWith(CDN)).map((url) => url.split('/').pop()));
  // The shirt has rules, a library, letters, pictures and presets, and the panel was opened. What comes near wears a design: with that grids and numbers.
  const all = ['haberdash.js', 'haberdash_app.js', 'haberdash_app_bg.wasm', 'haberdash_common.wasm', 'haberdash_designs.wasm', 'haberdash_files.wasm', 'haberdash_lists.wasm', 'haberdash_merchant.wasm', 'haberdash_picture.css', 'haberdash_picture.wasm', 'haberdash_rules.wasm', 'haberdash_seldom.wasm', 'haberdash_text.wasm'];
  const perhaps = ['haberdash_worn.wasm', 'haberdash_worn_en.txt', 'haberdash_fields.wasm', 'haberdash_grid.wasm', 'haberdash_letters.wasm', 'haberdash_logo.wasm', 'haberdash_parts.txt'];
  assert.deepEqual([...fromCdn].filter((name) => !perhaps.includes(name)).sort(), all);
});
