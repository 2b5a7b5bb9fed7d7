/** The channel's subscriptions as a file, for another channel, another platform or another reader. */

import { defineCommand } from "../src/domain/command.ts";
import { TRANSFER_FORMATS } from "../src/domain/transfer.ts";

const exportCommand = defineCommand({
  name: "export",
  access: "managers",
  options: {
    format: { type: "choice", choices: TRANSFER_FORMATS },
  },
  examples: ["/export", "/export opml"],

  async run({ say, options, store, destination, toTransferFile }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0) return { text: say("subscriptions.none"), isPrivate: true };
    return {
      text: say("export.done"),
      file: toTransferFile(standing, await store.feeds.list(), options.format ?? "json"),
      isPrivate: true,
    };
  },
});

export { exportCommand as export };
