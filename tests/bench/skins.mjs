// The skins' page on a phone: some three hundred textures in each of its grids, one option a zone, under a fourfold slowdown.
//
// frame and handler: as in clicks.mjs, of taps on tiles of the grid that are in view, nearly every one a texture that was never shown before (its
// picture is fetched after the frame). The grid is scrolled on between them, unmeasured.
// scroll: the grid is flung by touch from top to bottom and back; a frame is the time from one animation frame to the next.
// shift: layout shift while the page loads and while it is used; apart from it what follows within half a second of a tap, which does not count as
// one (Layout Instability specification, hadRecentInput): lines that say what is picked become one or two.
import { PHONE, heap, open, within } from './lib/browser.mjs';
import { busy, probe as clicks } from './clicks.mjs';
import { median, quantile, round, spread } from './lib/stats.mjs';

/** The host of a configurator that is ready; of the plain one, what it lies in. */
const OURS = '[data-haberdash="configurator"][data-haberdash-state="ready"]';

function probe() {
  const bench = window.bench;
  bench.shift = { unasked: 0, asked: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => { bench.shift[entry.hadRecentInput ? 'asked' : 'unasked'] += entry.value; })).observe({ type: 'layout-shift', buffered: true });
  bench.grid = () => [...bench.root.querySelectorAll('.tiles')].find((box) => box.clientHeight > 0);
  const inside = (box, outer) => box.top >= outer.top && box.bottom <= outer.bottom;
  /** How many tiles a row of the grid has. */
  bench.columns = () => {
    const tiles = [...bench.grid().querySelectorAll('.choice')], first = tiles[0].getBoundingClientRect().top;
    return tiles.filter((tile) => tile.getBoundingClientRect().top === first).length;
  };
  /** Puts the grid in the middle of the page, and scrolls it to a row. */
  bench.turn = (row) => {
    const grid = bench.grid(), box = grid.getBoundingClientRect();
    if (box.top < 60 || box.bottom > innerHeight - 60) grid.scrollIntoView({ block: 'center', behavior: 'instant' });
    grid.scrollTop = row * (grid.querySelector('.choice').offsetHeight + 10);
    return grid.scrollHeight;
  };
  /** The middle of the `index`th tile that is seen whole and not picked. */
  bench.tile = (index) => {
    const grid = bench.grid(), outer = grid.getBoundingClientRect();
    const free = [...grid.querySelectorAll('.choice')].filter((tile) => !tile.querySelector('input').checked && inside(tile.getBoundingClientRect(), outer));
    const tile = free[index % free.length];
    if (!tile) return null;
    bench.aimed = tile.querySelector('input');
    const box = tile.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  /** Notes how long each frame takes, until it is called again. */
  bench.frames = () => {
    const list = [];
    let last = null, goes = true;
    const next = (now) => { if (last !== null) list.push(now - last); last = now; if (goes) requestAnimationFrame(next); };
    requestAnimationFrame(next);
    return () => { goes = false; return list; };
  };
}

