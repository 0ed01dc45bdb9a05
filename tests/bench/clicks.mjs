// From a click on an option to the frame that shows it, on the shirt's page.
//
// frame: from the click's arrival at the window to the task after the next frame, when the main thread is through with drawing it. A click waits
// for up to one frame before anything is drawn, so even an empty page needs about 17 ms here.
// handler: from the same moment until the last listener for `change` inside of the shadow root is through, microtasks included. Radio
// buttons send `change` after the click is dispatched, and it does not leave the shadow root: measured at the window, it would be missed.
import { click, hover, open, within } from './lib/browser.mjs';
import { median, round, spread } from './lib/stats.mjs';

const READY = '[data-haberdash="configurator"][data-haberdash-state="ready"]';

/** Runs in the page before its own code. */
export function probe() {
  const bench = (window.bench = { clicks: [] });
  // The shop's question about consent is answered, so that it does not lie over what is clicked on.
  localStorage.setItem('otterby:consent', 'denied');
  let current = null;
  addEventListener('click', () => {
    if (!bench.arrived) return;
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
    if (done === 0) await page.evaluate(() => { window.bench.clicks.length = 0; });
    await one(page, cdp, at, done < 0 ? { busy: [] } : run);
    done++;
  }
  const measured = await page.evaluate(() => window.bench.clicks);
  await close();
  if (errors.length) throw new Error(`the page threw: ${errors[0]}`);
  return {
    cpu, radios, missed: run.missed,
    frame: spread(measured.map((click) => click.frame)),
    handler: spread(measured.map((click) => click.handler).filter((value) => value !== null)),
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
