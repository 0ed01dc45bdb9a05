// The parts that a PC from scratch is built of, for ../pc.mjs: one table for each option, cells divided by bars.
// A dash is "does not say": such an attribute is left out. Prices are cents, lengths millimetres, power watts. A `sku` that
// begins with PC- is an item of the catalogue.

/** Cores, threads, boost in GHz; `graphics` 1 where the chip can drive a monitor. */
export const processor = `
id|name|cores|ghz|socket|watts|graphics|price|sku
t3|Tessel T3|4|3.9|tz4|65|1|7900|T3
t4|Tessel T4|6|4.2|tz4|65|0|9900|T4
t4g|Tessel T4 G|6|4.4|tz4|65|1|12900|PC-031
t6|Tessel T6|8|4.6|tz4|65|0|16900|T6
t8|Tessel T8|12|4.8|tz4|105|0|24900|T8
t5f|Tessel T5 F|6|4.9|tz5|65|0|16900|T5F
t5|Tessel T5|6|5.0|tz5|65|1|18900|PC-001
t5g|Tessel T5 G|8|5.1|tz5|65|1|25900|T5G
t7e|Tessel T7 E|8|5.2|tz5|65|1|28900|T7E
t7|Tessel T7|8|5.4|tz5|105|1|31900|PC-002
t7d|Tessel T7 Deep|8|5.2|tz5|105|1|42900|PC-032
t9e|Tessel T9 E|12|5.4|tz5|65|1|41900|T9E
t9|Tessel T9|16|5.6|tz5|170|1|58900|PC-003
t9d|Tessel T9 Deep|16|5.7|tz5|170|1|68900|T9D
k3f|Quillon K3 F|4|4.2|kl2|58|0|7900|K3F
k3|Quillon K3|4|4.3|kl2|58|1|9900|PC-004
k5f|Quillon K5 F|10|4.6|kl2|65|0|15900|K5F
k5|Quillon K5|10|4.6|kl2|65|1|17900|K5
k5x|Quillon K5 X|10|4.9|kl2|125|1|22900|K5X
k7|Quillon K7|16|5.1|kl2|65|1|30900|K7
k35f|Quillon K35 F|10|5.2|kl3|65|0|19900|K35F
k35|Quillon K35|10|5.2|kl3|65|1|23900|PC-033
k35x|Quillon K35 X|14|5.4|kl3|125|1|31900|K35X
k37s|Quillon K37 S|20|4.9|kl3|35|1|37900|PC-034
k37x|Quillon K37 X|20|5.5|kl3|125|1|41900|PC-035
k39x|Quillon K39 X|24|5.7|kl3|170|1|58900|K39X
`;

