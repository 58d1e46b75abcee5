import {build} from "esbuild";

/** `inspection/` as one script for the browser, which leaves the global `inspection`. */
export async function inspectionScript(root: string): Promise<string> {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: ["publish/site/gate/inspection/inspectPage.ts"],
    write: false,
    bundle: true,
    format: "iife",
    globalName: "inspection",
    logLevel: "silent"
  });
  return outputFiles[0]?.text ?? "";
}
