/**
 * Other summarizers from npm, to be measured beside ours in one run. They are no dependencies of this project: most bring
 * dozens of old packages. `npm install lexrank.js@3.0.0 node-summary@1.2.0 node-summarizer@1.0.7 nodejs-text-summarizer@2.0.3`
 * in an empty FOLDER, then `--peers FOLDER`; one that is not there is left out.
 */

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { splitSentences } from "../src/languages/shared/sentences.ts";

export interface Peer {
  readonly name: string;
  /** Its summary of a text in sentences, the ones it thinks best first where it says so. */
  summarize(text: string, title: string, sentencesMax: number): Promise<readonly string[]>;
}

const TIMEOUT_MS = 5_000;
const PACKAGES = ["lexrank.js", "node-summary", "node-summarizer", "nodejs-text-summarizer"] as const;

const rankedParagraphs = z.array(z.array(z.object({ weight: z.number(), text: z.string() })));
const withSummary = z.object({ summary: z.string() });
type Callable = (...given: readonly unknown[]) => unknown;
const callable = z.custom<Callable>((value) => typeof value === "function");
const manager = z.object({ SummarizerManager: z.custom<new (text: string, count: number) => unknown>() });
const ranker = z.looseObject({ getSummaryByRank: callable });

const toSentences = (text: string): readonly string[] =>
  splitSentences(text, "en").map(({ start, end }) => text.slice(start, end).trim());

/** Some never call back on a short text. */
const within = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It took too long.")), TIMEOUT_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

function adapt(name: (typeof PACKAGES)[number], loaded: unknown): Peer["summarize"] {
  switch (name) {
    case "lexrank.js": {
      const rank = callable.parse(z.object({ default: callable }).parse(loaded).default);
      return async (text) =>
        rankedParagraphs
          .parse(rank(text))
          .flat()
          .sort((one, two) => two.weight - one.weight)
          .map((each) => each.text.trim());
    }
    case "node-summary": {
      const { summarize } = z.looseObject({ summarize: callable }).parse(loaded);
      return async (text, title) =>
        toSentences(
          await within(
            new Promise<string>((resolve, reject) => {
              summarize(title, text, (error: unknown, summary: unknown) =>
                error ? reject(error) : resolve(String(summary)),
              );
            }),
          ),
        );
    }
    case "node-summarizer": {
      const { SummarizerManager } = manager.parse(loaded);
      return async (text, _title, sentencesMax) => {
        const made = new SummarizerManager(text, sentencesMax);
        const result = await within(Promise.resolve(ranker.parse(made).getSummaryByRank.call(made)));
        return toSentences(withSummary.parse(result).summary);
      };
    }
    case "nodejs-text-summarizer": {
      const summarize = callable.parse(loaded);
      return async (text, _title, sentencesMax) => toSentences(String(summarize(text, { n: sentencesMax })));
    }
  }
}

/** Those that are installed in the folder. */
export async function loadPeers(folder: string | null): Promise<readonly Peer[]> {
  if (folder === null) return [];
  const require = createRequire(join(folder, "package.json"));
  const peers: Peer[] = [];
  for (const name of PACKAGES) {
    try {
      const isModule = name === "lexrank.js";
      const loaded: unknown = isModule ? await import(pathToFileURL(require.resolve(name)).href) : require(name);
      peers.push({ name, summarize: adapt(name, loaded) });
    } catch (error) {
      console.log(`${name} is left out: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  return peers;
}

/** As much of a peer's summary as the budget takes; nothing where it fails, as some do on short texts. */
export async function summarizeWith(
  peer: Peer,
  article: { readonly text: string; readonly title: string },
  budget: { readonly sentencesMax: number; readonly wordsMax: number },
): Promise<readonly string[]> {
  let words = 0;
  const taken: string[] = [];
  const sentences = await peer.summarize(article.text, article.title, budget.sentencesMax).catch(() => []);
  for (const sentence of sentences) {
    const cost = sentence.split(/\s+/).length;
    if (taken.length >= budget.sentencesMax || words + cost > budget.wordsMax) continue;
    taken.push(sentence);
    words += cost;
  }
  return taken.sort((one, two) => article.text.indexOf(one) - article.text.indexOf(two));
}
