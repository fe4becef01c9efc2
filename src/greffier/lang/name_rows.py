"""The rows of `lang/<code>/names/`: who and what has a name, and how French calls it.

In: nothing. Out: one type a table, `NameRows`. Not: how they are read, that is `lang/names`.

Conventions of all tables: lists are separated by `|`; days are ISO (`2012-11-06`, also `2012-11` or `2012`), `since` is inclusive,
`until` is exclusive (the day on which the next holder began) and empty where it lasts; `country` is an ISO 3166-1 alpha-2 code;
`sector` a PLOVER code (GOV MIL REB OPP MED IGO NGO CIV JUD LEG PTY SPY COP BUS EDU …); `wikidata` only where certain; `example` is a
passage of French in which the row's first form stands, `origin` says where the row comes from (`cldr`, `geonames`, `own` …). A folder
may lack any of the files.

Forms are written as they are printed, accents and capitals included. Matching folds accents («Etat» finds «État») and lets hyphens and
spaces stand for one another («al Qaida», «al-Qaïda»); a word with a capital in the table must have one in the text. `acronyms` are
exact: every letter as printed, and short ones are guarded by context.
"""

from __future__ import annotations

from greffier.records import EntityKind, Record

__all__ = [
    "Agent",
    "Body",
    "City",
    "FirstName",
    "Group",
    "Medium",
    "NameRows",
    "NameWord",
    "Office",
    "Organisation",
    "Person",
    "Region",
    "Role",
    "Territory",
    "TitleWord",
]


class Territory(Record, frozen=True, kw_only=True):
    """A state or territory, also of the past (`territories.tsv`). Its identity is `country:KEY`.

    `key` is the alpha-2 code where there is one, else a slug («URSS»: `SU`; «Kurdistan irakien»: `kurdistan-irakien`, whose `code` is
    then `IQ`). `name` has no article, `article` is la, le, l', les or empty. `adjectives` are all inflected forms in small letters
    («russe|russes»); the nouns are these with a capital, `nouns` are further ones («Britannique», «Israélien» need none; «Émirien»
    beside «émirati» does). `prefixes` open compounds («russo», «franco»). `seats` are the words by which the press means the
    government, the capital first («Moscou|Kremlin»); only those that are also a city or building in the capital, never a body of its
    own (Pentagone: `bodies.tsv`).
    """

    key: str
    code: str | None = None
    wikidata: str | None = None
    name: str
    article: str = ""
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    example: str = ""
    origin: str = ""


class Region(Record, frozen=True, kw_only=True):
    """A continent, sea, mountain range, province or any other named area that is no state (`regions.tsv`); identity `place:KEY`.

    `countries` are the codes of the states it lies in, where they are few. `adjectives` as in `Territory`.
    """

    key: str
    wikidata: str | None = None
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    example: str = ""
    origin: str = ""


class Organisation(Record, frozen=True, kw_only=True):
    """An international or non-governmental organisation, party, company, club (`organisations.tsv`); identity `org:KEY`.

    `seats` are metonyms («Bruxelles» for the European Union).
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    sector: str | None = None
    country: str | None = None
    wikidata: str | None = None
    since: str | None = None
    until: str | None = None
    example: str = ""
    origin: str = ""


class Medium(Record, frozen=True, kw_only=True):
    """A newspaper, channel, site or news agency (`media.tsv`); identity `medium:KEY`. `agency` is yes for a wire service."""

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    agency: bool = False
    wikidata: str | None = None
    since: str | None = None
    until: str | None = None
    example: str = ""
    origin: str = ""


class Group(Record, frozen=True, kw_only=True):
    """An armed group or movement (`groups.tsv`); identity `group:KEY`.

    `kind` is organisation, or group for a movement named by its members («Taliban», «Houthis»). `dated` are names of a time,
    `EIIL=2013-04/2014-06`; they are found like the others and bound the time of an article. A branch is a row of its own with `part_of`.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    dated: tuple[str, ...] = ()
    kind: EntityKind = EntityKind.ORGANISATION
    part_of: str | None = None
    sector: str = "REB"
    country: str | None = None
    wikidata: str | None = None
    since: str | None = None
    until: str | None = None
    example: str = ""
    origin: str = ""


