"""Quotation marks that lack their partner are told, and taken up ones are not."""

from __future__ import annotations

import pytest

from greffier.records import ProblemCode

LEAD = "Le port de Brest restera fermé jusqu'à lundi, a annoncé samedi la mairie dans un communiqué.\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("« Nous avons trop attendu », a dit le maire devant les élus de la ville réunis samedi.\n", []),
        ("« Nous avons trop attendu, a dit le maire devant les élus de la ville réunis samedi.\n", ["opens and never closes"]),
        ("Nous avons trop attendu pour agir », a dit le maire devant les élus de la ville.\n", ["closes and never opened"]),
        ("« Nous avons trop attendu, et la ville paie.\n\n« Nous irons vite désormais », a dit le maire devant les élus.\n", []),
    ],
)
def test_a_mark_without_its_partner_is_a_problem(read_text, text, told):
    article = read_text(LEAD + text)
    found = [problem for problem in article.problems if problem.code is ProblemCode.UNBALANCED_QUOTES]
    assert [problem.detail for problem in found] == told
    assert all(problem.start is not None and problem.start >= len(LEAD) for problem in found)
