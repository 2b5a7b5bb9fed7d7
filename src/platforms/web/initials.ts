/** The letters that stand for an outlet wherever its picture would: in the chat and on every page alike. */

/** Articles a name begins with; nobody knows an outlet by them. */
const ARTICLE = /^(?:the|la|le|les|el|los|las|der|die|das|il|lo|os|as|de|het)\s+(?=\S)/i;

/** Of its first two words: "The Port Herald" is PH. */
export function toInitials(outlet: string): string {
  const words = outlet
    .trim()
    .replace(ARTICLE, "")
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}
