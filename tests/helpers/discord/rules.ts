/** Discord's limits on messages, enforced as Discord enforces them: one answer 50035 naming every field refused. */

import { apiError, createForm, type Form } from "./errors.ts";
import { type EmulatorStore, type Json, type JsonObject, PERMISSIONS } from "./store.ts";

export const measure = (text: string): number => [...text.trim()].length;

export const asObject = (value: Json | undefined): JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
export const asList = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const asText = (value: Json | undefined): string => (typeof value === "string" ? value : "");

type Path = readonly (string | number)[];

function checkText(form: Form, path: Path, value: Json | undefined, max: number, min = 0): void {
  if (value === undefined || value === null) {
    if (min > 0) form.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    return;
  }
  if (typeof value !== "string") {
    form.add(path, "STRING_TYPE_CONVERT", "Could not interpret as string.");
    return;
  }
  const length = measure(value);
  if (length > max) form.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
  if (length < min) form.add(path, "BASE_TYPE_REQUIRED", "This field is required");
}

function checkUrl(form: Form, path: Path, value: Json | undefined, max: number, schemes = /^https?:\/\//): void {
  if (value === undefined || value === null) return;
  if (typeof value !== "string" || !schemes.test(value) || /\s/.test(value) || !URL.canParse(value)) {
    form.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
    return;
  }
  if (value.length > max) form.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
}

/** discord.com/developers/docs/reference#iso8601-date-time */
const TIMESTAMP_PATTERN = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const COLOR_MAX = 0xff_ff_ff;
/** Pictures may also be files of the same message: reference#editing-message-attachments-using-attachments-within-embeds. */
const PICTURE_SCHEMES = /^(?:https?|attachment):\/\//;

