import { type OutputOptions, rolldown } from "rolldown";

/**
 * Bundles a module into one file for a browser, as a user's bundler does with the published client.
 *
 * @param input the path of the module
 * @param options how the bundle is written; as an ES module for people to read unless given
 */
export async function bundleForBrowser(input: string, options: OutputOptions = {}): Promise<string> {
  const bundle = await rolldown({ input, platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", ...options });
  await bundle.close();
  return output[0].code;
}
