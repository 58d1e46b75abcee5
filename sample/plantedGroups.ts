import type {Customers} from "./customers.ts";
import {STATES} from "./states.ts";

/** Has dependants and is under 50: plant 1. */
export function isYoungFamily({age, dependants}: Customers, customer: number): boolean {
  return dependants[customer]! >= 1 && age[customer]! < 50;
}

/** Is 65 or over: plant 5. */
export function isSenior({age}: Customers, customer: number): boolean {
  return age[customer]! >= 65;
}

/** Lives in the South: plant 2, off by default. */
export function isSouthern({state}: Customers, customer: number): boolean {
  return STATES[state[customer]!]!.region === "South";
}

/** Has more than 40 prior orders: plant 4. */
export function isLoyal(priorOrders: number): boolean {
  return priorOrders > 40;
}
