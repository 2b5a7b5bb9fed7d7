/** Updates as Telegram sends them, checked at the edge: only the fields used here, bounded. */

import { z } from "zod";

const chatSchema = z.object({
  id: z.number().int(),
  type: z.enum(["private", "group", "supergroup", "channel"]),
  title: z.string().optional(),
  username: z.string().optional(),
  is_forum: z.boolean().optional(),
});
const userSchema = z.object({
  id: z.number().int(),
  is_bot: z.boolean().optional(),
  language_code: z.string().max(35).optional(),
});

const documentSchema = z.object({
  file_id: z.string().max(500),
  file_name: z.string().max(1000).optional(),
  mime_type: z.string().max(200).optional(),
  file_size: z.number().optional(),
});
/** A document of an unexpected shape is none. */
const documentField = documentSchema.optional().catch(undefined);

const messageSchema = z.object({
  message_id: z.number().int(),
  message_thread_id: z.number().int().optional(),
  is_topic_message: z.boolean().optional(),
  from: userSchema.optional(),
  sender_chat: z.object({ id: z.number().int() }).optional(),
  is_automatic_forward: z.boolean().optional(),
  chat: chatSchema,
  text: z.string().optional(),
  /** The words under a document or a picture. */
  caption: z.string().optional(),
  document: documentField,
  reply_to_message: z.object({ document: documentField }).optional().catch(undefined),
  forum_topic_reopened: z.object({}).optional().catch(undefined),
  migrate_to_chat_id: z.number().int().optional(),
  migrate_from_chat_id: z.number().int().optional(),
  chat_shared: z
    .object({
      request_id: z.number().int(),
      chat_id: z.number().int(),
      title: z.string().optional(),
      username: z.string().optional(),
    })
    .optional(),
});

const keyboardSchema = z.object({
  inline_keyboard: z.array(z.array(z.object({ callback_data: z.string().max(256).optional() })).max(100)).max(100),
});

const callbackSchema = z.object({
  id: z.string(),
  from: userSchema,
  data: z.string().max(256).optional(),
  message: z
    .object({
      message_id: z.number().int(),
      /** Set on a message that only the one who presses sees; its message_id is 0. */
      ephemeral_message_id: z.number().int().optional(),
      message_thread_id: z.number().int().optional(),
      is_topic_message: z.boolean().optional(),
      /** 0 marks a message that is no longer accessible. */
      date: z.number().optional(),
      chat: chatSchema,
      reply_markup: keyboardSchema.optional().catch(undefined),
    })
    .optional(),
});

const memberSchema = z.object({
  status: z.string(),
  is_member: z.boolean().optional(),
  can_post_messages: z.boolean().optional(),
  /** Of a restricted member. */
  can_send_messages: z.boolean().optional(),
});

const membershipSchema = z.object({
  chat: chatSchema,
  from: userSchema,
  old_chat_member: memberSchema,
  new_chat_member: memberSchema,
});

const inlineQuerySchema = z.object({
  id: z.string(),
  from: userSchema,
  query: z.string().max(512),
  offset: z.string().max(64),
});

export type IncomingChat = z.infer<typeof chatSchema>;
export type IncomingMessage = z.infer<typeof messageSchema>;
export type IncomingDocument = z.infer<typeof documentSchema>;
export type IncomingCallback = z.infer<typeof callbackSchema>;
export type IncomingMembership = z.infer<typeof membershipSchema>;
export type IncomingInlineQuery = z.infer<typeof inlineQuerySchema>;
export type Member = z.infer<typeof memberSchema>;

const updateSchema = z.object({
  update_id: z.number().int(),
  message: messageSchema.optional().catch(undefined),
  channel_post: messageSchema.optional().catch(undefined),
  callback_query: callbackSchema.optional().catch(undefined),
  my_chat_member: membershipSchema.optional().catch(undefined),
  inline_query: inlineQuerySchema.optional().catch(undefined),
});
export type IncomingUpdate = z.infer<typeof updateSchema>;

/** The forum topic a message is in; null for none. */
export const readThread = (message: {
  readonly message_thread_id?: number | undefined;
  readonly is_topic_message?: boolean | undefined;
}): number | null => (message.is_topic_message === true ? (message.message_thread_id ?? null) : null);

/** The kinds of update asked for; everything else is never sent to us. */
export const UPDATE_KINDS = ["message", "channel_post", "callback_query", "my_chat_member", "inline_query"] as const;

/** Null when it is no update at all; a part of an unexpected shape is left out. */
export function readUpdate(value: unknown): IncomingUpdate | null {
  return updateSchema.safeParse(value).data ?? null;
}

export function readMember(value: unknown): Member | null {
  return memberSchema.safeParse(value).data ?? null;
}

export function readChat(value: unknown): IncomingChat | null {
  return chatSchema.safeParse(value).data ?? null;
}

/** The id of a message just sent; null when the answer holds none. */
export function readMessageId(value: unknown): number | null {
  return z.object({ message_id: z.number().int() }).safeParse(value).data?.message_id ?? null;
}

/** Where a file can be fetched for an hour; null when the answer does not say. */
export function readFilePath(value: unknown): string | null {
  return z.object({ file_path: z.string().max(1000) }).safeParse(value).data?.file_path ?? null;
}

const botSchema = z.object({
  id: z.number().int(),
  is_bot: z.boolean(),
  first_name: z.string(),
  username: z.string(),
});
export type Bot = z.infer<typeof botSchema>;

export function readBot(value: unknown): Bot | null {
  return botSchema.safeParse(value).data ?? null;
}
