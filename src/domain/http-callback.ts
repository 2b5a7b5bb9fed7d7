/** What other servers may ask over HTTP, under a path of its own beside the page. */

export interface CallbackRequest {
  readonly method: string;
  /** Begins with the callback's prefix. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Null when there is more than that; read only when called, so that strangers are turned away before it. */
  readBody(bytesMax: number): Promise<Uint8Array | null>;
}

export interface CallbackAnswer {
  readonly status: number;
  /** Plain text. */
  readonly text: string;
}

export interface HttpCallback {
  /** Such as `/websub/`. */
  readonly prefix: string;
  answer(request: CallbackRequest): Promise<CallbackAnswer>;
}
