"""Words that names are, too, region by region: what ``homonyms.yaml`` and ``eastern.yaml`` say of them."""
