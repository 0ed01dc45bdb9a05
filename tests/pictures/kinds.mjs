// Takes the contact sheets in docs/pictures: every kind of option, light, dark, in forced colours, from right to left and on a phone.
//
// Run with `cargo xtask demo` in another terminal:
//   SHOP_URL=http://127.0.0.1:8080 CDN_URL=http://127.0.0.1:8081 CHROMIUM=chromium DIST=$PWD/dist node --test tests/pictures/kinds.mjs
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { DIST, MUG_ART, ROOT, html, open, painted, productForm, serve, tag, until, useBrowser } from '../e2e/lib.mjs';

useBrowser();
const words = (en, ar) => ({ en, ar });
const swatch = (id, en, ar, color, more = {}) => ({ id, title: words(en, ar), color, ...more });

/** One option of each kind, and of each way to show it. */
const product = (pictures) => ({
  version: 1, id: 'kinds', title: words('Every kind of option', 'كل أنواع الخيارات'), currency: 'EUR', base_price: 10000, lead_days: 3,
  facet_titles: { color: words('Colour', 'اللون'), pattern: words('Pattern', 'النقش') },
  fonts: [{ id: 'allura', title: 'Allura', src: '/art/fonts/Allura_400Regular.ttf' }],
  options: [
    { id: 'cloth', title: words('Colour (swatches)', 'اللون (عينات)'), help: words('Radio buttons of the browser’s own.', 'أزرار راديو من المتصفح نفسه.'), kind: 'choice', display: 'swatch', default: 'navy', role: 'primary', choices: [swatch('white', 'White', 'أبيض', '#ffffff'), swatch('navy', 'Navy', 'كحلي', '#1f3a5f'), swatch('brick', 'Brick', 'آجري', '#a4452c', { price: 300 }), swatch('moss', 'Moss', 'طحلبي', '#5b6b3a', { stock: 0 }), swatch('black', 'Black', 'أسود', '#111111')] },
    { id: 'weave', title: words('Texture', 'النسيج'), kind: 'choice', display: 'texture', choices: pictures.map((src, i) => ({ id: `w${i}`, title: words(`Weave ${i + 1}`, `نسيج ${i + 1}`), texture: src, price: i * 150 })) },
    { id: 'collar', title: words('Collar (cards with pictures)', 'الياقة (بطاقات بصور)'), kind: 'choice', display: 'card', choices: ['kent', 'cutaway', 'band', 'wing'].map((id, i) => ({ id, title: words(id[0].toUpperCase() + id.slice(1), ['كينت', 'مفتوحة', 'شريط', 'جناح'][i]), image: `/art/shirt/collar-${id}.svg`, price: i * 100 })) },
    { id: 'fit', title: words('Fit (drop-down list)', 'القَصّة (قائمة)'), kind: 'choice', display: 'dropdown', choices: [['slim', 'Slim', 'ضيقة'], ['regular', 'Regular', 'عادية'], ['wide', 'Wide', 'واسعة']].map(([id, en, ar]) => ({ id, title: words(en, ar) })) },
    { id: 'pocket', title: words('A pocket (yes or no)', 'جيب (نعم أو لا)'), kind: 'toggle', price: 500 },
    { id: 'extras', title: words('Extras (several, at most two)', 'إضافات (اثنتان على الأكثر)'), kind: 'multi', display: 'card', max: 2, default: ['box'], choices: [['box', 'Gift box', 'علبة هدية'], ['card', 'Card', 'بطاقة'], ['bag', 'Bag', 'كيس']].map(([id, en, ar], i) => ({ id, title: words(en, ar), price: i * 200 })) },
    { id: 'paper', title: words('Paper (a grid of 240)', 'الورق (شبكة من 240)'), kind: 'choice', display: 'grid', default: 'p3', choices: Array.from({ length: 240 }, (_, i) => ({ id: `p${i}`, title: words(`Paper ${i}`, `ورق ${i}`), color: `#${[40 + (i * 37) % 190, 60 + (i * 53) % 170, 70 + (i * 71) % 160].map((n) => n.toString(16).padStart(2, '0')).join('')}`, facets: { color: ['navy', 'rose', 'green'][i % 3], pattern: ['dot', 'stripe'][i % 2] }, ...(i === 5 ? { stock: 0 } : i === 6 ? { stock: 2, lead_days: 4 } : {}) })) },
    { id: 'drawers', title: words('Drawers (a number)', 'الأدراج (عدد)'), kind: 'quantity', min: 0, max: 6, default: 2, price: { per_unit: 500 } },
    { id: 'width', title: words('Width (a measure)', 'العرض (قياس)'), kind: 'measure', unit: 'cm', min: 30, max: 120, step: 0.5, default: 60, price: { per_unit: 10 } },
    { id: 'rim', title: words('Rim (any colour)', 'الحافة (أي لون)'), kind: 'color', default: '#e8d9a0', contrast_with: '#ffffff', price: { once: 300 }, palette: [swatch('navy', 'Navy', 'كحلي', '#1f3a5f'), swatch('sand', 'Sand', 'رملي', '#e3d3a1')].map(({ id, title, color }) => ({ id, title, color })) },
    { id: 'name', title: words('Name (letters)', 'الاسم (أحرف)'), help: words('Up to eight capital letters.', 'حتى ثمانية أحرف لاتينية كبيرة.'), kind: 'text', max_chars: 8, charset: 'A-Z ', fonts: ['allura'], price: { per_char: 100 } },
    { id: 'logo', title: words('Your own picture', 'صورتك الخاصة'), kind: 'image', price: { once: 700 } },
  ],
  rules: [{ when: { collar: ['wing'] }, require: { fit: ['slim'] }, because: words('A wing collar is made for slim shirts.', 'ياقة الجناح للقمصان الضيقة.') }],
  views: [{ id: 'front', title: words('Front', 'الأمام'), art: '/art/kinds.svg', layers: [{ part: 'cup', paint: 'rim' }, { zone: 'front', content: 'logo', x: 25, y: 30, width: 50, height: 40 }] }],
});

