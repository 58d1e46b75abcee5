"""The report's aggregates in pandas and NumPy, written well: integers, no joined table, each thing counted once."""

import json
import resource
import sys
import time

started = time.perf_counter()
task, output = json.loads(sys.argv[1]), sys.argv[2]
steps, last = [], started


def lap(name):
    global last
    now = time.perf_counter()
    steps.append([name, 1000 * (now - last)])
    last = now


import numpy as np
import pandas as pd

lap("start of Python, pandas")
data = task["data"]

products = pd.read_csv(f"{data}/products.csv").drop_duplicates("product_id", keep="last")
wide = pd.read_csv(f"{data}/departments.csv", header=None, dtype=str)
departments = dict(zip(wide.iloc[0, 1:].astype(int), wide.iloc[1, 1:]))
products = products[products.department_id.isin(list(departments))].sort_values("product_id").reset_index(drop=True)
product_of = np.full(products.product_id.max() + 1, -1, np.int32)
product_of[products.product_id] = np.arange(len(products))
known = products.prices.where(products.prices <= 100)
price_known = known.notna().to_numpy()
cents = (known * 100).round().fillna(0).to_numpy().astype(np.int64)
department_names = [departments[key] for key in sorted(departments)]
department = products.department_id.map({key: at for at, key in enumerate(sorted(departments))}).to_numpy()
price_range = np.select([~price_known, cents <= 500, cents <= 1500], [3, 0, 1], 2)
lap("products")

people = pd.read_csv(
    f"{data}/customers.csv", usecols=["user_id", "STATE", "Age", "n_dependants", "fam_status", "income"]
).sort_values("user_id")
orders = pd.read_csv(
    f"{data}/orders.csv",
    dtype={"order_id": np.int32, "user_id": np.int32, "eval_set": "category", "order_number": np.int16,
           "order_dow": np.int8, "order_hour_of_day": np.int8, "days_since_prior_order": np.float32},
)
orders = orders[orders.eval_set == "prior"]
people = people[people.user_id.isin(orders.user_id)].reset_index(drop=True)
customers = len(people)
owner = np.searchsorted(people.user_id.to_numpy(), orders.user_id.to_numpy()).astype(np.int32)
order_of = np.full(orders.order_id.max() + 1, -1, np.int32)
order_of[orders.order_id] = np.arange(len(orders))
gap = orders.days_since_prior_order.to_numpy()
lap("customers and orders")

lines = pd.read_csv(
    f"{data}/order_products__prior.csv", usecols=["order_id", "product_id", "reordered"],
    dtype={"order_id": np.int32, "product_id": np.int32, "reordered": np.int8},
)
product = product_of[np.clip(lines.product_id.to_numpy(), 0, len(product_of) - 1)]
order = order_of[lines.order_id.to_numpy()]
reordered = lines.reordered.to_numpy()
del lines
fit = (product >= 0) & (order >= 0)
product, order, reordered = product[fit], order[fit], reordered[fit]
lap("items")

n_orders = len(orders)
order_items = np.bincount(order, minlength=n_orders)
order_priced = np.bincount(order, weights=price_known[product], minlength=n_orders)
order_spend = np.bincount(order, weights=cents[product], minlength=n_orders)
order_reordered = np.bincount(order, weights=reordered, minlength=n_orders)
lap("orders' totals")
key = owner[order].astype(np.int64) * len(products) + product
by_key = np.argsort(key, kind="stable")
key = key[by_key]
first = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
items = np.diff(np.r_[first, len(key)])
again = np.add.reduceat(reordered[by_key].astype(np.int64), first)
buyer, bought = np.divmod(key[first], len(products))
del key, by_key
lap("purchases")

placed = np.zeros(customers, np.int64)
np.maximum.at(placed, owner, orders.order_number.to_numpy())
typical = pd.Series(gap).groupby(owner).median().reindex(range(customers)).to_numpy()


def per_customer(values, mask=slice(None)):
    return np.bincount(buyer[mask], weights=values[mask], minlength=customers)


all_items = per_customer(items)
priced = per_customer(items * price_known[bought])
with np.errstate(all="ignore"):
    mean_price = per_customer(items * cents[bought]) / priced / 100
    share = {
        name: per_customer(items, np.isin(department[bought], [department_names.index(d) for d in names if d in department_names])) / all_items
        for name, names in {"babies": ["babies"], "pets": ["pets"], "alcohol": ["alcohol"], "animal": ["meat seafood", "dairy eggs"]}.items()
    }
