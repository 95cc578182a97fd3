"""How alike two pictures are: the share of pixels that differ, and structural similarity."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from skimage.metrics import structural_similarity

THRESHOLD = 32  # of 255: a channel that differs by more is seen; less is the edge of a letter drawn a hair elsewhere

Pixels = NDArray[np.uint8]  # height x width x RGB


def differing(one: Pixels, other: Pixels) -> NDArray[np.bool_]:
    """Where two pictures differ by more than the threshold in any channel."""
    return (np.maximum(one, other) - np.minimum(one, other)).max(axis=2) > THRESHOLD


def share(one: Pixels, other: Pixels) -> float:
    """Share of the pixels that differ, in percent."""
    return float(differing(one, other).mean() * 100)


def luminance(picture: Pixels) -> NDArray[np.float64]:
    """Brightness of each pixel, 0 to 255, by ITU-R BT.601."""
    return picture @ np.array([0.299, 0.587, 0.114])


def similarity(one: Pixels, other: Pixels) -> float:
    """Mean structural similarity of the brightness at half size (the slide's own pixels): 1 for equal pictures."""
    return float(structural_similarity(_halved(luminance(one)), _halved(luminance(other)), data_range=255))


def _halved(plane: NDArray[np.float64]) -> NDArray[np.float64]:
    height, width = plane.shape
    return plane.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3))
