/** Politeness towards each host: few requests at once, a pause between them, silence when it asks for it. */

/** Requests waiting for one host; more are turned away rather than kept. */
const WAITING_MAX = 500;
/** Hosts remembered before those at rest are swept out. */
const HOSTS_MAX = 2000;

interface Host {
  running: number;
  nextStartAt: number;
  heldUntil: number;
  readonly waiting: (() => void)[];
  timer: NodeJS.Timeout | null;
}

export interface HostGateSettings {
  readonly concurrencyMax: number;
  readonly spacingMs: number;
  /** Milliseconds that never jump. */
  readonly now: () => number;
}

export interface HostGate {
  /** Resolves when a request may start; call the result when it has ended. Null when too many wait already. */
  enter(host: string, spacingMs?: number): Promise<(() => void) | null>;
  /** For so long nothing is asked of this host. */
  hold(host: string, forMs: number): void;
  /** Milliseconds for which the host asked to be left alone; 0 when it did not. */
  heldMs(host: string): number;
  close(): void;
}

export function createHostGate({ concurrencyMax, spacingMs, now }: HostGateSettings): HostGate {
  const hosts = new Map<string, Host>();

  const isAtRest = (host: Host): boolean =>
    host.running === 0 && host.waiting.length === 0 && host.nextStartAt <= now() && host.heldUntil <= now();

  function getHost(name: string): Host {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    if (hosts.size >= HOSTS_MAX) {
      for (const [each, host] of hosts) if (isAtRest(host)) hosts.delete(each);
    }
    const host: Host = { running: 0, nextStartAt: 0, heldUntil: 0, waiting: [], timer: null };
    hosts.set(name, host);
    return host;
  }

  function startNext(host: Host): void {
    if (host.timer !== null || host.running >= concurrencyMax) return;
    const start = host.waiting[0];
    if (start === undefined) return;
    const waitMs = host.nextStartAt - now();
    if (waitMs > 0) {
      host.timer = setTimeout(() => {
        host.timer = null;
        startNext(host);
      }, waitMs);
      return;
    }
    host.waiting.shift();
    start();
    startNext(host);
  }

  return {
    async enter(name, pauseMs = spacingMs) {
      const host = getHost(name);
      if (host.waiting.length >= WAITING_MAX) return null;
      await new Promise<void>((resolve) => {
        host.waiting.push(() => {
          host.running += 1;
          host.nextStartAt = now() + pauseMs;
          resolve();
        });
        startNext(host);
      });
      return () => {
        host.running -= 1;
        startNext(host);
      };
    },
    hold(name, forMs) {
      const host = getHost(name);
      host.heldUntil = Math.max(host.heldUntil, now() + forMs);
    },
    heldMs(name) {
      return Math.max(0, (hosts.get(name)?.heldUntil ?? 0) - now());
    },
    close() {
      for (const host of hosts.values()) {
        if (host.timer !== null) clearTimeout(host.timer);
        host.timer = null;
        // Those still waiting are let through: the closed client answers them at once.
        for (const start of host.waiting.splice(0)) start();
      }
    },
  };
}
