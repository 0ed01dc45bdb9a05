// What is drawn from a product file: things made to order, and things made up beforehand from the same parts.
// `draw` says how: the product, a colon, then a preset or option=choice pairs, and after # the view. ../rendered.mjs draws them.
// A row with an `id` has that one, because its page tells events by it.
const shop = 'id en de sub color pattern material price brand draw page tags flags text';

const shirts = { department: { prefix: 'SH', name: 'Shirts', columns: 'en de sub color pattern material collar sleeve price brand draw tags flags text' }, rows: `
Quayside shirt, navy gingham|Quayside-Hemd, Vichy marine|Casual shirts|navy|check|cotton|button-down|long|9950|Otterby|oxford-shirt:weekend|weekend||Our own pattern in navy gingham, with four navy buttons at the cuff.
Quayside shirt, Bengal stripe|Quayside-Hemd, Bengalstreifen|Dress shirts|blue|stripe|cotton|cutaway|long|10750|Otterby|oxford-shirt:boardroom|office|top|A cutaway collar for a tie with opinions.
Quayside dress shirt|Quayside-Smokinghemd|Dress shirts|white|plain|cotton|wing|long|12150|Otterby|oxford-shirt:evening|evening,wedding||Wing collar, pleated front, black buttons.
Quayside shirt, tattersall|Quayside-Hemd, Tattersall|Casual shirts|red|check|cotton|button-down|long|10250|Otterby|oxford-shirt:country|weekend,autumn||Red lines on cream, horn buttons, mud optional.
Quayside shirt, all black|Quayside-Hemd, ganz schwarz|Dress shirts|black|plain|cotton|band|long|9550|Otterby|oxford-shirt:night|evening|new|A band collar and smoke-grey buttons. Nothing else.
Quayside shirt, lilac|Quayside-Hemd, flieder|Dress shirts|purple|plain|cotton|kent|long|8900|Otterby|oxford-shirt:fabric=lilac;collar=kent;button-colour=pearl|office,wedding||A pale lilac that looks white until you stand beside white.
Quayside shirt, sage|Quayside-Hemd, Salbei|Casual shirts|green|plain|cotton|button-down|long|9400|Otterby|oxford-shirt:fabric=sage;collar=button-down;button-colour=horn|weekend||Sage poplin with horn buttons.
Quayside shirt, burgundy|Quayside-Hemd, Burgund|Dress shirts|burgundy|plain|cotton|cutaway|long|10100|Otterby|oxford-shirt:fabric=burgundy;collar=cutaway;cuffs=french;button-colour=black|evening||Deep red, French cuffs, candles recommended.
Quayside shirt, windowpane|Quayside-Hemd, Fensterkaro|Dress shirts|blue|check|cotton|kent|long|9600|Otterby|oxford-shirt:fabric=blue-windowpane;collar=kent;button-colour=navy|office||Wide blue squares, as calm as a ledger.
Quayside shirt, pencil stripe|Quayside-Hemd, Bleistiftstreifen|Dress shirts|grey|stripe|cotton|button-down|long|9800/9900|Otterby|oxford-shirt:fabric=pencil-grey;collar=button-down;button-colour=smoke|office||Grey lines, drawn with a ruler.
` };

