/** The invented outlets of the sample newsroom: one feed, one house style and one kind of mess each. */

export interface Outlet {
  readonly id: string;
  readonly title: string;
  readonly tagline: string;
  readonly language: string;
  readonly region: string;
  readonly topics: readonly string[];
  readonly format: "rss" | "atom" | "rdf" | "json";
  readonly template: "broadsheet" | "modern" | "plain" | "aggregator" | "tabloid" | "world";
  /** File name of the feed under the outlet's folder. */
  readonly feedPath: string;
  readonly feedCharset: "utf-8" | "iso-8859-1";
}

export const OUTLETS: readonly Outlet[] = [
  {
    id: "port-halden-courier",
    title: "The Port Halden Courier",
    tagline: "The harbor's paper since 1871",
    language: "en",
    region: "Haldenmark",
    topics: ["local", "politics"],
    format: "rss",
    template: "broadsheet",
    feedPath: "feed.xml",
    feedCharset: "utf-8",
  },
  {
    id: "northmark-post",
    title: "Northmark Post",
    tagline: "News, plainly",
    language: "en",
    region: "Haldenmark",
    topics: ["national", "culture"],
    format: "atom",
    template: "modern",
    feedPath: "atom.xml",
    feedCharset: "utf-8",
  },
  {
    id: "ledger-and-tide",
    title: "Ledger & Tide",
    tagline: "Trade, shipping and science of the coast",
    language: "en",
    region: "Haldenmark",
    topics: ["business", "science"],
    format: "rdf",
    template: "plain",
    feedPath: "index.rdf",
    feedCharset: "utf-8",
  },
  {
    id: "kestrel-daily",
    title: "Kestrel Daily",
    tagline: "The world, every hour",
    language: "en",
    region: "World",
    topics: ["world"],
    format: "json",
    template: "aggregator",
    feedPath: "feed.json",
    feedCharset: "utf-8",
  },
  {
    id: "karnseer-tagblatt",
    title: "Karnseer Tagblatt",
    tagline: "Unabhängige Zeitung für Stadt und See",
    language: "de",
    region: "Karnland",
    topics: ["lokales"],
    format: "rss",
    template: "tabloid",
    feedPath: "rss",
    feedCharset: "iso-8859-1",
  },
  {
    id: "gazette-orvel",
    title: "La Gazette d’Orvel",
    tagline: "Le quotidien de la côte",
    language: "fr",
    region: "Orvelle",
    topics: ["actualité"],
    format: "atom",
    template: "modern",
    feedPath: "flux.atom",
    feedCharset: "utf-8",
  },
  {
    id: "vela-world",
    title: "Vela World Service",
    tagline: "One newsroom, many languages",
    language: "mul",
    region: "World",
    topics: ["world"],
    format: "rss",
    template: "world",
    feedPath: "all.rss",
    feedCharset: "utf-8",
  },
];

export function getOutlet(id: string): Outlet {
  const outlet = OUTLETS.find((each) => each.id === id);
  if (outlet === undefined) throw new Error(`There is no outlet called ${id} in samples/outlet.ts.`);
  return outlet;
}
