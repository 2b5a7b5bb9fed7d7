/** English: what could not be taken as it was typed, sent or found. */

export const unread = {
  "import.noFeeds": "That is a list of feeds (OPML), but there is no feed in it.",
  "import.blocked": "Left out, because the bot may not visit them: {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "It is a PDF, and only web pages are read.",
  "reason.isFile": "It is a file ({type}), and only web pages are read.",
  "reason.isFeed": "It is a feed, and no article.",
  "brief.isFeed": "There is no article at that address: it is a feed. To get its news here, type /subscribe {url}",
  "brief.oneAtATime": "/brief reads one article at a time: give it one address.",
  "subscribe.manyAddresses": "Give at most {max} addresses at once.",
  "subscribe.oneOf": "Feeds and topics each need a subscription of their own. Press one after the other:",
  "edit.feedsStay":
    "/edit does not know what to change by {words}: a subscription keeps its feeds. For other feeds there is /subscribe.",
  "plain.negated":
    "This sounds like something that should not come. /subscriptions shows what comes and lets you end it; to leave words out, type for example /subscribe everything without:football",
} as const;