const sneakers = { department: { prefix: 'SN', name: 'Sneakers', columns: 'en de sub type color pattern material price brand draw tags flags text' }, rows: `
Quayside Harbour Night|Quayside Hafen bei Nacht|Court|court|navy,beige|plain|suede|15100|Otterby|sneaker:harbour|weekend|top|Navy suede on a gum sole, with brass eyelets.
Quayside Regatta|Quayside Regatta|Court|court|beige,navy,red|plain|canvas|14400|Otterby|sneaker:regatta|summer,holiday||Sailcloth, a navy trim and one red heel.
Quayside Dunes|Quayside Dünen|Court|court|beige,brown|plain|suede|15300|Otterby|sneaker:dunes|weekend||Oat and camel suede: sand, in two lights.
Quayside All Black|Quayside ganz in Schwarz|Court|court|black|plain|leather|14600|Otterby|sneaker:noir|everyday,office||Smooth black leather, charcoal suede at the toe.
Quayside Gold Standard|Quayside Goldstandard|Court|court|white,burgundy,gold|plain|leather|16000|Otterby|sneaker:gold|evening|new|Ivory and burgundy, with gold laces for people who win.
Quayside Sea Breeze|Quayside Meeresbrise|Court|court|sky,white|plain|mesh|15200|Otterby|sneaker:breeze|summer,sport||Sky mesh that lets the wind through.
Quayside Picnic|Quayside Picknick|Court|court|navy,white,red|check|canvas|13900|Otterby|sneaker:picnic|summer,weekend||Gingham canvas. Bring the basket.
Quayside Orchard|Quayside Obstgarten|Court|court|green,brown|plain|suede|15200|Otterby|sneaker:orchard|weekend,autumn||Forest suede, and a heel the colour of bark.
Quayside Mustard|Quayside Senf|Court|court|yellow,white|plain|suede|14500|Otterby|sneaker:quarter=suede-mustard;toe-box=suede-mustard;mudguard=leather-ivory;eyestay=leather-ivory;heel=leather-ivory;tongue=suede-mustard;collar=leather-ivory;emblem=waves;emblem-material=leather-ivory;laces=cotton-cream;midsole=cream;outsole=gum|weekend||Mustard suede for grey days.
Quayside Ember|Quayside Glut|Court|court|orange,black|plain|mesh|14500|Otterby|sneaker:quarter=mesh-ember;cap=reinforced;toe-box=mesh-ember;mudguard=leather-black;eyestay=leather-black;heel=leather-black;tongue=mesh-ember;collar=leather-black;emblem=sails;emblem-material=leather-black;laces=cotton-black;midsole=white;outsole=black|sport||Orange mesh in a black frame.
Quayside Rose|Quayside Rosé|Court|court|pink,white|plain|canvas|13900/15900|Otterby|sneaker:quarter=canvas-rose;toe-box=canvas-rose;mudguard=leather-white;eyestay=leather-white;heel=leather-burgundy;tongue=canvas-rose;collar=leather-white;emblem=sails;emblem-material=leather-white;laces=cotton-white;midsole=white;outsole=white|everyday,summer||Rose canvas, white trim, a burgundy heel.
Quayside Moss|Quayside Moos|Court|court|olive,beige|plain|mesh|15200|Otterby|sneaker:quarter=mesh-moss;cap=reinforced;toe-box=mesh-moss;mudguard=suede-camel;eyestay=suede-camel;heel=suede-camel;tongue=mesh-moss;collar=suede-camel;emblem=none;laces=cotton-cream;midsole=gum-matt;outsole=gum|weekend,outdoor|out|Olive mesh and camel suede, for paths without signs.
` };

