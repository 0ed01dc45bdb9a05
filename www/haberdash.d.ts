/**
 * Haberdash in a shop's page: `window.Haberdash`, the `haberdash:*` events and the data attributes.
 *
 * Money is whole minor units (8900 is 89.00 EUR) with an ISO 4217 code. Times are milliseconds since the Unix epoch.
 */
export {};

declare global {
  interface Window {
    /** Present as soon as the script tag has run. Calls made before the widget is loaded are carried out when it is. */
    Haberdash?: Haberdash.Api;
  }

  interface HTMLElementEventMap {
    'haberdash:ready': CustomEvent<Haberdash.Configuration>;
    'haberdash:change': CustomEvent<Haberdash.Configuration>;
    'haberdash:add-to-cart': CustomEvent<Haberdash.AddToCart>;
    'haberdash:error': CustomEvent<Haberdash.Failure>;
  }

  interface DocumentEventMap {
    'haberdash:ready': CustomEvent<Haberdash.Configuration>;
    'haberdash:change': CustomEvent<Haberdash.Configuration>;
    'haberdash:add-to-cart': CustomEvent<Haberdash.AddToCart>;
    'haberdash:error': CustomEvent<Haberdash.Failure>;
  }

  namespace Haberdash {
    /** A pick: the id of a choice, a text, true or false, a number, or a list of ids, by the kind of option. */
    type Pick = string | boolean | number | string[] | Placed;
    /** The shopper's own picture, by the SHA-256 of its file, and where it is: thousandths of the zone, and degrees. */
    type Placed = { file: string; x: number; y: number; scale: number; rotate: number };
    /** What was picked, by option id. Options with empty text, and those that rules hide, are left out. */
    type Selection = Record<string, Pick>;

    /** A configured product: the detail of `haberdash:ready` and `haberdash:change`. */
    interface Configuration {
      /** The product's id. */
      product: string;
      selection: Selection;
      /** The price of one unit in minor units. */
      unit_price: number;
      /** ISO 4217. */
      currency: string;
      /** The price of one unit in the shopper's language. */
      price_text: string;
      /** In how many days it can be delivered at the earliest, where the product file says so. */
      lead_days?: number;
      /** Titles as the shopper reads them: option to choice. */
      properties: Record<string, string>;
      /** An address that opens this page with this design. */
      link: string;
      quantity: number;
      claim: OrderClaim;
    }

    /** The detail of `haberdash:add-to-cart`, which is cancelable: the form is then not sent. */
    interface AddToCart extends Configuration {
      /** Of a card in a strip, the item: the detail is a `Card` then, and has nothing of a Configuration but price and quantity. */
      item?: string;
      /** Of a card: a promise that the page gives which puts the item into its cart itself. */
      done?: PromiseLike<unknown>;
    }

    /** The detail of `haberdash:add-to-cart` from the button of a card. */
    interface Card {
      /** The catalogue's id. */
      item: string;
      title: string;
      url: string;
      /** What the strip recommends, as `for-you`. */
      strip: string;
      /** Minor units. */
      unit_price: number;
      /** ISO 4217. */
      currency: string;
      price_text: string;
      quantity: number;
      done?: PromiseLike<unknown>;
    }

    /** What the shop's back office re-prices with `haberdash quote`. */
    interface OrderClaim {
      v: 1;
      product: string;
      /** SHA-256 of the product file in canonical JSON (RFC 8785), 64 hex digits. */
      hash: string;
      selection: Selection;
      quantity: number;
      currency: string;
      unit_price: number;
      /** `unit_price` times `quantity`. */
      total: number;
      files: { name: string; sha256: string; size: number }[];
    }

    /** The detail of `haberdash:error`: the fallback markup stays as it is. */
    interface Failure {
      message: string;
    }

    /** What the shopper did, as it is remembered. */
    interface HistoryEvent {
      at: number;
      kind: EventKind;
      item?: string;
      query?: string;
      facets?: [name: string, value: string][];
    }

    type EventKind = 'view' | 'click' | 'cart-add' | 'cart-remove' | 'wish' | 'purchase' | 'search' | 'read' | 'configure';

    /** The record of what is remembered, as it is stored. */
    interface History {
      v: 1;
      events?: HistoryEvent[];
      /** What was designed last, as its link carries it, and the shopper's own pictures on it (`link.pictures`), which no link has. */
      design?: { at: number; subject: string; file: string; link: unknown };
      [field: string]: unknown;
    }

    interface Api {
      readonly version: string;
      /** Resolves when the widget runs; rejects when it cannot. */
      readonly ready: Promise<void>;
      /** Mounts a host by its attributes. Hosts added to the page later are found without this. */
      mount(host: HTMLElement): Promise<void>;
      /** Ends a host and shows its fallback markup again. */
      unmount(host: Element): Promise<void>;
      /** The configuration at a host; `null` where no configurator is. */
      configuration(host: Element): Promise<Configuration | null>;
      /** Picks a choice (its id) or sets a text. The answer is `null`, or a sentence that says why not. */
      select(host: Element, option: string, value: Pick): Promise<string | null>;
      /** Replaces the whole selection; what is left out gets its default. The answer lists a sentence for each entry that does not fit. */
      configure(host: Element, selection: Selection): Promise<string[]>;
      /** Records what the shopper did: an item's id or, for `search`, the words. `false` when `kind` is none. */
      track(kind: EventKind, subject: string): Promise<boolean>;
      /** What is remembered. */
      history(): Promise<History>;
      /** Forgets everything about one item or search; without an argument, everything. Rejects when what does it cannot be fetched. */
      forget(subject?: string): Promise<void>;
      /** The shopper's word on remembering on this device, for shops that ask in a dialogue of their own. */
      remember(yes: boolean): Promise<void>;
      /** How long history lives now. */
      mode(): Promise<'off' | 'memory' | 'device'>;
    }
  }
}
