/**
 * Loads a module that needs packages which the user may not have installed, because only some commands need them.
 *
 * @param load imports the module
 * @param packages the names of those packages
 * @throws (rejects) with the way to install them if one is missing
 */
export async function loadWithPeers<Module>(
  load: () => Promise<Module>,
  packages: readonly string[],
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if (!isMissingPackage(error, packages)) throw error;
    throw new Error(
      `this needs ${packages.join(" and ")}; run: npm install --save-dev ${packages.join(" ")}`,
    );
  }
}

function isMissingPackage(error: unknown, packages: readonly string[]): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    // Which of the two depends on whether it was imported or required.
    (error.code === "ERR_MODULE_NOT_FOUND" || error.code === "MODULE_NOT_FOUND") &&
    packages.some((name) => error.message.includes(`'${name}'`))
  );
}
