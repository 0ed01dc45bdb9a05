// What can be seen and reached: no layout shift, no accessibility fault, keyboard, touch, contrast themes, right to left, small screens.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { test } from 'node:test';
import { CDN, CONFIGURATOR, ROOT, SHOP, STRIP, assertQuiet, choice, formData, go, layoutShift, open, painted, selection, settled, useBrowser, until } from './lib.mjs';

useBrowser();

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

// ---------------------------------------------------------------- layout shift

// The widget comes only after the page was painted, as on a slow line: else there would be nothing to shift.
const late = [`${CDN}/**/haberdash_app_bg.wasm`, async (route) => {
  const page = route.request().frame().page();
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  await painted(page);
  await route.continue();
}];

/** Neither the page nor a control of a widget reaches beyond the screen. */
async function assertFits(page) {
  const { wide, width } = await page.evaluate(() => ({ wide: document.scrollingElement.scrollWidth, width: document.documentElement.clientWidth }));
  assert.ok(wide <= width, `${wide} > ${width}`);
  const outside = await page.locator(CONFIGURATOR).evaluateAll((hosts) => hosts.flatMap((host) => [...host.shadowRoot.querySelectorAll('button, label, fieldset, input[type=text], summary')])
    .filter((element) => { const box = element.getBoundingClientRect(); return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1); }).map((element) => element.outerHTML.slice(0, 120)));
  assert.deepEqual(outside, []);
}

for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
  for (const address of ['/', '/shirt.html', '/product.html?id=SH-005', '/rtl.html']) {
    test(`on a ${size} nothing is too wide, and layout shift is 0: ${address}`, async (t) => {
      const page = await open(t, address, { context: { viewport }, routes: [late] });
      await painted(page);
      const shifts = await layoutShift(page);
      await assertFits(page);
      assert.deepEqual(shifts, []);
    });
  }
}

// A slow processor paints between what comes one after the other: a style sheet, marks of what is picked, a place that is measured.
for (const address of ['/mug.html', '/poster.html', '/sneaker.html', '/bag.html', '/thanks.html']) {
  test(`layout shift is 0 on a slow processor: ${address}`, async (t) => {
    const page = await open(t, null, { context: { viewport: DESKTOP } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await go(page, address);
    // What comes after the first picture as well: small pictures, what looks closer.
    await page.waitForLoadState('networkidle');
    await painted(page);
    assert.deepEqual(await layoutShift(page), []);
  });
}

// Whatever is painted between a picture's coming and what is drawn into it: without a box it is 150 pixels high, and what is below moves up and down.
test('a picture comes into the page with its box and its layers', async (t) => {
  const page = await open(t, null, { context: { viewport: DESKTOP } });
  await page.addInitScript(() => {
    // yew lets the browser paint when its work took long: by this clock, whenever it may.
    const { now } = Date;
    let late = 0;
    Date.now = () => now() + (late += 20);
    window.pictures = []; // of each: has it a box, has it layers
    const seen = new MutationObserver((records) => {
      for (const svg of records.flatMap((record) => [...record.addedNodes]).filter((node) => node.matches?.('.picture'))) {
        window.pictures.push([svg.getAttribute('viewBox') !== null, svg.querySelectorAll('g').length > 0]);
      }
    });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function attach(how) {
      const root = attachShadow.call(this, how);
      seen.observe(root, { childList: true, subtree: true });
      return root;
    };
  });
  await go(page, '/bag.html');
  await page.locator(CONFIGURATOR).getByRole('button', { name: 'Back' }).click();
  const pictures = await until(() => page.evaluate(() => window.pictures), (seen) => seen.length > 1, 'the pictures of two views');
  assert.deepEqual(pictures.filter(([box, layers]) => !box || !layers), []);
});

// A parser stops where it likes, and so does a network: what is painted by then must not move.
test('layout shift is 0 where the first line of a page comes in two pieces', async (t) => {
  let halted = 0;
  const server = createServer(async (request, response) => {
    const from = await fetch(SHOP + request.url);
    const body = Buffer.from(await from.arrayBuffer());
    const cut = body.indexOf('</span> <small>') + '</span> <small>'.length;
    response.writeHead(from.status, { 'Content-Type': from.headers.get('content-type') });
    if (request.url !== '/poster.html') return response.end(body);
    response.write(body.subarray(0, cut));
    halted += 1;
    return setTimeout(() => response.end(body.subarray(cut)), 700);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => { server.closeAllConnections(); server.close(); });
  const page = await open(t, null, { context: { viewport: DESKTOP } });
  await page.goto(`http://127.0.0.1:${server.address().port}/poster.html`, { waitUntil: 'load' });
  await painted(page);
  assert.equal(halted, 1);
  assert.match(await page.locator('a.name').innerText(), /Otterby\s+& Daughters/);
  assert.deepEqual(await layoutShift(page), []);
});

for (const address of ['/two.html', '/cart.html']) {
  test(`on a phone nothing is too wide: ${address}`, async (t) => assertFits(await open(t, address, { context: { viewport: PHONE } })));
}

test('layout shift 0 below the fold as well, once scrolled to', async (t) => {
  const page = await open(t, '/shirt.html', { context: { viewport: PHONE }, routes: [late] });
  await page.locator(STRIP).last().scrollIntoViewIfNeeded();
  await painted(page);
  assert.deepEqual(await layoutShift(page), []);
});

// ---------------------------------------------------------------- accessibility

for (const address of ['/', '/shirt.html', '/product.html?id=SH-005', '/cart.html', '/rtl.html', '/two.html']) {
  test(`axe finds nothing, light and dark: ${address}`, async (t) => {
    const page = await open(t, null, { context: { colorScheme: 'light' } });
    await go(page, address);
    // A page may say what it is about only after its strips were ranked.
    await until(() => page.locator(`${STRIP}, ${CONFIGURATOR}`).evaluateAll((hosts) => hosts.every((host) => host.shadowRoot || host.getAttribute('data-haberdash-state') === 'empty')), Boolean, 'all mounted');
    // The panel and the price's parts are content too.
    await page.locator(`${STRIP}, ${CONFIGURATOR}`).evaluateAll((hosts) => hosts.forEach((host) => host.shadowRoot?.querySelectorAll('details').forEach((details) => { details.open = true; })));
    const axe = await readFile(path.join(ROOT, 'tests/e2e/node_modules/axe-core/axe.min.js'), 'utf8');
    // Neither a script tag nor eval passes the page's policy.
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: `${axe}; undefined` });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await painted(page);
      const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
        .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, any }) => `${target.flat().join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`));
      assert.deepEqual(violations, [], colorScheme);
    }
  });
}

