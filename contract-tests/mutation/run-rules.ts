import { type Configuration, type StartOptions, startServer } from "../../server/index.ts";
import { createHealthy } from "../faults/healthy.ts";
import type { Offers } from "../needs.ts";
import type { Rule } from "../rule.ts";
import { rules as allRules } from "../rules/index.ts";
import { type RuleResult, runRules } from "../runner.ts";
import type { TargetOptions } from "../target.ts";
import { demandingAgent, ENDLESS } from "./demanding-agent.ts";

/** A mutant must be caught by what it does, and not because the machine is busy. */
const TIMEOUT = 20_000;

/** All but those that draw their requests at random, which take long. */
const rules = allRules.filter(({ needs }) => !needs.includes("fast-check"));

/** Ends the process as soon as one rule does not pass: then the mutant is caught. */
function onResult(result: RuleResult): void {
  if (result.outcome === "passed") return;
  const why = result.outcome === "failed" ? result.findings.map(({ message }) => message) : result.lacking;
  process.stderr.write(`${result.rule.id} ${result.outcome}: ${why.join("; ")}\n`);
  process.exit(1);
}

async function runOn(
  options: StartOptions,
  target: Omit<TargetOptions, "baseUrl">,
  selected: readonly Rule[],
): Promise<void> {
  const { url } = await startServer(options);
  const here = { ...target, baseUrl: new URL(url) };
  await runRules({ rules: selected, target: here, timeout: TIMEOUT, onResult });
}

/** A server that offers all that rules need, with a rate limit of all keys, of one key alone, or without one. */
async function runOnHealthy(limited: "all" | "one" | "none"): Promise<void> {
  const { configuration: healthy, target } = createHealthy(limited !== "none");
  const configuration = limited === "one" ? limitOneKey(healthy, target.offers) : healthy;
  // Of several blocked words each counts; one without a letter blocks nothing.
  const blockedWords = ["outlawed", "?!", ...configuration.blockedWords];
  const selected = rules.filter(({ needs }) => needs.includes("rate-limited-key") === (limited !== "none"));
  await runOn({ ...configuration, blockedWords }, target, selected);
}

function limitOneKey(
  { rateLimit, ...others }: Configuration,
  offers: TargetOptions["offers"],
): Configuration {
  const keys = others.keys.map((key) =>
    key.key === offers?.["rate-limited-key"] ? { ...key, rateLimit } : key,
  );
  return { ...others, keys, rateLimit: undefined };
}

/** A server as it is by default, with an agent that the echo is no match for. */
async function runOnDefault(): Promise<void> {
  const { target } = createHealthy(false);
  const offers: Partial<Offers> = { write: true, "slow-message": { message: ENDLESS, duration: 100 } };
  const selected = rules.filter(
    ({ id, needs }) =>
      id === "STR-300" ||
      id === "MSG-045" ||
      (/^(SES|LIF|STR)/.test(id) && needs.every((need) => need === "write")),
  );
  await runOn({ agent: demandingAgent, onError: () => {} }, { ...target, offers }, selected);
}

await Promise.all([runOnHealthy("all"), runOnHealthy("one"), runOnHealthy("none"), runOnDefault()]);
// Whether a server can be closed is nothing that a client can see.
process.exit(0);
