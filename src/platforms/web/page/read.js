/** Keys, what was read, and presses on the reading pages; all of them work without it, too. */

import { startKeys } from "./keys.js";
import { startUnread } from "./unread.js";

document.documentElement.classList.add("js");
const { room, fault } = document.body.dataset;

/** After a press the server says whether the room follows now, and what a press would change. */
async function drawFollowing() {
  const own = document.getElementById("following");
  const drawn = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const [button, fresh] = [own.querySelector("button"), drawn.querySelector("#following button")];
  if (fresh === null) return false;
  button.dataset.line = fresh.dataset.line;
  button.textContent = fresh.textContent;
  const told = drawn.querySelector("#following .told").textContent;
  if (told !== "") own.querySelector(".told").textContent = told;
  return true;
}

/** Sends a line to the bot as if it were typed in the chat, and tells its answer beside the button. */
async function follow(button) {
  if (button.hasAttribute("aria-disabled")) return;
  const told = button.parentElement.querySelector(".told");
  button.setAttribute("aria-disabled", "true");
  try {
    const response = await fetch("/api/command", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ room, text: button.dataset.line }),
    });
    const answer = await response.json();
    told.textContent = answer.text ?? answer.error;
    const isDrawnAnew = response.ok && button.parentElement.id === "following" && (await drawFollowing());
    if (!isDrawnAnew) button.hidden = response.ok;
  } catch {
    told.textContent = fault;
  }
  button.removeAttribute("aria-disabled");
}

/** Buttons that need this script are there once it runs. */
export function showFollows(root) {
  for (const button of root.querySelectorAll("button[data-line]")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-line]");
  if (button !== null) void follow(button);
});
for (const select of document.querySelectorAll(".filters select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
/** Fields that were left empty do not make an address longer. */
document.addEventListener("submit", ({ target }) => {
  for (const field of target.querySelectorAll("input, select")) field.disabled = field.value === "";
  setTimeout(() => {
    for (const field of target.querySelectorAll("input, select")) field.disabled = false;
  });
});

showFollows(document);
const unread = startUnread(document.getElementById("stories"));
startKeys({ onMark: unread.toggle });
