/** Remembers which paragraphs a site repeats on its pages, in any language: what stands under every headline is no news. */

import { createHash } from "node:crypto";
import { z } from "zod";
import { type BoundedMap, createBoundedMap } from "../../domain/bounded-map.ts";
import { toComparable } from "../clean.ts";

/** Paragraphs remembered of one site; the longest unseen go first. */
const SITE_PARAGRAPHS_MAX = 2_000;
/** Pages of one site whose reading is remembered, so that reading one again gives the same text. */
const SITE_PAGES_MAX = 300;
/** Paragraphs of one site known to be its own, which outlive a restart. */
const SITE_OWN_MAX = 100;
/** Sites remembered; the one longest unseen goes first. */
export const SITES_MAX = 500;
/** Pages about other things a paragraph must have stood on before this one to be the site's own. */
const REPEATS_MIN = 2;
/** Pages kept with a paragraph; a few of them may be about the same event. */
const PAGES_KEPT = 6;
/** No prompt is longer; what is, is told again because it matters. */
const OWN_LENGTH_MAX = 700;
/** The share of an article that may be taken away: beyond it the page is the same article again. */
const REMOVED_SHARE_MAX = 0.4;

interface Page {
  readonly topic: ReadonlySet<string>;
  /** Paragraphs taken out when it was first read. */
  readonly removed: ReadonlySet<string>;
}

interface Memory {
  readonly pages: BoundedMap<string, Page>;
  /** Whole texts, to the last pages they stood on. */
  readonly texts: BoundedMap<string, readonly string[]>;
  /** Paragraph to the last pages it stood on. */
  readonly paragraphs: BoundedMap<string, readonly string[]>;
  readonly own: BoundedMap<string, true>;
}

export interface SitePage {
  /** Feed and host: two feeds of one host may be two outlets that print the same wire. */
  readonly feedId: string;
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

export interface SiteMemory {
  /**
   * The text without paragraphs that earlier pages about other things had too. Never taken out: a paragraph with a quote,
   * or about what the headline is about. The same page read again gives the same text; one that would lose too much is
   * returned as it is.
   */
  clean(page: SitePage): string;
  /**
   * Whether the whole text, or most of it, stood under headlines about other things: then it is no article but what the
   * site shows instead of one. Counters, times and numbers of requests in it do not matter.
   */
  isRepeated(page: SitePage): boolean;
  /** What is worth keeping over a restart, as text for `load`. */
  save(): string;
  /** Takes what `save` gave; anything else changes nothing. */
  load(saved: string): void;
  /** Sites remembered now. */
  readonly size: number;
}

const SavedSchema = z
  .array(z.tuple([z.string().max(500), z.array(z.string().max(32)).max(SITE_OWN_MAX)]))
  .max(SITES_MAX);

/** The share of a text repeated under other headlines beyond which it is no article. */
const REPEATED_SHARE_MIN = 0.6;

const toSite = (feedId: string, url: string): string => `${feedId} ${new URL(url).host.replace(/^www\./, "")}`;
const toPageHash = (url: string): string => toHash(new URL(url).pathname + new URL(url).search);
const toHash = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 16);

/** Words long enough to tell what a text is about; pairs of characters where words are not parted. */
function toTopic(text: string): ReadonlySet<string> {
  const topic = new Set<string>();
  for (const word of toComparable(text).split(" ")) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word))
      for (let at = 0; at + 2 <= word.length; at++) topic.add(word.slice(at, at + 2));
    else if (word.length >= 5) topic.add(word);
  }
  return topic;
}

function shareWord(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const word of one) if (other.has(word)) return true;
  return false;
}

