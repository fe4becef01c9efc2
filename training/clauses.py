"""Parts of reporting clauses: who speaks, when, where, and the verb that says so.

In: a random generator and the lexicon. Out: phrases. Not: sentences, they are `reporting_sentences`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import NamedTuple

from phrases import Part, Phrase, build, subtree, word

from greffier.records import Token

__all__ = ["REFLEXIVE", "Forms", "Maker", "Subject", "collect", "features"]

_LEXICON = tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text(encoding="utf-8"))
_CONTRACTIONS = {"du": "Masc", "au": "Masc", "des": "", "aux": ""}
_FINITE = "Mood=Ind|Number={number}|Person=3|Tense={tense}|VerbForm=Fin"


def entries(section: str, key: str) -> list[str]:
    """Give the entries of a list of the lexicon."""
    value: str = _LEXICON[section][key]
    return value.strip().split("\n") if "\n" in value else value.split()


class Subject(NamedTuple):
    """A noun phrase with its agreement: `Masc` or `Fem`, `Sing` or `Plur`."""

    phrase: Phrase
    gender: str
    number: str


class Forms(NamedTuple):
    """A verb: present in the singular and plural, participle, imperfect, simple past."""

    present: str
    presents: str
    participle: str
    imperfect: str
    past: str


def _first_conjugation(entry: str) -> Forms:
    stem, _, strong = entry.partition(">")
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    return Forms((strong or stem) + "e", (strong or stem) + "ent", stem + "é", soft + "ait", soft + "a")


VERBS = [_first_conjugation(e) for e in entries("verbs", "er")] + 2 * [Forms(*e.split("|")) for e in entries("verbs", "other")]
REFLEXIVE = [Forms(*e.split("|")) for e in entries("verbs", "reflexive")]
_CODES = {"m": "Masc", "f": "Fem", "n": ""}


def features(**values: str) -> str:
    """Write a feature string, empty values left out."""
    return "|".join(f"{k}={v}" for k, v in sorted(values.items()) if v)


class Pool(NamedTuple):
    """Parts that treebanks give: subjects, circumstances, stems of verbs of the first conjugation."""

    subjects: list[Subject]
    circumstances: list[Phrase]
    verbs: list[Forms]


def collect(sentences: Iterable[tuple[Token, ...]]) -> Pool:
    """Collect the parts that sentences offer."""
    subjects, circumstances, stems = [], [], set()
    for tokens in sentences:
        for token in tokens:
            if token.upos == "VERB" and token.lemma.endswith("er") and token.lemma.isalpha():
                stems.add(token.lemma[:-2])
            is_subject = token.deprel == "nsubj" and token.upos in {"NOUN", "PROPN"}
            is_circumstance = token.deprel == "obl:mod" and token.upos in {"NOUN", "PROPN"}
            phrase = subtree(tokens, token.index) if is_subject or is_circumstance else None
            if phrase is None or len(phrase.words) > _LONGEST or any(set(w.form) & _SIGNS for w in phrase.words):
                continue
            first = phrase.words[0]
            if is_circumstance and first.upos == "ADP" and len(phrase.words) > 1:
                circumstances.append(_lowered(phrase))
            elif is_subject and (first.upos in {"DET", "PROPN", "NUM"} or len(phrase.words) == 1):
                morph = dict(f.split("=", 1) for f in token.morph.split("|") if "=" in f)
                subjects.append(Subject(_lowered(phrase), morph.get("Gender", "Masc"), morph.get("Number", "Sing")))
    verbs = [
        _first_conjugation(stem)
        for stem in sorted(stems)
        if len(stem) > 2 and not set(stem[-3:]) & set("éè") and stem[-2:] not in {"el", "et", "ev", "en"}
    ]
    return Pool(subjects, circumstances, verbs)


# Words of a subject or a circumstance: longer ones are seldom put behind a reporting verb.
_LONGEST = 12
_SIGNS = frozenset('«»"“”():;[]/\\0123456789')


def _lowered(phrase: Phrase) -> Phrase:
    first = phrase.words[0]
    if first.upos == "PROPN" or (first.form.isupper() and len(first.form) > 1 and "'" not in first.form):
        return phrase
    return Phrase((replace(first, form=first.form[0].lower() + first.form[1:]), *phrase.words[1:]))


class Maker:
    """Makes parts of clauses at random, of the lexicon's words and of the pool's."""

    def __init__(self, random: Random, pool: Pool) -> None:
        self.random = random
        self.pool = pool

    def pick(self, section: str, key: str) -> str:
        """Take one entry of a list."""
        return self.random.choice(entries(section, key))

    def chance(self, share: float) -> bool:
        """Say yes in that share of cases."""
        return self.random.random() < share

    # --- noun phrases

    def determiner(self, gender: str, number: str, noun: str, *, definite: bool = True) -> Phrase:
        """Make the article that a noun wants."""
        if number == "Plur":
            form = (
                "les"
                if definite
                else self.random.choice(["des", "des", "plusieurs", "deux", "certains" if gender == "Masc" else "certaines"])
            )
        elif definite and noun[0].lower() in "aeiouyéèêâîhœÉ" and noun not in {"haut", "haute"}:
            form = "l'"
        else:
            form = {("Masc", True): "le", ("Fem", True): "la", ("Masc", False): "un", ("Fem", False): "une"}[gender, definite]
        if form == "deux":
            return word(form, "NUM", "NumType=Card")
        kind = {"Definite": "Def" if definite else "Ind", "PronType": "Art"}
        return word(form, "DET", features(Gender="" if form in {"l'", "les", "des"} else gender, Number=number, **kind))

    def name(self, gender: str | None = None) -> Phrase:
        """Make a person's name."""
        family = word(self.pick("names", "family"), "PROPN")
        if self.chance(0.05):
            return build(word(self.random.choice("ABCDFHJLMNPRST") + ".", "PROPN"), ("flat:name", family))
        key = {"Masc": "masculine", "Fem": "feminine"}[gender or self.random.choice(["Masc", "Fem"])]
        particle = ("flat:name", word(self.random.choice(["de", "van", "ben", "El", "Ould"]), "PROPN")) if self.chance(0.08) else None
        return build(word(self.pick("names", key), "PROPN"), particle, ("flat:name", family))

    def prepositional(self, entry: str, *, proper: bool = True) -> Phrase:
        """Make «de la police», «à l'issue de la réunion» from an entry of the lexicon."""
        words, _, code = entry.partition("|")
        return self._chain(words.split(), _CODES[code], proper=proper)

    def _chain(self, words: list[str], gender: str, *, proper: bool) -> Phrase:
        case = word(words[0], "ADP", features(Gender=_CONTRACTIONS.get(words[0], ""), Number="Sing" if words[0] in {"du", "au"} else ""))
        rest = words[1:]
        determiner: Part = None
        if rest[0] in {"la", "le", "l'", "les", "un", "une", "son", "des", "notre"}:
            determiner = ("det", word(rest[0], "DET"))
            number = "Plur" if rest[0] in {"les", "des"} else "Sing"
            rest = rest[1:]
        else:
            number = "Plur" if words[0] in {"des", "aux"} else "Sing"
        capital = rest[0][0].isupper()
        noun = word(rest[0], "PROPN" if capital else "NOUN", "" if capital else features(Gender=gender, Number=number))
        more: Part = ("nmod", self._chain(rest[1:], "", proper=proper)) if len(rest) > 1 else None
        return build(("case", case), determiner, noun, more)

    def articled(self, entry: str) -> Subject:
        """Make «la Maison Blanche», «l'agence Interfax», «Reuters» from an entry of the lexicon."""
        words, _, code = entry.partition("|")
        parts = words.split()
        gender = _CODES[code]
        determiner: Part = None
        if parts[0] in {"le", "la", "l'"}:
            determiner = (
                "det",
                word(parts[0], "DET", features(Definite="Def", Gender="" if parts[0] == "l'" else gender, Number="Sing", PronType="Art")),
            )
            parts = parts[1:]
        proper = parts[0][0].isupper()
        head = word(parts[0], "PROPN" if proper else "NOUN", "" if proper else features(Gender=gender, Number="Sing"))
        more: Part = None
        if len(parts) > 1:
            capital = parts[1][0].isupper()
            more = (
                ("flat:name" if proper else "nmod", word(parts[1], "PROPN"))
                if capital
                else ("amod", word(parts[1], "ADJ", features(Gender=gender, Number="Sing")))
            )
        return Subject(build(determiner, head, more), gender or "Masc", "Sing")

    def role(self, gender: str, number: str, *, bare: bool = False, body: bool = False) -> Phrase:
        """Make «le porte-parole adjoint du ministère», «des élus écologistes»."""
        if number == "Plur":
            noun = self.pick("roles", "plural_masculine" if gender == "Masc" else "plural_feminine")
        else:
            noun = self.pick("roles", ("bodies_" if body else "") + {"Masc": "masculine", "Fem": "feminine"}[gender])
        index = (gender == "Fem") + 2 * (number == "Plur")
        agreement = features(Gender=gender, Number=number)
        before = self.pick("modifiers", "before").split("|")[index] if self.chance(0.12) else None
        if before == "nouveau" and noun[0] in "aeiouéh":
            before = "nouvel"
        determiner: Part = None if bare else ("det", self.determiner(gender, number, before or noun, definite=self.chance(0.8)))
        if determiner is not None and determiner[1].words[0].upos == "NUM":  # type: ignore[index,union-attr]
            determiner = ("nummod", determiner[1])  # type: ignore[index]
        adjective: Part = None
        if self.chance(0.4):
            adjective = ("amod", word(self.pick("modifiers", "adjectives").split("|")[index], "ADJ", agreement))
        complement: Part = ("nmod", self.prepositional(self.pick("modifiers", "complements"))) if self.chance(0.45) else None
        near: Part = None
        if self.chance(0.04):
            near = (
                "amod",
                build(word("proches" if number == "Plur" else "proche", "ADJ", agreement), ("obl:arg", self.prepositional("du dossier|m"))),
            )
        second: Part = ("nmod", self.prepositional(self.pick("modifiers", "complements"))) if complement and self.chance(0.15) else None
        return build(
            determiner,
            ("amod", word(before, "ADJ", agreement)) if before else None,
            word(noun, "NOUN", agreement),
            adjective,
            near,
            complement,
            second,
        )

    def subject(self, *, plural: float = 0.15) -> Subject:
        """Make a subject of any shape."""
        gender = self.random.choice(["Masc", "Masc", "Fem"])
        if self.chance(0.4):
            return self.random.choice(self.pool.subjects)
        if self.chance(plural):
            if self.chance(0.4):
                return self._pair()
            return self._described(self.role(gender, "Plur"), gender, "Plur")
        draw = self.random.random()
        if draw < 0.15:
            title = {"Masc": ["M.", "M.", "Me", "Dr"], "Fem": ["Mme", "Mme", "Me"]}[gender]
            title_word = word(self.random.choice(title), "NOUN", features(Gender=gender, Number="Sing"))
            bare = self.name(gender) if self.chance(0.3) else word(self.pick("names", "family"), "PROPN")
            return self._described(build(title_word, ("nmod", bare)), gender, "Sing")
        if draw < 0.35:
            return self._described(self.name(gender), gender, "Sing")
        if draw < 0.41:
            return Subject(word(self.pick("names", "bare"), "PROPN"), "Masc", "Sing")
        if draw < 0.5:
            return self.articled(self.pick("names", "articled"))
        if draw < 0.54:
            form = self.random.choice(["celui-ci", "celle-ci", "ce dernier", "cette dernière", "l'un d'eux", "l'intéressé", "l'intéressée"])
            return self._demonstrative(form)
        if draw < 0.65:
            return Subject(self.role(gender, "Sing", body=True), gender, "Sing")
        return self._described(self.role(gender, "Sing"), gender, "Sing")

    def _demonstrative(self, form: str) -> Subject:
        gender = "Fem" if form in {"celle-ci", "cette dernière", "l'intéressée"} else "Masc"
        agreement = features(Gender=gender, Number="Sing")
        if form.startswith("cel"):
            return Subject(word(form, "PRON", features(Gender=gender, Number="Sing", Person="3", PronType="Dem")), gender, "Sing")
        if form == "l'un d'eux":
            them = build(("case", word("d'", "ADP")), word("eux", "PRON", "Gender=Masc|Number=Plur|Person=3|PronType=Prs"))
            return Subject(build(("det", word("l'", "DET")), word("un", "PRON", agreement), ("nmod", them)), gender, "Sing")
        determiner = form[: 2 if form[1] == "'" else form.index(" ")]
        noun = form[len(determiner) :].strip()
        return Subject(build(("det", word(determiner, "DET", "Number=Sing")), word(noun, "NOUN", agreement)), gender, "Sing")

    def _pair(self) -> Subject:
        one = self.subject(plural=0)
        two = self.subject(plural=0)
        joined = build(one.phrase, ("conj", build(("cc", word("et", "CCONJ")), two.phrase)))
        return Subject(joined, "Fem" if one.gender == two.gender == "Fem" else "Masc", "Plur")

    def _described(self, phrase: Phrase, gender: str, number: str) -> Subject:
        """Add what press adds to a name: an apposition, a relative clause, an age, a party."""
        draw = self.random.random()
        named = phrase.words[phrase.root].upos == "PROPN" or phrase.words[phrase.root].form in {"M.", "Mme", "Me", "Dr"}
        comma = ("punct", word(",", "PUNCT"))
        if not named and number == "Sing" and draw < 0.3:
            return Subject(build(phrase, ("appos", self.name(gender))), gender, number)
        if not named and number == "Sing" and draw < 0.42:
            return Subject(build(phrase, ("appos", build(comma, self.name(gender)))), gender, number)
        if named and draw < 0.25:
            other = self.role(gender, number, bare=True)
            if self.chance(0.2):
                other = build(other, ("conj", build(("cc", word("et", "CCONJ")), self.role(gender, number, bare=True))))
            return Subject(build(phrase, ("appos", build(comma, other))), gender, number)
        if named and draw < 0.29:
            party = build(
                ("punct", word("(", "PUNCT")),
                word(self.random.choice(["PS", "LR", "RN", "EELV", "UMP", "CDU"]), "PROPN"),
                ("punct", word(")", "PUNCT")),
            )
            return Subject(build(phrase, ("appos", party)), gender, number)
        if named and draw < 0.33:
            years = build(comma, ("nummod", word(str(self.random.randint(18, 90)), "NUM")), word("ans", "NOUN", "Gender=Masc|Number=Plur"))
            return Subject(build(phrase, ("appos", years)), gender, number)
        if 0.42 < draw < 0.5:
            who = word("qui", "PRON", "PronType=Rel")
            verb = self.random.choice([("dirige", "obj"), ("préside", "obj"), ("suit", "obj"), ("connaît", "obj"), ("soutient", "obj")])
            thing = self.articled(self.pick("verbs", "objects")).phrase
            relative = build(comma, ("nsubj", who), word(verb[0], "VERB", _FINITE.format(number=number, tense="Pres")), (verb[1], thing))
            return Subject(build(phrase, ("acl:relcl", relative)), gender, number)
        return Subject(phrase, gender, number)

    # --- circumstances

    def moment(self) -> tuple[str, Phrase]:
        """Make «mardi», «lundi soir», «, jeudi 3 mai,», «hier»: a relation and its phrase."""
        draw = self.random.random()
        day = word(self.pick("times", "days"), "NOUN", "Gender=Masc|Number=Sing")
        if draw < 0.12:
            return "advmod", word(self.pick("times", "adverbs"), "ADV")
        if draw < 0.6:
            return "obl:mod", day
        if draw < 0.7:
            return "obl:mod", build(day, ("nmod", word(self.pick("times", "parts"), "NOUN", "Gender=Masc|Number=Sing")))
        number = word(str(self.random.randint(1, 31)), "NUM")
        month = build(
            word(self.pick("times", "months"), "NOUN", "Gender=Masc|Number=Sing"),
            ("nmod", word(str(self.random.randint(1990, 2024)), "NUM")) if self.chance(0.2) else None,
        )
        if draw < 0.8:
            return "obl:mod", build(
                ("det", word("le", "DET", "Definite=Def|Gender=Masc|Number=Sing|PronType=Art")), number, ("nmod", month)
            )
        date = build(day, ("nummod", number), ("nmod", month))
        if draw < 0.9:
            return "obl:mod", date
        return "obl:mod", build(("punct", word(",", "PUNCT")), date, ("punct", word(",", "PUNCT")))

    def circumstance(self) -> tuple[str, Phrase]:
        """Make «à l'AFP», «dans un communiqué», «lors d'une réunion», «pour sa part»."""
        if self.chance(0.55):
            phrase = self.random.choice(self.pool.circumstances)
            comma = ("punct", word(",", "PUNCT"))
            return "obl:mod", build(comma, phrase, comma) if self.chance(0.25) else phrase
        draw = self.random.random()
        if draw < 0.3:
            return "obl:arg", self.prepositional(self.pick("places", "arguments"))
        if draw < 0.75:
            return "obl:mod", self.prepositional(self.pick("places", "modifiers"))
        if draw < 0.9:
            noun, _, code = self.pick("places", "occasions").partition("|")
            gender = _CODES[code]
            article = word(
                "une" if gender == "Fem" else "un", "DET", features(Definite="Ind", Gender=gender, Number="Sing", PronType="Art")
            )
            complement: Part = (
                ("nmod", build(("case", word("de", "ADP")), word("presse", "NOUN", "Gender=Fem|Number=Sing")))
                if noun == "conférence"
                else None
            )
            event = build(
                ("case", word("d'", "ADP")), ("det", article), word(noun, "NOUN", features(Gender=gender, Number="Sing")), complement
            )
            return "advmod", build(word("lors", "ADV"), ("obl:arg", event))
        preposition, own, noun = self.random.choice(
            [("pour", "sa", "part"), ("de", "son", "côté"), ("à", "son", "tour"), ("pour", "leur", "part")]
        )
        phrase = build(
            ("case", word(preposition, "ADP")), ("det", word(own, "DET", "Number=Sing|Poss=Yes")), word(noun, "NOUN", "Number=Sing")
        )
        commas = self.chance(0.3)
        comma = ("punct", word(",", "PUNCT")) if commas else None
        return "obl:mod", build(comma, phrase, comma)

    # --- verbs

    def verb(self) -> Forms:
        """Take a verb; one in three has nothing to do with speech, since its place tells a reporting verb more than its sense."""
        return self.random.choice(self.pool.verbs if self.chance(0.35) else VERBS)

    def finite(self, forms: Forms, number: str, tense: str) -> Phrase:
        """Make a finite verb: tense is present, imperfect or past."""
        form, name = {"present": (forms.present, "Pres"), "imperfect": (forms.imperfect, "Imp"), "past": (forms.past, "Past")}[tense]
        if number == "Plur":
            plural = {"present": forms.presents, "imperfect": forms.imperfect[:-1] + "ent"}
            form = plural.get(tense) or (form[:-1] + "èrent" if form.endswith("a") else form[:-1] + "rent")
        return word(form, "VERB", _FINITE.format(number=number, tense=name))

    def auxiliary(self, number: str, *, be: bool = False) -> Phrase:
        """Make the auxiliary of a compound tense."""
        tense = self.random.choices(["Pres", "Imp", "Cnd"], [8, 1, 0.6])[0]
        have = {"Pres": ("a", "ont"), "Imp": ("avait", "avaient"), "Cnd": ("aurait", "auraient")}
        is_ = {"Pres": ("est", "sont"), "Imp": ("était", "étaient"), "Cnd": ("serait", "seraient")}
        form = (is_ if be else have)[tense][number == "Plur"]
        mood = "Cnd" if tense == "Cnd" else "Ind"
        return word(form, "AUX", f"Mood={mood}|Number={number}|Person=3|Tense={'Pres' if tense == 'Cnd' else tense}|VerbForm=Fin")
