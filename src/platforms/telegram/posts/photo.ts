/** A post as a photo with the text below it, for channels that wish so, and what is tried when Telegram will not have it. */

import type { Post } from "../../../domain/post.ts";
import type { SendResult } from "../../../domain/subscription.ts";
import type { Params } from "../connection/client.ts";
import type { Failure } from "../connection/failures.ts";
import { toLinkUrl } from "./markup.ts";
import { renderPost } from "./render.ts";
import { isPictureBelow } from "./template.ts";

/** Of the text under a photo, as shown. */
export const CAPTION_LENGTH_MAX = 1024;
/** What Telegram says when a message has a text where a caption was to be changed, or the other way round. */
const OTHER_KIND = /there is no (?:text|caption) in the message/i;

/**
 * The photo and its text; null where none is wished, or where the post would have to be shortened for it: then it is
 * sent whole, with a large preview above.
 */
export function toPhoto(post: Post, isCompact: boolean): Params | null {
  const photo = post.isPictureLarge === true && post.imageUrl !== null ? toLinkUrl(post.imageUrl) : null;
  if (photo === null || isCompact) return null;
  const caption = renderPost(post);
  if (caption.length > CAPTION_LENGTH_MAX) return null;
  return { photo, caption: caption.html, parse_mode: "HTML", ...toPlace(post) };
}

const toPlace = (post: Post): Params => (isPictureBelow(post) ? { show_caption_above_media: true } : {});

/** The text under a photo sent earlier, as much of it as there is room for. */
export const toCaption = (post: Post, isCompact: boolean): Params => ({
  caption: renderPost(post, { isCompact, lengthMax: CAPTION_LENGTH_MAX }).html,
  parse_mode: "HTML",
  ...toPlace(post),
});

const isFailure = (result: SendResult | Failure): result is Failure => "kind" in result;

/** A photo is not taken, or may not be sent there: nothing was sent, and a text may be. */
export const isPhotoRefused = (result: SendResult | Failure): result is Failure =>
  isFailure(result) && (result.kind === "refused" || (result.kind === "gone" && /photo|media/i.test(result.reason)));

export const isOtherKind = (result: SendResult | Failure): boolean =>
  isFailure(result) && result.kind === "refused" && OTHER_KIND.test(result.reason);
