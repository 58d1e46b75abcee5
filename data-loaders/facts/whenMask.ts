import type {Test, When} from "../config/segments.ts";
import type {Subject} from "./subject.ts";
import {testPasses} from "./testPasses.ts";

export type FindSubject = (name: string) => Subject;

/** 1 per row for which the condition holds: one loop over a typed array for each of its tests. */
export function whenMask(when: When, find: FindSubject, rows: number): Uint8Array {
  if ("subject" in when) return testMask(when.test, find(when.subject), rows);
  if ("not" in when) {
    const mask = whenMask(when.not, find, rows);
    for (let row = 0; row < rows; row++) mask[row]! ^= 1;
    return mask;
  }
  if ("all" in when) {
    const [first, ...rest] = when.all;
    const mask = first ? whenMask(first, find, rows) : new Uint8Array(rows).fill(1);
    for (const part of rest) keepBoth(mask, whenMask(part, find, rows));
    return mask;
  }
  const mask = new Uint8Array(rows);
  for (const part of when.any) addOther(mask, whenMask(part, find, rows));
  return mask;
}

/*
 * Loops over rows stand in functions of their own with nothing behind them: what the engine compiled while they ran, it
 * throws away where the function goes on.
 */

function keepBoth(mask: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) mask[row]! &= other[row]!;
}

function addOther(mask: Uint8Array, other: Uint8Array): void {
  for (let row = 0; row < mask.length; row++) mask[row]! |= other[row]!;
}

function testMask(test: Test, subject: Subject, rows: number): Uint8Array {
  const mask = new Uint8Array(rows);
  if (subject.kind === "numbers") numberMask(test, subject.values, mask);
  else if (subject.kind === "codes") codeMask(test, subject, mask);
  else for (let row = 0; row < rows; row++) mask[row] = testPasses(test, subject.values[row]) ? 1 : 0;
  return mask;
}

/** A missing value is NaN, which compares with nothing. */
function numberMask(test: Test, values: ArrayLike<number>, mask: Uint8Array): void {
  const rows = mask.length;
  if (test.missing !== undefined) {
    for (let row = 0; row < rows; row++) mask[row] = Number.isNaN(values[row]!) === test.missing ? 1 : 0;
    return;
  }
  rangeMask(test, values, mask);
  if (!test.in) return;
  const known = new Set(test.in);
  for (let row = 0; row < rows; row++) if (mask[row] === 1 && !known.has(values[row]!)) mask[row] = 0;
}

function rangeMask(test: Test, values: ArrayLike<number>, mask: Uint8Array): void {
  const {from = Number.NEGATIVE_INFINITY, above = Number.NEGATIVE_INFINITY} = test;
  const {up_to = Number.POSITIVE_INFINITY, below = Number.POSITIVE_INFINITY} = test;
  for (let row = 0; row < mask.length; row++) {
    const value = values[row]!;
    mask[row] = value >= from && value > above && value <= up_to && value < below ? 1 : 0;
  }
}

/** Each label is tested once. */
function codeMask(test: Test, {codes, labels}: Extract<Subject, {kind: "codes"}>, mask: Uint8Array): void {
  const passes = Uint8Array.from(labels, (label) => (testPasses(test, label) ? 1 : 0));
  const missing = testPasses(test, undefined) ? 1 : 0;
  for (let row = 0; row < mask.length; row++) mask[row] = passes[codes[row]!] ?? missing;
}
