/** A loopback server that speaks as a model server does, and answers as a test says. */

import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ModelRequest {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

/** The text of the answer, or null for none at all; it may begin and stop there, or never end. */
export type Answer = (
  request: ModelRequest,
  count: number,
) => { readonly status?: number; readonly body: string; readonly end?: "stops" | "floods" } | null;

export interface ModelServer {
  readonly url: string;
  readonly requests: readonly ModelRequest[];
  stop(): Promise<void>;
}

const toCompletion = (content: string): string =>
  JSON.stringify({
    id: "1",
    object: "chat.completion",
    created: 1,
    model: "tiny",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
  });

const FLOOD = Buffer.alloc(64 * 1024, " ");

function flood(outgoing: ServerResponse): void {
  while (!outgoing.destroyed && outgoing.write(FLOOD));
  if (!outgoing.destroyed) outgoing.once("drain", () => flood(outgoing));
}

export async function startModelServer(answer: Answer): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const request = JSON.parse(Buffer.concat(parts).toString("utf8")) as ModelRequest;
      requests.push(request);
      const given = answer(request, requests.length);
      if (given === null) return;
      const { status = 200, body, end } = given;
      outgoing.writeHead(status, { "content-type": "application/json" });
      if (end === "stops") return void outgoing.write("{");
      if (end === "floods") return flood(outgoing);
      outgoing.end(status === 200 ? toCompletion(body) : "{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The lines that are to be translated. */
export const readLines = ({ messages }: ModelRequest): readonly string[] =>
  (messages[1]?.content ?? "")
    .split("\n")
    .slice(1, -1)
    .map((line) => line.replace(/^\d+\. /, ""));

/** Answers with each line as a test translates it. */
export const translateWith =
  (translate: (line: string) => string, wrong: { readonly skip?: number; readonly swap?: boolean } = {}): Answer =>
  (request) => {
    const lines = readLines(request).map((line, index) => ({ line: index + 1, text: translate(line) }));
    const kept = lines.slice(0, lines.length - (wrong.skip ?? 0));
    const [first, second, ...others] = kept;
    const swapped = first === undefined || second === undefined ? kept : [second, first, ...others];
    return { body: JSON.stringify({ lines: wrong.swap === true ? swapped : kept }) };
  };
