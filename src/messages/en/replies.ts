/** English: answers to commands. Gaps in braces; `count` chooses the plural form; a command is named as it is typed. */

export const replies = {
  marks: "“{text}”",
  "marks.inner": "‘{text}’",
  comma: ", ",
  "time.now": "just now",
  "word.yes": "yes",
  "word.no": "no",

  "answer.noCommand": "There is no command {command}. /help lists them.",
  "answer.noCommandNear": "There is no command {command}. Did you mean {near}? /help lists them all.",
  "answer.managersOnly": "{command} changes this channel, so only those who manage it may use it.",
  "answer.tooMany": "That was a lot of commands in a minute. Please wait a little.",
  "answer.underWay": "Enough commands are under way here. Please wait until one is answered.",
  "answer.fault": "Something went wrong here, and it has been written down. Please try again in a minute.",
  "answer.oldButton": "This button is old. Please use the command again.",
  "answer.othersButton": "This button belongs to the one who asked. Please use the command yourself.",

  "option.tooLong": "{option} may have at most {max} characters; this has {length}.",
  "option.notInRange": "The option {option} must be a whole number from {min} to {max}.",
  "option.notYesOrNo": "The option {option} must be yes or no.",
  "option.notAFile": "The option {option} must be a file, sent along with the command; a name or path cannot be used.",
  "option.notAChoice": "The option {option} must be one of {choices}.",
  "option.notADay": "The option {option} must be a day such as 2026-11-20.",
  "option.missing": "The option {option} is missing: {description}. For example: {example}",
  "option.unknown": "There is no option {option}. {command} lists those there are.",

  "option.ownField": "{option} is an option of its own: put it in its own field, not among the words.",
  "feed.unknown": "There is no feed called {name}. /feeds lists them.",
  "topic.unknown": "There is no topic called {name}. The topics are {topics}.",
  "feed.tooManyNew":
    "As many new feeds as may be added here in one day have been added. Try again tomorrow, or choose one of /feeds.",
  "feed.nothingCalled":
    "There is no feed or topic called {name}. /feeds lists them; the address of a site works, too. For what somebody says: /subscribe speaker:{name}",
  "feed.noneAt": "No feed was found at {url}. Try the address of the feed itself.",
  "feed.unreadable": "{url} could not be read: {reason}",
  "feed.noFeedThere": "It did not answer with a feed.",

  "brief.badAddress": "Give the full address of an article, beginning with https://.",
  "brief.reading": "Reading the page…",
  "brief.unreadable": "That page could not be read: {reason}",
  "brief.notSent": "The server did not send the page.",

  "feeds.none": {
    one: "No feed fits. /feeds alone lists the only one; /subscribe takes the address of any site, too.",
    other: "No feed fits. /feeds alone lists all {count}; /subscribe takes the address of any site, too.",
  },
  "feeds.found": { one: "{count} feed.", other: "{count} feeds." },
  "feeds.topics": "Topics: {topics}.",
  "feeds.regions": "Regions: {regions}.",
  "feeds.more": "The first {shown} are shown; narrow it with words or topic:.",
  "feeds.howTo": "Subscribe with /subscribe and the id.",
  "feeds.trouble": "trouble: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. For those who manage the channel.",
  "help.options": "Options",
  "help.needed": "{option} (needed)",
  "help.examples": "Examples",
  "help.typed": "Options are typed as {form}; a value goes on to the next option, as in {example}",
  "help.typedSearch":
    "Options are typed as {form}. Before the words to look for, a value is one word, a name with its capitals, or anything in quotation marks, as in {example}",
  "help.all":
    "I read news feeds and post short briefs here, with quotes copied word for word from the articles. What you can type; {command} shows all that one of them can do:",
  "help.managers": "For those who manage the channel",
  "help.everyone": "For everyone",

  "language.none":
    "This channel has no language of its own: answers come in the language of whoever asks, posts in the bot’s.",
  "language.shown": "The bot speaks {language} in this channel.",
  "language.choices": "To choose: {choices}, or auto. Articles and quotes stay in their own language.",
  "language.auto":
    "This channel has no language of its own any more: answers come in the language of whoever asks, posts in the bot’s.",
  "language.set":
    "The bot speaks {language} in this channel from now on. Articles and quotes stay in their own language.",

  "latest.page": "The newest briefs, page {page}:",
  "latest.none": "No briefs yet. They appear here once the feeds have been read; /feeds shows how that goes.",
  "latest.shown": { one: "The newest brief:", other: "The {count} newest briefs:" },

  "quotes.nothingAsked": "Name a speaker or a subject, such as /quotes minister or /quotes about:ferry.",
  "quotes.by": "by {speaker}",
  "quotes.about": "about {words}",
  "quotes.none":
    "No quotes {wanted} yet. A part of the name, or the role, is enough; /quotes about: finds what was said about something, /search looks in whole articles.",
  "quotes.found": "Quotes {wanted}:",
  "quotes.foundPage": "Quotes {wanted}, page {page}:",
  "quotes.unnamed": "speaker not named",

  "mute.button": "Mute this story",
  "mute.done": "No more posts or changes of this story come here: {headline}",
  "mute.undo": "Undo",
  "mute.undone": "News of this story comes here again: {headline}",
  "mute.gone": "That article is no longer kept.",
  "why.entryFailed": "{feed} had it, but it could not be read: {reason}",
  "why.entryRetried": "{feed} has it, but it could not be read yet and is tried again: {reason}",
  "why.entryAtFirst": "{feed} had it already when it was first read, so it is no news here. /brief reads it.",
  "why.entryOld": "It was too old when {feed} brought it, so it is no news here. /brief reads it.",
  "why.entryRenamed": "{feed} had it before under another address or name, so it is no news here. /brief reads it.",
  "why.entryBefore":
    "{feed} had it, but it is not kept: it was there before the feed was first read, was too old when it came, or is forgotten by now. /brief reads it.",

  "quotes.more": "More quotes",
  "quotes.allOf": "All quotes of {headline}:",
  "quotes.noneIn": "No quotes were found in {headline}.",
  "search.similar": "Search similar",
  "card.button": "Quote card",
  "card.nothing": "Name an article, such as /card ferry engine, or press “Quote card” under a post.",
  "card.choose": "Which quote of {headline}?",
  "card.dark": "Dark",
  "card.light": "Light",
  "card.others": "Other quotes",
  "card.share": "Share here",
  "card.shared": "Everybody here sees the card now.",
  "card.gone": "These words stand in the article no longer, so that there is no card of them.",
  "card.tooLong": "This quote is too long for a card, and no part of it says what the whole says.",
  "card.busy": "Too many cards are being drawn. Try again in a few minutes.",
  "card.notInstalled":
    "This bot was installed without what draws cards. Whoever runs it gets that with “npm ci”, without --omit=optional.",
  "card.noLetters": "No font here has these letters, so that there is no card: {letters}",
  "card.package": "Whoever runs the bot can add them: npm install {packages}",
  "card.noPhotos": "Pictures may not be sent here. An administrator can allow them; what stands on the card:",
  "search.nothingSimilar": "Nothing similar to {headline} has been carried.",
  "search.nothingAsked": "Say what to look for, such as /search ferry, or a speaker, such as /search speaker:minister.",
  "search.about": "about {words}",
  "search.quoting": "quoting {speaker}",
  "search.backwards": "since is after until: nothing can lie between.",
  "search.none": "Nothing {wanted}. Try fewer or other words, or a longer time with days:365.",
  "search.noneAtAll": "Nothing {wanted}. Try fewer or other words.",
  "search.noneWith": "Nothing {wanted} with {filters}. Try fewer or other words, or leave out one of these options.",
  "search.daysToo": "days and since both say where the time begins. Give one of them.",
  "search.alternatives":
    "A search looks for all of its words, not for one or another. Search for each by itself; a subscription takes one of several, parted by commas, as in {example}",
  "search.found": { one: "{count} brief {wanted}:", other: "{count} briefs {wanted}:" },
  "search.foundMany": { one: "{count} or more briefs {wanted}:", other: "{count} or more briefs {wanted}:" },
  "search.foundPage": {
    one: "{count} brief {wanted}, page {page}:",
    other: "{count} briefs {wanted}, page {page}:",
  },
  "search.foundManyPage": {
    one: "{count} or more briefs {wanted}, page {page}:",
    other: "{count} or more briefs {wanted}, page {page}:",
  },
  "search.newer": "◀ Newer page",
  "search.older": "More ▶",
  "search.oldButton": "This button is old. Please search again with {command}.",

  "forget.channelWord": "channel",
  "forget.meWord": "me",
  "forget.askChannel":
    "Of this channel, everything stored is deleted: its subscriptions with all that waits for them, its language and look of posts, muted stories, where briefs were posted, answers kept behind buttons, and feeds that only this channel had named, with their articles.",
  "forget.askMe":
    "Of you, everything stored is deleted: what you asked, here and in other channels, as it is kept behind buttons.",
  "forget.confirm": "This happens at once and cannot be undone. Press to confirm:",
  "forget.channelButton": "Forget this channel",
  "forget.meButton": "Forget me",
  "forget.subscriptions": { one: "{count} subscription", other: "{count} subscriptions" },
  "forget.deliveries": { one: "{count} record of a post", other: "{count} records of posts" },
  "forget.feeds": {
    one: "{count} feed that only this channel had named",
    other: "{count} feeds that only this channel had named",
  },
  "forget.kept": { one: "{count} answer kept behind buttons", other: "{count} answers kept behind buttons" },
  "forget.channelDone": "Deleted for good, with all else that was stored of this channel: {what}.",
  "forget.channelNothing": "Nothing is stored of this channel any more.",
  "forget.channelStays":
    "Nothing more is posted here. What was posted stays in the channel, where only you can delete it; a post that was leaving this very moment may still arrive.",
  "forget.meDone": "Deleted for good: {what}.",
  "forget.meStays":
    "Nothing else is stored of you. How often you asked within the last minutes is only in memory, and goes by itself; messages in chats are yours to delete. What a private chat gets is forgotten with /forget there.",
} as const;
