"""Charts drawn here, as SVG: no script, readable on light and on dark paper."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab.graphics import renderSVG
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor

_WIDTH, _HEIGHT = 960, 280
_LEFT, _BOTTOM, _TOP = 44, 34, 14
# Between each and white or black there is a contrast of at least three to one (WCAG 2.2, 1.4.11).
COLOURS = ("#2f855a", "#c05621", "#8a6d00", "#7a5bd0")
# No one grey has 4.5 to one on both papers (1.4.3), so each paper has its own: --soft of console.css.
_INK, _INK_ON_DARK = HexColor("#545c66"), HexColor("#a9b1ba")
_MOST_LABELS = 10


@lru_cache(maxsize=16)
def bars(
    title: str,
    labels: tuple[str, ...],
    series: tuple[tuple[int, ...], ...],
    *,
    dark: bool = False,
) -> bytes:
    """Stacked bars: one for each of ``labels``, a part of it for each of ``series``; ``title`` names it.

    What the colours mean, console.css has beside the picture.
    ``dark`` has what is written on it stand out on dark paper instead of light.
    """
    ink = _INK_ON_DARK if dark else _INK
    drawing = Drawing(_WIDTH, _HEIGHT)
    if labels:
        drawing.add(_chart(labels, series, ink))
    image: str = renderSVG.drawToString(drawing)
    return image.replace("<title>...</title>", f"<title>{title}</title>").encode()


def _chart(labels: Sequence[str], series: Sequence[Sequence[int]], ink: Any) -> Any:
    chart: Any = VerticalBarChart()
    chart.x, chart.y = _LEFT, _BOTTOM
    chart.width, chart.height = _WIDTH - _LEFT - 10, _HEIGHT - _BOTTOM - _TOP
    chart.data = [list(values) for values in series]
    apart = max(1, -(-len(labels) // _MOST_LABELS))
    chart.categoryAxis.categoryNames = [one if i % apart == 0 else "" for i, one in enumerate(labels)]
    chart.categoryAxis.style = "stacked"
    most = max((sum(column) for column in zip(*chart.data, strict=True)), default=0)
    chart.valueAxis.valueMin, chart.valueAxis.valueMax = 0, max(most, 4)
    chart.valueAxis.labelTextFormat = "%d"
    chart.valueAxis.visibleGrid = True
    chart.valueAxis.gridStrokeDashArray = (1, 4)
    for axis in (chart.categoryAxis, chart.valueAxis):
        axis.strokeColor = axis.gridStrokeColor = axis.labels.fillColor = ink
        axis.labels.fontSize = 12
    chart.categoryAxis.labels.dy = -6
    chart.barSpacing, chart.groupSpacing = 0, 6
    for number, colour in enumerate(COLOURS[: len(series)]):
        chart.bars[number].fillColor, chart.bars[number].strokeColor = HexColor(colour), None
    return chart
