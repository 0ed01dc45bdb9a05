// The design is the shopper's: undone and redone, surprised by, saved, compared, taken to another device, kept as a picture.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { CONFIGURATOR, KEY, MUG_ART, ROOT, STRICT, assertQuiet, choice, claim, go, html, layoutShift, ours, open, painted, productForm, selection, serve, settled, smallProduct, stored, tag, until, useBrowser } from './lib.mjs';

useBrowser();
const DESIGNS = `${KEY}:designs`;
const host = (page) => page.locator(CONFIGURATOR).first();
const tool = (page, name) => host(page).locator('.tools').getByRole('button', { name, exact: true });
const desk = (page) => page.getByRole('dialog');
const picked = async (page) => JSON.stringify(await selection(page));
const saved = async (page, key = DESIGNS) => JSON.parse(await stored(page, key) ?? '{"designs":[]}').designs;
const names = (page) => desk(page).locator('.saved li b').allTextContents();
/** Has `text` stored as designs before the page runs; the page before it, an empty one, has no storage. */
const put = (text) => [([key, text]) => { if (location.protocol !== 'about:') localStorage.setItem(key, text); }, [DESIGNS, text]];
const notice = (page) => desk(page).locator('.notice');

async function openDesk(page, name = 'Saved designs') {
  await tool(page, name).click();
  await desk(page).waitFor({ state: 'visible' });
}
async function save(page, name) {
  await openDesk(page, 'Save this design');
  if (name) await desk(page).getByLabel('Name', { exact: true }).fill(name);
  await desk(page).getByRole('button', { name: 'Save this design' }).click();
  await until(() => notice(page).textContent(), (text) => text.startsWith('Saved: '), 'it is said');
  await desk(page).getByRole('button', { name: 'Close' }).click();
}
/** What the small picture in `place` paints its largest part with. */
const painting = (place) => place.evaluate((span) => [...(span.shadowRoot?.querySelectorAll('svg g[fill]') ?? [])].map((group) => {
  const [, id] = /^url\(#(.*)\)$/.exec(group.getAttribute('fill')) ?? [];
  const pattern = id && span.shadowRoot.getElementById(id);
  // A turned texture has a pattern of its own, which refers to that with the picture.
  const image = pattern && (pattern.getAttribute('href') ? span.shadowRoot.querySelector(pattern.getAttribute('href')) : pattern).querySelector('image');
  return image ? image.getAttribute('href').split('/').pop() : group.getAttribute('fill');
}));

// ---------------------------------------------------------------- undo and redo

test('undo and redo: picks, presets, letters as one step, mended picks; by button and by key', async (t) => {
  const page = await open(t, '/shirt.html');
  const off = (name) => tool(page, name).getAttribute('aria-disabled');
  assert.deepEqual([await off('Undo'), await off('Redo')], ['true', 'true'], 'nowhere to go');
  const start = await picked(page);
  await choice(page, 'Fabric', 'Navy').check();
  const navy = await picked(page);
  assert.equal(await off('Undo'), null);
  // A rule changes another pick: one step takes back both.
  await choice(page, 'Collar', 'Wing').check();
  assert.equal((await selection(page)).buttons, 'four');
  const wing = await picked(page);
  await host(page).getByLabel('Monogram').pressSequentially('OD');
  const letters = await picked(page);
  await host(page).getByRole('button', { name: 'Navy gingham' }).click();
  const preset = await picked(page);
  assert.equal(new Set([start, navy, wing, letters, preset]).size, 5);
  for (const before of [letters, wing, navy, start]) {
    await tool(page, 'Undo').click();
    assert.equal(await picked(page), before);
  }
  assert.equal(await off('Undo'), 'true');
  await tool(page, 'Undo').click({ force: true });
  assert.equal(await picked(page), start, 'at the end it does nothing');
  assert.ok(await choice(page, 'Buttons', 'Two large').isChecked());
  assert.equal(await choice(page, 'Buttons', 'Two large').getAttribute('aria-disabled'), null, 'what cannot be had is undone as well');
  // Keys, with the keyboard on a choice; what is seen follows.
  await choice(page, 'Fabric', 'White').focus();
  await page.keyboard.press('Control+Shift+Z');
  assert.equal(await picked(page), navy);
  assert.ok(await choice(page, 'Fabric', 'Navy').isChecked());
  await page.keyboard.press('Control+Y');
  assert.equal(await picked(page), wing);
  assert.equal(await choice(page, 'Buttons', 'Two large').getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Meta+z');
  assert.equal(await picked(page), navy);
  assert.equal(await page.locator('#price').textContent(), (await host(page).locator('.price strong').textContent()));
  // A new pick ends the way forth.
  await choice(page, 'Fabric', 'Ivory').check();
  assert.equal(await off('Redo'), 'true');
  await assertQuiet(page);
});

test('letters: what is written in one go is one step, after the field was left another; keys in it are the browser’s', async (t) => {
  const page = await open(t, '/shirt.html');
  const field = host(page).getByLabel('Monogram');
  await field.pressSequentially('OD');
  await choice(page, 'Fabric', 'White').focus();
  await field.focus();
  await page.keyboard.press('End');
  await field.pressSequentially('X');
  assert.equal((await selection(page)).monogram, 'ODX');
  await page.keyboard.press('Control+Y');
  assert.equal((await selection(page)).monogram, 'ODX', 'not ours in a text field');
  await tool(page, 'Undo').click();
  assert.equal((await selection(page)).monogram, 'OD');
  assert.equal(await field.inputValue(), 'OD');
  await tool(page, 'Undo').click();
  assert.equal((await selection(page)).monogram, undefined);
  await tool(page, 'Redo').click();
  assert.equal(await field.inputValue(), 'OD');
  // The keyboard alone: the button keeps it when there is nothing left to undo.
  await tool(page, 'Undo').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  assert.ok(await tool(page, 'Undo').evaluate((button) => button.getRootNode().activeElement === button));
});

test('a hundred steps lead back, and not more', async (t) => {
  const page = await open(t, '/shirt.html');
  await host(page).evaluate(async (element) => {
    for (let i = 0; i < 105; i += 1) await window.Haberdash.select(element, 'fabric', i % 2 ? 'white' : 'navy');
    await window.Haberdash.select(element, 'fabric', 'ivory');
  });
  let steps = 0;
  while (await tool(page, 'Undo').getAttribute('aria-disabled') === null) {
    await tool(page, 'Undo').click();
    steps += 1;
  }
  assert.equal(steps, 100);
});

// ---------------------------------------------------------------- surprise

test('surprise: a design that can be bought, letters stay, and one click takes it back', async (t) => {
  const page = await open(t, '/shirt.html');
  await host(page).getByLabel('Monogram').fill('OD');
  const before = await picked(page);
  const seen = new Set();
  for (let i = 0; i < 8; i += 1) {
    await tool(page, 'Surprise me').click();
    const { monogram, collar, buttons } = JSON.parse(await until(() => picked(page), (now) => !seen.has(now), 'another design'));
    assert.equal(monogram, 'OD');
    if (collar === 'wing') assert.equal(buttons, 'four', 'rules hold');
    seen.add(await picked(page));
  }
  assert.ok(seen.size >= 6, 'designs differ');
  for (let i = 0; i < 8; i += 1) await tool(page, 'Undo').click();
  assert.equal(await picked(page), before);
  await assertQuiet(page);
});

test('surprise without rules, with numbers that stay', async (t) => {
  const options = [
    { id: 'colour', title: 'Colour', kind: 'choice', display: 'swatch', choices: [{ id: 'white', color: '#ffffff' }, { id: 'red', color: '#cc0000' }] },
    { id: 'lid', title: 'Lid', kind: 'toggle' },
    { id: 'size', title: 'Size', kind: 'quantity', min: 1, max: 9, default: 4 },
  ];
  const shop = await serve(t, { '/p/mug.json': smallProduct({ options }), '/art/mug.svg': MUG_ART, '/': html(productForm({ product: '/p/mug.json' }), { head: await tag('data-shop="test" data-consent="off"') }) });
  const page = await open(t, `${shop}/`);
  const seen = new Set();
  await until(async () => {
    await tool(page, 'Surprise me').click();
    await painted(page);
    const { colour, lid, size } = await selection(page);
    assert.equal(size, 4);
    return seen.add(`${colour} ${lid}`).size;
  }, (count) => count === 4, 'all four come');
});

// ---------------------------------------------------------------- presets

// A skin has no letters, so the part with fonts is not there.
for (const [address, at, shows, option, choice] of [['/shirt.html', 1, 'navy-gingham.webp', 'fabric', 'navy-gingham'], ['/skin.html', 1, 'wood-walnut.webp', 'back', 'wood-walnut']]) {
  test(`presets have pictures of what they are, and nothing moves when these come: ${address}`, async (t) => {
    const page = await open(t, address);
    const looks = host(page).locator('.presets .look');
    const count = await looks.count();
    assert.ok(count >= 4);
    // One after the other; those out of sight when they are scrolled to.
    for (let i = 0; i < count; i += 1) {
      await looks.nth(i).scrollIntoViewIfNeeded();
      await until(() => painting(looks.nth(i)), (fills) => fills.length > 0, `picture ${i}`);
    }
    assert.ok((await painting(looks.nth(at))).includes(shows), `the second is ${choice}: ${await painting(looks.nth(at))}`);
    assert.deepEqual(await layoutShift(page), []);
    // A click on the picture is one on the preset, and opens no option.
    await looks.nth(at).click({ force: true });
    assert.equal((await selection(page))[option], choice);
    await assertQuiet(page);
  });
}

// ---------------------------------------------------------------- saved designs

test('save, open, rename, delete and its undo; a reload keeps all', async (t) => {
  const page = await open(t, '/shirt.html');
  await choice(page, 'Fabric', 'Navy').check();
  const navy = await picked(page);
  await save(page);
  await choice(page, 'Fabric', 'Ivory').check();
  await save(page, '  For   the office ');
  assert.deepEqual((await saved(page)).map(({ name }) => name), ['For the office', 'Oxford shirt 1'], 'the latest first');
  await go(page, '/shirt.html?again');
  await openDesk(page);
  assert.deepEqual(await names(page), ['As it is now', 'For the office', 'Oxford shirt 1']);
  // Live pictures of what was saved.
  const look = (i) => desk(page).locator('.look').nth(i);
  await until(() => painting(look(2)), (fills) => fills.includes('#24355c'), 'the second saved is navy');
  await desk(page).getByRole('button', { name: 'Rename: Oxford shirt 1' }).click();
  await page.keyboard.type('Dark');
  await page.keyboard.press('Enter');
  await until(() => names(page), (list) => list.includes('Dark'), 'it has another name');
  assert.deepEqual((await saved(page)).map(({ name }) => name), ['For the office', 'Dark']);
  await desk(page).getByRole('button', { name: 'Delete: For the office' }).click();
  await until(() => names(page), (list) => list.length === 2, 'it is gone');
  assert.equal((await saved(page)).length, 1);
  await until(() => page.evaluate(() => { let element = document.activeElement; while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement; return element.textContent; }), (text) => text === 'Undo', 'the keyboard is on Undo');
  await page.keyboard.press('Enter');
  await until(() => names(page), (list) => list.length === 3, 'it is back');
  await desk(page).getByRole('button', { name: 'Open: Dark' }).click();
  await desk(page).waitFor({ state: 'hidden' });
  assert.equal(await picked(page), navy);
  await tool(page, 'Undo').click();
  assert.notEqual(await picked(page), navy, 'opening is a step like any other');
  await openDesk(page);
  await desk(page).getByRole('button', { name: 'Delete all of these' }).click();
  await until(() => names(page), (list) => list.length === 1, 'all are gone');
  assert.equal(await stored(page, DESIGNS), null, 'nothing is left');
  await desk(page).getByRole('button', { name: 'Undo' }).click();
  await until(async () => (await saved(page)).length, (count) => count === 2, 'and back');
  await assertQuiet(page);
});

test('by keyboard: saved with Enter, closed with Escape, and the keyboard is where it was', async (t) => {
  const page = await open(t, '/shirt.html');
  await tool(page, 'Save this design').focus();
  await page.keyboard.press('Enter');
  await desk(page).waitFor({ state: 'visible' });
  await page.keyboard.type('Mine');
  await page.keyboard.press('Enter');
  await until(async () => (await saved(page)).map(({ name }) => name).join(), (list) => list === 'Mine', 'saved');
  // Tab stays within.
  for (let i = 0; i < 14; i += 1) {
    await page.keyboard.press('Tab');
    const inside = await page.evaluate(() => { let element = document.activeElement; while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement; return element === document.body || Boolean(element.closest('dialog')); });
    assert.ok(inside, `Tab ${i} leaves the window`);
  }
  // Keys for undo are not heard behind the window.
  await page.keyboard.press('Escape');
  await desk(page).waitFor({ state: 'hidden' });
  assert.ok(await tool(page, 'Save this design').evaluate((button) => button.getRootNode().activeElement === button));
});

test('designs are kept whatever may be remembered otherwise, and erasing the history leaves them', async (t) => {
  const page = await open(t, '/shirt.html', { context: { viewport: { width: 1280, height: 900 } } });
  await save(page, 'Before any consent');
  assert.equal(await stored(page), null, 'no history is stored');
  assert.equal((await saved(page)).length, 1);
  await page.evaluate(() => window.Haberdash.forget());
  await page.evaluate(() => window.Haberdash.remember(false));
  assert.equal((await saved(page)).length, 1);
});

test('two tabs: each keeps what the other saved and deleted', async (t) => {
  const page = await open(t, '/shirt.html');
  const other = await page.context().newPage();
  await go(other, '/shirt.html');
  await save(page, 'One');
  await save(other, 'Two');
  await save(page, 'Three');
  assert.deepEqual((await saved(page)).map(({ name }) => name), ['Three', 'Two', 'One']);
  await openDesk(page);
  await openDesk(other);
  await desk(other).getByRole('button', { name: 'Delete: One' }).click();
  await until(() => names(page), (list) => list.join() === 'As it is now,Three,Two', 'the open list follows');
  await desk(page).getByRole('button', { name: 'Delete: Three' }).click();
  await until(async () => (await saved(page)).map(({ name }) => name).join(), (list) => list === 'Two', 'both deletions count');
});

const entry = (change = {}) => ({ id: 'a', product: 'oxford-shirt', name: 'Old', selection: { fabric: 'navy' }, at: 5, ...change });
for (const [name, text, listed, said] of [
  ['no JSON', '{"v":1,', [], /cannot be read/],
  ['something else', '[1,2,3]', [], /cannot be read/],
  ['huge', `"${'x'.repeat(4_100_000)}"`, [], /cannot be read/],
  ['half broken', JSON.stringify({ v: 1, designs: [entry(), null, { id: 3 }, entry({ id: 'b', name: '<img src=x>' })] }), ['Old', '<img src=x>'], /^\s*$/],
  ['of another product', JSON.stringify({ v: 1, designs: [entry({ product: 'mug' })] }), [], /^\s*$/],
]) {
  test(`what is stored and ${name} is survived`, async (t) => {
    const page = await open(t, '/shirt.html', { init: [put(text)] });
    await openDesk(page);
    assert.deepEqual((await names(page)).slice(1), listed);
    assert.match(await notice(page).textContent(), said);
    await desk(page).getByRole('button', { name: 'Save this design' }).click();
    await until(() => names(page), (list) => list.length === listed.length + 2, 'one more');
    const others = (await saved(page)).filter(({ product }) => product !== 'oxford-shirt');
    assert.equal(others.length, name === 'of another product' ? 1 : 0, 'designs of other products are kept');
    await assertQuiet(page);
  });
}

test('designs of a later version are left alone, and what is saved lives on the page', async (t) => {
  const later = '{"v":2,"anything":true}';
  const page = await open(t, '/shirt.html', { init: [put(later)] });
  await openDesk(page);
  assert.match(await notice(page).textContent(), /later version/);
  await desk(page).getByRole('button', { name: 'Save this design' }).click();
  await until(() => names(page), (list) => list.length === 2, 'listed');
  assert.match(await notice(page).textContent(), /gone when you leave/);
  assert.equal(await stored(page, DESIGNS), later);
});

test('blocked and full storage: told in words, and the design is there until the page goes', async (t) => {
  for (const block of [
    () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }),
    () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  ]) {
    const page = await open(t, '/shirt.html', { init: [block] });
    await openDesk(page);
    await desk(page).getByRole('button', { name: 'Save this design' }).click();
    await until(() => notice(page).textContent(), (text) => /blocked or full/.test(text), 'told');
    assert.deepEqual(await names(page), ['As it is now', 'Oxford shirt 1']);
    assert.deepEqual(ours(page), []);
  }
});

