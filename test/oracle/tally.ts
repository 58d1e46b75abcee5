/** What was compared, and where two answers differ. */
export class Tally {
  cells = 0;
  numbers = 0;
  differ = 0;
  readonly first: string[] = [];

  equal(ours: number | string | undefined, theirs: number | string | undefined, what: () => string): void {
    this.numbers++;
    if (!Object.is(ours, theirs)) this.fault(`${what()}: ${ours}, by SQL ${theirs}`);
  }

  /** For numbers that are published rounded, or divided in another order. */
  near(ours: number, theirs: number, within: number, what: () => string): void {
    this.numbers++;
    const isNear = Number.isNaN(theirs) ? Number.isNaN(ours) : Math.abs(ours - theirs) <= within;
    if (!isNear) this.fault(`${what()}: ${ours}, by SQL ${theirs}`);
  }

  fault(text: string): void {
    if (this.differ++ < 10) this.first.push(text);
  }

  toString(): string {
    const count = (value: number): string => value.toLocaleString("en-US");
    return `${count(this.cells)} cells, ${count(this.numbers)} numbers compared, ${count(this.differ)} differ`;
  }
}
