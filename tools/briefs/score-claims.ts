/**
 * Scores the grounding check on our own lies and faithful paraphrases: caught and refused by kind, tuned and held apart.
 *
 *   node --import tsx tools/briefs/score-claims.ts            --errors lists what the tuned half gets wrong
 *
 * Half of the claims were kept apart while the check was tuned: which half is decided by a hash of the claim.
 */

import { checkGrounding } from "../../src/briefs/model/grounding.ts";
import { type Claim, readClaims } from "../../tests/helpers/claims.ts";

interface Count {
  total: number;
  refused: number;
}
const counts = new Map<string, Count>();
const errors: string[] = [];
const count = (key: string, isRefused: boolean): void => {
  const entry = counts.get(key) ?? { total: 0, refused: 0 };
  counts.set(key, { total: entry.total + 1, refused: entry.refused + (isRefused ? 1 : 0) });
};

for (const claim of readClaims()) {
  const { isGrounded, problems } = checkGrounding(claim.text, claim.article);
  const half = claim.isHeld ? "held" : "tuned";
  for (const kind of [claim.kind, "all"])
    count(`${kind} ${half} ${claim.isFaithful ? "faithful" : "lie"}`, !isGrounded);
  if (isGrounded !== claim.isFaithful && !claim.isHeld)
    errors.push(
      `${claim.isFaithful ? "refused" : "MISSED "} ${claim.kind}: ${claim.text}  ${problems[0] === undefined ? "" : `<${problems[0].kind}> ${problems[0].detail}`}`,
    );
}

const kinds = [...new Set([...counts.keys()].map((key) => key.split(" ")[0] ?? ""))].filter((kind) => kind !== "all");
const cell = (key: string): string => {
  const entry = counts.get(key) ?? { total: 0, refused: 0 };
  return `${entry.refused}/${entry.total}`.padStart(9);
};
console.log(`${"kind".padEnd(12)}${"caught".padStart(18)}${"faithful refused".padStart(18)}`);
console.log(`${"".padEnd(12)}${"tuned".padStart(9)}${"held".padStart(9)}${"tuned".padStart(9)}${"held".padStart(9)}`);
for (const kind of [...kinds.sort(), "all"])
  console.log(
    kind.padEnd(12) +
      cell(`${kind} tuned lie`) +
      cell(`${kind} held lie`) +
      cell(`${kind} tuned faithful`) +
      cell(`${kind} held faithful`),
  );
const refusedOf = (claims: readonly Claim[], isFaithful: boolean): string => {
  const list = claims.filter((claim) => claim.isFaithful === isFaithful);
  return `${list.filter((claim) => !checkGrounding(claim.text, claim.article).isGrounded).length}/${list.length}`;
};
const tell = (name: string, claims: readonly Claim[]): void =>
  console.log(
    `freer paraphrases, ${name}: lies caught ${refusedOf(claims, false)}, faithful refused ${refusedOf(claims, true)}`,
  );
const halves = { freer: readClaims("freer"), joined: readClaims("joined") };
tell("wholly apart", readClaims("apart"));
tell("unseen, written before the last change", readClaims("unseen"));
for (const [room, claims] of Object.entries(halves))
  for (const [half, isHeld] of [
    ["looked at", false],
    ["held", true],
  ] as const)
    tell(
      `${room}, ${half}`,
      claims.filter((claim) => claim.isHeld === isHeld),
    );
if (process.argv.includes("--errors")) console.log(errors.join("\n"));
