import { describe, expect, it } from "vitest";
import { exampleKey, failingRule, runExample } from "./example-run.ts";
import { renderHtml } from "./html.ts";

const page = async () => renderHtml(await runExample());
const voids = new Set(["meta", "br", "!doctype"]);

describe("The HTML report", () => {
  it("needs nothing but itself, and runs nothing", async () => {
    const withoutTexts = (await page()).replaceAll(/<(pre|code|dd)\b[^>]*>[^<]*<\/\1>/g, "");
    expect(withoutTexts).not.toMatch(
      /https?:|\/\/|url\(|@import|\bsrc=|<(script|link|img|iframe|object|form)\b/i,
    );
    expect(await page()).not.toMatch(/<[^>]*\son\w+=|<script|javascript:/i);
    expect(await page()).toContain("default-src 'none'");
  });

  it("keeps what a server sends as text", async () => {
    const html = await page();
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;]]&gt;&lt;img src=x onerror=alert(1)&gt;");
    expect(html).toContain("<code>blue</code> &amp; &lt;b&gt;bright&lt;/b&gt;");
    expect(html).not.toContain(exampleKey);
  });

  it("closes every element that it opens", async () => {
    const open: string[] = [];
    for (const [, end, name = ""] of (await page()).matchAll(/<(\/?)(!?[a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (voids.has(name)) continue;
      if (end) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it("has an aim for every link, and no id twice", async () => {
    const html = await page();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const aims = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(aims.length).toBeGreaterThan(5);
    for (const aim of aims) expect(ids).toContain(aim);
  });

  it("has the failures before all else, with all that is needed to understand them", async () => {
    const main = (await page()).replace(/^.*<main>/s, "");
    expect(main).toMatch(/^\s*<section id="failures"/);
    expect(main).toMatch(
      /<article id="SES-999">.*Session 2.*Expected<\/dt>.*&quot;blue&quot;.*Actual<\/dt>.*curl -i.*HTTP 200.*The rule’s requests/s,
    );
  });

  it("has a table of what was seen and what never was", async () => {
    const html = await page();
    expect(html).toMatch(/<th scope="row">sendMessage<\/th>.*never <small>text\/event-stream<\/small>/);
    expect(html).toMatch(/Never seen:.*<b>getSession<\/b>: 400, 401/);
  });

  it("says that nothing ran where nothing ran", async () => {
    const html = renderHtml(await runExample([{ ...failingRule, needs: ["second-agent"] }]));
    expect(html).toContain("<h1>No rule ran</h1>");
    expect(html).toContain('<header class="bad">');
  });

  it("is by day and by night what its reader has chosen", async () => {
    expect(await page()).toMatch(/color-scheme: light dark/);
  });

  it("lets who has only a keyboard read what is wider or longer than its place", async () => {
    for (const [tag] of (await page()).matchAll(/<pre\b[^>]*>|<div class="table"[^>]*>/g)) {
      expect(tag).toMatch(/tabindex="0" role="region" aria-label="[^"]+"/);
    }
  });
});
