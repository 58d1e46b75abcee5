import {join} from "node:path";
import {projectRoot} from "./publish/site/projectRoot.ts";
import {siteConfig} from "./publish/site/siteConfig.ts";

// Observable Framework reads this in its own process, for the source tree that `npm run report` or `npm run dev`
// wrote before. CARTOGRAPH_SITE names the folder of that tree; `npx observable build` by hand takes the usual one.
export default siteConfig(
  process.env.CARTOGRAPH_SITE ?? join(projectRoot(), ".cache/site"),
  process.argv.includes("preview")
);
