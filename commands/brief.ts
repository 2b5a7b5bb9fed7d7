/** A brief of any page on request. */

import { UserError } from "../src/domain/errors.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { required, rest, text } from "../src/typed/options/index.ts";

export const brief = defineCommand({
  name: "brief",
  access: "everyone",
  needs: { services: ["readBrief"] },
  options: {
    url: required(rest(text({ lengthMax: 2000 }))),
  },
  examples: ["/brief https://news.example/article"],

  async run({ say, language, options, readBrief, onProgress }) {
    if (!/^https?:\/\/[^\s]+$/i.test(options.url)) {
      throw new UserError("bad-option", (say) => say("brief.badAddress"));
    }
    await onProgress(say("brief.reading"));
    return { text: "", posts: [await readBrief(options.url, language)] };
  },
});
