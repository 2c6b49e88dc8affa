import { MemoryStore, openStore, parseStore, startServer } from "../../server/index.ts";
import { fillStore } from "./fill.ts";

// A server in a process of its own: node server.ts STORE [SESSIONS MESSAGES]. A store in memory is filled first.

const [address = "memory", sessions = "0", messages = "0"] = process.argv.slice(2);
const store = await openStore(parseStore(address));
if (store instanceof MemoryStore) {
  await fillStore(store, { sessions: Number(sessions), messages: Number(messages) });
}
const server = await startServer({ store });
process.send?.(server.url);
