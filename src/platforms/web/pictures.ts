/** Pictures on the page, by way of the bot: addresses of our own that only what was shown has, and no other site is asked. */

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FetchPicture, PictureFile } from "../../domain/pictures/picture-file.ts";

export const PICTURE_PREFIX = "/picture/";
const URL_LENGTH_MAX = 2000;
const PATH_PATTERN = /^\/picture\/([\w-]{1,3000})\.([\w-]{22})$/;

export interface PagePictures {
  /** Where the page gets the picture of this address; null where pictures are not fetched. */
  toPath(url: string | null): string | null;
  /** Null for a path that was never given out, and where there is no picture to show. */
  find(path: string): Promise<PictureFile | null>;
}

/** The key is the run's own: what is on the page of an earlier run is shown anew after a restart. */
export function createPagePictures(
  fetchPicture: FetchPicture | undefined,
  key: Buffer = randomBytes(32),
): PagePictures {
  const sign = (name: string): string =>
    createHmac("sha256", key).update(name).digest().subarray(0, 16).toString("base64url");
  return {
    toPath(url) {
      if (fetchPicture === undefined || url === null || url.length > URL_LENGTH_MAX || !/^https?:\/\//i.test(url))
        return null;
      const name = Buffer.from(url, "utf8").toString("base64url");
      return name.length > 3000 ? null : `${PICTURE_PREFIX}${name}.${sign(name)}`;
    },
    async find(path) {
      const [, name = "", given = ""] = PATH_PATTERN.exec(path) ?? [];
      if (fetchPicture === undefined || name === "") return null;
      if (!timingSafeEqual(Buffer.from(sign(name)), Buffer.from(given))) return null;
      return fetchPicture(Buffer.from(name, "base64url").toString("utf8"));
    },
  };
}
