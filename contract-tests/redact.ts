import type { TargetOptions } from "./target.ts";

/** A text that no report may show, and what it shows in its place. */
export interface Secret {
  readonly text: string;
  readonly placeholder: string;
}

/** The keys of a target, each with the environment variable that stands for it in a shell. */
export function secretsOf({ key, offers }: TargetOptions): readonly Secret[] {
  const keys: readonly (readonly [key: string | undefined, variable: string])[] = [
    [key, "THINKLIO_API_KEY"],
    [offers["second-key"], "THINKLIO_SECOND_API_KEY"],
    [offers["read-only-key"], "THINKLIO_READ_ONLY_API_KEY"],
    [offers["rate-limited-key"], "THINKLIO_RATE_LIMITED_API_KEY"],
    [offers["spent-key"]?.key, "THINKLIO_SPENT_API_KEY"],
  ];
  return (
    keys
      .flatMap(([text, variable]) =>
        text ? writtenForms(text).map((form) => ({ text: form, placeholder: `\${${variable}}` })) : [],
      )
      // One key can be the beginning of another.
      .toSorted((one, other) => other.text.length - one.text.length)
  );
}

/** The text with each secret in it replaced by its placeholder. */
export function redact(text: string, secrets: readonly Secret[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret.text, () => secret.placeholder), text);
}

function writtenForms(text: string): readonly string[] {
  return [...new Set([text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)])];
}
