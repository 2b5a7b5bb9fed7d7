/** The desk of those who run the bot: feeds, deliveries, channels, database and settings at a glance. */

import type { DeskChannel, DeskFeed, DeskReport, GivenUp } from "../../../domain/reading/desk-report.ts";
import type { Say } from "../../../domain/say.ts";
import { FILE_BYTES_MAX } from "../../../domain/sent-file.ts";
import { toDestinationKey } from "../../../domain/subscription.ts";
import { nameFeed } from "../../../messages/wording.ts";
import { shorten, shortenName } from "../render.ts";
import { type Html, html, type Part } from "./html.ts";
import type { View } from "./layout.ts";
import { drawBars, drawTime, type Scene, toLink } from "./scene.ts";

const REASON_LENGTH_MAX = 200;
const MEGABYTE = 1_000_000;

const ADVICE = {
  contact: "desk.adviseContact",
  "no-platform": "desk.adviseToken",
} as const;

const drawMoment = (date: Date | null, scene: Scene): Part =>
  date === null ? "–" : drawTime(date.toISOString(), scene);

const drawReason = (reason: string | null, say: Say): Part =>
  reason === null
    ? "–"
    : html`<span dir="auto">${say("desk.reason", { reason: shorten(reason, REASON_LENGTH_MAX) })}</span>`;

/** A line of so many days; the numbers stand in its label. */
function drawSparkline(days: readonly number[], label: string): Html {
  const max = Math.max(...days, 1);
  const points = days.map((count, index) => `${index * 8},${(22 - (count / max) * 20).toFixed(1)}`).join(" ");
  return html`<svg class="spark" viewBox="-1 0 ${days.length * 8 - 6} 24" width="112" height="24" role="img" aria-label="${label}"><polyline points="${points}"/></svg>`;
}

