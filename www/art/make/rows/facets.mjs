// What values of facets are called in the shop, where they are said to the shopper.

/** English, German, French, Spanish, Arabic. */
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
