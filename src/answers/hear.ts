/** Words without a slash to one Reply: done where they are certain and change nothing, else offered to be pressed. */

import type { Command } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import { fold } from "../domain/fold.ts";
import type { Button, Reply } from "../domain/post.ts";
import type { Say } from "../domain/say.ts";
import type { Store } from "../domain/store.ts";
import { readSiteAddress } from "../typed/addresses.ts";
import { isAll } from "../typed/all.ts";
import { findFeed, findTopics } from "../typed/feed-choice.ts";
import { findNearNames } from "../typed/near-names.ts";
import { EVERYTHING } from "../typed/options/index.ts";
import { type Asked, type PlainMeaning, readPlainWords } from "../typed/plain/plain-words.ts";

/** Begins the ids of what is offered, where those of commands have a command's name. */
export const OFFER = "ask";
export const HEARING: Pick<Command, "needs"> = { needs: { store: ["articles", "feeds", "notes"] } };

const BUTTONS_PER_ROW = 2;
const SHOWN_LENGTH_MAX = 40;
const SPEAKERS_LOOKED_AT = 10;

export interface Hearing {
  readonly commands: readonly Command[];
  readonly store: Pick<Store, "articles" | "feeds" | "notes">;
  readonly say: Say;
  readonly now: Date;
  /** As if the command had been typed. */
  run(asked: Asked): Promise<Reply>;
}

interface Offer {
  readonly label: string;
  readonly asked: Asked;
}

const offer = (label: string, commandName: string, rawOptions: Asked["rawOptions"] = {}): Offer => ({
  label,
  asked: { commandName, rawOptions },
});

function shorten(words: string): string {
  const letters = [...words];
  return letters.length > SHOWN_LENGTH_MAX
    ? `${letters
        .slice(0, SHOWN_LENGTH_MAX - 1)
        .join("")
        .trimEnd()}…`
    : words;
}

/** Kept behind their buttons, which work after a restart. */
async function toButtons(offers: readonly Offer[], { store, now }: Hearing): Promise<NonNullable<Reply["buttons"]>> {
  const buttons: Button[] = [];
  for (const { label, asked } of offers) {
    const id = await store.notes.keep(OFFER, JSON.stringify(asked), now);
    buttons.push({ kind: "action", label, id: `v1:${OFFER}:${id}` });
  }
  return Array.from({ length: Math.ceil(buttons.length / BUTTONS_PER_ROW) }, (_, row) =>
    buttons.slice(row * BUTTONS_PER_ROW, (row + 1) * BUTTONS_PER_ROW),
  );
}

/** What a button of an offer asks for. Throws UserError when it is no longer kept. */
export async function readOffer(rest: string, notes: Store["notes"]): Promise<Asked> {
  const kept = await notes.findKept(OFFER, Number(rest));
  if (kept === null) throw new UserError("not-found", (say) => say("answer.oldButton"));
  return JSON.parse(kept) as Asked;
}

/** What can be done with words of which nothing is certain. */
function listOffers(words: string, say: Say): readonly Offer[] {
  const shown = say.inMarks(shorten(words));
  return [
    offer(say("plain.search", { words: shown }), "search", { words }),
    offer(say("plain.quotes", { words: shown }), "quotes", { about: words }),
    offer(say("plain.follow", { words: shown }), "follow", { what: words, as: "word" }),
    offer(say("plain.help"), "help"),
  ];
}

const listUsual = (say: Say): readonly Offer[] => [
  offer(say("web.showNewest"), "latest"),
  offer(say("web.whyNothing"), "why"),
  offer(say("plain.help"), "help"),
];

/** Of somebody who was quoted: their quotes, and what they will say. */
const listSpeakerOffers = (name: string | null, say: Say): readonly Offer[] =>
  name === null
    ? []
    : [
        offer(say("plain.quotesBy", { name: shorten(name) }), "quotes", { speaker: name }),
        offer(say("plain.speaker", { name: shorten(name) }), "follow", { what: name, as: "speaker" }),
      ];

const isShown = ({ lists = [], posts = [], buttons = [] }: Reply): boolean =>
  lists.length > 0 || posts.length > 0 || buttons.length > 0;

/** Of the subscriptions to choose from, those that have the words; all of them where none has. */
function keepNamed(reply: Reply, words: string): Reply {
  const { lists = [], buttons = [] } = reply;
  const isNamed = (text: string): boolean => words !== "" && fold(text).includes(fold(words));
  const kept = buttons.filter((row) => row.some(({ label }) => isNamed(label)));
  if (kept.length === 0) return reply;
  const named = lists.map((list) => ({ ...list, items: list.items.filter(({ text }) => isNamed(text)) }));
  return { ...reply, lists: named, buttons: kept };
}

/** Nothing found is no dead end: the same words can be looked for elsewhere. */
async function runAsked(asked: Asked, words: string, hearing: Hearing): Promise<Reply> {
  const reply = await hearing.run(asked);
  if (asked.commandName === "unsubscribe") return keepNamed(reply, words);
  if (words === "" || isShown(reply)) return reply;
  const others = listOffers(words, hearing.say).filter((each) => each.asked.commandName !== asked.commandName);
  return { ...reply, buttons: await toButtons(others, hearing) };
}

async function findSpeaker(typed: string, { store }: Hearing): Promise<string | null> {
  const found = await store.articles.findSpeakers(typed, SPEAKERS_LOOKED_AT);
  return found.find(({ name }) => fold(name) === fold(typed))?.name ?? null;
}

