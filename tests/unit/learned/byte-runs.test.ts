/** Runs of bytes tell languages as the package does that counted them, and take little memory. */

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { eld } from "eld/extrasmall";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readByteRuns } from "../../../src/learned/byte-runs.ts";
import { collectGarbage } from "../../helpers/collect-garbage.ts";
import { createTemporaryFolder } from "../../helpers/temporary-folder.ts";

const FILE = new URL("../../../weights/languages/byte-runs.bin", import.meta.url);
const findLikeness = readByteRuns(FILE);

const TEXTS: Readonly<Record<string, string>> = {
  en: "The harbor master said that the ferry wouldn't sail until the storm had passed, and nobody on the quay was surprised.",
  fr: "Le capitaine du port a dit que le bac ne partirait qu’après la tempête, et personne sur le quai n’en fut étonné.",
  de: "Der Hafenmeister sagte, die Fähre werde erst nach dem Sturm fahren, und niemand am Kai war darüber überrascht.",
  da: "Havnefogeden sagde, at færgen først ville sejle efter stormen, og ingen på kajen var overrasket over det.",
  pl: "Kapitan portu powiedział, że prom wypłynie dopiero po burzy, i nikogo na nabrzeżu to nie zdziwiło.",
  tr: "Liman başkanı, feribotun ancak fırtınadan sonra kalkacağını söyledi ve rıhtımda kimse buna şaşırmadı.",
  ru: "Капитан порта сказал, что паром выйдет только после шторма, и никто на причале этому не удивился.",
  ar: "قال مدير الميناء إن العبارة لن تبحر إلا بعد انتهاء العاصفة، ولم يتفاجأ أحد على الرصيف.",
  hi: "बंदरगाह प्रमुख ने कहा कि नौका तूफान के बाद ही चलेगी, और घाट पर किसी को आश्चर्य नहीं हुआ।",
};
/** Of letters that every Unicode knows, of what stands within words, and of what does not. */
const LETTER = fc.constantFrom(..."abcxyzABCäéßñøŁşğİ’'`-.,  0🚢абвжяαβωאבجदकは漢한");

const toObject = (text: string): object => Object.fromEntries(findLikeness(text));

describe("likeness to languages", () => {
  test.each(Object.entries(TEXTS))("finds %s, with the scores of the package", (language, text) => {
    const result = eld.detect(text);
    expect(result.language).toBe(language);
    expect(toObject(text)).toEqual(result.getScores());
    expect(toObject(`${text} `.repeat(40))).toEqual(eld.detect(`${text} `.repeat(40)).getScores());
  });

  test("is that of the package for any text", () => {
    const text = fc.oneof(
      fc.string({ unit: LETTER, maxLength: 1_500 }),
      fc.string({ unit: fc.constantFrom(..."abcdeéж"), minLength: 60, maxLength: 500 }),
    );
    fc.assert(fc.property(text, (each) => void expect(toObject(each)).toEqual(eld.detect(each).getScores())));
  });

  test.each(["", " ", "1234 5678", "’’’", "🚢"])("%j is like nothing but what its marks are like", (text) => {
    expect(toObject(text)).toEqual(eld.detect(text).getScores());
  });

  test("takes a tenth of the memory that an object of each run took", () => {
    collectGarbage();
    const before = process.memoryUsage();
    const kept = readByteRuns(FILE);
    collectGarbage();
    const after = process.memoryUsage();
    const grownBy = after.heapUsed + after.external - before.heapUsed - before.external;
    expect(kept("ferry").size).toBeGreaterThan(0);
    expect(grownBy).toBeLessThan(3_000_000);
  });
});

describe("a file that is damaged", () => {
  const folder = createTemporaryFolder("byte-runs-");
  afterAll(() => rmSync(folder, { recursive: true }));
  const head = '{"languages":["xx"],"leastScore":53,"blankBytes":[],"blank":32}\n';
  const write = (name: string, bytes: readonly number[]): URL => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.concat([Buffer.from(head), Buffer.from(bytes)]));
    return pathToFileURL(path);
  };

  test("is read when it is whole, and refused when it breaks off or names a language that is not there", () => {
    expect(readByteRuns(write("whole", [3, 32, 97, 32, 1, 0, 9]))("a")).toEqual(new Map([["xx", 62 / 87]]));
    expect(() => readByteRuns(write("broken", [3, 32, 97, 32, 1, 0]))).toThrow("in the middle");
    expect(() => readByteRuns(write("other", [3, 32, 97, 32, 1, 1, 9]))).toThrow("no language");
  });
});
