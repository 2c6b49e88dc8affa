import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCompatibility, describe as describeCompatibility } from "./check.ts";
import { findBreakingChanges } from "./compare.ts";
import { mayBreak, nextVersion } from "./versions.ts";

type Part = Record<string, unknown>;

const text = readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8");
const SESSION = "/v1/sessions/{session_id}";
const SESSIONS = "/v1/channels/{channel_id}/sessions";
const MESSAGES = "/v1/channels/{channel_id}/messages";

/** The part of a document at a path. */
function at(document: Part, ...path: string[]): Part {
  let part: unknown = document;
  for (const key of path) part = isPart(part) ? part[key] : undefined;
  return isPart(part) ? part : expect.fail(`There is nothing at ${path.join("/")}.`);
}

/** The list of a document at a path. */
function list(document: Part, ...path: string[]): unknown[] {
  const part = at(document, ...path);
  return Array.isArray(part) ? part : expect.fail(`There is no list at ${path.join("/")}.`);
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null;
}

/** The path of a component schema. */
function schema(name: string): [string, string, string] {
  return ["components", "schemas", name];
}

function parameter(document: Part, name: string): Part {
  const parameters = Object.values(at(document, "components", "parameters")).filter(isPart);
  return parameters.find((one) => one.name === name) ?? expect.fail(`There is no parameter ${name}.`);
}

/** Changes a copy of the contract, and compares. */
function compare(change: (document: Part) => void) {
  const changed = JSON.parse(text);
  change(changed);
  expect(JSON.stringify(changed), "the change changes something").not.toBe(JSON.stringify(JSON.parse(text)));
  return findBreakingChanges(JSON.parse(text), changed).map(({ where, what }) => `${where}: ${what}`);
}

describe("The contract", () => {
  it("has, since the last release, additions at most, or moves the version accordingly", () => {
    const compatibility = checkCompatibility();
    expect(compatibility.isPermitted, describeCompatibility(compatibility)).toBe(true);
  });
});

