/** The logger: JSON lines on standard error, with every known secret and token-like text scrubbed. */

import { type DestinationStream, pino } from "pino";
import type { Log } from "../domain/platform.ts";

/** Telegram's token stands in every URL it is used with, hence in error texts; Discord's has three parts. */
const TOKEN_PATTERNS: readonly RegExp[] = [
  /\d{6,20}:[A-Za-z0-9_-]{30,64}/g,
  /[A-Za-z0-9_-]{23,28}\.[A-Za-z0-9_-]{6,7}\.[A-Za-z0-9_-]{27,50}/g,
];
const SECRET_LENGTH_MIN = 6;

/** Replaces secrets wherever they stand in a line. */
export function createScrubber(secrets: readonly (string | null)[]): (line: string) => string {
  const known = secrets.filter((each): each is string => each !== null && each.length >= SECRET_LENGTH_MIN);
  return (line) => {
    let scrubbed = line;
    for (const secret of known) scrubbed = scrubbed.replaceAll(secret, "[secret]");
    for (const pattern of TOKEN_PATTERNS) scrubbed = scrubbed.replace(pattern, "[token]");
    return scrubbed;
  };
}

export interface LogSettings {
  readonly level: "debug" | "info" | "warn" | "error" | "silent";
  readonly secrets: readonly (string | null)[];
  /** Standard error when not given. */
  readonly destination?: DestinationStream;
}

export function createLog(settings: LogSettings): Log {
  const scrub = createScrubber(settings.secrets);
  return pino(
    {
      level: settings.level,
      base: { service: "pullquote" },
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: scrub },
    },
    settings.destination ?? pino.destination({ dest: 2, sync: true }),
  );
}
