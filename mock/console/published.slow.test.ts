import { join } from "node:path";
import type { Browser } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../package/chromium.ts";
import { type Consumer, installPacked, Running } from "../../package/packed.ts";
import { openPage } from "../../package/watched-page.ts";

let browser: Browser;
let consumer: Consumer;
let mock: Running;
let url: string;

beforeAll(async () => {
  browser = await launchChromium();
  return () => browser.close();
});
beforeAll(async () => {
  consumer = await installPacked(["express", "@stoplight/prism-http", "@stoplight/prism-core"]);
  return () => consumer.remove();
});
beforeAll(async () => {
  mock = new Running(
    join(consumer.folder, "node_modules/.bin/thinklio-sessions"),
    ["mock", "--port=0"],
    consumer,
  );
  [, url = ""] = await mock.waitFor(/Mock {2}(http:\S+)/);
  return () => mock.stop();
});

describe("As published, the mock", () => {
  it("has the console", async () => {
    const { page, problems } = await openPage(browser, `${url}/_console`);
    await page.locator("#connection", { hasText: "Live" }).waitFor();
    await fetch(`${url}/v1/sessions/ses_1`);
    await page.locator("#requests li button").click();
    await page.locator("#detail", { hasText: "Error 11" }).waitFor();
    expect(problems).toEqual([]);
  });

  it("says in place of the reference what brings it", async () => {
    const { page } = await openPage(browser, `${url}/_docs`);
    expect(await page.locator("main code").first().textContent()).toMatch(/^npm install .*swagger-ui-dist$/);
    await page.getByRole("link", { name: "Console" }).click();
    await page.locator("#connection", { hasText: "Live" }).waitFor();
  });
});