test('a saved design that no longer fits is opened as far as it goes, with a word', async (t) => {
  const designs = JSON.stringify({ v: 1, designs: [entry({ selection: { fabric: 'velvet', collar: 'wing', buttons: 'two', pockets: 3 } })] });
  const page = await open(t, '/shirt.html', { init: [put(designs)] });
  await openDesk(page);
  await desk(page).getByRole('button', { name: 'Open: Old' }).click();
  await until(() => host(page).locator('.options > .notice').first().textContent(), (text) => /no longer offered/.test(text), 'told');
  const { fabric, collar, buttons } = await selection(page);
  assert.deepEqual([fabric, collar === 'wing' && buttons === 'two'], ['white', false], 'defaults, and rules hold');
});

test('fifty of a product, and then in words no more', async (t) => {
  const designs = JSON.stringify({ v: 1, designs: Array.from({ length: 50 }, (_, at) => entry({ id: `i${at}`, name: `N ${at}`, at })) });
  const page = await open(t, '/shirt.html', { init: [put(designs)] });
  await openDesk(page);
  assert.equal((await names(page)).length, 51);
  // Only what can be seen is drawn.
  const drawn = () => desk(page).locator('.look').evaluateAll((list) => list.filter((span) => span.shadowRoot).length);
  assert.ok(await until(drawn, (count) => count > 3, 'some are drawn') < 30);
  await desk(page).locator('.look').last().scrollIntoViewIfNeeded();
  await until(() => painting(desk(page).locator('.look').last()), (fills) => fills.length > 0, 'the last, once scrolled to');
  await desk(page).getByRole('button', { name: 'Save this design' }).click();
  await until(() => notice(page).textContent(), (text) => /Delete one first/.test(text), 'told');
});

