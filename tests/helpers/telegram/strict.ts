/** Rules of the server that are easily broken unseen: fields nobody knows, scopes, webhooks, inline answers, the pace of groups. */

import type { Params } from "./body.ts";
import { badRequest, flood, forbidden } from "./refusal.ts";

type Fields = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const read = (value: unknown): unknown => (typeof value === "string" ? JSON.parse(value) : value);

const BUTTON_LOOK = ["text", "style", "icon_custom_emoji_id"];
/** By type, as of Bot API 10.5: core.telegram.org/bots/api#replyparameters and the others of these names. */
const FIELDS = {
  replyParameters:
    "message_id chat_id allow_sending_without_reply quote quote_parse_mode quote_entities quote_position checklist_task_id",
  linkPreviewOptions: "is_disabled url prefer_small_media prefer_large_media show_above_text",
  messageEntity: "type offset length url user language custom_emoji_id unix_time date_time_format",
  inlineMarkup: "inline_keyboard",
  replyMarkup: "keyboard is_persistent resize_keyboard one_time_keyboard input_field_placeholder selective",
  noMarkup: "remove_keyboard force_reply input_field_placeholder selective",
  inlineButton:
    "url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text callback_game pay",
  keyboardButton:
    "request_users request_chat request_managed_bot request_contact request_location request_poll web_app",
  requestChat:
    "request_id chat_is_channel chat_is_forum chat_has_username chat_is_created user_administrator_rights bot_administrator_rights bot_is_member request_title request_username request_photo",
  article:
    "type id title input_message_content reply_markup url description thumbnail_url thumbnail_width thumbnail_height",
  textContent: "message_text parse_mode entities link_preview_options",
  command: "command description",
  scope: "type chat_id user_id",
  inlineResultsButton: "text web_app start_parameter",
} as const;

/** The real server passes over a field it does not know: whoever sends one believes in something that does not happen. */
function checkFields(kind: keyof typeof FIELDS, value: unknown, more: readonly string[] = []): void {
  const known = [...FIELDS[kind].split(" "), ...more];
  const unknown = Object.keys(asObject(value)).find((name) => !known.includes(name));
  if (unknown !== undefined) throw badRequest(`emulator: there is no field ${unknown} in ${kind}`);
}

function checkMarkup(value: unknown): void {
  const markup = asObject(read(value));
  if ("inline_keyboard" in markup) {
    checkFields("inlineMarkup", markup);
    for (const button of asList(markup["inline_keyboard"]).flat()) checkFields("inlineButton", button, BUTTON_LOOK);
    return;
  }
  checkFields("keyboard" in markup ? "replyMarkup" : "noMarkup", markup);
  for (const button of asList(markup["keyboard"]).flat()) {
    checkFields("keyboardButton", button, BUTTON_LOOK);
    checkFields("requestChat", asObject(button)["request_chat"]);
  }
}

/** core.telegram.org/bots/api#botcommandscope */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  default: [],
  all_private_chats: [],
  all_group_chats: [],
  all_chat_administrators: [],
  chat: ["chat_id"],
  chat_administrators: ["chat_id"],
  chat_member: ["chat_id", "user_id"],
};

export function checkScope(value: unknown): void {
  if (value === undefined) return;
  const scope = asObject(read(value));
  const needed = SCOPES[String(scope["type"])];
  if (needed === undefined) throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  checkFields("scope", scope);
  const missing = needed.find((name) => scope[name] === undefined);
  if (missing !== undefined) throw badRequest(`can't parse BotCommandScope: Can't find field "${missing}"`);
}

/** What is inside a method's parameters. */
export function checkNested(params: Params): void {
  checkFields("replyParameters", read(params["reply_parameters"]));
  checkFields("linkPreviewOptions", read(params["link_preview_options"]));
  for (const entity of asList(read(params["entities"]))) checkFields("messageEntity", entity);
  for (const command of asList(read(params["commands"]))) checkFields("command", command);
  if (params["reply_markup"] !== undefined) checkMarkup(params["reply_markup"]);
}