/** Whose name it is, or a part of it. */
async function findNamed(typed: string, hearing: Hearing): Promise<string | null> {
  const exact = await findSpeaker(typed, hearing);
  if (exact !== null) return exact;
  const found = await hearing.store.articles.findSpeakers(typed, SPEAKERS_LOOKED_AT);
  return found.find(({ name }) => ` ${fold(name)} `.includes(` ${fold(typed)} `))?.name ?? null;
}

/** A name is asked for what its bearer said, one word for news with it; of several words nothing is certain. */
async function answerWords(words: string, hearing: Hearing): Promise<Reply> {
  const { say, run } = hearing;
  const speaker = await findNamed(words, hearing);
  const others = listOffers(words, say);
  const isAlone = !words.includes(" ");
  if (speaker === null && !isAlone) {
    return { text: say("plain.which"), buttons: await toButtons(others, hearing), isPrivate: true };
  }
  const done = speaker === null ? "search" : "quotes";
  const reply = await run({ commandName: done, rawOptions: speaker === null ? { words } : { speaker } });
  const offers = [
    ...listSpeakerOffers(speaker, say).filter((each) => each.asked.commandName !== done),
    ...others.filter((each) => each.asked.commandName !== done && each.asked.commandName !== "help"),
  ];
  return { ...reply, buttons: [...(reply.buttons ?? []), ...(await toButtons(offers, hearing))] };
}

const listSpeakerOffer = (name: string | null, say: Say): readonly Offer[] =>
  name === null ? [] : [offer(say("plain.speaker", { name: shorten(name) }), "follow", { what: name, as: "speaker" })];

/** Exactly what there is begins to come at once, unless it is asked whether; all else waits for a press. */
async function answerWish(
  { forms, isFollowed, isQuestion }: Extract<PlainMeaning, { kind: "wish" }>,
  hearing: Hearing,
): Promise<Reply> {
  const { say, store, run } = hearing;
  const [typed = "", ...others] = forms;
  const telling = forms.at(-1) ?? typed;
  const feeds = await store.feeds.list();
  const isEverything =
    isAll(typed) || [say("subscription.allFeeds"), say("web.allNews")].some((each) => fold(each) === fold(typed));
  const isAddress = readSiteAddress(typed) !== null;
  const isNamed = isAddress || findTopics(feeds, typed) !== null || findFeed(feeds, typed) !== null;
  if (!isQuestion && isEverything) return run({ commandName: "subscribe", rawOptions: { what: EVERYTHING } });
  if (!isQuestion && isNamed) return run({ commandName: "subscribe", rawOptions: { what: typed } });
  const speaker = await findSpeaker(typed, hearing);
  if (!isQuestion && isFollowed && speaker !== null)
    return run({ commandName: "follow", rawOptions: { what: speaker, as: "speaker" } });
  const near = [typed, ...others].map((each) => findNearNames(feeds, each));
  const topics = [...new Set(near.flatMap((each) => each.topics))];
  const named = [...new Set(near.flatMap((each) => each.feeds))];
  const shown = say.inMarks(shorten(telling));
  const offers = [
    ...(isEverything ? [offer(say("subscription.allFeeds"), "subscribe", { what: EVERYTHING })] : []),
    ...(isAddress ? [offer(say("plain.subscribe"), "subscribe", { what: typed })] : []),
    ...topics.map((topic) => offer(say("subscription.topics", { topics: topic }), "subscribe", { what: topic })),
    ...named.map(({ id, title }) => offer(shorten(title), "subscribe", { what: id })),
    offer(say("plain.follow", { words: shown }), "follow", { what: telling, as: "word" }),
    ...listSpeakerOffer(speaker ?? (topics.length + named.length === 0 ? telling : null), say),
    offer(say("plain.search", { words: shown }), "search", { words: telling }),
  ];
  return { text: say("plain.whichWish"), buttons: await toButtons(offers, hearing), isPrivate: true };
}

/** Throws UserError as commands do. */
export async function hear(text: string, hearing: Hearing): Promise<Reply> {
  const { say, commands } = hearing;
  const meaning = readPlainWords(text, say.language, commands);
  if (meaning.kind === "asked") return runAsked(meaning.asked, meaning.words, hearing);
  if (meaning.kind === "wish") return answerWish(meaning, hearing);
  if (meaning.kind === "refused") {
    const { words } = meaning;
    const search = offer(say("plain.search", { words: say.inMarks(shorten(words)) }), "search", { words });
    const offers = [offer(say("desk.subscriptions"), "subscriptions"), ...(words === "" ? [] : [search])];
    return { text: say("plain.negated"), buttons: await toButtons(offers, hearing), isPrivate: true };
  }
  if (meaning.kind === "address") {
    const { url } = meaning;
    const offers = [
      offer(say("plain.brief"), "brief", { url }),
      offer(say("plain.subscribe"), "subscribe", { what: url }),
      offer(say("plain.why"), "why", { what: url }),
    ];
    return { text: say("plain.address"), buttons: await toButtons(offers, hearing), isPrivate: true };
  }
  if (meaning.words !== "") return answerWords(meaning.words, hearing);
  return { text: say("plain.unclear"), buttons: await toButtons(listUsual(say), hearing), isPrivate: true };
}
