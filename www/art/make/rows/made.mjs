// What is made to order and has a page of its own: these can wear a design. The shirt and the sneaker stand among the others.
export const OWN_PAGES = { 'SH-001': ['shirt.html', 'p/oxford-shirt.json'], 'SN-027': ['sneaker.html', 'p/sneaker.json'] };

const item = (id, url, product, image, price, brand, category, facets, popularity, published, title, text) => ({
  id, title, url, image, product, price, availability: 'in_stock', kind: 'product', brand, category, facets, tags: ['customizable'], popularity, published, text,
});

export const made = [
  item('skin-larch-5', 'skin.html', 'p/skins/larch-5.json', 'art/skin/larch-5-card.svg', 1990, 'Second Peel', ['Device skins', 'Made to measure'],
    { material: ['vinyl'], type: ['phone'] }, 0.3, '2026-03-02',
    { en: 'Device skin, made to measure', de: 'Geräte-Skin nach Maß' }, 'Two hundred patterns, cut for twelve devices.'),
  item('GI-901', 'bag.html', 'p/bag.json', 'art/items/GI-002.svg', 2900, 'Otterby', ['Gifts', 'Bags'],
    { material: ['canvas'], type: ['tote'] }, 0.28, '2026-02-11',
    { en: 'Canvas tote, printed for you', de: 'Stofftasche, für Sie bedruckt' }, 'Your canvas, your trim, your words.'),
  item('GI-MUG', 'mug.html', 'p/mug.json', 'art/mug/preview.svg', 1900, 'Otterby', ['Gifts', 'Table'],
    { material: ['metal'], type: ['mug'] }, 0.26, '2026-01-20',
    { en: 'Enamel mug with your logo', de: 'Emaillebecher mit Ihrem Logo' }, 'Fired twice, printed with what you bring.'),
  item('GF-090', 'poster.html', 'p/poster.json', 'art/poster/preview.svg', 7390, 'Otterby', ['Gifts', 'Paper'],
    { material: ['paper'] }, 0.24, '2026-02-25',
    { en: 'Poster of patterned paper', de: 'Poster aus gemustertem Papier' }, 'Forty patterns, six colourways each, framed to measure.'),
];

/** What values of facets are called: English, German, French, Spanish, Arabic. */
const NAMES = `
white|weiß|blanc|blanco|أبيض
sky|himmelblau|bleu ciel|celeste|سماوي
navy|marineblau|bleu marine|azul marino|كحلي
blue|blau|bleu|azul|أزرق
red|rot|rouge|rojo|أحمر
green|grün|vert|verde|أخضر
black|schwarz|noir|negro|أسود
pink|rosa|rose|rosa|وردي
grey|grau|gris|gris|رمادي
yellow|gelb|jaune|amarillo|أصفر
beige|beige|beige|beis|بيج
teal|petrol|bleu canard|verde azulado|أزرق مخضر
olive|oliv|olive|oliva|زيتوني
orange|orange|orange|naranja|برتقالي
burgundy|bordeaux|bordeaux|burdeos|عنابي
brown|braun|marron|marrón|بني
purple|violett|violet|morado|بنفسجي
gold|gold|doré|dorado|ذهبي
silver|silber|argenté|plateado|فضي
oxford|Oxford|oxford|oxford|أكسفورد
plain|uni|uni|liso|سادة
stripe|Streifen|rayures|rayas|مقلم
check|Karo|carreaux|cuadros|مربعات
twill|Köper|sergé|sarga|تويل
herringbone|Fischgrat|chevrons|espiga|متعرج
dots|Punkte|pois|lunares|منقط
floral|Blumen|fleurs|flores|أزهار
cotton|Baumwolle|coton|algodón|قطن
linen|Leinen|lin|lino|كتان
wool|Wolle|laine|lana|صوف
silk|Seide|soie|seda|حرير
leather|Leder|cuir|cuero|جلد
suede|Veloursleder|daim|ante|شامواه
canvas|Canvas|toile|lona|كانفاس
mesh|Mesh|mesh|malla|شبك
vinyl|Vinyl|vinyle|vinilo|فينيل
metal|Metall|métal|metal|معدن
paper|Papier|papier|papel|ورق
`;
export const facetTitles = Object.fromEntries(NAMES.trim().split('\n').map((line) => {
  const [en, de, fr, es, ar] = line.split('|');
  return [en, { en, de, fr, es, ar }];
}));
