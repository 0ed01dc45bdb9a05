// The words of the PC in five languages, for pc.mjs: titles, help, and the sentences of the rules.
const five = (en, de, fr, es, ar) => ({ en, de, fr, es, ar });

export const WORDS = {
  title: five('A PC from scratch', 'Ein PC von Grund auf', 'Un PC de A à Z', 'Un PC desde cero', 'حاسوب من الصفر'),
  case: five('Case', 'Gehäuse', 'Boîtier', 'Caja', 'الهيكل'),
  finish: five('Case colour', 'Gehäusefarbe', 'Couleur du boîtier', 'Color de la caja', 'لون الهيكل'),
  processor: five('Processor', 'Prozessor', 'Processeur', 'Procesador', 'المعالج'),
  mainboard: five('Mainboard', 'Mainboard', 'Carte mère', 'Placa base', 'اللوحة الأم'),
  memory: five('Memory', 'Arbeitsspeicher', 'Mémoire', 'Memoria', 'الذاكرة'),
  cooler: five('Processor cooler', 'Prozessorkühler', 'Refroidisseur', 'Disipador', 'مبرد المعالج'),
  graphics: five('Graphics card', 'Grafikkarte', 'Carte graphique', 'Tarjeta gráfica', 'بطاقة الرسوميات'),
  cards: five('More cards', 'Weitere Karten', 'Autres cartes', 'Otras tarjetas', 'بطاقات أخرى'),
  power: five('Power supply', 'Netzteil', 'Alimentation', 'Fuente de alimentación', 'مزود الطاقة'),
  ssd: five('Drive 1', 'Laufwerk 1', 'Disque 1', 'Unidad 1', 'القرص 1'),
  ssd2: five('Drive 2', 'Laufwerk 2', 'Disque 2', 'Unidad 2', 'القرص 2'),
  disk: five('Hard disks', 'Festplatten', 'Disques durs', 'Discos duros', 'الأقراص الصلبة'),
  fans: five('Case fans', 'Gehäuselüfter', 'Ventilateurs du boîtier', 'Ventiladores de caja', 'مراوح الهيكل'),
  led: five('Light', 'Licht', 'Lumière', 'Luz', 'الإضاءة'),
  engraving: five('Engraving', 'Gravur', 'Gravure', 'Grabado', 'النقش'),
  system: five('Operating system', 'Betriebssystem', 'Système d’exploitation', 'Sistema operativo', 'نظام التشغيل'),
  monitor: five('Monitor', 'Monitor', 'Écran', 'Monitor', 'الشاشة'),
  keyboard: five('Keyboard', 'Tastatur', 'Clavier', 'Teclado', 'لوحة المفاتيح'),
  mouse: five('Mouse', 'Maus', 'Souris', 'Ratón', 'الفأرة'),
  assembly: five('Built, wired and tested', 'Gebaut, verkabelt und geprüft', 'Monté, câblé et testé', 'Montado, cableado y probado', 'مركّب وموصول ومختبر'),
  none: five('None', 'Keine', 'Sans', 'Sin', 'بدون'),
  noGraphics: five('None: the processor draws', 'Keine: der Prozessor zeichnet', 'Aucune : le processeur suffit', 'Ninguna: basta el procesador', 'بدون: المعالج يكفي'),
  bundle: five('Keyboard and mouse together', 'Tastatur und Maus zusammen', 'Clavier et souris ensemble', 'Teclado y ratón juntos', 'لوحة المفاتيح والفأرة معًا'),
  linux: five('Linux, installed', 'Linux, eingerichtet', 'Linux, installé', 'Linux, instalado', 'لينكس، مثبّت'),
  inside: five('Inside', 'Innen', 'Intérieur', 'Interior', 'من الداخل'),
  front: five('Front', 'Vorne', 'Devant', 'Delante', 'الأمام'),
  desk: five('On the desk', 'Auf dem Tisch', 'Sur le bureau', 'En la mesa', 'على المكتب'),
  wifi: five('Wi-Fi 7', 'WLAN 7', 'Wi-Fi 7', 'Wi-Fi 7', 'واي فاي 7'),
  lan: five('Network, 10 Gbit/s', 'Netzwerk, 10 Gbit/s', 'Réseau, 10 Gbit/s', 'Red, 10 Gbit/s', 'شبكة، 10 غيغابت/ث'),
  sound: five('Sound card', 'Soundkarte', 'Carte son', 'Tarjeta de sonido', 'بطاقة صوت'),
  capture: five('Video capture, 4K', 'Videoaufnahme, 4K', 'Capture vidéo, 4K', 'Captura de vídeo, 4K', 'التقاط فيديو 4K'),
  usb: five('Four more USB-C', 'Vier weitere USB-C', 'Quatre USB-C de plus', 'Cuatro USB-C más', 'أربعة منافذ USB-C إضافية'),
};

