// The picture: photos painted by masks, letters on a path, small pictures of views, a closer look by pointer, touch and keyboard, and a picture that
// stays in sight on a phone.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import {
  CONFIGURATOR, ROOT, assertQuiet, choice, html, layoutShift, open, painted, productForm, seen, selection, serve, smallProduct, tag, until, useBrowser,
} from './lib.mjs';

useBrowser();

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };
const BAG = '/bag.html';

const inShadow = (page, run) => page.locator(CONFIGURATOR).evaluate(run);

/** Waits until the part with the closer look is there. */
const handy = (page, selector = CONFIGURATOR) => page.waitForFunction((selector) => document.querySelector(selector)?.shadowRoot.querySelector('.frame.lens'), selector);

const frameOf = (page) => page.locator(CONFIGURATOR).locator('.frame');
const zoomOf = (page) => inShadow(page, ({ shadowRoot: root }) => new DOMMatrix(getComputedStyle(root.querySelector('.frame > .picture')).transform).a);
const isZoomed = (page, scale = 1.001) => until(() => zoomOf(page), (zoom) => zoom > scale, 'the picture is zoomed');
const isWhole = (page) => until(() => zoomOf(page), (zoom) => zoom === 1, 'the picture is whole');

/** A point of the picture, in units of its view, as a point of the page. */
const pointOf = (page, x, y) => page.locator(CONFIGURATOR).evaluate((host, [x, y]) => {
  const svg = host.shadowRoot.querySelector('.frame > .picture');
  const { x: left, y: top } = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM());
  return { x: left, y: top };
}, [x, y]);

/** The colour that is painted at a point of the page. */
async function colourAt(page, { x, y }) {
  const shot = await page.screenshot({ clip: { x: Math.round(x) - 2, y: Math.round(y) - 2, width: 5, height: 5 } });
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob()).catch(() => null);
    const canvas = Object.assign(document.createElement('canvas'), { width: 5, height: 5 });
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, 5, 5).data;
    return [0, 1, 2].map((channel) => Math.round(pixels.filter((_, i) => i % 4 === channel).reduce((a, b) => a + b) / 25));
  }, shot.toString('base64'));
}

const quietly = { context: { viewport: { width: 1280, height: 1400 }, reducedMotion: 'reduce', bypassCSP: true } };

/** The question about remembering is out of the way. */
async function answered(page) {
  await page.getByRole('button', { name: 'No, thank you' }).click();
  await handy(page);
}

// ---------------------------------------------------------------- masks, widths, paths

test('a mask paints the bag and leaves the wall and the handles alone', async (t) => {
  const page = await open(t, BAG, quietly);
  await answered(page);
  const [bag, wall, handle] = [await pointOf(page, 400, 560), await pointOf(page, 60, 300), await pointOf(page, 290, 300)];
  const before = [await colourAt(page, bag), await colourAt(page, wall), await colourAt(page, handle)];
  await choice(page, 'Canvas', 'Navy').check();
  await painted(page);
  const after = [await colourAt(page, bag), await colourAt(page, wall), await colourAt(page, handle)];
  assert.ok(before[0][0] > 190 && after[0][0] < 90 && after[0][2] > after[0][0], `the bag is navy: ${before[0]} → ${after[0]}`);
  assert.deepEqual(after[1], before[1], 'the wall');
  assert.deepEqual(after[2], before[2], 'the handle');
});

test('folds darken and highlights lighten what is painted', async (t) => {
  const page = await open(t, BAG, quietly);
  await answered(page);
  await choice(page, 'Canvas', 'Rust').check();
  await painted(page);
  const at = async (x, y) => (await colourAt(page, await pointOf(page, x, y))).reduce((a, b) => a + b);
  const [fold, flat, ridge] = [await at(233, 469), await at(448, 610), await at(263, 476)];
  assert.ok(fold < flat - 60 && flat < ridge - 30, `${fold}, ${flat}, ${ridge}`);
  const modes = await inShadow(page, ({ shadowRoot: root }) => [...root.querySelectorAll('.frame > .picture > g')].map((group) => getComputedStyle(group).mixBlendMode).filter((mode) => mode !== 'normal'));
  assert.deepEqual(modes, ['multiply', 'screen']);
});

test('a print is as large on the bag as in the world', async (t) => {
  const page = await open(t, BAG);
  await choice(page, 'Canvas', 'Leaves').check();
  await painted(page);
  // 120 mm of cloth, and 0.7 mm are one unit of the view.
  const width = await inShadow(page, ({ shadowRoot: root }) => root.querySelector('.frame pattern[patternUnits]').getAttribute('width'));
  assert.equal(width, String(Math.round(120 / 0.7)));
});

