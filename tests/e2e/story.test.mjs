// The main story: a strip that knows the shopper, a shirt made to choice, and both in the shop's own cart.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { haberdash } from './command.mjs';
import {
  CONFIGURATOR, DIST, ROOT, SHOP, STRIP, acceptConsent, assertQuiet, cards, catalogue, choice, claim, formData, go, history, ids, open, painted,
  selection, settled, useBrowser, until, view,
} from './lib.mjs';

useBrowser();

const FOR_YOU = `${STRIP}[data-strip=for-you]`;
const POPULAR = 'Popular in this shop';

/** Runs `haberdash quote` on a claim. */
const quote = (text) => haberdash(['quote', path.join(DIST, 'p/oxford-shirt.json'), '-'], text);

const picture = (page) => page.locator('#gallery + div');
const monogram = (page) => page.locator(CONFIGURATOR).getByRole('textbox', { name: 'Monogram' });
const themePrice = (page) => page.locator('#price');

/** Clicks the middle of a part of the live picture, where nothing lies over it. */
async function clickPart(page, part, at = 'path') {
  const box = await picture(page).locator(`.frame #${part} ${at}`).first().boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.closest('[part=option]')?.querySelector('legend, label')?.firstChild?.textContent ?? element?.nodeName;
});

test('a new shopper sees what is popular, and nothing that is out of stock', async (t) => {
  const page = await open(t, '/');
  const shown = await cards(page, FOR_YOU);
  const items = new Map((await catalogue()).map((item) => [item.id, item]));
  assert.equal(shown.length, 8);
  for (const { id, reason } of shown) {
    assert.equal(reason, POPULAR, id);
    assert.notEqual(items.get(id).availability, 'out_of_stock', id);
    assert.ok(items.get(id).popularity >= 0.5, `${id} is not popular: ${items.get(id).popularity}`);
  }
  const most = Math.max(...[...items.values()].filter((item) => item.kind === 'product' && item.availability !== 'out_of_stock').map((item) => item.popularity));
  assert.equal(items.get(shown[0].id).popularity, most, 'the most popular comes first');
  const reading = await cards(page, `${STRIP}[data-strip=content]`);
  assert.ok(reading.length > 0 && reading.every(({ id }) => items.get(id).kind !== 'product'), JSON.stringify(reading));
  await assertQuiet(page);
});

test('views, a search and a purchase make the strip the shopper’s own, each card with its reason', async (t) => {
  const page = await open(t, '/');
  const cold = await ids(page, FOR_YOU);
  await acceptConsent(page);

  for (const id of ['SH-005', 'SN-010', 'GI-007']) await view(page, id);
  await page.locator('#q').fill('lavender');
  await page.locator('#q').press('Enter');
  await page.waitForURL(/search\.html\?q=lavender/);
  await settled(page);
  await until(() => history(page), (events) => events.some(({ query }) => query === 'lavender'), 'the search is remembered');

  await go(page, '/');
  const items = new Map((await catalogue()).map((item) => [item.id, item]));
  const looked = await until(() => cards(page, FOR_YOU), (list) => list.some(({ reason }) => reason.startsWith('Because')), 'reasons of the shopper’s own');
  const titles = ['SH-005', 'SN-010', 'GI-007'].map((id) => items.get(id).title.en);
  const reasonsOf = (list) => list.map(({ reason }) => reason);
  assert.notDeepEqual(looked.map(({ id }) => id), cold, 'the ranking differs from the cold one');
  assert.ok(titles.some((title) => reasonsOf(looked).includes(`Because you viewed ${title}`)), `viewed: ${reasonsOf(looked)}`);
  const found = looked.find(({ reason }) => reason === 'Because you searched for “lavender”');
  assert.ok(found, `searched: ${reasonsOf(looked)}`);
  assert.match(JSON.stringify(items.get(found.id)), /lavender/i, 'what was searched for is in it');

  // One is bought, through the shop's own basket.
  await view(page, 'PC-013');
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.locator('#notice').getByRole('link', { name: 'View basket' }).click();
  await page.getByRole('button', { name: 'Order now' }).click();
  await page.waitForURL(/thanks\.html/);
  await settled(page);
  await until(() => history(page), (events) => events.some(({ kind, item }) => kind === 'purchase' && item === 'PC-013'), 'the purchase is remembered');

  await go(page, '/');
  const kinds = (await history(page)).map(({ kind, item, query }) => `${kind} ${item ?? query}`);
  for (const expected of ['view SH-005', 'view SN-010', 'view GI-007', 'search lavender', 'view PC-013', 'cart-add PC-013', 'purchase PC-013']) {
    assert.ok(kinds.includes(expected), `${expected} in ${kinds}`);
  }
  const warm = await until(() => cards(page, FOR_YOU), (list) => list.some(({ reason }) => reason.startsWith('Because')), 'reasons of the shopper’s own');
  for (const { id } of [...looked, ...warm]) {
    assert.notEqual(items.get(id).availability, 'out_of_stock', id);
  }
  assert.ok(!warm.some(({ id }) => id === 'PC-013'), 'what was just bought is not recommended');
  const reasons = reasonsOf(warm);
  assert.ok(reasons.includes(`Because you bought ${items.get('PC-013').title.en}`), `bought: ${reasons}`);
  assert.ok(titles.some((title) => reasons.includes(`Because you viewed ${title}`)), `still viewed: ${reasons}`);
  for (const reason of reasons) assert.match(reason, /^Because you|^Popular/, 'each card says what the shopper did');
  await assertQuiet(page);
});

