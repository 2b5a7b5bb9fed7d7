/** Addresses inside the house, typed and reached by redirects: nobody comes there. */

import { listAddresses } from "./addresses.ts";
import { forAll, startCounting, type Tally, thin } from "./tally.ts";
import type { Target } from "./target.ts";

const STATUSES = [301, 302, 303, 307, 308];

/** True when nothing of the inside was fetched or shown. */
async function isKeptOut(target: Target, line: string): Promise<boolean> {
  const before = target.baitHits();
  const text = await target.ask(line);
  return target.baitHits() === before && !/marker of the inside|root:x:/i.test(text);
}

export async function attackAddresses(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("private addresses, spelled");
  const addresses = thin(listAddresses(target.bait.port), isShort);
  await forAll(addresses, async (address) => {
    counting.attack(`/brief ${address}`, await isKeptOut(target, `/brief ${address}`));
  });
  await forAll(thin(addresses, true), async (address) => {
    counting.attack(`/subscribe ${address}`, await isKeptOut(target, `/subscribe ${address}`));
  });
  return counting.end();
}

export async function attackRedirects(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("private addresses, by redirect");
  const addresses = thin(listAddresses(target.bait.port), true, isShort ? 16 : 3);
  const lines = addresses.flatMap((address) =>
    thin(STATUSES, isShort, 5).map(
      (status) => `/brief ${target.site.url}/redirect?status=${status}&to=${encodeURIComponent(address)}`,
    ),
  );
  await forAll(lines, async (line) => {
    counting.attack(line, await isKeptOut(target, line));
  });
  return counting.end();
}