/** `vrm`: the hottest processor that its power stage feeds. `gen`: of its fastest M.2 slot. `pcie`: cards it takes. */
export const mainboard = `
id|name|chipset|form|socket|memory|dimms|max_gb|mhz|m2|gen|sata|pcie|vrm|color|price|sku
a4|Tessel A4 M|T420|matx|tz4|ddr4|2|64|3200|1|3|4|2|105|#1d2024|6900|A4
b4|Tessel B4|T450|atx|tz4|ddr4|4|128|3600|2|4|6|3|105|#1d2024|10900|B4
b4i|Tessel B4 Mini|T450|itx|tz4|ddr4|2|64|3600|1|4|4|1|65|#1d2024|11900|B4I
a5|Tessel A5 M|T620|matx|tz5|ddr5|2|64|5600|1|4|4|2|105|#1d2024|9900|A5
b5m|Tessel B5 M|T650|matx|tz5|ddr5|4|192|6400|2|4|4|2|170|#1d2024|13900|PC-036
b5|Tessel B5|T650|atx|tz5|ddr5|4|192|6400|2|4|4|3|170|#1d2024|14900|PC-009
b5s|Tessel B5 Snow|T650|atx|tz5|ddr5|4|192|6400|2|4|4|3|170|#dfe2e6|17900|B5S
b7|Tessel B7|T670|atx|tz5|ddr5|4|192|7200|4|5|4|3|170|#35383f|24900|PC-010
b7s|Tessel B7 Snow|T670|atx|tz5|ddr5|4|192|7200|4|5|4|3|170|#dfe2e6|27900|PC-037
b5i|Tessel B5 Mini|T650|itx|tz5|ddr5|2|96|6400|2|4|2|1|105|#1d2024|17900|PC-038
b7i|Tessel B7 Mini|T670|itx|tz5|ddr5|2|96|7200|2|5|2|1|170|#1d2024|25900|B7I
b9|Tessel B9|T690|eatx|tz5|ddr5|4|192|7200|5|5|8|4|170|#1d2024|44900|B9
m2|Quillon M2 Mini|Q30|itx|kl2|ddr4|2|64|3200|1|4|4|1|65|#23407a|11900|PC-011
m2d|Quillon M2 Mini D5|Q30|itx|kl2|ddr5|2|64|5600|1|4|4|1|125|#23407a|14900|M2D
m3|Quillon M3|Q30|matx|kl2|ddr4|2|64|3200|1|4|4|2|65|#23407a|7900|M3
m4|Quillon M4|Q40|atx|kl2|ddr4|4|128|3600|2|4|6|3|125|#23407a|11900|M4
m4d|Quillon M4 D5|Q40|atx|kl2|ddr5|4|192|5600|2|4|6|3|125|#23407a|13900|M4D
n3|Quillon N3 M|Q50|matx|kl3|ddr5|2|96|5600|2|4|4|2|125|#1c2a44|11900|N3
n5m|Quillon N5 M|Q55|matx|kl3|ddr5|4|192|6400|2|5|4|2|170|#1c2a44|16900|N5M
n5|Quillon N5|Q55|atx|kl3|ddr5|4|192|6400|3|5|4|3|170|#1c2a44|17900|PC-039
n5i|Quillon N5 Mini|Q55|itx|kl3|ddr5|2|96|7200|2|5|2|1|125|#1c2a44|19900|PC-040
n7|Quillon N7|Q70|atx|kl3|ddr5|4|192|7200|4|5|6|3|170|#1c2a44|25900|N7
n7s|Quillon N7 Snow|Q70|atx|kl3|ddr5|4|192|7200|4|5|6|3|170|#dfe2e6|28900|N7S
n9|Quillon N9|Q90|eatx|kl3|ddr5|4|192|7200|5|5|8|4|170|#1c2a44|46900|N9
`;

/** `height` of a module: what a wide tower cooler has to leave free. */
export const memory = `
id|name|type|modules|gb|mhz|height|lit|color|price|sku
d4-8|Ferric D4 1 × 8 GB|ddr4|1|8|3200|32|0|#2c2f36|1900|D408
d4-16|Ferric D4 2 × 8 GB|ddr4|2|16|3200|32|0|#2c2f36|3500|D416
d4-32|Ferric D4 2 × 16 GB|ddr4|2|32|3200|32|0|#2c2f36|6500|D432
d4-32f|Ferric D4 Fast 2 × 16 GB|ddr4|2|32|3600|42|0|#9c2a2b|7900|D432F
d4-32g|Ferric D4 Glow 2 × 16 GB|ddr4|2|32|3600|42|1|#2c2f36|8900|D432G
d4-64|Ferric D4 2 × 32 GB|ddr4|2|64|3200|32|0|#2c2f36|11900|PC-041
d4-128|Ferric D4 4 × 32 GB|ddr4|4|128|3200|32|0|#2c2f36|23900|D4128
d5-8|Ferric 1 × 8 GB|ddr5|1|8|5600|32|0|#2c2f36|3200|D508
d5-16s|Ferric 1 × 16 GB|ddr5|1|16|5600|32|0|#2c2f36|4900|D516S
d5-16|Ferric 2 × 8 GB|ddr5|2|16|5600|32|0|#2c2f36|5900|PC-012
d5-32|Ferric 2 × 16 GB|ddr5|2|32|5600|32|0|#9c2a2b|9900|PC-013
d5-32f|Ferric Fast 2 × 16 GB|ddr5|2|32|6400|42|0|#9c2a2b|12900|D532F
d5-32g|Ferric Glow 2 × 16 GB|ddr5|2|32|6400|42|1|#2c2f36|13900|PC-042
d5-32s|Ferric Glow Snow 2 × 16 GB|ddr5|2|32|6400|42|1|#e8e9ec|14900|PC-043
d5-32x|Ferric Race 2 × 16 GB|ddr5|2|32|7200|42|0|#9c2a2b|16900|D532X
d5-48g|Ferric Glow 2 × 24 GB|ddr5|2|48|6400|42|1|#2c2f36|18900|D548G
d5-64|Ferric 2 × 32 GB|ddr5|2|64|5600|32|0|#e8e9ec|18900|PC-014
d5-64g|Ferric Glow 2 × 32 GB|ddr5|2|64|6400|42|1|#2c2f36|22900|D564G
d5-96|Ferric 2 × 48 GB|ddr5|2|96|5600|32|0|#2c2f36|28900|PC-044
d5-64q|Ferric 4 × 16 GB|ddr5|4|64|5600|32|0|#2c2f36|20900|D564Q
d5-128|Ferric 4 × 32 GB|ddr5|4|128|5600|32|0|#2c2f36|37900|D5128
d5-192|Ferric 4 × 48 GB|ddr5|4|192|5600|32|0|#e8e9ec|57900|PC-045
`;

