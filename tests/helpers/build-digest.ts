/** Digests for tests: valid by default, and as many entries as the test wants. */

import type { Digest, DigestEntry } from "../../src/domain/digest.ts";

export function buildEntry(number: number, part: Partial<DigestEntry> = {}): DigestEntry {
  const url = `https://harborwire.example/news/${number}`;
  return {
    headline: `Pier number ${number} is rebuilt before the winter storms`,
    url,
    outlet: "Harbor Wire",
    quote: {
      text: `We will have pier ${number} open before the first storm, and that is a promise`,
      speaker: "Ilse Maren",
      role: "harbor master",
      url: `${url}#:~:text=We%20will`,
    },
    ...part,
  };
}

/** Entries in two topics. */
export function buildDigest(count: number, part: Partial<Digest> = {}): Digest {
  const entries = Array.from({ length: count }, (_, index) => buildEntry(index + 1));
  const half = Math.ceil(count / 2);
  const groups = [
    { topic: "local", entries: entries.slice(0, half) },
    { topic: null, entries: entries.slice(half) },
  ].filter((group) => group.entries.length > 0);
  return { heading: "Daily digest, 24 Nov 2026", title: null, groups, moreCount: 0, language: "en", ...part };
}

export const listUrls = ({ groups }: Digest): readonly string[] =>
  groups.flatMap((group) => group.entries.map((entry) => entry.url));