const NEXT_OFFSET_BYTES_MAX = 64;
const START_PARAMETER = /^[A-Za-z0-9_-]{1,64}$/;

/** core.telegram.org/bots/api#answerinlinequery */
export function checkInlineAnswer(params: Params): void {
  if (Buffer.byteLength(String(params["next_offset"] ?? "")) > NEXT_OFFSET_BYTES_MAX)
    throw badRequest("NEXT_OFFSET_INVALID");
  const cacheTime = params["cache_time"];
  if (cacheTime !== undefined && (!Number.isInteger(cacheTime) || Number(cacheTime) < 0))
    throw badRequest("emulator: cache_time is a number of seconds");
  const button = read(params["button"]);
  if (button !== undefined) {
    checkFields("inlineResultsButton", button);
    const start = asObject(button)["start_parameter"];
    if (start !== undefined && !START_PARAMETER.test(String(start))) throw badRequest("START_PARAM_INVALID");
  }
  for (const result of asList(read(params["results"])).map(asObject)) {
    if (result["type"] !== "article") throw badRequest("emulator: results are articles here");
    checkFields("article", result);
    checkFields("textContent", result["input_message_content"]);
    if (String(result["title"] ?? "").trim() === "") throw badRequest("ARTICLE_TITLE_EMPTY");
    if (result["reply_markup"] !== undefined) checkMarkup(result["reply_markup"]);
  }
}

const WEBHOOK_FIELDS =
  "url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token".split(" ");
const WEBHOOK_PORTS = ["", "80", "88", "443", "8443"];

/** core.telegram.org/bots/api#setwebhook; a loopback address stands for the proxy in front of the bot. */
export function checkWebhook(params: Params): void {
  const unknown = Object.keys(params).find((name) => !WEBHOOK_FIELDS.includes(name));
  if (unknown !== undefined) throw badRequest(`emulator: setWebhook has no parameter ${unknown}`);
  const { secret_token: secret, max_connections: connections } = params;
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(String(secret)))
    throw badRequest("secret token contains unallowed characters");
  if (connections !== undefined && !(Number(connections) >= 1 && Number(connections) <= 100))
    throw badRequest("emulator: between 1 and 100 connections");
  const url = String(params["url"] ?? "");
  if (url === "") return;
  const { protocol, port, hostname } = new URL(url);
  if (hostname === "127.0.0.1") return;
  if (protocol !== "https:") throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  if (!WEBHOOK_PORTS.includes(port))
    throw badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
}

const GROUP_COUNT_MAX = 20;
const GROUP_WINDOW_MS = 60_000;

/** core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: a group takes twenty messages a minute. */
export function createGroupPace(now: () => number = () => performance.now()) {
  const sentAt = new Map<number, number[]>();
  return (chat: { readonly id: number; readonly type: string }): void => {
    if (chat.type !== "group" && chat.type !== "supergroup") return;
    const since = now() - GROUP_WINDOW_MS;
    const recent = (sentAt.get(chat.id) ?? []).filter((at) => at > since);
    const first = recent[recent.length - GROUP_COUNT_MAX];
    if (first !== undefined) throw flood(Math.max(1, Math.ceil((first - since) / 1000)));
    sentAt.set(chat.id, [...recent, now()]);
  };
}

/** A person the bot has met but who never opened a chat with it: telegram-bot-api, "Forbidden". */
export function checkOpened(
  chats: ReadonlyMap<number, { readonly members: ReadonlyMap<number, unknown> }>,
  chatId: unknown,
): void {
  const id = Number(chatId);
  if (!(id > 0) || chats.has(id)) return;
  if ([...chats.values()].some(({ members }) => members.has(id)))
    throw forbidden("bot can't initiate conversation with a user");
}
