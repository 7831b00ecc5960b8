import { late } from '../parts/late.ts';
import { languagesOf, preferredLang } from '../state/lang.ts';
import { elementWords } from '../text/element.ts';
import { askedOf, ATTRIBUTES, langAround, PROPERTIES, written } from './attributes.ts';
import css from './element.css?inline';
import type { Made } from './mount.ts';
import type { ShanhaiEvents, ShanhaiMapElement } from './public.ts';

/** How near the view an element must be before anything of its map is fetched. */
const NEAR = '400px';

/** On a server there are no elements: the module can be imported there, and does nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

let sheet: CSSStyleSheet | undefined;

/** `<shanhai-map>`: a stage in somebody else's page. This much is there at once; all else comes when it is near the view. */
class ShanhaiMap extends Base {
  static readonly observedAttributes = ATTRIBUTES;
  /** Folder of the atlas where no attribute names one; set by the entry. */
  static base = '';

  readonly #root: ShadowRoot;
  #near: IntersectionObserver | null = null;
  #made: Made | null = null;
  /** Raised at each start and end: a map that comes after that is not wanted any more. */
  #turn = 0;
  #asked = false;
  #wake = false;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open' });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    this.#root.adoptedStyleSheets.push(sheet);
    this.#wait();
  }

  get view(): string {
    return this.#made?.view ?? '';
  }
  get live(): boolean {
    return this.#made?.live ?? false;
  }
  wake(): void {
    this.#wake = true;
    if (this.#made) this.#made.wake();
    else if (this.isConnected) void this.#start();
  }

  connectedCallback(): void {
    // What was set before the element was known stands in the way of its properties.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = (this as Record<string, unknown>)[name];
      delete (this as Record<string, unknown>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
    if (this.#made || this.#near) return;
    this.#near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#start();
      },
      { rootMargin: NEAR },
    );
    this.#near.observe(this);
  }
  disconnectedCallback(): void {
    // One that is only moved keeps its map.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }
  attributeChangedCallback(): void {
    if (this.#asked || !this.#made) return;
    this.#asked = true;
    // Many at once, as a framework sets them, are one change.
    queueMicrotask(() => {
      this.#asked = false;
      this.#made?.ask(this.#attributes());
    });
  }

  #attributes = () => askedOf((name) => this.getAttribute(name));
  #languages = (): string[] => [langAround(this) ?? '', ...languagesOf(navigator)];

  async #start(): Promise<void> {
    this.#near?.disconnect();
    this.#near = null;
    const turn = ++this.#turn;
    try {
      const { put } = await late(() => import('./mount.ts'));
      const base = new URL(this.getAttribute('base') ?? ShanhaiMap.base, document.baseURI).href;
      if (turn !== this.#turn) return;
      const made = await put({
        root: this.#root,
        base: base.endsWith('/') ? base : `${base}/`,
        data: this.getAttribute('data')?.slice(0, 10) || null,
        asked: this.#attributes(),
        languages: this.#languages(),
        tell: (name, detail) => this.#tell(name, detail),
        wanted: () => turn === this.#turn,
      });
      if (!made) return;
      this.#made = made;
      this.#root.querySelector('.wait')?.remove();
      if (this.#wake) this.#made.wake();
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #end(): void {
    this.#turn++;
    this.#near?.disconnect();
    this.#near = null;
    if (this.#made) {
      this.#made.end();
      this.#made = null;
    }
    this.#wait();
  }

  #tell<K extends keyof ShanhaiEvents>(name: K, detail: ShanhaiEvents[K]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** What the page itself has put into the element stands in the map's place until that comes. */
  #wait(): void {
    const wait = document.createElement('div');
    wait.className = 'wait';
    wait.append(document.createElement('slot'));
    this.#root.replaceChildren(wait);
  }

  /** Says that there is no map and offers to try again; what the page has put into the element stays. */
  #fail(error: unknown): void {
    console.warn(error);
    const words = elementWords(preferredLang(this.#languages()));
    const said = document.createElement('p');
    said.setAttribute('role', 'alert');
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = words.again;
    again.addEventListener('click', () => {
      this.#wait();
      void this.#start();
    });
    said.append(words.failed, ' ', again);
    this.#root.querySelector('.wait')?.append(said);
  }
}

for (const name of PROPERTIES)
  Object.defineProperty(ShanhaiMap.prototype, name, {
    get(this: ShanhaiMap) {
      return this.getAttribute(name);
    },
    set(this: ShanhaiMap, value: unknown) {
      const text = written(value);
      if (text === null) this.removeAttribute(name);
      else this.setAttribute(name, text);
    },
    configurable: true,
    enumerable: true,
  });

/** Makes `<shanhai-map>` known to the page, once. `base`: folder of the atlas where an element names none. */
export function define(base: string): void {
  if (!globalThis.customElements || customElements.get('shanhai-map')) return;
  ShanhaiMap.base = base;
  customElements.define('shanhai-map', ShanhaiMap as unknown as new () => ShanhaiMapElement);
}
