export const department = { prefix: 'PC', name: 'PC parts', columns: 'en de sub type color price brand spec tags flags text' };
export const rows = `
Tessel T5 processor, 6 cores|Tessel T5 Prozessor, 6 Kerne|Processors|cpu|silver|18900|Tessel|socket:tz5;watts:65|gaming,office||Six quick cores that stay cool.
Tessel T7 processor, 8 cores|Tessel T7 Prozessor, 8 Kerne|Processors|cpu|silver|31900|Tessel|socket:tz5;watts:105|gaming|top|The one most people should buy.
Tessel T9 processor, 16 cores|Tessel T9 Prozessor, 16 Kerne|Processors|cpu|gold|58900/62900|Tessel|socket:tz5;watts:170|workstation||Sixteen cores for people who render.
Quillon K3 processor, 4 cores|Quillon K3 Prozessor, 4 Kerne|Processors|cpu|silver|9900|Quillon|socket:kl2;watts:58|office||Plenty for letters and films.
Volkar V60 graphics card|Volkar V60 Grafikkarte|Graphics cards|gpu2|black|32900|Volkar|watts:160;slots:2|gaming||Two fans, short, quiet.
Volkar V70 graphics card|Volkar V70 Grafikkarte|Graphics cards|gpu3|black|54900|Volkar|watts:220;slots:2|gaming|top|Three fans and hardly a sound.
Volkar V90 graphics card|Volkar V90 Grafikkarte|Graphics cards|gpu3|silver|119900|Volkar|watts:355;slots:3|gaming,workstation|out|Measure your case first.
Volkar V60 Snow graphics card|Volkar V60 Snow Grafikkarte|Graphics cards|gpu2|white|34900|Volkar|watts:160;slots:2|gaming|new|The V60 in white, for white builds.
Tessel B5 mainboard|Tessel B5 Mainboard|Mainboards|board|black|14900|Tessel|socket:tz5;form:atx|office,gaming||Everything you need and no lights.
Tessel B7 mainboard|Tessel B7 Mainboard|Mainboards|board|silver|24900/27900|Tessel|socket:tz5;form:atx|gaming||More slots, better sound.
Quillon M2 mini board|Quillon M2 Mini-Board|Mainboards|board|blue|11900|Quillon|socket:kl2;form:itx|office||Small board for small boxes.
Ferric memory, 2 × 8 GB|Ferric Speicher, 2 × 8 GB|Memory|ram|black|5900|Ferric|gb:16|office||Plain, fast, black.
Ferric memory, 2 × 16 GB|Ferric Speicher, 2 × 16 GB|Memory|ram|red|9900|Ferric|gb:32|gaming|top|The red ones.
Ferric memory, 2 × 32 GB|Ferric Speicher, 2 × 32 GB|Memory|ram|white|18900|Ferric|gb:64|workstation||White heat spreaders, wide open spaces.
Ferric drive, 1 TB|Ferric SSD, 1 TB|Storage|ssd|black|8400|Ferric|gb:1000|office,gaming||A gum stick that holds a library.
Ferric drive, 4 TB|Ferric SSD, 4 TB|Storage|ssd|blue|28900|Ferric|gb:4000|workstation||A gum stick that holds four.
Brontide 550 power supply|Brontide 550 Netzteil|Power supplies|psu|black|6900|Brontide|watts:550|office||Quiet until 300 watts, then still quiet.
Brontide 850 power supply|Brontide 850 Netzteil|Power supplies|psu|black|12900/14900|Brontide|watts:850|gaming||Room for the card you will buy next year.
Brontide 850 Snow power supply|Brontide 850 Snow Netzteil|Power supplies|psu|white|13900|Brontide|watts:850|gaming||White, down to the cables.
Hollow case, black|Hollow Gehäuse, schwarz|Cases|case|black|9900|Brontide|form:atx|gaming|top|Tempered glass and a clean back.
Hollow case, white|Hollow Gehäuse, weiß|Cases|case|white|9900|Brontide|form:atx|gaming||The same case, in daylight.
Hollow case, sage|Hollow Gehäuse, Salbei|Cases|case|green|10900|Brontide|form:atx|gaming|new|A case that suits a living room.
Hollow Mini case, rose|Hollow Mini Gehäuse, rosé|Cases|case|pink|8900|Brontide|form:itx|office|pre|Eleven litres, one handle.
Zephyr tower cooler|Zephyr Turmkühler|Cooling|cooler|silver|4900|Zephyr|watts:180|gaming,office||Six pipes and one slow fan.
Zephyr 240 liquid cooler|Zephyr 240 Wasserkühlung|Cooling|aio|black|11900|Zephyr|watts:250|gaming||Two fans and a bit of water.
Zephyr fan, orange|Zephyr Lüfter, orange|Cooling|fan|orange|1900|Zephyr|size:120|gaming||Sounds like a page being turned.
Zephyr fan, teal|Zephyr Lüfter, petrol|Cooling|fan|teal|1900|Zephyr|size:120|gaming||The same whisper, in teal.
Tock keyboard, cream|Tock Tastatur, creme|Desk|keyboard|beige|12900|Tock|layout:75|office,gaming|top|Clicks like a well-made drawer.
Tock keyboard, navy|Tock Tastatur, marine|Desk|keyboard|navy|12900|Tock|layout:75|office,gaming||Navy keys, one red Escape.
Tock mouse|Tock Maus|Desk|mouse|black|5900|Tock|buttons:5|office,gaming||Five buttons, none of them surprising.
`;
