/** The columns of the table of translations. Times are milliseconds since 1970. */

export interface TranslationTables {
  translations: {
    article_id: number;
    language: string;
    /** wanted, made or failed. */
    state: string;
    wanted_at: number;
    /** By what they were in the original; JSON. */
    lines: string;
    /** The model that made it, and why it was not made. */
    made_by: string | null;
    reason: string | null;
    /** How often it was claimed, and how often the model was asked. */
    attempts: number;
    calls: number;
    lease_owner: string | null;
    lease_until: number | null;
  };
}