const skins = { department: { prefix: 'SK', name: 'Device skins', columns: 'id en de sub type color pattern material price brand draw page tags flags text' }, rows: `
skin-larch-5|Larch 5 skin, made to measure|Skin für Larch 5, nach Maß|Phone skins|phone|navy,white|waves|vinyl|1990|Second Peel|skins/larch-5:|skin.html?device=larch-5|customizable|top|Choose from nearly three hundred textures, zone by zone.
skin-larch-5-grand|Larch 5 Grand skin, made to measure|Skin für Larch 5 Grand, nach Maß|Phone skins|phone|brown|wood|vinyl|2190|Second Peel|skins/larch-5-grand:back=wood-walnut|skin.html?device=larch-5-grand|customizable||The larger Larch, in any texture you like.
skin-tern-one|Tern One skin, made to measure|Skin für Tern One, nach Maß|Phone skins|phone|orange,brown,yellow|floral|vinyl|1990|Second Peel|skins/tern-one:back=floral-seventies|skin.html?device=tern-one|customizable||Your Tern in the wallpaper of 1974, or in something sober.
skin-tern-flip|Tern Flip skin, made to measure|Skin für Tern Flip, nach Maß|Phone skins|phone|red,white|waves|vinyl|2290|Second Peel|skins/tern-flip:back=scales-red|skin.html?device=tern-flip|customizable||Two halves from one sheet, so that the pattern closes with the phone.
skin-fen-11|Fen 11 skin, made to measure|Skin für Fen 11, nach Maß|Tablet skins|tablet|pink,teal|floral|vinyl|2490|Second Peel|skins/fen-11:back=leaf-blush|skin.html?device=fen-11|customizable||For the smaller Fen, cut to the tenth of a millimetre.
skin-fen-13|Fen 13 skin, made to measure|Skin für Fen 13, nach Maß|Tablet skins|tablet|white,gold|marble|vinyl|2790|Second Peel|skins/fen-13:back=marble-white-gold|skin.html?device=fen-13|customizable||Thirteen inches of marble, or of anything else.
skin-almanac-7|Almanac 7 skin, made to measure|Skin für Almanac 7, nach Maß|Tablet skins|tablet|brown|plain|leather|1990|Second Peel|skins/almanac-7:back=leather-cognac|skin.html?device=almanac-7|customizable||A reader bound like a book.
skin-harrow-14|Harrow 14 skin, made to measure|Skin für Harrow 14, nach Maß|Laptop skins|laptop|beige,brown|wood|vinyl|2990|Second Peel|skins/harrow-14:back=wood-oak|skin.html?device=harrow-14|customizable,office|top|Lid, palm rest and touchpad, each its own if you like.
skin-harrow-16|Harrow 16 skin, made to measure|Skin für Harrow 16, nach Maß|Laptop skins|laptop|navy,sky|topographic|vinyl|3290|Second Peel|skins/harrow-16:back=topo-sea|skin.html?device=harrow-16|customizable,office||Sixteen inches of sea chart.
skin-kite-go|Kite Go skin, made to measure|Skin für Kite Go, nach Maß|Console skins|handheld|black,orange|pixel|vinyl|2290|Second Peel|skins/kite-go:back=pixel-rockets|skin.html?device=kite-go|customizable,gaming||Rockets in front and at the back.
skin-kite-pad|Kite Pad skin, made to measure|Skin für Kite Pad, nach Maß|Console skins|handheld|teal,orange|stripe|vinyl|1990|Second Peel|skins/kite-pad:back=stripe-deckchair|skin.html?device=kite-pad|customizable,gaming||A controller in deckchair cloth.
skin-wren-buds|Wren Buds skin, made to measure|Skin für Wren Buds, nach Maß|Audio skins|earbuds|green|stone,marble|vinyl|1290|Second Peel|skins/wren-buds:back=stone-malachite|skin.html?device=wren-buds|customizable||A pebble of malachite for the pocket.
|Larch 5 skin, emerald tile|Skin für Larch 5, Smaragdkachel|Phone skins|phone|green,beige|abstract|vinyl|1990|Second Peel|skins/larch-5:back=tile-emerald|||new|Bathroom tiles, from a bathroom better than yours.
|Larch 5 skin, great wave at dawn|Skin für Larch 5, große Welle|Phone skins|phone|pink,teal|waves|vinyl|1990|Second Peel|skins/larch-5:back=wave-dawn||summer||A wave that never comes down.
|Tern One skin, forged carbon|Skin für Tern One, Schmiedecarbon|Phone skins|phone|black,gold|carbon,abstract|vinyl|2290/2590|Rind|skins/tern-one:back=forged-gold||grip||Black flakes with gold between them.
|Tern One skin, tartan|Skin für Tern One, Schottenkaro|Phone skins|phone|navy,green|check|vinyl|1990|Second Peel|skins/tern-one:back=tartan-harbour||winter||The harbour tartan, invented on a Tuesday.
|Tern Flip skin, copper fade|Skin für Tern Flip, Kupferverlauf|Phone skins|phone|orange,brown|gradient|vinyl|2290|Rind|skins/tern-flip:back=fade-copper||evening||Copper that never goes green.
|Fen 11 skin, isobath|Skin für Fen 11, Tiefenlinien|Tablet skins|tablet|teal,sky|topographic,abstract|vinyl|2490|Second Peel|skins/fen-11:back=isobath-lagoon||summer||The lagoon, layer by layer.
|Fen 13 skin, camel houndstooth|Skin für Fen 13, Hahnentritt|Tablet skins|tablet|beige,brown|check|vinyl|2790|Rind|skins/fen-13:back=houndstooth-camel||office,autumn||A winter coat for a drawing tablet.
|Harrow 14 skin, terrazzo|Skin für Harrow 14, Terrazzo|Laptop skins|laptop|white,grey|terrazzo|vinyl|2990|Second Peel|skins/harrow-14:back=terrazzo-white||office||A floor from a good station.
|Harrow 16 skin, deco|Skin für Harrow 16, Deco|Laptop skins|laptop|green,gold|abstract|vinyl|3290/3690|Second Peel|skins/harrow-16:back=deco-green||evening,office||Fans of gold on bottle green.
|Kite Go skin, polar night|Skin für Kite Go, Polarnacht|Console skins|handheld|black,teal|stars|vinyl|2290|Second Peel|skins/kite-go:back=sky-polar||gaming|new|Northern lights, portable.
|Kite Pad skin, hazard|Skin für Kite Pad, Warnstreifen|Console skins|handheld|yellow,black|stripe|vinyl|1990|Rind|skins/kite-pad:back=stripe-hazard||gaming||So that nobody sits down on it.
|Wren Buds skin, houndstooth|Skin für Wren Buds, Hahnentritt|Audio skins|earbuds|black,white|check|vinyl|1290|Rind|skins/wren-buds:back=houndstooth-black||office,gift||The smallest coat in the shop.
` };

