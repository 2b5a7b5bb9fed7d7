/** Has briefs translated before they are posted, once for all channels: asked for, waited for a while, limited by the day. */

import type { StoredBrief } from "../domain/article.ts";
import { toMessage } from "../domain/errors.ts";
import type { ArticleId } from "../domain/id.ts";
import type { Log } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";
import type { Destination } from "../domain/subscription.ts";
import {
  TRANSLATION_WAIT_MS,
  type TranslatableBrief,
  type Translated,
  type Translator,
  type WantedTranslation,
} from "../domain/translation/translation.ts";
import { withSummaryQuotes } from "../matching/quotes/summary-quotes.ts";
import { findTranslation } from "../messages/channel-language.ts";
import { findNamedSpeaker, withoutLastComma } from "./post-quote.ts";
import { findTarget } from "./translated-post.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** As many as a channel can wish for. */
const QUOTES_MAX = 5;
/** A model server that was not there so often in a row is left alone for a while, and posts do not wait for it. */
const FAILURES_MAX = 3;
const REST_MS = 5 * 60 * 1000;

export interface TranslatingDependencies {
  readonly store: Pick<Store, "articles" | "notes" | "translations">;
  readonly translator: Translator;
  readonly callsPerDayMax: number;
  readonly language: string;
  readonly clock: () => Date;
  readonly owner: string;
  readonly log: Log;
  /** Counts outcomes, for metrics. */
  readonly onTranslated?: (outcome: Translated["outcome"]) => void;
}

export interface Translating {
  /** Its name, which stands under each translation. */
  readonly model: string;
  /** True while a post should wait for its translation, which is asked for if nobody has. */
  isAwaited(articleId: ArticleId, destination: Destination): Promise<boolean>;
  /** Those that are to be made now. */
  claim(limit: number): Promise<readonly WantedTranslation[]>;
  make(wanted: WantedTranslation): Promise<void>;
}

async function toTranslatable(
  { article, brief, ...stored }: StoredBrief,
  { articles }: Pick<Store, "articles">,
): Promise<TranslatableBrief> {
  const { language, text, id } = article;
  const all = (await articles.listQuotes([id])).get(id) ?? [];
  const { quotes } = withSummaryQuotes({ article, brief, ...stored }, all, QUOTES_MAX).brief;
  const people = all.flatMap(({ speaker }) => (speaker?.kind === "person" ? [speaker.name] : []));
  return {
    language,
    headline: brief.headline,
    sentences: brief.sentences.map((sentence) => sentence.text),
    quotes: quotes.map((quote) => ({
      text: withoutLastComma(quote.text),
      role: findNamedSpeaker(quote, language)?.role ?? null,
    })),
    text,
    speakers: [...new Set(people)],
  };
}

export function createTranslating(dependencies: TranslatingDependencies): Translating {
  const { store, translator, callsPerDayMax, clock, owner, log } = dependencies;
  let failures = 0;
  let restsUntil = 0;

  /** Not while the server rests, and not beyond what a day may cost. */
  async function mayAsk(): Promise<boolean> {
    const now = clock();
    if (now.getTime() < restsUntil) return false;
    return (await store.translations.countCalls(new Date(now.getTime() - DAY_MS), now)) < callsPerDayMax;
  }

  async function translate({ articleId, language }: WantedTranslation): Promise<Translated> {
    const stored = await store.articles.find(articleId);
    if (stored === null) return { outcome: "refused", reason: "The article is not kept any more.", calls: 0 };
    return translator.translate(await toTranslatable(stored, store), language);
  }

  function note({ outcome }: Translated): void {
    failures = outcome === "unreachable" ? failures + 1 : 0;
    if (failures < FAILURES_MAX) return;
    failures = 0;
    restsUntil = clock().getTime() + REST_MS;
    log.warn({ restMs: REST_MS }, "model_rests");
  }

  return {
    model: translator.name,
    async isAwaited(articleId, destination) {
      const choice = await findTranslation(store.notes, destination);
      if (choice === null || choice === "off") return false;
      const stored = await store.articles.find(articleId);
      const target = stored === null ? null : await findTarget(stored, destination, dependencies);
      if (stored === null || target === null || !translator.canTranslate(stored.article.language, target)) return false;
      const known = await store.translations.find(articleId, target);
      if (known === null && !(await mayAsk())) return false;
      const kept = known ?? (await store.translations.want({ articleId, language: target }, clock()));
      const leftMs = kept.waitsUntil.getTime() - clock().getTime();
      // After a clock that was ahead nobody waits for hours.
      return kept.state === "wanted" && leftMs > 0 && leftMs <= TRANSLATION_WAIT_MS && clock().getTime() >= restsUntil;
    },

    claim: (limit) => store.translations.claim(clock(), limit, owner),

    async make(wanted) {
      let made: Translated;
      try {
        made = await translate(wanted);
      } catch (error) {
        made = { outcome: "refused", reason: toMessage(error), calls: 1 };
      }
      await store.translations.settle(wanted, { ...made, by: translator.name }, clock(), owner);
      note(made);
      dependencies.onTranslated?.(made.outcome);
      const facts = { articleId: wanted.articleId, language: wanted.language, calls: made.calls };
      if (made.outcome === "made") log.info(facts, "brief_translated");
      else log.warn({ ...facts, outcome: made.outcome, reason: made.reason }, "brief_not_translated");
    },
  };
}
