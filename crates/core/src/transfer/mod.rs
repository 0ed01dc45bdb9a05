//! A design on another product: what was picked is carried over by the `role` of options, and there by the facets and colours of choices.
//!
//! [`transfer`] says what comes along and what is left out. [`taste`] starts products, and orders their choices, by what was designed before. In the part
//! `worn` of the widget.

mod look;
mod reveal;
pub mod taste;

pub use taste::Taste;

use crate::image::Placed;
use crate::product::{ImageOption, Kind, Product, ProductOption, Role};
use crate::selection::{Pick, Selection};
use look::Look;
use reveal::{Way, in_first_view};

/// Makes a selection one that the rules of its product allow; `None` when nothing can be bought. [`crate::compat::Compiled::repair`] does; where there
/// are no rules, a copy will do.
pub type Repair<'a> = &'a dyn Fn(&Selection) -> Option<Selection>;

/// Whether a picture is at hand, by its SHA-256, and such that the option takes it: a file of one of its kinds, and not too large.
pub type Has<'a> = &'a dyn Fn(&ImageOption, &str) -> bool;

words! {
    /// What of a design does not come along.
    pub enum Left, "left" {
        /// The main colour.
        Color = "color",
        /// The pattern.
        Pattern = "pattern",
        /// The second colour.
        Secondary = "secondary",
        /// The colour of a detail.
        Accent = "accent",
        /// The letters.
        Monogram = "monogram",
        /// The shopper's own picture.
        Logo = "logo",
    }
}

/// A design on another product.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// What is picked there. It breaks no rule.
    pub selection: Selection,
    /// What does not come along, in the order of [`Left`], each once.
    pub left: Vec<Left>,
    /// Whether anything does.
    pub came: bool,
}

/// What is carried over: looks by what they are for, letters, pictures.
#[derive(Default)]
struct Design {
    main: Vec<Look>,
    secondary: Vec<Look>,
    accent: Vec<Look>,
    letters: Vec<String>,
    pictures: Vec<Placed>,
}

impl Design {
    /// What the shopper changed in options that have a role. What was left as it was offered says nothing.
    fn of(product: &Product, selection: &Selection) -> Design {
        let start = Selection::defaults(product);
        let (mut design, mut patterns) = (Design::default(), Vec::new());
        for (index, option) in product.options.iter().enumerate() {
            let (Some(role), Some(pick)) = (option.role, selection.pick(index)) else { continue };
            if start.pick(index) == Some(pick) {
                continue;
            }
            match pick {
                Pick::Text(text) if !text.is_empty() => design.letters.push(text.clone()),
                Pick::Image(Some(placed)) => design.pictures.push(placed.clone()),
                _ => {
                    let list = match role {
                        Role::Pattern => &mut patterns,
                        _ => match design.looks_mut(role) {
                            Some(list) => list,
                            None => continue,
                        },
                    };
                    list.extend(Look::of(option, pick));
                }
            }
        }
        // Where the pattern is chosen apart from the colour, both are one look.
        match patterns.into_iter().next() {
            Some(pattern) if design.main.is_empty() => design.main.push(pattern),
            Some(pattern) => design.main.iter_mut().for_each(|look| look.wear(&pattern)),
            None => {}
        }
        design
    }

    fn looks_mut(&mut self, role: Role) -> Option<&mut Vec<Look>> {
        match role {
            Role::Primary | Role::Pattern => Some(&mut self.main),
            Role::Secondary => Some(&mut self.secondary),
            Role::Accent => Some(&mut self.accent),
            Role::Monogram | Role::Logo => None,
        }
    }

    fn looks(&self, role: Role) -> &[Look] {
        match role {
            Role::Primary | Role::Pattern => &self.main,
            Role::Secondary => &self.secondary,
            Role::Accent => &self.accent,
            Role::Monogram | Role::Logo => &[],
        }
    }
}

/// What matters least comes first: of what does not go together the latest pick stays.
const ORDER: [Role; 6] =
    [Role::Accent, Role::Secondary, Role::Logo, Role::Monogram, Role::Pattern, Role::Primary];

/// Puts the design that `selection` of `from` is onto `to`. `None` when nothing of `to` can be bought. The same arguments always give the same
/// answer, and on the product itself the design stays as it is, less pictures that cannot be had.
pub fn transfer(
    from: &Product,
    selection: &Selection,
    to: &Product,
    repair: Repair,
    has: Has,
) -> Option<Transfer> {
    if from.id == to.id {
        let (mut same, _) = Selection::from_value(to, &selection.to_value(from));
        let mut left = Vec::new();
        for (index, option) in to.options.iter().enumerate() {
            if let (Kind::Image(kind), Some(Pick::Image(Some(placed)))) = (&option.kind, same.pick(index))
                && !has(kind, &placed.file)
            {
                same = same.with(to, index, Pick::Image(None));
                left = vec![Left::Logo];
            }
        }
        return Some(Transfer { selection: repair(&same)?, left, came: true });
    }
    put(&Design::of(from, selection), to, repair, has)
}

/// So many sets of picks at most are mended to find what shows letters and pictures.
const MENDED: usize = 48;