const gifts = { department: { prefix: 'GI', name: 'Gifts', columns: shop }, rows: `
GI-MUG|Enamel mug with your logo|Emaillebecher mit Ihrem Logo|Mugs|white,blue|plain|metal|1900|Otterby|mug:|mug.html|gift,customizable|top|Five enamels, four rims, your picture and a name.
GI-901|Canvas tote, printed for you|Stofftasche, für Sie bedruckt|Bags|white,brown|plain|canvas|2900|Otterby|bag:market|bag.html|everyday,gift,customizable|top|Nineteen canvases, thirteen trims and two lines of your own.
GF-090|Poster of patterned paper|Poster aus Musterpapier|Posters|green|botanical|paper|7390|Otterby|poster:caption=Quayside|poster.html|gift,customizable|top|Two hundred and forty papers, cut and framed to the centimetre.
|Enamel mug, camp fire|Emaillebecher, Lagerfeuer|Mugs|green,black|plain|metal|1900|Otterby|mug:camp#back||gift,outdoor||Moss enamel with a black rim. Tastes of smoke by itself.
|Enamel mug, night|Emaillebecher, Nacht|Mugs|navy,white|plain|metal|2000|Otterby|mug:night||gift,outdoor||Ink blue, white rim, for the last watch.
|Enamel mug, brick|Emaillebecher, Ziegel|Mugs|red,black|plain|metal|1900|Otterby|mug:colour=brick;rim=black||gift,outdoor||The red of the house next door.
|Enamel mug, sky|Emaillebecher, Himmel|Mugs|blue,white|plain|metal|1900|Otterby|mug:colour=sky;rim=white#back||gift,summer||For tea outside, whatever the sky is doing.
|Enamel mug, cream and red|Emaillebecher, creme und rot|Mugs|white,red|plain|metal|1900|Otterby|mug:colour=cream;rim=red#back||gift,everyday||A red line where the lips go.
|Enamel mug, moss and blue|Emaillebecher, moos und blau|Mugs|green,blue|plain|metal|1900|Otterby|mug:colour=moss;rim=blue||gift,outdoor||Moss below, a blue line above, like the view from a tent.
|Enamel mug, Captain|Emaillebecher, Kapitän|Mugs|navy,white|plain|metal|2300|Otterby|mug:colour=ink;rim=white;name=Captain#back||gift||Says who is in charge of the tea.
|Enamel mug, Early Bird|Emaillebecher, Early Bird|Mugs|blue,black|plain|metal|2200|Otterby|mug:colour=sky;rim=black;name=Early Bird#back||gift,everyday|new|For the one who puts the kettle on.
|Canvas tote, seaside|Stofftasche, am Meer|Bags|navy,white|stripe|canvas|3300|Otterby|bag:seaside||summer,holiday||Breton stripes with a navy trim.
|Canvas tote, garden|Stofftasche, Garten|Bags|green|floral,leaf|canvas|3300|Otterby|bag:garden||everyday,summer||Leaves that need no water.
|Canvas tote, evening|Stofftasche, Abend|Bags|black,burgundy|plain|canvas|3900|Otterby|bag:evening||evening,gift||Black, burgundy, and our name in gold.
|Canvas tote, mustard|Stofftasche, senf|Bags|yellow,brown|plain|canvas|2900|Otterby|bag:canvas=mustard;trim=tan||everyday,autumn||Found at once in any cloakroom.
|Canvas tote, rust|Stofftasche, rost|Bags|orange,navy|plain|canvas|2900|Otterby|bag:canvas=rust;trim=navy||everyday,autumn||The orange of old roofs, with navy handles.
|Canvas tote, gingham|Stofftasche, Vichy|Bags|green,white|check|canvas|3300|Otterby|bag:canvas=gingham;trim=bottle||everyday||Green gingham, lined with good intentions.
|Canvas tote, polka|Stofftasche, Punkte|Bags|red,white|dots|canvas|3300|Otterby|bag:canvas=dots;trim=white||everyday,gift||Dots enough for the whole street.
|Canvas tote, ticking|Stofftasche, Matratzenstreifen|Bags|red,white|stripe|canvas|3300/3400|Otterby|bag:canvas=ticking;trim=burgundy||everyday||Mattress stripe, wide awake.
|Canvas tote, waves|Stofftasche, Wellen|Bags|blue,white|waves,print|canvas|3300|Otterby|bag:canvas=waves;trim=sky||summer,holiday|new|The sea, carried home.
|Canvas tote, chessboard|Stofftasche, Schachbrett|Bags|black,white|check|canvas|3300|Otterby|bag:canvas=checks;trim=black||everyday||Your move, wherever you go.
|Poster, library laurel|Poster, Bibliothekslorbeer|Posters|navy|botanical|paper|10190|Otterby|poster:library||gift||Navy laurel in a wide walnut frame.
|Poster, nursery daisies|Poster, Gänseblümchen|Posters|pink|botanical|paper|4790|Otterby|poster:nursery||gift||Daisies on blush, hung from a cord.
|Poster, tartan|Poster, Schottenkaro|Posters|green|check|paper|7790|Otterby|poster:paper=tartan-sage;frame=slim;frame-colour=#5b3f2b;caption=Winter||gift,winter||A tartan for a wall that feels the cold.
|Poster, arches|Poster, Bögen|Posters|red|geometric|paper|7290|Otterby|poster:paper=arches-terracotta;frame=slim;caption=Siesta||gift||A street in a warm country, seen from very far away.
|Poster, halftone|Poster, Rasterpunkte|Posters|black|dots|paper|7290|Otterby|poster:paper=halftone-charcoal;frame=slim;caption=Good morning||gift,office||Dots that are a picture of more dots.
|Poster, feathers|Poster, Federn|Posters|navy|botanical|paper|10190|Otterby|poster:paper=feather-navy;frame=wide;frame-colour=#5b3f2b;caption=Fly||gift|new|Every feather accounted for.
|Poster, scales|Poster, Schuppen|Posters|yellow|geometric|paper|7290|Otterby|poster:paper=scales-mustard;frame=slim;caption=No. 7||gift||Mustard scales from a very calm dragon.
|Poster, confetti|Poster, Konfetti|Posters|pink|dots|paper|4390|Otterby|poster:paper=confetti-blush;frame=none;caption=Hooray||gift||The party without the sweeping.
|Poster, gingham|Poster, Vichy|Posters|navy|check|paper|7290|Otterby|poster:paper=gingham-navy;frame=slim;caption=Tea at four||gift||A tablecloth that stays clean.
|Poster, honeycomb|Poster, Waben|Posters|yellow|geometric|paper|7790/8900|Otterby|poster:paper=honeycomb-mustard;frame=slim;frame-colour=#5b3f2b;caption=Busy||gift||Six sides to every story.
|Poster, berries|Poster, Beeren|Posters|red|botanical|paper|9690|Otterby|poster:paper=berries-terracotta;frame=wide;caption=October||gift,autumn|out|A hedge in October, indoors.
` };

