"""Who is said to have done it: the one that the sentence makes the doer of the harm, and nobody else.

A declared list of constructions over the parse (`RULES`), strongest first: "killed BY X", "X killed", "the killing of
12 by X", "X opened fire, killing", "were killed when X stormed", "an ISRAELI air strike killed". Who is only blamed or
says he did it is not the doer as a fact; whether the words name an organisation is decided in `attribute/`.
"""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Token

from marsad.extract.en.harm import Harm
from marsad.extract.en.lexicon import lexicon
from marsad.extract.en.mentions import Mention
from marsad.model import Category

MEANS = frozenset(
    "attack bomb bombing blast explosion strike airstrike raid clash fighting violence shelling shooting missile "
    "rocket drone mine landmine vehicle car truck shell fire assault ambush operation earthquake flood quake "
    "incident toll report it that which this they he she who war conflict accident crash collision landslide "
    "storm number death battle device grenade bullet shot gunfire mortar artillery unrest offensive massacre "
    "combat bombardment airraid gas wave".split()
)
WEAPONS = frozenset(
    "attack bombing strike airstrike raid shelling shooting missile rocket drone fire assault ambush operation "
    "gunfire mortar artillery offensive bombardment jet warplane aircraft helicopter bomb shell tank sniper "
    "massacre".split()
)
FORCES = frozenset(
    "force regime coalition group government army warplane jet militia mob gang settler tribesman herder herdsman "
    "bomber junta troop crowd cartel faction sniper police military rioter youth vigilante".split()
)
ATTACKING = frozenset(
    "attack open storm raid ambush bomb shell strike hit target fire invade burst blow detonate launch carry "
    "explode assault set burn throw drop drive ram overrun shoot raze descend clash enter besiege torch hurl "
    "plant seize kidnap abduct".split()
)
PRONOUNS = frozenset({"it", "they", "we", "he"})
WHEN = frozenset({"when", "after", "as", "while"})
_VICTIMS = (Category.CIVILIAN, Category.WOMEN, Category.CHILDREN, Category.JOURNALIST, Category.AID_OR_MEDICAL)
FAR = 8  # tokens of the phrase on either side of its head

Rule = Callable[[Token], Token | None]


def find(harm: Harm, mention: Mention) -> str | None:
    """The words for whoever does the harm, or None where the sentence does not say."""
    trigger = harm.trigger
    if trigger.doc is not mention.doc:
        return None
    inside = {token.i for token in (mention.number, mention.head, mention.noun)}
    for rule in RULES:
        doer = rule(trigger)
        if doer is not None and doer.i not in inside and not (set(range(doer.left_edge.i, doer.i + 1)) & inside):
            return _words(doer)
    return None


def side_of(words: str | None) -> Category | None:
    """Whether the words for a doer are a state's force or an organised group without a state; None where unsaid."""
    lemmas = {word.strip(",.").lower().removesuffix("s") for word in (words or "").split()}
    if lemmas & (_STATE | {word for word in _of(Category.STATE_FORCES) if word not in ("security", "border")}):
        return Category.STATE_FORCES
    return Category.NONSTATE_FIGHTERS if lemmas & (_of(Category.NONSTATE_FIGHTERS) | _GROUPS) else None


_STATE = frozenset({"force", "warplane", "jet", "regime", "government", "coalition", "junta", "air"})
_GROUPS = frozenset({"militia", "rebel", "cartel", "faction", "gang", "herder", "settler"})


@cache
def _of(category: Category) -> frozenset[str]:
    return frozenset(word for known, words in lexicon().categories if known is category for word in words)


def _verb(token: Token) -> Token | None:
    """The verb of the harm: itself, or the one it completes ("shot DEAD", "left 12 DEAD")."""
    for _ in range(3):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.dep_ not in ("acomp", "oprd", "xcomp", "dobj", "ccomp", "advmod", "prt", "amod"):
            return None
        token = token.head
    return None


def agent(trigger: Token) -> Token | None:
    """Such as "12 were killed BY GUNMEN", "the killing of 12 BY SOLDIERS", "at the hands of the militia"."""
    verb = _verb(trigger)
    for head in (trigger, verb):
        for child in head.children if head is not None else ():
            if child.dep_ in ("agent", "prep") and child.lower_ == "by":
                doer = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
                if doer is not None:
                    return doer if _can_do(doer) else _owner(doer)
    return None


