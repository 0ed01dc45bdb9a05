"""Names of colours in five languages, with the colour itself and its facet in the words of the catalogue. Used by skin-textures.py."""

COLOURS = {
    "black": ("Black", "Schwarz", "Noir", "Negro", "أسود", "#1c1d21", "black"),
    "graphite": ("Graphite", "Graphit", "Graphite", "Grafito", "غرافيتي", "#3b3f47", "grey"),
    "grey": ("Grey", "Grau", "Gris", "Gris", "رمادي", "#8b9098", "grey"),
    "silver": ("Silver", "Silber", "Argent", "Plata", "فضي", "#c3c7cd", "silver"),
    "white": ("White", "Weiß", "Blanc", "Blanco", "أبيض", "#f4f3ef", "white"),
    "ivory": ("Ivory", "Elfenbein", "Ivoire", "Marfil", "عاجي", "#efe6d2", "beige"),
    "sand": ("Sand", "Sand", "Sable", "Arena", "رملي", "#d6c3a1", "beige"),
    "brown": ("Brown", "Braun", "Brun", "Marrón", "بني", "#6b4a34", "brown"),
    "cognac": ("Cognac", "Cognac", "Cognac", "Coñac", "كونياك", "#9a5a2e", "brown"),
    "gold": ("Gold", "Gold", "Or", "Oro", "ذهبي", "#c49a3c", "gold"),
    "copper": ("Copper", "Kupfer", "Cuivre", "Cobre", "نحاسي", "#b87048", "orange"),
    "rose": ("Rose gold", "Roségold", "Or rose", "Oro rosa", "ذهبي وردي", "#d9a79a", "pink"),
    "yellow": ("Mustard", "Senfgelb", "Moutarde", "Mostaza", "خردلي", "#e0ac2b", "yellow"),
    "orange": ("Orange", "Orange", "Orange", "Naranja", "برتقالي", "#e07a2c", "orange"),
    "coral": ("Coral", "Koralle", "Corail", "Coral", "مرجاني", "#e8776a", "pink"),
    "red": ("Red", "Rot", "Rouge", "Rojo", "أحمر", "#bd2a30", "red"),
    "burgundy": ("Burgundy", "Bordeaux", "Bordeaux", "Burdeos", "عنابي", "#6d1f33", "burgundy"),
    "pink": ("Pink", "Rosa", "Rose", "Rosa", "وردي", "#eab4c0", "pink"),
    "lilac": ("Lilac", "Flieder", "Lilas", "Lila", "ليلكي", "#b9a7d8", "purple"),
    "purple": ("Purple", "Violett", "Violet", "Morado", "بنفسجي", "#5c3a86", "purple"),
    "navy": ("Navy", "Marineblau", "Bleu marine", "Azul marino", "كحلي", "#22335a", "navy"),
    "blue": ("Cobalt", "Kobaltblau", "Bleu cobalt", "Azul cobalto", "أزرق كوبالت", "#2b57b0", "blue"),
    "sky": ("Sky", "Himmelblau", "Bleu ciel", "Azul cielo", "أزرق سماوي", "#a5c9ea", "sky"),
    "teal": ("Teal", "Petrol", "Bleu canard", "Verde azulado", "أزرق مخضر", "#1f7378", "teal"),
    "mint": ("Mint", "Mint", "Menthe", "Menta", "نعناعي", "#a9dcc6", "green"),
    "sage": ("Sage", "Salbei", "Sauge", "Salvia", "أخضر مريمي", "#9fb39b", "green"),
    "green": ("Bottle green", "Flaschengrün", "Vert bouteille", "Verde botella", "أخضر زجاجي", "#22543d", "green"),
    "olive": ("Olive", "Oliv", "Olive", "Oliva", "زيتوني", "#6d6b3a", "olive"),
}

LANGUAGES = ("en", "de", "fr", "es", "ar")


def title(words, colour=None):
    """{"en": …}: the pattern, and after a comma the colour, so that no adjective has to agree with anything."""
    named = COLOURS[colour][:5] if colour else None
    return {tag: word + (("، " if tag == "ar" else ", ") + (named[i] if tag in ("de",) else named[i].lower()) if named else "")
            for i, (tag, word) in enumerate(zip(LANGUAGES, words))}
