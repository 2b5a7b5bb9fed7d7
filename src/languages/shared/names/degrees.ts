/** Letters that people of many countries write behind their names for what they have learned, in lower case. */

export const DEGREES: ReadonlySet<string> = new Set(
  "md phd ph.d dphil ms msc ma mba mph mfa ba bs bsc rd rdn ldn ld cssd cnsc cdces rn np dnp pa-c do dds dmd dvm jd llm esq cpa cfa cfp pharmd psyd lcsw lmft lpc edd frcs mbbs mrcp".split(
    " ",
  ),
);
