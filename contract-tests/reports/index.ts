import { renderGithub } from "./github.ts";
import { renderHtml } from "./html.ts";
import { renderJson } from "./json.ts";
import { renderJunit } from "./junit.ts";
import type { Run } from "./run.ts";
import { renderTerminal } from "./terminal.ts";

/** Makes the report of a run. No key of the target is in it. */
export type Reporter = (run: Run) => string;

/** The names that `--reporter` knows reporters by. */
export const reporterNames = ["terminal", "junit", "json", "github", "html"] as const;

/** The name of a reporter. */
export type ReporterName = (typeof reporterNames)[number];

/** The reporters, by their names. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  terminal: (run) => renderTerminal(run),
  junit: renderJunit,
  json: renderJson,
  github: renderGithub,
  html: renderHtml,
};
