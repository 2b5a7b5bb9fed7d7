import { expect, test } from "vitest";
import { toNonce } from "../../../../src/platforms/discord/nonce.ts";
import { toDelivery } from "../../../helpers/discord/bot.ts";

test("the same delivery to the same channel has the same nonce, at any time", () => {
  expect(toNonce(toDelivery(1), "1574527687517536260")).toBe("4alz2ymvppgs22g9a3g3fy9jo");
});

test("every delivery and channel has its own, within Discord's 25 characters", () => {
  const nonces = new Set<string>();
  for (let id = 1; id <= 2000; id += 1) {
    nonces.add(toNonce(toDelivery(id), "1574527687517536260"));
    nonces.add(toNonce(toDelivery(id), "1574527687517536261"));
  }
  expect(nonces.size).toBe(4000);
  for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-z]{25}$/);
});
