// From the script tag to cards that are painted: a page with one strip, a large made-up catalogue and a shopper who has been here before.
import { catalog, history } from './catalog.mjs';
import { open, within } from './lib/browser.mjs';
import { serve } from './lib/server.mjs';
import { median, round, spread } from './lib/stats.mjs';

const CARD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path fill="#d8c8a8" d="M0 0h4v4H0z"/></svg>';

/**
 * Marks, from outside, what happens in the page: `tag` when the loader's code runs, `start` when the widget takes the host, `cards` when the
 * cards are in the shadow root, `painted` when the frame with them is out, `pictures` when those in view are decoded. Page code, as text.
 */
export function marks(cards) {
  return `(${function (cards) {
    let api;
    Object.defineProperty(window, 'Haberdash', { configurable: true, get: () => api, set(value) { performance.mark('tag'); api = value; } });
    const host = () => document.querySelector('[data-haberdash=recommendations]');
    const count = (root) => {
      const items = root.querySelectorAll('.item');
      if (items.length < cards || performance.getEntriesByName('cards').length) return;
      performance.mark('cards');
      const channel = new MessageChannel();
      channel.port1.onmessage = () => performance.mark('painted');
      requestAnimationFrame(() => channel.port2.postMessage(0));
      // Those further along the strip are loaded when they are scrolled to.
      const seen = [...root.querySelectorAll('.item img')].filter((image) => image.getBoundingClientRect().left < innerWidth);
      Promise.all(seen.map((image) => image.decode())).then(() => performance.mark('pictures'));
    };
    const look = () => {
      const state = host()?.dataset.haberdashState;
      if (state === 'loading') performance.mark('start');
      if (state !== 'ready') return;
      states.disconnect();
      const root = host().shadowRoot;
      new MutationObserver(() => count(root)).observe(root, { childList: true, subtree: true });
      count(root);
    };
    const states = new MutationObserver(look);
    states.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-haberdash-state'] });
  }})(${cards});`;
}

/**
 * A page with the tag and one strip. `source` are the attributes that say where items come from, `past` is put into storage as the shopper's
 * history, `head` goes before everything.
 */
export function page({ shop, source, cards, past = null, loader = 'haberdash.js', head = '' }) {
  const remembered = past ? `localStorage.setItem(${JSON.stringify(`haberdash:v1:${shop}`)}, ${JSON.stringify(JSON.stringify(past)).replaceAll('<', '\\u003c')});` : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Strip</title><link rel="icon" href="data:,">
${head}<style>body{font:14px system-ui}.strip{min-height:380px}</style>
<script>${remembered}${marks(cards)}</script>
<script async src="${loader}" ${source} data-consent="granted" data-shop="${shop}"></script>
<h1>Product</h1><div class="strip" data-haberdash="recommendations" data-strip="for-you" data-limit="${cards}"></div>`;
}

async function load(browser, { url, cpu, slow4g }) {
  const { page, errors, close } = await open(browser, { cpu, slow4g });
  await page.goto(url, { waitUntil: 'commit' });
  await within(page.waitForFunction(() => performance.getEntriesByName('pictures').length, undefined, { timeout: 0 }), 60_000, 'cards');
  const times = await page.evaluate(() => Object.fromEntries(performance.getEntriesByType('mark').map((mark) => [mark.name, mark.startTime])));
  await close();
  if (errors.length) throw new Error(`the page threw: ${errors[0]}`);
  return times;
}

/** Of `items` items: the catalogue whole, or with `index`, a folder, from an index of them and its cards. */
export async function strip(browser, { dist, items, events, cards, count, cpu, slow4g = false, index = null }) {
  const file = catalog(items), source = index ? 'data-index="./"' : 'data-catalog="catalog.json"';
  const routes = {
    '/': page({ shop: 'bench', source, cards, past: history(file, events, Date.now()) }),
    '/catalog.json': JSON.stringify(file),
    ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`/card-${i}.svg`, CARD])),
  };
  const server = await serve({ routes, folders: [dist, ...(index ? [index] : [])] });
  const runs = [];
  try {
    await load(browser, { url: server.url, cpu: 1 }); // compresses the files
    for (let i = 0; i < count; i++) runs.push(await load(browser, { url: server.url, cpu, slow4g }));
  } finally {
    server.close();
  }
  const span = (from, to) => runs.map((run) => run[to] - run[from]);
  return {
    cpu, slow4g, items, events, cards,
    tagToPainted: spread(span('tag', 'painted')), startToPainted: spread(span('start', 'painted')),
    tagToStart: round(median(span('tag', 'start'))), startToCards: round(median(span('start', 'cards'))), tagToPictures: round(median(span('tag', 'pictures'))),
    raw: span('tag', 'painted').map(round),
  };
}
