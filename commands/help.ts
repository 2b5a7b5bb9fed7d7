/** Commands with their options and examples, built from the definitions. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";

export const help = defineCommand({
  name: "help",
  summary: "Show what the bot can do",
  access: "everyone",
  options: {
    command: { type: "text", description: "One command, for its options", isRest: true, lengthMax: 33 },
  },
  examples: ["/help", "/help search"],

  async run({ options, commands }) {
    if (options.command !== undefined) {
      const name = options.command.toLowerCase().replace(/^\//, "");
      const command = commands.find((each) => each.name === name);
      if (command === undefined) throw new UserError("not-found", `There is no command /${name}. /help lists them.`);
      return {
        text: `/${command.name}: ${command.summary}.${command.access === "managers" ? " For those who manage the channel." : ""}`,
        lists: [
          {
            title: "Options",
            items: Object.entries(command.options).map(([optionName, option]) => ({
              text: option.required === true ? `${optionName} (needed)` : optionName,
              url: null,
              detail: option.description,
            })),
          },
          { title: "Examples", items: command.examples.map((text) => ({ text, url: null, detail: null })) },
        ].filter((list) => list.items.length > 0),
        isPrivate: true,
      };
    }
    return {
      text: "I read news feeds and post short briefs here, with quotes copied word for word from the articles. What you can type:",
      lists: [
        {
          title: null,
          items: commands.map((command) => ({
            text: command.examples[0] ?? `/${command.name}`,
            url: null,
            detail: `${command.summary}${command.access === "managers" ? " (for those who manage the channel)" : ""}`,
          })),
        },
      ],
      isPrivate: true,
    };
  },
});
