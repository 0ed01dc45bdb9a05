// The shopper's own picture on other products: cards wear it, a click has it in place there, and neither the link nor another browser has anything of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colours, png, sha256 } from './images.mjs';
import {
  CONFIGURATOR, MUG_ART, STRICT, acceptConsent, assertQuiet, choice, claim, go, history, html, inState, layoutShift, open, productForm, seen, selection, serve, settled,
  smallProduct, stored, tag, until, useBrowser,
} from './lib.mjs';

useBrowser();

const STRIP = '[data-strip=your-design]';
const FILES = 'haberdash:files:otterby';

// ---------------------------------------------------------------- files

/** Its left half is red, its right half blue. */
const LOGO = png(1000, 500, (x) => (x < 500 ? [208, 0, 0] : [0, 0, 208]));
const HASH = sha256(LOGO);
const AT_FIRST = { file: HASH, rotate: 0, scale: 1000, x: 500, y: 500 };

// ---------------------------------------------------------------- the page

const host = (page) => page.locator(CONFIGURATOR).first();
const problem = (page) => host(page).locator('.option.logo .problem').textContent();
const line = (page) => host(page).locator('.started').allTextContents().then((all) => all.join());

/** Has a picture taken on the page that is open, and waits until it is kept with the design. */
async function take(page, buffer = LOGO, name = 'our choir.png') {
  await host(page).locator('.option.logo input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer });
  const kept = () => page.evaluate(async () => JSON.stringify((await window.Haberdash.history()).design ?? null));
  await until(kept, (text) => text.includes(sha256(buffer)), 'the design is remembered with its picture');
  await until(() => originals(page), (keys) => keys.includes(sha256(buffer)), 'the original is kept');
}

/** The originals that the browser keeps. A database that is not there must not be made by looking. */
const originals = (page) => page.evaluate(async () => {
  const name = (await indexedDB.databases()).map(({ name }) => name).find((name) => name.startsWith('haberdash:files:'));
  return name ? new Promise((done) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      const all = request.result.transaction('files').objectStore('files').getAllKeys();
      all.onsuccess = () => { request.result.close(); done(all.result); };
    };
  }) : [];
});

/** The cards by page: what each says, what it costs, where it leads, and the picture of the shopper's own that is drawn. */
const worn = (page) => page.locator(STRIP).evaluate((host) => Object.fromEntries([...host.shadowRoot?.querySelectorAll('.item') ?? []].map((item) => {
  const { href } = item.querySelector('a');
  const moved = item.querySelector('.worn')?.shadowRoot.querySelector('svg .moved');
  const logo = moved && { file: moved.closest('[data-file]').getAttribute('data-file'), tag: moved.firstElementChild.tagName, href: moved.firstElementChild.getAttribute('href') };
  return [new URL(href).pathname.slice(1), { href, logo, note: item.querySelector('.reason').textContent, price: item.querySelector('.cost').textContent }];
})));

/** The same, when all cards were drawn. */
async function dressed(page) {
  await page.locator(STRIP).scrollIntoViewIfNeeded();
  return until(() => worn(page), (cards) => Object.keys(cards).length > 1 && Object.values(cards).every(({ note }) => note), 'all cards wear the design');
}

const carried = (href) => JSON.parse(Buffer.from(href.split('#hb=1')[1], 'base64url').toString());
const clear = (page) => page.evaluate((name) => new Promise((done) => { indexedDB.deleteDatabase(name).onsuccess = done; }), FILES);

/** Colours of the middle of the left half and of the right half of an `image` in the page. */
const halves = async (image) => (await colours(image, [[0.25, 0.5], [0.75, 0.5]])).colours;

/** The logo is on the open page: picked, drawn, in the form, in the claim. */
async function isOn(page) {
  await until(() => selection(page), (picks) => picks.logo?.file === HASH, 'the picture is picked');
  assert.deepEqual((await selection(page)).logo, AT_FIRST, 'as large as fits, in the middle');
  const image = page.locator('.frame > svg .moved image').first();
  await image.waitFor();
  assert.deepEqual(await halves(image), [[208, 0, 0], [0, 0, 208]]);
  assert.equal(await host(page).locator('.option.logo .name').textContent(), 'our choir.png');
  const files = await host(page).evaluate((host) => new FormData(host.closest('form')).getAll('properties[Your logo]').map((file) => ({ name: file.name, size: file.size })));
  assert.deepEqual(files, [{ name: 'our choir.png', size: LOGO.length }]);
  const order = await claim(page);
  assert.deepEqual([order.files, order.selection.logo], [[{ name: 'our choir.png', sha256: HASH, size: LOGO.length }], AT_FIRST]);
  return image;
}

