//! One grid: what was looked for, what was found, and which tiles are drawn.

use crate::app::configurator::State;
use crate::platform::dom;
use crate::ui::grid::{self, Parts, Tile, style};
use crate::ui::marks::write;
use crate::ui::preview::Addresses;
use crate::ui::setting::Setting;
use crate::ui::words::is_rtl;
use gloo::events::EventListener;
use haberdash_core::find::{Finder, Wish};
use haberdash_core::number::Digits;
use haberdash_core::product::Kind;
use haberdash_core::selection::Pick;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, ResizeObserver};

/// About so far it is from one tile to the next, in pixels: as many are in a row as fill it best.
const ABOUT: i32 = 82;
/// Between two tiles, in pixels.
const GAP: i32 = 10;
/// What the box has around its tiles, at both sides together; the sheet of parts says so.
const AROUND: i32 = 14;
/// So many rows are drawn above and below what is seen.
const MORE: usize = 1;

/// What hears that the box has another size, or is scrolled.
type Watch = (ResizeObserver, Closure<dyn FnMut()>, EventListener);

pub(super) struct Grid {
    pub option: usize,
    pub holder: Element,
    setting: Rc<Setting>,
    addresses: Addresses,
    name: String,
    is_radio: bool,
    parts: Parts,
    finder: Finder,
    wish: RefCell<Wish>,
    /// The choices in the order they are shown: those found; before them the one that is picked, where it was not found.
    shown: RefCell<Vec<usize>>,
    columns: Cell<usize>,
    /// From one tile to the next, in pixels.
    step: Cell<i32>,
    /// How high the box is, and how far it is scrolled: asked of the browser when it has laid the page out, and never in a click.
    height: Cell<i32>,
    top: Cell<i32>,
    /// The tiles that are drawn, by their places.
    tiles: RefCell<Vec<Tile>>,
    picked: RefCell<Vec<usize>>,
    off: RefCell<Vec<usize>>,
    /// Of boxes, the one that Tab goes to.
    current: Cell<usize>,
    watch: RefCell<Option<Watch>>,
}

impl Drop for Grid {
    fn drop(&mut self) {
        if let Some((observer, ..)) = self.watch.take() {
            observer.disconnect();
        }
    }
}

impl Grid {
    pub(super) fn new(
        state: &State,
        option: usize,
        holder: Element,
        addresses: Addresses,
    ) -> Option<Rc<Grid>> {
        let setting = Rc::clone(&state.setting);
        let kind = &setting.product.options.get(option)?.kind;
        let titles = setting.choices(option).iter().map(|choice| setting.title(choice));
        let names = setting.product.extras.as_ref().map(|extras| &extras.facet_titles);
        let name =
            |id: &str| names.and_then(|names| names.get(id)).map_or("", |name| setting.text(name)).to_owned();
        let finder = Finder::new(kind.choices()?, titles, &name);
        let parts = grid::make(&setting, option, &holder, &finder)?;
        let made = Rc::new(Grid {
            is_radio: matches!(kind, Kind::Choice(_)),
            name: ["o", &option.digits()].concat(),
            option,
            holder,
            addresses,
            parts,
            finder,
            wish: RefCell::default(),
            shown: RefCell::default(),
            columns: Cell::new(0),
            step: Cell::new(ABOUT),
            height: Cell::new(0),
            top: Cell::new(0),
            tiles: RefCell::default(),
            picked: RefCell::default(),
            off: RefCell::default(),
            current: Cell::new(0),
            watch: RefCell::default(),
            setting,
        });
        let weak = Rc::downgrade(&made);
        let resized = Closure::<dyn FnMut()>::new(move || with(&weak, Grid::measure));
        let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        observer.observe(&made.parts.scroller);
        let weak = Rc::downgrade(&made);
        let scrolled =
            EventListener::new(&made.parts.scroller, "scroll", move |_| with(&weak, Grid::scrolled));
        *made.watch.borrow_mut() = Some((observer, resized, scrolled));
        Some(made)
    }