// ---------------------------------------------------------------- compare

test('two side by side: pictures, prices, what differs, and one is taken', async (t) => {
  const page = await open(t, '/shirt.html');
  await choice(page, 'Fabric', 'Navy').check();
  await choice(page, 'Collar', 'Wing').check();
  await save(page, 'Dark');
  const dark = await picked(page);
  await tool(page, 'Start over').click();
  await openDesk(page);
  const both = desk(page).getByRole('button', { name: 'Compare the two' });
  assert.equal(await both.getAttribute('aria-disabled'), 'true');
  await desk(page).getByRole('checkbox', { name: 'Compare: As it is now' }).check();
  await desk(page).getByText('Compare', { exact: true }).last().click();
  await until(() => both.getAttribute('aria-disabled'), (off) => off === null, 'two are chosen');
  await both.click();
  const table = desk(page).getByRole('table');
  await table.waitFor();
  assert.deepEqual(await table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent).join(' | '))),
    ['Fabric | White | Navy', 'Collar | Kent | Wing', 'Buttons | Two large | Four']);
  assert.match(await desk(page).locator('.both').textContent(), /As it is now€89\.00.*Dark€95\.50/);
  await until(() => painting(desk(page).locator('.look').nth(1)), (fills) => fills.includes('#24355c'), 'its picture');
  await desk(page).getByRole('button', { name: 'Take this one: Dark' }).click();
  await desk(page).waitFor({ state: 'hidden' });
  assert.equal(await picked(page), dark);
  await assertQuiet(page);
});