/** `pins8`: 8-pin plugs; `hpwr`: 12V-2x6 plugs; `level`: what it shows, 2 is 4K or 165 Hz, 3 both. */
export const graphics = `
id|name|gb|length|slots|watts|pins8|hpwr|level|lit|color|price|sku
v50|Volkar V50|6|172|2|75|0|0|2|0|#363a42|18900|PC-046
v60|Volkar V60|8|245|2|160|1|0|2|0|#363a42|32900|PC-005
v60-snow|Volkar V60 Snow|8|245|2|160|1|0|2|0|#e8e9ec|34900|PC-008
v60-short|Volkar V60 Short|8|178|2|160|1|0|2|0|#363a42|35900|PC-047
v70|Volkar V70|12|288|2|220|2|0|3|1|#363a42|54900|PC-006
v70-snow|Volkar V70 Snow|12|288|2|220|2|0|3|1|#e8e9ec|57900|V70S
v75|Volkar V75|16|302|3|250|2|0|3|1|#363a42|66900|V75
v80-compact|Volkar V80 Compact|16|242|2|285|0|1|3|0|#363a42|88900|PC-048
v80|Volkar V80|16|310|3|285|0|1|3|1|#363a42|84900|PC-049
v80-snow|Volkar V80 Snow|16|310|3|285|0|1|3|1|#e8e9ec|87900|V80S
v90|Volkar V90|24|338|3|355|0|1|3|1|#b9bdc3|119900|PC-007
v95|Volkar V95|32|348|4|450|0|1|3|1|#363a42|189900|V95
p40|Pyrite P40|4|168|1|55|0|0|1|0|#3a2c2c|11900|P40
p50|Pyrite P50|8|200|2|115|1|0|2|0|#3a2c2c|22900|PC-050
p60|Pyrite P60|8|240|2|150|1|0|2|0|#3a2c2c|28900|P60
p70|Pyrite P70|12|272|2|200|2|0|3|0|#3a2c2c|44900|PC-051
p80|Pyrite P80|16|304|3|260|2|0|3|1|#3a2c2c|62900|P80
p90|Pyrite P90|20|332|3|330|3|0|3|1|#3a2c2c|92900|PC-052
s4|Volkar Studio S4|8|170|1|55|0|0|2|0|#2f4a44|38900|S4
s16|Volkar Studio S16|16|245|2|115|1|0|3|0|#2f4a44|84900|PC-053
s32|Volkar Studio S32|32|268|2|200|0|1|3|0|#2f4a44|164900|S32
s48|Volkar Studio S48|48|268|2|285|0|1|3|0|#2f4a44|289900|S48
`;

