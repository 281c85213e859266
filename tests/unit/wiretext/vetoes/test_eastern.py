"""What names are else in the languages of East and South-East Asia, and where they are meant all the same."""

from __future__ import annotations

import pytest

from tests.builders import an_entity
from tests.unit.wiretext.vetoes.meaning import a_person, a_place, an_organization, is_believed
from wirekit.contracts import Entity


@pytest.mark.parametrize(
    ("entity", "other", "meant"),
    [
        (an_organization("Geely", "吉利"), "过年图个吉利，门上贴了春联。", "吉利公布新车销量。"),
        (an_organization("Uni-President", "统一"), "学生统一着装参加活动。", "统一集团的泡面涨价。"),
        (an_organization("FamilyMart", "全家"), "农民全家上山采茶。", "全家超商推出新饭团。"),
        (an_organization("Dongfeng", "东风"), "东风吹过田野。", "东风汽车召回一批卡车。"),
        (an_organization("ZTE", "中兴"), "中兴大学的学生种树。", "中兴通讯的手机上市。"),
        (an_organization("Midea", "美的"), "最美的季节到了。", "美的空调销量上升。"),
        (an_organization("Wagner", "瓦格纳"), "乐团演奏瓦格纳的序曲。", "瓦格纳雇佣兵撤离。"),
        (an_organization("Ant", "蚂蚁"), "孩子们蹲着看蚂蚁搬家。", "蚂蚁集团计划上市。"),
        (a_place("Sudan", "苏丹"), "马来西亚柔佛苏丹陛下出席典礼。", "苏丹武装冲突升级。"),
        (a_place("Mali", "马里"), "马里兰州下雪。", "马里总统抵达。"),
        (a_place("Haiti", "海地"), "沿海地区有大雾。", "海地首都枪声不断。"),
        (a_place("Netherlands", "荷兰"), "荷兰豆炒腊肉。", "荷兰首相辞职。"),
        (a_place("Italy", "意大利"), "意大利面煮十分钟。", "意大利面临大选。"),
        (a_place("United States", "美国"), "美国队长的海报。", "美国派兵到边境。"),
        (a_place("Georgia", "乔治亚"), "乔治亚州的桃子。", "乔治亚总理访问巴统。"),
        (a_place("Guinea", "几内亚"), "巴布亚新几内亚地震。", "几内亚总统辞职。"),
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
        (a_place("Mali", "マリ"), "三毛猫のマリが駅長になった。", "マリの軍政は発表した。"),
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
        (a_place("Chad", "ชาด"), "ช่างทาชาดบนบานประตู", "ประธานาธิบดีของชาดเดินทางถึงกรุงเทพ"),
        (a_place("Guinea", "กินี"), "แม่ค้าขายชุดบิกินี", "รัฐบาลของกินีประกาศ"),
        (a_place("Georgia", "จอร์เจีย"), "เขาทำงานที่รัฐจอร์เจีย", "รัสเซียบุกจอร์เจียในปีนั้น"),
        (an_organization("Singha", "สิงห์"), "จังหวัดสิงห์บุรีจัดงาน", "เบียร์สิงห์เปิดโรงงาน"),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else "",
)
def test_a_thai_word_that_a_name_is_too_is_told_from_it(entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language="th")
    assert is_believed(meant, entity, language="th")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "快递员王毅每天送货。"),
        ("zh", "退休教师王毅住在乡下。"),
        ("ja", "庄屋の王毅が日記を書いた。"),
        ("ko", "독립운동가 왕이민 추모식이 열렸다."),
        ("vi", "Tân sinh viên Vương Nghị Minh nhập học."),
    ],
)
def test_a_private_walk_of_life_makes_a_namesake(language: str, text: str) -> None:
    assert not is_believed(text, an_entity("Wang Yi", names=("王毅", "왕이민", "Vương Nghị Minh")), language=language)


@pytest.mark.parametrize("text", ["王毅工人阶级出身。", "王毅退休后回乡。", "王毅会见学生。"])
def test_a_word_for_many_or_a_verb_behind_a_name_makes_none(text: str) -> None:
    assert is_believed(text, an_entity("Wang Yi", names=("王毅",)), language="zh")


def test_words_that_run_over_the_ends_of_a_name_of_three_characters_leave_it_in_doubt() -> None:
    lee = an_entity("John Lee", names=("李家超",))

    assert not is_believed("李家超市开业。", lee, language="zh")
    assert is_believed("李家超市的米便宜。李家超会见记者。", lee, language="zh")


