//! The words of the interface, in five languages.

use haberdash_core::compat::Phrase;
use haberdash_core::text::language_of;

/// The languages, in the order of the table.
const LANGUAGES: [&str; 5] = ["en", "de", "fr", "es", "ar"];

macro_rules! interface_words {
    ($( $name:ident: $en:literal, $de:literal, $fr:literal, $es:literal, $ar:literal; )*) => {
        /// One phrase of the interface. `{}` stands for what is put in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the phrases say it")]
        pub enum Word { $($name),* }

        // A line each, in one text per language: a table of addresses and lengths would weigh as much as a language.
        const TABLE: [&str; 5] = [
            concat!($($en, "\n"),*), concat!($($de, "\n"),*), concat!($($fr, "\n"),*), concat!($($es, "\n"),*), concat!($($ar, "\n"),*),
        ];
    };
}

interface_words! {
    Price: "Price", "Preis", "Prix", "Precio", "السعر";
    BasePrice: "Base price", "Grundpreis", "Prix de base", "Precio base", "السعر الأساسي";
    TaxIncluded: "incl. tax", "inkl. MwSt.", "TTC", "impuestos incluidos", "شامل الضريبة";
    TaxExcluded: "plus tax", "zzgl. MwSt.", "hors taxes", "más impuestos", "غير شامل الضريبة";
    View: "View", "Ansicht", "Vue", "Vista", "العرض";
    Presets: "Start from", "Vorlagen", "Modèles", "Modelos", "ابدأ من";
    Reset: "Start over", "Zurücksetzen", "Recommencer", "Empezar de nuevo", "البدء من جديد";
    CopyLink: "Copy link to this design", "Link zu diesem Entwurf kopieren", "Copier le lien de ce modèle", "Copiar enlace a este diseño", "نسخ رابط هذا التصميم";
    LinkCopied: "Link copied", "Link kopiert", "Lien copié", "Enlace copiado", "تم نسخ الرابط";
    LinkHere: "Copy this link:", "Diesen Link kopieren:", "Copiez ce lien :", "Copie este enlace:", "انسخ هذا الرابط:";
    LinkDamaged: "The link was damaged; this is the standard design.", "Der Link war beschädigt; das ist der Standardentwurf.", "Le lien était endommagé ; voici le modèle standard.", "El enlace estaba dañado; este es el diseño estándar.", "الرابط تالف؛ هذا هو التصميم الأساسي.";
    LinkPartly: "Some of the link's choices are no longer offered and were replaced.", "Einiges aus dem Link gibt es nicht mehr und wurde ersetzt.", "Certains choix du lien n’existent plus et ont été remplacés.", "Algunas opciones del enlace ya no existen y se han sustituido.", "بعض خيارات الرابط لم تعد متوفرة وتم استبدالها.";
    Loading: "Loading the picture …", "Das Bild lädt …", "Chargement de l’image…", "Cargando la imagen…", "جارٍ تحميل الصورة…";
    NoPicture: "The picture cannot be shown. You can still choose and order.", "Das Bild kann nicht gezeigt werden. Auswählen und bestellen geht trotzdem.", "L’image ne peut pas être affichée. Vous pouvez quand même choisir et commander.", "No se puede mostrar la imagen. Aun así puede elegir y pedir.", "تعذر عرض الصورة. يمكنك الاختيار والطلب رغم ذلك.";
    NotAllowed: "“{}” cannot be used here.", "„{}“ geht hier nicht.", "« {} » n’est pas possible ici.", "«{}» no se puede usar aquí.", "لا يمكن استخدام «{}» هنا.";
    NotInFont: "The lettering has no “{}”.", "Die Schrift hat kein „{}“.", "La police n’a pas de « {} ».", "La letra no tiene «{}».", "الخط لا يحتوي على «{}».";
    TooShort: "At least {} characters.", "Mindestens {} Zeichen.", "Au moins {} caractères.", "Al menos {} caracteres.", "{} أحرف على الأقل.";
    TooLong: "At most {} characters.", "Höchstens {} Zeichen.", "Au plus {} caractères.", "Como máximo {} caracteres.", "{} أحرف كحد أقصى.";
    UpTo: "Up to {} characters", "Bis zu {} Zeichen", "Jusqu’à {} caractères", "Hasta {} caracteres", "حتى {} أحرف";
    EachCharacter: "{} each", "je {}", "{} chacun", "{} cada uno", "{} لكل حرف";
    Now: "Now {}", "Jetzt {}", "Maintenant {}", "Ahora {}", "الآن {}";
    ForYou: "Recommended for you", "Für Sie empfohlen", "Recommandé pour vous", "Recomendado para usted", "موصى به لك";
    Similar: "Similar things", "Ähnliches", "Articles similaires", "Artículos similares", "منتجات مشابهة";
    Recent: "Recently viewed", "Zuletzt angesehen", "Vus récemment", "Vistos recientemente", "شوهد مؤخرًا";
    Trending: "Popular now", "Gerade beliebt", "Populaire en ce moment", "Popular ahora", "رائج الآن";
    Content: "To read and watch", "Lesen und ansehen", "À lire et à voir", "Para leer y ver", "للقراءة والمشاهدة";
    BecauseViewed: "Because you viewed {}", "Weil Sie {} angesehen haben", "Parce que vous avez vu {}", "Porque vio {}", "لأنك شاهدت {}";
    BecauseBought: "Because you bought {}", "Weil Sie {} gekauft haben", "Parce que vous avez acheté {}", "Porque compró {}", "لأنك اشتريت {}";
    BecauseInCart: "Because you put {} in the cart", "Weil {} in Ihrem Warenkorb war", "Parce que vous avez mis {} au panier", "Porque puso {} en el carrito", "لأنك أضفت {} إلى السلة";
    BecauseWished: "Because you wished for {}", "Weil Sie sich {} wünschen", "Parce que vous souhaitez {}", "Porque desea {}", "لأنك تتمنى {}";
    BecauseSearched: "Because you searched for “{}”", "Weil Sie nach „{}“ gesucht haben", "Parce que vous avez cherché « {} »", "Porque buscó «{}»", "لأنك بحثت عن «{}»";
    BecauseDesigned: "Because you chose {}", "Weil Sie {} gewählt haben", "Parce que vous avez choisi {}", "Porque eligió {}", "لأنك اخترت {}";
    BecauseRead: "Because you read {}", "Weil Sie {} gelesen haben", "Parce que vous avez lu {}", "Porque leyó {}", "لأنك قرأت {}";
    BecauseSimilar: "Similar to {}", "Ähnlich wie {}", "Semblable à {}", "Similar a {}", "مشابه لـ {}";
    BecauseRecent: "You viewed it", "Von Ihnen angesehen", "Vous l’avez vu", "Lo vio", "شاهدته";
    Popular: "Popular in this shop", "Beliebt in diesem Shop", "Populaire dans cette boutique", "Popular en esta tienda", "رائج في هذا المتجر";
    Before: "before", "vorher", "avant", "antes", "قبل";
    Preorder: "Pre-order", "Vorbestellen", "Précommande", "Reserva", "طلب مسبق";
    Video: "Video", "Video", "Vidéo", "Vídeo", "فيديو";
    Article: "Article", "Artikel", "Article", "Artículo", "مقال";
    PanelTitle: "What is remembered", "Was gemerkt ist", "Ce qui est retenu", "Lo que se recuerda", "ما يتم تذكره";
    PanelOff: "This shop remembers nothing about you.", "Dieser Shop merkt sich nichts über Sie.", "Cette boutique ne retient rien de vous.", "Esta tienda no recuerda nada de usted.", "هذا المتجر لا يتذكر أي شيء عنك.";
    PanelMemory: "Remembered on this page only, and gone when you leave it.", "Nur auf dieser Seite gemerkt und weg, wenn Sie sie verlassen.", "Retenu sur cette page seulement, et oublié quand vous la quittez.", "Solo se recuerda en esta página y se olvida al salir.", "يُحفظ في هذه الصفحة فقط ويُنسى عند مغادرتها.";
    PanelDevice: "Remembered in this browser. Nothing of it leaves your device.", "In diesem Browser gemerkt. Nichts davon verlässt Ihr Gerät.", "Retenu dans ce navigateur. Rien ne quitte votre appareil.", "Se recuerda en este navegador. Nada sale de su dispositivo.", "يُحفظ في هذا المتصفح ولا يغادر جهازك أي شيء منه.";
    PanelPaused: "Paused: nothing new is remembered.", "Angehalten: Neues wird nicht gemerkt.", "En pause : rien de nouveau n’est retenu.", "En pausa: no se recuerda nada nuevo.", "متوقف مؤقتًا: لا يُحفظ شيء جديد.";
    PanelStorage: "This browser does not let the shop store anything.", "Dieser Browser lässt den Shop nichts speichern.", "Ce navigateur ne permet pas de stocker.", "Este navegador no permite guardar nada.", "هذا المتصفح لا يسمح بالتخزين.";
    PanelEmpty: "Nothing yet.", "Noch nichts.", "Rien pour l’instant.", "Nada todavía.", "لا شيء بعد.";
    Remember: "Remember on this device", "Auf diesem Gerät merken", "Retenir sur cet appareil", "Recordar en este dispositivo", "التذكر على هذا الجهاز";
    StopRemembering: "Do not remember on this device", "Nicht auf diesem Gerät merken", "Ne pas retenir sur cet appareil", "No recordar en este dispositivo", "عدم التذكر على هذا الجهاز";
    Pause: "Pause", "Anhalten", "Mettre en pause", "Pausar", "إيقاف مؤقت";
    Resume: "Resume", "Fortsetzen", "Reprendre", "Reanudar", "استئناف";
    Clear: "Clear all", "Alles löschen", "Tout effacer", "Borrar todo", "مسح الكل";
    Forget: "Forget", "Vergessen", "Oublier", "Olvidar", "نسيان";
    ForgetThis: "Forget: {}", "Vergessen: {}", "Oublier : {}", "Olvidar: {}", "نسيان: {}";
    Viewed: "Viewed", "Angesehen", "Vu", "Visto", "شوهد";
    Clicked: "Clicked", "Angeklickt", "Cliqué", "Pulsado", "نُقر";
    Carted: "Put in the cart", "In den Warenkorb gelegt", "Mis au panier", "Puesto en el carrito", "أضيف إلى السلة";
    Uncarted: "Taken out of the cart", "Aus dem Warenkorb genommen", "Retiré du panier", "Quitado del carrito", "أزيل من السلة";
    Wished: "Wished for", "Gewünscht", "Souhaité", "Deseado", "مرغوب";
    Bought: "Bought", "Gekauft", "Acheté", "Comprado", "اشتري";
    Searched: "Searched", "Gesucht", "Cherché", "Buscado", "بُحث عنه";
    Read: "Read", "Gelesen", "Lu", "Leído", "قُرئ";
    Designed: "Chosen in the configurator", "Im Konfigurator gewählt", "Choisi dans le configurateur", "Elegido en el configurador", "اختير في المصمم";
    ChangesOthers: "changes other choices", "ändert anderes", "modifie d’autres choix", "cambia otras opciones", "يغيّر خيارات أخرى";
    CompleteFrom: "Complete from {}", "Komplett ab {}", "Complet à partir de {}", "Completo desde {}", "كامل ابتداءً من {}";
    Undo: "Undo", "Rückgängig", "Annuler", "Deshacer", "تراجع";
    TakeAnyway: "Press Enter to take it all the same.", "Mit der Eingabetaste trotzdem nehmen.", "Appuyez sur Entrée pour le prendre quand même.", "Pulse Intro para elegirlo de todos modos.", "اضغط Enter لاختياره رغم ذلك.";
    Limits: "{0} takes {1} to {2} choices.", "{0} braucht {1} bis {2} Auswahlen.", "{0} demande de {1} à {2} choix.", "{0} admite de {1} a {2} opciones.", "{0}: من {1} إلى {2} خيارات.";
    Never: "Never to be had.", "Nie zu haben.", "Jamais disponible.", "Nunca disponible.", "غير متاح إطلاقًا.";
    NotWith: "Not with {0}.", "Nicht mit {0}.", "Pas avec {0}.", "No con {0}.", "ليس مع {0}.";
    And: " and ", " und ", " et ", " y ", " و";
    Or: " or ", " oder ", " ou ", " o ", " أو ";
    Together: " with ", " mit ", " avec ", " con ", " مع ";
    Gone: "{0} is not asked for any more.", "{0} entfällt.", "{0} n’est plus demandé.", "{0} ya no se pide.", "{0} لم يعد مطلوبًا.";
    NowIs: "Now {0}.", "Jetzt {0}.", "Maintenant {0}.", "Ahora {0}.", "الآن {0}.";
    Without: "no {0}", "kein {0}", "sans {0}", "sin {0}", "بدون {0}";
    Nothing: "nothing", "nichts", "rien", "nada", "لا شيء";
    Range: "{0} to {1}", "{0} bis {1}", "{0} à {1}", "{0} a {1}", "{0} إلى {1}";
    Needs: "{0} needs {1}.", "{0} braucht {1}.", "{0} demande {1}.", "{0} necesita {1}.", "{0} يتطلب {1}.";
    Needed: "Needed is {0}.", "Nötig ist {0}.", "Il faut {0}.", "Hace falta {0}.", "المطلوب {0}.";
    GoesNot: "{0} does not go with {1}.", "{0} passt nicht zu {1}.", "{0} ne va pas avec {1}.", "{0} no va con {1}.", "{0} لا يتوافق مع {1}.";
    NotToBeHad: "Not to be had is {0}.", "Nicht zu haben ist {0}.", "N’est pas disponible : {0}.", "No está disponible: {0}.", "غير متاح: {0}.";
    OnlyWith: "{0} is there only with {1}.", "{0} gibt es nur mit {1}.", "{0} n’existe qu’avec {1}.", "{0} solo existe con {1}.", "{0} متاح فقط مع {1}.";
    ComesWith: "{0} comes with {1}.", "{0} kommt mit {1}.", "{0} vient avec {1}.", "{0} viene con {1}.", "{0} يأتي مع {1}.";
    AtFirst: "At first there is {0}.", "Zuerst ist es {0}.", "Au départ : {0}.", "Al principio: {0}.", "في البداية: {0}.";
    Combinations: "Not every combination of {0} is made.", "Nicht jede Verbindung von {0} wird gemacht.", "Toutes les combinaisons de {0} n’existent pas.", "No se hacen todas las combinaciones de {0}.", "لا تتوفر كل تركيبات {0}.";
    Of: "{0} of {1}", "{0} von {1}", "{0} de {1}", "{0} de {1}", "{0} من {1}";
    Equal: "{0} must be {1}.", "{0} muss {1} sein.", "{0} doit être {1}.", "{0} debe ser {1}.", "يجب أن يكون {0} هو {1}.";
    Unequal: "{0} must not be {1}.", "{0} darf nicht {1} sein.", "{0} ne doit pas être {1}.", "{0} no debe ser {1}.", "يجب ألا يكون {0} هو {1}.";
    Below: "{0} must be below {1}.", "{0} muss unter {1} sein.", "{0} doit être inférieur à {1}.", "{0} debe ser menor que {1}.", "يجب أن يكون {0} أقل من {1}.";
    AtMost: "{0} must be at most {1}.", "{0} darf höchstens {1} sein.", "{0} doit être au plus {1}.", "{0} debe ser como máximo {1}.", "يجب ألا يتجاوز {0} {1}.";
    Above: "{0} must be above {1}.", "{0} muss über {1} sein.", "{0} doit être supérieur à {1}.", "{0} debe ser mayor que {1}.", "يجب أن يكون {0} أكبر من {1}.";
    AtLeast: "{0} must be at least {1}.", "{0} muss mindestens {1} sein.", "{0} doit être au moins {1}.", "{0} debe ser al menos {1}.", "يجب ألا يقل {0} عن {1}.";
    SumAtLeast: "{0} of {1} together must be at least {2}.", "{0} von {1} muss zusammen mindestens {2} sein.", "{0} de {1} doit faire ensemble au moins {2}.", "{0} de {1} debe sumar al menos {2}.", "مجموع {0} لـ {1} يجب ألا يقل عن {2}.";
    SumAtMost: "{0} of {1} together must be at most {2}.", "{0} von {1} darf zusammen höchstens {2} sein.", "{0} de {1} doit faire ensemble au plus {2}.", "{0} de {1} debe sumar como máximo {2}.", "مجموع {0} لـ {1} يجب ألا يتجاوز {2}.";
}

