/** `node hold-database.mjs PATH [MS]`: another program that writes to the database, and is in no hurry; without a time until it is told. */

import { createRequire } from "node:module";

const Sqlite = createRequire(new URL("../../../package.json", import.meta.url))("better-sqlite3");
const [, , path, ms] = process.argv;

const database = new Sqlite(path, { timeout: 9_000 });
database.exec("begin immediate");
process.send?.("held");
function letGo() {
  database.exec("rollback");
  database.close();
  process.disconnect?.();
}

if (ms === undefined) process.once("message", letGo);
else setTimeout(letGo, Number(ms));
