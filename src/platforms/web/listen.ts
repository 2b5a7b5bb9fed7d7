/** Binds a server to a port, or to the next free one when it is taken. */

import type { Server } from "node:http";

const PORT_MAX = 65_535;

function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off("listening", onListening);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    const onListening = (): void => {
      server.off("error", onError);
      resolve(true);
    };
    server.once("error", onError);
    server.once("listening", onListening);
    server.listen(port, host);
  });
}

/** Resolves with the port. Rejects with a sentence when none of the ports tried is free. */
export async function listen(server: Server, host: string, port: number, triesMax: number): Promise<number> {
  for (let tried = 0; tried < triesMax && port + tried <= PORT_MAX; tried++) {
    if (await tryPort(server, host, port + tried)) {
      const address = server.address();
      if (address === null || typeof address === "string") throw new Error("The page's server has no port.");
      return address.port;
    }
  }
  throw new Error(
    `The ports ${port} to ${Math.min(PORT_MAX, port + triesMax - 1)} are all taken. Set WEB_PORT to a free one.`,
  );
}
