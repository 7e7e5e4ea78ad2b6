"""What a question may pin down by name: places, stages of education, offices, groups of people, programs, details.

These lists hold what is general in Indonesia; whether it can be answered is up to a campaign's documents.
"""

from __future__ import annotations

from types import MappingProxyType


def _listed(text: str) -> tuple[tuple[str, ...], ...]:
    """Return things by all their names: commas part things, blanks their names, and "_" is a blank within one."""
    return tuple(tuple(name.replace("_", " ") for name in thing.split()) for thing in text.split(",") if thing.split())


# Provinces by the names people use and large towns, then other countries; none that is an ordinary word, too.
PLACES = _listed(
    """
    aceh, banda_aceh, lhokseumawe, sumut, binjai, deli_serdang, sumbar, padang, bukittinggi, riau, pekanbaru,
    kepri, batam, tanjungpinang, jambi, sumsel, palembang, babel, bangka, belitung, pangkalpinang, bengkulu,
    lampung, banten, tangerang, tangsel, cilegon, dki, jakarta, jabar, bandung, bekasi, bogor, depok, cirebon,
    sukabumi, tasikmalaya, karawang, garut, cianjur, jateng, semarang, surakarta solo, magelang, purwokerto,
    pekalongan, kudus, tegal, yogyakarta jogja yogya jogjakarta diy, sleman, bantul, jatim, surabaya, malang,
    sidoarjo, gresik, kediri, madiun, jember, banyuwangi, probolinggo, madura, mojokerto, tulungagung, denpasar,
    badung, ntb, lombok, mataram, sumbawa, ntt, kupang, flores, labuan_bajo, kalbar, pontianak, singkawang,
    ketapang, kalteng, palangkaraya, palangka_raya, sampit, kalsel, banjarmasin, banjarbaru, martapura, tabalong,
    kotabaru, kaltara, tarakan, nunukan, malinau, bulungan, tanjung_selor, tana_tidung, sebatik, sulut, manado,
    bitung, gorontalo, sulteng, poso, morowali, sulbar, mamuju, majene, sulsel, makassar, parepare, maros,
    bulukumba, toraja, sultra, kendari, baubau, maluku, ambon, ternate, papua, jayapura, merauke, sorong,
    manokwari, timika, wamena, jawa, sumatra sumatera, sulawesi, java
    """
)
ABROAD = _listed(
    """
    luar_negeri abroad overseas, malaysia, sabah, sarawak, kuching, kinabalu, singapura singapore, brunei, thailand,
    vietnam, filipina philippines, jepang japan, korea, tiongkok china cina, taiwan, india, arab_saudi saudi,
    turki turkey, mesir egypt, australia, amerika usa, inggris uk, jerman germany, belanda netherlands, prancis france,
    rusia russia
    """
)
POINTS = MappingProxyType(
    {
        "utara": "north",
        "selatan": "south",
        "barat": "west",
        "timur": "east",
        "tengah": "central",
        "tenggara": "southeast",
    }
)
COMPASS = tuple(POINTS)
OVERSEAS = ("luar negeri", "abroad", "overseas")  # the same of every other country
OUTSIDE = ("luar", "outside", "abroad", "overseas")  # what is said of them is said of every place without a name

# From the first to the last. The last year of school is everybody's who begins to study: it pins nothing down.
STAGE_NAMES = MappingProxyType(
    {
        "paud": ("paud", "playgroup"),
        "tk": ("tk", "kindergarten"),
        "sd": ("sd", "elementary", "primary school"),
        "smp": ("smp", "mts", "junior high"),
        "sma": ("sma", "smk", "slb", "senior high"),
        **{level: (level,) for level in ("d1", "d2", "d3", "d4", "s1", "s2", "s3")},
        "spesialis": ("spesialis", "specialist", "sp 1", "sp 2"),
    }
)
STAGES = tuple(STAGE_NAMES)
COMMON_STAGES = frozenset({"sma"})

