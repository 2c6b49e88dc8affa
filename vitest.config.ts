import { defineConfig, type ViteUserConfig } from "vitest/config";

const EXCLUDED = ["**/node_modules", "dist"];

/** What takes long, because it installs, kills or measures: `npm run test:slow`. */
const SLOW = "**/*.slow.test.ts";

const config: ViteUserConfig = defineConfig({
  test: {
    // As many as CI has cores; by itself vitest would leave one idle.
    maxWorkers: 2,
    // Some tests start processes, and CI's machines are slow.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "fast", exclude: [...EXCLUDED, SLOW] } },
      { extends: true, test: { name: "slow", include: [SLOW], exclude: EXCLUDED, testTimeout: 600_000 } },
    ],
  },
});

export default config;
