import { describe, expect, test } from "vitest";
import type { Post, Reply } from "../../../../src/domain/post.ts";
import { measure } from "../../../../src/platforms/discord/markdown.ts";
import { measureEmbed, renderPost, renderReply } from "../../../../src/platforms/discord/render.ts";
import { buildPost, buildQuote } from "../../../helpers/discord/samples.ts";
import { readShown } from "../../../helpers/discord/shown.ts";

const embedOf = (post: Post) => {
  const embed = renderPost(post).embeds[0];
  if (embed === undefined) throw new Error("no embed");
  return embed;
};

/** A text that is exactly so long, in words. */
const wordsOf = (length: number): string =>
  "word "
    .repeat(Math.ceil(length / 5))
    .slice(0, length - 1)
    .concat("x");

describe("a post", () => {
  test("shows outlet, agency, linked headline, summary, quotes with speaker and place, and age", () => {
    expect(embedOf(buildPost({ agency: "Coast Press" }))).toEqual({
      author: { name: "Harbor Wire · Coast Press" },
      title: "Brinmouth votes to rebuild its storm-damaged pier",
      url: "https://harborwire.example/pier",
      description: [
        "The town council voted on Friday to rebuild the pier. Work begins in March.",
        "",
        "> We will rebuild the pier before the winter storms",
        "— Ilse Maren, harbor master · [in the article](https://harborwire.example/pier#:~:text=We%20will%20rebuild)",
        "",
        "<t:1795168800:R>",
      ].join("\n"),
    });
  });

  test("says what a reader should know about it", () => {
    const post = buildPost({
      languageShown: "de",
      isUpdated: true,
      isFeedSummary: true,
      alsoOutlets: ["A", "B", "C", "D", "E", "F", "G"],
      imageUrl: "https://harborwire.example/pier.jpg",
    });
    const embed = embedOf(post);
    expect(embed.description).toContain("<t:1795168800:R> · German · updated · from the feed’s summary");
    expect(embed.footer?.text).toBe("Also: A, B, C, D, E and 2 more");
    expect(embed.thumbnail?.url).toBe("https://harborwire.example/pier.jpg");
  });

  test("names no speaker when the article does not", () => {
    const { description } = embedOf(
      buildPost({ quotes: [buildQuote({ speaker: null, role: "a role without a person" })] }),
    );
    expect(description).toContain("storms\n— [in the article](https://");
    expect(description).not.toContain("a role");
  });

  test("keeps the paragraphs of a long quote in the block", () => {
    const { description } = embedOf(buildPost({ quotes: [buildQuote({ text: "First.\n\nSecond." })] }));
    expect(description).toContain("> First.\n> Second.\n— Ilse Maren");
  });

  test("in compact form is headline and first sentence", () => {
    const [embed] = renderPost(buildPost({ imageUrl: "https://harborwire.example/p.jpg" }), { isCompact: true }).embeds;
    expect(embed?.description).toBe("The town council voted on Friday to rebuild the pier.\n\n<t:1795168800:R>");
    expect(embed?.thumbnail).toBeUndefined();
  });

  test("is silent when asked to be", () => {
    expect(renderPost(buildPost(), { isSilent: true }).flags).toBe(4096);
    expect(renderPost(buildPost()).flags).toBeUndefined();
  });

  test("becomes text with its links where embeds are not allowed", () => {
    const body = renderPost(buildPost({ alsoOutlets: ["Pier Post"] }), { isPlain: true });
    expect(body.embeds).toEqual([]);
    expect(body.flags).toBe(4);
    expect(body.content).toContain(
      "Harbor Wire\n**[Brinmouth votes to rebuild its storm-damaged pier](https://harborwire.example/pier)**\nThe town council",
    );
    expect(body.content).toContain("> We will rebuild the pier before the winter storms\n— Ilse Maren");
    expect(body.content?.endsWith("Also: Pier Post")).toBe(true);
  });

  test("without any text is still headline and link", () => {
    const post = buildPost({ headline: " \u200B ", sentences: [], quotes: [], publishedAt: null, outlet: "" });
    expect(embedOf(post)).toEqual({
      author: { name: "harborwire.example" },
      title: "harborwire.example",
      url: "https://harborwire.example/pier",
    });
  });

  test("with a date that is none shows no age", () => {
    expect(embedOf(buildPost({ publishedAt: new Date(Number.NaN) })).description).not.toContain("<t:");
  });
});

