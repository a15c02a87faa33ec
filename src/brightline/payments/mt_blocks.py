"""A tolerant reader of FIN text: files into messages, messages into blocks, the text block into fields.

It takes what is really sent and stored: several messages in a file with or without `$` between them, acknowledgements
before or after the message, blocks in another order, blocks and trailers that are never closed, any line end, a byte
order mark, the frame signs of old terminals, small letters in tags, braces and colons inside fields. It judges nothing:
what is not understood comes back as `loose` text, so that every sign of the file can be accounted for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

_FRAME_SIGNS = "\ufeff\x00\x01\x02\x03"
_BORDER = re.compile(r"\$|\{1:")
_BLOCK = re.compile(r"\{([1-5S]):")
_TEXT_END = re.compile(r"(?:^|\n)[ \t]*-\}")
_TEXT_END_LOOSE = re.compile(r"-?\}?\s{0,9}(?=\{[5S]:)")
_SUBFIELD = re.compile(r"\{([0-9A-Za-z]{3}):([^{}]*)\}?")
_TAG = re.compile(r"^[ \t]*:([0-9]{2}[A-Za-z]?):", re.MULTILINE)
_TAG_INLINE = re.compile(r":([0-9]{2}[A-Za-z]?):")
_BRACE = re.compile(r"[{}]")
_LONGEST_MESSAGE = 1_000_000  # signs; the network itself takes some ten thousand
_MOST_MESSAGES = 500_000
_SERVICE = re.compile(r"[A-Z]21")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the text block: its tag in capitals, and its lines as printed."""

    tag: str
    lines: tuple[str, ...]
    path: str = ""

    @property
    def value(self) -> str:
        """All lines as printed."""
        return "\n".join(self.lines)

    @property
    def number(self) -> str:
        """The two digits of the tag."""
        return self.tag[:2]

    @property
    def option(self) -> str:
        """The letters behind them, if any."""
        return self.tag[2:]


@dataclass(frozen=True, slots=True)
class FinMessage:
    """One message: headers as printed, the values of blocks 3, 5 and S, the fields, and what stood outside of them."""

    basic: str | None = None  # block 1
    application: str | None = None  # block 2
    user: tuple[tuple[str, str], ...] = ()  # block 3
    fields: tuple[Field, ...] = ()
    trailers: tuple[tuple[str, str], ...] = ()  # block 5 and S, tags as `5/CHK`, `S/SAC`
    service: tuple[tuple[str, str], ...] = ()  # acknowledgement before or after: `177`, `451`, `405`
    loose: tuple[tuple[str, str], ...] = ()  # (place, text) outside of any field
    has_text: bool = False
    closed: bool = True
    refused: str = ""  # why the message was not taken apart at all
    start: str = field(default="", compare=False)


def split_messages(data: str) -> list[FinMessage]:
    """Every message of a file. An acknowledgement (service 21) joins the message it stands beside."""
    text = _plain(data)
    messages: list[FinMessage] = []
    service: tuple[tuple[str, str], ...] = ()
    pieces = _pieces(text)
    if pieces is None:
        return [FinMessage(refused=f"more than {_MOST_MESSAGES} messages in a file", start=text[:40].strip())]
    for piece in pieces:
        message = read_blocks(piece)
        if _is_service(message):
            service += _service_values(message)
        else:
            messages.append(_with_service(message, service))
            service = ()
    if service and messages:
        messages[-1] = _with_service(messages[-1], service)
    elif service:
        messages.append(FinMessage(service=service, start=text[:40]))
    return messages


def _plain(data: str) -> str:
    """One kind of line end, no frame signs."""
    text = data.replace("\r\n", "\n").replace("\r", "\n")
    for sign in _FRAME_SIGNS:
        text = text.replace(sign, "") if sign in text else text
    return text


def _pieces(text: str) -> list[str] | None:
    """The text cut at `$` between messages and before every block 1, None if there are too many pieces.

    Loose text goes with what follows.
    """
    found: list[str] = []
    begin, carried = 0, ""
    for count, border in enumerate(_BORDER.finditer(text)):
        if count > _MOST_MESSAGES:
            return None
        if _is_border(text, border.start(), border.end()):
            carried = _add_piece(found, carried + text[begin : border.start()])
            begin = border.start() if border.group() != "$" else border.end()
    rest = carried + text[begin:]
    return [*found, rest] if rest.strip() else found


def _is_border(text: str, start: int, end: int) -> bool:
    """Whether a block 1 or a `$` stands between messages, and not inside a field."""
    if text.startswith("{1:", start):
        return start == 0 or text[start - 1] in "}$ \t\n"
    before = text[max(0, start - 80) : start].rstrip(" \t")
    after = text[end : end + 80].lstrip(" \t")
    return before[-1:] in ("", "}", "\n") and after[:1] in ("", "{", "\n")


def _add_piece(found: list[str], piece: str) -> str:
    """Takes the piece if it can be a message, else hands it back to be put before the next one."""
    if not piece.strip():
        return ""
    if "{" not in piece and _TAG.search(piece) is None:
        return piece
    found.append(piece)
    return ""


def _is_service(message: FinMessage) -> bool:
    return bool(message.basic and _SERVICE.match(message.basic)) and not message.application


