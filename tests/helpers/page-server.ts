/** The web platform on a real store, without the rest of the app: what the page's readings are tested on. */

import { createArchive } from "../../src/answers/open-archive.ts";
import { type Answer, SILENT_LOG } from "../../src/domain/platform.ts";
import type { Store } from "../../src/domain/store.ts";
import { createWeb, type WebDependencies, type WebPlatform } from "../../src/platforms/web/platform.ts";
import { NOW } from "./build.ts";

export interface PageServer {
  readonly web: WebPlatform;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  readText(path: string, headers?: Readonly<Record<string, string>>): Promise<string>;
  readJson(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

const SAYS_FINE: Answer = {
  reply: async () => ({ text: "fine" }),
  press: async () => ({ text: "" }),
  complete: async () => [],
  async left() {},
  async moved() {},
};

export async function servePage(
  store: Store,
  change: Partial<WebDependencies> = {},
  answer: Answer = SAYS_FINE,
): Promise<PageServer> {
  const web = createWeb({
    port: 0,
    commands: [],
    log: SILENT_LOG,
    clock: () => NOW,
    openArchive: (destination) => createArchive(store, destination),
    ...change,
  });
  await web.start(answer);
  const get: PageServer["get"] = (path, headers = {}) =>
    fetch(new URL(path, web.url()), { headers, redirect: "manual" });
  return {
    web,
    get,
    readText: async (path, headers) => (await get(path, headers)).text(),
    async readJson(path) {
      const response = await get(path);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    stop: () => web.stop(),
  };
}
