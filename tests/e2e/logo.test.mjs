// The shopper's own picture: chosen, dropped and pasted; placed by pointer, touch and keyboard; kept; sent with the order; and everything that is no
// picture, or would do harm, refused in words. All files are made here.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { chunk, colours, number, png, sha256 } from './images.mjs';
import { CDN, CONFIGURATOR, ROOT, SHOP, STRICT, assertQuiet, choice, claim, formData, go, open, ours, productForm, html, painted, seen, selection, serve, tag, turned, until, useBrowser } from './lib.mjs';

useBrowser();

// ---------------------------------------------------------------- files

const hugePng = () => {
  const head = Buffer.concat([number(10_000), number(10_000), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND')]);
};
/** What a canvas of the browser makes of a picture: left half red, right half blue. */
const drawn = (page, mime, width, height) => page.evaluate(async ([mime, width, height]) => {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  context.fillStyle = '#d00000';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#0000d0';
  context.fillRect(width / 2, 0, width / 2, height);
  const blob = await new Promise((done) => canvas.toBlob(done, mime, 0.95));
  return [...new Uint8Array(await blob.arrayBuffer())];
}, [mime, width, height]).then((bytes) => Buffer.from(bytes));
const segment = (marker, body) => Buffer.concat([Buffer.from([0xff, marker]), number(body.length + 2, 2), body]);
const cmyk = () => Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x02', 'latin1')),
  segment(0xc0, Buffer.from([8, 0, 8, 0, 8, 4, 1, 17, 0, 2, 17, 0, 3, 17, 0, 4, 17, 0])), Buffer.from([0xff, 0xd9])]);
