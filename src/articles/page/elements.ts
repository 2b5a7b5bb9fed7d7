/** What a page's tree is made of: elements and the texts between them. */

export interface PageText {
  readonly kind: "text";
  readonly text: string;
  /** Number of the block this text belongs to, set when blocks are found; -1 before. */
  block: number;
  /** True for the first text of its block. */
  isFirst: boolean;
}

export interface PageElement {
  readonly kind: "element";
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly depth: number;
  /** Its place in document order; -1 for the root. */
  readonly index: number;
  readonly children: (PageElement | PageText)[];
  /** True when something inside breaks the line; tells data tables from layout tables. */
  hasBlock: boolean;
}