// ---------------------------------------------------------------- another device

test('a QR code of the link; too long a link is told in words', async (t) => {
  const options = [{ id: 'words', title: 'Words', kind: 'text', max_chars: 1000 }];
  const shop = await serve(t, { '/p/mug.json': smallProduct({ options, views: [] }), '/': html(productForm({ product: '/p/mug.json' }), { head: await tag('data-shop="test" data-consent="off"') }) });
  const page = await open(t, `${shop}/`, { context: { colorScheme: 'dark', permissions: ['clipboard-read', 'clipboard-write'] } });
  const asked = () => page.record.requests.map((request) => request.url().split('/').pop()).filter((name) => /^haberdash_(designs|qr|more)/.test(name));
  assert.deepEqual(asked(), [], 'nothing of it is fetched before it is asked for');
  await tool(page, 'QR code').click();
  const code = desk(page).getByRole('img', { name: 'QR code of the link below' });
  await code.waitFor();
  const link = await host(page).evaluate(async (element) => (await window.Haberdash.configuration(element)).link);
  assert.equal(await desk(page).locator('.link').textContent(), link);
  assert.equal(await code.locator('rect').evaluate((rect) => getComputedStyle(rect).fill), 'rgb(255, 255, 255)', 'white, in the dark as well');
  // Its border: four modules on each side, of at least 29.
  const [, , width] = (await code.getAttribute('viewBox')).split(' ').map(Number);
  assert.ok(width >= 29 && (width - 8 - 21) % 4 === 0, `${width}`);
  assert.match(await code.locator('path').getAttribute('d'), /^M4 4h7v1h-7z/);
  await desk(page).getByRole('button', { name: 'Copy link to this design' }).click();
  await until(() => notice(page).textContent(), (text) => /Link copied/.test(text), 'copied');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  await page.keyboard.press('Escape');
  await host(page).getByLabel('Words').fill('x'.repeat(1000));
  await tool(page, 'QR code').click();
  await until(() => desk(page).textContent(), (text) => /too long for a QR code/.test(text), 'told');
  assert.equal(await code.count(), 0);
  assert.ok(new Set(asked()).size >= 3);
});

