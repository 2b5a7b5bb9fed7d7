/** Shows what a line would do while it is typed: how posts would look, as Discord and as Telegram show them. */

import { create, createPost } from "./cards.js";

const PAUSE_MS = 200;
/** Names of their own in every language. */
const LOOKS = [
  ["Discord", "as-discord"],
  ["Telegram", "as-telegram"],
];
const COMMAND = /^\/template(?:@\S+)?\s+\S/;

export function startDraft({ input, form, box, ask }) {
  let asked = 0;
  let timer = 0;

  function hide() {
    clearTimeout(timer);
    asked += 1;
    box.hidden = true;
    box.replaceChildren();
  }

  function show({ text, posts }) {
    const looks = posts
      .slice(0, 1)
      .flatMap((post) =>
        LOOKS.map(([name, look]) =>
          create("section", { class: look, "aria-label": name }, create("h4", {}, name), createPost(post)),
        ),
      );
    const problem = text === "" ? null : create("p", { class: "problem", dir: "auto" }, text);
    box.replaceChildren(...(problem === null ? [] : [problem]), ...looks);
    box.hidden = box.childElementCount === 0;
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const line = input.value;
    if (!COMMAND.test(line)) return hide();
    timer = setTimeout(async () => {
      const { reply } = await ask(line).catch(() => ({ reply: null }));
      if (mine !== asked) return;
      if (reply === null) hide();
      else show(reply);
    }, PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  form.addEventListener("submit", hide);
}
