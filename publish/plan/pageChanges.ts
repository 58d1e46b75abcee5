import type {Manifest, ManifestFigure, ManifestPage} from "../manifest/manifest.ts";
import type {FindingChange, PageChanges, PageName, SegmentationChange} from "./plan.ts";

/** What readers of the version before and of now find. */
export type Printed = Readonly<
  Pick<Manifest, "pages" | "figures" | "numbers" | "recommendations" | "segmentations">
>;

/** Pages that appear, vanish or read otherwise. The page of a renamed segment moves. */
export function pageChanges(
  before: Pick<Printed, "pages">,
  now: Pick<Printed, "pages">,
  segmentations: readonly SegmentationChange[]
): PageChanges {
  const was = new Map(before.pages.map((page) => [page.path, page]));
  const is = new Map(now.pages.map((page) => [page.path, page]));
  const gone = before.pages.filter(({path}) => !is.has(path));
  const fresh = now.pages.filter(({path}) => !was.has(path));
  const renamed = segmentations.flatMap(({segments}) => segments.filter(({status}) => status === "renamed"));
  const move = renamed.flatMap(({label, was: old}) => {
    const from = gone.find(({title}) => title === old);
    const to = fresh.find(({title}) => title === label);
    return from && to ? [{from: nameOf(from), to: nameOf(to)}] : [];
  });
  const moved = new Set(move.flatMap(({from, to}) => [from.path, to.path]));
  const isElsewhere = ({path}: ManifestPage): boolean => moved.has(path);
  return {
    now: now.pages.length,
    change: now.pages
      .filter(({path, sha256}) => was.has(path) && was.get(path)!.sha256 !== sha256)
      .map(nameOf),
    appear: fresh.filter((page) => !isElsewhere(page)).map(nameOf),
    vanish: gone.filter((page) => !isElsewhere(page)).map(nameOf),
    move
  };
}

const nameOf = ({path, title}: ManifestPage): PageName => ({path, title});

/** Headlines that read otherwise; figures of a moved page are known by their id without the segment's name. */
export function findingChanges(
  before: Pick<Printed, "figures">,
  now: Pick<Printed, "figures">,
  {move}: PageChanges
): FindingChange[] {
  const slugs = new Map(
    move.map(({from, to}) => [from.path, {path: to.path, from: slugOf(from), to: slugOf(to)}])
  );
  const keyBefore = ({id, page}: ManifestFigure): string => {
    const moved = slugs.get(page);
    if (!moved || !id.startsWith(`${moved.from}-`)) return id;
    return `${moved.to}${id.slice(moved.from.length)}`;
  };
  const was = new Map(before.figures.map((figure) => [keyBefore(figure), figure]));
  const is = new Set(now.figures.map(({id}) => id));
  return [
    ...now.figures.flatMap((figure) => changedFinding(was.get(figure.id), figure)),
    ...before.figures
      .filter((figure) => !is.has(keyBefore(figure)))
      .map(({id, page, finding}): FindingChange => ({id, page, status: "removed", before: finding}))
  ];
}

const slugOf = ({path}: PageName): string => path.slice(path.lastIndexOf("/") + 1);

function changedFinding(before: ManifestFigure | undefined, now: ManifestFigure): FindingChange[] {
  const {id, page, finding} = now;
  if (!before) return [{id, page, status: "added", now: finding}];
  if (before.finding === finding && before.verdict === now.verdict) return [];
  const verdict = {
    ...(before.verdict !== undefined && {before: before.verdict}),
    ...(now.verdict !== undefined && {now: now.verdict})
  };
  const isOther = before.verdict !== now.verdict;
  return [{id, page, status: "changed", before: before.finding, now: finding, ...(isOther && {verdict})}];
}
