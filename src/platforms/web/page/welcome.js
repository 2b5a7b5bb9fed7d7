/** What an empty room says: what it is for and a press that brings news, or what it waits for. */

import { create } from "./cards.js";
import { locale, say } from "./texts.js";

const SHOWN_MAX = 5;
const CHOICES = [
  ["web.newsOfTheWorld", "/subscribe topic:world"],
  ["web.newsInMyLanguage", `/subscribe everything language:${locale.split("-")[0]}`],
  ["web.allNews", "/subscribe everything"],
];
const WHILE_WAITING = [
  ["web.showNewest", "/latest"],
  ["web.whyNothing", "/why"],
  ["web.changeIt", "/subscriptions"],
];

const listStanding = (standing) =>
  create("ul", {}, ...standing.slice(0, SHOWN_MAX).map((each) => create("li", { dir: "auto" }, each)));

/** `standing` names what the room is subscribed to already. */
export function createWelcome(standing, run) {
  const isWaiting = standing.length > 0;
  const buttons = (isWaiting ? WHILE_WAITING : CHOICES).map(([key, line]) => {
    const button = create("button", { type: "button", class: "button", title: line }, say(key));
    button.addEventListener("click", () => run(line));
    return button;
  });
  return create(
    "section",
    { class: "welcome" },
    create("h2", {}, say("web.emptyRoom")),
    create("p", {}, say(isWaiting ? "web.waitingFor" : "web.emptyRoomMore")),
    isWaiting ? listStanding(standing) : null,
    create("div", { class: "buttons" }, ...buttons),
  );
}
