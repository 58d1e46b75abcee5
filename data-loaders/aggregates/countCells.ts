import type {Baskets} from "../baskets/store.ts";
import {NO_GAP, NO_PRICE, productOf, reorderedOf} from "../baskets/store.ts";
import type {CellPlan} from "./cellPlan.ts";

/** Aggregates over a range of customers, for one thread. */
export interface CountTask {
  readonly baskets: Omit<Baskets, "words">;
  readonly plans: readonly CellPlan[];
  readonly from: number;
  readonly to: number;
  /** Longest gap in the store + 1. */
  readonly gapWidth: number;
}

/** Sums per cell of a plan; whole numbers, so adding the threads' parts is exact. Absent: not defined for the plan. */
export interface CellSums {
  readonly customers: Float64Array;
  readonly orders?: Float64Array;
  readonly items: Float64Array;
  readonly priced_items: Float64Array;
  /** Cents. */
  readonly spend: Float64Array;
  readonly reordered_items: Float64Array;
  readonly gaps?: Float64Array;
  readonly gap_days?: Float64Array;
  /** cells × gapWidth */
  readonly gap_histogram?: Float64Array;
}

/** What one customer did, order by order and product by product; made once, used by all plans. */
interface CustomerScratch {
  orders: number;
  first: number;
  /** Per order of the customer. */
  items: Int32Array;
  priced: Int32Array;
  spend: Float64Array;
  reordered: Int32Array;
  /** Distinct products. */
  products: number;
  product: Int32Array;
  productItems: Int32Array;
  productReordered: Int32Array;
}

interface Counter {
  readonly sums: CellSums;
  add(customer: number, scratch: CustomerScratch): void;
}

export function countCells({baskets, plans, from, to, gapWidth}: CountTask): CellSums[] {
  const counters = plans.map((plan) => makeCounter(plan, baskets, gapWidth));
  const scratch = makeScratch();
  const lastSeen = new Int32Array(baskets.products).fill(-1);
  const needsProducts = plans.some(({product}) => product.size > 1 || product.codes !== undefined);
  for (let customer = from; customer < to; customer++) {
    fillOrders(baskets, customer, scratch);
    if (needsProducts) fillProducts(baskets, customer, scratch, lastSeen);
    for (const counter of counters) counter.add(customer, scratch);
  }
  return counters.map(({sums}) => sums);
}

function makeScratch(): CustomerScratch {
  const none = new Int32Array(0);
  return {
    orders: 0,
    first: 0,
    items: none,
    priced: none,
    spend: new Float64Array(0),
    reordered: none,
    products: 0,
    product: none,
    productItems: none,
    productReordered: none
  };
}

function fillOrders(
  {orderStart, itemStart, item, price}: CountTask["baskets"],
  customer: number,
  scratch: CustomerScratch
): void {
  const first = orderStart[customer]!;
  const orders = orderStart[customer + 1]! - first;
  if (scratch.items.length < orders) {
    scratch.items = new Int32Array(orders * 2);
    scratch.priced = new Int32Array(orders * 2);
    scratch.spend = new Float64Array(orders * 2);
    scratch.reordered = new Int32Array(orders * 2);
  }
  scratch.first = first;
  scratch.orders = orders;
  for (let k = 0; k < orders; k++) {
    const end = itemStart[first + k + 1]!;
    let priced = 0;
    let spend = 0;
    let reordered = 0;
    for (let i = itemStart[first + k]!; i < end; i++) {
      const packed = item[i]!;
      const cents = price[productOf(packed)]!;
      if (cents !== NO_PRICE) {
        priced++;
        spend += cents;
      }
      reordered += reorderedOf(packed);
    }
    scratch.items[k] = end - itemStart[first + k]!;
    scratch.priced[k] = priced;
    scratch.spend[k] = spend;
    scratch.reordered[k] = reordered;
  }
}

