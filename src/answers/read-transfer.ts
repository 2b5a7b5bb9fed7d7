/** Files of subscriptions that come in: from an address, or sent along. */

import type { CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import { fileNotText, readSentFile } from "../domain/sent-file.ts";
import type { Transfer } from "../domain/subscription.ts";
import type { Download } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";
import type { ReadTransfer } from "./reading-tasks.ts";
import type { Refusal } from "./transfer.ts";

export interface TransferDependencies {
  readonly download: Download;
  /** In a thread of its own, killed when it takes too long or too much memory. */
  readonly reading: { readonly readTransfer: (bytes: Uint8Array, contentType: string | null) => Promise<ReadTransfer> };
}

export function createTransferReaders({
  download,
  reading,
}: TransferDependencies): Pick<CommandServices, "readTransfer" | "readTransferFile"> {
  async function read(bytes: Uint8Array, contentType: string | null, refusal: Refusal): Promise<Transfer | "binary"> {
    const answer = await reading.readTransfer(bytes, contentType).catch((error: unknown) => {
      if (error instanceof WorkStoppedError) {
        throw new UserError("unavailable", (say) => say("import.stopped", { reason: error.message }));
      }
      throw error;
    });
    if ("subscriptions" in answer) {
      if (answer.subscriptions.length === 0) throw new UserError("bad-option", (say) => say("import.noFeeds"));
      return answer;
    }
    if (answer.problem === "binary") return answer.problem;
    throw new UserError("bad-option", (say) => say(refusal));
  }

  return {
    async readTransfer(url) {
      const downloaded = await download(url, { accept: "feed" });
      if (downloaded.status === "failed") {
        const { reason } = downloaded;
        throw new UserError("unavailable", (say) => say("import.stopped", { reason }));
      }
      if (downloaded.status !== "fresh") throw new UserError("unavailable", (say) => say("import.unreadable"));
      const found = await read(downloaded.body, downloaded.contentType, "import.unreadable");
      if (found === "binary") throw new UserError("bad-option", (say) => say("import.unreadable"));
      return found;
    },

    async readTransferFile(file) {
      const found = await read(await readSentFile(file), file.contentType, "import.notSubscriptions");
      if (found === "binary") throw fileNotText();
      return found;
    },
  };
}
