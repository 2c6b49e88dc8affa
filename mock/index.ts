export type {
  Activity,
  ActivityEvent,
  Fault,
  Mode,
  PrismVerdict,
  RecordedAnswer,
  RecordedRequest,
  SessionsView,
  Verdict,
} from "./activity.ts";
export type { ScriptedReply } from "./replies.ts";
export { SCENARIOS, type Scenario, type Settings, type SettingValues } from "./settings.ts";
export { EXAMPLE_CHANNEL, type Mock, type MockChannel, type MockOptions, startMock } from "./start.ts";
