/** Every kind of option a command can have, one file each. */

export { article } from "./article.ts";
export { boolean } from "./boolean.ts";
export { choice } from "./choice.ts";
export { day } from "./day.ts";
export { feed } from "./feed.ts";
export { file } from "./file.ts";
export { author, category } from "./filed.ts";
export { hour } from "./hour.ts";
export { hours } from "./hours.ts";
export { integer } from "./integer.ts";
export { languages } from "./languages.ts";
export { findTypedPreset, look, namePreset } from "./look.ts";
export { required, rest, several, withDefault } from "./modify.ts";
export { role } from "./role.ts";
export { followed, speaker } from "./speaker.ts";
export { EVERYTHING, subscribable } from "./subscribable.ts";
export { subscription } from "./subscription.ts";
export { text } from "./text.ts";
export { topics } from "./topics.ts";
export { weekday } from "./weekday.ts";
export { words } from "./words.ts";
export { zone } from "./zone.ts";
