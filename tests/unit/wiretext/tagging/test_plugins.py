"""The taggers of others. What they need is no part of the development environment: without it their tests skip."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from typing import Any

import pytest

from tests.unit.wiretext.tagging.models import FixedTagger, a_passage
from wiretext.tagging import Tag, Tagger, plugins
from wiretext.tagging.perceptron import Perceptron
from wiretext.tagging.plugins import BUILT_IN, GROUP, OFF, TaggerUnavailable, load
from wiretext.tagging.sentencewise import put_back, sentences_of, type_of

TEXT = "Anna Berg met Otto Lind.\n\nThey sailed to Oslo."


def a_third_party(argument: str) -> FixedTagger:
    return FixedTagger(Tag(0, len(argument), "person", 0.5))


def test_the_tagger_is_our_own_or_none() -> None:
    assert isinstance(load(BUILT_IN), Perceptron)
    assert load(OFF) is None


def test_a_name_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(
        TaggerUnavailable, match=r"no tagger 'spaxy', only off, built-in, spacy, gliner, hf; .*wirewatch\.tag"
    ):
        load("spaxy:/path")


def test_another_package_may_add_one(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("theirs", f"{__name__}:a_third_party", GROUP)
    monkeypatch.setattr(plugins, "entry_points", lambda **chosen: EntryPoints([point]).select(**chosen))

    tagger = load("theirs:/models/x")

    assert tagger is not None
    assert list(tagger.process([a_passage(TEXT)])) == [(Tag(0, 9, "person", 0.5),)]


def test_the_example_of_the_documentation_is_a_tagger() -> None:
    page = (Path(__file__).parents[4] / "docs" / "taggers.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    exec(page.partition("```python\n")[2].partition("```")[0], names)  # noqa: S102 - it is ours

    tagger: Tagger = names["load"]("")

    assert list(tagger.process([a_passage("We met ACME."), a_passage("We met.")])) == [
        [Tag(7, 11, "organization", 0.9)],
        [],
    ]


def test_a_missing_package_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "spacy", None)

    with pytest.raises(TaggerUnavailable, match=r"needs spacy.*: pip install 'wirewatch\[spacy\]'"):
        load("spacy:/models/x")


@pytest.mark.parametrize(
    ("setting", "why"),
    [("hf:/models/none", r"'/models/none' holds no config\.json"), ("gliner:", r"'' holds no gliner_config\.json")],
)
def test_a_missing_model_is_named(setting: str, why: str) -> None:
    with pytest.raises(TaggerUnavailable, match=why):
        load(setting)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("PERSON", "person"), ("PER", "person"), ("B-LOC", "place"), ("GPE", "place"), ("FAC", "place"),
        ("org", "organization"), ("MISC", None), ("DATE", None), ("", None),
    ],
)  # fmt: skip
def test_labels_of_others_become_our_types(label: str, expected: str | None) -> None:
    assert type_of(label) == expected


def test_what_is_found_in_sentences_is_put_back_into_the_passages() -> None:
    batch = [a_passage("Anna met.\nOtto left."), a_passage(""), a_passage("Oslo")]

    assert sentences_of(batch) == ["Anna met.", "Otto left.", "Oslo"]
    assert list(put_back(batch, [[(0, 4, "PER", 0.987)], [(0, 4, "MISC", 1.0)], [(0, 4, "LOC", 0.5)]])) == [
        [Tag(0, 4, "person", 0.99)],
        [],
        [Tag(0, 4, "place", 0.5)],
    ]


def test_a_pipeline_of_spacy_is_a_tagger(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="the extra `spacy` is not installed")
    pipeline = spacy.blank("en")
    rules = [{"label": "PERSON", "pattern": "Anna Berg"}, {"label": "GPE", "pattern": "Oslo"}]
    pipeline.add_pipe("entity_ruler").add_patterns([*rules, {"label": "DATE", "pattern": "They"}])
    pipeline.to_disk(tmp_path / "tiny")

    tagger = load(f"spacy:{tmp_path / 'tiny'}")

    assert tagger is not None
    assert (tagger.name, tagger.version) == ("spacy", "en_pipeline-0.0.0")
    assert list(tagger.process([a_passage(TEXT), a_passage("")])) == [
        [Tag(0, 9, "person", 0.7), Tag(41, 45, "place", 0.7)],
        [],
    ]


def test_a_pipeline_of_spacy_that_is_not_there_is_named() -> None:
    pytest.importorskip("spacy", reason="the extra `spacy` is not installed")

    with pytest.raises(TaggerUnavailable, match="'/models/none'"):
        load("spacy:/models/none")


def a_vocabulary(folder: Path) -> Path:
    """A word-piece vocabulary in which the words of ``TEXT`` are whole."""
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", *TEXT.replace(".", "").split()]
    (folder / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    return folder / "vocab.txt"


def test_a_token_classifier_of_transformers_is_a_tagger(tmp_path: Path) -> None:
    transformers = pytest.importorskip("transformers", reason="the extra `hf` is not installed")
    torch = pytest.importorskip("torch", reason="the extra `hf` is not installed")
    transformers.BertTokenizerFast(str(a_vocabulary(tmp_path)), do_lower_case=False).save_pretrained(tmp_path)
    config = transformers.BertConfig(
        vocab_size=20, hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8,
        id2label={0: "O", 1: "B-PER", 2: "I-PER"}, label2id={"O": 0, "B-PER": 1, "I-PER": 2},
    )  # fmt: skip
    model = transformers.BertForTokenClassification(config)
    with torch.no_grad():  # everything is a person: what is tested is the way there and back
        model.classifier.bias.copy_(torch.tensor([-9.0, -9.0, 9.0]))
    model.save_pretrained(tmp_path)

    tagger = load(f"hf:{tmp_path}")

    assert tagger is not None
    ((first, second), nothing) = tagger.process([a_passage(TEXT), a_passage("")])
    assert [(tag.start, tag.end, tag.type) for tag in (first, second)] == [(0, 24, "person"), (26, 46, "person")]
    assert first.confidence > 0.9
    assert nothing == []


def test_a_model_of_gliner_is_a_tagger(tmp_path: Path) -> None:
    gliner = pytest.importorskip("gliner", reason="the extra `gliner` is not installed")
    transformers = pytest.importorskip("transformers", reason="the extra `gliner` is not installed")
    transformers.BertTokenizerFast(str(a_vocabulary(tmp_path)), do_lower_case=False).save_pretrained(tmp_path)
    small = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 8}
    encoder = transformers.BertConfig(vocab_size=20, **small)
    encoder.save_pretrained(tmp_path)
    config = {
        "model_name": str(tmp_path), "encoder_config": json.loads(encoder.to_json_string()), "hidden_size": 8,
        "max_width": 3, "max_len": 64, "span_mode": "markerV0", "name": "tiny",
    }  # fmt: skip
    model = gliner.GLiNER.from_config(gliner.GLiNERConfig(**config))
    model.save_pretrained(tmp_path)

    tagger = load(f"gliner:{tmp_path}")

    assert tagger is not None
    found, nothing = tagger.process([a_passage(TEXT), a_passage("")])
    assert all(
        0 <= tag.start < tag.end <= len(TEXT) and tag.type in {"person", "place", "organization"} for tag in found
    )
    assert nothing == []
