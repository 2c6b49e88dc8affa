import { readFile } from "node:fs/promises";
import type { IHttpConfig } from "@stoplight/prism-http";
import type { OperationDefinition } from "../generated/stub/index.ts";
import type { Fault, PrismVerdict } from "./activity.ts";
import { DOCUMENT, type Example } from "./examples.ts";
import { refineForGeneration } from "./generation.ts";
import { once } from "./once.ts";

/** A request, as Prism takes it. */
export interface PrismRequest {
  readonly method: "get" | "post";
  readonly url: { readonly path: string; readonly query?: Readonly<Record<string, string | string[]>> };
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An answer, as Prism gives and takes it. */
export interface PrismAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: unknown;
}

/** Prism, in this process, with the contract. */
export interface Prism {
  /** Generated data; the same for the same seed. It fits its schema, and may contradict itself. */
  generate(
    operation: OperationDefinition,
    answer: Pick<Example, "status">,
    seed: string,
  ): Promise<PrismAnswer>;
  /** Says what is wrong with a request and its answer. */
  judge(request: PrismRequest, answer: PrismAnswer): Promise<PrismVerdict>;
}

/** How Prism answers here, but for the mock of each answer. */
export const CONFIG: IHttpConfig = {
  mock: { dynamic: false },
  isProxy: false,
  // The stub has judged the request and the key already, by the contract's order of checks.
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
};

/** Loads Prism. Takes about a second. */
export async function loadPrism(): Promise<Prism> {
  const [{ createLogger }, { createInstance, getHttpOperationsFromSpec }] = await Promise.all([
    import("@stoplight/prism-core"),
    import("@stoplight/prism-http"),
  ]);
  const logger = createLogger("mock", { enabled: false });
  const operations = await getHttpOperationsFromSpec(DOCUMENT);
  const generatedFrom = once(async () =>
    getHttpOperationsFromSpec(refineForGeneration(JSON.parse(await readFile(DOCUMENT, "utf8")))),
  );
  const prism = createInstance(CONFIG, { logger });
  const answers = new WeakMap<object, PrismAnswer>();
  /** Prism judges what it answers itself; so the answer that was given takes the place of its own. */
  const judge = createInstance(CONFIG, {
    logger,
    mock:
      ({ input }) =>
      () => {
        const { status = 500, headers = {}, body } = answers.get(input.data) ?? {};
        const text = Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [name, String(value)]),
        );
        return { _tag: "Right", right: { statusCode: status, headers: text, body } };
      },
  });

  async function ask(
    operation: OperationDefinition,
    resources: typeof operations,
    mock: IHttpConfig["mock"],
  ): Promise<PrismAnswer> {
    const request: PrismRequest = {
      method: methodOf(operation.method),
      // Prism's answers do not depend on what is named, nor on what is sent.
      url: { path: `/${operation.path.map((part) => part.replace(/^\{(.*)\}$/, "$1")).join("/")}` },
      headers: {},
      body: undefined,
    };
    const result = await prism.request(request, resources, { ...CONFIG, mock })();
    if (result._tag === "Left") throw result.left;
    const { statusCode, headers = {}, body } = result.right.output;
    const { "Content-type": _written, ...others } = headers;
    return { status: statusCode, headers: others, body };
  }

  return {
    async generate(operation, { status }, seed) {
      const mediaTypes = ["application/json"];
      const mock = { dynamic: true, ignoreExamples: true, code: status, mediaTypes, seed };
      return ask(operation, await generatedFrom(), mock);
    },
    async judge(request, answer) {
      answers.set(request, answer);
      const config = { ...CONFIG, checkSecurity: true, validateRequest: true, validateResponse: true };
      let result: Awaited<ReturnType<ReturnType<typeof judge.request>>>;
      try {
        result = await judge.request(request, operations, config)();
      } catch (error) {
        // It does not survive every request that a client can send: a path that cannot be decoded, for one.
        return { request: [cannotJudge(error)], answer: [] };
      }
      if (result._tag === "Left") return { request: [cannotJudge(result.left)], answer: [] };
      const { input, output } = result.right.validations;
      return { request: input.map(readDiagnostic), answer: output.map(readDiagnostic) };
    },
  };
}

function cannotJudge(error: unknown): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  return { in: "route", path: "", message: `Prism cannot judge this: ${reason}`, statements: [] };
}

/** Prism's word for a method of the contract. */
export function methodOf(method: string): PrismRequest["method"] {
  return method === "GET" ? "get" : "post";
}

interface Diagnostic {
  readonly message: string;
  readonly path?: readonly (string | number)[];
}

function readDiagnostic({ message, path: [place, ...steps] = [] }: Diagnostic): Fault {
  const name = steps.join("/");
  switch (place) {
    case "path":
    case "query":
      return { in: place, path: name, message, statements: [] };
    case "header":
      return { in: "header", path: name, message, statements: [] };
    case "body":
      return { in: "body", path: name === "" ? "" : `/${name}`, message, statements: [] };
    default:
      return { in: "header", path: String(place ?? ""), message, statements: [] };
  }
}
