/** Counters for operators, in Prometheus form; labels only take bounded values, never a feed or a channel. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "../../domain/store.ts";
import { askSeldom } from "./seldom.ts";

const SECONDS_BUCKETS: readonly number[] = [0.05, 0.25, 1, 5, 15, 60, 300, 1800];

export interface Metrics {
  countPoll(outcome: "fresh" | "unchanged" | "failed"): void;
  countPublished(): void;
  countEntryFailure(): void;
  countSettled(platform: string, outcome: string, waitedMs: number): void;
  /** Model summaries that were replaced by the default summarizer's. */
  countFallback(reason: string): void;
  countTranslation(outcome: string): void;
  render(): Promise<string>;
}

export function createMetrics(store: Pick<Store, "outbox">): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const polls = new Counter({
    name: "pullquote_feed_polls_total",
    help: "Polls by outcome",
    labelNames: ["outcome"],
    registers,
  });
  const published = new Counter({ name: "pullquote_articles_published_total", help: "Briefs published", registers });
  const failures = new Counter({ name: "pullquote_entry_failures_total", help: "Entries that failed", registers });
  const fallbacks = new Counter({
    name: "pullquote_summary_fallbacks_total",
    help: "Model summaries refused",
    labelNames: ["reason"],
    registers,
  });
  const translations = new Counter({
    name: "pullquote_translations_total",
    help: "Briefs given to the model to translate",
    labelNames: ["outcome"],
    registers,
  });
  const deliveries = new Counter({
    name: "pullquote_deliveries_total",
    help: "Deliveries settled",
    labelNames: ["platform", "outcome"],
    registers,
  });
  const latency = new Histogram({
    name: "pullquote_delivery_latency_seconds",
    help: "From publishing to the channel",
    labelNames: ["platform"],
    buckets: [...SECONDS_BUCKETS],
    registers,
  });
  const countQueue = askSeldom(() => store.outbox.count());
  new Gauge({
    name: "pullquote_delivery_queue_depth",
    help: "Deliveries by state",
    labelNames: ["state"],
    registers,
    async collect() {
      for (const [state, count] of Object.entries(await countQueue())) this.set({ state }, count);
    },
  });
  return {
    countPoll: (outcome) => polls.inc({ outcome }),
    countPublished: () => published.inc(),
    countEntryFailure: () => failures.inc(),
    countSettled(platform, outcome, waitedMs) {
      deliveries.inc({ platform, outcome });
      if (outcome === "sent") latency.observe({ platform }, waitedMs / 1000);
    },
    countFallback: (reason) => fallbacks.inc({ reason }),
    countTranslation: (outcome) => translations.inc({ outcome }),
    render: () => registry.metrics(),
  };
}
