import {rename, writeFile} from "node:fs/promises";
import {join} from "node:path";

/** Says in the folder itself that all of it is made up, so that no report passes it off as real orders. */
export async function writeAbout(out: string, customers: number, seed: number): Promise<void> {
  const citation = `Cartograph's synthetic sample (${customers.toLocaleString("en-US")} customers, seed ${seed})`;
  const notice = "All of this data is synthetic: orders, products, prices and customers are invented.";
  const aside = join(out, "about.yaml.part");
  await writeFile(
    aside,
    `# What reports print about this data, in place of config/sources.yaml.\ncitation: ${citation}\nnotice: "${notice}"\n`
  );
  await rename(aside, join(out, "about.yaml"));
}
