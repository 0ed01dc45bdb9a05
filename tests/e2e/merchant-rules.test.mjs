// What a merchant wants of strips: rules in data attributes and in the catalogue, on small shops of their own under a strict policy.
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { TARGET, haberdash } from './command.mjs';
import { STRICT, STRIP, assertQuiet, html, inState, open, ours, serve, settled, tag, until, useBrowser } from './lib.mjs';

useBrowser();

const item = (id, category, color, price, popularity, more = {}) => ({ id, title: `Thing ${id}`, url: `/p/${id}`, price, category: [category], facets: { color }, popularity, ...more });
const ITEMS = [
  item('S1', 'Shirts', 'navy', 8900, 0.9, { brand: 'Acme' }), item('S2', 'Shirts', 'white', 7200, 0.8, { brand: 'Acme' }), item('S3', 'Shirts', 'red', 4000, 0.7),
  item('C1', 'Caps', 'navy', 1990, 0.6), item('C2', 'Caps', 'red', 2000, 0.5), item('B1', 'Canvas bags', 'green', 2500, 0.4), item('K1', 'Care', 'white', 500, 0.3),
  item('X1', 'Caps', 'navy', 500, 1, { availability: 'out_of_stock' }),
];
const catalog = (rules) => JSON.stringify({ version: 1, currency: 'EUR', items: ITEMS, ...(rules && { rules }) });
const strip = (attributes, kind = 'trending') => `<div data-haberdash="recommendations" data-strip="${kind}" data-limit="8" ${attributes}><p>Look around.</p></div>`;
const shopOf = async (t, body, { rules, attributes = 'data-catalog="/c.json" data-consent="granted"', files = {}, lang = 'en' } = {}) =>
  serve(t, { '/c.json': catalog(rules), ...files, '/': html(body, { head: await tag(attributes), lang }) }, { 'Content-Security-Policy': STRICT });
const shown = (page, at = 0) => page.locator(STRIP).nth(at).evaluate((host) => [...(host.shadowRoot?.querySelectorAll('.item') ?? [])].map((item) => item.querySelector('a').href.split('/').pop()).join(' '));
const reasons = (page) => page.locator(STRIP).first().evaluate((host) => [...host.shadowRoot.querySelectorAll('.reason')].map((reason) => reason.textContent));

for (const [attributes, expected] of [
  ['', 'S1 S2 S3 C1 C2 B1 K1'],
  ['data-pin="K1, C2 X1"', 'K1 C2 S1 S2 S3 C1 B1'],
  ['data-boost="color:navy"', 'S1 C1 S2 S3 C2 B1 K1'],
  ['data-bury="category:shirts"', 'C1 C2 B1 K1 S1 S2 S3'],
  ['data-exclude="brand:acme K1"', 'S3 C1 C2 B1'],
  [`data-filter="category:'canvas bag' category:caps"`, 'C1 C2 B1'],
  ['data-price="20-80"', 'S2 S3 C2 B1'],
  ['data-diversity="category:1"', 'S1 C1 B1 K1'],
]) {
  test(`a strip keeps to ${attributes || 'no rule'}`, async (t) => {
    const page = await open(t, `${await shopOf(t, strip(attributes))}/`);
    assert.equal(await shown(page), expected);
    await assertQuiet(page);
  });
}

test('a pinned card says so, in the language of the page', async (t) => {
  const page = await open(t, `${await shopOf(t, strip('data-pin="K1"'))}/`);
  assert.equal((await reasons(page))[0], 'Chosen by the shop');
  const german = await open(t, `${await shopOf(t, strip('data-pin="K1"'), { lang: 'de' })}/`);
  assert.equal((await reasons(german))[0], 'Vom Shop ausgesucht');
  assert.equal((await reasons(german))[1], 'Beliebt in diesem Shop');
});

test('rules of the catalogue hold for all strips, a strip’s own before them', async (t) => {
  const rules = { pin: ['K1'], exclude: 'brand:acme', price: '-30' };
  const body = strip('') + strip('data-pin="none" data-price="20-" data-exclude="C2"', 'for-you');
  const page = await open(t, `${await shopOf(t, body, { rules })}/`);
  assert.equal(await shown(page), 'K1 C1 C2 B1');
  // What the first shows the second does not, and Acme is excluded there too.
  assert.equal(await shown(page, 1), 'S3');
  await assertQuiet(page);
});

