from pathlib import Path

import gateway.console
from gateway.console.chart import COLOURS, bars

STYLE = (Path(gateway.console.__file__).parent / "static/console.css").read_text("utf-8")


def test_the_legend_beside_the_chart_has_its_colours() -> None:
    kinds = ("accepted", "rejected", "deferred", "unknown")
    for kind, colour in zip(kinds, COLOURS, strict=True):
        assert f".legend .{kind}::before {{ background: {colour}; }}" in STYLE


def test_a_chart_has_a_part_of_each_colour_and_its_title() -> None:
    image = bars("Per dag", ("01/05", "02/05"), ((1, 2), (3, 4), (5, 6), (7, 8))).decode()
    assert "<title>Per dag</title>" in image
    for colour in COLOURS:
        parts = ",".join(f"{100 * part // 255}%" for part in bytes.fromhex(colour[1:]))
        assert f"fill: rgb({parts})" in image
