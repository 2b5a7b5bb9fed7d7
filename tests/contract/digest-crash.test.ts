/** Killed between a send and its settling, the bot sends that part of a digest again under its id, and no other part. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { DEFAULT_DISPLAY } from "../../src/domain/subscription.ts";
import { openStore } from "../../src/store/open.ts";
import { buildNumberedPublication, buildSubscription, later, NOON, toWebRoom } from "../helpers/build.ts";
import { LASTING_ENGINES } from "../helpers/test-store.ts";

const HOUR = later(6 * 60 * 60 * 1000);
const BRIEFS = 7;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Arrival {
  readonly id: number;
  readonly urls: readonly string[];
  readonly isInDoubt: boolean;
}

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** Answers every arrival but those with the given number, whose sender waits until it is killed. */
async function startRecorder(unanswered: number) {
  const arrivals: Arrival[] = [];
  const held: ServerResponse[] = [];
  let reach = (): void => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    arrivals.push(JSON.parse(Buffer.concat(parts).toString("utf8")) as Arrival);
    if (arrivals.length === unanswered) {
      held.push(response);
      reach();
    } else response.end("ok");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals, reached };
}

function start(databaseUrl: string, recorderUrl: string): ChildProcess {
  const program = fileURLToPath(new URL("../helpers/processes/crash-digest-child.mjs", import.meta.url));
  const child = spawn(process.execPath, [program, databaseUrl, recorderUrl, HOUR.toISOString()], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  closers.push(() => child.kill("SIGKILL"));
  return child;
}

describe.each(LASTING_ENGINES)("a digest and a crash on $name", (engine) => {
  test.each([1, 2, 3])("killed while part %i of 3 was on its way", async (unanswered) => {
    const place = await engine.create();
    closers.push(() => place.remove());
    const store = await openStore(place.url);
    const display = { ...DEFAULT_DISPLAY, rhythm: "daily", digestAt: "18:00" } as const;
    const { id, destination } = await store.subscriptions.add(
      buildSubscription({ destination: toWebRoom("a"), display, createdAt: NOON }),
    );
    const recipients = [{ subscriptionId: id, destination, waitsUntil: HOUR }];
    for (let count = 0; count < BRIEFS; count += 1)
      await store.articles.publish(buildNumberedPublication({ recipients }));
    await store.close();

    const recorder = await startRecorder(unanswered);
    const first = start(place.url, recorder.url);
    const firstEnd = once(first, "exit");
    await recorder.reached;
    first.kill("SIGKILL");
    await firstEnd;
    const [code] = await once(start(place.url, recorder.url), "exit");
    expect(code).toBe(0);

    const { arrivals } = recorder;
    expect(arrivals).toHaveLength(4);
    expect(arrivals.map((each) => each.isInDoubt)).toEqual([0, 1, 2, 3].map((index) => index === unanswered));
    // The same part, under the same id, with the same briefs.
    expect({ ...arrivals[unanswered], isInDoubt: false }).toEqual(arrivals[unanswered - 1]);
    const distinct = arrivals.filter((_, index) => index !== unanswered);
    expect(new Set(distinct.map((each) => each.id)).size).toBe(3);
    expect(distinct.map((each) => each.id)).toEqual(distinct.map((each) => each.id).toSorted((a, b) => a - b));
    expect(new Set(distinct.flatMap((each) => each.urls)).size).toBe(BRIEFS);
    const after = await openStore(place.url);
    expect(await after.outbox.count()).toMatchObject({ sent: BRIEFS, pending: 0, sending: 0, gathered: 0, waiting: 0 });
    await after.close();
  });
});
