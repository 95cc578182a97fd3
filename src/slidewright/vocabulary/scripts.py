"""Scripts of writing and the languages that they tell (BCP 47): what `lang` should be."""

from __future__ import annotations

LANGUAGES: tuple[tuple[str, str, str], ...] = (
    ("\u3041\u30ff", "ja", "Japanese"),
    ("\uac00\ud7a3", "ko", "Korean"),
    ("\u4e00\u9fff", "zh", "Chinese"),
    ("іїєґІЇЄҐ", "uk", "Ukrainian"),
    ("\u0400\u04ff", "ru", "Russian"),
    ("\u0370\u03ff", "el", "Greek"),
    ("\u0590\u05ff", "he", "Hebrew"),
    ("\u0600\u06ff", "ar", "Arabic"),
    ("\u0900\u097f", "hi", "Hindi"),
    ("\u0e00\u0e7f", "th", "Thai"),
)
"""Characters (two of them: the first and the last of a range), the language that they most likely write, and its name;
the first that is there in number decides."""
