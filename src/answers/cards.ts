/** Cards of quotes: which there are of an article, how each is worded, and the pictures of the last minutes. */

import { createHash } from "node:crypto";
import { composePost } from "../delivery/compose.ts";
import { findElsewhere } from "../delivery/corroborate.ts";
import type { Quote, StoredBrief } from "../domain/article.ts";
import type { Card, CardLook, CardQuote, CardResult, DrawCard, FindCard, MadeCard } from "../domain/cards/card.ts";
import type { Store } from "../domain/store.ts";
import { type Destination, toDestinationKey } from "../domain/subscription.ts";
import { findChannelLanguage } from "../messages/channel-language.ts";
import { findChannelTemplate } from "../messages/channel-template.ts";
import { composeCard, describeCard } from "../messages/compose-card.ts";
import { findLanguage } from "../messages/languages.ts";
import { sayIn } from "../messages/say.ts";
import { readPostButton } from "../typed/article-choice.ts";
import { createChannelView } from "./channel-view.ts";

/** A menu of more would be longer than anybody reads. */
const QUOTES_MAX = 10;
/** Pictures kept for whoever asks again: pressed, shared, and shown on the page. */
const KEPT_MS = 10 * 60_000;
const KEPT_BYTES_MAX = 8_000_000;
const KEY_LENGTH = 8;

/** Where the optional packages were left out. */
export const NOTHING_DRAWS: DrawCard = async () => ({ outcome: "not-installed" });

interface Kept {
  readonly result: Promise<CardResult>;
  bytes: number;
}

/** Draws each card once, however many ask; what failed is tried anew. */
export function keepCards(draw: DrawCard): DrawCard {
  const kept = new Map<string, Kept>();
  const sum = (): number => [...kept.values()].reduce((total, { bytes }) => total + bytes, 0);
  return (card, asker) => {
    const key = JSON.stringify(card);
    const known = kept.get(key);
    if (known !== undefined) return known.result;
    const result = draw(card, asker).then((drawn) => {
      if (drawn.outcome !== "drawn") kept.delete(key);
      else {
        made.bytes = drawn.bytes.length;
        // The memory is given back also where nobody asks again.
        setTimeout(() => kept.delete(key), KEPT_MS).unref();
        for (const oldest of kept.keys()) if (sum() > KEPT_BYTES_MAX) kept.delete(oldest);
      }
      return drawn;
    });
    const made: Kept = { result, bytes: 0 };
    kept.set(key, made);
    return result;
  };
}

const toKey = ({ text }: Quote): string => createHash("sha256").update(text).digest("hex").slice(0, KEY_LENGTH);

/** The quotes as they stand in the newest edition: one that was withdrawn is not among them. */
async function listCardQuotes(
  stored: StoredBrief,
  { articles }: Pick<Store, "articles">,
): Promise<readonly CardQuote[]> {
  const { article, brief } = stored;
  const all = (await articles.listQuotes([article.id])).get(article.id) ?? [];
  const standing = new Map(all.map((quote) => [toKey(quote), quote]));
  const first = brief.quotes.map(toKey).filter((key) => standing.has(key));
  const keys = [...new Set([...first, ...standing.keys()])].slice(0, QUOTES_MAX);
  const quotes = keys.flatMap((key) => standing.get(key) ?? []);
  const whole = { ...stored, brief: { ...brief, quotes } };
  const shown = composePost(whole, { languageShown: null, elsewhere: await findElsewhere(whole, articles) }).quotes;
  return shown.flatMap((quote, index) => ({ key: keys[index] ?? "", quote }));
}

export interface CardPlace {
  /** As the place may see it. */
  readonly view: Pick<Store, "articles" | "notes">;
  readonly destination: Destination;
  readonly asker: Parameters<DrawCard>[1];
  /** Spoken where a channel has no language of its own. */
  readonly language: string;
  readonly draw: DrawCard;
}

async function makeCard(
  stored: StoredBrief,
  { key, quote }: CardQuote,
  look: CardLook,
  { view, destination, asker, language, draw }: CardPlace,
): Promise<MadeCard> {
  const { article, postKey = null } = stored;
  const spoken = (await findChannelLanguage(view.notes, destination)) ?? findLanguage(language) ?? "en";
  const template = await findChannelTemplate(view.notes, destination);
  const card: Card = composeCard({ article, quote, look, hasRole: template?.hasRoles !== false }, sayIn(spoken));
  const result = await draw(card, asker);
  if (result.outcome !== "drawn") return result;
  const named = postKey === null ? `${article.id}` : `${article.id}-${postKey}`;
  const { bytes, width, height, text } = result;
  const picture = {
    name: `quote-${article.id}-${key}.png`,
    bytes,
    width,
    height,
    alt: describeCard(card, text),
    path: `/card/${named}/${key}-${look}.png`,
  };
  return { outcome: "drawn", picture };
}

/** For the commands of one place. */
export const createCardServices = (place: CardPlace) => ({
  listCardQuotes: (stored: StoredBrief) => listCardQuotes(stored, place.view),
  makeCard: (stored: StoredBrief, quote: CardQuote, look: CardLook) => makeCard(stored, quote, look, place),
});

/** By its address on the page. Null where the place may not see the article, or its words stand there no longer. */
export function createFindCard(store: Store, rest: Pick<CardPlace, "draw" | "language">): FindCard {
  return async ({ destination, person, article, quoteKey, look }) => {
    const view = createChannelView(store, { destination, personId: null });
    const stored = await readPostButton(`article:${article}`, view).catch(() => null);
    const quotes = stored === null ? [] : await listCardQuotes(stored, view);
    const quote = quotes.find(({ key }) => key === quoteKey);
    if (stored === null || quote === undefined) return null;
    const asker = { person: `web:${person}`, channel: toDestinationKey(destination) };
    return makeCard(stored, quote, look, { ...rest, view, destination, asker });
  };
}
