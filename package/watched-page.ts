import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** A page of the mock in a browser, with everything that it should not have done. */
export interface WatchedPage {
  readonly page: Page;
  /** What the browser complained of, and which requests went to another origin. */
  readonly problems: string[];
}

/** Opens a page of the mock in a browser that is new to it. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  const { origin } = new URL(url);
  page.on("request", (request) => {
    const target = new URL(request.url());
    if (target.protocol !== "data:" && target.origin !== origin) problems.push(`request to ${target.href}`);
  });
  await page.goto(url);
  return { page, problems };
}
