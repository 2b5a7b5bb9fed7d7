/** Pages whose words mean something to a platform: in titles, names and quotes, on all three. */

import { readShown } from "../../tests/helpers/discord/shown.ts";
import { DISCORD_PIECES, makeHostileTexts, TELEGRAM_PIECES } from "../../tests/helpers/hostile.ts";
import { forAll, startCounting, type Tally } from "./tally.ts";
import type { Target } from "./target.ts";

const SEED = 20_261_129;
const EVIL = /evil\.example|javascript:|discord:\/\/|tg:\/\//i;
const toMarkup = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const toPage = (words: string): string =>
  `<html lang="en"><head><meta charset="utf-8"><title>${toMarkup(words)}</title><meta name="author" content="${toMarkup(words)}"><meta property="og:site_name" content="${toMarkup(words)}"></head><body><article><h1>${toMarkup(words)}</h1><p>The council met on Tuesday about ${toMarkup(words)} and the harbor wall, which has waited for nine years.</p><p>“We begin in May ${toMarkup(words)} and end in June,” said Mayor ${toMarkup(words)} Brandt.</p></article></body></html>`;

export async function attackRendering(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("words that mean something to a platform");
  const texts = makeHostileTexts([...DISCORD_PIECES, ...TELEGRAM_PIECES], isShort ? 8 : 120, SEED).map((text) =>
    text.toWellFormed().replaceAll("\0", "").slice(0, 2_000),
  );
  const guild = target.discord.addGuild("Harbor");
  const allowed = new Set([target.site.host]);
  const isAllowed = (url: string): boolean =>
    URL.canParse(url) && (allowed.has(new URL(url).host) || /^t\.me$/.test(new URL(url).host));
  await forAll(
    texts.map((text, index) => ({ text, index })),
    async ({ text, index }) => {
      const url = target.put(`/hostile/${index}`, { body: toPage(text) });
      const person = target.newPerson();
      const shown = await target.telegram.type(person, person, `/brief ${url}`);
      // What the app itself makes of plain text, and what was meant as markup.
      const made = target.telegram.posts(person).flatMap(({ entities, found }) => [...entities, ...found]) as readonly {
        readonly type: string;
        readonly url?: string;
      }[];
      const isTelegramSafe = made.every(({ type, url: to }) =>
        type === "text_link"
          ? isAllowed(to ?? "")
          : !/^(?:mention|hashtag|cashtag|bot_command|url|email|text_mention)$/.test(type),
      );
      counting.attack(`Telegram: ${JSON.stringify(text)}`, isTelegramSafe && shown.text !== "");
      const channel = target.discord.addChannel(guild, { name: "news" });
      const reply = await target.discord.runCommand(channel, target.discord.addPerson({ isManager: true }), "brief", {
        url,
      });
      const messages = [reply, ...reply.followups];
      const marks = messages.flatMap((message) =>
        [
          message.content,
          ...message.embeds.flatMap((embed) => [
            embed.description ?? "",
            ...(embed.fields ?? []).map(({ value }) => value),
          ]),
        ].flatMap((part) => readShown(part).marks),
      );
      const isDiscordSafe =
        messages.every(({ pings }) => pings.length === 0) &&
        marks.every(
          ({ kind, value }) => !/^(?:mention|time|emoji)$/.test(kind) && (!/link$/.test(kind) || !EVIL.test(value)),
        );
      counting.attack(`Discord: ${JSON.stringify(text)}`, isDiscordSafe);
    },
    3,
  );
  // The page shows texts as texts; its addresses are what could do something. It answers thirty in a minute.
  for (let index = 0; index < Math.min(10, texts.length); index += 1) {
    const { text } = await target.askWeb(`/brief ${target.site.url}/hostile/${index}`, { room: "hostile" });
    const addresses = [...text.matchAll(/"url":"([^"]*)"/g)].map(([, url = ""]) => url);
    counting.attack(
      `the page: ${index}`,
      addresses.every((url) => /^(?:https?:\/\/|\/)/.test(url) && !EVIL.test(url)),
    );
  }
  return counting.end();
}
