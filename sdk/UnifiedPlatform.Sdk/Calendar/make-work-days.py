#!/usr/bin/env python3
"""Makes work-days.json from the data file of the npm package chinese-days.

usage: make-work-days.py chinese-days.json > work-days.json
Only what differs from Monday to Friday is kept: weekdays off, weekend days worked.
A year counts as known when the source lists its New Year and its National Day.
"""
import datetime
import json
import sys

NOTE = ("Public holidays and make-up working days of China by the yearly notices of the State Council. "
        "Converted by make-work-days.py from the npm package chinese-days (github.com/vsme/chinese-days), "
        "used under the MIT licence, Copyright (c) 2024 Yawei sun.")


def main(path):
    with open(path, encoding="utf-8") as source:
        data = json.load(source)
    off, work = set(data["holidays"]), set(data["workdays"])
    if off & work:
        sys.exit(f"both off and worked: {sorted(off & work)}")

    years = {}
    for year in sorted({day[:4] for day in off}):
        if f"{year}-01-01" not in off or f"{year}-10-01" not in off:
            continue
        weekday = lambda day: datetime.date.fromisoformat(day).weekday() < 5
        years[year] = {
            "off": [day[5:] for day in sorted(off) if day.startswith(year) and weekday(day)],
            "worked": [day[5:] for day in sorted(work) if day.startswith(year) and not weekday(day)],
        }

    lines = ",\n".join(f"    {json.dumps(year)}: {json.dumps(days)}" for year, days in years.items())
    print(f"{{\n  \"source\": {json.dumps(NOTE)},\n  \"years\": {{\n{lines}\n  }}\n}}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
