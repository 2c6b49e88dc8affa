import type { RequestRow } from "../view.ts";
import { shellLine } from "./copy.ts";
import { sendMessageLine } from "./curl.ts";
import { formatElapsed } from "./duration.ts";
import { element, find, setText } from "./element.ts";
import { KeyedList } from "./keyed-list.ts";
import { roveFocus } from "./roving-focus.ts";
import type { State } from "./state.ts";
import { clockTime } from "./time.ts";

/** The list of the requests, each with its verdict. */
export function createRequestsPane(state: State): () => void {
  const pane = find("#requests", HTMLElement);
  const rows = find(".rows", HTMLElement, pane);
  const empty = find(".empty", HTMLElement, pane);
  const count = find(".count", HTMLElement, pane);
  const onlyInvalid = find("#only-invalid", HTMLInputElement);
  const clear = find("#clear", HTMLButtonElement);
  const refreshFocus = roveFocus(rows);
  const list = new KeyedList<RequestRow, HTMLElement>(rows, {
    key: ({ id }) => id,
    create: (request) => createRow(request, () => state.select({ kind: "request", id: request.id })),
    update: (row, request) => updateRow(row, request, state),
  });
  // Reloading may keep what was ticked before.
  state.onlyInvalid = onlyInvalid.checked;
  onlyInvalid.addEventListener("change", () => state.filter(onlyInvalid.checked));
  clear.addEventListener("click", () => state.clearRequests());

  return () => {
    const requests = state.listedRequests();
    list.show(requests);
    refreshFocus();
    setText(count, requests.length === 0 ? "" : String(requests.length));
    rows.hidden = requests.length === 0;
    clear.disabled = requests.length === 0;
    empty.hidden = requests.length > 0 || state.mode === undefined;
    const kind = state.onlyInvalid ? "none invalid" : "none yet";
    if (empty.dataset.kind === kind) return;
    empty.dataset.kind = kind;
    empty.replaceChildren(
      ...(state.onlyInvalid
        ? [element("p", {}, "No invalid requests.")]
        : [
            element("p", {}, "Nothing has called yet. Send a message, and watch the reply stream:"),
            shellLine(sendMessageLine(location.origin, state.channel)),
          ]),
    );
  };
}

function createRow({ receivedAt, method, path }: RequestRow, onOpen: () => void): HTMLElement {
  const button = element(
    "button",
    { type: "button" },
    element("span", { class: "verdict" }, element("span", { class: "visually-hidden" })),
    element("span", { class: "method" }, method),
    element("span", { class: "path", title: path }, shorten(path)),
    element("span", { class: "code" }),
    element("span", { class: "elapsed" }),
    element("time", { datetime: receivedAt }, clockTime(receivedAt)),
    element("span", { class: "fault" }),
  );
  button.addEventListener("click", onOpen);
  return element("li", {}, button);
}

function updateRow(row: HTMLElement, request: RequestRow, state: State): void {
  const { id, isValid, fault = "", status, duration, isCut } = request;
  const button = find("button", HTMLButtonElement, row);
  const verdict = isValid === undefined ? "unknown" : isValid ? "valid" : "invalid";
  const isSelected = state.selection?.kind === "request" && state.selection.id === id;
  button.setAttribute("aria-current", String(isSelected));
  button.dataset.verdict = verdict;
  setText(find(".verdict .visually-hidden", HTMLElement, row), verdict);
  button.dataset.class = status === undefined ? "" : `${Math.floor(status / 100)}xx`;
  setText(find(".code", HTMLElement, row), status === undefined ? "…" : String(status));
  setText(
    find(".elapsed", HTMLElement, row),
    isCut ? "cut" : duration === undefined ? "open" : formatElapsed(duration),
  );
  setText(find(".fault", HTMLElement, row), fault);
}

/** Leaves the end of a path to be seen: what is long in it is an id. */
function shorten(path: string): string {
  return path.replaceAll(/[^/?&=]{15,}/g, (id) => `${id.slice(0, 10)}…`);
}