/** `kind` is what is drawn: flat, tower, twin or liquid. `clearance`: the tallest memory below it. */
export const cooler = `
id|name|kind|watts|height|clearance|radiator|sockets|lit|color|price|sku
stock-t|Tessel Standard|flat|65|68|-|-|tz4,tz5|0|#2a2c31|1500|STT
stock-q|Quillon Standard|flat|65|60|-|-|kl2,kl3|0|#2a2c31|1500|STQ
top|Zephyr Top|flat|105|92|-|-|*|0|#2a2c31|2900|ZTOP
flat|Zephyr Flat|flat|65|37|-|-|*|0|#d9c9a9|3900|PC-054
flat-plus|Zephyr Flat Plus|flat|105|55|-|-|*|0|#d9c9a9|5400|PC-055
tower-s|Zephyr Small Tower|tower|125|126|-|-|*|0|#d9c9a9|3200|ZTS
tower|Zephyr Tower|tower|180|158|-|-|*|0|#d9c9a9|4900|PC-024
tower-black|Zephyr Tower Black|tower|180|158|-|-|*|0|#2a2c31|5400|PC-056
tower-snow|Zephyr Tower Snow|tower|180|158|-|-|*|1|#e8e9ec|6400|ZTW
tower-glow|Zephyr Tower Glow|tower|180|158|-|-|*|1|#2a2c31|5900|ZTG
twin|Zephyr Twin|twin|250|165|34|-|*|0|#d9c9a9|8900|PC-057
twin-black|Zephyr Twin Black|twin|250|165|34|-|*|0|#2a2c31|9400|ZTB
twin-low|Zephyr Twin Low|twin|180|136|34|-|*|0|#d9c9a9|7900|ZTL
l120|Zephyr 120 Liquid|liquid|125|-|-|120|*|0|#2a2c31|7900|ZL12
l240|Zephyr 240 Liquid|liquid|250|-|-|240|*|0|#2a2c31|11900|PC-025
l240-glow|Zephyr 240 Liquid Glow|liquid|250|-|-|240|*|1|#2a2c31|13900|ZL24G
l280|Zephyr 280 Liquid|liquid|280|-|-|280|*|0|#2a2c31|14400|ZL28
l360|Zephyr 360 Liquid|liquid|320|-|-|360|*|0|#2a2c31|15900|ZL36
l360-glow|Zephyr 360 Liquid Glow|liquid|320|-|-|360|*|1|#2a2c31|17900|PC-058
l360-snow|Zephyr 360 Liquid Snow|liquid|320|-|-|360|*|1|#e8e9ec|18900|ZL36S
`;

/** `shell` is what is drawn: full, mid, small, mini, pebble. `fans`: the sets its mounts take. `finishes`: see the table of rules. */
export const casing = `
id|name|shell|litres|forms|cooler|length|radiators|slots|bays35|bays25|supplies|supply|fans|finishes|price|sku
alcove|Brontide Alcove|small|31|matx,itx|150|290|120|4|1|1|atx|160|1x120,2x120|black|4500|ALC
nook|Brontide Nook|small|36|matx,itx|160|330|120,240|4|2|2|atx|160|1x120,2x120,2x140|black,white,sage|6900|NOOK
nook-glass|Brontide Nook Glass|small|36|matx,itx|160|330|120,240,280|4|1|2|atx|160|1x120,2x120,2x140|black,white,rose|8900|PC-059
slate|Brontide Slate|small|21|matx,itx|72|245|-|4|1|2|sfx|130|1x120,2x120|black,silver|8400|SLA
cabin-mini|Brontide Cabin Mini|small|33|matx,itx|158|320|120,240|4|1|2|atx|160|1x120,2x120,2x140|black,white|11900|CABM
hollow|Hollow|mid|46|atx,matx,itx|166|365|120,240,280,360|7|2|2|atx|200|1x120,2x120,3x120,2x140|black,white,sage,navy|9900|PC-020
hollow-air|Hollow Air|mid|48|atx,matx,itx|170|380|120,240,280,360|7|2|3|atx|200|1x120,2x120,3x120,2x140|black,white|11400|PC-060
hollow-quiet|Hollow Quiet|mid|47|atx,matx,itx|166|340|120,240,280|7|4|2|atx|200|1x120,2x120,3x120,2x140|black,navy,sage|12900|PC-061
lantern|Brontide Lantern|mid|52|atx,matx,itx|165|400|120,240,280,360|7|1|3|atx|200|1x120,2x120,3x120,2x140|black,white,rose|15900|PC-062
cabin|Brontide Cabin|mid|47|atx,matx,itx|170|360|120,240,280,360|7|2|2|atx|200|1x120,2x120,3x120,2x140|black,white|15400|PC-063
hollow-max|Hollow Max|full|68|eatx,atx,matx,itx|185|420|120,240,280,360|8|4|4|atx|220|1x120,2x120,3x120,2x140|black,white,silver|19900|PC-064
vault|Brontide Vault|full|72|eatx,atx,matx,itx|175|400|120,240,280,360|8|8|4|atx|220|1x120,2x120,3x120|black,silver|22900|VAU
pebble|Brontide Pebble|pebble|18|itx|145|315|120|3|1|2|atx,sfx|160|92|black,white,sage,rose|10900|PC-065
mini|Hollow Mini|mini|11|itx|70|308|-|3|0|1|sfx|130|92|black,white,rose,sage|8900|PC-023
`;

