// The skins' page: another device keeps the design as far as it goes, and says what has no place on it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { haberdash } from './command.mjs';
import { assertQuiet, claim, CONFIGURATOR, DIST, open, painted, selection, until, useBrowser } from './lib.mjs';
import { ways } from './ways.mjs';

useBrowser();

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const WAYS = ways(PHONE);

const host = (page) => page.locator(CONFIGURATOR).first();
const moved = (page) => page.locator('#moved').textContent();
const fills = (page) => page.locator('.frame > svg.picture').first().evaluate((svg) => svg.outerHTML);

/** Picks by what a shopper reads; what is among hundreds is looked for. */
async function pick(page, take, group, title, [option, value]) {
  const fields = host(page).getByRole('group', { name: new RegExp(`^${group}`) });
  const search = fields.getByRole('searchbox');
  if (await search.count()) await search.fill(title);
  await take(fields.getByRole('radio', { name: new RegExp(`^${title}(,|$)`) }));
  await until(() => selection(page), (now) => now[option] === value, `${title} is picked`);
}

/** Goes to another device by its link. */
async function device(page, press, id) {
  await press(page.locator(`.devices a[data-device=${id}]`));
  await page.waitForFunction((id) => {
    const host = document.getElementById('skin');
    return !host.hasAttribute('data-changing') && host.dataset.product === `p/skins/${id}.json` && host.dataset.haberdashState === 'ready';
  }, id);
  await until(() => claim(page), (told) => told.product === `skin-${id}`, `the order is for ${id}`);
}

for (const [way, { context, press, take }] of Object.entries(WAYS)) {
  test(`another device, taken by ${way}, keeps the texture and the zones that it has`, async (t) => {
    const page = await open(t, '/skin.html?device=larch-5', { context });
    await pick(page, take, 'Back', 'Walnut', ['back', 'wood-walnut']);
    await pick(page, take, 'Zones', 'Each its own', ['match', 'each']);
    await pick(page, take, 'Sides', 'Matt, orange', ['sides', 'matte-orange']);
    await pick(page, take, 'Camera', 'Brushed metal, gold', ['camera', 'brushed-gold']);

    // Earbuds have sides, and neither camera nor screen.
    await device(page, press, 'wren-buds');
    const buds = await selection(page);
    assert.deepEqual([buds.back, buds.match, buds.sides], ['wood-walnut', 'each', 'matte-orange']);
    assert.ok(!('camera' in buds) && !('screen' in buds), JSON.stringify(buds));
    assert.equal(await moved(page), 'Your design moved along. On this device there is no place for the camera; it is kept for when you go back.');
    assert.match(await fills(page), /wood-walnut/, 'the texture is on the picture');
    // What is said, shown and ordered is this device's.
    assert.equal(await page.locator('h1#title').textContent(), 'Wren Buds skin');
    const quoted = await haberdash(['quote', path.join(DIST, 'p/skins/wren-buds.json'), '-'], JSON.stringify(await claim(page)));
    assert.equal(quoted.code, 0, quoted.stderr);
    const euros = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format((await claim(page)).unit_price / 100);
    assert.equal(await page.locator('#price').textContent(), euros);

    // A tablet has the camera again: it is back, and nothing was lost.
    await device(page, press, 'fen-11');
    const tablet = await selection(page);
    assert.deepEqual([tablet.back, tablet.match, tablet.sides, tablet.camera], ['wood-walnut', 'each', 'matte-orange', 'brushed-gold']);
    assert.equal(await moved(page), '');

    // The browser's Back is the device before, as it was left.
    await page.goBack();
    await page.locator('#skin[data-haberdash-state=ready]').waitFor();
    await until(() => claim(page).catch(() => ({})), (told) => told.product === 'skin-wren-buds', 'the earbuds are back');
    assert.deepEqual(await selection(page), buds);
    await painted(page);
    await assertQuiet(page);
  });
}

test('zones that a device lacks are named in one sentence, and come back', async (t) => {
  const page = await open(t, '/skin.html?device=larch-5');
  const files = await Promise.all(['larch-5', 'kite-pad'].map(async (id) => JSON.parse((await haberdash(['resolve', path.join(DIST, `p/skins/${id}.json`)])).stdout)));
  const [phone, pad] = files.map((file) => Object.fromEntries(file.options.map((option) => [option.id, option.choices.map((choice) => choice.id)])));
  // The palm rest and touchpad of a laptop are on no pad; a screen is not, either.
  assert.ok(phone.screen && !pad.screen);
  await pick(page, (radio) => radio.click(), 'Zones', 'Each its own', ['match', 'each']);
  await pick(page, (radio) => radio.click(), 'Around the screen', 'Matt, red', ['screen', 'matte-red']);
  await pick(page, (radio) => radio.click(), 'Screen film', 'Clear', ['film', 'clear']);
  await device(page, (link) => link.click(), 'kite-pad');
  assert.equal(await moved(page), 'Your design moved along. On this device there is no place for the screen film and the front; it is kept for when you go back.');
  const on = await selection(page);
  for (const [option, value] of Object.entries(on)) assert.ok(pad[option].includes(value), `${option}: ${value}`);
  await device(page, (link) => link.click(), 'larch-5');
  const { screen, film } = await selection(page);
  assert.deepEqual([screen, film], ['matte-red', 'clear']);
});

test('zones that come and go leave nothing behind', async (t) => {
  const page = await open(t, '/skin.html?device=larch-5');
  const session = await page.context().newCDPSession(page);
  const pickBack = (back) => page.evaluate(([host, back]) => window.Haberdash.configure(document.querySelector(host), { back }), [CONFIGURATOR, back]);
  // Leather goes round no edge: with it there are three more options, whose hundreds of radio buttons go again with a film that does.
  const change = async () => {
    await pickBack('leather-burgundy');
    await host(page).getByRole('group', { name: /^Camera/ }).waitFor();
    await pickBack('matte-red');
    await host(page).getByRole('group', { name: /^Camera/ }).waitFor({ state: 'detached' });
    await painted(page);
  };
  const elements = async () => {
    await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Memory.getDOMCounters')).nodes;
  };
  await session.send('HeapProfiler.enable');
  // What is made once, at the first change, counts for nothing.
  for (let times = 0; times < 3; times++) await change();
  const before = await elements();
  for (let times = 0; times < 10; times++) await change();
  const after = await elements();
  // One change makes and drops some 1,400.
  assert.ok(after < before + 1400, `${before} nodes, and ${after} after ten changes`);
});
