export const department = { prefix: 'SN', name: 'Sneakers', columns: 'en de sub type color pattern material price brand tags flags text' };
export const rows = `
Plimm Court, white and navy|Plimm Court, weiß und marine|Court|court|white,navy|plain|leather|9900|Plimm|everyday|top|A clean court shoe with a navy heel.
Plimm Court, white and green|Plimm Court, weiß und grün|Court|court|white,green|plain|leather|9900|Plimm|everyday||The one with the green heel.
Plimm Court, all black|Plimm Court, ganz schwarz|Court|court|black|plain|leather|9900|Plimm|everyday,office||Black from toe to lace.
Plimm Court, oat suede|Plimm Court, Wildleder Hafer|Court|court|beige,brown|plain|suede|10900|Plimm|weekend||Soft suede on a gum sole.
Plimm Court, burgundy suede|Plimm Court, Wildleder Burgund|Court|court|burgundy,beige|plain|suede|10900/12900|Plimm|weekend||Good with grey trousers.
Plimm Gingham|Plimm Vichy|Court|court|navy,white|check|canvas|8900|Plimm|summer|new|Navy gingham, laced in white.
Vasker Runner, sky|Vasker Runner, himmelblau|Running|runner|sky,white|plain|mesh|12900|Vasker|sport||Light mesh and a springy midsole.
Vasker Runner, ember|Vasker Runner, Glut|Running|runner|red,orange|plain|mesh|12900|Vasker|sport||For people who like to be seen coming.
Vasker Runner, fog|Vasker Runner, Nebel|Running|runner|grey,white|plain|mesh|12900/14900|Vasker|sport,everyday||Grey, light, quick.
Vasker Runner, midnight|Vasker Runner, Mitternacht|Running|runner|navy,teal|plain|mesh|12900|Vasker|sport||Dark blue with a flash of teal.
Vasker Trail, moss|Vasker Trail, Moos|Running|runner|olive,orange|camo|mesh|14500|Vasker|sport,outdoor||Lugs for mud, camouflage for sheep.
Vasker Trail, clay|Vasker Trail, Lehm|Running|runner|brown,yellow|plain|mesh|14500|Vasker|sport,outdoor|out|The colour it would become anyway.
Vasker Carbon 2|Vasker Carbon 2|Running|runner|black,yellow|carbon|mesh|19900|Vasker|sport||A carbon plate and no excuses.
Northing High, ivory|Northing High, elfenbein|High-tops|high|white,red|plain|canvas|8400|Northing|everyday||Canvas high-top with a red line.
Northing High, coal|Northing High, kohle|High-tops|high|black,white|plain|canvas|8400|Northing|everyday|top|The one every band has worn.
Northing High, mustard|Northing High, senf|High-tops|high|yellow,white|plain|canvas|8400|Northing|weekend||Mustard canvas, brighter than you remember.
Northing High, tartan|Northing High, Schottenkaro|High-tops|high|red,green|check|canvas|8900|Northing|weekend,winter||A tartan nobody can place.
Northing High, polka|Northing High, Punkte|High-tops|high|navy,white|dots|canvas|8900/9900|Northing|weekend||Dots all the way up.
Northing High, violet|Northing High, violett|High-tops|high|purple,yellow|plain|canvas|8400|Northing|weekend|new|Comet colours, though nobody planned it.
Ruvo Slip-on, chalk|Ruvo Slip-on, Kreide|Slip-ons|slip|white|plain|canvas|5900|Ruvo|summer,holiday||On in a second, off in less.
Ruvo Slip-on, chessboard|Ruvo Slip-on, Schachbrett|Slip-ons|slip|black,white|check|canvas|6200|Ruvo|weekend||Your move.
Ruvo Slip-on, palm|Ruvo Slip-on, Palme|Slip-ons|slip|green,white|floral|canvas|6200|Ruvo|summer,holiday||Leaves for the beach road.
Ruvo Slip-on, leopard|Ruvo Slip-on, Leopard|Slip-ons|slip|gold,black|animal|canvas|6400|Ruvo|evening||Spots that go with nothing and everything.
Ruvo Slip-on, navy stripe|Ruvo Slip-on, Marinestreifen|Slip-ons|slip|navy,white|stripe|canvas|6200/6900|Ruvo|summer||A sailor's stripe, without the sea.
Northing Low, teal|Northing Low, petrol|Court|court|teal,white|plain|canvas|7400|Northing|everyday||Canvas low-top, washed once already.
Northing Low, rose|Northing Low, rosé|Court|court|pink,white|plain|canvas|7400|Northing|everyday,summer||Rose canvas on a white sole.
Quayside court sneaker, made to order|Quayside-Sneaker nach Wahl|Court|court|white,green|plain|leather|13900|Otterby|everyday,customizable||Eight parts, each in the leather, suede, canvas or mesh of your choice.
`;
