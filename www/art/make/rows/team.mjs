export const department = { prefix: 'TS', name: 'Team sports', columns: 'en de sub type team color pattern material price brand tags flags text' };
export const rows = `
Harbour Athletic home jersey|Harbour Athletic Heimtrikot|Jerseys|jersey|harbour|navy,white|stripe|mesh|6900|Halfway Line|football,customizable|top|Navy and white stripes, anchor over the heart.
Harbour Athletic away jersey|Harbour Athletic Auswärtstrikot|Jerseys|jersey|harbour|sky,navy|plain|mesh|6900|Halfway Line|football||Sky blue for away days.
Harbour Athletic scarf|Harbour Athletic Schal|Scarves and hats|scarf|harbour|navy,white|stripe|wool|2400|Halfway Line|football,winter||Knitted twice as long as it needs to be.
Harbour Athletic cap|Harbour Athletic Kappe|Scarves and hats|cap|harbour|navy,white|plain|cotton|2200|Halfway Line|football,summer||A cap with an anchor.
Harbour Athletic shorts|Harbour Athletic Shorts|Kit|shorts|harbour|white,navy|plain|mesh|3200|Halfway Line|football||White shorts; bring soap.
Harbour Athletic ball|Harbour Athletic Ball|Balls|ball|harbour|white,navy|plain|rubber|3400|Halfway Line|football||Size five, stitched by hand.
Harbour Athletic mug|Harbour Athletic Becher|Fan shop|mug|harbour|white,navy|plain|ceramic|1400|Halfway Line|football,gift||For tea at half time.
Harbour Athletic pennant|Harbour Athletic Wimpel|Fan shop|pennant|harbour|navy,white|plain|felt|1200|Halfway Line|football,gift||Felt, with a proper fringe.
Harbour Athletic socks|Harbour Athletic Stutzen|Kit|socks|harbour|navy,white|stripe|cotton|1400|Halfway Line|football||Two hoops, one crest.
Redwood Foxes home jersey|Redwood Foxes Heimtrikot|Jerseys|jersey|foxes|orange,white|plain|mesh|6900|Halfway Line|football|top|Fox orange with white sleeves.
Redwood Foxes away jersey|Redwood Foxes Auswärtstrikot|Jerseys|jersey|foxes|white,orange|stripe|mesh|6900/7900|Halfway Line|football||White with thin orange pinstripes.
Redwood Foxes scarf|Redwood Foxes Schal|Scarves and hats|scarf|foxes|orange,white|stripe|wool|2400|Halfway Line|football,winter||Warmer than any win.
Redwood Foxes beanie|Redwood Foxes Mütze|Scarves and hats|beanie|foxes|orange,white|stripe|wool|2200|Halfway Line|football,winter|new|With a bobble, obviously.
Redwood Foxes shorts|Redwood Foxes Shorts|Kit|shorts|foxes|orange,white|plain|mesh|3200|Halfway Line|football||Orange, elastic, cheerful.
Redwood Foxes ball|Redwood Foxes Ball|Balls|ball|foxes|white,orange|plain|rubber|3400|Halfway Line|football||Easy to find in a hedge.
Redwood Foxes mug|Redwood Foxes Becher|Fan shop|mug|foxes|orange,white|plain|ceramic|1400|Halfway Line|football,gift||Fox on one side, tea on the inside.
Redwood Foxes pennant|Redwood Foxes Wimpel|Fan shop|pennant|foxes|orange,white|plain|felt|1200|Halfway Line|football,gift|out|Hang it in the car, or the hall.
Redwood Foxes bottle|Redwood Foxes Trinkflasche|Kit|bottle|foxes|orange,white|plain|metal|1800|Halfway Line|football||Steel, keeps cold for a match and a half.
Northgate Comets home jersey|Northgate Comets Heimtrikot|Jerseys|jersey|comets|purple,yellow|plain|mesh|6900|Halfway Line|basketball,customizable|top|Purple with a golden tail.
Northgate Comets away jersey|Northgate Comets Auswärtstrikot|Jerseys|jersey|comets|yellow,purple|plain|mesh|6900|Halfway Line|basketball||The brightest thing in the hall.
Northgate Comets scarf|Northgate Comets Schal|Scarves and hats|scarf|comets|purple,yellow|stripe|wool|2400/2900|Halfway Line|basketball,winter||Purple and gold, end to end.
Northgate Comets cap|Northgate Comets Kappe|Scarves and hats|cap|comets|purple,yellow|plain|cotton|2200|Halfway Line|basketball,summer||A comet on the front, shade behind.
Northgate Comets shorts|Northgate Comets Shorts|Kit|shorts|comets|purple,yellow|plain|mesh|3200|Halfway Line|basketball||Long, wide, purple.
Northgate Comets basketball|Northgate Comets Basketball|Balls|basketball|comets|purple,yellow|plain|rubber|3600|Halfway Line|basketball||Grippy from the first bounce.
Northgate Comets mug|Northgate Comets Becher|Fan shop|mug|comets|purple,yellow|plain|ceramic|1400|Halfway Line|basketball,gift||Holds exactly one late night.
Northgate Comets pennant|Northgate Comets Wimpel|Fan shop|pennant|comets|purple,yellow|plain|felt|1200|Halfway Line|basketball,gift||For the wall over the desk.
Northgate Comets bottle|Northgate Comets Trinkflasche|Kit|bottle|comets|purple,yellow|plain|metal|1800|Halfway Line|basketball||Fits the side pocket.
`;