def subject(trigger: Token) -> Token | None:
    """Such as "GUNMEN shot dead 12", "the ARMY killed 30", "an ISRAELI strike left four dead"."""
    verb = _verb(trigger)
    if verb is None or _is_passive(verb) or not _harms(verb):
        return None
    doer = _subject_of(verb)
    if doer is None:
        return None
    own = doer.lower_ in PRONOUNS or any(
        c.dep_ == "poss" and c.lower_ in ("its", "their", "our") for c in doer.children
    )
    if own and verb.dep_ == "ccomp":  # "the army said IT had killed", "said ITS JETS killed"
        doer = _subject_of(verb.head) or doer
    return doer if _can_do(doer) else _owner(doer)


def attacker(trigger: Token) -> Token | None:
    """Such as "GUNMEN opened fire, killing 12": the harm is what came of another deed."""
    verb = _verb(trigger)
    if verb is None or verb.dep_ != "advcl" or verb.tag_ != "VBG" or not _attacks(verb.head):
        return None
    return _striking(verb.head)


def attacker_when(trigger: Token) -> Token | None:
    """Such as "12 were killed when BANDITS stormed the village"."""
    verb = _verb(trigger)
    for child in verb.children if verb is not None else ():
        if child.dep_ == "advcl" and _attacks(child) and any(c.lower_ in WHEN for c in child.children):
            return _striking(child)
    return None


def inside(trigger: Token) -> Token | None:
    """Such as "12 died in an attack BY THE MILITIA", "in a RUSSIAN strike"."""
    verb = _verb(trigger) or trigger
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.lower_ in ("in", "during", "from"):
            for deed in prep.children:
                if deed.dep_ == "pobj" and deed.lemma_.lower() in WEAPONS:
                    return agent(deed) or _owner(deed)
    return None


RULES: list[Rule] = [agent, subject, attacker, attacker_when, inside]


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)


def _harms(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon().verbs or verb.lemma_.lower() in ("shoot", "gun", "leave", "claim", "mow")


def _attacks(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_.lower() in ATTACKING


def _subject_of(verb: Token) -> Token | None:
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if own is None and verb.dep_ in ("conj", "advcl", "xcomp"):
        own = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    return own


def _striking(verb: Token) -> Token | None:
    """The subject of an attacking verb, where it is one who attacks, or a weapon with its owner."""
    doer = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if doer is None:
        return None
    if doer.pos_ == "PROPN" or doer.lemma_.lower() in _fighters() | FORCES:
        return doer
    return _owner(doer)


def _owner(means: Token) -> Token | None:
    """A weapon or deed that is said to be a side's: "an Israeli air strike", "an RSF attack"; not "Monday's"."""
    if means.lemma_.lower() not in WEAPONS:
        return None
    return means if any(_is_side(child) for child in means.children) else None


def _is_side(word: Token) -> bool:
    """A nationality or the initials of a group; a name may be that of a place or a day ("Christmas Eve attack")."""
    nationality = word.dep_ == "amod" and word.pos_ in ("ADJ", "PROPN") and word.text.istitle() and len(word) > 4
    initials = word.dep_ == "compound" and word.text.isupper() and 2 <= len(word) <= 5
    return initials or (nationality and word.lower_.endswith(("an", "i", "ish", "ese", "ch", "ic")))


@cache
def _fighters() -> frozenset[str]:
    fighting = (Category.PERPETRATOR, Category.STATE_FORCES, Category.NONSTATE_FIGHTERS, Category.COMBATANT)
    return frozenset(word for category, words in lexicon().categories if category in fighting for word in words)


@cache
def _harmed() -> frozenset[str]:
    """Words for people whom reports tell as harmed: never the doer for being the grammatical subject alone."""
    return frozenset(w for category, words in lexicon().categories if category in _VICTIMS for w in words) - FORCES


def _can_do(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ not in ("NOUN", "PROPN") or lemma in MEANS or lemma in ("people", "person", "victim", "other"):
        return False
    if any(child.dep_ == "nummod" for child in noun.children) and lemma not in _fighters() | FORCES:
        return False  # "43 men, three women injured" are harmed
    return noun.pos_ == "PROPN" or lemma in FORCES or (lemma in lexicon().persons and lemma not in _harmed())


def _words(noun: Token) -> str:
    dropped = {left.i for child in noun.subtree if _apart(child, noun) for left in child.subtree}
    tokens = [token for token in noun.subtree if token.i not in dropped and abs(token.i - noun.i) <= FAR]
    text = noun.doc[tokens[0].i : tokens[-1].i + 1].text
    for article in ("the ", "The ", "an ", "An ", "a ", "A "):
        text = text.removeprefix(article)
    return text


def _apart(token: Token, noun: Token) -> bool:
    """Whether what hangs on a word is told beside the name: clauses, lists, places."""
    if token.dep_ == "prep":
        return token.lower_ != "of"
    return token.head.i == noun.i and token.dep_ in ("relcl", "acl", "appos", "punct", "cc", "conj", "advcl")