describe("A change that breaks somebody is named:", () => {
  it.each<[string, RegExp, (document: Part) => void]>([
    ["an operation is removed", /session_id} › get: is removed/, (d) => delete at(d, "paths", SESSION).get],
    [
      "a path is renamed",
      /close › post: is removed/,
      (d) => {
        at(d, "paths")[`${SESSION}/end`] = at(d, "paths")[`${SESSION}/close`];
        delete at(d, "paths")[`${SESSION}/close`];
      },
    ],
    [
      "an operation is called otherwise",
      /get › operationId: was/,
      (d) => {
        at(d, "paths", SESSION, "get").operationId = "readSession";
      },
    ],
    [
      "a field of a response is removed",
      /201 .* last_message_at: is removed/,
      (d) => delete at(d, ...schema("Session"), "properties").last_message_at,
    ],
    [
      "a field of a response may be absent",
      /"agent_id" may be absent/,
      (d) => {
        at(d, ...schema("Session")).required = list(d, ...schema("Session"), "required").filter(
          (name) => name !== "agent_id",
        );
      },
    ],
    [
      "a field of a response has another type",
      /message_count › type: was "integer", is "string"/,
      (d) => {
        at(d, ...schema("Session"), "properties", "message_count").type = "string";
      },
    ],
    [
      "a field of a response may be null",
      /has_more › type: was "boolean"/,
      (d) => {
        at(d, ...schema("MessagePage"), "properties", "has_more").type = ["boolean", "null"];
      },
    ],
    [
      "an id has another form",
      /id › pattern: pattern was "\^ses_", is "\^sess_"/,
      (d) => {
        at(d, ...schema("SessionId")).pattern = "^sess_";
      },
    ],
    [
      "a status of a session is new",
      /a response may be "paused"/,
      (d) => list(d, ...schema("SessionStatus"), "enum").push("paused"),
    ],
    [
      "a status of a session is removed",
      /status › enum › 2: is removed/,
      (d) => list(d, ...schema("SessionStatus"), "enum").pop(),
    ],
    [
      "a message may be of a new kind",
      /a response may be of a new kind/,
      (d) => list(d, ...schema("Message"), "anyOf").push({ $ref: "#/components/schemas/Session" }),
    ],
    [
      "an error has another code",
      /code › enum › 0: was "session_expired", is "expired"/,
      (d) => {
        at(d, ...schema("SessionExpired"), "properties", "code").enum = ["expired"];
      },
    ],
    [
      "a status is removed",
      /responses › 404: is removed/,
      (d) => delete at(d, "paths", SESSION, "get", "responses")["404"],
    ],
    [
      "a success has a new status",
      /responses › 202: is a new success/,
      (d) => {
        at(d, "paths", SESSION, "get", "responses")["202"] = at(d, "paths", SESSION, "get", "responses")[
          "200"
        ];
      },
    ],
    [
      "a header of a response is removed",
      /headers › Location: is removed/,
      (d) => delete at(d, "paths", SESSIONS, "post", "responses", "201", "headers").Location,
    ],
    [
      "a media type is removed",
      /text\/event-stream: is removed/,
      (d) => delete at(d, "paths", MESSAGES, "post", "responses", "200", "content")["text/event-stream"],
    ],
    [
      "a field of a stream's event is removed",
      /MessageStream.data .* delta: is removed/,
      (d) => delete at(d, ...schema("MessageDelta"), "properties").delta,
    ],
    [
      "a stream ends otherwise",
      /done: was "\[DONE\]", is "\[END\]"/,
      (d) => {
        at(d, ...schema("MessageStream"), "x-event-stream").done = "[END]";
      },
    ],
    [
      "a request must have one more field",
      /"session_id" must be sent/,
      (d) => list(d, ...schema("SendMessageRequest"), "required").push("session_id"),
    ],
    [
      "a request must have a new field",
      /"priority" must be sent/,
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties").priority = { type: "integer" };
        list(d, ...schema("SendMessageRequest"), "required").push("priority");
      },
    ],
    [
      "a field of a request is removed",
      /session_id: is removed/,
      (d) => delete at(d, ...schema("SendMessageRequest"), "properties").session_id,
    ],
    [
      "a field of a request has another type",
      /message › type: was "string"/,
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties", "message").type = "integer";
      },
    ],
    [
      "a field of a request has a lower limit",
      /maxLength was 32768, is 10/,
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties", "message").maxLength = 10;
      },
    ],
    [
      "a field of a request has a form",
      /pattern was not set, is "\^ses_"/,
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties", "session_id").pattern = "^ses_";
      },
    ],
    [
      "a field of a request has few values",
      /session_id › x-enumerated/,
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties", "session_id").enum = ["ses_1"];
      },
    ],
    [
      "a default changes",
      /stream › default: was false, is true/,
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties", "stream").default = true;
      },
    ],
    [
      "a body must be sent",
      /requestBody › required: must be sent/,
      (d) => {
        at(d, "paths", SESSIONS, "post", "requestBody").required = true;
      },
    ],
    [
      "a body may be less large",
      /x-max-bytes was 262144, is 1000/,
      (d) => {
        at(d, ...schema("PayloadTooLarge"))["x-max-bytes"] = 1000;
      },
    ],
    [
      "a parameter is renamed",
      /parameters › cursor: is removed/,
      (d) => {
        parameter(d, "cursor").name = "after";
      },
    ],
    [
      "a parameter must be sent",
      /parameters › limit › required: must be sent/,
      (d) => {
        parameter(d, "limit").required = true;
      },
    ],
    [
      "a new parameter must be sent",
      /parameters › view: is new, and must be sent/,
      (d) =>
        list(d, "paths", SESSION, "get", "parameters").push({
          name: "view",
          in: "query",
          required: true,
          schema: {},
        }),
    ],
    [
      "a parameter has a lower limit",
      /limit › schema › maximum: maximum was 100, is 50/,
      (d) => {
        at(parameter(d, "limit"), "schema").maximum = 50;
      },
    ],
    [
      "a version is no more supported",
      /x-format-minimum was "2026-03-01", is "2026-05-01"/,
      (d) => {
        parameter(d, "Thinklio-Version")["x-format-minimum"] = "2026-05-01";
      },
    ],
    [
      "the server moves",
      /servers › 0 › url: was/,
      (d) => {
        at(d, "servers", "0").url = "https://sessions.example.com";
      },
    ],
    [
      "another authentication is demanded",
      /security › 0 › \w+: is removed/,
      (d) => {
        d.security = [{ Other: [] }];
      },
    ],
  ])("%s", (_what, named, change) => {
    expect(compare(change).join("\n")).toMatch(named);
  });
});