export const HELP = {
  case: five('Towers are drawn to scale, small boxes a little larger. Litres are the outer volume.', 'Türme sind maßstäblich gezeichnet, kleine Gehäuse etwas größer. Liter sind das Außenvolumen.', 'Les tours sont à l’échelle, les petits boîtiers un peu plus grands. Les litres sont le volume extérieur.', 'Las torres están a escala, las cajas pequeñas algo mayores. Los litros son el volumen exterior.', 'الأبراج مرسومة بالمقياس، والهياكل الصغيرة أكبر قليلًا. اللترات هي الحجم الخارجي.'),
  mainboard: five('It decides on the size, the memory and how much can be plugged in.', 'Es bestimmt Größe, Speicher und was alles hineinpasst.', 'Elle décide de la taille, de la mémoire et du nombre de connexions.', 'Decide el tamaño, la memoria y cuánto se puede conectar.', 'تحدد الحجم والذاكرة وعدد ما يمكن توصيله.'),
  power: five('We load a power supply to four fifths at most. The rest is for the next card.', 'Wir lasten Netzteile höchstens zu vier Fünfteln aus. Der Rest ist für die nächste Karte.', 'Nous chargeons une alimentation aux quatre cinquièmes au plus. Le reste attend la prochaine carte.', 'Cargamos la fuente a cuatro quintos como máximo. El resto es para la próxima tarjeta.', 'نحمّل مزود الطاقة أربعة أخماسه على الأكثر، والباقي للبطاقة القادمة.'),
  led: five('All parts that glow take this colour.', 'Alle leuchtenden Teile nehmen diese Farbe an.', 'Toutes les pièces lumineuses prennent cette couleur.', 'Todas las piezas luminosas toman este color.', 'كل القطع المضيئة تأخذ هذا اللون.'),
  fans: five('Front plus back.', 'Vorne plus hinten.', 'Avant plus arrière.', 'Delante más detrás.', 'الأمام زائد الخلف.'),
  engraving: five('By laser, on the lower edge of the front.', 'Mit dem Laser, an der unteren Kante der Front.', 'Au laser, sur le bord inférieur de la façade.', 'Con láser, en el borde inferior del frente.', 'بالليزر على الحافة السفلية للواجهة.'),
};

export const PRESET = {
  office: five('Office', 'Büro', 'Bureau', 'Oficina', 'مكتب'),
  gaming: five('Gaming', 'Spiele', 'Jeu', 'Juegos', 'ألعاب'),
  studio: five('Studio', 'Studio', 'Studio', 'Estudio', 'استوديو'),
  quiet: five('Small and silent', 'Klein und leise', 'Petit et silencieux', 'Pequeño y silencioso', 'صغير وصامت'),
};

export const STEP = {
  case: five('Case and fans', 'Gehäuse und Lüfter', 'Boîtier et ventilateurs', 'Caja y ventiladores', 'الهيكل والمراوح'),
  core: five('Processor, board and memory', 'Prozessor, Board und Speicher', 'Processeur, carte mère et mémoire', 'Procesador, placa y memoria', 'المعالج واللوحة والذاكرة'),
  drives: five('Drives', 'Laufwerke', 'Disques', 'Unidades', 'الأقراص'),
  graphics: five('Graphics and power', 'Grafik und Strom', 'Graphismes et alimentation', 'Gráficos y energía', 'الرسوميات والطاقة'),
  look: five('Light and engraving', 'Licht und Gravur', 'Lumière et gravure', 'Luz y grabado', 'الإضاءة والنقش'),
  desk: five('System and desk', 'System und Tisch', 'Système et bureau', 'Sistema y escritorio', 'النظام والمكتب'),
};

