/**
 * Properties tried on made-up values: the same ones in every run, so that a test that passed does not fail elsewhere.
 * `PROPERTY_SEED=7 npx vitest run …` tries others, and `numRuns` more of them.
 */

import fc from "fast-check";

const SEED = 20_261_130;

fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? SEED) });

export { fc };
