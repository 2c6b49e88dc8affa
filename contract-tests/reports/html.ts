import { type Coverage, neverSeen } from "../coverage.ts";
import { needs } from "../needs.ts";
import type { RuleResult } from "../runner.ts";
import { describeSource } from "../statements.ts";
import {
  type ShownExchange,
  type ShownFailure,
  type ShownFinding,
  showFailure,
  showLine,
  showServer,
} from "./failure.ts";
import { escapeMarkup } from "./markup.ts";
import {
  type Counts,
  countOutcomes,
  failuresOf,
  groupByLack,
  groupByTopic,
  inSeconds,
  type Run,
  type Topic,
} from "./run.ts";
import { style } from "./style.ts";

/**
 * Tells a person what came of a run, as one page that needs nothing else: no network and no script. What a server
 * has sent is text in it, whatever it looks like.
 */
export function renderHtml(run: Run): string {
  const counts = countOutcomes(run.results);
  const failures = failuresOf(run.results).map((failure) => showFailure(failure, run.target));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(verdict(counts))} · contract of the session API</title>
<style>${style}</style>
</head>
<body>
${renderHead(run, counts)}
<main>
${[
  renderFailures(failures),
  renderTopics(groupByTopic(run.results)),
  renderCoverage(run.coverage),
  renderSkipped(run.results),
  renderRules(groupByTopic(run.results)),
].join("\n")}
</main>
</body>
</html>
`;
}

function verdict({ passed, failed }: Counts): string {
  if (failed > 0) return `${failed} of ${count(passed + failed, "rule")} failed`;
  return passed > 0 ? `${count(passed, "rule")} passed` : "No rule ran";
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

function renderHead({ stopped, target, start, duration, seed, coverage }: Run, counts: Counts): string {
  const isGood = counts.failed === 0 && counts.passed > 0;
  const facts = {
    Server: showServer(target),
    Started: start
      .toISOString()
      .replace("T", " ")
      .replace(/\.\d+Z$/, " UTC"),
    Took: inSeconds(duration),
    Seed: String(seed),
    Coverage: `${coverage.percentage} %`,
  };
  const list = Object.entries(facts).map(
    ([name, value]) => `<div><dt>${name}</dt><dd>${escapeMarkup(value)}</dd></div>`,
  );
  return `<header class="${isGood ? "good" : "bad"}">
<p>Contract of the session API</p>
<h1>${escapeMarkup(verdict(counts))}</h1>
${stopped === undefined ? "" : `<p><strong>${escapeMarkup(showLine(stopped, target))}</strong></p>`}
${renderBar(counts)}
<dl>${list.join("")}</dl>
<nav aria-label="Sections"><a href="#failures">Failures</a> <a href="#topics">Topics</a> <a href="#coverage">Coverage</a> <a href="#skipped">Skipped</a> <a href="#rules">All rules</a></nav>
</header>`;
}

/** The shares of the outcomes, which are also in words beside it. */
function renderBar(counts: Counts): string {
  const words = (["failed", "passed", "skipped"] as const).filter((outcome) => counts[outcome] > 0);
  const parts = words.map(
    (outcome) => `<span class="${outcome}" style="flex-grow:${counts[outcome]}"></span>`,
  );
  const legend = words.map((outcome) => `<span class="${outcome}">${counts[outcome]} ${outcome}</span>`);
  return `<div class="bar" aria-hidden="true">${parts.join("")}</div><p class="legend">${legend.join(" ")}</p>`;
}

function renderFailures(failures: readonly ShownFailure[]): string {
  if (failures.length === 0) return section("failures", "Failures", "<p>None.</p>");
  const links = failures.map(
    ({ rule }) =>
      `<li><a href="#${escapeMarkup(rule.id)}"><code>${escapeMarkup(rule.id)}</code> ${escapeMarkup(rule.title)}</a></li>`,
  );
  const list = failures.length > 1 ? `<ol class="contents">${links.join("")}</ol>` : "";
  return section("failures", "Failures", list + failures.map(renderFailure).join("\n"));
}

function renderFailure(failure: ShownFailure): string {
  const { rule, statements, findings, requests, earlierRequests, duration } = failure;
  const items = statements.map(
    (statement) =>
      `<li>${renderProse(statement.text)} <span class="source"><b>${escapeMarkup(statement.id)}</b>, ${escapeMarkup(describeSource(statement))}</span></li>`,
  );
  const parts = findings.map((finding, index) =>
    // What several findings in a row are about is shown once, after the last.
    renderFinding(finding, findings[index + 1]?.exchange !== finding.exchange),
  );
  const omitted = earlierRequests > 0 ? `<p>${count(earlierRequests, "request")} came before these.</p>` : "";
  const steps =
    requests.length < 2
      ? ""
      : `<details><summary>The rule’s requests</summary>${omitted}<ol>${requests
          .map((request) => `<li><code>${escapeMarkup(request)}</code></li>`)
          .join("")}</ol></details>`;
  return `<article id="${escapeMarkup(rule.id)}">
