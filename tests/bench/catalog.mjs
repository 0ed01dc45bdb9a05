// A made-up shop of any size, and a shopper of it. The same seed gives the same files on every machine.

const WORDS = 'amber anchor arch aspen basil beacon birch bluff bramble brook cedar chalk cliff clover cobble copper coral cove crest dale drift dune ember fern finch fjord flint forest gable garnet glade grove harbour hazel heath heron hollow iris island ivy jasper juniper kelp lagoon lark laurel linden lichen lotus maple marsh meadow mica mist moor moss nettle oak ochre olive onyx opal orchard osprey otter pebble pine plume pond poppy prairie quail quarry quartz rain raven reed ridge river robin rowan rye saffron sage sand sedge shale shore slate sorrel sparrow spruce stone storm swift thistle thorn tide timber topaz valley vale violet walnut willow wren yarrow'.split(' ');
const GOODS = 'shirt blouse jumper jacket coat scarf cap belt shoe sneaker boot bag wallet watch lamp chair table rug vase mug plate knife pan towel blanket pillow phone-case keyboard mouse headset cable charger monitor soap shampoo lipstick serum perfume ball racket jersey glove helmet tent rope bottle book poster candle'.split(' ');
const COLOURS = ['white', 'black', 'grey', 'navy', 'blue', 'green', 'olive', 'red', 'burgundy', 'pink', 'yellow', 'orange', 'brown', 'beige', 'gold', 'silver', 'teal', 'purple'];
const PATTERNS = ['plain', 'check', 'stripe', 'dots', 'herringbone', 'oxford', 'twill', 'floral', 'camo', 'marble'];
const MATERIALS = ['cotton', 'linen', 'silk', 'wool', 'leather', 'suede', 'canvas', 'mesh', 'rubber', 'metal', 'glass', 'vinyl'];
const STYLES = ['casual', 'formal', 'sport', 'outdoor', 'vintage', 'minimal'];

/** mulberry32: whole numbers below `n`, the same everywhere. */
function random(seed) {
  return (n) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

/** A catalogue file of `count` items in two languages, as `Catalog::read` takes it; `image` gives each its picture's address. */
export function catalog(count, { seed = 5, image = (i) => `card-${i % 8}.svg` } = {}) {
  const next = random(seed);
  const of = (list) => list[next(list.length)];
  const items = Array.from({ length: count }, (_, i) => {
    const good = of(GOODS), name = of(WORDS), second = of(WORDS), color = of(COLOURS);
    const item = {
      id: `SKU-${String(i).padStart(5, '0')}`,
      title: { en: `${name} ${second} ${good}`, de: `${good} ${name} ${second}` },
      url: `p/${i}.html`,
      image: image(i),
      price: 990 + 100 * next(200),
      availability: next(20) ? 'in_stock' : 'out_of_stock',
      brand: `${of(WORDS)} works`,
      category: [`Department ${GOODS.indexOf(good) % 12}`, good],
      facets: { color: next(4) ? [color] : [color, of(COLOURS)], pattern: of(PATTERNS), material: of(MATERIALS), style: of(STYLES) },
      tags: [of(WORDS), of(STYLES)],
      popularity: next(1000) / 1000,
      text: `A ${color} ${good} with ${of(WORDS)} and ${of(WORDS)}, made for ${of(STYLES)} days.`,
    };
    if (!next(5)) item.list_price = item.price + 1000;
    return item;
  });
  return { version: 1, currency: 'EUR', items };
}

/** A stored history of `count` events about `file`, the last one a minute before `now`: mostly looks, some searches, designs and purchases. */
export function history(file, count, now, seed = 9) {
  const next = random(seed);
  // Shoppers have a taste: most of what they look at is of a few departments.
  const liked = file.items.filter((item) => ['Department 1', 'Department 4'].includes(item.category[0]));
  const any = () => (next(4) ? liked[next(liked.length)] : file.items[next(file.items.length)]);
  const events = [];
  for (let i = 0; i < count; i++) {
    // More than half an hour apart: what is repeated sooner counts once.
    const at = now - 60_000 - (count - 1 - i) * 2_400_000, dice = next(20);
    if (dice === 0) events.push({ at, kind: 'search', query: `${COLOURS[next(18)]} ${GOODS[next(GOODS.length)]}` });
    else if (dice === 1) events.push({ at, kind: 'configure', item: any().id, facets: [['color', COLOURS[next(18)]], ['pattern', PATTERNS[next(10)]]] });
    else events.push({ at, kind: dice === 2 ? 'purchase' : dice < 5 ? 'cart-add' : dice < 8 ? 'click' : 'view', item: any().id });
  }
  return { v: 1, events, hidden: [], forgotten: [], paused: [0, false], cleared_at: 0 };
}
