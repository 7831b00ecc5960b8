// The types of `<shanhai-map>`: the build puts this file beside the code as `shanhai-map.d.ts`, so it holds types alone and imports nothing.

/** What an attribute may be set to as a property. Lists are written with commas; null takes the attribute away. */
export type ShanhaiValue = string | number | readonly (string | number)[] | null | undefined;

/** Tells that the map can be read: `live` is false for its still, and true once the live map has taken the still's place. */
export interface ShanhaiReady {
  /** What is shown, as a query string of the atlas; empty for the first view. */
  view: string;
  live: boolean;
}

/** Tells what the reader has opened or closed. What the page opens by attributes is not told. */
export interface ShanhaiSelect {
  /** Id of the open pairing; null where none is. */
  pairing: string | null;
  /** Id of the open route or place; null where none is. */
  record: string | null;
  /** Ids of all figures of the open pairing, as in `data/figures.csv`. */
  figures: readonly string[];
  /** What is shown, as a query string of the atlas. */
  view: string;
}

/** Tells the height, in CSS px, at which nothing of the map and of what is open in it would have to be scrolled. */
export interface ShanhaiHeight {
  height: number;
}

/** Events of `<shanhai-map>`: all bubble and are composed. */
export interface ShanhaiEvents {
  'shanhai:ready': CustomEvent<ShanhaiReady>;
  'shanhai:select': CustomEvent<ShanhaiSelect>;
  'shanhai:height': CustomEvent<ShanhaiHeight>;
}

/** Attributes of `<shanhai-map>`. All but the last three are keys of an address of the atlas: unknown values take the default. */
export interface ShanhaiAttributes {
  /** Id of the pairing that is open. */
  pairing: ShanhaiValue;
  /** Id of the route or place whose card is open. */
  record: ShanhaiValue;
  /** `all`, `channels`, `funding`, `projects`, `flights`, `freight`. */
  unfold: ShanhaiValue;
  /** Ids of places. */
  donor: ShanhaiValue;
  recipient: ShanhaiValue;
  /** Lists, with commas. */
  programme: ShanhaiValue;
  channel: ShanhaiValue;
  /** Any of `flights`, `freight`, `tours`, `projects`. */
  has: ShanhaiValue;
  /** `on`, `off`, `only`. */
  network: ShanhaiValue;
  /** Years, both or neither. */
  from: ShanhaiValue;
  to: ShanhaiValue;
  /** `rate`, `aid`, `projects`, `people`, `none`. */
  measure: ShanhaiValue;
  /** `off`, `on`. */
  shade: ShanhaiValue;
  /** `light`, `dark`, `auto`. */
  theme: ShanhaiValue;
  /** `mercator`, `globe`. */
  projection: ShanhaiValue;
  /** `one`, `both`. */
  labels: ShanhaiValue;
  /** `outline`, `plain`. */
  ground: ShanhaiValue;
  /** `lng,lat,zoom[,bearing,pitch]`. */
  at: ShanhaiValue;
  /** These are of the atlas's panels: they do nothing on the map, and go with its link to the atlas. */
  compare: ShanhaiValue;
  tab: ShanhaiValue;
  sort: ShanhaiValue;
  q: ShanhaiValue;
  /** When the live map comes: `tap` (the default: when it is asked for) or `visible`. */
  autoload: ShanhaiValue;
  /** Day of the edition of the data that is shown, such as `2026-11-25`; without it, today's. Read when the map is first near the view. */
  data: ShanhaiValue;
  /** Folder in which the atlas's `data/` and `geo/` lie; without it, that of the script. Read when the map is first near the view. */
  base: ShanhaiValue;
}

/** The attributes as properties: read as they stand, set as they may be. */
type Mirrored = {
  [K in keyof ShanhaiAttributes]: ShanhaiAttributes[K];
};

/** `<shanhai-map>`. Its `lang` is `zh` or `en`; without one, the nearest `lang` around it is taken, then the browser's. */
export interface ShanhaiMapElement extends HTMLElement, Mirrored {
  /** What is shown, as a query string of the atlas: what the attributes say, and what the reader has made of it. */
  readonly view: string;
  /** Whether the live map is in force, and not its still. */
  readonly live: boolean;
  /** Asks for the live map, as the button does. */
  wake(): void;
  addEventListener<K extends keyof ShanhaiEvents>(
    type: K,
    listener: (this: ShanhaiMapElement, event: ShanhaiEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ShanhaiEvents>(
    type: K,
    listener: (this: ShanhaiMapElement, event: ShanhaiEvents[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'shanhai-map': ShanhaiMapElement;
  }
  /** They are heard on whatever holds the map as well. */
  interface GlobalEventHandlersEventMap {
    'shanhai:ready': CustomEvent<ShanhaiReady>;
    'shanhai:select': CustomEvent<ShanhaiSelect>;
    'shanhai:height': CustomEvent<ShanhaiHeight>;
  }
}
