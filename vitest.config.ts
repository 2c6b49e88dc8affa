import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    exclude: ["node_modules", "dist"],
    // As many as CI has cores; by itself vitest would leave one idle.
    maxWorkers: 2,
    // Some tests start processes, and CI's machines are slow.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});

export default config;
