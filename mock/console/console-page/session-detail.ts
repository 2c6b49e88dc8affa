import type { Message, Session } from "../../../generated/index.ts";
import { shellLine } from "./copy.ts";
import { sendMessageLine } from "./curl.ts";
import type { Detail } from "./detail-pane.ts";
import { element, find, setText } from "./element.ts";
import { showPairs, showValue } from "./json.ts";
import { KeyedList } from "./keyed-list.ts";
import { keepLoading } from "./latest.ts";
import { describeStatus } from "./sessions-pane.ts";
import type { State } from "./state.ts";
import { clockTime, fullTime } from "./time.ts";

interface Conversation {
  readonly session: Session;
  readonly messages: readonly Message[];
}

/** A message of the history, or a reply that is still on its way. */
type Line = Pick<Message, "id" | "role" | "content"> & { readonly note: string; readonly isLive: boolean };

/** A session: its state, and its messages as they come. */
export function createSessionDetail(state: State, id: string): Detail {
  const status = element("p", { class: "status" });
  const about = element("div", { class: "about" });
  const transcript = element("ol", { class: "transcript", "aria-label": "Messages" });
  const next = element("div", { class: "next" });
  const root = element(
    "article",
    { class: "session" },
    element("header", {}, element("h2", {}, id), status),
    about,
    transcript,
    next,
  );
  const lines = new KeyedList<Line, HTMLElement>(transcript, {
    key: (line) => line.id,
    create: createLine,
    update: updateLine,
  });
  let conversation: Conversation | undefined;

  const load = keepLoading<Conversation>(`/_console/sessions/${encodeURIComponent(id)}`, (loaded) => {
    if (loaded === "gone") {
      about.replaceChildren(element("p", { class: "hint" }, "The mock no longer keeps this session."));
      return;
    }
    conversation = loaded.value;
    showAbout(conversation.session, about);
    showLines();
  });

  function showLines(): void {
    const pane = root.parentElement;
    const isAtEnd = pane !== null && pane.scrollHeight - pane.scrollTop - pane.clientHeight < 40;
    const messages = conversation?.messages ?? [];
    const kept = new Set(messages.map((message) => message.id));
    const live = [...state.replies.values()].filter(
      ({ sessionId, messageId }) => sessionId === id && !kept.has(messageId),
    );
    lines.show([
      ...messages.map(lineOf),
      ...live.map(({ messageId, text }): Line => {
        return { id: messageId, role: "assistant", content: text, note: "streaming", isLive: true };
      }),
    ]);
    if (isAtEnd) pane.scrollTop = pane.scrollHeight;
  }

  let seen: unknown;
  let seenReplies: unknown;
  let isSending: boolean | undefined;
  return {
    element: root,
    update() {
      const row = state.sessions?.find((session) => session.id === id);
      if (row) {
        root.dataset.status = state.statusOf(row);
        setText(status, describeStatus(row, state));
      }
      const isActive = row !== undefined && state.statusOf(row) === "active";
      if (isActive !== isSending) {
        isSending = isActive;
        next.replaceChildren(
          ...(isActive
            ? [
                element("h3", {}, "Say something"),
                shellLine(sendMessageLine(location.origin, row.channel_id, id)),
              ]
            : []),
        );
      }
      const replies = state.replies;
      if (
        seen === undefined ||
        row !== seen ||
        replies.size !== (seenReplies as typeof replies | undefined)?.size
      )
        load();
      if (replies !== seenReplies) showLines();
      seen = row ?? null;
      seenReplies = replies;
    },
  };
}

function showAbout(session: Session, about: HTMLElement): void {
  about.replaceChildren(
    showPairs({
      channel: session.channel_id,
      agent: session.agent_id,
      created: fullTime(session.created_at),
      expires: fullTime(session.expires_at),
    }),
    ...(Object.keys(session.metadata).length > 0
      ? [element("h3", {}, "Metadata"), showValue(session.metadata, "Metadata")]
      : []),
  );
}

function lineOf(message: Message): Line {
  const { id, role, content, created_at } = message;
  const cost = "tokens" in message ? ` · ${message.tokens} tokens · ${message.model}` : "";
  return { id, role, content, note: clockTime(created_at) + cost, isLive: false };
}

function createLine({ role }: Line): HTMLElement {
  return element(
    "li",
    { class: role },
    element("p", { class: "who" }, element("strong", {}, role), " ", element("small")),
    element("p", { class: "content" }),
  );
}

function updateLine(shown: HTMLElement, { content, note, isLive }: Line): void {
  shown.classList.toggle("live", isLive);
  setText(find("small", HTMLElement, shown), note);
  setText(find(".content", HTMLElement, shown), content);
}
