/** English: sites without a feed, which are read from their pages, and why one cannot be. */

export const sites = {
  "feed.page": "{feed} (read from its page)",
  "feed.noListAt": "No feed was found at {url}, and nothing can be read from the page itself: {reason}",
  "why.page":
    "{feed} has no feed and is read from its page, where this article was not met. The page was last read {age}.",
  "why.pageUnread": "{feed} has no feed and is read from its page, which has not been read yet.",
  "why.pageLost":
    "{feed} has no feed and is read from its page. That fails at the moment, so that its news is not seen: {reason}",
  "reason.robots": "The site asks robots not to read this page.",
  "reason.mining": "The site reserves its pages from text mining.",
  "reason.machines": "The site asks machines not to work on its pages.",
  "reason.noFollow": "The page asks machines not to follow its links.",
  "reason.noList": "The page shows no list of linked headlines.",
  "reason.isArticle": "This is an article, no list of them.",
  "reason.noNews": "The site's sitemaps hold no news.",
} as const;
