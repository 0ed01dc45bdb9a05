// Foreign pages: another origin, strict policies, hostile styles and scripts, broken files, missing storage.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { haberdash } from './command.mjs';
import {
  CDN, CONFIGURATOR, DIST, FALLBACK, MUG_ART, PAGES, STRICT, STRIP, assertQuiet, catalogue, choice, claim, formData, go, history, html, inState, open, ours, painted, productForm,
  seen, selection, serve, settled, smallProduct, stored, tag, until, useBrowser,
} from './lib.mjs';

useBrowser();

const HOST = '#host';
const KEY = 'haberdash:v1:test';
const TAG = 'data-shop="test" data-catalog="/catalog.json"';
const STRIP_HOST = '<div id="strip" data-haberdash="recommendations"><p>Popular things</p></div>';
const mugFiles = (product = smallProduct()) => ({ '/p/mug.json': product, '/art/mug.svg': MUG_ART });
const mug = { product: '/p/mug.json' };

/** Two frames and a turn of the task queue later: whatever was on its way is there. */
const quiet = async (page) => { await painted(page); await painted(page); };

/** The merchant's own markup is as it was, and can be seen and used. */
async function assertFallback(page, selector = HOST, markup = FALLBACK) {
  const host = page.locator(selector);
  assert.equal(await host.innerHTML(), markup);
  assert.ok(await host.locator(':scope > *').last().isVisible(), 'the fallback is visible');
  assert.equal(await host.getAttribute('data-haberdash-state'), 'failed');
}

const errorEvents = async (page) => (await seen(page)).events.filter(({ name }) => name === 'error');

// ---------------------------------------------------------------- when the widget is asked for

