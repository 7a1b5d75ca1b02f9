"""A reader of Orchard's events that counts each once, whatever happens to it, to RabbitMQ or to Orchard.

    python3 count_events.py FILE [BINDING]      needs pika (Debian: python3-pika)

FILE is its SQLite database: what it makes of the events and how far it got, changed together or not at all. An event
comes at least once and in the order of its position, so whatever is not after the checkpoint was counted before.
AMQP_URL (default amqp://guest:guest@127.0.0.1:5672/%2F), ORCHARD_PREFIX (default orchard), QUEUE (default event-counts).
"""

import json
import os
import sqlite3
import sys
import time

import pika

AT_ONCE = 100


def open_counts(file):
    counts = sqlite3.connect(file, isolation_level=None)
    counts.execute("PRAGMA journal_mode = WAL")
    counts.execute("CREATE TABLE IF NOT EXISTS counts (type TEXT PRIMARY KEY, events INTEGER NOT NULL)")
    counts.execute("CREATE TABLE IF NOT EXISTS checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER)")
    counts.execute("INSERT OR IGNORE INTO checkpoint VALUES (1, 0)")
    return counts


def take(counts, event):
    """The event's effect and the checkpoint in one transaction."""
    position = int(event["position"])
    counts.execute("BEGIN IMMEDIATE")
    (reached,) = counts.execute("SELECT position FROM checkpoint").fetchone()
    if position > reached:
        counts.execute(
            "INSERT INTO counts VALUES (?, 1) ON CONFLICT (type) DO UPDATE SET events = events + 1", (event["type"],)
        )
        counts.execute("UPDATE checkpoint SET position = ?", (position,))
    counts.execute("COMMIT")


def read(url, exchange, queue, binding, counts):
    connection = pika.BlockingConnection(pika.URLParameters(url))
    channel = connection.channel()
    # The queue outlives this process and keeps what is told meanwhile; one reader at a time, for the order's sake.
    channel.queue_declare(queue, durable=True, arguments={"x-queue-type": "quorum", "x-single-active-consumer": True})
    channel.queue_bind(queue, exchange, binding)
    channel.basic_qos(prefetch_count=AT_ONCE)
    print("reading", flush=True)
    for method, _properties, body in channel.consume(queue):
        take(counts, json.loads(body))
        # Not before: what was not acknowledged comes again.
        channel.basic_ack(method.delivery_tag)


def main(file, binding="#"):
    url = os.environ.get("AMQP_URL", "amqp://guest:guest@127.0.0.1:5672/%2F")
    exchange = os.environ.get("ORCHARD_PREFIX", "orchard") + ".published"
    counts = open_counts(file)
    while True:
        try:
            read(url, exchange, os.environ.get("QUEUE", "event-counts"), binding, counts)
        except pika.exceptions.AMQPError as lost:
            print(f"RabbitMQ is away ({lost!r}), trying again", file=sys.stderr, flush=True)
            time.sleep(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
