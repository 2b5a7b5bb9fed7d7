/** A file as a test's people hold it, and how the emulators' file servers fail. */

export interface HeldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  /** What the platform says instead of the true size. */
  readonly statedBytes?: number;
}

/** "gone" answers 404, "hang" never answers, "reset" breaks off, "endless" sends more than anybody takes. */
export type FileFault = "gone" | "hang" | "reset" | "endless";

export const toHeldFile = (name: string, content: string | Uint8Array, contentType?: string): HeldFile => ({
  name,
  bytes: typeof content === "string" ? Buffer.from(content) : content,
  ...(contentType === undefined ? {} : { contentType }),
});