const animatedWebp = () => Buffer.concat([Buffer.from('RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x07\0\0\x07\0\0', 'latin1'), Buffer.alloc(4)]);
const svg = (body, attributes = 'viewBox="0 0 100 100"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${body}</svg>`);
const STAR = svg('<defs><linearGradient id="g"><stop stop-color="#f60"/><stop offset="1" stop-color="#c03"/></linearGradient><style>.a{fill:url(#g)}</style></defs><path class="a" d="M50 5 61 39H97L68 60 79 95 50 74 21 95 32 60 3 39H39Z"/>');

// ---------------------------------------------------------------- the page

const HOST = CONFIGURATOR;
const group = (page) => page.locator(HOST).locator('.option.logo');
const file = (name, buffer, mimeType = 'application/octet-stream') => ({ name, mimeType, buffer });
const take = (page, given) => group(page).locator('input[type=file]').setInputFiles(given);
const problem = (page) => group(page).locator('.problem').textContent();
const placed = async (page) => (await selection(page)).logo;
const status = (page) => group(page).locator('[role=status]').allTextContents().then((all) => all.join(' '));
/** The shown picture has the logo; what draws it. */
const inPicture = (page) => page.locator('[data-haberdash-picture] .frame > svg .moved').evaluate((moved) => ({
  tag: moved.firstElementChild.tagName, transform: moved.getAttribute('transform'), width: Number(moved.firstElementChild.getAttribute('width')), height: Number(moved.firstElementChild.getAttribute('height')),
}));
const has = (page, bytes) => until(() => placed(page), (logo) => logo?.file === sha256(bytes), 'the picture is picked');

test('a PNG is chosen, seen in the picture, priced, and goes with the order', async (t) => {
  const page = await open(t, '/mug.html');
  const bytes = png(600, 300);
  await take(page, file('our choir.png', bytes));
  await has(page, bytes);
  assert.deepEqual(await placed(page), { file: sha256(bytes), rotate: 0, scale: 1000, x: 500, y: 500 });
  const shown = await inPicture(page);
  assert.deepEqual([shown.tag, shown.width, shown.height, shown.transform], ['image', 320, 160, 'translate(400 430)']);
  assert.equal(await page.locator('#price').textContent(), '€23.50');
  await group(page).getByText('our choir.png').waitFor();
  // 600 pixels on 80 millimetres.
  assert.match(await group(page).locator('.own > .help').textContent(), /^190 dots per inch/);
  assert.equal(await group(page).locator('.warn').count(), 0);
  const data = await page.locator(HOST).evaluate(async (host) => {
    await new Promise((done) => setTimeout(done));
    const form = host.closest('form');
    const file = new FormData(form).getAll('properties[Your logo]');
    return { enctype: form.enctype, count: file.length, name: file[0].name, type: file[0].type, bytes: [...new Uint8Array(await file[0].arrayBuffer())] };
  });
  assert.deepEqual([data.enctype, data.count, data.name, data.type], ['multipart/form-data', 1, 'our choir.png', 'application/octet-stream']);
  assert.equal(sha256(Buffer.from(data.bytes)), sha256(bytes), 'the original, byte by byte');
  const { files, unit_price } = await claim(page);
  assert.deepEqual([files, unit_price], [[{ name: 'our choir.png', sha256: sha256(bytes), size: bytes.length }], 2350]);
  // Taken out again, the form is as it was.
  await group(page).getByRole('button', { name: 'Remove' }).click();
  await until(() => selection(page), (picks) => !('logo' in picks), 'removed');
  assert.equal(await page.locator('#price').textContent(), '€19.00');
  const after = await formData(page);
  assert.ok(!after.some(([name]) => name === 'properties[Your logo]'));
  assert.equal(await page.locator('form.buy').getAttribute('enctype'), null);
  assert.deepEqual((await claim(page)).files, []);
  // Small pictures follow a moment later.
  await until(() => page.locator('[data-haberdash-picture] .moved').count(), (count) => count === 0, 'gone from all pictures');
  await assertQuiet(page);
});

test('JPEG, WebP and SVG by picker, drop and paste; a photograph stands upright', async (t) => {
  const page = await open(t, '/mug.html');
  const photo = turned(await drawn(page, 'image/jpeg', 400, 200), 6);
  // Its name says something else: what is in it counts.
  await take(page, file('photo.png', photo, 'image/png'));
  await has(page, photo);
  let shown = await inPicture(page);
  assert.deepEqual([shown.tag, shown.width, shown.height], ['image', 160, 320]);
  // The left half, red, is at the top now.
  const top = await colours(page.locator('[data-haberdash-picture] image').first(), [[0.5, 0.01]]);
  assert.deepEqual(top.size, [200, 400]);
  const [[red, , blue]] = top.colours;
  assert.ok(red > 180 && blue < 60, `red at the top: ${top.colours}`);

  const webp = await drawn(page, 'image/webp', 300, 300);
  const give = (kind, name, bytes, mime) => group(page).evaluate((group, [kind, name, bytes, mime]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mime }));
    const target = group.querySelector('input[type=file]');
    target.focus();
    const options = { bubbles: true, cancelable: true, composed: true };
    const event = kind === 'paste' ? new ClipboardEvent(kind, { ...options, clipboardData: transfer }) : new DragEvent(kind, { ...options, dataTransfer: transfer });
    return !target.dispatchEvent(event);
  }, [kind, name, [...bytes], mime]);
  assert.ok(await give('dragover', 'a.webp', webp, 'image/webp'), 'the browser does not open it');
  assert.equal(await group(page).getAttribute('data-over'), '');
  assert.ok(await give('drop', 'a.webp', webp, 'image/webp'));
  await has(page, webp);
  assert.equal(await group(page).getAttribute('data-over'), null);

  assert.ok(await give('paste', 'star.svg', STAR, 'image/svg+xml'));
  await has(page, STAR);
  shown = await inPicture(page);
  assert.deepEqual([shown.tag, shown.width], ['svg', 320]);
  const ids = await page.locator('[data-haberdash-picture] .frame > svg .moved').evaluate((moved) => [moved.querySelector('linearGradient').id, moved.querySelector('path').getAttribute('fill')]);
  assert.match(ids[0], /^hb-[0-9a-f]{12}-g$/);
  assert.equal(ids[1], `url(#${ids[0]})`);
  assert.equal(await group(page).locator('.own > .help').textContent(), '', 'a drawing has no pixels');
  await assertQuiet(page);
});

