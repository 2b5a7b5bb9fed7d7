/** Types for the small DOM that comes with Readability and has none of its own. */
declare module "@mozilla/readability/JSDOMParser.js" {
  // biome-ignore lint/style/noDefaultExport: the package exports nothing else.
  export default class JSDOMParser {
    /** Reads well-formed HTML: every element closed, every attribute quoted. */
    parse(html: string, url?: string): object;
  }
}
