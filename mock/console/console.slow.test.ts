import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Session } from "../../generated/index.ts";
import { useWatchedMock } from "../../package/watched-mock.ts";
import { openPage } from "../../package/watched-page.ts";
import { startMock } from "../index.ts";

const runInShell = promisify(execFile);

const shown = useWatchedMock();

/** Opens the console, and waits until news of the mock arrive. */
async function openConsole(options?: BrowserContextOptions): Promise<Page> {
  const page = await shown.open(`${shown.mock.url}/_console`, options);
  await page.locator("#connection", { hasText: "Live" }).waitFor();
  return page;
}

function post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(shown.mock.url + path, {
    method: "POST",
    headers: { Authorization: "Bearer tk_secret", "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

async function createSession(body: unknown = {}): Promise<string> {
  const response = await post("/v1/channels/ch_01hxyz/sessions", body);
  const session = (await response.json()) as Session;
  return session.id;
}

const send = (body: unknown) => post("/v1/channels/ch_01hxyz/messages", body);

const sessionRow = (page: Page, id: string): Locator => page.locator("#sessions li", { hasText: id });
const requestRows = (page: Page): Locator => page.locator("#requests li");
const detail = (page: Page): Locator => page.locator("#detail");

async function textOf(locator: Locator): Promise<string> {
  return (await locator.textContent()) ?? "";
}

/** Waits until an element's text is as asked for. */
async function expectText(locator: Locator, pattern: RegExp | string): Promise<void> {
  await expect.poll(() => textOf(locator), { timeout: 10_000 }).toMatch(pattern);
}

describe("The console shows", () => {
  it("what to do first", async () => {
    const page = await openConsole();
    await expectText(page.locator("#sessions .empty"), /No sessions yet/);
    const line = await textOf(page.locator("#requests .empty code"));
    const { stdout } = await runInShell("sh", ["-c", line]);
    expect(stdout).toMatch(/data: \[DONE\]\s*$/);
    await requestRows(page).waitFor();
    expect(await page.locator("#requests .empty").isVisible()).toBe(false);
  });

  it("a session that is created over HTTP", async () => {
    const page = await openConsole();
    const id = await createSession();
    await expectText(sessionRow(page, id), /ch_01hxyz · 0 messages/);
    await expectText(sessionRow(page, id), /(24h 00m|23h 59m) left/);
    await send({ message: "Hello!", session_id: id });
    await expectText(sessionRow(page, id), /2 messages/);
    await post(`/v1/sessions/${id}/close`);
    await expectText(sessionRow(page, id), /closed/);
  });

  it("what there was before it was opened", async () => {
    const id = await createSession();
    await send({ message: "Hello!", session_id: id });
    const page = await openConsole();
    await sessionRow(page, id).getByRole("button").click();
    await expectText(detail(page), /user.*Hello!/s);
    expect(await requestRows(page).count()).toBe(2);
  });

  it("a reply that grows while it is streamed", async () => {
    const page = await openConsole();
    const id = await createSession();
    await sessionRow(page, id).getByRole("button").click();
    shown.mock.settings.change({ tokenDelay: 150 });
    const sent = send({ message: "one two three four five six seven eight", session_id: id, stream: true });
    const reply = detail(page).locator("li.assistant .content");
    const seen = new Set<number>();
    while (!(await detail(page).locator("li.assistant:not(.live)").isVisible())) {
      if (await reply.isVisible()) seen.add((await textOf(reply)).length);
      await setTimeout(20);
    }
    expect(seen.size).toBeGreaterThan(3);
    const [, answer] = shown.mock.sessions?.messages(id) ?? [];
    expect(await textOf(reply)).toBe(answer?.content);
    await (await sent).text();
    // The streamed piece and the stored message are one.
    expect(await detail(page).locator("li").count()).toBe(2);
  });

  it("a stream in the request that asked for it", async () => {
    const page = await openConsole();
    await (await send({ message: "Hello!", stream: true })).text();
    await requestRows(page).getByRole("button").click();
    await expectText(detail(page).locator(".reply"), /Hello!/);
    await expectText(detail(page).locator("pre[aria-label=Events]"), /^\{"id":"msg_/);
  });

  it("which field of an invalid request is wrong, and the statement that says so", async () => {
    const page = await openConsole();
    await send({ message: "" });
    await expectText(requestRows(page), /invalid.*422.*must not be empty/s);
    await requestRows(page).getByRole("button").click();
    await expectText(detail(page), /Invalid/);
    await expectText(detail(page).locator(".faults"), /body \/message/);
    await expectText(detail(page).locator(".statements"), /Message 2 message has at least 1 character\./);
    await expectText(detail(page).locator(".statements"), /a decision of this contract/);
  });

  it("what is wrong with JSON that is none, a parameter, and a key that is missing", async () => {
    const page = await openConsole();
    await send('{"message": "Hel');
    await fetch(`${shown.mock.url}/v1/sessions/ses_1/messages?limit=1000`, {
      headers: { Authorization: "Bearer a" },
    });
    await fetch(`${shown.mock.url}/v1/sessions/ses_1`);
    await expect.poll(() => requestRows(page).count()).toBe(3);
    for (const [index, pattern] of [/Error 11/, /query limit.*History 5/s, /Error 4/].entries()) {
      await requestRows(page).nth(index).getByRole("button").click();
      await expectText(detail(page).locator(".faults"), pattern);
    }
  });

  it("why a valid request was refused", async () => {
    const page = await openConsole();
    const id = await createSession();
    await post(`/v1/sessions/${id}/close`);
    await send({ message: "Hello!", session_id: id });
    await page.locator("#requests li", { hasText: "409" }).getByRole("button").click();
    await expectText(detail(page), /Valid.*Why 409.*Lifecycle 10/s);
  });

  it("how the time of a session runs down, until it is expired, without any request", async () => {
    const page = await openConsole();
    const id = await createSession();
    shown.mock.settings.change({ expireAfter: 4000 });
    await expectText(sessionRow(page, id), /[34]s left/);
    await expectText(sessionRow(page, id), /[12]s left/);
    await expectText(sessionRow(page, id), /expired/);
    expect(shown.mock.requests).toHaveLength(1);
  });

  it("the latest 200 of many requests", async () => {
    const page = await openConsole();
    for (let count = 0; count < 250; count += 1) await fetch(`${shown.mock.url}/v1/sessions/ses_${count}`);
    await expectText(requestRows(page).first(), /ses_249/);
    expect(await requestRows(page).count()).toBe(200);
  });
});

describe("The console switches", () => {
  it("the latency, for the next call", async () => {
    const page = await openConsole();
    await page.getByLabel("Latency").fill("300..310");
    await page.keyboard.press("Enter");
    await expect.poll(() => shown.mock.settings.values.latency).toEqual({ min: 300, max: 310 });
    const before = performance.now();
    await createSession();
    expect(performance.now() - before).toBeGreaterThanOrEqual(299);
    await expectText(page.locator(".command"), /npx thinklio-sessions mock --latency 300\.\.310/);
  });

  it("errors, expiry, the pace of a stream, and the scenario", async () => {
    const page = await openConsole();
    for (const [label, text] of [
      ["Errors", "100%"],
      ["Expire after", "30s"],
      ["Token delay", "0"],
    ] as const) {
      await page.getByLabel(label).fill(text);
      await page.keyboard.press("Enter");
    }
    await page.getByLabel("Scenario").selectOption("broken-stream");
    await expect
      .poll(() => shown.mock.settings.values)
      .toMatchObject({ errorRate: 1, expireAfter: 30_000, tokenDelay: 0, scenario: "broken-stream" });
    expect((await post("/v1/channels/ch_01hxyz/sessions")).ok).toBe(false);
  });

  it("nothing where the text means nothing, and says what would", async () => {
    const page = await openConsole();
    const before = shown.mock.settings.values;
    const latency = page.getByLabel("Latency");
    for (const text of ["fast", "800..200", "1..2..3", "200..x"]) {
      await latency.fill(text);
      await page.keyboard.press("Enter");
      await expect.poll(() => latency.getAttribute("aria-invalid")).toBe("true");
    }
    await expectText(page.locator("#switch-latency-hint"), "Give 300, or 200..800");
    expect(shown.mock.settings.values).toEqual(before);
  });

  it("what another console has switched", async () => {
    const [one, other] = [await openConsole(), await openConsole()];
    await one.getByLabel("Errors").fill("5%");
    await one.keyboard.press("Enter");
    await expect.poll(() => other.getByLabel("Errors").inputValue()).toBe("5%");
  });

  it("everything back, with Reset", async () => {
    const page = await openConsole();
    const id = await createSession();
    await sessionRow(page, id).waitFor();
    shown.mock.settings.change({ errorRate: 0.2 });
    await expect.poll(() => page.getByLabel("Errors").inputValue()).toBe("20%");
    await page.getByRole("button", { name: "Reset mock" }).click();
    await expectText(page.locator("#sessions .empty"), /No sessions yet/);
    await expect.poll(() => page.getByLabel("Errors").inputValue()).toBe("0%");
    expect([shown.mock.requests, shown.mock.sessions?.list()]).toEqual([[], []]);
  });

  it("its own list: only the invalid requests, or none of those so far", async () => {
    const page = await openConsole();
    await createSession();
    await send({ message: "" });
    await expect.poll(() => requestRows(page).count()).toBe(2);
    await page.getByLabel("Invalid only").check();
    await expect.poll(() => requestRows(page).count()).toBe(1);
    await page.getByLabel("Invalid only").uncheck();
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => requestRows(page).count()).toBe(0);
    await createSession();
    await expect.poll(() => requestRows(page).count()).toBe(1);
    expect(shown.mock.requests).toHaveLength(3);
  });
});

describe("Copy as curl", () => {
  it("gives a line that sends the request again, without the key", async () => {
    const page = await openConsole();
    await send({ message: "It's 5 o'clock" });
    await requestRows(page).getByRole("button").click();
    await detail(page).getByRole("button", { name: "Copy" }).click();
    await detail(page).getByRole("button", { name: "Copied" }).waitFor();
    const line: string = await page.evaluate("navigator.clipboard.readText()");
    expect(line).not.toContain("tk_secret");
    const { stdout } = await runInShell("sh", ["-c", line]);
    expect(stdout).toMatch(/^HTTP\/1\.1 200 OK.*It's 5 o'clock/s);
    expect(shown.mock.requests.at(-1)).toMatchObject({
      body: { message: "It's 5 o'clock" },
      verdict: { isValid: true },
    });
  });
});

describe("The console is safe", () => {
  const HOSTILE = '<img src=x onerror="window.pwned = 1"><script>window.pwned = 1</script>';

  it("whatever a session, a message, a path or a header says", async () => {
    const page = await openConsole();
    const id = await createSession({ metadata: { [HOSTILE]: HOSTILE } });
    await send({ message: HOSTILE, session_id: id, metadata: { [HOSTILE]: HOSTILE } });
    await post(`/v1/${encodeURIComponent(HOSTILE)}?${HOSTILE.replaceAll(" ", "+")}`, HOSTILE, {
      "X-Channel-User-Id": HOSTILE,
    });
    await sessionRow(page, id).getByRole("button").click();
    await expectText(detail(page).locator("li.user"), HOSTILE);
    await expect.poll(() => requestRows(page).count()).toBe(3);
    for (const index of [0, 1, 2]) {
      await requestRows(page).nth(index).getByRole("button").click();
      await expectText(detail(page), "onerror=");
    }
    expect(await page.evaluate("window.pwned")).toBeUndefined();
    expect(await page.locator("img, body script, iframe").count()).toBe(0);
  });

  it("from pages of another origin, to which the API is open", async () => {
    const watched = await openConsole();
    const other = createServer((_request, response) => response.end("<!doctype html><title>Other</title>"));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const page = await watched.context().newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    const outcome = await page.evaluate(`(async () => {
      const attempt = (path, options) => fetch("${shown.mock.url}" + path, options).then(({ status }) => status, () => "refused");
      const json = { "Content-Type": "application/json" };
      return {
        api: await attempt("/v1/channels/ch_01hxyz/sessions", { method: "POST", headers: { ...json, Authorization: "Bearer a" }, body: "{}" }),
        read: await attempt("/_console/statements"),
        json: await attempt("/_console/settings", { method: "POST", headers: json, body: '{"errorRate":1}' }),
        simple: await attempt("/_console/settings", { method: "POST", mode: "no-cors", body: '{"errorRate":1}' }),
        reset: await attempt("/_console/reset", { method: "POST", mode: "no-cors", body: "{}" }),
        events: await new Promise((resolve) => {
          const source = new EventSource("${shown.mock.url}/_console/events");
          source.onopen = () => resolve("open");
          source.onerror = () => resolve("refused");
        }),
        frame: await new Promise((resolve) => {
          const frame = document.createElement("iframe");
          frame.onload = () => resolve(frame.contentDocument === null ? "refused" : "blank");
          frame.src = "${shown.mock.url}/_console";
          document.body.append(frame);
        }),
      };
    })()`);
    other.close();
    expect(outcome).toEqual({
      ...{
        api: 201,
        read: "refused",
        json: "refused",
        simple: "refused",
        reset: "refused",
        events: "refused",
        frame: "refused",
      },
    });
    expect([shown.mock.settings.values.errorRate, shown.mock.requests.length]).toEqual([0, 1]);
  });
});

describe("The console comes back", () => {
  it("when the mock does, with what is then there", async () => {
    const first = await startMock({ mode: "stateful" });
    const watched = await openPage(shown.browser, `${first.url}/_console`);
    const { page } = watched;
    await page.locator("#connection", { hasText: "Live" }).waitFor();
    await fetch(`${first.url}/v1/sessions/ses_1`);
    await requestRows(page).waitFor();
    await first.close();
    await page.locator("#connection", { hasText: "No connection" }).waitFor();
    const second = await startMock({ mode: "stateful", port: first.port });
    await page.locator("#connection", { hasText: "Live" }).waitFor();
    await expectText(page.locator("#requests .empty"), /Nothing has called yet/);
    await page.context().close();
    await second.close();
    expect(
      watched.problems.filter((problem) => !/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE/.test(problem)),
    ).toEqual([]);
  });
});

describe("The console in the modes that keep nothing", () => {
  it("says how to see sessions, and shows the requests", async () => {
    const other = await startMock({ mode: "examples" });
    const page = await shown.open(`${other.url}/_console`);
    await expectText(page.locator("#sessions .empty"), /keeps no sessions.*mock --mode stateful/s);
    await fetch(`${other.url}/v1/sessions/ses_1`, { headers: { Authorization: "Bearer a" } });
    await expectText(requestRows(page), /valid.*200/s);
    await page.context().close();
    await other.close();
  });
});

describe("The console by keyboard", () => {
  const focused = (page: Page): Promise<string> =>
    page.evaluate("document.activeElement.innerText || document.activeElement.id");

  it("opens a session and a request, and closes them, in the order of the page", async () => {
    const page = await openConsole();
    const ids = [await createSession(), await createSession(), await createSession()];
    await send({ message: "" });
    await expect.poll(() => requestRows(page).count()).toBe(4);
    const order: string[] = [];
    for (let count = 0; count < 10; count += 1) {
      await page.keyboard.press("Tab");
      order.push(await focused(page));
      // What has the focus can be seen to have it.
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).not.toBe("none");
    }
    expect(order).toEqual([
      "API reference",
      ...["switch-latency", "switch-errorRate", "switch-expireAfter", "switch-tokenDelay"],
      expect.stringContaining("none"),
      "Reset mock",
      expect.stringContaining(ids[2] ?? ""),
      "only-invalid",
      "Clear",
    ]);
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain(ids[1]);
    await page.keyboard.press("End");
    expect(await focused(page)).toContain(ids[0]);
    await page.keyboard.press("Enter");
    await expectText(detail(page).locator("h2"), ids[0] ?? "");
    await page.keyboard.press("Escape");
    await expectText(detail(page), /Select a session/);
    expect(await focused(page)).toContain(ids[0]);
    for (let count = 0; count < 3; count += 1) await page.keyboard.press("Tab");
    expect(await focused(page)).toContain("must not be empty");
    await page.keyboard.press("Space");
    await expectText(detail(page), /Invalid/);
  });

  it("keeps the focus while the lists change", async () => {
    const page = await openConsole();
    const id = await createSession();
    await sessionRow(page, id).getByRole("button").focus();
    await createSession();
    await send({ message: "Hello!", session_id: id });
    await expectText(sessionRow(page, id), /2 messages/);
    expect(await focused(page)).toContain(id);
  });
});

describe.each(["light", "dark"] as const)("The console in %s", (colorScheme) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  /** What an expert system finds wrong with the page for those who do not see it, or not well (WCAG 2.2, AA). */
  async function findViolations(page: Page): Promise<string[]> {
    const {
      violations,
    }: { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] } =
      await page.evaluate(`${axe}; axe.run()`);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }

  it("has the colours of the scheme", async () => {
    const page = await openConsole({ colorScheme });
    const background: string = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    expect(background).toBe(colorScheme === "dark" ? "rgb(21, 23, 26)" : "rgb(251, 251, 249)");
  });

  it("is accessible when it is empty, busy, and shows what is wrong", async () => {
    // What checks the page is a script from outside.
    const page = await openConsole({ colorScheme, bypassCSP: true });
    expect(await findViolations(page)).toEqual([]);
    const [open, closed] = [await createSession({ metadata: { a: 1 } }), await createSession()];
    await send({ message: "Hello!", session_id: open });
    await post(`/v1/sessions/${closed}/close`);
    await send({ message: "Hello!", session_id: closed });
    await send({ message: "" });
    shown.mock.settings.change({ latency: { min: 1, max: 2 } });
    await sessionRow(page, open).getByRole("button").click();
    await detail(page).locator("li.assistant").waitFor();
    expect(await findViolations(page)).toEqual([]);
    await requestRows(page).first().getByRole("button").click();
    await detail(page).locator(".statements").waitFor();
    expect(await findViolations(page)).toEqual([]);
  });
});

describe("The console in a narrow window", () => {
  it.each([320, 375, 768, 1024])("of %d px fits, and shows the detail in the lists' place", async (width) => {
    const page = await openConsole({ viewport: { width, height: 800 } });
    await send({ message: "" });
    const row = requestRows(page).getByRole("button");
    await row.click();
    await expectText(detail(page), /Message 2/);
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBe(width);
    if (width >= 768) return;
    await row.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Back" }).click();
    await row.waitFor();
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBe(width);
  });
});

describe("Where less motion is wished for", () => {
  it.each([
    ["reduce", "none"],
    ["no-preference", "blink"],
  ] as const)("%s: the sign of a reply on its way has the animation %s", async (reducedMotion, animation) => {
    const page = await openConsole({ reducedMotion });
    const id = await createSession();
    await sessionRow(page, id).getByRole("button").click();
    shown.mock.settings.change({ tokenDelay: 1000 });
    const sending = new AbortController();
    const sent = fetch(`${shown.mock.url}/v1/channels/ch_01hxyz/messages`, {
      method: "POST",
      headers: { Authorization: "Bearer a", "Content-Type": "application/json" },
      body: JSON.stringify({ message: "one two three", session_id: id, stream: true }),
      signal: sending.signal,
    });
    await detail(page).locator("li.live").waitFor();
    expect(
      await page.evaluate(
        `getComputedStyle(document.querySelector(".live .content"), "::after").animationName`,
      ),
    ).toBe(animation);
    sending.abort();
    await sent.catch(() => {});
  });
});
