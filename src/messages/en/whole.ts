/** English: whole articles under their posts. */

export const whole = {
  "display.whole": "with whole texts",
  "wish.wholeOff": "Whole articles are not shown here: whoever runs this bot has not allowed it (WHOLE_TEXT=on).",
  "wish.wholeElsewhere":
    "In a direct message there is no thread for whole articles. They can be had in the channels of a server.",
  "discord.right.createThreads": "Create Public Threads",
  "discord.needsForWhole":
    "A whole article lies in a thread under its post, for which I need the permission {rights} there. Give it to me in the channel’s settings, then try again.",
  "post.wholeText": "The whole text",
  "post.wholeCut": "It goes on at",
  "command.subscribe.whole": "Whole article folded under its post, where allowed",
  "command.edit.whole": "Whole article folded under its post, where allowed",
} as const;
