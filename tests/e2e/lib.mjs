// What all end-to-end tests share: one browser for each file, a fresh context for each page under test, and a tiny server for hostile pages.
//
// Told by the environment: SHOP_URL and CDN_URL (no slash at the end), CHROMIUM (a program), DIST (the built folder).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const needed = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run \`cargo xtask test\`, or see tests/e2e/lib.mjs`);
  return value.replace(/\/$/, '');
};
export const SHOP = needed('SHOP_URL');
export const CDN = needed('CDN_URL');
export const DIST = needed('DIST');
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const CONFIGURATOR = '[data-haberdash=configurator]';
export const STRIP = '[data-haberdash=recommendations]';
/** The key of the shopper's history in the demo shop. */
export const KEY = 'haberdash:v1:otterby';
/** Every page of the demo shop, with something to show on it. */
export const PAGES = [
  '/', '/shirt.html', '/sneaker.html', '/product.html?id=SH-005', '/department.html?d=shirts', '/search.html?q=gingham',
  '/article.html?id=AR-001', '/cart.html', '/thanks.html', '/two.html', '/rtl.html',
];

// ---------------------------------------------------------------- the browser

let browser;

/** Call once at the top of a file: starts the browser before its tests and ends it after them. */
export function useBrowser() {
  before(async () => {
    browser = await chromium.launch({
      executablePath: needed('CHROMIUM'),
      args: ['--no-sandbox', '--disable-background-networking'],
    });
  });
  after(() => browser?.close());
}

// Runs in every page before its own scripts. It keeps to plain arrays, since hostile pages patch what it would use otherwise.
function observe() {
  window.__seen = { violations: [], events: [] };
  document.addEventListener('securitypolicyviolation', (event) => {
    window.__seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
  });
  for (const name of ['ready', 'change', 'add-to-cart', 'error']) {
    document.addEventListener(`haberdash:${name}`, (event) => {
      window.__seen.events.push({ name, host: event.target.id, detail: event.detail });
    });
  }
}

/** A page in a fresh context that keeps a record of what went wrong in it and what it asked for. */
export async function open(t, address, { context: options = {}, init = [], routes = [], ready = true } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  t.after(() => context.close());
  context.setDefaultTimeout(10_000);
  await context.addInitScript(observe);
  for (const script of init) await context.addInitScript(...[script].flat());
  for (const [pattern, handler] of routes) await context.route(pattern, handler);
  const record = { console: [], requests: [], failed: [] };
  context.on('console', (message) => record.console.push({ type: message.type(), text: message.text() }));
  context.on('weberror', (error) => record.console.push({ type: 'pageerror', text: String(error.error()) }));
  context.on('request', (request) => record.requests.push(request));
  // What a page that is left had still asked for is aborted: that is no failure.
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') record.failed.push(`${request.url()} ${why}`);
  });
  context.on('response', (response) => { if (response.status() >= 400) record.failed.push(`${response.url()} ${response.status()}`); });
  const page = await context.newPage();
  page.record = record;
  if (address) await go(page, address, ready);
  return page;
}

/** Goes to an address (of the demo shop, unless absolute) and waits for all hosts. */
export async function go(page, address, ready = true) {
  await page.goto(address.startsWith('http') ? address : SHOP + address);
  if (ready) await settled(page);
}

/** Waits until every host of the page is ready, empty or failed. */
export const settled = (page) => page.waitForFunction(() => {
  const hosts = [...document.querySelectorAll('[data-haberdash]:not(script)')];
  return hosts.length > 0 && hosts.every((host) => ['ready', 'empty', 'failed'].includes(host.getAttribute('data-haberdash-state')));
});

/** Waits until the host is in this state. */
export const inState = (page, selector, state) => page.locator(`${selector}[data-haberdash-state=${state}]`).first().waitFor({ state: 'attached' });

/** Two frames later: what was changed is painted. */
export const painted = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

// ---------------------------------------------------------------- what must not happen

/** Lines that we wrote into the console. */
export const ours = (page) => page.record.console.filter(({ text }) => text.startsWith('[haberdash]')).map(({ type, text }) => `${type}: ${text}`);

export const seen = (page) => page.evaluate(() => window.__seen);

