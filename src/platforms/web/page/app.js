/** Keeps the page in step with its room: events come in by themselves, lines and presses go out. */

import { startAttachment } from "./attachment.js";
import { create, createDigest, createPost, createTime, refreshAges } from "./cards.js";
import { startComposer } from "./composer.js";
import { startDraft } from "./draft.js";
import { startFollowing } from "./following.js";
import { keep, recall } from "./kept.js";
import { createReply } from "./replies.js";
import { say } from "./texts.js";
import { createWelcome } from "./welcome.js";

const SHOWN_MAX = 600;
const AGE_REFRESH_MS = 20_000;
const CHIPS = ["/latest", "/search", "/quotes", "/subscribe", "/help"];
/** They need no more said. */
const WHOLE_CHIPS = new Set(["/latest", "/help"]);

const find = (id) => document.getElementById(id);
const [scroller, log, more, state] = ["scroller", "log", "more", "state"].map(find);
const wanted = (new URLSearchParams(location.search).get("room") ?? "main").toLowerCase();
const room = /^[a-z0-9][a-z0-9-]{0,39}$/.test(wanted) ? wanted : "main";
/** All tabs of a browser are one reader: what was typed and answered in one is there in the next. */
const client = recall("localStorage", "client") ?? crypto.randomUUID();
keep("localStorage", "client", client);
const following = startFollowing({ scroller, more });
/** What this tab has typed or pressed and not yet seen come back: another of the same browser may be open. */
const own = [];
/** What was pressed in the midst of the log, by the entry that answers it there. */
const pressedFor = new WeakMap();
let isLoading = true;
let unseen = 0;

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ room, ...body }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? say("web.notTaken"));
  return answer;
}

function complain(error) {
  const text = error instanceof TypeError ? say("web.notReached") : error.message;
  append(create("div", { class: "fault", role: "alert" }, text));
}

/** Runs a change of the log; then the page follows it, or a button says that there is more below. */
function change(work, kind = "answer") {
  work();
  if (!isLoading) following.grown(kind);
}

function append(element, kind) {
  change(() => {
    log.querySelector(".welcome")?.remove();
    log.append(element);
    while (log.children.length > SHOWN_MAX) log.firstElementChild.remove();
  }, kind);
}

/** Where a press further up is answered: under what it was pressed in, so that the reader stays there. */
function findPlace(button) {
  const entry = button?.closest(".entry") ?? null;
  const isLastAnswer = entry === log.lastElementChild && entry?.classList.contains("talk");
  return entry?.isConnected && !isLastAnswer ? entry : null;
}

function place(entry, under, button) {
  pressedFor.set(entry, button);
  under.after(entry);
  following.reveal(entry, button);
}

const findEntry = (key) => log.querySelector(`[data-key="${CSS.escape(key)}"]`);

/** Those who hear the page are told what a post is about or what the answer says, not read the whole card. */
function announce(text) {
  if (!isLoading) find("announced").textContent = text;
}

function countUnseen(isSilent) {
  if (!document.hidden || isLoading || isSilent) return;
  unseen += 1;
  document.title = `(${unseen}) Pullquote`;
}

/** One press at a time; the button stays where the keyboard is, which it would not if it were disabled. */
async function press(button, element) {
  if (element.hasAttribute("aria-disabled")) return;
  element.setAttribute("aria-disabled", "true");
  own.push({ text: button.label, pressed: element });
  await post("/api/press", { client, buttonId: button.id, label: button.label }).catch(complain);
  element.removeAttribute("aria-disabled");
}

function showPost({ key, isSilent }, card) {
  append(
    create("div", { class: isLoading ? "entry" : "entry fresh", id: `post-${key}`, "data-key": key }, card),
    "post",
  );
  countUnseen(isSilent);
}

/** To the post the page was opened at, where it is still shown; else to the newest. */
function scrollToStart() {
  const asked = /^#post-\d+$/.test(location.hash) ? find(location.hash.slice(1)) : null;
  if (asked === null) following.toEnd();
  else asked.scrollIntoView();
}