/** The focused element through all shadow roots: what it is and what it is called. The shadow of an input says that it is picked. */
const focus = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const group = element.closest('fieldset')?.querySelector('legend')?.firstChild?.textContent;
  const style = getComputedStyle(element);
  const marked = [element, element.nextElementSibling, element.parentElement].some((part) => part && getComputedStyle(part).outlineStyle !== 'none') || (element.localName !== 'input' && style.boxShadow !== 'none');
  return {
    what: element.localName, group, marked, id: element.id,
    name: element.getAttribute('aria-label') || element.labels?.[0]?.textContent.trim() || element.textContent.trim().slice(0, 80),
  };
});

/** Presses Tab until `found`; each stop on the way must show where the keyboard is. */
async function tabTo(page, what, found) {
  const passed = [];
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    passed.push(`${now.what} ${now.group ?? ''} ${now.name}`);
    if (now.what !== 'body') assert.ok(now.marked, `the focus cannot be seen on ${passed.at(-1)}`);
    if (found(now)) return now;
  }
  return assert.fail(`Tab never reaches ${what}: ${passed.join(' > ')}`);
}

test('the keyboard alone buys a shirt', async (t) => {
  const page = await open(t, '/shirt.html');
  await tabTo(page, 'the fabric', ({ group }) => group === 'Fabric');
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowRight');
  await tabTo(page, 'the collar', ({ group }) => group === 'Collar');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'the buttons', ({ group }) => group === 'Buttons');
  await page.keyboard.press('ArrowRight');
  assert.equal((await focus(page)).name, 'Four, +€1.50', 'the keyboard stays where the pick is');
  const { fabric, collar, buttons } = await selection(page);
  assert.deepEqual({ fabric, collar, buttons }, { fabric: 'navy', collar: 'cutaway', buttons: 'four' });
  await tabTo(page, 'the monogram', ({ name }) => name === 'Monogram');
  await page.keyboard.type('OD');
  await tabTo(page, 'the price', ({ what, name }) => what === 'summary' && name.startsWith('Price'));
  await page.keyboard.press('Enter');
  assert.ok(await page.locator(CONFIGURATOR).getByText('Base price').isVisible(), 'Enter opens the parts of the price');
  await tabTo(page, 'the button', ({ what, name }) => what === 'button' && name === 'Add to basket');
  await page.keyboard.press('Space');
  await page.locator('#notice a').waitFor({ state: 'visible' });
  await tabTo(page, 'the way to the basket', ({ what, name }) => what === 'a' && name === 'View basket');
  await page.keyboard.press('Enter');
  await page.waitForURL(/cart\.html/);
  assert.equal(await page.locator('#lines .unit').textContent(), '€94.50 each');
  assert.match(await page.locator('#lines .properties').textContent(), /FabricNavy.*CollarCutaway.*ButtonsFour.*MonogramOD/);
});

