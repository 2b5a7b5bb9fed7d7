/** How posts look in this channel: shown, chosen by name, or written as placeholders with words around them. */

import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Button, Post, Reply, ReplyList } from "../src/domain/post.ts";
import {
  completeTemplate,
  findPresetName,
  findTemplate,
  listLacking,
  mendTemplate,
  NO_ROLE,
  PLACEHOLDERS,
  type Placeholder,
  type PostTemplate,
  PRESET_NAMES,
  PRESETS,
  parseTemplate,
  TEMPLATE_LENGTH_MAX,
  TEMPLATE_LINES_MAX,
  type TemplateMistake,
} from "../src/domain/post-template.ts";
import type { Say } from "../src/domain/say.ts";
import { findChannelTemplate, saveChannelTemplate } from "../src/messages/channel-template.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { findTypedPreset, look, namePreset, rest } from "../src/typed/options/index.ts";

/** The newest of these that has most to show is the sample. */
const SAMPLES_MAX = 10;

type Request = PressRequest<"articles" | "notes", "toPosts">;

const toId = (...parts: readonly (string | number)[]): string => `v1:template:${parts.join(":")}`;
const inBraces = (name: string): string => `{${name}}`;
const READABLE = ["headline", "summary", "quotes", "link"].map(inBraces);

function wordMistake(mistake: TemplateMistake, say: Say): string {
  switch (mistake.kind) {
    case "unknown": {
      const name = inBraces(mistake.name);
      const { near } = mistake;
      return near === null
        ? say("template.unknown", { name })
        : say("template.unknownNear", { name, near: inBraces(near) });
    }
    case "twice":
      return say("template.twice", { name: inBraces(mistake.name) });
    case "open":
      return say("template.open", { name: mistake.rest });
    case "bare":
      return say("template.bare", { parts: say.list(READABLE, "or") });
    case "long":
      return say("template.long", { length: say.number(mistake.length), max: say.number(TEMPLATE_LENGTH_MAX) });
    case "lines":
      return say("template.lines", { count: mistake.count, max: say.number(TEMPLATE_LINES_MAX) });
  }
}

const DETAILS = {
  headline: "template.part.headline",
  picture: "template.part.picture",
  summary: "template.part.summary",
  outlet: "template.part.outlet",
  age: "template.part.age",
  tags: "template.part.tags",
  also: "template.part.also",
  link: "template.part.link",
  buttons: "template.part.buttons",
} as const satisfies Readonly<Record<Exclude<Placeholder, "quotes">, string>>;

const listParts = (say: Say): ReplyList => ({
  title: say("template.parts"),
  items: PLACEHOLDERS.map((part) => ({
    text: inBraces(part),
    url: null,
    detail:
      part === "quotes" ? say("template.part.quotes", { form: inBraces(`quotes:${NO_ROLE}`) }) : say(DETAILS[part]),
  })),
});

/** A brief that shows what the look is like: with quotes and a picture, if one of the newest has them. */
async function findSample(template: PostTemplate | null, { store, language, toPosts }: Request): Promise<Post | null> {
  const none = { feedIds: [], topics: [], languages: [] };
  const { briefs } = await store.articles.latest({ ...none, limit: SAMPLES_MAX, offset: 0 });
  const worth = ({ brief, article }: (typeof briefs)[number]): number =>
    (brief.quotes.length > 0 ? 2 : 0) + (article.imageUrl === null ? 0 : 1);
  const [best] = briefs.toSorted((a, b) => worth(b) - worth(a));
  const [post = null] = best === undefined ? [] : await toPosts([best], language, template);
  return post;
}

const presetButtons = (current: string, say: Say): readonly Button[] =>
  PRESET_NAMES.filter((name) => PRESETS[name] !== current).map((name) => ({
    kind: "action",
    label: namePreset(name, say),
    id: toId("preset", name),
  }));

/** The look as it stands, with a brief in it and the ways on. */
async function show(
  template: PostTemplate | null,
  head: string,
  request: Request,
  {
    notes = [],
    back = [],
    lists = [],
  }: Partial<Readonly<Record<"notes", readonly string[]>>> & {
    readonly back?: readonly Button[];
    readonly lists?: readonly ReplyList[];
  } = {},
): Promise<Reply> {
  const { say } = request;
  const sample = await findSample(template, request);
  const text = template?.text ?? PRESETS.full;
  const tail = [...notes, sample === null ? say("template.noSample") : say("template.sample")];
  return {
    text: [head, "", text, "", ...tail].join("\n"),
    lists,
    ...(sample === null ? {} : { posts: [sample] }),
    buttons: [presetButtons(text, say), back].filter((row) => row.length > 0),
    isPrivate: true,
  };
}

