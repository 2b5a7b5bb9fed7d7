/** Lays a post out as the channel's own look says: paragraphs of lines of words and parts. */

function createLine(line, parts) {
  const isBlock = line.length === 1 && line[0].part === "quotes";
  const element = document.createElement(isBlock ? "div" : "p");
  if (!isBlock) element.dir = "auto";
  for (const { words, part } of line) {
    if (words !== undefined) element.append(words);
    else if (Object.hasOwn(parts, part)) element.append(...parts[part]());
  }
  return element;
}

/** Words become text nodes only; a part is what the card makes of it. */
export function createLook(layout, parts) {
  return layout.map((lines) => {
    const paragraph = document.createElement("div");
    paragraph.className = "look";
    paragraph.append(...lines.map((line) => createLine(line, parts)));
    return paragraph;
  });
}
