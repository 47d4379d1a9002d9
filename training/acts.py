"""The act of an attribution, guessed from its cue alone, for labels that come without one (PolNeAR).

act_of(cue) gives 'speech', 'thought', 'finding', 'attitude' or None, by the table acts.tsv beside this file
(lines of head, tab, act; a head is a lower-case word form or phrase). `attitude` is what newsroom's guide leaves out
(wants, plans, supports, seems, declined to comment). The rule:
1. The cue in lower case, as words; "didn't" is "did n't". Unlisted adverbs in -ly and the words of ASIDE are dropped
   ("did not immediately respond" is "did not respond"); the table's phrases are treated likewise.
2. From left to right: where heads begin, the longest is taken ("declined to comment" before "declined" or "comment").
3. The first head taken decides ("hopes to announce": hopes), but heads of WEAK give way to any other after
   them ("continued to defend": defend; "released a report criticizing": report). Only weak ones: the first.
4. No head: a colon or dash at the end is speech, all else None (a bare "in", "for", "of", "to").
"""
import re
from functools import lru_cache
from pathlib import Path

ASIDE = frozenset("also again already always even ever just later never now often once soon still then".split())
WEAK = frozenset((
    "seem seems seemed seeming appear appears appeared continue continues continued continuing try tries tried trying "
    "attempt attempts attempted struggle struggles struggled struggling tend tends need needs needed use uses used using "
    "release releases released releasing launch launches launched launching issue issues issued issuing publish publishes "
    "published publishing file files filed filing deliver delivers delivered delivering send sends sent sending spend spends "
    "spent spending provide provides provided providing include includes included present presents presented presenting "
    "introduce introduces introduced unveil unveils unveiled speech interview case campaign made gave hit hits hitting put "
    "puts find turn turned respond responds responded responding seen focus focuses focused focusing pivot pivoted pivoting "
    "devote devotes devoted devoting volunteered bother bothered decide decided effort efforts air").split())


def words_of(text, listed=()):
    text = re.sub(r"(n't|'s|'d|'re|'ve|'ll|'m)\b", r" \1", text.lower().replace("’", "'").replace("‘", "'"))
    words = re.findall(r"n't|'?[^\W_]+(?:['-][^\W_]+)*-?", text)
    return tuple(w for w in words if w in listed or not (w in ASIDE or w.endswith("ly")))


@lru_cache(maxsize=1)
def table():
    """Heads, as tuples of words, with their acts; and the single words among them."""
    lines = [line.split("\t") for line in Path(__file__).with_name("acts.tsv").read_text(encoding="utf-8").splitlines()]
    single = frozenset(head for head, _ in lines if " " not in head)
    return {words_of(head, single): act for head, act in lines}, single


def act_of(cue: str):
    heads, single = table()
    words = words_of(cue, single)
    weak, at = None, 0
    while at < len(words):
        size = next((n for n in range(min(6, len(words) - at), 0, -1) if words[at:at + n] in heads), 0)
        if size and (size > 1 or words[at] not in WEAK):
            return heads[words[at:at + size]]
        weak = weak or (heads[words[at:at + 1]] if size else None)
        at += 1
    return weak or ("speech" if re.search(r"[:—–]\W*$|^\W*-\W*$", cue) else None)
