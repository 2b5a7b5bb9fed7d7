/** Stores for tests: one in memory for unit tests, and every implementation for the contract suites. */

import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../../src/domain/store.ts";
import { openStore } from "../../src/store/open.ts";
import { createDatabase, type TestPlace } from "./postgres.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

export function openMemoryStore(): Promise<Store> {
  return openStore("sqlite::memory:");
}

export interface TestEngine {
  readonly name: string;
  /** A new and empty place. */
  create(): Promise<TestPlace>;
  /** A new place for a store that only needs its schema. */
  createForStore(): Promise<TestPlace>;
}

function createFilePlace(): TestPlace {
  const folder = createTemporaryFolder("pullquote-store-");
  return {
    url: `sqlite:${join(folder, "data", "bot.db")}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Opening it makes the schema, in some milliseconds. */
const createOnOpen = (name: string, create: () => TestPlace): TestEngine => ({
  name,
  create: async () => create(),
  createForStore: async () => create(),
});

export const SQLITE_FILE = createOnOpen("SQLite in a file", createFilePlace);
export const POSTGRESQL: TestEngine = {
  name: "PostgreSQL",
  create: () => createDatabase(),
  createForStore: () => createDatabase("schema"),
};

/** Every implementation of the store. */
export const TEST_ENGINES: readonly TestEngine[] = [
  createOnOpen("SQLite in memory", () => ({ url: "sqlite::memory:", remove: async () => {} })),
  SQLITE_FILE,
  POSTGRESQL,
];

/** The engines that keep what they are given when the store is closed. */
export const LASTING_ENGINES: readonly TestEngine[] = [SQLITE_FILE, POSTGRESQL];

/** Stores of one engine for one test file; closeAll belongs into afterAll. */
export function openTestStores(engine: TestEngine): { open(): Promise<Store>; closeAll(): Promise<void> } {
  const opened: { readonly store: Store; readonly place: TestPlace }[] = [];
  return {
    async open() {
      const place = await engine.createForStore();
      const store = await openStore(place.url);
      opened.push({ store, place });
      return store;
    },
    async closeAll() {
      for (const { store, place } of opened.splice(0)) {
        await store.close();
        await place.remove();
      }
    },
  };
}