test('placed by keyboard, buttons, sliders, pointer and touch; warned of coarse and cut off', async (t) => {
  const page = await open(t, '/mug.html', { context: { hasTouch: true } });
  const bytes = png(300, 300);
  await take(page, file('a.png', bytes));
  await has(page, bytes);
  assert.match(await group(page).locator('.warn').textContent(), /less than 150/);
  const stage = group(page).locator('.stand');
  await stage.focus();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', ']', ']', '+']) await page.keyboard.press(key);
  assert.deepEqual(await placed(page), { file: sha256(bytes), rotate: 10, scale: 1050, x: 480, y: 490 });
  assert.equal((await inPicture(page)).transform, 'translate(393.6 426.8) rotate(10)');
  assert.ok((await group(page).locator('.warn').allTextContents()).some((text) => /cut off/.test(text)));
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('[');
  await page.keyboard.press('-');
  assert.deepEqual(await placed(page), { file: sha256(bytes), rotate: 5, scale: 1000, x: 530, y: 490 });
  await group(page).getByRole('button', { name: 'Move left' }).click();
  await group(page).getByRole('button', { name: 'Move down' }).click();
  assert.deepEqual(await placed(page), { file: sha256(bytes), rotate: 5, scale: 1000, x: 520, y: 500 });
  await group(page).getByRole('slider', { name: 'Size' }).fill('50');
  await group(page).getByRole('spinbutton', { name: 'Turn °' }).fill('-90');
  await group(page).getByRole('spinbutton', { name: 'Turn °' }).press('Tab');
  assert.deepEqual(await placed(page), { file: sha256(bytes), rotate: -90, scale: 500, x: 520, y: 500 });
  assert.equal(await group(page).locator('.warn').count(), 0, 'half as large it is fine enough, and not cut off');
  // Nonsense is brought within limits, and the field shows that.
  await group(page).getByRole('spinbutton', { name: 'Size %' }).fill('99999');
  await group(page).getByRole('spinbutton', { name: 'Size %' }).press('Tab');
  assert.equal((await placed(page)).scale, 10_000);
  assert.equal(await group(page).getByRole('spinbutton', { name: 'Size %' }).inputValue(), '1000');
  await group(page).getByRole('button', { name: 'Reset position' }).click();
  assert.deepEqual(await placed(page), { file: sha256(bytes), rotate: 0, scale: 1000, x: 500, y: 500 });

  // A quarter of the zone to the right, an eighth down. The zone is as wide as the stage without its margins.
  // What was said of it goes, and what is below moves up: only then is it where it stays.
  await stage.scrollIntoViewIfNeeded();
  await painted(page);
  const box = await stage.locator('.zone').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 8, y, { steps: 4 });
  await page.mouse.move(x + box.width / 4, y + box.height / 8, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(x, y);
  const near = (value, expected) => assert.ok(Math.abs(value - expected) <= 4, `${value} is not near ${expected}`);
  let now = await placed(page);
  near(now.x, 750);
  near(now.y, 625);
  // By touch, back again: the page does not scroll.
  const scrolled = await page.evaluate(() => scrollY);
  const client = await page.context().newCDPSession(page);
  const touch = (type, points) => client.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x, y }]);
  for (let step = 1; step <= 5; step++) await touch('touchMove', [{ x: x - (box.width / 4) * step / 5, y: y - (box.height / 8) * step / 5 }]);
  await touch('touchEnd', []);
  now = await placed(page);
  near(now.x, 500);
  near(now.y, 500);
  assert.equal(await page.evaluate(() => scrollY), scrolled);
  await assertQuiet(page);
});

test('it is kept through a reload, looked for no more once it is gone, and does not travel in a link', async (t) => {
  const page = await open(t, '/mug.html');
  await take(page, file('star.svg', STAR));
  await has(page, STAR);
  await group(page).locator('.stand').focus();
  await page.keyboard.press('ArrowLeft');
  await until(() => status(page), (text) => !/Reading/.test(text), 'read');
  const kept = () => page.evaluate(() => new Promise((done) => {
    const request = indexedDB.open('haberdash:files:otterby');
    request.onsuccess = () => {
      const all = request.result.transaction('files').objectStore('files').getAllKeys();
      all.onsuccess = () => { request.result.close(); done(all.result); };
    };
  }));
  await until(kept, (keys) => keys.includes(sha256(STAR)), 'kept on the device');
  await page.reload();
  await has(page, STAR);
  await until(() => group(page).locator('.name').first().textContent().catch(() => ''), (name) => name === 'star.svg', 'it is back');
  assert.equal((await placed(page)).x, 490);
  await until(() => claim(page), ({ files }) => files.length === 1, 'the claim has it again');
  assert.equal((await inPicture(page)).tag, 'svg');

  const link = await page.locator(HOST).evaluate(async (host) => (await window.Haberdash.configuration(host)).link);
  const text = Buffer.from(link.split('#hb=1')[1], 'base64url').toString();
  assert.deepEqual(JSON.parse(text), { p: 'enamel-mug', s: {}, w: true });
  await page.locator(HOST).getByRole('button', { name: 'Copy link' }).click();
  await page.locator(HOST).getByText('does not travel in the link').waitFor();
  const other = await open(t, link.replace(SHOP, ''));
  await other.locator(HOST).getByText('Please add yours').waitFor();
  assert.equal(await placed(other), undefined);

  // What was cleared is said to be gone, and the page goes on.
  await page.evaluate(() => new Promise((done) => { indexedDB.deleteDatabase('haberdash:files:otterby').onsuccess = done; }));
  await page.reload();
  await until(() => problem(page), (text) => /no longer on this device/.test(text), 'told');
  assert.equal(await placed(page), undefined);
  await take(page, file('star.svg', STAR));
  await has(page, STAR);
  await assertQuiet(page);
});