@pytest.mark.parametrize(
    ("language", "entity", "other", "meant"),
    [
        ("zh", an_organization("Baidu", "百度"), "金毛犬百度回家了。百度睡着了。", "百度公布财报。"),
        ("ja", a_place("Mali", "マリ"), "盲導犬のマリが引退した。", "マリの首都で戦闘があった。"),
        ("ko", a_place("Mali", "말리"), "구조견 말리가 은퇴했다. 말리는 늙었다.", "말리 정부가 발표했다."),
    ],
)
def test_an_animal_right_before_the_name_has_it(language: str, entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language=language)
    assert is_believed(meant, entity, language=language)


@pytest.mark.parametrize(
    ("language", "entity", "other", "meant"),
    [
        ("ja", an_organization("Honda", "本田"), "本田さんは魚屋を営む。", "本田が値上げした。"),
        ("ja", a_place("Mali", "マリ"), "マリちゃんは三歳だ。", "マリから来た。"),
        ("zh", an_organization("Suzuki", "铃木"), "铃木先生说服务好。", "铃木退出市场。"),
    ],
)
def test_a_name_that_is_spoken_of_politely_is_a_persons(language: str, entity: Entity, other: str, meant: str) -> None:
    assert not is_believed(other, entity, language=language)
    assert is_believed(meant, entity, language=language)


def test_a_gentleman_may_be_of_a_country_in_chinese() -> None:
    assert is_believed("一位韩国先生问路。", a_place("South Korea", "韩国"), language="zh")


def test_a_town_or_a_river_may_have_a_politicians_family_name() -> None:
    kishida = an_entity("Fumio Kishida", names=("岸田文雄",), short={"Jpan": ("岸田",)})

    assert not is_believed("岸田町の住民が集まった。", kishida, language="ja")
    assert not is_believed("岸田川の堤防を直す。", kishida, language="ja")
    assert is_believed("岸田首相が会見した。", kishida, language="ja")


def test_a_small_town_that_a_chinese_firm_is_called_like_has_the_name_in_the_whole_article() -> None:
    samsung = an_organization("Samsung", "三星")

    assert not is_believed("三星镇开了新市场。来三星的客商很多。", samsung, language="zh")
    assert is_believed("三星在韩国裁员。三星镇的工厂没有消息。", samsung, language="zh")


def test_a_korean_particle_behind_a_quotation_is_no_country() -> None:
    iran = a_place("Iran", "이란")

    assert not is_believed("'사랑'이란 노래가 흘렀다.", iran, language="ko")
    assert is_believed("그는 '이란 핵'을 말했다.", iran, language="ko")


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


def test_a_persons_name_may_be_a_word_too() -> None:
    kang = a_person("Cho Kuk", "조국")
    trump = an_entity("Donald Trump", names=("トランプ",), short={"Jpan": ("トランプ",)})

    assert not is_believed("조국 통일을 기원했다.", kang, language="ko")
    assert is_believed("조국 대표가 말했다.", kang, language="ko")
    assert not is_believed("町のトランプ大会で、トランプを楽しんだ。", trump, language="ja")
    assert is_believed("トランプ大統領が来日した。", trump, language="ja")


def test_a_ward_that_a_vietnamese_firm_is_called_like_has_the_name_in_the_whole_article() -> None:
    steel = an_organization("Steel", "Hòa Phát")

    assert not is_believed("Phường Hòa Phát, Đà Nẵng, mở sân chơi. Trẻ em Hòa Phát vui.", steel, language="vi")
    assert is_believed("Tập đoàn Hòa Phát lãi lớn.", steel, language="vi")


def test_a_thai_who_is_called_by_his_given_name_may_be_a_private_person() -> None:
    thaksin = an_entity("Thaksin", names=("ทักษิณ ชินวัตร",), short={"Thai": ("ทักษิณ",)})

    assert not is_believed("นายทักษิณ บุญมา ช่างซ่อมร่ม ซ่อมฟรี ทักษิณเล่าว่าชอบงานนี้", thaksin, language="th")
    assert is_believed("นายทักษิณ ชินวัตร กลับบ้าน ทักษิณเล่าว่าดีใจ", thaksin, language="th")


