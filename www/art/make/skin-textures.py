"""Makes the skins' one library: the tiles in www/art/skin/t/ and www/p/skin-textures.json, one line for each choice.

Run from anywhere: python3 skin-textures.py (needs Pillow and numpy). The result is the same on every run.
Tiles come from skin_tiles.py, names of colours from skin_words.py. Sizes on the device are millimetres: one unit of the skins' views.
What is thicker than film says so in the attribute `mm`: rules keep it off edges and lenses.
"""
import io
import json
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

import skin_tiles as t
from skin_words import COLOURS, LANGUAGES, title

ROOT = Path(__file__).resolve().parents[2]
TILES = ROOT / "art" / "skin" / "t"
N = 128
MOST = 4600  # bytes of a tile

CHOICES = []
TILES.mkdir(parents=True, exist_ok=True)


def hexa(name):
    return COLOURS[name][5]


def seed(text):
    return zlib.crc32(text.encode()) % 100_000


def mean(picture):
    return "#" + "".join(f"{int(round(c * 255)):02x}" for c in np.clip(picture.mean((0, 1)), 0, 1))


def save(name, picture):
    """The smaller of lossless and lossy, the latter as good as fits."""
    image = Image.fromarray((np.clip(picture, 0, 1) * 255).round().astype("uint8"))
    best = None
    for options in ({"lossless": True}, *({"quality": q} for q in (82, 74, 66, 58, 50, 42, 34, 26))):
        out = io.BytesIO()
        image.save(out, "WEBP", method=6, **options)
        if best is None or len(out.getvalue()) < len(best):
            best = out.getvalue()
        if len(best) <= MOST * (image.width / N) ** 1.2:
            break
    (TILES / f"{name}.webp").write_bytes(best)
    return len(best)


def add(name, words, picture=None, colour=None, hues=None, pattern="plain", material="vinyl", finish="matte", style="classic", price=0, scale=24, flat=None, mm=None):
    """One choice. `words` are five names; `colour` is added to them. `hues` are the facet, that of `colour` where left out."""
    hues = hues or [COLOURS[colour][6]]
    entry = {"id": name, "title": title(words, colour), "color": flat or mean(picture)}
    if picture is not None:
        entry["texture"] = f"../art/skin/t/{name}.webp"
        entry["scale"] = scale
    if price:
        entry["price"] = price
    if mm:
        entry["attributes"] = {"mm": mm}
    one = lambda value: value[0] if isinstance(value, list) and len(value) == 1 else value
    entry["facets"] = {"color": one(hues), "pattern": one(pattern), "material": material, "finish": finish, "style": style}
    entry["bytes"] = save(name, picture) if picture is not None else 0
    CHOICES.append(entry)


def family(prefix, words, colours, make, **facets):
    """The same pattern in several colours; make(colour's hex, a seed) gives the tile. A colour may be (name, hues)."""
    for name in colours:
        name, hues = name if isinstance(name, tuple) else (name, None)
        add(f"{prefix}-{name}", words, make(hexa(name), seed(prefix + name)), colour=name, hues=hues, **facets)


def named(prefix, rows, **facets):
    """Ones with names of their own: (id, five names, hues, tile)."""
    for name, words, hues, picture in rows:
        add(f"{prefix}-{name}" if prefix else name, words, picture, hues=hues, **facets)


# ---------------------------------------------------------------- solid colours
MATTE = ("Matt", "Matt", "Mat", "Mate", "مطفأ")
GLOSS = ("Gloss", "Glänzend", "Brillant", "Brillo", "لامع")
for c in ("black", "graphite", "grey", "white", "ivory", "sand", "brown", "yellow", "orange", "coral", "red", "burgundy", "pink", "lilac", "purple", "navy", "blue", "sky", "teal", "mint", "sage", "green", "olive"):
    add(f"matte-{c}", MATTE, colour=c, flat=hexa(c), finish="matte", style="minimal")
for c in ("black", "white", "red", "orange", "yellow", "pink", "purple", "navy", "blue", "teal", "green"):
    add(f"gloss-{c}", GLOSS, colour=c, flat=hexa(c), finish="gloss", style="minimal")

# ---------------------------------------------------------------- metal, carbon
family("brushed", ("Brushed metal", "Gebürstetes Metall", "Métal brossé", "Metal cepillado", "معدن مصقول"), ("silver", "graphite", "black", "gold", "rose", "copper", "blue", "green", "red"), lambda c, s: t.brushed(N, c, s), pattern="metal", material="metal", finish="satin", style="technical", price=150, scale=40)
carbon_second = {"black": "#55585f", "graphite": "#8b8f98", "white": "#ffffff", "red": "#e2504c", "blue": "#4c86e8", "green": "#3f9a6c", "gold": "#efcf7c", "purple": "#9a70d6"}
family("carbon", ("Carbon twill", "Carbon, Köper", "Carbone sergé", "Carbono sarga", "كربون منسوج"), (("black", ["black", "grey"]), "graphite", "white", "red", "blue", "green", "gold", "purple"), lambda c, s: t.carbon(N, t.dark(c, 0.25) if c != hexa("white") else "#c9ccd0", next(v for k, v in carbon_second.items() if hexa(k) == c)), pattern="carbon", finish="textured", style="technical", price=100, scale=15)
family("carbon-plain", ("Carbon weave", "Carbon, Leinwand", "Carbone tissé", "Carbono liso", "كربون شبكي"), (("black", ["black", "grey"]), "silver", "navy"), lambda c, s: t.carbon(N, t.dark(c, 0.2), t.light(c, 0.35), "plain"), pattern="carbon", finish="textured", style="technical", price=100, scale=12)
family("forged", ("Forged carbon", "Geschmiedetes Carbon", "Carbone forgé", "Carbono forjado", "كربون مضغوط"), (("black", ["black", "grey"]), ("gold", ["black", "gold"]), ("copper", ["black", "orange"])), lambda c, s: t.forged(N, "#24262b", "#6d727b" if c == hexa("black") else c, s), pattern=["carbon", "abstract"], finish="gloss", style="technical", price=150, scale=30)

# ---------------------------------------------------------------- wood, stone, concrete
W = lambda name, words, hues, d, m, p, **kw: (name, words, hues, t.wood(160, d, m, p, seed("wood" + name), **kw))
named("wood", [
    W("oak", ("Oak", "Eiche", "Chêne", "Roble", "بلوط"), ["beige", "brown"], "#8c6239", "#b98d5a", "#d6b181", rings=6),
    W("walnut", ("Walnut", "Nussbaum", "Noyer", "Nogal", "جوز"), ["brown"], "#3a2417", "#5e3d27", "#80583a", rings=5, figure=0.9),
    W("cherry", ("Cherry", "Kirsche", "Merisier", "Cerezo", "كرز"), ["brown", "red"], "#7c3d20", "#a55c33", "#c27e50", rings=5, pores=0.2),
    W("maple", ("Maple", "Ahorn", "Érable", "Arce", "قيقب"), ["beige"], "#c39a67", "#dcb98a", "#ecd4ad", rings=4, pores=0.1),
    W("ash", ("Ash", "Esche", "Frêne", "Fresno", "دردار"), ["beige"], "#b39a74", "#d2bd97", "#e8dabd", rings=8, figure=0.3),
    W("teak", ("Teak", "Teak", "Teck", "Teca", "ساج"), ["brown"], "#6e4321", "#976336", "#b27f4e", rings=7, figure=0.5),
    W("mahogany", ("Mahogany", "Mahagoni", "Acajou", "Caoba", "ماهوجني"), ["brown", "red"], "#43150d", "#6d2a1a", "#8e4129", rings=4),
    W("ebony", ("Ebony", "Ebenholz", "Ébène", "Ébano", "أبنوس"), ["black"], "#0f0c0b", "#26201d", "#40362f", rings=6),
    W("zebrano", ("Zebrano", "Zebrano", "Zingana", "Cebrano", "زيبرانو"), ["brown", "beige"], "#3f2a18", "#b18853", "#cba673", rings=11, figure=0.5, pores=0.2),
    W("rosewood", ("Rosewood", "Palisander", "Palissandre", "Palisandro", "خشب الورد"), ["brown", "burgundy"], "#2a1110", "#5b2a22", "#87493a", rings=7, figure=1.1),
    W("driftwood", ("Driftwood", "Treibholz", "Bois flotté", "Madera de deriva", "خشب الطفو"), ["grey"], "#6f6a63", "#98938b", "#bcb7ae", rings=9, figure=0.8, pores=1),
    W("birch", ("Birch", "Birke", "Bouleau", "Abedul", "بتولا"), ["beige", "white"], "#cdb592", "#e3d2b4", "#f2e7d2", rings=3, pores=0.3),
    ("bamboo", ("Bamboo", "Bambus", "Bambou", "Bambú", "خيزران"), ["beige"], t.bamboo(160, "#e7cf9a", "#b5925a", 3)),
    ("bamboo-dark", ("Dark bamboo", "Bambus, geräuchert", "Bambou fumé", "Bambú ahumado", "خيزران داكن"), ["brown"], t.bamboo(160, "#a06f42", "#5d3a20", 8)),
], pattern="wood", finish="textured", style="natural", price=300, scale=52)
named("", [("cork", ("Cork", "Kork", "Liège", "Corcho", "فلين"), ["brown", "beige"], t.cork(N, 21))], pattern="wood", finish="textured", style="natural", price=250, scale=26)

