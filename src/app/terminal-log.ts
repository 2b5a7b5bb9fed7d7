/** Log lines as a person reads them, for a terminal; everywhere else they are JSON. */

import type { DestinationStream } from "pino";
import { build } from "pino-pretty";

const STANDARD_ERROR = 2;

/** Writes at once, so that the last line before a fault is seen, too. Takes whole lines that are scrubbed already. */
export function createTerminalStream(destination: number | NodeJS.WritableStream = STANDARD_ERROR): DestinationStream {
  return build({
    destination,
    sync: true,
    colorize: typeof destination === "number",
    messageKey: "event",
    ignore: "service",
    translateTime: "SYS:HH:MM:ss",
    singleLine: true,
  });
}
