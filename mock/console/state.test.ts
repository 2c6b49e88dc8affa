import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../settings.ts";
import { State } from "./console-page/state.ts";
import type { SessionRow, Snapshot } from "./view.ts";

const SNAPSHOT: Omit<Snapshot, "sessions"> = {
  now: 0,
  mode: "stateful",
  settings: DEFAULT_SETTINGS,
  defaults: DEFAULT_SETTINGS,
  requests: [],
  replies: [],
  mostRows: 10,
  channel: "ch_1",
  scenarios: [],
};

function rowOf(id: string, second: number): SessionRow {
  return {
    id,
    channel_id: "ch_1",
    agent_id: "agt_1",
    status: "active",
    message_count: 0,
    created_at: `2026-03-01T00:00:0${second}.000Z`,
    expires_at: "2026-03-02T00:00:00.000Z",
  };
}

it("Sessions stand newest first, and those of one moment in one order, however the news of them come", () => {
  const [old, one, other] = [rowOf("ses_c", 1), rowOf("ses_a", 2), rowOf("ses_b", 2)];
  for (const sessions of [
    [old, one, other],
    [other, one, old],
  ]) {
    const state = new State(() => {});
    state.begin({ ...SNAPSHOT, sessions });
    expect(state.sessions?.map(({ id }) => id)).toEqual(["ses_b", "ses_a", "ses_c"]);
  }
});