export const power = `
id|name|form|watts|rating|length|pins8|hpwr|color|price|sku
e400|Brontide 400|atx|400|Bronze|140|1|0|#25272c|4200|E400
e500|Brontide 500|atx|500|Bronze|140|2|0|#25272c|5400|E500
550|Brontide 550|atx|550|Gold|140|2|0|#25272c|6900|PC-017
650|Brontide 650|atx|650|Gold|150|2|0|#25272c|8400|B650
750|Brontide 750|atx|750|Gold|150|3|1|#25272c|10400|PC-066
850|Brontide 850|atx|850|Gold|160|3|1|#25272c|12900|PC-018
850-snow|Brontide 850 Snow|atx|850|Gold|160|3|1|#e8e9ec|13900|PC-019
1000|Brontide 1000|atx|1000|Gold|160|4|1|#25272c|16900|B1000
1000-still|Brontide 1000 Still|atx|1000|Titanium|170|4|1|#25272c|25900|PC-067
1200|Brontide 1200|atx|1200|Platinum|180|4|1|#25272c|23900|B1200
1200-snow|Brontide 1200 Snow|atx|1200|Platinum|180|4|1|#e8e9ec|25400|B1200S
1600|Brontide 1600|atx|1600|Titanium|200|6|2|#25272c|42900|B1600
still-600|Brontide 600 Still|atx|600|Titanium|170|2|0|#25272c|17900|B600T
s450|Brontide Small 450|sfx|450|Gold|100|1|0|#25272c|8900|S450
s600|Brontide Small 600|sfx|600|Gold|100|2|0|#25272c|11400|PC-068
s750|Brontide Small 750|sfx|750|Platinum|100|3|1|#25272c|15400|PC-069
s850|Brontide Small 850|sfx|850|Platinum|130|3|1|#25272c|17900|S850
s1000|Brontide Small 1000|sfx|1000|Platinum|130|3|1|#25272c|22900|S1000
`;

/** NVMe sticks take an M.2 slot of their generation; SATA drives take a port and a bay. */
export const ssd = `
id|name|bus|gb|gen|watts|price|sku
n250|Ferric N|m2|250|3|5|2900|FN250
n500|Ferric N|m2|500|3|5|3900|FN500
n1000|Ferric N|m2|1000|3|5|6400|FN1
g500|Ferric Drive|m2|500|4|5|4900|FD500
g1000|Ferric Drive|m2|1000|4|5|8400|PC-015
g2000|Ferric Drive|m2|2000|4|5|14900|PC-070
g4000|Ferric Drive|m2|4000|4|5|28900|PC-016
x1000|Ferric Express|m2|1000|5|10|13900|FX1
x2000|Ferric Express|m2|2000|5|10|21900|PC-071
x4000|Ferric Express|m2|4000|5|10|39900|FX4
s500|Ferric S|sata|500|-|5|4400|FS500
s1000|Ferric S|sata|1000|-|5|7400|FS1
s2000|Ferric S|sata|2000|-|5|13400|PC-072
s4000|Ferric S|sata|4000|-|5|25900|FS4
`;

export const disk = `
id|name|tb|rpm|disks|price|sku
h2|Ferric Barrel|2|5400|1|6400|FB2
h4|Ferric Barrel|4|5400|1|9400|PC-073
h8|Ferric Barrel|8|5400|1|16400|FB8
h12|Ferric Barrel Pro|12|7200|1|25900|FB12
h18|Ferric Barrel Pro|18|7200|1|34900|FB18
h24|Ferric Barrel Pro|24|7200|1|46900|PC-074
2h8|Ferric Barrel Pair 2 ×|8|5400|2|31900|FB88
2h18|Ferric Barrel Pair 2 ×|18|7200|2|68900|FB1818
4h12|Ferric Barrel Quad 4 ×|12|7200|4|99900|FB4812
`;

