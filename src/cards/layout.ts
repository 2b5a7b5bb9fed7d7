/** Where everything stands on a card: boxes of text within its margins, as large as they fit. */

import type { Card } from "../domain/cards/card.ts";
import type { CardColors } from "./card-colors.ts";
import { listShortened } from "./shorten-quote.ts";
import {
  type Block,
  findDirection,
  fitBlock,
  fitOutlet,
  heightOf,
  type MeasureStyled,
  type TextStyle,
} from "./text-blocks.ts";

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 675;
export const MARGIN = 104;
export const BAR_WIDTH = 14;
export const RULE_WIDTH = 56;
const TOP = 72;
const FOOT = 60;
const GAP = 36;
const INNER = CARD_WIDTH - 2 * MARGIN;
const EDGES = { left: MARGIN, right: CARD_WIDTH - MARGIN } as const;

/** Larger is for what is said in two lines at most. */
const PLAIN_SIZE_MAX = 72;
const QUOTE = {
  sizes: [96, 84, PLAIN_SIZE_MAX, 66, 60, 55, 50, 46, 42, 38, 35, 32],
  weight: 500,
  widthMax: INNER,
  linesMax: (size: number) => (size > PLAIN_SIZE_MAX ? 2 : 12),
} as const;
const NAME = { sizes: [36, 32, 28, 24], weight: 700, widthMax: INNER, linesMax: () => 2 } as const;
const ROLE = { sizes: [28, 25, 22, 20], weight: 400, widthMax: INNER, linesMax: () => 3 } as const;
const OUTLET = { sizes: [27, 24, 21, 18], weight: 600, linesMax: () => 2 } as const;
const DAY = { sizes: [27, 24, 21, 18], weight: 400, linesMax: () => 1 } as const;
const SEPARATOR = "  ·  ";
const LINK_SIZE = 23;
const LINK_SIZE_MIN = 12;
const LINK_WIDTH_MAX = 470;

export interface TextBox extends TextStyle {
  readonly text: string;
  /** The edge it is set from, and its baseline. */
  readonly x: number;
  readonly y: number;
  readonly align: "left" | "right";
  readonly direction: "ltr" | "rtl";
  readonly color: keyof CardColors;
}

export interface CardLayout {
  readonly boxes: readonly TextBox[];
  readonly direction: "ltr" | "rtl";
  /** Top of the short rule above who spoke; null where nothing is said of that. */
  readonly ruleY: number | null;
  /** The words as they stand on the card. */
  readonly text: string;
}

/** A place for lines, from the top down. */
interface Column {
  readonly align: "left" | "right";
  readonly boxes: TextBox[];
  y: number;
}

/** Lines of one paragraph are all read in its direction. */
function put(column: Column, block: Block | null, color: keyof CardColors, direction?: "ltr" | "rtl"): void {
  if (block === null) return;
  const own = direction ?? findDirection(block.lines.join(" "));
  for (const text of block.lines) {
    const y = Math.round(column.y + block.lineHeight / 2 + block.style.size * 0.36);
    const { align } = column;
    column.boxes.push({ ...block.style, text, x: EDGES[align], y, align, direction: own, color });
    column.y += block.lineHeight;
  }
}

function fitLink(link: string, measure: MeasureStyled): TextStyle | null {
  const width = measure(link, { size: LINK_SIZE, weight: 400 });
  const size = Math.min(LINK_SIZE, Math.floor((LINK_SIZE * LINK_WIDTH_MAX) / Math.max(1, width)));
  return size < LINK_SIZE_MIN ? null : { size, weight: 400 };
}

/** Outlet and day, and opposite the link. */
interface Footer {
  readonly outlet: Block;
  readonly day: Block | null;
  /** Behind the outlet where it has room there, else below. */
  readonly isDayBeside: boolean;
  readonly link: TextStyle | null;
  readonly height: number;
}

