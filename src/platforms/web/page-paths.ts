/** Where the page shows an article, its story and those who speak; a room other than the main one is added to each. */

export const toArticlePage = (id: number): string => `/article/${id}`;
export const toStoryPage = (id: number): string => `/story/${id}`;
export const toSpeakerPage = (name: string): string => `/speaker/${encodeURIComponent(name.toWellFormed())}`;
