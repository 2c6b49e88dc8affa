import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { contract } from "../../generated/stub/index.ts";
import { useWatchedMock } from "../../package/watched-mock.ts";

const shown = useWatchedMock();

async function openReference(options?: BrowserContextOptions): Promise<Page> {
  const page = await shown.open(`${shown.mock.url}/_docs`, options);
  await page.locator(".opblock").first().waitFor();
  return page;
}

/** The block of an operation, opened. */
async function openOperation(page: Page, id: string): Promise<Locator> {
  const block = page.locator(".opblock", {
    has: page.locator(".opblock-summary-operation-id", { hasText: id }),
  });
  await block.locator(".opblock-summary-control").click();
  await block.getByRole("button", { name: "Execute" }).waitFor();
  return block;
}

/** Sends the request of an operation's block; returns the status and the body that the block then shows. */
async function execute(block: Locator): Promise<{ status: string | null; body: string | null }> {
  await block.getByRole("button", { name: "Execute" }).click();
  const answer = block.locator(".live-responses-table .response");
  await answer.waitFor();
  return {
    status: await answer.locator(".response-col_status").textContent(),
    body: await answer.locator(".highlight-code").textContent(),
  };
}

describe("The API reference", () => {
  it("shows every operation", async () => {
    const page = await openReference();
    const shown = await page.locator(".opblock-summary-operation-id").allTextContents();
    expect(shown.toSorted()).toEqual(contract.operations.map(({ id }) => id).toSorted());
  });

  it("opens a session as it is, with the key filled in and a channel that there is", async () => {
    const page = await openReference();
    const { status, body } = await execute(await openOperation(page, "createSession"));
    expect([status, body]).toEqual(["201", expect.stringMatching(/"status": "active"/)]);
    expect(shown.mock.requests).toMatchObject([
      {
        operationId: "createSession",
        headers: { authorization: "Bearer [redacted]" },
        verdict: { isValid: true },
      },
    ]);
  });

  it("sends a message as it is", async () => {
    const page = await openReference();
    const { status, body } = await execute(await openOperation(page, "sendMessage"));
    expect([status, body]).toEqual(["200", expect.stringMatching(/"role": "assistant"/)]);
  });

  it("shows a streamed reply, once it is complete", async () => {
    const page = await openReference();
    const block = await openOperation(page, "sendMessage");
    await block.locator("textarea").fill('{"message":"Hello!","stream":true}');
    const { status, body } = await execute(block);
    expect([status, body]).toEqual(["200", expect.stringMatching(/"delta":.*data: \[DONE\]/s)]);
  });

  it("shows what the mock refuses", async () => {
    const page = await openReference();
    const block = await openOperation(page, "getSession");
    await block.locator("[data-param-name=session_id] input").fill("ses_nobody");
    const [watched] = shown.opened;
    const { status, body } = await execute(block);
    expect([status, body]).toEqual(["404", expect.stringMatching(/"session_not_found"/)]);
    // The browser mentions every refusal.
    expect(watched?.problems.splice(0)).toEqual([expect.stringContaining("404")]);
  });

  it.each([
    ["light", "rgb(251, 251, 249)"],
    ["dark", "rgb(21, 23, 26)"],
  ] as const)("has the colours of the scheme: %s", async (colorScheme, background) => {
    const page = await openReference({ colorScheme });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(background);
    const isDark = await page.evaluate("document.documentElement.classList.contains('dark-mode')");
    expect(isDark).toBe(colorScheme === "dark");
    await page.emulateMedia({ colorScheme: colorScheme === "dark" ? "light" : "dark" });
    await expect
      .poll(() => page.evaluate("document.documentElement.classList.contains('dark-mode')"))
      .toBe(!isDark);
  });

  it.each([320, 400, 768])("fits a window of %d px, with an operation and its answer open", async (width) => {
    const page = await openReference({ viewport: { width, height: 800 } });
    await execute(await openOperation(page, "sendMessage"));
    expect(await page.evaluate("document.scrollingElement.scrollWidth")).toBe(width);
  });
});
