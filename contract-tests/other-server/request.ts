import type { IncomingMessage } from "node:http";
import { Failure } from "./failure.ts";

const LARGEST = 256 * 1024;
const DEEPEST = 1000;

/** Reads the JSON of a request; `undefined` where it has no body. */
export async function readJson(request: IncomingMessage, timeout: number): Promise<unknown> {
  const { "content-length": length = "0", "transfer-encoding": encoding } = request.headers;
  if (encoding === undefined && Number(length) === 0) return undefined;
  const type = (request.headers["content-type"] ?? "").toLowerCase().replace(/["\s]/g, "");
  if (!["application/json", "application/json;charset=utf-8"].includes(type)) {
    throw new Failure(415, "unsupported_media_type");
  }
  if (request.headers["content-encoding"] !== undefined) throw new Failure(415, "unsupported_media_type");
  const bytes = await readBytes(request, timeout);
  if (bytes.length > LARGEST) throw new Failure(413, "payload_too_large");
  if (bytes.length === 0) return undefined;
  return parse(bytes);
}

function readBytes(request: IncomingMessage, timeout: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => reject(new Failure(400, "invalid_request")), timeout);
    request.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size <= LARGEST + piece.length) pieces.push(piece);
    });
    request.on("end", () => {
      clearTimeout(timer);
      resolve(Buffer.concat(pieces));
    });
  });
}

function parse(bytes: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(
      new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
    );
    if (isSound(value)) return value;
  } catch {
    // It is no JSON.
  }
  throw new Failure(400, "invalid_request");
}

/** Whether a value nests not too deep, and has no number that is too large. */
function isSound(root: unknown): boolean {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (level.some((value) => typeof value === "number" && !Number.isFinite(value))) return false;
    const containers = level.filter((value) => typeof value === "object" && value !== null);
    if (containers.length > 0 && depth >= DEEPEST) return false;
    level = containers.flatMap<unknown>((value) => Object.values(value));
  }
  return true;
}

/** Demands that the headers with a form of their own have it. */
export function checkHeaders({ headers }: IncomingMessage): void {
  const user = headers["x-channel-user-id"];
  const version = headers["thinklio-version"];
  if (user !== undefined && !/^.{1,128}$/su.test(String(user))) throw new Failure(400, "invalid_request");
  if (version === undefined) return;
  const date = new Date(`${String(version)}T00:00:00Z`);
  const isDate = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${String(version)}T`);
  if (!isDate || String(version) < "2026-03-01") throw new Failure(400, "invalid_request");
}

/** The fields of a body, which must be an object; those that are named here must be of their types. */
export function readFields(
  body: unknown,
  types: Readonly<Record<string, (value: unknown) => boolean>>,
  required?: string,
): ReadonlyMap<string, unknown> {
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw unfit([""]);
  const fields = new Map<string, unknown>(Object.entries(body));
  if (required !== undefined && !fields.has(required)) throw new Failure(400, "invalid_request");
  const wrong = Object.entries(types).flatMap(([name, fits]) =>
    fields.has(name) && !fits(fields.get(name)) ? [`/${name}`] : [],
  );
  if (wrong.length > 0) throw unfit(wrong);
  return fields;
}

function unfit(paths: readonly string[]): Failure {
  const errors = paths.map((path) => ({ message: "Passt nicht.", rule: "type", path }));
  return new Failure(422, "validation_failed", { details: { documentation: "none", errors } });
}
