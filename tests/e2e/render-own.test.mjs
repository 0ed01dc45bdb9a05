// The shopper's own picture is drawn by `haberdash render` as it was seen: pixels with holes in them, a photograph that was held sideways, a drawing;
// moved, larger and smaller, turned, cut off at the edges of its zone. All files are made here.
import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { sha256 } from './images.mjs';
import { OUT, bare, held, judge, judged, show } from './compare.mjs';
import { CONFIGURATOR, assertQuiet, selection, turned, until, useBrowser } from './lib.mjs';

useBrowser();

const FILES = path.join(OUT, '../render-own');

/** A picture from a canvas: a ring that lets through what is below, small letters, fine stripes, and a colour that fades away. A photograph has no holes. */
const painted = (page, mime, width, height) => page.evaluate(async ([mime, width, height]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const fade = (from, to) => {
    const gradient = context.createLinearGradient(0, 0, width, height);
    gradient.addColorStop(0, from);
    gradient.addColorStop(1, to);
    return gradient;
  };
  if (mime === 'image/jpeg') {
    context.fillStyle = fade('#f4d9a0', '#20507a');
    context.fillRect(0, 0, width, height);
  }
  context.fillStyle = fade('#c02040', mime === 'image/jpeg' ? '#803060' : 'rgb(32 80 192 / 0.2)');
  context.beginPath();
  context.arc(width * 0.4, height / 2, height * 0.45, 0, 7);
  context.arc(width * 0.4, height / 2, height * 0.2, 0, 7, true);
  context.fill();
  context.fillStyle = '#103018';
  for (let x = 0; x < 12; x += 1) context.fillRect(width * 0.72 + x * width / 48, height * 0.1, width / 96, height * 0.5);
  context.fillRect(width * 0.7, height * 0.7, width * 0.28, height * 0.2);
  const blob = await new Promise((done) => canvas.toBlob(done, mime, 0.95));
  return [...new Uint8Array(await blob.arrayBuffer())];
}, [mime, width, height]).then((bytes) => Buffer.from(bytes));

const DRAWING = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 220 140"><style>.a{fill:url(#g)}.b{stroke:#123;stroke-width:3;fill:none}</style>
<defs><linearGradient id="g"><stop stop-color="#f60"/><stop offset="1" stop-color="#c03" stop-opacity=".6"/></linearGradient>
<radialGradient id="r" fx=".3" fy=".3"><stop stop-color="#fff"/><stop offset="1" stop-color="#07a"/></radialGradient>
<pattern id="p" width="7.3" height="5.1" patternUnits="userSpaceOnUse" patternTransform="rotate(20)"><circle cx="2" cy="2" r="1.6" fill="#274"/></pattern>
<clipPath id="c"><circle cx="150" cy="60" r="42"/></clipPath><mask id="m"><rect width="200" height="120" fill="url(#g)"/></mask></defs>
<path class="a" d="M50 5 61 39H97L68 60 79 95 50 74 21 95 32 60 3 39H39Z"/><g clip-path="url(#c)"><rect x="100" width="100" height="120" fill="url(#p)"/><circle cx="140" cy="50" r="30" fill="url(#r)" opacity=".8"/></g>
<path class="b" stroke-dasharray="6 3" stroke-linecap="round" d="M0 110C60 80 140 140 200 105"/><rect x="60" y="88" width="80" height="20" fill="#36c" mask="url(#m)"/></svg>`);

/** In thousandths of the zone: as it comes; moved, smaller and turned; so large that it is cut off, and almost upside down. */
const PLACES = { plain: {}, moved: { x: 360, y: 610, scale: 640, rotate: 27 }, cut: { x: 580, y: 470, scale: 2350, rotate: -158 } };

/** Takes each file in the product's picture option, places it, and compares each view that shows it. */
async function compared(t, { name, product, picks = {}, views, served, file }) {
  const here = await judge(t);
  const page = await bare(t, name, served);
  const folder = path.join(FILES, product);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = {
    png: await painted(page, 'image/png', 900, 500),
    // Stood on its side, and much larger than it is shown.
    jpeg: turned(await painted(page, 'image/jpeg', 1600, 1100), 6),
    svg: DRAWING,
  };
  assert.deepEqual(await show(page, views[0].index, picks).then(({ logo }) => logo), undefined);
  const table = [];
  for (const [kind, bytes] of Object.entries(files)) {
    await writeFile(path.join(folder, `our logo.${kind}`), bytes);
    await page.locator(CONFIGURATOR).locator('.option.logo input[type=file]').setInputFiles({ name: `our logo.${kind}`, mimeType: '', buffer: bytes });
    await until(() => selection(page), ({ logo }) => logo?.file === sha256(bytes), `the ${kind} is picked`);
    for (const [place, placed] of Object.entries(PLACES)) {
      for (const { id, index } of views) {
        const picked = await show(page, index, { ...picks, logo: { file: sha256(bytes), ...placed } });
        assert.equal(picked.logo.scale, placed.scale ?? 1000);
        table.push(await held(page, here, [product, id, kind, place].join('.'), { name, view: id, picked, more: ['--files', folder], file }));
      }
    }
  }
  await assertQuiet(page, name);
  judged(t, table);
}

test('a logo on the mug', (t) => compared(t, { name: 'mug.json', product: 'enamel-mug', views: [{ id: 'front', index: 0 }] }));

test('a logo on the sneaker: its side, and twice on the heels', (t) => compared(t, {
  name: 'sneaker.json', product: 'sneaker', picks: { emblem: 'none', 'logo-place': 'all' }, views: [{ id: 'side', index: 0 }, { id: 'back', index: 2 }],
}));

test('a logo that is blended with what is below and cut out by a mask', async (t) => {
  const folder = path.join(FILES, 'patch-shop');
  await mkdir(folder, { recursive: true });
  const zone = { zone: 'patch', content: 'logo', x: 30, y: 20, width: 140, height: 90, rotate: 12 };
  const product = {
    version: 1, id: 'patch', title: 'Patch', currency: 'EUR', base_price: 100, options: [{ id: 'logo', kind: 'image' }],
    views: [{ id: 'front', art: 'patch.svg', layers: [{ part: 'cloth' }, { ...zone, blend: 'multiply', mask: 'mask.png' }] }],
  };
  const page = await judge(t);
  const files = {
    'patch.json': JSON.stringify(product),
    'patch.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 130"><g id="cloth"><path d="M0 0H200V130H0Z" fill="#e8d8b8"/><path d="M0 65H200V130H0Z" fill="#7aa0c0"/></g></svg>',
    'mask.png': await painted(page, 'image/png', 400, 260),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  const served = Object.fromEntries(Object.entries(files).map(([name, body]) => [`/p/${name}`, { body, headers: name.endsWith('.png') ? { 'Content-Type': 'image/png' } : {} }]));
  await compared(t, { name: 'patch.json', product: 'patch', views: [{ id: 'front', index: 0 }], served, file: path.join(folder, 'patch.json') });
});
