//! Whether history may be kept: a pure decision from what the merchant, the page's consent tool, the browser and the shopper say.
//!
//! Storing on the device is itself the regulated act (ePrivacy directive 2002/58/EC, article 5(3)): until it is known to be wanted, history
//! lives as long as the page does.

use crate::signals::Consent;

words! {
    /// `data-consent`: who says whether history may be kept on the device.
    pub enum Setting, "consent setting" {
        /// The shopper, by a click in the panel.
        Ask = "ask",
        /// Google Consent Mode, as the page's consent tool sets it; the shopper's click beats it.
        Google = "google",
        /// The merchant, who has asked elsewhere.
        Granted = "granted",
        /// Nothing is remembered at all, not even while the page is open.
        Off = "off",
    }
}

/// How long history lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Nothing is recorded.
    Off,
    /// As long as the page is open.
    Memory,
    /// On the shopper's device, until the shopper erases it.
    Device,
}

/// The shopper's own click in the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    /// *Remember on this device*
    Remember,
    /// *Do not remember on this device*
    DoNotRemember,
}

/// What Google Consent Mode has said so far. Two storage types matter: `personalization_storage`, and where that was never named,
/// `functionality_storage`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Google {
    personalization: Answer,
    functionality: Answer,
}

// As Google's own tag does: an update stands above every default, and among equals the last one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Answer {
    default: Option<bool>,
    update: Option<bool>,
    // A default for some regions only: which region this is, is not known here, so no default says anything any more.
    regional: bool,
}

impl Answer {
    fn take(&mut self, said: Option<bool>, consent: &Consent) {
        match (said, consent.update) {
            (None, _) => {}
            (said, true) => self.update = said,
            (_, false) if consent.regional => self.regional = true,
            (said, false) => self.default = said,
        }
    }

    fn known(self) -> Option<bool> {
        self.update.or(self.default.filter(|_| !self.regional))
    }

    fn named(self) -> bool {
        self.update.is_some() || self.default.is_some() || self.regional
    }
}

impl Google {
    /// Takes one more entry of the data layer into account.
    pub fn take(&mut self, consent: &Consent) {
        self.personalization.take(consent.personalization, consent);
        self.functionality.take(consent.functionality, consent);
    }

    /// Whether storing is granted (`true`) or denied (`false`), when that is known.
    pub fn granted(&self) -> Option<bool> {
        if self.personalization.named() { self.personalization.known() } else { self.functionality.known() }
    }
}

/// What decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// The merchant's `data-consent`.
    pub setting: Setting,
    /// What Google Consent Mode has said so far.
    pub google: Google,
    /// Global Privacy Control: `navigator.globalPrivacyControl`.
    pub gpc: bool,
    /// The shopper's latest click.
    pub click: Option<Click>,
}

/// How long history lives. The merchant's *off* stands above all, then the shopper's click, then Global Privacy Control, then who the
/// merchant lets decide. What is not known is not consent.
pub fn decide(said: &Said) -> Mode {
    let device = match (said.setting, said.click) {
        (Setting::Off, _) => return Mode::Off,
        (_, Some(click)) => click == Click::Remember,
        _ if said.gpc => false,
        (Setting::Granted, _) => true,
        (Setting::Google, _) => said.google.granted() == Some(true),
        (Setting::Ask, _) => false,
    };
    if device { Mode::Device } else { Mode::Memory }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn google(entries: &[Consent]) -> Google {
        let mut google = Google::default();
        entries.iter().for_each(|entry| google.take(entry));
        google
    }

    fn default(personalization: Option<bool>, functionality: Option<bool>) -> Consent {
        Consent { update: false, regional: false, personalization, functionality }
    }

    fn update(personalization: Option<bool>, functionality: Option<bool>) -> Consent {
        Consent { update: true, ..default(personalization, functionality) }
    }

    fn regional(personalization: Option<bool>) -> Consent {
        Consent { regional: true, ..default(personalization, None) }
    }

    #[test]
    fn google_consent_mode_is_known_only_when_it_is() {
        const YES: Option<bool> = Some(true);
        const NO: Option<bool> = Some(false);
        let table: [(&[Consent], Option<bool>); 12] = [
            (&[], None),
            (&[default(None, None)], None),
            (&[default(YES, None)], YES),
            (&[default(NO, YES)], NO),
            (&[default(None, YES)], YES),
            (&[default(NO, None), update(YES, None)], YES),
            (&[update(YES, None), update(NO, None)], NO),
            (&[default(YES, None), default(NO, None)], NO),
            // A page that sends its default again does not take a refusal back.
            (&[update(NO, None), default(YES, None)], NO),
            (&[regional(YES)], None),
            (&[regional(NO), default(YES, YES)], None),
            (&[regional(NO), update(YES, None)], YES),
        ];
        for (i, (entries, expected)) in table.into_iter().enumerate() {
            assert_eq!(google(entries).granted(), expected, "row {i}");
        }
    }

    #[test]
    fn not_known_is_memory_and_the_shopper_decides() {
        use Click::{DoNotRemember, Remember};
        use Mode::{Device, Memory, Off};
        use Setting::{Ask, Granted};
        let (yes, no) = (google(&[update(Some(true), None)]), google(&[update(Some(false), None)]));
        let unknown = Google::default();
        let table = [
            (Ask, unknown, false, None, Memory),
            (Ask, yes, false, None, Memory),
            (Ask, unknown, false, Some(Remember), Device),
            (Ask, unknown, true, Some(Remember), Device),
            (Setting::Google, unknown, false, None, Memory),
            (Setting::Google, yes, false, None, Device),
            (Setting::Google, no, false, None, Memory),
            (Setting::Google, yes, true, None, Memory),
            (Setting::Google, no, false, Some(Remember), Device),
            (Setting::Google, yes, false, Some(DoNotRemember), Memory),
            (Granted, no, false, None, Device),
            (Granted, unknown, true, None, Memory),
            (Granted, unknown, false, Some(DoNotRemember), Memory),
            (Setting::Off, yes, false, Some(Remember), Off),
            (Setting::Off, unknown, true, None, Off),
        ];
        for (setting, google, gpc, click, mode) in table {
            let said = Said { setting, google, gpc, click };
            assert_eq!(decide(&said), mode, "{said:?}");
        }
    }
}
