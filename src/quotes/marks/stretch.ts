/** A stretch of text between quotation marks, before anything is known of what it is. */

export interface Stretch {
  /** The words, without marks and the space beside them. */
  readonly start: number;
  readonly end: number;
  /** Where the opening mark begins and the closing mark ends. */
  readonly open: number;
  readonly close: number;
  readonly isClosed: boolean;
  /** Between single marks: ‘…’. */
  readonly isSingle: boolean;
}
