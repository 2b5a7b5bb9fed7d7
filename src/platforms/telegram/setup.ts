/** Setting up a channel or group from the private chat: the person picks it in Telegram's own list, which also adds the bot. */

import { UserError } from "../../domain/errors.ts";
import type { Reply } from "../../domain/post.ts";
import type { Client } from "./client.ts";
import type { IncomingMessage } from "./incoming.ts";
import { bold, code, join, line, type Piece, plain } from "./markup.ts";
import type { Rights } from "./rights.ts";

/** Telegram's alone, so it is not among the neutral commands. */
export const CHANNEL_COMMAND = { name: "channel", summary: "Set up a channel or group of yours from here" } as const;

const CHANNEL_REQUEST_ID = 1;
const GROUP_REQUEST_ID = 2;

/** Every field must be named; what the bot does not ask for is false. */
const NO_RIGHTS = {
  is_anonymous: false,
  can_manage_chat: false,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};
const POSTING_RIGHTS = { ...NO_RIGHTS, can_manage_chat: true, can_post_messages: true };

const KEYBOARD = {
  keyboard: [
    [
      {
        text: "Choose a channel",
        request_chat: {
          request_id: CHANNEL_REQUEST_ID,
          chat_is_channel: true,
          user_administrator_rights: POSTING_RIGHTS,
          bot_administrator_rights: POSTING_RIGHTS,
          request_title: true,
          request_username: true,
        },
      },
      {
        text: "Choose a group",
        request_chat: {
          request_id: GROUP_REQUEST_ID,
          chat_is_channel: false,
          user_administrator_rights: { ...NO_RIGHTS, can_manage_chat: true },
          bot_is_member: true,
          request_title: true,
          request_username: true,
        },
      },
    ],
  ],
  resize_keyboard: true,
  one_time_keyboard: true,
};

export interface Setup {
  /** Answers /channel. */
  offerChats(message: IncomingMessage): Promise<void>;
  onChatShared(message: IncomingMessage): Promise<void>;
  /** Help in the private chat names this command too. */
  extendHelp(reply: Reply): Reply;
}

export function createSetup({ client, rights }: { readonly client: Client; readonly rights: Rights }): Setup {
  const send = (chatId: number, piece: Piece, markup: object): Promise<unknown> =>
    client.call("sendMessage", {
      chat_id: chatId,
      text: piece.html,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      reply_markup: markup,
    });

  return {
    async offerChats({ chat }) {
      if (chat.type !== "private") {
        await send(chat.id, plain("/channel works in a private chat with me. Here, /subscribe is all it takes."), {
          remove_keyboard: true,
          selective: true,
        });
        return;
      }
      await send(
        chat.id,
        join(
          [
            plain("Choose the channel or group below: Telegram then adds me to it with the right to post."),
            join([plain("Or name it yourself: "), code("/subscribe @yourchannel everything")]),
          ],
          "\n\n",
        ),
        KEYBOARD,
      );
    },

    async onChatShared({ chat, from, chat_shared: shared }) {
      if (shared === undefined || from === undefined) return;
      try {
        const managed = await rights.getManaged(String(shared.chat_id), null, from.id);
        const name = shared.username === undefined ? String(shared.chat_id) : `@${shared.username}`;
        await send(
          chat.id,
          join(
            [
              join([bold(line(managed.title, 128)), plain(" is ready. Write its name first to manage it from here:")]),
              code(`/subscribe ${name} everything`),
              code(`/subscriptions ${name}`),
            ],
            "\n",
          ),
          { remove_keyboard: true },
        );
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        await send(chat.id, line(error.message), { remove_keyboard: true });
      }
    },

    extendHelp: (reply) => ({
      ...reply,
      lists: [
        ...(reply.lists ?? []),
        {
          title: null,
          items: [{ text: `/${CHANNEL_COMMAND.name}`, url: null, detail: CHANNEL_COMMAND.summary }],
        },
      ],
    }),
  };
}
