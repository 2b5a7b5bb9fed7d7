/** A stranger's feed that speaks for a real outlet: its headline, its name, its address. */

import { waitFor } from "./people.ts";
import { startCounting, type Tally } from "./tally.ts";
import type { Target } from "./target.ts";

const FORGED = "Mayor Brandt admits bribe in harbor deal";
const TRUE = "Council approves repair of the harbor wall";
const toPage = (title: string, head = ""): string =>
  `<html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${"The council of Vessland talked on Tuesday evening about the harbor wall and who pays for it, and voted nine to four. ".repeat(3)}</p><p>“The work begins in May,” said Mayor Ida Brandt.</p></article></body></html>`;
const toFeed = (title: string, items: readonly (readonly [title: string, link: string])[]): string =>
  `<rss version="2.0"><channel><title>${title}</title>${items.map(([name, link]) => `<item><guid>${link}#${name}</guid><title>${name}</title><link>${link}</link><pubDate>${new Date().toUTCString()}</pubDate></item>`).join("")}</channel></rss>`;

export async function attackOutlet(target: Target): Promise<Tally> {
  const counting = startCounting("forged headlines and names");
  const real = target.putAtOutlet("/repair", {
    body: toPage(TRUE, `<meta property="og:site_name" content="${target.outletFeed.title}">`),
  });
  const posing = target.put("/posing", {
    body: toPage(
      FORGED,
      `<link rel="canonical" href="${real}"><meta property="og:url" content="${real}"><meta property="og:site_name" content="${target.outletFeed.title}">`,
    ),
  });
  const feed = target.put("/forging.xml", {
    type: "application/rss+xml",
    body: toFeed(target.outletFeed.title, [
      [FORGED, real],
      [`${FORGED}, again`, posing],
    ]),
  });
  const [victim, forger] = [target.newPerson(), target.newPerson()];
  await target.ask("/subscribe everything", victim);
  await target.ask(`/subscribe ${feed}`, forger);
  const postsOf = (person: number): string =>
    target.telegram
      .posts(person)
      .map(({ text }) => text)
      .join("\n");
  await waitFor(async () => /harbor/i.test(await target.ask("/latest", forger)));
  // Its own post of the real page names the outlet rightly; it must not come in between and pass for an answer.
  await waitFor(() => postsOf(forger).includes(TRUE));
  target.putAtOutlet("/feed.xml", {
    type: "application/rss+xml",
    body: toFeed(target.outletFeed.title, [[TRUE, real]]),
  });
  counting.attack("the true article comes all the same", await waitFor(() => postsOf(victim).includes(TRUE), 90_000));
  counting.attack("a forged headline in another's channel", !postsOf(victim).includes(FORGED));
  counting.attack("a forged headline for a stranger", !(await target.ask(`/brief ${real}`)).includes(FORGED));
  counting.attack(
    "a forged headline in its own channel",
    !(await target.ask(`/brief ${real}`, forger)).includes(FORGED),
  );
  counting.attack("why, of the real address", !(await target.ask(`/why ${real}`)).includes(FORGED));
  counting.attack("search", !(await target.ask("/search bribe", victim)).includes(FORGED));
  counting.attack(
    "the outlet's name on a posing page",
    !(await target.ask(`/brief ${posing}`)).includes(target.outletFeed.title),
  );
  counting.attack(
    "the outlet's name on it in its own channel",
    !(await target.ask(`/brief ${posing}`, forger)).includes(target.outletFeed.title),
  );
  counting.attack(
    "the outlet's name for a feed",
    !(await target.ask("/subscriptions", forger)).includes(target.outletFeed.title),
  );
  return counting.end();
}
