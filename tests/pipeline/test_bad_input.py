"""Bad input end to end: no hang, no crash, no silent loss.

Every input gives an article that holds the words, or says in a problem or a failure what was lost.
"""

from __future__ import annotations

import gzip
import json
import os

import pytest

from greffier.pipeline.run import read_corpus
from greffier.records import Failure, ProblemCode
from greffier.records.wire import decode
from tests.support.hanging import ends

# Seconds for an article in these tests; the whole folder must then end in good time, too.
LIMIT = 4.0

SENTENCE = (
    "Le préfet de l’Hérault a démenti mardi les chiffres publiés par la presse, « sans rien ajouter », devant les élus réunis à Nîmes."
)
BODY = "".join(f"<p>{SENTENCE} C’était la {number}e fois que l’œuvre était retardée.</p>\n" for number in range(12))


def page(body=BODY, head="", charset="utf-8", declared="utf-8"):
    meta = f'<meta charset="{declared}">' if declared else ""
    text = (
        f"<!DOCTYPE html><html lang='fr'><head>{meta}<title>Le préfet dément</title>{head}</head><body><article><h1>Le préfet dément</h1>"
    )
    return f"{text}{body}</article></body></html>".encode(charset)


PAGES = {
    "cp1252, undeclared": page(charset="cp1252", declared=None),
    "cp1252, declared utf-8": page(charset="cp1252"),
    "utf-8, declared latin-1": page(declared="iso-8859-1"),
    "utf-16 without mark": page(charset="utf-16-le", declared=None),
    "double encoding": page().decode().encode().decode("cp1252", "replace").encode(),
    "nul bytes": page(BODY.replace(" les ", " \0les ")),
    "one bad byte": page().replace("Hérault".encode(), "Hé\x00rault".encode().replace(b"\x00", b"\xff"), 1),
    "control characters": page(BODY.replace(" les ", " \x07\x08les ")),
    "surrogate as character reference": page(BODY + "<p>&#xD83D; &#55357; fin</p>"),
    "unclosed comment": page("<!-- " + BODY),
    "unclosed comment behind": page(BODY + "<!-- "),
    "5000 nested div": page("<div>" * 5000 + BODY + "</div>" * 5000),
    "colspan of 2**53": page(f"<table><tr><td colspan='9007199254740992'>x</td></tr></table>{BODY}"),
    "attribute of 7 MB": page(f"<p title='{'x' * 7_000_000}'>y</p>{BODY}"),
    "a million <": page(BODY + "<" * 1_000_000),
    "deep JSON-LD": page(head="<script type='application/ld+json'>" + '{"a":' * 20_000 + "1" + "}" * 20_000 + "</script>"),
    "JSON-LD of arrays": page(head="<script type='application/ld+json'>" + "[" * 20_000 + "</script>"),
    "a million entities": page(BODY + "<p>" + "&eacute;" * 900_000 + "</p>"),
    "cut in a tag": page()[:-30] + b"<p cla",
    "right to left": page(BODY + "<p dir='rtl'>قال الوزير اليوم إن الحكومة ستعلن القرار غدا</p>"),
    "no-break spaces": page(BODY.replace(" ", "\u00a0")),
    "nothing but navigation": page("<nav><a href='/'>Accueil</a> <a href='/une'>À la une</a></nav>"),
    "empty body": page(""),
}
SLOW_PAGES = {
    "300k p": page(BODY + "<p>a" * 300_000),
    "300k p with words": page("".join(f"<p>Le préfet a parlé {number} fois.</p>" for number in range(150_000))),
    "200k rows": page(f"<table>{'<tr><td>a</td></tr>' * 200_000}</table>{BODY}"),
    "100k nested div": page("<div>" * 100_000 + BODY),
    "100k nested span": page(f"<p>{'<span>' * 100_000}{SENTENCE}"),
    "paragraph of 20 MB": page(f"<p>{'Le préfet a démenti mardi. ' * 800_000}</p>"),
    "a million no-break spaces": page("\u00a0" * 1_000_000 + BODY),
    "a million nbsp": page("&nbsp;" * 1_000_000 + BODY),
}
TEXTS = {
    "quotation marks, unclosed": f"{SENTENCE}\n« Nous partons, a dit Luc Petit.\n{SENTENCE}\n",
    "quotation marks, crossed": f"« Nous “ partons » a dit ” Luc Petit, « « demain ». {SENTENCE}",
    "ten thousand quotation marks": "« " * 10_000 + SENTENCE,
    "right to left": f"{SENTENCE}\n\u202bقال الوزير\u202c : « نعم ».",
    "one word": "Oui",
    "only spaces": " \n\t\u00a0\n",
    "a line without spaces": "a" * 200_000,
    "many lines": "Oui.\n" * 10_000,
    "combining marks": "e\u0301" * 20_000 + SENTENCE,
    "a sentence that does not end": "le préfet et " * 20_000,
}


