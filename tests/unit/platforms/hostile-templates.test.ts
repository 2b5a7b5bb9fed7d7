/** Hostile templates with hostile texts in them, on every platform: no ping, no broken markup, nothing over a limit. */

import { expect, test } from "vitest";
import { findTemplate, PRESET_NAMES, PRESETS } from "../../../src/domain/post-template.ts";
import { DISCORD_PIECES, makeHostileTexts, TELEGRAM_PIECES } from "../../helpers/hostile.ts";
import { makeHostileTemplates } from "../../helpers/hostile-templates.ts";
import { tryTemplate } from "../../helpers/try-templates.ts";

/** PULLQUOTE_FUZZ=1000 for the long form. */
const COUNT = Number(process.env["PULLQUOTE_FUZZ"] ?? 120);
const SEED = 20261130;
const PIECES = [...DISCORD_PIECES, ...TELEGRAM_PIECES];

test(`${COUNT} hostile templates on as many hostile texts`, () => {
  const templates = makeHostileTemplates(PIECES, COUNT, SEED);
  const texts = makeHostileTexts(PIECES, COUNT, SEED + 1);
  expect(templates).toHaveLength(COUNT);
  for (const [index, template] of templates.entries()) {
    const text = texts[index] ?? "";
    try {
      tryTemplate(text, template);
    } catch (error) {
      throw new Error(`${JSON.stringify({ template: template.text, text: text.slice(0, 500) })}`, { cause: error });
    }
  }
});

test.each(PRESET_NAMES)("the look %s on hostile texts", (name) => {
  const template = findTemplate(PRESETS[name]);
  if (template === null) throw new Error(`${name} is no template.`);
  for (const text of makeHostileTexts(PIECES, 40, SEED + 2)) tryTemplate(text, template);
});
