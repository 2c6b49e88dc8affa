/**
 * Makes a list of buttons one stop of the Tab key; arrows, Home and End move within it (the ARIA practices' roving
 * tabindex).
 *
 * @returns a function to call whenever the list has changed
 */
export function roveFocus(list: HTMLElement): () => void {
  let current: HTMLElement | undefined;
  const buttons = () => [...list.querySelectorAll<HTMLElement>("button")];
  const refresh = () => {
    const all = buttons();
    if (current && !all.includes(current)) current = undefined;
    // As long as nobody has been in the list, the Tab key leads to its first row, even if that is a new one.
    for (const button of all) button.tabIndex = button === (current ?? all[0]) ? 0 : -1;
  };
  list.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLElement) current = target;
    refresh();
  });
  list.addEventListener("keydown", (event) => {
    const all = buttons();
    const index = current ? all.indexOf(current) : -1;
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    all[Math.max(0, Math.min(target, all.length - 1))]?.focus();
  });
  return refresh;
}