const SHOW = {
  post(event) {
    showPost(event, createPost(event, press));
    announce(event.headline);
  },
  digest(event) {
    showPost(event, createDigest(event));
    announce(event.heading);
  },
  edit(event) {
    change(() => findEntry(event.key)?.replaceChildren(createPost(event, press)), null);
  },
  notice(event) {
    append(
      create(
        "div",
        { class: "entry talk", "data-key": event.key },
        createReply(event.reply, press, (line) => composer.fill(line)),
      ),
    );
    countUnseen(false);
    announce(event.reply.text);
  },
  line(event) {
    // What was told to its own reader alone at first is told to everybody with its answer.
    if (findEntry(event.key) !== null) return;
    const line = create("p", { class: "line", dir: "auto" }, event.text);
    const waiting = create(
      "p",
      { class: "waiting", role: "status" },
      create("span", { class: "dots", "aria-label": say("web.working") }),
    );
    const entry = create(
      "div",
      { class: "entry talk", "data-key": event.key },
      create("div", { class: "said" }, line, createTime(event.at)),
      waiting,
    );
    const index = isLoading ? -1 : own.findIndex(({ text }) => text === event.text);
    const { pressed = null } = own[index] ?? {};
    own.splice(0, index + 1);
    const under = findPlace(pressed);
    if (under !== null) return place(entry, under, pressed);
    append(entry);
    if (index !== -1) following.hold(entry);
  },
  progress(event) {
    change(
      () =>
        findEntry(event.key)
          ?.querySelector(".waiting")
          ?.append(create("span", { class: "step" }, event.text)),
      null,
    );
  },
  emptied() {
    change(() => log.replaceChildren(), null);
  },
  /** The room speaks another language now, and so does the whole page. */
  renewed() {
    keep("sessionStorage", "draft", find("line").value);
    location.reload();
  },
  reply(event) {
    const shown = createReply(event.reply, press, (line) => composer.fill(line));
    const entry = findEntry(event.key);
    announce(event.reply.text);
    // The line it answers went with all that was forgotten.
    if (entry === null) return append(create("div", { class: "entry talk", "data-key": event.key }, shown));
    const pressed = pressedFor.get(entry);
    change(
      () => {
        entry.querySelector(".waiting")?.remove();
        entry.append(shown);
      },
      pressed === undefined ? "answer" : null,
    );
    if (pressed?.isConnected) following.reveal(entry, pressed);
  },
};

/** Numbers that could be ended are those of what the room is subscribed to. */
async function welcome() {
  const ends = await post("/api/suggest", { line: "/unsubscribe " }).catch(() => []);
  const standing = ends.filter(({ line }) => /^\/unsubscribe \d+ $/.test(line)).map(({ label }) => label);
  if (log.children.length === 0) log.append(createWelcome(standing, (line) => composer.send(line)));
}

function watch() {
  const events = new EventSource(`/events?${new URLSearchParams({ room, client })}`);
  events.addEventListener("reset", () => {
    isLoading = true;
    log.replaceChildren();
  });
  events.addEventListener("ready", () => {
    if (isLoading && log.children.length === 0) void welcome();
    if (isLoading) scrollToStart();
    isLoading = false;
  });
  for (const [type, show] of Object.entries(SHOW)) {
    events.addEventListener(type, (message) => show(JSON.parse(message.data)));
  }
  events.addEventListener("open", () => setState("live", say("web.live")));
  events.addEventListener("error", () => {
    setState("lost", events.readyState === EventSource.CLOSED ? say("web.notConnected") : say("web.reconnecting"));
    if (events.readyState === EventSource.CLOSED) setTimeout(watch, 3000);
  });
}

function setState(name, text) {
  state.dataset.state = name;
  state.textContent = text;
}

startDraft({
  input: find("line"),
  form: find("composer"),
  box: find("draft"),
  ask: (line) => post("/api/draft", { line }),
});

const composer = startComposer({
  form: find("composer"),
  input: find("line"),
  list: find("suggestions"),
  suggest: (line) => post("/api/suggest", { line }),
  async say(text) {
    const file = attachment.take();
    own.push({ text, pressed: null });
    try {
      await post("/api/command", { client, text, file: await attachment.toSent(file) });
      return true;
    } catch (error) {
      attachment.putBack(file);
      complain(error);
      return false;
    }
  },
});
const attachment = startAttachment({
  form: find("composer"),
  input: find("file"),
  button: find("attach"),
  chip: find("attached"),
  onChosen: () => composer.begin("/import "),
});

find("chips").append(
  ...CHIPS.map((text) => {
    const chip = create("button", { type: "button", class: "chip", dir: "ltr" }, text);
    chip.addEventListener("click", () => (WHOLE_CHIPS.has(text) ? composer.send(text) : composer.fill(`${text} `)));
    return chip;
  }),
);
/** The hint stays until it is put away, and then comes back only when asked for. */
function showHint(isShown) {
  find("hint").hidden = !isShown;
  find("ask").setAttribute("aria-expanded", String(isShown));
  keep("localStorage", "hint", isShown ? "shown" : "hidden");
}

showHint(recall("localStorage", "hint") !== "hidden");
find("close").addEventListener("click", () => showHint(false));
find("ask").addEventListener("click", () => showHint(find("hint").hidden));
if (room !== "main") for (const link of find("places").querySelectorAll("a")) link.search = `?room=${room}`;
find("room").textContent = room === "main" ? "" : `# ${room}`;
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  unseen = 0;
  document.title = "Pullquote";
  refreshAges(log);
});
setInterval(() => refreshAges(log), AGE_REFRESH_MS);
/** What is typed outlives a page that draws itself anew. */
const draft = recall("sessionStorage", "draft") ?? "";
const wantedLine = new URLSearchParams(location.search).get("line") ?? "";
if (draft !== "") composer.fill(draft);
// Only put there: what an address asks for is sent by nobody but its reader.
else if (wantedLine.startsWith("/")) composer.fill(`${wantedLine} `);
keep("sessionStorage", "draft", "");
watch();
