// The comparison's plain SVG page on a phone, tapped as skins.mjs taps ours: what a page with a live picture and a price needs there at least.
import { coprime, probe } from '../clicks.mjs';
import { PHONE, open } from '../lib/browser.mjs';
import { serve } from '../lib/server.mjs';
import { settled, tap } from '../skins.mjs';
import { SITE, isThere, setUp } from './site.mjs';

/** Milliseconds from each tap to its frame; `null` without the comparison's folder. */
export async function plain(browser, { count, cpu }) {
  if (!isThere()) return null;
  setUp();
  const server = await serve({ folders: [SITE] });
  try {
    return await taps(browser, { url: `${server.url}/svg/index.html`, count, cpu });
  } finally {
    server.close();
  }
}

async function taps(browser, { url, count, cpu }) {
  const { page, cdp, errors, traffic, close } = await open(browser, { cpu, device: PHONE, probe });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('ready').length, undefined, { timeout: 60_000 });
  // All its textures are here then.
  await traffic.idle();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const options = await page.locator('.o').count(), run = { busy: [], missed: 0 };
  // Each time another zone, which has fifty choices, and another choice. The first taps are unmeasured, as there.
  const step = coprime(53, options);
  for (let done = -12, at = 0; done < count; at += step) {
    if (done === 0) await page.evaluate(() => { window.bench.clicks.length = 0; });
    const middle = await page.evaluate(aim, at % options);
    if (!middle) continue;
    await settled(page, traffic);
    await tap(page, cdp, middle, run);
    done++;
  }
  const frames = await page.evaluate(() => window.bench.clicks.map((click) => click.frame));
  await close();
  if (errors.length) throw new Error(`the plain page threw: ${errors[0]}`);
  if (run.missed) throw new Error(`${run.missed} taps on the plain page picked nothing`);
  return frames;
}

/** The middle of an option, brought into view; nothing when it is picked already. */
function aim(index) {
  const option = document.querySelectorAll('.o')[index], isPicked = () => option.getAttribute('aria-pressed') === 'true';
  if (isPicked()) return null;
  option.scrollIntoView({ block: 'center', behavior: 'instant' });
  window.bench.aimed = { get checked() { return isPicked(); } };
  const { x, y, width, height } = option.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}
