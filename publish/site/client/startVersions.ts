/**
 * Asks for the sheet that tells of other versions, where the folder is called like its version, or latest, and so most likely
 * stands among them: one that is served alone asks for nothing outside itself. A sheet also loads from the file system.
 */
export function startVersions(): void {
  const {version, up} = document.documentElement.dataset;
  if (version === undefined || up === undefined) return;
  const folder = new URL(up, document.baseURI);
  if (![version, "latest"].some((name) => folder.pathname.endsWith(`/${name}/`))) return;
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("../versions.css", folder).href;
  document.head.append(sheet);
}
