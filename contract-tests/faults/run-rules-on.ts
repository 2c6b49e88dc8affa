import { listen } from "../../generated/stub/index.ts";
import { startServer } from "../../server/index.ts";
import type { Rule } from "../rule.ts";
import { type RuleResult, runRules } from "../runner.ts";
import type { Change } from "./fault.ts";
import { createHealthy } from "./healthy.ts";
import { createProxy } from "./wire.ts";

/**
 * Runs rules on a server that differs from the healthy one. Each call starts servers of its own.
 *
 * @param timeout how long one exchange may take, in milliseconds
 */
export async function runRulesOn(
  { parts, wire = {} }: Change,
  rules: readonly Rule[],
  timeout = 5000,
): Promise<RuleResult[]> {
  const isLimited = ({ needs }: Rule) => needs.includes("rate-limited-key");
  const groups = [true, false].map((rateLimited) => ({
    rateLimited,
    selected: rules.filter((rule) => isLimited(rule) === rateLimited),
  }));
  const results = groups
    .filter(({ selected }) => selected.length > 0)
    .map(async ({ rateLimited, selected }) => {
      const { configuration, target } = createHealthy(rateLimited);
      const server = await startServer({ ...configuration, ...parts?.(configuration) });
      const proxy = await listen(createProxy(server.url, wire));
      try {
        return await runRules({
          rules: selected,
          timeout,
          target: { ...target, baseUrl: new URL(proxy.url) },
        });
      } finally {
        await proxy.close(0);
        await server.close(0);
      }
    });
  return (await Promise.all(results)).flat();
}
