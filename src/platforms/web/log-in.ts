/** The page's log-in: one field, answered before anything else is where a password is set. */

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Say } from "../../domain/say.ts";
import { isRightToLeft } from "../../messages/languages.ts";
import { isSameOrigin, readBytes, setStrictHeaders } from "./guard.ts";
import type { Sessions } from "./sessions.ts";

export const LOG_IN_PATH = "/log-in";
export const LOG_OUT_PATH = "/log-out";
const FORM_BYTES_MAX = 4_096;

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function toPage(say: Say, nonce: string, trouble: string | null): string {
  const style =
    "body{font:1rem system-ui;max-width:22rem;margin:20vh auto;padding:1rem}label,input,button{display:block;width:100%;box-sizing:border-box;margin:.5rem 0;font:inherit;padding:.4rem}";
  return `<!doctype html><html lang="${say.language}" dir="${isRightToLeft(say.language) ? "rtl" : "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Pullquote</title><style nonce="${nonce}">${style}</style></head><body><h1>Pullquote</h1>${trouble === null ? "" : `<p role="alert">${escapeHtml(trouble)}</p>`}<form method="post" action="${LOG_IN_PATH}"><label for="password">${escapeHtml(say("web.password"))}</label><input id="password" name="password" type="password" autocomplete="current-password" required autofocus><button>${escapeHtml(say("web.logIn"))}</button></form></body></html>`;
}

export function showLogIn(response: ServerResponse, say: Say, status: number, trouble: string | null = null): void {
  const nonce = randomBytes(16).toString("base64");
  setStrictHeaders(response, nonce);
  const policy = String(response.getHeader("Content-Security-Policy"));
  response.setHeader("Content-Security-Policy", policy.replace("form-action 'none'", "form-action 'self'"));
  const page = toPage(say, nonce, trouble);
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Content-Length": Buffer.byteLength(page) });
  response.end(page);
}

/** Answers the two forms; false for any other path. */
export async function answerLogIn(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  { sessions, say }: { readonly sessions: Sessions; readonly say: Say },
): Promise<boolean> {
  if (request.method !== "POST" || (path !== LOG_IN_PATH && path !== LOG_OUT_PATH)) return false;
  const leave = (cookie: string): void => {
    response.writeHead(303, { Location: "/", "Set-Cookie": cookie });
    response.end();
  };
  if (!isSameOrigin(request)) {
    showLogIn(response, say, 403);
    return true;
  }
  if (path === LOG_OUT_PATH) {
    leave(sessions.logOut(request));
    return true;
  }
  const bytes = await readBytes(request, FORM_BYTES_MAX);
  if (!request.complete) response.setHeader("Connection", "close");
  const password = bytes === null ? "" : (new URLSearchParams(bytes.toString("utf8")).get("password") ?? "");
  const outcome = sessions.logIn(password, request);
  if ("cookie" in outcome) leave(outcome.cookie);
  else if (outcome.refusal === "often") showLogIn(response, say, 429, say("web.tooManyTries"));
  else showLogIn(response, say, 401, say("web.wrongPassword"));
  return true;
}
