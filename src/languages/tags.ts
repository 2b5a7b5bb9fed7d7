/** Tags of languages as feeds, pages and people write them, brought to one form. */

const ALIASES: Readonly<Record<string, string>> = {
  iw: "he",
  in: "id",
  ua: "uk",
  jp: "ja",
  cn: "zh",
  kr: "ko",
  gr: "el",
  cz: "cs",
  dk: "da",
  se: "sv",
  nb: "no",
  nn: "no",
  eng: "en",
  deu: "de",
  fra: "fr",
};

/** "en-US" or "EN_us" to "en"; null when it is no language tag. */
export function readLanguageTag(tag: string | null | undefined): string | null {
  const primary = /^\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]*)?\s*$/.exec(tag ?? "")?.[1]?.toLowerCase();
  if (primary === undefined || primary === "und" || primary === "mul" || primary === "zxx") return null;
  return ALIASES[primary] ?? primary;
}