/** Somebody's words, long enough to be more than a title. */
const QUOTATION = /["“„”][^"“„”]{15,}["“”]|«[^«»]{15,}»|»[^«»]{15,}«|「[^「」]{6,}」|『[^『』]{6,}』|“[^“”]{6,}”/u;

/** Names a text whatever numbers stand in it. Word by word: a word without end is looked at once. */
const toTextKey = (text: string): string =>
  toHash(toComparable(text.replace(/\S+/g, (word) => (/\d/.test(word) ? " " : word))));

const newMemory = (): Memory => ({
  pages: createBoundedMap(SITE_PAGES_MAX),
  texts: createBoundedMap(SITE_PAGES_MAX),
  paragraphs: createBoundedMap(SITE_PARAGRAPHS_MAX),
  own: createBoundedMap(SITE_OWN_MAX),
});

/** An empty memory, bounded in sites, pages and paragraphs. */
export function createSiteMemory(): SiteMemory {
  const sites = createBoundedMap<string, Memory>(SITES_MAX);

  /** Whether a paragraph is the site's own; remembers that this page has it. */
  function isOwn(memory: Memory, paragraph: string, key: string, page: string, topic: ReadonlySet<string>): boolean {
    const pages = (memory.paragraphs.get(key) ?? []).filter((each) => each !== page);
    memory.paragraphs.set(key, [...pages, page].slice(-PAGES_KEPT));
    if (paragraph.length > OWN_LENGTH_MAX || QUOTATION.test(paragraph)) return false;
    if (shareWord(toTopic(paragraph), topic)) return false;
    const isForeign = foreignTo(memory, topic);
    return memory.own.has(key) || pages.filter(isForeign).length >= REPEATS_MIN;
  }

  /** Tells pages about other things than a topic. */
  const foreignTo =
    (memory: Memory, topic: ReadonlySet<string>) =>
    (other: string): boolean =>
      !shareWord(memory.pages.get(other)?.topic ?? topic, topic);

  function isRepeated({ feedId, url, title, text }: SitePage): boolean {
    const memory = URL.canParse(url) ? sites.get(toSite(feedId, url)) : undefined;
    if (memory === undefined) return false;
    const [page, topic] = [toPageHash(url), toTopic(title)];
    const isForeign = foreignTo(memory, topic);
    const others = (pages: readonly string[] | undefined): number =>
      (pages ?? []).filter((each) => each !== page && isForeign(each)).length;
    if (others(memory.texts.get(toTextKey(text))) > 0) return true;
    let length = 0;
    for (const paragraph of text.split("\n\n"))
      if (others(memory.paragraphs.get(toHash(toComparable(paragraph)))) >= REPEATS_MIN) length += paragraph.length;
    return length > text.length * REPEATED_SHARE_MIN;
  }

  return {
    isRepeated,
    get size() {
      return sites.size;
    },
    clean({ feedId, url, title, text }) {
      if (!URL.canParse(url)) return text;
      const site = toSite(feedId, url);
      const memory = sites.get(site) ?? newMemory();
      sites.set(site, memory);
      const page = toPageHash(url);
      const topic = toTopic(title);
      const whole = toTextKey(text);
      const pages = (memory.texts.get(whole) ?? []).filter((each) => each !== page);
      memory.texts.set(whole, [...pages, page].slice(-PAGES_KEPT));
      const known = memory.pages.get(page);
      const removed = new Set<string>();
      const kept = text.split("\n\n").filter((paragraph) => {
        const key = toHash(toComparable(paragraph));
        const own = isOwn(memory, paragraph, key, page, topic);
        if (known === undefined ? !own : !known.removed.has(key)) return true;
        removed.add(key);
        return false;
      });
      const result = kept.join("\n\n");
      const isSame = result.length < text.length * (1 - REMOVED_SHARE_MAX);
      if (!isSame) for (const key of removed) memory.own.set(key, true);
      memory.pages.set(page, known ?? { topic, removed: isSame ? new Set() : removed });
      return isSame ? text : result;
    },
    save() {
      const own = [...sites.keys()].map((site) => [site, [...(sites.get(site)?.own.keys() ?? [])]] as const);
      return JSON.stringify(own.filter(([, keys]) => keys.length > 0));
    },
    load(saved) {
      let value: unknown;
      try {
        value = JSON.parse(saved);
      } catch {
        return;
      }
      for (const [site, keys] of SavedSchema.safeParse(value).data ?? []) {
        const memory = sites.get(site) ?? newMemory();
        for (const key of keys) memory.own.set(key, true);
        sites.set(site, memory);
      }
    },
  };
}
