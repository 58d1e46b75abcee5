"""The report's aggregates as the course's notebooks do it: one merged table, flags as columns, a groupby per question."""

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


import pandas as pd

lap("start of Python, pandas")
data = task["data"]

orders = pd.read_csv(f"{data}/orders.csv")
items = pd.read_csv(f"{data}/order_products__prior.csv")
products = pd.read_csv(f"{data}/products.csv").drop_duplicates("product_id", keep="last")
customers = pd.read_csv(f"{data}/customers.csv")
departments = pd.read_csv(f"{data}/departments.csv", header=None).T.iloc[1:]
departments.columns = ["department_id", "department"]
departments["department_id"] = departments["department_id"].astype(int)
lap("read_csv")

df = orders[orders["eval_set"] == "prior"].merge(items, on="order_id")
df = df.merge(products, on="product_id").merge(departments, on="department_id").merge(customers, on="user_id")
lap("merges")

df.loc[df["prices"] > 100, "prices"] = float("nan")
df["price_range"] = "No price known"
df.loc[df["prices"] <= 5, "price_range"] = "Low price"
df.loc[(df["prices"] > 5) & (df["prices"] <= 15), "price_range"] = "Mid price"
df.loc[df["prices"] > 15, "price_range"] = "High price"
df["max_order"] = df.groupby("user_id")["order_number"].transform("max")
df["loyalty"] = "New"
df.loc[df["max_order"] > 10, "loyalty"] = "Regular"
df.loc[df["max_order"] > 40, "loyalty"] = "Loyal"
df["activity"] = "Active"
df.loc[df["max_order"] < 5, "activity"] = "Low activity"
df["mean_price"] = df.groupby("user_id")["prices"].transform("mean")
df["spender"] = "High spender"
df.loc[df["mean_price"] < 10, "spender"] = "Low spender"
df.loc[df["mean_price"].isna(), "spender"] = "No price known"
df["median_gap"] = df.groupby("user_id")["days_since_prior_order"].transform("median")
df["order_frequency"] = "Non-frequent"
df.loc[df["median_gap"] <= 20, "order_frequency"] = "Regular frequency"
df.loc[df["median_gap"] <= 10, "order_frequency"] = "Frequent"
df.loc[df["median_gap"].isna(), "order_frequency"] = "One order only"
regions = {
    "Northeast": "Maine, New Hampshire, Vermont, Massachusetts, Rhode Island, Connecticut, New York, Pennsylvania, New Jersey",
    "Midwest": "Wisconsin, Michigan, Illinois, Indiana, Ohio, North Dakota, South Dakota, Nebraska, Kansas, Minnesota, Iowa, Missouri",
    "West": "Idaho, Montana, Wyoming, Nevada, Utah, Colorado, Arizona, New Mexico, Alaska, Washington, Oregon, California, Hawaii",
}
df["region"] = "South"
for name, states in regions.items():
    df.loc[df["STATE"].isin(states.split(", ")), "region"] = name
df["age_group"] = "65 and over"
df.loc[df["Age"] < 65, "age_group"] = "50 to 64"
df.loc[df["Age"] < 50, "age_group"] = "35 to 49"
df.loc[df["Age"] < 35, "age_group"] = "18 to 34"
df["income_group"] = "120,000 and over"
df.loc[df["income"] < 120000, "income_group"] = "60,000 to 119,999"
df.loc[df["income"] < 60000, "income_group"] = "Under 60,000"
df["household"] = df["fam_status"]
df["age_by_household"] = df["age_group"] + " · " + df["household"]
for flag, names in {"babies": ["babies"], "pets": ["pets"], "alcohol": ["alcohol"], "animal": ["meat seafood", "dairy eggs"]}.items():
    df[flag] = df["department"].isin(names)
    df[flag] = df.groupby("user_id")[flag].transform("mean")
df["profile"] = "Everyone else"
df.loc[df["Age"] >= 65, "profile"] = "Mature household"
df.loc[(df["n_dependants"] >= 1) & (df["Age"] < 50), "profile"] = "Busy family"
df.loc[df["animal"] <= 0, "profile"] = "Plant-based"
df.loc[df["alcohol"] > 0.05, "profile"] = "Drinks host"
df.loc[df["pets"] > 0.02, "profile"] = "Pet owner"
df.loc[(df["n_dependants"] >= 1) & (df["babies"] > 0.02), "profile"] = "New-baby household"
lap("flags")

df["day"], df["hour"], df["product"] = df["order_dow"], df["order_hour_of_day"], df["product_id"]
df["everyone"] = "everyone"
sums = {}
for by in task["queries"]:
    groups = df.groupby(by or ["everyone"])
    found = groups.agg(customers=("user_id", "nunique"), orders=("order_id", "nunique"), items=("product_id", "size"),
                       spend=("prices", "sum"), reordered=("reordered", "sum"))
    sums[" × ".join(by) or "everyone"] = [int(found["customers"].sum()), int(found["items"].sum()), round(float(found["spend"].sum()) * 100)]
lap(f"aggregates of {len(sums)} queries")

with open(output, "w") as file:
    json.dump({"total_ms": 1000 * (last - started) - steps[0][1], "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
               "steps": steps, "sums": sums}, file)
