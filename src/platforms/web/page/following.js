/** Follows the end of the log as posts come in, but never past the start of an answer that is being read. */

import { say } from "./texts.js";

const NEAR_END_PX = 120;
/** Room kept above what is held, so that one sees where it begins. */
const HELD_GAP_PX = 8;
const KEYS_UP = new Set(["ArrowUp", "Home", "PageUp"]);
const KEYS_DOWN = new Set(["ArrowDown", "End", "PageDown", " "]);

/** What the button says: a post that came is told as such, the rest of an answer as more. */
const LABELS = { post: "web.newBelow", answer: "web.moreBelow" };

export function startFollowing({ scroller, more }) {
  let held = null;
  let isFollowing = true;
  let isMoved = false;

  const isNearEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  const topOf = (element) =>
    element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop - HELD_GAP_PX;

  /** At once, not smoothly: posts that come quickly would find the page on its way and lose it. */
  function follow() {
    const end = scroller.scrollHeight - scroller.clientHeight;
    const limit = held?.isConnected ? topOf(held) : end;
    if (Math.min(end, limit) > scroller.scrollTop)
      scroller.scrollTo({ top: Math.min(end, limit), behavior: "instant" });
  }

  function toEnd() {
    held = null;
    isFollowing = true;
    more.hidden = true;
    follow();
  }

  /** Where a person scrolls to is where the page stays. */
  function take() {
    isFollowing = isNearEnd();
    if (!isFollowing) return;
    held = null;
    more.hidden = true;
  }

  /** A page glides: on the next frame it has hardly left the end, and a post that came then would pull it back. */
  function move(isUp) {
    isMoved = true;
    if (isUp && scroller.scrollTop > 0 && "onscrollend" in scroller) isFollowing = false;
    else requestAnimationFrame(take);
  }

  for (const kind of ["touchmove", "pointerup"]) {
    scroller.addEventListener(kind, () => move(false), { passive: true });
  }
  scroller.addEventListener("wheel", ({ deltaY }) => move(deltaY < 0), { passive: true });
  scroller.addEventListener("keydown", ({ key }) => {
    if (KEYS_UP.has(key) || KEYS_DOWN.has(key)) move(KEYS_UP.has(key));
  });
  scroller.addEventListener("scrollend", () => {
    if (isMoved) take();
    isMoved = false;
  });
  scroller.addEventListener("scroll", () => {
    if (isNearEnd()) more.hidden = true;
  });
  more.addEventListener("click", toEnd);

  return {
    toEnd,
    /** Keeps the start of an entry in view, however much comes below it, till somebody scrolls on. */
    hold(entry) {
      held = entry;
      isFollowing = true;
      more.hidden = true;
      follow();
    },
    /** Shows an entry put in the midst of the log, but never so far down that what was pressed for it is lost. */
    reveal(entry, pressed) {
      held = pressed;
      const end = topOf(entry) + HELD_GAP_PX + entry.offsetHeight - scroller.clientHeight;
      const top = Math.min(end, topOf(pressed));
      if (top > scroller.scrollTop) scroller.scrollTo({ top, behavior: "instant" });
      isFollowing = isNearEnd();
    },
    /** After the log has grown by a post, an answer or nothing new: goes along, or says that there is more below. */
    grown(kind) {
      if (isFollowing) follow();
      if (kind === null || isNearEnd()) return;
      if (more.hidden || kind === "post") more.textContent = say(LABELS[kind]);
      more.hidden = false;
    },
  };
}
