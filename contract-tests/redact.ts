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
  // Two variables can hold one key: the first is its name.
  const variables = new Map(keys.toReversed().map(([text, variable]) => [text, variable]));
  return (
    [...variables]
      .flatMap(([text, variable]) => (text ? [{ text, placeholder: `\${${variable}}` }] : []))
      // One key can be the beginning of another.
      .toSorted((one, other) => other.text.length - one.text.length)
  );
}

/**
 * The text with each secret in it replaced by its placeholder, also where its characters are escaped: as in JSON, a
 * URL, XML or HTML, several times over or some of them only.
 */
export function redact(text: string, secrets: readonly Secret[]): string {
  if (secrets.length === 0) return text;
  const patterns = secrets.map((secret) => `(${[...secret.text].map(writtenForms).join("")})`);
  // All at once, so that no placeholder is taken for a secret.
  return text.replaceAll(new RegExp(patterns.join("|"), "g"), (_, ...groups: unknown[]) => {
    const index = groups.findIndex((group) => group !== undefined);
    return secrets[index]?.placeholder ?? "";
  });
}

const ENTITIES: Readonly<Record<string, readonly string[]>> = {
  "&": ["amp"],
  "<": ["lt"],
  ">": ["gt"],
  '"': ["quot"],
  "'": ["apos"],
};

/** A regular expression of all the ways in which an ASCII character is written. */
function writtenForms(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hexadecimal = code
    .toString(16)
    .padStart(2, "0")
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const names = [`#0*${code}`, `#[xX]0*${hexadecimal}`, ...(ENTITIES[character] ?? [])].join("|");
  const forms = [
    /[a-z\d]/i.test(character) ? character : `\\\\*\\${character}`,
    `%(?:25)*${hexadecimal}`,
    `\\\\+u00${hexadecimal}`,
    `&(?:amp;)*(?:${names});`,
  ];
  return `(?:${forms.join("|")})`;
}
