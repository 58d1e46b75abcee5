import type {Grain} from "../segments.ts";

/** What a segmentation splits; nothing where `of:` is written with a problem. */
export function grainOf(draft: {readonly of?: Grain | undefined}): Grain | undefined {
  return draft.of ?? ("of" in draft ? undefined : "customer");
}
