import { expect, test } from "vitest";
import { openConnection } from "../../../src/store/dialects/sqlite-connection.ts";

test("statements are kept, so that none is collected (Node 24 aborted on a collected statement)", () => {
  const connection = openConnection(":memory:", {});
  const first = connection.prepare("select ? as value");
  expect(connection.prepare("select ? as value")).toBe(first);
  expect(first.get(7)).toEqual({ value: 7 });
  connection.close();
});