/// Letters and pictures that rules hide are tried with what shows their option: of all ways the one that leaves behind what matters least, if that is less
/// than without it, and of equal ones one that the first view has.
fn put(design: &Design, to: &Product, repair: Repair, has: Has) -> Option<Transfer> {
    let own = own_picks(design, to, has);
    let mut picked = Way::new();
    let mut best = worn(design, to, repair, &picked, &own)?;
    let mut left = MENDED;
    for (option, pick) in &own {
        if best.selection.pick(*option) != Some(&Pick::Hidden)
            || !matches!(pick, Pick::Text(_) | Pick::Image(_))
        {
            continue;
        }
        let at_first = missing(&own, &best);
        let mut found: Option<(Transfer, Way)> = None;
        for more in reveal::ways(to, &best.selection, *option) {
            if left == 0 {
                break;
            }
            left -= 1;
            let with = [picked.as_slice(), &more].concat();
            let Some(other) = worn(design, to, repair, &with, &own) else { continue };
            let rank = |put: &Transfer| (missing(&own, put), !in_first_view(to, &put.selection, *option));
            let is_better = match &found {
                Some((known, _)) => rank(&other) < rank(known),
                None => missing(&own, &other) < at_first,
            };
            if is_better && other.selection.pick(*option) == Some(pick) {
                found = Some((other, with));
            }
        }
        if let Some((other, with)) = found {
            (best, picked) = (other, with);
        }
    }
    Some(best)
}

/// What is missing of a design that is put on a product, what matters most first: colour and pattern, how many letters, how many pictures, details.
fn missing(own: &Way, put: &Transfer) -> (usize, usize, usize, usize) {
    let count = |is: fn(&Pick) -> bool| {
        own.iter().filter(|(option, pick)| is(pick) && put.selection.pick(*option) != Some(pick)).count()
    };
    let left = |first: Left, second: Left| {
        2 * usize::from(put.left.contains(&first)) + usize::from(put.left.contains(&second))
    };
    (
        left(Left::Color, Left::Pattern),
        count(|pick| matches!(pick, Pick::Text(_))),
        count(|pick| matches!(pick, Pick::Image(_))),
        left(Left::Secondary, Left::Accent),
    )
}

/// A design, of which `to` takes the picks `own`, with `first` picked before them.
fn worn(design: &Design, to: &Product, repair: Repair, first: &Way, own: &Way) -> Option<Transfer> {
    let mut selection = Selection::defaults(to);
    for (option, pick) in first.iter().chain(own) {
        selection = selection.with(to, *option, pick.clone());
    }
    let selection = repair(&selection)?;
    let (left, came) = compare(design, to, &selection);
    Some(Transfer { selection, left, came })
}

/// What the options of `to` take of a design, the least important first.
fn own_picks(design: &Design, to: &Product, has: Has) -> Way {
    let mut picks = Way::new();
    for role in ORDER {
        let takes = |option: &ProductOption| match (role, &option.kind) {
            (Role::Monogram, kind) => matches!(kind, Kind::Text(_)),
            (Role::Logo, kind) => matches!(kind, Kind::Image(_)),
            (_, kind) => !matches!(kind, Kind::Text(_) | Kind::Image(_)),
        };
        let own =
            to.options.iter().enumerate().filter(|(_, option)| option.role == Some(role) && takes(option));
        for (place, (index, option)) in own.enumerate() {
            picks.extend(pick(design, role, option, place, has).map(|pick| (index, pick)));
        }
    }
    picks
}

/// What the option that is at `place` among those of its kind with its role takes of a design. Details of which one has a look and another more places have it in all of
/// them; letters and pictures are not repeated.
fn pick(design: &Design, role: Role, option: &ProductOption, place: usize, has: Has) -> Option<Pick> {
    match &option.kind {
        Kind::Text(kind) => match kind.clean(design.letters.get(place)?) {
            (clean, None) => Some(Pick::Text(clean)),
            _ => None,
        },
        Kind::Image(kind) => {
            let placed = design.pictures.get(place).filter(|placed| has(kind, &placed.file))?;
            Some(Pick::Image(Some(Placed::new(placed.file.clone()))))
        }
        _ => {
            let looks = design.looks(role);
            looks.get(place).or(looks.last())?.pick(option)
        }
    }
}

/// What of a design is on a product, and what is not.
fn compare(design: &Design, to: &Product, selection: &Selection) -> (Vec<Left>, bool) {
    let picks = |is: &dyn Fn(Role) -> bool| -> Vec<(&ProductOption, &Pick)> {
        let options = to.options.iter().enumerate().filter(|(_, option)| option.role.is_some_and(is));
        options.filter_map(|(index, option)| Some((option, selection.pick(index)?))).collect()
    };
    let (mut left, mut came) = (Vec::new(), false);
    let mut note = |has: Option<bool>, what: Left| match has {
        Some(true) => came = true,
        Some(false) if !left.contains(&what) => left.push(what),
        _ => {}
    };
    let main = picks(&|role| matches!(role, Role::Primary | Role::Pattern));
    for look in &design.main {
        note(look.any(&main, Look::color_fits), Left::Color);
        note(look.any(&main, Look::pattern_fits), Left::Pattern);
    }
    for (role, what) in [(Role::Secondary, Left::Secondary), (Role::Accent, Left::Accent)] {
        let own = picks(&|other| other == role);
        for look in design.looks(role) {
            note(look.any(&own, Look::color_fits), what);
        }
    }
    let own = picks(&|role| role == Role::Monogram);
    for text in &design.letters {
        let same = |(option, pick): &(&ProductOption, &Pick)| match (&option.kind, pick) {
            (Kind::Text(kind), Pick::Text(there)) => kind.clean(text).0 == *there,
            _ => false,
        };
        note(Some(own.iter().any(same)), Left::Monogram);
    }
    let own = picks(&|role| role == Role::Logo);
    for placed in &design.pictures {
        let same = |(_, pick): &(&ProductOption, &Pick)| matches!(pick, Pick::Image(Some(there)) if there.file == placed.file);
        note(Some(own.iter().any(same)), Left::Logo);
    }
    left.sort_unstable_by_key(|left| *left as u8);
    (left, came)
}
