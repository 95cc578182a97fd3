"""What names a file in a deck: elements, frontmatter keys, and which of them Vite turns into imports (format D)."""

from __future__ import annotations

from collections.abc import Mapping

from slidewright.vocabulary.kinds import ReferenceKind

IMAGE_EXTENSIONS = frozenset("png jpg jpeg gif svg webp avif ico bmp tif tiff apng jfif".split())
MEDIA_EXTENSIONS = frozenset("mp4 webm mov m4v ogv mp3 wav ogg m4a flac aac vtt srt pdf".split())
FILE_EXTENSIONS = frozenset("json csv txt md html htm css js glb gltf wasm zip lottie riv woff woff2 ttf".split())

IMAGE, MEDIA, LINK = ReferenceKind.IMAGE, ReferenceKind.MEDIA, ReferenceKind.LINK

ELEMENTS: Mapping[tuple[str, str], ReferenceKind] = {
    ("img", "src"): IMAGE,
    ("img", "srcset"): IMAGE,
    ("source", "src"): MEDIA,
    ("source", "srcset"): IMAGE,
    ("video", "src"): MEDIA,
    ("video", "poster"): IMAGE,
    ("image", "href"): IMAGE,
    ("image", "xlink:href"): IMAGE,
    ("use", "href"): IMAGE,
    ("use", "xlink:href"): IMAGE,
    ("input", "src"): IMAGE,
    ("audio", "src"): MEDIA,
    ("track", "src"): MEDIA,
    ("embed", "src"): MEDIA,
    ("iframe", "src"): MEDIA,
    ("object", "data"): MEDIA,
    ("a", "href"): LINK,
    ("area", "href"): LINK,
}
"""Attributes of HTML elements that name a file or an address."""

IMPORTED = frozenset(
    ["markdown:image"]
    + [
        f"html:{element}:{attribute}"
        for element, attribute in ELEMENTS
        if element in ("img", "source", "video", "image", "use")
    ]
)
"""Syntaxes that become imports in Slidev: relative to the slide's file, bundled, and fatal to a build when missing."""

BACKGROUND_KEYS = ("background", "image", "backgroundImage")
"""Frontmatter keys that layouts put into CSS as they are."""

PATH_PROPS = frozenset(["src", "image", "img", "poster", "href", "url", "file", "background", "logo", "video", "audio"])
"""Component props whose value may be a path even without an ending."""
