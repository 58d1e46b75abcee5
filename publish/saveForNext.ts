import type {OpenedBaskets} from "../data-loaders/baskets/openBaskets.ts";

/** Keeps for the next run what this one found, and has the threads count what that one may be able to add up. */
export async function saveForNext({memo, save}: Pick<OpenedBaskets, "memo" | "save">): Promise<void> {
  memo.save();
  await save();
  await memo.prepare();
  memo.save();
}
