/** What is listed of a language, for people who type no command. */

export interface PlainWords {
  /** What stands before what is asked, and says nothing of it. */
  readonly polite: readonly string[];
  /** The whole of what is typed. */
  readonly help: readonly string[];
  readonly latest: readonly string[];
  readonly top: readonly string[];
  /** What a line begins with; a language follows. */
  readonly translate: readonly string[];
  /** The whole of what is typed: said out of kindness, and no words to look for. */
  readonly greetings: readonly string[];
  /** Both together anywhere: "why is nothing coming". */
  readonly why: readonly string[];
  readonly nothing: readonly string[];
  /** Both together behind why: "why did the storm story not come". */
  readonly negation: readonly string[];
  readonly arrive: readonly string[];
  /** In a wish, that something shall not come, or all but that. */
  readonly refused: readonly string[];
  /** The whole of what is typed: what is known of oneself shall go. */
  readonly forget: readonly string[];
  /** Of the place and time where it is asked; they are no part of what is missing. */
  readonly here: readonly string[];
  /** What a line begins with; what is wished follows. */
  readonly follow: readonly string[];
  readonly subscribe: readonly string[];
  readonly unsubscribe: readonly string[];
  /** The same as the whole of what is typed: too common to begin with. */
  readonly stop: readonly string[];
  readonly search: readonly string[];
  readonly quotesBy: readonly string[];
  readonly quotesAbout: readonly string[];
  /** Verbs of speech, by which a question asks for quotes. */
  readonly say: readonly string[];
  /** What parts who is asked about from what. */
  readonly about: readonly string[];
  /** What a question begins with; they are no words to look for. */
  readonly question: readonly string[];
  /** Words for news itself, which say nothing of what is wanted. */
  readonly news: readonly string[];
  /** Words for what brings news, which are no part of its name: "the harbor feed". */
  readonly feed: readonly string[];
}