M = lambda name, words, hues, *a, **kw: (name, words, hues, t.marble(160, *a, seed("marble" + name), **kw))
named("marble", [
    M("white", ("White marble", "Weißer Marmor", "Marbre blanc", "Mármol blanco", "رخام أبيض"), ["white", "grey"], "#f3f2ef", "#dcdcdc", "#8d9097"),
    M("white-gold", ("White marble, gold veins", "Weißer Marmor, Goldadern", "Marbre blanc veiné d’or", "Mármol blanco con vetas doradas", "رخام أبيض بعروق ذهبية"), ["white", "gold"], "#f6f3ec", "#e2ddd2", "#b98d3a", vein2="#9a9a9c"),
    M("black", ("Black marble", "Schwarzer Marmor", "Marbre noir", "Mármol negro", "رخام أسود"), ["black", "white"], "#1b1b1e", "#2c2d31", "#d8d5cf", veins=0.85),
    M("black-gold", ("Black marble, gold veins", "Schwarzer Marmor, Goldadern", "Marbre noir veiné d’or", "Mármol negro con vetas doradas", "رخام أسود بعروق ذهبية"), ["black", "gold"], "#17171a", "#28282c", "#d3a548", vein2="#7c6a45"),
    M("green", ("Green marble", "Grüner Marmor", "Marbre vert", "Mármol verde", "رخام أخضر"), ["green", "white"], "#1f4a38", "#2f6a50", "#cfe0d2", veins=0.8),
    M("blue", ("Blue marble", "Blauer Marmor", "Marbre bleu", "Mármol azul", "رخام أزرق"), ["blue", "white"], "#274a7d", "#4470a6", "#e4ecf4", veins=0.8),
    M("pink", ("Pink marble", "Rosa Marmor", "Marbre rose", "Mármol rosa", "رخام وردي"), ["pink", "white"], "#ecc8c2", "#e0aea8", "#fdf4f1", vein2="#b9817d"),
    M("emperador", ("Brown marble", "Brauner Marmor", "Marbre brun", "Mármol marrón", "رخام بني"), ["brown", "beige"], "#5a3d2b", "#744f38", "#d9c3a6", veins=0.8),
], pattern="marble", finish="gloss", style="elegant", price=100, scale=66)
named("stone", [
    ("slate", ("Slate", "Schiefer", "Ardoise", "Pizarra", "أردواز"), ["grey"], t.slate(N, "#474d54", "#667078", 5)),
    ("basalt", ("Basalt", "Basalt", "Basalte", "Basalto", "بازلت"), ["black", "grey"], t.slate(N, "#26272b", "#45474d", 15)),
    ("sandstone", ("Sandstone", "Sandstein", "Grès", "Arenisca", "حجر رملي"), ["beige"], t.strata(N, ["#d9bd90", "#cda774", "#e3cba2", "#c69a66"], 4)),
    ("travertine", ("Travertine", "Travertin", "Travertin", "Travertino", "ترافرتين"), ["beige", "white"], t.strata(N, ["#e9dec9", "#dccbae", "#f1e8d7", "#d4c2a3"], 14)),
    ("granite-grey", ("Grey granite", "Grauer Granit", "Granit gris", "Granito gris", "غرانيت رمادي"), ["grey", "black"], t.granite(N, ["#2d2f33", "#7a7c80", "#a8a9ab", "#d6d5d2"], 31)),
    ("granite-red", ("Red granite", "Roter Granit", "Granit rouge", "Granito rojo", "غرانيت أحمر"), ["red", "black"], t.granite(N, ["#2a2324", "#8d4a40", "#b36a5c", "#d5a596"], 32)),
    ("malachite", ("Malachite", "Malachit", "Malachite", "Malaquita", "مالاكيت"), ["green"], t.rings_stone(N, ["#06392c", "#0f6b4c", "#2fa377", "#8fdcb4"], 6)),
    ("agate-blue", ("Blue agate", "Blauer Achat", "Agate bleue", "Ágata azul", "عقيق أزرق"), ["blue", "white"], t.rings_stone(N, ["#123a6b", "#2f74b5", "#8fc3e6", "#f1f6fa"], 16)),
    ("agate-rose", ("Rose agate", "Rosa Achat", "Agate rose", "Ágata rosa", "عقيق وردي"), ["pink", "white"], t.rings_stone(N, ["#8f3b57", "#cf7f92", "#efc0c6", "#fdf1ee"], 26)),
], pattern=["stone", "marble"], finish="satin", style="natural", price=100, scale=46)
named("", [
    ("concrete-light", ("Light concrete", "Heller Beton", "Béton clair", "Hormigón claro", "خرسانة فاتحة"), ["grey"], t.concrete(N, "#bdbcb8", 2)),
    ("concrete-dark", ("Dark concrete", "Dunkler Beton", "Béton foncé", "Hormigón oscuro", "خرسانة داكنة"), ["grey", "black"], t.concrete(N, "#6b6c6e", 12)),
    ("concrete-warm", ("Warm concrete", "Warmer Beton", "Béton chaud", "Hormigón cálido", "خرسانة دافئة"), ["beige"], t.concrete(N, "#c4b29c", 22)),
    ("rust", ("Rust", "Rost", "Rouille", "Óxido", "صدأ"), ["orange", "brown"], t.rust(N, ["#3d1f15", "#7a3a1d", "#a9572a", "#c98650"], 7)),
    ("verdigris", ("Verdigris", "Grünspan", "Vert-de-gris", "Verdín", "زنجار"), ["teal", "brown"], t.rust(N, ["#5c4630", "#4d7d70", "#67a595", "#a9d0bf"], 17)),
    ("terracotta", ("Terracotta", "Terrakotta", "Terre cuite", "Terracota", "فخار"), ["orange", "brown"], t.concrete(N, "#bf6a45", 32, holes=5)),
    ("brick-red", ("Red brick", "Roter Backstein", "Brique rouge", "Ladrillo rojo", "طوب أحمر"), ["red", "brown"], t.bricks(N, ["#7d3326", "#a84c36", "#bd6a4c"], "#cbbfb0", 3)),
    ("brick-white", ("White brick", "Weißer Backstein", "Brique blanche", "Ladrillo blanco", "طوب أبيض"), ["white", "grey"], t.bricks(N, ["#dcdad5", "#ebe9e4", "#f4f3ef"], "#b9b6ae", 4)),
], pattern="stone", finish="textured", style="urban", price=50, scale=40)

