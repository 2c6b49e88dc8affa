import { describeFaults, findDeclaredContent, findDeclaredPath } from "./declarations.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";
import { property } from "./json.ts";
import { type Violation, violation } from "./violation.ts";

/**
 * Judges a response only by what the vendor documents: the statuses and the JSON of the operations that it documents,
 * and the error envelope. What this contract has decided may be otherwise: other operations, other error codes, some
 * headers, the events of a stream.
 */
export function judgeDocumented(request: HttpRequest, response: HttpResponse): Violation[] {
  const operations = findDeclaredPath(request)?.operations ?? [];
  const operation = operations.find(({ method }) => method === request.method);
  if (operation === undefined || operation.provenance !== "documented") return [];
  const { id, responses } = operation;
  if (!responses.has(response.status)) {
    const contrast = { expected: [...responses.keys()].join(", "), actual: response.status };
    return [violation(`${id} does not declare this status`, contrast)];
  }
  const [, content] = findDeclaredContent(responses, response) ?? [];
  if (content === undefined) {
    return [violation("the media type is not declared", { actual: response.headers.get("content-type") })];
  }
  if (content.kind === "stream") return [];
  if (content.kind === "error") return judgeEnvelope(response.json);
  const isValid = content.validate(response.json);
  return isValid ? [] : [violation(`the body: ${describeFaults(content.validate)}`)];
}

/** The vendor has one envelope for all errors, and names only some of the codes. */
function judgeEnvelope(body: unknown): Violation[] {
  const error = property(body, "error");
  const faults = ["code", "message", "request_id"].filter(
    (name) => typeof property(error, name) !== "string",
  );
  return faults.map((name) => violation(`the body must be an error envelope: error.${name} must be a text`));
}