test('letters stand on the arch, each turned, and more of them are smaller until they cannot be read', async (t) => {
  const page = await open(t, BAG);
  const field = page.getByRole('textbox', { name: 'Curved line' });
  const letters = () => inShadow(page, ({ shadowRoot: root }) => {
    const path = root.querySelector('.frame .opens > path, .frame .plain > path');
    return path && { height: path.getBBox().height * path.getCTM().a, box: path.getBoundingClientRect().width, d: path.getAttribute('d').length };
  });
  await field.fill('OTTERBY');
  const few = await until(letters, Boolean, 'letters are drawn');
  await field.fill('OTTERBY AND DAUGHTERS, QUAY');
  const problem = page.locator(CONFIGURATOR).locator('.problem');
  const refused = await until(letters, (now) => now && now.d > few.d, 'more letters are drawn');
  assert.ok(refused.box > few.box, 'they take more of the arch');
  assert.deepEqual((await problem.allTextContents()).filter(Boolean), ['“,” cannot be used here.']);
  await assertQuiet(page);
});

test('what would be too small to read is said, and unsaid', async (t) => {
  const page = await open(t, BAG);
  const field = page.getByRole('textbox', { name: 'Curved line' });
  const said = async () => (await page.locator(CONFIGURATOR).locator('.problem').allTextContents()).filter(Boolean);
  await field.fill('THE QUICK BROWN FOX AND THE DOG!');
  await until(said, (list) => list.length === 1 && list[0].startsWith('Too long'), 'it says so');
  await field.fill('FOX');
  await until(said, (list) => list.length === 0, 'it says nothing any more');
});

// ---------------------------------------------------------------- views

const thumbs = (page, selector = CONFIGURATOR) => page.locator(selector).evaluate((host) => [...host.shadowRoot.querySelectorAll('.views button')].map((button) => {
  const small = button.querySelector('.thumb')?.shadowRoot;
  return { name: button.textContent, pressed: button.getAttribute('aria-pressed'), layers: small?.querySelectorAll('svg > g').length ?? 0, paint: small?.querySelector('svg > g[fill]')?.getAttribute('fill') };
}));

test('each view has a small picture, which follows a pick after the click', async (t) => {
  const page = await open(t, BAG);
  await handy(page);
  const all = await until(() => thumbs(page), (list) => list.length === 2 && list.every((view) => view.layers > 4), 'both are drawn');
  assert.deepEqual(all.map(({ name, pressed }) => [name, pressed]), [['Front', 'true'], ['Back', 'false']]);
  const first = all.map((view) => view.paint);
  // In the very click nothing small is drawn.
  const within = await inShadow(page, ({ shadowRoot: root }) => {
    const small = root.querySelector('.views .thumb').shadowRoot.querySelector('svg');
    let seen = 0;
    const watch = new MutationObserver((list) => { seen += list.length; });
    watch.observe(small, { subtree: true, childList: true, attributes: true });
    root.querySelector('[data-change="pick 0"] input[value="10"], [data-change^="pick 0"] input:not(:checked)').click();
    const inClick = watch.takeRecords().length + seen;
    watch.disconnect();
    return inClick;
  });
  assert.equal(within, 0);
  await until(() => thumbs(page), (list) => list.every((view, i) => view.paint !== first[i]), 'both follow');
  await assertQuiet(page);
});

test('arrow keys go from view to view, and Enter shows it', async (t) => {
  const page = await open(t, BAG);
  await handy(page);
  await page.getByRole('button', { name: 'Front' }).focus();
  await page.keyboard.press('ArrowRight');
  const focused = () => inShadow(page, ({ shadowRoot: root }) => root.activeElement?.textContent);
  assert.equal(await focused(), 'Back');
  await page.keyboard.press('Enter');
  await until(() => thumbs(page), (list) => list[1].pressed === 'true', 'the back is shown');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(), 'Front');
});

test('art that is missing for another view does no harm until that is asked for', async (t) => {
  const page = await open(t, BAG, { routes: [['**/art/bag/back.svg', (route) => route.fulfill({ status: 404, body: '' })]] });
  await handy(page);
  await until(() => thumbs(page), (list) => list[0].layers > 4, 'the front is drawn');
  assert.deepEqual(page.record.console.filter(({ text }) => text.startsWith('[haberdash]')), []);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByText('The picture cannot be shown.').waitFor();
});