    /// Shows what is picked, and what cannot be had.
    pub(super) fn show(&self, state: &State) {
        let off = state.rules.as_ref().and_then(|(_, off)| off.get(self.option)).cloned().unwrap_or_default();
        let picked = match state.selection.pick(self.option) {
            Some(Pick::Choice(choice)) => vec![*choice],
            Some(Pick::Multi(list)) => list.clone(),
            _ => Vec::new(),
        };
        let is_first = self.columns.get() == 0;
        let is_other = *self.picked.borrow() != picked;
        let has_moved = is_other && self.is_radio && self.in_focus().is_none();
        if is_other {
            self.picked.replace(picked);
            self.name_picked();
        }
        self.off.replace(off);
        if is_first {
            // The browser says how large the box is before it shows it: `measure`.
            if is_other || self.shown.borrow().is_empty() {
                self.find();
            }
            return;
        }
        // The browser may have told the size before there was a pick.
        let is_new = self.shown.borrow().is_empty();
        if is_other && (is_new || self.kept().is_some_and(|picked| self.place(picked).is_none())) {
            self.find();
        }
        if has_moved {
            self.scroll_to_picked();
        }
        // A tile that is out of view goes when the box is scrolled next.
        let has = |tiles: &[Tile]| {
            let is_drawn = |picked: &usize| tiles.iter().any(|tile| tile.choice == *picked);
            !tiles.is_empty() && (!self.is_radio || self.picked.borrow().iter().all(is_drawn))
        };
        if has_moved || !has(&self.tiles.borrow()) {
            self.draw();
        }
        self.mark();
    }

    /// Says in the head of the option what is picked.
    fn name_picked(&self) {
        let picked = self.picked.borrow();
        let labels = picked.iter().filter_map(|at| self.setting.label(self.option, *at));
        let named = labels.map(|label| label.whole).collect::<Vec<_>>().join("; ");
        let group = self.holder.closest("fieldset").ok().flatten();
        if let Some(line) = group.and_then(|group| group.query_selector(".chosen").ok().flatten()) {
            write(&line, &named);
        }
    }

    /// The picked choice, where it is not among those that were found.
    fn kept(&self) -> Option<usize> {
        let picked = *self.picked.borrow().first().filter(|_| self.is_radio)?;
        let wish = self.wish.borrow();
        if *wish == Wish::default() {
            return None;
        }
        let found = self.finder.find(&wish);
        (!found.contains(&picked)).then_some(picked)
    }

    pub(super) fn seek(&self) {
        if let Some(field) = self.parts.search.dyn_ref::<HtmlInputElement>() {
            self.wish.borrow_mut().words = field.value();
            self.find();
        }
    }

    pub(super) fn filter(&self, facet: &str, value: &str) {
        self.wish.borrow_mut().toggle(facet, value);
        self.find();
    }

    pub(super) fn clear(&self) {
        self.wish.replace(Wish::default());
        if let Some(field) = self.parts.search.dyn_ref::<HtmlInputElement>() {
            field.set_value("");
            // The button goes away.
            dom::focus(Some(self.parts.search.clone()));
        }
        self.find();
    }

    /// Looks for what is wished for, and says how much of it there is.
    fn find(&self) {
        let wish = self.wish.borrow();
        let mut found = self.finder.find(&wish);
        if let Some(order) = self.setting.order(self.option) {
            found = order.iter().copied().filter(|at| found.binary_search(at).is_ok()).collect();
        }
        let is_filtered = *wish != Wish::default();
        write(&self.parts.count, &grid::found(&self.setting, found.len()));
        show_if(&self.parts.clear, is_filtered);
        show_if(&self.parts.none, found.is_empty());
        // A value counts what there would be with it, beside what is chosen of other facets.
        let mut facet_of_counts = "";
        let mut among: Vec<usize> = Vec::new();
        for (facet, value, button, count) in &self.parts.chips {
            if facet_of_counts != facet {
                facet_of_counts = facet;
                let mut others = wish.clone();
                others.facets.retain(|(name, _)| name != facet);
                among = self.finder.find(&others);
            }
            let has = |at: &&usize| self.finder.has(**at, facet, value);
            write(count, &among.iter().filter(has).count().digits());
            let _ =
                button.set_attribute("aria-pressed", if wish.has(facet, value) { "true" } else { "false" });
        }
        drop(wish);
        let kept = self.kept();
        self.shown.replace(kept.into_iter().chain(found).collect());
        self.clean();
        if self.top.replace(0) != 0 {
            self.parts.scroller.set_scroll_top(0);
        }
        self.lay_out();
    }

