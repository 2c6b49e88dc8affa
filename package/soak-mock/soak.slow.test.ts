import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { MODES } from "../../mock/activity.ts";
import { judge } from "./memory.ts";
import { soak } from "./soak.ts";

/** Enough to fill what is bounded, and to show a leak of a kilobyte a request. */
const FEW = { requests: 18_000, time: 60_000, onSample() {} };

it.each(MODES)("gets the answers that it should from a mock in the mode %s", async (mode) => {
  const samples = await soak({ ...FEW, requests: 1200, mode });
  expect(samples).toHaveLength(12);
  expect(samples.at(-1)?.requests).toBeGreaterThanOrEqual(1200);
});

it("finds the memory of a mock flat, and that of one that keeps what it should forget not", async () => {
  const module = new URL("leaking-mock.ts", import.meta.url);
  const sound = judge(await soak({ ...FEW, mode: "examples" }));
  const leaking = judge(await soak({ ...FEW, mode: "examples", module }));
  expect([sound, leaking]).toMatchObject([{ isFlat: true }, { isFlat: false }]);
});

it("leaves no mock behind when it is ended itself", async () => {
  const child = fork(new URL("mock.ts", import.meta.url), ["examples"]);
  try {
    await once(child, "message");
    const ended = once(child, "exit", { signal: AbortSignal.timeout(5000) });
    // As when the process on the other side is gone, however it went.
    child.disconnect();
    expect(await ended).toEqual([0, null]);
  } finally {
    child.kill();
  }
});

it.each([
  ["its URL", "process.on('message', () => {}); process.send({});"],
  [
    "its memory",
    `import { startMock } from ${JSON.stringify(new URL("../../mock/index.ts", import.meta.url).href)};
     const mock = await startMock({ mode: "examples", tokenDelay: 0 });
     process.on("message", () => process.send({ heap: "much" }));
     process.send(mock.url);`,
  ],
])("says so where the mock tells something else than %s", async (_name, text) => {
  const folder = await mkdtemp(join(tmpdir(), "soak-"));
  try {
    const file = join(folder, "mock.mjs");
    await writeFile(file, text);
    const soaked = soak({ ...FEW, requests: 120, mode: "examples", module: pathToFileURL(file) });
    await expect(soaked).rejects.toThrow("The mock does not tell its");
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("says so where the mock does not start, or ends", async () => {
  const module = new URL("memory.ts", import.meta.url);
  await expect(soak({ ...FEW, mode: "examples", module })).rejects.toThrow("The mock has ended.");
});
