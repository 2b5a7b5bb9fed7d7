/** Bytes to text: byte order mark, HTTP charset, the document's own declaration, strict UTF-8, then windows-1252. */

import iconv from "iconv-lite";

/** How far into a document its declaration is looked for: junk before it is common. */
const HEAD_BYTES_MAX = 8192;

/**
 * Labels as browsers read them: most pages that say the left are written in the right, a superset.
 * Node 20's TextDecoder reads windows-1252 wrongly (nodejs/node#56542), so iconv-lite does these.
 */
const LABELS: Readonly<Record<string, string>> = {
  ascii: "windows-1252",
  usascii: "windows-1252",
  latin1: "windows-1252",
  l1: "windows-1252",
  iso88591: "windows-1252",
  cp1252: "windows-1252",
  cp819: "windows-1252",
  utf8: "utf-8",
  unicode11utf8: "utf-8",
  utf16: "utf-16le",
  ucs2: "utf-16le",
  unicode: "utf-16le",
  iso88599: "windows-1254",
  latin5: "windows-1254",
  tis620: "windows-874",
  iso885911: "windows-874",
  gb2312: "gb18030",
  gbk: "gb18030",
  xgbk: "gb18030",
  euccn: "gb18030",
  sjis: "shift_jis",
  xsjis: "shift_jis",
  windows31j: "shift_jis",
  mskanji: "shift_jis",
  xeucjp: "euc-jp",
  big5: "big5-hkscs",
  xxbig5: "big5-hkscs",
  cnbig5: "big5-hkscs",
  euckr: "cp949",
  ksc56011987: "cp949",
  koreanscii: "cp949",
  iso88598i: "iso-8859-8",
  koi: "koi8-r",
  koi8: "koi8-r",
  xmaccyrillic: "maccyrillic",
};

/** Refused: nobody publishes in these, and they hide markup from whoever checks the bytes. */
const REFUSED_PATTERN = /^(?:utf7|utf7imap|hzgb2312|base64|hex|binary|xuserdefined|replacement|iso2022(?:cn|kr)).*/;

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const windows1252 = iconv.getDecoder("windows-1252");

/** What an undefined or C1 position of windows-1252 stands for: the table of bytes 0x80 to 0x9F. */
const C1_TEXTS: readonly string[] = Array.from({ length: 32 }, (_, i) => {
  const text = windows1252.write(Buffer.from([0x80 + i]));
  return text === "\ufffd" ? "" : text;
});

/** The one name under which a charset is decoded; null when it is unknown. */
function readLabel(label: string | undefined): string | null {
  if (label === undefined) return null;
  const plain = label
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
  if (plain === "" || REFUSED_PATTERN.test(plain)) return null;
  const name = LABELS[plain] ?? label.trim().toLowerCase();
  if (name === "iso-2022-jp" || iconv.encodingExists(name)) return name;
  return null;
}

const HTTP_CHARSET_PATTERN = /;\s*charset\s*=\s*["']?([\w:.+-]{1,40})/i;
const XML_DECLARATION_PATTERN = /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w:.+-]{1,40})["']/i;
const META_PATTERN = /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w:.+-]{1,40})/i;

/** The charset a document itself declares. */
function readDeclared(head: string, kind: "xml" | "html"): string | null {
  const patterns = kind === "xml" ? [XML_DECLARATION_PATTERN, META_PATTERN] : [META_PATTERN, XML_DECLARATION_PATTERN];
  for (const pattern of patterns) {
    const name = readLabel(pattern.exec(head)?.[1]);
    // The declaration could be read as ASCII, so the document is no UTF-16, whatever it says.
    if (name !== null) return name.startsWith("utf-16") || name.startsWith("utf-32") ? null : name;
  }
  return null;
}

/** UTF-16 without a mark shows in its first characters: `<` or `{` beside a zero byte. */
function findWideCharset(bytes: Uint8Array): string | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const isAscii = (byte: number): boolean => byte > 0x08 && byte < 0x80;
  if (isAscii(a) && b === 0 && isAscii(c) && d === 0) return "utf-16le";
  if (a === 0 && isAscii(b) && c === 0 && isAscii(d)) return "utf-16be";
  return null;
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/** Length of the well-formed UTF-8 sequence at an index; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] ?? 0;
  const second = bytes[index + 1] ?? 0;
  const isContinuation = (offset: number): boolean => ((bytes[index + offset] ?? 0) & 0xc0) === 0x80;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4 || !isContinuation(1)) return 0;
  if (first < 0xe0) return 2;
  if (!isContinuation(2)) return 0;
  if (first < 0xf0) return (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) ? 0 : 3;
  if (!isContinuation(3)) return 0;
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : 4;
}

/**
 * UTF-8 with stray bytes, as when a template and an article were saved differently or the end was cut off: each
 * stray byte is read as windows-1252. Null when most of the non-ASCII bytes are stray, for then it is no UTF-8.
 */
