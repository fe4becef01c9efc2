"""Sentences of the press that say who said them: trees of a treebank with a generated reporting clause.

In: sentences of treebanks, a random generator. Out: trees. Not: the words of the clauses, they are `clauses` and `lexicon.toml`.

Every shape is a method that takes the content (a tree) and gives a sentence. «…, a déclaré X» hangs on the content's root as
`parataxis`, as in UD French Sequoia; «X a déclaré que …» has the content as `ccomp`; «selon X» is `obl:mod`; «comme l'a dit X» is `advcl`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from clauses import REFLEXIVE, Forms, Maker, Subject, collect, features
from phrases import Part, Phrase, Word, build, from_tokens, word

from greffier.records import Token

__all__ = ["Sentences", "usable"]

_VOWELS = frozenset("aeiouéèêëâàîïôœ")
_QUOTES = frozenset('«»"“”„')


def usable(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence can be somebody's words: whole, of one root, ended by a full stop, without quotation marks."""
    return (
        4 <= len(tokens) <= 40
        and tokens[-1].form == "."
        and tokens[-2].upos != "PUNCT"
        and tokens[0].form[0].isalpha()
        and not any(_QUOTES & set(t.form) or " " in t.form or t.deprel.startswith("parataxis") for t in tokens)
        and next(t for t in tokens if t.head == t.index).upos in {"VERB", "ADJ", "NOUN"}
    )


