/** A digest as one Telegram message: the first briefs with their quotes, the others folded until the reader opens them. */

import {
  type Digest,
  type DigestEntry,
  type DigestGroup,
  shortenDigest,
  showEachOnce,
} from "../../../domain/digest.ts";
import type { Say } from "../../../domain/say.ts";
import { toCredit, toGroupName, toMore } from "../../../messages/post-lines.ts";
import { sayIn } from "../../../messages/say.ts";
import {
  blockquote,
  bold,
  EMPTY,
  fits,
  italic,
  join,
  line,
  lines,
  link,
  type Piece,
  plain,
  toLinkUrl,
} from "./markup.ts";
import { HEADLINE_LENGTH_MAX, NAME_LENGTH_MAX, toQuoteOutlets } from "./render.ts";

/** Briefs shown unfolded, with their quotes set apart. */
const UNFOLDED_MAX = 5;

function toHeadingLine({ headline, url, outlet }: DigestEntry, say: Say): Piece {
  const words = line(headline, HEADLINE_LENGTH_MAX);
  const named = link(words.length > 0 ? words : plain(say("post.readArticle")), url);
  return join([join([plain("• "), named]), line(outlet, NAME_LENGTH_MAX)], " – ");
}

function toCreditLine(entry: DigestEntry, say: Say): Piece {
  if (entry.quote === null) return EMPTY;
  const { url } = entry.quote;
  const place = toLinkUrl(url) === null ? EMPTY : link(plain(say("post.inArticle")), url);
  const also = line(toQuoteOutlets(entry.quote, say), 2 * NAME_LENGTH_MAX);
  const credit = join([line(toCredit(entry.quote), 2 * NAME_LENGTH_MAX), also, place], " · ");
  return credit.length === 0 ? EMPTY : join([plain("— "), credit]);
}

function toUnfolded(entry: DigestEntry, say: Say): Piece {
  const quote = entry.quote === null ? EMPTY : blockquote(lines(entry.quote.text), false);
  return join([toHeadingLine(entry, say), quote, toCreditLine(entry, say)], "\n");
}

/** A block quote may not hold another, so a quote here stands in marks. */
function toFolded(entry: DigestEntry, say: Say): Piece {
  const words = entry.quote === null ? EMPTY : lines(say.inMarks(entry.quote.text));
  return join([toHeadingLine(entry, say), join([words, toCreditLine(entry, say)], " ")], "\n");
}

interface Row {
  readonly group: DigestGroup;
  readonly entry: DigestEntry;
}

type Show = (entry: DigestEntry) => Piece;

/** The entries of each group under its name. */
function toSections(rows: readonly Row[], digest: Digest, show: Show) {
  const groups = [...new Set(rows.map((row) => row.group))];
  return groups.map((group) => {
    const name = bold(line(toGroupName(group, digest), NAME_LENGTH_MAX));
    return join([name, ...rows.filter((row) => row.group === group).map((row) => show(row.entry))], "\n");
  });
}

/** How the entries of a digest in a language are shown. */
interface Shown {
  readonly folded: Show;
  readonly unfolded: Show;
}

function toShown({ language }: Digest): Shown {
  const say = sayIn(language);
  return {
    folded: showEachOnce((entry) => toFolded(entry, say)),
    unfolded: showEachOnce((entry) => toUnfolded(entry, say)),
  };
}

function compose(digest: Digest, shown: Shown): Piece {
  const rows = digest.groups.flatMap((group) => group.entries.map((entry) => ({ group, entry })));
  const head = join([line(digest.title ?? "", NAME_LENGTH_MAX), bold(line(digest.heading, NAME_LENGTH_MAX))], "\n");
  const folded = toSections(rows.slice(UNFOLDED_MAX), digest, shown.folded);
  const more = italic(plain(toMore(digest)));
  const unfolded = toSections(rows.slice(0, UNFOLDED_MAX), digest, shown.unfolded);
  return join([head, ...unfolded, blockquote(join(folded, "\n\n"), true), more], "\n\n");
}

export const fitsDigest = (digest: Digest): boolean => fits(compose(digest, toShown(digest)));

/** The digest or, where it is too long for one message, as much of it as fits. */
export function renderDigest(digest: Digest): Piece {
  const shown = toShown(digest);
  let piece = compose(digest, shown);
  for (let next = shortenDigest(digest); next !== null && !fits(piece); next = shortenDigest(next)) {
    piece = compose(next, shown);
  }
  return piece;
}
