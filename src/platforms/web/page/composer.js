/** The command line: suggestions as one types, keys to choose them, and the lines typed before. */

import { create } from "./cards.js";

const HISTORY_MAX = 50;
const PAUSE_MS = 60;

export function startComposer({ form, input, list, suggest, say }) {
  let suggestions = [];
  let chosen = -1;
  let asked = 0;
  let timer = 0;
  const typed = [];
  let place = 0;

  function close() {
    clearTimeout(timer);
    asked += 1;
    suggestions = [];
    chosen = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(next) {
    chosen = (next + suggestions.length) % suggestions.length;
    for (const [index, element] of [...list.children].entries()) {
      element.setAttribute("aria-selected", String(index === chosen));
      if (index === chosen) element.scrollIntoView({ block: "nearest" });
    }
    input.setAttribute("aria-activedescendant", `suggestion-${chosen}`);
  }

  function take(index) {
    input.value = suggestions[index].line;
    close();
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
    // A command goes on with its options and an option with its value; what is whole is not covered again.
    if (/^\/\w+ $|:$/.test(input.value)) ask();
  }

  function show(found) {
    suggestions = found;
    chosen = -1;
    list.replaceChildren(
      ...found.map((each, index) => {
        const option = create(
          "div",
          { role: "option", id: `suggestion-${index}`, "aria-selected": "false" },
          create("span", { class: "label", dir: "auto" }, each.label),
          create("span", { class: "detail", dir: "auto" }, each.detail),
        );
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(index);
        });
        return option;
      }),
    );
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  function ask() {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const line = input.value;
    if (!line.startsWith("/")) return close();
    timer = setTimeout(async () => {
      const found = await suggest(line).catch(() => []);
      if (mine === asked && document.activeElement === input) show(found);
    }, PAUSE_MS);
  }

  function recall(step) {
    if (typed.length === 0) return;
    place = Math.min(typed.length, Math.max(0, place + step));
    input.value = typed[place] ?? "";
    input.setSelectionRange(input.value.length, input.value.length);
  }

  input.addEventListener("input", ask);
  input.addEventListener("blur", close);
  input.addEventListener("focus", () => {
    if (input.value !== "") ask();
  });
  input.addEventListener("keydown", (event) => {
    const isOpen = suggestions.length > 0;
    if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Tab" && isOpen && !event.shiftKey) take(Math.max(0, chosen));
    else if (event.key === "Enter" && isOpen && chosen >= 0) take(chosen);
    else if (event.key === "ArrowDown" && isOpen) mark(chosen + 1);
    else if (event.key === "ArrowUp" && isOpen) mark(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "ArrowUp" && input.value === (typed[place] ?? "")) recall(-1);
    else if (event.key === "ArrowDown" && input.value === (typed[place] ?? "")) recall(1);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (text === "") return;
    close();
    input.value = "";
    if (typed.at(-1) !== text) typed.push(text);
    if (typed.length > HISTORY_MAX) typed.shift();
    place = typed.length;
    if (!(await say(text))) input.value = text;
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = document.activeElement === input;
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      if (input.value === "") input.value = "/";
      ask();
    }
  });
  const fill = (text) => {
    input.value = text;
    input.focus();
    ask();
  };
  return {
    fill,
    /** Sends a line that somebody pressed rather than typed. */
    send: say,
    /** Fills an empty line only. */
    begin(text) {
      if (input.value.trim() === "") fill(text);
      else input.focus();
    },
  };
}
