import {accessSync, constants, statSync} from "node:fs";
import {delimiter, join} from "node:path";

/** Path of the Chrome, Chromium or Edge of this machine, where it is usually installed. */
export function systemBrowser(): string | undefined {
  return systemPlaces().find(isProgram);
}

function systemPlaces(): string[] {
  if (process.platform === "darwin")
    return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
    );
  if (process.platform === "win32")
    return [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA].flatMap(
      (folder) =>
        folder
          ? ["Google/Chrome", "Chromium", "Microsoft/Edge"].flatMap((name) => [
              join(folder, name, "Application", "chrome.exe"),
              join(folder, name, "Application", "msedge.exe")
            ])
          : []
    );
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"].flatMap((name) =>
    folders.map((folder) => join(folder, name))
  );
}

/** True for a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
