//! What parts add to a configurator once it is drawn: they show and hear by hand what is in no plain product.

use crate::app::asks::Ask;
use crate::app::configurator::State;
use yew::Html;

/// Something that a part adds.
pub trait Extra {
    /// What stands above the options from the first paint on.
    fn head(&self) -> Option<Html> {
        None
    }
    /// Shows the state, after every pick and whenever yew has drawn.
    fn show(&self, state: &State);
    /// Something is asked for that the configurator itself does not know.
    fn hear(&self, ask: &Ask);
    /// The option is about to be brought into view.
    fn open(&self, option: usize);
}
