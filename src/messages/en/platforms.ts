/** English: what the platforms say around posts and answers, and how they are set up. */

export const platforms = {
  "post.inArticle": "in the article",
  "post.readArticle": "Read the article",
  "post.updated": "updated",
  "post.opinion": "opinion",
  "post.opinionBy": "opinion by {author}",
  "post.review": "review",
  "post.reviewBy": "review by {author}",
  "post.satire": "satire",
  "post.humor": "humor",
  "post.fromFeed": "from the feed’s summary",
  "post.foundVia": "found via {feed}",
  "post.also": "Also: {outlets}",
  "post.alsoIn": "also in {outlets}",
  "post.withdrawn": "no longer in the article",
  "post.corrected": "corrected in the article since",
  "post.goneFrom": "no longer in {outlets}",
  "post.alsoMore": { one: "Also: {outlets} and {count} more", other: "Also: {outlets} and {count} more" },

  "digest.daily": "Daily digest, {day}",
  "digest.weekly": "Weekly digest, {day}",
  "digest.quotes": "Quotes of the week, {day}",
  "digest.quiet": "From the quiet hours",
  "digest.rest": "More news",
  "digest.part": "{heading} ({part} of {parts})",
  "digest.otherNews": "Other news",
  "digest.more": {
    one: "… and {count} more brief. /latest and /search find it.",
    other: "… and {count} more briefs. /latest and /search find them.",
  },

  "reply.done": "Done.",
  "reply.link": "link",
  "reply.listMore": { one: "… and {count} more", other: "… and {count} more" },
  "reply.tooMuch": "There is more than fits here. Narrow it down to see the rest.",
  "reply.fault": "Something went wrong. Please try again in a moment.",
  "reply.checking": "The bot is being checked. Please try again in a minute.",

  "discord.channel": "Another channel than this one",
  "discord.noEmbeds": "Without the permission {right} posts come as plain text here.",
  "discord.mayNotPostHere":
    "I may not post here yet. Give me the permission {rights} in the channel’s settings, then try again.",
  "discord.mayNotPostThere":
    "I may not post there yet. Give me the permission {rights} in the channel’s settings, then try again.",
  "discord.right.viewChannel": "View Channel",
  "discord.right.sendMessages": "Send Messages",
  "discord.right.sendInThreads": "Send Messages in Threads",
  "discord.right.createPosts": "Create Posts",
  "discord.right.embedLinks": "Embed Links",
  "discord.right.mentionEveryone": "Mention @everyone, @here, and All Roles",
  "discord.right.manageWebhooks": "Manage Webhooks",
  "discord.right.readHistory": "Read Message History",
  "discord.right.manageMessages": "Manage Messages",
  "wish.senderElsewhere": "Only in channels of Discord servers can posts come under the outlet’s name.",
  "choice.bot": "bot",
  "choice.outlet": "outlet",
  "display.sender": "under the outlet’s name",
  "discord.direct": "our direct messages",
  "discord.directHello": "Hello. The news you subscribe to comes here. /subscriptions lists it, /unsubscribe ends it.",
  "discord.directRefused":
    "Discord does not let me write to you yet: allow direct messages from this app in your privacy settings. I will try again.",
  "discord.needsForOutlet":
    "To post under the outlets’ names I need the permission {rights} there. Give it to me in the channel’s settings, then try again; until then posts come under my own name.",
  "discord.noOutlet": "Without the permission {rights} posts come under my own name here.",
  "discord.mayNotMention":
    "I may not mention {role} there, so nobody would be told. Allow anyone to mention the role in the server’s settings, or give me the permission {right}.",

  "telegram.channel": "Set up a channel or group of yours from here",
  "telegram.named": "Use a command for a channel or group from here: its name comes first",
  "telegram.chooseChannel": "Choose a channel",
  "telegram.chooseGroup": "Choose a group",
  "telegram.chooseBelow": "Choose the channel or group below: Telegram then adds me to it with the right to post.",
  "telegram.orName": "Or name it yourself:",
  "telegram.channelPrivately": "/channel works in a private chat with me. Here, /subscribe is all it takes.",
  "telegram.ready": "{chat} is ready. Write its name first to manage it from here:",
  "telegram.welcomeGroup":
    "Hello. I post short news briefs with quotes copied word for word. An administrator can start with /subscribe everything; /help shows the rest.",
  "telegram.welcomeChannel": "I may post in your channel now. Start with: {command}",
  "telegram.topicGone":
    "A topic that was subscribed to news is closed or deleted, so its posts have stopped. Use /subscribe in another topic to go on.",
  "reply.about": "For {place}:",
  "telegram.nothingFound": "Nothing found. Ask in private",
  "telegram.managersUnknown": "Telegram did not say who manages this chat. Please try again.",
  "telegram.noAnswer": "Telegram did not answer. Please try again.",
  "telegram.chatNotFound":
    "I can’t find {chat}. Add me to it first, in a channel as an administrator who may post; /channel does both.",
  "telegram.mayNotPost":
    "I may not post in {chat}. Make me an administrator there with the right to post messages, then try again.",
  "telegram.notIn": "I am not in {chat}. Add me to it, then try again.",
  "telegram.notManager": "Only those who may post in {chat} can manage it, and Telegram says you may not.",
} as const;
