import { InvalidArgumentError } from "../../command-line/command.ts";
import { UsageError } from "../../command-line/usage-error.ts";
import type { Channel } from "../channel.ts";
import type { ApiKey, Scope } from "../keys.ts";
import { LOG_LEVELS, type LogLevel } from "../operations/logger.ts";
import { hasWord } from "../policy.ts";

/**
 * Reads `KEY[:TENANT[:SCOPE,SCOPE]]`: the tenant is `default` and the key may do everything unless it says otherwise.
 *
 * @throws UsageError, which does not repeat the key: what is printed may be kept
 */
export function parseApiKey(text: string): ApiKey {
  const [key = "", tenant = "default", scopes = "read,write", ...more] = text.split(":");
  const scopeList = scopes.split(",").filter(isScope);
  const isValid =
    /^[\w.~+/-]+=*$/.test(key) &&
    /^[\w.-]+$/.test(tenant) &&
    scopeList.length === scopes.split(",").length &&
    more.length === 0;
  if (isValid) return { key, tenant, scopes: scopeList };
  throw new UsageError(
    "an API key is invalid: give KEY[:TENANT[:SCOPE,SCOPE]] of letters, digits and ._~+/-, with the scopes read and write",
  );
}

/**
 * Reads `[TENANT/]CHANNEL=AGENT[,AGENT…]`.
 *
 * @throws InvalidArgumentError
 */
export function parseChannel(text: string): Channel {
  const { tenant, id, agents } =
    /^(?:(?<tenant>[\w.-]+)\/)?(?<id>ch_[\w.-]{1,125})=(?<agents>agt_[\w.-]+(?:,agt_[\w.-]+)*)$/.exec(text)
      ?.groups ?? {};
  const [agent, ...others] = agents?.split(",") ?? [];
  if (id !== undefined && agent !== undefined) return { id, agents: [agent, ...others], tenant };
  throw new InvalidArgumentError(
    "Give [TENANT/]CHANNEL=AGENT[,AGENT...], such as ch_support=agt_first,agt_second.",
  );
}

/**
 * Reads a word that a message can hold.
 *
 * @throws InvalidArgumentError
 */
export function parseWord(text: string): string {
  if (hasWord(text)) return text;
  throw new InvalidArgumentError("Give a word with a letter or a digit in it.");
}

/**
 * Reads a level of the log.
 *
 * @throws InvalidArgumentError
 */
export function parseLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((name) => name === text);
  if (level !== undefined) return level;
  throw new InvalidArgumentError(`Give one of ${LOG_LEVELS.join(", ")}.`);
}

function isScope(text: string): text is Scope {
  return text === "read" || text === "write";
}
