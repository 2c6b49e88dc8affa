import type { IncomingMessage } from "node:http";
import type { OperationDefinition, ParameterDefinition } from "./definition.ts";
import { countHeader, headerText } from "./headers.ts";
import { describeFault } from "./schema-faults.ts";

/** The values of an operation's parameters. */
export interface ParameterValues {
  readonly params: Record<string, string>;
  readonly query: Record<string, string | number>;
  readonly headers: Record<string, string | number>;
}

/** A parameter that breaks its schema, in words for the caller. */
export interface ParameterFault {
  readonly fault: string;
  readonly parameter: ParameterDefinition;
  /** What it fails: a keyword of its schema, or a check that comes before. */
  readonly check: string;
}

/**
 * Reads and checks the parameters of a request. A path parameter is only decoded: whether an id fits its schema
 * is a question of existence, which comes later in the contract's order of checks.
 */
export function readParameters(
  operation: OperationDefinition,
  segments: readonly string[],
  queryString: string,
  request: IncomingMessage,
): ParameterValues | ParameterFault {
  const values: ParameterValues = { params: {}, query: {}, headers: {} };
  const search = queryString === "" ? undefined : new URLSearchParams(queryString);
  for (const parameter of operation.parameters) {
    if (parameter.in === "path") {
      const decoded = decodeSegment(segments[operation.path.indexOf(`{${parameter.name}}`)] ?? "");
      if (decoded === undefined) {
        return { fault: "The path is not validly percent-encoded.", parameter, check: "percent-encoding" };
      }
      values.params[parameter.name] = decoded;
      continue;
    }
    const sent =
      parameter.in === "query" ? (search?.getAll(parameter.name) ?? []) : readHeader(request, parameter.name);
    const value = readValue(parameter, sent);
    if (typeof value === "object") return value;
    if (value !== undefined) values[parameter.in === "query" ? "query" : "headers"][parameter.name] = value;
  }
  return values;
}

function decodeSegment(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function readHeader(request: IncomingMessage, name: string): string[] {
  const lowerCaseName = name.toLowerCase();
  const value = request.headers[lowerCaseName];
  if (value === undefined) return [];
  const text = headerText(typeof value === "string" ? value : value.join(", "));
  return new Array<string>(countHeader(request, lowerCaseName)).fill(text);
}

function readValue(
  parameter: ParameterDefinition,
  sent: readonly string[],
): string | number | undefined | ParameterFault {
  const [text, ...more] = sent;
  if (text === undefined) {
    if (!parameter.required) return parameter.default;
    return { fault: `${describe(parameter)} is required.`, parameter, check: "required" };
  }
  if (more.length > 0) {
    return { fault: `${describe(parameter)} was sent more than once.`, parameter, check: "repeated" };
  }
  const value = parameter.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
  if (parameter.validate(value)) return value;
  const error = parameter.validate.errors?.[0];
  return { fault: `${describe(parameter)} ${describeFault(error)}.`, parameter, check: error?.keyword ?? "" };
}

function describe(parameter: ParameterDefinition): string {
  return `The ${parameter.in === "query" ? "query parameter" : "header"} ${parameter.name}`;
}
