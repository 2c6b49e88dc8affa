import ts from "typescript";

function readOptions(path: string): ts.CompilerOptions {
  const config = ts.findConfigFile(path, ts.sys.fileExists);
  if (config === undefined) throw new Error("There is no tsconfig.json.");
  return ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, ".")
    .options;
}

/**
 * Type-checks a file with another text than it has, by the repository's options.
 *
 * @returns what the compiler says, by line, of which the first is 1
 */
export function typeCheck(path: string, text: string): Record<number, string> {
  const options = readOptions(path);
  const host = ts.createCompilerHost(options);
  const { readFile } = host;
  host.readFile = (name) => (name === path ? text : readFile(name));
  const program = ts.createProgram([path], options, host);
  const said: Record<number, string> = {};
  for (const { file, start = 0, messageText } of program.getSemanticDiagnostics(
    program.getSourceFile(path),
  )) {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? -1) + 1;
    said[line] = [said[line] ?? [], ts.flattenDiagnosticMessageText(messageText, "\n")].flat().join("\n");
  }
  return said;
}

/** Reads what each `@ts-expect-error` of a file expects the compiler to say of the line after it, by that line. */
export function readExpectations(text: string): Record<number, string> {
  return Object.fromEntries(
    text.split("\n").flatMap((line, index) => {
      const reason = /^ *\/\/ @ts-expect-error (.+)$/.exec(line)?.[1];
      return reason === undefined ? [] : [[index + 2, reason]];
    }),
  );
}
