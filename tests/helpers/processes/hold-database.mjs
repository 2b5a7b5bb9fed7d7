/** `node hold-database.mjs PATH MS`: another program that writes to the database, and is in no hurry. */

import { createRequire } from "node:module";

const Sqlite = createRequire(new URL("../../../package.json", import.meta.url))("better-sqlite3");
const [, , path, ms] = process.argv;

const database = new Sqlite(path, { timeout: 9_000 });
database.exec("begin immediate");
process.send?.("held");
setTimeout(() => {
  database.exec("rollback");
  database.close();
  process.disconnect?.();
}, Number(ms));
