//! The windows about whole designs: what is saved, two side by side, a QR code, a picture to keep. In the part `designs`.

use super::el::{el, with_key};
use super::more::{More, more};
use super::words::{Word, direction, word};
use crate::app::configurator::State;
use crate::app::designs::{Desk, NOW, Page, differences, price_of};
use haberdash_core::designs::Design;
use haberdash_core::number::Digits;
use haberdash_core::scene::decimal;
use yew::Html;

/// What the window shows.
pub fn view(state: &State, desk: &Desk) -> Html {
    let draw = Draw { state, desk, locale: &state.setting.locale };
    let (title, body) = match &desk.page {
        Page::List => (word(draw.locale, Word::SavedDesigns), draw.list()),
        Page::Compare => (draw.say(More::Compare), draw.both()),
        Page::Code(link, code) => (draw.say(More::CodeTitle), draw.code(link, code.as_ref())),
        Page::File => (draw.say(More::FileTitle), draw.file()),
    };
    el!("div" "class" = "configurator", "lang" = draw.locale, "dir" = direction(draw.locale);
        el!("div" "class" = "head";
            el!("h2" "id" = "title"; title),
            draw.button(draw.say(More::Close), "close")),
        body)
}

struct Draw<'s> {
    state: &'s State,
    desk: &'s Desk,
    locale: &'s str,
}

