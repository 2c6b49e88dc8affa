import { createSession, readSession } from "../calls.ts";
import { demandEqual, demandStatus } from "../demand.ts";
import { property } from "../json.ts";
import type { Target } from "../target.ts";

type JsonType = "string" | "boolean" | "object";

const oneOfEach: readonly unknown[] = ["text", true, {}, 7, null, ["text"]];

/** One JSON value of every type but this one. */
export function wrongTypes(type: JsonType): readonly unknown[] {
  return oneOfEach.filter((value) => value === null || Array.isArray(value) || typeof value !== type);
}

/** Demands that a session created with the metadata, which is given as JSON text, has it then and when it is read. */
export async function demandSameMetadata(target: Target, metadataText: string): Promise<void> {
  const metadata: unknown = JSON.parse(metadataText);
  const answer = await createSession(target, { metadata });
  demandStatus(answer, 201);
  demandEqual("metadata", property(answer.response.json, "metadata"), metadata, answer);
  const id = String(property(answer.response.json, "id"));
  demandEqual("metadata", (await readSession(target, id)).metadata, metadata);
}
