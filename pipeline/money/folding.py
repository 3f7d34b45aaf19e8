"""Text made plain for the automatons, character by character, so that places in it are places in the text."""

from __future__ import annotations

# ASCII capitals to small letters, white space and hyphens to spaces, digits to 0
_PLAIN = bytes(ord(chr(b).lower()) if b < 128 else b for b in range(256)).translate(bytes.maketrans(b"\n\r\t-123456789", b"    000000000"))
_WIDE_SPACES = "\u00a0\u2009\u202f"


def fold(text: str) -> bytes:
    """The text in UTF-8, lower-case, with plain spaces and every digit a 0.

    >>> fold("GBP\u00a01.5m").decode()
    'gbp 0.0m'
    """
    for space in _WIDE_SPACES:
        if space in text:
            text = text.replace(space, " ")
    return text.encode("utf-8", "replace").translate(_PLAIN)
