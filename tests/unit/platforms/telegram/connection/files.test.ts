import { describe, expect, test } from "vitest";
import { UserError } from "../../../../../src/domain/errors.ts";
import { SILENT_LOG } from "../../../../../src/domain/platform.ts";
import type { FetchFile } from "../../../../../src/domain/sent-file.ts";
import type { Client } from "../../../../../src/platforms/telegram/connection/client.ts";
import { createFiles } from "../../../../../src/platforms/telegram/connection/files.ts";

const TOKEN = "7000000001:AAEmulatorTokenForTestsOnly0000000000";
const BYTES = Uint8Array.from([1]);

/** What is fetched, for a path that getFile gives. */
function open(path: unknown, apiUrl?: string, fetchFile?: FetchFile) {
  const fetched: [string, readonly string[]][] = [];
  const client = { call: async () => ({ file_id: "f", file_path: path }) } as unknown as Client;
  const toSentFile = createFiles({
    client,
    token: TOKEN,
    apiUrl,
    log: SILENT_LOG,
    fetchFile:
      fetchFile ??
      (async (url, origins) => {
        fetched.push([url, origins]);
        return BYTES;
      }),
  });
  return { fetched, file: toSentFile({ file_id: "f", file_name: "list.json", file_size: 1 }) };
}

describe("a document", () => {
  test("is fetched from Telegram's own file address", async () => {
    const { fetched, file } = open("documents/file_1.json");
    expect(await file.read()).toBe(BYTES);
    expect(fetched).toEqual([
      [`https://api.telegram.org/file/bot${TOKEN}/documents/file_1.json`, ["https://api.telegram.org"]],
    ]);
  });

  test("is fetched from another server where one is set, under its path", async () => {
    const { fetched, file } = open("a b/f#1", "http://127.0.0.1:8081/bots/");
    await file.read();
    expect(fetched).toEqual([[`http://127.0.0.1:8081/bots/file/bot${TOKEN}/a%20b/f%231`, ["http://127.0.0.1:8081"]]]);
  });

  test.each(["/var/lib/telegram/file_1", "../../../bot1/getMe", "a/../../b", "", undefined, 7])(
    "whose path is %s is not fetched",
    async (path) => {
      const { fetched, file } = open(path);
      await expect(file.read()).rejects.toMatchObject({ code: "unavailable" });
      expect(fetched).toEqual([]);
    },
  );

  test("whose download breaks throws no error that holds the token", async () => {
    const { file } = open("documents/file_1.json", undefined, async (url) => {
      throw new Error(`broke at ${url}`);
    });
    const error: unknown = await file.read().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(UserError);
    const { message, stack = "", cause } = error as Error;
    expect(message).toContain("broke at");
    expect(`${message} ${stack} ${String(cause)}`).not.toContain("AAEmulatorToken");
  });
});
