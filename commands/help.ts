/** Commands with their options and examples, built from the definitions. */

import { defineCommand, findCommandText, isOffered } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";

/** How values are typed; Discord has a field for each. */
const TYPED = {
  several: "/edit 1 speaker:Adaeze Moreau words:port authority, ferry",
  search: "/search speaker:Adaeze Moreau harbor",
  marked: '/search speaker:"de la Cruz" harbor',
} as const;

export const help = defineCommand({
  name: "help",
  access: "everyone",
  options: {
    command: { type: "text", isRest: true, lengthMax: 33 },
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
        text: isTyped ? `${what} ${say("help.typed", TYPED)}` : what,
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
