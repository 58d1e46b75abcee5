import {COMPILED} from "./compiled/purchases.ts";
import {loadKernels} from "./loadKernels.ts";

interface PurchaseKernels {
  readonly ordersAndPurchases: (
    item: number,
    itemStart: number,
    orderStart: number,
    customers: number,
    products: number,
    gap: number,
    noGap: number,
    orders: number,
    first: number,
    purchases: number,
    starts: number
  ) => void;
  readonly purchaseRows: (
    purchases: number,
    starts: number,
    customers: number,
    about: number,
    sums: number,
    met: number,
    rows: number,
    start: number
  ) => void;
  readonly addProducts: (
    purchases: number,
    starts: number,
    customers: number,
    group: number,
    pieces: number,
    room: number,
    filled: number,
    cells: number,
    products: number
  ) => void;
  readonly addPiece: (piece: number, end: number, cells: number) => void;
}

/** What customers bought, by product; see `assembly/purchases.ts`. */
export const {ordersAndPurchases, purchaseRows, addProducts, addPiece} =
  loadKernels<PurchaseKernels>(COMPILED);