COURSES = _listed(
    """
    program_profesi kuliah_profesi pendidikan_profesi jenjang_profesi studi_profesi profesi_dokter profesi_apoteker
    profesi_insinyur professional_program, ners, ppg, koas coass,
    paket_a, paket_b, paket_c, kejar_paket, bimbel, kursus, prajabatan, homeschooling,
    magang internship, pelatihan training, rpl, fast_track, postdoktoral postdoc postdoctoral,
    kelas_internasional, double_degree,
    pertukaran_pelajar exchange_student, kedinasan, sekolah_penerbangan, tpa tpq
    """
)

# Offices whose holder is meant by the name alone, with what they do where texts rather tell that …
OFFICES = _listed(
    """
    bupati regent, wali_kota walikota mayor, camat, lurah, kapolda, kapolres, kapolsek,
    kapolri, pangdam, danrem, dandim, kajati, kajari, rektor rector, dekan dean, sekda, sekprov, kapuskesmas,
    menkes, mendikdasmen, mendagri, menaker, menkeu, mendikbud, panglima, sultan,
    juru_bicara jubir spokesman spokesperson,
    pengacara kuasa_hukum lawyer,
    hakim judge, moderator, ajudan, staf_ahli, kepala_sekolah principal,
    pendiri founder didirikan mendirikan founded established,
    pemilik owner, pencipta composer ciptaan diciptakan composed,
    penyanyi singer dinyanyikan menyanyikan sung, desainer designer, penjahit tailor
    """
)

# … and those that say of what.
HEADS = _listed(
    """
    ketua chair chairs chairman chairwoman chairperson head heads leader leads, kepala head, presiden president,
    menteri minister,
    direktur dirut director, sekretaris secretary, bendahara treasurer, komisioner commissioner, pimpinan leader,
    koordinator coordinator, manajer manager, pelatih coach
    """
)

GROUPS = _listed(
    """
    dosen lecturer lecturers, nelayan fisherman fishermen, petani farmer farmers, peternak,
    pedagang trader traders, lansia elderly, pensiunan retiree retirees pensioners, veteran veterans,
    perawat nurse nurses, bidan midwife midwives, posyandu, atlet athlete athletes, seniman artist artists,
    wartawan journalist journalists, janda widow widows, yatim orphan orphans, balita toddlers,
    ibu_hamil pregnant, kepala_desa kades, lurah, satpam, polisi police, tentara tni, penyuluh, pengrajin,
    rw, linmas hansip, bpd, pkk, karang_taruna,
    transmigran, narapidana napi prisoners, tki pmi, difabel disabilitas disability disabilities
    """
)

# Family of somebody named ("istri gubernur"): one's own only tells a story.
FAMILY = _listed("istri wife, suami husband, mertua in_laws, mantan, ipar, menantu")

# What texts rather tell of them; who says so asks for none of them: "siapa yang memiliki KTP bisa daftar?"
DEEDS = MappingProxyType(
    {
        "pemilik": ("dimiliki", "memiliki", "milik", "owned"),
        "istri": ("menikah", "dinikahi", "married"),
        "program profesi": ("profesi",),
        "bahan apa": ("kain", "katun", "kulit", "cotton", "leather"),
        "warna": ("putih", "merah", "hitam", "biru", "hijau", "kuning", "cokelat", "white", "red", "black", "blue"),
    }
)

# How a vote's name begins, which is neither a place nor a person.
VOTE = r"(?:Pil(?:gub|kada|pres|eg)|Pemilu)"

# What is given or promised to groups of people: a fisherman who asks for anything else asks as everybody does.
BENEFITS = frozenset(
    """
    insentif honor gaji tunjangan subsidi bantuan santunan thr upah kuota dana modal uang bonus janji janjinya
    dijanjikan incentive salary allowance subsidy aid grant wage money bonus promise promised
    """.split()
)

# What is no benefit of a group, whoever asks for it: "I am a nurse, what is the minimum wage?"
SAME_FOR_ALL = frozenset("minimum minimal terendah lowest ump umk umr umsp".split())

# What is said of sectors and is none.
ANY_SECTOR = frozenset(
    """
    unggulan prioritas utama andalan strategis potensial formal informal swasta publik ekonomi industri usaha kerja
    pekerjaan tertentu tertinggi terendah terbesar apapun terkait lainnya private public economic business
    key main priority leading wage each every highest lowest
    naik turun resmi mulai besaran besarannya nominal daftar rincian lengkap semua seluruh minimal saja rata
    rise rose raised list all amount workers
    """.split()
)