test('a drawing is read as it is written: with a mark in front, in letters of several bytes, in Latin-1, and where it is broken it is told where', async (t) => {
  // Files are read some thousand bytes at a time: with names as long, pieces end in the middle of letters.
  const long = (letter, bytes) => letter.repeat(bytes / Buffer.from(letter).length);
  const drawing = (name, more = '') => `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${more}<g id="${name}"><path d="M20 20H80V80H20Z"/></g></svg>\n`;
  const files = {
    marked: ['größe', Buffer.from('\ufeff' + drawing('größe'))],
    two: [long('ß', 9_000), Buffer.from(drawing(long('ß', 9_000)))],
    three: [`a${long('編', 12_000)}`, Buffer.from(drawing(`a${long('編', 12_000)}`))],
    four: [long('🧵', 16_000), Buffer.from(drawing(long('🧵', 16_000), '<!-- - > -->'))],
    latin: ['größe', Buffer.from(drawing('größe'), 'latin1')],
    // What is no letter of any kind takes no longer than letters.
    odd: ['größe', Buffer.from(drawing('größe', `<!--${'\x80'.repeat(300_000)}-->`), 'latin1')],
    many: ['cup', Buffer.from(drawing('cup', '<defs>' + '<clipPath id="c"><path d="M0 0H1Z"/></clipPath>'.repeat(900) + '</defs>'))],
  };
  const pages = {}, head = await tag('');
  for (const [name, [part, body]] of Object.entries(files)) {
    pages[`/art/${name}.svg`] = { body };
    pages[`/p/${name}.json`] = smallProduct({ views: [{ id: 'front', title: 'Front', art: `/art/${name}.svg`, layers: [{ part, paint: 'colour' }] }] });
    pages[`/${name}.html`] = html(productForm({ product: `/p/${name}.json` }), { head });
  }
  pages['/art/broken.svg'] = { body: drawing('cup', '<g>\n'.repeat(3_000)) };
  pages['/p/broken.json'] = smallProduct({ views: [{ id: 'front', title: 'Front', art: '/art/broken.svg', layers: [{ part: 'cup', paint: 'colour' }] }] });
  pages['/broken.html'] = html(productForm({ product: '/p/broken.json' }), { head });
  const shop = await serve(t, pages);
  for (const name of Object.keys(files)) {
    const page = await open(t, `${shop}/${name}.html`);
    const drawn = await inShadow(page, ({ shadowRoot: root }) => root.querySelector('.frame > .picture > g path')?.getAttribute('d'));
    assert.equal(drawn, 'M20 20H80V80H20Z', name);
    await assertQuiet(page);
    await page.close();
  }
  const page = await open(t, `${shop}/broken.html`);
  await page.getByText('The picture cannot be shown.').waitFor();
  const told = await until(async () => page.record.console.map(({ text }) => text).join(), (text) => text.includes('broken.svg'), 'it is told');
  assert.match(told, /not well-formed XML at line 3001, column/);
});

// ---------------------------------------------------------------- a closer look

test('by buttons: larger, smaller, whole; a view begins whole', async (t) => {
  const page = await open(t, BAG, quietly);
  await answered(page);
  const button = (name) => page.getByRole('button', { name });
  assert.equal(await zoomOf(page), 1);
  await button('Zoom in').click();
  assert.ok(Math.abs(await zoomOf(page) - 1.6) < 0.01);
  await button('Zoom in').click();
  await button('Zoom out').click();
  assert.ok(Math.abs(await zoomOf(page) - 1.6) < 0.01);
  await button('Whole picture').click();
  assert.equal(await zoomOf(page), 1);
  assert.equal(await button('Zoom out').getAttribute('aria-disabled'), 'true');
  for (let i = 0; i < 4; i += 1) await button('Zoom in').click();
  assert.equal(await button('Zoom in').getAttribute('aria-disabled'), 'true');
  assert.equal(await zoomOf(page), 6, 'no more than six times');
  await button('Back').click();
  await isWhole(page);
  await button('Front').click();
  await isWhole(page);
  await assertQuiet(page);
});

