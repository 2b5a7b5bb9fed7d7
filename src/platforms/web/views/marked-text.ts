/** A text with stretches marked in it, which may overlap: cut where any of them begins or ends. */

import { attribute, type Html, html } from "./html.ts";

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly className: string;
  /** Of the first piece, to link to. */
  readonly id?: string;
  readonly title?: string;
}

/** Pieces of a paragraph that begins at an offset of the whole text. */
function drawParagraph(text: string, offset: number, marks: readonly Mark[]): readonly Html[] {
  const end = offset + text.length;
  const own = marks.filter((mark) => mark.start < end && mark.end > offset);
  const cuts = new Set([offset, end]);
  for (const mark of own) {
    for (const cut of [mark.start, mark.end]) if (cut > offset && cut < end) cuts.add(cut);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index) => {
    const piece = text.slice(start - offset, (places[index + 1] ?? end) - offset);
    const here = own.filter((mark) => mark.start <= start && mark.end > start);
    if (here.length === 0) return html`${piece}`;
    const classes = [...new Set(here.map(({ className }) => className))].join(" ");
    const id =
      here.find((mark) => mark.id !== undefined && Math.max(mark.start, offset) === start && mark.start >= offset)
        ?.id ?? null;
    const title = here.find((mark) => mark.title !== undefined)?.title ?? null;
    return html`<mark class="${classes}"${attribute("id", id)}${attribute("title", title)}>${piece}</mark>`;
  });
}

/** Paragraphs are parted by blank lines. */
export function drawMarkedText(text: string, marks: readonly Mark[]): readonly Html[] {
  const paragraphs: Html[] = [];
  let offset = 0;
  for (const part of text.split(/(\n\s*\n)/)) {
    if (part.trim() !== "") paragraphs.push(html`<p>${drawParagraph(part, offset, marks)}</p>`);
    offset += part.length;
  }
  return paragraphs;
}
