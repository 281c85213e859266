"""Programs that make the models of the libraries from corpora beside the project; no part of what is installed."""