function drawTable(label: string, heads: readonly string[], rows: readonly (readonly Part[])[]): Html {
  return html`<div class="scroll" role="group" aria-label="${label}" tabindex="0"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows.map(
    ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function drawState({ state }: DeskFeed, say: Say): Html {
  if (state.disabledReason !== null)
    return html`<span class="sign bad">${say("desk.givenUp")}</span> ${drawReason(state.disabledReason, say)}`;
  if (state.failureCount > 0)
    return html`<span class="sign warn">${say("desk.failing", { count: state.failureCount })}</span> ${drawReason(state.lastError, say)}`;
  if (state.lastPollAt === null) return html`–`;
  return html`<span class="sign good">${say("desk.fine")}</span>`;
}

function drawFeeds({ feeds, hiddenFeeds, resting }: DeskReport, scene: Scene): Html {
  const { say } = scene;
  const rows = feeds.map((row): readonly Part[] => [
    html`<bdi>${shortenName(nameFeed(row.feed, say))}</bdi>`,
    drawState(row, say),
    drawMoment(row.state.lastSuccessAt, scene),
    row.state.disabledReason === null
      ? html`<time datetime="${row.state.nextPollAt.toISOString()}">${say.moment(row.state.nextPollAt, "UTC")}</time>`
      : "–",
    drawSparkline(row.days, row.days.map((count) => say.number(count)).join(" ")),
  ]);
  const heads = [
    say("read.feed"),
    say("desk.state"),
    say("desk.lastVisit"),
    say("desk.nextVisit"),
    say("desk.articlesByDay"),
  ];
  return html`<section aria-labelledby="feeds"><h2 id="feeds">${say("desk.feeds")}</h2>${feeds.length === 0 ? "" : drawTable(say("desk.feeds"), heads, rows)}
${hiddenFeeds > 0 ? html`<p class="soft">${say("desk.notShown", { count: hiddenFeeds })} <a class="quiet" href="${toLink(scene, "/desk", { feeds: "all" })}#feeds">${say("desk.showAll")}</a></p>` : ""}
${resting > 0 ? html`<p class="soft">${say("desk.resting", { count: resting })}</p>` : ""}
${drawTakeIn(scene)}</section>`;
}

/** A file of feeds is taken in as if it were sent along with /import in the room. */
const drawTakeIn = ({ say, room }: Scene): Html =>
  html`<form class="take-in" id="take-in" data-room="${room}" data-reading="${say("desk.reading", { name: "#" })}" hidden><h3>${say("desk.takeIn")}</h3><p class="soft">${say("desk.takeInMore", { room })}</p><label class="button">${say("desk.choose")}<input class="unseen" type="file" accept=".opml,.xml,.json" data-bytes-max="${FILE_BYTES_MAX}"></label><p class="told" role="status"></p></form>`;

const drawGivenUp = (given: GivenUp, scene: Scene): readonly Part[] => [
  html`<span dir="auto">${shorten(given.headline, REASON_LENGTH_MAX)}</span>`,
  html`<bdi>${shortenName(toDestinationKey(given.destination))}</bdi>`,
  drawReason(given.reason, scene.say),
  drawMoment(given.settledAt, scene),
  html`<span class="follow"><button class="button" type="button" data-delivery="${given.id}" data-done="${scene.say("desk.retried")}" hidden>${scene.say("desk.retry")}</button><span class="told" role="status"></span></span>`,
];

function drawDeliveries({ outcomes, days, givenUp }: DeskReport, scene: Scene): Html {
  const { say } = scene;
  const toDays = (states: readonly string[]) =>
    days.map((day) => ({
      value: day,
      label: say.day(new Date(day)),
      count: outcomes
        .filter((each) => each.day === day && states.includes(each.state))
        .reduce((total, { count }) => total + count, 0),
    }));
  const [sent, failed] = [toDays(["sent"]), toDays(["failed", "uncertain"])];
  const total = (counts: typeof sent): string => say.number(counts.reduce((all, { count }) => all + count, 0));
  const heads = [say("desk.brief"), say("desk.channel"), say("desk.obstacle"), say("read.day"), say("desk.retry")];
  return html`<section aria-labelledby="deliveries"><h2 id="deliveries">${say("desk.deliveries")}</h2>
<div class="tiles"><div class="tile"><h3>${say("desk.posted")}</h3><p class="figure">${total(sent)}</p>${drawBars(sent, say("desk.posted"))}</div>
<div class="tile"><h3>${say("desk.notPosted")}</h3><p class="figure">${total(failed)}</p>${drawBars(failed, say("desk.notPosted"))}</div></div>
${
  givenUp.length === 0
    ? html`<p class="soft">${say("desk.nothingGivenUp")}</p>`
    : drawTable(
        say("desk.notPosted"),
        heads,
        givenUp.map((each) => drawGivenUp(each, scene)),
      )
}</section>`;
}

const drawChannel = (channel: DeskChannel, scene: Scene): readonly Part[] => [
  html`<bdi>${shortenName(toDestinationKey(channel.destination))}</bdi>`,
  channel.paused === 0
    ? scene.say.number(channel.subscriptions)
    : scene.say("desk.paused", {
        all: scene.say.number(channel.subscriptions),
        paused: scene.say.number(channel.paused),
      }),
  drawMoment(channel.lastSentAt, scene),
  scene.say.number(channel.waiting),
  drawReason(channel.trouble, scene.say),
];

function drawChannels({ channels }: DeskReport, scene: Scene): Html {
  const { say } = scene;
  const heads = [
    say("desk.channel"),
    say("desk.subscriptions"),
    say("desk.lastPost"),
    say("desk.waiting"),
    say("desk.obstacle"),
  ];
  return html`<section aria-labelledby="channels"><h2 id="channels">${say("desk.channels")}</h2>${
    channels.length === 0
      ? html`<p class="soft">${say("desk.noChannels")}</p>`
      : drawTable(
          say("desk.channels"),
          heads,
          channels.map((each) => drawChannel(each, scene)),
        )
  }</section>`;
}

export function drawDesk(report: DeskReport, scene: Scene): View {
  const { say } = scene;
  const { health, queue, oldestDueAt, database, settings } = report;
  const waiting = queue.pending + queue.claimed + queue.sending;
  const failing = report.feeds.filter(({ state }) => state.failureCount > 0 || state.disabledReason !== null).length;
  const [sign, verdict] = !health.ok
    ? ["bad", say("desk.trouble")]
    : failing > 0
      ? ["warn", say("desk.feedsFail", { count: failing })]
      : ["good", say("desk.allWell")];
  return {
    title: say("read.desk"),
    page: "desk",
    scripts: ["desk.js"],
    body: html`<h1>${say("read.desk")}</h1>
<div class="tiles">
<section class="tile" aria-labelledby="health"><h2 id="health">${say("desk.state")}</h2><p class="figure"><span class="sign ${sign}">${verdict}</span></p>${health.reasons.map((reason) => html`<p>${drawReason(reason, say)}</p>`)}</section>
<section class="tile" aria-labelledby="queue"><h2 id="queue">${say("desk.queue")}</h2><p class="figure">${say.number(waiting)}</p>${oldestDueAt === null ? "" : html`<p class="soft">${say("desk.oldest")} ${drawMoment(oldestDueAt, scene)}</p>`}</section>
<section class="tile" aria-labelledby="database"><h2 id="database">${say("desk.database")}</h2><p class="figure">${say.number(Math.round((database.bytes / MEGABYTE) * 10) / 10)} MB</p><p class="soft">${say("desk.articles", { count: database.articles })}</p></section>
</div>
${drawFeeds(report, scene)}
${drawDeliveries(report, scene)}
${drawChannels(report, scene)}
<section aria-labelledby="settings"><h2 id="settings">${say("desk.settings")}</h2>${report.advice.map((each) => html`<p><span class="sign warn">${say(ADVICE[each])}</span></p>`)}${
      settings.length === 0
        ? html`<p class="soft">${say("desk.usual")}</p>`
        : html`<dl class="settings">${settings.map(({ name, value }) => html`<div><dt>${name}</dt><dd dir="auto">${value}</dd></div>`)}</dl>`
    }</section>`,
  };
}
