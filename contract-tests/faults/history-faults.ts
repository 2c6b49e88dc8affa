import {
  codeOf,
  editPage,
  editQuery,
  invalid,
  operationOf,
  refusal,
  replaceError,
  replaceResponse,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import { changeStore } from "./parts.ts";
import type { Wire, WireRequest } from "./wire.ts";

const isContinued = ({ path }: WireRequest) => path.includes("cursor=");

/** Pages that have gaps, or messages twice, or say something wrong about what follows. */
export const historyFaults: readonly Fault[] = [
  {
    id: "page-skips-at-its-start",
    title: "A page leaves out the message after the page before",
    caughtBy: ["MSG-054", "MSG-056"],
    wire: editPage((page, request) => ({ ...page, data: page.data.slice(isContinued(request) ? 1 : 0) })),
  },
  {
    id: "page-skips-at-its-end",
    title: "A page that others follow leaves out its last message",
    caughtBy: ["MSG-049", "MSG-054"],
    wire: editPage((page) => (page.has_more ? { ...page, data: page.data.slice(0, -1) } : page)),
  },
  {
    id: "page-repeats-at-its-start",
    title: "A page begins with the last message of the page before",
    caughtBy: ["MSG-054", "MSG-056"],
    wire: repeatLast(),
  },
  {
    id: "pages-of-a-snapshot",
    title: "Messages that arrive between two pages are missed",
    caughtBy: ["MSG-056"],
    ...changeStore((store) => {
      const lengths = new Map<string, number>();
      return {
        async messages(id, position, limit) {
          if (position === 0) lengths.set(id, (await store.messages(id, 0, 1000)).length);
          return store.messages(id, position, Math.min(limit, (lengths.get(id) ?? 0) - position));
        },
      };
    }),
  },
  {
    id: "pages-from-the-end",
    title: "Positions count from the newest message, so that pages shift when one arrives",
    caughtBy: ["MSG-056"],
    ...changeStore((store) => {
      const lengths = new Map<string, number>();
      return {
        async messages(id, position, limit) {
          const { length } = await store.messages(id, 0, 1000);
          if (position === 0) lengths.set(id, length);
          return store.messages(id, position + length - (lengths.get(id) ?? length), limit);
        },
      };
    }),
  },
  {
    id: "cursor-ignored",
    title: "Every page is the first one",
    caughtBy: ["MSG-054", "MSG-057"],
    wire: editQuery((query) => query.delete("cursor")),
  },
  {
    id: "cursor-unchecked",
    title: "A cursor that was made up means the first page",
    caughtBy: ["MSG-057"],
    wire: editQuery((query) => {
      if (/^(not-a-cursor|\d+|.*x)$/.test(query.get("cursor") ?? "")) query.delete("cursor");
    }),
  },
  {
    id: "cursor-empty-accepted",
    title: "An empty cursor means the first page",
    caughtBy: ["MSG-058"],
    wire: editQuery((query) => {
      if (query.get("cursor") === "") query.delete("cursor");
    }),
  },
  {
    id: "cursor-of-any-session",
    title: "A cursor is good for every session",
    caughtBy: ["MSG-059"],
    wire: shareCursors(),
  },
  {
    id: "cursor-not-found",
    title: "A cursor that was made up is not found",
    caughtBy: ["MSG-057"],
    wire: replaceResponse(
      (response, request) => isContinued(request) && codeOf(response) === "invalid_request",
      refusal(404, "session_not_found"),
    ),
  },
  {
    id: "query-invalid",
    title: "A malformed limit is answered with 422",
    caughtBy: ["MSG-051", "MSG-052", "HTT-045"],
    wire: replaceResponse(
      (response, request) => request.path.includes("limit=") && codeOf(response) === "invalid_request",
      invalid("/limit"),
    ),
  },
  {
    id: "query-after-existence",
    title: "The session is looked for before the query is checked",
    caughtBy: ["HTT-045"],
    wire: replaceResponse(
      (response, request) => request.path.endsWith("limit=ten") && codeOf(response) === "invalid_request",
      refusal(404, "session_not_found"),
    ),
  },
  {
    id: "has-more-never",
    title: "has_more is always false",
    caughtBy: ["MSG-049", "MSG-053"],
    wire: editPage((page) => ({ ...page, has_more: false })),
  },
  {
    id: "has-more-of-a-full-page",
    title: "has_more is true for the last page if it is full",
    caughtBy: ["MSG-055"],
    wire: editPage((page, { path }) => ({
      ...page,
      has_more: page.has_more || path.includes(`limit=${page.data.length}`),
    })),
  },
  {
    id: "cursor-of-the-last-page",
    title: "The last page has a next_cursor",
    caughtBy: ["MSG-041", "MSG-055"],
    wire: editPage((page) => ({ ...page, next_cursor: page.next_cursor ?? "end" })),
  },
  {
    id: "cursor-empty",
    title: "The last page's next_cursor is an empty string",
    caughtBy: ["MSG-041", "MSG-055"],
    wire: editPage((page) => ({ ...page, next_cursor: page.next_cursor ?? "" })),
  },
  {
    id: "page-bare",
    title: "A history is an array without has_more and next_cursor",
    caughtBy: ["MSG-040"],
    wire: editPage((page) => page.data),
  },
  {
    id: "history-empty-not-found",
    title: "A session without messages has no history",
    caughtBy: ["MSG-041"],
    wire: replaceResponse(
      (response, request) => operationOf(request) === "listMessages" && response.body.includes('"data":[]'),
      refusal(404, "session_not_found"),
    ),
  },
  {
    id: "cursor-error-unknown",
    title: "A cursor that was made up has an error code that the contract does not know",
    caughtBy: ["MSG-057"],
    wire: replaceError("invalid_request", refusal(400, "invalid_cursor")),
  },
];

function repeatLast(): Wire {
  const last = new Map<string | null, unknown>();
  return editPage((page, request) => {
    const cursor = new URLSearchParams(request.path.split("?")[1]).get("cursor");
    if (page.next_cursor !== null) last.set(page.next_cursor, page.data.at(-1));
    return { ...page, data: last.has(cursor) ? [last.get(cursor), ...page.data] : page.data };
  });
}

/** Takes a cursor that was given for another session for the start of the history. */
function shareCursors(): Wire {
  const sessions = new Map<string, string>();
  const sessionOf = ({ path }: WireRequest) => path.split("?")[0] ?? "";
  return {
    ...editPage((page, request) => {
      if (page.next_cursor !== null) sessions.set(page.next_cursor, sessionOf(request));
      return page;
    }),
    request(request) {
      const owner = sessions.get(new URLSearchParams(request.path.split("?")[1]).get("cursor") ?? "");
      const isForeign = owner !== undefined && owner !== sessionOf(request);
      return isForeign ? { ...request, path: sessionOf(request) } : request;
    },
  };
}
