/** JSON from strangers is measured before it is built. */

import { expect, test } from "vitest";
import { JSON_DEPTH_MAX, parseJson, TooDeepError } from "../../../src/net/json.ts";

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

test("JSON within the depth is read as it is; brackets within strings are text", () => {
  expect(parseJson('{"a":[1,"\\"[[{{"]}')).toEqual({ a: [1, '"[[{{'] });
  expect(parseJson(nested(JSON_DEPTH_MAX))).toHaveLength(1);
  expect(parseJson(`[${"[],".repeat(1000)}[]]`)).toHaveLength(1001);
  expect(parseJson(JSON.stringify("[".repeat(500)))).toBe("[".repeat(500));
  for (const text of ["\\", '"', '\\"[', "\\\\", '\\\\"'])
    expect(parseJson(JSON.stringify([text, "[".repeat(500)]))).toEqual([text, "[".repeat(500)]);
  expect(() => parseJson(`{"a":"${"[".repeat(500)}`)).toThrow(SyntaxError);
});

test("deeper JSON is refused with what is expected, closed or not", () => {
  for (const text of [nested(JSON_DEPTH_MAX + 1), "[".repeat(4_000_000), '{"a":'.repeat(500_000)])
    expect(() => parseJson(text)).toThrow(TooDeepError);
  expect(() => parseJson(nested(100))).toThrow("The JSON nests deeper than 64 levels; a few are expected.");
});
