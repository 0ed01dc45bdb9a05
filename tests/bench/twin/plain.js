// What the plain page does at a pick: the price, the picked choice's name, and the picture when the texture is here.
const { base, options, picked } = JSON.parse(document.getElementById('data').textContent);
const SVG = 'http://www.w3.org/2000/svg';
const host = document.getElementById('skin'), price = document.getElementById('price').firstChild, svg = document.querySelector('#frame svg');
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' });
const worn = [...svg.querySelectorAll('[fill^="url(#hb-paint"]')], patterns = new Map(), names = new Map();
for (const group of host.querySelectorAll('.group')) names.set(group.querySelector('input').name, group.querySelector('.picked').firstChild);

/** Leather, felt and cloth cannot go round edges and lenses: these have a plain film then, and only the front is cut from the same sheet, for half. */
const thick = () => options.back[picked.back].mm > 0.3;

function total() {
  const cost = (option) => options[option][picked[option]].price;
  return base + cost('match') + cost('logo') + cost('film') + cost('back') * (picked.match !== 'all' ? 1 : thick() ? 1.5 : 2);
}

function pattern({ texture, color, scale }) {
  const id = `t${patterns.size}`, made = document.createElementNS(SVG, 'pattern');
  for (const [name, value] of Object.entries({ id, patternUnits: 'userSpaceOnUse', width: scale, height: scale })) made.setAttribute(name, value);
  made.innerHTML = `<rect width="${scale}" height="${scale}" fill="${color}"/><image href="${texture}" width="${scale}" height="${scale}" preserveAspectRatio="none"/>`;
  svg.querySelector('defs').append(made);
  return `url(#${id})`;
}

async function wear(choice) {
  if (choice.texture && !patterns.has(choice.texture)) {
    const picture = new Image();
    picture.src = choice.texture;
    await picture.decode();
    patterns.set(choice.texture, pattern(choice));
  }
  if (options.back[picked.back] !== choice) return;
  const [back, camera] = worn, fill = choice.texture ? patterns.get(choice.texture) : choice.color;
  back.setAttribute('fill', fill);
  camera.setAttribute('fill', thick() ? options.back['matte-black'].color : fill);
}

host.addEventListener('change', ({ target: { name, value } }) => {
  picked[name] = value;
  names.get(name).data = options[name][value].title;
  price.data = money.format(total() / 100);
  if (name === 'back') wear(options.back[value]);
});
host.dataset.ready = '';
