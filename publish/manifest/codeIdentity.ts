/** SHA-256 of the bundled code; bin/bundle.mjs makes it. */
export function codeIdentity(): string {
  const code = process.env.CARTOGRAPH_CODE;
  if (!code) throw new Error("CARTOGRAPH_CODE is not set; start Cartograph through bin/cartograph.mjs");
  return code;
}