describe("a post that is too long", () => {
  test.each([
    [256, 256],
    [257, 255],
  ])("a headline of %i characters is shown with %i at most, whole when it fits", (length, shown) => {
    const headline = wordsOf(length);
    const { title = "" } = embedOf(buildPost({ headline }));
    expect(measure(title)).toBeLessThanOrEqual(256);
    expect(title === headline).toBe(length === shown);
    expect(title.endsWith("…")).toBe(length !== shown);
  });

  test("a headline is measured in code points, as Discord does", () => {
    const headline = "🌊".repeat(256);
    expect(embedOf(buildPost({ headline })).title).toBe(headline);
    expect(measure(embedOf(buildPost({ headline: `${headline}🌊` })).title ?? "")).toBe(256);
  });

  test("a headline is cut before its marks are escaped, never within one", () => {
    const { title = "" } = embedOf(buildPost({ headline: "*".repeat(300) }));
    expect(measure(title)).toBeLessThanOrEqual(256);
    expect(readShown(title)).toEqual({ text: `${"*".repeat(127)}…`, marks: [] });
  });

  const bare = { sentences: [], quotes: [], publishedAt: null };

  test("fills the description to its last character, and not one more", () => {
    const fits = embedOf(buildPost({ ...bare, sentences: ["x".repeat(4096)] })).description ?? "";
    expect(fits).toBe("x".repeat(4096));
    const cut = embedOf(buildPost({ ...bare, sentences: ["x".repeat(4097)] })).description ?? "";
    expect(cut).toBe(`${"x".repeat(4095)}…`);
  });

  test("loses quotes before it loses summary", () => {
    const long = buildQuote({ text: wordsOf(2000), speaker: "Long Speaker" });
    const sentences = [wordsOf(1500), wordsOf(1500)];
    const { description = "" } = embedOf(buildPost({ sentences, quotes: [long, buildQuote()] }));
    expect(description).toContain(sentences.join(" "));
    expect(description).not.toContain("Long Speaker");
    expect(description).toContain("Ilse Maren");
  });

  test("shows a quote whole or not at all", () => {
    const credit =
      "— Ilse Maren, harbor master · [in the article](https://harborwire.example/pier#:~:text=We%20will%20rebuild)";
    const room = 4096 - "> \n".length - credit.length;
    const fits = buildQuote({ text: "q".repeat(room) });
    expect(embedOf(buildPost({ ...bare, quotes: [fits] })).description).toContain("q".repeat(room));
    const over = buildQuote({ text: "q".repeat(room + 1) });
    expect(embedOf(buildPost({ ...bare, quotes: [over] })).description).toBeUndefined();
  });

  test("loses whole sentences from the end before one is cut", () => {
    const sentences = [wordsOf(2000), wordsOf(2000), wordsOf(2000)];
    const { description } = embedOf(buildPost({ ...bare, sentences }));
    expect(description).toBe(sentences.slice(0, 2).join(" "));
  });

  test("keeps its link when the address is too long, without query and fragment", () => {
    const url = `https://harborwire.example/pier?ref=${"x".repeat(2048)}#top`;
    expect(embedOf(buildPost({ url })).url).toBe("https://harborwire.example/pier");
    const exact = `https://harborwire.example/${"p".repeat(2048 - 27)}`;
    expect(embedOf(buildPost({ url: exact })).url).toBe(exact);
  });

  test("as plain text fits into 2000 characters and keeps its link", () => {
    const post = buildPost({ sentences: Array(9).fill(wordsOf(300)), quotes: Array(5).fill(buildQuote()) });
    const { content = "" } = renderPost(post, { isPlain: true });
    expect(measure(content)).toBeLessThanOrEqual(2000);
    expect(readShown(content).marks.filter((mark) => mark.kind === "link")[0]?.value).toBe(post.url);
  });
});

