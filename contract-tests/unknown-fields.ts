import { type DeclaredContent, findDeclaredContent, findDeclaredPath, knownPart } from "./declarations.ts";
import { parseEventStream } from "./event-stream.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";
import { parseJson, property } from "./json.ts";
import { type Violation, violation } from "./violation.ts";

/**
 * Judges a response strictly: finds the fields that the contract does not know. A server may add such fields, so this
 * is for those who want to know whether theirs does.
 */
export function judgeUnknownFields(request: HttpRequest, response: HttpResponse): Violation[] {
  const operations = findDeclaredPath(request)?.operations ?? [];
  // An answer to another method is declared alike by all operations.
  const operation = operations.find(({ method }) => method === request.method) ?? operations[0];
  const [, content] = (operation && findDeclaredContent(operation.responses, response)) ?? [];
  const pointers = content ? unknownPointers(content, response) : [];
  return pointers.length === 0
    ? []
    : [violation(`fields that the contract does not know: ${[...new Set(pointers)].join(", ")}`)];
}

function unknownPointers(content: DeclaredContent, { json, text }: HttpResponse): string[] {
  if (content.kind === "json") return pointersBeyond(json, knownPart(content.validate, json), "");
  if (content.kind === "error") return pointersBeyond(json, knownEnvelope(content, json), "");
  return parseEventStream(text).events.flatMap(({ event, data }) => {
    const value = parseJson(data);
    return pointersBeyond(value, knownPart(event === "error" ? content.error : content.data, value), "");
  });
}

function knownEnvelope({ codes }: Extract<DeclaredContent, { kind: "error" }>, envelope: unknown): unknown {
  const error = property(envelope, "error");
  const validate = codes.get(String(property(error, "code")));
  return { error: validate ? knownPart(validate, error) : error };
}

/** The JSON pointers of what a value has beyond the part of it that is known. */
function pointersBeyond(value: unknown, known: unknown, pointer: string): string[] {
  if (typeof value !== "object" || value === null || typeof known !== "object" || known === null) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    // The items of a list are alike, and so are their faults.
    const token = Array.isArray(value) ? "*" : name.replaceAll("~", "~0").replaceAll("/", "~1");
    const inside = `${pointer}/${token}`;
    return Object.hasOwn(known, name) ? pointersBeyond(member, property(known, name), inside) : [inside];
  });
}
