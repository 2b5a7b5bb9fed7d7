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
export const SITES_MAX = 1_000;
/**
 * Paragraphs remembered of all sites together, some 60 bytes each with their pages. Beyond it the site longest unseen
 * keeps no more than what is known to be its own.
 */
const PARAGRAPHS_MAX = 200_000;
/** Pages about other things a paragraph must have stood on before this one to be the site's own. */
const REPEATS_MIN = 2;
/** Pages kept with a paragraph; a few of them may be about the same event. */
const PAGES_KEPT = 6;
/** No prompt is longer; what is, is told again because it matters. */
const OWN_LENGTH_MAX = 700;
/** The share of an article that may be taken away: beyond it the page is the same article again. */
const REMOVED_SHARE_MAX = 0.4;

/** Stands for a text or an address, of which hundreds of thousands are remembered. */
type Mark = number;

/** Words as marks. */
type Topic = readonly Mark[];

interface Page {
  readonly topic: Topic;
  /** Paragraphs taken out when it was first read; null for none. */
  readonly removed: ReadonlySet<Mark> | null;
}

/** One, as nearly all paragraphs stand on one page, or the last ones. */
type Pages = Mark | readonly Mark[];

interface Seen {
  readonly pages: BoundedMap<Mark, Page>;
  /** Whole texts, to the last pages they stood on. */
  readonly texts: BoundedMap<Mark, Pages>;
  /** Paragraph to the last pages it stood on. */
  readonly paragraphs: BoundedMap<Mark, Pages>;
}

interface Memory {
  seen: Seen;
  readonly own: BoundedMap<Mark, true>;
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
  /** Paragraphs remembered now, of all sites together. */
  readonly paragraphCount: number;
}

const SavedSchema = z
  .array(z.tuple([z.string().max(500), z.array(z.string().max(32)).max(SITE_OWN_MAX)]))
  .max(SITES_MAX);

/** The share of a text repeated under other headlines beyond which it is no article. */
const REPEATED_SHARE_MIN = 0.6;

const toSite = (feedId: string, url: string): string => `${feedId} ${new URL(url).host.replace(/^www\./, "")}`;
const toPageMark = (url: string): Mark => toMark(new URL(url).pathname + new URL(url).search);

/** As much of a hash as a note keeps: six bytes, eight letters. */
const MARK_BYTES = 6;
const toMark = (text: string): Mark => createHash("sha256").update(text).digest().readUIntBE(0, MARK_BYTES);
function writeMark(mark: Mark): string {
  const bytes = Buffer.alloc(MARK_BYTES);
  bytes.writeUIntBE(mark, 0, MARK_BYTES);
  return bytes.toString("base64url");
}
/** Null for what is none. A longer one is of a time when more of the hash was kept. */
function readMark(written: string): Mark | null {
  const bytes = Buffer.from(written, "base64url");
  return bytes.length < MARK_BYTES ? null : bytes.readUIntBE(0, MARK_BYTES);
}

const toList = (pages: Pages | undefined): readonly Mark[] =>
  pages === undefined ? [] : typeof pages === "number" ? [pages] : pages;

/** The page is the last of them. */
function addPage(pages: readonly Mark[], page: Mark): Pages {
  return pages.length === 0 ? page : [...pages, page].slice(-PAGES_KEPT);
}

/** Cheap, and as good as the word here: two words of one mark make two headlines seem alike once in a billion. */
function toWordMark(word: string): Mark {
  let mark = 0;
  for (let at = 0; at < word.length; at += 1) mark = (Math.imul(mark, 31) + word.charCodeAt(at)) | 0;
  return mark;
}

/** Words long enough to tell what a text is about; pairs of characters where words are not parted. */
function toTopic(text: string): Topic {
  const topic = new Set<Mark>();
  for (const word of toComparable(text).split(" ")) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word))
      for (let at = 0; at + 2 <= word.length; at++) topic.add(toWordMark(word.slice(at, at + 2)));
    else if (word.length >= 5) topic.add(toWordMark(word));
  }
  return [...topic];
}

const sharesWord = (one: Topic, other: ReadonlySet<Mark>): boolean => one.some((word) => other.has(word));

