/** HTML put together of texts: whatever is inserted is escaped, but what was made here. */

export interface Html {
  readonly html: string;
}
export type Part = Html | string | number | null | false | undefined | readonly Part[];

const escapeHtml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escapeHtml(part.toWellFormed());
  if (typeof part === "number") return String(part);
  return "html" in part ? part.html : part.map(write).join("");
}

/** Attributes are written in double quotes: `<a href="${url}">`. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: texts.map((text, index) => (index === 0 ? text : `${write(parts[index - 1])}${text}`)).join(""),
});

/** An attribute that is there or not: ` hidden`. */
export const flag = (name: "hidden" | "selected" | "open", isSet: boolean): Html => ({ html: isSet ? ` ${name}` : "" });
/** ` name="value"`, nothing for null. */
export const attribute = (name: string, value: string | null): Html =>
  value === null ? { html: "" } : { html: ` ${name}="${escapeHtml(value.toWellFormed())}"` };