/** `lastSeen` holds, per product, where this customer's entry is; entries of earlier customers are told by the product. */
function fillProducts(
  {orderStart, itemStart, item}: CountTask["baskets"],
  customer: number,
  scratch: CustomerScratch,
  lastSeen: Int32Array
): void {
  const first = itemStart[orderStart[customer]!]!;
  const end = itemStart[orderStart[customer + 1]!]!;
  if (scratch.product.length < end - first) {
    scratch.product = new Int32Array((end - first) * 2);
    scratch.productItems = new Int32Array((end - first) * 2);
    scratch.productReordered = new Int32Array((end - first) * 2);
  }
  const {product, productItems, productReordered} = scratch;
  let count = 0;
  for (let i = first; i < end; i++) {
    const packed = item[i]!;
    const p = productOf(packed);
    let at = lastSeen[p]!;
    if (at < 0 || at >= count || product[at] !== p) {
      at = count++;
      lastSeen[p] = at;
      product[at] = p;
      productItems[at] = 0;
      productReordered[at] = 0;
    }
    productItems[at]!++;
    productReordered[at]! += reorderedOf(packed);
  }
  scratch.products = count;
}

function makeCounter(plan: CellPlan, baskets: CountTask["baskets"], gapWidth: number): Counter {
  const byOrder = plan.slot.codes !== undefined || plan.order.codes !== undefined;
  const byProduct = plan.product.codes !== undefined;
  if (byOrder && byProduct) return itemCounter(plan, baskets);
  if (byProduct) return productCounter(plan, baskets);
  return byOrder ? orderCounter(plan, baskets, gapWidth) : customerCounter(plan, baskets, gapWidth);
}

function makeSums(cells: number, with_: {orders: boolean; gapWidth?: number}): CellSums {
  const zeros = (): Float64Array => new Float64Array(cells);
  const gaps =
    with_.gapWidth === undefined
      ? {}
      : {gaps: zeros(), gap_days: zeros(), gap_histogram: new Float64Array(cells * with_.gapWidth)};
  const orders = with_.orders ? {orders: zeros()} : {};
  return {
    customers: zeros(),
    items: zeros(),
    priced_items: zeros(),
    spend: zeros(),
    reordered_items: zeros(),
    ...orders,
    ...gaps
  };
}

/** Groups customers only: one cell per customer. */
function customerCounter(
  {customer: factor, cells}: CellPlan,
  {orderGap}: CountTask["baskets"],
  gapWidth: number
): Counter {
  const sums = makeSums(cells, {orders: true, gapWidth});
  const {customers, items, priced_items, spend, reordered_items} = sums;
  const orders = sums.orders!;
  const gaps = sums.gaps!;
  const gapDays = sums.gap_days!;
  const histogram = sums.gap_histogram!;
  return {
    sums,
    add(customer, scratch) {
      const cell = factor.codes ? factor.codes[customer]! : 0;
      customers[cell]!++;
      orders[cell]! += scratch.orders;
      for (let k = 0; k < scratch.orders; k++) {
        items[cell]! += scratch.items[k]!;
        priced_items[cell]! += scratch.priced[k]!;
        spend[cell]! += scratch.spend[k]!;
        reordered_items[cell]! += scratch.reordered[k]!;
        const gap = orderGap[scratch.first + k]!;
        if (gap === NO_GAP) continue;
        gaps[cell]!++;
        gapDays[cell]! += gap;
        histogram[cell * gapWidth + gap]!++;
      }
    }
  };
}

