import { property } from "../json.ts";
import {
  charactersOf,
  editHeader,
  editQuery,
  editRequest,
  fieldOf,
  headerOf,
  idOf,
  invalid,
  operationOf,
  refusal,
  refusing,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import type { WireRequest } from "./wire.ts";

const tooLong = invalid("/message");

/** Refuses messages by their length. */
function refusingMessages(isRefused: (message: string) => boolean) {
  return refusing((request) => {
    const message = fieldOf(request, "message");
    return operationOf(request) === "sendMessage" && typeof message === "string" && isRefused(message);
  }, tooLong);
}

/** Lets the server see a message of another length. */
function replacingMessages(replace: (message: string) => string) {
  return editRequest((body) => {
    const message = property(body, "message");
    return typeof message === "string" ? { ...body, message: replace(message) } : body;
  });
}

function bytesOf({ body }: WireRequest): number {
  return body.length;
}

/** How deep the metadata of HTT-046 nests: it is brackets within brackets. */
function levelsOf(body: Buffer): number {
  const [brackets = ""] = /\[+/.exec(body.toString()) ?? [];
  // The body and the metadata are two levels themselves.
  return brackets.length + 2;
}

function replacingLimit(limit: string | null, replacement: string) {
  return editQuery((query) => {
    if (query.get("limit") === limit) query.set("limit", replacement);
  });
}

/** Limits that are off by one, in either direction, or counted in a wrong unit. */
export const limitFaults: readonly Fault[] = [
  {
    id: "message-limit-one-less",
    title: "A message may have 32,767 characters",
    caughtBy: ["MSG-012"],
    wire: refusingMessages((message) => charactersOf(message) === 32_768),
  },
  {
    id: "message-limit-one-more",
    title: "A message may have 32,769 characters",
    caughtBy: ["MSG-013", "MSG-015"],
    wire: replacingMessages((message) =>
      charactersOf(message) === 32_769 ? Array.from(message).slice(1).join("") : message,
    ),
  },
  {
    id: "message-of-one-character-refused",
    title: "A message needs 2 characters",
    caughtBy: ["MSG-010"],
    wire: refusingMessages((message) => charactersOf(message) === 1),
  },
  {
    id: "message-empty-accepted",
    title: "A message may be empty",
    caughtBy: ["MSG-011", "MSG-025", "STR-008"],
    wire: replacingMessages((message) => message || "x"),
  },
  {
    id: "message-counted-in-utf-16",
    title: "The characters of a message are counted as UTF-16 units",
    caughtBy: ["MSG-014"],
    wire: refusingMessages((message) => message.length > 32_768),
  },
  {
    id: "message-counted-in-bytes",
    title: "The characters of a message are counted as bytes",
    caughtBy: ["MSG-014"],
    wire: refusingMessages((message) => Buffer.byteLength(message) > 32_768),
  },
  {
    id: "message-counted-in-emoji",
    title: "Two emoji are counted as one character",
    caughtBy: ["MSG-015"],
    wire: replacingMessages((message) =>
      charactersOf(message) > 32_768 ? message.replaceAll("🙂🙂", "🙂") : message,
    ),
  },
  {
    id: "message-of-spaces-refused",
    title: "A message of white space counts as empty",
    caughtBy: ["MSG-202"],
    wire: refusingMessages((message) => message !== "" && message.trim() === ""),
  },
  {
    id: "page-limit-0-accepted",
    title: "A page may have 0 messages",
    caughtBy: ["MSG-051"],
    wire: replacingLimit("0", "1"),
  },
  {
    id: "page-limit-1-refused",
    title: "A page needs 2 messages",
    caughtBy: ["MSG-049", "MSG-054"],
    wire: replacingLimit("1", "0"),
  },
  {
    id: "page-limit-100-refused",
    title: "A page may have 99 messages",
    caughtBy: ["MSG-050"],
    wire: replacingLimit("100", "101"),
  },
  {
    id: "page-limit-101-accepted",
    title: "A page may have 101 messages",
    caughtBy: ["MSG-051"],
    wire: replacingLimit("101", "100"),
  },
  {
    id: "page-limit-capped",
    title: "A page of 100 messages has only 99",
    caughtBy: ["MSG-200"],
    wire: replacingLimit("100", "99"),
  },
  {
    id: "page-default-one-more",
    title: "A page has 21 messages by default",
    caughtBy: ["MSG-053"],
    wire: editQuery((query) => {
      if (!query.has("limit")) query.set("limit", "21");
    }),
  },
  {
    id: "page-default-one-less",
    title: "A page has 19 messages by default",
    caughtBy: ["MSG-053"],
    wire: editQuery((query) => {
      if (!query.has("limit")) query.set("limit", "19");
    }),
  },
  {
    id: "page-limit-ignored",
    title: "A page has 20 messages, whatever the limit",
    caughtBy: ["MSG-049"],
    wire: editQuery((query) => {
      if (/^[1-9]\d?$/.test(query.get("limit") ?? "")) query.delete("limit");
    }),
  },
  {
    id: "page-limit-one-more",
    title: "A page has one message more than its limit",
    caughtBy: ["MSG-049"],
    wire: editQuery((query) => {
      const limit = query.get("limit") ?? "";
      if (/^[1-9]\d?$/.test(limit)) query.set("limit", String(Number(limit) + 1));
    }),
  },
  {
    id: "page-limit-truncated",
    title: "A limit is read up to its first character that is no digit",
    caughtBy: ["MSG-052"],
    wire: editQuery((query) => {
      const limit = Number.parseInt(query.get("limit") ?? "", 10);
      if (limit >= 1 && limit <= 100) query.set("limit", String(limit));
    }),
  },
  {
    id: "user-id-limit-one-less",
    title: "X-Channel-User-Id may have 127 characters",
    caughtBy: ["HTT-010"],
    wire: refusing((request) => headerOf(request, "X-Channel-User-Id").length === 128),
  },
  {
    id: "user-id-limit-one-more",
    title: "X-Channel-User-Id may have 129 characters",
    caughtBy: ["HTT-011"],
    wire: editHeader("x-channel-user-id", (value) => value.slice(0, Math.min(128, value.length))),
  },
  {
    id: "user-id-of-one-character-refused",
    title: "X-Channel-User-Id needs 2 characters",
    caughtBy: ["HTT-010"],
    wire: refusing((request) => headerOf(request, "X-Channel-User-Id").length === 1),
  },
  {
    id: "user-id-empty-accepted",
    title: "X-Channel-User-Id may be empty",
    caughtBy: ["HTT-012"],
    wire: editHeader("x-channel-user-id", (value) => (value === "" ? undefined : value)),
  },
  {
    id: "user-id-of-reads-unchecked",
    title: "X-Channel-User-Id is only checked where something is written",
    caughtBy: ["HTT-011", "HTT-012"],
    wire: editHeader("x-channel-user-id", (value, { method }) => (method === "GET" ? undefined : value)),
  },
  {
    id: "first-version-refused",
    title: "The first version is refused",
    caughtBy: ["HTT-013"],
    wire: refusing((request) => headerOf(request, "Thinklio-Version") === "2026-03-01"),
  },
  {
    id: "version-before-the-first-accepted",
    title: "A version of the day before the first one is accepted",
    caughtBy: ["HTT-014"],
    wire: editHeader("thinklio-version", (value) => (value === "2026-02-28" ? "2026-03-01" : value)),
  },
  {
    id: "version-without-calendar",
    title: "A version may be a day that is in no calendar",
    caughtBy: ["HTT-015"],
    wire: editHeader("thinklio-version", (value) => (value === "2027-02-29" ? "2027-03-01" : value)),
  },
  {
    id: "version-of-the-future-refused",
    title: "A version after the newest one is refused",
    caughtBy: ["HTT-013"],
    wire: refusing((request) => headerOf(request, "Thinklio-Version") > "2026-12-31"),
  },
  {
    id: "version-ignored",
    title: "The version is not looked at",
    caughtBy: ["HTT-014", "HTT-015", "ERR-031"],
    wire: editHeader("thinklio-version", () => undefined),
  },
  {
    id: "body-limit-one-less",
    title: "A body may have 262,143 bytes",
    caughtBy: ["HTT-040"],
    wire: refusing((request) => bytesOf(request) === 262_144, refusal(413, "payload_too_large")),
  },
  {
    id: "body-limit-one-more",
    title: "A body may have 262,145 bytes",
    caughtBy: ["HTT-041"],
    wire: editRequest((body, request) => (bytesOf(request) === 262_145 ? { message: "Hello" } : body)),
  },
  {
    id: "body-limit-of-announced-bodies-only",
    title: "A body that does not announce its length may have any",
    caughtBy: ["HTT-041"],
    wire: editRequest((body, request) =>
      headerOf(request, "Transfer-Encoding") === "" ? body : { message: "Hello" },
    ),
  },
  {
    id: "nesting-limit-one-less",
    title: "A body may nest 999 levels",
    caughtBy: ["HTT-046"],
    wire: refusing(({ body }) => levelsOf(body) === 1000),
  },
  {
    id: "nesting-limit-one-more",
    title: "A body may nest 1,001 levels",
    caughtBy: ["HTT-046"],
    wire: editRequest((body, request) => (levelsOf(request.body) === 1001 ? { message: "Hello" } : body)),
  },
  {
    id: "number-too-large-accepted",
    title: "A number that is too large for a double becomes null",
    caughtBy: ["HTT-047"],
    wire: {
      request: (request) => {
        const text = request.body.toString().replace(/-?1[eE]\+?(?:400|309)(?=\})|9{310}/, "null");
        return { ...request, body: request.body.includes("number") ? Buffer.from(text) : request.body };
      },
    },
  },
  {
    id: "body-waited-for",
    title: "The server waits for a body longer than it should",
    caughtBy: ["HTT-048"],
    parts: () => ({ bodyTimeout: 20_000 }),
  },
  {
    id: "long-id-malformed",
    title: "An id of more than 128 characters is malformed, and not unknown",
    caughtBy: ["HTT-024", "HTT-025"],
    wire: refusing((request) => idOf(request).length > 128),
  },
];
