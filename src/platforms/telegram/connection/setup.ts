/** Setting up a channel or group from the private chat: the person picks it in Telegram's own list, which also adds the bot. */

import { UserError } from "../../../domain/errors.ts";
import type { Reply } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import { sayIn } from "../../../messages/say.ts";
import type { IncomingMessage } from "../chats/incoming.ts";
import type { Rights } from "../chats/rights.ts";
import { code, join, line, type Piece, plain } from "../posts/markup.ts";
import type { Client } from "./client.ts";

/** Telegram's alone, so it is not among the neutral commands. */
export const CHANNEL_COMMAND = "channel";

const CHANNEL_REQUEST_ID = 1;
const GROUP_REQUEST_ID = 2;
const TITLE_LENGTH_MAX = 128;

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

const toKeyboard = (say: Say) => ({
  keyboard: [
    [
      {
        text: say("telegram.chooseChannel"),
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
        text: say("telegram.chooseGroup"),
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
});

export interface Setup {
  /** Answers /channel. */
  offerChats(message: IncomingMessage, say: Say): Promise<void>;
  onChatShared(message: IncomingMessage, say: Say): Promise<void>;
  /** Help in the private chat names this command too, and how any command is used for a channel. */
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
    async offerChats({ chat }, say) {
      if (chat.type !== "private") {
        await send(chat.id, plain(say("telegram.channelPrivately")), {
          remove_keyboard: true,
          selective: true,
        });
        return;
      }
      await send(
        chat.id,
        join(
          [
            plain(say("telegram.chooseBelow")),
            join([plain(`${say("telegram.orName")} `), code("/subscribe @yourchannel everything")]),
          ],
          "\n\n",
        ),
        toKeyboard(say),
      );
    },

    async onChatShared({ chat, from, chat_shared: shared }, say) {
      if (shared === undefined || from === undefined) return;
      try {
        const managed = await rights.getManaged(String(shared.chat_id), null, from.id);
        const name = shared.username === undefined ? String(shared.chat_id) : `@${shared.username}`;
        await send(
          chat.id,
          join(
            [
              line(say("telegram.ready", { chat: managed.title.slice(0, TITLE_LENGTH_MAX).toWellFormed() })),
              code(`/subscribe ${name} everything`),
              code(`/subscriptions ${name}`),
            ],
            "\n",
          ),
          { remove_keyboard: true },
        );
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        await send(chat.id, line(error.wording(say)), { remove_keyboard: true });
      }
    },

    extendHelp(reply) {
      const say = sayIn(reply.language ?? "en");
      const items = [
        { text: `/${CHANNEL_COMMAND}`, url: null, detail: say("telegram.channel") },
        { text: "/why @yourchannel ferry engine", url: null, detail: say("telegram.named") },
      ];
      return { ...reply, lists: [...(reply.lists ?? []), { title: null, items }] };
    },
  };
}