export const FINISH = {
  black: five('Black', 'Schwarz', 'Noir', 'Negro', 'أسود'),
  white: five('White', 'Weiß', 'Blanc', 'Blanco', 'أبيض'),
  silver: five('Silver', 'Silber', 'Argent', 'Plata', 'فضي'),
  navy: five('Navy', 'Marineblau', 'Bleu marine', 'Azul marino', 'كحلي'),
  sage: five('Sage', 'Salbei', 'Sauge', 'Salvia', 'أخضر مريمي'),
  rose: five('Rose', 'Rosé', 'Rose', 'Rosa', 'وردي'),
};

export const LIGHT = {
  off: five('Off', 'Aus', 'Éteinte', 'Apagada', 'مطفأة'),
  white: five('White', 'Weiß', 'Blanc', 'Blanco', 'أبيض'),
  amber: five('Amber', 'Bernstein', 'Ambre', 'Ámbar', 'كهرماني'),
  red: five('Red', 'Rot', 'Rouge', 'Rojo', 'أحمر'),
  pink: five('Pink', 'Pink', 'Rose', 'Rosa', 'وردي'),
  purple: five('Purple', 'Violett', 'Violet', 'Violeta', 'بنفسجي'),
  blue: five('Blue', 'Blau', 'Bleu', 'Azul', 'أزرق'),
  teal: five('Teal', 'Petrol', 'Turquoise', 'Turquesa', 'فيروزي'),
  green: five('Green', 'Grün', 'Vert', 'Verde', 'أخضر'),
  prism: five('Prism', 'Prisma', 'Prisme', 'Prisma', 'طيف'),
};

