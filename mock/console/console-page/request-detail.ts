import type { Statement } from "../../../generated/statements.ts";
import type { Fault, RecordedAnswer, RecordedRequest } from "../../activity.ts";
import { shellLine } from "./copy.ts";
import { curlLine } from "./curl.ts";
import type { Detail } from "./detail-pane.ts";
import { formatElapsed } from "./duration.ts";
import { element } from "./element.ts";
import { showPairs, showValue } from "./json.ts";
import { keepLoading } from "./latest.ts";
import type { State } from "./state.ts";
import { loadStatements, showStatements } from "./statements.ts";
import { fullTime } from "./time.ts";

/** A request: what the contract says about it, what was sent, and what was answered. */
export function createRequestDetail(state: State, id: string): Detail {
  const title = element("h2", {}, id);
  const sections = new Sections();
  const root = element("article", { class: "request" }, title, sections.element);

  const load = keepLoading<RecordedRequest>(
    `/_console/requests/${encodeURIComponent(id)}`,
    async (loaded) => {
      if (loaded === "gone") {
        sections.show("gone", id, () => [
          element("p", { class: "hint" }, "The mock has forgotten this request."),
        ]);
        return;
      }
      const known = await loadStatements().catch(() => new Map<string, Statement>());
      show(loaded.value, known);
    },
  );

  function show(request: RecordedRequest, known: ReadonlyMap<string, Statement>): void {
    const { method, path, receivedAt, operationId, headers, body, verdict, prism, answer } = request;
    title.replaceChildren(element("span", { class: "method" }, method), " ", path);
    sections.show("about", [id, answer?.status, answer?.duration], () => [
      element("p", { class: "about" }, [operationId ?? "no operation", id, fullTime(receivedAt)].join(" · ")),
    ]);
    sections.show("verdict", [verdict, answer?.status, answer?.statements, prism], () => [
      ...showVerdict(request, known),
    ]);
    sections.show("curl", [method, path, headers, body, answer?.status], () => [
      element("h3", {}, "As curl"),
      shellLine(curlLine(location.origin, request)),
    ]);
    sections.show("answer", answer, () => (answer ? showAnswer(answer) : []));
    sections.show("sent", [headers, body], () => [
      element("h3", {}, "Request"),
      showPairs(headers),
      ...(body === undefined ? [] : [showValue(body, "Request body")]),
    ]);
  }

  let seen: readonly unknown[] = [];
  return {
    element: root,
    update() {
      const row = state.requests.find((request) => request.id === id);
      const reply = [...state.replies.values()].find(({ requestId }) => requestId === id);
      if (seen.length > 0 && seen[0] === row && seen[1] === reply?.text) return;
      seen = [row, reply?.text];
      load();
    },
  };
}

function* showVerdict(
  { verdict, answer, prism }: RecordedRequest,
  known: ReadonlyMap<string, Statement>,
): Generator<HTMLElement> {
  if (verdict) {
    const kind = verdict.isValid ? "valid" : "invalid";
    yield element("p", { class: `verdict ${kind}` }, verdict.isValid ? "Valid" : "Invalid");
    if (!verdict.isValid) yield showFaults(verdict.faults, known);
  }
  const cited = new Set(verdict?.faults.flatMap(({ statements }) => statements));
  const reasons = answer?.statements.filter((id) => !cited.has(id)) ?? [];
  if (answer && reasons.length > 0) {
    yield element("h3", {}, `Why ${answer.status}`);
    yield showStatements(reasons, known);
  }
  const opinions = [...(prism?.request ?? []), ...(prism?.answer ?? [])];
  if (opinions.length > 0) {
    yield element("h3", {}, "Prism’s second opinion");
    yield showOpinions(opinions);
  }
}

function showFaults(faults: readonly Fault[], known: ReadonlyMap<string, Statement>): HTMLElement {
  return element(
    "ul",
    { class: "faults" },
    ...faults.map(({ in: place, path, message, statements }) =>
      element(
        "li",
        {},
        element("p", {}, element("code", {}, `${place} ${path}`.trim())),
        element("p", {}, message),
        statements.length > 0 && showStatements(statements, known),
      ),
    ),
  );
}

/** Prism knows no statements. */
function showOpinions(faults: readonly Fault[]): HTMLElement {
  return element(
    "ul",
    { class: "opinions" },
    ...faults.map(({ in: place, path, message }) =>
      element("li", {}, element("code", {}, `${place} ${path}`.trim()), " ", message),
    ),
  );
}

function showAnswer({ status, headers, body, events, duration, isComplete }: RecordedAnswer): HTMLElement[] {
  const took = duration === undefined ? "still open" : formatElapsed(duration);
  const end = duration !== undefined && !isComplete ? ", cut off" : "";
  const shown: HTMLElement[] = [element("h3", {}, `Answer: ${status}, ${took}${end}`)];
  if (events.length > 0) {
    const text = events.map((event) => (isDelta(event) ? event.delta : "")).join("");
    shown.push(
      element("p", { class: "reply" }, text),
      showValue(events.map((event) => JSON.stringify(event)).join("\n"), "Events"),
    );
  } else if (body !== undefined) shown.push(showValue(body, "Answer body"));
  shown.push(showPairs(headers));
  return shown;
}

function isDelta(event: unknown): event is { readonly delta: string } {
  return typeof event === "object" && event !== null && "delta" in event && typeof event.delta === "string";
}

/** Parts of a page that are only made again when what they show has changed, so that a selection in them survives. */
class Sections {
  readonly element: HTMLElement = element("div", { class: "sections" });
  readonly #shown = new Map<string, { readonly section: HTMLElement; readonly data: string }>();

  show(name: string, data: unknown, build: () => readonly HTMLElement[]): void {
    const text = JSON.stringify(data) ?? "";
    const shown = this.#shown.get(name);
    if (shown?.data === text) return;
    const section = shown?.section ?? element("section", { "data-section": name });
    section.replaceChildren(...build());
    if (!shown) this.element.append(section);
    this.#shown.set(name, { section, data: text });
  }
}