# ---------------------------------------------------------------- leather, textiles
family("leather", ("Leather", "Leder", "Cuir", "Cuero", "جلد"), ("black", "brown", "cognac", "burgundy", "navy", "green", "grey", "white", "red", "sand"), lambda c, s: t.leather(N, c, s), pattern="plain", material="leather", finish="textured", style="elegant", price=500, scale=26, mm=0.8)
family("croc", ("Crocodile look", "Kroko-Optik", "Aspect crocodile", "Aspecto cocodrilo", "نقش التمساح"), ("black", "brown", "green", "burgundy"), lambda c, s: t.croc(N, c, s), pattern="animal", material="leather", finish="gloss", style="elegant", price=600, scale=44, mm=0.8)
family("felt", ("Felt", "Filz", "Feutre", "Fieltro", "لباد"), ("graphite", "sand", "teal", "yellow"), lambda c, s: t.felt(N, c, s), pattern="plain", material="felt", finish="textured", style="natural", price=300, scale=24, mm=1.0)
family("linen", ("Linen", "Leinen", "Lin", "Lino", "كتان"), ("ivory", "grey", "sage"), lambda c, s: t.cloth(N, c, t.light(c, 0.25), s), pattern="plain", material="linen", finish="textured", style="natural", price=300, scale=20, mm=0.5)
named("denim", [
    ("dark", ("Dark denim", "Dunkler Denim", "Denim foncé", "Vaquero oscuro", "جينز داكن"), ["navy"], t.cloth(N, "#22304f", "#51628a", 3)),
    ("light", ("Washed denim", "Heller Denim", "Denim délavé", "Vaquero lavado", "جينز فاتح"), ["blue", "sky"], t.cloth(N, "#5b7bab", "#b4c6de", 4)),
    ("black", ("Black denim", "Schwarzer Denim", "Denim noir", "Vaquero negro", "جينز أسود"), ["black"], t.cloth(N, "#222327", "#55575d", 5)),
], pattern="twill", material="cotton", finish="textured", style="urban", price=300, scale=18, mm=0.6)
family("knit", ("Knit", "Strick", "Maille", "Punto", "نسيج محبوك"), ("ivory", "navy"), lambda c, s: t.knit(N, c), pattern="plain", finish="matte", style="playful", scale=26)
named("knit", [
    ("nordic-red", ("Nordic knit, red", "Norweger, rot", "Maille nordique, rouge", "Punto nórdico, rojo", "محبوك شمالي، أحمر"), ["red", "white"], t.knit(N, "#b0292f", "#f4efe6")),
    ("nordic-green", ("Nordic knit, green", "Norweger, grün", "Maille nordique, vert", "Punto nórdico, verde", "محبوك شمالي، أخضر"), ["green", "white"], t.knit(N, "#1f4f3c", "#f1ead9")),
], pattern="abstract", style="playful", scale=26)

# ---------------------------------------------------------------- camouflage, animals
C = lambda name, words, hues, colours, digital=False: (name, words, hues, (t.pixel_camo if digital else t.camo)(N, colours, seed("camo" + name)))
named("camo", [
    C("field", ("Field camo", "Feldtarn", "Camouflage campagne", "Camuflaje de campo", "تمويه ميداني"), ["olive", "brown"], ["#7a7547", "#4c4a2a", "#5f4b32", "#25261d"]),
    C("forest", ("Forest camo", "Waldtarn", "Camouflage forêt", "Camuflaje de bosque", "تمويه الغابة"), ["green", "brown"], ["#4a6a45", "#2c4a33", "#5b4530", "#1d251e"]),
    C("night", ("Night camo", "Nachttarn", "Camouflage nuit", "Camuflaje nocturno", "تمويه ليلي"), ["black", "grey"], ["#55585e", "#34373c", "#222428", "#121316"]),
    C("desert", ("Desert camo", "Wüstentarn", "Camouflage désert", "Camuflaje de desierto", "تمويه الصحراء"), ["beige", "brown"], ["#d7c299", "#b3915e", "#8f6c43", "#e9dcbf"]),
    C("arctic", ("Arctic camo", "Polartarn", "Camouflage arctique", "Camuflaje ártico", "تمويه قطبي"), ["white", "grey"], ["#eceff1", "#c3cad0", "#9aa4ad", "#ffffff"]),
    C("harbour", ("Harbour camo", "Hafentarn", "Camouflage port", "Camuflaje de puerto", "تمويه الميناء"), ["navy", "sky"], ["#2f4a78", "#1d2e50", "#6f93bd", "#101a30"]),
    C("rose", ("Rose camo", "Rosentarn", "Camouflage rose", "Camuflaje rosa", "تمويه وردي"), ["pink", "burgundy"], ["#e6a7b4", "#c46c83", "#8a3552", "#f3d3d6"]),
], pattern="camo", style="urban", scale=48)
named("pixel-camo", [
    C("field", ("Pixel camo, field", "Pixeltarn, Feld", "Camouflage pixel, campagne", "Camuflaje píxel, campo", "تمويه بكسل، ميداني"), ["olive"], ["#8a8458", "#5b5a34", "#3a3a25", "#a79f75"], True),
    C("city", ("Pixel camo, city", "Pixeltarn, Stadt", "Camouflage pixel, ville", "Camuflaje píxel, ciudad", "تمويه بكسل، مديني"), ["grey", "black"], ["#8d9299", "#5a5f67", "#2e3137", "#babfc5"], True),
    C("lagoon", ("Pixel camo, lagoon", "Pixeltarn, Lagune", "Camouflage pixel, lagon", "Camuflaje píxel, laguna", "تمويه بكسل، بحيرة"), ["teal"], ["#2f8a8c", "#17595f", "#6cc0b8", "#0e383e"], True),
], pattern=["camo", "pixel"], style="urban", scale=40)
named("", [
    ("leopard-gold", ("Leopard", "Leopard", "Léopard", "Leopardo", "فهد"), ["gold", "black"], t.leopard(N, "#d9ab62", "#a8743a", "#2a1c14", 4)),
    ("leopard-snow", ("Snow leopard", "Schneeleopard", "Léopard des neiges", "Leopardo de las nieves", "فهد الثلج"), ["white", "grey"], t.leopard(N, "#e9e6df", "#bcb7ad", "#3c3a38", 14)),
    ("leopard-pink", ("Pink leopard", "Leopard, rosa", "Léopard rose", "Leopardo rosa", "فهد وردي"), ["pink", "black"], t.leopard(N, "#ef9fb6", "#d0557f", "#2b1a22", 24)),
    ("zebra-black", ("Zebra", "Zebra", "Zèbre", "Cebra", "حمار وحشي"), ["black", "white"], t.zebra(N, "#1b1a1c", "#f3f0ea", 6)),
    ("zebra-night", ("Night zebra", "Nachtzebra", "Zèbre de nuit", "Cebra nocturna", "حمار وحشي ليلي"), ["black", "grey"], t.zebra(N, "#17181b", "#3d4047", 16)),
    ("tortoise-honey", ("Tortoiseshell", "Schildpatt", "Écaille", "Carey", "صدفة السلحفاة"), ["brown", "gold"], t.tortoise(N, ["#2b140a", "#6e3a15", "#b87628", "#e3b45c"], 8)),
    ("tortoise-blue", ("Blue tortoiseshell", "Schildpatt, blau", "Écaille bleue", "Carey azul", "صدفة السلحفاة زرقاء"), ["navy", "blue"], t.tortoise(N, ["#0c1430", "#21386f", "#4f7fc0", "#a5c9ea"], 18)),
], pattern="animal", style="bold", scale=40)