test('a browser that keeps nothing says so, and the picture is there all the same', async (t) => {
  const page = await open(t, '/mug.html', { init: [[() => { Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('blocked', 'SecurityError'); } }); }]] });
  await take(page, file('star.svg', STAR));
  await has(page, STAR);
  await until(() => group(page).locator('.warn').allTextContents(), (all) => all.some((text) => /does not keep/.test(text)), 'told');
  assert.equal((await claim(page)).files.length, 1);
});

test('everything that is no picture, or cannot be printed, is refused in words, and nothing else is lost', async (t) => {
  const page = await open(t, '/mug.html');
  await choice(page, 'Colour', 'Moss').check();
  await take(page, file('star.svg', STAR));
  await has(page, STAR);
  const level = (n) => `<g id="l${n}">${`<use href="#l${n - 1}"/>`.repeat(10)}</g>`;
  const broken = png(40, 40);
  broken.fill(7, 45);
  const refused = [
    ['100 megapixels', hugePng(), /10000 × 10000 pixels/],
    ['an animated PNG', png(4, 4, () => [0, 0, 0], [chunk('acTL', Buffer.concat([number(3), number(0)]))]), /moves/],
    ['an animated WebP', animatedWebp(), /moves/],
    ['a text', Buffer.from('Dear shop, this is our logo.'), /not a picture/],
    ['a page', Buffer.from('<!doctype html><title>x</title><svg></svg>'), /not a picture|damaged/],
    ['a CMYK photograph', cmyk(), /CMYK/],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), /GIF files cannot be used/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF files cannot be used/],
    ['an AVIF', Buffer.from('\0\0\0\x1cftypavif\0\0\0\0', 'latin1'), /AVIF files cannot be used/],
    ['nothing', Buffer.alloc(0), /empty/],
    ['a damaged PNG', broken, /damaged/],
    ['half a PNG', png(40, 40).subarray(0, 40), /damaged/],
    ['too many bytes', Buffer.concat([png(4, 4), Buffer.alloc(20_000_000)]), /too large. It may have 20 MB/],
    ['entities', Buffer.from('<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 1 1">&b;</svg>'), /entities/],
    ['nesting', svg('<g>'.repeat(3000) + '<path d="M0 0"/>' + '</g>'.repeat(3000)), /nested too deeply/],
    ['a loop of use', svg('<g id="a"><path d="M0 0"/><use href="#a"/></g>'), /nested too deeply|too many/],
    ['a billion laughs', svg(`<defs><path id="l0" d="M0 0h1"/>${[1, 2, 3, 4, 5, 6, 7, 8].map(level).join('')}</defs><use href="#l8"/>`), /too many elements/],
    ['a pattern of itself', svg('<pattern id="p" width="1" height="1"><rect width="1" height="1" fill="url(#p)"/></pattern><rect width="9" height="9" fill="url(#p)"/>'), /too many elements/],
    ['letters alone', svg('<text>Choir</text>'), /nothing in the drawing/],
    ['no size', svg('<path d="M0 0h1"/>', ''), /no size/],
  ];
  for (const [what, bytes, why] of refused) {
    await take(page, file(`${what}.png`, bytes, 'image/png'));
    await until(() => problem(page), (text) => why.test(text), what);
    await until(() => status(page), (text) => !/Reading/.test(text), `${what}: nothing goes on`);
    assert.equal((await placed(page)).file, sha256(STAR), `${what}: the picture before stays`);
  }
  // A good one takes the sentence away.
  const good = png(500, 500);
  await take(page, file('good.png', good));
  await has(page, good);
  assert.equal(await problem(page), '');
  assert.equal((await selection(page)).colour, 'moss');
  await assertQuiet(page);
});

