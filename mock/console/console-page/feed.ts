import type { State } from "./state.ts";

/** How long to wait before trying again where the browser does not do it by itself, in milliseconds. */
const PAUSE = 2000;

/** Keeps the state up to date with what the mock tells, and begins anew whenever the connection was lost. */
export function follow(state: State): void {
  const source = new EventSource("/_console/events");
  source.addEventListener("snapshot", ({ data }) => state.begin(JSON.parse(data)));
  source.addEventListener("changes", ({ data }) => state.apply(JSON.parse(data)));
  source.addEventListener("error", () => {
    state.connect("lost");
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => follow(state), PAUSE);
  });
}