    /// Takes all tiles out.
    fn clean(&self) {
        for tile in self.tiles.take() {
            tile.element.remove();
        }
    }

    /// The box has a size, or another one: how many tiles are in a row.
    fn measure(&self) {
        let number = |name: &str| dom::get(&self.parts.scroller, name).and_then(|value| value.as_f64());
        let (width, height) = (number("clientWidth"), number("clientHeight"));
        self.height.set(height.unwrap_or(0.0) as i32);
        // The last tile needs no gap behind it.
        let width = (width.unwrap_or(0.0) as i32 - AROUND + GAP).max(0);
        let columns = ((width + ABOUT / 2) / ABOUT).max(1);
        let step = (width / columns).max(GAP);
        let first = (self.top.get() / self.step.get()) as usize * self.columns.get();
        let (was, step_was) = (self.columns.replace(columns as usize), self.step.replace(step));
        if (was, step_was) != (columns as usize, step) {
            self.clean();
            style(&self.parts.canvas, "--tile", &[&(step - GAP).digits(), "px"].concat());
            self.lay_out();
            // What was at the top stays there.
            let top = (first / columns as usize) as i32 * step;
            if top != self.top.replace(top) {
                self.parts.scroller.set_scroll_top(top);
            }
        }
        if was == 0 && self.is_radio {
            self.scroll_to_picked();
        }
        self.draw();
    }

    fn scrolled(&self) {
        self.top.set(self.parts.scroller.scroll_top().max(0));
        self.draw();
    }

    fn rows(&self) -> usize {
        self.shown.borrow().len().div_ceil(self.columns.get().max(1))
    }

    fn lay_out(&self) {
        style(&self.parts.canvas, "block-size", &self.pixels(self.rows()));
    }

    /// So many tiles, in pixels.
    fn pixels(&self, tiles: usize) -> String {
        [&(tiles as i32 * self.step.get()).digits(), "px"].concat()
    }

    fn place(&self, choice: usize) -> Option<usize> {
        self.shown.borrow().iter().position(|own| *own == choice)
    }

    /// Scrolls so that the tile at `place` is seen.
    fn scroll_to(&self, place: usize) {
        let top = (place / self.columns.get().max(1)) as i32 * self.step.get();
        let at = self.top.get();
        let wanted = if top < at { top } else { at.max(top + self.step.get() - self.height.get()) };
        if wanted != at {
            self.top.set(wanted);
            self.parts.scroller.set_scroll_top(wanted);
        }
    }

    fn scroll_to_picked(&self) {
        let place = self.picked.borrow().first().and_then(|choice| self.place(*choice));
        place.into_iter().for_each(|place| self.scroll_to(place));
    }

    /// The tile that the keyboard is on, as a choice.
    fn in_focus(&self) -> Option<usize> {
        let root = self.holder.get_root_node();
        let active = dom::get(&root, "activeElement")?;
        let tiles = self.tiles.borrow();
        tiles.iter().find(|tile| AsRef::<JsValue>::as_ref(&tile.input) == &active).map(|tile| tile.choice)
    }

    /// Draws the tiles that are seen, and takes out those that are not.
    fn draw(&self) {
        let columns = self.columns.get();
        if columns == 0 {
            return;
        }
        let (top, step) = (self.top.get(), self.step.get());
        let first = ((top / step) as usize).saturating_sub(MORE) * columns;
        let last = (((top + self.height.get()) / step + 1) as usize + MORE) * columns;
        let shown = self.shown.borrow();
        let last = last.min(shown.len());
        // The keyboard stays where it is, and finds what is picked.
        let picked =
            if self.is_radio { self.picked.borrow().first().copied() } else { Some(self.current.get()) };
        let always: Vec<usize> = [self.in_focus(), picked]
            .into_iter()
            .flatten()
            .filter_map(|choice| shown.iter().position(|own| *own == choice))
            .collect();
        let is_wanted = |place: usize| (first..last).contains(&place) || always.contains(&place);
        let mut tiles = self.tiles.borrow_mut();
        tiles.retain(|tile| {
            let keep = is_wanted(tile.place);
            if !keep {
                tile.element.remove();
            }
            keep
        });
        let mut at = 0;
        for place in (0..shown.len()).filter(|place| is_wanted(*place)) {
            if tiles.get(at).is_none_or(|tile| tile.place != place) {
                let Some(tile) = shown.get(place).and_then(|choice| self.make((place, *choice), shown.len()))
                else {
                    continue;
                };
                let before = tiles.get(at).map(|tile| tile.element.as_ref());
                let _ = self.parts.canvas.insert_before(&tile.element, before);
                tiles.insert(at, tile);
            }
            at += 1;
        }
    }

