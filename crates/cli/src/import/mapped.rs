//! The options that a feature model becomes.
//!
//! The root is always selected, and so is a mandatory child whose parent is; a mandatory child of anything else stands for its parent. So every
//! feature is selected always, never, or while one variable has one value. A toggle and a choice are one variable, a multi is one for each of
//! its choices.

use super::cnf::{Clause, On, Space};
use super::found::Found;
use super::model::{FeatureModel, Group, GroupKind};
use super::names::Names;
use super::rules::Rules;
use haberdash_core::rules::{Constraint, Model};

/// Options, what must hold between them, and what features are in their words.
#[derive(Debug, Default)]
pub struct Mapped {
    /// In the tree's order.
    pub options: Vec<Picks>,
    /// The option of each variable, and of a multi's which choice.
    pub variables: Vec<(usize, usize)>,
    /// The same for the solver: how many values each variable has, and what is allowed.
    pub model: Model,
    /// When each feature is selected.
    pub on: Vec<On>,
    /// As the product file says it.
    pub rules: Rules,
}

/// The kinds of option that features become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// On or off: one entry, for on.
    Toggle,
    /// One of the entries. The first one may stand for none of the features.
    Choice {
        /// Whether it does.
        none: bool,
    },
    /// Some of the entries.
    Multi {
        /// The fewest.
        least: usize,
        /// The most.
        most: usize,
    },
}

/// An option of the product.
#[derive(Debug)]
pub struct Picks {
    /// What kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What can be picked.
    pub entries: Vec<Entry>,
    /// Its first variable.
    pub variable: usize,
}

/// Something that can be picked.
#[derive(Debug)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it adds, in minor units.
    pub price: i64,
    /// Numbers that rules add up.
    pub attributes: Vec<(String, i64)>,
}

impl Entry {
    /// An entry that costs nothing.
    pub fn new(id: String, title: &str) -> Entry {
        Entry { id, title: title.to_owned(), price: 0, attributes: Vec::new() }
    }
}

impl Mapped {
    /// The option and the entry that `value` of `variable` picks; of a toggle's and a multi's, value 0 picks none.
    pub fn entry(&self, variable: usize, value: u32) -> (usize, usize) {
        let (option, place) = self.variables[variable];
        match self.options[option].kind {
            Kind::Choice { .. } => (option, value as usize),
            Kind::Toggle | Kind::Multi { .. } => (option, place),
        }
    }

    /// What formulas are about.
    pub fn space(&self) -> Space<'_> {
        Space { domains: &self.model.domains, on: &self.on }
    }

    /// Adds what must hold, as a rule and for the solver.
    pub fn add_clause(&mut self, clause: Clause, because: Option<&str>) {
        Rules::clause(self, &clause, because);
        // The solver knows no clause about nothing; see `rules::finish`.
        if !clause.is_empty() {
            self.model.constraints.push(Constraint::Clause(clause));
        }
    }

    fn add_option(&mut self, kind: Kind, id: String, title: &str, entries: Vec<Entry>) -> usize {
        let (option, variable) = (self.options.len(), self.variables.len());
        match kind {
            Kind::Toggle => self.add_variable(option, 0, 2),
            Kind::Choice { .. } => self.add_variable(option, 0, entries.len() as u32),
            Kind::Multi { .. } => (0..entries.len()).for_each(|place| self.add_variable(option, place, 2)),
        }
        self.options.push(Picks { kind, id, title: title.to_owned(), entries, variable });
        variable
    }

    fn add_variable(&mut self, option: usize, place: usize, values: u32) {
        self.variables.push((option, place));
        self.model.domains.push(values);
    }
}

/// Maps the tree of `features`; its constraints are not looked at.
pub fn map(features: &FeatureModel, found: &mut Found) -> Mapped {
    let mut mapper = Mapper { features, found, names: Names::default(), mapped: Mapped::default() };
    mapper.mapped.on = vec![On::Never; features.features.len()];
    mapper.mapped.on[0] = On::Always;
    // From the top down, the first child first.
    let mut stack = vec![Step::Feature(0)];
    while let Some(step) = stack.pop() {
        let begin = stack.len();
        match step {
            Step::Feature(feature) => {
                let groups = features.features[feature].groups.iter();
                stack.extend(groups.map(|group| Step::Group(feature, group)));
            }
            Step::Group(parent, group) => {
                mapper.group(parent, group);
                let steps = group.members.iter();
                if mapper.group_is_toggles(group) {
                    stack.extend(steps.map(|member| Step::Toggle(parent, *member)));
                } else {
                    stack.extend(steps.map(|member| Step::Feature(*member)));
                }
            }
            Step::Toggle(parent, member) => {
                mapper.toggle(parent, member);
                stack.push(Step::Feature(member));
            }
        }
        stack[begin..].reverse();
    }
    let mut mapped = mapper.mapped;
    if mapped.options.is_empty() {
        // A product needs an option, and the only configuration is one.
        let root = &features.features[0];
        let id = mapper.names.take(&root.name, "product");
        mapped.add_option(
            Kind::Choice { none: false },
            id.clone(),
            &root.title,
            vec![Entry::new(id, &root.title)],
        );
    }
    mapped
}

enum Step<'m> {
    Feature(usize),
    Group(usize, &'m Group),
    Toggle(usize, usize),
}

struct Mapper<'m> {
    features: &'m FeatureModel,
    found: &'m mut Found,
    names: Names,
    mapped: Mapped,
}

