/** Invented people, places and news, drawn at random, from which the inputs of every kind are made. */

export type Random = () => number;
export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
export const toCount = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

const FIRST = "Mara Tomas Greta Pavel Noor Ilse Jonas Mira Odile Karim Selma Bruno Hedda Ruben Ottilie".split(" ");
const LAST = "Oduya Brandt Solvang Ortiz Achebe Marchetti Reed Lindqvist Vasko Feroz Albrecht Moreau Tarnowski".split(
  " ",
);
const TOWN = ["Vessland", "Norrhaven", "Kettle Bay", "Sundmark", "Oxmoor", "Tarn Hill", "Brume", "Corrow", "Gildan"];
const WORK = [
  "bridge",
  "school",
  "library",
  "tram line",
  "reservoir",
  "clinic",
  "market hall",
  "theater",
  "ferry pier",
];
const ACT = ["rebuild", "close", "sell", "widen", "paint", "move", "open"];

export const toName = (random: Random): string => `${pick(random, FIRST)} ${pick(random, LAST)}`;
export const toTown = (random: Random): string => pick(random, TOWN);

export interface News {
  readonly headline: string;
  readonly speaker: string;
  readonly words: string;
  readonly paragraphs: readonly string[];
}

/** An article of four paragraphs, one of them said by somebody. */
export function toNews(random: Random): News {
  const [town, work, act, speaker] = [toTown(random), pick(random, WORK), pick(random, ACT), toName(random)];
  const [cost, years, votes] = [toCount(random, 2, 98), toCount(random, 3, 40), toCount(random, 11, 60)];
  const words = `We have waited ${years} years for the ${work}, and ${town} will see it done`;
  return {
    headline: `${town} votes to ${act} the ${work}`,
    speaker,
    words,
    paragraphs: [
      `The council of ${town} voted on Tuesday evening to ${act} the ${work}, after a debate of ${years} hours in a full hall.`,
      `“${words},” said ${speaker}, who leads the planning office of ${town}.`,
      `The work will cost ${cost} million crowns, of which the region has promised to pay a third by the spring of next year.`,
      `In all, ${votes} members voted for the plan; those against it had asked for a cheaper one that leaves the ${work} as it is.`,
    ],
  };
}

export const toHtml = (paragraphs: readonly string[]): string => paragraphs.map((each) => `<p>${each}</p>`).join("\n");
