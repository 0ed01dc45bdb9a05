export const department = { prefix: 'SK', name: 'Device skins', columns: 'en de sub type color pattern material price brand tags flags text' };
export const rows = `
Phone skin, black carbon|Handy-Skin, Carbon schwarz|Phone skins|phone|black|carbon|vinyl|1990|Rind|grip|top|A woven look with a grip you can feel.
Phone skin, white marble|Handy-Skin, weißer Marmor|Phone skins|phone|white,grey|marble|vinyl|1990|Rind|||Veined like a good bathroom.
Phone skin, green marble|Handy-Skin, grüner Marmor|Phone skins|phone|green,white|marble|vinyl|1990|Rind|||Deep green stone, a third of a millimetre thick.
Phone skin, walnut|Handy-Skin, Nussbaum|Phone skins|phone|brown|wood|vinyl|2290|Second Peel|||Printed grain with a real texture.
Phone skin, bamboo|Handy-Skin, Bambus|Phone skins|phone|beige|wood|vinyl|2290|Second Peel|||Pale, calm, upright.
Phone skin, field camo|Handy-Skin, Feldtarn|Phone skins|phone|olive,brown|camo|vinyl|1990|Rind|outdoor||Easily lost on a forest floor.
Phone skin, night camo|Handy-Skin, Nachttarn|Phone skins|phone|black,grey|camo|vinyl|1990/2290|Rind|||Greys and blacks for city use.
Phone skin, meadow|Handy-Skin, Wiese|Phone skins|phone|sky,yellow|floral|vinyl|1990|Second Peel|summer||The meadow print from our shirts.
Phone skin, leopard|Handy-Skin, Leopard|Phone skins|phone|gold,black|animal|vinyl|1990|Rind|evening||Matches the slip-ons, if you dare.
Phone skin, navy gingham|Handy-Skin, Vichy marine|Phone skins|phone|navy,white|check|vinyl|1990|Second Peel||new|A shirt for your telephone.
Phone skin, paper cut|Handy-Skin, Scherenschnitt|Phone skins|phone|pink,red|abstract|vinyl|1990|Second Peel|||Two reds and a pair of scissors.
Phone skin, polka teal|Handy-Skin, Punkte petrol|Phone skins|phone|teal,white|dots|vinyl|1990|Second Peel||out|Dots in rows, as dots should be.
Laptop skin, black leather|Laptop-Skin, schwarzes Leder|Laptop skins|laptop|black|plain|leather|3490|Rind|office||Real leather, thin enough to close on.
Laptop skin, saddle leather|Laptop-Skin, Sattelleder|Laptop skins|laptop|brown|plain|leather|3490|Rind|office||Gets better with coffee.
Laptop skin, oak|Laptop-Skin, Eiche|Laptop skins|laptop|beige,brown|wood|vinyl|2990|Second Peel|office||So that the desk goes on a little.
Laptop skin, carbon|Laptop-Skin, Carbon|Laptop skins|laptop|black,grey|carbon|vinyl|2990|Rind|office|top|The sober choice.
Laptop skin, white marble|Laptop-Skin, weißer Marmor|Laptop skins|laptop|white,gold|marble|vinyl|2990/3490|Rind|||White stone, gold veins.
Laptop skin, confetti|Laptop-Skin, Konfetti|Laptop skins|laptop|purple,yellow|abstract|vinyl|2990|Second Peel|||For meetings that need it.
Laptop skin, herringbone tweed|Laptop-Skin, Tweed|Laptop skins|laptop|grey,brown|herringbone|vinyl|2990|Second Peel|office,autumn||A tweed jacket for a cold machine.
Tablet skin, sage|Tablet-Skin, Salbei|Tablet skins|tablet|green|plain|vinyl|2490|Rind|||A quiet green with a matt finish.
Tablet skin, night garden|Tablet-Skin, Nachtgarten|Tablet skins|tablet|navy,pink|floral|vinyl|2490|Second Peel|||Pink blossom on dark navy.
Tablet skin, tortoise|Tablet-Skin, Schildpatt|Tablet skins|tablet|brown,gold|animal|vinyl|2490|Rind||out|Honey and amber, no tortoise.
Handheld skin, comet|Handheld-Skin, Komet|Console skins|handheld|purple,yellow|stripe|vinyl|2290|Second Peel|gaming||Racing stripes for small races.
Handheld skin, forest camo|Handheld-Skin, Waldtarn|Console skins|handheld|green,brown|camo|vinyl|2290|Rind|gaming||Hides under any sofa.
Handheld skin, retro grey|Handheld-Skin, Retrograu|Console skins|handheld|grey,red|plain|vinyl|2290|Second Peel|gaming|new|As if it were 1991.
Earbud case skin, red|Ohrhörer-Skin, rot|Audio skins|earbuds|red|plain|vinyl|1290|Rind|||Found at once in any bag.
Earbud case skin, blue marble|Ohrhörer-Skin, blauer Marmor|Audio skins|earbuds|blue,white|marble|vinyl|1290|Rind|||A pebble from a better beach.
`;
