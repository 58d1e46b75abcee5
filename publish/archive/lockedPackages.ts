/** Grain: one package at one place of node_modules, as package-lock.json tells it. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX expression; absent where the package names none. */
  readonly licence?: string;
  /** Subresource integrity: `sha512-` and base64. */
  readonly integrity?: string;
  /** Where it is fetched; absent: from the registry that npm is set to. */
  readonly resolved?: string;
  /** Only tests, benches and editors need it. */
  readonly isDev: boolean;
  /** Comes inside the archive of another package, whose checksum covers it. */
  readonly isBundled: boolean;
  readonly hasInstallScript: boolean;
}

interface LockEntry {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

const INSIDE = "node_modules/";

/** The packages of a lockfile (of npm 7 or later), in its order. */
export function lockedPackages(lock: string): LockedPackage[] {
  const {packages} = JSON.parse(lock) as {packages: Readonly<Record<string, LockEntry>>};
  return Object.entries(packages)
    .filter(([place]) => place !== "")
    .map(([place, {version, license, integrity, resolved, dev, inBundle, hasInstallScript}]) => ({
      name: place.slice(place.lastIndexOf(INSIDE) + INSIDE.length),
      version,
      ...(license !== undefined && {licence: license}),
      ...(integrity !== undefined && {integrity}),
      ...(resolved !== undefined && {resolved}),
      isDev: dev === true,
      isBundled: inBundle === true,
      hasInstallScript: hasInstallScript === true
    }));
}
