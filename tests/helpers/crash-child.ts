/** The bot's two loops on a bare store, started by the crash test to be killed: publishes, claims, sends to a recorder. */

import { openStore } from "../../src/store/open.ts";
import { buildNumberedPublication, buildRecipient } from "./build.ts";

const ROOMS = ["a", "b", "c", "d"];
const SENDERS = 2;
const LEASE_MS = 60_000;

const [databaseUrl, recorderUrl, mode] = process.argv.slice(2);
if (databaseUrl === undefined || recorderUrl === undefined) throw new Error("Expected a database and a recorder.");

const store = await openStore(databaseUrl);
await store.outbox.recover(new Date(), true);

async function tell(path: string, facts: Readonly<Record<string, unknown>>): Promise<void> {
  const response = await fetch(`${recorderUrl}${path}`, { method: "POST", body: JSON.stringify(facts) });
  await response.arrayBuffer();
}

async function publishForEver(): Promise<void> {
  for (let index = await store.articles.count(); ; index += 1) {
    const url = `https://harbor.example/${index}`;
    const recipients = ROOMS.map((room) => buildRecipient(room));
    await store.articles.publish(
      buildNumberedPublication({ article: { url, canonicalUrl: url }, recipients, now: new Date() }),
    );
    await tell("/published", { url });
  }
}

async function sendUntilIdle(owner: string, isIdleEnd: boolean): Promise<void> {
  for (;;) {
    const claimed = await store.outbox.claim(new Date(), LEASE_MS, 3, owner);
    for (const delivery of claimed) {
      const { article } = await store.articles.get(delivery.articleId);
      if (!(await store.outbox.markSending(delivery.id, owner, new Date()))) continue;
      const isInDoubt = delivery.firstSentAt !== null;
      await tell("/sent", { url: article.url, room: delivery.destination.address, isInDoubt });
      await store.outbox.settle(delivery.id, { outcome: "sent", messageId: String(delivery.id) }, new Date(), owner);
    }
    if (claimed.length === 0 && isIdleEnd) {
      const { pending, claimed: held, sending } = await store.outbox.count();
      if (pending + held + sending === 0) return;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const isDraining = mode === "drain";
const senders = Array.from({ length: SENDERS }, (_, index) => sendUntilIdle(`sender-${index}`, isDraining));
await Promise.all(isDraining ? senders : [publishForEver(), ...senders]);
await store.close();
