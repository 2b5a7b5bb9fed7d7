/** English: answers to commands. Gaps in braces; `count` chooses the plural form; a command is named as it is typed. */

export const replies = {
  marks: "“{text}”",
  comma: ", ",
  "time.now": "just now",
  "word.yes": "yes",
  "word.no": "no",

  "answer.noCommand": "There is no command {command}. /help lists them.",
  "answer.managersOnly": "{command} changes this channel, so only those who manage it may use it.",
  "answer.tooMany": "That was a lot of commands in a minute. Please wait a little.",
  "answer.fault": "Something went wrong here, and it has been written down. Please try again in a minute.",
  "answer.oldButton": "This button is old. Please use the command again.",

  "option.tooLong": "{option} may have at most {max} characters; this has {length}.",
  "option.notInRange": "{option} must be a whole number from {min} to {max}.",
  "option.notYesOrNo": "{option} must be yes or no.",
  "option.notAChoice": "{option} must be one of {choices}.",
  "option.notADay": "{option} must be a day such as 2026-11-20.",
  "option.missing": "{option} is missing: {description}.",

  "feed.unknown": "There is no feed called {name}. /feeds lists them.",
  "topic.unknown": "There is no topic called {name}. The topics are {topics}.",
  "feed.nothingCalled": "There is no feed or topic called {name}. /feeds lists them; the address of a site works, too.",
  "feed.noneAt": "No feed was found at {url}. Try the address of the feed itself.",
  "feed.unreadable": "{url} could not be read: {reason}",
  "feed.noFeedThere": "It did not answer with a feed.",

  "notice.feedGone":
    "{feed} has ended: its server says that it is gone for good. Nothing more will come from it; /unsubscribe takes it off the list.",
  "notice.feedFailed":
    "{feed} could not be read for two weeks and is given up. Nothing more will come from it; to have it tried again, use /subscribe with its address.",

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
  "feeds.more": "The first {shown} are shown; narrow it with words or topic:.",
  "feeds.howTo": "Subscribe with /subscribe and the id.",
  "feeds.trouble": "trouble: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. For those who manage the channel.",
  "help.options": "Options",
  "help.needed": "{option} (needed)",
  "help.examples": "Examples",
  "help.all":
    "I read news feeds and post short briefs here, with quotes copied word for word from the articles. What you can type:",
  "help.forManagers": "{summary} (for those who manage the channel)",

  "language.none":
    "This channel has no language of its own: answers come in the language of whoever asks, posts in the bot’s.",
  "language.shown": "The bot speaks {language} in this channel.",
  "language.choices": "To choose: {choices}, or auto. Articles and quotes stay in their own language.",
  "language.auto":
    "This channel has no language of its own any more: answers come in the language of whoever asks, posts in the bot’s.",
  "language.set":
    "The bot speaks {language} in this channel from now on. Articles and quotes stay in their own language.",

  "latest.none": "No briefs yet. They appear here once the feeds have been read; /feeds shows how that goes.",
  "latest.shown": { one: "The newest brief:", other: "The {count} newest briefs:" },

  "quotes.nothingAsked": "Name a speaker or a subject, such as /quotes minister or /quotes about:ferry.",
  "quotes.by": "by {speaker}",
  "quotes.about": "about {words}",
  "quotes.none": "No quotes {wanted} yet. A part of the name is enough; /search looks in whole articles.",
  "quotes.found": "Quotes {wanted}, newest first:",
  "quotes.unnamed": "speaker not named",

  "search.nothingAsked": "Say what to look for, such as /search ferry, or a speaker, such as /search speaker:minister.",
  "search.about": "about {words}",
  "search.quoting": "quoting {speaker}",
  "search.backwards": "since is after until: nothing can lie between.",
  "search.none": "Nothing {wanted}. Try fewer or other words, or a longer time with days:365.",
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
  "search.oldButton": "This button is old. Please search again with /search.",

  "subscribe.tooManyWords": {
    one: "A subscription may name at most {count} word or phrase.",
    other: "A subscription may name at most {count} words or phrases.",
  },
  "subscribe.noFeedAt": "There is no feed at {url}. /feeds lists the feeds known.",
  "subscribe.several": "That site has several feeds. Subscribe with the address of one of these:",
  "subscribe.nothingAsked":
    "Say what to subscribe to: a feed id, an address, a topic, or everything. /feeds lists the feeds.",
  "subscribe.already": "This channel has that subscription already: number {id}. /subscriptions lists them.",
  "subscribe.full": {
    one: "A channel may have {count} subscription. Remove it with /unsubscribe first.",
    other: "A channel may have {count} subscriptions. Remove one with /unsubscribe first.",
  },
  "subscribe.done": "Subscribed to {what} (number {id}).",
  "subscribe.sample": "The newest brief follows as a sample.",
  "subscribe.next": "The next brief will come here by itself.",

  "subscription.topics": "news on {topics}",
  "subscription.allFeeds": "all feeds",
  "subscription.with": "with {words}",
  "subscription.without": "without {words}",
  "subscription.quoting": "quoting {speakers}",
  "subscription.in": "in {languages}",

  "subscriptions.none": "This channel has no subscriptions. /subscribe adds one; /feeds lists the feeds.",
  "subscriptions.found": {
    one: "{count} subscription in this channel:",
    other: "{count} subscriptions in this channel:",
  },
  "subscriptions.paused": "Paused: {reason}.",
  "subscriptions.noPost": "No post yet.",
  "subscriptions.lastPost": "Last post {day}.",
  "subscriptions.waiting": { one: "{count} post waiting.", other: "{count} posts waiting." },
  "subscriptions.lastFailure": "Last failure: {reason}.",
  "subscriptions.unknownReason": "unknown",
  "subscriptions.feedTrouble": "The feed has trouble: {reason}",

  "unsubscribe.none": "This channel has no subscriptions. /subscribe adds one.",
  "unsubscribe.unknown": "This channel has no subscription {id}. /subscriptions lists them by number.",
  "unsubscribe.done": "Unsubscribed from {what}.",
  "unsubscribe.doneAll": { one: "Ended {count} subscription.", other: "Ended {count} subscriptions." },
} as const;