test('a choice that has the keyboard wears one ring, in the shape of what is seen', async (t) => {
  const page = await open(t, '/shirt.html');
  const rings = (input) => input.evaluate((input) => [input, ...input.parentElement.querySelectorAll('.chip'), input.parentElement]
    .map((element) => [element.className || element.localName, getComputedStyle(element)]).filter(([, style]) => style.outlineStyle !== 'none' && style.outlineWidth === '3px').map(([name]) => name));
  const swatch = choice(page, 'Fabric', 'White'), card = choice(page, 'Buttons', 'Two large');
  // The swatch's is round as its chip, the card's goes around the card.
  for (const [input, seen] of [[swatch, '.chip'], [card, '.choice']]) {
    await input.focus();
    // Focus that a script gives is shown once the keyboard has been used.
    await page.keyboard.press('Shift');
    const found = await rings(input);
    assert.equal(found.length, 1, `rings on ${found}`);
    assert.equal(found[0], 'input');
    const [ring, shape] = await input.evaluate((input, seen) => [input, input.closest('.choice').querySelector(seen) ?? input.closest(seen)].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect(), border = parseFloat(getComputedStyle(element).borderTopWidth);
      // The radio button of a swatch is larger than its chip by the ring of what is picked, 4 pixels.
      const around = element === input ? 0 : 4;
      return { box: seen === '.chip' ? [x - around, y - around, width + 2 * around, height + 2 * around] : [x + border * (element !== input), y + border * (element !== input), width - 2 * border, height - 2 * border], radius: getComputedStyle(element).borderTopLeftRadius };
    }), seen);
    assert.deepEqual(ring, shape);
  }
});

test('the strip and its panel are reached and used by keyboard', async (t) => {
  const page = await open(t, '/product.html?id=SH-005');
  const summary = page.locator(STRIP).first().locator('details.rights summary');
  await page.locator(STRIP).first().locator('.item a').last().focus();
  await tabTo(page, 'the panel', ({ what, name }) => what === 'summary' && name === 'What is remembered');
  await page.keyboard.press('Enter');
  await tabTo(page, 'forgetting', ({ name }) => name.startsWith('Forget: '));
  await page.keyboard.press('Space');
  await until(() => page.evaluate(async () => (await window.Haberdash.history()).events?.length ?? 0), (count) => count === 0, 'forgotten');
  assert.notEqual((await focus(page)).what, 'body', 'the keyboard is not sent back to the start');
  assert.ok(await summary.isVisible());
});

test('what is checked has a ring around its chip, which lies in the box of its own radio button', async (t) => {
  // A ring beyond that box changes what the browser lays out in layers, and each pick waits for that.
  for (const [path, kinds] of [['/shirt.html', ['swatch']], ['/skin.html', ['grid', 'texture']]]) {
    const page = await open(t, path);
    for (const kind of kinds) {
      const group = page.locator(CONFIGURATOR).locator(`.option.${kind}`).first();
      await group.scrollIntoViewIfNeeded();
      await group.locator('.choice input:not(:checked)').first().click();
      const checked = group.locator('.choice:has(input:checked)');
      await checked.waitFor();
      const found = await checked.evaluate((label) => {
        const input = label.querySelector('input'), style = getComputedStyle(input);
        const [ring, chip] = [input, label.querySelector('.chip')].map((element) => element.getBoundingClientRect());
        return { shadow: style.boxShadow, outline: style.outlineStyle, gaps: [chip.left - ring.left, chip.top - ring.top, ring.right - chip.right, ring.bottom - chip.bottom].map(Math.round) };
      });
      assert.match(found.shadow, /\b0px 0px 0px 2px inset$/, kind);
      assert.equal(found.outline, 'none', kind);
      assert.deepEqual(found.gaps, [4, 4, 4, 4], kind);
    }
  }
});

