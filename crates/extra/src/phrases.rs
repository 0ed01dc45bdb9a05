//! The phrases of sentences about rules, in the languages of the interface. English is core's.

use haberdash_core::compat::Phrase;
use haberdash_core::text::language_of;

/// By phrase: German, French, Spanish, Arabic.
const PHRASES: [[&str; 4]; Phrase::ALL.len()] = [
    [
        "{0} braucht {1} bis {2} Auswahlen.",
        "{0} demande de {1} à {2} choix.",
        "{0} admite de {1} a {2} opciones.",
        "{0}: من {1} إلى {2} خيارات.",
    ],
    ["Nie zu haben.", "Jamais disponible.", "Nunca disponible.", "غير متاح إطلاقًا."],
    ["Nicht mit {0}.", "Pas avec {0}.", "No con {0}.", "ليس مع {0}."],
    [" und ", " et ", " y ", " و"],
    [" oder ", " ou ", " o ", " أو "],
    [" mit ", " avec ", " con ", " مع "],
    ["{0} entfällt.", "{0} n’est plus demandé.", "{0} ya no se pide.", "{0} لم يعد مطلوبًا."],
    ["Jetzt {0}.", "Maintenant {0}.", "Ahora {0}.", "الآن {0}."],
    ["kein {0}", "sans {0}", "sin {0}", "بدون {0}"],
    ["nichts", "rien", "nada", "لا شيء"],
    ["{0} bis {1}", "{0} à {1}", "{0} a {1}", "{0} إلى {1}"],
    ["{0} braucht {1}.", "{0} demande {1}.", "{0} necesita {1}.", "{0} يتطلب {1}."],
    ["Nötig ist {0}.", "Il faut {0}.", "Hace falta {0}.", "المطلوب {0}."],
    ["{0} passt nicht zu {1}.", "{0} ne va pas avec {1}.", "{0} no va con {1}.", "{0} لا يتوافق مع {1}."],
    ["Nicht zu haben ist {0}.", "N’est pas disponible : {0}.", "No está disponible: {0}.", "غير متاح: {0}."],
    [
        "{0} gibt es nur mit {1}.",
        "{0} n’existe qu’avec {1}.",
        "{0} solo existe con {1}.",
        "{0} متاح فقط مع {1}.",
    ],
    ["{0} kommt mit {1}.", "{0} vient avec {1}.", "{0} viene con {1}.", "{0} يأتي مع {1}."],
    ["Zuerst ist es {0}.", "Au départ : {0}.", "Al principio: {0}.", "في البداية: {0}."],
    [
        "Nicht jede Verbindung von {0} wird gemacht.",
        "Toutes les combinaisons de {0} n’existent pas.",
        "No se hacen todas las combinaciones de {0}.",
        "لا تتوفر كل تركيبات {0}.",
    ],
    ["{0} von {1}", "{0} de {1}", "{0} de {1}", "{0} من {1}"],
    ["{0} muss {1} sein.", "{0} doit être {1}.", "{0} debe ser {1}.", "يجب أن يكون {0} هو {1}."],
    [
        "{0} darf nicht {1} sein.",
        "{0} ne doit pas être {1}.",
        "{0} no debe ser {1}.",
        "يجب ألا يكون {0} هو {1}.",
    ],
    [
        "{0} muss unter {1} sein.",
        "{0} doit être inférieur à {1}.",
        "{0} debe ser menor que {1}.",
        "يجب أن يكون {0} أقل من {1}.",
    ],
    [
        "{0} darf höchstens {1} sein.",
        "{0} doit être au plus {1}.",
        "{0} debe ser como máximo {1}.",
        "يجب ألا يتجاوز {0} {1}.",
    ],
    [
        "{0} muss über {1} sein.",
        "{0} doit être supérieur à {1}.",
        "{0} debe ser mayor que {1}.",
        "يجب أن يكون {0} أكبر من {1}.",
    ],
    [
        "{0} muss mindestens {1} sein.",
        "{0} doit être au moins {1}.",
        "{0} debe ser al menos {1}.",
        "يجب ألا يقل {0} عن {1}.",
    ],
    [
        "{0} von {1} muss zusammen mindestens {2} sein.",
        "{0} de {1} doit faire ensemble au moins {2}.",
        "{0} de {1} debe sumar al menos {2}.",
        "مجموع {0} لـ {1} يجب ألا يقل عن {2}.",
    ],
    [
        "{0} von {1} darf zusammen höchstens {2} sein.",
        "{0} de {1} doit faire ensemble au plus {2}.",
        "{0} de {1} debe sumar como máximo {2}.",
        "مجموع {0} لـ {1} يجب ألا يتجاوز {2}.",
    ],
];

/// The words of `phrase` in the language of `locale`; English where there are none.
pub fn phrase(locale: &str, phrase: Phrase) -> &'static str {
    let language = language_of(locale);
    match ["de", "fr", "es", "ar"].iter().position(|other| other.eq_ignore_ascii_case(language)) {
        Some(column) => PHRASES[phrase as usize][column],
        None => phrase.english(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each language says the same with the same gaps.
    #[test]
    fn gaps_are_the_same_in_all_languages() {
        for english in Phrase::ALL {
            let gaps = |text: &str| {
                let mut list: Vec<_> =
                    text.match_indices('{').map(|(at, _)| text[at..at + 3].to_owned()).collect();
                list.sort();
                list
            };
            for locale in ["de-AT", "fr", "es", "ar", "en", "nl"] {
                assert_eq!(gaps(phrase(locale, *english)), gaps(english.english()), "{english:?} {locale}");
            }
        }
    }
}
