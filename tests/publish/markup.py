"""A page taken apart with the standard library's parser, for tests that ask what became markup and what is text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}


@dataclass
class Node:
    """An element: its tag, its attributes, and its children in order, text among them."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text within."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self) -> list["Node"]:
        """This element and every one within it."""
        found = [self]
        for child in self.children:
            if isinstance(child, Node):
                found += child.all()
        return found

    def named(self, tag: str, class_: str = "") -> list["Node"]:
        """Every element with this tag, and this class where one is given."""
        return [node for node in self.all() if node.tag == tag and (not class_ or class_ in node.classes)]

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return (self.attributes.get("class") or "").split()

    def without(self, drop: "set[str]") -> str:
        """The text within, leaving out elements whose tag or `tag.class` is in `drop`."""
        if self.tag in drop or any(f"{self.tag}.{name}" in drop for name in self.classes):
            return ""
        return "".join(child if isinstance(child, str) else child.without(drop) for child in self.children)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: str) -> Node:
    """The tree of a page. Fails where an element is not closed by its own end tag."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert parser.open == [parser.root], f"<{parser.open[-1].tag}> is not closed"
    return parser.root
