import { describe, expect, it } from "vitest";
import { redact, secretsOf } from "./redact.ts";

const key = `tk_"<s3cr&t>'/+\\`;
const target = {
  baseUrl: new URL("http://127.0.0.1:3000"),
  key,
  channel: "ch_01hxyz",
  agent: "agt_01hxyz",
  offers: { "second-key": `${key}2`, "rate-limited-key": key },
};
const secrets = secretsOf(target);
const placeholder = "$" + "{THINKLIO_API_KEY}";

const inXml = key
  .replaceAll("&", "&amp;")
  .replaceAll("<", "&lt;")
  .replaceAll(">", "&gt;")
  .replaceAll('"', "&quot;")
  .replaceAll("'", "&#39;");
const writings: readonly (readonly [name: string, text: string])[] = [
  ["as it is", key],
  ["in JSON", JSON.stringify(key).slice(1, -1)],
  ["in JSON in JSON", JSON.stringify(JSON.stringify(key)).slice(3, -3)],
  ["in JSON with escaped slashes", JSON.stringify(key).slice(1, -1).replaceAll("/", "\\/")],
  [
    "in JSON without a character that means something in HTML",
    JSON.stringify(key)
      .slice(1, -1)
      .replaceAll(/[<>&']/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`),
  ],
  ["percent-encoded", encodeURIComponent(key)],
  [
    "percent-encoded in small letters",
    encodeURIComponent(key).replaceAll(/%../g, (code) => code.toLowerCase()),
  ],
  ["percent-encoded twice", encodeURIComponent(encodeURIComponent(key))],
  ["as a URL encodes it", encodeURI(key)],
  ["as a form encodes it", new URLSearchParams({ key }).toString().slice("key=".length)],
  ["in XML", inXml],
  ["in XML in XML", inXml.replaceAll("&", "&amp;")],
  ["in HTML, by number", [...key].map((character) => `&#${character.charCodeAt(0)};`).join("")],
  [
    "in HTML, in hexadecimal",
    [...key].map((character) => `&#x${character.charCodeAt(0).toString(16)};`).join(""),
  ],
];

describe("A key is redacted", () => {
  it.each(writings)("%s", (_name, text) => {
    expect(redact(`a ${text} b`, secrets)).toBe(`a ${placeholder} b`);
  });

  it("under the name that it has first, and whole where another key is its beginning", () => {
    expect(redact(`${key}2`, secrets)).toBe("$" + "{THINKLIO_SECOND_API_KEY}");
  });

  it("without touching a placeholder", () => {
    const others = secretsOf({ ...target, key: "tk_1", offers: { "second-key": "API" } });
    expect(redact("tk_1", others)).toBe(placeholder);
  });
});

describe("What is no key", () => {
  it("stays as it is", () => {
    expect(redact(`tk_ s3cret %20 &amp; ${key.slice(1)}`, secrets)).toBe(
      `tk_ s3cret %20 &amp; ${key.slice(1)}`,
    );
  });
});
