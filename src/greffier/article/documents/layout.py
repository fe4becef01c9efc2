"""What a line is by its place among the others: title, lead, crossheads, lists of headlines, signatures at the edges.

In: all `Stretch`es of an article, furniture labelled. Out: every one labelled. Not: repeats.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from greffier.article.documents.furniture import is_menu_word
from greffier.article.documents.signatures import bare_stamp, name_alone, owner_alone, place_alone
from greffier.article.documents.stretches import Stretch
from greffier.lang.documents import DocumentTables
from greffier.records import NOISE, SegmentKind
from greffier.text.keys import key

__all__ = ["label_lead", "lay_out"]

# Crossheads of the press have up to eight words («Crainte d'infiltration de l'EI par le Kirghizistan»), headlines of other articles more.
_LONGEST_CROSSHEAD = 8
# With a colon after the topic («Syrie : …») a line of this many words is already a headline.
_SHORTEST_TOPICAL = 6
# From this many words on, a line without a full stop is a paragraph that lost it, not a headline.
_SHORTEST_UNCLOSED_PARAGRAPH = 25
# So is a shorter one that opens with «Il», «Selon».
_SHORTEST_UNCLOSED_SENTENCE = 10
# A title has at most so many words; «Ukraine» alone is a kicker.
_LONGEST_TITLE = 32
_SHORTEST_TITLE = 3
# The results and teams under a report: «Buts : Martin (12e), Ortis (78e)», «Lyon : Lopes - Rafael, Morel, Rybus»;
# prices of a stock exchange: «Airbus : +1,2 %»
_ENUMERATION = re.compile(r"^[A-ZÀ-Ý][^:,]{2,30}\s?:\s(?:[^,(]+\([^()]+\)|(?:[^,;]{2,40}[,;]\s){2,}|M\.|Mme\s|MM\.|[+-]\s?\d)")
# Who asks and who answers in an interview: «P. O. : Parce que rien ne bouge.», «LE PHARE. – Pourquoi ce rapport ?», «Q. – …»
_SPEAKER = re.compile(r"^[A-ZÀ-Ý][\w'. -]{0,25}?(?:\s?:\s|\.\s?[-–—]\s).*[.?!…»\"]$")
# The header of a thread: «Commentaires», «Les commentaires (2)», «12 réactions»
_THREAD = re.compile(
    r"^\W*(?:(?:tous\s)?(?:les|vos)\s)?(?:\d+\s)?(?:commentaires?|réactions?)(?:\s?\(?\d+\)?)?\W*$|^\d+\s(?:réflexions?|commentaires?)\s(?:sur|au\ssujet\sde)\s«",
    re.IGNORECASE,
)
# The buttons under what a reader wrote: «Répondre», «Signaler un abus»; «Signaler» alone stands under articles too
_ANSWER = re.compile(
    r"^\W*(?:répondre|signaler\s(?:un\sabus|ce\scommentaire|au\smodérateur)|voir\sles\s\d+\sautres\scommentaires)\W*$", re.IGNORECASE
)
# Lines between the header of a thread and the first button: a name, a time, the comment in a few paragraphs.
_LONGEST_COMMENT = 8
# A counter of comments stands above the article too; behind it stand two sentences at the least.
_PROSE_BEFORE_THREAD = 2
# «ALERTE INFO», «Fil d'actualité», «Dernières infos»
_TICKER = re.compile(
    r"^\W*(?:alerte\sinfo|(?:le\s)?fils?\s(?:infos?|d'actu(?:alités?)?|de\sl'(?:info|actu))|flash\sinfo|(?:les\s)?dernières\s\w+|en\scontinu|dépêches)\W*$",
    re.IGNORECASE,
)
# «18:42 Séisme au large des Kouriles», «18h42 - Tennis : Martel en finale»
_TIMED = re.compile(r"^\d{1,2}\s?[h:]\s?\d{2}\b")
# A menu begins so: «Accueil», «Aller au contenu», «Menu»
_MENU = re.compile(r"^\W*(?:accueil|menu|(?:aller|passer)\sau\s(?:contenu|menu)\b.*)\W*$", re.IGNORECASE)
# «La Presse de la Manche et du Cotentin» has eight words.
_LONGEST_SITE = 8
# Lines above a title: menus come before them, and are labelled already.
_TOP = 12
# A closed line of so few words proves no prose by itself («Et après ?»).
_SHORTEST_PROSE = 4


def lay_out(stretches: Sequence[Stretch], titles: Sequence[str], tables: DocumentTables) -> None:
    """Label every stretch that the rules on single lines left open; `titles` are told or marked up, the most trusted first."""
    _known_title(stretches, titles)
    for stretch in stretches:
        if stretch.kind is None and stretch.hint is not None:
            stretch.labelled(stretch.hint, "markup")
    _ticker(stretches)
    _title(stretches, tables)
    _edges(stretches, tables)
    _captions(stretches)
    _comments(stretches, tables)
    _further_reading(stretches, tables)
    _body(stretches, tables)


def is_prose(stretch: Stretch, tables: DocumentTables) -> bool:
    """Tell whether the words alone make it prose: a closed sentence, several sentences, a promise of more, a list item, great length."""
    many = len(stretch.words)
    return (
        (stretch.closed and many >= _SHORTEST_PROSE)
        or stretch.sentences
        or (stretch.continues and many > 1)
        or many >= _SHORTEST_UNCLOSED_PARAGRAPH
        or _speech(stretch)
        or (many >= _SHORTEST_UNCLOSED_SENTENCE and stretch.words[0].bare in tables.sentence_openers)
    )


def _speech(stretch: Stretch) -> bool:
    """«"La paix est loin", a dit le ministre» without its full stop: a quotation with words before or behind."""
    text = stretch.text
    return text[-1] not in '"»”' and text[0] in '"«“' and any(mark in text[1:] for mark in ('",', "»,", "” ", '" '))


def _quoted(stretch: Stretch) -> bool:
    """Tell whether the whole line is one quotation."""
    text = stretch.text.rstrip(" .")
    return len(text) > 1 and text[0] in '"«“' and text[-1] in '"»”' and not any(c in '"»”' for c in text[1:-1])


def _known_title(stretches: Sequence[Stretch], titles: Sequence[str]) -> None:
    """The line that says the told title; furniture may stand before it, the body may not."""
    wanted = [key(title) for title in titles if title]
    for number, stretch in enumerate(stretches[:40] if wanted else ()):
        said = key(stretch.text)
        if len(said) > 3 and any(said == title or _trimmed(title, said) for title in wanted):
            stretch.labelled(SegmentKind.TITLE, "known_title")
            for later in stretches[number + 1 :]:
                if key(later.text) == said and later.kind is None:
                    later.labelled(SegmentKind.REPEAT, "known_title")
                    later.repeats = (stretch.start, stretch.end)
            return


def _trimmed(title: str, said: str) -> bool:
    """Tell whether a told title says the line and the site's name behind it."""
    return len(said) > 15 and title.startswith(said + " ") and len(title) - len(said) < 30  # «… la presse de tunisie»