// ---------------------------------------------------------------- a picture to keep

const download = async (page) => {
  const [file] = await Promise.all([page.waitForEvent('download'), desk(page).getByRole('button', { name: 'Download picture' }).click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

test('where the page lets it be made the picture is a PNG, 1600 pixels wide, with letters and textures', async (t) => {
  const shop = await serve(t, { '/': html(productForm(), { head: await tag('data-shop="test" data-consent="off"') }) });
  const page = await open(t, `${shop}/`);
  await choice(page, 'Fabric', 'Navy gingham').check();
  await tool(page, 'Picture').click();
  const { name, bytes } = await download(page);
  assert.equal(name, 'oxford-shirt-front.png');
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1600, 2000]);
  // Of cloth with a pattern: many colours in the middle, nothing at the corner.
  const { corner, colours } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(700, 1000, 120, 120);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add(`${data[i] >> 5} ${data[i + 1] >> 5} ${data[i + 2] >> 5}`);
    return { corner: context.getImageData(1, 1, 1, 1).data[3], colours: seen.size };
  }, bytes.toString('base64'));
  assert.equal(corner, 0);
  assert.ok(colours > 6, `${colours} colours`);
  await until(() => notice(page).textContent(), (text) => text.trim() === '', 'nothing to say');
});

test('under a strict policy the picture is an SVG file that holds all it needs, and it is said', async (t) => {
  const shop = await serve(t, { '/': html(productForm(), { head: await tag('data-shop="test" data-consent="off"') }) }, { 'Content-Security-Policy': STRICT });
  const page = await open(t, `${shop}/`);
  await choice(page, 'Fabric', 'Navy gingham').check();
  await tool(page, 'Picture').click();
  const { name, bytes } = await download(page);
  assert.equal(name, 'oxford-shirt-front.svg');
  const text = bytes.toString();
  assert.match(text, /^<svg xmlns=/);
  assert.match(text, /href="data:image\/webp;base64,/);
  assert.doesNotMatch(text, /href="(?!data:|#)/, 'nothing is outside of it');
  await until(() => notice(page).textContent(), (text) => /SVG file/.test(text), 'told');
  const { violations } = await page.evaluate(() => window.__seen);
  assert.ok(violations.every((violation) => violation.startsWith('img-src data')), `${violations}`);
  assert.deepEqual(ours(page), []);
});

test('where files can be shared there is a button for it', async (t) => {
  const share = () => {
    navigator.canShare = ({ files }) => files.every(({ type }) => type === 'image/png');
    navigator.share = async ({ files }) => { window.__shared = files.map(({ name, size }) => [name, size > 10_000]); };
  };
  const shop = await serve(t, { '/': html(productForm(), { head: await tag('data-shop="test" data-consent="off"') }) });
  for (const init of [[], [share]]) {
    const page = await open(t, `${shop}/`, { init });
    await tool(page, 'Picture').click();
    await desk(page).getByRole('button', { name: 'Download picture' }).waitFor();
    const button = desk(page).getByRole('button', { name: 'Share picture' });
    assert.equal(await button.count(), init.length);
    if (init.length === 0) continue;
    await button.click();
    assert.deepEqual(await until(() => page.evaluate(() => window.__shared), Boolean, 'shared'), [['oxford-shirt-front.png', true]]);
  }
});

// ---------------------------------------------------------------- what can go wrong, and what can be seen

test('without the part the tools say so, and all else works', async (t) => {
  const page = await open(t, '/shirt.html', { routes: [[/haberdash_(designs\.wasm|more_en\.txt)/, (route) => route.abort()]] });
  await tool(page, 'Saved designs').click();
  await until(() => host(page).locator('.options > .notice').first().textContent(), (text) => text === 'This cannot be loaded now.', 'told');
  await choice(page, 'Fabric', 'Navy').check();
  await tool(page, 'Undo').click();
  assert.equal((await selection(page)).fabric, 'white');
});

test('a host that goes takes its windows with it', async (t) => {
  const page = await open(t, '/shirt.html');
  await openDesk(page);
  await page.evaluate((selector) => { window.__host = document.querySelector(selector); window.__host.remove(); }, CONFIGURATOR);
  await until(() => desk(page).count(), (count) => count === 0, 'no window');
  await page.evaluate(() => document.querySelector('form').prepend(window.__host));
  await settled(page);
  await openDesk(page);
  await assertQuiet(page);
});

async function axe(page) {
  const source = await readFile(path.join(ROOT, 'tests/e2e/node_modules/axe-core/axe.min.js'), 'utf8');
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: `${source}; undefined` });
  return page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, any }) => `${target.flat().join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`));
}

