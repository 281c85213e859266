"""Words of East and South-East Asia that names are, too."""

from __future__ import annotations

import pytest

from tests.unit.wiretext.meaning import a_person, a_place, an_organization, is_believed
from wirekit.contracts import Entity


@pytest.mark.parametrize(
    ("entity", "other", "meant"),
    [
        (an_organization("Geely", "吉利"), "过年图个吉利，门上贴了春联。", "吉利公布新车销量。"),
        (an_organization("Uni-President", "统一"), "学生统一着装参加活动。", "统一集团的泡面涨价。"),
        (an_organization("FamilyMart", "全家"), "农民全家上山采茶。", "全家超商推出新饭团。"),
        (an_organization("Dongfeng", "东风"), "东风吹过田野。", "东风汽车召回一批卡车。"),
        (an_organization("Wagner", "瓦格纳"), "乐团演奏瓦格纳的序曲。", "瓦格纳雇佣兵撤离。"),
        (an_organization("Ant", "蚂蚁"), "孩子们蹲着看蚂蚁搬家。", "蚂蚁集团计划上市。"),
        (a_place("Sudan", "苏丹"), "马来西亚柔佛苏丹陛下出席典礼。", "苏丹武装冲突升级。"),
        (a_place("Mali", "马里"), "马里兰州下雪。", "马里总统抵达。"),
        (a_place("Netherlands", "荷兰"), "荷兰豆炒腊肉。", "荷兰首相辞职。"),
        (a_place("Italy", "意大利"), "意大利面煮十分钟。", "意大利面临大选。"),
        (a_place("United States", "美国"), "美国队长的海报。", "美国派兵到边境。"),
        (a_place("Georgia", "乔治亚"), "乔治亚州的桃子。", "乔治亚总理访问巴统。"),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else "",
)
def test_a_chinese_word_that_a_name_is_too_is_told_from_it(entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language="zh")
    assert is_believed(meant, entity, language="zh")


@pytest.mark.parametrize(
    ("entity", "other", "meant"),
    [
        (an_organization("Suzuki", "スズキ"), "漁港でスズキの水揚げが始まった。", "スズキは新型の軽自動車を発表した。"),
        (an_organization("Intel", "インテル"), "インテルはミラノで次節を戦う。", "インテルは半導体工場を建てる。"),
        (an_organization("Kirin", "キリン"), "動物園でキリンの赤ちゃんが生まれた。", "キリンはビールを値上げする。"),
        (a_place("China", "中国"), "中国山脈で雪が降った。", "中国政府が発表した。"),
        (a_place("South Korea", "韓国"), "韓国岳に登った。", "韓国大統領が来日した。"),
        (a_place("India", "インド"), "船はインド洋を渡った。", "インド首相が会見した。"),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else "",
)
def test_a_japanese_word_that_a_name_is_too_is_told_from_it(entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language="ja")
    assert is_believed(meant, entity, language="ja")


@pytest.mark.parametrize(
    ("entity", "other", "meant"),
    [
        (a_place("Gabon", "가봉"), "재단사는 가봉을 두 번 한다.", "가봉 정부는 선거를 미뤘다."),
        (a_place("Oman", "오만"), "겸손이 오만을 이긴다.", "오만은 회담을 중재했다."),
        (a_place("Mali", "말리"), "아버지가 말리면 안 간다. 말리는 사람이 없다.", "말리 대통령이 사임했다."),
        (a_place("Haiti", "아이티"), "판교 아이티 기업이 사람을 뽑는다.", "아이티 갱단이 총을 쐈다."),
        (a_place("Bhutan", "부탄"), "부탄 가스통이 터졌다.", "부탄 국왕이 방문했다."),
        (an_organization("Canon", "캐논"), "피아노로 캐논 변주곡을 쳤다.", "캐논이 새 카메라를 냈다."),
        (an_organization("NASA", "나사"), "빠진 나사를 드라이버로 조였다.", "나사는 달 탐사 로켓을 쏘았다."),
        (an_organization("Sharp", "샤프"), "필통에서 샤프를 꺼냈다.", "샤프는 새 텔레비전을 냈다."),
        (an_organization("Hanwha", "한화"), "그림은 한화 약 육만 원이다.", "한화 그룹이 지분을 샀다."),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else "",
)
def test_a_korean_word_that_a_name_is_too_is_told_from_it(entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language="ko")
    assert is_believed(meant, entity, language="ko")


@pytest.mark.parametrize(
    ("entity", "other", "meant"),
    [
        (a_place("Guinea", "กินี"), "แม่ค้าขายชุดบิกินี", "รัฐบาลของกินีประกาศ"),
        (a_place("Georgia", "จอร์เจีย"), "เขาทำงานที่รัฐจอร์เจีย", "รัสเซียบุกจอร์เจียในปีนั้น"),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else "",
)
def test_a_thai_word_that_a_name_is_too_is_told_from_it(entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language="th")
    assert is_believed(meant, entity, language="th")


@pytest.mark.parametrize(
    ("language", "entity", "other"),
    [
        ("zh", a_place("Mexico", "墨西哥"), "新墨西哥州起火。"),
        ("zh", a_place("North Korea", "朝鲜"), "朝鲜族村民跳舞。"),
        ("ja", a_place("United States", "アメリカ"), "南アメリカの鳥。"),
        ("ja", a_place("Ireland", "アイルランド"), "北アイルランドの議会。"),
        ("th", a_place("India", "อินเดีย"), "เรือจมในมหาสมุทรอินเดีย"),
        ("th", a_place("Belgium", "เบลเยียม"), "ปิดซ่อมสะพานไทย-เบลเยียม"),
    ],
)
def test_a_longer_name_of_a_place_has_a_countrys_in_it(language: str, entity: Entity, other: str) -> None:
    assert not is_believed(other, entity, language=language)


@pytest.mark.parametrize(
    ("language", "entity", "text"),
    [
        ("zh", a_place("Sudan", "苏丹"), "苏丹国防部长遇袭。"),
        ("zh", an_organization("Volkswagen", "大众"), "大众计划关闭三家工厂。"),
        ("zh", an_organization("ZTE", "中兴"), "中兴路由器有漏洞。"),
        ("th", a_place("China", "จีน"), "เรือประมงจีนล่ม"),
    ],
)
def test_what_only_looks_like_the_other_sense_leaves_the_name(language: str, entity: Entity, text: str) -> None:
    assert is_believed(text, entity, language=language)


@pytest.mark.parametrize(
    ("language", "entity", "other", "meant"),
    [
        ("zh", an_organization("Nissan", "日产"), "奶牛场日产鲜奶两吨。", "日产一名高管辞职。"),
        ("zh", an_organization("Nestle", "雀巢"), "雀巢里的幼鸟会飞了。", "雀巢在青岛扩建咖啡厂。"),
        ("zh", an_organization("Great Wall", "长城"), "游客登上长城看雪。", "长城宣布召回皮卡。"),
        ("zh", an_organization("Kuomintang", "国民党"), "印尼国民党的旧报展出。", "国民党主席到了台中。"),
        ("zh", a_place("Congo", "刚果"), "队长处事刚果。", "刚果决定派人受训。"),
        ("ja", an_organization("Meiji", "明治"), "明治二十年の蔵を直した。", "明治は菓子を値上げする。"),
        ("ja", an_organization("Lion", "ライオン"), "ライオンの餌やりを見た。", "ライオンの子会社が歯磨きを売る。"),
        ("ja", a_place("Thailand", "タイ"), "天然タイを刺し身にした。", "タイの頭脳流出が続く。"),
        ("ja", a_place("Chile", "チリ"), "チリも積もれば山となる。", "チリの首相が来た。"),
        ("ko", a_place("Sudan", "수단"), "자전거를 교통 수단으로 쓴다.", "수단 유학생들이 떡을 만들었다."),
        ("th", a_place("Japan", "ญี่ปุ่น"), "เกษตรกรปลูกแตงกวาญี่ปุ่น", "ทีมญี่ปุ่นชนะสองประตู"),
        ("th", a_place("United Kingdom", "อังกฤษ"), "โรงเรียนสอนภาษาอังกฤษ", "อังกฤษส่งครูมาช่วย"),
        ("th", an_organization("Pheu Thai", "เพื่อไทย"), "เราปลูกต้นไม้ทำเพื่อไทยให้ร่มเย็น", "แกนนำเพื่อไทยปลูกต้นไม้"),
        ("vi", a_place("Japan", "Nhật"), "Nhật ký của người gác đèn.", "Nhật ký thỏa thuận với Huế."),
    ],
)
def test_words_of_the_east_are_told_from_names_by_what_stands_beside_them(
    language: str, entity: Entity, other: str, meant: str
) -> None:
    assert not is_believed(other, entity, language=language)
    assert is_believed(meant, entity, language=language)


@pytest.mark.parametrize(
    ("language", "entity", "other", "meant"),
    [
        ("zh", an_organization("Pepsi", "百事"), "他是胡同里有名的百事通。", "百事通过经销商销售。"),
        ("zh", an_organization("Everbright", "光大"), "把手艺发扬光大。", "光大证券发布报告。"),
        ("zh", an_organization("Panasonic", "松下"), "老人坐在松下纳凉。", "他在松下工作。"),
        ("zh", an_organization("BMW", "宝马"), "汗血宝马跑过草原。", "汽车巨头宝马扩建厂房。"),
        ("zh", a_place("Greece", "希腊"), "社区开了希腊语班。", "希腊总理访问。"),
        ("ja", a_person("Emmanuel Macron", "マクロン"), "ローマ字にはマクロンを付ける。", "マクロン氏は長音が苦手だ。"),
        ("ja", a_person("Narendra Modi", "モディ"), "商業施設「モディ」に書店が入る。", "モディ首相が演説した。"),
        ("ja", a_person("Kamala Harris", "ハリス"), "磯の釣り人はハリスを切られた。", "ハリスは三日、演説した。"),
        ("ja", a_person("Lawrence Wong", "ウォン"), "一万ウォンを両替した。", "ウォン首相が会見した。"),
        (
            "ja",
            an_organization("Sharp", "シャープ"),
            "シャープが四つ付いた曲を歌う。",
            "シャープが多額の赤字を出した。",
        ),
        ("ja", a_place("Finland", "フィンランド"), "フィンランド語を習う。", "フィンランドの首相が来た。"),
        ("ko", an_organization("Toss", "토스"), "배구 세터의 정확한 토스 덕분이다.", "토스 앱의 송금 수수료가 없다."),
        ("ko", a_place("India", "인도"), "젖은 인도 위에서 넘어졌다.", "인도 위성이 궤도에 올랐다."),
        ("th", an_organization("GSB", "ออมสิน"), "เด็กทุบกระปุกออมสิน", "ออมสินช่วยลูกหนี้"),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else "",
)
def test_a_word_that_is_a_name_too_is_told_from_it_by_what_goes_with_either(
    language: str, entity: Entity, other: str, meant: str
) -> None:
    assert not is_believed(other, entity, language=language)
    assert is_believed(meant, entity, language=language)


@pytest.mark.parametrize(
    ("language", "text", "entity", "meant"),
    [
        ("ko", "구조견 말리가 은퇴했다. 말리는 늙었다.", a_place("Mali", "말리"), False),
        ("ko", "말리 정부가 발표했다.", a_place("Mali", "말리"), True),
    ],
)
def test_a_dog_of_which_the_article_tells_is_no_country_in_korean(
    language: str, text: str, entity: Entity, *, meant: bool
) -> None:
    assert is_believed(text, entity, language=language) is meant
