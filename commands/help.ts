/** Commands with their options and examples, built from the definitions. */

import { type Command, findCommandText, isOffered } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { ReplyList } from "../src/domain/post.ts";
import type { Say } from "../src/domain/say.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { rest, text } from "../src/typed/options/index.ts";
import { takesWordsAnywhere } from "../src/typed/typed-command.ts";

const FORM = "name:value";

/** How values are typed; Discord has a field for each. */
function wordTyping(command: Command, say: Say): string {
  return takesWordsAnywhere(command)
    ? say("help.typedSearch", { form: FORM, example: "/search speaker:Adaeze Moreau harbor" })
    : say("help.typed", { form: FORM, example: "/edit 1 speaker:Adaeze Moreau words:port authority" });
}

export const help = defineCommand({
  name: "help",
  access: "everyone",
  needs: { services: ["commands"] },
  options: {
    command: rest(text({ lengthMax: 33 })),
  },
  examples: ["/help", "/help search"],

  async run({ say, options, commands, destination }) {
    if (options.command !== undefined) {
      const name = options.command.toLowerCase().replace(/^\//, "");
      const command = commands.find((each) => each.name === name);
      if (command === undefined) {
        throw new UserError("not-found", (say) => say("answer.noCommand", { command: `/${name}` }));
      }
      const summary = findCommandText(say, name) ?? command.summary;
      const what = say(command.access === "managers" ? "help.oneForManagers" : "help.one", {
        command: `/${name}`,
        summary,
      });
      const isTyped = destination.platform !== "discord" && Object.keys(command.options).length > 1;
      return {
        text: isTyped ? `${what} ${wordTyping(command, say)}` : what,
        lists: [
          {
            title: say("help.options"),
            items: Object.entries(command.options)
              .filter(([, option]) => isOffered(option, destination.platform))
              .map(([optionName, option]) => ({
                text: option.required === true ? say("help.needed", { option: optionName }) : optionName,
                url: null,
                detail: findCommandText(say, name, optionName) ?? option.description,
              })),
          },
          { title: say("help.examples"), items: command.examples.map((text) => ({ text, url: null, detail: null })) },
        ].filter((list) => list.items.length > 0),
        isPrivate: true,
      };
    }
    const list = (access: Command["access"], title: string): ReplyList => ({
      title,
      items: commands
        .filter((command) => command.access === access)
        .map((command) => ({
          text: command.examples[0] ?? `/${command.name}`,
          url: null,
          detail: findCommandText(say, command.name) ?? command.summary,
        })),
    });
    return {
      text: say("help.all", { command: "/help subscribe" }),
      lists: [list("managers", say("help.managers")), list("everyone", say("help.everyone"))],
      isPrivate: true,
    };
  },
});
