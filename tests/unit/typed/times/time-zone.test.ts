/** Zones by the names people have for them. */

import { describe, expect, test } from "vitest";
import { chooseZone, completeZones } from "../../../../src/typed/times/time-zone.ts";

describe("the zone meant by what is typed", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["Europe/berlin", "Europe/Berlin"],
    ["berlin", "Europe/Berlin"],
    [" Berlin ", "Europe/Berlin"],
    ["new york", "America/New_York"],
    ["America/New York", "America/New_York"],
    ["america / new_york", "America/New_York"],
    ["São Paulo", "America/Sao_Paulo"],
    ["Port-au-Prince", "America/Port-au-Prince"],
    ["kyiv", "Europe/Kyiv"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["kolkata", "Asia/Kolkata"],
    ["utc", "UTC"],
    ["UTC+2", "Etc/GMT-2"],
    ["+02:00", "Etc/GMT-2"],
    ["gmt −3", "Etc/GMT+3"],
    ["UTC+0", "UTC"],
    ["Москва", "Europe/Moscow"],
    ["Nueva York", "America/New_York"],
    ["Wien", "Europe/Vienna"],
    ["القاهرة", "Africa/Cairo"],
    // Panama to Intl, which has Bangladesh for BST, too.
    ["EST", "America/New_York"],
    ["pdt", "America/Los_Angeles"],
    ["BST", "Europe/London"],
    ["CEST", "Europe/Berlin"],
  ])("%j is %s", (typed, zone) => {
    expect(chooseZone(typed)).toEqual({ zone });
  });

  test.each([
    ["Berln", ["Europe/Berlin"]],
    ["Europe/Berln", ["Europe/Berlin"]],
    ["Londn", ["Europe/London"]],
    ["GMT+5:30", ["Asia/Kolkata"]],
    ["IST", ["Asia/Kolkata"]],
  ])("%j is none, but near to %j", (typed, near) => {
    const choice = chooseZone(typed);
    expect("near" in choice && choice.near.slice(0, 1)).toEqual(near);
    expect("near" in choice && choice.near.length).toBeLessThanOrEqual(3);
  });

  test.each(["xyzzy", "", "UTC+25", "mit", "/", "x".repeat(1000)])("%j is near to none", (typed) => {
    expect(chooseZone(typed)).toEqual({ near: [] });
  });
});

test("a zone is completed by its region, its place or a later word of it", () => {
  expect(completeZones("europe/ber", 3)).toEqual(["Europe/Berlin"]);
  expect(completeZones("york", 3)).toEqual(["America/New_York"]);
  expect(completeZones("ber", 5)).toContain("Europe/Berlin");
  expect(completeZones("", 5)).toHaveLength(5);
});
