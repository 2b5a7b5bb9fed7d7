/** What people ask of the bot for themselves: where it is no member, what is subscribed comes as direct messages. */

import {
  ApplicationIntegrationType,
  type BaseInteraction,
  type Client,
  InteractionContextType,
  Routes,
} from "discord.js";
import { createBoundedMap } from "../../domain/bounded-map.ts";

const CHATS_MAX = 10_000;

/**
 * In a server or group chat where the bot was let in by this person alone: it may answer there, and post nothing. A chat
 * with the bot is the person's own already.
 */
export function isForOneself({ context, authorizingIntegrationOwners: owners }: BaseInteraction): boolean {
  if (context === InteractionContextType.BotDM) return false;
  const isPersons = owners?.[ApplicationIntegrationType.UserInstall] !== undefined;
  return isPersons && owners[ApplicationIntegrationType.GuildInstall] === undefined;
}

export type OpenDirect = (userId: string) => Promise<string>;

/** Finds the chat with a person; Discord gives the same one each time. Rejects as any call does. */
export function createDirect(client: Pick<Client, "rest">): OpenDirect {
  const known = createBoundedMap<string, string>(CHATS_MAX);
  return async (userId) => {
    const before = known.get(userId);
    if (before !== undefined) return before;
    const { id } = (await client.rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as {
      readonly id: string;
    };
    known.set(userId, id);
    return id;
  };
}
