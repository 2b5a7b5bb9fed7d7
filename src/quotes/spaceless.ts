/** Speakers in scripts without spaces (Chinese, Japanese): the phrase beside the reporting verb that touches a quotation. */

import type { Cue, Quote, Speaker } from "../domain/article.ts";
import type { Speech } from "../languages/language.ts";
import type { Stretch } from "./marks/stretch.ts";

/** What is read before and after a quotation. */
const REACH = 40;
const SPEAKER_LENGTH_MAX = 16;
/** A quotation this long is speech though nobody is named. */
const SPEECH_LENGTH_MIN = 12;
const EDGES = "，。、；：！？,.;:!?（）()\n\r 　「」『』“”‘’";
const LINKING = "：:，,、 \n";
/** Between fragments of one utterance stands no more than its attribution. */
const ATTRIBUTION_LENGTH_MAX = 30;
const TRAILING_MAX = 3;
const SENTENCE_ENDS = "。！？!?\n";

interface Attribution {
  readonly speaker: Speaker;
  readonly cue: Cue;
}

function lastEdge(text: string): number {
  for (let index = text.length - 1; index >= 0; index--) if (EDGES.includes(text[index] ?? "")) return index + 1;
  return 0;
}

function firstEdge(text: string): number {
  for (let index = 0; index < text.length; index++) if (EDGES.includes(text[index] ?? "")) return index;
  return text.length;
}

/** Reporting verbs, longest first, so that 表示 is not read as 示. */
function verbsOf(speech: Speech): readonly string[] {
  const verbs = [...speech.words]
    .filter(([, word]) => word.class === "reporting" || word.class === "framing")
    .map(([form]) => form);
  return verbs.sort((a, b) => b.length - a.length);
}

function sourcesOf(speech: Speech): readonly string[] {
  return [...speech.words].filter(([, word]) => word.class === "source").map(([form]) => form);
}

function toAttribution(
  text: string,
  speech: Speech,
  start: number,
  end: number,
  cue: readonly [number, number],
): Attribution | null {
  let from = start;
  let to = end;
  // 据X介绍: the word before the name names a source.
  const source = sourcesOf(speech).find((word) => text.startsWith(word, from) && to - from > word.length);
  if (source !== undefined) from += source.length;
  const times = [...speech.words]
    .filter(([, word]) => word.class === "time" || word.class === "auxiliary")
    .map(([form]) => form);
  // Days and small words between the name and the verb, on either side, are no part of the name.
  for (let changed = true; changed; ) {
    changed = false;
    for (const word of times) {
      if (to - from > word.length && text.startsWith(word, from)) {
        from += word.length;
        changed = true;
      }
      if (to - from > word.length && text.slice(from, to).endsWith(word)) {
        to -= word.length;
        changed = true;
      }
    }
  }
  if (to <= from || to - from > SPEAKER_LENGTH_MAX) return null;
  // 会見した市長の浜名: what stands before the role explains it.
  for (const role of speech.roles) {
    for (const mark of speech.possessiveMarks) {
      const place = text.slice(from, to).lastIndexOf(`${role}${mark}`);
      if (place > 0) from += place;
    }
  }
  const mention = text.slice(from, to);
  const before = [...speech.roles].filter((role) => mention.startsWith(role)).sort((a, b) => b.length - a.length)[0];
  const after = [...speech.titles].filter((title) => mention.endsWith(title)).sort((a, b) => b.length - a.length)[0];
  let name = mention;
  if (before !== undefined && before.length < name.length) name = withoutMark(name.slice(before.length), speech);
  if (after !== undefined && after.length < name.length) name = name.slice(0, -after.length);
  name = withoutInnerTitles(name, speech);
  const isUnnamed = name === "" || speech.roles.has(mention);
  const isOrganization = [...speech.organizationWords].some((word) => mention.endsWith(word));
  const kind = isOrganization ? "organization" : isUnnamed ? "unnamed" : "person";
  const pronoun = speech.pronouns.has(mention);
  const isOffice = after !== undefined && speech.roles.has(after) && after.length < mention.length;
  const role = before !== undefined && before !== mention ? before : isOffice ? after : null;
  const speaker: Speaker = {
    mention,
    start: from,
    end: to,
    name: isUnnamed ? mention : name,
    role,
    kind: pronoun ? "unnamed" : kind,
  };
  return { speaker, cue: { text: text.slice(...cue), start: cue[0], end: cue[1] } };
}

function withoutMark(name: string, speech: Speech): string {
  const mark = speech.possessiveMarks.find((each) => name.startsWith(each));
  return mark === undefined ? name : name.slice(mark.length);
}

/** 浜名さんと森野さん: the first of two who speak together has a title of their own. */
function withoutInnerTitles(name: string, speech: Speech): string {
  for (const title of speech.titles) {
    for (const joiner of speech.joiners) {
      const at = name.indexOf(title + joiner);
      if (at > 0) return name.slice(0, at) + name.slice(at + title.length);
    }
  }
  return name;
}

/** X说：“…” */
function readBefore(text: string, stretch: Stretch, speech: Speech, verbs: readonly string[]): Attribution | null {
  let end = stretch.open;
  while (end > 0 && LINKING.includes(text[end - 1] ?? "x")) end--;
  const verb = verbs.find((each) => text.slice(Math.max(0, end - each.length), end) === each);
  if (verb === undefined) return null;
  const cueStart = end - verb.length;
  const from = Math.max(0, cueStart - REACH);
  const start = from + lastEdge(text.slice(from, cueStart));
  return toAttribution(text, speech, start, cueStart, [cueStart, end]);
}

