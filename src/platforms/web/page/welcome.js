/** What an empty room says: what it is for, and a press that brings news. */

import { create } from "./cards.js";
import { locale, say } from "./texts.js";

const CHOICES = [
  ["web.newsOfTheWorld", "/subscribe topic:world"],
  ["web.newsInMyLanguage", `/subscribe everything language:${locale.split("-")[0]}`],
  ["web.allNews", "/subscribe everything"],
];

export function createWelcome(run) {
  const buttons = CHOICES.map(([key, line]) => {
    const button = create("button", { type: "button", class: "button", title: line }, say(key));
    button.addEventListener("click", () => run(line));
    return button;
  });
  return create(
    "section",
    { class: "welcome" },
    create("h2", {}, say("web.emptyRoom")),
    create("p", {}, say("web.emptyRoomMore")),
    create("div", { class: "buttons" }, ...buttons),
  );
}
