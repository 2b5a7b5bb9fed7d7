/** The channel's subscriptions as a file, for another channel, another platform or another reader. */

import type { Say } from "../src/domain/say.ts";
import { TRANSFER_FORMATS, type TransferFile } from "../src/domain/subscription.ts";
import { findTranslation } from "../src/messages/channel-language.ts";
import { findChannelTemplate } from "../src/messages/channel-template.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { choice } from "../src/typed/options/index.ts";

const UNKNOWN_SHOWN_MAX = 10;

/** What the file does not hold, in sentences. */
function wordLeft({ unknownFeedIds, leftCount, bareCount }: TransferFile, say: Say): readonly string[] {
  const shown: readonly string[] = unknownFeedIds.slice(0, UNKNOWN_SHOWN_MAX);
  const more = unknownFeedIds.length > shown.length ? ["…"] : [];
  return [
    ...(leftCount === 0 ? [] : [say("export.opmlLeft", { left: String(leftCount), command: "/export json" })]),
    ...(bareCount === 0 ? [] : [say("export.opmlBare", { bare: String(bareCount) })]),
    ...(shown.length === 0 ? [] : [say("export.unknownFeeds", { feeds: say.series([...shown, ...more]) })]),
  ];
}

const exportCommand = defineCommand({
  name: "export",
  access: "managers",
  needs: { store: ["feeds", "notes", "subscriptions"], services: ["toTransferFile"] },
  options: {
    format: choice({ choices: TRANSFER_FORMATS }),
  },
  examples: ["/export", "/export opml"],

  async run({ say, options, store, destination, toTransferFile }) {
    const standing = await store.subscriptions.findByDestination(destination);
    if (standing.length === 0) return { text: say("subscriptions.none"), isPrivate: true };
    const template = await findChannelTemplate(store.notes, destination);
    const feeds = await store.feeds.list();
    const translation = await findTranslation(store.notes, destination);
    const look = { template: template?.text ?? null, translation };
    const transfer = toTransferFile(standing, feeds, options.format ?? "json", look);
    const { file } = transfer;
    const done = file === null ? say("export.empty") : say("export.done");
    return {
      text: [done, ...wordLeft(transfer, say)].join(" "),
      ...(file === null ? {} : { file }),
      isPrivate: true,
    };
  },
});

export { exportCommand as export };