/** Somebody's words, long enough to be more than a title. */
const QUOTATION = /["“„”][^"“„”]{15,}["“”]|«[^«»]{15,}»|»[^«»]{15,}«|「[^「」]{6,}」|『[^『』]{6,}』|“[^“”]{6,}”/u;

/** Names a text whatever numbers stand in it. Word by word: a word without end is looked at once. */
const toTextMark = (text: string): Mark =>
  toMark(toComparable(text.replace(/\S+/g, (word) => (/\d/.test(word) ? " " : word))));

const newSeen = (): Seen => ({
  pages: createBoundedMap(SITE_PAGES_MAX),
  texts: createBoundedMap(SITE_PAGES_MAX),
  paragraphs: createBoundedMap(SITE_PARAGRAPHS_MAX),
});
const newMemory = (): Memory => ({ seen: newSeen(), own: createBoundedMap(SITE_OWN_MAX) });

/** An empty memory, bounded in sites, pages and paragraphs. */
export function createSiteMemory(paragraphsMax = PARAGRAPHS_MAX): SiteMemory {
  const sites = createBoundedMap<string, Memory>(SITES_MAX);
  let paragraphCount = 0;

  /** The memory of a site as the newest; the one that gives way for it takes its paragraphs along. */
  function touch(site: string): Memory {
    const known = sites.get(site);
    if (known === undefined && sites.size >= SITES_MAX)
      paragraphCount -= sites.get(sites.keys().next().value ?? "")?.seen.paragraphs.size ?? 0;
    const memory = known ?? newMemory();
    sites.set(site, memory);
    return memory;
  }

  /** Whatever is too much is let go of site by site, the one in hand last. */
  function letGo(): void {
    for (const site of sites.keys()) {
      if (paragraphCount <= paragraphsMax) return;
      const memory = sites.get(site);
      const count = memory?.seen.paragraphs.size ?? 0;
      if (memory === undefined || count === 0) continue;
      memory.seen = newSeen();
      paragraphCount -= count;
    }
  }

  /** Tells pages about other things than a topic. */
  function foreignTo({ pages }: Seen, topic: Topic): (other: Mark) => boolean {
    const words = new Set(topic);
    return (other) => !sharesWord(pages.get(other)?.topic ?? topic, words);
  }

  /** Tells which paragraphs of a page are the site's own; remembers that the page has them. */
  function judgeParagraphs({ seen, own }: Memory, page: Mark, topic: Topic) {
    const isForeign = foreignTo(seen, topic);
    const words = new Set(topic);
    return (paragraph: string, mark: Mark): boolean => {
      const pages = toList(seen.paragraphs.get(mark)).filter((each) => each !== page);
      seen.paragraphs.set(mark, addPage(pages, page));
      if (!own.has(mark) && pages.filter(isForeign).length < REPEATS_MIN) return false;
      if (paragraph.length > OWN_LENGTH_MAX || QUOTATION.test(paragraph)) return false;
      return !sharesWord(toTopic(paragraph), words);
    };
  }

  function isRepeated({ feedId, url, title, text }: SitePage): boolean {
    const seen = URL.canParse(url) ? sites.get(toSite(feedId, url))?.seen : undefined;
    if (seen === undefined) return false;
    const page = toPageMark(url);
    const isForeign = foreignTo(seen, toTopic(title));
    const others = (pages: Pages | undefined): number =>
      toList(pages).filter((each) => each !== page && isForeign(each)).length;
    if (others(seen.texts.get(toTextMark(text))) > 0) return true;
    let length = 0;
    for (const paragraph of text.split("\n\n"))
      if (others(seen.paragraphs.get(toMark(toComparable(paragraph)))) >= REPEATS_MIN) length += paragraph.length;
    return length > text.length * REPEATED_SHARE_MIN;
  }

  return {
    isRepeated,
    get size() {
      return sites.size;
    },
    get paragraphCount() {
      return paragraphCount;
    },
    clean({ feedId, url, title, text }) {
      if (!URL.canParse(url)) return text;
      const memory = touch(toSite(feedId, url));
      const { pages, texts, paragraphs } = memory.seen;
      const countBefore = paragraphs.size;
      const page = toPageMark(url);
      const topic = toTopic(title);
      const whole = toTextMark(text);
      const before = toList(texts.get(whole)).filter((each) => each !== page);
      texts.set(whole, addPage(before, page));
      const known = pages.get(page);
      const isOwn = judgeParagraphs(memory, page, topic);
      const removed = new Set<Mark>();
      const kept = text.split("\n\n").filter((paragraph) => {
        const mark = toMark(toComparable(paragraph));
        const own = isOwn(paragraph, mark);
        if (known === undefined ? !own : known.removed?.has(mark) !== true) return true;
        removed.add(mark);
        return false;
      });
      const result = kept.join("\n\n");
      const isSame = result.length < text.length * (1 - REMOVED_SHARE_MAX);
      if (!isSame) for (const mark of removed) memory.own.set(mark, true);
      pages.set(page, known ?? { topic, removed: isSame || removed.size === 0 ? null : removed });
      paragraphCount += paragraphs.size - countBefore;
      letGo();
      return isSame ? text : result;
    },
    save() {
      const own = [...sites.keys()].map((site) => {
        const marks = [...(sites.get(site)?.own.keys() ?? [])];
        return [site, marks.map(writeMark)] as const;
      });
      return JSON.stringify(own.filter(([, marks]) => marks.length > 0));
    },
    load(saved) {
      let value: unknown;
      try {
        value = JSON.parse(saved);
      } catch {
        return;
      }
      for (const [site, marks] of SavedSchema.safeParse(value).data ?? []) {
        const { own } = touch(site);
        for (const written of marks) {
          const mark = readMark(written);
          if (mark !== null) own.set(mark, true);
        }
      }
    },
  };
}
