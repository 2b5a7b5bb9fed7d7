import { expect, test } from "vitest";
import { createStoryIndex, type IndexedArticle } from "../../../src/stories/story-index.ts";

const HOUR_MS = 3_600_000;
const START_MS = Date.parse("2026-11-16T08:00:00Z");
const FIRE =
  "The old paper mill in Hollin Ford burned to the ground on Tuesday night, and 240 people had to leave their houses because of the smoke, fire chief Berit Almqvist said. The mill had made paper for 118 years.";

let lastId = 0;
const article = (part: Partial<IndexedArticle> = {}): IndexedArticle => {
  lastId += 1;
  return {
    id: lastId,
    feedId: "harbor",
    language: "en",
    title: "Mill burns",
    text: FIRE,
    at: new Date(START_MS),
    ...part,
  };
};

test("the same event of another feed is found, of the same feed never", () => {
  const index = createStoryIndex();
  const first = article();
  index.add(first);
  expect(index.find(article({ feedId: "hill" }))?.id).toBe(first.id);
  expect(index.find(article())).toBeNull();
});

test("another language is another story", () => {
  const index = createStoryIndex();
  index.add(article());
  expect(index.find(article({ feedId: "hill", language: "de" }))).toBeNull();
});

test("a story takes one article of each feed; the second one begins a new story that others join", () => {
  const index = createStoryIndex();
  const first = article();
  index.add(first);
  const second = article({ feedId: "hill", storyId: first.id });
  index.add(second);
  const again = article({ feedId: "harbor" });
  expect(index.find(again)).toBeNull();
  index.add(again);
  expect(index.storyOf(second.id)).toBe(first.id);
  expect(index.find(article({ feedId: "hill" }))?.id).toBe(again.id);
  expect(index.find(article({ feedId: "tide" }))).not.toBeNull();
});

test("what is older than three days is forgotten as news comes in", () => {
  const index = createStoryIndex();
  const old = article();
  index.add(old);
  index.add(article({ at: new Date(START_MS + 80 * HOUR_MS), text: "Another thing." }));
  expect(index.has(old.id)).toBe(false);
  expect(index.size).toBe(1);
});

test("the likest of many is found", () => {
  const index = createStoryIndex();
  for (let number = 0; number < 300; number++) {
    index.add(
      article({
        feedId: `feed-${number}`,
        title: `Council ${number} meets`,
        text: `The council of Town${number} met on Monday to speak of roads, Mayor Person${number} said.`,
      }),
    );
  }
  const fire = article({ feedId: "fire" });
  index.add(fire);
  expect(index.find(article({ feedId: "hill" }))?.id).toBe(fire.id);
});

test("an article that was not stored yet is known by its id once it is", () => {
  const index = createStoryIndex();
  const first = { ...article(), id: -1 };
  index.add(first);
  expect(index.find(article({ feedId: "hill" }))?.id).toBe(-1);
  index.rename(-1, 900);
  expect([index.find(article({ feedId: "hill" }))?.id, index.storyOf(900), index.has(-1)]).toEqual([900, 900, false]);
  index.remove(900);
  expect(index.find(article({ feedId: "hill" }))).toBeNull();
});
