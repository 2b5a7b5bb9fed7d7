/** How long a condition is waited for: until it holds, or so long that it never will, on a slow machine too. */

export const WAIT = { timeout: 120_000, interval: 30 };
