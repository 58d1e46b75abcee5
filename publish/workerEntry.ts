/** URL of the bundled worker thread; bin/bundle.mjs makes it and says where. */
export function workerEntry(): string {
  const entry = process.env.CARTOGRAPH_WORKER;
  if (!entry) throw new Error("CARTOGRAPH_WORKER is not set; start Cartograph through bin/cartograph.mjs");
  return entry;
}