describe("An addition is permitted:", () => {
  it.each<[string, (document: Part) => void]>([
    [
      "an operation",
      (d) => {
        at(d, "paths")["/v1/agents"] = { get: at(d, "paths", SESSION).get };
      },
    ],
    [
      "a field of a response",
      (d) => {
        at(d, ...schema("Session"), "properties").title = { type: "string" };
      },
    ],
    [
      "a promise to send a field always",
      (d) => list(d, ...schema("Session"), "required").push("last_message_at"),
    ],
    [
      "an error code",
      (d) => {
        at(d, "components", "schemas").SessionPaused = at(d, ...schema("SessionClosed"));
        const conflict = at(d, "paths", MESSAGES, "post", "responses", "409", "content", "application/json");
        list(conflict, "schema", "properties", "error", "anyOf").push({
          $ref: "#/components/schemas/SessionPaused",
        });
      },
    ],
    [
      "a status of an error",
      (d) => {
        at(d, "paths", SESSION, "get", "responses")["503"] = at(d, "paths", SESSION, "get", "responses")[
          "500"
        ];
      },
    ],
    [
      "an optional field of a request",
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties").priority = { type: "integer" };
      },
    ],
    [
      "an optional parameter",
      (d) =>
        list(d, "paths", SESSION, "get", "parameters").push({
          name: "view",
          in: "query",
          schema: { type: "string" },
        }),
    ],
    [
      "a higher limit of a request",
      (d) => {
        at(d, ...schema("SendMessageRequest"), "properties", "message").maxLength = 65_536;
      },
    ],
    [
      "a field of a request that may be left out",
      (d) => {
        at(d, ...schema("SendMessageRequest")).required = [];
      },
    ],
    [
      "other words",
      (d) => {
        at(d, ...schema("Session")).description = "A conversation.";
      },
    ],
    [
      "another example",
      (d) => {
        at(d, ...schema("SessionId")).examples = ["ses_1"];
      },
    ],
  ])("%s", (_what, change) => {
    expect(compare(change)).toEqual([]);
  });
});

describe("The version", () => {
  it.each([
    ["0.1.0", [], "0.1.0"],
    ["0.1.0", ["patch"], "0.1.1"],
    ["0.1.3", ["patch", "minor"], "0.2.0"],
    ["1.4.2", ["major", "patch"], "2.0.0"],
  ])("after %s comes, with %j, %s", (current, bumps, next) => {
    const changesets = bumps.map((bump) => `---\n"thinklio-sessions": ${bump}\n---\n\nA change.\n`);
    expect(nextVersion(current, changesets, "thinklio-sessions")).toBe(next);
  });

  it.each([
    ["1.4.2", "2.0.0", true],
    ["1.4.2", "1.5.0", false],
    ["0.1.0", "0.2.0", true],
    ["0.1.0", "0.1.1", false],
    ["0.9.0", "1.0.0", true],
  ])("that moves from %s to %s may break somebody: %s", (released, next, may) => {
    expect(mayBreak(released, next)).toBe(may);
  });
});
