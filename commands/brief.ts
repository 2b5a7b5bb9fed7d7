/** A brief of any page on request, and of a translated post as its article has it. */

import { UserError } from "../src/domain/errors.ts";
import { findAddresses, readSiteAddress } from "../src/typed/addresses.ts";
import { readPostButton } from "../src/typed/article-choice.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { required, rest, text } from "../src/typed/options/index.ts";

export const brief = defineCommand({
  name: "brief",
  access: "everyone",
  postButton: "translate.original",
  hasPostButton: ({ translated }) => translated !== undefined,
  keepsPostButton: true,
  needs: { store: ["articles"], services: ["readBrief", "toPosts"] },
  options: {
    url: required(rest(text({ lengthMax: 2000 }))),
  },
  examples: ["/brief https://news.example/article"],

  async run({ say, language, options, readBrief, onProgress }) {
    const url = readSiteAddress(options.url);
    if (url === null) {
      const isSeveral = findAddresses(options.url) !== null;
      throw new UserError("bad-option", (say) => say(isSeveral ? "brief.oneAtATime" : "brief.badAddress"));
    }
    await onProgress(say("brief.reading"));
    return { text: "", posts: [await readBrief(url, language)] };
  },

  /** `article:ID` under a translated post. */
  async press(rest, { say, language, store, toPosts }) {
    const stored = await readPostButton(rest, store);
    if (stored === null) throw new UserError("not-found", (say) => say("answer.oldButton"));
    return { text: say("translate.asPublished"), posts: await toPosts([stored], language), isPrivate: true };
  },
});