export async function skins(browser, { url, count, cpu, ready: host = OURS }) {
  const { page, cdp, errors, traffic, close } = await open(browser, { cpu, device: PHONE, probe: [clicks, probe] });
  await page.goto(url, { waitUntil: 'commit' });
  await within(page.evaluate(ready, host), 60_000, 'configurator that is ready');
  await traffic.idle();
  const [tiles, columns] = await page.evaluate((selector) => {
    window.bench.watch(selector);
    const grid = window.bench.grid(), tiles = grid.querySelectorAll('input');
    grid.scrollIntoView({ block: 'center', behavior: 'instant' });
    // Ours has only those in the page that are in view.
    return [Number(tiles[0].getAttribute('aria-setsize') ?? tiles.length), window.bench.columns()];
  }, host);
  await traffic.idle();
  const rest = await heap({ page, cdp });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const run = { busy: [], missed: 0 }, prices = {};
  const idle = await nothing(page, cdp, Math.ceil(count / 3));
  // The first taps are unmeasured: then the code is compiled.
  for (let done = -12; done < count; done++) {
    if (done === 0) await page.evaluate(() => { window.bench.clicks.length = 0; });
    const rows = Math.ceil(tiles / columns);
    await page.evaluate((row) => window.bench.turn(row), (done + 12) * 3 % (rows - 4));
    await settled(page, traffic);
    const at = await page.evaluate((index) => window.bench.tile(index), done + 12);
    if (!at) throw new Error('the grid has no tile to tap on');
    await tap(page, cdp, at, done < 0 ? { busy: [], missed: 0 } : run);
    // By its name, without what ours says of its price. What was missed has no price.
    const [texture, price, picked] = await page.evaluate(() => [window.bench.aimed.ariaLabel.replace(/, [+\u2212-]\D*[\d.]+$/, ''), document.getElementById('price').textContent, window.bench.aimed.checked]);
    if (picked) prices[texture] = price;
  }
  const taps = await page.evaluate(() => window.bench.clicks);
  await traffic.idle();
  const used = await heap({ page, cdp });
  const scrolled = await fling(page, cdp);
  const shift = await page.evaluate(() => window.bench.shift);
  await close();
  if (errors.length) throw new Error(`the page threw: ${errors[0]}`);
  const handlers = taps.map((tap) => tap.handler).filter((value) => value !== null);
  return {
    cpu, tiles, columns, missed: run.missed,
    idle: spread(idle), frame: spread(taps.map((tap) => tap.frame)), handler: spread(handlers), mainThread: round(median(run.busy)),
    rest, used, shift, prices,
    scroll: { frames: scrolled.length, p50: round(quantile(scrolled, 0.5)), p99: round(quantile(scrolled, 0.99)), longest: round(Math.max(...scrolled)), slow: scrolled.filter((frame) => frame > 50).length },
    raw: { frame: taps.map((tap) => round(tap.frame)), handler: handlers.map(round), scroll: scrolled.map(round), busy: run.busy.map(round) },
  };
}

/** In the page, and not by `waitForSelector`: what that puts into the page to look there is 1.2 MB of objects, which would count as memory of ours. */
function ready(selector) {
  return new Promise((resolve) => {
    const look = () => (document.querySelector(selector) ? resolve() : setTimeout(look, 50));
    look();
  });
}

/** Pictures of tiles that came into view are here, and drawn. */
export async function settled(page, traffic) {
  await traffic.idle(120);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

/** Taps where nothing hears them: what the browser itself needs for one. */
async function nothing(page, cdp, count) {
  const at = await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    const box = document.querySelector('h1').getBoundingClientRect();
    if (box.bottom > innerHeight) document.querySelector('h1').scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = document.querySelector('h1').getBoundingClientRect();
    window.bench.aimed = { checked: true };
    return [x + width / 2, y + height / 2];
  });
  await page.evaluate(() => { window.bench.clicks.length = 0; });
  for (let i = 0; i < count; i++) await tap(page, cdp, at, { busy: [], missed: 0 });
  return page.evaluate(() => window.bench.clicks.map((click) => click.frame));
}

/** A tap, the frame after it awaited: what it took the main thread and whether it picked something go to `run`. */
export async function tap(page, cdp, [x, y], run) {
  await page.evaluate(() => { window.bench.done = new Promise((arrived) => { window.bench.arrived = arrived; }); });
  const before = await busy(cdp);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await within(page.evaluate(() => window.bench.done), 10_000, 'frame after a tap');
  run.busy.push((await busy(cdp)) - before);
  if (!(await page.evaluate(() => window.bench.aimed.checked))) run.missed++;
}

/** The grid by touch to its end and back; how long each frame took. */
async function fling(page, cdp) {
  const { x, y, height } = await page.evaluate(() => {
    window.bench.turn(0);
    const box = window.bench.grid().getBoundingClientRect();
    window.bench.stop = window.bench.frames();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: window.bench.grid().scrollHeight };
  });
  for (const yDistance of [-height, height]) {
    await cdp.send('Input.synthesizeScrollGesture', { x, y, yDistance, speed: 3000, gestureSourceType: 'touch', preventFling: false });
  }
  return page.evaluate(() => window.bench.stop());
}
