// The skins' page: which device is shown, and a design that moves along when another one is taken.
//
// Each device is a product file of its own. The host is told which one before the widget looks at it; later, `unmount` and `mount` put another in
// its place, and `configure` gives it what was picked. What has no place there keeps waiting here, and is back on the next device that has it.

const host = document.getElementById('skin');
const links = [...document.querySelectorAll('.devices a[data-device]')];
const byId = (id) => document.getElementById(id);
const NAMES = { sides: 'the sides', camera: 'the camera', screen: 'the front', palm: 'the palm rest', touchpad: 'the touchpad', film: 'the screen film', logo: 'the logo', match: 'the zones', back: 'the back' };

/** The link of the device that the address names; the first one where it names none of ours. */
const named = () => links.find((link) => link.dataset.device === new URLSearchParams(location.search).get('device')) ?? links[0];

/** Everything on the page that says which device it is. */
function dress(link) {
  const { device, price, shape } = link.dataset;
  const name = link.querySelector('span').textContent;
  for (const other of links) other.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'true');
  const row = link.closest('ul');
  row.scrollLeft += link.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - link.clientWidth) / 2;
  document.title = `${name} skin – Otterby & Daughters`;
  byId('title').textContent = `${name} skin`;
  byId('frame').className = `gallery ${shape}`;
  const picture = byId('gallery');
  picture.src = `art/skin/${device}-card.svg`;
  picture.alt = `The ${name} with its skin on`;
  picture.width = shape === 'wide' ? 1000 : 800;
  picture.height = shape === 'wide' ? 750 : 1000;
  byId('price').textContent = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(price / 100);
  const fields = { id: `skin-${device}`, title: `${name} skin`, price, image: `art/skin/${device}-card.svg`, url: `skin.html?device=${device}` };
  for (const [key, value] of Object.entries(fields)) host.closest('form').elements.namedItem(key).value = value;
  host.dataset.product = `p/skins/${device}.json`;
}

/** What was picked on any device so far, by option. */
const design = {};
let changing = Promise.resolve();

/** Takes another device. `carry`: with the design on; otherwise it has what it had when it was left. */
async function change(link, carry) {
  const before = await Haberdash.configuration(host);
  if (before) Object.assign(design, before.selection);
  byId('moved').textContent = '';
  host.setAttribute('data-changing', '');
  await Haberdash.unmount(host);
  dress(link);
  await Haberdash.mount(host);
  if (carry) {
    await Haberdash.configure(host, design);
    const now = await Haberdash.configuration(host);
    // Of what was on the last device: rules may hide a zone, so only what was seen there counts.
    const plain = ['match', 'none'];
    const lost = now ? Object.entries(before?.selection ?? {}).filter(([option, pick]) => !plain.includes(pick) && String(now.selection[option]) !== String(pick)) : [];
    const list = lost.map(([option]) => NAMES[option] ?? option);
    if (list.length) byId('moved').textContent = `Your design moved along. On this device there is no place for ${new Intl.ListFormat('en').format(list)}; it is kept for when you go back.`;
  } else {
    await Haberdash.configuration(host);
  }
  host.removeAttribute('data-changing');
}
const queue = (link, carry) => {
  changing = changing.then(() => change(link, carry)).catch(() => location.reload());
};

for (const link of links) {
  link.addEventListener('click', (event) => {
    // Without the widget, or to a new tab, it is a link like any other.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || host.dataset.haberdashState !== 'ready') return;
    event.preventDefault();
    if (link.hasAttribute('aria-current')) return;
    history.pushState(null, '', link.href);
    queue(link, true);
  });
}
addEventListener('popstate', () => {
  const link = named();
  if (!link.hasAttribute('aria-current')) queue(link, false);
});

dress(named());
host.dataset.haberdash = 'configurator';
window.Haberdash?.mount(host);
