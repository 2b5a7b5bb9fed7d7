/** Filters filed under what an article must have to pass them, so that only few are looked at for each article. */

import { createBoundedMap } from "../domain/bounded-map.ts";
import { foldWords } from "../domain/fold.ts";
import type { Field } from "../domain/store.ts";
import type { Filter } from "../domain/subscription.ts";
import type { Matchable } from "../domain/subscription-store.ts";
import type { Document } from "./document.ts";
import { toSpeakerWords } from "./filter.ts";
import type { IndexedText } from "./indexed-text.ts";
import { type Phrase, readPhrase, readWish, type WordPattern } from "./phrases.ts";

/** Languages whose forms of the words asked for are kept. */
const LANGUAGES_MAX = 64;

/** Where words are filed: those of a headline are words of the text, too. */
type WordField = Exclude<Field, "title">;
type Kind = WordPattern["kind"] | "feed" | "topic" | "language" | "speaker" | "any";

/** An article that passes the filter has at least one of its anchors. */
export interface Anchor {
  readonly kind: Kind;
  readonly field: WordField;
  readonly key: string;
}

const toPlain = (kind: Kind, keys: readonly string[]): readonly Anchor[] =>
  keys.map((key) => ({ kind, field: "text", key }));

/** The longer, the rarer. */
function weigh({ kind, word }: WordPattern): number {
  if (kind === "letter") return 0;
  return kind === "beginning" ? word.length / 2 : word.length;
}

/** Of all words that must be there, the one that is probably the rarest; none for what can never be found. */
function toWordAnchors(phrases: readonly Phrase[] | null): readonly Anchor[] {
  const words = (phrases ?? []).flatMap(({ field, patterns }) => patterns.map((pattern) => ({ field, pattern })));
  const [first, ...others] = words;
  if (first === undefined) return [];
  const rarest = others.reduce((best, each) => (weigh(each.pattern) > weigh(best.pattern) ? each : best), first);
  const { field, pattern } = rarest;
  return [{ kind: pattern.kind, field: field === "title" ? "text" : field, key: pattern.word }];
}

const toNameAnchors = (names: readonly string[], field: "author" | "category"): readonly Anchor[] =>
  names.flatMap((name) => {
    const phrase = readPhrase(name, field, false);
    return phrase === null ? [] : toWordAnchors([phrase]);
  });

function toSpeakerAnchors(speaker: string): readonly Anchor[] {
  const [rarest] = [...foldWords(speaker)].sort((a, b) => b.length - a.length);
  return rarest === undefined ? [] : toPlain("speaker", [rarest]);
}

/** By the limit that stops most; empty for a filter that nothing can pass. */
export function listAnchors(filter: Filter): readonly Anchor[] {
  const { words, speakers, authors, categories, feedIds, topics, languages } = filter;
  if (words.length > 0) return words.flatMap((wish) => toWordAnchors(readWish(wish)));
  if (speakers.length > 0) return speakers.flatMap(toSpeakerAnchors);
  if (authors.length > 0) return toNameAnchors(authors, "author");
  if (categories.length > 0) return toNameAnchors(categories, "category");
  if (feedIds.length > 0) return toPlain("feed", feedIds);
  if (topics.length > 0) return toPlain("topic", topics);
  return languages.length > 0 ? toPlain("language", languages) : toPlain("any", [""]);
}

/** What is filed of one kind in one field. */
type Shelf<Item> = Map<string, Set<Item>>;

export interface AnchorIndex<Item> {
  add(anchors: readonly Anchor[], item: Item): void;
  remove(anchors: readonly Anchor[], item: Item): void;
  /** All whose anchors the article has, and hardly any other. */
  find(matchable: Matchable, document: Document): ReadonlySet<Item>;
}

const WORD_FIELDS: readonly WordField[] = ["text", "author", "category"];
const WORD_KINDS: readonly WordPattern["kind"][] = ["word", "beginning", "letter", "capitals", "signed"];

/** The words of a shelf by their forms in a language. */
type Forms = Map<string, string[]>;

function addForm(forms: Forms, form: string, word: string): void {
  const known = forms.get(form);
  if (known === undefined) forms.set(form, [word]);
  else known.push(word);
}

export function createAnchorIndex<Item>(): AnchorIndex<Item> {
  const shelves = new Map<string, Shelf<Item>>();
  const formsOf = createBoundedMap<string, Forms>(LANGUAGES_MAX);
  const shelfOf = (kind: Kind, field: WordField = "text"): Shelf<Item> => {
    const name = `${kind} ${field}`;
    const known = shelves.get(name) ?? new Map<string, Set<Item>>();
    shelves.set(name, known);
    return known;
  };

  /** Made anew when a word was filed that it does not know. */
  function findForms(field: WordField, { language, toForm }: IndexedText): Forms {
    const name = `${field} ${language}`;
    const known = formsOf.get(name);
    if (known !== undefined) return known;
    const forms: Forms = new Map();
    for (const word of shelfOf("word", field).keys()) addForm(forms, toForm(word), word);
    formsOf.set(name, forms);
    return forms;
  }

  function* listWordKeys(field: WordField, kind: WordPattern["kind"], indexed: IndexedText): Generator<string> {
    const shelf = shelfOf(kind, field);
    if (shelf.size === 0) return;
    switch (kind) {
      case "word": {
        yield* indexed.words.keys();
        const forms = findForms(field, indexed);
        for (const form of indexed.forms().keys()) yield* forms.get(form) ?? [];
        return;
      }
      case "beginning": {
        const lengths = [...new Set([...shelf.keys()].map((key) => key.length))];
        for (const word of indexed.words.keys()) for (const length of lengths) yield word.slice(0, length);
        return;
      }
      case "letter":
        for (const word of indexed.words.keys()) yield* word;
        return;
      case "capitals":
        yield* indexed.capitals().keys();
        return;
      case "signed":
        yield* indexed.signed().keys();
    }
  }

  return {
    add(anchors, item) {
      for (const { kind, field, key } of anchors) {
        const shelf = shelfOf(kind, field);
        const known = shelf.get(key);
        if (known !== undefined) known.add(item);
        else {
          shelf.set(key, new Set([item]));
          if (kind === "word") for (const name of [...formsOf.keys()]) formsOf.delete(name);
        }
      }
    },
    remove(anchors, item) {
      for (const { kind, field, key } of anchors) {
        const shelf = shelfOf(kind, field);
        const known = shelf.get(key);
        known?.delete(item);
        // A form left behind leads to nothing.
        if (known?.size === 0) shelf.delete(key);
      }
    },
    find(matchable, document) {
      const found = new Set<Item>();
      const take = (shelf: Shelf<Item>, key: string): void => {
        for (const item of shelf.get(key) ?? []) found.add(item);
      };
      const takeAll = (kind: Kind, keys: Iterable<string>, field?: WordField): void => {
        const shelf = shelfOf(kind, field);
        if (shelf.size > 0) for (const key of keys) take(shelf, key);
      };
      takeAll("any", [""]);
      takeAll("feed", [matchable.feedId]);
      takeAll("topic", matchable.topics);
      takeAll("language", [matchable.language]);
      if (shelfOf("speaker").size > 0) {
        for (const { speaker } of matchable.quotes) takeAll("speaker", toSpeakerWords(speaker).split(" "));
      }
      for (const field of WORD_FIELDS) {
        for (const kind of WORD_KINDS.filter((each) => shelfOf(each, field).size > 0)) {
          for (const indexed of document(field)) takeAll(kind, listWordKeys(field, kind, indexed), field);
        }
      }
      return found;
    },
  };
}