@pytest.mark.parametrize(
    ("language", "entity", "text"),
    [
        ("zh", a_place("Sudan", "苏丹"), "苏丹国防部长遇袭。"),
        ("zh", an_organization("Volkswagen", "大众"), "大众计划关闭三家工厂。"),
        ("zh", an_organization("ZTE", "中兴"), "中兴路由器有漏洞。"),
        ("vi", a_place("United States", "Mỹ"), "Lính Mỹ rút quân."),
        ("vi", a_place("United Kingdom", "Anh"), "Bảng Anh giảm giá."),
        ("ko", a_place("Iran", "이란"), "이란 외무장관이 말했다."),
        ("th", a_place("China", "จีน"), "เรือประมงจีนล่ม"),
    ],
)
def test_what_only_looks_like_the_other_sense_leaves_the_name(language: str, entity: Entity, text: str) -> None:
    assert is_believed(text, entity, language=language)


def test_a_foreign_given_name_before_a_country_is_somebodys_in_vietnamese_too() -> None:
    assert not is_believed("Căn phòng dán kín ảnh Michael Jordan.", a_place("Jordan", "Jordan"), language="vi")


@pytest.mark.parametrize(
    ("language", "entity", "other", "meant"),
    [
        ("zh", an_organization("Nissan", "日产"), "奶牛场日产鲜奶两吨。", "日产一名高管辞职。"),
        ("zh", an_organization("Nestle", "雀巢"), "雀巢里的幼鸟会飞了。", "雀巢在青岛扩建咖啡厂。"),
        ("zh", an_organization("Great Wall", "长城"), "游客登上长城看雪。", "长城宣布召回皮卡。"),
        ("zh", an_organization("Kuomintang", "国民党"), "印尼国民党的旧报展出。", "国民党主席到了台中。"),
        ("zh", a_place("Congo", "刚果"), "队长处事刚果。", "刚果决定派人受训。"),
        ("ja", an_organization("Toyota", "トヨタ"), "豊田市トヨタ町の祭りがあった。", "トヨタの祭りがあった。"),
        ("ja", an_organization("Aeon", "イオン"), "イオン町で祭りがあった。", "イオン町田店が開いた。"),
        ("ja", an_organization("Meiji", "明治"), "明治二十年の蔵を直した。", "明治は菓子を値上げする。"),
        ("ja", an_organization("Lion", "ライオン"), "ライオンの餌やりを見た。", "ライオンの子会社が歯磨きを売る。"),
        ("ja", a_place("Thailand", "タイ"), "天然タイを刺し身にした。", "タイの頭脳流出が続く。"),
        ("ja", a_place("Chile", "チリ"), "チリも積もれば山となる。", "チリの首相が来た。"),
        ("ko", a_place("Sudan", "수단"), "자전거를 교통 수단으로 쓴다.", "수단 유학생들이 떡을 만들었다."),
        ("ko", a_place("Congo", "콩고"), "떡에 콩고물을 묻힌다.", "콩고 유학생들이 떡을 만들었다."),
        ("th", a_place("Japan", "ญี่ปุ่น"), "เกษตรกรปลูกแตงกวาญี่ปุ่น", "ทีมญี่ปุ่นชนะสองประตู"),
        ("th", a_place("United Kingdom", "อังกฤษ"), "โรงเรียนสอนภาษาอังกฤษ", "อังกฤษส่งครูมาช่วย"),
        ("th", an_organization("Pheu Thai", "เพื่อไทย"), "เราปลูกต้นไม้ทำเพื่อไทยให้ร่มเย็น", "แกนนำเพื่อไทยปลูกต้นไม้"),
        ("vi", an_organization("FPT"), "Sinh viên Đại học FPT trồng rau.", "Sinh viên học nghề ở FPT."),
        ("vi", a_place("South Korea", "Hàn"), "Nhà anh nhìn ra sông Hàn.", "Doanh nghiệp Hàn đến Huế."),
        ("vi", a_place("Japan", "Nhật"), "Nhật ký của người gác đèn.", "Nhật ký thỏa thuận với Huế."),
        ("vi", a_place("Japan", "Nhật"), "Cô Mai dạy tiếng Nhật.", "Ca sĩ nổi tiếng Nhật đến Huế."),
        ("vi", a_place("Netherlands", "Hà Lan"), "Đậu Hà Lan được mùa.", "Lần đầu Hà Lan dự hội chợ."),
        ("vi", a_place("Poland", "Ba Lan"), "Bà Ba Lan bán chè.", "Ba Lan mời bốn đầu bếp."),
        ("vi", a_place("Germany", "Đức"), "Đức, 24 tuổi, là thợ điện.", "Người ở Đức, 30 tuổi trở lên, được tiêm."),
        ("vi", a_place("Belgium", "Bỉ"), "Bỉ ổi thay kẻ trộm chó.", "Bỉ khánh thành cầu mới."),
        ("vi", a_place("United Kingdom", "Anh"), "Anh nghỉ hai ngày.", "Anh sẽ cử kỹ sư từ London sang."),
    ],
)
def test_words_of_the_east_are_told_from_names_by_what_stands_beside_them(
    language: str, entity: Entity, other: str, meant: str
) -> None:
    assert not is_believed(other, entity, language=language)
    assert is_believed(meant, entity, language=language)


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        ("ja", "高市早苗", "パン屋を営んだ高市早苗さん（68）が店を閉める。"),
        ("ja", "玉木雄一郎", "投手の玉木雄一郎君（17）が完封した。監督も喜んだ。"),
        ("vi", "Lương Cường", "Chủ công Lương Cường, 19 tuổi, ghi điểm. Huấn luyện viên khen."),
        ("zh", "盧秀燕", "裁縫師盧秀燕縫了圍裙。"),
    ],
)
def test_an_age_or_a_trade_beside_a_name_tells_a_private_person(language: str, name: str, text: str) -> None:
    assert not is_believed(text, a_person("Somebody", name), language=language)


