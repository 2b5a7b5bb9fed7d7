/** Lists of words that take a quotation back. */

/** What tells that words in marks were not said, by kind; one entry may be several words: "no one". */
export type UnsaidWords = Readonly<
  Record<
    | "negators"
    | "onlyWords"
    | "nobody"
    | "deniers"
    | "decliners"
    | "falsehoods"
    | "media"
    | "misquoted"
    | "hypotheticals"
    | "conditions"
    | "interviewers"
    | "askers"
    | "asked"
    | "questionNouns"
    | "named"
    | "namedThings"
    | "sayings"
    | "passers"
    | "recallers"
    | "asides"
    | "anonymous"
    | "speechless"
    | "hearsay"
    | "hearsayPhrases"
    | "hearsayHelpers"
    | "hearsayClosers"
    | "posers"
    | "falsely"
    | "untrueOpeners"
    | "claims"
    | "untrue"
    | "machines"
    | "plays"
    | "playedBy"
    | "deniedEnds",
    ReadonlySet<string>
  >
>;
