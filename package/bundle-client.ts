import { type OutputOptions, rolldown } from "rolldown";

/**
 * Bundles the published client into one file, as a user's bundler would for a browser.
 *
 * @param input the path of the published module
 * @param options how the bundle is written; as an ES module for people to read unless given
 */
export async function bundleClient(input: string, options: OutputOptions = {}): Promise<string> {
  const bundle = await rolldown({ input, platform: "browser" });
  const { output } = await bundle.generate({ format: "esm", ...options });
  await bundle.close();
  return output[0].code;
}
