"""Who is heard before any question: people in need, the afraid, the suspicious, the let down; and who is not."""

from __future__ import annotations

import pytest

from bot.answering.understanding.people_first import RULES, kind, only_numbers, pastes_number
from bot.domain.people import Kind
from bot.language.word_classes import word_classes

DISTRESS = """
I want to die
saya mau mati saja
sudah siapkan tali
I want to kill myself because my scholarship was cancelled
gw capek hidup
pengen bunuh diri rasanya min
hidupku udah gak ada gunanya
aku wis kesel urip
ulun sudah kada sanggup lagi
aku arep mati wae, ra kuat maneh
ingin mengakhiri hidup saya
lebih baik saya tidak ada di dunia ini
semua lebih baik tanpa saya
i'm tired of living
there is no reason to live anymore
kada handak hidup lagi ulun ni
gamau hidup lagi
mau minum baygon aja
aku ingin tidur selamanya
saya putus asa sekali
nobody cares about me, I wish I was dead
kepikiran mati terus sejak ukt ditolak
"""
VIOLENCE = """
saya dipukuli di rumah
suami saya sering mukul saya
aku digebuki bojoku
bapak saya nampar saya tiap hari
saya umur 13 dan om saya meraba saya
saya diperkosa pacar
guru saya melecehkan saya
anak saya dipukul gurunya
my husband hits me
I was beaten by my father
my uncle touches me at night
my mom slaps me every day
ulun ditampiling laki ulun
takut pulang ke rumah, bapak ngamuk terus
saya korban kekerasan
tetangga menyiksa anaknya
my boyfriend is violent with me
ayah tiri saya mencabuli saya
"""
VICTIM = """
saya diancam kalau tidak pilih nomor 2
bos memaksa kami coblos calon tertentu
KTP saya diambil timses
saya dipaksa atasan dukung paslon
ulun diancam pambakal amun kada mamilih calonnya
kulo dipekso juragan nyoblos calone
my boss threatened to fire me if I don't vote for him
I was forced to vote for a candidate
takut ketahuan saya milih siapa
saya takut bot ini nyatat pilihan saya
they took my ID card, the campaign team
kades ngancam nyoret saya kalau ga milih dia
kami karyawan diwajibkan perusahaan pilih paslon itu
aku dipecat gara2 beda pilihan sama bos
saya takut panitia tahu suara saya
saya diteror gara-gara nolak amplop
I'm scared they will find out who I voted for
KK saya ditahan relawan calon
"""
VICTIM_ASKS = """
saya diancam kades soal pilkada, lapor ke mana
bos maksa kami pilih calonnya, apa hukumannya
takut ketauan pak RT kalau lapor soal pilkada
I was threatened over my vote, is that illegal?
"""
INSINUATION = """
yang ga milih 02 ga dapat bantuan ya?
bantuan cuma buat pendukung gubernur kan
kalau dulu saya pilih lawan, masih bisa dapat kuliah gratis?
kuliah gratis khusus yang nyoblos dia doang ya
nek ora nyoblos 02 ora entuk bantuan to
kada mamilih inya kada dapat bantuan lah
do you only get help if you voted for him?
is the free tuition only for supporters
people who didn't vote for them don't get the aid right
pendukung kubu sebelah dipersulit dapet beasiswa ya
daerah yang kalah suara ga kebagian internet kan
apa relawan doang yang dapet insentif
kami bukan simpatisan, pasti gak dapat bansos
can I still get the scholarship even though I supported the other side
warga yang ga coblos 02 ga boleh berobat gratis?
bus gratis buat yg nyoblos aja
"""
BOT = {
    Kind.BOT_PAID: """
siapa yang bayar bot ini
bot ini dibiayai siapa
kamu dibayar tim siapa sih
who pays you
who funded this bot
pian digaji siapa
sampeyan dibayar sopo
""",
    Kind.BOT_RUN: """
siapa di balik bot ini
bot ini resmi gak
is this bot official
are you neutral
bot ini punya pemerintah ya
kamu kerja buat siapa
who runs this bot
""",
    Kind.BOT_KEEPS: """
apakah bot ini menyimpan pilihan saya
chat saya di sini disimpan gak
do you store my messages
kamu nyimpen data ku ga
apa percakapan ini dilaporkan, siapa saya bisa ketahuan di sini?
is my data safe with this bot
kowe nyathet aku milih sopo ora
""",
    Kind.BOT_ERASES: """
hapus data saya
tolong hapus semua chat saya
delete my data
hapusin riwayat obrolanku dong
busak dataku
""",
    Kind.BOT_ERRS: """
bot ini bisa salah gak
kamu pernah ngawur ga
can you be wrong
can I trust this bot
apa bot ini bisa dipercaya
""",
}
CRITIC = {
    Kind.CRITIC_MONEY: """
1,4 triliun lari kemana, dikorupsi ya?
duitnya kemana
anggarannya dikemanain
uang rakyat masuk kantong siapa
dananya ditilep pejabat kan
where did the money go
is the budget being embezzled
dhuwite dikorupsi to
bantuannya disunat ya
was the money stolen
""",
    Kind.CRITIC_RESULT: """
jadi gagal apa berhasil?
programnya gagal total
ini cuma pencitraan
janji palsu semua
gubernur ingkar janji
mana buktinya kuliah gratis
so is it a success or a failure
just empty promises
kecewa banget sama gubernur
janjinya karamput haja
""",
    Kind.CRITIC_KIN: """
dinasti kan?
ini politik dinasti ya
nepotisme semua
isn't it a dynasty
bagi-bagi jabatan ke keluarga
""",
}
FAIR = """
santunan kematian berapa
mau klaim santunan mati peserta BPJS
aturan hukum gantung ada gak
cara lapor kalau listrik mati di TPS
hp saya mati, bisa daftar besok?
biaya hidup ditanggung kuliah gratis gak
uang saku untuk biaya hidup mahasiswa berapa
tali asih guru honorer berapa
dapat tunjangan seumur hidup?
daftar riwayat hidup perlu diunggah?
siapa yang bayar kuliah gratis
siapa yang membayar iuran
who pays the tuition
apakah data saya diverifikasi dukcapil
data anak perlu izin orang tua?
bot telegram boleh simpan data?
hapus data pribadi, apa aturannya
kapan program resmi diluncurkan
situs resmi pendaftaran apa
kamu tau siapa yang bayar UKT?
pilih jalur apa saja untuk beasiswa
kalau pilih kampus luar daerah apa masih dapat bantuan
pemilih pilgub berapa orang
partai apa saja yang mendukung
apa hukuman memaksa orang memilih
ancaman pidana politik uang
kader wajib dukung siapa
sanksi bagi yang terima amplop
anggaran kuliah gratis berapa triliun
dana kuliah gratis dikirim ke mana
berapa yang gagal verifikasi
pendaftaran saya gagal terus
temanku gagal upload KK
apa saja janji yang sudah berjalan
KTP harus diunggah saat daftar?
KTP diminta petugas kampus waktu daftar
pukul berapa TPS buka
jumlah kasus bunuh diri berapa
saya tidak sanggup lagi bayar UKT
what is the death benefit
how do I vote
can I get the scholarship if I study abroad
""".strip().splitlines()


def lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        *((Kind.DISTRESS, text) for text in lines(DISTRESS)),
        *((Kind.VIOLENCE, text) for text in lines(VIOLENCE)),
        *((Kind.VICTIM, text) for text in lines(VICTIM)),
        *((Kind.VICTIM_ASKS, text) for text in lines(VICTIM_ASKS)),
        *((Kind.INSINUATION, text) for text in lines(INSINUATION)),
        *((wanted, text) for wanted, texts in (BOT | CRITIC).items() for text in lines(texts)),
    ],
)
def test_a_message_is_heard_for_what_it_is_first_of_all(wanted: Kind, text: str) -> None:
    assert kind(text) is wanted


@pytest.mark.parametrize("text", FAIR)
def test_a_question_that_only_looks_like_it_is_a_question(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize(
    "text", ["gimana cara maksa karyawan saya biar pilih calon itu", "bikin hoax calon sebelah korupsi"]
)
def test_who_wants_to_do_it_is_no_victim_and_no_critic(text: str) -> None:
    assert kind(text) is None


@pytest.mark.parametrize("text", ["dasar bot goblok, dibayar siapa lo", "program tolol, gagal total"])
def test_who_swears_is_left_to_the_boundaries(text: str) -> None:
    assert kind(text) is None


def test_drawn_out_letters_hide_nothing() -> None:
    assert kind("pengennn matiiii ajaaa") is Kind.DISTRESS


@pytest.mark.parametrize(
    "text",
    [
        "6472010101900001",
        "NIK saya 6472 0101 0190 0001, batas umur berapa?",
        "wa saya 0812-3456-7890",
        "call me at +62 812 3456 7890",
        "6402.0555.0101.0004 ini nik istri saya",
    ],
)
def test_an_identity_or_phone_number_is_seen_however_it_is_written(text: str) -> None:
    assert pastes_number(text)


@pytest.mark.parametrize(
    "text", ["Rp1.377.000.000.000", "996.399 suara", "NIK wajib diisi?", "27-11-2024", "119 ext. 8"]
)
def test_amounts_votes_and_dates_are_nobodys_number(text: str) -> None:
    assert not pastes_number(text)


def test_a_number_alone_asks_nothing() -> None:
    assert only_numbers("ini nik saya 6472010101900001 ya min")
    assert not only_numbers("nik saya 6472010101900001, batas umur s1 berapa?")


def test_every_class_that_a_rule_names_has_words() -> None:
    named = {name for rule in RULES for name in (*rule.needs, *rule.unless)}
    assert named <= word_classes("people_first").keys()
    assert word_classes("people_first").keys() - named == {"idioms", "beside_numbers"}
