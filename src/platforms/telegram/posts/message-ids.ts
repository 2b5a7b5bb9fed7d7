/** What is known of the ids of messages: after which one a message must stand whose answer was lost. */

import { createBoundedMap } from "../../../domain/bounded-map.ts";

/** Supergroups and channels, whose ids are below this, number their messages themselves; all other chats share the bot's. */
const OWN_NUMBERS_BELOW = -1_000_000_000_000;
const SHARED = "shared";
const SPACES_MAX = 10_000;
const KNOWN_MAX = 2_000;
const CHATS_MAX = 10_000;

export interface MessageIds {
  /** A message of the bot's arrived. */
  arrived(chatId: number, id: number): void;
  /** A message of anybody's is there. */
  saw(chatId: number, id: number): void;
  /** An answer or notice of the bot's may have arrived, and nobody will look for it. */
  muddle(chatId: number): void;
  /**
   * Every message of the bot's so far has this id or a lower one, and the next has a higher one. Null while that is not
   * known: at first after a start, since what an earlier run answered is not kept.
   */
  findMark(chatId: number): number | null;
  /** False when a message of the bot's may stand behind the mark that is not the one looked for. */
  isClear(chatId: number, mark: number): boolean;
  isKnown(chatId: number, id: number): boolean;
  findTop(chatId: number): number;
}

interface Space {
  top: number;
  hasOwn: boolean;
  readonly known: ReturnType<typeof createBoundedMap<number, true>>;
}

export function createMessageIds(): MessageIds {
  const spaces = createBoundedMap<string, Space>(SPACES_MAX);
  /** Up to which id a chat may hold a message that nobody knows of; without end until the next one arrived. */
  const muddled = createBoundedMap<number, number>(CHATS_MAX);

  function open(chatId: number): Space {
    const name = chatId < OWN_NUMBERS_BELOW ? String(chatId) : SHARED;
    const space = spaces.get(name) ?? { top: 0, hasOwn: false, known: createBoundedMap<number, true>(KNOWN_MAX) };
    spaces.set(name, space);
    return space;
  }

  function saw(chatId: number, id: number): Space {
    const space = open(chatId);
    space.known.set(id, true);
    space.top = Math.max(space.top, id);
    return space;
  }

  return {
    saw,
    arrived(chatId, id) {
      saw(chatId, id).hasOwn = true;
      if (muddled.get(chatId) === Number.POSITIVE_INFINITY) muddled.set(chatId, id);
    },
    muddle: (chatId) => muddled.set(chatId, Number.POSITIVE_INFINITY),
    findMark(chatId) {
      const { top, hasOwn } = open(chatId);
      return hasOwn ? top : null;
    },
    isClear: (chatId, mark) => mark >= (muddled.get(chatId) ?? 0),
    isKnown: (chatId, id) => open(chatId).known.has(id),
    findTop: (chatId) => open(chatId).top,
  };
}