def _open(stretch: Stretch) -> bool:
    return stretch.kind is None


def _title(stretches: Sequence[Stretch], tables: DocumentTables) -> None:
    """The first line of a dump, if it stands before prose and is no sentence of it."""
    if any(s.kind is SegmentKind.TITLE for s in stretches):
        return
    for stretch in stretches[:_TOP]:
        if _open(stretch) and (bare_stamp(stretch, tables) or owner_alone(stretch, tables)):
            stretch.labelled(SegmentKind.SIGNATURE, "above_title")
        elif _open(stretch) and len(stretch.words) >= _SHORTEST_TITLE:
            break
    lines = [s for s in stretches if _open(s) or s.kind is SegmentKind.PARAGRAPH or s.kind is SegmentKind.HEADING]
    for number, stretch in enumerate(lines[:_TOP]):
        if _above_menu(stretches, stretch, lines[number + 1 : number + 2]):
            stretch.labelled(SegmentKind.NAVIGATION, "above_menu")
            continue
        following = lines[number + 1 : number + 9]
        if stretch.kind is SegmentKind.PARAGRAPH or not any(s.kind is SegmentKind.PARAGRAPH or is_prose(s, tables) for s in following):
            return
        if _titular(stretch):
            stretch.labelled(SegmentKind.TITLE, "first_line")
            return
        if len(stretch.words) >= _SHORTEST_TITLE or is_prose(stretch, tables):
            return
        # «Ukraine» is a kicker above the title, «International» the menu's.
        place = stretches.index(stretch)
        among = all(s.kind in NOISE for s in stretches[max(0, place - 1) : place + 2] if s is not stretch) and place > 0
        kind = SegmentKind.NAVIGATION if among or is_menu_word(stretch, tables) else SegmentKind.HEADING
        stretch.labelled(kind, "kicker")


