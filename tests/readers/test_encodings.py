from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.article.readers.encodings import declared_charset, decode, repair
from greffier.records import ProblemCode

TEXT = "« L’été, c’est fini », a déclaré le préfet à Nîmes – où l’œuvre coûte 3 €."


def codes(problems):
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
    ],
    ids=["utf-8", "utf-8 with mark", "cp1252", "utf-16", "utf-16-le, no mark", "utf-16-be, no mark", "utf-16-be", "utf-32"],
)
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "no-such-charset"])
def test_the_bytes_go_before_what_is_declared(data, declared):
    assert decode(data, declared) == (TEXT, ())


def test_latin_1():
    text = "Le préfet a démenti à Nîmes, « sans rien ajouter »."
    assert decode(text.encode("latin-1")) == (text, ())


def test_a_declared_charset_is_used_where_the_bytes_agree():
    text = "Le cœur coûte 3 €."
    assert decode(text.encode("iso-8859-15"), "iso-8859-15") == (text, ())


def test_one_bad_byte_costs_one_character():
    text, problems = decode(TEXT.encode()[:40] + b"\xff" + TEXT.encode()[40:])
    assert text.replace("\ufffd", "") == TEXT
    assert codes(problems) == [ProblemCode.ENCODING_DOUBTFUL]


def test_a_line_of_windows_1252_in_utf_8_is_read():
    text, problems = decode((TEXT + "\n").encode() * 3 + "Après l'été".encode("cp1252"))
    assert text.endswith("Après l'été")
    assert codes(problems) == [ProblemCode.ENCODING_REPAIRED]


def test_nul_bytes_are_left_out_and_told():
    text, problems = decode(TEXT.replace(" ", " \0").encode())
    assert text == TEXT
    assert codes(problems) == [ProblemCode.CONTROL_CHARACTERS]


def test_double_encoding_is_undone_and_told():
    text, problems = decode(TEXT.encode().decode("cp1252").encode())
    assert text == TEXT
    assert codes(problems) == [ProblemCode.ENCODING_REPAIRED]


def test_double_encoding_through_latin_1_is_undone():
    text, _ = decode(TEXT.encode().decode("latin-1").encode())
    assert text == TEXT


def test_only_the_broken_lines_change():
    sound = "« C’est l’ﬁn », dit-elle… A\u00a0: ＡＢ."
    text, _ = repair(sound + "\n" + "L’été".encode().decode("cp1252"))
    assert text == sound + "\n" + "L’été"


@pytest.mark.parametrize("text", ["L’Âge d’or, à Ãngela", "ÂGE", "« Ça », dit-il. À l’Élysée…", "PEÑA ÃÃ"])
def test_sound_text_stays(text):
    assert repair(text) == (text, ())


def test_lone_surrogates_become_replacement_characters():
    text, problems = repair("Le préfet \ud83d a dit \udc00.")
    assert text == "Le préfet \ufffd a dit \ufffd."
    assert codes(problems) == [ProblemCode.ENCODING_DOUBTFUL]


def test_halves_that_belong_together_are_joined():
    assert repair("\ud83d\ude00") == ("😀", ())


def test_cyrillic_bytes_are_doubted():
    _, problems = decode("Он сказал это вчера".encode("cp1251"))
    assert codes(problems) == [ProblemCode.ENCODING_DOUBTFUL]


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<html><meta charset="iso-8859-1">', "iso-8859-1"),
        (b"<META http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "windows-1252"),
        (b'<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
        (b"<html><body>charset=x", None),
    ],
)
def test_declared_charsets(head, charset):
    assert declared_charset(head) == charset


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin-1", "utf-16", "punycode", "rot13", "idna", "zip"]))
def test_any_bytes_at_all_give_text_that_can_be_written(data, declared):
    text, _ = decode(data, declared)
    assert "\0" not in text
    text.encode()
