/** Pictures of posts on each platform, small, large and not at all, and what happens when one is not taken. */

import { request } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { composeIn } from "../../src/delivery/compose.ts";
import { toArticleId, toDeliveryId } from "../../src/domain/id.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { DEFAULT_DISPLAY, type Display } from "../../src/domain/subscription.ts";
import { renderPost as renderDiscordPost } from "../../src/platforms/discord/render.ts";
import { createWeb, type WebPlatform } from "../../src/platforms/web/platform.ts";
import { buildArticle, buildBrief } from "../helpers/build.ts";
import { buildJpeg } from "../helpers/pictures.ts";
import { ANA, useBot } from "../helpers/telegram/bot.ts";
import { buildPost, createFakeAnswer } from "../helpers/telegram/fakes.ts";

const PICTURE = "https://harborwire.example/quay-fire.jpg";
const compose = (display: Partial<Display>) => {
  const article = { ...buildArticle({ imageUrl: PICTURE }), id: toArticleId(1) };
  const stored = { article, brief: buildBrief(article), topics: [], alsoOutlets: [], isUpdated: false };
  return composeIn("en", stored, { ...DEFAULT_DISPLAY, ...display });
};

test("what a channel wishes goes with the post", () => {
  expect(compose({})).toMatchObject({ imageUrl: PICTURE, isPictureLarge: false });
  expect(compose({ pictures: "photo" })).toMatchObject({ imageUrl: PICTURE, isPictureLarge: true });
  expect(compose({ pictures: "off" }).imageUrl).toBeNull();
});

describe("Discord", () => {
  test("a preview is a thumbnail, a photo an image", () => {
    expect(renderDiscordPost(compose({})).embeds[0]).toMatchObject({ thumbnail: { url: PICTURE } });
    const [large] = renderDiscordPost(compose({ pictures: "photo" })).embeds;
    expect(large).toMatchObject({ image: { url: PICTURE } });
    expect(large).not.toHaveProperty("thumbnail");
    expect(renderDiscordPost(compose({ pictures: "off" })).embeds[0]).not.toHaveProperty("thumbnail");
  });
});

describe("Telegram", () => {
  const bot = useBot();
  const here = { platform: "telegram", address: String(ANA) } as const;
  const large = buildPost({ imageUrl: PICTURE, isPictureLarge: true });

  async function send(post: typeof large) {
    await bot.start(createFakeAnswer());
    await bot.emulator.type(ANA, ANA, "/latest");
    const result = await bot.platform.send(here, post, toDeliveryId(1));
    return { result, sent: bot.emulator.posts(ANA).at(-1), count: bot.emulator.posts(ANA).length };
  }

  test("a preview is one of the message's link", async () => {
    const { sent } = await send(buildPost({ imageUrl: PICTURE }));
    expect(sent).toMatchObject({ photo: null, preview: { url: PICTURE, prefer_small_media: true } });
  });

  test("a photo has the post below it, marked as ever, and an edit changes the text", async () => {
    const { result, sent } = await send(large);
    expect(sent?.photo).toBe(PICTURE);
    expect(sent?.text).toContain("We have no choice this winter\n— Ada Lindqvist, harbor master");
    const messageId = result.outcome === "sent" ? result.messageId : "";
    const changed = buildPost({ imageUrl: PICTURE, isPictureLarge: true, isUpdated: true });
    expect(await bot.platform.edit(here, messageId, changed)).toEqual({ outcome: "sent", messageId });
    expect(sent?.text).toContain("updated");
    // The picture went, or the channel wishes none any more: the message is still a photo.
    expect(await bot.platform.edit(here, messageId, buildPost({ headline: "Ferry sails" }))).toEqual({
      outcome: "sent",
      messageId,
    });
    expect(sent?.text).toContain("Ferry sails");
  });

  test("an edit of what was sent as a text finds it, though it would be a photo now", async () => {
    const { result, sent } = await send(buildPost());
    const messageId = result.outcome === "sent" ? result.messageId : "";
    expect(await bot.platform.edit(here, messageId, { ...large, headline: "Ferry sails" })).toEqual({
      outcome: "sent",
      messageId,
    });
    expect(sent?.text).toContain("Ferry sails");
  });

  test("a picture Telegram cannot fetch costs nothing but the picture", async () => {
    const { result, sent, count } = await send(
      buildPost({ imageUrl: "https://harborwire.example/gone.jpg", isPictureLarge: true }),
    );
    expect(result.outcome).toBe("sent");
    expect(sent?.photo).toBeNull();
    expect(sent?.text).toContain("Ferry to Lindmere");
    expect(bot.emulator.posts(ANA)).toHaveLength(count);
  });

  test("a post too long for a photo's text is sent whole, with a large preview above", async () => {
    const { sent } = await send(
      buildPost({ imageUrl: PICTURE, isPictureLarge: true, sentences: ["Long. ".repeat(200)] }),
    );
    expect(sent).toMatchObject({
      photo: null,
      preview: { url: PICTURE, prefer_large_media: true, show_above_text: true },
    });
    expect(sent?.text).toContain("We have no choice this winter");
  });

  test("topics are hashtags where they are wished, in any script, and nothing else becomes one", async () => {
    const topics = ["middle-east", "actualité", "политика", "中東", "2026", '"><b>x'];
    const { sent } = await send(buildPost({ topics, hasHashtags: true, headline: "A #tag nobody wished" }));
    expect(sent?.text.split("\n").at(-1)).toBe("#middle_east #actualité #политика #中東 #b_x");
    const tags = (sent?.found ?? []).filter(({ type }) => type === "hashtag");
    expect(tags).toHaveLength(5);
    const plain = await bot.platform.send(here, buildPost({ topics }), toDeliveryId(2));
    expect(plain.outcome).toBe("sent");
    expect(bot.emulator.posts(ANA).at(-1)?.text).not.toContain("#");
  });
});