# ---------------------------------------------------------------- glitter
family("glitter", ("Glitter", "Glitzer", "Paillettes", "Purpurina", "لمّاع"), ("silver", "gold", "rose", "black", "red", "blue", "teal", "purple"), lambda c, s: t.glitter(N, c, s), pattern="glitter", finish="sparkle", style="bold", price=200, scale=22)

# ---------------------------------------------------------------- geometry
family("honeycomb", ("Honeycomb", "Wabe", "Nid d’abeilles", "Panal", "خلية نحل"), ("black", "graphite", "white", "yellow", "orange", "teal", "navy"), lambda c, s: t.honeycomb(N, c, t.dark(c, 0.5) if c != hexa("black") else "#4a4d55"), pattern="honeycomb", finish="textured", style="technical", price=50, scale=26)
named("honeycomb", [("gold", ("Honeycomb, black and gold", "Wabe, schwarz und gold", "Nid d’abeilles, noir et or", "Panal, negro y oro", "خلية نحل، أسود وذهبي"), ["black", "gold"], t.honeycomb(N, "#212227", "#101114", "#c79b3b", 4))], pattern="honeycomb", finish="textured", style="technical", price=50, scale=26)
family("dots", ("Polka dots", "Punkte", "Pois", "Lunares", "نقاط"), (("navy", ["navy", "white"]), ("teal", ["teal", "white"]), ("red", ["red", "white"]), ("black", ["black", "white"]), ("pink", ["pink", "white"])), lambda c, s: t.dots(N, c, "#fbf8f1"), pattern="dots", style="playful", scale=18)
family("dots-white", ("Dots on white", "Punkte auf Weiß", "Pois sur blanc", "Lunares sobre blanco", "نقاط على أبيض"), (("black", ["white", "black"]), ("coral", ["white", "pink"]), ("sky", ["white", "sky"])), lambda c, s: t.dots(N, "#faf8f3", c, 4, 0.24), pattern="dots", style="playful", scale=18)
family("scales", ("Scale waves", "Schuppenwellen", "Vagues en écailles", "Olas de escamas", "أمواج حرشفية"), (("navy", ["navy", "white"]), ("teal", ["teal", "white"]), ("red", ["red", "white"]), ("black", ["black", "gold"]), ("sage", ["green", "white"]), ("pink", ["pink", "white"])), lambda c, s: t.scales(N, c, "#d3ad5b" if c == hexa("black") else "#f6f1e4"), pattern="waves", style="japanese", scale=26)
named("wave", [
    ("storm", ("Rolling waves, storm", "Wogen, Sturm", "Grandes vagues, tempête", "Oleaje, tormenta", "أمواج عاتية، عاصفة"), ["navy", "beige"], t.great_wave(N, "#e6dcc3", "#3c6a97", "#f8f4e8", "#1d3a63", 1)),
    ("dawn", ("Rolling waves, dawn", "Wogen, Morgen", "Grandes vagues, aube", "Oleaje, alba", "أمواج عاتية، فجر"), ["pink", "teal"], t.great_wave(N, "#f3c9b4", "#3f8a90", "#fff6ea", "#1c5560", 2)),
    ("night", ("Rolling waves, night", "Wogen, Nacht", "Grandes vagues, nuit", "Oleaje, noche", "أمواج عاتية، ليل"), ["black", "gold"], t.great_wave(N, "#15171f", "#2a3350", "#d9b869", "#0d1020", 3)),
    ("red", ("Rolling waves, red", "Wogen, rot", "Grandes vagues, rouge", "Oleaje, rojo", "أمواج عاتية، أحمر"), ["red", "white"], t.great_wave(N, "#f5ede0", "#c2433e", "#fffaf2", "#8c1f2b", 4)),
], pattern="waves", style="japanese", scale=42)
named("ripple", [
    ("sea", ("Ripples, sea", "Wellen, See", "Ondes, mer", "Ondas, mar", "تموجات، بحر"), ["teal", "white"], t.wavy(N, ["#1c6a74", "#6fb7b3", "#e8efe4", "#2f8a8f"], bands=8)),
    ("retro", ("Ripples, retro", "Wellen, retro", "Ondes, rétro", "Ondas, retro", "تموجات، عتيقة"), ["orange", "brown", "yellow"], t.wavy(N, ["#5b3520", "#c85f2a", "#e8a83e", "#f3e3c0"], bands=8)),
    ("candy", ("Ripples, candy", "Wellen, Bonbon", "Ondes, bonbon", "Ondas, caramelo", "تموجات، حلوى"), ["pink", "red"], t.wavy(N, ["#f6c6d2", "#e9728c", "#fdf1ec", "#c7385c"], bands=8)),
    ("ink", ("Ripples, ink", "Wellen, Tinte", "Ondes, encre", "Ondas, tinta", "تموجات، حبر"), ["navy", "white"], t.wavy(N, ["#1d2c52", "#f2efe6"], bands=10)),
    ("violet", ("Ripples, violet", "Wellen, violett", "Ondes, violet", "Ondas, violeta", "تموجات، بنفسجية"), ["purple"], t.wavy(N, ["#3b2460", "#7d57ad", "#c6aee0", "#5a3a86"], bands=8)),
], pattern="waves", style="retro", scale=36)
T = lambda name, words, hues, ground, chips: (name, words, hues, t.terrazzo(N, ground, chips, seed("terrazzo" + name)))
named("terrazzo", [
    T("white", ("Terrazzo, white", "Terrazzo, weiß", "Terrazzo, blanc", "Terrazo, blanco", "تيرازو، أبيض"), ["white", "grey"], "#f1eee7", ["#8f8c86", "#c9a58d", "#4c4f54", "#b5bcb6", "#d8c7ae"]),
    T("rose", ("Terrazzo, rose", "Terrazzo, rosé", "Terrazzo, rose", "Terrazo, rosa", "تيرازو، وردي"), ["pink", "white"], "#f0cfc8", ["#b5524f", "#fff7f0", "#7a4a57", "#dd9a86", "#5b7a74"]),
    T("sage", ("Terrazzo, sage", "Terrazzo, salbei", "Terrazzo, sauge", "Terrazo, salvia", "تيرازو، مريمي"), ["green", "white"], "#c3d0bd", ["#4e6b57", "#f5f2e8", "#d98a63", "#8aa58f", "#2f3f38"]),
    T("night", ("Terrazzo, night", "Terrazzo, Nacht", "Terrazzo, nuit", "Terrazo, noche", "تيرازو، ليل"), ["black", "white"], "#232429", ["#f1ede4", "#c49a3c", "#6d727b", "#a35d47", "#8ea3a0"]),
    T("sky", ("Terrazzo, sky", "Terrazzo, Himmel", "Terrazzo, ciel", "Terrazo, cielo", "تيرازو، سماوي"), ["sky", "yellow"], "#cfe0ee", ["#2b57b0", "#f2bd3a", "#ffffff", "#e8776a", "#6f94b8"]),
    T("mustard", ("Terrazzo, mustard", "Terrazzo, senf", "Terrazzo, moutarde", "Terrazo, mostaza", "تيرازو، خردلي"), ["yellow", "brown"], "#e2b548", ["#5b3a22", "#fbf0d6", "#b3522d", "#2f4a45", "#f4d98a"]),
], pattern="terrazzo", style="retro", scale=36)
K = lambda name, words, hues, sett: (name, words, hues, t.tartan(N, sett))
named("tartan", [
    K("harbour", ("Harbour tartan", "Hafentartan", "Tartan du port", "Tartán del puerto", "ترتان الميناء"), ["navy", "green"], [("#1d2c52", 14), ("#1f4d3a", 12), ("#101828", 3), ("#d8c66a", 1), ("#1f4d3a", 2)]),
    K("moor", ("Moor tartan", "Moortartan", "Tartan de la lande", "Tartán del páramo", "ترتان السبخة"), ["green", "brown"], [("#3f5a36", 12), ("#6d4a2c", 8), ("#26331f", 6), ("#e0c27a", 2), ("#6d4a2c", 4)]),
    K("ember", ("Ember tartan", "Gluttartan", "Tartan braise", "Tartán brasa", "ترتان الجمر"), ["red", "black"], [("#b3262c", 16), ("#1b1b20", 6), ("#b3262c", 2), ("#f1e6d0", 1), ("#1b1b20", 3), ("#2a4d3d", 4)]),
    K("frost", ("Frost tartan", "Frosttartan", "Tartan givre", "Tartán escarcha", "ترتان الصقيع"), ["sky", "grey"], [("#dfe7ed", 12), ("#8fa9c4", 8), ("#f8fafb", 4), ("#3f5878", 2), ("#8fa9c4", 6)]),
    K("heather", ("Heather tartan", "Heidetartan", "Tartan bruyère", "Tartán brezo", "ترتان الخلنج"), ["purple", "grey"], [("#6a4f86", 12), ("#9b8fa8", 8), ("#3a2c50", 4), ("#e7dfe9", 2), ("#6d7f68", 6)]),
    K("camel", ("Camel tartan", "Kameltartan", "Tartan chameau", "Tartán camello", "ترتان جملي"), ["beige", "black"], [("#c9a671", 16), ("#1d1c1d", 4), ("#f2ead9", 4), ("#1d1c1d", 2), ("#b03a34", 2), ("#c9a671", 4)]),
    K("graphite", ("Graphite tartan", "Graphittartan", "Tartan graphite", "Tartán grafito", "ترتان غرافيتي"), ["grey", "black"], [("#3c4047", 14), ("#1d1f23", 8), ("#7a808a", 2), ("#1d1f23", 4), ("#b9bec6", 2), ("#3c4047", 2)]),
    K("fox", ("Fox tartan", "Fuchstartan", "Tartan renard", "Tartán zorro", "ترتان الثعلب"), ["orange", "navy"], [("#d9702b", 14), ("#22335a", 8), ("#f3e6cf", 2), ("#22335a", 2), ("#8f3f1d", 6)]),
], pattern=["check", "tartan"], style="classic", scale=30)
family("gingham", ("Gingham", "Vichy", "Vichy", "Vichy", "مربعات فيشي"), (("navy", ["navy", "white"]), ("red", ["red", "white"]), ("green", ["green", "white"]), ("black", ["black", "white"]), ("pink", ["pink", "white"])), lambda c, s: t.gingham(N, c), pattern="check", style="classic", scale=22)
named("stripe", [
    ("breton", ("Breton stripe", "Bretonische Streifen", "Marinière", "Rayas bretonas", "خطوط بحرية"), ["navy", "white"], t.stripes(N, [("#f5f1e6", 5), ("#1f2f57", 3)] * 2).transpose(1, 0, 2)),
    ("deckchair", ("Deckchair stripe", "Liegestuhlstreifen", "Rayure transat", "Rayas de tumbona", "خطوط كرسي البحر"), ["teal", "orange"], t.stripes(N, [("#1f7378", 6), ("#f2e7cf", 2), ("#e07a2c", 3), ("#f2e7cf", 2)])),
    ("racing", ("Racing stripe", "Rennstreifen", "Bande course", "Franjas de carreras", "خطوط السباق"), ["black", "red"], t.stripes(N, [("#1b1c20", 14), ("#bd2a30", 3), ("#1b1c20", 1), ("#f2f0ea", 1), ("#1b1c20", 1)])),
    ("barber", ("Slant stripe", "Schrägstreifen", "Rayure oblique", "Rayas oblicuas", "خطوط مائلة"), ["red", "white", "navy"], t.stripes(N, [("#f5f1e6", 3), ("#bd2a30", 3), ("#f5f1e6", 3), ("#22335a", 3)], 1)),
    ("hazard", ("Hazard stripe", "Warnstreifen", "Rayure chantier", "Rayas de aviso", "خطوط تحذير"), ["yellow", "black"], t.stripes(N, [("#e8b62c", 1), ("#1c1c1f", 1)] * 2, 1)),
    ("pin", ("Pinstripe", "Nadelstreifen", "Fines rayures", "Raya diplomática", "خطوط رفيعة"), ["navy", "white"], t.stripes(N, [("#1f2b49", 11), ("#c6cddc", 1)] * 4)),
    ("rainbow", ("Rainbow stripe", "Regenbogenstreifen", "Rayure arc-en-ciel", "Rayas arcoíris", "خطوط قوس قزح"), ["red", "yellow", "blue"], t.stripes(N, [(c, 1) for c in ("#c8383c", "#e6812f", "#efc13f", "#4f9a5e", "#3468b5", "#6a4296")])),
], pattern="stripe", style="classic", scale=26)
named("zigzag", [
    ("desert", ("Zigzag, desert", "Zickzack, Wüste", "Zigzag, désert", "Zigzag, desierto", "متعرج، صحراء"), ["orange", "beige"], t.zigzag(N, ["#b9532d", "#f0dcb8", "#d98c45", "#5a2f22", "#f0dcb8", "#2f6d6a"])),
    ("mono", ("Zigzag, black and white", "Zickzack, schwarz-weiß", "Zigzag, noir et blanc", "Zigzag, blanco y negro", "متعرج، أبيض وأسود"), ["black", "white"], t.zigzag(N, ["#1b1b1e", "#f4f1ea"])),
    ("sherbet", ("Zigzag, sherbet", "Zickzack, Sorbet", "Zigzag, sorbet", "Zigzag, sorbete", "متعرج، شربات"), ["pink", "yellow"], t.zigzag(N, ["#f2a7b5", "#fff3dc", "#f3cf6b"])),
], pattern="abstract", style="retro", scale=30)
family("tweed", ("Herringbone tweed", "Fischgrat-Tweed", "Tweed à chevrons", "Tweed de espiga", "تويد متعرج"), ("grey", "brown", "green"), lambda c, s: t.herringbone(N, t.dark(c, 0.3), t.light(c, 0.45)), pattern="herringbone", style="classic", scale=22)
named("houndstooth", [
    ("black", ("Houndstooth, black", "Hahnentritt, schwarz", "Pied-de-poule, noir", "Pata de gallo, negro", "كاروهات مسننة، أسود"), ["black", "white"], t.houndstooth(N, "#1d1d20", "#f4f1ea")),
    ("camel", ("Houndstooth, camel", "Hahnentritt, kamel", "Pied-de-poule, chameau", "Pata de gallo, camello", "كاروهات مسننة، جملي"), ["beige", "brown"], t.houndstooth(N, "#6b4a34", "#dcc49a")),
], pattern="check", style="classic", scale=20)
named("tile", [
    ("cobalt", ("Star tiles, cobalt", "Sternfliesen, kobalt", "Zelliges étoiles, cobalt", "Azulejos de estrellas, cobalto", "بلاط نجمي، كوبالت"), ["blue", "white"], t.lattice(N, "#f4f1e8", "#2b57b0", "#e3b23c")),
    ("emerald", ("Star tiles, emerald", "Sternfliesen, smaragd", "Zelliges étoiles, émeraude", "Azulejos de estrellas, esmeralda", "بلاط نجمي، زمردي"), ["green", "beige"], t.lattice(N, "#f1e8d2", "#1d6b50", "#c06a3c")),
    ("night", ("Star tiles, night", "Sternfliesen, Nacht", "Zelliges étoiles, nuit", "Azulejos de estrellas, noche", "بلاط نجمي، ليل"), ["black", "gold"], t.lattice(N, "#1b1c22", "#c29a48")),
    ("clay", ("Star tiles, clay", "Sternfliesen, Ton", "Zelliges étoiles, argile", "Azulejos de estrellas, arcilla", "بلاط نجمي، طيني"), ["orange", "teal"], t.lattice(N, "#f3e4cb", "#b8552f", "#2b7b7c")),
], pattern="abstract", style="mosaic", scale=32)
named("facets", [
    ("ice", ("Facets, ice", "Facetten, Eis", "Facettes, glace", "Facetas, hielo", "أوجه، جليد"), ["sky", "white"], t.lowpoly(N, ["#7fa8cc", "#cfe2f0", "#f6fafc"], 3)),
    ("ember", ("Facets, ember", "Facetten, Glut", "Facettes, braise", "Facetas, brasa", "أوجه، جمر"), ["red", "orange"], t.lowpoly(N, ["#5a1220", "#b8322c", "#ee9a42"], 4)),
    ("forest", ("Facets, forest", "Facetten, Wald", "Facettes, forêt", "Facetas, bosque", "أوجه، غابة"), ["green"], t.lowpoly(N, ["#10362a", "#2d6b4c", "#86b37a"], 5)),
    ("night", ("Facets, night", "Facetten, Nacht", "Facettes, nuit", "Facetas, noche", "أوجه، ليل"), ["black", "purple"], t.lowpoly(N, ["#14141c", "#2c2748", "#5b4a8c"], 6)),
], pattern="abstract", style="technical", scale=44)
named("triangles", [
    ("autumn", ("Triangles, autumn", "Dreiecke, Herbst", "Triangles, automne", "Triángulos, otoño", "مثلثات، خريف"), ["orange", "brown"], t.triangles(N, ["#7a3b22", "#c9652f", "#e5a63f", "#f1dcb0", "#4d5a3a"], 7)),
    ("lagoon", ("Triangles, lagoon", "Dreiecke, Lagune", "Triangles, lagon", "Triángulos, laguna", "مثلثات، بحيرة"), ["teal", "white"], t.triangles(N, ["#0f4f58", "#1f7f86", "#74c0b6", "#f0efe2", "#e3b04b"], 8)),
], pattern="abstract", style="retro", scale=34)
named("cubes", [
    ("grey", ("Cubes, grey", "Würfel, grau", "Cubes, gris", "Cubos, gris", "مكعبات، رمادي"), ["grey", "black"], t.cubes(N, "#c9cdd3", "#7b818b", "#3d4149")),
    ("teal", ("Cubes, teal", "Würfel, petrol", "Cubes, bleu canard", "Cubos, verde azulado", "مكعبات، أزرق مخضر"), ["teal", "white"], t.cubes(N, "#e8f0ea", "#2f8a8c", "#134a52")),
], pattern="abstract", style="technical", scale=26)
named("deco", [
    ("black", ("Deco fans, black and gold", "Art-déco-Fächer, schwarz und gold", "Éventails déco, noir et or", "Abanicos déco, negro y oro", "مراوح آرت ديكو، أسود وذهبي"), ["black", "gold"], t.deco(N, "#1a1b1f", "#c9a14a")),
    ("green", ("Deco fans, green and gold", "Art-déco-Fächer, grün und gold", "Éventails déco, vert et or", "Abanicos déco, verde y oro", "مراوح آرت ديكو، أخضر وذهبي"), ["green", "gold"], t.deco(N, "#173f33", "#d3b262")),
    ("blush", ("Deco fans, blush", "Art-déco-Fächer, rosé", "Éventails déco, rose poudré", "Abanicos déco, rosado", "مراوح آرت ديكو، وردي"), ["pink", "white"], t.deco(N, "#e9bfb6", "#fbf4ec")),
], pattern="abstract", style="elegant", scale=28)

