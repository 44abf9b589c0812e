"""Reads feeds with feedparser as a reader that keeps what it has seen, and says what is new to it.

In: JSON on standard input, a list of addresses; the file that it remembers in, as the argument. Out: a JSON list on
standard output of entries that were not there before, or have another date than they had. The first time, nothing is
new.
"""

import json
import os
import sys

import feedparser

memory = sys.argv[1]
is_first = not os.path.exists(memory)
seen = {} if is_first else json.load(open(memory))
news = []
for url in json.load(sys.stdin):
    read = feedparser.parse(url)
    if read.get("status") != 200 or not read.entries:
        news.append(f"{url}: answered {read.get('status')} with {len(read.entries)} entries")
    for entry in read.entries:
        key = f"{url} {entry.id}"
        if key not in seen and not is_first:
            news.append(f"feedparser finds {entry.get('title')} ({key}) new")
        elif key in seen and seen[key] != entry.get("published"):
            news.append(f"{key}: found the date {entry.get('published')}, had {seen[key]}")
        seen[key] = entry.get("published")
json.dump(seen, open(memory, "w"))
print(json.dumps(news))
