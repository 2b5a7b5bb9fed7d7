/** Ties a German verb that reports to whoever its clause says: its subject, its source, or the one behind „von“. */

import type { Clause, Clauses, Item, Link, Mention, MentionIndex } from "../reading.ts";

const LOOK_BACK_MAX = 45;

/** „Der Hafenbote zitiert dazu [Ada Moor] mit den Worten“: whom somebody else quotes; -1 for nobody. */
function findQuoted(items: readonly Item[], mentions: readonly Mention[], clause: Clause, verb: number): number {
  return mentions.findIndex(({ first, last }, index) => {
    if (index === clause.subject || first <= verb || last > clause.last) return false;
    const before = items[first - 1]?.class ?? "break";
    return before !== "preposition" && before !== "source" && items[last]?.isUpper === true;
  });
}

/** The links of a verb whose clause is known: its subject, or the one behind „von“ when the verb is passive. */
function linksInClause(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: MentionIndex,
  clause: Clause,
  verb: number,
): readonly Link[] {
  const links: Link[] = [];
  const isQuoted = items[verb]?.lemma === "zitieren";
  if (clause.isPassive && !isQuoted) {
    for (let at = Math.max(clause.first, verb - LOOK_BACK_MAX); at < clause.last && at - verb < LOOK_BACK_MAX; at++) {
      if (!/^(?:vom|von|durch)$/.test(items[at]?.word ?? "")) continue;
      const agent = index.byFirst.get(at + 1);
      if (agent !== undefined) return [{ verb, mention: agent, kind: "list" }];
    }
  }
  const quoted = isQuoted && !clause.isPassive ? findQuoted(items, mentions, clause, verb) : -1;
  if (quoted >= 0) return [{ verb, mention: quoted, kind: "after" }];
  if (clause.subject >= 0) {
    const isApart = (mentions[clause.subject]?.last ?? 0) < clause.first;
    const kind = isApart ? "apposition" : clause.isSubordinate ? "phrase" : clause.isBefore ? "before" : "after";
    links.push({ verb, mention: clause.subject, kind: clause.isPassive && !isQuoted ? "joined" : kind });
  }
  if (clause.source >= 0 && items[verb]?.lemma === "heißen")
    links.push({ verb, mention: clause.source, kind: "source" });
  return links;
}

/** The links of the verb at an item by its clause; null when what stands behind the verb decides. */
export function findClauseLinks(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: MentionIndex,
  clauses: Clauses,
  verb: number,
): readonly Link[] | null {
  const clause = clauses.list[clauses.of[verb] ?? -1];
  const isCalled = items[verb]?.lemma === "heißen";
  if (clause === undefined) return null;
  if (isCalled && clause.source >= 0 && clause.subject < 0) return [{ verb, mention: clause.source, kind: "source" }];
  if (clause.subject >= 0) return linksInClause(items, mentions, index, clause, verb);
  return clause.isSubordinate || isCalled ? [] : null;
}
