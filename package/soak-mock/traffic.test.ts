import { expect, it } from "vitest";
import { listen } from "../../generated/stub/index.ts";
import { Client } from "./traffic.ts";

it.each([
  ["does not answer", false],
  ["does not end its answer", true],
])("A client waits only so long for a mock that %s", { timeout: 2000 }, async (_name, begins) => {
  const server = await listen((_request, response) => {
    if (begins) response.write("{");
  });
  const client = new Client(server.url, 50);
  try {
    await expect(client.send()).rejects.toThrow(
      "POST /v1/channels/ch_01hxyz/sessions was not answered within 0.05 s.",
    );
  } finally {
    client.end();
    await server.close(0);
  }
});