impl Mapper<'_> {
    /// The fewest and the most members, as far as there are any.
    fn range(group: &Group) -> (usize, usize) {
        let all = group.members.len();
        match group.kind {
            GroupKind::Mandatory => (all, all),
            GroupKind::Optional => (0, all),
            GroupKind::Choose { least, most } => (least, most.map_or(all, |most| most.min(all))),
        }
    }

    /// Whether each member is picked for itself.
    fn group_is_toggles(&self, group: &Group) -> bool {
        let (least, most) = Self::range(group);
        group.kind == GroupKind::Optional || (least == 0 && most == 1 && group.members.len() == 1)
    }

    /// Settles when the members of a group are on, unless they are toggles.
    fn group(&mut self, parent: usize, group: &Group) {
        let (least, most) = Self::range(group);
        let on = self.mapped.on[parent];
        if group.members.is_empty() || on == On::Never || self.group_is_toggles(group) {
            return;
        }
        let name = &self.features.features[parent].name;
        if least > most {
            let all = group.members.len();
            let range = format!(
                "the group below \"{name}\" asks for at least {least} and has room for {most} of {all}"
            );
            self.found.notice(group.place, format!("{range}: \"{name}\" can never be had"));
            self.must_not_be(on);
        } else if most == 0 {
            self.found
                .notice(group.place, format!("what is below \"{name}\" can never be had: at most 0 of it"));
        } else if least == group.members.len() {
            for member in &group.members {
                self.mapped.on[*member] = on;
            }
        } else if most == 1 {
            self.choice(parent, group, least == 0);
        } else {
            self.multi(parent, group, least, most);
        }
    }

    fn must_not_be(&mut self, on: On) {
        let clause = match on {
            On::While { variable, value } => {
                vec![(variable, self.mapped.space().values(variable, value, false))]
            }
            _ => Clause::new(),
        };
        self.mapped.add_clause(clause, None);
    }

    fn toggle(&mut self, parent: usize, member: usize) {
        let on = self.mapped.on[parent];
        if on == On::Never {
            return;
        }
        let feature = &self.features.features[member];
        let id = self.names.take(&feature.name, "option");
        let entry = Entry::new(id.clone(), &feature.title);
        let variable = self.mapped.add_option(Kind::Toggle, id, &feature.title, vec![entry]);
        self.mapped.on[member] = On::While { variable, value: 1 };
        if let On::While { variable: above, value } = on {
            self.mapped.add_clause(vec![(above, vec![value]), (variable, vec![0])], None);
        }
    }

    fn entries(&mut self, group: &Group, none: bool) -> Vec<Entry> {
        let mut names = Names::default();
        let entry = |member: &usize| {
            let feature = &self.features.features[*member];
            Entry::new(names.take(&feature.name, "choice"), &feature.title)
        };
        let mut entries: Vec<Entry> = group.members.iter().map(entry).collect();
        if none {
            entries.insert(0, Entry::new(names.take("none", "none"), "None"));
        }
        entries
    }

    /// One of the members, or one or none.
    fn choice(&mut self, parent: usize, group: &Group, or_none: bool) {
        let on = self.mapped.on[parent];
        let none = or_none || on != On::Always;
        let feature = &self.features.features[parent];
        let id = self.names.take(&feature.name, "option");
        let entries = self.entries(group, none);
        let variable = self.mapped.add_option(Kind::Choice { none }, id, &feature.title, entries);
        for (place, member) in group.members.iter().enumerate() {
            self.mapped.on[*member] = On::While { variable, value: (place + usize::from(none)) as u32 };
        }
        if let On::While { variable: above, value } = on {
            self.mapped.add_clause(vec![(above, vec![value]), (variable, vec![0])], None);
            if !or_none {
                let (off, some) = {
                    let space = self.mapped.space();
                    (space.values(above, value, false), space.values(variable, 0, false))
                };
                self.mapped.add_clause(vec![(above, off), (variable, some)], None);
            }
        }
    }

    /// From `least` to `most` of the members.
    fn multi(&mut self, parent: usize, group: &Group, least: usize, most: usize) {
        let on = self.mapped.on[parent];
        let feature = &self.features.features[parent];
        let id = self.names.take(&feature.name, "option");
        let entries = self.entries(group, false);
        let all = entries.len();
        let kind = Kind::Multi { least: if on == On::Always { least } else { 0 }, most };
        let variable = self.mapped.add_option(kind, id, &feature.title, entries);
        for (place, member) in group.members.iter().enumerate() {
            self.mapped.on[*member] = On::While { variable: variable + place, value: 1 };
        }
        let terms = |on: i64| (variable..variable + all).map(move |v| (v, vec![0, on])).collect::<Vec<_>>();
        let range =
            |least: usize| Constraint::Sum { terms: terms(1), least: least as i64, most: most as i64 };
        let On::While { variable: above, value } = on else {
            self.mapped.model.constraints.push(range(least));
            return;
        };
        self.mapped.model.constraints.push(range(0));
        Rules::belongs(&mut self.mapped, variable, (above, value));
        for member in variable..variable + all {
            self.mapped
                .model
                .constraints
                .push(Constraint::Clause(vec![(above, vec![value]), (member, vec![0])]));
        }
        if least == 1 {
            let off = self.mapped.space().values(above, value, false);
            let some = (variable..variable + all).map(|v| (v, vec![1]));
            let clause = std::iter::once((above, off)).chain(some).collect();
            self.mapped.add_clause(clause, None);
        } else if least > 1 {
            Rules::at_least(&mut self.mapped, variable, (above, value), least as i64);
            let mut with_parent = terms(1);
            let domain = self.mapped.model.domains[above];
            let weights = (0..domain).map(|v| if v == value { -(least as i64) } else { 0 }).collect();
            with_parent.insert(0, (above, weights));
            self.mapped.model.constraints.push(Constraint::Sum {
                terms: with_parent,
                least: 0,
                most: most as i64,
            });
        }
    }
}