def _service_values(message: FinMessage) -> tuple[tuple[str, str], ...]:
    return (("header", message.basic or ""), *message.service, *message.trailers, *message.loose)


def _with_service(message: FinMessage, service: tuple[tuple[str, str], ...]) -> FinMessage:
    return replace(message, service=(*message.service, *service)) if service else message


def read_blocks(piece: str) -> FinMessage:
    """One message taken apart; what belongs to no block is in `loose`. Only one beyond all measure is refused."""
    if len(piece) > _LONGEST_MESSAGE:
        return FinMessage(refused=f"a message of {len(piece)} signs", start=piece[:40].strip())
    blocks, loose, closed = _cut(piece)
    text = blocks.get("4")
    fields, before = _fields_of(text) if text is not None else ((), "")
    service: tuple[tuple[str, str], ...] = ()
    if text is not None and not fields and _SUBFIELD.search(text):
        service, before = tuple(_SUBFIELD.findall(text)), _SUBFIELD.sub("", text).strip("{}- \n\t")
    user, user_rest = _subfields(blocks.get("3", ""))
    trailers: list[tuple[str, str]] = []
    for block in ("5", "S"):
        values, rest = _subfields(blocks.get(block, ""))
        trailers.extend((f"{block}/{tag}", value) for tag, value in values)
        loose = [*loose, (f"{{{block}}}", rest)]
    left = [("{4}", before), ("{3}", user_rest), *loose]
    return FinMessage(
        basic=_header(blocks.get("1")),
        application=_header(blocks.get("2")),
        user=user,
        fields=fields,
        trailers=tuple(trailers),
        service=service,
        loose=tuple((place, rest.strip()) for place, rest in left if rest.strip(" \n\t{}-")),
        has_text=text is not None,
        closed=closed,
        start=piece.strip()[:40],
    )


def _header(content: str | None) -> str | None:
    return content.strip(" \n\t{}") if content is not None else None


def _subfields(content: str) -> tuple[tuple[tuple[str, str], ...], str]:
    if not content:
        return (), ""
    return tuple(_SUBFIELD.findall(content)), _SUBFIELD.sub("", content).strip(" \n\t{}")


def _cut(piece: str) -> tuple[dict[str, str], list[tuple[str, str]], bool]:
    """Block contents by number, loose text, and whether the text block was closed. A repeated block is loose text."""
    blocks: dict[str, str] = {}
    loose: list[tuple[str, str]] = []
    closed, at = True, 0
    while (start := _BLOCK.search(piece, at)) is not None:
        loose.append(("outside", piece[at : start.start()].strip(" \n\t}")))
        name = start.group(1)
        if name == "4":
            end, after, closed = _end_of_text(piece, start.end())
        else:
            end = after = _end_of_block(piece, start.end())
        if name in blocks:
            loose.append((f"{{{name}}}", piece[start.end() : end]))
        else:
            blocks[name] = piece[start.end() : end]
        at = after
    rest = piece[at:]
    if not blocks and _TAG.search(rest):
        end, after, _ = _end_of_text(rest, 0)
        return {"4": rest[:end]}, [("outside", rest[after:].strip(" \n\t}"))], rest[end:].lstrip().startswith("-")
    loose.append(("outside", rest.strip(" \n\t}")))
    return blocks, loose, closed


def _end_of_block(piece: str, at: int) -> int:
    """A header or trailer block ends with its own brace, else where the next block begins."""
    depth = 1
    for brace in _BRACE.finditer(piece, at):
        if brace.group() == "{" and _BLOCK.match(piece, brace.start()):
            return brace.start()
        depth += 1 if brace.group() == "{" else -1
        if depth == 0:
            return brace.start()
    return len(piece)


def _end_of_text(piece: str, at: int) -> tuple[int, int, bool]:
    """End of the text, where reading goes on, and whether `-}` (or a brace before a trailer) closed it."""
    shut = _TEXT_END.search(piece, at)
    if shut:
        return shut.start(), shut.end(), True
    if piece.startswith("{", at):  # an acknowledgement: {4:{177:...}{451:0}}
        end = _end_of_block(piece, at)
        return end, end, True
    trailer = _TEXT_END_LOOSE.search(piece, at)
    if trailer:
        return trailer.start(), trailer.end(), True
    bare = piece.rstrip()
    if bare.endswith("\n-"):
        return len(bare) - 2, len(piece), True
    if bare.endswith("}"):
        end = len(bare) - (2 if bare.endswith("-}") else 1)
        return max(end, at), len(piece), True
    return len(piece), len(piece), False


def _fields_of(text: str) -> tuple[tuple[Field, ...], str]:
    """The fields in order, and what stood before the first. Text without line breaks is cut at its inline tags."""
    tags = list(_TAG.finditer(text))
    if len(tags) < 2 and len(inline := list(_TAG_INLINE.finditer(text))) > 2:
        tags = inline
    if not tags:
        return (), text
    ends = [*(tag.start() for tag in tags[1:]), len(text)]
    fields = [_field(tag.group(1), text[tag.end() : end]) for tag, end in zip(tags, ends, strict=True)]
    return tuple(fields), text[: tags[0].start()]


def _field(tag: str, content: str) -> Field:
    return Field(tag.upper(), tuple(line for line in content.split("\n") if line.strip()))
