import {kernelMemory} from "./kernelMemory.ts";

/**
 * The functions of a compiled module, for this thread. Arguments that stand for arrays are their places (`byteOffset`) in
 * the kernels' memory; a place that is returned comes as a signed number (`>>> 0`).
 *
 * @param compiled WebAssembly in base 64, from `compiled/`
 */
export function loadKernels<Functions>(compiled: string): Functions {
  const module = new WebAssembly.Module(Buffer.from(compiled, "base64"));
  return new WebAssembly.Instance(module, {env: {memory: kernelMemory}}).exports as Functions;
}
