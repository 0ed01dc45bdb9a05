// Strips from an index: built here by the command, of made-up events about the demo shop's catalogue, and read as static files.
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { TARGET, haberdash } from './command.mjs';
import { ROOT, STRICT, STRIP, assertQuiet, catalogue, history, html, layoutShift, open, ours, serve, settled, tag, until, useBrowser } from './lib.mjs';

useBrowser();

const OUT = path.join(TARGET, 'tests/index');
/** Runs `haberdash`, which is to go well; what it says on the way. */
async function told(parameters) {
  const { code, stderr } = await haberdash(parameters);
  assert.equal(code, 0, stderr);
  return stderr;
}

/** The files of an index of `items`, as paths of a server, built of shoppers who go from each item to the one that `next` names. */
async function indexOf(name, items, next) {
  const folder = path.join(OUT, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const rows = ['user\titem\torder'];
  items.forEach((item, at) => {
    for (let shopper = 0; shopper < 4; shopper++) {
      let now = at;
      for (let step = 0; step < 3; step++, now = next(now)) rows.push(`${at}-${shopper}\t${items[now].id}\t${step}`);
    }
  });
  await writeFile(path.join(folder, 'events.tsv'), rows.join('\n'));
  await writeFile(path.join(folder, 'catalog.json'), JSON.stringify({ version: 1, currency: 'EUR', items }));
  const parameters = ['--events', path.join(folder, 'events.tsv'), '--items', path.join(folder, 'catalog.json'), '--base', '/catalog.json'];
  await told(['index', ...parameters, '--out', path.join(folder, 'index')]);
  const files = {};
  for (const entry of await readdir(path.join(folder, 'index'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files[`/${path.relative(folder, file)}`] = { body: await readFile(file) };
  }
  return files;
}

let products, files;
const next = (at) => (at * 7 + 3) % products.length;
before(async () => {
  products = (await catalogue()).filter(({ kind, availability }) => (kind ?? 'product') === 'product' && availability === 'in_stock');
  files = await indexOf('shop', products, next);
});

const FOR_YOU = '<div data-haberdash="recommendations" data-strip="for-you" data-limit="6"><p>Look around.</p></div>';
const SPACE = '[data-haberdash] { display: flow-root; min-block-size: 40rem }';
const BOTH = 'data-catalog="/catalog.json" data-index="/index/"';
const viewed = (...ids) => [(ids) => {
  window.dataLayer = ids.map((id) => ({ event: 'view_item', ecommerce: { items: [{ item_id: id }] } }));
}, ids];
const title = ({ title }) => (typeof title === 'string' ? title : title.en);
const titles = (page, selector = STRIP) => page.locator(selector).first().evaluate((host) => [...host.shadowRoot.querySelectorAll('.item .title')].map((title) => title.textContent));
const reasons = (page) => page.locator(STRIP).first().evaluate((host) => [...host.shadowRoot.querySelectorAll('.item')].map((item) => [item.querySelector('.title').textContent, item.querySelector('.reason').textContent]));
const asked = (page) => page.record.requests.map((request) => new URL(request.url()).pathname).filter((where) => where.startsWith('/index/'));
const shopOf = async (t, attributes, body = FOR_YOU, more = files) =>
  serve(t, { ...more, '/space.css': { body: SPACE, headers: { 'Content-Type': 'text/css' } }, '/': html(body, { head: `<link rel="stylesheet" href="/space.css">${await tag(attributes)}` }) }, { 'Content-Security-Policy': STRICT });

test('what others looked at next comes first, for a reason that is true', async (t) => {
  const [from, to] = [products[10], products[next(10)]];
  const shop = await shopOf(t, BOTH);
  const page = await open(t, `${shop}/`, { init: [viewed(from.id)] });
  const list = await until(() => reasons(page), (list) => list[0]?.[0] === title(to), 'the next one is first');
  assert.equal(list[0][1], `Because you viewed ${title(from)}`);
  // The head, one shard of rows, the names of the few items that there are.
  assert.deepEqual(asked(page).map((where) => where.split('/')[2].replace(/-?[0-9a-f-]*\.bin/, '')), ['manifest.json', 'rows', 'names']);
  await page.evaluate((id) => window.Haberdash.forget(id), from.id);
  await until(() => titles(page), (list) => list.length && list[0] !== title(to), 'without the event it is not first');
  await page.evaluate((id) => window.Haberdash.track('view', id), from.id);
  await until(() => titles(page), (list) => list[0] === title(to), 'with it again it is');
  assert.equal(new Set(asked(page)).size, asked(page).length, 'nothing is asked for twice');
  assert.deepEqual(await layoutShift(page), []);
  await assertQuiet(page);
});

test('without a catalogue cards come from the index', async (t) => {
  const [from, to] = [products[20], products[next(20)]];
  const shop = await shopOf(t, 'data-index="/index"');
  const page = await open(t, `${shop}/`, { init: [viewed(from.id)] });
  const list = await until(() => reasons(page), (list) => list[0]?.[0] === title(to), 'the next one is first');
  assert.equal(list[0][1], `Because you viewed ${title(from)}`);
  assert.equal(list.length, 6);
  const first = await page.locator(STRIP).evaluate((host) => {
    const card = host.shadowRoot.querySelector('.item');
    return [new URL(card.querySelector('a').href).pathname, new URL(card.querySelector('img').src).pathname, card.querySelector('.cost').textContent];
  });
  assert.deepEqual(first.slice(0, 2), [`/${to.url.split('?')[0]}`, `/${to.image}`]);
  assert.match(first[2], /€\d/);
  assert.ok(!page.record.requests.some((request) => request.url().includes('catalog.json')));
  await assertQuiet(page);
});

/** A strip whose files come at once, or from afar, is looked at while its cards are on their way. */
async function rehearsal(t, afar) {
  // Nothing else tells: it is never seen. So what is made is noted.
  const noting = () => {
    const { createElement } = Document.prototype;
    const made = [];
    window.host = () => document.querySelector('[data-haberdash]');
    window.rehearsed = () => made.filter((element) => element.matches('section.strip') && element.parentNode && element.querySelector('.item') && element.getRootNode().host !== window.host());
    Document.prototype.createElement = function create(...all) {
      const element = createElement.apply(this, all);
      if (all[0] === 'section') made.push(element);
      return element;
    };
  };
  // All files of cards wait for the first look.
  let looked;
  const look = (page) => until(() => page.evaluate(() => ({
    items: window.rehearsed().map((strip) => [...strip.querySelectorAll('.title')].map((title) => title.textContent)),
    images: window.rehearsed().flatMap((strip) => [...strip.querySelectorAll('img[src]')].length),
    inPage: window.rehearsed().map((strip) => strip.getRootNode().host?.getRootNode().host === window.host()),
    seen: window.rehearsed().map((strip) => strip.checkVisibility({ visibilityProperty: true })),
    inHost: window.host().children.length,
    state: window.host().dataset.haberdashState,
    shown: document.querySelector('[data-haberdash] p')?.checkVisibility(),
    told: (window.dataLayer ?? []).filter(({ event }) => event !== 'view_item').length,
  })), ({ items }) => items.length > 0, 'a strip is rehearsed');
  const routes = [['**/index/cards/**', async (route) => {
    looked ??= look(route.request().frame().page());
    await looked.catch(() => {});
    await route.continue();
  }]];
  if (afar) {
    routes.push(['**/index/rows/**', async (route) => {
      await new Promise((done) => setTimeout(done, 200));
      await route.continue();
    }]);
  }
  const [from, to] = [products[20], products[next(20)]];
  const page = await open(t, `${await shopOf(t, 'data-index="/index"')}/`, { init: [noting, viewed(from.id)], routes });
  const { inPage, ...seen } = await looked;
  assert.deepEqual(seen, { items: [['a']], images: [0], seen: [false], inHost: 1, state: 'loading', shown: true, told: 0 }, 'one card without a picture that nobody sees, and what the page has is still there');
  await until(() => titles(page), (list) => list[0] === title(to), 'the shop’s own cards');
  assert.equal((await titles(page)).includes('a'), false);
  assert.equal(await page.evaluate(() => window.rehearsed().length), 0, 'it was taken away');
  assert.equal(await page.evaluate(() => window.host().shadowRoot.childElementCount), 1, 'nothing but the strip is left');
  assert.deepEqual(await layoutShift(page), []);
  await assertQuiet(page);
  return inPage;
}

test('while cards are on their way a strip is rehearsed that leaves nothing behind', async (t) => {
  await rehearsal(t, false);
});

test('where files come from afar it is laid out in the strip’s own place, in its fonts', async (t) => {
  assert.deepEqual(await rehearsal(t, true), [true]);
});

test('a strip that shows nothing keeps its fallback, and nothing of a rehearsal', async (t) => {
  // Nothing was designed: the first strip of the page stays empty.
  const empty = '<div data-haberdash="recommendations" data-strip="your-design"><p>Design something.</p></div>';
  const shop = await shopOf(t, 'data-index="/index"', empty + FOR_YOU);
  let isAfar = false;
  const routes = [['**/index/rows/**', async (route) => {
    if (isAfar) await new Promise((done) => setTimeout(done, 200));
    await route.continue();
  }]];
  const page = await open(t, `${shop}/`, { init: [viewed(products[20].id)], routes });
  const second = '[data-haberdash][data-strip="for-you"]';
  await until(() => titles(page, second), (list) => list[0] === title(products[next(20)]), 'the shop’s own cards');
  isAfar = true;
  // One whose row is in a file that is not here yet.
  const known = new Set(asked(page)), rows = () => asked(page).filter((where) => where.includes('/rows/') && !known.has(where)).length;
  for (const { id } of products.slice(30, 60)) {
    if (rows()) break;
    await page.evaluate((id) => window.Haberdash.track('view', id), id);
    await page.waitForTimeout(250);
  }
  await until(async () => rows(), (count) => count > 0, 'further rows');
  await settled(page);
  const left = await page.locator(STRIP).first().evaluate((host) => [...host.shadowRoot?.children ?? []].map((child) => child.localName).filter((name) => name !== 'slot'));
  assert.deepEqual(left, []);
  assert.equal(await page.locator(`${STRIP} > p`).first().isVisible(), true);
  await assertQuiet(page);
});

test('what was looked at lately is shown, however little it counts for neighbours', async (t) => {
  const manifest = JSON.parse(files['/index/manifest.json'].body);
  manifest.method.decay = 0.2;
  const body = '<div data-haberdash="recommendations" data-strip="recent" data-limit="8"></div>';
  const shop = await shopOf(t, 'data-index="/index/"', body, { ...files, '/index/manifest.json': { body: JSON.stringify(manifest) } });
  const looked = products.slice(30, 40);
  const page = await open(t, `${shop}/`, { init: [viewed(...looked.map(({ id }) => id))] });
  const list = await until(() => titles(page), (list) => list.length === 8, 'eight cards');
  // The page is about the last of them.
  assert.deepEqual(list, looked.map(title).reverse().slice(1, 9));
  // For neighbours three of ten rows would be enough.
  assert.ok(asked(page).filter((where) => where.includes('/rows/')).length > 3);
  const other = await open(t, `${await shopOf(t, 'data-index="/index/"', FOR_YOU, { ...files, '/index/manifest.json': { body: JSON.stringify(manifest) } })}/`, { init: [viewed(...looked.map(({ id }) => id))] });
  await until(() => titles(other), (list) => list.length === 6, 'six cards');
  assert.ok(asked(other).filter((where) => where.includes('/rows/')).length <= 3, asked(other).join());
  await assertQuiet(page);
});

test('a shopper of whom nothing is known is shown what is popular', async (t) => {
  const page = await open(t, `${await shopOf(t, 'data-index="/index/"')}/`);
  assert.equal((await titles(page)).length, 6);
  assert.ok(!asked(page).some((where) => where.includes('/rows/')));
  await assertQuiet(page);
});

test('what shoppers of this page’s product took as well', async (t) => {
  const body = `<div data-haberdash="recommendations" data-strip="bought-together" data-item="${products[5].id}" data-limit="3"></div>`;
  const page = await open(t, `${await shopOf(t, BOTH, body)}/`);
  assert.equal((await titles(page))[0], title(products[next(5)]));
  assert.equal(await page.locator(STRIP).evaluate((host) => host.shadowRoot.querySelector('h2').textContent), 'Often chosen together');
  const alone = await open(t, `${await shopOf(t, 'data-catalog="/catalog.json"', body)}/`);
  assert.equal(await alone.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
  await assertQuiet(page);
});

test('a shop of any size is asked for 32 files at most, and 100 KB', async (t) => {
  const many = Array.from({ length: 6000 }, (_, at) => ({
    id: `item-${at}`, title: `Cotton thing number ${at}`, url: `p/${at}`, image: `i/${at}.jpg`, price: 1000 + at, facets: { color: ['red', 'navy', 'sand'][at % 3], cut: `c${at % 40}` }, category: ['All', `Group ${at % 60}`],
  }));
  const large = await indexOf('large', many, (at) => (at * 613 + 7) % many.length);
  const strip = (kind, more = '') => `<div data-haberdash="recommendations" data-strip="${kind}" data-limit="8" ${more}></div>`;
  const body = strip('for-you') + strip('similar', 'data-item="item-77"') + strip('recent') + strip('trending');
  const shop = await shopOf(t, 'data-index="/index/"', body, { ...large, ...Object.fromEntries(many.map(({ image }) => [`/${image}`, { status: 204 }])) });
  const page = await open(t, `${shop}/`, { init: [viewed(...Array.from({ length: 60 }, (_, at) => `item-${at * 97}`))] });
  await until(() => page.evaluate((strip) => [...document.querySelectorAll(strip)].map((host) => host.shadowRoot?.querySelectorAll('.item').length ?? 0), STRIP), (counts) => counts.length === 4 && counts.every((count) => count > 3), 'four strips');
  const list = asked(page);
  assert.ok(list.length <= 32, `${list.length} files`);
  const sum = list.reduce((sum, where) => sum + brotliCompressSync(large[where].body).length, 0);
  t.diagnostic(`${list.length} files, ${sum} bytes, brotli`);
  assert.ok(sum < 100 * 1024, `${sum} bytes`);
  // Somebody who asks for a shard could have meant any of many items.
  const rows = list.filter((where) => where.includes('/rows/')).map((where) => large[where].body[4]);
  assert.ok(rows.every((count) => count >= 32), `${rows}`);
  await assertQuiet(page);
});

const others = async (t, change, attributes = BOTH) => {
  const broken = Object.fromEntries(Object.entries(files).map(([where, file]) => [where, change(where) ?? file]));
  const page = await open(t, `${await shopOf(t, attributes, FOR_YOU, broken)}/`, { init: [viewed(products[10].id)] });
  await until(() => history(page), (events) => events.length === 1, 'the view is remembered');
  return page;
};

test('what is missing or damaged is told in a line, and all else works', async (t) => {
  const plain = await open(t, `${await shopOf(t, 'data-catalog="/catalog.json"')}/`, { init: [viewed(products[10].id)] });
  const without = await until(() => titles(plain), (list) => list.length === 6, 'a strip by content');
  const part = (name, instead) => (where) => (where.includes(name) ? instead : undefined);
  const table = [
    ['no manifest', part('manifest', { status: 404 }), /manifest\.json answered with status 404; strips are ranked by content$/],
    ['another file', part('manifest', { body: '{"version":1}' }), /manifest\.json is no index, or of another version; strips are ranked by content$/],
    ['no JSON', part('manifest', { body: '<html>' }), /manifest\.json is not JSON; strips are ranked by content$/],
    ['no rows', part('/rows/', { status: 500 }), /answered with status 500; the index is used without it$/],
    ['damaged rows', part('/rows/', { body: 'HBN1\u00ff\u00ff\u00ff\u00ff' }), /\.bin is damaged; the index is used without it$/],
    ['damaged names', part('/names/', { body: Buffer.alloc(3000, 7) }), /\.bin is damaged; the index is used without it$/],
  ];
  for (const [what, change, line] of table) {
    const page = await others(t, change);
    assert.deepEqual(await titles(page), without, what);
    const lines = ours(page);
    assert.equal(lines.length, 1, `${what}: ${lines}`);
    assert.match(lines[0], line, what);
  }
});

test('with no catalogue and no index the fallback stays', async (t) => {
  const page = await others(t, (where) => (where.includes('manifest') ? { status: 404 } : undefined), 'data-index="/index/"');
  assert.equal(await page.locator(STRIP).getAttribute('data-haberdash-state'), 'failed');
  assert.equal(await page.locator(`${STRIP} p`).isVisible(), true);
  assert.match(ours(page)[0], /error: \[haberdash\] .*manifest\.json answered with status 404/);
  const damaged = await others(t, (where) => (where.includes('/cards/') ? { body: '[]' } : undefined), 'data-index="/index/"');
  await settled(damaged);
  assert.equal(await damaged.locator(STRIP).getAttribute('data-haberdash-state'), 'empty');
  assert.match(ours(damaged)[0], /\.json is damaged; the index is used without it$/);
});