const computers = { department: { prefix: 'PC', name: 'PC parts', columns: 'id en de sub type color price brand spec draw tags flags text' }, rows: `
PC-911|Otterby Office PC|Otterby Büro-PC|Complete PCs|pc|white|111000|Otterby|form:matx;socket:kl3|pc:office#front|office|top|White, small, and finished before you have found the button.
PC-912|Otterby Gaming PC|Otterby Spiele-PC|Complete PCs|pc|black,teal|302600|Otterby|form:atx;socket:tz5|pc:gaming#inside|gaming|top|Water-cooled and lit in teal, for evenings that run late.
PC-913|Otterby Studio PC|Otterby Studio-PC|Complete PCs|pc|silver|825800|Otterby|form:eatx;socket:tz5|pc:studio#front|workstation||Sixteen cores, a cellar of disks and a calm fan.
PC-914|Otterby Quiet PC|Otterby Leise-PC|Complete PCs|pc|green|143400|Otterby|form:itx;socket:kl3|pc:quiet#front|office|new|Eleven litres, sage green, and not a sound.
` };

export const shelves = [shirts, sneakers, skins, gifts, computers];

/** What had its item before it had a product file. */
const EARLIER = { 'SH-001': 'oxford-shirt:fabric=oxford-sky;collar=button-down', 'SN-027': 'sneaker:court', 'PC-901': 'pc:gaming#front' };

/** How a row is drawn from a product file: {product, preset or selection, view}; null where a drawing of its own does. */
export function drawnFrom({ id, draw = EARLIER[id] }) {
  if (!draw) return null;
  const [, product, how, view] = draw.match(/^([^:]+):([^#]*(?:#[0-9a-f]{6}[^#]*)*)(?:#([a-z]+))?$/) ?? [];
  if (!product) throw new Error(`${id} is drawn how? ${draw}`);
  if (how && !how.includes('=')) return { product, preset: how, view };
  // Quantities are numbers.
  const picked = ([option, value]) => [option, /^\d+$/.test(value) ? Number(value) : value];
  const selection = Object.fromEntries((how ? how.split(';') : []).map((pair) => picked(pair.split('='))));
  return { product, selection, view };
}

export const earlier = Object.keys(EARLIER);
