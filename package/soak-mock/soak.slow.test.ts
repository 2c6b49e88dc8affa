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

it("says so where the mock does not start, or ends", async () => {
  const module = new URL("memory.ts", import.meta.url);
  await expect(soak({ ...FEW, mode: "examples", module })).rejects.toThrow("The mock has ended.");
});
