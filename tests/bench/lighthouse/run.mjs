// One run of Lighthouse on one address: its mobile default, which measures at full speed and works out what a slow phone would have taken
// ("simulate": slow 4G and 4× slowdown), so that the machine's own load counts less.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = { fcp: 'first-contentful-paint', si: 'speed-index', lcp: 'largest-contentful-paint', tbt: 'total-blocking-time', cls: 'cumulative-layout-shift' };
const FOLDER = new URL('.', import.meta.url).pathname;

/** Installs what package-lock.json pins, unless it is there. No package here needs its install script, so none is run. */
export function setUp() {
  const lock = join(FOLDER, 'package-lock.json'), stamp = join(FOLDER, 'node_modules/.installed-lock.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8')) return;
  console.log('Setting up Lighthouse: packages from npm, about 20 seconds.');
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.status !== 0) throw new Error('Lighthouse cannot be installed; npm says why above');
  copyFileSync(lock, stamp);
}

/** Lighthouse, ready to be run with a browser of its own each time: `version`, and `run(url)`. */
export async function lighthouse(chromium) {
  setUp();
  const require = createRequire(join(FOLDER, 'package.json'));
  const load = async (name) => import(pathToFileURL(require.resolve(name)));
  const [{ default: measure }, launcher] = await Promise.all([load('lighthouse'), load('chrome-launcher')]);
  const { version } = require('lighthouse/package.json');
  return { version, run: (url) => run(measure, launcher, chromium, url) };
}

async function run(measure, launcher, chromium, url) {
  const chrome = await launcher.launch({
    chromePath: chromium,
    logLevel: 'silent',
    // As the other benches have it: software drawing, no host but this one.
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  try {
    const { lhr } = await measure(url, { port: chrome.port, logLevel: 'silent', onlyCategories: CATEGORIES, disableFullPageScreenshot: true });
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    chrome.kill();
  }
}

/** What is kept of a report: points of each category (0 to 100), the five timings, and the audits that cost points. */
export function summary(lhr) {
  const points = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round((lhr.categories[name].score ?? 0) * 100)]));
  const metrics = Object.fromEntries(Object.entries(METRICS).map(([name, id]) => [name, lhr.audits[id].numericValue]));
  const counted = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id));
  const lost = Object.fromEntries(counted.filter((id) => lhr.audits[id].score !== null && lhr.audits[id].score < 1).map((id) => [id, lhr.audits[id].score]));
  return { points, metrics, lost };
}