function fitFooter({ outlet: name, day: when, link: address, language }: Card, measure: MeasureStyled): Footer {
  const link = fitLink(address, measure);
  const widthMax = INNER - (link === null ? 0 : measure(address, link) + GAP);
  const outlet = fitOutlet(name, { ...OUTLET, widthMax }, language, measure);
  const besideWidth = widthMax - measure(outlet.lines[0] ?? "", outlet.style) - measure(SEPARATOR, outlet.style);
  const beside = { ...DAY, sizes: [outlet.style.size], widthMax: besideWidth };
  const dayBeside = when === null || outlet.lines.length > 1 ? null : fitBlock(when, beside, language, measure);
  const dayBelow = when === null || dayBeside !== null ? null : fitBlock(when, { ...DAY, widthMax }, language, measure);
  const height = heightOf(outlet) + heightOf(dayBelow);
  return { outlet, day: dayBeside ?? dayBelow, isDayBeside: dayBeside !== null, link, height };
}

function putFooter(column: Column, footer: Footer, { link }: Card, measure: MeasureStyled): void {
  const { outlet, day, isDayBeside } = footer;
  put(column, outlet, "muted");
  const last = column.boxes.at(-1);
  if (last !== undefined && day !== null && isDayBeside) {
    const towards = column.align === "left" ? 1 : -1;
    const dotX = last.x + towards * measure(last.text, outlet.style);
    const dayX = dotX + towards * measure(SEPARATOR, outlet.style);
    const text = day.lines[0] ?? "";
    column.boxes.push({ ...last, text: SEPARATOR, x: dotX, direction: "ltr" });
    column.boxes.push({ ...last, ...day.style, text, x: dayX, direction: findDirection(text) });
  } else put(column, day, "muted");
  if (footer.link !== null && last !== undefined) {
    const align = column.align === "left" ? "right" : "left";
    const y = column.boxes.at(-1)?.y ?? last.y;
    column.boxes.push({ ...last, ...footer.link, text: link, x: EDGES[align], y, align, direction: "ltr" });
  }
}

/** Null where the words do not fit, or who spoke. */
export function layOutCard(card: Card, measure: MeasureStyled): CardLayout | null {
  const { language, speaker, role, unnamed } = card;
  const direction = findDirection(card.text);
  const name = speaker ?? unnamed;
  const room = speaker === null ? { ...NAME, weight: 500 as const } : NAME;
  const nameBlock = name === null ? null : fitBlock(name, room, language, measure);
  const roleBlock = role === null ? null : fitBlock(role, ROLE, language, measure);
  if ((name !== null && nameBlock === null) || (role !== null && roleBlock === null)) return null;

  const footer = fitFooter(card, measure);
  const footerTop = CARD_HEIGHT - FOOT - footer.height;
  const hasCredit = nameBlock !== null || roleBlock !== null;
  const creditHeight = hasCredit ? heightOf(nameBlock) + heightOf(roleBlock) + GAP + 20 : 0;
  const heightMax = footerTop - GAP - TOP - creditHeight;
  const [open, close] = card.marks;
  for (const text of listShortened(card.text, language)) {
    const quote = fitBlock(`${text}${close}`, { ...QUOTE, heightMax }, language, measure);
    if (quote === null) continue;
    const top = TOP + Math.max(0, (heightMax - heightOf(quote)) / 2);
    const column: Column = { align: direction === "ltr" ? "left" : "right", boxes: [], y: top };
    put(column, quote, "ink", direction);
    const [first] = column.boxes;
    // The opening mark hangs in the margin, so that the lines stand flush.
    const hang = (open.endsWith("\u00a0") ? 0.12 : 0.06) * quote.style.size;
    const [align, x] =
      direction === "ltr" ? (["right", MARGIN - hang] as const) : (["left", EDGES.right + hang] as const);
    if (first !== undefined) column.boxes.push({ ...first, text: open.trim(), x, align, color: "accent" });
    const ruleY = hasCredit ? Math.round(column.y + GAP / 2 + 4) : null;
    if (hasCredit) column.y += GAP + 20;
    put(column, nameBlock, speaker === null ? "muted" : "ink");
    put(column, roleBlock, "muted");
    column.y = footerTop;
    putFooter(column, footer, card, measure);
    return { boxes: column.boxes, direction, ruleY, text };
  }
  return null;
}
