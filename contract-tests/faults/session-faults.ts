import { parseJson } from "../json.ts";
import {
  charactersOf,
  codeOf,
  editRequest,
  editResponseHeader,
  editSession,
  fieldOf,
  headerOf,
  invalid,
  operationOf,
  refusal,
  refusing,
  replaceError,
  replaceResponse,
  withoutHeader,
} from "./edits.ts";
import type { Fault } from "./fault.ts";
import type { WireRequest } from "./wire.ts";

const isCreate = (request: WireRequest) => operationOf(request) === "createSession";

/** Sessions that are created, or shown, in a wrong way. */
export const sessionFaults: readonly Fault[] = [
  {
    id: "create-answers-200",
    title: "createSession answers 200 in place of 201",
    caughtBy: ["SES-001", "SES-002"],
    wire: { response: (response) => (response.status === 201 ? { ...response, status: 200 } : response) },
  },
  {
    id: "create-refuses-an-empty-object",
    title: "createSession refuses the body {}",
    caughtBy: ["SES-004"],
    wire: refusing((request) => isCreate(request) && request.body.toString() === "{}"),
  },
  {
    id: "body-of-any-type",
    title: "A body that is no object counts as an empty one, or a message",
    caughtBy: ["SES-026", "MSG-022"],
    wire: {
      request: (request) =>
        typeof parseJson(request.body.toString()) === "object" && !/^(null|\[)/.test(request.body.toString())
          ? request
          : { ...request, body: Buffer.from('{"message":"Hello"}') },
    },
  },
  {
    id: "read-without-metadata",
    title: "getSession shows no metadata",
    caughtBy: ["SES-005", "SES-016"],
    wire: editSession((session, request) =>
      operationOf(request) === "getSession" ? { ...session, metadata: {} } : session,
    ),
  },
  {
    id: "channel-wrong",
    title: "A session names another channel",
    caughtBy: ["SES-007"],
    wire: editSession((session) => ({ ...session, channel_id: "ch_second" })),
  },
  {
    id: "version-to-come-differs",
    title: "A version to come shows something else",
    caughtBy: ["HTT-016"],
    wire: editSession((session, request) =>
      headerOf(request, "Thinklio-Version") === ""
        ? session
        : { ...session, message_count: session.message_count + 1 },
    ),
  },
  {
    id: "location-missing",
    title: "201 has no Location",
    caughtBy: ["SES-002"],
    wire: withoutHeader("location"),
  },
  {
    id: "location-of-another-path",
    title: "Location is not the session's path",
    caughtBy: ["SES-002"],
    wire: editResponseHeader("location", (value) => value.replace("/v1", "")),
  },
  {
    id: "session-id-without-prefix",
    title: "A session's id has no prefix",
    caughtBy: ["SES-006"],
    wire: editSession((session) => ({ ...session, id: session.id.replace("ses_", "") })),
  },
  {
    id: "agent-ignored",
    title: "A session has the default agent, whatever was asked for",
    caughtBy: ["SES-009"],
    wire: editRequest((body, request) =>
      isCreate(request) && fieldOf(request, "agent_id") === "agt_second"
        ? { ...body, agent_id: undefined }
        : body,
    ),
  },
  {
    id: "default-agent-wrong",
    title: "A session without an agent has another one than the channel's default",
    caughtBy: ["SES-008", "LIF-017"],
    wire: editSession((session) => ({ ...session, agent_id: "agt_second" })),
  },
  {
    id: "unknown-agent-accepted",
    title: "An agent that does not exist is replaced by the default one",
    caughtBy: ["ERR-008"],
    wire: editRequest((body, request) =>
      isCreate(request) && typeof fieldOf(request, "agent_id") === "string"
        ? { ...body, agent_id: undefined }
        : body,
    ),
  },
  {
    id: "hidden-agent-accepted",
    title: "An agent that the key may not see is taken",
    caughtBy: ["ERR-013"],
    parts: ({ channels }) => ({
      channels: channels.map((channel) => ({ ...channel, agents: [...channel.agents, "agt_spender"] })),
    }),
  },
  {
    id: "unknown-agent-invalid",
    title: "An agent that does not exist is a field that breaks its schema",
    caughtBy: ["ERR-008"],
    wire: replaceError("agent_not_found", invalid("/agent_id")),
  },
  {
    id: "null-means-absent",
    title: "null in a request counts as absent",
    caughtBy: ["SES-023", "SES-024", "SES-025", "MSG-019", "MSG-020", "MSG-021"],
    wire: editRequest((body) =>
      Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)),
    ),
  },
  {
    id: "unknown-fields-refused",
    title: "A field that the server does not know is refused",
    caughtBy: ["SES-022", "MSG-023"],
    wire: refusing((request) => fieldOf(request, "colour") !== undefined, invalid("/colour")),
  },
  {
    id: "create-needs-a-body",
    title: "createSession needs a body",
    caughtBy: ["SES-003"],
    wire: refusing((request) => isCreate(request) && request.body.length === 0),
  },
  {
    id: "initial-context-shown",
    title: "A session shows its initial context",
    caughtBy: ["SES-021"],
    wire: editSession((session) => ({ ...session, initial_context: "The customer asks." })),
  },
  {
    id: "initial-context-limited",
    title: "initial_context has at most 10,000 characters",
    caughtBy: ["SES-027"],
    wire: refusing(
      (request) => charactersOf(fieldOf(request, "initial_context")) > 10_000,
      invalid("/initial_context"),
    ),
  },
  {
    id: "initial-context-of-any-type",
    title: "initial_context may be of any type",
    caughtBy: ["SES-025"],
    wire: editRequest((body) => ("initial_context" in body ? { ...body, initial_context: "text" } : body)),
  },
  {
    id: "last-message-at-null",
    title: "last_message_at is null in place of absent",
    caughtBy: ["SES-014"],
    wire: editSession((session) => ({ last_message_at: null, ...session })),
  },
  {
    id: "last-message-at-of-the-creation",
    title: "A session without messages has its created_at as last_message_at",
    caughtBy: ["SES-014"],
    wire: editSession((session) => ({ last_message_at: session.created_at, ...session })),
  },
  {
    id: "last-message-at-missing",
    title: "A session with messages has no last_message_at",
    caughtBy: ["SES-015", "MSG-047"],
    wire: editSession(({ last_message_at, ...session }) => session),
  },
  {
    id: "last-message-at-later",
    title: "last_message_at is a millisecond after the newest message",
    caughtBy: ["MSG-047"],
    wire: editSession((session) => ({
      ...session,
      last_message_at: session.last_message_at?.replace(/0Z$/, "1Z"),
    })),
  },
  {
    id: "times-not-in-utc",
    title: "Times are in another zone than UTC",
    caughtBy: ["SES-012"],
    wire: editSession((session) => ({
      ...session,
      created_at: session.created_at.replace("Z", "+01:00"),
    })),
  },
  {
    id: "times-in-seconds",
    title: "Times are numbers of seconds",
    caughtBy: ["SES-013"],
    wire: editSession((session) => ({ ...session, expires_at: Date.parse(session.expires_at) / 1000 })),
  },
  {
    id: "missing-field-invalid",
    title: "A missing field is answered like one that breaks its schema",
    caughtBy: ["MSG-016"],
    wire: replaceResponse(
      (response, request) =>
        operationOf(request) === "sendMessage" &&
        codeOf(response) === "invalid_request" &&
        request.body.toString().startsWith("{") &&
        fieldOf(request, "message") === undefined,
      invalid("/message"),
    ),
  },
  {
    id: "missing-body-invalid",
    title: "A missing body is answered like one that breaks its schema",
    caughtBy: ["MSG-017"],
    wire: refusing(
      (request) => operationOf(request) === "sendMessage" && request.body.length === 0,
      invalid(""),
    ),
  },
  {
    id: "empty-session-id-absent",
    title: "An empty session_id counts as absent",
    caughtBy: ["MSG-030"],
    wire: editRequest((body) => (body.session_id === "" ? { ...body, session_id: undefined } : body)),
  },
  {
    id: "invalid-field-malformed",
    title: "A field that breaks its schema is answered with 400",
    caughtBy: ["SES-024", "MSG-018", "ERR-010"],
    wire: replaceError("validation_failed", refusal(400, "invalid_request")),
  },
];
