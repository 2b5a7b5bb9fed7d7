/** The OpenAPI document of the page's API, made of the same table and schemas as the API itself. */

import { z } from "zod";
import { ENDPOINTS, type Endpoint } from "./endpoints.ts";
import { feedQuestion } from "./questions.ts";
import { SYNDICATION_FORMATS, SYNDICATION_TYPES } from "./syndication.ts";

/** For programs and those who write them, in English. */
const ABOUT =
  "What the bot has stored, read-only: news, stories, articles, speakers, quotes, search. A room sees the feeds of the catalog and those that people added there.";
const ABOUT_FEEDS = "A search as a feed for news readers, the newest first";
const FAULT = { $ref: "#/components/schemas/Fault" };
const toFault = (description: string) => ({ description, content: { "application/json": { schema: FAULT } } });
const FAULTS = {
  "400": toFault("The question is none that can be asked"),
  "401": toFault("The password is asked for: as `Authorization: Bearer …`, or by HTTP Basic under any name"),
  "429": toFault("Too often: see Retry-After"),
};

function toSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: "any" });
  return rest;
}

function toParameters(question: z.ZodObject, path: string) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(question.shape).map(([name, schema]) => {
    const { description, ...rest } = toSchema(schema as z.ZodType);
    const isRequired = !(schema as z.ZodType).safeParse(undefined).success;
    return {
      name,
      in: "query",
      required: isRequired,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
  return [...inPath, ...inQuery];
}

const toOperation = ({ path, name, about, question }: Endpoint) => ({
  get: {
    operationId: `read${name}`,
    summary: about,
    parameters: toParameters(question, path),
    responses: {
      "200": {
        description: about,
        content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
      },
      ...FAULTS,
      ...(path.includes("{") ? { "404": toFault("There is none that this room sees") } : {}),
    },
  },
});

const toFeedOperation = (format: (typeof SYNDICATION_FORMATS)[number]) => ({
  get: {
    operationId: `readSearchAs${format[0]?.toUpperCase()}${format.slice(1)}`,
    summary: ABOUT_FEEDS,
    parameters: toParameters(feedQuestion, ""),
    responses: {
      "200": { description: ABOUT_FEEDS, content: { [SYNDICATION_TYPES[format]]: { schema: { type: "string" } } } },
      ...FAULTS,
    },
  },
});

export function toOpenApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Pullquote",
      version: "1",
      description: ABOUT,
    },
    paths: {
      ...Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, toOperation(endpoint)])),
      ...Object.fromEntries(SYNDICATION_FORMATS.map((format) => [`/feeds/search.${format}`, toFeedOperation(format)])),
    },
    components: {
      schemas: {
        ...Object.fromEntries(ENDPOINTS.map(({ name, shape }) => [name, toSchema(shape)])),
        Fault: toSchema(z.object({ error: z.string() })),
      },
    },
  };
}
