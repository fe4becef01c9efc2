"""How good a run is: records compared with gold records of the same articles.

In: gold and predicted records as JSON Lines. Out: `Report`. Not: the gold itself, nor how it is annotated.
"""

from __future__ import annotations

from greffier.evaluation.gold import GoldArticle, read_gold
from greffier.evaluation.report import Report, evaluate

__all__ = ["GoldArticle", "Report", "evaluate", "read_gold"]