/** `fit`: the mounts it takes; a fan at the back comes with every set but those of 92 mm. */
export const fans = `
id|name|fit|lit|color|price|sku
f92|Zephyr 92|92|0|#3b3e45|1700|Z92
f92-glow|Zephyr 92 Glow|92|1|#e2e6ea|2400|Z92G
f1|Zephyr 120, 1 + 1|1x120|0|#3b3e45|2900|Z1201
f2|Zephyr 120, 2 + 1|2x120|0|#3b3e45|4400|Z1202
f3|Zephyr 120, 3 + 1|3x120|0|#3b3e45|5800|PC-075
f3-orange|Zephyr 120 Orange, 3 + 1|3x120|0|#d86f2f|7600|PC-026
f3-teal|Zephyr 120 Teal, 3 + 1|3x120|0|#2d7f84|7600|PC-027
f2-140|Zephyr 140, 2 + 1|2x140|0|#3b3e45|5400|Z1402
f2-140s|Zephyr 140 Still, 2 + 1|2x140|0|#8a6a4a|8900|PC-076
f1-glow|Zephyr 120 Glow, 1 + 1|1x120|1|#e2e6ea|4400|Z1201G
f2-glow|Zephyr 120 Glow, 2 + 1|2x120|1|#e2e6ea|6400|Z1202G
f3-glow|Zephyr 120 Glow, 3 + 1|3x120|1|#e2e6ea|8400|PC-077
f2-140g|Zephyr 140 Glow, 2 + 1|2x140|1|#e2e6ea|7900|Z1402G
`;

/** `level`: 2 needs a graphics card, 3 a fast one. */
export const monitor = `
id|name|inch|pixels|hz|level|price|sku
p22|Pane 22|22|1920 × 1080|75|1|9900|PN22
p24|Pane 24|24|1920 × 1080|100|1|12900|PC-078
p24f|Pane 24 Fast|24|1920 × 1080|180|2|17900|PN24F
p27|Pane 27|27|2560 × 1440|75|1|22900|PN27
p27f|Pane 27 Fast|27|2560 × 1440|165|2|28900|PC-079
p27u|Pane 27 Ultra|27|3840 × 2160|60|2|36900|PN27U
p27c|Pane 27 Colour|27|3840 × 2160|60|2|64900|PC-080
p32u|Pane 32 Ultra|32|3840 × 2160|60|2|49900|PN32U
p32f|Pane 32 Ultra Fast|32|3840 × 2160|144|3|84900|PN32F
p34|Pane 34 Wide|34|3440 × 1440|100|2|44900|PN34
p34f|Pane 34 Wide Fast|34|3440 × 1440|175|3|79900|PN34F
`;

export const keyboard = `
id|name|color|facet|price|sku
plain|Tock Plain|#2c2e33|black|1900|TKP
plain-w|Tock Plain Snow|#eceae5|white|1900|TKPW
cream|Tock 75 Cream|#e4d6b8|beige|12900|PC-028
navy|Tock 75 Navy|#24375f|navy|12900|PC-029
sage|Tock 75 Sage|#8fa58c|green|12900|PC-081
rose|Tock 75 Rose|#dca7b2|pink|12900|PC-082
full|Tock Full|#2c2e33|black|9900|TKF
quiet|Tock Whisper|#4a4d54|grey|8900|TKQ
`;

export const mouse = `
id|name|color|price|sku
plain|Tock Plain|#2c2e33|1200|TMP
tock|Tock Five|#2c2e33|5900|PC-030
snow|Tock Five Snow|#eceae5|5900|TMS
feather|Tock Feather|#4a4d54|7900|PC-083
upright|Tock Upright|#4a4d54|6400|TMU
`;

export const cards = `
id|name|watts|price|sku
wifi|Wi-Fi 7|5|3900|XW7
lan|LAN 10 Gbit/s|10|9900|XLAN
sound|Hi-Fi 24 bit|5|7900|PC-084
capture|4K 60|10|16900|XCAP
usb|USB-C 4 ×|5|4500|XUSB
`;

