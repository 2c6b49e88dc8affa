import { createDetailPane } from "./detail-pane.ts";
import { find, setText } from "./element.ts";
import { follow } from "./feed.ts";
import { createRequestsPane } from "./requests-pane.ts";
import { createSessionsPane } from "./sessions-pane.ts";
import { State } from "./state.ts";
import { createSwitches } from "./switches.ts";

const CONNECTIONS = { connecting: "Connecting", live: "Live", lost: "No connection; trying again" };

const connection = find("#connection", HTMLElement);
const mode = find("#mode", HTMLElement);
setText(find("#origin", HTMLElement), location.origin);

const state = new State(() => {
  setText(connection, CONNECTIONS[state.connection]);
  connection.dataset.state = state.connection;
  setText(mode, state.mode ?? "");
  for (const show of panes) show();
});
const panes = [
  createSwitches(state),
  createSessionsPane(state),
  createRequestsPane(state),
  createDetailPane(state),
];

follow(state);
// Time runs down even if nothing happens.
setInterval(() => state.tick(), 1000);
