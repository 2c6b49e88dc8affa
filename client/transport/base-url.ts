/** What a base URL must not be like, and what to do about it. A URL takes a backslash for a slash. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?!(https?:\/\/(?!$|:|[^/]*@)|\/)(?!\/))/,
    "must begin with https:// or http:// and a host, without a user, or in a browser with /",
  ],
  [/[?#\s\\]/, "must have no query, fragment, backslash or white space"],
  [/(?:[^/:]|^)\/+v1\/*$/, "must leave out /v1: each path begins with it"],
];

/**
 * Checks where the API is said to be.
 *
 * @throws TypeError saying what is wrong with it; it repeats neither what may be a password, nor a query
 */
export function checkBaseUrl(baseUrl: string): void {
  const [, fault] = FAULTS.find(([pattern]) => pattern.test(baseUrl)) ?? [];
  if (fault === undefined) return;
  const shown = baseUrl.replace(/.*@/s, "…@").replace(/\?.*/s, "?…");
  throw new TypeError(`baseUrl ${fault}: ${JSON.stringify(shown)}`);
}
