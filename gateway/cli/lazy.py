"""Groups of commands of which only the one asked for is imported: the lazy loading of click's own guide."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """``elsewhere`` names, for each subcommand, the module below ``gateway.cli`` and the command in it."""

    def __init__(self, *args: Any, elsewhere: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._elsewhere = elsewhere or {}

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """The context of a command line, which is complained of in the language of the locale."""
        with _told_here():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the subcommand; its command line too is complained of in the language of the locale."""
        with _told_here():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands, in order."""
        return sorted({*super().list_commands(ctx), *self._elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, imported now if it is elsewhere."""
        if cmd_name not in self._elsewhere:
            return super().get_command(ctx, cmd_name)
        module, _, name = self._elsewhere[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"gateway.cli.{module}"), name)
        return command


@contextmanager
def _told_here() -> Iterator[None]:
    """A wrong command line ends the command as click ends it, but in the language of the locale."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        from gateway.cli.usage import failed  # noqa: PLC0415 - the sentences, for who needs them alone

        raise failed(error) from None
    except click.Abort:
        from gateway.cli.usage import aborted  # noqa: PLC0415 - the same

        raise aborted() from None
