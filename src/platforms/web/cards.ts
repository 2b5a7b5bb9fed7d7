/** Cards of quotes at addresses of their own: drawn for whoever may see the article, kept by their browser. */

import type { ServerResponse } from "node:http";
import { type AskedCard, CARD_LOOKS, type FindCard } from "../../domain/cards/card.ts";
import type { ReplyPicture } from "../../domain/post.ts";
import type { Allowance } from "./reading/allowance.ts";
import type { ShownCard } from "./shown.ts";

export const CARD_PREFIX = "/card/";
/** `/card/12/0a1b2c3d-dark.png`; with the key of an article that is not everybody's `/card/12-KEY/…`. */
const PATH_PATTERN = /^\/card\/([1-9]\d{0,14}(?:-[0-9a-f]{1,64})?)\/([0-9a-f]{8})-(light|dark)\.png$/;
const ALT_LENGTH_MAX = 2_000;
/** After which one that draws is likely free. */
const BUSY_SECONDS = 2;

export type CardAnswer = "sent" | "none" | "often";

export interface CardRequest {
  readonly path: string;
  readonly room: string;
  readonly person: string;
}

/** Sends it; says where there is none to be seen, or that it was asked for too often. */
export async function sendCard(
  { path, room, person }: CardRequest,
  response: ServerResponse,
  findCard: FindCard,
  allowance: Allowance | null,
): Promise<CardAnswer> {
  const [, article, quoteKey, lookText] = PATH_PATTERN.exec(path) ?? [];
  const look = CARD_LOOKS.find((each) => each === lookText);
  if (article === undefined || quoteKey === undefined || look === undefined) return "none";
  // A person's presses are counted as commands; what a browser asks for is counted here.
  const end = allowance?.take(person) ?? (() => {});
  if (typeof end === "number") {
    response.setHeader("Retry-After", String(end));
    return "often";
  }
  try {
    return await draw({ article, quoteKey, look, room, person }, response, findCard);
  } finally {
    end();
  }
}

async function draw(
  { article, quoteKey, look, room, person }: Omit<AskedCard, "destination"> & { readonly room: string },
  response: ServerResponse,
  findCard: FindCard,
): Promise<CardAnswer> {
  const destination = { platform: "web", address: room } as const;
  const made = await findCard({ destination, person, article, quoteKey, look });
  if (made?.outcome === "busy") {
    response.setHeader("Retry-After", String(BUSY_SECONDS));
    return "often";
  }
  if (made?.outcome !== "drawn") return "none";
  const { bytes } = made.picture;
  // A person's own: what their room sees, and another does not.
  response.setHeader("Cache-Control", "private, max-age=600");
  response.writeHead(200, { "Content-Type": "image/png", "Content-Length": bytes.length });
  response.end(bytes);
  return "sent";
}

/** As an answer in a room shows it. */
export function toShownCard(picture: ReplyPicture | undefined, room: string): ShownCard | null {
  if (picture === undefined) return null;
  const { name, path, alt, width, height } = picture;
  return { name, url: `${path}?room=${encodeURIComponent(room)}`, alt: alt.slice(0, ALT_LENGTH_MAX), width, height };
}