export const BECAUSE = {
  finish: five('This case is not made in that colour.', 'Dieses Gehäuse gibt es nicht in dieser Farbe.', 'Ce boîtier n’existe pas dans cette couleur.', 'Esta caja no se fabrica en ese color.', 'هذا الهيكل غير متوفر بهذا اللون.'),
  socket: five('The processor has to fit the socket of the mainboard.', 'Der Prozessor muss in den Sockel des Mainboards passen.', 'Le processeur doit correspondre au socket de la carte mère.', 'El procesador debe encajar en el zócalo de la placa base.', 'يجب أن يناسب المعالج مقبس اللوحة الأم.'),
  vrm: five('The processor draws more power than the mainboard can feed it.', 'Der Prozessor zieht mehr Strom, als das Mainboard liefern kann.', 'Le processeur demande plus de puissance que la carte mère n’en fournit.', 'El procesador pide más potencia de la que da la placa base.', 'يحتاج المعالج إلى طاقة أكثر مما توفره اللوحة الأم.'),
  memory: five('Mainboard and memory have to be of one kind, DDR4 or DDR5.', 'Mainboard und Speicher müssen von einer Art sein, DDR4 oder DDR5.', 'La carte mère et la mémoire doivent être du même type, DDR4 ou DDR5.', 'La placa base y la memoria deben ser del mismo tipo, DDR4 o DDR5.', 'يجب أن تكون اللوحة الأم والذاكرة من نوع واحد، DDR4 أو DDR5.'),
  dimms: five('The mainboard has fewer memory slots.', 'Das Mainboard hat weniger Speicherplätze.', 'La carte mère a moins d’emplacements mémoire.', 'La placa base tiene menos ranuras de memoria.', 'في اللوحة الأم فتحات ذاكرة أقل.'),
  capacity: five('That is more memory than the mainboard can address.', 'Das ist mehr Speicher, als das Mainboard ansprechen kann.', 'C’est plus de mémoire que la carte mère n’en gère.', 'Es más memoria de la que admite la placa base.', 'هذه ذاكرة أكثر مما تدعمه اللوحة الأم.'),
  mhz: five('The mainboard does not run memory at this speed.', 'Das Mainboard betreibt Speicher nicht mit diesem Takt.', 'La carte mère ne gère pas cette vitesse de mémoire.', 'La placa base no admite memoria de esta velocidad.', 'لا تشغّل اللوحة الأم الذاكرة بهذه السرعة.'),
  form: five('The mainboard is too large for the case.', 'Das Mainboard ist zu groß für das Gehäuse.', 'La carte mère est trop grande pour le boîtier.', 'La placa base es demasiado grande para la caja.', 'اللوحة الأم أكبر من الهيكل.'),
  bracket: five('This cooler is not made for that processor’s socket.', 'Dieser Kühler passt nicht auf den Sockel dieses Prozessors.', 'Ce refroidisseur n’est pas prévu pour le socket de ce processeur.', 'Este disipador no es para el zócalo de ese procesador.', 'هذا المبرد غير مصمم لمقبس هذا المعالج.'),
  heat: five('The cooler is too weak for the processor’s heat.', 'Der Kühler ist zu schwach für die Wärme des Prozessors.', 'Le refroidisseur est trop faible pour la chaleur du processeur.', 'El disipador es débil para el calor del procesador.', 'المبرد أضعف من حرارة المعالج.'),
  height: five('The cooler is too high for the case.', 'Der Kühler ist zu hoch für das Gehäuse.', 'Le refroidisseur est trop haut pour le boîtier.', 'El disipador es demasiado alto para la caja.', 'المبرد أعلى من الهيكل.'),
  radiator: five('The case has no place for this radiator.', 'Das Gehäuse hat keinen Platz für diesen Radiator.', 'Le boîtier n’a pas de place pour ce radiateur.', 'La caja no tiene sitio para este radiador.', 'لا مكان في الهيكل لهذا المشع.'),
  clearance: five('The memory is too tall for this cooler, which reaches over it.', 'Der Speicher ist zu hoch für diesen Kühler, der über ihn ragt.', 'La mémoire est trop haute pour ce refroidisseur, qui la surplombe.', 'La memoria es demasiado alta para este disipador, que la cubre.', 'الذاكرة أعلى من أن تتسع تحت هذا المبرد.'),
  length: five('The graphics card is too long for the case.', 'Die Grafikkarte ist zu lang für das Gehäuse.', 'La carte graphique est trop longue pour le boîtier.', 'La tarjeta gráfica es demasiado larga para la caja.', 'بطاقة الرسوميات أطول من الهيكل.'),
  slots: five('The case has not enough slots for all cards.', 'Das Gehäuse hat nicht genug Steckplätze für alle Karten.', 'Le boîtier n’a pas assez d’emplacements pour toutes les cartes.', 'La caja no tiene ranuras para todas las tarjetas.', 'ليس في الهيكل فتحات كافية لكل البطاقات.'),
  pcie: five('The mainboard takes fewer cards.', 'Das Mainboard nimmt weniger Karten auf.', 'La carte mère accepte moins de cartes.', 'La placa base admite menos tarjetas.', 'تتسع اللوحة الأم لبطاقات أقل.'),
  picture: five('Without a graphics card the processor has to have graphics of its own.', 'Ohne Grafikkarte muss der Prozessor eine eigene Grafik haben.', 'Sans carte graphique, le processeur doit avoir la sienne.', 'Sin tarjeta gráfica, el procesador debe tener gráficos propios.', 'من دون بطاقة رسوميات يجب أن يكون للمعالج رسوميات خاصة به.'),
  watts: five('All parts together may draw four fifths of what the power supply gives.', 'Alle Teile zusammen dürfen vier Fünftel dessen ziehen, was das Netzteil liefert.', 'Toutes les pièces ensemble peuvent tirer les quatre cinquièmes de l’alimentation.', 'Todas las piezas juntas pueden consumir cuatro quintos de la fuente.', 'يجوز أن تستهلك القطع معًا أربعة أخماس ما يعطيه مزود الطاقة.'),
  pins: five('The power supply has not enough 8-pin plugs for the graphics card.', 'Das Netzteil hat nicht genug 8-polige Stecker für die Grafikkarte.', 'L’alimentation n’a pas assez de prises 8 broches pour la carte graphique.', 'La fuente no tiene conectores de 8 pines para la tarjeta gráfica.', 'ليس في مزود الطاقة مقابس 8 دبابيس كافية لبطاقة الرسوميات.'),
  hpwr: five('The graphics card needs a 12V-2x6 plug, which the power supply lacks.', 'Die Grafikkarte braucht einen 12V-2x6-Stecker, den das Netzteil nicht hat.', 'La carte graphique demande une prise 12V-2x6 que l’alimentation n’a pas.', 'La tarjeta gráfica necesita un conector 12V-2x6 que la fuente no tiene.', 'تحتاج بطاقة الرسوميات إلى مقبس 12V-2x6 غير موجود في مزود الطاقة.'),
  supply: five('The case takes power supplies of another form.', 'Das Gehäuse nimmt Netzteile einer anderen Bauform auf.', 'Le boîtier accepte un autre format d’alimentation.', 'La caja admite fuentes de otro formato.', 'يأخذ الهيكل مزود طاقة بشكل آخر.'),
  supplyLength: five('The power supply is too long for the case.', 'Das Netzteil ist zu lang für das Gehäuse.', 'L’alimentation est trop longue pour le boîtier.', 'La fuente es demasiado larga para la caja.', 'مزود الطاقة أطول من الهيكل.'),
  m2: five('The mainboard has not enough M.2 slots.', 'Das Mainboard hat nicht genug M.2-Plätze.', 'La carte mère n’a pas assez d’emplacements M.2.', 'La placa base no tiene suficientes ranuras M.2.', 'ليس في اللوحة الأم فتحات M.2 كافية.'),
  gen: five('This drive is faster than the mainboard’s M.2 slots.', 'Dieses Laufwerk ist schneller als die M.2-Plätze des Mainboards.', 'Ce disque est plus rapide que les emplacements M.2 de la carte mère.', 'Esta unidad es más rápida que las ranuras M.2 de la placa base.', 'هذا القرص أسرع من فتحات M.2 في اللوحة الأم.'),
  sata: five('The mainboard has not enough SATA ports.', 'Das Mainboard hat nicht genug SATA-Anschlüsse.', 'La carte mère n’a pas assez de ports SATA.', 'La placa base no tiene suficientes puertos SATA.', 'ليس في اللوحة الأم منافذ SATA كافية.'),
  bays25: five('The case has no more bays for 2.5-inch drives.', 'Das Gehäuse hat keine weiteren Schächte für 2,5-Zoll-Laufwerke.', 'Le boîtier n’a plus de baies 2,5 pouces.', 'La caja no tiene más bahías de 2,5 pulgadas.', 'لا توجد في الهيكل حجرات أخرى لأقراص 2.5 بوصة.'),
  bays35: five('The case has not enough bays for these hard disks.', 'Das Gehäuse hat nicht genug Schächte für diese Festplatten.', 'Le boîtier n’a pas assez de baies pour ces disques durs.', 'La caja no tiene bahías para estos discos duros.', 'ليس في الهيكل حجرات كافية لهذه الأقراص.'),
  fans: five('These fans do not fit the mounts of the case.', 'Diese Lüfter passen nicht auf die Halterungen des Gehäuses.', 'Ces ventilateurs ne correspondent pas aux fixations du boîtier.', 'Estos ventiladores no encajan en los soportes de la caja.', 'لا تناسب هذه المراوح مواضع التثبيت في الهيكل.'),
  led: five('Light needs a part that glows: fans, memory, cooler or graphics card.', 'Licht braucht ein Teil, das leuchtet: Lüfter, Speicher, Kühler oder Grafikkarte.', 'La lumière demande une pièce lumineuse : ventilateurs, mémoire, refroidisseur ou carte graphique.', 'La luz necesita una pieza luminosa: ventiladores, memoria, disipador o tarjeta gráfica.', 'تحتاج الإضاءة إلى قطعة مضيئة: المراوح أو الذاكرة أو المبرد أو بطاقة الرسوميات.'),
  card: five('This monitor needs a graphics card.', 'Dieser Monitor braucht eine Grafikkarte.', 'Cet écran demande une carte graphique.', 'Este monitor necesita una tarjeta gráfica.', 'تحتاج هذه الشاشة إلى بطاقة رسوميات.'),
  level: five('This monitor needs a faster graphics card.', 'Dieser Monitor braucht eine schnellere Grafikkarte.', 'Cet écran demande une carte graphique plus rapide.', 'Este monitor necesita una tarjeta gráfica más rápida.', 'تحتاج هذه الشاشة إلى بطاقة رسوميات أسرع.'),
  install: five('We install the system on a built and tested PC only.', 'Wir richten das System nur auf einem gebauten und geprüften PC ein.', 'Nous n’installons le système que sur un PC monté et testé.', 'Solo instalamos el sistema en un PC montado y probado.', 'لا نثبّت النظام إلا على حاسوب مركّب ومختبر.'),
  boot: five('Drive 1 comes before drive 2, and is at least as fast.', 'Laufwerk 1 ist mindestens so schnell wie Laufwerk 2.', 'Le disque 1 est au moins aussi rapide que le disque 2.', 'La unidad 1 es al menos tan rápida como la 2.', 'القرص 1 لا يقل سرعة عن القرص 2.'),
};

/** "8 cores", with the Arabic that the number asks for. */
export const cores = (n) => five(`${n} cores`, `${n} Kerne`, `${n} cœurs`, `${n} núcleos`, n > 10 ? `${n} نواة` : `${n} أنوية`);
