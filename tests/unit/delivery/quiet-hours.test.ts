/** What comes in quiet hours waits for their end, and leaves as one digest. */

import { describe, expect, test } from "vitest";
import { buildPublication } from "../../helpers/build.ts";
import { at, CHAT, createGatheringBot, headlines, MINUTE_MS } from "../../helpers/gathering.ts";

const bot = createGatheringBot();

describe("quiet hours", () => {
  const QUIET = { quietFrom: "22:00", quietTo: "07:00" };

  test("what comes in them waits and comes as one digest at their end", async () => {
    await bot.subscribe(QUIET);
    bot.now = at("2026-11-20T23:00:00Z");
    await bot.publish();
    await bot.publish();
    await bot.step(at("2026-11-21T06:59:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-21T07:00:00Z"));
    expect(bot.shown()).toEqual([["2026-11-21T07:00:00.000Z", "From the quiet hours"]]);
    await bot.publish();
    await bot.step();
    expect(bot.shown().at(-1)).toEqual(["2026-11-21T07:00:00.000Z", "News 3"]);
  });

  test("a single brief comes as an ordinary post", async () => {
    await bot.subscribe(QUIET);
    bot.now = at("2026-11-20T23:00:00Z");
    await bot.publish();
    await bot.step(at("2026-11-21T07:00:00Z"));
    expect(bot.shown()).toEqual([["2026-11-21T07:00:00.000Z", "News 1"]]);
  });

  test("what was owed before and is late is held until their end", async () => {
    await bot.subscribe(QUIET);
    bot.now = at("2026-11-20T21:59:00Z");
    await bot.publish();
    bot.answers = [{ outcome: "retry", afterMs: 5 * MINUTE_MS, reason: "busy" }];
    await bot.step();
    await bot.step(at("2026-11-20T22:30:00Z"));
    expect(bot.sent).toHaveLength(1);
    await bot.step(at("2026-11-21T07:00:00Z"));
    expect(bot.shown().map(([time]) => time)).toEqual(["2026-11-20T21:59:00.000Z", "2026-11-21T07:00:00.000Z"]);
    expect(await bot.store.outbox.count()).toMatchObject({ sent: 1 });
  });

  test("parts of a digest that had not begun to leave came in them; now they come at their end, as one", async () => {
    bot.entriesMax = 3;
    await bot.subscribe({ ...QUIET, rhythm: "daily", digestAt: "21:59" });
    for (let each = 0; each < 8; each += 1) await bot.publish();
    bot.answers = [
      { outcome: "sent", messageId: "1" },
      { outcome: "retry", afterMs: 5 * MINUTE_MS, reason: "busy" },
    ];
    await bot.step(at("2026-11-20T21:59:00Z"));
    await bot.step(at("2026-11-20T22:30:00Z"));
    expect(bot.sent).toHaveLength(2);
    await bot.publish();
    await bot.step(at("2026-11-21T06:59:00Z"));
    expect(bot.sent).toHaveLength(2);
    await bot.step(at("2026-11-21T07:00:00Z"));
    expect(bot.shown().slice(2)).toEqual([
      ["2026-11-21T07:00:00.000Z", "Daily digest, 21 Nov 2026 (1 of 2)"],
      ["2026-11-21T07:00:00.000Z", "Daily digest, 21 Nov 2026 (2 of 2)"],
    ]);
    const first = headlines(bot.sent[0]?.post);
    const rest = bot.sent.slice(2).flatMap((each) => headlines(each.post));
    // The one published meanwhile has its own hour.
    expect([...first, ...rest].sort()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"].map((each) => `News ${each}`));
    expect(await bot.store.outbox.count()).toMatchObject({ sent: 8, waiting: 1 });
  });

  test("a part that may have arrived is not held: its doubt is settled at once, under its own id", async () => {
    await bot.subscribe({ ...QUIET, rhythm: "daily", digestAt: "21:59" });
    await bot.publish();
    bot.answers = [{ outcome: "uncertain", reason: "reset" }];
    await bot.step(at("2026-11-20T21:59:00Z"));
    await bot.step(at("2026-11-20T22:30:00Z"));
    expect(bot.sent.map((each) => each.id)).toEqual([bot.sent[0]?.id, bot.sent[0]?.id]);
    expect(await bot.store.outbox.count()).toMatchObject({ sent: 1 });
  });

  test("a digest whose hour was missed came in them when the bot was back", async () => {
    await bot.subscribe({ ...QUIET, rhythm: "daily", digestAt: "20:00" });
    await bot.publish();
    await bot.step(at("2026-11-20T23:00:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-21T07:00:00Z"));
    expect(bot.shown()).toEqual([["2026-11-21T07:00:00.000Z", "Daily digest, 21 Nov 2026"]]);
  });

  test("what was held came in them when the subscription was changed", async () => {
    const subscription = await bot.subscribe(QUIET);
    bot.now = at("2026-11-20T21:59:00Z");
    await bot.publish();
    await bot.step(at("2026-11-20T22:30:00Z"));
    await bot.store.subscriptions.update({ ...subscription, display: { ...subscription.display, quotesMax: 1 } });
    await bot.step(at("2026-11-20T22:31:00Z"));
    expect(bot.sent).toEqual([]);
    await bot.step(at("2026-11-21T07:00:00Z"));
    expect(bot.shown()).toEqual([["2026-11-21T07:00:00.000Z", "News 1"]]);
  });

  test("what a person asks for in them comes at once", async () => {
    const { id } = await bot.subscribe(QUIET);
    const article = await bot.store.articles.publish(buildPublication());
    bot.now = at("2026-11-20T23:00:00Z");
    await bot.store.outbox.owe(article, { subscriptionId: id, destination: CHAT }, bot.now);
    await bot.step();
    expect(bot.sent).toHaveLength(1);
  });
});
