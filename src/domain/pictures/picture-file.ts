/** A picture as bytes that were looked at: of a known kind and size, fit to be shown. */

/** Kinds every browser shows and that hold no programs. */
export type PictureType = "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/avif";

export interface PictureFile {
  readonly contentType: PictureType;
  readonly bytes: Uint8Array;
}

/** The picture at an address from outside; null when there is none fit to be shown. Never rejects. */
export type FetchPicture = (url: string) => Promise<PictureFile | null>;
