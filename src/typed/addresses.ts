/** Addresses as people paste them: bare, in the marks chats put around them, as links of Markdown, or of a feed. */

/** `<…>` shows no preview on Discord; others are put around what is copied. */
const IN_MARKS = /^(?:<([^<>]*)>|‹([^‹›]*)›|«([^«»]*)»|"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|`([^`]*)`|\(([^\s()]*)\))$/;
const LINK = /^!?\[[^[\]]*\]\((\S+?)(?:\s[^()]*)?\)$/;
/** `feed://news.example/rss`, `feed:https://news.example/rss`. */
const OF_FEED = /^feed:(?:\/\/(?=\S))?/i;
/** What follows an address in a sentence. */
const END = /(?<=[^.,;:!])[.,;:!،]{1,3}$/;
const WRAPS_MAX = 3;

const WHOLE = /^https?:\/\/\S+$/i;
/** `news.example/ferry`; a site may stand without a slash. */
const OF_PAGE = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?\/\S*$/u;
const OF_SITE = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?(\/\S*)?$/u;

/** Without what stands around it. */
export function unwrapAddress(text: string): string {
  let typed = text.trim();
  for (let wraps = 0; wraps < WRAPS_MAX; wraps += 1) {
    const inner =
      IN_MARKS.exec(typed)
        ?.slice(1)
        .find((each) => each !== undefined) ?? LINK.exec(typed)?.[1];
    if (inner === undefined) break;
    typed = inner.trim();
  }
  if (!OF_FEED.test(typed)) return typed;
  const rest = typed.replace(OF_FEED, "");
  return WHOLE.test(rest) ? rest : `http://${rest}`;
}

const withoutEnd = (url: string): string => url.replace(END, "");

/** The address of an article a text is; null when it is none. `news.example/ferry` is one. */
export function findPageUrl(text: string): string | null {
  const typed = unwrapAddress(text);
  if (WHOLE.test(typed)) return withoutEnd(typed);
  return OF_PAGE.test(typed) ? withoutEnd(`https://${typed}`) : null;
}

/** The address of a site or feed; `news.example` is meant as one, too. */
export function readSiteAddress(text: string): string | null {
  const typed = unwrapAddress(text);
  if (WHOLE.test(typed)) return withoutEnd(typed);
  const site = withoutEnd(typed);
  return OF_SITE.test(site) ? `https://${site}` : null;
}

/** Several addresses side by side, each once; null for anything else. */
export function findAddresses(text: string): readonly string[] | null {
  const parts = text.split(/[\s,،;]+(?=\S)/).filter((part) => part !== "");
  const urls = parts.map(readSiteAddress);
  return parts.length > 1 && urls.every((url) => url !== null) ? [...new Set(urls)] : null;
}