test('two buttons become four: picture and price at once; a click on a part opens its option', async (t) => {
  const page = await open(t, '/shirt.html');
  const four = picture(page).locator('.frame > svg #buttons-4');
  assert.equal(await picture(page).locator('.frame > svg #buttons-2').count(), 1);
  assert.equal(await four.count(), 0);
  assert.equal(await themePrice(page).textContent(), '€89.00');

  await choice(page, 'Buttons', 'Four').check();
  await painted(page);
  assert.equal(await four.count(), 1, 'the layer is there two frames after the click');
  assert.equal(await four.locator('circle').count(), 4);
  assert.equal(await picture(page).locator('.frame > svg #buttons-2').count(), 0);
  assert.equal(await themePrice(page).textContent(), '€90.50');
  // Its description follows when the shopper has settled.
  await picture(page).locator('.frame > svg[aria-label*=Four]').waitFor();
  // Every fold keeps its shading.
  assert.equal(await picture(page).locator('.frame g.multiply #folds').evaluate((folds) => getComputedStyle(folds.parentNode).mixBlendMode), 'multiply');
  assert.ok(await page.locator('#gallery').isHidden(), 'the live picture stands in for the theme’s');

  await clickPart(page, 'buttons-4-shade', 'circle');
  await until(() => focused(page), (name) => name === 'Buttons', 'a click on a button opens the buttons');
  await clickPart(page, 'cuff-barrel-left');
  await until(() => focused(page), (name) => name === 'Cuffs', 'a click on a cuff opens the cuffs');
  await clickPart(page, 'sleeve-left');
  await until(() => focused(page), (name) => name === 'Fabric', 'a click on the sleeve opens the fabric');

  await choice(page, 'Fabric', 'Navy gingham').check();
  await painted(page);
  const fill = await picture(page).locator('.frame g:has(> #body)').getAttribute('fill');
  assert.match(fill, /^url\(#.+\)$/, 'a woven cloth is a pattern');
  // What is turned wears the shared pattern by one of its own.
  const worn = picture(page).locator(`.frame pattern#${fill.slice(5, -1)}`);
  const shared = await worn.getAttribute('href') ?? fill.slice(4, -1);
  const image = picture(page).locator(`.frame pattern${shared} image`);
  assert.match(await image.getAttribute('href'), new RegExp(`^${SHOP}/art/textures/navy-gingham\\.webp$`));
  assert.equal(await themePrice(page).textContent(), '€96.50');
  await assertQuiet(page);
});

test('a monogram is drawn and priced; what cannot be embroidered is refused in words; there is a back', async (t) => {
  const page = await open(t, '/shirt.html');
  const field = monogram(page);
  const letters = picture(page).locator('.frame > svg > g:not(:has([id])) > path[transform]');
  const before = await letters.count();
  await field.pressSequentially('é1');
  const said = page.locator(CONFIGURATOR).getByRole('alert');
  await until(() => said.textContent(), (text) => /“.”/.test(text), 'what is wrong, in words');
  assert.match(await said.textContent(), /“1” cannot be used here/);
  assert.equal(await field.inputValue(), '', 'nothing of it is kept');
  assert.equal(await themePrice(page).textContent(), '€89.00');

  await field.fill('');
  await field.pressSequentially('ABC');
  await until(() => themePrice(page).textContent(), (text) => text === '€95.00', 'three letters cost 6.00');
  assert.equal(await said.textContent(), '');
  await until(() => letters.count(), (count) => count > before, 'the letters are drawn as a path, once the font is here');
  assert.ok((await letters.last().getAttribute('d')).length > 100);
  assert.equal(await letters.last().evaluate((path) => path.parentNode.getAttribute('fill')), '#24355c', 'in the thread colour');
  await field.press('End');
  await field.pressSequentially('D');
  await until(() => said.textContent(), (text) => text === 'At most 3 characters.', 'a fourth letter is refused');
  assert.equal(await field.inputValue(), 'ABC');

  await picture(page).getByRole('button', { name: 'Back' }).click();
  await picture(page).locator('.frame > svg #gauntlet-left').waitFor({ state: 'attached' });
  assert.equal(await picture(page).locator('.frame > svg #placket').count(), 0);
  assert.equal(await picture(page).getByRole('button', { name: 'Back' }).getAttribute('aria-pressed'), 'true');
  // A pick that only the front shows turns the shirt round.
  await choice(page, 'Buttons', 'Four').check();
  await picture(page).locator('.frame > svg #buttons-4').waitFor({ state: 'attached' });
  await assertQuiet(page);
});

test('the basket gets what was chosen at the exact price, and the claim is worth what it says', async (t) => {
  const page = await open(t, '/shirt.html');
  await choice(page, 'Buttons', 'Four').check();
  await choice(page, 'Fabric', 'Navy gingham').check();
  await choice(page, 'Collar', 'Button-down').check();
  await monogram(page).pressSequentially('ABC');
  // 89.00 + 1.50 + 6.00 + 3.00 + 3 × 2.00
  await until(() => themePrice(page).textContent(), (text) => text === '€105.50', 'the price');
  await page.getByLabel('How many').fill('2');
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.locator('#notice').getByRole('link', { name: 'View basket' }).click();
  await page.waitForURL(/cart\.html/);

  const properties = await page.locator('#lines .properties').evaluate((list) =>
    Object.fromEntries([...list.querySelectorAll('dt')].map((term) => [term.textContent, term.nextElementSibling.textContent])));
  assert.deepEqual(properties, {
    Fabric: 'Navy gingham', Collar: 'Button-down', Cuffs: 'Barrel, rounded', Front: 'Placket', Buttons: 'Four', 'Button colour': 'Mother-of-pearl', Monogram: 'ABC', Thread: 'Navy',
  });
  assert.equal(await page.locator('#lines .unit').textContent(), '€105.50 each');
  assert.equal(await page.locator('#lines .line-sum').textContent(), '€211.00');
  assert.equal(await page.locator('#sum').textContent(), '€211.00');

  const [line] = await page.evaluate(() => JSON.parse(localStorage.getItem('otterby:cart')));
  const text = line.properties._haberdash_claim;
  const honest = JSON.parse(text);
  assert.equal(honest.unit_price, 10550);
  assert.equal(honest.quantity, 2);
  assert.equal(honest.total, 21100);
  assert.deepEqual(Object.keys(honest), Object.keys(honest).sort(), 'canonical JSON');
  const told = await quote(text);
  assert.equal(told.code, 0, told.stderr);
  assert.equal((await quote(JSON.stringify({ ...honest, unit_price: 100 }))).code, 1, 'a touched price is found');
  assert.equal((await quote(JSON.stringify({ ...honest, selection: { ...honest.selection, fabric: 'white' } }))).code, 1, 'a touched pick is found');
  await assertQuiet(page);
});

const savedPick = (page, option) => page.evaluate((option) => Object.values(window.history.state?.haberdash ?? {})[0]?.[option], option);

test('reload keeps the configuration, and so does Back from the basket', async (t) => {
  const page = await open(t, '/shirt.html');
  await choice(page, 'Buttons', 'Four').check();
  await choice(page, 'Collar', 'Band').check();
  await until(() => savedPick(page, 'collar'), (pick) => pick === 'band', 'it is kept in the page’s state');
  await page.reload();
  await settled(page);
  const kept = await selection(page);
  assert.equal(kept.buttons, 'four');
  assert.equal(kept.collar, 'band');
  assert.equal(await themePrice(page).textContent(), '€90.50');
  assert.ok(await choice(page, 'Buttons', 'Four').isChecked());

  await choice(page, 'Cuffs', 'French').check();
  await until(() => savedPick(page, 'cuffs'), (pick) => pick === 'french', 'it is kept in the page’s state');
  await page.locator('#basket').click();
  await page.waitForURL(/cart\.html/);
  await page.goBack();
  await settled(page);
  assert.deepEqual(await selection(page), { ...kept, cuffs: 'french' });
  assert.equal(await themePrice(page).textContent(), '€102.50');
  await assertQuiet(page);
});

test('a pick made just before the page goes is kept as well', async (t) => {
  const page = await open(t, '/shirt.html');
  await choice(page, 'Buttons', 'Four').check();
  await page.reload();
  await settled(page);
  assert.equal((await selection(page)).buttons, 'four', 'after a reload');
  await choice(page, 'Collar', 'Band').check();
  await page.locator('#basket').click();
  await page.waitForURL(/cart\.html/);
  await page.goBack();
  await settled(page);
  assert.equal((await selection(page)).collar, 'band', 'after Back');
});

test('a copied link opens the same design elsewhere; a damaged one the standard design, with a word about it', async (t) => {
  const page = await open(t, '/shirt.html', { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
  await choice(page, 'Buttons', 'Four').check();
  await choice(page, 'Fabric', 'Red tattersall').check();
  await monogram(page).pressSequentially('HB');
  await page.getByRole('button', { name: 'Copy link to this design' }).click();
  const notice = page.locator(CONFIGURATOR).locator('.notice');
  await until(() => notice.textContent(), (text) => text === 'Link copied', 'it is said');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /\/shirt\.html#hb=1[\w-]+$/);
  const here = await selection(page);

  const other = await open(t, link);
  assert.deepEqual(await selection(other), here);
  assert.equal(await themePrice(other).textContent(), '€101.50');
  assert.equal((await claim(other)).unit_price, 10150);
  await assertQuiet(other);

  const damaged = await open(t, `/shirt.html#${link.split('#')[1].slice(0, -7)}!`);
  const standard = await selection(damaged);
  assert.equal(standard.buttons, 'two');
  assert.equal(standard.fabric, 'white');
  assert.equal(await damaged.locator(CONFIGURATOR).locator('.notice').textContent(), 'The link was damaged; this is the standard design.');
  await assertQuiet(damaged);
});

test('without a clipboard the link is shown to copy by hand', async (t) => {
  const page = await open(t, '/shirt.html', { init: [() => { if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }] });
  await choice(page, 'Buttons', 'Four').check();
  await page.getByRole('button', { name: 'Copy link to this design' }).click();
  const notice = page.locator(CONFIGURATOR).locator('.notice');
  const text = await until(() => notice.textContent(), (text) => text !== '', 'the link');
  assert.match(text, /^Copy this link: http:\S+\/shirt\.html#hb=1\S+$/);
  await assertQuiet(page);
});

test('where the part for links cannot be had that is said, the link is there to copy, and nothing is lost', async (t) => {
  const whole = await open(t, '/shirt.html');
  await choice(whole, 'Buttons', 'Four').check();
  const link = await whole.locator(CONFIGURATOR).evaluate(async (host) => (await window.Haberdash.configuration(host)).link);
  const routes = [['**/haberdash_seldom.wasm', (route) => route.abort()]];
  const page = await open(t, link, { routes });
  const notice = page.locator(CONFIGURATOR).locator('.notice');
  assert.equal(await notice.textContent(), 'This cannot be loaded now.');
  assert.equal((await selection(page)).buttons, 'two');
  await choice(page, 'Fabric', 'Navy').check();
  await page.evaluate((hash) => { window.location.hash = ''; window.location.hash = hash; }, new URL(link).hash);
  await painted(page);
  assert.equal((await selection(page)).fabric, 'navy', 'what was picked stays');
  await page.getByRole('button', { name: 'Copy link to this design' }).click();
  await until(() => notice.textContent(), (text) => /^http:\S+\/shirt\.html#hb=1\S+$/.test(text), 'the link to copy');
});

test('navy and checks, chosen in the configurator, move navy and checked things up', async (t) => {
  const page = await open(t, '/shirt.html');
  const items = new Map((await catalogue()).map((item) => [item.id, item]));
  const fitting = (list) => list.filter(({ id }) => items.get(id).facets?.color?.includes('navy') || items.get(id).facets?.pattern?.includes('check')).length;
  const before = await cards(page, FOR_YOU);
  await choice(page, 'Fabric', 'Navy gingham').check();
  const after = await until(() => cards(page, FOR_YOU), (list) => list.some(({ reason }) => /^Goes with your/.test(reason)), 'a card because of the design');
  assert.ok(fitting(after) > fitting(before), `${fitting(before)} → ${fitting(after)}`);
  const because = after.filter(({ reason }) => /^Goes with your/.test(reason));
  for (const { id, reason } of because) assert.match(reason, /navy|check/, id);
  assert.ok(because.some(({ reason }) => /navy/.test(reason) && /check/.test(reason)), `both are named: ${because.map(({ reason }) => reason)}`);
  const named = because[0];
  assert.ok(items.get(named.id).facets.color?.includes('navy') || items.get(named.id).facets.pattern?.includes('check'), named.id);
  // The form carries the design too, each field once.
  const names = (await formData(page)).map(([name]) => name);
  assert.equal(new Set(names).size, names.length, names.join());
  await assertQuiet(page);
});
