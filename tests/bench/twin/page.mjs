// The skins' page of the demo shop with a configurator in plain JavaScript where ours is: the same shop around it, the same drawing, textures and
// price, and only what such a page would have without a library. What a tap costs on it is what the page itself costs, and its least possible work.
//
// It has the options that ours shows at first: the grid of textures, and three short lists; the one rule that textures need is written out by hand. It
// has no other rules, no presets, views, small live pictures, search, filters, undo, designs to save, share link, order claim, history or strips that
// follow. Its textures are asked for when they are tapped on, as ours are, and each tile's own picture when it comes near.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HABERDASH, buildCommand } from '../lib/command.mjs';

const ROOT = new URL('../../../', import.meta.url).pathname, HERE = new URL('.', import.meta.url).pathname;
const DEVICE = 'larch-5', SHOWN = ['back', 'match', 'logo', 'film'];

/** The files of the page by path, for `serve`, beside those of `dist`. */
export function twin(dist) {
  buildCommand();
  const haberdash = (...parameters) => execFileSync(HABERDASH, parameters, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });
  const file = join(dist, `p/skins/${DEVICE}.json`), folder = join(ROOT, 'target/bench-twin');
  mkdirSync(folder, { recursive: true });
  haberdash('render', file, '--to', join(folder, 'picture.svg'));
  const product = JSON.parse(haberdash('resolve', file));
  return {
    '/twin.html': html(readFileSync(join(dist, 'skin.html'), 'utf8'), product, readFileSync(join(folder, 'picture.svg'), 'utf8')),
    '/twin.js': readFileSync(join(HERE, 'plain.js'), 'utf8'),
    '/twin.css': readFileSync(join(HERE, 'plain.css'), 'utf8'),
  };
}

function html(page, product, picture) {
  const options = SHOWN.map((id) => product.options.find((option) => option.id === id));
  const data = {
    base: product.base_price,
    options: Object.fromEntries(options.map(({ id, choices }) => [id, Object.fromEntries(choices.map((choice) => [choice.id, { title: choice.title.en, price: choice.price ?? 0, color: choice.color, texture: choice.texture && address(choice.texture), scale: choice.scale, mm: choice.attributes?.mm }]))])),
    picked: Object.fromEntries(options.map((option) => [option.id, option.default])),
  };
  page = put(page, /<script async src="haberdash\.js"[^>]*><\/script>/, '<link rel="stylesheet" href="twin.css">');
  page = put(page, 'src="skin.js"', 'src="twin.js"');
  page = put(page, /<img id="gallery"[^>]*>/, picture);
  page = put(page, /<fieldset class="plain">[\s\S]*?<\/fieldset>/, options.map((option) => group(option)).join(''));
  return put(page, '</body>', `<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script></body>`);
}

function group({ id, title, help, display, choices, default: first }) {
  const tile = (choice) => `<img class="chip" src="${choice.texture ? address(choice.texture) : 'data:,'}" alt="" loading="lazy" decoding="async" width="72" height="72"${choice.color ? ` style="background:${choice.color}"` : ''}>`;
  const inner = (choice) => (display === 'card' ? `<span class="card-chip">${choice.title.en}</span>` : choice.texture ? tile(choice) : `<span class="chip" style="background:${choice.color ?? 'none'}"></span>`);
  const list = choices.map((choice) => `<label class="choice" title="${choice.title.en}"><input type="radio" name="${id}" value="${choice.id}" aria-label="${choice.title.en}"${choice.id === first ? ' checked' : ''}>${inner(choice)}</label>`);
  return `<fieldset class="group"><legend>${title.en} <span class="picked">${choices.find((choice) => choice.id === first).title.en}</span></legend><p>${help?.en ?? ''}</p><div class="${display === 'grid' ? 'tiles' : 'row-of'}">${list.join('')}</div></fieldset>`;
}

/** From a product file's folder to the page's. */
const address = (path) => path.replace(/^(\.\.\/)+/, '');

function put(text, what, instead) {
  const next = text.replace(what, () => instead);
  if (next === text) throw new Error(`the skins' page has no ${what} any more: look at tests/bench/twin/page.mjs`);
  return next;
}
