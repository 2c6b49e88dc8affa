import { validateTimestamp } from "../../generated/validators.js";
import { converse, createSession, getSession, openSession, readSession } from "../calls.ts";
import { demand, demandEqual, demandInvalid, demandStatus } from "../demand.ts";
import { property } from "../json.ts";
import type { Rule } from "../rule.ts";
import { wrongTypes } from "./values.ts";

/** Creating and reading a session, and what each of its fields says. */
export const sessionRules: readonly Rule[] = [
  {
    id: "SES-001",
    title: "A session can be created",
    statement: "createSession on a channel answers 201 with the new session.",
    covers: ["Operation 1", "Session 23", "Session 24", "Session 25"],
    needs: ["write"],
    async check(target) {
      await openSession(target, {
        agent_id: target.agent,
        metadata: { ticket: "T-1042" },
        initial_context: "The customer asks about order 1042.",
      });
    },
  },
  {
    id: "SES-002",
    title: "201 says where the session is",
    statement:
      "The 201 of createSession has a Location header with the path of the new session, behind whatever the server is at.",
    covers: ["Session 27"],
    needs: ["write"],
    async check(target) {
      const answer = await createSession(target, {});
      demandStatus(answer, 201);
      const id = property(answer.response.json, "id");
      const location = answer.response.headers.get("location") ?? "";
      const path = `/v1/sessions/${id}`;
      demandEqual("the end of the Location header", location.slice(-path.length), path, answer);
    },
  },
  {
    id: "SES-003",
    title: "Creating a session needs no body",
    statement: "createSession without any body, or with one of no bytes, opens a session with the defaults.",
    covers: ["Session 21"],
    needs: ["write"],
    async check(target) {
      demandStatus(await createSession(target), 201);
      demandStatus(await createSession(target, undefined, { body: "" }), 201);
    },
  },
  {
    id: "SES-004",
    title: "Creating a session accepts an empty object",
    statement: "createSession with the body {} opens a session with the defaults.",
    covers: ["Session 22"],
    needs: ["write"],
    async check(target) {
      demandStatus(await createSession(target, {}), 201);
    },
  },
  {
    id: "SES-005",
    title: "A session can be read",
    statement: "getSession answers 200 with the session of that id, as it was created.",
    covers: ["Operation 2"],
    needs: ["write"],
    async check(target) {
      const created = await openSession(target, { metadata: { ticket: "T-1042" } });
      demandEqual("the session", await readSession(target, created.id), created);
    },
  },
  {
    id: "SES-006",
    title: "A session's id begins with ses_",
    statement: "A session's id is a string that begins with ses_, and no two sessions share one.",
    covers: ["Session 1", "Session 2"],
    needs: ["write"],
    async check(target) {
      const [first, second] = [await openSession(target), await openSession(target)];
      demand(first.id.startsWith("ses_"), "the id does not begin with ses_");
      demand(first.id !== second.id, "two sessions have the same id");
    },
  },
  {
    id: "SES-007",
    title: "A session names its channel",
    statement: "A session's channel_id, which begins with ch_, is that of the channel it was created on.",
    covers: ["Session 3"],
    needs: ["write"],
    async check(target) {
      const { id, channel_id } = await openSession(target);
      demandEqual("channel_id", channel_id, target.channel);
      demandEqual("channel_id", (await readSession(target, id)).channel_id, target.channel);
    },
  },
  {
    id: "SES-008",
    title: "A session created without an agent has the channel's default one",
    statement:
      "Where createSession's body has no agent_id, the session's is that of the channel's default agent.",
    covers: ["Session 5"],
    needs: ["write"],
    async check(target) {
      const { id, agent_id } = await openSession(target);
      demandEqual("agent_id", agent_id, target.agent);
      demandEqual("agent_id", (await readSession(target, id)).agent_id, target.agent);
    },
  },
  {
    id: "SES-009",
    title: "A session has the agent that was asked for",
    statement: "Where createSession's body has an agent_id, the session's is the same.",
    covers: ["Session 4", "Session 23"],
    needs: ["write", "second-agent"],
    async check(target) {
      const agent = target.offer("second-agent");
      const { id, agent_id } = await openSession(target, { agent_id: agent });
      demandEqual("agent_id", agent_id, agent);
      demandEqual("agent_id", (await readSession(target, id)).agent_id, agent);
    },
  },
  {
    id: "SES-010",
    title: "A new session has no messages",
    statement: "A session's message_count is an integer of 0 or more, and 0 when the session is created.",
    covers: ["Session 7", "Lifecycle 1"],
    needs: ["write"],
    async check(target) {
      demandEqual("message_count", (await openSession(target)).message_count, 0);
    },
  },
  {
    id: "SES-011",
    title: "A session without metadata has an empty object",
    statement: "A session's metadata is {} when none was sent.",
    covers: ["Session 10"],
    needs: ["write"],
    async check(target) {
      const { id, metadata } = await openSession(target);
      demandEqual("metadata", metadata, {});
      demandEqual("metadata", (await readSession(target, id)).metadata, {});
    },
  },
  {
    id: "SES-012",
    title: "created_at is a moment in UTC",
    statement: "A session's created_at is an RFC 3339 date-time in UTC.",
    covers: ["Session 16"],
    needs: ["write"],
    async check(target) {
      const { created_at } = await openSession(target);
      demand(validateTimestamp(created_at), `${created_at} is no RFC 3339 date-time in UTC`);
    },
  },
  {
    id: "SES-013",
    title: "expires_at is a later moment in UTC",
    statement:
      "A session's expires_at is an RFC 3339 date-time in UTC, and a new session's is in its future.",
    covers: ["Session 17"],
    needs: ["write"],
    async check(target) {
      const { created_at, expires_at } = await openSession(target);
      demand(validateTimestamp(expires_at), `${expires_at} is no RFC 3339 date-time in UTC`);
      demand(Date.parse(expires_at) > Date.parse(created_at), "expires_at is not after created_at");
    },
  },
  {
    id: "SES-014",
    title: "last_message_at is absent until the first message",
    statement: "A session without a message has no last_message_at.",
    covers: ["Session 19"],
    needs: ["write"],
    async check(target) {
      const created = await openSession(target);
      demand(!("last_message_at" in created), "a new session has a last_message_at when it is created");
      const read = await readSession(target, created.id);
      demand(
        !("last_message_at" in read),
        "a session without a message has a last_message_at when it is read",
      );
    },
  },
  {
    id: "SES-015",
    title: "last_message_at is there after the first message",
    statement:
      "A session with a message has a last_message_at: an RFC 3339 date-time in UTC, not before created_at.",
    covers: ["Session 18"],
    needs: ["write"],
    async check(target) {
      const { id, created_at } = await openSession(target);
      await converse(target, { message: "Hello", session_id: id });
      const { last_message_at } = await readSession(target, id);
      demand(validateTimestamp(last_message_at), `${last_message_at} is no RFC 3339 date-time in UTC`);
      demand(Date.parse(last_message_at) >= Date.parse(created_at), "last_message_at is before created_at");
    },
  },
  {
    id: "SES-021",
    title: "initial_context is accepted and not returned",
    statement:
      "createSession takes an initial_context, a string. It is kept with the session and never returned.",
    covers: ["Session 25", "Session 26"],
    needs: ["write"],
    async check(target) {
      const created = await createSession(target, { initial_context: "The customer asks about order 1042." });
      demandStatus(created, 201);
      const read = await getSession(target, String(property(created.response.json, "id")));
      demandStatus(read, 200);
      for (const answer of [created, read]) {
        const returned = property(answer.response.json, "initial_context");
        demand(returned === undefined, "the session has an initial_context", answer);
      }
    },
  },
  {
    id: "SES-022",
    title: "Unknown fields are ignored when a session is created",
    statement: "createSession ignores a field of the body that it does not know.",
    covers: ["Request 10"],
    needs: ["write"],
    async check(target) {
      const { metadata } = await openSession(target, { colour: "blue", metadata: { ticket: "T-1042" } });
      demandEqual("metadata", metadata, { ticket: "T-1042" });
    },
  },
  {
    id: "SES-023",
    title: "agent_id must be a string",
    statement: "createSession answers 422 where agent_id is no string, and names /agent_id.",
    covers: ["Session 23", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const value of wrongTypes("string")) {
        demandInvalid(await createSession(target, { agent_id: value }), "/agent_id");
      }
    },
  },
  {
    id: "SES-024",
    title: "A session's metadata must be an object",
    statement: "createSession answers 422 where metadata is no object, and names /metadata.",
    covers: ["Session 24", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const value of wrongTypes("object")) {
        demandInvalid(await createSession(target, { metadata: value }), "/metadata");
      }
    },
  },
  {
    id: "SES-025",
    title: "initial_context must be a string",
    statement: "createSession answers 422 where initial_context is no string, and names /initial_context.",
    covers: ["Session 25", "Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const value of wrongTypes("string")) {
        demandInvalid(await createSession(target, { initial_context: value }), "/initial_context");
      }
    },
  },
  {
    id: "SES-026",
    title: "The body of createSession must be an object",
    statement: "createSession answers 422 where the body is JSON, but no object, and names the whole body.",
    covers: ["Error 33", "Error 34"],
    needs: ["write"],
    async check(target) {
      for (const body of wrongTypes("object")) demandInvalid(await createSession(target, body), "");
    },
  },
  {
    id: "SES-027",
    title: "initial_context can be long",
    statement: "createSession takes an initial_context of 100,000 characters.",
    covers: ["Session 25"],
    needs: ["write"],
    async check(target) {
      await openSession(target, { initial_context: "word ".repeat(20_000) });
    },
  },
];
