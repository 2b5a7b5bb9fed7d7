/** All that must stand in no log and no error: secret settings, passwords inside addresses, and each in the forms it is written in. */

import { listAccessSecrets } from "./feed-access.ts";
import { type Settings, TABLE } from "./settings.ts";

/** Of these addresses only the password is secret. */
const ADDRESSES: ReadonlySet<string> = new Set(["databaseUrl", "httpsProxy", "httpProxy"]);

/** Shorter ones are words of ordinary lines. */
const LENGTH_MIN = 6;

/** As it stands, percent-encoded and decoded, and as it stands within JSON. */
function listForms(secret: string): readonly string[] {
  let decoded = secret;
  try {
    decoded = decodeURIComponent(secret);
  } catch {
    // A percent sign of its own.
  }
  const plain = [secret, decoded, encodeURIComponent(decoded)];
  return plain.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
}

/** The password of an address such as postgres://user:password@host/name. */
function findPassword(address: string): string | null {
  if (!URL.canParse(address)) return /^[a-z+]+:\/\/[^/@]*?:([^@]*)@/i.exec(address)?.[1] ?? null;
  const { password } = new URL(address);
  return password === "" ? null : password;
}

/** Longest first, so that no part of one stays behind. */
export function listSecrets(settings: Settings): readonly string[] {
  const found = Object.entries(TABLE).flatMap(([key, row]) => {
    const value = settings[key as keyof typeof TABLE];
    if (typeof value !== "string") return [];
    const password = /^[a-z+]+:\/\//i.test(value) ? findPassword(value) : null;
    const isSecret = "isSecret" in row && row.isSecret && !ADDRESSES.has(key);
    return [...(isSecret ? [value] : []), ...(password === null ? [] : [password])];
  });
  const forms = new Set(
    [...found, ...listAccessSecrets(settings.feedAccess)]
      .flatMap(listForms)
      .filter((form) => form.length >= LENGTH_MIN),
  );
  return [...forms].sort((a, b) => b.length - a.length);
}
