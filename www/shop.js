// Otterby & Daughters: everything on the pages that moves. Plain modules, no library, and nothing
// that needs more than script-src 'self': elements are created, never parsed from text.
import { CURRENCY, addLine, analyticsItem, count, lineOf, major, money, readCart, removeLine, safeUrl, setQuantity, total, visible, writeCart } from './cart.js';

window.dataLayer = window.dataLayer || [];
function gtag() {
  window.dataLayer.push(arguments);
}
const push = (event, ecommerce) => window.dataLayer.push({ event, ecommerce });

// ---------------------------------------------------------------- words

const language = (document.documentElement.lang || 'en').split('-')[0];
const WORDS = {
  en: {
    added: 'In your basket: ', view: 'View basket', ask: 'May this shop remember, on this device only, what you look at? Then it can show you things that fit. Nothing is sent anywhere.',
    yes: 'Yes, remember', no: 'No, thank you', askTitle: 'A question first', basket: (n) => `Basket, ${n} ${n === 1 ? 'thing' : 'things'}`, privacy: 'Privacy choices', dismiss: 'Close',
  },
  ar: {
    added: 'أضيف إلى السلة: ', view: 'عرض السلة', ask: 'هل تسمح للمتجر بأن يتذكر على هذا الجهاز فقط ما تتصفحه؟ عندها يعرض لك ما يناسبك. لا يُرسل شيء إلى أي مكان.',
    yes: 'نعم، تذكّر', no: 'لا، شكرًا', askTitle: 'سؤال قبل أن نبدأ', basket: (n) => `السلة، ${n}`, privacy: 'خيارات الخصوصية', dismiss: 'إغلاق',
  },
};
const words = WORDS[language] ?? WORDS.en;

// ---------------------------------------------------------------- small helpers

/** el('a', {class: 'card', href: …}, child, 'text'): strings become text nodes. */
function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return node;
}
const byId = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const titleOf = (item) => (typeof item.title === 'string' ? item.title : item.title[language] ?? item.title.en);
const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const SHELF = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); } catch { /* the choice holds for this page */ } },
};

let catalogue;
/** The catalogue's items, fetched once a page; an empty list when it cannot be had. */
function items() {
  catalogue ??= fetch('catalog.json').then((answer) => (answer.ok ? answer.json() : { items: [] })).then((data) => data.items.map((item) => ({ kind: 'product', availability: 'in_stock', ...item })), () => []);
  return catalogue;
}

// ---------------------------------------------------------------- consent

const CONSENT = 'otterby:consent';
gtag('consent', 'default', {
  personalization_storage: 'denied', functionality_storage: 'denied', analytics_storage: 'denied',
  ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied',
});

function decide(answer) {
  gtag('consent', 'update', { personalization_storage: answer, functionality_storage: answer });
}

function askConsent() {
  if (byId('consent')) return;
  const box = el('section', { id: 'consent', class: 'consent', 'aria-labelledby': 'consent-title' },
    el('div', { class: 'consent-text' }, el('h2', { id: 'consent-title' }, words.askTitle), el('p', {}, words.ask)));
  const choose = (answer) => () => {
    SHELF.set(CONSENT, answer);
    decide(answer);
    box.remove();
  };
  const yes = el('button', { type: 'button', class: 'button', id: 'consent-accept' }, words.yes);
  const no = el('button', { type: 'button', class: 'button quiet', id: 'consent-decline' }, words.no);
  yes.addEventListener('click', choose('granted'));
  no.addEventListener('click', choose('denied'));
  box.append(el('div', { class: 'consent-buttons' }, yes, no));
  document.body.append(box);
}

function consent() {
  const stored = SHELF.get(CONSENT);
  if (stored === 'granted' || stored === 'denied') decide(stored);
  else askConsent();
  byId('privacy')?.addEventListener('click', () => {
    askConsent();
    byId('consent-accept').focus();
  });
}

// ---------------------------------------------------------------- basket in the header, adding, notices

function badge() {
  const link = byId('basket');
  if (!link) return;
  const n = count(readCart());
  link.setAttribute('aria-label', words.basket(n));
  const bubble = link.querySelector('.bubble');
  bubble.textContent = String(n);
  bubble.classList.toggle('none', n === 0);
}

