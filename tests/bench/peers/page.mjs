// The skin of the peer comparison as Haberdash shows it: the same outlines, choices, pictures, prices and layout as on the peers' pages.
// One thing differs: our chips show the texture files themselves, scaled down, where the peers cut theirs out of one small sheet.

/** Our product file from the peers' `product.json`; addresses are those of the folder that both are served from. */
export function product(skin) {
  const choice = ({ id, name, colour, texture, price }) => ({ id, title: name, price, ...(colour ? { color: colour } : { texture: skin.textures[texture].src, scale: 256 }) });
  return {
    version: 1, id: 'phone-skin', title: skin.name, currency: 'EUR', base_price: skin.base,
    options: skin.zones.map((zone) => ({ kind: 'choice', id: zone.id, title: zone.name, display: 'texture', default: zone.choices[zone.start].id, choices: zone.choices.map(choice) })),
    views: [{ id: 'front', title: 'Front', art: 'skin.svg', layers: [...skin.zones.map((zone) => ({ part: zone.id, paint: zone.id })), { shade: skin.shade, blend: 'multiply' }] }],
  };
}

/** The outlines, one path each. */
export function art(skin) {
  const paths = skin.zones.map((zone) => `<path id="${zone.id}" fill-rule="evenodd" d="${zone.d}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${skin.width} ${skin.height}">${paths.join('')}</svg>`;
}

/**
 * The page: picture on the left, 600 pixels wide, options on the right, targets of 26 pixels. It notes when our handler for `change` is
 * through (which the harness cannot see, as that event stays inside the shadow root), and the size of the wasm memory. `head` is put before
 * the tag, page code that has to run first.
 */
export function page(skin, { head = '' } = {}) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${skin.name}</title><link rel="icon" href="data:,">
<style>*{box-sizing:border-box}body{margin:0;font:14px/1.3 system-ui,sans-serif}#app{display:flex;gap:16px;padding:8px}#view{position:relative;width:600px;height:800px;flex:none}#picture{height:800px}#side{width:600px}h1{font-size:20px;margin:4px 0}#price{font-size:18px;margin:4px 0}#skin{--haberdash-chip:26px;--haberdash-radius:4px}</style>
${head}
<script>${watch}</script>
<script async src="haberdash.js" data-consent="off" data-cart="none"></script>
<div id="app"><div id="view"><div id="picture"></div></div><div id="side"><h1>${skin.name}</h1><p id="price">&nbsp;</p>
<div id="skin" data-haberdash="configurator" data-product="skin.json" data-price-target="#price" data-image-target="#picture"></div></div></div>`;
}

const watch = `new MutationObserver((_, states) => {
  const host = document.querySelector('#skin[data-haberdash-state=ready]');
  if (!host) return;
  states.disconnect();
  host.shadowRoot.addEventListener('change', () => { window.handledAt = performance.now(); });
  // The harness keeps this with each load.
  window.__failed = { wasm: window.wasmBytes() };
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-haberdash-state'] });`;
