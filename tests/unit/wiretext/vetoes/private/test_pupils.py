"""When somebody's form at school stands beside his name."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, is_believed
from tests.unit.wiretext.readings import hit_in, read
from wiretext.vetoes.private.pupils import goes_to_school, is_at_school

VERA = a_person("Vera Osmol", "Вера Осмол", "فيرا أسمول", "ורה אוסמול", "ورا اسمول")


@pytest.mark.parametrize(
    ("language", "text", "at_school"),
    [
        ("ru", "Олимпиаду выиграла Вера Осмол из пятого класса.", True),
        ("ru", "Олимпиаду выиграла Вера Осмол из 7 «Б».", True),
        ("ru", "Олимпиаду выиграла Вера Осмол, 9-го класса.", True),
        ("ru", "Письмо получила Вера Осмол из рабочего класса.", False),
        ("ru", "Вера Осмол из Пятигорска выиграла олимпиаду.", False),
        ("uk", "Віршем здивувала Вера Осмол з 6 класу.", True),
        ("uk", "Вера Осмол з 6 класу грає на скрипці.", False),
        ("bg", "Наградата взе Вера Осмол от VIII клас.", True),
        ("bg", "Вера Осмол от VIII клас знае, че ще стане лекар.", False),
        ("cs", "Vyhrála Vera Osmol ze 4. B.", True),
        ("cs", "Vyhrála Vera Osmol ze 4. ročníku.", True),
        ("cs", "Vyhrála Vera Osmol ze 4. patra.", False),
        ("pl", "Wygrała Vera Osmol z klasy 5b.", True),
        ("hr", "Pobijedila je Vera Osmol (OŠ Brod).", True),
        ("hr", "Pobijedila je Vera Osmol (HNS).", False),
        ("de", "Es siegte Vera Osmol aus der 4. Klasse.", False),
    ],
)
def test_a_form_behind_a_name_is_that_of_a_pupil(language: str, text: str, *, at_school: bool) -> None:
    reading = read(text, language)

    assert is_at_school(hit_in(reading, VERA), reading) is at_school


@pytest.mark.parametrize(
    ("language", "text", "at_school"),
    [
        ("ar", "فازت تلميذة الصف الخامس فيرا أسمول بالجائزة.", True),
        ("ar", "فازت التلميذة في الصف الثالث الابتدائي فيرا أسمول بالجائزة.", True),
        ("ar", "سألت تلميذة الصف الخامس عن الكتب فيرا أسمول.", False),
        ("ar", "زارت فيرا أسمول تلميذة الصف الخامس.", False),
        ("he", "תלמידת כיתה ח' ורה אוסמול ניצחה.", True),
        ("he", "תלמידת השרה ורה אוסמול ניצחה.", False),
        ("fa", "دانش‌آموز پایه نهم ورا اسمول اول شد.", True),
        ("fa", "دانش‌آموز دیروز ورا اسمول را دید.", False),
    ],
)
def test_a_pupil_and_his_form_stand_right_before_his_name(language: str, text: str, *, at_school: bool) -> None:
    reading = read(text, language)

    assert goes_to_school(hit_in(reading, VERA), reading) is at_school


def test_a_pupil_is_nobody_whom_one_watches() -> None:
    assert not is_believed("Олимпиаду по химии выиграла Вера Осмол из 8 класса.", VERA, language="ru")
    assert is_believed("Олимпиаду по химии открыла Вера Осмол из Пятигорска.", VERA, language="ru")
