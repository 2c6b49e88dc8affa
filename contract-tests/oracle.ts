import {
  type DeclaredContent,
  type DeclaredOperation,
  type DeclaredPath,
  type DeclaredResponse,
  declaredPaths,
  describeFaults,
  findDeclaredPath,
} from "./declarations.ts";
import type { HttpRequest, HttpResponse } from "./http.ts";
import { judgeInside } from "./inside-oracle.ts";
import { property } from "./json.ts";
import { judgeStream } from "./stream-oracle.ts";
import { type Violation, violation } from "./violation.ts";

/**
 * Judges any response by the contract: is the status declared for the operation, are the media type, the headers,
 * the body and the error code those that go with the status? Fields that the contract does not know are fine.
 */
export function judge(request: HttpRequest, response: HttpResponse): Violation[] {
  const declaredPath = findDeclaredPath(request);
  const operation = declaredPath?.operations.find(({ method }) => method === request.method);
  if (operation) return judgeOperation(operation, response);
  return declaredPath ? judgeOtherMethod(declaredPath, response) : judgeOtherPath(response);
}

function judgeOtherPath(response: HttpResponse): Violation[] {
  const [operation] = declaredPaths.flatMap(({ operations }) => operations);
  return judgeOnly(404, "not_found", "the API has no such path", operation, response);
}

function judgeOtherMethod({ template, operations }: DeclaredPath, response: HttpResponse): Violation[] {
  const reason = `${template} has no such method`;
  const violations = judgeOnly(405, "method_not_allowed", reason, operations[0], response);
  if (violations.length > 0) return violations;
  const allowed = response.headers.get("allow") ?? "";
  const listed = allowed.split(",").map((method) => method.trim());
  const declared = operations.map(({ method }) => method);
  // A server may answer HEAD and OPTIONS on every path.
  const possible = ["HEAD", "OPTIONS", ...declared];
  const isRight =
    declared.every((method) => listed.includes(method)) &&
    listed.every((method) => possible.includes(method));
  if (isRight) return [];
  const contrast = { expected: declared.join(", "), actual: allowed };
  return [violation(`Allow must list the methods of ${template}`, contrast)];
}

/** Judges a response that can only be one error, which every operation declares alike. */
function judgeOnly(
  status: number,
  code: string,
  reason: string,
  operation: DeclaredOperation | undefined,
  response: HttpResponse,
): Violation[] {
  if (response.status !== status) {
    const contrast = { expected: status, actual: response.status };
    return [violation(`${reason}: the status must say so`, contrast)];
  }
  const violations = operation ? judgeOperation(operation, response) : [];
  const actual = property(property(response.json, "error"), "code");
  if (violations.length > 0 || actual === code) return violations;
  return [violation(`${reason}: the error's code must say so`, { expected: code, actual })];
}

function judgeOperation({ id, responses }: DeclaredOperation, response: HttpResponse): Violation[] {
  const declared = responses.get(response.status);
  if (declared) {
    return [
      ...judgeHeaders(declared, response),
      ...judgeMediaType(declared, response),
      ...(response.status === 500 ? judgeInside(response.text) : []),
    ];
  }
  const contrast = { expected: [...responses.keys()].join(", "), actual: response.status };
  return [violation(`${id} does not declare this status`, contrast)];
}

function judgeHeaders(declared: DeclaredResponse, { headers }: HttpResponse): Violation[] {
  return declared.headers.flatMap(({ name, required, fault }) => {
    const value = headers.get(name);
    if (value === null) return required ? [violation(`the header ${name} is missing`)] : [];
    const message = fault(value);
    return message === undefined ? [] : [violation(`the header ${name} ${message}`, { actual: value })];
  });
}

function judgeMediaType({ content }: DeclaredResponse, response: HttpResponse): Violation[] {
  const contentType = response.headers.get("content-type");
  const [mediaType = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  const declared = content.get(mediaType.trim());
  if (declared === undefined) {
    const contrast = { expected: [...content.keys()].join(" or "), actual: contentType };
    return [violation("the media type is not declared", contrast)];
  }
  const charsets = parameters
    .map((parameter) => parameter.trim())
    .filter((name) => name.startsWith("charset="));
  const isUtf8 = charsets.every((charset) => /^charset="?utf-8"?$/.test(charset));
  return [
    ...(isUtf8 ? [] : [violation("the charset must be UTF-8", { actual: contentType })]),
    ...judgeContent(declared, response),
  ];
}

function judgeContent(content: DeclaredContent, response: HttpResponse): Violation[] {
  if (content.kind === "stream") return judgeStream(content, response);
  if (response.json === undefined) return [violation("the body must be JSON in UTF-8")];
  if (content.kind === "error") return judgeError(content.codes, response.json);
  return content.validate(response.json) ? [] : [violation(`the body: ${describeFaults(content.validate)}`)];
}

function judgeError(codes: Extract<DeclaredContent, { kind: "error" }>["codes"], body: unknown): Violation[] {
  const error = property(body, "error");
  const code = property(error, "code");
  if (typeof code !== "string") {
    return [violation("the body must be an error envelope: error.code is missing")];
  }
  const validate = codes.get(code);
  if (validate === undefined) {
    const contrast = { expected: [...codes.keys()].join(" or "), actual: code };
    return [violation("this error code does not go with this status here", contrast)];
  }
  if (!validate(error)) return [violation(`the error: ${describeFaults(validate)}`)];
  const isBlank = String(property(error, "message")).trim() === "";
  return isBlank ? [violation("the error's message must say what went wrong, and is blank")] : [];
}
