import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where systems put it. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A browser that speaks to nobody but the pages it is shown. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts a headless Chromium with an empty profile of its own. The variable `CHROMIUM` says where it is, if it is not
 * where systems put it.
 *
 * @throws (rejects) if there is none, and says how to get one
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(process.env.CHROMIUM), args: ARGUMENTS });
}

/**
 * @param given where it is said to be: then nowhere else is looked
 * @throws if there is none, and says how to get one
 */
export function findChromium(given: string | undefined): string {
  const places = given ? [given] : PLACES;
  const found = places.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    `These tests need Chromium, and it is not at ${places.join(", ")}: run apt-get install chromium, or say where it ` +
      "is, such as CHROMIUM=/opt/chromium/chrome.",
  );
}
