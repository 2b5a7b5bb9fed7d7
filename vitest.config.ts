/**
 * The test projects: unit (mirrors src), contract (one suite, every implementation), e2e (the whole app).
 *
 * What most of a unit test's time went into was loading the code anew for each file. The files of `unit` share what is
 * loaded, as do those of `contract` and `e2e`; those of `unit-apart` and `e2e-apart` would change it for others, and get
 * a process of their own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const UNIT_FOLDER = "tests/unit";
/** A clock of the test's own, functions replaced, the environment, processes and threads: all that others would feel. */
const APART =
  /useFakeTimers|vi\.(?:mock|doMock|stub|spyOn|resetModules)|process\.(?:env|on|once|exitCode|chdir)|globalThis|node:(?:child_process|worker_threads|cluster)|createReader|createWorkerPool|configureGlobal/;
/** What is measured by the clock of its own thread shares it with nobody. */
const TIMED = /e2e\/attack/;
const listApart = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".test.ts"))
    .filter((path) => APART.test(readFileSync(path, "utf8")) || TIMED.test(path));
const unitApart = listApart(UNIT_FOLDER);
const e2eApart = listApart("tests/e2e");

/** Longest first: what is begun last and takes a minute holds up the end by as much. */
const LONG = [
  "e2e/attack",
  "e2e/torture",
  "contract/store-crash",
  "quotes/limits",
  "contract/platform-languages",
  "unit/platforms/render-digest",
  "contract/telegram-lost-posts",
  "contract/digest-crash",
  "e2e/command-line",
  "unit/feeds/week",
  "unit/app/reader",
  "contract/store-fuzz",
  "e2e/several-processes",
  "e2e/stop",
];
const toRank = ({ moduleId }: TestSpecification): number => {
  const rank = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return rank < 0 ? LONG.length : rank;
};

/** For what hangs: a machine ten times slower than one's own passes all the same. */
const HANGS_AFTER_MS = 300_000;
const COMPILED = "tests/helpers/processes/compiled.ts";

export default defineConfig({
  test: {
    env: { TZ: "UTC" },
    testTimeout: HANGS_AFTER_MS,
    hookTimeout: HANGS_AFTER_MS,
    // Vitest leaves one core free for itself, which on a machine of two halves what it could do. All files together take
    // some 700 s of processor time, and took 722 s by the clock with three at once on two cores: contract and e2e wait
    // for answers and turns half of the time.
    maxWorkers: availableParallelism() + 2,
    sequence: {
      sequencer: class extends BaseSequencer {
        override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
          return (await super.sort(files)).toSorted((a, b) => toRank(a) - toRank(b));
        }
      },
    },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: [`${UNIT_FOLDER}/**/*.test.ts`], exclude: unitApart, isolate: false },
      },
      { extends: true, test: { name: "unit-apart", include: unitApart, globalSetup: [COMPILED] } },
      {
        extends: true,
        test: {
          name: "contract",
          include: ["tests/contract/**/*.test.ts"],
          globalSetup: ["tests/helpers/postgres.ts", COMPILED],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          exclude: e2eApart,
          globalSetup: [COMPILED],
          isolate: false,
        },
      },
      { extends: true, test: { name: "e2e-apart", include: e2eApart, globalSetup: [COMPILED] } },
    ],
  },
});
