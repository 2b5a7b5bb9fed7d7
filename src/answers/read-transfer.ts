/** Files of subscriptions that come in: from an address, or sent along. */

import type { CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import { fileNotText, readSentFile } from "../domain/sent-file.ts";
import { decodeBytes, isBinary } from "../net/decode.ts";
import type { Download } from "../net/download.ts";
import { parseTransfer } from "./transfer.ts";

export function createTransferReaders({
  download,
}: {
  readonly download: Download;
}): Pick<CommandServices, "readTransfer" | "readTransferFile"> {
  return {
    async readTransfer(url) {
      const downloaded = await download(url, { accept: "feed" });
      if (downloaded.status !== "fresh") throw new UserError("unavailable", (say) => say("import.unreadable"));
      const text = decodeBytes(downloaded.body, downloaded.contentType, "xml");
      return parseTransfer(text, "import.unreadable");
    },

    async readTransferFile(file) {
      const text = decodeBytes(await readSentFile(file), file.contentType, "xml");
      if (isBinary(text)) throw fileNotText();
      return parseTransfer(text, "import.notSubscriptions");
    },
  };
}
