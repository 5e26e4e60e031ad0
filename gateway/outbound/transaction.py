"""One mail transaction on an open connection: RFC 5321 section 3.3.

The final dot is the commit. Before it the next hop has nothing and every failure is a deferral;
once it may have been sent, only a reply to it tells what became of the message.
"""

from contextlib import suppress

from aiosmtplib.errors import SMTPException

from gateway.outbound.connection import Connection
from gateway.outbound.delivery import (
    Deferred,
    Delivery,
    Lost,
    Refused,
    judged_at_the_dot,
    judged_before_the_dot,
)
from gateway.outbound.wire import Message, dot_stuffed, envelope_commands, unsendable_there

# "Bad sequence of commands": of the session, whose state both sides see differently.
OUT_OF_ORDER = 503


async def offer(connection: Connection, message: Message) -> Refused | Deferred | None:
    """Everything but the final dot. None when the next hop has all of it and waits for the dot.

    One recipient refused refuses the message: it is never delivered to some of its recipients.
    Raises what ``Connection`` raises.
    """
    unfit = unsendable_there(message, connection.extensions)
    if unfit is not None:
        return unfit
    connection.begin()
    refusal = await _open(connection, message)
    if refusal is None:
        await connection.send(dot_stuffed(message.content))
    elif refusal.code != OUT_OF_ORDER:
        await _withdraw(connection)
    return refusal


async def commit(connection: Connection) -> Delivery:
    """Sends the final dot and says what came of it. Raises nothing but CancelledError."""
    try:
        reply = await connection.final_dot()
    except Exception:  # noqa: BLE001 - past the dot nothing is certain
        return Lost()
    delivery = judged_at_the_dot(reply)
    if not isinstance(delivery, Lost):
        connection.settle()
    return delivery


async def _open(connection: Connection, message: Message) -> Refused | Deferred | None:
    for command in envelope_commands(message, connection.extensions):
        reply = await connection.command(command)
        if reply.code // 100 != 2:
            return judged_before_the_dot(reply)
    reply = await connection.command("DATA")
    return None if reply.code == 354 else judged_before_the_dot(reply)


async def _withdraw(connection: Connection) -> None:
    with suppress(SMTPException, OSError):  # the refusal stands; the session stays unsettled
        await connection.reset()