def _above_menu(stretches: Sequence[Stretch], stretch: Stretch, following: Sequence[Stretch]) -> bool:
    """Tell whether the menu of the site stands between a line and another that may be the title: the first is the name of the site."""
    if not following or not _titular(following[0]) or len(stretch.words) > _LONGEST_SITE:
        return False
    between = stretches[stretches.index(stretch) + 1 : stretches.index(following[0])]
    return any(_MENU.match(s.text) for s in between) and key(stretch.text) not in key(following[0].text)


def _titular(stretch: Stretch) -> bool:
    many = len(stretch.words)
    if not _SHORTEST_TITLE <= many <= _LONGEST_TITLE or stretch.continues or stretch.item:
        return False
    if _quoted(stretch):
        return True
    sentence = stretch.text.rstrip(' "»”)').endswith((".", "…"))
    return not sentence and not _speech(stretch) and (not stretch.sentences or many <= 20)  # «VIDÉO. La crue …»


def _edges(stretches: Sequence[Stretch], tables: DocumentTables) -> None:
    """Menu words, dates and names alone, before the first and behind the last sentence of the article."""
    prose = [n for n, s in enumerate(stretches) if (_open(s) or s.kind is SegmentKind.PARAGRAPH) and is_prose(s, tables)]
    first, last = (prose[0], prose[-1]) if prose else (len(stretches), -1)
    for number, stretch in enumerate(stretches):
        if not _open(stretch):
            continue
        beside = any(s.kind in NOISE for s in stretches[max(0, number - 1) : number + 2] if s is not stretch)
        outside = not first < number < last
        if is_menu_word(stretch, tables) and (outside or beside):
            stretch.labelled(SegmentKind.NAVIGATION, "menu_word")
        elif outside and bare_stamp(stretch, tables):
            stretch.labelled(SegmentKind.SIGNATURE, "bare_date")
        elif outside and owner_alone(stretch, tables):
            stretch.labelled(SegmentKind.SIGNATURE, "owner_alone")
        elif outside and number and stretches[number - 1].kind is SegmentKind.SIGNATURE and place_alone(stretch):
            stretch.labelled(SegmentKind.SIGNATURE, "place_alone")
        elif outside and prose and name_alone(stretch) and (number > last or _near_title(stretches, number)):
            stretch.labelled(SegmentKind.SIGNATURE, "name_alone")


def _near_title(stretches: Sequence[Stretch], number: int) -> bool:
    """Tell whether a name stands under the title, or under its subtitle, or beside a signature."""
    around = stretches[max(0, number - 2) : number]
    beside = stretches[max(0, number - 1) : number + 2]
    return any(s.kind is SegmentKind.TITLE for s in around) or any(s.kind is SegmentKind.SIGNATURE for s in beside)


