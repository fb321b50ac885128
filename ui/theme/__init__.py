"""The look: colors and measures as tokens, and how Qt is told of them."""
