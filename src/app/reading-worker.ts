/** Worker thread that reads text from outside; see reader.ts. */

import { READING_TASKS } from "../answers/reading-tasks.ts";
import { serveTasks } from "../net/worker.ts";
import type { ReadingTask } from "./reader.ts";

serveTasks(({ name, given }: ReadingTask): Promise<unknown> => {
  const read: (...given: never[]) => Promise<unknown> = READING_TASKS[name];
  return read(...(given as never[]));
});