/** discord.com/developers/docs/resources/message#embed-object */
function checkEmbed(form: Form, path: Path, embed: JsonObject): number {
  const { timestamp, color } = embed;
  if (timestamp !== undefined && (typeof timestamp !== "string" || !TIMESTAMP_PATTERN.test(timestamp)))
    form.add(
      [...path, "timestamp"],
      "DATE_TIME_TYPE_PARSE",
      `Could not parse ${String(timestamp)}. Should be ISO8601.`,
    );
  if (color !== undefined && color !== null && (!Number.isInteger(color) || Number(color) < 0))
    form.add([...path, "color"], "NUMBER_TYPE_COERCE", `Value "${String(color)}" is not int.`);
  else if (Number(color ?? 0) > COLOR_MAX)
    form.add([...path, "color"], "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.");
  checkText(form, [...path, "title"], embed["title"], 256);
  checkText(form, [...path, "description"], embed["description"], 4096);
  checkUrl(form, [...path, "url"], embed["url"], 2048);
  for (const name of ["image", "thumbnail"]) {
    if (embed[name] !== undefined)
      checkUrl(form, [...path, name, "url"], asObject(embed[name])["url"], 2048, PICTURE_SCHEMES);
  }
  for (const name of ["author", "footer"]) {
    const part = asObject(embed[name]);
    checkUrl(form, [...path, name, "url"], part["url"], 2048);
    checkUrl(form, [...path, name, "icon_url"], part["icon_url"], 2048, PICTURE_SCHEMES);
  }
  const author = asObject(embed["author"])["name"];
  if (embed["author"] !== undefined) checkText(form, [...path, "author", "name"], author, 256, 1);
  const footer = asObject(embed["footer"])["text"];
  if (embed["footer"] !== undefined) checkText(form, [...path, "footer", "text"], footer, 2048, 1);
  const fields = asList(embed["fields"]).map(asObject);
  if (fields.length > 25) form.add([...path, "fields"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
  fields.forEach((field, index) => {
    checkText(form, [...path, "fields", index, "name"], field["name"], 256, 1);
    checkText(form, [...path, "fields", index, "value"], field["value"], 1024, 1);
  });
  const texts = [embed["title"], embed["description"], author, footer];
  const all = [...texts, ...fields.flatMap((field) => [field["name"], field["value"]])].map(asText);
  if (all.every((text) => text.trim() === "") && embed["image"] === undefined && embed["thumbnail"] === undefined) {
    form.add([...path, "description"], "BASE_TYPE_REQUIRED", "This field is required");
  }
  return all.reduce((sum, text) => sum + measure(text), 0);
}

function checkButton(form: Form, path: Path, button: JsonObject, ids: Set<string>): void {
  if (button["type"] !== 2) {
    form.add([...path, "type"], "UNION_TYPE_CHOICES", "Value must be one of {2}.");
    return;
  }
  checkText(form, [...path, "label"], button["label"], 80, 1);
  // discord.com/developers/docs/components/reference#button-button-styles; 6 sells things and has no label.
  if (![1, 2, 3, 4, 5].includes(Number(button["style"]))) {
    form.add([...path, "style"], "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.");
    return;
  }
  if (button["style"] === 5) {
    if (button["custom_id"] !== undefined) {
      form.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A url button cannot have a custom id");
    }
    if (button["url"] === undefined) form.add([...path, "url"], "BASE_TYPE_REQUIRED", "This field is required");
    checkUrl(form, [...path, "url"], button["url"], 512, /^(?:https?|discord):\/\//);
    return;
  }
  if (button["url"] !== undefined)
    form.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A button with a custom id has no url");
  checkText(form, [...path, "custom_id"], button["custom_id"], 100, 1);
  const id = asText(button["custom_id"]);
  if (ids.has(id))
    form.add([...path, "custom_id"], "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  ids.add(id);
}

function checkComponents(form: Form, rows: readonly Json[]): void {
  if (rows.length > 5) form.add(["components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
  const ids = new Set<string>();
  rows.map(asObject).forEach((row, index) => {
    const buttons = asList(row["components"]).map(asObject);
    if (row["type"] !== 1) form.add(["components", index, "type"], "UNION_TYPE_CHOICES", "Value must be one of {1}.");
    if (buttons.length < 1 || buttons.length > 5) {
      form.add(["components", index, "components"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
    }
    buttons.forEach((button, at) => {
      checkButton(form, ["components", index, "components", at], button, ids);
    });
  });
}

/** Refuses text no server could store as UTF-8. */
export function checkWellFormed(value: Json | undefined): void {
  if (typeof value === "string" && !value.isWellFormed()) throw apiError(50109);
  if (Array.isArray(value)) for (const each of value) checkWellFormed(each);
  else if (typeof value === "object" && value !== null) for (const each of Object.values(value)) checkWellFormed(each);
}

const COMPONENTS_V2 = 32_768;
const SUPPRESS_EMBEDS = 4;
const EPHEMERAL = 64;
const SUPPRESS_NOTIFICATIONS = 4_096;
/** What may be set: resources/message#create-message, #edit-message and interactions/receiving-and-responding. */
const FLAGS_OF = {
  message: SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2,
  edit: SUPPRESS_EMBEDS | COMPONENTS_V2,
  answer: SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2,
} as const;
const IDS_MAX = 100;

/** resources/message#allowed-mentions-object: what is allowed as a whole cannot be listed, too. */
function checkMentions(form: Form, value: Json | undefined): void {
  if (value === undefined || value === null) return;
  const allowed = asObject(value);
  const path = ["allowed_mentions"];
  asList(allowed["parse"]).forEach((kind, index) => {
    if (!["roles", "users", "everyone"].includes(String(kind)))
      form.add([...path, "parse", index], "BASE_TYPE_CHOICES", "Value must be one of ('roles', 'users', 'everyone').");
  });
  for (const kind of ["roles", "users"]) {
    const ids = asList(allowed[kind]);
    if (ids.length > IDS_MAX) form.add([...path, kind], "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
    if (ids.length > 0 && asList(allowed["parse"]).includes(kind)) {
      const reason = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      form.add(path, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", reason);
    }
    ids.forEach((id, index) => {
      if (!/^\d+$/.test(String(id)))
        form.add([...path, kind, index], "NUMBER_TYPE_COERCE", `Value "${String(id)}" is not snowflake.`);
    });
  }
}

/** Each file that is sent is named by its place among them, others by the id they got. */
function checkAttachments(form: Form, attachments: readonly JsonObject[], fileCount: number): void {
  for (const [index, { id, description }] of attachments.entries()) {
    const isSent = Number(id) < fileCount;
    const isKept = /^\d{17,20}$/.test(String(id));
    if (!isSent && !isKept) form.add(["attachments", index, "id"], "BASE_TYPE_INVALID", "There is no such file.");
    checkText(form, ["attachments", index, "description"], description, 1024);
  }
}

/** Throws 50035 or 50006. An edit may leave out what it does not change. */
export function checkMessage(body: JsonObject, fileCount: number, kind: keyof typeof FLAGS_OF): void {
  const isEdit = kind === "edit";
  checkWellFormed(body);
  const form = createForm();
  checkText(form, ["content"], body["content"], 2000);
  const embeds = asList(body["embeds"]).map(asObject);
  if (embeds.length > 10) form.add(["embeds"], "BASE_TYPE_MAX_LENGTH", "Must be 10 or fewer in length.");
  const total = embeds.reduce((sum, embed, index) => sum + checkEmbed(form, ["embeds", index], embed), 0);
  if (total > 6000) form.add(["embeds"], "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
  checkComponents(form, asList(body["components"]));
  checkAttachments(form, asList(body["attachments"]).map(asObject), fileCount);
  const nonce = body["nonce"];
  if (typeof nonce === "string" && nonce.length > 25) {
    form.add(["nonce"], "NONCE_TYPE_TOO_LONG", "Nonce must be 25 or fewer in length.");
  }
  const flags = typeof body["flags"] === "number" ? body["flags"] : 0;
  if ((flags & COMPONENTS_V2) !== 0) {
    form.add(["flags"], "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "This emulator knows embeds only");
  }
  // Discord passes over them in silence: whoever sets one believes in something that does not happen.
  if ((flags & ~FLAGS_OF[kind]) !== 0) form.add(["flags"], "EMULATOR", `Flags ${flags} cannot be set here`);
  checkMentions(form, body["allowed_mentions"]);
  form.throwIfAny();
  const isEmpty = asText(body["content"]).trim() === "" && embeds.length === 0 && fileCount === 0;
  if (!isEdit && isEmpty && asList(body["components"]).length === 0) throw apiError(50006);
}

/** Whom a role pings: nobody when it is not there, or when only those with the right to it may mention it. */
export function toRolePing(store: EmulatorStore, channelId: string, roleId: string): string | null {
  const channel = store.channels.get(channelId);
  // Discord's documents do not say what the id of @everyone does here, so it counts as the worst.
  if (roleId === channel?.guildId) return "everyone";
  const role = store.guilds.get(channel?.guildId ?? "")?.roles.find((each) => each.id === roleId);
  const mayAll = ((channel?.permissions ?? 0n) & PERMISSIONS.MENTION_EVERYONE) !== 0n;
  return role !== undefined && (role.isMentionable || mayAll) ? roleId : null;
}

/** Who a text pings, given what is allowed. Embeds ping nobody. */
export function findPings(
  body: JsonObject,
  toPing: (roleId: string) => string | null = (roleId) => roleId,
): readonly string[] {
  const content = asText(body["content"]);
  const allowed = body["allowed_mentions"] === undefined ? null : asObject(body["allowed_mentions"]);
  const parse = allowed === null ? ["everyone", "users", "roles"] : asList(allowed["parse"]);
  const listed = (kind: string): readonly Json[] => asList(allowed?.[kind]);
  const pings: string[] = [];
  if (/@(?:everyone|here)/.test(content) && parse.includes("everyone")) pings.push("everyone");
  for (const [, id = ""] of content.matchAll(/<@!?(\d+)>/g)) {
    if (parse.includes("users") || listed("users").includes(id)) pings.push(id);
  }
  for (const [, id = ""] of content.matchAll(/<@&(\d+)>/g)) {
    const pinged = parse.includes("roles") || listed("roles").includes(id) ? toPing(id) : null;
    if (pinged !== null) pings.push(pinged);
  }
  return pings;
}
