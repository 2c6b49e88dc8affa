/** Thrown by what reads an option's text. The message says in a sentence what to give instead. */
export class InvalidArgumentError extends Error {
  override readonly name = "InvalidArgumentError";
}

/** What makes a value of an option's text. */
interface Parser {
  parse(text: string, previous: unknown): unknown;
}

/** An option of a command, such as `--port <port>`. */
export class Option {
  /** As help shows it. */
  readonly flags: string;
  readonly description: string;
  /** As it is written on the command line, without the dashes. */
  readonly name: string;
  /** As the command's action gets it: in camel case. */
  readonly attribute: string;
  /** How many arguments it takes. */
  readonly arity: "none" | "one" | "many";
  variable: string | undefined;
  isMandatory = false;
  fallback: { readonly value: unknown; readonly shown: string } | undefined;
  allowed: readonly string[] | undefined;
  #parser: Parser | undefined;

  /** @param flags `--name`, `--name <argument>`, or `--name <argument...>` if it takes several */
  constructor(flags: string, description: string) {
    const [, name, argument, several] = /^--([a-z][a-z-]*)( <.+?(\.\.\.)?>)?$/.exec(flags) ?? [];
    if (name === undefined) throw new Error(`${flags} is not written as an option is.`);
    this.flags = flags;
    this.description = description;
    this.name = name;
    this.attribute = name.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
    this.arity = argument === undefined ? "none" : several === undefined ? "one" : "many";
  }

  /** Lets an environment variable give the value, where the command line does not. */
  env(variable: string): this {
    this.variable = variable;
    return this;
  }

  /**
   * Reads the text of the argument; without this the value is the text.
   *
   * @param parse gets the text, and the value so far if the option comes again; throws `InvalidArgumentError`
   */
  argParser<Value>(parse: (text: string, previous: Value) => Value): this {
    this.#parser = { parse };
    return this;
  }

  /** @param shown how help shows the value; as it is unless given */
  default(value: unknown, shown: string = String(value)): this {
    this.fallback = { value, shown };
    return this;
  }

  /** Allows only these arguments. */
  choices(allowed: readonly string[]): this {
    this.allowed = allowed;
    return this;
  }

  makeOptionMandatory(): this {
    this.isMandatory = true;
    return this;
  }

  /**
   * Reads one argument.
   *
   * @param previous the value so far, if the option has come before
   * @throws InvalidArgumentError
   */
  read(text: string, previous: unknown): unknown {
    if (this.allowed && !this.allowed.includes(text)) {
      throw new InvalidArgumentError(`Allowed choices are ${this.allowed.join(", ")}.`);
    }
    if (this.arity !== "many") return this.#parse(text, previous);
    return [...(Array.isArray(previous) ? previous : []), this.#parse(text, undefined)];
  }

  #parse(text: string, previous: unknown): unknown {
    return this.#parser ? this.#parser.parse(text, previous) : text;
  }
}