def _captions(stretches: Sequence[Stretch]) -> None:
    """The line under a credit, or above it, before the body: «Un bateau de pêche - Le Quotidien»."""
    for before, stretch in itertools.pairwise(stretches):
        glued = before.kind is SegmentKind.CAPTION and not stretch.gap
        short = not stretch.closed and len(stretch.words) <= 12  # longer ones are titles and subtitles
        if glued and _open(stretch) and short and (" - " in stretch.text or len(stretch.words) < _SHORTEST_PROSE):
            stretch.labelled(SegmentKind.CAPTION, "under_credit")


def _further_reading(stretches: Sequence[Stretch], tables: DocumentTables) -> None:
    """Headlines under «Sur le même sujet», until prose begins again."""
    listing = False
    for stretch in stretches:
        if stretch.kind is SegmentKind.RELATED and stretch.rule in {"furniture_start", "furniture_label"} and len(stretch.words) <= 7:
            listing = True
        elif (listing and _open(stretch) and not is_prose(stretch, tables)) or (
            listing and _open(stretch) and stretch.text.endswith("?") and len(stretch.words) <= 20
        ):
            stretch.labelled(SegmentKind.RELATED, "listed")
        elif stretch.kind not in NOISE:
            listing = False


def _comments(stretches: Sequence[Stretch], tables: DocumentTables) -> None:
    """What readers wrote: from the header of a thread behind the article to the end, where a button to answer or report stands in it."""
    prose = [n for n, s in enumerate(stretches) if _open(s) and is_prose(s, tables)]
    for number, stretch in enumerate(stretches):
        header = stretch.kind in {SegmentKind.NAVIGATION, None} and _THREAD.match(stretch.text)
        if not header or sum(place < number for place in prose) < _PROSE_BEFORE_THREAD:
            continue
        near = stretches[number + 1 : number + 1 + _LONGEST_COMMENT]
        answer = next((n for n, s in enumerate(near) if s.kind is SegmentKind.NAVIGATION and _ANSWER.match(s.text)), 0)
        if any(map(_open, near[:answer])):
            for said in filter(_open, stretches[number:]):
                said.labelled(SegmentKind.NAVIGATION, "comment")
            return


def _ticker(stretches: Sequence[Stretch]) -> None:
    """Headlines with their times under «Alerte info», «Fil d'actualité»."""
    running = False
    for stretch in stretches:
        if stretch.kind is SegmentKind.NAVIGATION and _TICKER.match(stretch.text):
            running = True
        elif running and _open(stretch) and _TIMED.match(stretch.text) and not stretch.closed:
            stretch.labelled(SegmentKind.RELATED, "ticker")
        else:
            running = False


def _body(stretches: Sequence[Stretch], tables: DocumentTables) -> None:
    """Prose, crossheads, and headlines of other articles between the paragraphs or behind them."""
    prose = {n for n, s in enumerate(stretches) if s.kind is SegmentKind.PARAGRAPH or (_open(s) and is_prose(s, tables))}
    questions = [s for s in stretches if _open(s) and s.text.endswith("?") and not s.sentences]
    speakers = sum(_open(s) and _SPEAKER.match(s.text) is not None for s in stretches)
    interview = len(questions) >= 3 or speakers >= 2
    first, last = (min(prose), max(prose)) if prose else (len(stretches), -1)
    open_ones = [n for n, s in enumerate(stretches) if _open(s)]
    lists = _lists(stretches, tables)
    for number in open_ones:
        stretch = stretches[number]
        if _crosshead_question(stretch) and not interview and first < number < last:
            stretch.labelled(SegmentKind.HEADING, "question")
        elif number in prose:
            stretch.labelled(SegmentKind.PARAGRAPH, "sentence")
        elif _quoted(stretch) and len(stretch.words) > _LONGEST_CROSSHEAD:
            stretch.labelled(SegmentKind.PARAGRAPH, "quotation")
        elif stretch.item or (stretch.closed and len(stretch.words) < _SHORTEST_PROSE):
            stretch.labelled(SegmentKind.PARAGRAPH, "item")
        elif number > last:
            _behind(
                stretch,
                after_prose=number - 1 in prose or stretches[number - 1].rule == "enumeration",
                alone=number == open_ones[-1],
                any_prose=bool(prose),
            )
        elif number < first:
            _before(stretch, titled=_under_title(stretches, number))
        elif number in lists:
            stretch.labelled(SegmentKind.PARAGRAPH, "list")
        elif _ENUMERATION.match(stretch.text):
            stretch.labelled(SegmentKind.PARAGRAPH, "enumeration")
        elif _headline(stretch):
            stretch.labelled(SegmentKind.RELATED, "headline")
        else:
            stretch.labelled(SegmentKind.HEADING, "crosshead")


