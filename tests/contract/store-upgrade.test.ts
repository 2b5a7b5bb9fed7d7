/** A database of an earlier version: what it holds is brought up to date with its schema, on every engine. */

import { sql } from "kysely";
import { expect, test } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { openPostgres, POSTGRES } from "../../src/store/dialects/postgres.ts";
import { openSqlite, SQLITE } from "../../src/store/dialects/sqlite.ts";
import { migrate, STEPS } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { NOON, toWebRoom } from "../helpers/build.ts";
import { LASTING_ENGINES } from "../helpers/test-store.ts";

test.each(LASTING_ENGINES)(
  "what was muted comes back by undo, and articles are found by any form of their address, on $name",
  async (engine) => {
    const place = await engine.create();
    const isSqlite = place.url.startsWith("sqlite:");
    const { database, close } = isSqlite
      ? openSqlite(place.url.slice("sqlite:".length), false)
      : openPostgres(place.url, false, SILENT_LOG);
    const before = Object.entries(STEPS).filter(([name]) => name < "0014");
    await migrate(database, isSqlite ? SQLITE : POSTGRES, Object.fromEntries(before));
    for (const id of [101, 102]) {
      await sql`insert into articles (id, feed_id, url, canonical_url, title, outlet, fetched_at, dated_at, language, text,
      text_hash, basis, headline, sentences, key_quotes, summarizer, is_current) values (${id}, 'harbor-wire',
      ${`https://a.example/${id}?utm_source=rss`}, ${`https://b.example/${id}`}, 't', 'o', 0, 0, 'en', 't', 'h', 'page', 't',
      '[]', '[]', 's', 1)`.execute(database);
      await sql`insert into deliveries (article_id, subscription_id, platform, address, state, attempts, due_at, created_at,
      is_in_doubt, lease_ms, settled_at, reason) values (${id}, 1, 'web', 'a', 'failed', 0, ${NOON.getTime()}, 0, 0, 0,
      ${NOON.getTime()}, 'muted')`.execute(database);
    }
    await sql`insert into mutes (platform, address, story_key, muted_at) values ('web', 'a', 101, 0)`.execute(database);
    await close();

    const store = await openStore(place.url);
    const muted = await store.articles.findByUrl("http://www.a.example/101#:~:text=t");
    const heard = await store.articles.findByUrl("https://b.example/102/");
    if (muted === null || heard === null) throw new Error("Expected both articles.");
    const stateOf = async ({ article }: typeof muted) =>
      (await store.outbox.findOwed(article.id, toWebRoom("a")))?.state;
    expect([await stateOf(muted), await stateOf(heard)]).toEqual(["muted", undefined]);
    await store.outbox.unmute(muted.article.id, toWebRoom("a"), NOON);
    expect(await stateOf(muted)).toBe("waiting");
    await store.close();
    await place.remove();
  },
);
