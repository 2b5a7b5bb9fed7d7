/** A brief of any page on request. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";

export const brief = defineCommand({
  name: "brief",
  summary: "Read a page and make a brief of it",
  access: "everyone",
  options: {
    url: { type: "text", description: "Address of the article", required: true, isRest: true, lengthMax: 2000 },
  },
  examples: ["/brief https://news.example/article"],

  async run({ options, readBrief, onProgress }) {
    if (!/^https?:\/\/[^\s]+$/i.test(options.url)) {
      throw new UserError("bad-option", "Give the full address of an article, beginning with https://.");
    }
    await onProgress("Reading the page…");
    return { text: "", posts: [await readBrief(options.url)] };
  },
});
