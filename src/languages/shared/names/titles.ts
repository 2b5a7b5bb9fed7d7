/** Titles and short forms that are met in the news of every language: a foreign guest keeps theirs. */

const toWords = (list: string): readonly string[] => list.split(" ");

export const FEMALE_TITLES = toWords(
  "mrs ms miss lady dame queen princess congresswoman chairwoman spokeswoman frau mevrouw senhora mme madame signora señora sra pani госпожа",
);
export const MALE_TITLES = toWords(
  "mr sir lord king prince congressman chairman spokesman herr m monsieur signor señor sr pan pope господин",
);
/** Words of address, which are no role. */
export const COURTESIES = toWords(
  "mr mrs ms miss sir dr herr frau mevrouw meneer mme signora signor señora señor senhora senhor",
);
export const SHORT_FORMS = toWords("p.m. a.m. jan. feb. aug. sept. oct. nov. dec.");
