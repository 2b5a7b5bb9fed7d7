/** The topics of a feed reach its posts, with the whole app: tags in a Discord forum, chips on the page, in answers too. */

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

let whole: WholeApp;
let guildId: string;
let channelId: string;
let personId: string;

beforeAll(async () => {
  whole = await startWholeApp();
  guildId = whole.discord.addGuild("Harbor watchers");
  channelId = whole.discord.addChannel(guildId, { name: "news" });
  personId = whole.discord.addPerson({ isManager: true });
  await whole.waitForFirstPolls();
});
afterAll(() => whole.stop());

async function publish(): Promise<readonly string[]> {
  const { article } = await whole.publishNext();
  return whole.newsroom.feeds.find((feed) => feed.id === article.feedId)?.topics ?? [];
}

test("forum posts have the tags of their feed's topics, and the page shows the topics", async () => {
  const topics = [...new Set(whole.newsroom.feeds.flatMap((feed) => feed.topics))].slice(0, 20);
  const forumId = whole.discord.addChannel(guildId, { name: "stories", type: "forum", tags: ["Unrelated", ...topics] });
  await whole.discord.runCommand(channelId, personId, "subscribe", { what: "everything", channel: forumId });
  await whole.askWeb("/subscribe everything");

  const expected = await publish();
  expect(expected.length).toBeGreaterThan(0);
  await vi.waitFor(() => expect(whole.discord.threads(forumId)).toHaveLength(1), WAIT);
  await vi.waitFor(async () => expect(await whole.webPosts()).toHaveLength(1), WAIT);

  const names = new Map(whole.discord.store.channels.get(forumId)?.tags.map((tag) => [tag.id, tag.name]));
  const applied = whole.discord.threads(forumId)[0]?.appliedTags.map((id) => names.get(id) ?? "");
  expect(applied?.toSorted()).toEqual(expected.toSorted());
  expect(await whole.webPosts()).toMatchObject([{ topics: expected }]);
  expect(await whole.askWeb("/latest")).toMatchObject({ posts: [{ topics: expected }] });
  await whole.restart();
  expect(await whole.webPosts()).toMatchObject([{ topics: expected }]);
});