describe("a reply", () => {
  const render = (reply: Reply) => renderReply(reply);

  test("is its text, escaped, with line breaks kept", () => {
    const [message] = render({ text: "Found *2*:\n# one\n@everyone" });
    expect(readShown(message?.content ?? "")).toEqual({ text: "Found *2*:\n# one\n@\u200Beveryone", marks: [] });
  });

  test.each([
    [2000, 1],
    [2001, 1],
  ])("a line of %i characters is one message of at most 2000", (length, count) => {
    const messages = render({ text: wordsOf(length) });
    expect(messages).toHaveLength(count);
    expect(measure(messages[0]?.content ?? "")).toBeLessThanOrEqual(2000);
    expect(messages[0]?.content === wordsOf(length)).toBe(length === 2000);
  });

  test("a long text is split at line ends into several messages", () => {
    const lines = Array.from({ length: 6 }, (_, index) => `${index} ${wordsOf(700)}`);
    const contents = render({ text: lines.join("\n") }).map((message) => message.content);
    expect(contents).toHaveLength(3);
    expect(contents.join("\n")).toBe(lines.join("\n"));
  });

  test("shows posts as embeds that share 6000 characters fairly, each with its link", () => {
    const posts = Array.from({ length: 10 }, (_, index) =>
      buildPost({ url: `https://harborwire.example/${index}`, sentences: [index === 0 ? "Short." : wordsOf(2000)] }),
    );
    const messages = render({ text: "10 found", posts });
    expect(messages).toHaveLength(1);
    const embeds = messages[0]?.embeds ?? [];
    expect(embeds.map((embed) => embed.url)).toEqual(posts.map((post) => post.url));
    const total = embeds.reduce((sum, embed) => sum + measureEmbed(embed), 0);
    expect(total).toBeLessThanOrEqual(6000);
    expect(total).toBeGreaterThan(5000);
    expect(embeds[0]?.description).toContain("Short.");
  });

  test("an eleventh post comes in a second message", () => {
    const posts = Array.from({ length: 11 }, (_, index) => buildPost({ url: `https://harborwire.example/${index}` }));
    expect(render({ text: "11 found", posts }).map((message) => message.embeds.length)).toEqual([10, 1]);
  });

  test("two posts with one address are parted, as Discord would show them as one", () => {
    expect(render({ text: "", posts: [buildPost(), buildPost()] }).map((message) => message.embeds.length)).toEqual([
      1, 1,
    ]);
  });

  test("shows lists with linked items, and says how many did not fit", () => {
    const items = Array.from({ length: 200 }, (_, index) => ({
      text: `Item ${index}`,
      url: `https://harborwire.example/${index}`,
      detail: "a detail",
    }));
    const [message] = render({ text: "Your feeds", lists: [{ title: "Feeds", items }] });
    const { title, description = "" } = message?.embeds[0] ?? {};
    expect(title).toBe("Feeds");
    expect(description.startsWith("• [Item 0](https://harborwire.example/0) — a detail\n")).toBe(true);
    const shown = description.split("\n").length - 1;
    expect(description.endsWith(`… and ${200 - shown} more`)).toBe(true);
    expect(measure(description)).toBeLessThanOrEqual(4096);
  });

  test("a long detail and the credit of a quote stand on a line of their own", () => {
    const url = "https://harborwire.example/a";
    const items = [
      { text: "“Safety first.”", url, detail: "— Ada Lindqvist" },
      { text: "Headline", url, detail: "x".repeat(61) },
      { text: "Headline", url, detail: "x".repeat(60) },
    ];
    const [message] = render({ text: "", lists: [{ title: null, items }] });
    expect(readShown(message?.embeds[0]?.description ?? "").text.split("\n")).toEqual([
      "• “Safety first.”",
      "— Ada Lindqvist",
      "• Headline",
      "x".repeat(61),
      `• Headline — ${"x".repeat(60)}`,
    ]);
  });

  test("a quote in a list is whole, and one there is no room for is counted", () => {
    const long = { text: "q".repeat(2900), url: "https://harborwire.example/a", detail: "— A" };
    const [message] = render({ text: "", lists: [{ title: null, items: [long, long] }] });
    const lines = readShown(message?.embeds[0]?.description ?? "").text.split("\n");
    expect(lines).toEqual([`• ${"q".repeat(2900)} link`, "— A", "… and 1 more"]);
  });

  test("an item with brackets keeps its words and its link", () => {
    const items = [{ text: "It [the pier] will stand", url: "https://harborwire.example/a_(b)", detail: null }];
    const [message] = render({ text: "", lists: [{ title: null, items }] });
    expect(readShown(message?.embeds[0]?.description ?? "")).toEqual({
      text: "• It [the pier] will stand (link)",
      marks: [{ kind: "link", value: "https://harborwire.example/a_%28b%29" }],
    });
  });

  test("buttons come with the last message, within Discord's limits", () => {
    const posts = Array.from({ length: 11 }, (_, index) => buildPost({ url: `https://harborwire.example/${index}` }));
    const action = (id: string) => ({ kind: "action", label: "x".repeat(81), id }) as const;
    const messages = render({
      text: "found",
      posts,
      buttons: [
        [action("a"), action("a"), action("b".repeat(100)), action("c".repeat(101)), action("")],
        [
          { kind: "link", label: "Source", url: `https://harborwire.example/${"x".repeat(485)}` },
          { kind: "link", label: "Too long", url: `https://harborwire.example/${"x".repeat(486)}` },
          { kind: "link", label: "Unsafe", url: "javascript:alert(1)" },
        ],
        [],
      ],
    });
    expect(messages[0]?.components).toEqual([]);
    const rows = messages[1]?.components.map((row) => row.components) ?? [];
    expect(rows.map((row) => row.length)).toEqual([2, 1]);
    expect(rows[0]?.[0]).toMatchObject({ custom_id: "a", label: `${"x".repeat(79)}…` });
    expect(rows[1]?.[0]).toMatchObject({ style: 5, label: "Source" });
  });

  test("that is empty still says something", () => {
    expect(render({ text: "" })).toEqual([{ content: "Done.", embeds: [], components: [], file: null, picture: null }]);
  });
});
