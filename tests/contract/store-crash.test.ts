/** Killed with SIGKILL at any moment, the bot loses nothing and posts twice only what it could not know about. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { buildNumberedPublication, buildRecipient } from "../helpers/build.ts";
import { createRandom } from "../helpers/make-search.ts";
import { LASTING_ENGINES } from "../helpers/test-store.ts";

const KILLS = 15;
const SEED = 7_031;
const SENDERS = 2;
/** What arrives before a kill: far enough in for every step to be under way somewhere. */
const ARRIVALS_BEFORE_KILL_MAX = 12;
const ROOMS = ["a", "b", "c", "d"];
const PUBLICATION = JSON.stringify(buildNumberedPublication({ recipients: ROOMS.map((room) => buildRecipient(room)) }));
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Arrival {
  readonly url: string;
  readonly room: string;
  readonly isInDoubt: boolean;
}

interface Recorder {
  readonly url: string;
  readonly arrivals: Arrival[];
  readonly published: string[];
  /** Resolves at the next event the test waits for. */
  wait(isReached: () => boolean): Promise<void>;
  close(): Promise<void>;
}

async function startRecorder(): Promise<Recorder> {
  const arrivals: Arrival[] = [];
  const published: string[] = [];
  const waiting = new Set<() => void>();
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const facts = JSON.parse(Buffer.concat(parts).toString("utf8"));
      if (request.url === "/sent") arrivals.push(facts);
      else if (request.url === "/published") published.push(facts.url);
      for (const check of waiting) check();
      response.end("ok");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    published,
    wait(isReached) {
      return new Promise((resolve) => {
        const check = () => {
          if (!isReached()) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      });
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
});

function start(databaseUrl: string, recorder: Recorder, mode: "run" | "drain"): ChildProcess {
  const program = fileURLToPath(new URL("../helpers/processes/crash-child.mjs", import.meta.url));
  const child = spawn(process.execPath, [program, databaseUrl, recorder.url, mode, PUBLICATION], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

describe.each(LASTING_ENGINES)("crashes on $name", (engine) => {
  test(`after ${KILLS} kills nothing is lost and only what was in doubt came twice (seed ${SEED})`, async () => {
    const random = createRandom(SEED);
    const place = await engine.create();
    const recorder = await startRecorder();
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const goal = recorder.arrivals.length + 1 + Math.floor(random() * ARRIVALS_BEFORE_KILL_MAX);
        const child = start(place.url, recorder, "run");
        const errors: string[] = [];
        child.stderr?.on("data", (text) => errors.push(String(text)));
        const ended = once(child, "exit");
        await Promise.race([
          recorder.wait(() => recorder.arrivals.length >= goal),
          ended.then(([code]) => {
            if (code !== null) throw new Error(`The child ended by itself: ${errors.join("")}`);
          }),
        ]);
        // Not on an arrival but some moments after it, wherever the loops then are.
        for (let turns = Math.floor(random() * 40); turns > 0; turns -= 1)
          await new Promise((next) => setImmediate(next));
        child.kill("SIGKILL");
        await ended;
      }
      const last = start(place.url, recorder, "drain");
      const [code] = await once(last, "exit");
      expect(code).toBe(0);

      const store = await openStore(place.url);
      const total = await store.articles.count();
      const counts = await store.outbox.count();
      const acknowledged = await Promise.all(recorder.published.map((url) => store.articles.findByUrl(url)));
      await store.close();

      expect(acknowledged).not.toContain(null);
      expect(counts).toMatchObject({
        pending: 0,
        claimed: 0,
        sending: 0,
        uncertain: 0,
        failed: 0,
        sent: total * ROOMS.length,
      });
      const first = new Map<string, Arrival>();
      const again: Arrival[] = [];
      for (const arrival of recorder.arrivals) {
        const key = `${arrival.room} ${arrival.url}`;
        if (first.has(key)) again.push(arrival);
        else first.set(key, arrival);
      }
      expect(first.size).toBe(total * ROOMS.length);
      expect(again.filter((arrival) => !arrival.isInDoubt)).toEqual([]);
      expect(again.length).toBeLessThanOrEqual(KILLS * SENDERS);
      for (const room of ROOMS) {
        const numbers = [...first.values()]
          .filter((each) => each.room === room)
          .map((each) => Number(each.url.split("/").at(-1)));
        expect(numbers).toEqual(numbers.toSorted((x, y) => x - y));
      }
    } finally {
      await recorder.close();
      await place.remove();
    }
  });
});
