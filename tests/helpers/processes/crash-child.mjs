/** The bot's two loops on a bare store, started by the crash test to be killed: publishes, claims, sends to a recorder. */

import { openStore } from "../../../dist/src/store/open.js";

const SENDERS = 2;
const LEASE_MS = 60_000;

// The publication is that of every article but for its address, its words and its time.
const [databaseUrl, recorderUrl, mode, given = "{}"] = process.argv.slice(2);
if (databaseUrl === undefined || recorderUrl === undefined) throw new Error("Expected a database and a recorder.");
const publication = JSON.parse(given);

const store = await openStore(databaseUrl);
await store.outbox.recover(new Date(), true);

async function tell(path, facts) {
  const response = await fetch(`${recorderUrl}${path}`, { method: "POST", body: JSON.stringify(facts) });
  await response.arrayBuffer();
}

async function publishForEver() {
  for (let index = await store.articles.count(); ; index += 1) {
    const url = `https://harbor.example/${index}`;
    const now = new Date();
    const headline = `Ferry number ${index} is late`;
    const article = {
      ...publication.article,
      ...{ url, canonicalUrl: url, title: headline, text: `${headline}.`, publishedAt: now, fetchedAt: now },
    };
    const brief = { ...publication.brief, headline };
    await store.articles.publish({ ...publication, article, brief, entryKeys: [url], now });
    await tell("/published", { url });
  }
}

async function sendUntilIdle(owner, isIdleEnd) {
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
