/** What the first bytes of a picture say, and that nothing else passes for one. */

import { expect, test } from "vitest";
import { lookAtPicture } from "../../../src/net/picture-bytes.ts";
import { buildGif, buildJpeg, buildPng, buildWebp } from "../../helpers/pictures.ts";
import { fc } from "../../helpers/property.ts";

test.each([
  ["a PNG", buildPng(640, 360), "image/png"],
  ["a GIF", buildGif(640, 360), "image/gif"],
  ["a JPEG", buildJpeg(640, 360), "image/jpeg"],
  ["a WebP", buildWebp(640, 360), "image/webp"],
])("%s tells its kind and size", (_, bytes, contentType) => {
  expect(lookAtPicture(bytes)).toEqual({ contentType, width: 640, height: 360 });
});

test("an AVIF tells its size", () => {
  const bytes = Buffer.concat([
    Buffer.from("\0\0\0\x1cftypavif\0\0\0\0mif1avif", "latin1"),
    Buffer.from("\0\0\0\x14ispe\0\0\0\0", "latin1"),
  ]);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(640, 0);
  size.writeUInt32BE(360, 4);
  expect(lookAtPicture(Buffer.concat([bytes, size]))).toEqual({ contentType: "image/avif", width: 640, height: 360 });
});

test.each([
  ["a drawing", '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><script>alert(1)</script></svg>'],
  ["a page", "<!doctype html><html><body>640</body></html>"],
  ["a GIF in name", "GIF99a and more"],
  ["nothing", ""],
])("%s is none", (_, text) => {
  expect(lookAtPicture(Buffer.from(text, "latin1"))).toBeNull();
});

test("whatever bytes come, and wherever a picture is cut off, nothing is thrown", () => {
  const openers = [buildPng(64, 64), buildGif(64, 64), buildJpeg(64, 64), buildWebp(64, 64)];
  fc.assert(
    fc.property(fc.constantFrom(...openers), fc.nat(60), fc.uint8Array({ maxLength: 80 }), (opener, cut, rest) => {
      const look = lookAtPicture(Buffer.concat([opener.subarray(0, cut), rest]));
      expect(look === null || (look.width > 0 && look.height > 0)).toBe(true);
    }),
  );
});
