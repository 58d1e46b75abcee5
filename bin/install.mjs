import {spawnSync} from "node:child_process";
import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {createHash} from "node:crypto";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamp = new URL("../node_modules/.cartograph-installed", import.meta.url);

/** Installs the locked packages when node_modules is absent or does not match package-lock.json. */
export function ensureInstalled() {
  const lock = createHash("sha256")
    .update(readFileSync(new URL("../package-lock.json", import.meta.url)))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing the locked packages (npm ci) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const {status} = spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    // A parent `npm run` with other settings must not leave out the dev dependencies that `npm test` needs.
    env: {...process.env, NODE_ENV: "", npm_config_production: "false", npm_config_omit: ""}
  });
  if (status !== 0) {
    console.error(
      "npm ci failed: Cartograph needs its packages. Check the network or the npm registry, then run again."
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}
