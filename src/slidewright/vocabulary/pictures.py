"""What files begin with, by which browsers tell pictures apart, whatever the files are called (measured: Chromium)."""

from __future__ import annotations

from enum import StrEnum


class Content(StrEnum):
    """What a file holds, going by its first bytes; the value is how people call it."""

    PNG = "PNG picture"
    JPEG = "JPEG picture"
    GIF = "GIF picture"
    WEBP = "WebP picture"
    AVIF = "AVIF picture"
    BMP = "BMP picture"
    ICO = "icon file"
    SVG = "SVG picture"
    TIFF = "TIFF picture"
    HEIC = "HEIC picture"
    JXL = "JPEG XL picture"
    PDF = "PDF document"
    VIDEO = "video"
    HTML = "web page"
    LFS = "Git LFS pointer"
    EMPTY = "empty file"
    UNKNOWN = "file of another kind"


RASTER = frozenset([Content.PNG, Content.JPEG, Content.GIF, Content.WEBP, Content.AVIF, Content.BMP, Content.ICO])
"""What every browser shows as a picture under any name but `.svg`."""

RASTER_EXTENSIONS = frozenset("png jpg jpeg jfif gif webp avif apng bmp ico".split())

SIGNATURES: tuple[tuple[bytes, Content], ...] = (
    (b"\x89PNG\r\n\x1a\n", Content.PNG),
    (b"\xff\xd8\xff", Content.JPEG),
    (b"GIF87a", Content.GIF),
    (b"GIF89a", Content.GIF),
    (b"BM", Content.BMP),
    (b"\0\0\1\0", Content.ICO),
    (b"\0\0\2\0", Content.ICO),
    (b"II*\0", Content.TIFF),
    (b"MM\0*", Content.TIFF),
    (b"\xff\x0a", Content.JXL),
    (b"\0\0\0\x0cJXL ", Content.JXL),
    (b"%PDF-", Content.PDF),
    (b"\x1a\x45\xdf\xa3", Content.VIDEO),
    (b"version https://git-lfs", Content.LFS),
)

BRANDS: dict[bytes, Content] = {
    b"avif": Content.AVIF,
    b"avis": Content.AVIF,
    b"heic": Content.HEIC,
    b"heix": Content.HEIC,
    b"hevc": Content.HEIC,
    b"hevx": Content.HEIC,
}
"""What `ftyp` names in a file of boxes; any other brand is a video, apart from the general ones of pictures."""

GENERAL_BRANDS = frozenset([b"mif1", b"msf1"])
"""Brands that AVIF and HEIC share: the compatible brands behind them tell which it is."""


def content_of(head: bytes) -> Content:
    """What a file holds whose first bytes are these (some hundred are enough)."""
    if not head:
        return Content.EMPTY
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Content.WEBP
    if head[4:8] == b"ftyp":
        return _boxed(head)
    found = next((content for signature, content in SIGNATURES if head.startswith(signature)), None)
    return found or _written(head)


def _boxed(head: bytes) -> Content:
    brand = head[8:12]
    if brand not in GENERAL_BRANDS:
        return BRANDS.get(brand, Content.VIDEO)
    compatible = head[16 : min(int.from_bytes(head[:4]), 64)]
    return Content.AVIF if b"avif" in compatible or b"avis" in compatible else Content.HEIC


def _written(head: bytes) -> Content:
    """What a text is: a web page, an SVG picture, or something else."""
    start = head[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Content.HTML
    is_markup = start.startswith((b"<", b"\xff\xfe<", b"\xfe\xff\0<"))
    return Content.SVG if is_markup and b"svg" in head[:4096].replace(b"\0", b"").lower() else Content.UNKNOWN
