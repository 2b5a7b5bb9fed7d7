/** A message that Discord refuses for its picture goes without: an address from somebody's page must not cost the post. */

import { findFailure } from "./failures.ts";
import type { MessageBody } from "./render.ts";

type WithEmbeds = Pick<MessageBody, "embeds">;

/** The same message without pictures; null when it has none. */
function dropPictures<Body extends WithEmbeds>(body: Body): Body | null {
  if (!body.embeds.some(({ thumbnail, image }) => thumbnail !== undefined || image !== undefined)) return null;
  return { ...body, embeds: body.embeds.map(({ thumbnail: _thumbnail, image: _image, ...rest }) => rest) };
}

/** Makes the call, and once more without pictures where Discord did not accept the message with them. */
export async function withPicturesIfTaken<Body extends WithEmbeds, Answer>(
  body: Body,
  call: (body: Body) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await call(body);
  } catch (error) {
    const plain = findFailure(error)?.kind === "malformed" ? dropPictures(body) : null;
    if (plain === null) throw error;
    return await call(plain);
  }
}