test('a drawing can neither run nor fetch anything, and it is said what was left out', async (t) => {
  const page = await open(t, '/mug.html');
  await page.evaluate(() => { window.ran = []; });
  const before = page.record.requests.length;
  const evil = svg(`<script>window.ran.push('script')</script><style>@import url("https://evil.example/a.css"); .a { fill: url(https://evil.example/#p) }</style>
    <path class="a" d="M0 0H100V100Z" onload="window.ran.push('onload')" onclick="window.ran.push('click')" fill="#0a0"/>
    <image href="https://evil.example/x.png" width="9" height="9"/><image xlink:href="data:image/svg+xml,&lt;svg onload='window.ran.push(1)'/>" width="9" height="9"/>
    <use href="https://evil.example/x.svg#a"/><a href="javascript:window.ran.push('a')"><circle r="40" cx="50" cy="50" fill="#fff"/></a>
    <foreignObject width="50" height="50"><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="https://evil.example/"/></body></foreignObject>
    <animate attributeName="href" to="https://evil.example/"/><set attributeName="onclick" to="window.ran.push('set')"/>
    <path d="M0 0" style="background:url(https://evil.example/b);mask:url('https://evil.example/m#m')"/>`);
  await take(page, file('evil.svg', evil));
  await has(page, evil);
  const told = await until(() => group(page).locator('.warn').allTextContents(), (all) => all.length === 1, 'told');
  assert.match(told[0], /Left out: .*<script>.*onload/);
  const picture = page.locator('[data-haberdash-picture] .frame > svg .moved');
  const inside = await picture.evaluate((moved) => [...moved.querySelectorAll('*')].map((node) => ({ tag: node.tagName, names: node.getAttributeNames(), values: node.getAttributeNames().map((name) => node.getAttribute(name)).join(' ') })));
  for (const { tag, names, values } of inside) {
    assert.ok(['svg', 'g', 'path', 'circle'].includes(tag), tag);
    assert.ok(names.every((name) => !/^on|href|style/.test(name)), names.join());
    assert.doesNotMatch(values, /evil|javascript|data:/);
  }
  await picture.locator('path').first().click({ force: true });
  await painted(page);
  assert.deepEqual(await page.evaluate(() => window.ran), []);
  assert.deepEqual(page.record.requests.slice(before).map((request) => request.url()).filter((url) => !url.startsWith('blob:') && !url.startsWith(SHOP) && !url.startsWith(CDN)), []);
  await assertQuiet(page);
});

