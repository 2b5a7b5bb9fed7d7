/** Only the public Internet is called, however an address is spelled. */

import { expect, test } from "vitest";
import { BlockedError, checkUrl, isPublicAddress, readAllowedHosts } from "../../../src/net/address.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy. */
const NONE = readAllowedHosts([]);

test.each([
  ["unspecified", "0.0.0.0"],
  ["this network", "0.1.2.3"],
  ["private 10", "10.0.0.1"],
  ["private 10, last", "10.255.255.255"],
  ["shared by a carrier", "100.64.0.1"],
  ["shared by a carrier, last", "100.127.255.254"],
  ["loopback", "127.0.0.1"],
  ["loopback, last", "127.255.255.254"],
  ["link local", "169.254.0.1"],
  ["cloud metadata", "169.254.169.254"],
  ["private 172", "172.16.0.1"],
  ["private 172, last", "172.31.255.254"],
  ["protocol assignments", "192.0.0.1"],
  ["documentation 1", "192.0.2.1"],
  ["6to4 relay", "192.88.99.1"],
  ["private 192", "192.168.1.1"],
  ["benchmarks", "198.18.0.1"],
  ["benchmarks, last", "198.19.255.254"],
  ["documentation 2", "198.51.100.1"],
  ["documentation 3", "203.0.113.1"],
  ["multicast", "224.0.0.1"],
  ["multicast, last", "239.255.255.255"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["IPv6 unspecified", "::"],
  ["IPv6 loopback", "::1"],
  ["IPv4 in the old compatible form", "::7f00:1"],
  ["mapped loopback", "::ffff:127.0.0.1"],
  ["mapped private", "::ffff:10.0.0.1"],
  ["mapped metadata in hexadecimal", "::ffff:a9fe:a9fe"],
  ["translated IPv4", "::ffff:0:127.0.0.1"],
  ["NAT64 of loopback", "64:ff9b::7f00:1"],
  ["local NAT64", "64:ff9b:1::1"],
  ["discard only", "100::1"],
  ["Teredo", "2001::1"],
  ["documentation 6", "2001:db8::1"],
  ["6to4 of loopback", "2002:7f00:1::"],
  ["newer documentation", "3fff::1"],
  ["segment routing", "5f00::1"],
  ["unique local", "fc00::1"],
  ["unique local metadata", "fd00:ec2::254"],
  ["link local 6", "fe80::1"],
  ["link local 6 with a zone", "fe80::1%eth0"],
  ["old site local", "fec0::1"],
  ["multicast 6", "ff02::1"],
  ["not given out", "4000::1"],
  ["no address", "localhost"],
  ["inside Azure", "168.63.129.16"],
  ["inside Azure, mapped", "::ffff:168.63.129.16"],
  ["nothing", ""],
])("%s (%s) is not public", (_name, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "1.1.1.1",
  "172.32.0.1",
  "100.128.0.1",
  "192.169.0.1",
  "2606:4700::1111",
  "2a00:1450::1",
  "::ffff:8.8.8.8",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  "http://127.0.0.1/",
  "http://127.1/",
  "http://127.0.1/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.1/",
  "http://0177.0.0.1/",
  "http://017700000001/",
  "http://0/",
  "http://127.0.0.1./",
  "http://①②⑦.0.0.1/",
  "http://１２７.０.０.１/",
  "http://127。0。0。1/",
  "http://%31%32%37.0.0.1/",
  "http://[::1]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[::127.0.0.1]/",
  "http://[64:ff9b::127.0.0.1]/",
  "http://[fe80::1]/",
  "http://169.254.169.254/latest/meta-data/",
  "http://2852039166/",
  "http://0xa9fea9fe/",
  "https://10.1.2.3/",
  "https://192.168.0.1:8443/",
  "HTTP://127.0.0.1/",
  "http:\\\\127.0.0.1\\",
  "http:127.0.0.1/",
  "http:/127.0.0.1/",
  " http://127.0.0.1/",
  "http://127.0.0.1\t/",
])("%s is refused before anything is sent", (url) => {
  expect(() => checkUrl(url, NONE)).toThrow(BlockedError);
});

test.each([
  ["ftp://news.example/feed", "Only http and https addresses are read, not ftp:."],
  ["file:///etc/passwd", "Only http and https addresses are read, not file:."],
  ["javascript:alert(1)", "Only http and https addresses are read, not javascript:."],
  ["data:text/xml,<rss/>", "Only http and https addresses are read, not data:."],
  ["gopher://news.example/", "Only http and https addresses are read, not gopher:."],
  ["blob:https://news.example/x", "Only http and https addresses are read, not blob:."],
  ["https://ann@news.example/", "Addresses with a user name or password are not read."],
  ["https://ann:pw@news.example/", "Addresses with a user name or password are not read."],
  ["https://news.example@127.0.0.1/", "Addresses with a user name or password are not read."],
  ["http://news.example:22/", "Port 22 is not allowed. Sites are read at the ports 80, 443, 8080, 8443."],
  ["http://news.example:25/", "Port 25 is not allowed. Sites are read at the ports 80, 443, 8080, 8443."],
  ["http://news.example:3306/", "Port 3306 is not allowed. Sites are read at the ports 80, 443, 8080, 8443."],
  ["http://news.example:6379/", "Port 6379 is not allowed. Sites are read at the ports 80, 443, 8080, 8443."],
  ["http://news.example:9200/", "Port 9200 is not allowed. Sites are read at the ports 80, 443, 8080, 8443."],
  ["", "The address is no URL."],
  ["feed", "The address is no URL."],
  ["http://", "The address is no URL."],
  ["http://exa mple/", "The address is no URL."],
  [`https://news.example/${"x".repeat(5000)}`, "The address is longer than 4000 characters."],
])("%s is refused with a sentence", (url, message) => {
  expect(() => checkUrl(url, NONE)).toThrow(message);
});

test.each([
  "https://news.example/feed",
  "http://news.example:8080/feed",
  "https://8.8.8.8/",
  "https://[2606:4700::1111]/",
])("%s may be called", (url) => {
  expect(checkUrl(url, NONE).href).toBe(url);
});

test("an allowed host is allowed on its port only", () => {
  const allowed = readAllowedHosts(["127.0.0.1:9000", "intranet", "[::1]:9001", "nonsense:port"]);
  for (const url of ["http://127.0.0.1:9000/x", "http://intranet/", "https://intranet/", "http://[::1]:9001/"]) {
    expect(checkUrl(url, allowed).href).toBe(url);
  }
  for (const url of ["http://127.0.0.1:9002/", "http://127.0.0.2:9000/", "http://127.0.0.1/", "http://[::1]/"]) {
    expect(() => checkUrl(url, allowed)).toThrow(BlockedError);
  }
});

test.each(["http:///.", "http://./a", "http://../"])("%s, which names no host, was let through", (url) => {
  expect(() => checkUrl(url, NONE)).toThrow(BlockedError);
});

test("whatever is given, the answer is a public http address or a refusal", () => {
  const part = fc.oneof(fc.ipV4(), fc.ipV6(), fc.webUrl(), fc.string(), fc.constantFrom("localhost", "127.1", "[::1]"));
  const scheme = fc.constantFrom("http://", "https://", "//", "", "http:", "file://", "HTTP:\\\\");
  fc.assert(
    fc.property(scheme, part, fc.webPath(), (start, host, path) => {
      try {
        const url = checkUrl(`${start}${host}${path}`, NONE);
        expect(["http:", "https:"]).toContain(url.protocol);
        expect(url.username + url.password).toBe("");
        if (/^[\d.]+$/.test(url.hostname) || url.hostname.startsWith("["))
          expect(isPublicAddress(url.hostname)).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(BlockedError);
      }
    }),
    { numRuns: 200 },
  );
});
