/** Where tests keep the files of their stores: in memory where the machine lets them, as each commit waits for the disk otherwise. */

import { accessSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Linux keeps what is written here in memory. */
const IN_MEMORY = "/dev/shm";
/** Containers often give it 64 MiB only, which the files of several tests at once would fill. */
const BYTES_MIN = 1_000_000_000;

function findRoot(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= BYTES_MIN ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** A new folder; whoever makes it removes it. */
export const createTemporaryFolder = (prefix: string): string => mkdtempSync(join(findRoot(), prefix));
