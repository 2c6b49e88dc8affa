import type { Statement } from "../../generated/statements.ts";
import { curlLine } from "../curl.ts";
import type { HttpResponse } from "../http.ts";
import type { Contrast } from "../json.ts";
import { describeAmount, type PartialResponse } from "../partial-response.ts";
import { redact, type Secret, secretsOf } from "../redact.ts";
import type { Rule } from "../rule.ts";
import type { Finding } from "../runner.ts";
import { statementsOf } from "../statements.ts";
import type { Exchange, TargetOptions } from "../target.ts";
import type { Failure } from "./run.ts";

/** A failure as reports show it: as text, cut where it is long, without keys and control characters. */
export interface ShownFailure {
  readonly rule: Rule;
  /** What of the contract the server breaks. */
  readonly statements: readonly Statement[];
  /** In milliseconds. */
  readonly duration: number;
  readonly findings: readonly ShownFinding[];
  /** The last requests of the rule, each in one line. */
  readonly requests: readonly string[];
  /** How many requests came before those. */
  readonly earlierRequests: number;
}

/** What is wrong, and the exchange that shows it. */
export interface ShownFinding {
  readonly message: string;
  /** JSON; absent where no one value is expected. */
  readonly expected?: string;
  /** JSON, or `nothing`; present where one value says what is wrong. */
  readonly actual?: string;
  readonly exchange?: ShownExchange;
}

/** A request, and the response to it if one came, or as much of it as came. */
export interface ShownExchange {
  /** A line for a POSIX shell, with environment variables for the keys. */
  readonly curl: string;
  readonly response?: string;
}

const LONGEST_VALUE = 400;
const LONGEST_MESSAGE = 1000;
const LONGEST_BODY = 2000;
const LONGEST_PATH = 120;
const MOST_REQUESTS = 12;

/** Makes a failure fit to be shown. */
export function showFailure(
  { rule, duration, findings, exchanges }: Failure,
  target: TargetOptions,
): ShownFailure {
  const secrets = secretsOf(target);
  const shownExchanges = new Map<Exchange, ShownExchange>();
  for (const { exchange } of findings) {
    // One object for one exchange, so that a report can tell that two findings are about the same.
    if (exchange) shownExchanges.set(exchange, showExchange(exchange, target.baseUrl, secrets));
  }
  const last = exchanges.slice(-MOST_REQUESTS);
  return {
    rule,
    statements: statementsOf(rule),
    duration,
    findings: findings.map((finding) => showFinding(finding, shownExchanges, secrets)),
    requests: last.map((exchange) => showRequest(exchange, secrets)),
    earlierRequests: exchanges.length - last.length,
  };
}

/** Where the server is, as reports show it. */
export function showServer(target: TargetOptions): string {
  return redact(target.baseUrl.href, secretsOf(target));
}

/** A line about the server, with something of the server's in it, as reports show it. */
export function showLine(text: string, target: TargetOptions): string {
  return showText(text, LONGEST_MESSAGE, secretsOf(target)).replaceAll("\n", " ");
}

function showFinding(
  { message, contrast, exchange }: Finding,
  exchanges: ReadonlyMap<Exchange, ShownExchange>,
  secrets: readonly Secret[],
): ShownFinding {
  const shown = exchange && exchanges.get(exchange);
  return {
    message: showText(message, LONGEST_MESSAGE, secrets),
    ...(contrast && showContrast(contrast, secrets)),
    ...(shown && { exchange: shown }),
  };
}

function showContrast(
  contrast: Contrast,
  secrets: readonly Secret[],
): { readonly expected?: string; readonly actual: string } {
  const show = (value: unknown) => showText(JSON.stringify(value) ?? "nothing", LONGEST_VALUE, secrets);
  return {
    ...("expected" in contrast && { expected: show(contrast.expected) }),
    actual: show(contrast.actual),
  };
}

function showExchange(
  { request, response, partial }: Exchange,
  baseUrl: URL,
  secrets: readonly Secret[],
): ShownExchange {
  return {
    curl: makeVisible(curlLine(baseUrl, request, secrets)),
    ...(response && { response: showResponse(response, secrets) }),
    ...(partial && { response: showPartial(partial, secrets) }),
  };
}

function showResponse(response: HttpResponse, secrets: readonly Secret[]): string {
  return showText(`${showHead(response)}\n${response.text}`.trimEnd(), LONGEST_BODY, secrets);
}

/** The beginning and the end of what came. */
function showPartial(partial: PartialResponse, secrets: readonly Secret[]): string {
  const { size, start, end } = partial;
  // What is a secret is found before the text is cut.
  const [first, last] = [redact(start, secrets), redact(end, secrets)];
  const isShort = last === "" && first.length <= LONGEST_BODY;
  const body = isShort
    ? first
    : `${first.slice(0, LONGEST_BODY / 2)}…\n…${(last === "" ? first : last).slice(-LONGEST_BODY / 2)}`;
  const events = partial.events === undefined ? "" : `, ${describeAmount(partial)}`;
  const note = `(the response did not end: ${size.toLocaleString("en")} bytes${events} came)`;
  return makeVisible(`${redact(showHead(partial), secrets)}\n${body.trimEnd()}\n${note}`);
}

function showHead({ status, rawHeaders }: Pick<HttpResponse, "status" | "rawHeaders">): string {
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1]}\n`] : [],
  );
  return `HTTP ${status}\n${headers.join("")}`;
}

function showRequest({ request, response, partial }: Exchange, secrets: readonly Secret[]): string {
  const outcome = response?.status ?? (partial ? `${partial.status}, which did not end` : "no response");
  return `${request.method} ${showText(request.path, LONGEST_PATH, secrets)} → ${outcome}`;
}

/** A text of the server's or with something of the server's in it. What is a secret is found before the text is cut. */
function showText(text: string, length: number, secrets: readonly Secret[]): string {
  const redacted = redact(text, secrets);
  const isLong = redacted.length > length;
  return makeVisible(isLong ? `${redacted.slice(0, length)}… (${redacted.length} characters)` : redacted);
}

/** Puts another character in the place of one that could steer a terminal, or has no place in XML or on a page. */
function makeVisible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(/(?![\n\t])\p{Cc}/gu, pictureOf)
    .replaceAll(/[\p{Surrogate}\p{Bidi_Control}\ufffe\uffff]/gu, "\ufffd");
}

/** Unicode has a picture for each of the first 32 control characters. */
function pictureOf(control: string): string {
  const code = control.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
}
