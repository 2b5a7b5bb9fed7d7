/** Commands with their options and examples, built from the definitions. */

import { defineCommand, findCommandText } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";

export const help = defineCommand({
  name: "help",
  access: "everyone",
  options: {
    command: { type: "text", isRest: true, lengthMax: 33 },
  },
  examples: ["/help", "/help search"],

  async run({ say, options, commands }) {
    if (options.command !== undefined) {
      const name = options.command.toLowerCase().replace(/^\//, "");
      const command = commands.find((each) => each.name === name);
      if (command === undefined) {
        throw new UserError("not-found", (say) => say("answer.noCommand", { command: `/${name}` }));
      }
      const summary = findCommandText(say, name) ?? command.summary;
      return {
        text: say(command.access === "managers" ? "help.oneForManagers" : "help.one", { command: `/${name}`, summary }),
        lists: [
          {
            title: say("help.options"),
            items: Object.entries(command.options).map(([optionName, option]) => ({
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
    return {
      text: say("help.all"),
      lists: [
        {
          title: null,
          items: commands.map((command) => {
            const summary = findCommandText(say, command.name) ?? command.summary;
            return {
              text: command.examples[0] ?? `/${command.name}`,
              url: null,
              detail: command.access === "managers" ? say("help.forManagers", { summary }) : summary,
            };
          }),
        },
      ],
      isPrivate: true,
    };
  },
});
