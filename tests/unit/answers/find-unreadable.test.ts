/** Lists of feeds with dead ones among them: the answer says which, where it counted them like the others. */

import { expect, test } from "vitest";
import { ask } from "../../helpers/ask.ts";
import { NOW } from "../../helpers/build.ts";
import { createMadeWeb } from "../../helpers/made-web.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FILE = "https://files.example/list.opml";
const outline = (title: string, url: string): string => `<outline text="${title}" type="rss" xmlUrl="${url}"/>`;
const list = (...outlines: readonly string[]): string => `<opml version="2.0"><body>${outlines.join("")}</body></opml>`;

test("an OPML of two feeds, one of them dead and one a page, said 3 of 3 and nothing else", async () => {
  const store = await openMemoryStore();
  const web = createMadeWeb({
    [FILE]: list(
      outline("Kestrel Daily", "https://kestrel.example/rss"),
      outline("Gone Gazette", "https://gone.example/rss"),
      outline("Page Post", "https://page.example/"),
    ),
    "https://kestrel.example/rss": '<rss version="2.0"><channel><title>Kestrel Daily</title></channel></rss>',
    "https://page.example/": "<h1>Page Post</h1>",
  });
  const { text } = await ask(`/import ${FILE}`, { store, download: web.download });
  expect(text).toMatch(
    /^Subscriptions added: 3 of 3\. These could not be read yet, and are tried again by themselves: .*\.$/,
  );
  expect(text).toContain("Gone Gazette (Not here)");
  expect(text).toContain("Page Post (It did not answer with a feed)");
  expect(text).not.toContain("Kestrel Daily (");
  await store.close();
});

test("a feed that was read before is not visited for it, and of a long list the first are", async () => {
  const store = await openMemoryStore();
  const outlines = Array.from({ length: 45 }, (_, index) => outline(`Feed ${index}`, `https://f${index}.example/rss`));
  const web = createMadeWeb({ [FILE]: list(...outlines) });
  await ask(`/import ${FILE}`, { store, download: web.download });
  expect(web.asked.length).toBe(21);
  const [first] = await store.feeds.list();
  if (first === undefined) throw new Error("Expected feeds");
  await store.feeds.saveState({ ...(await store.feeds.getState(first.id)), lastSuccessAt: NOW });
  web.asked.length = 0;
  await ask(`/import ${FILE}`, { store, download: web.download, destination: { platform: "web", address: "other" } });
  expect(web.asked).not.toContain(first.url);
  await store.close();
});