function decodeMixedUtf8(bytes: Uint8Array): string | null {
  let good = 0;
  let stray = 0;
  const strayAt: number[] = [];
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes, index);
    if (length > 1) good += 1;
    else if (length === 0) {
      stray += 1;
      strayAt.push(index);
      if (stray > 1000 && stray > good) return null;
    }
    index += Math.max(length, 1);
  }
  if (stray >= good) return null;
  const parts: string[] = [];
  let from = 0;
  for (const index of strayAt) {
    parts.push(Buffer.from(bytes.buffer, bytes.byteOffset + from, index - from).toString("utf8"));
    const byte = bytes[index] ?? 0;
    parts.push(byte < 0xa0 ? (C1_TEXTS[byte - 0x80] ?? "") : String.fromCharCode(byte));
    from = index + 1;
  }
  parts.push(Buffer.from(bytes.buffer, bytes.byteOffset + from, bytes.length - from).toString("utf8"));
  return parts.join("");
}

/** So many well-formed sequences and not one stray byte are no accident in any other charset. */
const SEQUENCES_MIN = 6;

function isSurelyUtf8(bytes: Uint8Array): boolean {
  let sequences = 0;
  for (let index = 0; index < bytes.length; ) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return false;
    if (length > 1) sequences += 1;
    index += length;
  }
  return sequences >= SEQUENCES_MIN;
}

/** Null when the bytes are not in this charset. */
function decodeAs(name: string, bytes: Uint8Array): string | null {
  if (name === "utf-8") return decodeStrictUtf8(bytes);
  if (name === "iso-2022-jp") return new TextDecoder("iso-2022-jp").decode(bytes);
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { stripBOM: true });
  if (name === "windows-1252") return text;
  // A few bad characters in a long text are damage; many say that the label is wrong.
  let bad = 0;
  for (let at = text.indexOf("\ufffd"); at !== -1; at = text.indexOf("\ufffd", at + 1)) {
    bad += 1;
    if (bad > 2 && bad * 500 > text.length) return null;
  }
  return bad > 0 && text.length < 1000 ? null : text;
}

/** Control characters 0x80 to 0x9F are windows-1252 punctuation that lost its label on the way. */
function mendControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => C1_TEXTS[control.charCodeAt(0) - 0x80] ?? "");
}

function decodeMarked(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const rest = bytes.subarray(3);
    return decodeStrictUtf8(rest) ?? decodeMixedUtf8(rest) ?? decodeAs("windows-1252", rest);
  }
  if (a === 0xff && b === 0xfe) return decodeAs(c === 0 && d === 0 ? "utf-32le" : "utf-16le", bytes);
  if (a === 0xfe && b === 0xff) return decodeAs("utf-16be", bytes);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeAs("utf-32be", bytes);
  return null;
}

/** Never throws: the last resort, windows-1252, reads anything. The byte order mark is left out. */
export function decodeBytes(bytes: Uint8Array, contentType: string | null, kind: "xml" | "html"): string {
  const marked = decodeMarked(bytes);
  if (marked !== null) return mendControls(marked);
  const wide = findWideCharset(bytes);
  if (wide !== null) return mendControls(iconv.decode(Buffer.from(bytes), wide));

  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES_MAX)).toString("latin1");
  const http = readLabel(HTTP_CHARSET_PATTERN.exec(contentType ?? "")?.[1]);
  const declared = readDeclared(head, kind);
  const candidates: string[] = [];
  const add = (name: string | null): void => {
    // UTF-16 was looked for above; a server that says so of other bytes is wrong.
    if (name !== null && !name.startsWith("utf-16") && !name.startsWith("utf-32")) candidates.push(name);
  };
  // Valid UTF-8 is no accident: it wins wherever one of the labels says so, and where there is much of it.
  if (http === "utf-8" || declared === "utf-8" || isSurelyUtf8(bytes)) add("utf-8");
  // Servers say iso-8859-1 or us-ascii by default, without having looked.
  if (http !== "windows-1252") add(http);
  if (declared !== "windows-1252") add(declared);
  if (!candidates.some((name) => name !== "utf-8")) add("utf-8");
  for (const name of candidates) {
    const text = decodeAs(name, bytes);
    if (text !== null) return mendControls(text);
  }
  const text = decodeMixedUtf8(bytes) ?? decodeAs("windows-1252", bytes) ?? "";
  return mendControls(text);
}

const BINARY_READ_MAX = 4096;
const BINARY_SHARE_MIN = 0.02;

/** Whether what was decoded is no text but a picture, an archive or the like. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, BINARY_READ_MAX);
  // control characters and what could not be decoded, which no text has more than a slip of
  const strange = head.match(/(?![\t\n\f\r\u0085])[\p{Cc}\uFFFD]/gu)?.length ?? 0;
  return strange > head.length * BINARY_SHARE_MIN;
}

const MOJIBAKE_PATTERN = /[\u00c2-\u00f4][\u0080-\u00bf]/;

/**
 * Undoes UTF-8 that was taken for iso-8859-1 and encoded again ("FÃ³rmula" for "Fórmula"). Text of which not every
 * character fits is left as it is: only a whole text that is valid UTF-8 the second time is no accident.
 */
export function mendMojibake(text: string): string {
  if (!MOJIBAKE_PATTERN.test(text) || /[^\0-\u00ff]/.test(text)) return text;
  return decodeStrictUtf8(Buffer.from(text, "latin1")) ?? text;
}

/** Addresses in headers are sent as raw UTF-8 by some, which comes as one character a byte. */
export const decodeLocation = (location: string | null): string | null =>
  location === null ? null : mendMojibake(location);
