import { neverSeen } from "../coverage.ts";
import { countOutcomes, describeCounts, failuresOf, inSeconds, type Run } from "./run.ts";
import { renderFailure } from "./terminal.ts";

/** Tells GitHub Actions what came of a run, as workflow commands: an annotation for each failure, and one that sums up. */
export function renderGithub({ results, target, coverage, duration, seed }: Run): string {
  const never = [...neverSeen(coverage)].map(([operation, kinds]) => `${operation} ${kinds.join(", ")}`);
  const summary = [
    `${describeCounts(countOutcomes(results))} (${inSeconds(duration)}, seed ${seed})`,
    `${coverage.percentage} % of the declared kinds of responses were seen.`,
    ...(never.length === 0 ? [] : [`Never seen: ${never.join("; ")}`]),
  ];
  return [
    ...failuresOf(results).map((failure) =>
      command("error", `${failure.rule.id} ${failure.rule.title}`, renderFailure(failure, target)),
    ),
    command("notice", "Contract of the session API", summary.join("\n")),
  ].join("");
}

function command(name: "error" | "notice", title: string, message: string): string {
  const escapedTitle = escapeMessage(title).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::${name} title=${escapedTitle}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
