/** The post that came last to a place, on any platform: its buttons, what a press of one tells, and what others see of it. */

import type { Conversation } from "./conversation.ts";
import { isPost } from "./conversation.ts";
import { readMessage } from "./discord/shown.ts";
import type { Message } from "./discord/store.ts";
import type { WholeApp } from "./whole-app.ts";

export interface StandingPost {
  readonly labels: readonly string[];
  /** The address of the link among the buttons that leads to the article. */
  readonly link: string | null;
  /** Presses, or follows where the button is a link to the bot, and reads the answer; with another id, as a tampered client. */
  press(label: string, id?: string): Promise<string>;
  /** The post as it is now, and everything in the place that more than the one who pressed can read. */
  look(): Promise<unknown>;
}

async function findOnWeb(whole: WholeApp, room: string, client: string): Promise<StandingPost | null> {
  const post = (await whole.webPosts(room)).findLast((each) => each.buttons.length > 0);
  if (post === undefined) return null;
  return {
    labels: post.buttons.map((button) => button.label),
    link: post.buttons.find((button) => button.url !== undefined)?.url ?? null,
    async press(label, id) {
      const buttonId = id ?? post.buttons.find((button) => button.label === label)?.id;
      const response = await fetch(`${whole.app.webUrl()}api/press`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ room, client, buttonId, label }),
      });
      return JSON.stringify(await response.json());
    },
    look: async () => [await whole.webArrivals(room), await whole.webEdits(room)],
  };
}

function findOnDiscord(whole: WholeApp, channelId: string, personId: string): StandingPost | null {
  const everyones = () => whole.discord.messages(channelId).filter((each) => each.askedBy === null);
  const post = everyones().findLast((each) => each.components.length > 0);
  if (post === undefined) return null;
  const buttons = post.components.flatMap((row) => row.components);
  return {
    labels: buttons.map((button) => button.label ?? ""),
    link: buttons.find((button) => button.url !== undefined)?.url ?? null,
    async press(label, id) {
      const before = post.components;
      // Discord itself refuses an id that the message has not, so the message gets it for the while.
      post.components = before.map((row) => ({
        ...row,
        components: row.components.map((each) =>
          each.label === label && id !== undefined ? { ...each, custom_id: id } : each,
        ),
      }));
      const reply = await whole.discord.press(post, personId, label).finally(() => {
        post.components = before;
      });
      if (!reply.isEphemeral) throw new Error("Everybody in the channel reads the answer.");
      const messages: readonly Message[] = [reply, ...reply.followups];
      return messages.map(readMessage).join("\n");
    },
    look: async () => structuredClone(everyones().map((each) => ({ ...each }))),
  };
}

function findOnTelegram(whole: WholeApp, chatId: number, personId: number): StandingPost | null {
  const messages = () => whole.telegram.messages(chatId);
  const post = messages().findLast(isPost);
  if (post === undefined) return null;
  const buttons = post.buttons.flat();
  const isPrivate = chatId === personId;
  const readFrom = (first: { readonly chat_id: number; readonly message_id: number }): string =>
    whole.telegram
      .posts(first.chat_id)
      .filter((each) => each.message_id >= first.message_id)
      .map((each) => each.text)
      .join("\n");

  async function pressShown(label: string): Promise<string> {
    const button = post?.buttons.flat().find((each) => each.text === label);
    if (post === undefined || button === undefined) throw new Error(`There is no button ${label} on Telegram.`);
    if (button.url !== undefined) return readFrom(await whole.telegram.follow(post, label, personId));
    if (!isPrivate) return (await whole.telegram.tap(post, label, { userId: personId })).text;
    return readFrom(await whole.telegram.press(post, label, personId));
  }

  return {
    labels: buttons.map((button) => button.text),
    link: buttons.find((button) => button.url?.includes("t.me/") === false)?.url ?? null,
    press(label, id) {
      const before = post.buttons;
      // The platform looks whether the message has the button, so the message gets it for the while.
      post.buttons = before.map((row) =>
        row.map((each) => {
          if (each.text !== label || id === undefined) return each;
          return each.url === undefined
            ? { text: label, callback_data: id }
            : { text: label, url: `https://t.me/pullquote_bot?start=${id.replaceAll(":", "-")}` };
        }),
      );
      return pressShown(label).finally(() => {
        post.buttons = before;
      });
    },
    // Alone with the bot nobody else reads, so only the post itself is looked at.
    look: async () => structuredClone((isPrivate ? [post] : messages()).map((each) => ({ ...each }))),
  };
}

/** Null until a post with buttons has come. */
export async function findStandingPost(whole: WholeApp, who: Conversation): Promise<StandingPost | null> {
  const { address } = who.destination;
  switch (who.platform) {
    case "web":
      return findOnWeb(whole, address, who.personId);
    case "discord":
      return findOnDiscord(whole, address, who.personId);
    case "telegram":
      return findOnTelegram(whole, Number(address), Number(who.personId));
  }
}
