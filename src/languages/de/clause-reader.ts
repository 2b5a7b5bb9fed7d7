/** The reader of German clauses: all that the contract asks of one, from the files beside it. */

import type { ClauseReader } from "../language.ts";
import { findClauseLinks } from "./clause-links.ts";
import { readClauses } from "./clauses.ts";
import { readGermanItems } from "./items.ts";
import { findGovernor } from "./quote-clause.ts";

export const GERMAN_CLAUSES: ClauseReader = {
  readItems: readGermanItems,
  readClauses,
  findLinks: findClauseLinks,
  findGovernor,
};
