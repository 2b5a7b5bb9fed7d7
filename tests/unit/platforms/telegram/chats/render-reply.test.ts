/** Answers to commands on Telegram: lists, several posts, buttons, and what does not fit in one message. */

import { describe, expect, test } from "vitest";
import type { Reply } from "../../../../../src/domain/post.ts";
import { renderReply } from "../../../../../src/platforms/telegram/chats/render-reply.ts";
import { buildPost } from "../../../../helpers/telegram/fakes.ts";
import { serveText } from "../../../../helpers/telegram/text.ts";

const render = (reply: Reply) => renderReply(reply, { ownCommands: new Set(["feeds"]) });
const show = (reply: Reply) => render(reply).map((message) => serveText(message.html, "HTML").text);

describe("text and lists", () => {
  test("short items are one line, long ones have their detail below and room around them", () => {
    const long = "The ferry to Lindmere will stop on Friday, and nobody yet knows for how long it will.";
    const items = [
      { text: "Harbor Wire", url: "https://harborwire.example/", detail: "harbor-wire" },
      { text: "Northern Post", url: null, detail: null },
    ];
    expect(show({ text: "Two feeds:", lists: [{ title: null, items }] })).toEqual([
      "Two feeds:\n\n• Harbor Wire – harbor-wire\n• Northern Post",
    ]);
    const roomy = items.map((item) => ({ ...item, detail: long }));
    expect(show({ text: "Found:", lists: [{ title: "News", items: roomy }] })).toEqual([
      `Found:\n\nNews\n• Harbor Wire\n${long}\n\n• Northern Post\n${long}`,
    ]);
  });

  test("words searched for are bold in the detail, and only they", () => {
    const items = [{ text: "ferry", url: null, detail: "A <b>ferry</b> & the Ferry/x", hitWords: ["ferry"] }];
    const [message] = render({ text: "Found:", lists: [{ title: null, items }] });
    const served = serveText(message?.html, "HTML");
    expect(served.text.replaceAll("\u2060", "")).toContain("A <b>ferry</b> & the Ferry/x");
    expect(served.entities.filter((each) => each.type === "bold")).toHaveLength(2);
  });

  test("the bot's own commands can be tapped, a name in the same text pings nobody", () => {
    const [message] = render({ text: "Nothing about @all. /feeds lists them, /nothing does not." });
    expect(serveText(message?.html, "HTML").found.map((each) => each.type)).toEqual(["bot_command"]);
  });

  test("a long list goes on in further messages, cut between items, with the buttons under the last", () => {
    const items = Array.from({ length: 60 }, (_, index) => ({
      text: `Item ${index} ${"x".repeat(90)}`,
      url: "https://harborwire.example/",
      detail: null,
    }));
    const reply: Reply = {
      text: "All:",
      lists: [{ title: null, items }],
      buttons: [[{ kind: "action", label: "Next", id: "v1:feeds:2" }]],
    };
    const messages = render(reply);
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map((each) => each.keyboard.length)).toEqual([...messages.slice(1).map(() => 0), 1]);
    const shown = show(reply).join("\n");
    for (const { text } of items) expect(shown).toContain(text);
  });

  test("no link is lost in a long list of short items: the server keeps a hundred a message", () => {
    const items = Array.from({ length: 150 }, (_, index) => ({
      text: `${index}`,
      url: `https://harborwire.example/${index}`,
      detail: null,
    }));
    const messages = render({ text: "All:", lists: [{ title: null, items }] });
    const links = messages.flatMap(({ html }) => serveText(html, "HTML").entities.map((entity) => entity.url));
    expect(links).toEqual(items.map((item) => item.url));
  });

  test("more than five messages are not sent; the last says so", () => {
    const items = Array.from({ length: 400 }, (_, index) => ({
      text: `${index} ${"x".repeat(90)}`,
      url: null,
      detail: null,
    }));
    const shown = show({ text: "All:", lists: [{ title: null, items }] });
    expect(shown).toHaveLength(6);
    expect(shown.at(-1)).toBe("There is more than fits here. Narrow it down to see the rest.");
  });

  test("an answer without words is still an answer", () => {
    expect(show({ text: "\u200b" })).toEqual(["Done."]);
  });
});

describe("posts", () => {
  test("one post is shown in full with its picture, several in short without any", () => {
    const post = buildPost({ imageUrl: "https://harborwire.example/a.jpg" });
    const [one] = render({ text: "The newest:", posts: [post] });
    expect(one?.html).toContain("<blockquote>");
    expect(one?.preview).toMatchObject({ url: "https://harborwire.example/a.jpg" });
    const several = render({ text: "The newest:", posts: [post, post, post] });
    expect(several).toHaveLength(1);
    expect(several[0]?.html).not.toContain("<blockquote>");
    expect(several[0]?.preview).toEqual({ is_disabled: true });
  });
});

describe("buttons", () => {
  test("what Telegram would refuse is left out, the rest stays", () => {
    const [message] = render({
      text: "Choose:",
      buttons: [
        [
          { kind: "action", label: "Good", id: "v1:search:1:2" },
          { kind: "action", label: "Too long", id: "x".repeat(65) },
          { kind: "action", label: " ", id: "v1:search:1:3" },
          { kind: "link", label: "Source", url: "https://harborwire.example/a" },
          { kind: "link", label: "Bad", url: "javascript:alert(1)" },
        ],
        [{ kind: "action", label: "Empty", id: "" }],
      ],
    });
    expect(message?.keyboard).toEqual([
      [
        { text: "Good", callback_data: "v1:search:1:2" },
        { text: "Source", url: "https://harborwire.example/a" },
      ],
    ]);
  });

  test("an id of 64 bytes is sent, one of 65 is not", () => {
    const toKeyboard = (id: string) =>
      render({ text: "x", buttons: [[{ kind: "action", label: "A", id }]] })[0]?.keyboard;
    expect(toKeyboard("é".repeat(32))).toHaveLength(1);
    expect(toKeyboard(`${"é".repeat(32)}x`)).toHaveLength(0);
  });
});
