// What tests share that hold `haberdash render` to what Chromium shows. A picture that differs is left with the other and the difference in
// target/tests/render/NAME/.
import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TARGET, haberdash } from './command.mjs';
import { CONFIGURATOR, DIST, ROOT, html, open, painted, productForm, serve, tag, until } from './lib.mjs';

/** How wide pictures are compared, in pixels. */
const WIDTH = 480;
/** The mean difference per channel, of 255; the part of pixels that may be off by more than 32. */
export const MOST = { mean: 1, far: 0.005 };
export const OUT = path.join(TARGET, 'tests/render');

/** A page with nothing but the live picture on it, which a test sees at a fixed size. `files` are served beside what the demo shop has. */
export async function bare(t, name, files = {}) {
  const shop = await serve(t, { ...files, '/bare.html': html(await tag() + productForm({ product: `/p/${name}` }), { head: '<link rel="icon" href="data:,">' }) });
  const page = await open(t, `${shop}/bare.html`, { context: { deviceScaleFactor: 1, viewport: { width: 700, height: 1400 }, reducedMotion: 'reduce' } });
  return page;
}

/** Shows `view` of the product with `selection`, and answers what is picked then. */
export async function show(page, index, selection) {
  const host = page.locator(CONFIGURATOR);
  const wrong = await host.evaluate((host, selection) => window.Haberdash.configure(host, selection), selection);
  // Letters are given to every text, also to those that are not asked for with this selection.
  assert.deepEqual(wrong.filter((sentence) => !sentence.endsWith('is hidden by a rule')), []);
  const buttons = host.locator('.views button');
  if (await buttons.count()) {
    await buttons.nth(index).click();
    await until(() => buttons.nth(index).getAttribute('aria-pressed'), (pressed) => pressed === 'true', 'the view is shown');
  }
  return host.evaluate(async (host) => (await window.Haberdash.configuration(host)).selection);
}

/** The live picture as PNG, `WIDTH` pixels wide and as high as `height`, on white. */
async function seen(page, height, wanted) {
  const svg = page.locator(`${CONFIGURATOR} .frame > svg.picture`);
  await until(() => svg.evaluate((svg) => svg.querySelectorAll(':scope > g').length), (count) => count === wanted, `${wanted} layers are shown`);
  await svg.evaluate(async (svg, [width, height]) => {
    const set = (element, styles) => Object.entries(styles).forEach(([name, value]) => element.style.setProperty(name, value, 'important'));
    const size = { width: `${width}px`, height: `${height}px`, 'max-width': 'none', 'max-height': 'none' };
    set(svg, { ...size, position: 'absolute', left: 0, top: 0 });
    for (let element = svg.parentElement; element; element = element.parentElement) set(element, { transform: 'none', contain: 'none', filter: 'none', 'container-type': 'normal' });
    // What lies over the picture, such as the buttons of the closer look, would be seen through its holes.
    for (const other of svg.parentElement.children) if (other !== svg) set(other, { visibility: 'hidden' });
    // The page is white behind the picture, not in it: what is blended in it is not blended with the page.
    set(svg.parentElement, { ...size, position: 'fixed', left: 0, top: 0, background: '#fff', 'border-radius': 0, 'z-index': 2147483647 });
    set(svg.getRootNode().host, { contain: 'none', 'container-type': 'normal', filter: 'none' });
    const hrefs = new Set([...svg.querySelectorAll('image')].map((image) => image.href.baseVal));
    await Promise.all([...hrefs].filter(Boolean).map((href) => Object.assign(new Image(), { src: href }).decode()));
  }, [WIDTH, height]);
  await painted(page);
  const picture = await page.screenshot({ clip: { x: 0, y: 0, width: WIDTH, height } });
  await svg.evaluate((svg) => {
    for (const element of [svg, svg.parentElement]) element.removeAttribute('style');
    for (const other of svg.parentElement.children) other.style.removeProperty('visibility');
  });
  return picture;
}

