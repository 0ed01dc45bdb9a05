export const department = { prefix: 'BE', name: 'Beauty', columns: 'en de sub type color price brand tags flags text' };
export const rows = `
Lipstick, Post Box|Lippenstift Briefkasten|Lips|lipstick|red|2200|Ottilie|evening|top,use|A true red, matt, that stays put through dinner.
Lipstick, Old Brick|Lippenstift Backstein|Lips|lipstick|brown|2200|Ottilie|everyday|use|Warm brown with a little red in it.
Lipstick, Damson|Lippenstift Damaszener Pflaume|Lips|lipstick|burgundy|2200|Ottilie|evening|use|Dark plum for long evenings.
Lipstick, Primrose|Lippenstift Primel|Lips|lipstick|pink|2200/2600|Ottilie|everyday|use|Your lips, but awake.
Nail varnish, Letterpress|Nagellack Buchdruck|Nails|polish|black|1200|Ottilie|evening|use|Black as printer's ink.
Nail varnish, Duck Pond|Nagellack Ententeich|Nails|polish|teal|1200|Ottilie||use|Green or blue, depending on the duck.
Nail varnish, Marmalade|Nagellack Marmelade|Nails|polish|orange|1200|Ottilie|summer|use,new|Thick-cut orange.
Nail varnish, Peony|Nagellack Pfingstrose|Nails|polish|pink|1200|Ottilie|everyday|use|Two coats, dry in six minutes.
Nail varnish, Ink|Nagellack Tinte|Nails|polish|navy|1200|Ottilie|evening|use,out|The colour of our shop sign.
Morning serum|Morgenserum|Skin care|dropper|orange|3800|Halla|everyday|top,use|Vitamin C in a brown bottle, as it should be.
Night serum|Nachtserum|Skin care|dropper|blue|4200|Halla|everyday|use|Works while you do not.
Calendula cream|Ringelblumencreme|Skin care|jar|yellow|2400|Halla|everyday,sensitive|use|Plain, rich, unscented.
Juniper cream|Wacholdercreme|Skin care|jar|green|2600|Halla|everyday,winter|use|For hands that garden.
Oat cleansing milk|Hafer-Reinigungsmilch|Skin care|pump|beige|1900|Halla|everyday,sensitive|use|Takes the day off, gently.
Sea salt shampoo|Meersalz-Shampoo|Hair|pump|sky|1700|Halla|everyday|use|Leaves hair as if after a swim.
Birch shampoo|Birken-Shampoo|Hair|pump|green|1700/2000|Halla|everyday|use|Smells of a walk after rain.
Hand cream, fig|Handcreme Feige|Skin care|tube|purple|1400|Halla|gift|use|Gone in a minute, soft for hours.
Hand cream, citrus|Handcreme Zitrus|Skin care|tube|yellow|1400|Halla|gift|use|Smells of peeling an orange in a train.
Sun milk, factor 50|Sonnenmilch, Faktor 50|Skin care|tube|orange|2100|Halla|summer,holiday|use|Thin, clear, and generous.
Eau de parfum, Harbour Rain|Eau de Parfum Hafenregen|Scent|perfume|teal|7900|Verbene & Ash|evening,gift|top|Wet rope, bergamot, a little smoke.
Eau de parfum, Library|Eau de Parfum Bibliothek|Scent|perfume|brown|7900|Verbene & Ash|evening,gift||Paper, cedar and someone's pipe.
Eau de parfum, First Frost|Eau de Parfum Erster Frost|Scent|perfume|silver|7900/8900|Verbene & Ash|winter,gift||Iris and cold air.
Eau de parfum, Rosewater Lane|Eau de Parfum Rosengasse|Scent|perfume|pink|7900|Verbene & Ash|gift,wedding|new|Roses, with the thorns left on.
Olive soap|Olivenseife|Bath|soap|olive|700|Verbene & Ash|everyday,gift|use|A square bar that lasts a month.
Lavender soap|Lavendelseife|Bath|soap|purple|700|Verbene & Ash|everyday,gift|use|Grown on a hill, pressed in a shed.
Eye palette, Autumn Term|Lidschatten-Palette Herbst|Eyes|palette|brown|3400|Ottilie|everyday,evening||Six browns you will use, none you will not.
Eye palette, Night Bus|Lidschatten-Palette Nachtbus|Eyes|palette|blue|3400|Ottilie|evening|out|Blues and one wicked silver.
Mascara, Quill|Mascara Federkiel|Eyes|mascara|black|2100|Ottilie|everyday|use|Long, black, and gone with warm water.
`;