/** Nothing in the console from anybody, no failed request, no violation of the policy. */
export async function assertQuiet(page, where = '') {
  const { violations } = await seen(page);
  assert.deepEqual(violations, [], `policy violations ${where}`);
  assert.deepEqual(page.record.console, [], `console ${where}`);
  assert.deepEqual(page.record.failed, [], `failed requests ${where}`);
}

/** The sum of all layout shifts without recent input, with what moved. */
export const layoutShift = (page) => page.evaluate(() => new Promise((done) => {
  const shifts = [];
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  const take = (entries) => {
    for (const entry of entries) {
      if (entry.hadRecentInput) continue;
      const moved = (entry.sources ?? []).map(({ node, previousRect: from, currentRect: to }) =>
        `${node?.nodeName ?? 'in a shadow tree'}.${node?.className ?? ''} ${[from, to].map(({ x, y, width, height }) => `${x},${y} ${width}×${height}`).join(' → ')}`);
      shifts.push({ value: entry.value, moved });
    }
  };
  observer.observe({ type: 'layout-shift', buffered: true });
  // Buffered entries are given in a task of their own; a frame later all are here.
  requestAnimationFrame(() => setTimeout(() => {
    take(observer.takeRecords());
    observer.disconnect();
    done(shifts);
  }, 50));
}));

// ---------------------------------------------------------------- the shop

export const acceptConsent = async (page) => {
  await page.locator('#consent-accept').click();
  await page.waitForFunction(() => window.Haberdash.mode().then((mode) => mode === 'device'));
};

/** The items of the catalogue, with what the file leaves out because it is so by default. */
export async function catalogue() {
  return JSON.parse(await readFile(path.join(DIST, 'catalog.json'), 'utf8')).items.map((item) => ({ kind: 'product', availability: 'in_stock', ...item }));
}

/** The cards of a strip: address, title and reason. */
export const cards = (page, selector = `${STRIP}[data-strip=for-you]`) => page.locator(selector).first().evaluate((host) =>
  [...host.shadowRoot.querySelectorAll('.item')].map((item) => {
    const url = new URL(item.querySelector('a').href);
    const own = { '/shirt.html': 'SH-001', '/sneaker.html': 'SN-027', '/mug.html': 'GI-MUG', '/bag.html': 'GI-901', '/poster.html': 'GF-090', '/pc-build.html': 'PC-901', '/skin.html': `skin-${url.searchParams.get('device')}` };
    const id = own[url.pathname] ?? url.searchParams.get('id');
    return { id, title: item.querySelector('.title').textContent, reason: item.querySelector('.reason').textContent };
  }));

export const ids = async (page, selector) => (await cards(page, selector)).map(({ id }) => id);

/** Waits until what `get` gives passes `test`, and gives it; fails with the last one. */
export async function until(get, test, what, ms = 8000) {
  const end = Date.now() + ms;
  let value;
  do {
    value = await get();
    if (test(value)) return value;
    await new Promise((done) => setTimeout(done, 40));
  } while (Date.now() < end);
  assert.fail(`${what}: last seen ${JSON.stringify(value)}`);
}

/** What is remembered, as the page's API tells it. */
export const history = (page) => page.evaluate(async () => (await window.Haberdash.history()).events ?? []);

/** Visits a page and waits until what it tells about the shopper, as "kind subject", is remembered. */
export async function visit(page, address, event) {
  await go(page, address);
  await until(() => history(page), (events) => events.some(({ kind, item, query }) => `${kind} ${item ?? query}` === event), `${event} is remembered`);
}

/** Looks at a product's page. */
export const view = (page, id) => visit(page, `/product.html?id=${id}`, `view ${id}`);

export const stored = (page, key = KEY) => page.evaluate((key) => localStorage.getItem(key), key);

/** What the form around a configurator would send, were it read right now. */
export const formData = (page, selector = CONFIGURATOR) => page.locator(selector).first().evaluate((host) => [...new FormData(host.closest('form'))]);

export const claim = async (page, selector) => JSON.parse(new Map(await formData(page, selector)).get('properties[_haberdash_claim]'));

/** The radio button of a choice, by the titles a shopper reads. */
export const choice = (page, option, title, selector = CONFIGURATOR) =>
  page.locator(selector).first().getByRole('group', { name: new RegExp(`^${option}`) }).getByRole('radio', { name: new RegExp(`^${title}(,|$)`) });

