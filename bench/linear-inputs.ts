/** Kinds of text that make readers slow, each of any length: what nests, what never ends, what stands in great numbers. */

/** Repeats a piece up to a length; the last one is whole, since half a quotation may make another text of it. */
const again =
  (piece: string) =>
  (length: number): string =>
    piece.repeat(Math.floor(length / piece.length));

/** The same with a count in each piece, so that no two are alike. */
const counted =
  (piece: (count: string) => string) =>
  (length: number): string => {
    const parts: string[] = [];
    for (let count = 0, total = 0; total < length; count++) {
      const part = piece(toLetters(count));
      parts.push(part);
      total += part.length;
    }
    return parts.join("");
  };

/** A number in letters: a, b, … aa. */
function toLetters(count: number): string {
  const letters: string[] = [];
  for (let rest = count; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters.unshift(String.fromCharCode(97 + (rest % 26)));
  return letters.join("");
}

const nested =
  (open: string, close: string) =>
  (length: number): string => {
    const depth = Math.floor(length / (open.length + close.length));
    return open.repeat(depth) + close.repeat(depth);
  };

/** By name; each gives a text of about so many characters. */
export const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  "plain sentences": counted((count) => `The ferry ${count} left on time. `),
  "no sentence ends": again("alpha beta gamma "),
  "one endless word": again("a"),
  "endless word of marks": again("a’"),
  "endless capitals": again("Aa"),
  "quotation in quotation": again("‘Yes, “we wait”,’ she said. "),
  "short quotations": again("“We wait,” she said. "),
  "quotations of two words": again("“Oh no” "),
  "speakers by name": counted((count) => `“We wait for it,” said Mara Q${count}. `),
  "opening marks": again("“"),
  "closing marks": again("”"),
  "straight marks": again('"a '),
  "single marks": again("'a "),
  chevrons: again("« oui » "),
  "low marks": again("„ja“ "),
  "dash speech": again("– Yes.\n"),
  "paragraphs of quotations": counted((count) => `“We wait ${count} more days for it to pass.”\n\n`),
  "unclosed paragraphs": again("“We wait for it.\n\n"),
  pronouns: again("She told him that they saw her. "),
  names: counted((count) => `Mara Q${count} met Joris V${count}. `),
  "one surname": counted((count) => `Mara${count} Hale met Hale. `),
  titles: again("President Dr. Prof. Sen. Hale "),
  initials: again("J. K. "),
  "capital words": again("Hale Moor "),
  roles: again("the minister, the mayor, "),
  "reporting verbs": again("said told added "),
  negations: again("never said not to have said "),
  conjunctions: again("and Mara and Joris "),
  abbreviations: again("e.g. i.e. U.S. "),
  stops: again("."),
  commas: again("a, "),
  dashes: again(" – a"),
  "brackets opened": again("("),
  brackets: again("(a) "),
  "square brackets": again("[a"),
  numbers: counted((count) => `${count.length}1,234.5 `),
  months: again("January May March "),
  weekdays: again("on Monday on Friday "),
  headings: counted((count) => `HEADING ${count}\n\n`),
  "list lines": counted((count) => `- item ${count}\n`),
  "line ends": again("\n"),
  spaces: again(" "),
  questions: again("Who? "),
  links: counted((count) => `https://hale.example/${count} `),
  "combining marks": again("a\u0301\u0302"),
  "zero width": again("a\u200b"),
  "turned text": again("\u202ea\u202c"),
  emojis: again("👩‍👩‍👧 "),
  "halves of pairs": again("\ud83d"),
  Chinese: again("他说“我们等待”，"),
  Japanese: again("「待ちます」と述べた。"),
  Arabic: again("قَالَ الوَزِيرُ: «نَنْتَظِرُ». "),
  Turkish: again("“Bekliyoruz” dedi. "),
  German: again("„Wir warten“, sagte Hale. "),
  Russian: again("«Мы ждем», — сказала она. "),
  entities: again("&amp;"),
  "cut entities": again("&#x"),
  tags: again("<b>a</b> "),
  "tags opened": again("<b>"),
  "tags nested": nested("<div>", "</div>"),
  "cut tags": again("<a href="),
  attributes: (length) => `<p ${again('a="b" ')(length)}>text</p>`,
  comments: again("<!-- a --> "),
  "comments opened": again("<!--"),
  CDATA: again("<![CDATA[a]]> "),
  "CDATA opened": again("<![CDATA["),
  tables: nested("<table><tr><td>", "</td></tr></table>"),
  rows: counted((count) => `<tr><td>${count}</td></tr>`),
  "lists nested": nested("<ul><li>", "</li></ul>"),
  paragraphs: counted((count) => `<p>The ferry ${count} left the pier on time, and nobody was late.</p>`),
  "links in paragraphs": counted((count) => `<p><a href="/${count}">The ferry left</a></p>`),
  pictures: counted((count) => `<img src="/${count}.jpg">`),
  scripts: again("<script>a</script>"),
  "structured data": (length) => `<script type="application/ld+json">${nested('{"a":[', "]}")(length)}</script>`,
  "structured data in many": again('<script type="application/ld+json">{"@type":"Article"}</script>'),
  "meta elements": counted((count) => `<meta property="og:title" content="${count}">`),
  headlines: counted((count) => `<h1>Ferry ${count}</h1>`),
  blockquotes: nested("<blockquote>a ", "</blockquote>"),
};

/** Documents of their own kind, for whoever reads them alone. */
export const DOCUMENTS = {
  feed: {
    entries: counted((count) => `<item><title>Ferry ${count}</title><link>https://hale.example/${count}</link></item>`),
    "entries without links": counted((count) => `<item><title>Ferry ${count}</title></item>`),
    "entries of one address": again("<item><title>Ferry</title><link>https://hale.example/a</link></item>"),
    categories: (length: number) => `<item>${again("<category>a</category>")(length)}</item>`,
    "fields nested": nested("<item><x>", "</x></item>"),
    namespaces: counted((count) => `<${count}:x xmlns:${count}="urn:${count}"/>`),
    "pictures of media": counted((count) => `<item><media:content url="https://hale.example/${count}.jpg"/></item>`),
  },
  jsonFeed: {
    items: (length: number) =>
      `{"version":"https://jsonfeed.org/version/1.1","items":[${counted((count) => `{"id":"${count}"},`)(length)}{"id":"z"}]}`,
    "lists nested": (length: number) =>
      `{"version":"https://jsonfeed.org/version/1.1","items":${nested("[", "]")(length)}}`,
  },
  opml: {
    outlines: counted((count) => `<outline text="${count}" xmlUrl="https://hale.example/${count}"/>`),
    folders: nested('<outline text="a">', "</outline>"),
    categories: (length: number) => `<outline xmlUrl="https://a.example" category="${again("a,")(length)}"/>`,
  },
  robots: {
    lines: counted((count) => `Disallow: /${count}\n`),
    stars: again("Disallow: /*a*b*c$\n"),
    agents: counted((count) => `User-agent: ${count}\nDisallow: /\n`),
    "one line": (length: number) => `Disallow: /${again("*a")(length)}`,
  },
  transfer: {
    subscriptions: (length: number) =>
      `{"pullquote":1,"subscriptions":[${counted((count) => `{"words":["${count}"]},`)(length)}{}]}`,
    "lists nested": (length: number) => nested("[", "]")(length),
    keys: (length: number) => `{${counted((count) => `"${count}":1,`)(length)}"z":1}`,
  },
  words: {
    words: counted((count) => `${count} `),
    marks: again('"a" '),
    signs: again("-+,"),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, (length: number) => string>>>>;