for (const [where, options] of [['light', { colorScheme: 'light' }], ['dark', { colorScheme: 'dark' }]]) {
  test(`axe finds nothing in the open windows, ${where}`, async (t) => {
    const page = await open(t, '/shirt.html', { context: options });
    await save(page, 'One');
    await openDesk(page);
    await desk(page).getByRole('button', { name: 'Rename: One' }).click();
    assert.deepEqual(await axe(page), [], 'the list');
    await page.keyboard.press('Enter');
    await desk(page).getByRole('checkbox').first().check();
    await desk(page).getByRole('checkbox').last().check();
    await desk(page).getByRole('button', { name: 'Compare the two' }).click();
    await desk(page).getByRole('button', { name: 'Back' }).waitFor();
    assert.deepEqual(await axe(page), [], 'side by side');
    await page.keyboard.press('Escape');
    await tool(page, 'QR code').click();
    await desk(page).getByRole('img').waitFor();
    assert.deepEqual(await axe(page), [], 'the code');
    await page.keyboard.press('Escape');
    await tool(page, 'Picture').click();
    await desk(page).getByRole('button', { name: 'Download picture' }).waitFor();
    assert.deepEqual(await axe(page), [], 'the picture');
  });
}

test('on a small phone, right to left: the windows fit, and what is tapped is large enough', async (t) => {
  const page = await open(t, '/rtl.html', { context: { viewport: { width: 360, height: 700 }, hasTouch: true, isMobile: true } });
  await host(page).locator('.tools').getByRole('button', { name: 'حفظ هذا التصميم' }).tap();
  await desk(page).getByRole('button', { name: 'حفظ هذا التصميم' }).tap();
  await until(() => desk(page).locator('.saved li').count(), (count) => count === 2, 'saved');
  for (const press of ['', 'مقارنة الاثنين']) {
    if (press) {
      for (const box of await desk(page).getByRole('checkbox').all()) await box.tap();
      await desk(page).getByRole('button', { name: press }).tap();
      await desk(page).locator('.both').waitFor();
    }
    const odd = await desk(page).evaluate((dialog) => [...dialog.querySelectorAll('button, input, label, .look')].map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])
      .filter(([, { left, right, width, height }]) => left < 0 || right > innerWidth || width < 20 || height < 20).map(([text]) => text));
    assert.deepEqual(odd, []);
    assert.ok(await desk(page).evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth), 'nothing is too wide');
  }
  assert.equal(await desk(page).locator('.configurator').evaluate((element) => getComputedStyle(element).direction), 'rtl');
});