const SHEETS = [
  ['light', { viewport: { width: 1100, height: 900 }, colorScheme: 'light' }, 'en'],
  ['dark', { viewport: { width: 1100, height: 900 }, colorScheme: 'dark' }, 'en'],
  ['forced-colours', { viewport: { width: 1100, height: 900 }, forcedColors: 'active' }, 'en'],
  ['right-to-left', { viewport: { width: 1100, height: 900 } }, 'ar'],
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, 'en'],
];

for (const [name, context, lang] of SHEETS) {
  test(`every kind of option, ${name}`, async (t) => {
    const dist = (file) => readFile(path.join(DIST, file));
    const pictures = JSON.parse(await readFile(path.join(ROOT, 'www/p/fabrics.json'), 'utf8')).choices.filter(({ texture }) => texture).slice(0, 5).map(({ texture }) => new URL(texture, 'http://x/p/').pathname);
    const files = {
      '/p/kinds.json': JSON.stringify(product(pictures)), '/art/kinds.svg': { body: MUG_ART, headers: { 'Content-Type': 'image/svg+xml' } },
      '/': html(productForm({ product: '/p/kinds.json' }), { lang, head: `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><style>body{font:16px/1.5 system-ui;margin:1rem;max-inline-size:60rem}</style>${await tag('data-shop="test" data-consent="off"')}` }),
    };
    for (const file of [...pictures, '/art/fonts/Allura_400Regular.ttf', ...['kent', 'cutaway', 'band', 'wing'].map((id) => `/art/shirt/collar-${id}.svg`)]) files[file] = { body: await dist(file), headers: { 'Content-Type': file.endsWith('svg') ? 'image/svg+xml' : file.endsWith('ttf') ? 'font/ttf' : 'image/webp' } };
    const shop = await serve(t, files);
    const page = await open(t, `${shop}/`, { context });
    await page.evaluate((lang) => { document.documentElement.dir = lang === 'ar' ? 'rtl' : 'ltr'; }, lang);
    const host = page.locator('#host');
    await host.evaluate(async (host) => { await window.Haberdash.select(host, 'name', 'ADA'); await window.Haberdash.select(host, 'collar', 'wing'); });
    await until(() => host.locator('.canvas .choice').count(), (n) => n > 5, 'the grid is filled');
    await host.evaluate((host) => Promise.all([...host.shadowRoot.querySelectorAll('img')].map((img) => img.decode().catch(() => {}))));
    await page.waitForLoadState('networkidle');
    // The whole page, not what sticks to a window.
    await host.evaluate((host) => host.shadowRoot.querySelectorAll('.stage').forEach((stage) => stage.style.setProperty('position', 'static', 'important')));
    await painted(page);
    await writeFile(path.join(ROOT, `docs/pictures/kinds-${name}.png`), await host.screenshot({ type: 'png' }));
  });
}
