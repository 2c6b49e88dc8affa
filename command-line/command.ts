import { Option } from "./option.ts";

export { InvalidArgumentError, Option } from "./option.ts";

/** Options that stand together in help. */
export interface OptionGroup {
  readonly title: string;
  readonly options: Option[];
}

type Action = (flags: object, given: ReadonlySet<string>) => unknown;

/**
 * A command, or a program of several. It is what `commander` has of this, as far as we use it: that would be 6 % of all
 * that an install of the package puts on the disk.
 */
export class Command {
  readonly name: string;
  readonly commands: Command[] = [];
  readonly groups: OptionGroup[] = [];
  summary = "";
  versionText: string | undefined;
  textAfterHelp = "";
  act: Action | undefined;

  constructor(name: string) {
    this.name = name;
  }

  description(summary: string): this {
    this.summary = summary;
    return this;
  }

  version(text: string): this {
    this.versionText = text;
    return this;
  }

  addCommand(command: Command): this {
    this.commands.push(command);
    return this;
  }

  /** Begins a group, with this title, of the options that are added next. */
  optionsGroup(title: string): this {
    this.groups.push({ title, options: [] });
    return this;
  }

  addOption(option: Option): this {
    if (this.groups.length === 0) this.optionsGroup("Options:");
    this.groups.at(-1)?.options.push(option);
    return this;
  }

  /** Adds an option with what it most often has: `parse` as of `Option.argParser`, and a default. */
  option<Value>(
    flags: string,
    description: string,
    parse?: (text: string, previous: Value) => Value,
    fallback?: Value,
  ): this {
    const option = new Option(flags, description);
    if (parse) option.argParser(parse);
    if (fallback !== undefined) option.default(fallback);
    return this.addOption(option);
  }

  /**
   * Makes what adds options that environment variables can give, too.
   *
   * @param prefix what the names of all of them begin with
   */
  withVariables(
    prefix: string,
  ): <Value>(
    flags: string,
    variable: string,
    description: string,
    parse: (text: string, previous: Value) => Value,
  ) => void {
    return (flags, variable, description, parse) => {
      this.addOption(new Option(flags, description).env(prefix + variable).argParser(parse));
    };
  }

  /** Adds a text at the end of help. */
  addHelpText(text: string): this {
    this.textAfterHelp = text;
    return this;
  }

  /**
   * Says what the command does.
   *
   * @param act gets the values of the options by their names in camel case, and those names that the command line or the
   * environment has given; the others have their defaults, or are missing
   */
  action<Flags extends object>(act: (flags: Flags, given: ReadonlySet<string>) => unknown): this {
    // The options' own parsers make what the caller says the flags are.
    this.act = (flags, given) => act(flags as Flags, given);
    return this;
  }

  get options(): readonly Option[] {
    return this.groups.flatMap(({ options }) => options);
  }
}
