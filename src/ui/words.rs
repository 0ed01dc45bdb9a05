//! The words of the interface, in five languages.

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
    QuantityDiscount: "Quantity discount", "Mengenrabatt", "Remise sur quantité", "Descuento por cantidad", "خصم الكمية";
    Rounding: "Rounding", "Rundung", "Arrondi", "Redondeo", "التقريب";
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
}

/// The phrase in the language of `locale`; English where there is none.
pub fn word(locale: &str, word: Word) -> &'static str {
    let language = language_of(locale);
    let column = LANGUAGES.iter().position(|l| l.eq_ignore_ascii_case(language)).unwrap_or(0);
    TABLE[column].split('\n').nth(word as usize).unwrap_or_default()
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
