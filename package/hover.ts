import { join } from "node:path";
import ts from "typescript";

/** Tells what an editor shows, in a project on this machine, for the code under the cursor. */
export class Editor {
  readonly #service: ts.LanguageService;
  readonly #file: string;
  readonly #text: string;

  /**
   * @param folder the project's, where packages are looked up
   * @param text the code; nothing has to exist of it on the disk
   */
  constructor(folder: string, text: string) {
    this.#file = join(folder, "example.ts");
    this.#text = text;
    const options: ts.CompilerOptions = {
      strict: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: [],
    };
    const read = (path: string) => (path === this.#file ? text : ts.sys.readFile(path));
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [this.#file],
      getScriptVersion: () => "1",
      getScriptSnapshot(path) {
        const content = read(path);
        return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: ts.getDefaultLibFilePath,
      readFile: read,
      fileExists: (path) => path === this.#file || ts.sys.fileExists(path),
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
    });
  }

  /** What is wrong with the code, as the editor underlines it. */
  problems(): string[] {
    return this.#service
      .getSemanticDiagnostics(this.#file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  /**
   * What is shown when the cursor is on a name: how it is declared, then its comment.
   *
   * @param before the code just before the name; its first place in the text counts
   */
  hover(before: string): string {
    const position = this.#text.indexOf(before) + before.length;
    const info = this.#service.getQuickInfoAtPosition(this.#file, position);
    const comment = ts.displayPartsToString(info?.documentation);
    const tags = (info?.tags ?? []).map(({ name, text }) =>
      `@${name} ${ts.displayPartsToString(text)}`.trim(),
    );
    return [ts.displayPartsToString(info?.displayParts), comment, ...tags].filter(Boolean).join("\n\n");
  }
}