/** Groups orders, by when they were placed or by an order segmentation. */
function orderCounter(
  plan: CellPlan,
  {orderGap, orderSlot}: CountTask["baskets"],
  gapWidth: number
): Counter {
  const sums = makeSums(plan.cells, {orders: true, gapWidth});
  const {customers, items, priced_items, spend, reordered_items} = sums;
  const orders = sums.orders!;
  const gaps = sums.gaps!;
  const gapDays = sums.gap_days!;
  const histogram = sums.gap_histogram!;
  const lastCustomer = new Int32Array(plan.cells).fill(-1);
  const {codes: slotCodes} = plan.slot;
  const {codes: orderCodes, size: orderSize} = plan.order;
  const perCustomer = plan.slot.size * orderSize;
  return {
    sums,
    add(customer, scratch) {
      const base = (plan.customer.codes ? plan.customer.codes[customer]! : 0) * perCustomer;
      for (let k = 0; k < scratch.orders; k++) {
        const order = scratch.first + k;
        const cell =
          base +
          (slotCodes ? slotCodes[orderSlot[order]!]! * orderSize : 0) +
          (orderCodes ? orderCodes[order]! : 0);
        if (lastCustomer[cell] !== customer) {
          lastCustomer[cell] = customer;
          customers[cell]!++;
        }
        orders[cell]!++;
        items[cell]! += scratch.items[k]!;
        priced_items[cell]! += scratch.priced[k]!;
        spend[cell]! += scratch.spend[k]!;
        reordered_items[cell]! += scratch.reordered[k]!;
        const gap = orderGap[order]!;
        if (gap === NO_GAP) continue;
        gaps[cell]!++;
        gapDays[cell]! += gap;
        histogram[cell * gapWidth + gap]!++;
      }
    }
  };
}

/** Groups items by what they are: one step per distinct product of the customer. */
function productCounter(plan: CellPlan, {price}: CountTask["baskets"]): Counter {
  const sums = makeSums(plan.cells, {orders: false});
  const {customers, items, priced_items, spend, reordered_items} = sums;
  const lastCustomer = new Int32Array(plan.cells).fill(-1);
  const codes = plan.product.codes!;
  const {size} = plan.product;
  return {
    sums,
    add(customer, scratch) {
      const base = (plan.customer.codes ? plan.customer.codes[customer]! : 0) * size;
      for (let k = 0; k < scratch.products; k++) {
        const product = scratch.product[k]!;
        const cell = base + codes[product]!;
        const count = scratch.productItems[k]!;
        if (lastCustomer[cell] !== customer) {
          lastCustomer[cell] = customer;
          customers[cell]!++;
        }
        items[cell]! += count;
        reordered_items[cell]! += scratch.productReordered[k]!;
        if (price[product]! === NO_PRICE) continue;
        priced_items[cell]! += count;
        spend[cell]! += count * price[product]!;
      }
    }
  };
}

/** Groups items by what they are and when they were ordered: one step per item. */
function itemCounter(plan: CellPlan, {orderSlot, itemStart, item, price}: CountTask["baskets"]): Counter {
  const sums = makeSums(plan.cells, {orders: true});
  const {customers, items, priced_items, spend, reordered_items} = sums;
  const orders = sums.orders!;
  const lastCustomer = new Int32Array(plan.cells).fill(-1);
  const lastOrder = new Int32Array(plan.cells).fill(-1);
  const {codes: slotCodes} = plan.slot;
  const {codes: orderCodes, size: orderSize} = plan.order;
  const productCodes = plan.product.codes!;
  const productSize = plan.product.size;
  return {
    sums,
    add(customer, scratch) {
      const base = (plan.customer.codes ? plan.customer.codes[customer]! : 0) * plan.slot.size * orderSize;
      for (let order = scratch.first; order < scratch.first + scratch.orders; order++) {
        const when =
          (slotCodes ? slotCodes[orderSlot[order]!]! * orderSize : 0) + (orderCodes ? orderCodes[order]! : 0);
        const end = itemStart[order + 1]!;
        for (let i = itemStart[order]!; i < end; i++) {
          const packed = item[i]!;
          const product = productOf(packed);
          const cell = (base + when) * productSize + productCodes[product]!;
          if (lastOrder[cell] !== order) {
            lastOrder[cell] = order;
            orders[cell]!++;
            if (lastCustomer[cell] !== customer) {
              lastCustomer[cell] = customer;
              customers[cell]!++;
            }
          }
          items[cell]!++;
          reordered_items[cell]! += reorderedOf(packed);
          const cents = price[product]!;
          if (cents === NO_PRICE) continue;
          priced_items[cell]!++;
          spend[cell]! += cents;
        }
      }
    }
  };
}
