/** The Bot API server's refusals, as it words them. */

export class Refusal extends Error {
  readonly code: number;
  readonly parameters: Readonly<Record<string, number>> | undefined;
  constructor(code: number, description: string, parameters?: Readonly<Record<string, number>>) {
    super(description);
    this.name = "Refusal";
    this.code = code;
    this.parameters = parameters;
  }
}

export const badRequest = (reason: string): Refusal => new Refusal(400, `Bad Request: ${reason}`);
export const forbidden = (reason: string): Refusal => new Refusal(403, `Forbidden: ${reason}`);
export const flood = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
export const moved = (chatId: number): Refusal =>
  new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: chatId });
export const conflict = (): Refusal =>
  new Refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
export const webhookConflict = (): Refusal =>
  new Refusal(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
export const unauthorized = (): Refusal => new Refusal(401, "Unauthorized");
export const noMethod = (): Refusal => new Refusal(404, "Not Found: method not found");
