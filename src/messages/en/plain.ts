/** English: what is answered to words that are no command, or name nothing exactly. */

export const plain = {
  "plain.unclear": "You can ask me for news in your own words, press a button, or type / for all commands.",
  "plain.which": "I am not sure what you mean. This is what I can do with it; type / for all commands.",
  "plain.whichWish": "Please choose what should come here from now on:",
  "plain.address": "What shall I do with this address?",
  "plain.search": "Search news for {words}",
  "plain.quotes": "Quotes about {words}",
  "plain.follow": "Follow news with {words}",
  "plain.quotesBy": "Quotes by {name}",
  "plain.speaker": "Follow what {name} says",
  "plain.help": "All I can do",
  "plain.brief": "A brief of it",
  "plain.subscribe": "Subscribe to its news",
  "plain.why": "Why it came or did not",
  "subscribe.near":
    "There is no feed or topic called {name}; /feeds lists them, and the address of a site works, too. Did you mean one of these?",
  "subscribe.withWords": "News with {words}",
  "unsubscribe.sure": "Nothing has ended yet. This would end every subscription of this channel ({count}):",
  "unsubscribe.endAll": "End all ({count})",
  "subscribe.nobodyYet": "In the news read so far nobody called so is quoted: {names}.",
  "subscribe.asOnePhrase":
    "Words side by side are looked for as one phrase; a comma parts them, as in words:ferry, harbor.",
  "subscribe.nowhereYet": "In the news read so far this does not occur: {words}.",
  "why.postedByEnded": "The subscription that brought it has ended.",
} as const;
