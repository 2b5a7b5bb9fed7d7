/** Worker thread that parses feeds; see parse-pool.ts. */

import { serveTasks } from "../net/worker.ts";
import { parseFeed } from "./parse.ts";
import type { ParseTask } from "./parse-pool.ts";

serveTasks(({ bytes, contentType, url }: ParseTask) => parseFeed(bytes, contentType, url));
