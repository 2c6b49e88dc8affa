import type { Session } from "../../generated/index.ts";

/** How long a session without messages lives, in milliseconds. */
export function lifetimeOf({ created_at, expires_at, last_message_at }: Session): number {
  return Date.parse(expires_at) - Date.parse(last_message_at ?? created_at);
}
