"""An order service that asks for a price over RabbitMQ and waits for the answer (direct reply-to).

    python3 price_over_rabbitmq.py KEY SKU=PIECES ...      needs pika (Debian: python3-pika)

AMQP_URL (default amqp://guest:guest@127.0.0.1:5672/%2F), ORCHARD_PREFIX (default orchard), ORCHARD_TOKEN (if it needs
one). The same KEY again is answered alike, so a time-out may be followed by another try without fear.
"""

import json
import os
import sys
import time

import pika

PATIENCE_SECONDS = 5
REPLIES = "amq.rabbitmq.reply-to"


class Refused(Exception):
    """A no of Orchard: branch on problem["code"], show problem["detail"]."""

    def __init__(self, problem):
        super().__init__(f'{problem["code"]}: {problem["detail"]}')
        self.problem = problem


class Orchard:
    """One connection that asks one command after another."""

    def __init__(self, url, prefix="orchard", token=None):
        self.connection = pika.BlockingConnection(pika.URLParameters(url))
        self.channel = self.connection.channel()
        self.commands = f"{prefix}.commands"
        self.headers = {"authorization": f"Bearer {token}"} if token else {}
        self.answer = None
        self.asked = None
        # Before the first command: the server ties replies to this channel.
        self.channel.basic_consume(REPLIES, self._heard, auto_ack=True)

    def ask(self, command, message, key):
        """The answer to a command. key is its messageId: the command is done once, however often it is sent."""
        self.asked, self.answer = key, None
        self.channel.basic_publish(
            self.commands,
            command,
            json.dumps(message).encode(),
            pika.BasicProperties(
                content_type="application/json",
                message_id=key,
                correlation_id=key,
                reply_to=REPLIES,
                # Nobody waits for it any longer: then it need not be done.
                expiration=str(PATIENCE_SECONDS * 1000),
                headers=self.headers,
            ),
        )
        late = time.monotonic() + PATIENCE_SECONDS
        while self.answer is None and time.monotonic() < late:
            self.connection.process_data_events(time_limit=late - time.monotonic())
        if self.answer is None:
            raise TimeoutError(f"no answer to {command} {key}: ask again with the same key")
        status, body = self.answer
        if status >= 400:
            raise Refused(body)
        return body

    def close(self):
        self.connection.close()

    def _heard(self, _channel, _method, properties, body):
        if properties.correlation_id == self.asked:
            self.answer = (properties.headers["status"], json.loads(body))


def main(key, *basket):
    orchard = Orchard(
        os.environ.get("AMQP_URL", "amqp://guest:guest@127.0.0.1:5672/%2F"),
        os.environ.get("ORCHARD_PREFIX", "orchard"),
        os.environ.get("ORCHARD_TOKEN"),
    )
    items = (item.split("=") for item in basket)
    lines = [{"id": str(at), "sku": sku, "quantity": int(count)} for at, (sku, count) in enumerate(items, 1)]
    try:
        quote = orchard.ask("price-quote", {"channel": "app", "lines": lines}, f"{key}-quote")
        order = orchard.ask("place-order", {"quote": quote["id"]}, f"{key}-order")
        print(json.dumps({"quote": quote["id"], "order": order["id"], "pay": order["pay"], "status": order["status"]}))
    except Refused as refused:
        print(json.dumps(refused.problem))
        return 1
    finally:
        orchard.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