test('a double click looks closer at its point, and opens nothing; a single one opens', async (t) => {
  const page = await open(t, BAG, quietly);
  await answered(page);
  const point = await pointOf(page, 300, 560);
  await page.mouse.dblclick(point.x, point.y);
  await isZoomed(page, 2.4);
  const there = await pointOf(page, 300, 560);
  assert.ok(Math.hypot(there.x - point.x, there.y - point.y) < 2, 'the point stays where it is');
  await page.mouse.dblclick(point.x, point.y);
  await isWhole(page);
  const focused = () => inShadow(page, ({ shadowRoot: root }) => root.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent ?? '');
  assert.equal(await focused(), '', 'no option was opened');
  await page.mouse.click(point.x, point.y);
  await until(focused, (name) => name.startsWith('Canvas'), 'the canvas is opened');
  const handle = await pointOf(page, 290, 300);
  await page.mouse.click(handle.x, handle.y);
  await until(focused, (name) => name.startsWith('Handles'), 'the handles are opened');
});

test('a drag moves the picture, within its edges, and opens nothing', async (t) => {
  const page = await open(t, BAG, quietly);
  await answered(page);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await isZoomed(page);
  const point = await pointOf(page, 400, 500);
  await page.mouse.move(point.x, point.y);
  await page.mouse.down();
  await page.mouse.move(point.x + 40, point.y + 30, { steps: 4 });
  await page.mouse.up();
  const there = await pointOf(page, 400, 500);
  assert.ok(Math.abs(there.x - point.x - 40) < 1.5 && Math.abs(there.y - point.y - 30) < 1.5, JSON.stringify([point, there]));
  await page.mouse.down();
  await page.mouse.move(point.x + 700, point.y + 30, { steps: 5 });
  await page.mouse.up();
  const edges = await inShadow(page, ({ shadowRoot: root }) => [root.querySelector('.frame'), root.querySelector('.frame > .picture')].map((element) => element.getBoundingClientRect().left));
  assert.ok(Math.abs(edges[0] - edges[1]) < 1, 'the left edge does not come into the frame');
  await afterClicks(page);
  assert.equal(await inShadow(page, ({ shadowRoot: root }) => root.activeElement?.closest('fieldset')?.textContent ?? ''), '', 'nothing was opened');
});

test('the wheel scrolls the page, and zooms with Ctrl or once zoomed', async (t) => {
  const page = await open(t, BAG, quietly);
  await answered(page);
  const point = await pointOf(page, 400, 200);
  await page.mouse.move(point.x, point.y);
  await page.mouse.wheel(0, 120);
  await until(() => page.evaluate(() => scrollY), (y) => y > 60, 'the page scrolled');
  assert.equal(await zoomOf(page), 1);
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await isZoomed(page);
  const before = await zoomOf(page);
  await page.mouse.wheel(0, -100);
  await isZoomed(page, before + 0.05);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test('by keys: + − 0, and arrows once zoomed', async (t) => {
  const page = await open(t, BAG, quietly);
  await answered(page);
  await frameOf(page).focus();
  await page.keyboard.press('+');
  await isZoomed(page);
  const before = await pointOf(page, 400, 500);
  await page.keyboard.press('ArrowRight');
  const after = await pointOf(page, 400, 500);
  assert.ok(Math.abs(before.x - after.x - 60) < 1.5, 'an arrow key moves it');
  await page.keyboard.press('-');
  await isWhole(page);
  await page.keyboard.press('=');
  await isZoomed(page);
  await page.keyboard.press('0');
  await isWhole(page);
});

/** Later than what a single click does. */
const afterClicks = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 400)));

/** Touches as a phone sends them. */
async function fingers(page) {
  const client = await page.context().newCDPSession(page);
  return (type, ...points) => client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
}

test('by fingers: two zoom and move, one drags when zoomed, two taps zoom, one tap opens', async (t) => {
  const page = await open(t, BAG, { context: { ...PHONE, reducedMotion: 'reduce' } });
  await answered(page);
  await frameOf(page).scrollIntoViewIfNeeded();
  const touch = await fingers(page);
  const { x, y } = await pointOf(page, 400, 560);
  await touch('touchStart', [x - 20, y], [x + 20, y]);
  for (const far of [30, 40, 50, 60]) await touch('touchMove', [x - far, y], [x + far, y]);
  await touch('touchEnd');
  await isZoomed(page, 2.5);
  assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'the page is not zoomed');
  const before = await pointOf(page, 400, 560);
  await touch('touchStart', [x, y]);
  for (const far of [10, 20, 30]) await touch('touchMove', [x + far, y]);
  await touch('touchEnd');
  const after = await pointOf(page, 400, 560);
  assert.ok(after.x - before.x > 15, `${before.x} → ${after.x}`);
  // A tap in the moment of a drag's end would only end its gliding.
  await afterClicks(page);
  await page.getByRole('button', { name: 'Whole picture' }).tap();
  await isWhole(page);
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
  await isZoomed(page, 2.4);
  // A third tap in the same moment would be one of the row.
  await afterClicks(page);
  await page.getByRole('button', { name: 'Whole picture' }).tap();
  await isWhole(page);
  await afterClicks(page);
  const handle = await pointOf(page, 290, 300);
  await page.touchscreen.tap(handle.x, handle.y);
  await until(() => inShadow(page, ({ shadowRoot: root }) => root.activeElement?.closest('fieldset')?.querySelector('legend')?.textContent ?? ''), (name) => name.startsWith('Handles'), 'a tap opens');
});

