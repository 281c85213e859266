"""Dead letters: what they say, and how they go back to where they came from."""
