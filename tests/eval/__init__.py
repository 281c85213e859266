"""How good the language work is: ``make eval`` scores it on data beside the project and writes docs/quality.md."""
