// More of the beauty shelves; `material` is what it comes in or is made of.
export const department = { prefix: 'BE', name: 'Beauty', columns: 'en de sub type color material scent price brand tags flags text' };
export const rows = `
Rose toner|Rosen-Gesichtswasser|Skin care|toner|pink|glass|rose|1900|Halla|everyday,sensitive|use|Rose water and very little else.
Cucumber toner|Gurken-Gesichtswasser|Skin care|toner|green|glass|herbs|1900|Halla|everyday,summer|use|Keep it in the fridge door in July.
Cornflower water|Kornblumenwasser|Skin care|toner|blue|glass|herbs|1700|Halla|everyday,sensitive|use|Takes mascara off without an argument.
Terracotta clay mask|Tonmaske Terrakotta|Skin care|claypot|orange|ceramic|none|2900|Halla|weekend|use|Ten minutes a week, with the telephone off.
Charcoal mask|Kohlemaske|Skin care|claypot|black|ceramic|none|2900/3400|Halla|weekend|use|Frightens visitors and clears the nose.
Honey mask|Honigmaske|Skin care|claypot|yellow|ceramic|honey|3100|Halla|weekend,winter|use,new|From the hives behind the post office.
Sheet mask, oat|Tuchmaske Hafer|Skin care|sachet|beige|paper|none|390|Halla|weekend,holiday|use|Fifteen minutes of lying very still.
Sheet mask, seaweed|Tuchmaske Alge|Skin care|sachet|teal|paper|sea|390|Halla|weekend,holiday|use|Low tide, but pleasant.
Sheet mask, rosehip|Tuchmaske Hagebutte|Skin care|sachet|red|paper|rose|390|Halla|weekend,gift|use|Red on the packet, clear on the face.
Lip balm, beeswax|Lippenbalsam Bienenwachs|Lips|tin|yellow|metal|honey|790|Halla|everyday,winter|top,use|A small tin that turns up in every coat.
Lip balm, blackcurrant|Lippenbalsam Johannisbeere|Lips|tin|purple|metal|berry|790|Halla|everyday,winter|use|The same tin, with jam.
Lip balm, mint|Lippenbalsam Minze|Lips|tin|green|metal|mint|790|Halla|everyday,sport|use|Cool, then soft.
Eye cream, juniper|Augencreme Wacholder|Skin care|minijar|navy|glass|herbs|3600|Halla|everyday|use|A grain of rice is enough for both.
Eye cream, almond|Augencreme Mandel|Skin care|minijar|beige|glass|almond|3600|Halla|everyday,sensitive|use|For mornings after long evenings.
Face oil, sea buckthorn|Gesichtsöl Sanddorn|Skin care|oil|orange|glass|citrus|3900|Halla|winter,everyday|use|Four drops. It is orange, you will not be.
Face oil, rosehip|Gesichtsöl Hagebutte|Skin care|oil|red|glass|rose|3900|Halla|winter|use|Pressed cold and kept dark.
Body oil, hay|Körperöl Heu|Skin care|oil|gold|glass|herbs|2800/3200|Halla|summer|use|Smells of the last week of June.
Cleansing balm, chamomile|Reinigungsbalsam Kamille|Skin care|jar|white|glass|herbs|2700|Halla|everyday,sensitive|use|Solid in the jar, oil in the hand, milk in the basin.
Body lotion, almond|Körpermilch Mandel|Skin care|pump|white|plastic|almond|2200|Halla|everyday,winter|use|Dry before the shirt goes on.
Foot cream, peppermint|Fußcreme Pfefferminze|Skin care|tube|green|plastic|mint|1300|Halla|sport,everyday|use|For feet that stood at the counter all day.
After-sun gel|After-Sun-Gel|Skin care|tube|teal|plastic|herbs|1800|Halla|summer,holiday|use|For those who read one more chapter.
Sun stick, factor 50|Sonnenstift, Faktor 50|Skin care|stick|yellow|plastic|none|1700|Halla|summer,sport|use,new|Noses, ears, and the parting in your hair.
Deodorant stick, sage|Deostift Salbei|Skin care|stick|olive|plastic|herbs|1200|Halla|everyday,sport|use|Keeps its word until the evening.
Foundation, porcelain|Make-up Porzellan|Face|foundation|beige|glass|none|3200|Ottilie|everyday,evening|use|Light cover for light skin, warm enough not to look powdered.
Foundation, honey|Make-up Honig|Face|foundation|gold|glass|none|3200|Ottilie|everyday,evening|top,use|Golden, thin, and gone by itself at bedtime.
Foundation, chestnut|Make-up Kastanie|Face|foundation|brown|glass|none|3200|Ottilie|everyday,evening|use|Deep and warm, without a trace of grey.
Blush, garden party|Rouge Gartenfest|Face|compact|pink|metal|none|2600|Ottilie|everyday,wedding|use|The colour of good news.
Blush, apricot|Rouge Aprikose|Face|compact|orange|metal|none|2600|Ottilie|everyday,summer|use|Pressed from powder and optimism.
Bronzer, south wall|Bronzer Südwand|Face|compact|brown|metal|none|2800|Ottilie|summer|use|A weekend outdoors, in a tin.
Highlighter, first tram|Highlighter erste Bahn|Face|compact|silver|metal|none|2800/3300|Ottilie|evening|use|Light where the morning would put it.
Concealer pen, oat|Concealer Hafer|Face|pen|beige|plastic|none|1900|Ottilie|everyday|use|Says nothing about last night.
Concealer pen, chestnut|Concealer Kastanie|Face|pen|brown|plastic|none|1900|Ottilie|everyday|use|The same discretion, in a darker shade.
Eye pencil, blackbird|Kajal Amsel|Eyes|pencil|black|wood|none|1400|Ottilie|everyday,evening|top,use|Soft at the start, fixed in a minute.
Eye pencil, kingfisher|Kajal Eisvogel|Eyes|pencil|blue|wood|none|1400|Ottilie|evening|use|A flash of blue near the water line.
Eye pencil, moss|Kajal Moos|Eyes|pencil|olive|wood|none|1400|Ottilie|everyday,autumn|use|Green that brown eyes have waited for.
Brow pencil, hazel|Augenbrauenstift Hasel|Eyes|pencil|brown|wood|none|1400|Ottilie|everyday|use|Draws hairs, not lines.
Eye quartet, orchard|Lidschatten-Quartett Obstgarten|Eyes|quad|green|metal|none|2900|Ottilie|everyday,evening||Leaf, bark, blossom and shade.
Eye quartet, low sun|Lidschatten-Quartett tiefe Sonne|Eyes|quad|orange|metal|none|2900|Ottilie|evening,autumn|new|Four minutes before it sets.
Eye quartet, violets|Lidschatten-Quartett Veilchen|Eyes|quad|purple|metal|none|2900/3400|Ottilie|evening||Sweet, dusky, and one that sparkles.
Lip gloss, cordial|Lipgloss Sirup|Lips|gloss|red|plastic|berry|1600|Ottilie|summer,evening|use|Shiny, and only slightly sticky.
Lip gloss, sherbet|Lipgloss Brause|Lips|gloss|pink|plastic|berry|1600|Ottilie|summer|use|Pink with a fizz of gold.
Lip gloss, quince|Lipgloss Quitte|Lips|gloss|gold|plastic|honey|1600|Ottilie|autumn,evening|use|Clear gold, like jelly held to the window.
Lipstick, Marigold|Lippenstift Ringelblume|Lips|lipstick|orange|metal|none|2200|Ottilie|summer|use|Orange that has decided to be red.
Lipstick, Mulberry|Lippenstift Maulbeere|Lips|lipstick|purple|metal|none|2200|Ottilie|evening,autumn|use,new|Dark as the stain on the tablecloth.
Nail varnish, Sage Hen|Nagellack Salbeihenne|Nails|polish|olive|glass|none|1200|Ottilie|everyday,autumn|use|Grey-green, like the best cardigans.
Nail varnish, Custard|Nagellack Vanillesauce|Nails|polish|yellow|glass|none|1200|Ottilie|summer|use|Poured, not painted.
Nail varnish, Skating Pond|Nagellack Eisweiher|Nails|polish|silver|glass|none|1200/1500|Ottilie|winter,evening|use|Thin ice, firm hold.
Nail varnish remover|Nagellackentferner|Nails|toner|purple|glass|almond|900|Ottilie|everyday|use|Almond, patience, no acetone.
Glass nail file|Glasnagelfeile|Nails|nailfile|sky|glass||1100|Pembrook|everyday,gift||Lasts for ever, unless you have a stone floor.
Hair oil, hazelnut|Haaröl Haselnuss|Hair|oil|brown|glass|almond|2400|Mossgill|everyday,winter|use|Two drops for the ends, none for the fringe.
Solid shampoo, nettle|Festes Shampoo Brennnessel|Hair|bar|green|paper|herbs|1100|Mossgill|everyday,holiday|top,use|Eighty washes, no bottle.
Solid shampoo, orange|Festes Shampoo Orange|Hair|bar|orange|paper|citrus|1100|Mossgill|everyday,holiday|use|Smells like the good kind of breakfast.
Solid conditioner, oat|Feste Spülung Hafer|Hair|bar|beige|paper|none|1200|Mossgill|everyday|use|Glide it over wet hair, then forget about it.
Sea spray|Meerspray|Hair|spray|sky|plastic|sea|1600|Mossgill|summer,holiday|use|Waves for people who live inland.
Linen spray, lavender|Wäschespray Lavendel|Hair|spray|purple|plastic|lavender|1400|Mossgill|everyday,gift|use|For pillows, mostly.
Pomade, cedar|Pomade Zeder|Hair|tin|navy|metal|cedar|1500|Mossgill|everyday,office|use|Holds as long as a meeting.
Beech comb|Kamm aus Buche|Hair|comb|brown|wood||1200|Pembrook|everyday,gift||Sawn, sanded and oiled by one person.
Beech hairbrush|Haarbürste aus Buche|Hair|brush|beige|wood||3400|Pembrook|everyday,gift|top|A hundred strokes, if you have the evening.
Hair clips, tortoise|Haarspangen Schildpatt|Hair|clips|brown,gold|plastic||900|Pembrook|everyday,gift||Two of them, because one is always lost.
Hair clips, peony|Haarspangen Pfingstrose|Hair|clips|pink,white|plastic||900|Pembrook|summer,gift||Sit firmly, look soft.
Scrunchies, silk, burgundy|Haargummis, Seide, Burgund|Hair|scrunchie|burgundy|silk||1800|Pembrook|evening,gift||Made from what is left of the ties.
Scrunchies, gingham|Haargummis, Vichy|Hair|scrunchie|navy,white|cotton||1200|Pembrook|everyday,summer|new|Made from what is left of the shirts.
Eau de toilette, Tram Stop|Eau de Toilette Haltestelle|Scent|flacon|sky|glass|sea|5400|Verbene & Ash|everyday,office||Rain on warm rails, mint, a newspaper.
Eau de toilette, Orchard Wall|Eau de Toilette Obstmauer|Scent|flacon|green|glass|herbs|5400|Verbene & Ash|summer,everyday|top|Pear, nettle, bricks in the sun.
Eau de toilette, Ink and Fig|Eau de Toilette Tinte und Feige|Scent|flacon|purple|glass|fig|5400/6200|Verbene & Ash|office,evening||Green fig, blue ink, a clean desk.
Eau de toilette, Marmalade|Eau de Toilette Marmelade|Scent|flacon|orange|glass|citrus|5400|Verbene & Ash|everyday|new|Bitter orange and buttered toast.
Travel spray, Harbour Rain|Reisezerstäuber Hafenregen|Scent|rollon|teal|glass|sea|2600|Verbene & Ash|holiday,gift|use|Ten millilitres of the quay.
Travel spray, Library|Reisezerstäuber Bibliothek|Scent|rollon|brown|glass|cedar|2600|Verbene & Ash|holiday,gift|use|Ten millilitres of silence.
Candle, Library|Kerze Bibliothek|Scent|candle|brown|glass|cedar|3200|Verbene & Ash|gift,winter|top,use|Forty hours of paper and cedar.
Candle, First Frost|Kerze Erster Frost|Scent|candle|silver|glass|herbs|3200|Verbene & Ash|gift,winter|use|Burns warm, smells cold.
Candle, Fig Tree|Kerze Feigenbaum|Scent|candle|green|glass|fig|3200|Verbene & Ash|gift,summer|use|A terrace in the evening.
Reed diffuser, Rosewater Lane|Raumduft Rosengasse|Scent|diffuser|pink|glass|rose|3800|Verbene & Ash|gift|use|Eight reeds and no flame.
Reed diffuser, Harbour Rain|Raumduft Hafenregen|Scent|diffuser|teal|glass|sea|3800/4400|Verbene & Ash|gift|use|For hallways with wellington boots.
Bath salts, cedar|Badesalz Zeder|Bath|saltjar|green|glass|cedar|1600|Verbene & Ash|winter,gift|use|One handful, half an hour.
Bath salts, rose|Badesalz Rose|Bath|saltjar|pink|glass|rose|1600|Verbene & Ash|gift|use|With petals, which the plughole catches.
Bath bomb, lavender|Badekugel Lavendel|Bath|bomb|purple|paper|lavender|590|Verbene & Ash|gift|use|Ninety seconds of weather in the bath.
Bath bomb, lemon|Badekugel Zitrone|Bath|bomb|yellow|paper|citrus|590|Verbene & Ash|gift|use|A loud start to a quiet evening.
Charcoal soap|Kohleseife|Bath|soap|grey|paper|none|700|Verbene & Ash|everyday|use|Grey, square, thorough.
Natural sponge|Naturschwamm|Bath|sponge|yellow|natural||1900|Pembrook|gift,everyday||Grew slowly, dries quickly.
Shaving brush|Rasierpinsel|Shaving|shavebrush|brown|wood||3900|Fettle & Wren|gift,everyday||Synthetic hair, oak handle, no badger.
Safety razor|Rasierhobel|Shaving|razor|silver|metal||4400|Fettle & Wren|gift,everyday|top|Heavy enough to do the work itself.
Razor blades, ten|Rasierklingen, zehn Stück|Shaving|sachet|navy|paper|none|490|Fettle & Wren|everyday|use|Ten edges in a paper envelope.
Shaving soap, cedar|Rasierseife Zeder|Shaving|soapbowl|green|wood|cedar|2200|Fettle & Wren|everyday|use|A bowl that foams for half a year.
Beard oil, smoke|Bartöl Rauch|Shaving|dropper|orange|glass|smoke|2100|Fettle & Wren|everyday,winter|use|Softer than it smells.
Aftershave balm|After-Shave-Balsam|Shaving|tube|navy|plastic|herbs|1800|Fettle & Wren|everyday,sensitive|use|Stings about as much as a kind word.
Make-up brushes, set of five|Make-up-Pinsel, fünf Stück|Tools|brushes|pink|wood||3900|Pembrook|gift|top|Two for the face, two for the eyes, one for whatever you like.
Make-up brushes, walnut|Make-up-Pinsel, Nussbaum|Tools|brushes|brown|wood||4900|Pembrook|gift||The same five, with longer handles.
Hand mirror|Handspiegel|Tools|mirror|gold|metal||3600|Pembrook|gift||Round, weighty, honest.
Stone face roller|Gesichtsroller aus Stein|Tools|roller|green|stone||2400|Pembrook|weekend,gift||Cold from the windowsill, up and outwards.
Washable cotton pads|Waschbare Wattepads|Tools|pads|white|cotton||1300|Pembrook|everyday||Sixteen of them, and a bag for the wash.
Wash bag, gingham|Kulturbeutel, Vichy|Tools|washbag|navy,white|cotton||2900|Otterby|holiday,gift||Holds everything and stands up by itself.
Wash bag, olive|Kulturbeutel, oliv|Tools|washbag|olive,brown|canvas||3400/3900|Otterby|holiday,gift||Waxed, with a leather tab.
Refill, sea salt shampoo|Nachfüllbeutel Meersalz-Shampoo|Refills|pouch|sky|paper|sea|1200|Halla|everyday|use|Fills the bottle twice, folds flat afterwards.
Refill, birch shampoo|Nachfüllbeutel Birken-Shampoo|Refills|pouch|green|paper|herbs|1200|Halla|everyday|use|Keep the bottle. We like the bottle.
Refill, oat cleansing milk|Nachfüllbeutel Hafermilch|Refills|pouch|beige|paper|none|1400|Halla|everyday,sensitive|use|Half the price of a new pump, and no pump.
Refill, calendula cream|Nachfüllbeutel Ringelblumencreme|Refills|pouch|yellow|paper|herbs|1800|Halla|everyday,sensitive|use|Warm the pouch in your hands and squeeze.
Refill, lavender hand soap|Nachfüllbeutel Lavendel-Handseife|Refills|pouch|purple|paper|lavender|1000|Verbene & Ash|everyday|use,new|A litre, for the basin by the door.
`;
