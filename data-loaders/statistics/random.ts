/**
 * xoshiro128** (Blackman and Vigna, 2018), seeded through splitmix32. Integer arithmetic only, so the same seed
 * gives the same numbers on every machine and in every engine.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** @param seed whole, 0 to 2^32 - 1 @param stream names the idea that draws, so that ideas do not disturb each other */
  constructor(seed: number, stream: string) {
    let state = (seed ^ streamNumber(stream)) | 0;
    const next = () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return mixed ^ (mixed >>> 15);
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1; // never all zero
  }

  /** Whole number, 0 to 2^32 - 1. */
  word(): number {
    const five = Math.imul(this.b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result >>> 0;
  }

  /** 0 or more, below 1, in steps of 2^-32. */
  fraction(): number {
    return this.word() / 4294967296;
  }

  /** Whole number, 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor((this.word() / 4294967296) * count);
  }

  /** True in a share of calls. */
  chance(share: number): boolean {
    return this.word() < share * 4294967296;
  }
}

/** FNV-1a over the stream's name. */
function streamNumber(stream: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < stream.length; i++) hash = Math.imul(hash ^ stream.charCodeAt(i), 0x01000193);
  return hash;
}
