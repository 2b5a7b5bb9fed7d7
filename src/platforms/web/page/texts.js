/** What the page says, in the language it was served in. */

const { locale, texts } = JSON.parse(document.querySelector("meta[name=texts]").content);

export { locale };

/** What is inserted finds its own direction (U+2068 to U+2069), whatever the text's. */
export function say(key, gaps = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? `\u2068${gaps[name]}\u2069` : gap));
}