let noticeTimer;
function notice(text, withLink) {
  const box = byId('notice');
  box.replaceChildren(el('span', {}, text));
  if (withLink) box.append(' ', el('a', { href: 'cart.html' }, words.view));
  box.classList.add('shown');
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => box.classList.remove('shown'), 8000);
}

function onSubmit(event) {
  const form = event.target;
  if (!form.matches?.('form[data-cart-form]') || event.defaultPrevented) return;
  event.preventDefault();
  const line = lineOf(form);
  if (!line) return;
  addLine(line);
  push('add_to_cart', { currency: CURRENCY, value: major(line.price * line.quantity), items: [analyticsItem(line)] });
  notice(words.added + line.title, true);
}

// ---------------------------------------------------------------- cards and lists

function priceLine(item) {
  if (item.kind !== 'product') return el('p', { class: 'price' }, item.kind === 'video' ? 'Film' : 'Article');
  const was = item.list_price && el('s', {}, money(item.list_price));
  const line = el('p', { class: item.list_price ? 'price sale' : 'price' }, money(item.price));
  if (was) line.append(' ', el('span', { class: 'hidden' }, 'instead of '), was);
  return line;
}

/** What has a page where it is made up: shirt.html, and not product.html?id=… */
const madeToOrder = (item) => Boolean(item.tags?.includes('customizable')) && !/^(product|article)\.html/.test(item.url);

const STOCK = { in_stock: '', out_of_stock: 'Out of stock', preorder: 'Pre-order' };

function card(item, eager) {
  const flag = item.availability !== 'in_stock' ? STOCK[item.availability] : item.tags?.includes('new') ? 'New' : madeToOrder(item) ? 'Made to order' : '';
  return el('li', { class: 'card' },
    el('a', { href: safeUrl(item.url), 'data-id': item.id },
      el('img', { src: safeUrl(item.image), alt: '', width: 400, height: 400, loading: eager ? undefined : 'lazy', decoding: 'async' }),
      flag && el('span', { class: 'flag' }, flag),
      el('span', { class: 'card-title' }, titleOf(item)),
      item.brand && el('span', { class: 'card-brand' }, item.brand)),
    priceLine(item));
}

function analyticsOf(item, index) {
  return { item_id: item.id, item_name: titleOf(item), item_brand: item.brand, item_category: item.category[0], item_category2: item.category[1], price: item.price === undefined ? undefined : major(item.price), index };
}

/** Shows a list and tells the layer about it, and about the one that is picked. */
function showList(host, list, name) {
  host.replaceChildren(...list.map((item, index) => card(item, index < 4)));
  const id = slug(name);
  push('view_item_list', { currency: CURRENCY, item_list_id: id, item_list_name: name, items: list.slice(0, 40).map(analyticsOf) });
  host.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-id]');
    const index = list.findIndex((item) => item.id === link?.dataset.id);
    if (index >= 0) push('select_item', { item_list_id: id, item_list_name: name, items: [analyticsOf(list[index], index)] });
  });
}

const popular = (a, b) => b.popularity - a.popularity || (a.id < b.id ? -1 : 1);
const dayOf = (item) => item.published ?? '';
const ORDERS = {
  popular: (a, b) => madeToOrder(b) - madeToOrder(a) || popular(a, b),
  new: (a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : popular(a, b)),
  low: (a, b) => (a.price ?? 0) - (b.price ?? 0) || popular(a, b),
  high: (a, b) => (b.price ?? 0) - (a.price ?? 0) || popular(a, b),
};

// ---------------------------------------------------------------- pages

/** Departments that lie across the others: their name, what they have, and what their shelves are called. */
const ACROSS = {
  films: ['Films', (item) => item.kind === 'video', (item) => item.category[1]],
  'made-to-order': ['Made to order', madeToOrder, (item) => item.category[0]],
};