/** What the catalogue would gain, by sku; everything else about it stands in the tables above. */
export const shelf = `
sku|sub|type|color|spec|tags|flags|text
PC-031|Processors|cpu|silver||office||Six cores and a picture, no card needed.
PC-032|Processors|cpu|gold||gaming|top|A deep cache, which games drink from.
PC-033|Processors|cpu|silver||office,gaming|new|Ten cores of two sizes for days of two halves.
PC-034|Processors|cpu|silver||office||Twenty cores on thirty-five watts: it hardly warms its seat.
PC-035|Processors|cpu|gold||workstation|new|Twenty cores for people who wait for nothing.
PC-036|Mainboards|board|black||office,gaming||Smaller than a B5 and short of nothing.
PC-037|Mainboards|board|white||gaming|new|The B7 as it looks after a night of snow.
PC-038|Mainboards|board|black||office||Seventeen centimetres square, and all of it useful.
PC-039|Mainboards|board|navy||gaming,workstation|top|Three fast slots for drives, three for cards.
PC-040|Mainboards|board|navy||office,gaming||Small, quick, and at home in a small box.
PC-041|Memory|ram|black||workstation||Plenty of memory for boards with some years on them.
PC-042|Memory|ram|black||gaming|top|Black sticks with a line of light.
PC-043|Memory|ram|white||gaming||White sticks with a line of light.
PC-044|Memory|ram|black||workstation|new|Ninety-six gigabytes on two sticks.
PC-045|Memory|ram|white||workstation||For scenes that fit nowhere else.
PC-046|Graphics cards|gpu2|black||office||A card that asks for no plug of its own.
PC-047|Graphics cards|gpu2|black||gaming||All of a V60 in the length of a pencil.
PC-048|Graphics cards|gpu2|black||gaming|new|A big card for small cases.
PC-049|Graphics cards|gpu3|black||gaming|top|Three slots, three fans, no hurry.
PC-050|Graphics cards|gpu2|burgundy||gaming||Enough for the evening.
PC-051|Graphics cards|gpu2|burgundy||gaming||Two plugs, two fans, twelve gigabytes.
PC-052|Graphics cards|gpu3|burgundy||gaming||The long red one.
PC-053|Graphics cards|gpu2|green||workstation||Cool, narrow, and certified for drawing.
PC-054|Cooling|cooler|beige||office||Thirty-seven millimetres high, and you will not hear one of them.
PC-055|Cooling|cooler|beige||office,gaming||Flat, with a little more to give.
PC-056|Cooling|cooler|black||gaming,office|new|The tower, in evening dress.
PC-057|Cooling|cooler|silver||workstation|top|Two stacks, two fans, no noise.
PC-058|Cooling|aio|black||gaming||Three fans of water and a ring of light.
PC-059|Cases|case|black||office,gaming||Small, and not shy about what is in it.
PC-060|Cases|case|black||gaming|top|A front of nothing but air.
PC-061|Cases|case|navy||office||Felt inside the doors. You will check whether it is on.
PC-062|Cases|case|white||gaming|new|Glass on two sides, for builds with good manners.
PC-063|Cases|case|brown||office,workstation|new|A walnut front that suits the bookcase.
PC-064|Cases|case|black||workstation,gaming||Room for everything, and then for a bit more.
PC-065|Cases|case|green|form:itx|office,gaming||Eighteen litres with round corners.
PC-066|Power supplies|psu|black||gaming||Enough for a big card and a quiet evening.
PC-067|Power supplies|psu|black||workstation,office||Its fan has little to do and does it silently.
PC-068|Power supplies|psu|black||office,gaming||Six hundred watts in the size of a brick.
PC-069|Power supplies|psu|black||gaming||Small outside, grown up inside.
PC-070|Storage|ssd|black||gaming,office|top|Two terabytes on a gum stick.
PC-071|Storage|ssd|blue||workstation|new|As fast as drives go.
PC-072|Storage|ssd|grey||office||The old plug, the new silence.
PC-073|Storage|ssd|silver||office||A barrel for photographs.
PC-074|Storage|ssd|silver||workstation||A cellar for film.
PC-075|Cooling|fan|black||office||Four fans, one breath.
PC-076|Cooling|fan|brown||office|top|Large and slow, which is why you do not hear it.
PC-077|Cooling|fan|white||gaming||Four fans that take the colour you give them.
PC-081|Desk|keyboard|green|layout:75|office,gaming|new|Sage keys, one cream Escape.
PC-082|Desk|keyboard|pink|layout:75|office,gaming||Rose keys, one burgundy Escape.
PC-078|Desk|monitor|black||office|top|A calm screen for long letters.
PC-079|Desk|monitor|black||gaming||A hundred and sixty-five pictures a second, all of them sharp.
PC-080|Desk|monitor|black||workstation||Measured at the factory, so that red is red.
PC-083|Desk|mouse|grey||gaming|new|Fifty-four grams. You will look for it.
PC-084|Desk|card|green||office,workstation||For speakers that deserve one.
`;
