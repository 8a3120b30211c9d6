"""The allocation of obligo's engine (R5.2) in DuckDB and in Polars, on the same rows, from tables in memory.

Usage: allocation.py ROWS.csv
Prints one JSON object a line: what was measured, in seconds, and what was insured.
"""

import json
import sys
import time

import duckdb
import polars

ROWS = sys.argv[1]
TRIES = 3
ORDER = ["date", "due", "company", "document"]


def best(work):
    """The least seconds of some tries, on the clock and of all processors, and the last result."""
    walls, cpus, result = [], [], None
    for _ in range(TRIES):
        del result
        wall, cpu = time.perf_counter(), time.process_time()
        result = work()
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    return (min(walls), min(cpus)), result


def tell(engine, version, order, seconds, total, mixed):
    line = {"engine": engine, "version": version, "order": order, "wall": seconds[0], "cpu": seconds[1], "sum": int(total), "mixed": int(mixed)}
    print(json.dumps(line), flush=True)


def in_duckdb():
    db = duckdb.connect()
    db.execute(
        "CREATE TABLE any_order AS SELECT * FROM read_csv(?, header = true, columns = {'id': 'BIGINT', 'buyer': 'INTEGER', "
        "'date': 'INTEGER', 'due': 'INTEGER', 'company': 'VARCHAR', 'document': 'VARCHAR', 'open': 'BIGINT', 'sum': 'BIGINT'})",
        [ROWS],
    )
    db.execute("CREATE TABLE buyer_order AS SELECT * FROM any_order ORDER BY buyer")
    db.execute(f"CREATE TABLE store_order AS SELECT * FROM any_order ORDER BY buyer, {', '.join(ORDER)}")

    def allocate(table):
        db.execute("DROP TABLE IF EXISTS insured")
        db.execute(
            f"""
            CREATE TABLE insured AS
            SELECT id, least(open, greatest(0, sum - before))::BIGINT AS insured
            FROM (
                SELECT id, open, sum, sum(open) OVER (
                    PARTITION BY buyer ORDER BY {', '.join(ORDER)} ROWS UNBOUNDED PRECEDING
                ) - open AS before
                FROM {table}
            )
            """
        )

    for order in ["any", "buyer", "store"]:
        seconds, _ = best(lambda: allocate(f"{order}_order"))
        row = db.execute("SELECT sum(insured), sum(insured * (1 + (id * 7919) % 8191)) FROM insured").fetchone()
        tell("DuckDB", duckdb.__version__, order, seconds, *row)


def in_polars():
    types = {"buyer": polars.Int32, "date": polars.Int32, "due": polars.Int32, "company": polars.String, "document": polars.String}
    any_order = polars.read_csv(ROWS, schema_overrides=types)
    buyer_order = any_order.sort("buyer", maintain_order=True)
    store_order = any_order.sort(["buyer", *ORDER])
    number = polars.col("id")
    sum_, open_ = polars.col("sum"), polars.col("open")

    def allocate(frame):
        before = open_.cum_sum().over("buyer") - open_
        room = polars.max_horizontal(polars.lit(0, polars.Int64), sum_ - before)
        return (
            frame.lazy()
            .sort(["buyer", *ORDER])
            .select(number, polars.min_horizontal(open_, room).alias("insured"))
            .collect()
        )

    for order, frame in [("any", any_order), ("buyer", buyer_order), ("store", store_order)]:
        seconds, result = best(lambda: allocate(frame))
        insured = polars.col("insured")
        row = result.select(
            insured.sum().alias("sum"), (insured * (1 + (number * 7919) % 8191)).sum().alias("mixed")
        ).row(0)
        tell("Polars", polars.__version__, order, seconds, *row)


in_duckdb()
in_polars()