async function departmentPage() {
  const all = await items();
  const wanted = query.get('d') ?? 'shirts';
  const [known, has, shelfOf] = ACROSS[wanted] ?? [null, (item) => slug(item.category[0]) === wanted, (item) => item.category[1]];
  const shelf = all.filter(has);
  const name = known ?? shelf[0]?.category[0] ?? 'Nothing here';
  document.title = `${name} – Otterby & Daughters`;
  byId('title').textContent = name;
  document.querySelector(`nav a[href="department.html?d=${CSS.escape(wanted)}"]`)?.setAttribute('aria-current', 'page');
  const sub = query.get('c');
  const list = shelf.filter((item) => !sub || slug(shelfOf(item)) === sub);
  const chip = (label, value) => el('li', {}, el('a', { href: `department.html?d=${wanted}${value ? `&c=${value}` : ''}`, 'aria-current': (sub ?? '') === value && 'true' }, label));
  byId('chips').replaceChildren(chip('All', ''), ...[...new Set(shelf.map(shelfOf))].map((label) => chip(label, slug(label))));
  if (sub) byId('chips').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  const show = () => {
    const fresh = byId('list').cloneNode(false); // a list of its own listener
    byId('list').replaceWith(fresh);
    showList(fresh, list.slice().sort(ORDERS[byId('sort').value] ?? popular), name);
    byId('found').textContent = `${list.length} ${list.length === 1 ? 'thing' : 'things'}`;
  };
  byId('sort').addEventListener('change', show);
  show();
}

/** Each word must occur; a hit in the title counts more than one in the text. */
export function matches(list, text) {
  const wordsOf = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wordsOf.length) return [];
  const scored = [];
  for (const item of list) {
    const titles = (typeof item.title === 'string' ? [item.title] : Object.values(item.title)).join(' ').toLowerCase();
    const rest = [item.text, item.brand, ...item.category, ...(item.tags ?? []), ...Object.values(item.facets ?? {}).flat()].join(' ').toLowerCase();
    const hits = wordsOf.map((word) => (titles.includes(word) ? 2 : rest.includes(word) ? 1 : 0));
    if (hits.every(Boolean)) scored.push([hits.reduce((a, b) => a + b, 0), item]);
  }
  return scored.sort(([a, x], [b, y]) => b - a || popular(x, y)).map(([, item]) => item);
}

async function searchPage() {
  const text = (query.get('q') ?? '').trim();
  for (const field of document.querySelectorAll('input[name="q"]')) field.value = text;
  const found = matches(await items(), text);
  window.dataLayer.push({ event: 'view_search_results', search_term: text });
  byId('title').textContent = text ? `“${text}”` : 'Search';
  byId('found').textContent = found.length ? `${found.length} found` : text ? 'Nothing by that name. Try a colour, a cloth or a department.' : 'Type a word above.';
  if (found.length) showList(byId('list'), found, 'Search results');
}

const FACET_NAMES = { color: 'Colour', pattern: 'Pattern', material: 'Material', scent: 'Scent', team: 'Team', sport: 'Sport', collar: 'Collar', sleeve: 'Sleeve', socket: 'Socket', watts: 'Watts', slots: 'Slots', form: 'Form', gb: 'Gigabytes', size: 'Size, mm' };

/** Where a thing of this shelf, or of this department, can be made up to one's own taste. */
const MAKERS = {
  Shirts: ['shirt.html', 'Make a shirt of your own'], Sneakers: ['sneaker.html', 'Make a sneaker of your own'], 'Device skins': ['skin.html', 'Cut a skin for your own device'], 'PC parts': ['pc-build.html', 'Put a whole PC together'],
  Mugs: ['mug.html', 'Put your own picture on a mug'], Bags: ['bag.html', 'Have a tote printed'], Posters: ['poster.html', 'Choose the paper, the size and the frame yourself'],
};
const makerOf = ({ category: [department, shelf] }) => MAKERS[department] ?? (department === 'Gifts' ? MAKERS[shelf] : undefined);

function fillForm(form, item) {
  const fields = { id: item.id, title: titleOf(item), price: item.price, image: item.image, url: item.url };
  for (const [name, value] of Object.entries(fields)) form.elements.namedItem(name).value = value;
  const button = form.querySelector('button');
  button.disabled = item.availability === 'out_of_stock';
  button.textContent = { in_stock: 'Add to basket', preorder: 'Pre-order', out_of_stock: 'Out of stock' }[item.availability];
}

