/** English: posts that a model translates. */

export const translated = {
  "post.translated": "translated from {language} by {model}",
  "translate.original": "Original",
  "translate.asPublished": "As it was published:",
  "translate.off": "Posts here stay in the language they were published in.",
  "translate.on":
    "Posts in other languages are translated here by {model}; the language to read them in: {language}. What people said stands in their own words, too, and a button shows the original. What cannot be checked stays as it is.",
  "translate.chosen": "Chosen for posts here: {language}.",
  "translate.noModel": "Nothing is translated, since whoever runs this bot has set up no model for it ({setting}).",
  "translate.choices":
    "To choose: on for the language of this channel, off, or {choices}. Digests and answers stay as published.",
  "reason.translating": "its translation is being made",
  "command.translate": "Have posts here translated by a model, with the original one press away",
  "command.translate.to": "on for the language of the channel, a language, or off",
  "import.translation": "Posts here are translated as in the file from now on.",
  "import.translationOff": "Posts here are not translated, as in the file.",
  "import.translationKept": "This channel keeps its own choice of translation.",
  "import.translationUnread": "The choice of translation in the file could not be read and was left out.",
} as const;