/// The phrase in the language of `locale`; English where there is none.
pub fn word(locale: &str, word: Word) -> &'static str {
    line(locale, word as usize)
}

fn line(locale: &str, at: usize) -> &'static str {
    let language = language_of(locale);
    let column = LANGUAGES.iter().position(|l| l.eq_ignore_ascii_case(language)).unwrap_or(0);
    TABLE[column].split('\n').nth(at).unwrap_or_default()
}

/// A phrase about rules. They stand in the table as in core.
pub fn rule_phrase(locale: &str, phrase: Phrase) -> &'static str {
    line(locale, Word::Limits as usize + phrase as usize)
}

/// The phrase with `text` put in.
pub fn phrase(locale: &str, phrase: Word, text: &str) -> String {
    match word(locale, phrase).split_once('{') {
        Some((before, after)) => [before, text, after.trim_start_matches('}')].concat(),
        None => word(locale, phrase).to_owned(),
    }
}

/// Whether `locale` is written from right to left.
pub fn is_rtl(locale: &str) -> bool {
    matches!(language_of(locale), "ar" | "he" | "fa" | "ur" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb")
}

/// `rtl` or `ltr`, for the attribute `dir`.
pub fn direction(locale: &str) -> &'static str {
    if is_rtl(locale) { "rtl" } else { "ltr" }
}
