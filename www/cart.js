// The shop's basket: kept in localStorage, filled from any <form data-cart-form>.
// It knows nothing of the widget: it reads form fields, as any shop's cart does.

const KEY = 'otterby:cart';
const MOST = 99;
let fallback = []; // where the browser keeps nothing for us: this page view only
let storable = true;

export const CURRENCY = 'EUR';

/** Minor units → "€89.00", in the page's language. */
export function money(minor) {
  return new Intl.NumberFormat(document.documentElement.lang || 'en', { style: 'currency', currency: CURRENCY }).format(minor / 100);
}

/** Minor units → the decimal number that analytics layers expect. */
export const major = (minor) => Math.round(minor) / 100;

/** An address on this site or the web; anything else (script, data) becomes "#". */
export function safeUrl(text) {
  try {
    const url = new URL(String(text), document.baseURI);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : '#';
  } catch {
    return '#';
  }
}

const whole = (value, least, most, otherwise) => {
  const number = Number(value);
  return Number.isFinite(number) ? Math.min(most, Math.max(least, Math.round(number))) : otherwise;
};

/** A stored or posted line made whole, or null where there is nothing to sell. */
function checkedLine(raw) {
  if (!raw || typeof raw !== 'object' || typeof raw.id !== 'string' || !raw.id) return null;
  const properties = {};
  if (raw.properties && typeof raw.properties === 'object') {
    for (const [key, value] of Object.entries(raw.properties)) properties[key] = String(value);
  }
  return {
    id: raw.id,
    title: String(raw.title ?? raw.id),
    price: whole(raw.price, 0, 1e9, 0),
    image: String(raw.image ?? ''),
    url: String(raw.url ?? ''),
    quantity: whole(raw.quantity, 1, MOST, 1),
    properties,
  };
}

export function readCart() {
  if (!storable) return fallback;
  try {
    const raw = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(raw) ? raw.map(checkedLine).filter(Boolean) : [];
  } catch {
    return fallback;
  }
}

export function writeCart(lines) {
  fallback = lines;
  try {
    localStorage.setItem(KEY, JSON.stringify(lines));
    storable = true;
  } catch {
    storable = false;
  }
  document.dispatchEvent(new CustomEvent('otterby:cart', { detail: { lines } }));
}

export const count = (lines) => lines.reduce((sum, line) => sum + line.quantity, 0);
export const total = (lines) => lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
export const visible = (line) => Object.entries(line.properties).filter(([key, value]) => !key.startsWith('_') && value !== '');

const CLAIM = '_haberdash_claim';

/** The claim says how many and how much; both follow the line. The back office checks it anyway. */
function claimFor(text, quantity, price) {
  try {
    const claim = JSON.parse(text);
    return JSON.stringify({ ...claim, quantity, total: price * quantity });
  } catch {
    return text;
  }
}

export function withQuantity(line, quantity) {
  const properties = { ...line.properties };
  if (properties[CLAIM]) properties[CLAIM] = claimFor(properties[CLAIM], quantity, line.price);
  return { ...line, quantity, properties };
}

/** Two lines are one when id and properties agree, whatever the quantity. */
export function sameAs(line) {
  const one = withQuantity(line, 1);
  return JSON.stringify([one.id, Object.entries(one.properties).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))]);
}

/** The form's line: of fields with the same name the last one counts. */
export function lineOf(form) {
  const raw = { properties: {} };
  for (const [name, value] of new FormData(form)) {
    const text = typeof value === 'string' ? value : value.name;
    const property = /^properties\[([^]*)\]$/.exec(name);
    if (property) raw.properties[property[1]] = text;
    else raw[name] = text;
  }
  if (raw.properties._haberdash_price) raw.price = raw.properties._haberdash_price;
  return checkedLine(raw);
}

export function addLine(line) {
  const lines = readCart().slice();
  const at = lines.findIndex((other) => sameAs(other) === sameAs(line));
  if (at < 0) lines.push(line);
  else lines[at] = withQuantity({ ...lines[at], price: line.price }, Math.min(MOST, lines[at].quantity + line.quantity));
  writeCart(lines);
}

export function setQuantity(index, quantity) {
  const lines = readCart().slice();
  if (!lines[index]) return lines;
  lines[index] = withQuantity(lines[index], whole(quantity, 1, MOST, lines[index].quantity));
  writeCart(lines);
  return lines;
}

export function removeLine(index) {
  const lines = readCart().slice();
  const [gone] = lines.splice(index, 1);
  writeCart(lines);
  return gone;
}

/** A line as the analytics layer wants it. */
export function analyticsItem(line) {
  const variant = visible(line).map(([, value]) => value).join(' / ');
  return { item_id: line.id, item_name: line.title, price: major(line.price), quantity: line.quantity, ...(variant && { item_variant: variant }) };
}
