"""Reads a file of items and adds up its amounts, with the library asked for.

Usage: reading.py LIBRARY FILE, LIBRARY one of pandas, polars, openpyxl.
Prints rows and sum in hundredths: dates read as dates, amounts as numbers, as a program that goes on to use them must.
"""

import datetime
import sys


def pandas_rows(path):
    import pandas

    dates = ["document_date", "net_due_date"]
    if path.endswith(".xlsx"):
        table = pandas.read_excel(path, engine="calamine", dtype={"document_no": str, "account": str})
        for name in dates:
            table[name] = pandas.to_datetime(table[name])
    else:
        table = pandas.read_csv(path, parse_dates=dates, dtype={"document_no": str, "account": str}, low_memory=False)
    return len(table), round(table["amount"].sum() * 100)


def polars_rows(path):
    import polars

    if path.endswith(".xlsx"):
        table = polars.read_excel(path)
    else:
        table = polars.read_csv(path, try_parse_dates=True, schema_overrides={"amount": polars.Float64}, infer_schema_length=10000)
    return table.height, round(table["amount"].cast(polars.Float64).sum() * 100)


def openpyxl_rows(path):
    import openpyxl

    sheet = openpyxl.load_workbook(path, read_only=True).active
    rows = sheet.iter_rows(values_only=True)
    head = list(next(rows))
    amount, date = head.index("amount"), head.index("document_date")
    count, total = 0, 0
    for row in rows:
        if not isinstance(row[date], datetime.datetime):
            datetime.date.fromisoformat(row[date])
        total += round(float(row[amount]) * 100)
        count += 1
    return count, total


LIBRARIES = {"pandas": pandas_rows, "polars": polars_rows, "openpyxl": openpyxl_rows}

if __name__ == "__main__":
    print(*LIBRARIES[sys.argv[1]](sys.argv[2]))