test('a logo is worn by the other products that take one, and a click has it there', async (t) => {
  const page = await open(t, '/mug.html');
  await choice(page, 'Colour', 'Ink').check();
  await take(page);
  const { 'bag.html': bag, 'sneaker.html': sneaker, 'poster.html': poster, ...others } = await dressed(page);
  // Drawn in the card, from what this browser keeps.
  assert.deepEqual([bag.logo?.file, bag.logo?.tag], [HASH, 'image']);
  assert.match(bag.logo.href, /^blob:/);
  const inCard = page.locator(`${STRIP} .item:has(a[href*="bag.html"]) .worn .moved image`);
  assert.deepEqual(await halves(inCard), [[208, 0, 0], [0, 0, 208]]);
  assert.equal(bag.note, 'In your design');
  assert.equal(bag.price, '€36.00', 'with what the print costs');
  // The sneaker asks for a file once a place was picked for it: the card shows the side, so it is that one.
  assert.deepEqual([sneaker.logo?.file, sneaker.note], [HASH, 'In your design']);
  assert.deepEqual(await halves(page.locator(`${STRIP} .item:has(a[href*="sneaker.html"]) .worn .moved image`)), [[208, 0, 0], [0, 0, 208]]);
  // Where there is no place for it, that is said.
  for (const card of [poster, ...Object.values(others)]) {
    assert.equal(card.logo ?? null, null);
    assert.match(card.note, /^Without your .*logo$/);
  }
  // The link has a ticket for it, and nothing of the picture.
  const { o: tickets, ...rest } = carried(bag.href);
  assert.deepEqual([Object.keys(tickets), rest.w], [['logo'], true]);
  assert.match(tickets.logo, /^[0-9a-f]{24}$/);
  assert.ok(!JSON.stringify(rest).includes(HASH) && !HASH.includes(tickets.logo) && !JSON.stringify(rest).includes('choir'));
  assert.ok(!carried(poster.href).o);

  await page.locator(`${STRIP} a[part=card][href*="bag.html"]`).click();
  await page.waitForURL(/bag\.html#hb=/);
  await settled(page);
  await isOn(page);
  const { canvas } = await selection(page);
  assert.equal(canvas, 'navy', 'the colour is there as well');
  assert.equal(await page.locator('#price').textContent(), '€36.00');
  assert.equal(await line(page), '', 'everything came along');
  assert.equal(await host(page).locator('.notice').textContent(), '');
  assert.equal(await problem(page), '');
  assert.ok(await host(page).getByRole('button', { name: 'Undo' }).isDisabled(), 'nothing was done here yet');
  assert.deepEqual(await layoutShift(page), []);
  // What is copied from the address bar has no ticket any more, and neither has a link that is made here.
  const link = await host(page).evaluate(async (host) => (await window.Haberdash.configuration(host)).link);
  for (const address of [page.url(), link]) {
    assert.equal(carried(address).o, undefined);
    assert.ok(!JSON.stringify(carried(address)).includes(HASH));
  }
  // It stays through a reload, and Back finds the mug as it was.
  await page.reload();
  await settled(page);
  await isOn(page);
  await page.goBack();
  await page.waitForURL(/mug\.html/);
  await settled(page);
  await until(() => selection(page), (picks) => picks.logo?.file === HASH, 'the mug has it, too');
  await assertQuiet(page);
});

test('what a product asks for before it takes a logo is picked with it', async (t) => {
  const page = await open(t, '/mug.html');
  await choice(page, 'Colour', 'Ink').check();
  await take(page);
  const { 'sneaker.html': { href, price } } = await dressed(page);
  await go(page, href);
  await until(() => selection(page), (picks) => picks.logo?.file === HASH, 'the picture is picked');
  const { emblem, logo, 'logo-place': place } = await selection(page);
  assert.deepEqual([place, emblem, logo], ['side', 'none', AT_FIRST]);
  assert.equal(await page.locator('#price').textContent(), price, 'the print was in the price on the card');
  assert.deepEqual([await line(page), await host(page).locator('.notice').textContent(), await problem(page)], ['', '', '']);
  const order = await claim(page);
  assert.deepEqual(order.files, [{ name: 'our choir.png', sha256: HASH, size: LOGO.length }]);
  assert.deepEqual(await layoutShift(page), []);
  await assertQuiet(page);
});

test('a new tab has it; another browser says that it could not come along', async (t) => {
  const page = await open(t, '/mug.html');
  await take(page);
  const { href } = (await dressed(page))['bag.html'];
  const tab = await page.context().newPage();
  await go(tab, href);
  await isOn(tab);
  await tab.close();
  const other = await open(t, href);
  assert.equal((await selection(other)).logo, undefined);
  assert.equal(await line(other), 'Your design is on. What could not come along: logo.');
  assert.match(await problem(other), /no longer on this device/);
  assert.deepEqual(await layoutShift(other), []);
  // It goes on from there.
  await host(other).locator('.option.logo input[type=file]').setInputFiles({ name: 'our choir.png', mimeType: 'image/png', buffer: LOGO });
  await isOn(other);
  assert.equal(await problem(other), '');
  await assertQuiet(other);
  // Opened on the page that is there already.
  await go(page, '/bag.html');
  await page.evaluate((hash) => { location.hash = hash; }, new URL(href).hash);
  await isOn(page);
  await assertQuiet(page);
});

test('what is remembered on the device has it, until the picture is gone, or the shopper says so', async (t) => {
  const page = await open(t, '/bag.html');
  await acceptConsent(page);
  await take(page);
  await go(page, '/poster.html');
  const { 'mug.html': mug } = await dressed(page);
  assert.deepEqual([mug.logo?.file, mug.note], [HASH, 'In your design']);
  // The originals were cleared away.
  await clear(page);
  await go(page, '/poster.html');
  const gone = (await dressed(page))['mug.html'];
  assert.deepEqual([gone.logo ?? null, gone.note], [null, 'Without your logo']);
  await page.locator(`${STRIP} a[part=card][href*="mug.html"]`).click();
  await page.waitForURL(/mug\.html#hb=/);
  await settled(page);
  assert.equal((await selection(page)).logo, undefined);
  assert.equal(await line(page), 'Your design is on. What could not come along: logo.');
  // Cleared away between the card and the click.
  await go(page, '/bag.html');
  await take(page);
  await go(page, '/poster.html');
  const { href } = (await dressed(page))['mug.html'];
  assert.ok(carried(href).o.logo);
  await clear(page);
  await go(page, href);
  assert.equal((await selection(page)).logo, undefined);
  assert.equal(await line(page), 'Your design is on. What could not come along: logo.');
  await assertQuiet(page);
  // Consent that is taken back takes the record with it, and forgetting the bag its design.
  assert.ok((await stored(page)).includes(HASH));
  await page.evaluate(() => window.Haberdash.forget('GI-901'));
  assert.ok(!(await stored(page)).includes(HASH));
  await go(page, '/bag.html');
  await take(page);
  assert.ok((await stored(page)).includes(HASH));
  await page.evaluate(() => window.Haberdash.remember(false));
  assert.equal(await stored(page), null);
  await go(page, '/poster.html');
  assert.equal(await page.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
});

test('without consent it is on the cards of this page only; where nothing is recorded there are none', async (t) => {
  const page = await open(t, '/mug.html');
  await page.locator('#consent-decline').click();
  await take(page);
  const { 'bag.html': bag } = await dressed(page);
  assert.equal(bag.logo?.file, HASH);
  // Nothing that names it is stored, but for the original itself, which was asked for by choosing it.
  const everything = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  assert.ok(!(await everything()).includes(HASH));
  await page.locator(`${STRIP} a[part=card][href*="bag.html"]`).click();
  await page.waitForURL(/bag\.html#hb=/);
  await settled(page);
  await isOn(page);
  assert.ok(!(await everything()).includes(HASH));
  await go(page, '/poster.html');
  assert.equal(await page.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
  await assertQuiet(page);

  const body = `${productForm({ product: '/p/mug.json' })}<div data-haberdash="recommendations" data-strip="your-design">Made to order</div>`;
  const shop = await serve(t, { '/': html(body, { head: await tag('data-catalog="/catalog.json" data-consent="off"') }) });
  const off = await open(t, `${shop}/`);
  await host(off).locator('.option.logo input[type=file]').setInputFiles({ name: 'our choir.png', mimeType: 'image/png', buffer: LOGO });
  await off.waitForFunction(() => window.dataLayer.some(({ event }) => event === 'haberdash_customize'));
  assert.equal(await off.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
  assert.deepEqual(await history(off), []);
});

test('a picture that a product does not take stays behind, and one that is too coarse comes with its warning', async (t) => {
  const logo = (more) => ({ id: 'logo', title: 'Your logo', kind: 'image', role: 'logo', ...more });
  const product = (id, option) => smallProduct({
    id, title: id, options: [option], views: [{ id: 'front', title: 'Front', art: '/art/mug.svg', mm_per_unit: 10, layers: [{ part: 'cup' }, { zone: 'front', content: option.id, x: 30, y: 30, width: 40, height: 40 }] }],
  });
  const products = {
    mug: logo(), drawn: logo({ formats: ['svg', 'jpeg'] }), small: logo({ max_bytes: LOGO.length - 1 }), coarse: logo({ min_dpi: 150 }), photo: { ...logo(), role: undefined },
  };
  const items = Object.keys(products).map((id) => ({ id, title: id, url: `/${id}.html`, price: 1000, product: `/p/${id}.json` }));
  const head = await tag('data-catalog="/c.json" data-consent="granted" data-shop="otterby" data-cart="form"');
  const files = { '/c.json': JSON.stringify({ version: 1, currency: 'EUR', items }), '/art/mug.svg': MUG_ART };
  for (const [id, option] of Object.entries(products)) {
    files[`/p/${id}.json`] = product(id, option);
    files[`/${id}.html`] = html(`${productForm({ product: `/p/${id}.json` })}<div data-haberdash="recommendations" data-strip="your-design">Made to order</div>`, { head });
  }
  const shop = await serve(t, files);
  const page = await open(t, `${shop}/mug.html`);
  await take(page);
  const cards = await dressed(page);
  const told = Object.fromEntries(Object.entries(cards).map(([name, { note, logo }]) => [name, [note, logo?.file ?? null]]));
  const without = ['Without your logo', null];
  assert.deepEqual(told, { 'drawn.html': without, 'small.html': without, 'photo.html': without, 'coarse.html': ['In your design', HASH] });
  await go(page, cards['coarse.html'].href);
  assert.equal((await selection(page)).logo.file, HASH);
  assert.match(await host(page).locator('.option.logo .warn').first().textContent(), /less than 150/);
  // Under a policy without blob: it is drawn on a canvas, in the card as well.
  const strict = await open(t, `${await serve(t, files, { 'Content-Security-Policy': STRICT })}/mug.html`);
  await take(strict);
  await dressed(strict);
  const canvas = strict.locator(`${STRIP} .item:has(a[href*="coarse.html"]) .worn .moved canvas`);
  assert.deepEqual(await canvas.evaluate((canvas) => [...canvas.getContext('2d').getImageData(canvas.width / 4, canvas.height / 2, 1, 1).data]), [208, 0, 0, 255]);
  const { violations } = await seen(strict);
  assert.equal(violations.length, 1, `the browser reports the one attempt: ${violations}`);
  assert.match(violations[0], /^img-src blob/);
  // A link that somebody made up brings nothing, and breaks nothing.
  for (const made of [{ logo: '0'.repeat(24) }, { logo: 1, photo: null }, { other: 'x' }, ['logo'], 'logo', {}]) {
    const code = Buffer.from(JSON.stringify({ p: 'coarse', s: {}, w: true, o: made })).toString('base64url');
    const stranger = await open(t, `${shop}/coarse.html#hb=1${code}`);
    assert.equal((await selection(stranger)).logo, undefined, JSON.stringify(made));
    await inState(stranger, CONFIGURATOR, 'ready');
    await assertQuiet(stranger);
  }
});
