/** A brief of any page on request. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";

export const brief = defineCommand({
  name: "brief",
  access: "everyone",
  options: {
    url: { type: "text", required: true, isRest: true, lengthMax: 2000 },
  },
  examples: ["/brief https://news.example/article"],

  async run({ say, options, readBrief, onProgress }) {
    if (!/^https?:\/\/[^\s]+$/i.test(options.url)) {
      throw new UserError("bad-option", (say) => say("brief.badAddress"));
    }
    await onProgress(say("brief.reading"));
    return { text: "", posts: [await readBrief(options.url)] };
  },
});
