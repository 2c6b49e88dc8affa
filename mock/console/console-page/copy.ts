import { element, find, setText } from "./element.ts";

/** Says something to those who do not see the page. */
export function announce(text: string): void {
  setText(find("#announcer", HTMLElement), text);
}

/** A button that copies a text, and says so for a moment. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const button = element("button", { type: "button", class: "copy" }, label);
  let timer: number | undefined;
  button.addEventListener("click", async () => {
    const isCopied = await copy(text());
    const said = isCopied ? "Copied" : "Select the line, and copy it by hand";
    button.textContent = said;
    announce(said);
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
      announce("");
    }, 1600);
  });
  return button;
}

/** A line for the shell, with a button that copies it. */
export function shellLine(line: string): HTMLElement {
  return element(
    "div",
    { class: "shell" },
    element("pre", { tabindex: "0", "aria-label": "Command" }, element("code", {}, line)),
    copyButton("Copy", () => line),
  );
}

async function copy(text: string): Promise<boolean> {
  try {
    // Only there where the page came from this machine, or over TLS.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
