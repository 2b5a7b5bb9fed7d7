/** Reading by keys alone: j and k go through the stories, Enter opens, / searches, ? tells the keys. */

const ITEMS = ".story, .result, article.said, .brief";

const isTyping = ({ target, ctrlKey, metaKey, altKey }) =>
  ctrlKey || metaKey || altKey || target.closest("input, select, textarea, dialog[open]") !== null;

export function startKeys({ onMark }) {
  const dialog = document.getElementById("keys");

  function findPlace(items) {
    const own = document.activeElement?.closest(ITEMS) ?? null;
    if (own !== null) return items.indexOf(own);
    // Nothing is chosen yet: the first that is in view is next.
    const below = items.findIndex((item) => item.getBoundingClientRect().top > 60);
    return below === -1 ? items.length : below - 1;
  }

  function go(step) {
    const items = [...document.querySelectorAll(ITEMS)];
    const place = findPlace(items);
    const next = items[Math.min(items.length - 1, Math.max(0, place + step))];
    if (next === undefined) return;
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  const KEYS = {
    j: () => go(1),
    k: () => go(-1),
    m: () => onMark(document.activeElement?.closest(".story") ?? null),
    "/": () => document.querySelector("[data-search]")?.focus(),
    "?": () => dialog.showModal(),
    Enter() {
      const own = document.activeElement?.matches(ITEMS) ? document.activeElement : null;
      (own?.querySelector("h2 a, h3 a") ?? own?.querySelector(".meta a"))?.click();
      return own !== null;
    },
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTyping(event)) return;
    const run = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
    if (run === null || run() === false) return;
    event.preventDefault();
  });
}
