import type {Path} from "../../config/path.ts";
import type {Segmentation} from "../../config/segments.ts";

/** Where a segment stands in `segments.yaml`; several of them together, where the segmentation does. */
export function segmentPlace(segmentation: Segmentation, label: string): Path {
  const path = ["segmentations", segmentation.name];
  if (segmentation.kind === "cross") return [...path, "cross"];
  if (segmentation.kind === "map")
    return label === segmentation.missing ? [...path, "missing"] : [...path, "map", label];
  if (segmentation.kind === "bins") {
    const at = segmentation.bins.findIndex((bin) => bin.label === label);
    return at < 0
      ? [...path, "missing"]
      : [...path, "bins", ...(segmentation.quantiles ? ["labels"] : []), at];
  }
  const at = segmentation.rules.findIndex((rule) => rule.label === label);
  if (at >= 0) return [...path, "rules", at];
  return [...path, label === segmentation.else ? "else" : "rules"];
}
