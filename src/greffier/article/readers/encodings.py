"""From bytes to characters: the real encoding, whatever was declared, and the repair of text that was decoded wrongly before us.

In: the bytes of one document or line; or a string from JSON.
Out: a string without NUL and lone surrogates, and what had to be done.
Not: normalisation (NFC, line ends); that is `article/documents`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from greffier.records import Problem, ProblemCode

__all__ = ["declared_charset", "decode", "repair", "utf16_name", "without_utf16"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# The signs outside ASCII that French is printed with: what a byte of Windows-1252 may stand for without doubt.
_FRENCH = frozenset("àâäçéèêëîïôöùûüÿæœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ«»’‘“”„–—…•·°€§©®№\u00a0\u202f\u00ad²³½")

# <meta charset="iso-8859-1">, <meta http-equiv="Content-Type" content="text/html; charset=windows-1252">,
# <?xml version="1.0" encoding="utf-8"?>
_DECLARED = re.compile(
    rb"""
    <meta \b [^>]*? \b charset \s* = \s* ["']? \s* ([\w.:-]+)
    | <\?xml \b [^>]*? \b encoding \s* = \s* ["'] ([\w.:-]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)

# UTF-8 read as Windows-1252: « Ã©tat », « lâ€™accord », « Â« Oui Â» ». French prints neither Ã nor â€, and Â only before a letter.
_MOJIBAKE = re.compile("Ã[\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™ ]|Â[\u0080-\u00bf]|â€|â\u0080")

# Beyond one byte in this many that is no UTF-8 the text is taken for another encoding: Windows-1252 hits valid UTF-8 by chance only.
_STRAY = 2


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """Decode the bytes of a document; what bytes say goes before what is `declared`."""
    text, problems = _decode(data, declared)
    text, more = repair(text)
    return text, problems + more


def repair(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Take NUL and lone surrogates out, and undo a double encoding where its traces show."""
    problems = []
    if "\0" in text:
        problems.append(_problem(ProblemCode.CONTROL_CHARACTERS, f"{text.count(chr(0))} NUL characters left out"))
        text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        # Halves that belong together are joined, the others become U+FFFD.
        joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        count = joined.count("\ufffd") - text.count("\ufffd")
        text = joined
        if count > 0:
            problems.append(_problem(ProblemCode.ENCODING_DOUBTFUL, f"{count} lone surrogates, shown as U+FFFD"))
    if _MOJIBAKE.search(text):
        text, count = _undo_double_encoding(text)
        if count:
            problems.append(_problem(ProblemCode.ENCODING_REPAIRED, f"double encoding undone in {count} lines"))
    return text, tuple(problems)


def declared_charset(head: bytes) -> str | None:
    """Give the charset that a page or an XML file declares in its head."""
    match = _DECLARED.search(head)
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def utf16_name(head: bytes) -> str | None:
    """Tell UTF-16 by its mark, or by NUL in every other byte of the head."""
    for mark, name in _BOMS[1:]:
        if head.startswith(mark):
            return name
    sample = head[: len(head) // 2 * 2][:4096]
    if len(sample) < 8:
        return None
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    # French in UTF-16 has NUL in 95 % of its high bytes and none in its low bytes; binaries have them in both.
    if odd > 0.6 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def without_utf16(chunks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """Turn a stream of UTF-16 or UTF-32 into UTF-8, for formats that are read line by line."""
    decoder = codecs.getincrementaldecoder(name)("replace")
    for chunk in chunks:
        text = decoder.decode(chunk)
        if text:
            yield text.encode("utf-8", "replace")


def _decode(data: bytes, declared: str | None) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            data = data[len(mark) :]
            if encoding != "utf-8":
                return data.decode(encoding, "replace"), ()
            break
    else:
        if detected := utf16_name(data):
            return data.decode(detected, "replace"), ()
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        pass
    if _nearly_utf8(data):
        return _mended_utf8(data)
    name = _known(declared)
    if name:
        try:
            return data.decode(name), ()
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    text = data.decode("cp1252", "replace")
    foreign = [char for char in text if char > "\x7f"]
    # The share of signs that French uses: .99 and more in Windows-1252 press text, under .7 in Mac Roman and Cyrillic pages.
    if sum(char in _FRENCH for char in foreign) < 0.9 * len(foreign):
        return text, (_problem(ProblemCode.ENCODING_DOUBTFUL, "read as Windows-1252, but many of its signs are not used in French"),)
    return text, ()


def _known(declared: str | None) -> str | None:
    """Give Python's name of a declared charset as browsers understand it; None for the ones that were refuted already."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"
    return None if name.startswith("utf") else name


def _nearly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with stray bytes from another encoding: characters of several bytes that are well formed outnumber the stray ones."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum("\udc80" <= char <= "\udcff" for char in text)
    formed = sum(char > "\x7f" for char in text) - stray
    return formed >= _STRAY * stray


def _mended_utf8(data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Decode UTF-8; a stray byte is the Windows-1252 letter it stands for where French uses that letter, else U+FFFD."""
    mended, lost = 0, 0

    def stray(match: re.Match[str]) -> str:
        nonlocal mended, lost
        char = bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace")
        if char in _FRENCH and char != "ÿ":  # 0xFF is nearly always rubbish
            mended += 1
            return char
        lost += 1
        return "\ufffd"

    text = re.sub("[\udc80-\udcff]", stray, data.decode("utf-8", "surrogateescape"))
    problems = []
    if mended:
        problems.append(_problem(ProblemCode.ENCODING_REPAIRED, f"{mended} stray bytes in UTF-8 read as Windows-1252"))
    if lost:
        problems.append(_problem(ProblemCode.ENCODING_DOUBTFUL, f"{lost} stray bytes in UTF-8, shown as U+FFFD"))
    return text, tuple(problems)


def _undo_double_encoding(text: str) -> tuple[str, int]:
    """Repair the lines with traces, and only these: ftfy reads 1.6 MB a second and knows more tricks than we want."""
    import ftfy  # noqa: PLC0415  # only where a trace shows

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        remove_control_chars=False,
        normalization=None,
    )
    lines = text.split("\n")
    count = 0
    for number, line in enumerate(lines):
        if _MOJIBAKE.search(line):
            fixed = ftfy.fix_encoding(line, config)
            if fixed != line:
                lines[number] = fixed
                count += 1
    return "\n".join(lines), count


def _problem(code: ProblemCode, detail: str) -> Problem:
    return Problem(code=code, detail=detail)
