"""Reads feeds with feedparser, and says what it complains of.

In: JSON on standard input, a list of {"url", "articles": [{"id", "title", "published", "updated"}]}, the instants
in whole seconds since 1970. Out: a JSON list of complaints on standard output; none means that every feed was read
without a fault, holds exactly those articles in that order, and is answered 304 by its entity-tag alone and by its
date alone.
"""

import calendar
import json
import sys

import feedparser

# The titles are compared as the feed says them, not as they would be shown.
feedparser.SANITIZE_HTML = False
feedparser.RESOLVE_RELATIVE_URIS = False


def seconds(parsed):
    return None if parsed is None else calendar.timegm(parsed)


def complaints(feed):
    url = feed["url"]
    read = feedparser.parse(url)
    if read.get("status") != 200:
        yield f"{url}: answered {read.get('status')}"
        return
    if read.bozo:
        yield f"{url}: bozo, {read.get('bozo_exception')!r}"
    selves = [link.href for link in read.feed.get("links", []) if link.rel == "self"]
    if selves != [url]:
        yield f"{url}: calls itself {selves} (V-02)"
    found = [
        {
            "id": entry.get("id"),
            "title": entry.get("title"),
            "published": seconds(entry.get("published_parsed")),
            "updated": seconds(entry.get("updated_parsed")),
        }
        for entry in read.entries
    ]
    expected = feed["articles"]
    if len(found) != len(expected):
        yield f"{url}: {len(found)} articles, expected {len(expected)}"
    for had, wanted in zip(found, expected):
        if had != wanted:
            yield f"{url}: found {had}, expected {wanted} (J-25)"
    if not read.get("etag") or not read.get("modified"):
        yield f"{url}: lacks a validator (H-01)"
        return
    for name, again in (
        ("entity-tag", feedparser.parse(url, etag=read.etag)),
        ("date", feedparser.parse(url, modified=read.modified)),
    ):
        if again.get("status") != 304 or again.entries:
            yield f"{url}: asked by {name}, answered {again.get('status')} with {len(again.entries)} articles"


if __name__ == "__main__":
    json.dump([line for feed in json.load(sys.stdin) for line in complaints(feed)], sys.stdout)
