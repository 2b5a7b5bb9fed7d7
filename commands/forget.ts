/** Deletes at once what is stored of this channel, or of the person who asks, once they have confirmed it. */

import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { ForgottenPlace } from "../src/domain/note-store.ts";
import type { Button, Reply } from "../src/domain/post.ts";
import type { Say } from "../src/domain/say.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { choice } from "../src/typed/options/index.ts";

const WHAT = ["channel", "me"] as const;
type What = (typeof WHAT)[number];

/** A confirmation found again later might be pressed for something else. */
const CONFIRM_MS = 15 * 60 * 1000;

type Request = PressRequest<"notes" | "traces", "emptyPlace">;

/** What was asked, kept behind the button that confirms it, for the one who asked alone. */
interface KeptQuestion {
  readonly what: What;
  readonly askedAtMs: number;
}

const wordWhat = (what: What, say: Say): string => say(what === "channel" ? "forget.channelWord" : "forget.meWord");

async function toButton(what: What, { store, say, now }: Request): Promise<Button> {
  const kept: KeptQuestion = { what, askedAtMs: now.getTime() };
  const keptId = await store.notes.keep("forget", JSON.stringify(kept), now);
  const label = say(what === "channel" ? "forget.channelButton" : "forget.meButton");
  return { kind: "action", label, id: `v1:forget:${keptId}` };
}

function checkMayForget(what: What, { actor }: Request): void {
  if (what === "channel" && !actor.isManager) {
    throw new UserError("forbidden", (say) => say("answer.managersOnly", { command: "/forget channel" }));
  }
}

function countWhatWent({ subscriptions, deliveries, feeds, kept }: ForgottenPlace, say: Say): readonly string[] {
  return [
    subscriptions === 0 ? null : say("forget.subscriptions", { count: subscriptions }),
    deliveries === 0 ? null : say("forget.deliveries", { count: deliveries }),
    feeds === 0 ? null : say("forget.feeds", { count: feeds }),
    kept === 0 ? null : say("forget.kept", { count: kept }),
  ].filter((part) => part !== null);
}

async function forgetChannel({ store, destination, emptyPlace, say }: Request): Promise<Reply> {
  const forgotten = await store.traces.forgetPlace(destination);
  emptyPlace(destination);
  const what = countWhatWent(forgotten, say);
  const done = what.length === 0 ? say("forget.channelNothing") : say("forget.channelDone", { what: say.list(what) });
  return { text: `${done} ${say("forget.channelStays")}` };
}

async function forgetPerson({ store, destination, actor, say }: Request): Promise<Reply> {
  const count = await store.traces.forgetPerson(destination.platform, actor.id);
  const what = say("forget.kept", { count });
  return { text: `${say("forget.meDone", { what })} ${say("forget.meStays")}`, isPrivate: true };
}

export const forget = defineCommand({
  name: "forget",
  access: "everyone",
  isOfChannel: true,
  needs: { store: ["notes", "traces"], services: ["emptyPlace"] },
  options: {
    what: choice({ choices: WHAT, word: wordWhat }),
  },
  examples: ["/forget", "/forget channel", "/forget me"],

  async run({ options, ...request }) {
    const { actor, say } = request;
    if (options.what !== undefined) checkMayForget(options.what, request);
    const isOffered = (what: What): boolean =>
      options.what === what || (options.what === undefined && (what === "me" || actor.isManager));
    const offered = WHAT.filter(isOffered);
    const questions = offered.map((what) => say(what === "channel" ? "forget.askChannel" : "forget.askMe"));
    const buttons = await Promise.all(offered.map((what) => toButton(what, request)));
    return { text: [...questions, say("forget.confirm")].join(" "), buttons: [buttons], isPrivate: true };
  },

  /** `KEPT`: what is kept behind it is to be forgotten. */
  async press(rest, request) {
    const kept = /^[1-9]\d{0,14}$/.test(rest) ? await request.store.notes.findKept("forget", Number(rest)) : null;
    const question = kept === null ? null : (JSON.parse(kept) as KeptQuestion);
    if (question === null || request.now.getTime() - question.askedAtMs > CONFIRM_MS) {
      throw new UserError("not-found", (say) => say("answer.oldButton"));
    }
    checkMayForget(question.what, request);
    return question.what === "channel" ? forgetChannel(request) : forgetPerson(request);
  },
});