describe("the page", () => {
  let web: WebPlatform | null = null;
  afterEach(() => web?.stop());

  async function open(): Promise<{ readonly path: string; readonly asked: readonly string[]; readonly root: string }> {
    const asked: string[] = [];
    const fetchPicture = async (url: string) => {
      asked.push(url);
      return url === PICTURE ? ({ contentType: "image/jpeg", bytes: buildJpeg(640, 360) } as const) : null;
    };
    web = createWeb({ port: 0, commands: [], log: SILENT_LOG, clock: () => new Date(), fetchPicture });
    await web.start(createFakeAnswer());
    await web.send({ platform: "web", address: "main" }, compose({ pictures: "photo" }), toDeliveryId(1));
    const response = await fetch(`${web.url()}events?room=main&client=test`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!/"picture":"([^"]+)"/.test(text)) text += (await reader?.read())?.value ?? "";
    await reader?.cancel();
    expect(text).toContain('"isPictureLarge":true');
    expect(text).not.toContain(PICTURE);
    return { path: /"picture":"([^"]+)"/.exec(text)?.[1] ?? "", asked, root: web.url().replace(/\/$/, "") };
  }

  test("a card's picture comes from the page's own server, and may be kept by the browser", async () => {
    const { path, asked, root } = await open();
    expect(asked).toEqual([]);
    const response = await fetch(`${root}${path}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(buildJpeg(640, 360));
    expect(response.headers.get("content-type")).toBe("image/jpeg");
    expect(response.headers.get("cache-control")).toContain("private");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    const page = await fetch(`${root}/`);
    expect(page.headers.get("content-security-policy")).toContain("img-src 'self' data:;");
  });

  test("only what was shown can be fetched so, under a name of this machine", async () => {
    const { path, asked, root } = await open();
    const [name = "", key = ""] = path.replace("/picture/", "").split(".");
    const other = Buffer.from("http://169.254.169.254/latest").toString("base64url");
    for (const tried of [
      `/picture/${other}.${key}`,
      `/picture/${name}`,
      `/picture/${name}.${"A".repeat(22)}`,
      "/picture/",
    ]) {
      expect((await fetch(`${root}${tried}`)).status).toBe(404);
    }
    const status = await new Promise<number>((resolve, reject) => {
      const asking = request(`${root}${path}`, { headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asking.on("error", reject).end();
    });
    expect(status).toBe(403);
    expect(asked).toEqual([]);
  });
});
