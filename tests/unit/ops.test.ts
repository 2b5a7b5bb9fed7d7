/** The dashboard and the alerts ask for metrics the bot has, with the outcomes and states it knows. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMetrics } from "../../src/app/watching/metrics.ts";
import type { SendResult } from "../../src/domain/subscription.ts";
import { openMemoryStore } from "../helpers/test-store.ts";

const FILES = ["ops/grafana-dashboard.json", "ops/prometheus-alerts.yaml"] as const;
const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
/** prom-client gives a histogram's parts names of their own. */
const toMetric = (name: string): string => name.replace(/_(?:bucket|sum|count)$/, "");

async function renderMetrics(): Promise<string> {
  const store = await openMemoryStore();
  const rendered = await createMetrics(store).render();
  await store.close();
  return rendered;
}

test.each(FILES)("every metric of %s is one the bot gives", async (file) => {
  const given = new Set([...(await renderMetrics()).matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name ?? ""));
  const asked = [...new Set(read(file).match(/\b(?:pullquote|nodejs|process)_\w+/g) ?? [])];
  expect(asked.length).toBeGreaterThan(4);
  expect(asked.filter((name) => !given.has(toMetric(name)) && !given.has(name))).toEqual([]);
});

test.each(FILES)("every state of the queue that %s asks for is one there is", async (file) => {
  const states = [...(await renderMetrics()).matchAll(/queue_depth\{state="(\w+)"\}/g)].map(([, state]) => state ?? "");
  const asked = [...read(file).matchAll(/state(?:=~|=|!=)\\?"([\w|]+)\\?"/g)].flatMap(([, list]) =>
    (list ?? "").split("|"),
  );
  expect(states.length).toBeGreaterThan(4);
  expect(asked.filter((state) => !states.includes(state))).toEqual([]);
});

test.each(FILES)("every outcome of a post that %s asks for is one there is", (file) => {
  const outcomes: Readonly<Record<SendResult["outcome"], true>> = {
    sent: true,
    retry: true,
    uncertain: true,
    refused: true,
    forbidden: true,
    gone: true,
  };
  const asked = [...read(file).matchAll(/deliveries_total\{outcome=~?\\?"([\w|]+)\\?"/g)].flatMap(([, list]) =>
    (list ?? "").split("|"),
  );
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((outcome) => !Object.hasOwn(outcomes, outcome))).toEqual([]);
});

test("the dashboard's panels each have a title and a place of their own", () => {
  const { panels } = JSON.parse(read("ops/grafana-dashboard.json")) as {
    readonly panels: readonly {
      readonly title: string;
      readonly gridPos: { readonly x: number; readonly y: number };
    }[];
  };
  expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
  expect(new Set(panels.map(({ gridPos }) => `${gridPos.x} ${gridPos.y}`)).size).toBe(panels.length);
});
