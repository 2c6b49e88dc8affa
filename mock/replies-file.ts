import { readFile } from "node:fs/promises";
import type { Node } from "yaml";
import { loadWithPeers } from "../command-line/peers.ts";
import { UsageError } from "../command-line/usage-error.ts";
import { isScenario } from "./prefer.ts";
import type { ScriptedReply } from "./replies.ts";
import { SCENARIOS, type Scenario } from "./settings.ts";

const FIELDS = ["when", "reply", "scenario"];

/**
 * Reads scripted replies from a JSON or YAML file: JSON is YAML, too.
 *
 * @throws (rejects) UsageError that names the file, the line and the column, if the file is not what it should be; with
 * the way to install it if `yaml` is missing
 */
export async function readReplies(path: string): Promise<readonly ScriptedReply[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? error.code : error;
    throw new UsageError(
      reason === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read: ${reason}`,
    );
  }
  return parseReplies(text, path);
}

/**
 * Reads scripted replies from the text of a JSON or YAML file.
 *
 * @param name the file's name, for the error
 * @throws (rejects) as `readReplies` does
 */
export async function parseReplies(text: string, name: string): Promise<readonly ScriptedReply[]> {
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await loadWithPeers(
    () => import("yaml"),
    ["yaml"],
  );
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fail = (message: string, offset: number): never => {
    const { line, col } = lines.linePos(offset);
    throw new UsageError(`${name}:${Math.max(line, 1)}:${Math.max(col, 1)}: ${message}`);
  };
  const failAt = (node: unknown, message: string): never => fail(message, offsetOf(node));
  const [error] = document.errors;
  if (error) fail(error.message.replace(/\s+/g, " "), error.pos[0]);

  const root: unknown = document.contents;
  if (!isSeq(root)) return failAt(root, "give a list of replies, each with `reply` and perhaps `when`");
  if (root.items.length === 0) failAt(root, "give at least one reply");
  return root.items.map((item): ScriptedReply => {
    if (!isMap(item)) return failAt(item, "give an entry with `reply`, and perhaps `when`");
    for (const { key } of item.items) {
      const known = isScalar(key) && FIELDS.includes(String(key.value));
      if (!known) failAt(key, `there is no \`${String(key)}\`: an entry has ${FIELDS.join(", ")}`);
    }
    const when: unknown = item.get("when", true);
    const reply: unknown = item.get("reply", true);
    const scenario: unknown = item.get("scenario", true);
    if (reply === undefined) failAt(item, "this entry has no `reply`");
    return {
      reply: isSeq(reply)
        ? nonEmpty(reply.items, () => failAt(reply, "give at least one reply")).map((one) =>
            readText(one, "reply"),
          )
        : readText(reply, "reply"),
      ...(when !== undefined && { when: readPattern(when) }),
      ...(scenario !== undefined && { scenario: readScenario(scenario) }),
    };
  });

  function readText(node: unknown, what: string): string {
    if (isScalar(node) && typeof node.value === "string" && node.value !== "") return node.value;
    return failAt(node, `\`${what}\` must be text${isScalar(node) ? "; put it in quotes" : ""}`);
  }

  function readScenario(node: unknown): Scenario {
    const name = readText(node, "scenario");
    return isScenario(name) ? name : failAt(node, `\`scenario\` must be one of ${SCENARIOS.join(", ")}`);
  }

  function readPattern(node: unknown): string | RegExp {
    const written = readText(node, "when");
    const { source, flags } = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/s.exec(written)?.groups ?? {};
    if (source === undefined) return written;
    try {
      return new RegExp(source, flags);
    } catch (error) {
      return failAt(node, error instanceof Error ? error.message : String(error));
    }
  }
}

function nonEmpty<Item>(items: readonly Item[], otherwise: () => never): readonly Item[] {
  return items.length === 0 ? otherwise() : items;
}

function offsetOf(node: unknown): number {
  const range = (node as Partial<Node> | null | undefined)?.range;
  return range?.[0] ?? 0;
}
