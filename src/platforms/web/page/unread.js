/** Which stories were read on this browser, and whether newer ones have come since the page was opened. */

const KEPT = "read-stories";
const KEPT_MAX = 2000;
const LOOK_MS = 60_000;

function load() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return new Set(Array.isArray(kept) ? kept : []);
  } catch {
    return new Set();
  }
}

function save(read) {
  try {
    localStorage.setItem(KEPT, JSON.stringify([...read].slice(-KEPT_MAX)));
  } catch {
    // Without storage all is unread again next time.
  }
}

const toKey = ({ id, articles }) => `${id}.${Math.max(...articles.map((article) => article.id))}`;

export function startUnread(list) {
  const read = load();

  function show(story) {
    const isRead = read.has(story.dataset.story);
    story.toggleAttribute("data-read", isRead);
    const dot = story.querySelector(".unread");
    if (isRead) dot?.remove();
    else if (dot === null) {
      const fresh = document.createElement("span");
      fresh.className = "unread";
      fresh.setAttribute("role", "img");
      fresh.setAttribute("aria-label", list.dataset.unread);
      story.querySelector("h2").prepend(fresh);
    }
  }

  const stories = () => [...(list?.querySelectorAll(".story") ?? [])];
  const showAll = () => {
    for (const story of stories()) show(story);
  };

  function mark(story, isRead) {
    if (isRead) read.add(story.dataset.story);
    else read.delete(story.dataset.story);
    save(read);
    show(story);
  }

  async function look() {
    if (document.hidden) return;
    const button = document.getElementById("fresh");
    const response = await fetch(list.dataset.api).catch(() => null);
    if (!response?.ok) return;
    const news = await response.json();
    const known = new Set(stories().map((story) => story.dataset.story));
    const fresh = news.stories.filter((story) => !known.has(toKey(story)));
    const isFirstPage = !new URLSearchParams(location.search).has("page");
    button.hidden = fresh.length === 0 || !isFirstPage;
    button.textContent = button.dataset.text.replace("#", String(fresh.length));
  }

  if (list !== null) {
    showAll();
    for (const kind of ["click", "auxclick"]) {
      list.addEventListener(kind, (event) => {
        const story = event.target.closest("a")?.closest(".story") ?? null;
        if (story !== null) mark(story, true);
      });
    }
    document.getElementById("fresh").addEventListener("click", () => location.reload());
    // Another tab may have read on.
    addEventListener("storage", ({ key }) => {
      if (key !== KEPT) return;
      for (const each of load()) read.add(each);
      showAll();
    });
    setInterval(look, LOOK_MS);
  }

  return {
    toggle(story) {
      if (story !== null) mark(story, !read.has(story.dataset.story));
    },
  };
}