<h3><code>${escapeMarkup(rule.id)}</code> ${escapeMarkup(rule.title)} <small>${inSeconds(duration)}</small></h3>
<p>${renderProse(rule.statement)}</p>
<ul class="statements">${items.join("")}</ul>
${parts.join("\n")}
${steps}
</article>`;
}

function renderFinding(
  { message, expected, actual, exchange }: ShownFinding,
  showsExchange: boolean,
): string {
  const rows = [
    ...(expected === undefined
      ? []
      : [`<div class="expected"><dt>Expected</dt><dd><code>${escapeMarkup(expected)}</code></dd></div>`]),
    ...(actual === undefined
      ? []
      : [`<div class="actual"><dt>Actual</dt><dd><code>${escapeMarkup(actual)}</code></dd></div>`]),
  ];
  const difference = rows.length === 0 ? "" : `<dl class="difference">${rows.join("")}</dl>`;
  const shown = exchange && showsExchange ? renderExchange(exchange) : "";
  return `<p class="finding">${escapeMarkup(message)}</p>${difference}${shown}`;
}

function renderExchange({ curl, response }: ShownExchange): string {
  const answer = response === undefined ? "" : renderText("Response", response);
  return `<div class="exchange">${renderText("Request", curl)}${answer}</div>`;
}

/** A text that may be wider than the page: who uses a keyboard must be able to scroll it. */
function renderText(title: string, text: string): string {
  return `<figure><figcaption>${title}</figcaption><pre tabindex="0" role="region" aria-label="${title}">${escapeMarkup(text)}</pre></figure>`;
}

function renderTopics(topics: readonly Topic[]): string {
  const rows = topics.map(({ name, results }) => {
    const { passed, failed, skipped } = countOutcomes(results);
    const cells = Object.entries({ failed, passed, skipped }).map(
      ([outcome, number]) => `<td class="${number === 0 ? "none" : outcome}">${number}</td>`,
    );
    return `<tr><th scope="row">${escapeMarkup(name)}</th>${cells.join("")}</tr>`;
  });
  return section("topics", "Topics", table(["Topic", "Failed", "Passed", "Skipped"], rows));
}

function renderCoverage(coverage: Coverage): string {
  const statuses = [...new Set(coverage.entries.map(({ status }) => status))].toSorted((a, b) => a - b);
  const operations = [...new Set(coverage.entries.map(({ operation }) => operation))];
  const rows = operations.map((operation) => {
    const cells = statuses.map((status) => {
      const entries = coverage.entries.filter(
        (entry) => entry.operation === operation && entry.status === status,
      );
      if (entries.length === 0)
        return '<td class="none"><span class="visually-hidden">not declared</span></td>';
      const isSeen = entries.every(({ seen }) => seen > 0);
      return `<td class="${isSeen ? "passed" : "unseen"}">${entries.map(renderSeen).join("<br>")}</td>`;
    });
    return `<tr><th scope="row">${escapeMarkup(operation)}</th>${cells.join("")}</tr>`;
  });
  const never = [...neverSeen(coverage)].map(
    ([operation, kinds]) => `<li><b>${escapeMarkup(operation)}</b>: ${escapeMarkup(kinds.join(", "))}</li>`,
  );
  const missing =
    never.length === 0 ? "<p>All were seen.</p>" : `<p>Never seen:</p><ul>${never.join("")}</ul>`;
  return section(
    "coverage",
    "Coverage",
    `<p>${coverage.percentage} % of what the contract declares was seen: how often an operation answered with a status and a media type.</p>
${table(["Operation", ...statuses.map(String)], rows)}
${missing}`,
  );
}

function renderSeen({ mediaType, seen }: Coverage["entries"][number]): string {
  const name = mediaType === "application/json" ? "" : ` <small>${escapeMarkup(mediaType)}</small>`;
  return `${seen > 0 ? seen : "never"}${name}`;
}

function renderSkipped(results: readonly RuleResult[]): string {
  const items = [...groupByLack(results)].map(
    ([need, ids]) =>
      `<li>${escapeMarkup(needs[need])}: ${ids.map((id) => `<code>${escapeMarkup(id)}</code>`).join(" ")}</li>`,
  );
  const content =
    items.length === 0
      ? "<p>None.</p>"
      : `<p>These rules would run if this was given:</p><ul>${items.join("")}</ul>`;
  return section("skipped", "Skipped", content);
}

function renderRules(topics: readonly Topic[]): string {
  const lists = topics.map(({ name, results }) => {
    const items = results.map(({ rule, outcome }) => {
      const title = `<code>${escapeMarkup(rule.id)}</code> ${escapeMarkup(rule.title)}`;
      const shown = outcome === "failed" ? `<a href="#${escapeMarkup(rule.id)}">${title}</a>` : title;
      return `<li><span class="outcome ${outcome}">${outcome}</span> ${shown}</li>`;
    });
    return `<details><summary>${escapeMarkup(name)} <small>${count(results.length, "rule")}</small></summary><ul class="rules">${items.join("")}</ul></details>`;
  });
  return section("rules", "All rules", lists.join("\n"));
}

function section(id: string, title: string, content: string): string {
  return `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>\n${content}\n</section>`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const cells = heads.map((head) => `<th scope="col">${escapeMarkup(head)}</th>`);
  return `<div class="table" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${cells.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div>`;
}

/** The contract's words, in which backticks enclose code. */
function renderProse(text: string): string {
  return escapeMarkup(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}
