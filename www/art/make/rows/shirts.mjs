// One shirt a line; the columns are named in `columns`. Lists use commas, price/list price a slash.
export const department = { prefix: 'SH', name: 'Shirts', columns: 'en de sub color pattern material collar sleeve price brand tags flags text' };
export const rows = `
Oxford shirt, made to order|Oxfordhemd nach Wahl|Dress shirts|white,sky,navy|oxford|cotton|button-down|long|8900|Otterby|office,customizable|top|Choose the cloth, the collar and the buttons; we cut it for you.
Bluebell dress shirt|Businesshemd Glockenblume|Dress shirts|sky|plain|cotton|spread|long|7900|Calder & Wray|office||A calm blue poplin that goes with every suit you own.
Chalk poplin shirt|Popelinehemd Kreide|Dress shirts|white|plain|cotton|spread|long|7500|Calder & Wray|office,wedding||The white shirt, done properly.
Ledger stripe shirt|Streifenhemd Hauptbuch|Dress shirts|blue,white|stripe|cotton|spread|long|8500/9900|Calder & Wray|office||Bengal stripes, ruled as neatly as a ledger.
Ferry gingham shirt|Vichyhemd Fähre|Casual shirts|navy,white|check|cotton|button-down|long|7200|Saltmarsh|weekend||Navy gingham for boats, barbecues and good news.
Orchard gingham shirt|Vichyhemd Obstgarten|Casual shirts|red,white|check|cotton|button-down|long|7200/8400|Saltmarsh|weekend||Red gingham, as cheerful as a picnic cloth.
Moss gingham shirt|Vichyhemd Moos|Casual shirts|green,white|check|cotton|button-down|long|7200|Saltmarsh|weekend||Green gingham with a slightly brushed hand.
Twill evening shirt|Twillhemd Abend|Dress shirts|black|twill|cotton|spread|long|9200|Calder & Wray|evening||A diagonal weave that keeps its black.
Rose twill shirt|Twillhemd Rose|Dress shirts|pink|twill|cotton|spread|long|8800|Calder & Wray|office,wedding||Dusty pink, never sugary.
Herringbone shirt, silver|Fischgrathemd Silber|Dress shirts|grey|herringbone|cotton|button-down|long|8900|Calder & Wray|office||Small herringbone that shows only up close.
Herringbone shirt, forest|Fischgrathemd Wald|Casual shirts|green|herringbone|cotton|button-down|long|8900|Saltmarsh|weekend,autumn||Brushed herringbone for the first cold morning.
Pin dot shirt, navy|Punktehemd Marine|Dress shirts|navy,white|dots|cotton|spread|long|8200|Calder & Wray|office,evening||White dots, exactly as far apart as they should be.
Pin dot shirt, chalk|Punktehemd Kreide|Dress shirts|white,navy|dots|cotton|spread|long|8200|Calder & Wray|office|out|Navy dots on white: the other way round, on purpose.
Meadow print shirt|Hemd Wiesendruck|Casual shirts|sky,yellow|floral|cotton|spread|long|8600|Lindqvale|weekend,summer||Small yellow flowers on a pale sky.
Night garden shirt|Hemd Nachtgarten|Casual shirts|navy,pink|floral|cotton|spread|long|8600|Lindqvale|evening,wedding||Pink blossom on dark navy.
Sand linen shirt|Leinenhemd Sand|Linen shirts|beige|plain|linen|spread|long|9400|Lindqvale|summer,holiday||Washed linen that likes to crease.
White linen band-collar shirt|Leinenhemd mit Stehkragen, weiß|Linen shirts|white|plain|linen|band|long|9600|Lindqvale|summer,holiday||No collar, no tie, no worry.
Sea linen band-collar shirt|Leinenhemd mit Stehkragen, See|Linen shirts|teal|plain|linen|band|long|9600|Lindqvale|summer||The colour of water over sand.
Olive linen shirt|Leinenhemd Olive|Linen shirts|olive|plain|linen|button-down|long|9400/11000|Lindqvale|summer||Garment-dyed, so every one is a little different.
Deckchair linen shirt|Leinenhemd Liegestuhl|Linen shirts|orange,white|stripe|linen|band|long|9800|Lindqvale|summer,holiday|new|Wide stripes, folded like a deckchair.
Lido camp shirt|Camp-Hemd Lido|Short-sleeved shirts|teal,white|stripe|cotton|camp|short|6400|Saltmarsh|summer,holiday||Open collar and boxy cut, for standing near water.
Citrus camp shirt|Camp-Hemd Zitrus|Short-sleeved shirts|yellow,green|floral|cotton|camp|short|6800|Lindqvale|summer,holiday||Leaves and lemons, more or less.
Domino camp shirt|Camp-Hemd Domino|Short-sleeved shirts|black,white|dots|cotton|camp|short|6400|Saltmarsh|evening,summer||For bowling, or for looking as if.
Tiger lily camp shirt|Camp-Hemd Tigerlilie|Short-sleeved shirts|orange,black|animal|cotton|camp|short|6900|Lindqvale|summer|out|Loud, and unashamed of it.
Paper cut camp shirt|Camp-Hemd Scherenschnitt|Short-sleeved shirts|pink,red|abstract|cotton|camp|short|6900|Lindqvale|summer,holiday|new|Cut-out shapes in two reds.
Short-sleeved oxford, sky|Kurzarm-Oxford, himmelblau|Short-sleeved shirts|sky|oxford|cotton|button-down|short|5900|Saltmarsh|office,summer||The office shirt for July.
Short-sleeved oxford, white|Kurzarm-Oxford, weiß|Short-sleeved shirts|white|oxford|cotton|button-down|short|5900|Saltmarsh|office,summer||As above, in white.
Short-sleeved madras|Kurzarmhemd Madras|Short-sleeved shirts|burgundy,yellow|check|cotton|button-down|short|6600/7900|Saltmarsh|weekend,summer||Woven slowly and meant to fade.
Foreman overshirt, rust|Überhemd Vorarbeiter, Rost|Overshirts|orange|twill|cotton|spread|long|11900|Saltmarsh|weekend,autumn||Heavy twill with two honest pockets.
Foreman overshirt, navy|Überhemd Vorarbeiter, Marine|Overshirts|navy|twill|cotton|spread|long|11900|Saltmarsh|weekend,autumn||The same coat-shirt in the same navy as last year.
Lumber check overshirt|Überhemd Holzfällerkaro|Overshirts|red,black|check|wool|spread|long|13900|Saltmarsh|weekend,winter||Wool with a big check and a soft inside.
Loden overshirt|Überhemd Loden|Overshirts|olive|herringbone|wool|spread|long|14500|Saltmarsh|winter|pre|Boiled wool; warm as a jacket, quiet as a shirt.
Silk evening shirt, ink|Seidenhemd Tinte|Dress shirts|navy|plain|silk|band|long|16900|Calder & Wray|evening,wedding||Heavy silk that moves slowly.
Silk evening shirt, wine|Seidenhemd Wein|Dress shirts|burgundy|plain|silk|spread|long|16900/18900|Calder & Wray|evening||For candlelight only.
Oxford shirt, sky|Oxfordhemd, himmelblau|Casual shirts|sky|oxford|cotton|button-down|long|6900|Otterby|office,weekend|top|Our everyday oxford, ready to wear.
Oxford shirt, navy|Oxfordhemd, marine|Casual shirts|navy|oxford|cotton|button-down|long|6900|Otterby|office,weekend||Our everyday oxford, in navy.
`;