class Body(Record, frozen=True, kw_only=True):
    """A body of a state (`bodies.tsv`): ministry, parliament, court, seat of power.

    With `country` it is that country's alone («Pentagone», «Maison Blanche», «Douma») and has the identity `org:KEY`. Without, it is a
    pattern: «ministère des Affaires étrangères» is found with a demonym after its first word or at its end, with «de la Russie», «du
    Mali» behind it, or bare; its identity is then `org:KEY-CODE` (`org:foreign-ministry-ru`). `wikidata` only with `country`.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    sector: str = "GOV"
    country: str | None = None
    wikidata: str | None = None
    example: str = ""
    origin: str = ""


class Person(Record, frozen=True, kw_only=True):
    """A person with a public office, now or in the past (`persons.tsv`); identity `actor:KEY`. `gender` is m or f.

    `name` is the commonest French form, `aliases` are other printed forms and romanisations; bare surnames are not listed, they are joined
    inside an article.
    """

    key: str
    name: str
    aliases: tuple[str, ...] = ()
    gender: str | None = None
    country: str | None = None
    wikidata: str | None = None
    born: str | None = None
    died: str | None = None
    example: str = ""
    origin: str = ""


class Office(Record, frozen=True, kw_only=True):
    """An office that a person holds from `since` until `until` (`offices.tsv`).

    `person` is a key of `persons.tsv`, `role` a key of `roles.tsv`, `organisation` a key of `organisations.tsv`, `groups.tsv` or
    `bodies.tsv` where the office is not simply the country's. `printed` is the office as the press prints it («ministre russe des
    Affaires étrangères»).
    """

    person: str
    role: str
    country: str | None = None
    organisation: str | None = None
    since: str | None = None
    until: str | None = None
    printed: str | None = None
    sector: str | None = None
    origin: str = ""


class Role(Record, frozen=True, kw_only=True):
    """A role by the words for its holder, in small letters (`roles.tsv`).

    `masculine` and `feminine` are all singular forms that say exactly this role (ministre des Affaires étrangères|chef de la diplomatie),
    `plural` the plural ones. `short` are looser words by which the press calls its holder again («ministre|diplomate|responsable»).
    A demonym may stand after the first word or at the end. `single` tells that a country or organisation has one holder at a time.
    """

    key: str
    masculine: tuple[str, ...]
    feminine: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    sector: str | None = None
    single: bool = False
    example: str = ""
    origin: str = ""


class TitleWord(Record, frozen=True, kw_only=True):
    """A word before a person's name (`titles.tsv`): «M.», «Mme», «général», «cheikh».

    `inside` tells that it belongs to the printed name («M. Lavrov»); ranks and offices stay outside. `gender` is m, f or empty for both.
    """

    form: str
    gender: str | None = None
    inside: bool = False
    sector: str | None = None
    example: str = ""
    origin: str = ""


class FirstName(Record, frozen=True, kw_only=True, gc=False):
    """A first name (`first_names.tsv`), for the shape of persons and their gender; `gender` is m, f or empty for both."""

    name: str
    gender: str | None = None


class Agent(Record, frozen=True, kw_only=True):
    """A noun that makes an actor with a demonym behind it (`agents.tsv`): «armée (russe)», «aviation (américaine)», «diplomatie (turque)».

    `forms` are singular and plural in small letters, the first gives the entity's name. `state` tells that it acts for the state itself.
    """

    forms: tuple[str, ...]
    sector: str
    state: bool = False
    example: str = ""
    origin: str = ""


class NameWord(Record, frozen=True, kw_only=True):
    """Words that the rules about names ask for (`words.tsv`), in lists by name."""

    list: str
    words: tuple[str, ...]
    example: str = ""


class City(Record, frozen=True, kw_only=True):
    """A town (`cities.tsv.gz`); identity `place:geonames:ID`. `name` is what the French press calls it, other names only lead to it."""

    geonames: str
    name: str
    country: str
    population: int


class NameRows(Record, frozen=True, kw_only=True):
    """Rows of several tables: what one source of names has to say, shipped or the user's own."""

    territories: tuple[Territory, ...] = ()
    regions: tuple[Region, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    media: tuple[Medium, ...] = ()
    groups: tuple[Group, ...] = ()
    bodies: tuple[Body, ...] = ()
    persons: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