impl Draw<'_> {
    fn say(&self, phrase: More) -> &'static str {
        more(self.locale, phrase)
    }

    fn button(&self, text: &str, asks: &'static str) -> Html {
        el!("button" "type" = "button", "part" = "button", "data-click" = asks; text)
    }

    /// A button about one design.
    fn about(&self, phrase: More, asks: &'static str, id: &str, name: &str) -> Html {
        let text = self.say(phrase);
        el!("button" "type" = "button", "part" = "button", "data-click" = asks, "data-subject" = id, "aria-label" = [text, ": ", name].concat(); text)
    }

    fn notice(&self) -> Html {
        let undo =
            (!self.desk.removed.is_empty()).then(|| self.button(word(self.locale, Word::Undo), "back"));
        el!("p" "class" = "notice", "role" = "status"; &self.desk.notice, " ", undo)
    }

    fn list(&self) -> Html {
        let Desk { designs, .. } = self.desk;
        let rows = designs
            .iter()
            .map(|design| with_key(self.row(&design.id, &design.name, Some(design)), &design.id));
        let now = with_key(self.row(NOW, self.say(More::AsItIs), None), "now");
        let rows: Vec<Html> = [now].into_iter().chain(rows).collect();
        let compare = (!designs.is_empty()).then(|| {
            let off = (self.desk.chosen.len() < 2).then_some("true");
            el!("button" "type" = "button", "part" = "button", "data-click" = "compare", "aria-disabled" = off; self.say(More::CompareBoth))
        });
        el!("div" "class" = "options";
            el!("div" "class" = "save";
                el!("label"; self.say(More::DesignName),
                    el!("input" "type" = "text", "id" = "name", "autocomplete" = "off", "maxlength" = "80", "dir" = "auto",
                        "value" = self.desk.name.as_str(), "data-change" = "name")),
                self.button(word(self.locale, Word::SaveDesign), "save")),
            el!("p" "class" = "help"; self.say(More::KeptHere)),
            self.notice(),
            designs.is_empty().then(|| el!("p"; self.say(More::NoDesigns))),
            el!("ul" "class" = "saved"; rows),
            el!("div" "class" = "foot"; compare,
                (!designs.is_empty()).then(|| self.button(self.say(More::DeleteAll), "clear"))))
    }

    fn row(&self, id: &str, name: &str, design: Option<&Design>) -> Html {
        let price = self.desk.selection(self.state, id).map(|selection| price_of(self.state, &selection));
        let cost = el!("bdi" "class" = "cost"; price.unwrap_or_default());
        let title = if design.is_some() && self.desk.naming.as_deref() == Some(id) {
            el!("input" "type" = "text", "id" = "naming", "autocomplete" = "off", "maxlength" = "80", "dir" = "auto", "value" = name,
                "aria-label" = [self.say(More::Rename), ": ", name].concat(), "data-change" = "naming", "data-subject" = id)
        } else {
            el!("span"; el!("b" "dir" = "auto"; name), cost)
        };
        let chosen = self.desk.chosen.iter().any(|other| other == id);
        let choose = (!self.desk.designs.is_empty()).then(|| {
            el!("label";
                el!("input" "type" = "checkbox", "data-click" = "choose", "data-subject" = id, "checked" = chosen.then_some(""),
                    "aria-label" = [self.say(More::Compare), ": ", name].concat()),
                self.say(More::Compare))
        });
        let own = design.map(|_| {
            vec![
                self.about(More::Open, "open", id, name),
                self.about(More::Rename, "rename", id, name),
                self.about(More::Delete, "delete", id, name),
            ]
        });
        el!("li" "tabindex" = "-1", "data-subject" = id;
            el!("span" "class" = "look", "data-look" = id, "aria-hidden" = "true"),
            title,
            el!("div" "class" = "tools"; own.unwrap_or_default(), choose))
    }

    fn name(&self, id: &str) -> &str {
        let design = self.desk.designs.iter().find(|design| design.id == id);
        design.map_or(self.say(More::AsItIs), |design| &design.name)
    }

    fn both(&self) -> Html {
        let [one, other] = &*self.desk.chosen else { return Html::default() };
        let (Some(a), Some(b)) =
            (self.desk.selection(self.state, one), self.desk.selection(self.state, other))
        else {
            return Html::default();
        };
        let column = |id: &str, selection| {
            let name = self.name(id);
            el!("div";
                el!("span" "class" = "look", "data-look" = id, "aria-hidden" = "true"),
                el!("b" "dir" = "auto"; name),
                el!("bdi"; price_of(self.state, selection)),
                self.about(More::Take, "take", id, name))
        };
        let rows: Vec<Html> = differences(self.state, &a, &b)
            .into_iter()
            .map(|(title, a, b)| el!("tr"; el!("th" "scope" = "row"; title), el!("td"; a), el!("td"; b)))
            .collect();
        let table = if rows.is_empty() {
            el!("p"; self.say(More::Same))
        } else {
            el!("table";
                el!("caption"; self.say(More::Differs)),
                el!("thead"; el!("tr"; el!("td"), el!("th" "scope" = "col", "dir" = "auto"; self.name(one)), el!("th" "scope" = "col", "dir" = "auto"; self.name(other)))),
                el!("tbody"; rows))
        };
        el!("div" "class" = "options";
            el!("div" "class" = "both"; column(one, &a), column(other, &b)),
            table,
            el!("div" "class" = "foot"; self.button(self.say(More::Back), "list")))
    }

    fn code(&self, link: &str, code: Option<&(i32, String)>) -> Html {
        let picture = code.map(|(size, d)| {
            let side = decimal(f64::from(*size));
            el!("svg" "viewBox" = ["0 0 ", &side, " ", &side].concat(), "role" = "img", "aria-label" = self.say(More::CodeOf), "shape-rendering" = "crispEdges";
                el!("rect" "width" = side.as_str(), "height" = side.as_str(), "fill" = "#fff"),
                el!("path" "d" = d.as_str(), "fill" = "#000"))
        });
        let help = if code.is_some() { More::CodeHelp } else { More::CodeTooLong };
        el!("div" "class" = "code";
            el!("p"; self.say(help)),
            picture,
            el!("p" "class" = "link", "dir" = "ltr", "tabindex" = "0"; link),
            self.notice(),
            self.button(word(self.locale, Word::CopyLink), "link"))
    }

    fn file(&self) -> Html {
        el!("div" "class" = "file options";
            el!("span" "class" = "look", "data-look" = NOW, "data-view" = self.state.view.digits(), "aria-hidden" = "true"),
            el!("div" "class" = "tools";
                self.button(self.say(More::Download), "download"),
                self.desk.shares.then(|| self.button(self.say(More::Share), "share"))),
            self.notice())
    }
}
