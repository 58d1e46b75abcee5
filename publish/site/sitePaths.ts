import {posix} from "node:path";

/** `../` for every folder above a page or file, so that links hold at any depth and under any path. */
export function upFrom(path: string): string {
  return "../".repeat(path.split("/").length - 1) || "./";
}

/** Link from a page to another page: `../when.html`. */
export function pageLink(from: string, to: string): string {
  return `${upFrom(from)}${encodeURI(to)}.html`;
}

/** True for a path that stays inside its folder: relative, with no empty, `.` or `..` step. */
export function isInside(path: string): boolean {
  return (
    path !== "" &&
    !path.startsWith("/") &&
    !path.includes("\\") &&
    posix.normalize(path) === path &&
    !/^\.\.?(\/|$)/.test(path)
  );
}
