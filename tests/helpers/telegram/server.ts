/** The HTTP side of the emulator: routes calls, writes the call log, and puts in the faults it was told to. */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Params, readParams } from "./body.ts";
import { flood, noMethod, Refusal, unauthorized } from "./refusal.ts";

export type FaultKind =
  /** 429 with retry_after. */
  | "flood"
  /** Another refusal, given as `refusal`. */
  | "refusal"
  /** A gateway's answer that is no JSON, with `status`. */
  | "status"
  /** No answer, ever. Nothing is done. */
  | "hang"
  /** The connection is cut. Nothing is done. */
  | "reset"
  /** It is done, and then the connection is cut: the answer is lost. */
  | "lost";

export interface Fault {
  readonly kind: FaultKind;
  /** Every method when not given. */
  readonly method?: string;
  readonly chatId?: number;
  /** Once when not given. */
  readonly times?: number;
  /** So many calls go through before it is met. */
  readonly after?: number;
  /** Called as it is met: before the call is done, or after it where only the answer is lost. */
  readonly onMet?: () => void;
  readonly retryAfter?: number;
  readonly status?: number;
  readonly refusal?: Refusal;
}

export interface Call {
  readonly method: string;
  readonly params: Params;
  readonly at: number;
}

export interface ApiServer {
  readonly url: string;
  readonly calls: readonly Call[];
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Ends what hangs. */
  close(): Promise<void>;
}

export interface ApiServerDependencies {
  readonly token: string;
  run(method: string, params: Params, isGone: () => boolean): Promise<unknown>;
  /** Gives out files; false when something else is asked. */
  serveFile(request: IncomingMessage, response: ServerResponse): boolean;
  /** After each call, so that waiting conditions are looked at again. */
  onChange(): void;
}

function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  if (response.destroyed) return;
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

function refuse(response: ServerResponse, { code, message, parameters }: Refusal): void {
  const retryAfter = parameters?.["retry_after"];
  answer(
    response,
    code,
    { ok: false, error_code: code, description: message, ...(parameters === undefined ? {} : { parameters }) },
    retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
  );
}

/** Files are no part of the log that validators read. */
function toLogged(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "object" && value !== null && "fileName" in value ? `attach://${String(value.fileName)}` : value,
    ]),
  );
}

export async function startServer(dependencies: ApiServerDependencies): Promise<ApiServer> {
  const calls: Call[] = [];
  let faults: { readonly fault: Fault; left: number; before: number }[] = [];

  function takeFault(method: string, params: Params): Fault | null {
    const found = faults.find(
      ({ fault }) =>
        (fault.method ?? method) === method &&
        (fault.chatId === undefined || String(fault.chatId) === String(params["chat_id"])),
    );
    if (found === undefined) return null;
    found.before -= 1;
    if (found.before >= 0) return null;
    found.left -= 1;
    if (found.left <= 0) faults = faults.filter((each) => each !== found);
    return found.fault;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://emulator.invalid");
    const [, token = "", method = ""] = /^\/bot([^/]*)\/([A-Za-z]+)$/.exec(url.pathname) ?? [];
    const params = await readParams(request, url);
    if (method !== "getUpdates") calls.push({ method, params: toLogged(params), at: performance.now() });
    if (token !== dependencies.token) throw unauthorized();
    if (method === "") throw noMethod();
    const fault = takeFault(method, params);
    if (fault?.kind !== "lost") fault?.onMet?.();
    switch (fault?.kind) {
      case "flood":
        throw flood(fault.retryAfter ?? 1);
      case "refusal":
        throw fault.refusal ?? new Refusal(500, "Internal Server Error: restart");
      case "status":
        response.writeHead(fault.status ?? 502, { "content-type": "text/html" });
        response.end("<html><body><h1>502 Bad Gateway</h1></body></html>");
        return;
      case "hang":
        return;
      case "reset":
        request.socket.destroy();
        return;
      default:
    }
    const result = await dependencies.run(method, params, () => response.destroyed);
    if (fault?.kind === "lost") {
      fault.onMet?.();
      request.socket.destroy();
    } else answer(response, 200, { ok: true, result });
  }

  const server = createServer((request, response) => {
    if (dependencies.serveFile(request, response)) return;
    serve(request, response)
      .catch((error: unknown) => {
        if (error instanceof Refusal) refuse(response, error);
        else answer(response, 500, { ok: false, error_code: 500, description: `emulator: ${String(error)}` });
      })
      .finally(dependencies.onChange);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    fault(fault) {
      faults.push({ fault, left: fault.times ?? 1, before: fault.after ?? 0 });
    },
    clearFaults() {
      faults = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