async function productPage() {
  const all = await items();
  const item = all.find(({ id, kind }) => id === query.get('id') && kind === 'product');
  const place = byId('product');
  if (!item) {
    byId('title').textContent = 'We do not have that';
    byId('text').textContent = 'It may have been sold, or never existed.';
    place.classList.add('missing');
    return;
  }
  document.title = `${titleOf(item)} – Otterby & Daughters`;
  byId('title').textContent = titleOf(item);
  byId('brand').textContent = item.brand;
  byId('text').textContent = item.text;
  const picture = byId('gallery');
  picture.src = safeUrl(item.image);
  picture.alt = titleOf(item);
  picture.parentElement.classList.toggle('photo', item.image.endsWith('.webp'));
  byId('price').replaceWith(Object.assign(priceLine(item), { id: 'price' }));
  const stock = byId('stock');
  stock.textContent = { in_stock: 'In stock, leaves tomorrow', preorder: 'On its way; order now, sent when it is here', out_of_stock: 'Out of stock' }[item.availability];
  stock.dataset.stock = item.availability;
  const back = byId('department');
  back.textContent = item.category[0];
  back.href = `department.html?d=${slug(item.category[0])}`;
  const facts = Object.entries(item.facets).filter(([name]) => FACET_NAMES[name]);
  byId('facts').replaceChildren(...facts.flatMap(([name, values]) => [el('dt', {}, FACET_NAMES[name]), el('dd', {}, [values].flat().join(', '))]));
  const maker = makerOf(item);
  if (maker) byId('facts').after(el('p', { class: 'maker' }, 'Rather your own? ', el('a', { href: maker[0] }, maker[1]), '.'));
  fillForm(document.querySelector('form[data-cart-form]'), item);
  place.classList.add('ready');
  push('view_item', { currency: CURRENCY, value: major(item.price), items: [analyticsOf(item, 0)] });
  similarFallback(all, item);
}

/** The shop's own plain idea of "similar": the same shelf. Seen where the widget is not. */
function similarFallback(all, item) {
  const list = byId('similar-list');
  if (!list) return;
  const near = all.filter((other) => other.id !== item.id && other.category[0] === item.category[0] && other.availability === 'in_stock');
  near.sort((a, b) => (b.category[1] === item.category[1]) - (a.category[1] === item.category[1]) || popular(a, b));
  list.replaceChildren(...near.slice(0, 8).map((other) => card(other)));
}

async function articlePage() {
  const all = await items();
  const item = all.find(({ id, kind }) => id === query.get('id') && kind !== 'product');
  if (!item) {
    byId('title').textContent = 'That page is not in our journal';
    return;
  }
  document.title = `${titleOf(item)} – Otterby & Daughters`;
  byId('title').textContent = titleOf(item);
  byId('lead').textContent = item.text;
  const date = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long' }).format(new Date(item.published));
  byId('about').textContent = `${item.kind === 'video' ? 'Film' : 'Article'} · ${item.category[1]} · ${date}`;
  const picture = byId('picture');
  picture.src = safeUrl(item.image);
  byId('article').dataset.kind = item.kind;
  const stories = await fetch('stories.json').then((answer) => answer.json()).catch(() => ({}));
  const { text = [], length, transcript } = stories[item.id] ?? {};
  byId('story').replaceChildren(...text.map((paragraph) => el('p', {}, paragraph)));
  if (length) byId('about').append(` · ${length} minutes`);
  if (item.kind === 'video') picture.after(el('p', { class: 'still' }, 'You see a still: this demonstration shop has the words of the film, and not the film itself.'));
  if (transcript) byId('story').append(el('h2', {}, 'What is seen and said'), el('dl', { class: 'transcript' }, ...transcript.flatMap(([at, what]) => [el('dt', {}, at), el('dd', {}, what)])));
  const shelf = all.filter((other) => other.kind === 'product' && other.category[0] === item.category[1]).sort(popular);
  byId('shelf-title').textContent = `From the ${item.category[1].toLowerCase().replace('pc', 'PC')} shelf`;
  showList(byId('list'), shelf.slice(0, 4), `Journal ${item.id}`);
  push('view_item', { currency: CURRENCY, items: [analyticsOf(item, 0)] });
}

