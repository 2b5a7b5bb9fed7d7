/** Builds Telegram HTML from typed pieces that know their visible length, so that markup is never cut. */

import { splitAtHits } from "../../../messages/hits.ts";
import { cut, defuse, toLine, toLines } from "./text-lines.ts";

/** A finished piece of a message. Length counts UTF-16 units as shown; the server counts fewer, never more. */
export interface Piece {
  readonly html: string;
  readonly length: number;
  readonly entities: number;
}

export const TEXT_LENGTH_MAX = 4096;
export const HTML_BYTES_MAX = 32_768;
/** The server keeps about 100; what is over loses its link. */
const ENTITIES_MAX = 90;
/** Measured as written in HTML; a longer address is left out, since it would crowd out the message. */
const URL_BYTES_MAX = 20_000;

export const EMPTY: Piece = { html: "", length: 0, entities: 0 };

/** The only place where text becomes HTML. */
function esc(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const toPiece = (text: string): Piece => ({ html: esc(text), length: text.length, entities: 0 });

/** Cut so that it is within the limit as shown, the invisible joiners of defuse included. */
function fitShown(text: string, lengthMax: number, ownCommands: ReadonlySet<string> | undefined): string {
  let short = cut(text, lengthMax);
  let shown = defuse(short, ownCommands);
  while (shown.length > lengthMax) {
    short = cut(text, Math.min(short.length - 1, short.length - Math.ceil((shown.length - lengthMax) / 2)));
    shown = defuse(short, ownCommands);
  }
  return shown;
}

/** One line of text from outside, cut to the limit and defused. */
export function line(text: string, lengthMax = TEXT_LENGTH_MAX, ownCommands?: ReadonlySet<string>): Piece {
  return toPiece(fitShown(toLine(text), lengthMax, ownCommands));
}

/** One line of text from outside with the words of a search in bold. */
export function markedLine(
  text: string,
  lengthMax: number,
  hitWords: readonly string[],
  ownCommands?: ReadonlySet<string>,
): Piece {
  // Split as it is shown, when nothing is cut or defused any more.
  const shown = fitShown(toLine(text), lengthMax, ownCommands);
  return join(splitAtHits(shown, hitWords).map((each) => (each.isHit ? bold(toPiece(each.text)) : toPiece(each.text))));
}

/** Text from outside with its line breaks. */
export function lines(text: string, lengthMax = TEXT_LENGTH_MAX, ownCommands?: ReadonlySet<string>): Piece {
  return toPiece(fitShown(toLines(text), lengthMax, ownCommands));
}

/** The bot's own words, shown as they are. */
export const plain = (text: string): Piece => toPiece(text);

export const join = (pieces: readonly Piece[], separator = ""): Piece => {
  const shown = pieces.filter((piece) => piece.length > 0);
  return {
    html: shown.map((piece) => piece.html).join(esc(separator)),
    length: shown.reduce((sum, piece) => sum + piece.length, 0) + separator.length * Math.max(0, shown.length - 1),
    entities: shown.reduce((sum, piece) => sum + piece.entities, 0),
  };
};

const wrap = (open: string, piece: Piece, close: string): Piece =>
  piece.length === 0
    ? EMPTY
    : { html: `${open}${piece.html}${close}`, length: piece.length, entities: piece.entities + 1 };

export const bold = (piece: Piece): Piece => wrap("<b>", piece, "</b>");
export const italic = (piece: Piece): Piece => wrap("<i>", piece, "</i>");
export const struck = (piece: Piece): Piece => wrap("<s>", piece, "</s>");
export const code = (text: string): Piece => wrap("<code>", toPiece(toLine(text)), "</code>");
export const blockquote = (piece: Piece, isExpandable: boolean): Piece =>
  wrap(isExpandable ? "<blockquote expandable>" : "<blockquote>", piece, "</blockquote>");

/** Date and time of the day, written out by the reader's app in their own language and zone. */
export const TIME_FORMAT = "Dt";
/** The server counts seconds in 31 bits. */
const SECONDS_MAX = 2 ** 31 - 1;

/** Whole seconds as the server takes them for a time; null for what it would drop. */
export function toUnixSeconds(moment: Date | null): number | null {
  const seconds = moment === null ? Number.NaN : Math.floor(moment.getTime() / 1000);
  return seconds > 0 && seconds <= SECONDS_MAX ? seconds : null;
}

/** A piece that an app which knows times shows as that moment; others show the piece itself. */
export function time(piece: Piece, moment: Date | null): Piece {
  const seconds = toUnixSeconds(moment);
  return seconds === null ? piece : wrap(`<tg-time unix="${seconds}" format="${TIME_FORMAT}">`, piece, "</tg-time>");
}

/** The address as Telegram accepts it in a link; null for what it would drop without a word. */
export function toLinkUrl(text: string): string | null {
  if (text.length > URL_BYTES_MAX) return null;
  try {
    const url = new URL(text.toWellFormed().trim());
    const isWeb = url.protocol === "http:" || url.protocol === "https:";
    if (!isWeb || !(url.hostname.includes(".") || url.hostname.startsWith("["))) return null;
    return Buffer.byteLength(esc(url.href), "utf8") > URL_BYTES_MAX ? null : url.href;
  } catch {
    return null;
  }
}

/** A linked piece; where Telegram would not take the link, the piece with the address behind it, so that it is not lost. */
export function link(piece: Piece, url: string): Piece {
  const accepted = toLinkUrl(url);
  if (accepted !== null) return wrap(`<a href="${esc(accepted)}">`, piece, "</a>");
  const shown = line(url, 300);
  return shown.length === 0 ? piece : join([piece, plain(" ("), shown, plain(")")]);
}

export function fits(piece: Piece, lengthMax = TEXT_LENGTH_MAX): boolean {
  return (
    piece.length <= lengthMax &&
    piece.entities <= ENTITIES_MAX &&
    Buffer.byteLength(piece.html, "utf8") <= HTML_BYTES_MAX
  );
}