# ---------------------------------------------------------------- lines, skies, colours that run
named("topo", [
    ("paper", ("Contour map, paper", "Höhenlinien, Papier", "Courbes de niveau, papier", "Curvas de nivel, papel", "خطوط كنتور، ورق"), ["beige", "brown"], t.topo(N, "#efe6d0", "#9a7748", 3)),
    ("night", ("Contour map, night", "Höhenlinien, Nacht", "Courbes de niveau, nuit", "Curvas de nivel, noche", "خطوط كنتور، ليل"), ["black", "grey"], t.topo(N, "#17181c", "#5f656f", 4)),
    ("gold", ("Contour map, black and gold", "Höhenlinien, schwarz und gold", "Courbes de niveau, noir et or", "Curvas de nivel, negro y oro", "خطوط كنتور، أسود وذهبي"), ["black", "gold"], t.topo(N, "#1a1a1d", "#c39a46", 5)),
    ("forest", ("Contour map, forest", "Höhenlinien, Wald", "Courbes de niveau, forêt", "Curvas de nivel, bosque", "خطوط كنتور، غابة"), ["green"], t.topo(N, "#1f4636", "#8db594", 6, tint="#2d5e46")),
    ("sea", ("Contour map, sea", "Höhenlinien, See", "Courbes de niveau, mer", "Curvas de nivel, mar", "خطوط كنتور، بحر"), ["navy", "sky"], t.topo(N, "#173258", "#8fb6dc", 7, tint="#2b5e93")),
    ("rust", ("Contour map, rust", "Höhenlinien, Rost", "Courbes de niveau, rouille", "Curvas de nivel, óxido", "خطوط كنتور، صدئ"), ["orange", "brown"], t.topo(N, "#a34a2a", "#f0c79a", 8, tint="#c9673a")),
    ("white", ("Contour map, white", "Höhenlinien, weiß", "Courbes de niveau, blanc", "Curvas de nivel, blanco", "خطوط كنتور، أبيض"), ["white", "grey"], t.topo(N, "#f6f5f1", "#a9adb3", 9)),
], pattern="topographic", style="technical", scale=46)
named("isobath", [
    ("lagoon", ("Depths, lagoon", "Tiefen, Lagune", "Fonds, lagon", "Fondos, laguna", "أعماق، بحيرة"), ["teal", "sky"], t.contour_fill(N, ["#0d4a57", "#1b6b74", "#3a9394", "#7cc0b6", "#d6ead9"], 4)),
    ("dusk", ("Depths, dusk", "Tiefen, Dämmerung", "Fonds, crépuscule", "Fondos, crepúsculo", "أعماق، غسق"), ["purple", "orange"], t.contour_fill(N, ["#2b1d4a", "#5f2f6b", "#a84a6c", "#e0805e", "#f4c27a"], 5)),
    ("moss", ("Depths, moss", "Tiefen, Moos", "Fonds, mousse", "Fondos, musgo", "أعماق، طحلب"), ["green", "olive"], t.contour_fill(N, ["#1d2b1a", "#38492a", "#5f6d3c", "#93985c", "#cbc48e"], 6)),
], pattern=["topographic", "abstract"], style="retro", scale=46)
named("sky", [
    ("stars", ("Starry night", "Sternennacht", "Nuit étoilée", "Noche estrellada", "ليلة النجوم"), ["navy", "white"], t.sky_stars(N, "#131b3a", "#2c3a6e", "#f6efd6", 5)),
    ("nebula", ("Nebula", "Nebel", "Nébuleuse", "Nebulosa", "سديم"), ["purple", "pink"], t.sky_stars(N, "#1a1030", "#8a3f7d", "#ffffff", 6)),
    ("polar", ("Polar night", "Polarnacht", "Nuit polaire", "Noche polar", "ليل قطبي"), ["black", "teal"], t.sky_stars(N, "#0b1418", "#1f6a66", "#e8fff6", 7)),
], pattern="stars", finish="satin", style="cosmic", scale=50)
named("circuit", [
    ("green", ("Circuit, green", "Leiterbahnen, grün", "Circuit, vert", "Circuito, verde", "دارة، أخضر"), ["green", "gold"], t.circuit(N, "#14402f", "#c9a54e", 3)),
    ("black", ("Circuit, black", "Leiterbahnen, schwarz", "Circuit, noir", "Circuito, negro", "دارة، أسود"), ["black", "teal"], t.circuit(N, "#15171b", "#38b6b0", 4)),
    ("blue", ("Circuit, blue", "Leiterbahnen, blau", "Circuit, bleu", "Circuito, azul", "دارة، أزرق"), ["blue", "white"], t.circuit(N, "#1d3f86", "#d6e2f5", 5)),
], pattern="pixel", style="technical", scale=40)
G = lambda name, words, hues, colours, across=0.0: (name, words, hues, t.gradient(N, colours, across))
named("fade", [
    G("sunset", ("Fade, sunset", "Verlauf, Abendrot", "Dégradé, couchant", "Degradado, ocaso", "تدرج، غروب"), ["orange", "pink", "purple"], ["#f7c46c", "#ee7a5b", "#a63a6b", "#3a2460"]),
    G("sea", ("Fade, sea", "Verlauf, See", "Dégradé, mer", "Degradado, mar", "تدرج، بحر"), ["teal", "blue"], ["#bfe8d8", "#3fa3a6", "#1d5b8f", "#142a55"]),
    G("berry", ("Fade, berry", "Verlauf, Beere", "Dégradé, baies", "Degradado, bayas", "تدرج، توت"), ["pink", "purple"], ["#f9b7c5", "#d2467e", "#5c1f66"]),
    G("meadow", ("Fade, meadow", "Verlauf, Wiese", "Dégradé, prairie", "Degradado, prado", "تدرج، مرج"), ["green", "yellow"], ["#f3ea9c", "#8cbf62", "#1f6a4e"]),
    G("smoke", ("Fade, smoke", "Verlauf, Rauch", "Dégradé, fumée", "Degradado, humo", "تدرج، دخان"), ["grey", "black"], ["#d5d8dc", "#7d838c", "#1e2024"]),
    G("peach", ("Fade, peach", "Verlauf, Pfirsich", "Dégradé, pêche", "Degradado, melocotón", "تدرج، خوخ"), ["orange", "pink"], ["#fff0d9", "#f9c19b", "#ec8d84"]),
    G("ice", ("Fade, ice", "Verlauf, Eis", "Dégradé, glace", "Degradado, hielo", "تدرج، جليد"), ["sky", "white"], ["#ffffff", "#cfe4f3", "#7fb2dc"]),
    G("copper", ("Fade, copper", "Verlauf, Kupfer", "Dégradé, cuivre", "Degradado, cobre", "تدرج، نحاس"), ["orange", "brown"], ["#f0c9a0", "#b86a3e", "#3c1d12"]),
], pattern="gradient", finish="satin", style="minimal", scale=180)
named("aurora", [
    ("green", ("Aurora, green", "Polarlicht, grün", "Aurore, vert", "Aurora, verde", "شفق، أخضر"), ["green", "purple"], t.aurora(N, ["#0e1630", "#1d4a5a", "#3fae7f", "#b8efb0", "#6a4aa0"], 4)),
    ("rose", ("Aurora, rose", "Polarlicht, rosé", "Aurore, rose", "Aurora, rosa", "شفق، وردي"), ["pink", "blue"], t.aurora(N, ["#233a7a", "#6a5fc0", "#d77fb8", "#ffd0c2"], 5)),
    ("opal", ("Opal", "Opal", "Opale", "Ópalo", "أوبال"), ["white", "pink", "sky"], t.aurora(N, ["#bfe6e6", "#f4f1ee", "#f2c7d8", "#cfc6f0", "#f7eec0"], 6)),
], pattern="gradient", finish="gloss", style="cosmic", scale=90)