test('on a phone, in the dark and from right to left nothing is too wide, and axe finds nothing', async (t) => {
  for (const [lang, colorScheme] of [['en', 'light'], ['ar', 'dark']]) {
    const speak = (lang) => new MutationObserver(() => {
      document.documentElement?.setAttribute('lang', lang);
      document.documentElement?.setAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
    }).observe(document, { childList: true });
    const page = await open(t, '/mug.html', { context: { viewport: { width: 360, height: 740 }, colorScheme }, init: [[speak, lang]] });
    await take(page, file('star.svg', STAR));
    await has(page, STAR);
    await take(page, file('a.txt', Buffer.from('nothing')));
    await until(() => problem(page), (text) => text.length > 0, 'refused');
    const fits = await page.evaluate(() => document.scrollingElement.scrollWidth <= document.documentElement.clientWidth);
    assert.ok(fits, `${lang}: nothing is too wide`);
    const small = await group(page).locator('button, input:not([type=file]), label.file').evaluateAll((all) => all.map((element) => [element.outerHTML.slice(0, 60), element.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24).map(([text]) => text));
    assert.deepEqual(small, [], 'targets are large enough');
    const axe = await readFile(path.join(ROOT, 'tests/e2e/node_modules/axe-core/axe.min.js'), 'utf8');
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: `${axe}; undefined` });
    const violations = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ['violations'] })).violations
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(' ')).join(', ')}`));
    assert.deepEqual(violations, [], lang);
  }
});

// ---------------------------------------------------------------- other shops

const MUG = (change = {}) => JSON.stringify({
  version: 1, id: 'mug', title: 'Mug', currency: 'EUR', base_price: 1000,
  options: [{ id: 'logo', title: 'Logo', kind: 'image', ...change }],
  views: [{ id: 'front', art: '/mug.svg', layers: [{ part: 'cup' }, { zone: 'z', content: 'logo', x: 20, y: 20, width: 60, height: 60, rotate: 20 }] }],
});
const ART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g id="cup"><path d="M10 10H90V90H10Z" fill="#eee"/></g></svg>';
async function shop(t, { attributes = '', method = 'post', files = {}, headers = {}, product = MUG() } = {}) {
  const form = productForm({ product: '/mug.json', attributes }).replace('method="get"', `method="${method}"`);
  return serve(t, { '/': html(form, { head: await tag('data-shop="small"') }), '/mug.json': product, '/mug.svg': ART, ...files }, headers);
}

test('with data-upload the file is sent before the form, which waits; a failure is told and can be tried again', async (t) => {
  const address = await shop(t, { attributes: 'data-upload="/take"', method: 'get', files: { '/sent': 'thanks' } });
  const page = await open(t);
  const bodies = [];
  let works = false;
  await page.route('**/take', (route) => {
    bodies.push(route.request().postDataBuffer().toString('latin1'));
    return works ? route.fulfill({ status: 204 }) : route.fulfill({ status: 500 });
  });
  await go(page, address);
  const bytes = png(20, 20);
  await take(page, file('täglich.png', bytes));
  await has(page, bytes);
  const before = await formData(page);
  assert.equal(new Map(before).get('properties[Logo]'), 'Own picture', 'no file in the form');
  await page.locator('.add').click();
  await until(() => problem(page), (text) => /could not be sent/.test(text), 'told');
  assert.equal(new URL(page.url()).pathname, '/', 'the form was not sent');
  const download = page.waitForEvent('download');
  await group(page).getByRole('button', { name: 'Download' }).click();
  assert.equal((await download).suggestedFilename(), 'täglich.png');
  works = true;
  await page.locator('.add').click();
  await page.waitForURL('**/sent*');
  assert.equal(bodies.length, 2);
  assert.ok(bodies[1].includes(sha256(bytes)) && bodies[1].includes('name="file"'), bodies[1].slice(0, 300));
  const sent = JSON.parse(new URL(page.url()).searchParams.get('properties[_haberdash_claim]'));
  assert.equal(sent.files[0].sha256, sha256(bytes));
  const events = page.record.console.filter(({ type }) => type === 'pageerror');
  assert.deepEqual(events, []);
});

test('without a form that carries files the shopper is told and can download the original', async (t) => {
  const page = await open(t, await shop(t, { method: 'get' }));
  const bytes = png(20, 20);
  await take(page, file('a.png', bytes));
  await has(page, bytes);
  assert.ok((await group(page).locator('.warn').allTextContents()).some((text) => /cannot send the file/.test(text)));
  const download = page.waitForEvent('download');
  await group(page).getByRole('button', { name: 'Download' }).click();
  assert.equal((await download).suggestedFilename(), 'a.png');
  assert.equal(await page.locator('input[type=file][name]').count(), 0);
});

test('under a policy without blob: the picture is drawn on a canvas', async (t) => {
  const page = await open(t, await shop(t, { headers: { 'Content-Security-Policy': STRICT } }));
  const bytes = png(60, 60, () => [0, 160, 0]);
  await take(page, file('a.png', bytes));
  await has(page, bytes);
  const colour = await page.locator(HOST).locator('.picture foreignObject canvas').evaluate((canvas) => [...canvas.getContext('2d').getImageData(30, 30, 1, 1).data]);
  assert.deepEqual(colour, [0, 160, 0, 255]);
  const { violations } = await seen(page);
  assert.ok(violations.every((text) => /^img-src blob/.test(text)), violations.join());
});

test('a product may take fewer kinds and smaller files', async (t) => {
  const page = await open(t, await shop(t, { product: MUG({ formats: ['svg'], max_bytes: 2_500_000 }) }));
  assert.match(await group(page).textContent(), /SVG, up to 2.5 MB/);
  assert.equal(await group(page).locator('input[type=file]').getAttribute('accept'), 'image/svg+xml,.svg');
  await take(page, file('a.png', png(20, 20)));
  await until(() => problem(page), (text) => /PNG files cannot be used/.test(text), 'refused');
  await take(page, file('star.svg', STAR));
  await has(page, STAR);
  // Turned with its zone.
  assert.equal(await page.locator(HOST).locator('.picture .moved').getAttribute('transform'), 'rotate(20 50 50) translate(50 50)');
  assert.deepEqual(ours(page), []);
});