/** “…，”X说 and 「…」とXは述べた */
function readAfter(text: string, stretch: Stretch, speech: Speech, verbs: readonly string[]): Attribution | null {
  let start = stretch.close;
  while (LINKING.includes(text[start] ?? "x") && text[start] !== "\n") start++;
  if (speech.quotingMarks.length > 0) {
    const mark = speech.quotingMarks.find((each) => text.startsWith(each, start));
    if (mark === undefined) return null;
    start += mark.length;
  }
  const clause = text.slice(start, start + firstEdge(text.slice(start, start + REACH)));
  let at = -1;
  let found = "";
  for (const verb of verbs) {
    const place = clause.indexOf(verb);
    if (place >= 0 && (at < 0 || place < at)) {
      at = place;
      found = verb;
    }
  }
  if (at < 0) return null;
  let end = start + at;
  if (speech.topicMarks.length > 0) {
    const topic = speech.topicMarks.map((mark) => clause.indexOf(mark)).filter((place) => place > 0 && place < at);
    if (topic.length > 0) end = start + Math.min(...topic);
    else return at === 0 ? readTopicBefore(text, stretch, speech, [start, start + found.length]) : null;
  }
  return toAttribution(text, speech, start, end, [start + at, start + at + found.length]);
}

/** Xによると、「…」: who is the source stands before the quotation. */
function readSourceBefore(text: string, stretch: Stretch, speech: Speech): Attribution | null {
  let end = stretch.open;
  while (end > 0 && LINKING.includes(text[end - 1] ?? "x")) end--;
  const word = sourcesOf(speech).find((each) => text.slice(Math.max(0, end - each.length), end) === each);
  if (word === undefined) return null;
  const cueStart = end - word.length;
  const from = Math.max(0, cueStart - REACH);
  return toAttribution(text, speech, from + lastEdge(text.slice(from, cueStart)), cueStart, [cueStart, end]);
}

/** Xは「…」と述べた: the topic stands before the quotation. */
function readTopicBefore(
  text: string,
  stretch: Stretch,
  speech: Speech,
  cue: readonly [number, number],
): Attribution | null {
  let end = stretch.open;
  const times = [...speech.words].filter(([, word]) => word.class === "time").map(([form]) => form);
  // Xは月曜日、「…」: a day between the topic and the quotation.
  for (let steps = 0; steps < TRAILING_MAX; steps++) {
    while (end > 0 && LINKING.includes(text[end - 1] ?? "x")) end--;
    const time = times.find((each) => text.slice(Math.max(0, end - each.length), end) === each);
    if (time === undefined) break;
    end -= time.length;
  }
  if (!speech.topicMarks.includes(text[end - 1] ?? "")) return null;
  const from = Math.max(0, end - 1 - REACH);
  const start = from + lastEdge(text.slice(from, end - 1));
  return toAttribution(text, speech, start, end - 1, cue);
}

/** 她说: who spoke before, when that is one person alone; the text says too little to choose among several. */
function nameOfPronoun(speaker: Speaker, people: ReadonlyMap<string, Speaker>, speech: Speech): Speaker {
  const [only] = people.values();
  if (!speech.pronouns.has(speaker.mention) || people.size !== 1 || only === undefined) return speaker;
  return { ...speaker, name: only.name, role: only.role, kind: only.kind };
}

/** Whether no sentence ends between two places: 「…」と述べ、「…」と語った has one topic. */
function isOneSentence(text: string, from: number, to: number): boolean {
  if (to - from > ATTRIBUTION_LENGTH_MAX) return false;
  for (let index = from; index < to; index++) if (SENTENCE_ENDS.includes(text[index] ?? "")) return false;
  return true;
}

export function findSpacelessQuotes(text: string, stretches: readonly Stretch[], speech: Speech): readonly Quote[] {
  const verbs = verbsOf(speech);
  const hasTopics = speech.topicMarks.length > 0;
  const people = new Map<string, Speaker>();
  let before: { readonly attribution: Attribution; readonly close: number; readonly group: number } | null = null;
  return stretches.flatMap((stretch, index): readonly Quote[] => {
    const { start, end } = stretch;
    const own =
      (hasTopics ? readSourceBefore(text, stretch, speech) : readBefore(text, stretch, speech, verbs)) ??
      readAfter(text, stretch, speech, verbs);
    const goesOn = before !== null && isOneSentence(text, before.close, stretch.open);
    const found = own ?? (goesOn ? (before?.attribution ?? null) : null);
    if (found === null && end - start < SPEECH_LENGTH_MIN) return [];
    const isSame = goesOn && before?.attribution.speaker.start === found?.speaker.start;
    const group = isSame && before !== null ? before.group : index;
    const speaker = found === null ? null : nameOfPronoun(found.speaker, people, speech);
    if (speaker?.kind === "person") people.set(speaker.name, speaker);
    if (found !== null && speaker !== null)
      before = { attribution: { ...found, speaker }, close: stretch.close, group };
    return [{ text: text.slice(start, end), start, end, type: "direct", speaker, cue: found?.cue ?? null, group }];
  });
}
