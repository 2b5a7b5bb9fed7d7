/** A worker for the tests of the pool: does as it is told, badly too. */

import { getHeapStatistics } from "node:v8";
import { serveTasks } from "../../../src/net/worker.ts";

serveTasks(async (task: string) => {
  switch (task) {
    case "throw":
      throw new Error("That went wrong.");
    case "spin":
      for (;;);
    case "eat": {
      const eaten: string[][] = [];
      for (;;) eaten.push(Array.from({ length: 100_000 }, (_, i) => `${i} ${eaten.length}`));
    }
    case "exit":
      return process.exit(1);
    case "secrets":
      return Object.keys(process.env).join();
    case "limit":
      return String(Math.round(getHeapStatistics().heap_size_limit / 1_048_576));
    default:
      return task.toUpperCase();
  }
});