export const selection = (page, selector = CONFIGURATOR) => page.locator(selector).first().evaluate(async (host) =>
  (await window.Haberdash.configuration(host))?.selection);

// ---------------------------------------------------------------- hostile pages

const TYPES = { html: 'text/html; charset=utf-8', json: 'application/json', svg: 'image/svg+xml', webp: 'image/webp', ttf: 'font/ttf', js: 'text/javascript' };
const typeOf = (name) => TYPES[path.extname(name).slice(1)] ?? 'application/octet-stream';

/** The tag as a merchant pastes it. */
export async function tag(attributes = '', { isAsync = true } = {}) {
  const { version, files } = JSON.parse(await readFile(path.join(DIST, 'integrity.json'), 'utf8'));
  const from = `src="${CDN}/${version}/haberdash.js" integrity="${files['haberdash.js'].sha384}" crossorigin="anonymous"`;
  return `<script ${isAsync ? 'async' : ''} ${from} ${attributes}></script>`;
}

export const STRICT = `default-src 'none'; script-src 'self' ${CDN} 'wasm-unsafe-eval'; connect-src 'self' ${CDN}; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'`;

/**
 * A shop of its own on a free port. `files` is path → text, or { body, status, headers }; what is not named comes from the built shop's data
 * (product files, art, catalogue). Answers the address.
 */
export async function serve(t, files, headers = {}) {
  const server = createServer(async (request, response) => {
    const where = new URL(request.url, 'http://shop').pathname;
    const own = files[where];
    const file = typeof own === 'string' ? { body: own } : own;
    const send = (status, body, more) => response.writeHead(status, { 'Content-Type': typeOf(path.extname(where) ? where : 'page.html'), 'Cache-Control': 'no-cache', ...headers, ...more }).end(body);
    if (file) return send(file.status ?? 200, file.body ?? '', file.headers);
    if (where === '/favicon.ico') return send(204, '');
    const shared = /^\/(?:p|art)\/[\w./-]+$|^\/catalog\.json$/.test(where) && !where.includes('..');
    const body = shared ? await readFile(path.join(DIST, where)).catch(() => null) : null;
    return body ? send(200, body) : send(404, 'There is no such file.');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => { server.closeAllConnections(); server.close(); });
  return `http://127.0.0.1:${server.address().port}`;
}

/** A plain HTML page. */
export const html = (body, { head = '', lang = 'en' } = {}) => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A shop</title>${head}</head>
<body>${body}</body></html>`;

export const FALLBACK = '<label>Fabric <select name="properties[Fabric]"><option>White</option><option>Navy</option></select></label><p>Your options</p>';

/** A product form with a configurator in it. */
export const productForm = ({ id = 'host', product = '/p/oxford-shirt.json', attributes = '', fallback = FALLBACK } = {}) => `
<form id="form-${id}" action="/sent" method="get">
  <div id="${id}" data-haberdash="configurator" data-product="${product}" ${attributes}>${fallback}</div>
  <input type="number" name="quantity" value="1" min="1"><button class="add">Add</button>
</form>`;

/** A small product, to be changed by tests; its art is the shirt's. */
export const smallProduct = (change = {}) => JSON.stringify({
  version: 1, id: 'mug', title: 'Mug', currency: 'EUR', base_price: 1000, tax_included: true,
  options: [
    { id: 'colour', title: 'Colour', kind: 'choice', display: 'swatch', choices: [{ id: 'white', title: 'White', color: '#ffffff' }, { id: 'red', title: 'Red', color: '#cc0000', price: 250, facets: { color: 'red' } }] },
  ],
  views: [{ id: 'front', title: 'Front', art: '/art/mug.svg', layers: [{ part: 'cup', paint: 'colour' }] }],
  ...change,
});
export const MUG_ART = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><g id="cup"><path d="M20 20H80V80H20Z"/></g></svg>';

/** A JPEG with an EXIF orientation. */
export function turned(jpeg, orientation) {
  const tiff = Buffer.from(`MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`, 'latin1');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const length = Buffer.from([(body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, body, jpeg.subarray(2)]);
}
