/** What a request asks of the mock by its `Prefer` header (RFC 7240). */
export interface Preference {
  /** The status to answer with. */
  readonly code?: string;
  /** The name of the example to answer with. */
  readonly example?: string;
}

/** Reads the preferences `code` and `example`; others are left alone, as the RFC asks. */
export function readPreference(header: string | string[] | undefined): Preference {
  const preference: { code?: string; example?: string } = {};
  const text = typeof header === "string" ? header : (header?.join(",") ?? "");
  for (const part of text.split(/[,;]/)) {
    const [name = "", value = ""] = part.split("=").map((side) => side.trim());
    const key = name.toLowerCase();
    if (key === "code" || key === "example") preference[key] ??= value.replace(/^"(.*)"$/, "$1");
  }
  return preference;
}