regions = {
    "Northeast": "Maine, New Hampshire, Vermont, Massachusetts, Rhode Island, Connecticut, New York, Pennsylvania, New Jersey",
    "Midwest": "Wisconsin, Michigan, Illinois, Indiana, Ohio, North Dakota, South Dakota, Nebraska, Kansas, Minnesota, Iowa, Missouri",
    "West": "Idaho, Montana, Wyoming, Nevada, Utah, Colorado, Arizona, New Mexico, Alaska, Washington, Oregon, California, Hawaii",
}
state_region = {state: name for name, states in regions.items() for state in states.split(", ")}
age, dependants = people.Age.to_numpy(), people.n_dependants.to_numpy()
household, _ = pd.factorize(people.fam_status)
age_group = np.digitize(age, [35, 50, 65])
segments = {
    "loyalty": np.select([placed <= 10, placed <= 40], [0, 1], 2),
    "activity": (placed >= 5).astype(int),
    "spender": np.select([np.isnan(mean_price), mean_price < 10], [2, 0], 1),
    "order_frequency": np.select([np.isnan(typical), typical <= 10, typical <= 20], [3, 0, 1], 2),
    "region": pd.factorize(people.STATE.map(state_region).fillna("South"))[0],
    "age_group": age_group,
    "income_group": np.digitize(people.income.to_numpy(), [60000, 120000]),
    "household": household,
    "age_by_household": age_group * (household.max() + 1) + household,
    "profile": np.select(
        [(dependants >= 1) & (share["babies"] > 0.02), share["pets"] > 0.02, share["alcohol"] > 0.05,
         share["animal"] <= 0, (dependants >= 1) & (age < 50), age >= 65],
        [0, 1, 2, 3, 4, 5], 6,
    ),
}
lap("facts and segments")

order_codes = {"day": orders.order_dow.to_numpy(), "hour": orders.order_hour_of_day.to_numpy()}
product_codes = {"department": department, "price_range": price_range, "product": np.arange(len(products)),
                 "aisle": pd.factorize(products.aisle_id)[0]}


def combined(columns, rows):
    code, size = np.zeros(rows, np.int64), 1
    for column in columns:
        width = int(column.max()) + 1
        code, size = code * width + column, size * width
    return code, size


def distinct(code, size, who):
    pairs = np.unique(who.astype(np.int64) * size + code)
    return np.bincount(pairs % size, minlength=size)


def order_query(by):
    code, size = combined([segments[n][owner] if n in segments else order_codes[n] for n in by], n_orders)
    add = lambda values: np.bincount(code, weights=values, minlength=size)
    has = ~np.isnan(gap)
    histogram = np.bincount(code[has] * 31 + gap[has].astype(np.int64), minlength=31 * size)
    return distinct(code, size, owner), add(order_items), add(order_spend), add(order_priced), add(order_reordered), histogram


def product_query(by):
    code, size = combined([segments[n][buyer] if n in segments else product_codes[n][bought] for n in by], len(bought))
    add = lambda values: np.bincount(code, weights=values, minlength=size)
    customers_of = np.bincount(code, minlength=size) if "product" in by else distinct(code, size, buyer)
    return customers_of, add(items), add(items * cents[bought]), add(items * price_known[bought]), add(again)


def line_query(by):
    who = owner[order]
    code, size = combined([segments[n][who] if n in segments else order_codes[n][order] if n in order_codes else product_codes[n][product] for n in by], len(order))
    add = lambda values: np.bincount(code, weights=values, minlength=size)
    return distinct(code, size, who), np.bincount(code, minlength=size), add(cents[product]), add(price_known[product]), add(reordered)


sums = {}
for by in task["queries"]:
    of_orders, of_products = any(n in order_codes for n in by), any(n in product_codes for n in by)
    query = line_query if of_orders and of_products else product_query if of_products else order_query
    found = query(by)
    sums[" × ".join(by) or "everyone"] = [int(part.sum()) for part in found[:3]]
lap(f"aggregates of {len(sums)} queries")

with open(output, "w") as file:
    json.dump({"total_ms": 1000 * (last - started) - steps[0][1], "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
               "steps": steps, "sums": sums}, file)
