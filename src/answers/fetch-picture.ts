/** Gets the pictures the page shows: bounded, looked at, kept for a while, each fetched once however many ask. */

import { isPictureOfArticle, isShowableSize } from "../domain/pictures/picture.ts";
import type { FetchPicture, PictureFile } from "../domain/pictures/picture-file.ts";
import type { Download } from "../net/download.ts";
import { lookAtPicture } from "../net/picture-bytes.ts";

export const PICTURE_BYTES_MAX = 2_000_000;
/** Of all that are kept. */
const KEPT_BYTES_MAX = 16_000_000;
const KEPT_MAX = 500;
const TIMEOUT_MS = 10_000;
/** Fetched at once, and waiting for their turn; what comes on top is not shown. */
const FETCHES_MAX = 4;
const WAITING_MAX = 200;
/** An address that gave no picture is left alone for so long. */
const FAILED_MS = 10 * 60 * 1000;
/** Small files can unpack to pictures that no browser should have to hold. */
const PIXELS_MAX = 40_000_000;

interface Kept {
  readonly picture: PictureFile | null;
  readonly at: number;
}

export interface PicturesDependencies {
  readonly download: Download;
  readonly clock: () => Date;
  readonly bytesMax?: number;
}

/** The file, when it is what it says and worth showing. */
function toPicture(bytes: Uint8Array, declared: string | null): PictureFile | null {
  const isOther =
    declared !== null && !/^\s*(?:image\/|application\/octet-stream|binary\/octet-stream)/i.test(declared);
  const look = isOther || /svg/i.test(declared ?? "") ? null : lookAtPicture(bytes);
  if (look === null || !isShowableSize(look.width, look.height) || look.width * look.height > PIXELS_MAX) return null;
  return { contentType: look.contentType, bytes };
}

export function createFetchPicture({
  download,
  clock,
  bytesMax = PICTURE_BYTES_MAX,
}: PicturesDependencies): FetchPicture {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<PictureFile | null>>();
  const waiting: (() => void)[] = [];
  let fetchCount = 0;
  let keptBytes = 0;

  function forget(url: string): void {
    keptBytes -= kept.get(url)?.picture?.bytes.length ?? 0;
    kept.delete(url);
  }

  function keep(url: string, picture: PictureFile | null): void {
    forget(url);
    kept.set(url, { picture, at: clock().getTime() });
    keptBytes += picture?.bytes.length ?? 0;
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT_MAX && keptBytes <= KEPT_BYTES_MAX) break;
      forget(oldest);
    }
  }

  async function takeTurn(): Promise<void> {
    if (fetchCount >= FETCHES_MAX) await new Promise<void>((resolve) => waiting.push(resolve));
    else fetchCount += 1;
  }

  /** The place goes to who waits longest. */
  function endTurn(): void {
    const next = waiting.shift();
    if (next === undefined) fetchCount -= 1;
    else next();
  }

  async function fetchOne(url: string): Promise<PictureFile | null> {
    await takeTurn();
    try {
      const downloaded = await download(url, { accept: "picture", bytesMax, timeoutMs: TIMEOUT_MS });
      const picture = downloaded.status === "fresh" ? toPicture(downloaded.body, downloaded.contentType) : null;
      keep(url, picture);
      return picture;
    } catch {
      return null;
    } finally {
      endTurn();
    }
  }

  return async (url) => {
    if (!isPictureOfArticle({ url })) return null;
    const known = kept.get(url);
    if (known !== undefined && (known.picture !== null || clock().getTime() - known.at < FAILED_MS)) {
      kept.delete(url);
      kept.set(url, known);
      return known.picture;
    }
    const begun = running.get(url);
    if (begun !== undefined) return begun;
    if (waiting.length >= WAITING_MAX) return null;
    const work = fetchOne(url).finally(() => running.delete(url));
    running.set(url, work);
    return work;
  };
}
