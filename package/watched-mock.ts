import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterEach, beforeAll, expect } from "vitest";
import { type Mock, startMock } from "../mock/index.ts";
import { launchChromium } from "./chromium.ts";
import { openPage, type WatchedPage } from "./watched-page.ts";

/** A mock, and a browser that shows its pages. */
export interface WatchedMock {
  readonly browser: Browser;
  readonly mock: Mock;
  /** The pages that the test has opened. */
  readonly opened: readonly WatchedPage[];
  /** Opens a page in a browser that is new to it, and closes it when the test ends. */
  open(url: string, options?: BrowserContextOptions): Promise<Page>;
}

/**
 * Has a mock and a browser for the tests of a file: they are there when the first test begins, and gone after the last.
 * A test fails if a page that it opened had problems, and leaves a mock that is reset.
 */
export function useWatchedMock(): WatchedMock {
  let browser: Browser;
  let mock: Mock;
  let opened: WatchedPage[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    return () => browser.close();
  });
  beforeAll(async () => {
    mock = await startMock({ mode: "stateful", tokenDelay: 5 });
    return () => mock.stop();
  });
  afterEach(async () => {
    const problems = opened.flatMap((watched) => watched.problems);
    await Promise.all(opened.map(({ page }) => page.context().close()));
    opened = [];
    mock.reset();
    expect(problems).toEqual([]);
  });
  return {
    get browser() {
      return browser;
    },
    get mock() {
      return mock;
    },
    get opened() {
      return opened;
    },
    async open(url, options) {
      const watched = await openPage(browser, url, options);
      opened.push(watched);
      return watched.page;
    },
  };
}
