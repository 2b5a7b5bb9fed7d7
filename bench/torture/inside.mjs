/** Loaded before the program (`node --import`): ends it at its n-th database statement, moves its clock, or fills its memory, when told so. */

import { createRequire } from "node:module";

const require = createRequire(new URL("../../package.json", import.meta.url));
const Sqlite = require("better-sqlite3");
const pg = require("pg");

/** What is ordered: `{ left, when }`, where `when` is before a statement, after it, or (PostgreSQL) as it leaves. */
let death = null;
const die = () => process.kill(process.pid, "SIGKILL");

function around(run) {
  if (death === null) return run();
  death.left -= 1;
  if (death.left > 0) return run();
  if (death.when === "before") die();
  const done = run();
  if (!(done instanceof Promise) || death.when === "leaving") {
    die();
    return done;
  }
  return done.then((result) => {
    die();
    return result;
  });
}

const { prepare } = Sqlite.prototype;
Sqlite.prototype.prepare = function prepareWatched(text) {
  const statement = prepare.call(this, text);
  for (const name of ["all", "run", "get"]) {
    const run = statement[name];
    statement[name] = function runWatched(...values) {
      return around(() => run.apply(this, values));
    };
  }
  return statement;
};
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function queryWatched(...words) {
  return around(() => query.apply(this, words));
};

let aheadMs = 0;
const OwnDate = Date;
const now = () => OwnDate.now() + aheadMs;
globalThis.Date = new Proxy(OwnDate, {
  construct: (target, words) => (words.length === 0 ? new target(now()) : new target(...words)),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

function fillMemory() {
  const held = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => `${index} ${held.length}`));
}

process.on("message", (order) => {
  if (order.death !== undefined) death = order.death;
  if (order.aheadMs !== undefined) aheadMs = order.aheadMs;
  if (order.fillsMemory === true) fillMemory();
});
// Kept running by nothing of this, and gone when whoever tortures it is.
process.on("disconnect", () => die());
process.channel?.unref();
