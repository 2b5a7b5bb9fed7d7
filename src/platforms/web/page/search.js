/** Searches as one types: the server draws, this puts what it drew in place of what was there. */

import { showFollows } from "./read.js";

const PAUSE_MS = 160;
const form = document.getElementById("asking");
let timer = 0;
let asked = 0;

function toAddress() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  return query.size === 0 ? form.action : `${new URL(form.action).pathname}?${query}`;
}

/** Only the newest answer counts, in whatever order they come. */
async function search() {
  asked += 1;
  const mine = asked;
  const address = toAddress();
  const found = document.getElementById("found");
  found.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(address);
    const text = response.ok ? await response.text() : null;
    if (mine !== asked || text === null) return;
    const drawn = new DOMParser().parseFromString(text, "text/html");
    const fresh = drawn.getElementById("found");
    if (fresh === null) return;
    const tally = document.getElementById("tally");
    const told = fresh.querySelector("#tally").textContent;
    // What is announced stays where it is, so that its change is.
    fresh.querySelector("#tally").replaceWith(tally);
    found.replaceWith(fresh);
    tally.textContent = told;
    showFollows(fresh);
    document.title = drawn.title;
    history.replaceState(null, "", address);
  } catch {
    // The bot cannot be reached just now: what was found stays.
  } finally {
    document.getElementById("found").removeAttribute("aria-busy");
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE_MS);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  void search();
});
