import { element, find } from "./element.ts";
import { createRequestDetail } from "./request-detail.ts";
import { createSessionDetail } from "./session-detail.ts";
import type { Selection, State } from "./state.ts";

/** What is selected, at length. */
export interface Detail {
  readonly element: HTMLElement;
  /** Brings it up to date with the state. */
  update(): void;
}

/** Where the detail takes the place of the lists. */
const narrow = matchMedia("(width < 48rem)");

/** The pane of what is selected in one of the lists. */
export function createDetailPane(state: State): () => void {
  const pane = find("#detail", HTMLElement);
  let selection: Selection | undefined;
  let detail: Detail | undefined;
  let opener: Element | null = null;

  const close = () => {
    state.select(undefined);
    if (opener instanceof HTMLElement) opener.focus();
  };
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && state.selection) close();
  });
  showNothing(pane);

  return () => {
    if (state.selection !== selection) {
      opener = state.selection ? document.activeElement : null;
      selection = state.selection;
      document.body.classList.toggle("has-detail", selection !== undefined);
      detail = selection && open(selection, state);
      if (detail) {
        const back = element("button", { type: "button", class: "back quiet" }, "← Back");
        back.addEventListener("click", close);
        pane.replaceChildren(back, detail.element);
        pane.scrollTop = 0;
        if (narrow.matches) {
          scrollTo(0, 0);
          pane.focus();
        }
      } else showNothing(pane);
    }
    detail?.update();
  };
}

function open({ kind, id }: Selection, state: State): Detail {
  return kind === "session" ? createSessionDetail(state, id) : createRequestDetail(state, id);
}

function showNothing(pane: HTMLElement): void {
  pane.replaceChildren(
    element(
      "p",
      { class: "hint" },
      "Select a session to read along, or a request to see what the contract says about it.",
    ),
  );
}