test('one finger on the whole picture scrolls the page', async (t) => {
  const page = await open(t, BAG, { context: PHONE });
  await answered(page);
  assert.equal(await inShadow(page, ({ shadowRoot: root }) => getComputedStyle(root.querySelector('.frame')).touchAction), 'pan-x pan-y');
  await page.getByRole('button', { name: 'Zoom in' }).tap();
  await until(() => inShadow(page, ({ shadowRoot: root }) => getComputedStyle(root.querySelector('.frame')).touchAction), (value) => value === 'none', 'it is the picture that moves');
});

test('over the theme\'s picture as well', async (t) => {
  const page = await open(t, '/shirt.html', { context: { reducedMotion: 'reduce' } });
  await handy(page, '[data-haberdash-picture]');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  const zoom = () => page.locator('[data-haberdash-picture]').evaluate((host) => new DOMMatrix(getComputedStyle(host.shadowRoot.querySelector('.frame > .picture')).transform).a);
  await until(zoom, (scale) => scale > 1.5, 'it is zoomed');
  await until(() => thumbs(page, '[data-haberdash-picture]'), (list) => list.length === 2 && list.every((view) => view.layers > 3), 'small pictures are drawn');
  await assertQuiet(page);
});

// ---------------------------------------------------------------- in sight

test('on a phone the picture stays in sight while options are picked, and takes less than half of the screen', async (t) => {
  const page = await open(t, BAG, { context: PHONE });
  await answered(page);
  await choice(page, 'Print colour', 'Gold').scrollIntoViewIfNeeded();
  const box = await inShadow(page, ({ shadowRoot: root }) => { const { top, bottom } = root.querySelector('.stage').getBoundingClientRect(); return [top, bottom]; });
  assert.ok(Math.abs(box[0]) < 1 && box[1] <= 780 * 0.46, `the stage is at ${box}`);
  const picked = choice(page, 'Print colour', 'Gold');
  await picked.focus();
  const { y } = await picked.boundingBox();
  assert.ok(y > box[1] - 1, 'what has the keyboard is not below it');
});

test('where a screen is low the picture scrolls away', async (t) => {
  const page = await open(t, BAG, { context: { viewport: { width: 740, height: 360 }, hasTouch: true, isMobile: true } });
  assert.equal(await inShadow(page, ({ shadowRoot: root }) => getComputedStyle(root.querySelector('.stage')).position), 'static');
});

for (const [name, viewport] of [['desktop', { width: 1280, height: 900 }], ['phone', PHONE.viewport]]) {
  test(`layout shift is 0 and axe finds nothing, on a ${name}`, async (t) => {
    const page = await open(t, BAG, { context: { viewport } });
    await handy(page);
    await until(() => thumbs(page), (list) => list.every((view) => view.layers > 4), 'small pictures are drawn');
    await painted(page);
    assert.deepEqual(await layoutShift(page), []);
    const axe = await readFile(path.join(ROOT, 'tests/e2e/node_modules/axe-core/axe.min.js'), 'utf8');
    await (await page.context().newCDPSession(page)).send('Runtime.evaluate', { expression: `${axe}; undefined` });
    const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]));
    assert.deepEqual(violations, []);
    assert.deepEqual((await seen(page)).violations, []);
  });
}

test('what is pointed at glows where it opens something', async (t) => {
  const page = await open(t, BAG);
  await answered(page);
  const { x, y } = await pointOf(page, 400, 480);
  await page.mouse.move(x, y);
  await until(() => inShadow(page, ({ shadowRoot: root }) => [...root.querySelectorAll('.frame .opens')].map((group) => getComputedStyle(group).filter).filter((filter) => filter !== 'none')), (list) => list.length === 1 && list[0].startsWith('drop-shadow'), 'the body glows');
  assert.equal((await selection(page)).canvas, 'natural');
});
