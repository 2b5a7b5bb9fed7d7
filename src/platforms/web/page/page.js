/** The page: shows posts as they arrive, sends what is typed, completes it. Data is only ever set as text. */

const room = /^[a-z0-9][a-z0-9-]{0,39}$/.exec(new URLSearchParams(location.search).get("room") ?? "")?.[0] ?? "main";
const log = document.getElementById("log");
const line = document.getElementById("line");
const choices = document.getElementById("choices");
const newer = document.getElementById("newer");
const state = document.getElementById("state");
const TRIES = ["/help", "/latest", "/feeds", "/subscriptions", "/search speaker:minister"];
const ENTRIES_MAX = 300;

document.getElementById("room").textContent = `# ${room}`;

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function makeLink(url, text, className) {
  if (!url || !/^https?:/i.test(url)) return make("span", className, text);
  const link = make("a", className, text);
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

function toAge(iso) {
  const minutes = Math.round((Date.now() - Date.parse(iso)) / 60000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h ago`;
  return null;
}

function showAge(time) {
  time.textContent = toAge(time.dateTime) ?? time.dataset.day;
}

function makeCard(post) {
  const card = make("article", post.isCompact ? "card compact" : "card");
  card.dataset.post = post.id;
  const source = make("div", "source");
  source.append(make("b", "", post.source));
  if (post.publishedAt) {
    const time = make("time");
    time.dateTime = post.publishedAt;
    time.dataset.day = post.day;
    time.title = new Date(post.publishedAt).toLocaleString();
    showAge(time);
    source.append(time);
  }
  const headline = make("h3", "headline");
  headline.dir = "auto";
  headline.append(makeLink(post.url, post.headline));
  card.append(source, headline);
  if (post.summary) {
    const summary = make("p", "summary", post.summary);
    summary.dir = "auto";
    card.append(summary);
  }
  for (const quote of post.quotes) {
    const block = make("blockquote");
    block.dir = "auto";
    block.append(make("p", "", `“${quote.text}”`));
    const footer = make("footer", "", quote.credit ? `— ${quote.credit}` : "");
    if (quote.url) footer.append(makeLink(quote.url, "in the article", "place"));
    block.append(footer);
    card.append(block);
  }
  if (post.notes.length > 0) card.append(make("p", "notes", post.notes.join(" · ")));
  return card;
}

function makeReply(reply) {
  const section = make("section", "reply");
  if (reply.text) {
    const text = make("p", "text", reply.text);
    text.dir = "auto";
    section.append(text);
  }
  section.append(...reply.posts.map(makeCard));
  for (const list of reply.lists) {
    if (list.title) section.append(make("h2", "", list.title));
    const items = make("ul");
    for (const item of list.items) {
      const row = make("li");
      row.dir = "auto";
      row.append(item.url ? makeLink(item.url, item.text) : make("span", "", item.text));
      if (item.detail) row.append(make("small", "", item.detail));
      items.append(row);
    }
    section.append(items);
  }
  for (const row of reply.buttons) {
    const buttons = make("div", "buttons");
    for (const button of row) {
      if (button.url) buttons.append(makeLink(button.url, button.label, "button"));
      else if (button.id) {
        const element = make("button", "", button.label);
        element.type = "button";
        element.addEventListener("click", () => press(button, element));
        buttons.append(element);
      }
    }
    section.append(buttons);
  }
  if (reply.file) {
    const link = make("a", "button", `Save ${reply.file.name}`);
    link.href = URL.createObjectURL(new Blob([reply.file.text], { type: reply.file.contentType }));
    link.download = reply.file.name;
    section.append(link);
  }
  return section;
}

const isAtEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;
const goToEnd = () => {
  log.scrollTop = log.scrollHeight;
  newer.hidden = true;
};

function show(element, isOwn) {
  const follows = isOwn || isAtEnd();
  log.append(element);
  while (log.children.length > ENTRIES_MAX) log.children[1].remove();
  if (follows) goToEnd();
  else newer.hidden = false;
}

async function ask(path, body) {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ room, ...body }),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    return { text: answer.error ?? "That did not work.", posts: [], lists: [], buttons: [], file: null };
  } catch {
    return { text: "The bot does not answer. Is it still running?", posts: [], lists: [], buttons: [], file: null };
  }
}

async function press(button, element) {
  element.disabled = true;
  show(makeReply(await ask("api/press", { buttonId: button.id })), true);
  element.disabled = false;
}

const typedBefore = [];
let typedIndex = 0;

async function send(text) {
  typedBefore.push(text);
  typedIndex = typedBefore.length;
  const own = make("div", "own");
  own.append(make("span", "", text));
  show(own, true);
  show(makeReply(await ask("api/command", { text })), true);
}

document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = line.value.trim();
  if (text === "") return;
  line.value = "";
  hideChoices();
  void send(text.startsWith("/") ? text : `/${text}`);
});

/* Completion: the command, then its options, then what an option completes. */

let commands = [];
let offered = [];
let selected = -1;
let completionCount = 0;

function hideChoices() {
  offered = [];
  selected = -1;
  choices.hidden = true;
  line.setAttribute("aria-expanded", "false");
}

function showChoices(list) {
  offered = list.slice(0, 12);
  selected = -1;
  choices.replaceChildren(
    ...offered.map((choice) => {
      const item = make("div");
      item.role = "option";
      item.append(make("span", "", choice.label));
      if (choice.detail) item.append(make("small", "", choice.detail));
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(choice);
      });
      return item;
    }),
  );
  choices.hidden = offered.length === 0;
  line.setAttribute("aria-expanded", String(offered.length > 0));
}

function select(index) {
  selected = (index + offered.length) % offered.length;
  for (const [at, item] of [...choices.children].entries()) item.setAttribute("aria-selected", String(at === selected));
  choices.children[selected]?.scrollIntoView({ block: "nearest" });
}

function take(choice) {
  line.value = choice.line;
  hideChoices();
  line.focus();
  void complete();
}

async function complete() {
  const mine = ++completionCount;
  const text = line.value;
  if (!text.startsWith("/")) return hideChoices();
  const [name, ...parts] = text.split(" ");
  if (parts.length === 0) {
    return showChoices(
      commands
        .filter((command) => `/${command.name}`.startsWith(text.toLowerCase()) && `/${command.name}` !== text)
        .map((command) => ({ label: `/${command.name}`, detail: command.summary, line: `/${command.name} ` })),
    );
  }
  const command = commands.find((each) => `/${each.name}` === name.toLowerCase());
  if (!command) return hideChoices();
  const last = parts.at(-1);
  const before = text.slice(0, text.length - last.length);
  const colon = last.indexOf(":");
  const named = command.options.find((option) => colon > 0 && option.name === last.slice(0, colon));
  const rest = command.options.find((option) => option.isRest && option.completes);
  const option = named ?? rest;
  const list = [];
  if (option?.completes) {
    const typed = named ? last.slice(colon + 1) : text.slice(name.length + 1);
    const values = await ask("api/complete", { command: command.name, option: option.name, typed });
    if (mine !== completionCount) return;
    for (const value of Array.isArray(values) ? values : []) {
      const word = /\s/.test(value.value) && named ? `"${value.value}"` : value.value;
      list.push({
        label: value.label,
        detail: value.value === value.label ? "" : value.value,
        line: named ? `${before}${option.name}:${word}` : `${name} ${word}`,
      });
    }
  }
  if (!named) {
    for (const each of command.options) {
      if (!each.isRest && each.name.startsWith(last.toLowerCase()) && !text.includes(`${each.name}:`)) {
        list.push({ label: `${each.name}:`, detail: each.description, line: `${before}${each.name}:` });
      }
    }
  }
  showChoices(list.filter((choice) => choice.line.trim() !== text.trim()));
}

line.addEventListener("input", () => void complete());
line.addEventListener("blur", hideChoices);
line.addEventListener("keydown", (event) => {
  if (offered.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    select(event.key === "ArrowDown" ? selected + 1 : selected < 0 ? offered.length - 1 : selected - 1);
  } else if (offered.length > 0 && (event.key === "Tab" || (event.key === "Enter" && selected >= 0))) {
    event.preventDefault();
    take(offered[Math.max(0, selected)]);
  } else if (event.key === "Escape") hideChoices();
  else if (offered.length === 0 && (event.key === "ArrowUp" || event.key === "ArrowDown") && typedBefore.length > 0) {
    event.preventDefault();
    typedIndex = Math.max(0, Math.min(typedBefore.length, typedIndex + (event.key === "ArrowUp" ? -1 : 1)));
    line.value = typedBefore[typedIndex] ?? "";
  }
});

for (const text of TRIES) {
  const button = make("button", "", text);
  button.type = "button";
  button.addEventListener("click", () => void send(text));
  document.querySelector(".tries").append(button);
}
newer.addEventListener("click", goToEnd);
log.addEventListener("scroll", () => {
  if (isAtEnd()) newer.hidden = true;
});
setInterval(() => document.querySelectorAll("time").forEach(showAge), 30000);

const events = new EventSource(`events?room=${encodeURIComponent(room)}`);
events.addEventListener("open", () => {
  state.textContent = "live";
  state.classList.add("live");
});
events.addEventListener("error", () => {
  state.textContent = "reconnecting…";
  state.classList.remove("live");
});
const findCard = (id) => [...document.querySelectorAll("main > [data-post]")].find((card) => card.dataset.post === id);
events.addEventListener("post", (event) => {
  const post = JSON.parse(event.data);
  const known = findCard(post.id);
  if (known) return known.replaceWith(makeCard(post));
  const card = makeCard(post);
  card.classList.add("new");
  show(card, false);
});
events.addEventListener("edit", (event) => {
  const post = JSON.parse(event.data);
  findCard(post.id)?.replaceWith(makeCard(post));
});

commands = await fetch("api/commands")
  .then((response) => response.json())
  .catch(() => []);
const asked = new URLSearchParams(location.search).get("try");
if (asked?.startsWith("/")) line.value = asked;
line.focus();