test('what is used up comes back three weeks after it was bought, where a rule says so', async (t) => {
  const init = [[(at) => localStorage.setItem('haberdash:v1:test', JSON.stringify({ v: 1, events: [{ at, kind: 'purchase', item: 'K1' }] })), Date.now() - 22 * 86_400_000]];
  const attributes = 'data-catalog="/c.json" data-consent="granted" data-shop="test"';
  const page = await open(t, `${await shopOf(t, strip(''), { attributes })}/`, { init });
  assert.equal(await shown(page), 'S1 S2 S3 C1 C2 B1');
  const again = await open(t, `${await shopOf(t, strip('data-again="category:care"'), { attributes })}/`, { init });
  assert.equal(await shown(again), 'S1 S2 S3 C1 C2 B1 K1');
});

test('what is wrong is told with the nearest right name, once, and left out', async (t) => {
  const body = strip('data-pin="K11" data-boost="colr:navy" data-bost="x" data-price="cheap"') + strip('');
  const page = await open(t, `${await shopOf(t, body, { rules: { bury: 'color:nvy' } })}/`);
  const lines = await until(() => ours(page), (lines) => lines.length >= 5, 'five lines');
  assert.deepEqual(lines.map((line) => line.replace(/^warning: \[haberdash\] /, '')).sort(), [
    'data-boost: unknown facet "colr"; did you mean "color"?',
    'data-bost: not known; did you mean "data-boost"?',
    'data-pin: unknown item "K11"; did you mean "K1"?',
    'data-price: expected what items cost, from and to, such as 20-80, 20- or -79.90, found "cheap"; every price is let in',
    lines.map((line) => line.replace(/^warning: \[haberdash\] /, '')).find((line) => /^the catalogue .*\/c\.json: \/rules\/bury: unknown value of color "nvy"; did you mean "navy"\?$/.test(line)),
  ].sort());
  assert.equal(await shown(page), 'S1 S2 S3 C1 C2 B1 K1');
});

test('without what applies rules nothing is shown that they exclude', async (t) => {
  const shop = await shopOf(t, strip('data-exclude="S1"') + strip('', 'for-you'));
  const page = await open(t, `${shop}/`, { routes: [['**/haberdash_merchant.wasm', (route) => route.abort()]] });
  await inState(page, `${STRIP}[data-strip=trending]`, 'failed');
  assert.equal(await shown(page), '');
  assert.ok(await page.getByText('Look around.').first().isVisible());
  // A strip without rules does without.
  await inState(page, `${STRIP}[data-strip=for-you]`, 'ready');
});

test('rules hold where cards come from an index, and what is pinned is fetched', async (t) => {
  const folder = path.join(TARGET, 'tests/merchant');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const items = Array.from({ length: 640 }, (_, at) => item(`i${at}`, `Group ${at % 9}`, ['navy', 'red'][at % 2], 1000 + at, (640 - at) / 640));
  const rows = ['user\titem\torder'];
  items.forEach((_, at) => [0, 1, 2].forEach((step) => rows.push(`u${at}\ti${(at + step) % 640}\t${step}`)));
  await writeFile(path.join(folder, 'events.tsv'), rows.join('\n'));
  await writeFile(path.join(folder, 'catalog.json'), JSON.stringify({ version: 1, currency: 'EUR', rules: { exclude: 'color:red', pin: ['i600'] }, items }));
  const { code, stderr } = await haberdash(['index', '--events', path.join(folder, 'events.tsv'), '--items', path.join(folder, 'catalog.json'), '--base', '/c.json', '--out', path.join(folder, 'index')]);
  assert.equal(code, 0, stderr);
  const files = {};
  for (const entry of await readdir(path.join(folder, 'index'), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) files[`/${path.relative(folder, file)}`] = { body: await readFile(file) };
  }
  const shop = await shopOf(t, strip('') + strip('data-pin="i500 i501" data-limit="4"', 'for-you'), { attributes: 'data-index="/index/"', files });
  const page = await open(t, `${shop}/`);
  await settled(page);
  const first = (await shown(page)).split(' ');
  assert.equal(first[0], 'i600');
  assert.equal(first.length, 8, 'enough is fetched to fill the strip');
  assert.ok(first.every((id) => Number(id.slice(1)) % 2 === 0), `${first}`);
  const second = (await shown(page, 1)).split(' ');
  assert.equal(second[0], 'i500');
  assert.ok(!second.includes('i501') && !second.includes('i600'), `${second}`);
  await assertQuiet(page);
});
