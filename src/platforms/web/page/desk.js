/** The desk's presses: what was given up is tried again, and a file of feeds is taken in. */

import { readBase64 } from "./files.js";

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

for (const button of document.querySelectorAll("button[data-delivery]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const told = button.parentElement.querySelector(".told");
    try {
      const answer = await post("/api/retry", { delivery: Number(button.dataset.delivery) });
      told.textContent = answer.isRetried ? button.dataset.done : (answer.error ?? "–");
      button.hidden = true;
    } catch {
      told.textContent = document.body.dataset.fault;
    }
  });
}

const form = document.getElementById("take-in");
const input = form.querySelector("input");
const told = form.querySelector(".told");

/** How far it is comes by the events of the room, to this reader alone; resolves once they are listened to, or cannot be. */
async function watchProgress(room, client) {
  const events = new EventSource(`/events?${new URLSearchParams({ room, client })}`);
  events.addEventListener("progress", ({ data }) => {
    told.textContent = JSON.parse(data).text;
  });
  await new Promise((resolve) => {
    for (const kind of ["ready", "error"]) events.addEventListener(kind, resolve, { once: true });
  });
  return events;
}

async function takeIn({ name, type, size }, base64) {
  const { room } = form.dataset;
  const client = crypto.randomUUID();
  const progress = await watchProgress(room, client);
  try {
    const answer = await post("/api/command", { room, client, text: "/import", file: { name, type, size, base64 } });
    told.textContent = answer.text ?? answer.error ?? "–";
  } catch {
    told.textContent = document.body.dataset.fault;
  }
  progress.close();
}

async function choose(file) {
  if (file === undefined || form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  told.textContent = form.dataset.reading.replace("#", file.name);
  await takeIn(file, await readBase64(file, Number(input.dataset.bytesMax)).catch(() => null));
  input.value = "";
  form.removeAttribute("aria-busy");
}

form.hidden = false;
input.addEventListener("change", () => choose(input.files[0]));
document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  form.classList.add("dropping");
});
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (relatedTarget === null) form.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  form.classList.remove("dropping");
  if (event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  void choose(event.dataTransfer.files[0]);
});