/** Compares two PNGs, on white, in a page of their own. The difference is a PNG as well, four times as strong as it is. */
export const compare = (page, expected, actual) => page.evaluate(async (sources) => {
  const pictures = await Promise.all(sources.map(async (source) => {
    const image = Object.assign(new Image(), { src: `data:image/png;base64,${source}` });
    await image.decode();
    return image;
  }));
  const [{ naturalWidth: width, naturalHeight: height }] = pictures;
  const same = pictures.every((image) => image.naturalWidth === width && image.naturalHeight === height);
  if (!same) return { sizes: pictures.map((image) => `${image.naturalWidth}×${image.naturalHeight}`).join(' and ') };
  const canvas = () => Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  const [a, b] = pictures.map((image) => {
    const context = canvas();
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, width, height).data;
  });
  const context = canvas();
  const diff = context.createImageData(width, height);
  let [sum, far] = [0, 0];
  for (let i = 0; i < a.length; i += 4) {
    let most = 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const off = Math.abs(a[i + channel] - b[i + channel]);
      sum += off;
      most = Math.max(most, off);
      diff.data[i + channel] = 255 - Math.min(255, off * 4);
    }
    diff.data[i + 3] = 255;
    if (most > 32) far += 1;
  }
  context.putImageData(diff, 0, 0);
  return { mean: sum / (width * height * 3), far: far / (width * height), diff: context.canvas.toDataURL('image/png').split(',')[1] };
}, [expected, actual].map((picture) => picture.toString('base64')));

/** How many layers an SVG file has. */
const layers = async (page, file) => page.evaluate((text) =>
  new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.querySelectorAll(':scope > g').length, await readFile(file, 'utf8'));

/** What the command draws: as PNG, with its height, and as an SVG file. */
async function drawn(product, view, selection, folder, more) {
  const file = path.join(folder, 'actual.png');
  const run = async (parameters) => {
    const { code, stderr } = await haberdash(['render', product, '-', '--view', view, ...more, ...parameters], JSON.stringify(selection));
    assert.equal(code, 0, stderr);
  };
  const svg = path.join(folder, 'actual.svg');
  await Promise.all([run(['--to', file, '--width', String(WIDTH)]), run(['--to', svg])]);
  const actual = await readFile(file);
  // Width and height stand at fixed places of a PNG.
  return { actual, height: actual.readUInt32BE(20), svg };
}


/** A page to compare pictures on. */
export async function judge(t) {
  const page = await open(t, null);
  await page.setContent('<p>A page to compare on</p>');
  return page;
}

/**
 * Holds what `page` shows, after `show`, to what the command draws, which gets the parameters `more`, of the product file `file`. Answers what it is called, whether the two
 * are alike, and how far they are off.
 */
export async function held(page, judge, what, { name, view, picked, more = [], file = path.join(DIST, 'p', name) }) {
  const folder = path.join(OUT, what);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { actual, height, svg } = await drawn(file, view, picked, folder, more);
  const expected = await seen(page, height, await layers(judge, svg));
  const { sizes, mean, far, diff } = await compare(judge, expected, actual);
  const fits = !sizes && mean <= MOST.mean && far <= MOST.far;
  if (fits) await rm(folder, { recursive: true });
  else {
    await writeFile(path.join(folder, 'expected.png'), expected);
    if (diff) await writeFile(path.join(folder, 'diff.png'), Buffer.from(diff, 'base64'));
  }
  return { what, fits, said: sizes ?? `mean ${mean.toFixed(3)}, ${(far * 100).toFixed(3)} % far off` };
}

/** Says how far all of them are off, and fails when one of them is too far. */
export function judged(t, table) {
  for (const { what, said } of table) t.diagnostic(`${what}: ${said}`);
  const wrong = table.filter(({ fits }) => !fits).map(({ what, said }) => `${what}: ${said}`);
  assert.deepEqual(wrong, [], `pictures differ; see ${path.relative(ROOT, OUT)}`);
}
