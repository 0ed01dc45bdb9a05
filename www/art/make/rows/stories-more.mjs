// More to read and watch. `scene` is a backdrop, then things from the shelves as id@x,y,size joined by +, then small things; ../draw/scene.mjs draws it.
// The words are in www/stories.json, and so is how long a film is.
export const department = { prefix: 'AR', name: 'Journal', columns: 'en de kind sub motif color scene spec tags flags text' };
export const rows = `
Poplin, twill, oxford: three ways to cross a thread|Popeline, Twill, Oxford: drei Arten, Fäden zu kreuzen|article|Shirts|scene|sky,beige|table:SH-002@64,44,.68:needle|material:cotton;pattern:oxford,twill|office,care||All cotton, all white, and nothing alike after an hour.
Packing a shirt so that it arrives as a shirt|Ein Hemd packen, das als Hemd ankommt|article|Shirts|scene|orange,brown|suitcase:SH-005@70,104,.62:sun||holiday,care||Roll, fold or bundle? We put all three on a train.
Linen creases, and that is the point|Leinen knittert, und das soll es|article|Shirts|scene|beige,teal|window:SH-016@70,66,.66:|material:linen|summer,holiday||Why the most expensive cloth on the rail looks as if it had slept.
A short history of gingham|Eine kurze Geschichte des Vichy|article|Shirts|scene|navy,white|cloth:SH-006@64,56,.68:|pattern:check|weekend|new|From bed curtain to picnic, in four hundred years.
Buy shoes in the afternoon|Schuhe kauft man am Nachmittag|article|Sneakers|scene|yellow,green|street:SN-003@60,128,.7:clock||everyday||Feet grow by half a size between breakfast and tea.
Suede and rain: a reconciliation|Wildleder und Regen: eine Versöhnung|article|Sneakers|scene|sky,navy|street:SN-005@64,120,.72:rain|material:suede|care,autumn||It may get wet. It may not be hurried dry.
Which shoe for which summer|Welcher Schuh für welchen Sommer|article|Sneakers|scene|teal,yellow|sea:SN-025@10,100,.54+SN-020@174,136,.52:sun|material:canvas,mesh|summer,holiday||Mesh breathes, canvas dries, leather forgives.
Does a skin make a telephone hot?|Macht ein Skin das Telefon heiß?|article|Device skins|scene|red,grey|table:SK-001@8,40,.72+SK-004@150,64,.66:steam||care||We held a thermometer to a third of a millimetre.
Marble that weighs nothing|Marmor, der nichts wiegt|article|Device skins|scene|grey,gold|shelf:SK-002@-10,26,.62+SK-017@116,70,.62:|pattern:marble,wood|||How a stone gets on to a film.
How many watts do you need?|Wie viel Watt braucht man?|article|PC parts|scene|purple,yellow|board:PC-018@96,150,.52:bolt||gaming,office|top|Add up two numbers and a third for bad days.
A computer for the living room|Ein Rechner fürs Wohnzimmer|article|PC parts|scene|green,beige|window:PC-022@84,92,.6:cup||office,gaming|new|Small, quiet, and not black.
What the click is for|Wozu der Klick gut ist|article|PC parts|scene|beige,navy|table:PC-028@46,110,.76:cup||office||Three kinds of key, and the colleague who minds.
Reading the back of the bottle|Die Rückseite der Flasche lesen|article|Beauty|scene|pink,teal|tiles:BE-029@0,70,.66+BE-052@140,72,.66:glass||everyday,sensitive||The order is the message: what comes first, there is most of.
What a bottle costs, and what is in it|Was die Flasche kostet, und was darin ist|article|Beauty|scene|green,yellow|shelf:BE-015@0,56,.62+BE-121@140,50,.66:arrows||everyday||We took our own prices apart.
Choosing a perfume in one afternoon|Ein Parfüm an einem Nachmittag aussuchen|article|Beauty|scene|purple,pink|arch:BE-092@20,70,.62+BE-020@152,80,.6:||evening,gift|top|Three strips of paper, one walk round the block.
One blade is enough|Eine Klinge genügt|article|Beauty|scene|teal,silver|tiles:BE-109@16,60,.66+BE-108@168,96,.56:bubbles|material:metal|everyday||The angle, the lather, and why nobody bleeds on the second day.
Why the Badgers wear hoops|Warum die Badgers Ringel tragen|article|Team sports|scene|green,black|pitch:TS-048@66,60,.68:|team:badgers;sport:rugby|||The mill had two colours and an early closing day.
A first evening with the Pikes|Ein erster Abend bei den Pikes|article|Team sports|scene|teal,white|ice:TS-042@56,74,.72:snow|team:pikes;sport:ice hockey|winter|new|What to wear, when to shout, and where the puck is.
Oiling a bat, and other patience|Einen Schläger ölen, und andere Geduld|article|Team sports|scene|green,beige|garden:TS-033@64,96,.72:sun|team:larks;sport:cricket;material:wood|care,summer||Two thin coats, two quiet evenings, a thousand knocks.
Washing a jersey so that the number stays|Ein Trikot waschen, ohne die Nummer zu verlieren|article|Team sports|scene|sky,orange|line:TS-010@60,92,.66:bubbles|material:mesh;sport:football|care,football||Inside out, at thirty degrees, and never near the dryer.
Enamel or china? A kitchen trial|Emaille oder Porzellan? Eine Küchenprobe|article|Gifts|scene|navy,orange|table:GI-004@0,90,.62+TS-036@150,90,.62:steam|material:metal,ceramic|gift,outdoor||We timed the tea and dropped the mugs.
Hanging a poster straight the first time|Ein Bild gleich beim ersten Mal gerade hängen|article|Gifts|scene|yellow,navy|wall::frame|material:paper|gift||A hundred and fifty-five centimetres, a fork and a bit of tape.
What a tote can carry|Was eine Stofftasche tragen kann|article|Gifts|scene|orange,sky|street:GI-003@70,66,.66:sun|material:canvas|everyday||We filled four of them with tins until something gave.
Presents for people who have everything|Geschenke für Leute, die alles haben|article|Gifts|scene|burgundy,gold|night:GI-001@64,80,.68:stars||gift|top|Give them something that is used up.
Film: sewing on a button|Film: einen Knopf annähen|video|Shirts|scene|sky,red|table:SH-009@60,34,.7:needle||care||Four holes, one shank, and a knot nobody sees.
Film: a collar, turned|Film: ein Kragen wird gewendet|video|Shirts|scene|beige,navy|pegboard:SH-003@60,50,.7:|collar:spread|customizable,office||When the fold is worn, there is another side.
Film: how the Quayside sneaker is put together|Film: wie der Quayside-Sneaker entsteht|video|Sneakers|scene|green,brown|pegboard:SN-002@44,84,.76:|material:leather|customizable|top|Eight pieces, one last, two pots of glue.
Film: a laptop skin in six minutes|Film: ein Laptop-Skin in sechs Minuten|video|Device skins|scene|brown,sky|table:SK-015@40,44,.8:lamp||care,office||Start at the hinge, breathe out, go slowly.
Film: enamel, dipped twice|Film: Emaille, zweimal getaucht|video|Gifts|scene|orange,navy|pegboard:GI-004@60,66,.7:steam|material:metal|gift,outdoor|new|From grey steel to a mug, by way of eight hundred degrees.
Film: printing a tote|Film: eine Tasche wird bedruckt|video|Gifts|scene|teal,beige|pegboard:GI-002@76,54,.64:|material:canvas|customizable,gift||One screen, one colour, one pull.
Film: a cooler, put on straight|Film: ein Kühler, gerade aufgesetzt|video|PC parts|scene|grey,orange|board:PC-024@96,84,.58:||gaming,office||A pea of paste and four screws, crosswise.
Film: tidy cables|Film: aufgeräumte Kabel|video|PC parts|scene|black,teal|night:PC-020@84,58,.64:lamp||gaming||Nobody will see them. You will know.
Film: cutting soap with a wire|Film: Seife mit dem Draht schneiden|video|Beauty|scene|olive,beige|tiles:BE-024@56,54,.72:bubbles||gift,everyday||A hundred and twenty bars in one breath.
Film: washing make-up brushes|Film: Make-up-Pinsel waschen|video|Beauty|scene|pink,sky|tiles:BE-114@60,40,.7:bubbles||care,everyday||Once a month, head down, dry overnight.
Film: handball in five throws|Film: Handball in fünf Würfen|video|Team sports|scene|red,black|hall:TS-062@80,56,.62:|team:rooks;sport:handball|||With a captain who explains only what she is doing.
Film: the ice at six in the morning|Film: das Eis um sechs Uhr früh|video|Team sports|scene|sky,teal|ice:TS-082@76,44,.68:snow|team:pikes;sport:ice hockey|winter||Hot water, four laps, and a surface like a window.
Film: a scarf on the knitting machine|Film: ein Schal auf der Strickmaschine|video|Team sports|scene|purple,yellow|pegboard:TS-021@70,44,.66:|team:comets;material:wool|winter,basketball|top|Nine hundred needles and somebody with a hook.
`;
