/** English: whole articles under their posts. */

export const whole = {
  "display.whole": "with whole texts",
  "wish.wholeOff": "Whole articles are not shown here: whoever runs this bot has not allowed it (WHOLE_TEXT=on).",
  "post.wholeText": "The whole text",
  "post.wholeCut": "It goes on at",
  "command.subscribe.whole": "Whole article folded under its post, where allowed",
  "command.edit.whole": "Whole article folded under its post, where allowed",
} as const;
