/** Draws a card as a PNG. Loaded in a process of its own alone: fonts and canvas would stay in memory for good. */

import { createCanvas, GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import type { Card, CardResult } from "../domain/cards/card.ts";
import { type CardColors, chooseColors } from "./card-colors.ts";
import { type ChosenFonts, findFontFolder, openFonts } from "./fonts/font-files.ts";
import { BAR_WIDTH, CARD_HEIGHT, CARD_WIDTH, type CardLayout, layOutCard, MARGIN, RULE_WIDTH } from "./layout.ts";
import { LEFT_OUT } from "./shorten-quote.ts";
import type { MeasureStyled, TextStyle } from "./text-blocks.ts";

const MISSING_SHOWN_MAX = 8;
/** Longer ones are no quote anybody reads on a card, and take long to lay out. */
const QUOTE_LENGTH_MAX = 4_000;
const NAME_LENGTH_MAX = 400;

let fonts: ReturnType<typeof openFonts> | null = null;
const registered = new Set<string>();

/** As it is drawn: turned round by nothing, spaces all alike, hyphens that may not break as hyphens. */
const toDrawn = (text: string): string =>
  text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\u2011/g, "-")
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, " ")
    .replace(/(?!\u200c|\u200d|\n)[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, "");

/** A name may be adorned with signs no font of ours has. */
const withoutSigns = (name: string): string =>
  name
    .replace(/(?![©®™])\p{Extended_Pictographic}[\ufe0e\ufe0f]?/gu, "")
    .replace(/\s+/g, " ")
    .trim() || name;

function register({ files }: ChosenFonts): string {
  for (const { family, path } of files) {
    if (!registered.has(family)) GlobalFonts.registerFromPath(path, family);
    registered.add(family);
  }
  return files.map(({ family }) => `"${family}"`).join(", ");
}

const toFont = ({ size, weight }: TextStyle, families: string): string => `${weight} ${size}px ${families}`;

type Opened = { readonly families: string; readonly card: Card } | Exclude<CardResult, { readonly outcome: "drawn" }>;

/** The fonts a card needs, registered; or why it is not drawn. */
function openFor(given: Card): Opened {
  const folder = findFontFolder();
  if (folder === null) return { outcome: "not-installed" };
  const card = { ...given, outlet: withoutSigns(given.outlet) };
  const { text, marks, speaker, role, unnamed, outlet, day, link } = card;
  const isLong = [speaker, role, outlet].some((each) => (each?.length ?? 0) > NAME_LENGTH_MAX);
  if (text.length > QUOTE_LENGTH_MAX || isLong) return { outcome: "too-long" };
  fonts ??= openFonts(folder);
  const all = [text, ...marks, LEFT_OUT, speaker, role, unnamed, outlet, day, link, "·…"];
  const chosen = fonts.choose(toDrawn(all.filter((each) => each !== null).join(" ")).replace(/\n/g, " "));
  if (chosen.missing.length === 0) return { families: register(chosen), card };
  const letters = chosen.missing.slice(0, MISSING_SHOWN_MAX).join(" ");
  return { outcome: "no-letters", letters, packages: chosen.packages };
}

/** Naming the fonts again takes longer than measuring, and a line is asked for at many sizes. */
function createMeasure(context: SKRSContext2D, families: string): MeasureStyled {
  const known = new Map<string, number>();
  let named = "";
  return (text, style) => {
    const key = `${style.weight} ${style.size} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const font = toFont(style, families);
    if (font !== named) context.font = font;
    named = font;
    const { width } = context.measureText(toDrawn(text));
    known.set(key, width);
    return width;
  };
}

/** How wide the texts of a card are; null where it is not drawn. */
export function openMeasure(card: Card): MeasureStyled | null {
  const opened = openFor(card);
  return "outcome" in opened ? null : createMeasure(createCanvas(1, 1).getContext("2d"), opened.families);
}

function draw(context: SKRSContext2D, layout: CardLayout, colors: CardColors, families: string): void {
  const isLtr = layout.direction === "ltr";
  context.fillStyle = colors.paper;
  context.fillRect(0, 0, CARD_WIDTH, CARD_HEIGHT);
  context.fillStyle = colors.accent;
  context.fillRect(isLtr ? 0 : CARD_WIDTH - BAR_WIDTH, 0, BAR_WIDTH, CARD_HEIGHT);
  if (layout.ruleY !== null) {
    context.fillRect(isLtr ? MARGIN : CARD_WIDTH - MARGIN - RULE_WIDTH, layout.ruleY, RULE_WIDTH, 4);
  }
  for (const box of layout.boxes) {
    context.font = toFont(box, families);
    context.fillStyle = colors[box.color];
    context.direction = box.direction;
    context.textAlign = box.align;
    context.fillText(toDrawn(box.text), box.x, box.y);
  }
}

/** Rejects on a fault only. */
export async function drawCard(given: Card): Promise<CardResult> {
  const opened = openFor(given);
  if ("outcome" in opened) return opened;
  const { families, card } = opened;
  const canvas = createCanvas(CARD_WIDTH, CARD_HEIGHT);
  const context = canvas.getContext("2d");
  const layout = layOutCard(card, createMeasure(context, families));
  if (layout === null) return { outcome: "too-long" };
  draw(context, layout, chooseColors(card.look, card.outlet), families);
  const bytes = await canvas.encode("png");
  return { outcome: "drawn", bytes, width: CARD_WIDTH, height: CARD_HEIGHT, text: layout.text };
}
