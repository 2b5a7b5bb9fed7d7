/** Cards at addresses of their own: what a browser is told that asks for one, and one that asks too often. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import type { FindCard, MadeCard } from "../../../../src/domain/cards/card.ts";
import { sendCard } from "../../../../src/platforms/web/cards.ts";
import { createAllowance } from "../../../../src/platforms/web/reading/allowance.ts";

const PATH = "/card/12/0a1b2c3d-dark.png";
const BYTES = Buffer.from("picture");
const DRAWN: MadeCard = {
  outcome: "drawn",
  picture: { name: "quote.png", bytes: BYTES, width: 1, height: 1, alt: "“Yes,” said nobody.", path: PATH },
};

async function ask(findCard: FindCard, times = 1, perMinute = 600) {
  const allowance = createAllowance(() => new Date(0), perMinute);
  const server = createServer(async (request, response) => {
    const asked = { path: request.url ?? "", room: "main", person: "p" };
    const sent = await sendCard(asked, response, findCard, allowance);
    if (sent !== "sent") response.writeHead(sent === "often" ? 429 : 404).end();
  });
  onTestFinished(() => {
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
  const answers: Response[] = [];
  for (let count = 0; count < times; count += 1) answers.push(await fetch(url));
  return answers;
}

test("a card asked for too often was said not to be there", async () => {
  const [first, second] = await ask(async () => DRAWN, 2, 1);
  expect([first?.status, second?.status]).toEqual([200, 429]);
  expect(Buffer.from((await first?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(BYTES);
  expect(Number(second?.headers.get("retry-after"))).toBeGreaterThan(0);
});

test.each([
  ["all that draw are at work", { outcome: "busy" } as const, 429],
  ["nobody here may see it", null, 404],
  ["nothing draws here", { outcome: "not-installed" } as const, 404],
])("where %s it is told so", async (_case, made, status) => {
  const [answer] = await ask(async () => made);
  expect(answer?.status).toBe(status);
});
