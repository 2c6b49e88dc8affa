import { serveParent } from "./child.ts";

await serveParent();