class Sentences:
    """Draws sentences; the same seed draws the same."""

    def __init__(self, contents: Sequence[tuple[Token, ...]], seed: int) -> None:
        self.random = Random(seed)
        self.make = Maker(self.random, collect(contents))
        self._contents = [from_tokens(tokens[:-1]) for tokens in contents if usable(tokens)]
        self._shapes: list[tuple[Callable[[], Phrase], float]] = [
            (self.incise_at_the_end, 0.40),
            (self.incise_in_the_middle, 0.14),
            (self.subject_first, 0.16),
            (self.according_to, 0.09),
            (self.as_somebody_said, 0.05),
            (self.announced_thing, 0.05),
            (self.relayed, 0.05),
            (self.words_alone, 0.04),
            (self.clause_first, 0.02),
        ]

    def draw(self) -> Phrase:
        """Make a sentence of any shape."""
        shapes, weights = zip(*self._shapes, strict=True)
        return _tidy(self.random.choices(shapes, weights)[0]())

    # --- content

    def content(self, most: int = 40) -> Phrase:
        """Take somebody's words."""
        while True:
            phrase = self.random.choice(self._contents)
            if len(phrase.words) <= most:
                return phrase

    def _lowered(self, phrase: Phrase) -> Phrase:
        """Begin a phrase that begins no sentence in the lower case, unless a name stands there."""
        first = phrase.words[0]
        if first.upos in {"PROPN", "X", "NUM"} or (first.form.isupper() and first.form[1:2] not in {"", "'"}):
            return phrase
        lowered = Word(first.form[0].lower() + first.form[1:], first.upos, first.morph, first.head, first.deprel)
        return Phrase((lowered, *phrase.words[1:]))

    def _that(self, most: int) -> Phrase:
        """Make «que …», «qu'il …»."""
        content = self._lowered(self.content(most))
        return build(("mark", word("qu'" if content.words[0].form[0].lower() in _VOWELS else "que", "SCONJ")), content)

    # --- clauses

    def clause(self) -> Phrase:
        """Make a clause with its subject after the verb: «a déclaré mardi à l'AFP le ministre», «ajoute-t-elle»."""
        return self.pronoun_clause() if self.make.chance(0.33) else self.noun_clause()

    def noun_clause(self, *, speaker: Subject | None = None) -> Phrase:
        """Make «a déclaré X» with any circumstances."""
        subject = speaker or self.make.subject()
        before, verb = self._verb(subject)
        lean = self.random.random()
        early: list[Part] = []
        late: list[Part] = []
        if lean < 0.3:
            early.append(self.make.moment())
        elif lean < 0.42:
            late.append(self.make.moment())
        if self.make.chance(0.06):
            early.append(self._mood(subject))
        if self.make.chance(0.45):
            (early if self.make.chance(0.6) else late).append(self.make.circumstance())
        if self.make.chance(0.12):
            (early if self.make.chance(0.5) else late).append(self.make.circumstance())
        return build(*before, verb, *early, ("nsubj", subject.phrase), *late, self._tail() if self.make.chance(0.14) else None)

    def _mood(self, subject: Subject) -> Part:
        """Make what an adjective says of the speaker between verb and subject: «conclut, amer, X»."""
        form = self.make.pick("modifiers", "moods").split("|")[(subject.gender == "Fem") + 2 * (subject.number == "Plur")]
        adjective = word(form, "ADJ", features(Gender=subject.gender, Number=subject.number))
        comma = ("punct", word(",", "PUNCT")) if self.make.chance(0.75) else None
        return "advcl", build(comma, adjective, comma)

    def _verb(self, subject: Subject) -> tuple[list[Part], Phrase]:
        """Make the verb of an inverted clause and what stands before it."""
        make = self.make
        draw = self.random.random()
        adverb: Part = ("advmod", word(make.pick("verbs", "adverbs"), "ADV")) if make.chance(0.12) else None
        forms = self.make.verb()
        if draw < 0.08:  # s'est félicité X, s'inquiète X
            return self._reflexive(self.random.choice(REFLEXIVE), subject)
        if draw < 0.13:  # a fait valoir X, fait remarquer X
            infinitive = word(make.pick("verbs", "caused"), "VERB", "VerbForm=Inf")
            if make.chance(0.5):
                made = word("fait", "AUX", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
                return [("aux:tense", make.auxiliary(subject.number)), adverb, ("aux:caus", made)], infinitive
            form = "font" if subject.number == "Plur" else "fait"
            made = word(form, "AUX", f"Mood=Ind|Number={subject.number}|Person=3|Tense=Pres|VerbForm=Fin")
            return [("aux:caus", made), adverb], infinitive
        if draw < 0.17:  # tient à préciser X, croit savoir X
            single, several, complement = make.pick("verbs", "modal").split("|")
            finite = word(
                several if subject.number == "Plur" else single,
                "VERB",
                f"Mood=Ind|Number={subject.number}|Person=3|Tense=Pres|VerbForm=Fin",
            )
            *mark, infinitive_form = complement.split()
            inner = build(("mark", word(mark[0], "ADP")) if mark else None, word(infinitive_form, "VERB", "VerbForm=Inf"))
            return [], build(finite, ("xcomp", inner))
        if draw < 0.55:
            pronoun: Part = (
                ("iobj", word(self.random.choice(["lui", "leur"]), "PRON", "Person=3|PronType=Prs")) if make.chance(0.03) else None
            )
            auxiliary = ("aux:tense", make.auxiliary(subject.number))
            participle = word(forms.participle, "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
            return [pronoun, auxiliary, adverb], participle
        tense = self.random.choices(["present", "imperfect", "past"], [8, 1, 1])[0]
        finite = make.finite(forms, subject.number, tense)
        return [], build(finite, adverb)

    def _reflexive(self, forms: Forms, subject: Subject) -> tuple[list[Part], Phrase]:
        compound = self.make.chance(0.5)
        finite = self.make.auxiliary(subject.number, be=True) if compound else self.make.finite(forms, subject.number, "present")
        vowel = finite.words[0].form[0] in "aeiéêh"
        clitic = ("expl:pv", word("s'" if vowel else "se", "PRON", "Person=3|PronType=Prs|Reflex=Yes"))
        if not compound:
            return [clitic], finite
        ending = ("e" if subject.gender == "Fem" else "") + ("s" if subject.number == "Plur" else "")
        morph = features(Gender=subject.gender, Number=subject.number, Tense="Past", VerbForm="Part")
        return [clitic, ("aux:tense", finite)], word(forms.participle + ending, "VERB", morph)

    def pronoun_clause(self) -> Phrase:
        """Make «a-t-il déclaré», «ajoute-t-elle», «ont-ils dit», «apprend-on de source judiciaire»."""
        make = self.make
        form, gender, number = self.random.choices(
            [("il", "Masc", "Sing"), ("elle", "Fem", "Sing"), ("ils", "Masc", "Plur"), ("elles", "Fem", "Plur"), ("on", "", "Sing")],
            [6, 3, 1.5, 0.7, 0.6],
        )[0]
        pronoun = word("-" + form, "PRON", features(Gender=gender, Number=number, Person="3", PronType="Prs" if gender else "Ind"))
        adverb: Part = ("advmod", word(make.pick("verbs", "adverbs"), "ADV")) if make.chance(0.15) else None
        late: list[Part] = []
        if make.chance(0.3):
            late.append(make.moment())
        if make.chance(0.3):
            late.append(make.circumstance())
        if make.chance(0.2):
            late.append(self._tail())
        forms = self.make.verb()
        if form == "on" and make.chance(0.6):  # apprend-on de source policière, peut-on lire sur le site
            return self._impersonal(pronoun, late)
        if make.chance(0.06):
            reflexive = self.random.choice(REFLEXIVE)
            is_ = make.auxiliary(number, be=True)
            ending = ("e" if gender == "Fem" else "") + ("s" if number == "Plur" else "")
            participle = word(
                reflexive.participle + ending, "VERB", features(Gender=gender or "Masc", Number=number, Tense="Past", VerbForm="Part")
            )
            clitic = ("expl:pv", word("s'" if is_.words[0].form[0] in "eé" else "se", "PRON", "Person=3|PronType=Prs|Reflex=Yes"))
            return build(clitic, ("aux:tense", is_), *self._linked(is_, pronoun), adverb, participle, *late)
        if make.chance(0.66):
            have = make.auxiliary(number)
            participle = word(forms.participle, "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
            if make.chance(0.06):
                made = word("fait", "AUX", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
                adverb, participle = ("aux:caus", made), word(make.pick("verbs", "caused"), "VERB", "VerbForm=Inf")
            return build(("aux:tense", have), *self._linked(have, pronoun), adverb, participle, *late)
        finite = make.finite(forms, number, self.random.choices(["present", "imperfect", "past"], [8, 1, 1])[0])
        return build(finite, *self._linked(finite, pronoun), adverb, *late)

    def _impersonal(self, pronoun: Phrase, late: list[Part]) -> Phrase:
        """Make «apprend-on de source judiciaire», «peut-on lire dans le communiqué»."""
        if self.make.chance(0.4):
            read = ("xcomp", build(word(self.random.choice(["lire", "entendre"]), "VERB", "VerbForm=Inf"), *late))
            return build(word("peut", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"), ("nsubj", pronoun), read)
        kind = self.random.choice(["judiciaire", "policière", "diplomatique", "syndicale", "officielle"])
        source = build(
            ("case", word("de", "ADP")),
            word("source", "NOUN", "Gender=Fem|Number=Sing"),
            ("amod", word(kind, "ADJ", "Gender=Fem|Number=Sing")),
        )
        verb = self.random.choice(["apprend", "indique", "confirme", "précise"])
        finite = word(verb, "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")
        return build(finite, *self._linked(finite, pronoun), *late, ("obl:mod", source))

    def _linked(self, verb: Phrase, pronoun: Phrase) -> list[Part]:
        """Link verb and pronoun: «-t» stands between two vowels, and hangs on the pronoun."""
        if verb.words[-1].form[-1] in "aec":
            pronoun = build(("dep", word("-t", "PART")), pronoun)
        return [("nsubj", pronoun)]

    def _tail(self) -> Part:
        """Make what may follow a clause: «, ajoutant que …», «, avant de conclure», «, visiblement ému», «, cité par …»."""
        make = self.make
        comma = ("punct", word(",", "PUNCT"))
        draw = self.random.random()
        if draw < 0.5:
            gerund = word(make.pick("verbs", "gerunds"), "VERB", "Tense=Pres|VerbForm=Part")
            return "advcl", build(comma, gerund, ("ccomp", self._that(15)))
        if draw < 0.75:
            return "advcl", self._cited(comma)
        infinitive = word(self.random.choice(["conclure", "poursuivre", "ajouter", "saluer"]), "VERB", "VerbForm=Inf")
        before = build(word("avant", "ADP"), ("fixed", word("d'" if infinitive.words[0].form[0] in _VOWELS else "de", "ADP")))
        return "advcl", build(comma, ("mark", before), infinitive)

    def _cited(self, comma: Part) -> Phrase:
        """Make «, cité par l'agence X», «, interrogé par X»."""
        form = self.random.choice(["cité", "citée", "cités", "interrogé", "interrogée", "joint", "repris"])
        by = build(("case", word("par", "ADP")), self.make.articled(self.make.pick("names", "media")).phrase)
        return build(comma, word(form, "VERB", "Tense=Past|VerbForm=Part"), ("obl:agent", by))

    # --- shapes

    def incise_at_the_end(self) -> Phrase:
        """Make «« … », a déclaré X.», with every way to open, close and part the words."""
        content = self.content()
        clause = self.clause()
        draw = self.random.random()
        opened, closed = draw < 0.62 or 0.74 < draw < 0.8, draw < 0.74  # else: the sentence before opened them, or there are no marks
        mark = self.random.choices(["", "!", "?", "…", "."], [20, 1, 1.5, 0.7, 0.6])[0] if closed else ""
        comma = ("punct", word(",", "PUNCT"))
        inside = closed and not mark and self.make.chance(0.12)
        outside = not inside and (not mark or self.make.chance(0.3)) and not (closed and self.make.chance(0.08))
        return build(
            _quote("«") if opened else None,
            content,
            ("punct", word(mark, "PUNCT")) if mark else None,
            comma if inside else None,
            _quote("»") if closed else None,
            ("parataxis", build(comma if outside else None, clause)),
            _STOP,
        )

    def incise_in_the_middle(self) -> Phrase:
        """Make «« … », a déclaré X, « … »», cut where a dependent of the content's root begins or ends."""
        while True:
            content = self.content()
            places = _cuts(content)
            if places:
                break
        cut = self.random.choice(places)
        marks = self.make.chance(0.75)
        comma = word(",", "PUNCT")
        again = self.make.chance(0.8)
        left, right = content.words[:cut], content.words[cut:]
        if right[0].form in {",", ";"}:
            again = False
        clause = build(("punct", comma), self.clause(), ("punct", comma) if again else None)
        close, reopen = (_quote("»"), _quote("«")) if marks else (None, None)
        return _spliced(
            content, len(left), [close, ("parataxis", clause), reopen], _quote("«") if marks else None, _quote("»") if marks else None
        )

    def subject_first(self) -> Phrase:
        """Make «X a déclaré mardi que …», «X a déclaré : « … »»."""
        make = self.make
        speaker = make.subject(plural=0.25)
        forms = self.make.verb()
        early: list[Part] = [make.moment()] if make.chance(0.35) else []
        if make.chance(0.3):
            early.append(make.circumstance())
        first: Part = None
        if make.chance(0.15):
            day = make.moment()
            first = (day[0], build(day[1], ("punct", word(",", "PUNCT")))) if day[1].words[0].form != "," else None
        subject = speaker.phrase
        if any(w.form == "," for w in subject.words) and make.chance(0.85):
            subject = build(subject, ("punct", word(",", "PUNCT")))
        if make.chance(0.55):
            said: Part = ("ccomp", self._that(30))
        else:
            marks = make.chance(0.85)
            said = (
                "ccomp",
                build(("punct", word(":", "PUNCT")), _quote("«") if marks else None, self.content(), _quote("»") if marks else None),
            )
        if make.chance(0.6):
            verb = word(forms.participle, "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
            return build(first, ("nsubj", subject), ("aux:tense", make.auxiliary(speaker.number)), verb, *early, said, _STOP)
        return build(first, ("nsubj", subject), make.finite(forms, speaker.number, "present"), *early, said, _STOP)

    def according_to(self) -> Phrase:
        """Make «Selon X, …», «…, selon X.», «« … », d'après X.»."""
        make = self.make
        speaker = make.subject(plural=0.25).phrase
        content = self.content()
        first = make.chance(0.5)
        draw = self.random.random()
        if draw < 0.75:
            case = word("Selon" if first else "selon", "ADP")
        else:
            case = build(word("D'" if first else "d'", "ADP"), ("fixed", word("après", "ADP")))
        comma = ("punct", word(",", "PUNCT"))
        marks = make.chance(0.3)
        source = build(("case", case), speaker)
        if first:
            return build(
                ("obl:mod", build(source, comma)),
                _quote("«") if marks else None,
                self._lowered(content),
                _quote("»") if marks else None,
                _STOP,
            )
        return build(_quote("«") if marks else None, content, _quote("»") if marks else None, ("obl:mod", build(comma, source)), _STOP)

    def as_somebody_said(self) -> Phrase:
        """Make «…, comme l'a dit X», «Comme l'explique X, …», «…, ainsi que le souligne X»."""
        make = self.make
        speaker = make.subject()
        forms = self.make.verb()
        first = make.chance(0.3)
        as_ = (
            word("Comme" if first else "comme", "SCONJ")
            if make.chance(0.8)
            else build(word("Ainsi" if first else "ainsi", "ADV"), ("fixed", word("que", "SCONJ")))
        )
        verb: list[Part]
        if make.chance(0.6):
            have = make.auxiliary(speaker.number)
            participle = word(forms.participle, "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
            verb = [("obj", word("l'", "PRON", "Number=Sing|Person=3|PronType=Prs")), ("aux:tense", have), participle]
        else:
            finite = make.finite(forms, speaker.number, "present")
            form = "l'" if finite.words[0].form[0] in "aeiouéèêh" else "le"
            verb = [("obj", word(form, "PRON", "Number=Sing|Person=3|PronType=Prs")), finite]
        late = make.moment() if make.chance(0.2) else None
        comma = ("punct", word(",", "PUNCT"))
        clause = build(None if first else comma, ("mark", as_), *verb, ("nsubj", speaker.phrase), late, comma if first else None)
        content = self.content()
        if first:
            return build(("advcl", clause), self._lowered(content), _STOP)
        return build(content, ("advcl", clause), _STOP)

    def announced_thing(self) -> Phrase:
        """Make «X a annoncé mardi la fermeture de la mairie»: the noun after the verb is its object."""
        make = self.make
        speaker = make.subject(plural=0.2)
        thing = build(
            make.articled(make.pick("verbs", "objects")).phrase,
            ("nmod", make.prepositional(make.pick("modifiers", "complements"))) if make.chance(0.6) else None,
        )
        participle = word(make.pick("verbs", "neutral"), "VERB", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part")
        early = make.moment() if make.chance(0.5) else None
        late = make.circumstance() if make.chance(0.4) else None
        if make.chance(0.25):  # what somebody announced: «la fermeture qu'a annoncée X»
            participle_f = word(participle.words[0].form, "VERB", participle.words[0].morph)
            relative = build(
                ("obj", word("qu'", "PRON", "PronType=Rel")),
                ("aux:tense", make.auxiliary(speaker.number)),
                participle_f,
                early,
                ("nsubj", speaker.phrase),
            )
            host = build(thing, ("acl:relcl", relative))
            return build(
                ("nsubj", host),
                word("inquiète", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
                ("obj", make.role("Masc", "Plur")),
                _STOP,
            )
        return build(
            ("nsubj", speaker.phrase), ("aux:tense", make.auxiliary(speaker.number)), participle, early, ("obj", thing), late, _STOP
        )

    def relayed(self) -> Phrase:
        """Make «…, a déclaré X, cité par Y», «…, a-t-il dit, rapporte Y»."""
        comma = ("punct", word(",", "PUNCT"))
        marks = self.make.chance(0.7)
        first = self.noun_clause() if self.make.chance(0.6) else self.pronoun_clause()
        if self.make.chance(0.5):
            first = build(first, ("advcl", self._cited(comma)))
            second: Part = None
        else:
            medium = self.make.articled(self.make.pick("names", "media"))
            verb = self.random.choice(["rapporte", "indique", "écrit", "précise", "cite", "note", "affirme", "relate"])
            finite = word(verb, "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")
            second = ("parataxis", build(comma, finite, ("nsubj", medium.phrase)))
        return build(
            _quote("«") if marks else None,
            self.content(),
            _quote("»") if marks else None,
            ("parataxis", build(comma, first)),
            second,
            _STOP,
        )

    def words_alone(self) -> Phrase:
        """Make «« … »», «« … », «… »»: sentences inside a quotation, whose marks may stand in others."""
        opened, closed = self.random.choice([(True, True), (True, False), (False, True)])
        return build(_quote("«") if opened else None, self.content(), _STOP, _quote("»") if closed else None)

    def clause_first(self) -> Phrase:
        """Make «A dit X : …», «Et X d'ajouter : « … »»."""
        make = self.make
        speaker = make.subject()
        infinitive = word(self.random.choice(["ajouter", "conclure", "préciser", "poursuivre", "insister"]), "VERB", "VerbForm=Inf")
        said = ("ccomp", build(("punct", word(":", "PUNCT")), _quote("«"), self.content(), _quote("»")))
        return build(
            ("cc", word("Et", "CCONJ")),
            ("nsubj", speaker.phrase),
            ("mark", word("d'" if infinitive.words[0].form[0] in _VOWELS else "de", "ADP")),
            infinitive,
            said,
            _STOP,
        )


def _tidy(phrase: Phrase) -> Phrase:
    """Leave out commas that stand before another comma or the full stop, and begin with a capital letter."""
    words = phrase.words
    after = [w.form for w in words[1:]] + [""]
    heads = {w.head for i, w in enumerate(words) if w.head != i}
    gone = {i for i, w in enumerate(words) if w.form == "," and after[i] in {",", "."} and i not in heads}
    place = {old: new for new, old in enumerate(i for i in range(len(words)) if i not in gone)}
    kept = [Word(w.form, w.upos, w.morph, place[w.head], w.deprel) for i, w in enumerate(words) if i not in gone]
    first = 1 if kept[0].form == "«" else 0
    w = kept[first]
    kept[first] = Word(w.form[0].upper() + w.form[1:], w.upos, w.morph, w.head, w.deprel)
    return Phrase(tuple(kept))


_STOP: Part = ("punct", word(".", "PUNCT"))


def _quote(mark: str) -> Part:
    return ("punct", word(mark, "PUNCT"))


# Dependents that nothing parts from their verb or noun.
_TIED = frozenset(
    {
        "det",
        "case",
        "cc",
        "mark",
        "expl:pv",
        "aux:tense",
        "aux:pass",
        "aux:caus",
        "cop",
        "iobj",
        "amod",
        "nmod",
        "nummod",
        "flat:name",
        "fixed",
        "acl",
    }
)


def _cuts(phrase: Phrase) -> list[int]:
    """Give the places where a clause may be put in: no arc but those of the root spans them, and a whole dependent ends or begins there."""
    root = phrase.root
    out = []
    for place in range(2, len(phrase.words) - 1):
        spanning = [(i, w.head) for i, w in enumerate(phrase.words) if min(i, w.head) < place <= max(i, w.head)]
        if not spanning or any(root not in pair for pair in spanning):
            continue
        if {phrase.words[d if h == root else h].deprel for d, h in spanning} & _TIED:
            continue
        before = phrase.words[place - 1]
        if (
            before.form in {",", ";", ":", "(", "ne", "pas"}
            or before.form.endswith("'")
            or before.upos in {"DET", "ADP", "AUX", "SCONJ", "CCONJ", "PRON"}
        ):
            continue
        out.append(place)
    return out


def _spliced(content: Phrase, cut: int, middle: list[Part], opening: Part, closing: Part) -> Phrase:
    """Put parts that hang on the root into a phrase at `cut`, then marks and a full stop around it."""
    given = [part for part in middle if part is not None]
    inserted: list[Word] = []
    width = sum(len(part[1].words) for part in given if not isinstance(part, Phrase))
    root = content.root + (width if content.root >= cut else 0)
    for part in given:
        if isinstance(part, Phrase):
            raise TypeError("the middle has no head")
        deprel, phrase = part
        start, inner = cut + len(inserted), phrase.root
        inserted += [
            Word(w.form, w.upos, w.morph, root if i == inner else w.head + start, deprel if i == inner else w.deprel)
            for i, w in enumerate(phrase.words)
        ]
    moved = [Word(w.form, w.upos, w.morph, w.head + (width if w.head >= cut else 0), w.deprel) for w in content.words]
    whole = Phrase((*moved[:cut], *inserted, *moved[cut:]))
    return build(opening, whole, closing, _STOP)
