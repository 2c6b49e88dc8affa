import type { SessionRow } from "../view.ts";
import { shellLine } from "./copy.ts";
import { formatTimeLeft } from "./duration.ts";
import { element, find, setText } from "./element.ts";
import { KeyedList } from "./keyed-list.ts";
import { roveFocus } from "./roving-focus.ts";
import type { State } from "./state.ts";

/** The list of the sessions, each with its state and the time that it has left. */
export function createSessionsPane(state: State): () => void {
  const pane = find("#sessions", HTMLElement);
  const rows = find(".rows", HTMLElement, pane);
  const empty = find(".empty", HTMLElement, pane);
  const count = find(".count", HTMLElement, pane);
  const refreshFocus = roveFocus(rows);
  const list = new KeyedList<SessionRow, HTMLElement>(rows, {
    key: ({ id }) => id,
    create: ({ id }) => createRow(() => state.select({ kind: "session", id })),
    update: (row, session) => updateRow(row, session, state),
  });

  return () => {
    const sessions = state.sessions ?? [];
    list.show(sessions);
    refreshFocus();
    setText(count, sessions.length === 0 ? "" : String(sessions.length));
    rows.hidden = sessions.length === 0;
    empty.hidden = sessions.length > 0 || state.mode === undefined;
    const kind = state.sessions ? "none yet" : `not kept in ${state.mode}`;
    if (empty.dataset.kind === kind) return;
    empty.dataset.kind = kind;
    empty.replaceChildren(
      ...(state.sessions
        ? [element("p", {}, "No sessions yet. The first message opens one.")]
        : [
            element(
              "p",
              {},
              `The mode ${state.mode} keeps no sessions. To see them live, start the mock with:`,
            ),
            shellLine("npx thinklio-sessions mock --mode stateful"),
          ]),
    );
  };
}

function createRow(onOpen: () => void): HTMLElement {
  const button = element(
    "button",
    { type: "button" },
    element("span", { class: "id" }),
    element(
      "span",
      { class: "status" },
      element("span"),
      element("span", { class: "visually-hidden" }, " left"),
    ),
    element("span", { class: "about" }),
    element("span", { class: "left", "aria-hidden": "true" }, element("span")),
  );
  button.addEventListener("click", onOpen);
  return element("li", {}, button);
}

function updateRow(row: HTMLElement, session: SessionRow, state: State): void {
  const button = find("button", HTMLButtonElement, row);
  const status = state.statusOf(session);
  button.dataset.status = status;
  const isSelected = state.selection?.kind === "session" && state.selection.id === session.id;
  button.setAttribute("aria-current", String(isSelected));
  setText(find(".id", HTMLElement, row), session.id);
  setText(find(".status > span", HTMLElement, row), status === "active" ? timeLeft(session, state) : status);
  find(".status > .visually-hidden", HTMLElement, row).hidden = status !== "active";
  setText(
    find(".about", HTMLElement, row),
    `${session.channel_id} · ${session.message_count} ${session.message_count === 1 ? "message" : "messages"}`,
  );
  find(".left", HTMLElement, row).style.setProperty("--left", shareLeft(session, state));
}

/** `active, 4m 09s left`, or why it is no longer active. */
export function describeStatus(session: SessionRow, state: State): string {
  const status = state.statusOf(session);
  return status === "active" ? `active, ${timeLeft(session, state)} left` : status;
}

function timeLeft({ expires_at }: SessionRow, state: State): string {
  return formatTimeLeft(Date.parse(expires_at) - state.now());
}

function shareLeft(session: SessionRow, state: State): string {
  if (state.statusOf(session) !== "active") return "0";
  const begun = Date.parse(session.last_message_at ?? session.created_at);
  const end = Date.parse(session.expires_at);
  return Math.min(1, (end - state.now()) / (end - begun)).toFixed(4);
}