function cartRow(line, index, redraw) {
  const address = safeUrl(line.url);
  const name = `quantity of ${line.title}`;
  const amount = el('input', { type: 'number', min: 1, max: 99, value: line.quantity, inputmode: 'numeric', 'aria-label': name });
  const sum = el('p', { class: 'line-sum' }, money(line.price * line.quantity));
  amount.addEventListener('change', () => {
    const lines = setQuantity(index, amount.value);
    amount.value = String(lines[index].quantity);
    sum.textContent = money(lines[index].price * lines[index].quantity);
    cartTotals(lines);
  });
  const remove = el('button', { type: 'button', class: 'link', 'aria-label': `Remove ${line.title}` }, 'Remove');
  remove.addEventListener('click', () => {
    const gone = removeLine(index);
    if (gone) push('remove_from_cart', { currency: CURRENCY, value: major(gone.price * gone.quantity), items: [analyticsItem(gone)] });
    redraw();
    notice(`Removed: ${line.title}`);
    byId('title').focus();
  });
  return el('li', { class: 'line' },
    el('a', { href: address, class: 'line-picture', tabindex: '-1', 'aria-hidden': 'true' }, el('img', { src: safeUrl(line.image), alt: '', width: 400, height: 400 })),
    el('div', { class: 'line-text' },
      el('h2', {}, el('a', { href: address }, line.title)),
      el('dl', { class: 'properties' }, ...visible(line).flatMap(([key, value]) => [el('dt', {}, key), el('dd', {}, value)])),
      el('p', { class: 'unit' }, `${money(line.price)} each`)),
    el('div', { class: 'line-amount' }, amount, remove),
    sum);
}

function cartTotals(lines) {
  byId('sum').textContent = money(total(lines));
}

function cartPage() {
  const draw = () => {
    const lines = readCart();
    byId('empty').hidden = lines.length > 0;
    byId('full').hidden = lines.length === 0;
    byId('lines').replaceChildren(...lines.map((line, index) => cartRow(line, index, draw)));
    cartTotals(lines);
  };
  draw();
  window.addEventListener('storage', draw);
  byId('checkout').addEventListener('click', checkout);
}

const ORDER = 'otterby:order';

function purchase(order) {
  push('purchase', { transaction_id: order.id, currency: CURRENCY, value: major(total(order.lines)), items: order.lines.map(analyticsItem) });
}

/** Nothing is paid here: the order goes to the next page, which thanks and tells the layer. */
function checkout() {
  const lines = readCart();
  if (!lines.length) return;
  const order = { id: `OT-${Date.now().toString(36).toUpperCase()}`, lines };
  push('begin_checkout', { currency: CURRENCY, value: major(total(lines)), items: lines.map(analyticsItem) });
  try {
    sessionStorage.setItem(ORDER, JSON.stringify(order));
  } catch {
    purchase(order); // it cannot be carried over, so it is told here
  }
  writeCart([]);
  location.assign(`thanks.html?order=${encodeURIComponent(order.id)}`);
}

function thanksPage() {
  let order = null;
  try {
    order = JSON.parse(sessionStorage.getItem(ORDER));
    if (order && !order.told) {
      purchase(order);
      sessionStorage.setItem(ORDER, JSON.stringify({ ...order, told: true }));
    }
  } catch { /* no order to show; the thanks stand */ }
  const number = query.get('order');
  if (number && /^OT-[A-Z0-9]{1,16}$/.test(number)) byId('number').textContent = `Your order is number ${number}.`;
  if (order && Array.isArray(order.lines)) {
    byId('bought').replaceChildren(...order.lines.map((line) => el('li', {}, `${line.quantity} × ${line.title}, ${money(line.price * line.quantity)}`)));
  }
}

// ---------------------------------------------------------------- start

consent();
badge();
document.addEventListener('otterby:cart', badge);
window.addEventListener('storage', badge);
window.addEventListener('pageshow', (event) => event.persisted && badge());
document.addEventListener('submit', onSubmit);
const PAGES = { department: departmentPage, search: searchPage, product: productPage, article: articlePage, cart: cartPage, thanks: thanksPage };
PAGES[document.body.dataset.page]?.();
