/** Prints the briefs of the sample newsroom, to be read by a person. `npm run samples [-- --page]` */

import { listSamples } from "../../samples/list.ts";
import { toMessage } from "../../src/domain/errors.ts";
import { makeSampleBrief, writeSamplePage } from "../briefs/sample-briefs.ts";

const SAMPLES_MAX = 30;
if (process.argv.includes("--page")) process.stdout.write(await writeSamplePage());
else
  for (const sample of listSamples().slice(0, SAMPLES_MAX)) {
    try {
      const { article, brief } = await makeSampleBrief(sample);
      console.log(
        `\n${brief.headline}\n(${article.outlet ?? "no outlet"}${article.agency === null ? "" : `, ${article.agency}`}, ${article.language})`,
      );
      for (const sentence of brief.sentences) console.log(`  ${sentence.text}`);
      for (const quote of brief.quotes)
        console.log(`    > ${quote.text} — ${quote.speaker?.name ?? "speaker not named"}`);
    } catch (error) {
      console.log(`\n${sample.id}: ${toMessage(error)}`);
    }
  }
