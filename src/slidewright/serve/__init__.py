"""The live preview: a deck as it is now, served to the windows that look at it."""
