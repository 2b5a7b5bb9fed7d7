/** Text comes out of bytes as its author typed it, whatever the labels say. */

import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { decodeBytes, mendMojibake } from "../../../src/net/decode.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy. */
const page = (charset: string, text: string): string => `<?xml version="1.0" encoding="${charset}"?><a>${text}</a>`;
const inside = (text: string): string => /<a>([\s\S]*?)<\/a>/.exec(text)?.[1] ?? text;

const SAMPLES: readonly (readonly [charset: string, text: string])[] = [
  ["windows-1251", "Порт открыт снова"],
  ["koi8-r", "Порт открыт снова"],
  ["iso-8859-5", "Порт открыт снова"],
  ["windows-1252", "Le café “Brume” – 5 €"],
  ["iso-8859-15", "Café à 5 €"],
  ["iso-8859-2", "Žlutá loď"],
  ["windows-1250", "Žlutá loď"],
  ["windows-1253", "Νέα του λιμανιού"],
  ["windows-1254", "İskele şubatta açıldı"],
  ["windows-1255", "הנמל נפתח"],
  ["windows-1256", "فتح الميناء"],
  ["windows-874", "ท่าเรือเปิดแล้ว"],
  ["shift_jis", "港が再開した"],
  ["euc-jp", "港が再開した"],
  ["gb2312", "港口重新开放"],
  ["gb18030", "港口重新开放"],
  ["big5", "港口重新開放"],
  ["euc-kr", "항구가 다시 열렸다"],
  ["utf-8", "Порт 港口 – ok"],
];

test.each(SAMPLES)("%s is read when only the document says so", (charset, text) => {
  expect(inside(decodeBytes(iconv.encode(page(charset, text), charset), "application/xml", "xml"))).toBe(text);
});

test.each(SAMPLES)("%s is read when only HTTP says so", (charset, text) => {
  expect(inside(decodeBytes(iconv.encode(`<a>${text}</a>`, charset), `text/xml; charset="${charset}"`, "xml"))).toBe(
    text,
  );
});

test.each(SAMPLES)("%s is read when HTTP says iso-8859-1 by default", (charset, text) => {
  const bytes = iconv.encode(page(charset, text), charset);
  expect(inside(decodeBytes(bytes, "text/xml; charset=ISO-8859-1", "xml"))).toBe(text);
});

test.each(SAMPLES)("%s is read when HTTP says utf-8 and is wrong", (charset, text) => {
  const bytes = iconv.encode(page(charset, text), charset);
  expect(inside(decodeBytes(bytes, "text/xml; charset=utf-8", "xml"))).toBe(text);
});

test.each(SAMPLES)("a page in %s is read by its meta element", (charset, text) => {
  const html = `<!doctype html><html><head><!-- x --><meta charset=${charset}></head><a>${text}</a>`;
  expect(inside(decodeBytes(iconv.encode(html, charset), "text/html", "html"))).toBe(text);
});

test("the old form of the meta element counts too", () => {
  const html = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><a>Порт</a>`;
  expect(inside(decodeBytes(iconv.encode(html, "windows-1251"), null, "html"))).toBe("Порт");
});

test.each(["utf-8", "utf-16le", "utf-16be"])("a byte order mark of %s beats every label", (charset) => {
  const bytes = iconv.encode(page("windows-1251", "Порт 港"), charset, { addBOM: true });
  const text = decodeBytes(bytes, "text/xml; charset=koi8-r", "xml");
  expect(inside(text)).toBe("Порт 港");
  expect(text.startsWith("<?xml")).toBe(true);
});

test.each(["utf-16le", "utf-16be"])("%s without a mark shows in its zero bytes", (charset) => {
  const bytes = iconv.encode(page("utf-16", "Порт 港"), charset, { addBOM: false });
  expect(inside(decodeBytes(bytes, "text/xml; charset=utf-8", "xml"))).toBe("Порт 港");
});

test("a declared utf-16 on plain bytes is not believed", () => {
  expect(inside(decodeBytes(Buffer.from(page("utf-16", "Порт")), null, "xml"))).toBe("Порт");
  expect(inside(decodeBytes(Buffer.from("<a>Порт</a>"), "text/xml; charset=utf-16", "xml"))).toBe("Порт");
});

test("no label and no valid UTF-8 is windows-1252", () => {
  expect(decodeBytes(iconv.encode("“déjà” – 5 €", "windows-1252"), null, "xml")).toBe("“déjà” – 5 €");
});

test("curly quotes do not become control characters under iso-8859-1, as Node 20 has it", () => {
  const bytes = iconv.encode(page("iso-8859-1", "It’s “open”"), "windows-1252");
  expect(inside(decodeBytes(bytes, null, "xml"))).toBe("It’s “open”");
});

test("control characters inside UTF-8 are mended to the punctuation they were", () => {
  expect(decodeBytes(Buffer.from("It\u0092s \u0093open\u0094"), null, "html")).toBe("It’s “open”");
});

test("one stray byte does not spoil a page in UTF-8", () => {
  const bytes = Buffer.concat([Buffer.from("Порт открыт "), Buffer.from([0x96]), Buffer.from(" снова")]);
  expect(decodeBytes(bytes, "text/html; charset=utf-8", "html")).toBe("Порт открыт – снова");
});

test("a text cut inside a character keeps the rest", () => {
  const bytes = Buffer.from("Порт открыт").subarray(0, -1);
  expect(decodeBytes(bytes, "text/html; charset=utf-8", "html").startsWith("Порт откры")).toBe(true);
});

test("a declaration after a server's warning is still found", () => {
  const text = `<br />\n<b>Warning</b>: slow<br />\n${page("windows-1251", "Порт")}`;
  expect(inside(decodeBytes(iconv.encode(text, "windows-1251"), null, "xml"))).toBe("Порт");
});

test.each(["utf-7", "base64", "hex", "nonsense", "", "x-user-defined"])("the label %j is ignored", (label) => {
  expect(decodeBytes(Buffer.from("<a>+ADw-Порт</a>"), `text/html; charset=${label}`, "html")).toBe("<a>+ADw-Порт</a>");
});

test("any bytes under any label come out as text", () => {
  const labels = fc.oneof(fc.constantFrom(...SAMPLES.map(([charset]) => charset), "utf-16", "utf-32"), fc.string());
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), labels, fc.boolean(), (bytes, label, isXml) => {
      const text = decodeBytes(bytes, `text/xml; charset=${label}`, isXml ? "xml" : "html");
      expect(typeof text).toBe("string");
      expect(/[\u0080-\u009f]/.test(text)).toBe(false);
    }),
  );
});

test("any text in UTF-8 comes back unchanged", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      fc.pre(!/[\u0080-\u009f]/.test(text) && !text.startsWith("\ufeff") && !/^[\0-\x7f]{0,3}\0/.test(text));
      expect(decodeBytes(Buffer.from(text), "text/html; charset=utf-8", "html")).toBe(text);
    }),
  );
});

test.each([
  ["FÃ³rmula", "Fórmula"],
  ["Â¿QuÃ© pasÃ³?", "¿Qué pasó?"],
  ["Fórmula", "Fórmula"],
  ["Ã la carte", "Ã la carte"],
  ["Порт â€™", "Порт â€™"],
  ["plain", "plain"],
])("%s, encoded twice or not, is %s", (given, expected) => {
  expect(mendMojibake(given)).toBe(expected);
});
