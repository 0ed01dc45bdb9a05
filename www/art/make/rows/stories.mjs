// Articles and videos: what to read and watch. `motif` is what the picture shows.
export const department = { prefix: 'AR', name: 'Journal', columns: 'en de kind sub motif color tags flags text' };
export const rows = `
How to iron a shirt in four minutes|Ein Hemd in vier Minuten bügeln|article|Shirts|iron|sky,navy|office,care|top|Collar first, then cuffs, then the rest; the order is the secret.
Which collar suits your face|Welcher Kragen zu welchem Gesicht passt|article|Shirts|collars|burgundy,beige|office,wedding||Four collars, honestly compared.
Cleaning white sneakers without tears|Weiße Sneakers reinigen ohne Tränen|article|Sneakers|sneaker|green,white|care||A toothbrush, a bowl and ten patient minutes.
Running shoes or court shoes?|Laufschuh oder Tennisschuh?|article|Sneakers|sneakers|orange,sky|sport||What the sole tells you before the label does.
Putting on a skin without a bubble|Skin aufkleben ohne Blase|article|Device skins|skin|teal,yellow|care||Warm hands, a card and no hurry.
Your first computer, part by part|Der erste eigene Rechner, Teil für Teil|article|PC parts|tower|purple,teal|gaming,office|top|What to buy first, what to buy last, and what to leave.
How loud is quiet? Fans compared|Wie laut ist leise? Lüfter im Vergleich|article|PC parts|fans|navy,orange|gaming||We sat in a cupboard and listened.
A small morning routine|Eine kleine Morgenroutine|article|Beauty|bottles|pink,green|everyday||Three bottles, two minutes, no mirror needed.
How the Foxes got their orange|Wie die Foxes zu ihrem Orange kamen|article|Team sports|foxes|orange,green|football||A dye works, a bet, and a very wet final.
The derby: Harbour against the Comets?|Das Derby: Harbour gegen die Comets?|article|Team sports|derby|navy,purple|football,basketball||Two sports, one town, and the question nobody settles.
Wrapping a present with a shirt cloth|Geschenke in Hemdenstoff einpacken|article|Gifts|gift|red,beige|gift||Four folds and a knot.
Film: from cloth to shirt|Film: vom Stoff zum Hemd|video|Shirts|shirts|sky,burgundy|office,customizable|top|Six minutes in the workroom, with scissors.
Film: lacing, five ways|Film: fünf Arten zu schnüren|video|Sneakers|laces|red,navy|sport||Including the one that does not come undone.
Film: building the Hollow|Film: wir bauen den Hollow|video|PC parts|tower|green,purple|gaming||A whole computer in eleven minutes, one screw lost.
Film: red lips, three rooms|Film: rote Lippen, drei Räume|video|Beauty|lips|burgundy,pink|evening||How one red looks by day, by lamp and by candle.
Film: a morning at Harbour ground|Film: ein Morgen im Harbour-Stadion|video|Team sports|harbour|sky,navy|football||Grass, gulls and the man who paints the lines.
`;
