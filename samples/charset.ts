/** Text to the bytes of old charsets, so that the sample newsroom can serve pages the way old sites do. */

/** Characters of windows-1252 that are not Latin-1. Sites that say iso-8859-1 send these bytes, and browsers read them so. */
const LATIN: Readonly<Record<string, number>> = {
  "€": 0x80,
  "‚": 0x82,
  "„": 0x84,
  "…": 0x85,
  "‘": 0x91,
  "’": 0x92,
  "“": 0x93,
  "”": 0x94,
  "•": 0x95,
  "–": 0x96,
  "—": 0x97,
};

const CYRILLIC: Readonly<Record<string, number>> = {
  ...LATIN,
  Ґ: 0xa5,
  "§": 0xa7,
  Ё: 0xa8,
  "©": 0xa9,
  Є: 0xaa,
  "«": 0xab,
  Ї: 0xaf,
  І: 0xb2,
  і: 0xb3,
  ґ: 0xb4,
  "·": 0xb7,
  ё: 0xb8,
  "№": 0xb9,
  є: 0xba,
  "»": 0xbb,
  ї: 0xbf,
  "€": 0x88,
};

export type Charset = "utf-8" | "iso-8859-1" | "windows-1251";

function toByte(char: string, charset: "iso-8859-1" | "windows-1251"): number | null {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return code;
  if (charset === "iso-8859-1") return LATIN[char] ?? (code >= 0xa0 && code <= 0xff ? code : null);
  if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
  return CYRILLIC[char] ?? null;
}

/** Characters the charset lacks become references such as `&#1110;`, as authoring tools write them. */
export function encodeText(text: string, charset: Charset): Buffer {
  if (charset === "utf-8") return Buffer.from(text, "utf8");
  const bytes: number[] = [];
  for (const char of text) {
    const byte = toByte(char, charset);
    if (byte !== null) bytes.push(byte);
    else bytes.push(...Buffer.from(`&#${char.codePointAt(0)};`, "ascii"));
  }
  return Buffer.from(bytes);
}
