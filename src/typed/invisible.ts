/** What nobody sees in what was typed or pasted: keyboards and copied posts leave it between letters. */

/** Marks of direction, joiners of words (Telegram's posts have them in addresses), blanks without width, soft hyphens. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** It is no part of what is meant. What joins letters of Persian or parts of an emoji stays. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");
