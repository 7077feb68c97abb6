"""How many letters two words differ in."""


def apart(one: str, other: str, most: int) -> int:
    """The letters to put in, take out, change or swap to make one word the other; `most` + 1 where it is more.

    >>> apart("tremseh", "treimsa", 3), apart("homs", "hama", 1)
    (3, 2)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = list[int](), list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        older, before = before, row
        row = [n]
        for m, there in enumerate(other, 1):
            least = min(before[m] + 1, row[m - 1] + 1, before[m - 1] + (letter != there))
            if older and m > 1 and letter == other[m - 2] and there == one[n - 2]:
                least = min(least, older[m - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
