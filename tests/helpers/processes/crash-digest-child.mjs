/** The delivery loop at the hour of a digest, started by the crash test to be killed: gathers and sends to a recorder. */

import { deliverDue } from "../../../dist/src/delivery/deliver.js";
import { gatherDue } from "../../../dist/src/delivery/gather.js";
import { isDigest } from "../../../dist/src/domain/digest.js";
import { SILENT_LOG } from "../../../dist/src/domain/platform.js";
import { openStore } from "../../../dist/src/store/open.js";

const ENTRIES_MAX = 3;

const [databaseUrl, recorderUrl, moment] = process.argv.slice(2);
if (databaseUrl === undefined || recorderUrl === undefined || moment === undefined) {
  throw new Error("Expected a database, a recorder and a moment.");
}

const store = await openStore(databaseUrl);
const now = new Date(moment);
await store.outbox.recover(now, true);

const refuse = async () => ({ outcome: "refused", reason: "not here" });
const web = {
  name: "web",
  start: async () => {},
  stop: async () => {},
  health: () => null,
  edit: refuse,
  say: refuse,
  linkTo: () => null,
  fitsDigest: ({ groups }) => groups.flatMap((group) => group.entries).length <= ENTRIES_MAX,
  async send(_destination, post, id, options) {
    const urls = isDigest(post) ? post.groups.flatMap((group) => group.entries.map((entry) => entry.url)) : [post.url];
    const facts = { id, urls, isInDoubt: (options?.firstSentAt ?? null) !== null };
    const response = await fetch(`${recorderUrl}/sent`, { method: "POST", body: JSON.stringify(facts) });
    await response.arrayBuffer();
    return { outcome: "sent", messageId: String(id) };
  },
};

const dependencies = {
  store,
  platforms: new Map([["web", web]]),
  language: "en",
  inDoubt: { web: "repeat", discord: "repeat", telegram: "resend" },
  owner: "me",
  clock: () => now,
  log: SILENT_LOG,
};
await gatherDue(dependencies, 10);
while ((await deliverDue(dependencies, 10)) > 0);
await store.close();
