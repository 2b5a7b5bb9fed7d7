/** Colors of a card: paper, ink, and the accent of its outlet, all of them easy to read. */

import type { CardLook } from "../domain/cards/card.ts";

export interface CardColors {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
}

/** What WCAG asks of small text. */
export const CONTRAST_MIN = 4.5;
const LOOKS = {
  light: { paper: "#fbfaf6", ink: "#1b1d22", muted: "#565c68" },
  dark: { paper: "#16181d", ink: "#f2f0ea", muted: "#a7adb9" },
} as const satisfies Record<CardLook, Omit<CardColors, "accent">>;

/** The same outlet always gets the same hue, as on the page. */
function toHue(text: string): number {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return (hash * 47) % 360;
}

type Rgb = readonly [number, number, number];

/** Parts from 0 to 255. */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const part = (offset: number): number => {
    const turn = (offset + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))));
  };
  return [part(0), part(8), part(4)];
}

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
const fromHex = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as never;

function toLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = fromHex(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21, as WCAG counts it. */
export function toContrast(one: string, other: string): number {
  const [low = 0, high = 0] = [toLuminance(one), toLuminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** As vivid as can be read on the paper. */
export function chooseColors(look: CardLook, outlet: string): CardColors {
  const colors = LOOKS[look];
  const hue = toHue(outlet);
  for (let step = 0; step < 40; step += 1) {
    const lightness = look === "light" ? 0.48 - step / 100 : 0.55 + step / 100;
    const accent = toHex(fromHsl(hue, 0.62, lightness));
    if (toContrast(accent, colors.paper) >= CONTRAST_MIN) return { ...colors, accent };
  }
  return { ...colors, accent: colors.ink };
}