def _crosshead_question(stretch: Stretch) -> bool:
    return stretch.text.endswith("?") and not stretch.sentences and len(stretch.words) <= _LONGEST_CROSSHEAD and stretch.text[0].isupper()


def _headline(stretch: Stretch) -> bool:
    many = len(stretch.words)
    colon = stretch.text.find(":")
    topical = colon > 0 and sum(w.end <= colon for w in stretch.words) <= 4  # «Nucléaire iranien : …»
    return many > _LONGEST_CROSSHEAD + 1 or (topical and many >= _SHORTEST_TOPICAL)


def _lists(stretches: Sequence[Stretch], tables: DocumentTables) -> frozenset[int]:
    """Find the lists of the article: three and more lines without full stops on end."""
    found: set[int] = set()
    run: list[int] = []
    for number, stretch in enumerate(stretches):
        if _open(stretch) and not stretch.closed and not is_prose(stretch, tables):
            run.append(number)
            continue
        found.update(run if len(run) >= 3 else ())
        run = []
    return frozenset(found.union(run if len(run) >= 3 else ()))


def _behind(stretch: Stretch, *, after_prose: bool, alone: bool, any_prose: bool) -> None:
    """Label a line without a full stop behind the last sentence: a paragraph that lost its end if long and alone, else a headline."""
    many = len(stretch.words)
    if not any_prose or (alone and many >= 15):
        stretch.labelled(SegmentKind.PARAGRAPH, "unclosed")
    elif after_prose and _ENUMERATION.match(stretch.text):
        stretch.labelled(SegmentKind.PARAGRAPH, "enumeration")
    elif many > _SHORTEST_PROSE:
        stretch.labelled(SegmentKind.RELATED, "headline_behind")
    else:
        stretch.labelled(SegmentKind.NAVIGATION, "words_behind")


def _under_title(stretches: Sequence[Stretch], number: int) -> bool:
    """Tell whether a line stands under the title; «Lundi» over the items of an agenda is a crosshead all the same."""
    over_items = number + 1 < len(stretches) and stretches[number + 1].item
    return not over_items and any(s.kind is SegmentKind.TITLE for s in stretches[:number])


def _before(stretch: Stretch, *, titled: bool) -> None:
    """Label a line without a full stop before the first sentence: a subtitle if long; under a title it is furniture, above it a kicker."""
    if len(stretch.words) >= _SHORTEST_TOPICAL:
        stretch.labelled(SegmentKind.LEAD, "subtitle")
    elif titled:
        stretch.labelled(SegmentKind.NAVIGATION, "words_under_title")
    else:
        stretch.labelled(SegmentKind.HEADING, "kicker")


def label_lead(stretches: Sequence[Stretch]) -> None:
    """The first paragraph is the lead, unless the markup or a subtitle is."""
    if any(s.kind is SegmentKind.LEAD for s in stretches):
        return
    for stretch in stretches:
        if stretch.kind in {SegmentKind.REPEAT, SegmentKind.HEADING}:
            return
        if stretch.kind is SegmentKind.PARAGRAPH:
            stretch.kind = SegmentKind.LEAD
            return
