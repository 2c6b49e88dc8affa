/** How a list shows its items. */
export interface Rendering<Item, Shown extends HTMLElement> {
  key(item: Item): string;
  create(item: Item): Shown;
  /** Brings what is shown up to date. It is called for a new element, too. */
  update(shown: Shown, item: Item): void;
}

/** A list whose elements stay the same while their items change, so that focus, selection and scroll positions do. */
export class KeyedList<Item, Shown extends HTMLElement> {
  readonly #parent: HTMLElement;
  readonly #rendering: Rendering<Item, Shown>;
  #shown = new Map<string, Shown>();

  constructor(parent: HTMLElement, rendering: Rendering<Item, Shown>) {
    this.#parent = parent;
    this.#rendering = rendering;
  }

  /** The element of an item, if it is shown. */
  get(key: string): Shown | undefined {
    return this.#shown.get(key);
  }

  show(items: readonly Item[]): void {
    const { key, create, update } = this.#rendering;
    const next = new Map<string, Shown>();
    for (const item of items) next.set(key(item), this.#shown.get(key(item)) ?? create(item));
    for (const [id, shown] of this.#shown) if (!next.has(id)) shown.remove();
    let place = this.#parent.firstElementChild;
    for (const shown of next.values()) {
      if (shown === place) place = place.nextElementSibling;
      else this.#parent.insertBefore(shown, place);
    }
    this.#shown = next;
    for (const item of items) {
      const shown = next.get(key(item));
      if (shown) update(shown, item);
    }
  }
}
