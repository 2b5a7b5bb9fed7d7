/** Worker thread that reads pages; see page-pool.ts. */

import { serveTasks } from "../../net/worker.ts";
import { readPage } from "./read-page.ts";

serveTasks(readPage);
