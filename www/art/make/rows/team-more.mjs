// Four more clubs, what the first three lacked, and equipment of no club. `cut` is how a shirt is coloured.
export const department = { prefix: 'TS', name: 'Team sports', columns: 'en de sub type team spec cut color pattern material price brand tags flags text' };
export const rows = `
Fenwick Larks home shirt|Fenwick Larks Heimtrikot|Jerseys|jersey|larks||collar|green,beige|plain|cotton|6400|Halfway Line|customizable,summer|top|Bottle green, cream collar, grass stains welcome.
Fenwick Larks away shirt|Fenwick Larks Auswärtstrikot|Jerseys|jersey|larks||collar|beige,green|plain|cotton|6400|Halfway Line|summer||Cream all over, for tea at somebody else's ground.
Fenwick Larks jumper|Fenwick Larks Pullunder|Jerseys|jumper|larks|||beige,green|knit|wool|7900/8900|Halfway Line|autumn,gift||Cable knit, V-neck, two stripes of green.
Fenwick Larks scarf|Fenwick Larks Schal|Scarves and hats|scarf|larks|||green,beige|stripe|wool|2400|Halfway Line|winter||For April, which is when they start.
Fenwick Larks cap|Fenwick Larks Kappe|Scarves and hats|cap|larks|||green,beige|plain|cotton|2200|Halfway Line|summer||Keeps the sun off third slip.
Fenwick Larks bat|Fenwick Larks Schläger|Equipment|bat|larks|||beige,green|wood|wood|8900|Halfway Line|gift|top|Pale willow, green grip, a sweet spot the size of a plum.
Fenwick Larks ball|Fenwick Larks Ball|Balls|cricketball|larks|||red,beige|plain|leather|2600|Halfway Line|||Four pieces of leather and one honest seam.
Fenwick Larks batting gloves|Fenwick Larks Handschuhe|Equipment|gloves|larks|||white,green|plain|leather|3400|Halfway Line|||Padded where it matters, and that is everywhere.
Fenwick Larks mug|Fenwick Larks Becher|Fan shop|mug|larks|||beige,green|plain|ceramic|1400|Halfway Line|gift||Five days of tea, if the weather holds.
Fenwick Larks pennant|Fenwick Larks Wimpel|Fan shop|pennant|larks|||green,beige|plain|felt|1200|Halfway Line|gift||Felt, like the roller under its cover.
Glasswater Pikes home jersey|Glasswater Pikes Heimtrikot|Jerseys|jersey|pikes||hockey|teal,white|plain|mesh|8400|Halfway Line|customizable,winter|top|Wide enough to wear over a coat, and people do.
Glasswater Pikes away jersey|Glasswater Pikes Auswärtstrikot|Jerseys|jersey|pikes||hockey|white,teal|plain|mesh|8400/9400|Halfway Line|winter||White as a fresh sheet of ice.
Glasswater Pikes scarf|Glasswater Pikes Schal|Scarves and hats|scarf|pikes|||teal,white|stripe|wool|2400|Halfway Line|winter||The rink is colder than you remember.
Glasswater Pikes beanie|Glasswater Pikes Mütze|Scarves and hats|beanie|pikes|||teal,white|stripe|wool|2200|Halfway Line|winter|new|Covers the ears when the goal horn goes.
Glasswater Pikes stick|Glasswater Pikes Schläger|Equipment|stick|pikes|||black,teal|carbon|carbon|14900|Halfway Line|||Carbon, light, left or right.
Glasswater Pikes puck|Glasswater Pikes Puck|Balls|puck|pikes|||black,teal|plain|rubber|900|Halfway Line|gift||A hundred and seventy grams of argument.
Glasswater Pikes helmet|Glasswater Pikes Helm|Equipment|helmet|pikes|||teal,white|plain|plastic|11900|Halfway Line|||Clear visor, two sizes, one dial.
Glasswater Pikes gloves|Glasswater Pikes Handschuhe|Equipment|gloves|pikes|||teal,black|plain|leather|9900|Halfway Line||out|Large on purpose.
Glasswater Pikes mug|Glasswater Pikes Becher|Fan shop|mug|pikes|||white,teal|plain|ceramic|1400|Halfway Line|gift,winter||Hot chocolate between the periods.
Glasswater Pikes bottle|Glasswater Pikes Trinkflasche|Kit|bottle|pikes|||teal,white|plain|metal|1800|Halfway Line|||Does not freeze to the bench.
Holloway Badgers home jersey|Holloway Badgers Heimtrikot|Jerseys|jersey|badgers||hoops|black,white|stripe|cotton|7400|Halfway Line|customizable|top|Black and white hoops in heavy cotton.
Holloway Badgers away jersey|Holloway Badgers Auswärtstrikot|Jerseys|jersey|badgers||halves|burgundy,white|plain|cotton|7400|Halfway Line|||Burgundy and white halves, mud over both.
Holloway Badgers scarf|Holloway Badgers Schal|Scarves and hats|scarf|badgers|||black,white|stripe|wool|2400|Halfway Line|winter||Goes with everything you own.
Holloway Badgers beanie|Holloway Badgers Mütze|Scarves and hats|beanie|badgers|||black,white|stripe|wool|2200|Halfway Line|winter||Warm ears for lineouts.
Holloway Badgers shorts|Holloway Badgers Shorts|Kit|shorts|badgers|||black,white|plain|cotton|3600|Halfway Line|||Cotton drill with pockets, as it used to be.
Holloway Badgers ball|Holloway Badgers Ball|Balls|rugbyball|badgers|||white,black|plain|rubber|3600|Halfway Line|||Bounces as it pleases.
Holloway Badgers socks|Holloway Badgers Stutzen|Kit|socks|badgers|||black,white|stripe|cotton|1600|Halfway Line|||Two hoops, and they stay up.
Holloway Badgers mug|Holloway Badgers Becher|Fan shop|mug|badgers|||white,black|plain|ceramic|1400|Halfway Line|gift||A stripe down the nose and a handle on the side.
Holloway Badgers flag|Holloway Badgers Fahne|Fan shop|flag|badgers||hoops|black,white|stripe|cotton|1900|Halfway Line|gift||Seen from the far try line.
Brickfield Rooks home jersey|Brickfield Rooks Heimtrikot|Jerseys|jersey|rooks||sash|red,black|plain|mesh|6400|Halfway Line|customizable|top|Brick red with a black sash.
Brickfield Rooks away jersey|Brickfield Rooks Auswärtstrikot|Jerseys|jersey|rooks||quarters|white,red|plain|mesh|6400|Halfway Line||new|Quarters, like a board in play.
Brickfield Rooks scarf|Brickfield Rooks Schal|Scarves and hats|scarf|rooks|||red,black|stripe|wool|2400|Halfway Line|winter||The hall is warm, the walk home is not.
Brickfield Rooks cap|Brickfield Rooks Kappe|Scarves and hats|cap|rooks|||red,black|plain|cotton|2200|Halfway Line|summer||A tower in front, a buckle behind.
Brickfield Rooks shorts|Brickfield Rooks Shorts|Kit|shorts|rooks|||black,red|plain|mesh|3200|Halfway Line|||Short, quick, black.
Brickfield Rooks ball|Brickfield Rooks Handball|Balls|handball|rooks|||red,white|plain|rubber|3200|Halfway Line|||Size three, grips without glue.
Brickfield Rooks mug|Brickfield Rooks Becher|Fan shop|mug|rooks|||red,white|plain|ceramic|1400|Halfway Line|gift||Stands in the corner, moves in straight lines.
Brickfield Rooks pennant|Brickfield Rooks Wimpel|Fan shop|pennant|rooks|||red,black|plain|felt|1200|Halfway Line|gift||For walls made of brick.
Brickfield Rooks bottle|Brickfield Rooks Trinkflasche|Kit|bottle|rooks|||red,black|plain|metal|1800/2200|Halfway Line|||Half a litre, half time.
Harbour Athletic third jersey|Harbour Athletic Ausweichtrikot|Jerseys|jersey|harbour||sash|white,navy|plain|mesh|6900|Halfway Line|football|new|White with a navy sash, last worn in 1958 and missed since.
Harbour Athletic hoodie|Harbour Athletic Kapuzenpullover|Fan shop|hoodie|harbour|||navy,white|plain|cotton|5400|Halfway Line|football,autumn||Brushed inside, for the windy end.
Harbour Athletic flag|Harbour Athletic Fahne|Fan shop|flag|harbour||hoops|navy,white|stripe|cotton|1900|Halfway Line|football,gift||A metre and a half of the quay.
Harbour Athletic enamel pin|Harbour Athletic Anstecknadel|Fan shop|pin|harbour|||navy,gold|plain|metal|600|Halfway Line|football,gift||An anchor for the lapel.
Redwood Foxes third jersey|Redwood Foxes Ausweichtrikot|Jerseys|jersey|foxes||halves|brown,orange|plain|mesh|6900|Halfway Line|football||Half brown, as it was before the bet.
Redwood Foxes hoodie|Redwood Foxes Kapuzenpullover|Fan shop|hoodie|foxes|||orange,white|plain|cotton|5400/6200|Halfway Line|football,autumn||The referee can see you too.
Redwood Foxes flag|Redwood Foxes Fahne|Fan shop|flag|foxes||halves|orange,white|plain|cotton|1900|Halfway Line|football,gift||Half orange, half hope.
Redwood Foxes enamel pin|Redwood Foxes Anstecknadel|Fan shop|pin|foxes|||orange,gold|plain|metal|600|Halfway Line|football,gift||A small fox that does not moult.
Northgate Comets warm-up hoodie|Northgate Comets Kapuzenpullover|Fan shop|hoodie|comets|||purple,yellow|plain|cotton|5400|Halfway Line|basketball,autumn|top|For the bench, and for everywhere else.
Northgate Comets flag|Northgate Comets Fahne|Fan shop|flag|comets||sash|purple,yellow|plain|cotton|1900|Halfway Line|basketball,gift||With a tail.
Northgate Comets enamel pin|Northgate Comets Anstecknadel|Fan shop|pin|comets|||purple,gold|plain|metal|600|Halfway Line|basketball,gift||Comes round more often than every seventy-six years.
Northgate Comets socks|Northgate Comets Socken|Kit|socks|comets|||purple,yellow|stripe|cotton|1400|Halfway Line|basketball||Padded heel, purple toe.
Striker boots, black|Fußballschuhe Striker, schwarz|Boots and shoes|boot||sport:football||black,orange|plain|leather|9900|Vasker|football|top|Black leather, twelve studs, no nonsense.
Striker boots, ice|Fußballschuhe Striker, Eis|Boots and shoes|boot||sport:football||sky,navy|plain|leather|9900/11900|Vasker|football||Pale blue, so that the goal is remembered.
Striker boots, ember|Fußballschuhe Striker, Glut|Boots and shoes|boot||sport:football||red,yellow|plain|leather|10900|Vasker|football|new|Red with a yellow spark at the heel.
Scrum boots|Rugbyschuhe|Boots and shoes|boot||sport:rugby||brown,white|plain|leather|11900|Vasker|||Higher at the ankle, longer in the stud.
Ice skates, black|Schlittschuhe, schwarz|Boots and shoes|skate||sport:ice hockey||black,silver|plain|leather|15900|Vasker|winter||Sharpened once by us, then by the rink.
Ice skates, white|Schlittschuhe, weiß|Boots and shoes|skate||sport:ice hockey||white,silver|plain|leather|12900|Vasker|winter,gift||For the pond, when the sign says yes.
Goalkeeper gloves, lime|Torwarthandschuhe|Equipment|gloves||sport:football||yellow,black|plain|rubber|4400|Vasker|football||Sticky palms, in the useful sense.
Shin guards, navy|Schienbeinschoner|Equipment|shinguards||sport:football||navy,white|plain|plastic|1900|Vasker|football||Light, curved, forgotten after a minute.
Knee pads|Knieschoner|Equipment|kneepads||sport:handball,basketball||black,grey|plain|cotton|2200|Vasker|||For floors that were polished this morning.
Training ball, plain|Trainingsball, schlicht|Balls|ball||sport:football||white,black|plain|rubber|2400|Vasker|football||Thirty-two panels and no opinion.
Street basketball|Straßenbasketball|Balls|basketball||sport:basketball||orange,brown|plain|rubber|2900|Vasker|basketball,outdoor||Rough rubber for rough ground.
Ball pump|Ballpumpe|Equipment|pump||sport:football,basketball,handball||red,silver|plain|metal|1200|Vasker|||With the needle you always lose. Two of them.
Referee's whistle|Schiedsrichterpfeife|Equipment|whistle||sport:football,rugby,handball||silver,red|plain|metal|900|Vasker|gift||No pea. Nothing to discuss.
Marker cones, set of ten|Markierungshütchen, zehn Stück|Equipment|cones||sport:football,handball||orange,yellow|plain|plastic|1400|Vasker|outdoor||Stack, scatter, trip, stack.
Training bibs, set of five|Leibchen, fünf Stück|Equipment|bibs||sport:football,handball,basketball||orange,black|plain|mesh|2400|Vasker|||So that you know whom to pass to.
Kit bag, navy|Sporttasche, marine|Bags|kitbag||sport:football,rugby||navy,beige|plain|canvas|5900|Halfway Line|everyday|top|Boots below, shirt above, nothing in between.
Kit bag, olive|Sporttasche, oliv|Bags|kitbag||sport:cricket,football||olive,brown|plain|canvas|5900|Halfway Line|everyday||Waxed, because it will stand in the rain.
Kit bag, red and white|Sporttasche, rot und weiß|Bags|kitbag||sport:handball,basketball||red,white|plain|canvas|5900/6900|Halfway Line|everyday||A separate end for what is wet.
Hoop for the yard|Basketballkorb für den Hof|Equipment|hoop||sport:basketball||white,orange|plain|metal|8900|Vasker|outdoor||Screws to any wall that forgives noise.
Pop-up goal|Klapptor|Equipment|goal||sport:football||white,green|plain|plastic|4900|Vasker|outdoor,summer||Opens in a second. Folding it takes a degree.
Stumps, set of three|Stäbe, drei Stück|Equipment|stumps||sport:cricket||beige,brown|wood|wood|2900|Vasker|outdoor,summer||Ash, on a stand, for gardens and car parks.
Captain's armband|Spielführerbinde|Equipment|armband||sport:football,handball||yellow,black|stripe|cotton|700|Vasker|gift||Size adjusts. Responsibility does not.
Sports tape, three rolls|Sporttape, drei Rollen|Equipment|tape||sport:football,rugby,ice hockey,handball||white,sky|plain|cotton|800|Vasker||use|Tears straight and holds until the bath.
`;
