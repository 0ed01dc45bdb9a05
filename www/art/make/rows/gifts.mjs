export const department = { prefix: 'GI', name: 'Gifts', columns: 'en de sub type color pattern material price brand tags flags text' };
export const rows = `
Gift card|Geschenkkarte|Cards|card|green,gold|plain|paper|2500|Otterby|gift|top|Any amount, in a proper envelope.
Canvas tote, striped|Stofftasche, gestreift|Bags|tote|navy,white|stripe|canvas|2400|Otterby|everyday,gift||Holds a week of shopping or one large cat.
Canvas tote, meadow|Stofftasche, Wiese|Bags|tote|sky,yellow|floral|canvas|2600|Lindqvale|summer,gift||The meadow print again; we like it.
Enamel mug|Emaillebecher|Mugs|mug|white,navy|plain|metal|1200|Otterby|gift,outdoor||Survives falling off a boat.
Notebook, herringbone|Notizbuch, Fischgrat|Paper|notebook|grey,black|herringbone|paper|1400|Otterby|office,gift||Cloth-bound, stitched, lies flat.
Notebook, orange dots|Notizbuch, orange Punkte|Paper|notebook|orange,white|dots|paper|1400|Otterby|office,gift||For lists that will be finished.
Umbrella, navy check|Regenschirm, Marinekaro|Accessories|umbrella|navy,white|check|canvas|4900|Calder & Wray|autumn||Opens with a decent thump.
Silk tie, burgundy dots|Seidenkrawatte, Punkte|Accessories|tie|burgundy,white|dots|silk|5900|Calder & Wray|office,wedding||Seven folds, no lining.
Silk tie, navy stripe|Seidenkrawatte, Streifen|Accessories|tie|navy,gold|stripe|silk|5900/6900|Calder & Wray|office||The stripe goes the right way.
Knitted socks, green|Stricksocken, grün|Accessories|socks|green,beige|stripe|wool|1600|Lindqvale|winter,gift||Two of them, both warm.
Beanie, mustard|Mütze, senf|Accessories|beanie|yellow|plain|wool|2900|Lindqvale|winter|new|Ribbed lambswool.
Card wallet, tan|Kartenetui, hellbraun|Accessories|wallet|brown|plain|leather|3900|Otterby|gift,office||Six cards and one folded note.
Card wallet, black|Kartenetui, schwarz|Accessories|wallet|black|plain|leather|3900|Otterby|gift,office|out|The same, for darker pockets.
Apron, blue stripe|Schürze, blaue Streifen|Table|apron|blue,white|stripe|linen|3600|Lindqvale|gift||Butcher's stripe, two pockets.
`;
