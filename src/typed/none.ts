/** How a wish is taken back: `none`, `off` or a dash. */

export const isNone = (text: string): boolean => ["none", "off", "-"].includes(text.trim().toLowerCase());
