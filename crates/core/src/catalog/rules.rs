//! What a merchant wants of all strips, as the catalogue file has it. It is read by [`crate::recommend::merchant`].

use crate::read::OneOrMany;

record! {
    /// What a merchant wants of all strips. Each rule is a text of terms with spaces or commas between, or a list of such texts. A term is the
    /// id of an item, or `name:value` of a brand, category, tag or facet: "color:navy", "category:'Dress shirts'".
    pub struct RulesFile {
        /// Items that come first, in this order: "SH-005 TS-010".
        opt pin: OneOrMany,
        /// What counts twice as much, or as often as says a number behind it: "color:navy^3".
        opt boost: OneOrMany,
        /// What comes after all others: "tag:clearance".
        opt bury: OneOrMany,
        /// What is never shown: "SH-001 brand:acme".
        opt exclude: OneOrMany,
        /// What alone is shown; of several values of one name any, of several names all: "category:shirts color:navy color:white".
        opt filter: OneOrMany,
        /// What items cost, from and to, in the catalogue's currency: "20-80", "20-", "-79.90".
        opt price: OneOrMany,
        /// So many of one kind at most: "brand:2 category:3"; "off" for the best as they come, however alike.
        opt diversity: OneOrMany,
        /// What may be recommended again three weeks after it was bought, besides what is `consumable`: "category:care".
        opt again: OneOrMany,
    }
}
