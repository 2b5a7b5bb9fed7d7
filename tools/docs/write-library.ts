/** Writes docs/library.md anew: `npx tsx tools/docs/write-library.ts`. */

import { writeFileSync } from "node:fs";
import { writeLibrary } from "./describe-library.ts";

const root = new URL("../../", import.meta.url);
writeFileSync(new URL("docs/library.md", root), writeLibrary(root));