# ---------------------------------------------------------------- plants
F = lambda name, words, hues, ground, petals, heart, leaf: (name, words, hues, t.floral(N, ground, petals, heart, leaf, seed("floral" + name)))
named("floral", [
    F("meadow", ("Meadow", "Wiese", "Prairie", "Prado", "مرج"), ["sky", "yellow"], "#dbe9f2", ["#f2bd3a", "#ffffff", "#5b86c4"], "#c8702c", "#6f9a63"),
    F("night-garden", ("Night garden", "Nachtgarten", "Jardin de nuit", "Jardín nocturno", "حديقة الليل"), ["navy", "pink"], "#18233f", ["#e99bb0", "#f6d3d6", "#b9607f"], "#f2c35a", "#3c6a5a"),
    F("rosewall", ("Rose wall", "Rosenwand", "Mur de roses", "Muro de rosas", "جدار الورد"), ["red", "green"], "#f3e7da", ["#b8323c", "#d9706a", "#e9a79c"], "#f1cf7a", "#4a7052"),
    F("daisies", ("Daisies", "Margeriten", "Marguerites", "Margaritas", "أقحوان"), ["green", "white"], "#7fa587", ["#ffffff", "#fbf6e6"], "#edb62f", "#4c7558"),
    F("poppies", ("Poppies", "Mohn", "Coquelicots", "Amapolas", "خشخاش"), ["red", "black"], "#1d1e22", ["#cf3b33", "#e2624e"], "#141416", "#4d6b4f"),
    F("blossom", ("Cherry blossom", "Kirschblüte", "Fleurs de cerisier", "Flor de cerezo", "زهر الكرز"), ["pink", "white"], "#f8e4e4", ["#f3b3c1", "#fbd8dd", "#e68aa2"], "#c44d6c", "#b9a08e"),
    F("violets", ("Violets", "Veilchen", "Violettes", "Violetas", "بنفسج"), ["purple", "green"], "#eee8f4", ["#6a4a9c", "#9c80c8", "#4a2f78"], "#f0c64e", "#7c9f7a"),
    F("seventies", ("Seventies flowers", "Siebziger-Blumen", "Fleurs seventies", "Flores de los setenta", "زهور السبعينات"), ["orange", "brown", "yellow"], "#5c3420", ["#e5842f", "#f2c14a", "#f4ead2"], "#8c2f22", "#8a8a3e"),
], pattern="floral", style="botanical", scale=44)
L = lambda name, words, hues, ground, tones, kind="leaf": (name, words, hues, t.foliage(N, ground, tones, seed("leaf" + name), kind))
named("leaf", [
    L("jungle", ("Jungle leaves", "Dschungelblätter", "Feuilles de jungle", "Hojas de selva", "أوراق الأدغال"), ["green", "black"], "#10231b", ["#1f5a3c", "#2f7d52", "#5aa56c"]),
    L("autumn", ("Autumn leaves", "Herbstlaub", "Feuilles d’automne", "Hojas de otoño", "أوراق الخريف"), ["orange", "brown"], "#f3e6cf", ["#c8602b", "#e0a03a", "#8c3b22", "#6d6b3a"]),
    L("olive", ("Olive twigs", "Olivenzweige", "Rameaux d’olivier", "Ramas de olivo", "أغصان الزيتون"), ["olive", "white"], "#f4f1e6", ["#6d6b3a", "#8f9160", "#4f5530"], "twig"),
    L("eucalyptus", ("Eucalyptus", "Eukalyptus", "Eucalyptus", "Eucalipto", "أوكالبتوس"), ["green", "white"], "#eef2ec", ["#7f9f8e", "#a9c0b2", "#56796a"], "twig"),
    L("gold", ("Gold leaves, black", "Goldblätter, schwarz", "Feuilles d’or, noir", "Hojas doradas, negro", "أوراق ذهبية، أسود"), ["black", "gold"], "#17181b", ["#c39a46", "#8f6f2f", "#e3c77f"], "twig"),
    L("blush", ("Blush leaves", "Blätter, rosé", "Feuilles, rose poudré", "Hojas, rosado", "أوراق وردية"), ["pink", "teal"], "#f4d9d2", ["#2f6f72", "#c9766f", "#7fa9a4"]),
], pattern=["floral", "leaf"], style="botanical", scale=44)

