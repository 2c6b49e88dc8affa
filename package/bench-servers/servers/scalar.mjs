import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { createMockServer } from "@scalar/mock-server";

// @scalar/mock-server, as its documentation shows it.

const document = readFileSync(new URL("../../../generated/openapi.json", import.meta.url), "utf8");
const app = await createMockServer({ document });
serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: "127.0.0.1" });
