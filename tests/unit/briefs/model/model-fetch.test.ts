import { afterEach, expect, test } from "vitest";
import { createModelFetch } from "../../../../src/briefs/model/model-fetch.ts";
import { whileCollecting } from "../../../helpers/collect-garbage.ts";
import { type ModelServer, startModelServer } from "../../../helpers/model-server.ts";

let server: ModelServer | null = null;
afterEach(async () => server?.stop());

test.each([
  ["never answers", () => null],
  ["begins an answer and stops there", () => ({ body: "", end: "stops" as const })],
])("a model's server that %s is given up in time, though memory is cleaned up meanwhile", async (_name, answer) => {
  server = await startModelServer(answer);
  const { signal } = new AbortController();
  const body = JSON.stringify({ messages: [] });
  const asked = createModelFetch(300)(server.url, { method: "POST", body, signal });
  await expect(whileCollecting(asked)).rejects.toMatchObject({ name: "TimeoutError" });
});
