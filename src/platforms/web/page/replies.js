/** Builds answers from JSON: their text, lists, posts, pictures and buttons. */

import { create, createButtons, createLink, createPost } from "./cards.js";
import { say } from "./texts.js";

const ECHO_LENGTH_MAX = 80;

/** A line one could type is a button that puts it into the command line. */
function createItem(item, onLine) {
  if (item.url !== null || !/^\/[a-z]/.test(item.text)) return createLink(item.url, { class: "item" }, item.text);
  const element = create("button", { type: "button", class: "item try", title: say("web.putIntoLine") }, item.text);
  element.addEventListener("click", () => onLine(item.text));
  return element;
}

/** The detail in pieces, with what was searched for marked. */
function markHits({ detail, hits }) {
  const pieces = hits.flatMap(({ start, end }, index) => [
    detail.slice(hits[index - 1]?.end ?? 0, start),
    create("mark", {}, detail.slice(start, end)),
  ]);
  return [...pieces, detail.slice(hits.at(-1)?.end ?? 0)];
}

function createList(list, onLine) {
  const items = list.items.map((item) => {
    const entry = create("li", { dir: "auto" }, createItem(item, onLine));
    if (item.detail !== null) entry.append(create("span", { class: "detail", dir: "auto" }, ...markHits(item)));
    return entry;
  });
  return create(
    "section",
    { class: "list" },
    list.title === null ? null : create("h2", { dir: "auto" }, list.title),
    create("ul", {}, ...items),
  );
}

/** A quote as a picture, from the page's own server, to be looked at and kept. */
function createCard(card) {
  if (card === null || !/^\/card\/[\w/-]+\.png\?room=[\w-]+$/.test(card.url)) return null;
  const { url, alt, width, height, name } = card;
  return create(
    "figure",
    { class: "quote-card" },
    create("img", { src: url, alt, width: String(width), height: String(height), decoding: "async" }),
    create("a", { class: "file", href: url, download: name }, say("web.download", { name })),
  );
}

export function createReply(reply, onPress, onLine) {
  const box = create("div", { class: "reply" });
  if (reply.text !== "") box.append(create("p", { class: "text", dir: "auto" }, reply.text));
  box.append(...reply.lists.map((list) => createList(list, onLine)), ...reply.posts.map((post) => createPost(post)));
  box.append(createCard(reply.card ?? null) ?? "");
  if (reply.file !== null) {
    box.append(
      create(
        "a",
        { class: "file", href: reply.file.url, download: reply.file.name },
        say("web.download", { name: reply.file.name }),
      ),
    );
  }
  // A number stands for an item of the list above: pressed, it says which.
  const items = reply.lists.flatMap((list) => list.items);
  const toEcho = ({ label }) => (/^\d{1,2}$/.test(label) ? items[Number(label) - 1]?.text : undefined);
  const press = (button, element) =>
    onPress({ ...button, label: toEcho(button)?.slice(0, ECHO_LENGTH_MAX).toWellFormed() ?? button.label }, element);
  box.append(...reply.buttons.map((row) => createButtons(row, press)));
  if (reply.isPrivate) box.append(create("p", { class: "private" }, say("web.onlyYou")));
  return box;
}
