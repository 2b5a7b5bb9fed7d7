/** What a setting may be: each kind reads the text it was given, or says what was expected instead. */

import { z } from "zod";

export interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly kind: z.ZodType<unknown, string>;
  /** As the README's table shows it; a test compares the two. */
  readonly meaning: string;
  /** Never printed; may also be given as NAME_FILE, a path to a file that holds the value, as container secrets are. */
  readonly isSecret?: boolean;
}

export const HTTP_URL = /^https?:\/\/[^\s/]+/;

/** Null when empty. */
export const optional = (pattern: RegExp, expected: string) =>
  z
    .string()
    .refine((text) => text === "" || pattern.test(text), `expected ${expected}`)
    .transform((text) => (text === "" ? null : text));

export const filledAs = (pattern: RegExp, expected: string) => z.string().regex(pattern, `expected ${expected}`);

export const httpUrl = optional(HTTP_URL, "an http(s) URL");

export const address = filledAs(/./, "an address such as 127.0.0.1");

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `expected a whole number from ${min} to ${max}`,
    )
    .transform(Number);

export const oneOf = <T extends string>(...values: readonly [T, ...T[]]) =>
  z.string().pipe(z.enum(values, { error: `expected ${values.join(" or ")}` }));

/** Some of these, each once, separated by commas. */
export const someOf = <T extends string>(...values: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((text) => text.split(",").map((each) => each.trim().toLowerCase()))
    .pipe(z.array(z.enum(values, { error: `expected some of ${values.join(", ")}, separated by commas` })))
    .transform((some): ReadonlySet<T> => new Set(some));

export const onOff = oneOf("on", "off").transform((value) => value === "on");

/** Separated by commas, white space or both. */
export const words = z.string().transform((text) => text.split(/[\s,]+/).filter((each) => each !== ""));

/** `host:port`, separated by commas. */
export const hosts = z
  .string()
  .transform((text) =>
    text
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== ""),
  )
  .refine(
    (all) => all.every((each) => /^[^\s:/]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i.test(each)),
    "expected host:port, separated by commas",
  );