/** Null takes the look away. In a part of a place that has one, "full" is a look like any other. */
async function save(template: PostTemplate | null, notes: readonly string[], request: Request): Promise<Reply> {
  const { say, store, destination, now } = request;
  const before = await findChannelTemplate(store.notes, destination);
  await saveChannelTemplate(store.notes, destination, template, now);
  const isInherited = template === null && (await findChannelTemplate(store.notes, destination)) !== null;
  if (isInherited) await saveChannelTemplate(store.notes, destination, { text: PRESETS.full }, now);
  const keptId = await store.notes.keep("template", JSON.stringify(before?.text ?? null), now);
  const isSame = (before?.text ?? null) === (template?.text ?? null);
  return show(template, template === null ? say("template.reset") : say("template.set"), request, {
    notes,
    back: isSame ? [] : [{ kind: "action", label: say("template.back"), id: toId("kept", keptId) }],
  });
}

const noteLacking = (template: PostTemplate, say: Say): readonly string[] => {
  const lacking = listLacking(template);
  return lacking.length === 0 ? [] : [say("template.added", { parts: say.list(lacking.map(inBraces)) })];
};

async function setTyped(typed: string, request: Request): Promise<Reply> {
  const { say, store, now } = request;
  const { mistakes, ...template } = parseTemplate(typed);
  if (mistakes.length === 0) {
    const whole = completeTemplate(template);
    // As it is by itself is no look of its own.
    return save(findPresetName(whole.text) === "full" ? null : whole, noteLacking(template, say), request);
  }
  const mended = mendTemplate(typed);
  const keptId = mended === null ? null : await store.notes.keep("template", JSON.stringify(mended), now);
  const mend: Button = { kind: "action", label: say("template.mend"), id: toId("kept", keptId ?? 0) };
  return {
    text: say("template.mistakes"),
    lists: [
      { title: null, items: mistakes.map((each) => ({ text: wordMistake(each, say), url: null, detail: null })) },
      listParts(say),
    ],
    ...(keptId === null ? {} : { buttons: [[mend]] }),
    isPrivate: true,
  };
}

async function showCurrent(request: Request): Promise<Reply> {
  const { say, store, destination } = request;
  const template = await findChannelTemplate(store.notes, destination);
  const how = [say("template.how", { mark: "\\n" }), say("template.place"), say("template.compact")].join(" ");
  const head = template === null ? say("template.byItself") : say("template.own");
  return show(template, head, request, { notes: [how], lists: [listParts(say)] });
}

export const template = defineCommand({
  name: "template",
  access: "managers",
  needs: { store: ["articles", "notes"], services: ["toPosts"] },
  options: {
    look: rest(look()),
  },
  examples: ["/template", "/template quotes", "/template {headline}\\n{quotes}\\n{outlet} · {age}"],

  async run({ options, ...request }) {
    if (options.look === undefined || options.look === "") return showCurrent(request);
    const preset = findTypedPreset(options.look, request.say);
    if (preset === null) return setTyped(options.look, request);
    return save(preset === "full" ? null : findTemplate(PRESETS[preset]), [], request);
  },

  /** A brief in the look as far as it is written, and what is wrong with it. */
  async draft(typed, request) {
    const { say } = request;
    const preset = findTypedPreset(typed, say);
    const { mistakes, ...template } = parseTemplate(preset === null ? typed : PRESETS[preset]);
    const sample = mistakes.length === 0 ? await findSample(completeTemplate(template), request) : null;
    const text = mistakes.map((each) => wordMistake(each, say)).join(" ");
    return { text, ...(sample === null ? {} : { posts: [sample] }) };
  },

  /** `preset:NAME`, and `kept:ID`: a look there was before, or one put right. */
  async press(pressed, request) {
    const [what = "", value = ""] = pressed.split(":");
    const name = PRESET_NAMES.find((each) => each === value);
    if (what === "preset" && name !== undefined) {
      return save(name === "full" ? null : findTemplate(PRESETS[name]), [], request);
    }
    const kept = what === "kept" ? await request.store.notes.findKept("template", Number(value)) : null;
    if (kept === null) throw new UserError("not-found", (say) => say("answer.oldButton"));
    const text: unknown = JSON.parse(kept);
    const found = typeof text === "string" ? findTemplate(text) : null;
    return save(
      found === null ? null : completeTemplate(found),
      found === null ? [] : noteLacking(found, request.say),
      request,
    );
  },
});
