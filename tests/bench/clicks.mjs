// From a click on an option to the frame that shows it, on the shirt's page.
//
// frame: from the click's arrival at the window to the task after the next frame, when the main thread is through with drawing it. A click waits
// for up to one frame before anything is drawn, so even an empty page needs about 17 ms here.
// handler: from the same moment until the last listener for `change` inside of the shadow root is through, microtasks included. Radio
// buttons send `change` after the click is dispatched, and it does not leave the shadow root: measured at the window, it would be missed.
// beside: what the machine adds. After each click comes one more on the same place, where nothing is left to pick, in whose listener arithmetic
// of a fixed length runs. It takes no memory and asks the page for nothing, so what it takes longer than usual was taken by something else.
import { click, hover, open, within } from './lib/browser.mjs';
import { median, round, spread } from './lib/stats.mjs';

const READY = '[data-haberdash="configurator"][data-haberdash-state="ready"]';

/** How long the arithmetic beside a click takes, in milliseconds: about what our own handler does. */
const BESIDE_MS = 2;

/** Runs in the page before its own code. */
export function probe() {
  const bench = (window.bench = { clicks: [], beside: [] });
  // The shop's question about consent is answered, so that it does not lie over what is clicked on.
  localStorage.setItem('otterby:consent', 'denied');
  let current = null;
  // In short calls: a function that runs for long is compiled anew while it runs, each time.
  const short = () => {
    let number = bench.number | 0;
    for (let i = 0; i < 500; i++) number = (Math.imul(number, 1103515245) + 12345) | 0;
    bench.number = number;
  };
  const took = (calls) => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) short();
    return performance.now() - start;
  };
  /** How many calls take so many milliseconds here. */
  bench.reckon = (milliseconds) => {
    took(20_000);
    const times = Array.from({ length: 31 }, () => took(1000)).sort((a, b) => a - b);
    bench.calls = Math.round((1000 * milliseconds) / times[15]);
  };
  addEventListener('click', () => {
    if (!bench.arrived) return;
    if (bench.isBeside) {
      bench.beside.push(took(bench.calls));
      bench.arrived();
      return;
    }
    const start = performance.now();
    const measured = (current = { handler: null });
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        measured.frame = performance.now() - start;
        bench.clicks.push(measured);
        bench.arrived();
      };
      channel.port2.postMessage(0);
    });
    measured.start = start;
  }, { capture: true });
  bench.watch = (selector) => {
    // A plain configurator has no shadow root.
    const host = document.querySelector(selector), root = (bench.root = host.shadowRoot ?? host);
    root.addEventListener('change', () => { if (current) current.handler = performance.now() - current.start; });
    bench.radios = [...root.querySelectorAll('input[type=radio]')];
    return bench.radios.length;
  };
  // The middle of a radio button, brought into view; nothing when it is picked already and a click would change nothing.
  bench.aim = (index) => {
    const radio = bench.radios[index];
    if (radio.checked || !radio.isConnected) return null;
    let box = radio.getBoundingClientRect();
    if (box.top < 80 || box.bottom > innerHeight) {
      radio.scrollIntoView({ block: 'center', behavior: 'instant' });
      box = radio.getBoundingClientRect();
    }
    bench.aimed = radio;
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
}

export async function clicks(browser, { url, count, cpu }) {
  const { page, cdp, errors, traffic, close } = await open(browser, { cpu, probe });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForSelector(READY, { timeout: 60_000, state: 'attached' });
  await traffic.idle();
  const radios = await page.evaluate((selector) => window.bench.watch(selector), READY);
  if (!radios) throw new Error(`${url} has no radio buttons to click`);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });

  const step = coprime(Math.ceil(radios * 0.38), radios);
  const run = { busy: [], missed: 0, radios };
  let place = 0;
  // Once round, unmeasured: then every texture is here and the code is compiled.
  for (let done = -radios; done < count; place += step) {
    const at = await page.evaluate((index) => window.bench.aim(index), place % radios);
    if (!at) { if (done < 0) done++; continue; }
    if (done === 0) await page.evaluate((milliseconds) => { window.bench.clicks.length = 0; window.bench.reckon(milliseconds); }, BESIDE_MS);
    await one(page, cdp, at, done < 0 ? { busy: [] } : run);
    if (done >= 0) await beside(page, cdp, at);
    done++;
  }
  const { measured, arithmetic } = await page.evaluate(() => ({ measured: window.bench.clicks, arithmetic: window.bench.beside }));
  await close();
  if (errors.length) throw new Error(`the page threw: ${errors[0]}`);
  return {
    cpu, radios, missed: run.missed,
    frame: spread(measured.map((click) => click.frame)),
    handler: spread(measured.map((click) => click.handler).filter((value) => value !== null)),
    beside: spread(arithmetic),
    mainThread: round(median(run.busy)),
    raw: { frame: measured.map((click) => round(click.frame)), handler: measured.map((click) => round(click.handler)) },
  };
}

async function one(page, cdp, [x, y], run) {
  await hover(cdp, x, y);
  // Whatever scrolling and hovering set off is drawn by then.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.evaluate(() => { window.bench.done = new Promise((arrived) => { window.bench.arrived = arrived; }); });
  const before = await busy(cdp);
  await click(cdp, x, y);
  await within(page.evaluate(() => window.bench.done), 10_000, 'frame after a click');
  run.busy.push((await busy(cdp)) - before);
  if (!(await page.evaluate(() => window.bench.aimed.checked))) run.missed++;
}

/** A click where the last one was, which changes nothing: what the same arithmetic takes each time. */
async function beside(page, cdp, [x, y]) {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.evaluate(() => { window.bench.isBeside = true; window.bench.done = new Promise((arrived) => { window.bench.arrived = arrived; }); });
  await click(cdp, x, y);
  await within(page.evaluate(() => window.bench.done), 10_000, 'click beside');
  await page.evaluate(() => { window.bench.isBeside = false; });
}

/** How long the main thread has worked, in milliseconds of its own clock. */
export async function busy(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'TaskDuration').value * 1000;
}

/** The first number from `start` on that shares no divisor with `n`: steps of it come to everything before they come to anything twice. */
export function coprime(start, n) {
  const divisor = (a, b) => (b ? divisor(b, a % b) : a);
  let step = Math.max(1, start);
  while (divisor(step, n) > 1) step++;
  return step;
}
