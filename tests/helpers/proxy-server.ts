/** A proxy on loopback for tests: tunnels and whole addresses, every name led to servers of the test, and a log. */

import { createServer, type IncomingHttpHeaders, request as send } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface ProxyRequest {
  readonly method: string;
  /** "news.example:443" for a tunnel, a whole address else. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export interface ProxyServer {
  /** "http://127.0.0.1:PORT" */
  readonly url: string;
  readonly requests: readonly ProxyRequest[];
  close(): Promise<void>;
}

/** Whatever is asked for is fetched from this port on loopback; `refuse` is the status of every answer instead. */
export async function startProxyServer(port: number, { refuse }: { refuse?: number } = {}): Promise<ProxyServer> {
  const requests: ProxyRequest[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => sockets.delete(socket));
  };
  const server = createServer((incoming, response) => {
    requests.push({ method: incoming.method ?? "", target: incoming.url ?? "", headers: incoming.headers });
    if (refuse !== undefined) {
      response.writeHead(refuse).end();
      return;
    }
    const { pathname, search } = new URL(incoming.url ?? "/", "http://nowhere.example");
    const { "proxy-authorization": _own, ...headers } = incoming.headers;
    const onward = send({ host: "127.0.0.1", port, path: pathname + search, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    onward.end();
  });
  server.on("connect", (incoming, client: Socket, head: Buffer) => {
    requests.push({ method: "CONNECT", target: incoming.url ?? "", headers: incoming.headers });
    if (refuse !== undefined) {
      client.end(`HTTP/1.1 ${refuse} No\r\n\r\n`);
      return;
    }
    const onward = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connected\r\n\r\n");
      onward.write(head);
      client.pipe(onward).pipe(client);
    });
    keep(onward);
  });
  server.on("connection", keep);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