test('nothing of the widget is asked for before the theme’s own picture is decoded', async (t) => {
  const note = () => {
    const decode = HTMLImageElement.prototype.decode;
    HTMLImageElement.prototype.decode = function () {
      const done = decode.call(this);
      if (this.id === 'gallery') done.then(() => { window.decodedAt ??= performance.now(); });
      return done;
    };
  };
  const page = await open(t, '/skin.html', { init: [note] });
  const [decoded, asked] = await page.evaluate(() => [window.decodedAt, performance.getEntriesByType('resource').filter(({ name }) => /\/haberdash_|\/p\/skins\//.test(name)).map(({ startTime }) => startTime)]);
  assert.ok(asked.length > 2, 'it was asked for');
  assert.ok(decoded < Math.min(...asked), `decoded at ${decoded} ms, asked for at ${asked.map(Math.round)}`);
  await assertQuiet(page);
});

test('a theme’s picture that cannot be read, and a target that is no selector, hold nothing up', async (t) => {
  // Without the three seconds after which nothing is waited for any more.
  const patient = () => { const { setTimeout } = window; window.setTimeout = (what, after, ...rest) => (after === 3000 ? 0 : setTimeout(what, after, ...rest)); };
  for (const [target, told] of [['#gallery', false], ['#[', true]]) {
    const theme = '<div id="gallery"><img src="/broken.webp" alt=""></div><p id="price">1</p>';
    const files = { ...mugFiles(), '/broken.webp': 'no picture', '/': html(`${theme}${productForm({ ...mug, attributes: `data-image-target="${target}"` })}${await tag()}`) };
    const page = await open(t, await serve(t, files), { init: [patient] });
    assert.equal(await page.locator(HOST).getAttribute('data-haberdash-state'), 'ready');
    assert.equal(ours(page).some((line) => line.includes(target)), told, ours(page).join());
  }
});

test('a configurator that a script puts in after load is seen at the next file the page fetches, though the page is never quiet', async (t) => {
  // Nothing but that can start the widget: files never stop coming, and the three seconds are taken out.
  const patient = () => { const { setTimeout } = window; window.setTimeout = (what, after, ...rest) => (after === 3000 ? 0 : setTimeout(what, after, ...rest)); };
  const busy = `<template id="later">${productForm(mug)}</template><script>
    let ticks = 0;
    addEventListener('load', async () => {
      for (;;) {
        await fetch('/tick.json?' + ticks);
        if (++ticks === 5) document.body.append(document.getElementById('later').content);
        await new Promise((done) => setTimeout(done, 60));
      }
    });
  </script>`;
  const files = { ...mugFiles(), '/tick.json': '{}', '/': html(`${busy}${await tag('data-shop="test"')}`) };
  const page = await open(t, await serve(t, files), { init: [patient], ready: false });
  await inState(page, HOST, 'ready');
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const [fifth, widget] = [/tick\.json\?4/, /\/haberdash_app\.js/].map((file) => asked.findIndex((name) => file.test(name)));
  assert.ok(fifth >= 0 && fifth < widget, 'not before it was there');
});

// ---------------------------------------------------------------- policies and files that do not come

for (const address of PAGES) {
  test(`under a strict policy with Trusted Types no violation, no console noise, no failed request: ${address}`, async (t) => {
    const page = await open(t, address);
    if (await page.locator(CONFIGURATOR).count()) {
      await page.locator(CONFIGURATOR).first().evaluate(async (host) => {
        await window.Haberdash.select(host, 'fabric', 'navy-gingham');
        await window.Haberdash.select(host, 'monogram', 'AB');
      });
    } else {
      await page.locator(STRIP).first().locator('details.rights summary').click();
    }
    // To the end: what is lazy comes now.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState('networkidle');
    await assertQuiet(page);
  });
}

/** Answers for a file on the CDN with what `change` makes of it. */
const answer = (file, change) => [`${CDN}/**/${file}`, async (route) => {
  const response = await route.fetch();
  const { status = 200, body } = change(await response.body());
  await route.fulfill({ status, body, headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': response.headers()['content-type'] } });
}];
const WASM = 'haberdash_app_bg.wasm';
const GLUE = 'haberdash_app.js';
const oneByte = (body) => { body[body.length >> 1] ^= 1; return { body }; };
const gone = () => ({ status: 404, body: 'There is no such file here.' });

for (const [name, route] of [
  ['a wasm with one byte changed', answer(WASM, oneByte)],
  ['a wasm that is not there', answer(WASM, gone)],
  ['a wasm that breaks off', [`${CDN}/**/${WASM}`, (route) => route.abort('connectionreset')]],
  ['glue with one byte changed', answer(GLUE, (body) => ({ body: `${body};window.evil = true` }))],
  ['glue that is not there', answer(GLUE, gone)],
]) {
  test(`${name} leaves the page as it was`, async (t) => {
    const shop = await serve(t, { '/': html(productForm() + STRIP_HOST, { head: await tag(TAG) }) }, { 'Content-Security-Policy': STRICT });
    const page = await open(t, `${shop}/`, { routes: [route] });
    await assertFallback(page);
    assert.equal(await page.evaluate(() => window.evil), undefined);
    assert.equal(await page.locator('#strip').innerHTML(), '<p>Popular things</p>');
    assert.equal(ours(page).length, 1, ours(page).join('\n'));
    assert.match(ours(page)[0], /^error: .*cannot be started/);
    const events = await errorEvents(page);
    assert.deepEqual(events.map(({ host }) => host), ['host', 'strip']);
    assert.match(events[0].detail.message, /cannot be started/);
    assert.match(await page.evaluate(() => window.Haberdash.ready.then(() => 'ready', (error) => error.message)), /cannot be started/);
    assert.match(await page.evaluate(() => window.Haberdash.mode().catch((error) => error.message)), /cannot be started/);
  });
}

test('a policy without \'wasm-unsafe-eval\' leaves the page as it was', async (t) => {
  const shop = await serve(t, { '/': html(productForm(), { head: await tag(TAG) }) }, { 'Content-Security-Policy': STRICT.replace(" 'wasm-unsafe-eval'", '') });
  const page = await open(t, `${shop}/`);
  await assertFallback(page);
  assert.equal(ours(page).length, 1, ours(page).join('\n'));
  assert.match(ours(page)[0], /^error: /);
  assert.equal((await errorEvents(page)).length, 1);
});

test('a server that does not know wasm by its type serves the widget all the same', async (t) => {
  const served = [];
  const asBytes = async (route) => {
    const response = await route.fetch();
    served.push(response.headers()['content-type']);
    await route.fulfill({ body: await response.body(), headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/octet-stream' } });
  };
  const base = await serve(t, { ...mugFiles(), '/': html(productForm(mug), { head: await tag('data-shop="test"') }) });
  const page = await open(t, `${base}/`, { routes: [[`${CDN}/**/*.wasm`, asBytes]] });
  assert.equal(await page.locator(HOST).getAttribute('data-haberdash-state'), 'ready');
  assert.ok(served.length > 0 && served.every((type) => type === 'application/wasm'), served.join());
  await choice(page, 'Colour', 'Red', HOST).check();
  assert.equal((await claim(page, HOST)).selection.colour, 'red');
  assert.deepEqual(ours(page), []);
});

test('a loader with another hash is not run at all', async (t) => {
  const shop = await serve(t, { '/': html(productForm(), { head: await tag(TAG) }) });
  const page = await open(t, null, { routes: [[`${CDN}/**/haberdash.js`, async (route) => route.fulfill({ body: 'window.evil = true', headers: { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' } })]] });
  await go(page, `${shop}/`, false);
  assert.equal(await page.evaluate(() => window.evil), undefined);
  assert.equal(await page.locator(HOST).innerHTML(), FALLBACK);
});

// ---------------------------------------------------------------- the page's own styles and scripts

test('styles that unset everything and hide buttons do not reach the widget', async (t) => {
  const style = '<style>* { all: unset } button { display: none !important } label, input { visibility: hidden !important; position: absolute }</style>';
  const shop = await serve(t, { '/': html(productForm() + STRIP_HOST, { head: style + await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  assert.equal(await page.locator(HOST).evaluate((host) => getComputedStyle(host).display), 'block');
  assert.equal(await page.locator('#strip').evaluate((host) => getComputedStyle(host).display), 'block');
  const unseen = await page.locator(HOST).evaluate((host) => [...host.shadowRoot.querySelectorAll('button:not([hidden]), input, .chip, legend')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width < 4 || box.height < 4 || !element.checkVisibility({ visibilityProperty: true });
  }).map((element) => element.outerHTML));
  assert.deepEqual(unseen, []);
  await choice(page, 'Buttons', 'Four', HOST).check();
  await page.locator(HOST).getByRole('button', { name: 'Back' }).click();
  await page.locator(HOST).locator('.frame #gauntlet-left').waitFor({ state: 'attached' });
  assert.equal((await selection(page, HOST)).buttons, 'four');
  await page.locator('#strip').locator('details.rights summary').click();
  await page.locator('#strip').getByRole('button', { name: 'Pause' }).waitFor();
  await assertQuiet(page);
});

/** How far two PNG pictures are apart: the mean of all channels, of 255; 255 when their sizes differ. */
const meanDifference = (page, ...pictures) => page.evaluate(async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (text) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${text}` });
    await image.decode();
    const context = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return 255;
  return one.data.reduce((sum, value, at) => sum + Math.abs(value - other.data[at]), 0) / one.data.length;
}, pictures.map((picture) => picture.toString('base64')));

test('<base href> changes where files are, and nothing else', async (t) => {
  const body = '<div id="host" data-haberdash="configurator" data-product="p/oxford-shirt.json" data-preset="weekend"></div><div id="strip" data-haberdash="recommendations"></div>';
  const head = await tag('data-shop="test" data-catalog="catalog.json"');
  const elsewhere = {};
  const plain = await serve(t, { '/': html(body, { head }) });
  // The same files again below /elsewhere/.
  const reference = await open(t, `${plain}/`);
  await reference.waitForLoadState('networkidle');
  for (const request of reference.record.requests) {
    const url = new URL(request.url());
    if (url.origin === plain && url.pathname !== '/') {
      elsewhere[`/elsewhere${url.pathname}`] = { body: await (await request.response()).body(), headers: { 'Content-Type': (await request.response()).headers()['content-type'] } };
    }
  }
  const shop = await serve(t, { '/': html(body, { head: `<base href="/elsewhere/">${head}` }), ...elsewhere });
  const page = await open(t, `${shop}/`);
  assert.equal(await page.locator(HOST).getAttribute('data-haberdash-state'), 'ready');
  assert.equal(await page.locator('#strip').getAttribute('data-haberdash-state'), 'ready');
  await page.waitForLoadState('networkidle');
  const picture = (from) => from.locator(HOST).locator('.frame > svg').screenshot();
  // Pictures in patterns are decoded when the browser gets to it.
  const apart = async () => meanDifference(reference, await picture(page), await picture(reference));
  await until(apart, (mean) => mean < 0.5, 'the picture is the same, gradients and patterns too');
  const { link } = await page.locator(HOST).evaluate((host) => window.Haberdash.configuration(host));
  assert.ok(link.startsWith(`${shop}/#hb=1`), link);
  assert.ok((await page.locator('#strip').locator('a').first().getAttribute('href')).startsWith(`${shop}/elsewhere/`));
  await choice(page, 'Buttons', 'Two large', HOST).check();
  await until(() => page.evaluate(() => JSON.stringify(window.history.state)), (text) => text?.includes('"buttons":"two"'), 'kept for reload');
  await page.reload();
  await settled(page);
  assert.equal((await selection(page, HOST)).buttons, 'two');
  await assertQuiet(page);
});

test('a page that patches Array.prototype and Object.prototype.toJSON', async (t) => {
  const patch = {
    '/array.js': 'Array.prototype.last = function () { return this[this.length - 1]; }; Object.prototype.extend = function () {};',
    '/json.js': "Object.prototype.toJSON = function () { return 'patched'; }; Array.prototype.toJSON = function () { return 'patched too'; };",
  };
  for (const file of Object.keys(patch)) {
    const shop = await serve(t, { ...patch, '/': html(productForm() + STRIP_HOST, { head: `<script src="${file}"></script>${await tag(TAG)}` }) });
    const page = await open(t, `${shop}/`);
    assert.equal(await page.locator(HOST).getAttribute('data-haberdash-state'), 'ready', file);
    assert.equal(await page.locator('#strip').getAttribute('data-haberdash-state'), 'ready', file);
    await choice(page, 'Buttons', 'Four', HOST).check();
    const fields = new Map((await page.locator(HOST).evaluate((host) => [...new FormData(host.closest('form'))].map((pair) => pair.join('\n')).join('\0'))).split('\0').map((pair) => pair.split('\n')));
    assert.equal(fields.get('properties[Buttons]'), 'Four', file);
    assert.equal(JSON.parse(fields.get('properties[_haberdash_claim]')).unit_price, 9050, file);
    if (file === '/array.js') {
      await page.evaluate(() => window.dataLayer.push({ event: 'view_item', ecommerce: { items: [{ item_id: 'SH-005' }] } }));
      await until(() => page.evaluate(async () => (await window.Haberdash.history()).events?.map(({ item }) => item).join() ?? ''), (text) => text.includes('SH-005'), 'history is gathered');
    }
    await assertQuiet(page, file);
  }
});

// ---------------------------------------------------------------- tags

test('a script that reads the form in the moment of a pick finds that pick, and every field once', async (t) => {
  const shop = await serve(t, { '/': html(productForm(), { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  const two = await choice(page, 'Buttons', 'Two large', HOST).elementHandle();
  const four = await choice(page, 'Buttons', 'Four', HOST).elementHandle();
  const read = await page.locator(HOST).evaluate((host, [two, four]) => {
    const form = host.closest('form');
    const names = [];
    form.addEventListener('formdata', ({ formData }) => names.push([...formData.keys()].filter((name) => name.includes('Buttons')).length));
    four.click();
    const first = [...new FormData(form)];
    two.click();
    four.click();
    const second = [...new FormData(form)];
    return { first, second, names };
  }, [two, four]);
  for (const entries of [read.first, read.second]) {
    const fields = new Map(entries);
    assert.equal(fields.size, entries.length, 'every field once');
    assert.equal(fields.get('properties[Buttons]'), 'Four');
    assert.equal(fields.get('properties[_haberdash_price]'), '9050');
    assert.equal(JSON.parse(fields.get('properties[_haberdash_claim]')).selection.buttons, 'four');
  }
  assert.deepEqual(read.names, [1, 1], 'who listens on the form is told the same');
  await assertQuiet(page);
});

test('two tags by mistake: each host is mounted once, each event counted once, and nobody complains', async (t) => {
  const one = await tag(TAG);
  const shop = await serve(t, { '/': html(productForm() + STRIP_HOST + one, { head: one }) });
  const page = await open(t, `${shop}/`);
  for (const host of [HOST, '#strip']) {
    assert.equal(await page.locator(host).evaluate((element) => element.shadowRoot.querySelectorAll('section, .configurator').length), 1, host);
  }
  await page.evaluate(() => window.dataLayer.push({ event: 'view_item', ecommerce: { items: [{ item_id: 'SH-005' }] } }));
  assert.deepEqual((await history(page)).map(({ item }) => item), ['SH-005']);
  await choice(page, 'Buttons', 'Four', HOST).check();
  const names = (await formData(page, HOST)).map(([name]) => name);
  assert.equal(new Set(names).size, names.length);
  assert.equal((await seen(page)).events.filter(({ name }) => name === 'ready').length, 1);
  await assertQuiet(page);
});

test('a catalogue is read after the product file; a product file that never comes holds nothing up', async (t) => {
  const head = await tag(TAG);
  const shop = await serve(t, { '/': html(productForm({ product: '/p/late.json' }) + STRIP_HOST, { head }) });
  const late = await readFile(path.join(DIST, 'p/mug.json'), 'utf8');
  const state = (page, host) => page.locator(host).getAttribute('data-haberdash-state');
  const begin = async (script) => {
    let answer;
    const asked = new Promise((resolve) => { answer = resolve; });
    const page = await open(t);
    await page.addInitScript(script);
    await page.route('**/p/late.json', async (route) => { await asked; await route.fulfill({ body: late, contentType: 'application/json' }).catch(() => {}); });
    const catalogue = page.waitForResponse('**/catalog.json');
    await page.goto(`${shop}/`);
    await (await catalogue).finished();
    return { page, answer };
  };
  // No time is up here.
  const first = await begin(() => {
    const real = window.setTimeout;
    window.setTimeout = (run, time, ...more) => real(run, time === 1000 ? 2 ** 31 - 1 : time, ...more);
  });
  for (let i = 0; i < 8; i++) await quiet(first.page);
  assert.equal(await state(first.page, '#strip'), 'loading', 'the catalogue waits');
  first.answer();
  await inState(first.page, '#strip', 'ready');
  await inState(first.page, HOST, 'ready');
  const second = await begin(() => {});
  await inState(second.page, '#strip', 'ready');
  assert.equal(await state(second.page, HOST), 'loading');
  second.answer();
  await inState(second.page, HOST, 'ready');
});

test('haberdash:change comes once for each change, after haberdash:ready, and never otherwise', async (t) => {
  const page = await open(t, '/shirt.html');
  const told = async () => (await seen(page)).events.map(({ name, detail }) => `${name} ${detail.selection.buttons} ${detail.unit_price}`);
  const picture = page.locator('#gallery + div');
  await picture.getByRole('button', { name: 'Back' }).click();
  await picture.locator('.frame > svg #gauntlet-left').waitFor({ state: 'attached' });
  await picture.getByRole('button', { name: 'Front' }).click();
  await picture.locator('.frame > svg #placket').waitFor({ state: 'attached' });
  await choice(page, 'Buttons', 'Four').check();
  await until(() => page.locator(CONFIGURATOR).locator('.spoken').textContent(), (text) => text === 'Now €90.50', 'the price is said');
  await choice(page, 'Buttons', 'Two large').check();
  await until(() => page.locator(CONFIGURATOR).locator('.spoken').textContent(), (text) => text === 'Now €89.00', 'the price is said');
  assert.deepEqual(await told(), ['ready two 8900', 'change four 9050', 'change two 8900']);
});

test('a tag with data-haberdash on itself mounts right there, be it the first tag or the second', async (t) => {
  const inOrder = { isAsync: false };
  const own = (limit) => `data-haberdash="recommendations" data-limit="${limit}"`;
  const shop = await serve(t, { '/': html(`<main id="first">${await tag(`${TAG} ${own(3)}`, inOrder)}</main><aside id="second">${await tag(own(2), inOrder)}</aside>`) });
  const page = await open(t, null);
  await go(page, `${shop}/`, false);
  const shown = (place) => page.evaluate((place) => [...document.querySelectorAll(`#${place} > div`)].map((host) => host.shadowRoot?.querySelectorAll('.item').length ?? 0), place);
  await until(() => shown('first'), (list) => list[0] > 0, 'the first tag');
  await until(() => shown('second'), (list) => list[0] > 0, 'the second tag');
  assert.deepEqual(await shown('first'), [3]);
  assert.deepEqual(await shown('second'), [2]);
  await assertQuiet(page);
});

test('a mistyped attribute is told once, with the nearest right name, and its default is used', async (t) => {
  const shop = await serve(t, {
    ...mugFiles(),
    '/': html(productForm({ ...mug, attributes: 'data-prise-target="#price"' }), { head: await tag(`${TAG} data-consent="grantd" data-catalgo="/catalog.json"`) }),
  });
  const page = await open(t, `${shop}/`);
  assert.equal(await page.locator(HOST).getAttribute('data-haberdash-state'), 'ready');
  const lines = await until(() => ours(page), (lines) => lines.length >= 3, 'what is wrong is told');
  assert.equal(lines.length, 3, lines.join('\n'));
  assert.ok(lines.every((line) => line.startsWith('warning: [haberdash] data-')), lines.join('\n'));
  assert.match(lines.find((line) => line.includes('data-prise-target')) ?? '', /did you mean "data-price-target"\?/);
  assert.match(lines.find((line) => line.includes('grantd')) ?? '', /data-consent.*did you mean "granted"/);
  assert.match(lines.find((line) => line.includes('data-catalgo')) ?? '', /did you mean "data-catalog"\?/);
  assert.equal(await page.evaluate(() => window.Haberdash.mode()), 'memory');
});

test('a host of an unknown kind, or without a product, keeps its markup and says why', async (t) => {
  const shop = await serve(t, { '/': html(`<div id="a" data-haberdash="configuratr" data-product="/p/mug.json">A</div><div id="b" data-haberdash="configurator">B</div>`, { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  assert.equal(await page.locator('#a').innerHTML(), 'A');
  assert.equal(await page.locator('#b').innerHTML(), 'B');
  const lines = ours(page);
  assert.equal(lines.length, 2, lines.join('\n'));
  assert.match(lines[0], /configuratr.*did you mean "configurator"/);
  assert.match(lines[1], /data-product.*is missing/);
  assert.deepEqual((await errorEvents(page)).map(({ host }) => host), ['a', 'b']);
});

// ---------------------------------------------------------------- hosts that come and go

test('a host added later is mounted, a removed one is ended, and may come back', async (t) => {
  const shop = await serve(t, {
    ...mugFiles(),
    '/': html('<p id="price">€0</p><img id="gallery" alt="A mug" src="/art/mug.svg"><form id="form"><i></i></form>', { head: await tag(TAG) }),
  });
  const page = await open(t, null);
  await go(page, `${shop}/`, false);
  await page.evaluate(() => window.Haberdash.ready);
  await page.evaluate((fallback) => {
    const host = document.createElement('div');
    host.id = 'host';
    for (const [name, value] of [['haberdash', 'configurator'], ['product', '/p/mug.json'], ['price-target', '#price'], ['image-target', '#gallery']]) host.setAttribute(`data-${name}`, value);
    host.insertAdjacentHTML('beforeend', fallback);
    document.querySelector('#form').append(host);
    window.kept = host;
  }, FALLBACK);
  await inState(page, HOST, 'ready');
  await choice(page, 'Colour', 'Red', HOST).check();
  assert.equal(await page.locator('#price').textContent(), '€12.50');
  assert.equal(await page.locator('#gallery + div').locator('.frame > svg').count(), 1);

  await page.evaluate(() => window.kept.remove());
  await page.locator('#gallery').waitFor({ state: 'visible' });
  assert.equal(await page.locator('#price').textContent(), '€0', 'the theme’s price is back');
  assert.equal(await page.locator('#gallery + div').count(), 0, 'the live picture is gone');
  assert.equal(await page.evaluate(() => [...new FormData(document.querySelector('#form'))].length), 0);
  assert.equal(await page.evaluate(() => window.kept.shadowRoot.querySelectorAll('.configurator').length), 0);
  assert.equal(await page.evaluate(() => window.Haberdash.configuration(window.kept)), null);

  await page.evaluate(() => document.querySelector('#form').append(window.kept));
  await page.waitForFunction(() => window.kept.shadowRoot.querySelectorAll('.configurator').length === 1);
  await until(() => page.evaluate(() => window.Haberdash.configuration(window.kept)), Boolean, 'mounted again');
  await choice(page, 'Colour', 'Red', HOST).check();
  assert.equal(await page.locator('#price').textContent(), '€12.50');
  await assertQuiet(page);
});

test('a host that is moved keeps its state and its elements; unmount gives the fallback back', async (t) => {
  const shop = await serve(t, { ...mugFiles(), '/': html(`${productForm(mug)}<section id="there"></section>`, { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  await choice(page, 'Colour', 'Red', HOST).check();
  await page.evaluate(() => {
    const host = document.querySelector('#host');
    window.before = host.shadowRoot.querySelector('.configurator');
    document.querySelector('#there').append(host.closest('form'));
  });
  await quiet(page);
  assert.ok(await page.evaluate(() => window.before === document.querySelector('#there #host').shadowRoot.querySelector('.configurator') && window.before.isConnected));
  assert.deepEqual(await selection(page, HOST), { colour: 'red' });
  assert.equal((await claim(page, HOST)).unit_price, 1250);

  await page.evaluate(() => window.Haberdash.unmount(document.querySelector('#host')));
  assert.ok(await page.locator(HOST).getByText('Your options').isVisible());
  assert.deepEqual(await formData(page, HOST), [['properties[Fabric]', 'White'], ['quantity', '1']], 'the fallback’s own fields are sent again');
  assert.equal(await page.locator(HOST).innerHTML(), FALLBACK);
  await assertQuiet(page);
});

test('a host that goes while its files are on their way leaves nothing behind', async (t) => {
  const shop = await serve(t, { ...mugFiles(), '/': html(productForm(mug), { head: await tag(TAG) }) });
  let release;
  const held = new Promise((done) => { release = done; });
  const page = await open(t, null, { routes: [['**/p/mug.json', async (route) => { await held; await route.continue(); }]] });
  await go(page, `${shop}/`, false);
  await inState(page, HOST, 'loading');
  assert.ok(await page.locator(HOST).getByText('Your options').isVisible(), 'the fallback is there while it loads');
  await page.evaluate(() => { window.kept = document.querySelector('#host'); window.kept.remove(); });
  const answered = page.waitForResponse('**/p/mug.json');
  release();
  await answered;
  await quiet(page);
  assert.equal(await page.evaluate(() => window.kept.shadowRoot?.querySelector('.configurator') ?? null), null);
  await page.evaluate(() => document.querySelector('form').prepend(window.kept));
  await inState(page, HOST, 'ready');
  assert.deepEqual(ours(page), []);
});

test('two configurators of one product on a page keep apart', async (t) => {
  const page = await open(t, '/two.html');
  const hosts = page.locator(CONFIGURATOR);
  const radio = (index, option, name) => hosts.nth(index).getByRole('group', { name: new RegExp(`^${option}`) }).getByRole('radio', { name: new RegExp(`^${name}(,|$)`) });
  await radio(0, 'Buttons', 'Four').check();
  await radio(1, 'Collar', 'Band').check();
  await radio(1, 'Fabric', 'Navy').check();
  assert.ok(await radio(0, 'Buttons', 'Four').isChecked());
  assert.ok(await radio(1, 'Buttons', 'Two large').isChecked());
  assert.ok(await radio(0, 'Fabric', 'White').isChecked());
  const claims = await hosts.evaluateAll((list) => list.map((host) => JSON.parse(new FormData(host.closest('form')).get('properties[_haberdash_claim]'))));
  assert.deepEqual(claims.map(({ selection: { buttons, collar, fabric } }) => [buttons, collar, fabric]), [['four', 'kent', 'white'], ['two', 'band', 'navy']]);
  assert.deepEqual(claims.map(({ unit_price }) => unit_price), [9050, 8900]);
  assert.equal(await page.locator('#price-one').textContent(), '€90.50');
  assert.equal(await page.locator('#price-two').textContent(), '€89.00');
  assert.equal(await page.locator('#gallery-one + div').locator('.frame > svg #buttons-4').count(), 1);
  assert.equal(await page.locator('#gallery-two + div').locator('.frame > svg #buttons-4').count(), 0);
  await until(() => page.evaluate(() => JSON.stringify(window.history.state)), (text) => text?.includes('"fabric":"navy"') && text.includes('"four"'), 'both are kept');
  await page.reload();
  await settled(page);
  assert.ok(await radio(0, 'Buttons', 'Four').isChecked());
  assert.ok(await radio(1, 'Collar', 'Band').isChecked());
  assert.ok(await radio(1, 'Buttons', 'Two large').isChecked());
  await assertQuiet(page);
});

// ---------------------------------------------------------------- products of several files

test('a product of several files is the same product as in one', async (t) => {
  const { options: [colour], views, currency, tax_included, ...own } = JSON.parse(smallProduct());
  const { choices, ...rest } = colour;
  const files = {
    '/p/mug.json': JSON.stringify({ ...own, extend: '../shared/base.json', options: [{ id: 'colour', choices: [{ id: 'red', price: 250 }, { id: 'green', remove: true }] }] }),
    '/shared/base.json': JSON.stringify({ version: 1, currency, tax_included, views, options: [{ ...rest, choices: [{ library: 'lib/colours.json', only: ['white', 'red', 'green'] }] }] }),
    '/shared/lib/colours.json': JSON.stringify({ version: 1, choices: [{ id: 'green' }, { ...choices[1], price: 1 }, choices[0]] }),
    '/art/mug.svg': MUG_ART,
  };
  const hashes = [];
  for (const served of [mugFiles(), files]) {
    const shop = await serve(t, { ...served, '/': html(productForm(mug), { head: await tag(TAG) }) });
    const page = await open(t, `${shop}/`);
    await choice(page, 'Colour', 'Red', HOST).check();
    const { unit_price, hash } = await claim(page, HOST);
    assert.equal(unit_price, 1250);
    assert.deepEqual(ours(page), []);
    hashes.push(hash);
  }
  assert.equal(hashes[0], hashes[1]);
});

// ---------------------------------------------------------------- without TLS

/** As pages are that came over a connection that is not safe. */
const unsafe = () => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });

test('where the browser makes no hashes, the claim names the product file by the same', async (t) => {
  const page = await open(t, '/mug.html', { init: [unsafe] });
  const { stdout } = await haberdash(['hash', path.join(DIST, 'p/mug.json')]);
  assert.match(stdout, /^[0-9a-f]{64}\n$/);
  assert.equal((await claim(page, CONFIGURATOR)).hash, stdout.trim());
  assert.ok(page.record.requests.some((request) => request.url().endsWith('/haberdash_seldom.wasm')));
  await assertQuiet(page);
  const safe = await open(t, '/mug.html');
  assert.equal((await claim(safe, CONFIGURATOR)).hash, stdout.trim());
  assert.ok(!safe.record.requests.some((request) => request.url().endsWith('/haberdash_seldom.wasm')));
});

test('where hashes cannot be had at all, the fallback stays and says so', async (t) => {
  const shop = await serve(t, { ...mugFiles(), '/': html(productForm(mug), { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`, { init: [unsafe], routes: [['**/haberdash_seldom.wasm', (route) => route.abort()]] });
  await assertFallback(page);
  assert.match(ours(page).join(), /error: \[haberdash\] the product cannot be used: a part of the widget cannot be loaded/);
});

// ---------------------------------------------------------------- broken files

const broken = [
  ['is not JSON', '{"version": 1,', /mug\.json is not JSON/],
  ['is missing', { status: 404, body: 'gone' }, /mug\.json answered with status 404/],
  ['has mistakes', smallProduct({ options: [{ id: 'colour', title: 'Colour', kind: 'choise', choices: [] }] }), /mug\.json cannot be used: .*options\/0.*choise.*"choice"/],
  ['is something else', '[1, 2, 3]', /mug\.json cannot be used/],
  ['takes from a library that is missing', smallProduct({ options: [{ id: 'colour', kind: 'choice', choices: [{ library: 'none.json' }] }] }), /none\.json answered with status 404/],
  ['extends itself', smallProduct({ extend: 'mug.json' }), /mug\.json cannot be used/],
];
for (const [name, file, expected] of broken) {
  test(`a product file that ${name} leaves the page as it was, and one line says so`, async (t) => {
    const shop = await serve(t, { ...mugFiles(file), '/': html(productForm(mug) + productForm({ id: 'good', product: '/p/oxford-shirt.json' }), { head: await tag(TAG) }) });
    const page = await open(t, `${shop}/`);
    await assertFallback(page);
    const lines = ours(page);
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0], /^error: /);
    assert.match(lines[0], expected);
    const events = await errorEvents(page);
    assert.deepEqual(events.map(({ host }) => host), ['host']);
    assert.match(events[0].detail.message, expected);
    assert.equal(await page.locator('#good').getAttribute('data-haberdash-state'), 'ready', 'others are not touched by it');
    assert.equal(await page.evaluate(() => new FormData(document.querySelector('#form-host')).get('properties[Fabric]')), 'White');
  });
}

const EXTRA_WASM = 'haberdash_extra_bg.wasm';
const EXTRA_GLUE = 'haberdash_extra.js';
const RULES = 'haberdash_rules.wasm', LETTERS = 'haberdash_letters.wasm';
/** A product with letters and without rules: of the parts only letters are needed. */
const lettered = (id) => smallProduct({
  id, fonts: [{ id: 'script', src: '/art/fonts/Allura_400Regular.ttf' }],
  options: [{ id: 'colour', title: 'Colour', kind: 'choice', choices: [{ id: 'white', title: 'White' }, { id: 'red', title: 'Red' }] }, { id: 'letters', title: 'Letters', kind: 'text', max_chars: 3, charset: 'A-Z', fonts: ['script'] }],
  views: [{ id: 'front', title: 'Front', art: '/art/mug.svg', layers: [{ part: 'cup', paint: 'colour' }, { zone: 'side', content: 'letters', x: 30, y: 30, width: 40, height: 20 }] }],
});
const fromCdn = (page) => page.record.requests.map((request) => request.url().split('/').pop()).filter((name) => /^haberdash_(extra|rules|letters)/.test(name));

for (const [name, routes] of [
  ['with one byte changed', [EXTRA_WASM, RULES, LETTERS].map((file) => answer(file, oneByte))],
  ['that are not there', [EXTRA_WASM, RULES, LETTERS].map((file) => answer(file, gone))],
  ['whose code is another', [answer(EXTRA_GLUE, (body) => ({ body: `${body};window.evil = true` })), ...[RULES, LETTERS].map((file) => answer(file, () => ({ body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) })))]],
]) {
  test(`companion and parts ${name}: what is wrong is told in short, and all else works`, async (t) => {
    const files = { '/p/bad.json': '[1, 2, 3]', '/p/lettered.json': lettered('lettered'), '/p/ruled.json': smallProduct({ id: 'ruled', options: [{ id: 'a', kind: 'toggle' }, { id: 'b', kind: 'toggle' }], views: [], rules: [{ when: { a: true }, exclude: { b: true } }] }), '/p/mug.json': smallProduct({ views: [{ id: 'front', title: 'Front', art: '/art/mug.svg', layers: [{ part: 'cap', paint: 'colour' }] }] }) };
    const bodies = [productForm(mug), productForm({ id: 'bad', product: '/p/bad.json' }), productForm({ id: 'ruled', product: '/p/ruled.json' }), productForm({ id: 'lettered', product: '/p/lettered.json' }), '<div id="odd" data-haberdash="configuratr">Odd</div>'];
    const shop = await serve(t, { ...mugFiles(), ...files, '/': html(bodies.join(''), { head: await tag(`${TAG} data-consent="grantd"`) }) }, { 'Content-Security-Policy': STRICT });
    const page = await open(t, `${shop}/`, { routes });
    await assertFallback(page, '#bad');
    await page.evaluate(() => window.Haberdash.select(document.querySelector('#lettered'), 'letters', 'AB'));
    // Without those who know its rules a product cannot be sold: the merchant's own form stays.
    await assertFallback(page, '#ruled');
    const lines = await until(() => ours(page), (lines) => lines.length >= 6, 'all is told');
    assert.deepEqual([...lines].sort(), [
      `error: [haberdash] ${shop}/art/fonts/Allura_400Regular.ttf: letters cannot be drawn: a part of the widget cannot be loaded`,
      'error: [haberdash] the data attributes of a host are wrong: nothing can be mounted there',
      'error: [haberdash] the product file /p/bad.json cannot be used; haberdash check says why',
      'error: [haberdash] the product cannot be used: a part of the widget cannot be loaded',
      'warning: [haberdash] some data attributes are not as they should be',
      'warning: [haberdash] view front: parts are missing in its art',
    ].sort());
    assert.deepEqual((await errorEvents(page)).map(({ host }) => host).sort(), ['bad', 'odd', 'ruled']);
    assert.equal((await selection(page, '#lettered')).letters, 'AB');
    assert.match(await page.evaluate(() => window.Haberdash.select(document.querySelector('#host'), 'colour', 'rde')), /does not fit the product/);
    assert.equal((await page.evaluate(() => window.Haberdash.configure(document.querySelector('#host'), { lid: 'no' }))).length, 1);
    assert.equal(await page.evaluate(() => window.evil), undefined);
  });
}

test('what is wrong with catalogue, art, preset and parts is told in one line each', async (t) => {
  const broken = { id: 'X', title: 'X', url: 'x.html', price: -1 };
  const files = {
    ...mugFiles(smallProduct({ views: [{ id: 'front', title: 'Front', art: '/art/mug.svg', layers: [{ part: 'cap', paint: 'colour' }] }] })),
    '/art/mug.svg': MUG_ART.replace('<g', '<script>1</script><g'),
    '/own.json': JSON.stringify({ version: 1, currency: 'EUR', items: [broken, { ...broken, id: 'Y', price: 1 }] }),
  };
  const form = productForm({ ...mug, attributes: 'data-preset="classic"' });
  const shop = await serve(t, { ...files, '/': html(form + STRIP_HOST, { head: await tag('data-shop="test" data-catalog="/own.json"') }) });
  const page = await open(t, `${shop}/`);
  const lines = await until(() => ours(page), (lines) => lines.length >= 4, 'all is told');
  assert.equal(lines.length, 4, lines.join('\n'));
  for (const expected of [
    /^warning: .*1 problems in the catalogue \/own\.json, the first: \/items\/0\/price: .* \(haberdash check lists all\)$/,
    /^warning: .*the art http\S+\/art\/mug\.svg: <script> is not drawn/,
    /^warning: .*data-preset: unknown preset "classic"/,
    /^warning: .*view front: unknown part of the art "cap"; did you mean "cup"\?$/,
  ]) assert.ok(lines.some((line) => expected.test(line)), `${expected} in ${lines.join('\n')}`);
});

test('what draws letters comes when some are about to be typed, once, and not before', async (t) => {
  const files = { '/p/one.json': lettered('one'), '/p/other.json': lettered('other'), '/art/mug.svg': MUG_ART };
  const forms = productForm({ product: '/p/one.json' }) + productForm({ id: 'other', product: '/p/other.json' });
  const shop = await serve(t, { ...files, '/': html(forms, { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  await choice(page, 'Colour', 'Red', HOST).check();
  await quiet(page);
  assert.deepEqual(fromCdn(page), []);
  const field = page.locator(HOST).getByRole('textbox', { name: 'Letters' });
  await field.focus();
  await until(() => fromCdn(page), (list) => list.includes(LETTERS), 'asked for');
  await field.pressSequentially('AB');
  const letters = page.locator(HOST).locator('.frame > svg path[transform]');
  await until(() => letters.evaluateAll((list) => list.some((path) => path.getAttribute('d').length > 100)), Boolean, 'drawn');
  await page.locator('#other').getByRole('textbox', { name: 'Letters' }).pressSequentially('C');
  await quiet(page);
  assert.deepEqual(fromCdn(page), [LETTERS], 'once, and nothing else');
  await assertQuiet(page);
});

test('a missing catalogue leaves the strip’s own markup', async (t) => {
  const shop = await serve(t, { '/': html(STRIP_HOST, { head: await tag('data-shop="test" data-catalog="/none.json"') }) });
  const page = await open(t, `${shop}/`);
  await assertFallback(page, '#strip', '<p>Popular things</p>');
  assert.equal(ours(page).length, 1, ours(page).join('\n'));
  assert.match(ours(page)[0], /^error: .*none\.json answered with status 404/);
});

test('without its art a product can still be chosen and bought', async (t) => {
  const shop = await serve(t, { '/p/mug.json': smallProduct(), '/': html(productForm(mug), { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  assert.equal(await page.locator(HOST).getAttribute('data-haberdash-state'), 'ready');
  await choice(page, 'Colour', 'Red', HOST).check();
  assert.equal((await claim(page, HOST)).unit_price, 1250);
  assert.match(await page.locator(HOST).locator('.stage').textContent(), /The picture cannot be shown\. You can still choose and order\./);
  await choice(page, 'Colour', 'White', HOST).check();
  assert.equal(ours(page).length, 1, ours(page).join('\n'));
  assert.match(ours(page)[0], /^error: .*\/art\/mug\.svg answered with status 404/);
});

// The stack lies at the bottom of the module's memory and grows down: what was never used of it is zero (docs/decisions/size.md, "Memory").
const STACK = 49_152;
const keepMemory = () => {
  window.__memory = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const plain = WebAssembly[name];
    WebAssembly[name] = async (...more) => {
      const made = await plain.apply(WebAssembly, more);
      const { memory } = (made.instance ?? made).exports;
      if (memory) window.__memory.push(memory);
      return made;
    };
  }
};

test('files as deep as they may be leave half of the stack', async (t) => {
  const deep = (depth, [open, close]) => open.repeat(depth) + '1' + close.repeat(depth);
  const object = ['{"a":1,"b":', '}'];
  const list = ['[1,', ']'];
  const product = smallProduct({ $note: 0, unknown: 0 }).replace('"$note":0', `"$note":${deep(126, object)}`).replace('"unknown":0', `"unknown":${deep(126, list)}`);
  const entries = (await catalogue()).slice(0, 40);
  const file = JSON.stringify({ version: 1, currency: 'EUR', items: entries, rules: { boost: 0 }, $note: 0 });
  const base = await serve(t, {
    '/p/deep.json': product,
    '/deep.json': file.replace('"boost":0', `"boost":${deep(120, object)}`).replace('"$note":0', `"$note":${deep(126, list)}`),
    '/art/mug.svg': MUG_ART.replace('<path', `${'<g>'.repeat(60)}<path`).replace('/></g>', `/>${'</g>'.repeat(60)}</g>`),
    '/': html(`${productForm({ product: '/p/deep.json' })}<div data-haberdash="recommendations"></div>`, { head: await tag('data-catalog="/deep.json" data-shop="deep"') }),
  });
  const page = await open(t, `${base}/`, { init: [keepMemory] });
  assert.equal(await page.locator('#host').getAttribute('data-haberdash-state'), 'ready');
  await choice(page, 'Colour', 'Red').click();
  await painted(page);
  const used = await page.evaluate((stack) => window.__memory.map(({ buffer }) => stack - new Uint8Array(buffer, 0, stack).findIndex((byte) => byte !== 0)), STACK);
  assert.ok(used.length > 0);
  for (const bytes of used) assert.ok(bytes > 1000 && bytes < STACK / 2, `${bytes} bytes of the stack were used`);
});

test('art with scripts in it is drawn without them', async (t) => {
  const art = MUG_ART.replace('<g id="cup">', '<script>window.evil=1</script><g id="cup" onclick="window.evil=2"><image href="x" onerror="window.evil=3"/>');
  const shop = await serve(t, { ...mugFiles(), '/art/mug.svg': art, '/': html(productForm(mug), { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  assert.equal(await page.locator(HOST).getAttribute('data-haberdash-state'), 'ready');
  assert.equal(await page.locator(HOST).locator('.frame > svg').locator('script, [onclick], [onerror]').count(), 0);
  if (await page.locator(HOST).locator('#cup path').count()) await page.locator(HOST).locator('#cup path').click();
  assert.equal(await page.evaluate(() => window.evil), undefined);
});

test('a link with anything in it opens the standard design', async (t) => {
  const shop = await serve(t, { ...mugFiles(), '/': html(productForm(mug), { head: await tag(TAG) }) });
  const page = await open(t, null);
  const code = (value) => `hb=1${Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;
  const links = [
    'hb=', 'hb=2abc', `hb=1${'A'.repeat(20_000)}`, code('null'), code({ p: 'mug' }), code({ p: 'other', s: { colour: 'red' } }), code({ p: 'mug', s: { colour: { a: 1 } } }),
    code('{"p":"mug","s":{"__proto__":{"colour":"red"}}}'), code('['.repeat(5000)),
  ];
  for (const link of links) {
    await page.goto('about:blank');
    await go(page, `${shop}/#${link}`);
    assert.deepEqual(await selection(page, HOST), { colour: 'white' }, link.slice(0, 60));
    await assertQuiet(page, link.slice(0, 60));
  }
  await page.goto('about:blank');
  await go(page, `${shop}/#other&${code({ p: 'mug', s: { colour: 'red', lid: 'no' } })}`);
  assert.deepEqual(await selection(page, HOST), { colour: 'red' }, 'what is right in a link is taken');
  assert.match(await page.locator(HOST).locator('.notice').textContent(), /no longer offered/);
});

// ---------------------------------------------------------------- storage

const REMEMBER = `${TAG} data-consent="granted"`;
const storagePage = async () => html(productForm(mug) + STRIP_HOST, { head: await tag(REMEMBER) });
const panelSays = async (page) => {
  await page.locator('#strip').locator('details.rights summary').click();
  return page.locator('#strip').locator('details.rights').getByRole('status').textContent();
};

for (const [name, script] of [
  ['blocked storage', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } })],
  ['full storage', () => { Storage.prototype.setItem = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); }; }],
]) {
  test(`${name}: everything works on this page, and the panel says so`, async (t) => {
    const shop = await serve(t, { ...mugFiles(), '/': await storagePage() });
    const page = await open(t, `${shop}/`, { init: [script] });
    await page.evaluate(() => window.Haberdash.track('view', 'SH-005'));
    assert.deepEqual((await history(page)).map(({ item }) => item), ['SH-005']);
    await choice(page, 'Colour', 'Red', HOST).check();
    assert.equal((await claim(page, HOST)).unit_price, 1250);
    assert.equal(await panelSays(page), 'This browser does not let the shop store anything.');
    await page.locator('#strip').getByRole('button', { name: 'Clear all' }).click();
    await until(() => history(page), (events) => events.length === 0, 'cleared');
    await assertQuiet(page);
  });
}

for (const [name, text] of [
  ['not JSON', '{"v":1,"events":['], ['another shape', '{"v":1,"events":{"0":"x"}}'], ['a number', '7'], ['mad values', '{"v":1,"events":[{"at":-1e400,"kind":"view","item":"A"},{"at":"x"},null,{"at":1,"kind":"fly","item":7}]}'],
]) {
  test(`a stored history that is ${name} is survived`, async (t) => {
    const shop = await serve(t, { ...mugFiles(), '/': await storagePage() });
    const page = await open(t, null, { init: [[([key, text]) => { if (!sessionStorage.getItem('put')) { localStorage.setItem(key, text); sessionStorage.setItem('put', '1'); } }, [KEY, text]]] });
    await go(page, `${shop}/`);
    assert.equal(await page.locator('#strip').getAttribute('data-haberdash-state'), 'ready');
    await page.evaluate(() => window.Haberdash.track('view', 'SH-005'));
    assert.deepEqual((await history(page)).filter(({ item }) => item === 'SH-005').length, 1);
    assert.equal(JSON.parse(await stored(page, KEY)).v, 1, 'and put right');
    assert.ok(ours(page).length <= 1, ours(page).join('\n'));
    if (name === 'not JSON' || name === 'a number') assert.match(ours(page)[0] ?? '', /^warning: .*stored history could not be read/);
    await page.reload();
    await settled(page);
    assert.ok((await history(page)).some(({ item }) => item === 'SH-005'));
    assert.ok(ours(page).length <= 1, 'nothing to tell the second time');
  });
}

test('a history of a later version is left alone', async (t) => {
  const later = '{"v":99,"events":["from the future"]}';
  const shop = await serve(t, { ...mugFiles(), '/': await storagePage() });
  const page = await open(t, null, { init: [[([key, text]) => localStorage.setItem(key, text), [KEY, later]]] });
  await go(page, `${shop}/`);
  await page.evaluate(() => window.Haberdash.track('view', 'SH-005'));
  assert.deepEqual((await history(page)).map(({ item }) => item), ['SH-005'], 'it lives on this page');
  await choice(page, 'Colour', 'Red', HOST).check();
  await until(() => history(page), (events) => events.some(({ kind }) => kind === 'configure'), 'so do the picks');
  assert.equal(await stored(page, KEY), later);
  assert.equal(ours(page).length, 1, ours(page).join('\n'));
  assert.match(ours(page)[0], /^warning: .*later version/);
});

// ---------------------------------------------------------------- the shop's form and data layer

test('the form has each field exactly once, and the claim follows the quantity', async (t) => {
  const page = await open(t, '/shirt.html');
  await choice(page, 'Buttons', 'Four').check();
  await choice(page, 'Fabric', 'Sky blue').check();
  const fields = await formData(page);
  const names = fields.map(([name]) => name).filter((name) => name.startsWith('properties['));
  assert.equal(new Set(names).size, names.length, names.join());
  const map = new Map(fields);
  assert.equal(map.get('properties[Fabric]'), 'Sky blue');
  assert.equal(map.get('properties[Buttons]'), 'Four');
  assert.equal(map.get('properties[_haberdash_price]'), '9050');
  assert.ok(!names.includes('properties[Monogram]') || map.get('properties[Monogram]') !== '', 'no empty monogram');
  const one = await claim(page);
  assert.deepEqual([one.v, one.product, one.quantity, one.unit_price, one.total, one.files], [1, 'oxford-shirt', 1, 9050, 9050, []]);
  assert.match(one.hash, /^[0-9a-f]{64}$/);
  await page.getByLabel('How many').fill('3');
  await page.getByLabel('How many').blur();
  const three = await claim(page);
  assert.deepEqual([three.quantity, three.unit_price, three.total], [3, 9050, 27150]);
  assert.deepEqual({ ...three, quantity: 1, total: 9050 }, one);
  await assertQuiet(page);
});

test('a page can cancel haberdash:add-to-cart: nothing is sent, until it no longer does', async (t) => {
  const shop = await serve(t, { ...mugFiles(), '/sent': html('<h1>Sent</h1>'), '/': html(productForm(mug), { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  await page.evaluate(() => {
    window.submits = 0;
    document.addEventListener('submit', () => { window.submits += 1; });
    window.stop = (event) => { window.detail = event.detail; event.preventDefault(); };
    document.addEventListener('haberdash:add-to-cart', window.stop);
  });
  await choice(page, 'Colour', 'Red', HOST).check();
  await page.locator('[name=quantity]').fill('2');
  await page.locator('.add').click();
  const detail = await until(() => page.evaluate(() => window.detail), Boolean, 'the event');
  assert.deepEqual([detail.product, detail.unit_price, detail.quantity, detail.claim.total, detail.selection.colour], ['mug', 1250, 2, 2500, 'red']);
  assert.equal(await page.evaluate(() => window.submits), 0, 'the shop’s own handler does not see it');
  assert.equal(new URL(page.url()).pathname, '/');
  assert.deepEqual(await page.evaluate(() => window.dataLayer.filter(({ event }) => event === 'haberdash_add_to_cart')), []);

  await page.evaluate(() => document.removeEventListener('haberdash:add-to-cart', window.stop));
  await page.locator('.add').click();
  await page.waitForURL(/\/sent\?/);
  const sent = new URL(page.url()).searchParams;
  assert.deepEqual(sent.getAll('properties[Colour]'), ['Red']);
  assert.equal(JSON.parse(sent.get('properties[_haberdash_claim]')).total, 2500);
});

test('the data layer gets what the shopper did on purpose, and nothing inferred', async (t) => {
  const page = await open(t, '/shirt.html');
  const mine = () => page.evaluate(() => window.dataLayer.filter((entry) => String(entry?.event).startsWith('haberdash')));
  assert.deepEqual(await mine(), [], 'nothing before a pick');
  await choice(page, 'Buttons', 'Four').check();
  await choice(page, 'Fabric', 'Navy gingham').check();
  const told = await until(mine, (list) => list.at(-1)?.haberdash.selection.fabric === 'navy-gingham', 'haberdash_customize');
  for (const entry of told) {
    assert.deepEqual(Object.keys(entry).sort(), ['event', 'haberdash']);
    assert.equal(entry.event, 'haberdash_customize');
    assert.deepEqual(Object.keys(entry.haberdash).sort(), ['currency', 'price_text', 'product', 'selection', 'unit_price']);
  }
  const { haberdash } = told.at(-1);
  assert.equal(haberdash.selection.buttons, 'four');
  assert.equal(haberdash.unit_price, 9650);
  await page.getByRole('button', { name: 'Add to basket' }).click();
  const added = await until(mine, (list) => list.some(({ event }) => event === 'haberdash_add_to_cart'), 'haberdash_add_to_cart');
  assert.deepEqual([...new Set(added.map(({ event }) => event))], ['haberdash_customize', 'haberdash_add_to_cart']);
  assert.doesNotMatch(JSON.stringify(added), /reason|facets|history|score|taste/);
  await assertQuiet(page);
});

test('the data layer may have another name, and entries from before the tag count', async (t) => {
  const shop = await serve(t, {
    '/early.js': "window.events = [{ event: 'view_item', ecommerce: { items: [{ item_id: 'SH-005' }] } }]; function gtag() { events.push(arguments); } gtag('event', 'search', { search_term: 'lavender' });",
    '/': html(STRIP_HOST, { head: `<script src="/early.js"></script>${await tag(`${TAG} data-layer="events"`)}` }),
  });
  const page = await open(t, `${shop}/`);
  const subjects = await until(() => history(page), (events) => events.length === 2, 'both');
  assert.deepEqual(subjects.map(({ kind, item, query }) => [kind, item ?? query]).sort(), [['search', 'lavender'], ['view', 'SH-005']]);
  await assertQuiet(page);
});

// ---------------------------------------------------------------- window.Haberdash

test('the API, after the widget is ready', async (t) => {
  const shop = await serve(t, { ...mugFiles(), '/': html(productForm(mug) + STRIP_HOST, { head: await tag(TAG) }) });
  const page = await open(t, `${shop}/`);
  const api = (run, argument) => page.evaluate(run, argument);
  await api(() => window.Haberdash.ready);
  assert.match(await api(() => window.Haberdash.version), /^\d+\.\d+\.\d+/);
  const first = await api(() => window.Haberdash.configuration(document.querySelector('#host')));
  assert.deepEqual(first, {
    product: 'mug', selection: { colour: 'white' }, unit_price: 1000, currency: 'EUR', price_text: '€10.00', properties: { Colour: 'White' }, link: first.link, quantity: 1, claim: await claim(page, HOST),
  });
  assert.ok(first.link.startsWith(`${shop}/#hb=1`), first.link);
  assert.equal(await api(() => window.Haberdash.configuration(document.querySelector('#strip'))), null);
  assert.equal(await api(() => window.Haberdash.select(document.querySelector('#host'), 'colour', 'red')), null);
  assert.equal((await api(() => window.Haberdash.configuration(document.querySelector('#host')))).unit_price, 1250);
  assert.match(await api(() => window.Haberdash.select(document.querySelector('#host'), 'colour', 'rde')), /rde.*"red"/);
  assert.match(await api(() => window.Haberdash.select(document.querySelector('#host'), 'color', 'red')), /color.*"colour"/);
  assert.match(await api(() => window.Haberdash.select(document.body, 'colour', 'red')), /no configurator/);
  const problems = await api(() => window.Haberdash.configure(document.querySelector('#host'), { colour: 'red', collar: 'kent' }));
  assert.equal(problems.length, 1);
  assert.match(problems[0], /collar/);
  assert.deepEqual(await selection(page, HOST), { colour: 'red' });
  assert.deepEqual(await api(() => window.Haberdash.configure(document.querySelector('#host'), {})), []);
  assert.deepEqual(await selection(page, HOST), { colour: 'white' }, 'what is left out gets its default');

  assert.equal(await api(() => window.Haberdash.mode()), 'memory');
  assert.equal(await api(() => window.Haberdash.track('view', 'SH-005')), true);
  assert.equal(await api(() => window.Haberdash.track('search', 'oxford')), true);
  assert.equal(await api(() => window.Haberdash.track('looked-at', 'SH-005')), false);
  const events = await history(page);
  assert.deepEqual(events.filter(({ kind }) => kind !== 'configure').map(({ kind, item, query }) => [kind, item ?? query]), [['view', 'SH-005'], ['search', 'oxford']]);
  assert.ok(events.every(({ at }) => Math.abs(at - Date.now()) < 60_000));
  await api(() => window.Haberdash.forget('oxford'));
  assert.ok(!(await history(page)).some(({ query }) => query === 'oxford'));
  await api(() => window.Haberdash.forget());
  assert.deepEqual(await history(page), []);
  await api(() => window.Haberdash.remember(true));
  assert.equal(await api(() => window.Haberdash.mode()), 'device');
  await api(() => window.Haberdash.remember(false));
  assert.equal(await api(() => window.Haberdash.mode()), 'memory');
  assert.equal(await stored(page, KEY), null);

  const { events: told } = await seen(page);
  assert.deepEqual(told.map(({ name, host }) => `${name} ${host}`).slice(0, 2), ['ready host', 'change host']);
  assert.equal(told[0].detail.unit_price, 1000);
  assert.equal(told[1].detail.unit_price, 1250);
  assert.deepEqual(ours(page), []);
});

test('the API, called before the widget is there: everything is carried out', async (t) => {
  const shop = await serve(t, {
    ...mugFiles(),
    '/early.js': `const host = document.querySelector('#host'), { Haberdash } = window;
      window.answers = Promise.all([
        Haberdash.select(host, 'colour', 'red'), Haberdash.configuration(host), Haberdash.track('view', 'SH-005'), Haberdash.history(), Haberdash.mode(),
        Haberdash.forget('SH-005'), Haberdash.history(), Haberdash.configure(host, { colour: 'white' }), Haberdash.configuration(host),
      ]).catch(String);`,
    '/': html(`${productForm(mug)}${await tag(TAG, { isAsync: false })}<script src="/early.js"></script>`),
  });
  const page = await open(t, `${shop}/`);
  const answers = await page.evaluate(() => window.answers);
  assert.ok(Array.isArray(answers), String(answers));
  const [selected, configured, tracked, then, mode, forgotten, now, problems, last] = answers;
  assert.equal(selected, null);
  assert.equal(configured?.unit_price, 1250);
  assert.equal(tracked, true);
  assert.deepEqual(then.events.map(({ item }) => item), ['SH-005']);
  assert.equal(mode, 'memory');
  assert.equal(forgotten ?? null, null);
  assert.deepEqual(now.events ?? [], []);
  assert.deepEqual(problems, []);
  assert.equal(last?.unit_price, 1000);
  await assertQuiet(page);
});
