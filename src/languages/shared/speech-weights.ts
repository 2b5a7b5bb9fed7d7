/** The learned weights of a language, and how sure they must be. */

/** Which learned weights judge a language's quotes, and how sure they must be. */
export interface SpeechWeights {
  /** A file of weights/quotes, without its ending. */
  readonly name: string;
  /** Learned from this language's own articles; others borrow and are asked for more signs. */
  readonly isOwn: boolean;
  /** A speaker less likely than this is not given. */
  readonly speakerProbabilityMin: number;
  /** A quotation is left out when speech is less likely than this many times "no speech". */
  readonly noneShare: number;
}