# What stands between them and the name of one: "upah minimum sektoral provinsi untuk pekerja konstruksi".
BEFORE_SECTOR = frozenset(
    """
    umsp umsk provinsi province provincial kabupaten kota untuk buat bagi for di in the tahun taun thn sektor industri
    usaha perkebunan pekerja buruh karyawan pabrik bidang upah minimum wage wages
    """.split()
)

# What is measured by it is told by it.
MEASURES = _listed(
    """
    kilometer kilo_meter km kilometers kilometre kilometres, meter metre metres meters, hektar hektare ha hectares,
    liter litres liters, kilogram kg kilograms, ton tons tonnes, watt megawatt mw, ekor, lantai floors, kamar rooms,
    ranjang beds, halaman pages, mobil cars, lulusan graduates alumni, masjid mosques, perempuan wanita female women,
    juz, dolar dollars, mb megabyte megabytes, gb gigabyte gigabytes, setel steel, sks,
    laki_laki pria male men, saksi witnesses, korban victims, jembatan bridges, pabrik factories, riyal
    """
)

# Faiths of which each may be counted by itself, but for the one that most are of.
FAITHS = _listed(
    """
    hindu, katolik catholic catholics, kristen christian christians protestan protestant,
    buddha budha buddhist buddhists, konghucu khonghucu confucian
    """
)

# What comes one after another, and which of them is meant.
SERIES = _listed("debat debate, tahap termin phase stage gelombang batch wave, kloter, putaran round")
ORDINALS = _listed(
    """
    pertama satu first 1 i 1st, kedua dua second 2 ii 2nd, ketiga tiga third 3 iii 3rd, keempat empat fourth 4 iv 4th,
    kelima lima fifth 5 v 5th, keenam enam sixth 6 vi 6th, ketujuh tujuh seventh 7 vii 7th
    """
)

# Programs, papers and services of the state.
PROGRAMS = _listed(
    """
    pkh, bpnt, blt, bst, bsu, kip, kis pbi, kps, kks, pip, dtks, dtsen, prakerja, lpdp, ppdb, spmb, snbt, utbk, cpns,
    pppk p3k, mbg sppg, ptsl, imb, pbg, sim, stnk, bpkb, skck, npwp, nib, siup, samsat, lhkpn, paspor passport,
    visa, kpps, ppk, tapera, sekolah_rakyat, bedah_rumah, rutilahu, transmigrasi, kopdes, koperasi, pln, pdam,
    mrt, lrt, tps, ikd, pilwali pilwalkot pilwakot, pilbup, pilpres, pileg, pilkades,
    pilkada_kota, pilkada_kabupaten pilkada_kab, dpr_ri, dpd_ri, dana_desa village_fund,
    bus_sekolah bis_sekolah school_bus, jkp jaminan_kehilangan_pekerjaan job_loss unemployment_benefit,
    jaminan_pensiun pension_benefit
    """
)

# What might be given, and what might be asked of anything.
DETAILS = _listed(
    """
    gaji_gubernur gaji_pak_gubernur gaji_wagub gaji_wakil_gubernur gaji_bupati gaji_walikota,
    tipe, merek merk brand, password sandi, provider operator vendor, kontraktor contractor, maskapai airline,
    cicilan angsuran instalment installment, bunga_kpr suku_bunga interest_rate, ipk gpa, rapor, toefl ielts,
    kursi_roda wheelchair, qr barcode, logo,
    lagu_apa song, jingle, maskot mascot, ukuran size, warna colour color,
    bahan_apa bahannya bahan_kain bahan_seragam bahan_baju bahan_sepatu fabric, zodiak, shio, hobi hobby,
    golongan_darah, nomor_wa nomor_telepon nomor_hp no_wa no_hp phone whatsapp hotline,
    alamat_kantor di_jalan_apa, laptop, tablet, asrama dormitory dorm, ambulans ambulance, kacamata glasses,
    pupuk fertilizer, bibit seedlings, traktor tractor, perahu boat, ternak livestock
    """
)
