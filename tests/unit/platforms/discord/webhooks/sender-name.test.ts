/** Names of outlets as senders: what Discord refuses is mended, what is fine stays as it is. */

import { expect, test } from "vitest";
import { toSenderName } from "../../../../../src/platforms/discord/webhooks/sender-name.ts";
import { checkName } from "../../../../helpers/discord/webhook-routes.ts";

const PAGE = "https://www.harborwire.example/pier";

test.each([
  ["Harbor Wire", "Harbor Wire"],
  ["Порт и город", "Порт и город"],
  ["港湾日報", "港湾日報"],
  ["The Discord Gazette", "The Dis-cord Gazette"],
  ["CLYDESIDE Herald", "CL-YDESIDE Herald"],
  ["D\u200bisco\u00adrd Daily", "Dis-cord Daily"],
  ["Ｄｉｓｃｏｒｄ Daily", "Dis-cord Daily"],
  ["News: @Harbor #1", "News Harbor 1"],
  ["@everyone", "everyone."],
  ["here", "here."],
  ["  ", "www.harborwire.example"],
  ["\u202e***", "www.harborwire.example"],
])("%j stands above a post as %j", (outlet, name) => {
  expect(toSenderName(outlet, PAGE)).toBe(name);
});

test("no name is refused, however long or strange", () => {
  const parts = ["discord", "cl", "yde", "😀", "@", "dis", "cord", "\ud83d", "```", " ", "한", "ＣＬＹＤＥ", "\u0301"];
  let seed = 7;
  for (let count = 0; count < 3000; count += 1) {
    let outlet = "";
    for (let index = 0; index < count % 60; index += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      outlet += parts[seed % parts.length] ?? "";
    }
    const name = toSenderName(outlet, "");
    expect(() => checkName(name), JSON.stringify(outlet)).not.toThrow();
    expect(name.length).toBeLessThanOrEqual(80);
  }
});
