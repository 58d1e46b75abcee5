import {describe, expect, it} from "vitest";
import {differenceBetween} from "../../data-loaders/statistics/differenceBetween.ts";
import {differenceFromEveryone} from "../../data-loaders/statistics/differenceFromEveryone.ts";
import {indexInterval} from "../../data-loaders/statistics/indexInterval.ts";
import {momentsOf, momentsOfCount, momentsOfRest} from "../../data-loaders/statistics/moments.ts";
import {ratioInterval} from "../../data-loaders/statistics/ratioInterval.ts";
import {ratioVariance} from "../../data-loaders/statistics/ratioVariance.ts";
import {studentReach} from "../../data-loaders/statistics/studentDistribution.ts";
import {timesBetween} from "../../data-loaders/statistics/timesBetween.ts";
import {wilson} from "../../data-loaders/statistics/wilson.ts";
import {DISTRICTS, printed, SLEEP} from "./handMade.ts";

const {schools, api00, tested, enrolled} = DISTRICTS;
const everyone = momentsOf(tested, enrolled);
const segment = momentsOf(tested.slice(0, 7), enrolled.slice(0, 7));

describe("wilson", () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])("%i of %i is Newcombe's (1998, Statistics in Medicine 17, 857–872, table I, method 3)", (...row) => {
    const [count, of, low, high] = row;
    const is = wilson(count, of);
    expect([printed(is.low, 4), printed(is.high, 4)]).toEqual([low, high]);
    expect(is.value).toBe(count / of);
  });

  it("agrees with R's prop.test(81, 263, correct = FALSE) in all digits", () => {
    expect(wilson(81, 263).low).toBeCloseTo(0.255288519878274, 13);
    expect(wilson(81, 263).high).toBeCloseTo(0.3662095769828, 13);
  });

  it("never leaves 0 to 1, and says nothing about no customers", () => {
    expect([wilson(0, 5).low, wilson(5, 5).high]).toEqual([0, 1]);
    for (const is of [wilson(0, 0), wilson(Number.NaN, 12)])
      expect(Object.values(is)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe("ratioInterval", () => {
  it("is Student's interval of a mean where everyone counts once: R's t.test on Student's sleep data", () => {
    const {value, low, high} = ratioInterval(SLEEP[0]);
    expect(value).toBeCloseTo(0.75, 14);
    expect(low).toBeCloseTo(-0.529780413526232, 11);
    expect(high).toBeCloseTo(2.029780413526232, 11);
  });

  it("has the published error of a cluster sample: svymean(~api00, dclus1), 644.17 ± 23.542 (Lumley, survey)", () => {
    const moments = momentsOf(api00, schools);
    const finite = 1 - 15 / 757; // his districts are drawn from 757; our customers stand for those to come
    expect(printed(moments.n / moments.d, 2)).toBe(644.17);
    expect(printed(Math.sqrt(finite * ratioVariance(moments)), 3)).toBe(23.542);
  });

  it("is the interval of R's survey::svyratio(~api.stu, ~enroll) with 14 degrees of freedom", () => {
    const {value, low, high} = ratioInterval(everyone);
    expect(value).toBeCloseTo(0.8497087417, 10);
    expect(Math.sqrt(ratioVariance(everyone))).toBeCloseTo(0.00847064019493151, 13);
    expect(low).toBeCloseTo(0.8315410254, 10);
    expect(high).toBeCloseTo(0.8678764581, 10);
  });

  it("gives the value alone where one customer cannot tell the spread, nothing where nothing was counted", () => {
    expect(ratioInterval(momentsOf([6], [2]))).toEqual({value: 3, low: Number.NaN, high: Number.NaN});
    expect(ratioInterval(momentsOf([0, 0], [0, 0])).value).toBeNaN();
    expect(ratioInterval({...everyone, nn: Number.NaN})).toMatchObject({low: Number.NaN, high: Number.NaN});
  });

  it("has no width where all customers are alike, in spite of rounding", () => {
    const alike = ratioInterval(momentsOf([0.1, 0.2, 0.3], [1, 2, 3]));
    expect(alike.high - alike.low).toBeLessThan(1e-7);
    expect(alike.low).not.toBeNaN();
  });
});

describe("differenceFromEveryone", () => {
  it("has the error of R's svycontrast(stuE/enrE − api.stu/enroll), segment by segment's own customers", () => {
    const {value, low, high, same} = differenceFromEveryone(segment, everyone);
    const ours = Math.sqrt(7 / 6 / (15 / 14)); // R scales by 15 ÷ 14 districts of everyone, we by those of the segment
    expect(value).toBeCloseTo(0.002355677, 9);
    expect(same).toBe(0);
    expect((high - low) / 2 / studentReach(0.95, 6)).toBeCloseTo(ours * 0.0095375260746583, 12);
  });

  it("equals the difference from the rest, scaled by what the rest is, in value and in error", () => {
    const rest = momentsOfRest(everyone, segment);
    const part = rest.d / everyone.d;
    const between = segment.n / segment.d - rest.n / rest.d;
    expect(differenceFromEveryone(segment, everyone).value).toBeCloseTo(part * between, 14);
    // the other way to the same variance: customer by customer
    const [own, all] = [segment.n / segment.d, everyone.n / everyone.d];
    const influence = tested.map(
      (n, c) => (c < 7 ? (n - own * enrolled[c]!) / segment.d : 0) - (n - all * enrolled[c]!) / everyone.d
    );
    const variance = influence.reduce((sum, each) => sum + each * each, 0) * (7 / 6);
    const {low, high} = differenceFromEveryone(segment, everyone);
    expect((high - low) / 2).toBeCloseTo(studentReach(0.95, 6) * Math.sqrt(variance), 13);
  });

  it("finds none where the segment is everyone, and cannot tell of one customer", () => {
    expect(differenceFromEveryone(everyone, everyone)).toEqual({value: 0, low: 0, high: 0, same: 0, p: 1});
    const one = differenceFromEveryone(momentsOf([6047], [6777]), everyone);
    expect([one.low, one.high, one.p]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(one.value).toBeCloseTo(6047 / 6777 - everyone.n / everyone.d, 14);
  });
});

describe("indexInterval", () => {
  it("has the error of R's svycontrast(log(…)) on the logarithmic scale", () => {
    const {value, low, high, same} = indexInterval(segment, everyone);
    const ours = Math.sqrt(7 / 6 / (15 / 14));
    expect(Math.log(value / 100)).toBeCloseTo(0.0027684989, 9);
    expect(same).toBe(100);
    expect(Math.log(high / low) / 2 / studentReach(0.95, 6)).toBeCloseTo(ours * 0.0112067072891979, 12);
    expect(Math.sqrt(low * high)).toBeCloseTo(value, 10);
  });

  it("is 100 for everyone, and an index of 0 has no interval", () => {
    expect(indexInterval(everyone, everyone)).toEqual({value: 100, low: 100, high: 100, same: 100, p: 1});
    const none = indexInterval(momentsOfCount(0, 20), momentsOfCount(30, 100));
    expect(none).toEqual({value: 0, low: Number.NaN, high: Number.NaN, same: 100, p: Number.NaN});
  });
});

describe("differenceBetween", () => {
  it("is Welch's t test where everyone counts once: R's t.test(extra ~ group, data = sleep)", () => {
    const {value, low, high, p} = differenceBetween(...SLEEP);
    expect(value).toBeCloseTo(-1.58, 14);
    expect(low).toBeCloseTo(-3.36548323071171, 11);
    expect(high).toBeCloseTo(0.20548323071171, 11);
    expect(p).toBeCloseTo(0.0793941401873582, 12);
  });

  it("tells apart what never varies", () => {
    const [one, two] = [momentsOf([1, 1, 1]), momentsOf([2, 2])];
    expect(differenceBetween(one, two)).toEqual({value: -1, low: -1, high: -1, same: 0, p: 0});
    expect(differenceBetween(one, one)).toMatchObject({value: 0, p: 1});
  });
});

describe("timesBetween", () => {
  it("is the quotient, with the error of both ratios by the delta method", () => {
    const rest = momentsOfRest(everyone, segment);
    const {value, low, high, same} = timesBetween(segment, rest);
    expect(value).toBeCloseTo(segment.n / segment.d / (rest.n / rest.d), 14);
    expect(same).toBe(1);
    expect(Math.sqrt(low * high)).toBeCloseTo(value, 12);
    const relative = (of: typeof rest) => Math.sqrt(ratioVariance(of)) / (of.n / of.d);
    const [a, b] = [relative(segment) ** 2, relative(rest) ** 2];
    const freedom = (a + b) ** 2 / (a ** 2 / 6 + b ** 2 / 7);
    expect(Math.log(high / low) / 2).toBeCloseTo(studentReach(0.95, freedom) * Math.sqrt(a + b), 12);
  });

  it("has no interval for a ratio of 0", () => {
    const none = momentsOf([0, 0, 0], [1, 2, 3]);
    expect(timesBetween(none, everyone)).toMatchObject({value: 0, low: Number.NaN});
    expect(timesBetween(everyone, none).low).toBeNaN();
  });
});