def test_an_age_beside_the_name_of_somebody_in_office_leaves_it() -> None:
    leader = a_person("Sanae Takaichi", "高市早苗")

    assert is_believed("高市早苗首相（64）は視察した。", leader, language="ja")


@pytest.mark.parametrize(
    ("before", "meant"),
    [("Phó Thủ tướng", True), ("Bộ trưởng", True), ("Đại tướng", True), ("Phố", False), ("Trường", False)],
)
def test_an_office_is_no_thing_that_is_spelt_alike_without_accents_in_vietnamese(before: str, *, meant: bool) -> None:
    leader = a_person("Luong Cuong", "Lương Cường")

    assert is_believed(f"{before} Lương Cường mở cửa.", leader, language="vi") is meant


@pytest.mark.parametrize(
    ("language", "entity", "other", "meant"),
    [
        ("zh", an_organization("Pepsi", "百事"), "他是胡同里有名的百事通。", "百事通过经销商销售。"),
        ("zh", an_organization("Everbright", "光大"), "把手艺发扬光大。", "光大证券发布报告。"),
        ("zh", an_organization("Panasonic", "松下"), "老人坐在松下纳凉。", "他在松下工作。"),
        ("zh", an_organization("BMW", "宝马"), "汗血宝马跑过草原。", "汽车巨头宝马扩建厂房。"),
        ("zh", a_person("Jimmy Carter", "卡特"), "手绘贺卡特别受欢迎。", "各国祝贺卡特当选。"),
        ("zh", a_person("George Bush", "布什"), "学校公布什么时候开学。", "布什在得州打球。"),
        ("zh", a_person("Shinzo Abe", "安倍"), "大家心中不安倍感煎熬。", "安倍感谢选民。"),
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
        ("ja", an_organization("Hitachi", "日立"), "日立駅から臨時バスが出た。", "日立つくば工場を視察した。"),
        ("ja", a_place("Finland", "フィンランド"), "フィンランド語を習う。", "フィンランドの首相が来た。"),
        ("ko", a_person("Lula", "룰라"), "혼성그룹 룰라 콘서트가 열렸다.", "룰라 대통령이 연설했다."),
        ("ko", an_organization("Toss", "토스"), "배구 세터의 정확한 토스 덕분이다.", "토스 앱의 송금 수수료가 없다."),
        ("ko", a_place("India", "인도"), "젖은 인도 위에서 넘어졌다.", "인도 위성이 궤도에 올랐다."),
        ("th", a_person("Chuan", "ชวน"), "เทศบาลชวนเที่ยวตลาดน้ำ", "นายชวนไปสภา"),
        ("th", a_person("Prem", "เปรม"), "ชาวบ้านปลื้มเปรมใจ", "พล.อ.เปรมเปิดสวน"),
        ("th", a_person("Pita", "พิธา"), "เด็กชายพิธาน ใจเย็น ชนะ", "พิธานำทีมลงพื้นที่"),
        ("th", an_organization("GSB", "ออมสิน"), "เด็กทุบกระปุกออมสิน", "ออมสินช่วยลูกหนี้"),
        ("th", an_organization("Bangchak", "บางจาก"), "น้ำท่วมแขวงบางจาก", "บางจากลดราคาน้ำมัน"),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else "",
)
def test_a_word_that_is_a_name_too_is_told_from_it_by_what_goes_with_either(
    language: str, entity: Entity, other: str, meant: str
) -> None:
    assert not is_believed(other, entity, language=language)
    assert is_believed(meant, entity, language=language)