def read_all(folder, inputs, suffix, limit=LIMIT):
    for number, data in enumerate(inputs.values()):
        content = data if isinstance(data, bytes) else data.encode()
        (folder / f"{number:03}{suffix}").write_bytes(content)
    with ends(600):
        outcomes = list(read_corpus([folder], parser="none", workers=2, time_limit=limit))
    assert len(outcomes) == len(inputs)
    return dict(zip(inputs, (outcome if isinstance(outcome, Failure) else decode(outcome) for outcome in outcomes), strict=True))


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return read_all(tmp_path_factory.mktemp("pages"), PAGES, ".html")


@pytest.fixture(scope="module")
def slow_pages(tmp_path_factory):
    return read_all(tmp_path_factory.mktemp("slow"), SLOW_PAGES, ".html")


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    # None of these may fail: the limit is wide enough for a busy machine.
    return read_all(tmp_path_factory.mktemp("texts"), TEXTS, ".txt", limit=60.0)


def assert_kept_or_told(outcome, words):
    if not isinstance(outcome, Failure) and not outcome.problems:
        assert words in outcome.text.replace("\u00a0", " ")


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_bad_pages(pages, name):
    if name in {"nothing but navigation", "empty body"}:
        assert ProblemCode.NO_PROSE in [problem.code for problem in pages[name].problems]
    else:
        assert_kept_or_told(pages[name], "a démenti mardi")


ENCODINGS = list(PAGES)[:7]


@pytest.mark.slow
@pytest.mark.parametrize("name", ENCODINGS)
def test_pages_in_every_encoding_keep_their_words(pages, name):
    assert "« sans rien ajouter », devant les élus réunis à Nîmes" in pages[name].text.replace("\u00a0", " ")


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW_PAGES)
def test_pages_that_make_extractors_hang(slow_pages, name):
    assert_kept_or_told(slow_pages[name], "a démenti mardi")


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_bad_texts(texts, name):
    outcome = texts[name]
    assert not isinstance(outcome, Failure)
    assert outcome.text == TEXTS[name].replace("e\u0301", "é")


def test_unreadable_files_do_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    (tmp_path / "c").symlink_to(tmp_path)
    (tmp_path / "d.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "e.txt")
    (tmp_path / "f.jsonl").write_text('{"text": "Un."}\n{"text": "Deux."}\n{"text": \n{"text": "Quatre."}\n')
    (tmp_path / "g.gz").write_bytes(gzip.compress(b"".join(b"Oui. %d " % (n * 7919) for n in range(1000)))[:-20])
    outcomes = list(read_corpus([tmp_path], parser="none"))
    told = [(o.uri.rsplit("/", 1)[1], o.place) if isinstance(o, Failure) else json.loads(o)["text"][:8] for o in outcomes]
    assert told[:5] == [(name, None) for name in ("a.txt", "b.txt", "c", "d.txt", "e.txt")]
    assert told[5:] == ["Un.", "Deux.", ("f.jsonl", "line 3"), "Quatre.", "Oui. 0 O"]
    assert [o.number for o in outcomes if isinstance(o, Failure)] == [1, 2, 3, 4, 5, 8]
