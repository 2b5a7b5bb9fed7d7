/** Private addresses in all the ways they can be written, and addresses that are none of the web's. */

const PRIVATE = [
  "127.0.0.1",
  "10.0.0.1",
  "169.254.169.254",
  "192.168.0.1",
  "172.16.0.1",
  "100.64.0.1",
  "0.0.0.0",
  "168.63.129.16",
];

function spellHost(address: string): readonly string[] {
  const parts = address.split(".").map(Number);
  const [a = 0, b = 0, c = 0, d = 0] = parts;
  const number = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number, length = 2): string => value.toString(16).padStart(length, "0");
  const wide = [...address].map((each) => (each === "." ? "。" : String.fromCodePoint(0xff10 + Number(each)))).join("");
  const groups = `${hex(a)}${hex(b)}:${hex(c)}${hex(d)}`;
  return [
    address,
    `${address}.`,
    String(number),
    `0x${hex(number, 8)}`,
    `0${number.toString(8)}`,
    parts.map((part) => `0${part.toString(8)}`).join("."),
    parts.map((part) => `0x${hex(part)}`).join("."),
    `${a}.${b}.${c * 256 + d}`,
    `${a}.${(b * 256 + c) * 256 + d}`,
    parts.map((part) => String(part).padStart(4, "0")).join("."),
    [...address].map((each) => `%${hex(each.charCodeAt(0))}`).join(""),
    wide,
    `[::ffff:${address}]`,
    `[::ffff:${groups}]`,
    `[0:0:0:0:0:FFFF:${groups}]`,
    `[::${address}]`,
    `[64:ff9b::${address}]`,
    `[64:ff9b:1::${groups}]`,
    `[2002:${groups}::]`,
    `[2001:0:${groups}::]`,
  ];
}

const NAMES = [
  "localhost",
  "LOCALHOST",
  "localhost.",
  "news.localhost",
  "ip6-localhost",
  "localhost.localdomain",
  "[::1]",
  "[::]",
  "[0:0:0:0:0:0:0:1]",
  "[fe80::1]",
  "[fe80::1%25eth0]",
  "[fc00::1]",
  "[fd00::1]",
  "[ff02::1]",
  "127.1",
  "127.0.1",
  "0",
  "2130706433",
  "metadata.google.internal",
];

/** At a port where something listens on this machine; `marker` is a page there. */
export function listAddresses(port: number): readonly string[] {
  const hosts = [...PRIVATE.flatMap(spellHost), ...NAMES];
  return [
    ...hosts.map((host) => `http://${host}:${port}/marker`),
    `http://public.example@127.0.0.1:${port}/marker`,
    `http://user:password@localhost:${port}/marker`,
    `http://127.0.0.1:${port}\\@public.example/marker`,
    `http://127.0.0.1:${port}#@public.example/marker`,
    `http:/\\127.0.0.1:${port}/marker`,
    `http:127.0.0.1:${port}/marker`,
    `https://127.0.0.1:${port}/marker`,
    `hTTp://LocalHost:${port}/marker`,
    "http://127.0.0.1:22/",
    "http://127.0.0.1:6379/",
    "http://127.0.0.1:5432/",
    "http://public.example:25/",
    "file:///etc/passwd",
    "file://127.0.0.1/etc/passwd",
    "ftp://127.0.0.1/",
    `gopher://127.0.0.1:${port}/_GET`,
    "dict://127.0.0.1:11211/stats",
    "data:text/html,<p>marker</p>",
    "javascript:alert(1)",
    "unix:/var/run/docker.sock",
  ];
}