test('what is checked can be told in forced colours', async (t) => {
  const page = await open(t, '/shirt.html', { context: { forcedColors: 'active' } });
  const outlines = await page.locator(CONFIGURATOR).evaluate((host) => [...host.shadowRoot.querySelectorAll('.choice')].map((label) => {
    const marks = [label, label.querySelector('input')].map((element) => getComputedStyle(element)).filter((style) => style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2);
    return { checked: label.querySelector('input').checked, outlined: marks.length > 0, name: label.querySelector('input').getAttribute('aria-label') };
  }));
  assert.ok(outlines.filter(({ checked }) => checked).length >= 7);
  for (const { checked, outlined, name } of outlines) assert.equal(outlined, checked, name);
  const chip = page.locator(CONFIGURATOR).locator('.choice').filter({ has: page.locator('[aria-label="Navy"]') }).first().locator('.chip');
  assert.equal(await chip.evaluate((element) => getComputedStyle(element).backgroundColor), 'rgb(36, 53, 92)', 'a chip keeps its own colour');
});

test('right to left: direction and words of the page’s language', async (t) => {
  const page = await open(t, '/rtl.html');
  for (const selector of [CONFIGURATOR, STRIP]) {
    const top = page.locator(selector).first().locator('[part=configurator], [part=strip]');
    assert.equal(await top.getAttribute('dir'), 'rtl', selector);
    assert.equal((await top.getAttribute('lang')).split('-')[0], 'ar');
    assert.equal(await top.evaluate((element) => getComputedStyle(element).direction), 'rtl');
  }
  const words = page.locator(CONFIGURATOR).locator('.configurator');
  for (const text of ['السعر', 'القماش', 'الياقة', 'الأزرار', 'البدء من جديد']) assert.ok(await words.getByText(text).first().isVisible(), text);
  assert.ok(await page.locator(STRIP).first().getByText('ما يتم تذكره').isVisible());
  // The first chip is on the right.
  const [first, second] = await words.locator('.swatch .choice').evaluateAll((list) => list.slice(0, 2).map((label) => label.getBoundingClientRect().x));
  assert.ok(first > second);
  // Arrow keys follow the writing, and the form speaks the page's language.
  await words.getByRole('radio', { name: 'أبيض', exact: true }).first().focus();
  await page.keyboard.press('ArrowDown');
  assert.equal((await selection(page)).fabric, 'ivory');
  const fields = new Map(await formData(page));
  assert.equal(fields.get('properties[القماش]'), 'عاجي');
});

test('who wants less motion gets no smooth scrolling', async (t) => {
  const page = await open(t, '/', { context: { reducedMotion: 'reduce' } });
  const behaviour = () => page.locator(STRIP).first().locator('.cards').evaluate((list) => getComputedStyle(list).scrollBehavior);
  assert.equal(await behaviour(), 'auto');
  const moving = await page.locator(STRIP).first().evaluate((host) => [...host.shadowRoot.querySelectorAll('*')].filter((element) => {
    const style = getComputedStyle(element);
    return style.animationName !== 'none' || !/^0s(, 0s)*$/.test(style.transitionDuration);
  }).length);
  assert.equal(moving, 0);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  assert.equal(await behaviour(), 'smooth');
});

test('a tap picks, and what is tapped is large enough', async (t) => {
  const page = await open(t, '/shirt.html', { context: { viewport: PHONE, hasTouch: true, isMobile: true } });
  const chip = choice(page, 'Fabric', 'Navy');
  await chip.scrollIntoViewIfNeeded();
  await chip.tap();
  assert.ok(await chip.isChecked());
  assert.equal((await selection(page)).fabric, 'navy');
  await page.locator('#gallery + div').locator('.frame > svg').scrollIntoViewIfNeeded();
  const body = page.locator('#gallery + div').locator('.frame > svg g:has(> #body)');
  await until(() => body.getAttribute('fill'), (fill) => fill === '#24355c', 'the picture follows');
  const small = await page.locator(CONFIGURATOR).evaluate((host) => [...host.shadowRoot.querySelectorAll('button:not([hidden]), label.choice, summary, input[type=text]')]
    .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()]).filter(([, { width, height }]) => width < 24 || height < 24).map(([text]) => text));
  assert.deepEqual(small, []);
  await settled(page);
  await assertQuiet(page);
});
