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

/** Where the parameters of a request are. */
export interface ParameterSource {
  readonly request: IncomingMessage;
  /** What stands in the place of each parameter of the path, still percent-encoded. */
  readonly pathValues: readonly string[];
  /** The query string, without its question mark. */
  readonly query: string;
}

/** Reads and checks the parameters of a request. */
export type ParameterReader = (source: ParameterSource) => ParameterValues | ParameterFault;

/** Reads one parameter into the values, or finds a fault in it. */
type Step = (values: ParameterValues, sent: Sent) => ParameterFault | undefined;

interface Sent {
  readonly source: ParameterSource;
  readonly search: URLSearchParams | undefined;
}

/**
 * Prepares the reading of an operation's parameters. One of the path is only decoded: whether an id fits its schema is
 * a question of existence, which comes later in the contract's order of checks.
 */
export function createParameterReader({ parameters, path }: OperationDefinition): ParameterReader {
  const pathNames = path.filter((segment) => segment.startsWith("{"));
  const steps = parameters.map((parameter): Step => {
    const { name } = parameter;
    if (parameter.in === "path") return readPath(parameter, pathNames.indexOf(`{${name}}`));
    if (parameter.in === "query") {
      return ({ query }, { search }) => readInto(query, parameter, search?.getAll(name));
    }
    const lowerCaseName = name.toLowerCase();
    return ({ headers }, { source }) =>
      readInto(headers, parameter, readHeader(source.request, lowerCaseName));
  });
  return (source) => {
    const values: ParameterValues = { params: {}, query: {}, headers: {} };
    const search = source.query === "" ? undefined : new URLSearchParams(source.query);
    const sent = { source, search };
    for (const step of steps) {
      const fault = step(values, sent);
      if (fault) return fault;
    }
    return values;
  };
}

function readPath(parameter: ParameterDefinition, position: number): Step {
  return ({ params }, { source }) => {
    const decoded = decodeSegment(source.pathValues[position] ?? "");
    if (decoded === undefined) {
      return { fault: "The path is not validly percent-encoded.", parameter, check: "percent-encoding" };
    }
    params[parameter.name] = decoded;
    return undefined;
  };
}

function decodeSegment(segment: string): string | undefined {
  if (!segment.includes("%")) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function readHeader(request: IncomingMessage, lowerCaseName: string): readonly string[] | undefined {
  const value = request.headers[lowerCaseName];
  if (value === undefined) return undefined;
  const text = headerText(typeof value === "string" ? value : value.join(", "));
  return new Array<string>(countHeader(request, lowerCaseName)).fill(text);
}

function readInto(
  values: Record<string, string | number>,
  parameter: ParameterDefinition,
  sent: readonly string[] = [],
): ParameterFault | undefined {
  const [text, ...more] = sent;
  if (text === undefined) {
    if (parameter.required)
      return { fault: `${describe(parameter)} is required.`, parameter, check: "required" };
    if (parameter.default !== undefined) values[parameter.name] = parameter.default;
    return undefined;
  }
  if (more.length > 0) {
    return { fault: `${describe(parameter)} was sent more than once.`, parameter, check: "repeated" };
  }
  const value = parameter.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text;
  if (!parameter.validate(value)) {
    const error = parameter.validate.errors?.[0];
    return {
      fault: `${describe(parameter)} ${describeFault(error)}.`,
      parameter,
      check: error?.keyword ?? "",
    };
  }
  values[parameter.name] = value;
  return undefined;
}

function describe(parameter: ParameterDefinition): string {
  return `The ${parameter.in === "query" ? "query parameter" : "header"} ${parameter.name}`;
}