# ---------------------------------------------------------------- pixels, paper, fun
GHOST = ["00011111000", "00111111100", "01111111110", "01221122110", "01231123110", "01111111110", "01111111110", "01111111110", "01101110110"]
MUSHROOM = ["0001111000", "0112211110", "1122221121", "1122221122", "1112211122", "1111111111", "0333333330", "0343343330", "0333333330", "0033333300"]
SHIP = ["0000110000", "0000110000", "0001221000", "0001221000", "0101111010", "1111111111", "1113333111", "1011001101"]
named("pixel", [
    ("ghosts", ("Pixel ghosts", "Pixelgeister", "Fantômes en pixels", "Fantasmas de píxeles", "أشباح بكسل"), ["navy", "white"], t.sprites(N, "#1d2444", GHOST, ["#e8ecf4", "#9fb4e0", "#1d2444"])),
    ("mushrooms", ("Pixel toadstools", "Pixelpilze", "Champignons en pixels", "Setas de píxeles", "فطر بكسل"), ["red", "green"], t.sprites(N, "#5f8f5a", MUSHROOM, ["#c2333a", "#fff5ea", "#f1ddba", "#3a2a20"])),
    ("rockets", ("Pixel rockets", "Pixelraketen", "Fusées en pixels", "Cohetes de píxeles", "صواريخ بكسل"), ["black", "orange"], t.sprites(N, "#15161d", SHIP, ["#d7dbe2", "#4cb3d9", "#f08a35"])),
    ("dither-lime", ("Dither, meadow", "Raster, Wiese", "Tramé, prairie", "Tramado, prado", "تنقيط، مرج"), ["green", "yellow"], t.dither(N, "#22403a", "#b9cf6a")),
    ("dither-dusk", ("Dither, dusk", "Raster, Dämmerung", "Tramé, crépuscule", "Tramado, crepúsculo", "تنقيط، غسق"), ["purple", "orange"], t.dither(N, "#3a2460", "#f09a6a")),
    ("dither-sky", ("Dither, sky", "Raster, Himmel", "Tramé, ciel", "Tramado, cielo", "تنقيط، سماء"), ["blue", "white"], t.dither(N, "#2b57b0", "#f1f5fb")),
], pattern="pixel", style="playful", scale=34)
named("confetti", [
    ("party", ("Confetti, white", "Konfetti, weiß", "Confettis, blanc", "Confeti, blanco", "قصاصات، أبيض"), ["white", "red", "blue"], t.confetti(N, "#fbf8f0", ["#d9433f", "#2b57b0", "#f0b62f", "#2f8a6c", "#7a4aa8"], 4)),
    ("night", ("Confetti, night", "Konfetti, Nacht", "Confettis, nuit", "Confeti, noche", "قصاصات، ليل"), ["black", "yellow"], t.confetti(N, "#1d1e26", ["#f2c14a", "#e8776a", "#6fc0b6", "#b9a7d8", "#f4f3ef"], 5)),
    ("mint", ("Confetti, mint", "Konfetti, mint", "Confettis, menthe", "Confeti, menta", "قصاصات، نعناعي"), ["green", "pink"], t.confetti(N, "#bfe6d4", ["#e8776a", "#22543d", "#ffffff", "#f0b62f"], 6)),
    ("lilac", ("Confetti, lilac", "Konfetti, flieder", "Confettis, lilas", "Confeti, lila", "قصاصات، ليلكي"), ["purple", "yellow"], t.confetti(N, "#6a4a9c", ["#f2d24a", "#f6c6d2", "#8fd0c6", "#ffffff"], 7)),
], pattern="abstract", style="playful", scale=34)
named("papercut", [
    ("red", ("Paper cut, red", "Scherenschnitt, rot", "Papier découpé, rouge", "Papel recortado, rojo", "ورق مقصوص، أحمر"), ["pink", "red"], t.papercut(N, ["#7d1626", "#b3262f", "#dd5a52", "#f0a394"], 4)),
    ("blue", ("Paper cut, blue", "Scherenschnitt, blau", "Papier découpé, bleu", "Papel recortado, azul", "ورق مقصوص، أزرق"), ["blue", "white"], t.papercut(N, ["#12284f", "#25508f", "#6f9fd0", "#eef3f8"], 5)),
    ("sand", ("Paper cut, sand", "Scherenschnitt, sand", "Papier découpé, sable", "Papel recortado, arena", "ورق مقصوص، رملي"), ["beige", "brown"], t.papercut(N, ["#7a5636", "#b58a5c", "#dcc095", "#f6ecd8"], 6)),
    ("mono", ("Paper cut, black", "Scherenschnitt, schwarz", "Papier découpé, noir", "Papel recortado, negro", "ورق مقصوص، أسود"), ["black", "grey"], t.papercut(N, ["#121316", "#26282d", "#43464d", "#71757d"], 7)),
], pattern="abstract", style="bold", scale=44)
named("", [
    ("strokes-ink", ("Brush strokes, ink", "Pinselstriche, Tinte", "Coups de pinceau, encre", "Pinceladas, tinta", "ضربات فرشاة، حبر"), ["white", "black"], t.strokes(N, "#f4f1e8", ["#22242a", "#4d525c"], 3)),
    ("strokes-fire", ("Brush strokes, fire", "Pinselstriche, Feuer", "Coups de pinceau, feu", "Pinceladas, fuego", "ضربات فرشاة، نار"), ["orange", "red"], t.strokes(N, "#f7e8d0", ["#d9482f", "#ef9a35", "#8c1f2b"], 4)),
    ("strokes-sea", ("Brush strokes, sea", "Pinselstriche, See", "Coups de pinceau, mer", "Pinceladas, mar", "ضربات فرشاة، بحر"), ["teal", "navy"], t.strokes(N, "#e6f0ec", ["#1f7378", "#22335a", "#6fb7b3"], 5)),
    ("eyes-pink", ("Wandering eyes, pink", "Wandernde Augen, rosa", "Regards, rose", "Miradas, rosa", "عيون حائرة، وردي"), ["pink", "black"], t.faces(N, "#f0a9bb", "#23202a", 3)),
    ("eyes-blue", ("Wandering eyes, blue", "Wandernde Augen, blau", "Regards, bleu", "Miradas, azul", "عيون حائرة، أزرق"), ["blue", "white"], t.faces(N, "#3f74c4", "#151d33", 4)),
    ("rain-navy", ("Raindrops, navy", "Regentropfen, marine", "Gouttes de pluie, marine", "Gotas de lluvia, marino", "قطرات مطر، كحلي"), ["navy", "sky"], t.rain(N, "#22335a", "#8fb9e0", 3)),
    ("rain-yellow", ("Raindrops, mustard", "Regentropfen, senf", "Gouttes de pluie, moutarde", "Gotas de lluvia, mostaza", "قطرات مطر، خردلي"), ["yellow", "white"], t.rain(N, "#e0ac2b", "#fdf6e0", 4)),
], pattern="abstract", style="playful", scale=36)


def main():

    ids = [c["id"] for c in CHOICES]
    assert len(set(ids)) == len(ids), [i for i in ids if ids.count(i) > 1]
    for stale in TILES.glob("*.webp"):
        if stale.stem not in ids:
            stale.unlink()
    total = sum(c.pop("bytes") for c in CHOICES)
    lines = ",\n".join("    " + json.dumps(c, ensure_ascii=False, separators=(", ", ": ")) for c in CHOICES)
    text = '{\n  "$schema": "../schema/library.v1.schema.json",\n  "version": 1,\n  "choices": [\n' + lines + "\n  ]\n}\n"
    (ROOT / "p" / "skin-textures.json").write_text(text)
    tiles = [c for c in CHOICES if "texture" in c]
    print(f"{len(CHOICES)} choices, {len(tiles)} tiles, {total} bytes of tiles, library {len(text.encode())} bytes")


main()