    fn make(&self, at: (usize, usize), of: usize) -> Option<Tile> {
        let choice = self.setting.choices(self.option).get(at.1)?;
        let label = self.setting.label(self.option, at.1)?;
        let tile = grid::tile((&self.name, self.is_radio), (choice, &label), at, of, &*self.addresses.0)?;
        let (row, column) = (at.0 / self.columns.get().max(1), at.0 % self.columns.get().max(1));
        for (side, place) in [("inset-block-start", row), ("inset-inline-start", column)] {
            style(&tile.element, side, &self.pixels(place));
        }
        self.mark_tile(&tile);
        Some(tile)
    }

    fn mark(&self) {
        self.tiles.borrow().iter().for_each(|tile| self.mark_tile(tile));
    }

    fn mark_tile(&self, tile: &Tile) {
        let is_picked = self.picked.borrow().contains(&tile.choice);
        // A browser takes the mark of the others away by itself.
        if (is_picked || !self.is_radio) && tile.input.checked() != is_picked {
            tile.input.set_checked(is_picked);
        }
        let is_off = self.off.borrow().binary_search(&tile.choice).is_ok();
        if is_off != tile.is_off.replace(is_off) {
            let _ = match is_off {
                true => tile.input.set_attribute("aria-disabled", "true"),
                false => tile.input.remove_attribute("aria-disabled"),
            };
        }
        if !self.is_radio {
            tile.input.set_tab_index(if tile.choice == self.current.get() { 0 } else { -1 });
        }
    }

    /// A key was pressed on `input`; whether it moves in this grid.
    pub(super) fn key(&self, input: &HtmlInputElement, key: &str) -> bool {
        let place = {
            let tiles = self.tiles.borrow();
            tiles.iter().find(|tile| tile.input == *input).map(|tile| tile.place)
        };
        let Some(place) = place else { return false };
        let forward = if is_rtl(&self.setting.locale) { -1 } else { 1 };
        let row = self.columns.get() as isize;
        let last = self.shown.borrow().len() as isize - 1;
        let by = match key {
            "ArrowRight" => forward,
            "ArrowLeft" => -forward,
            "ArrowDown" => row,
            "ArrowUp" => -row,
            "PageDown" => row * (self.height.get() / self.step.get()) as isize,
            "PageUp" => -row * (self.height.get() / self.step.get()) as isize,
            "Home" => -last - 1,
            "End" => last + 1,
            _ => return false,
        };
        let at = place as isize;
        let (next, is_far) = (at + by, by.abs() > row);
        // Past the ends of a column it stays; by pages it goes to the end.
        let next = if is_far || (0..=last).contains(&next) { next.clamp(0, last) } else { at };
        if next != at {
            self.go(next as usize);
        }
        true
    }

    /// Moves the keyboard to the tile at `place`, and picks it where it is a radio button.
    fn go(&self, place: usize) {
        let Some(choice) = self.shown.borrow().get(place).copied() else { return };
        self.current.set(choice);
        self.scroll_to(place);
        self.draw();
        let input = {
            let tiles = self.tiles.borrow();
            tiles.iter().find(|tile| tile.place == place).map(|tile| tile.input.clone())
        };
        let Some(input) = input else { return };
        dom::focus(Some(input.clone().into()));
        if self.is_radio {
            input.set_checked(true);
            dom::dispatch(&input, "change", &JsValue::NULL, false);
        } else {
            self.mark();
        }
    }
}

fn show_if(element: &Element, is_shown: bool) {
    let _ = match is_shown {
        true => element.remove_attribute("hidden"),
        false => element.set_attribute("hidden", ""),
    };
}

fn with(grid: &Weak<Grid>, run: impl FnOnce(&Grid)) {
    if let Some(grid) = grid.upgrade() {
        run(&grid);
    }
}
