"""The first half of the corpus: what fpdf2 and Word write, pages of web sites, texts of chats."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import docx
from docx.shared import Pt
from fpdf import FPDF

from tests.ingestion.layouts.placed import Grid, placed
from tests.ingestion.layouts.sample import Element, Sample


@dataclass(frozen=True)
class Look:
    """How a PDF is set: family, sizes in points, page, columns, what repeats."""

    family: str = "helvetica"
    size: float = 11
    title: float = 20
    heading: float = 14
    weight: str = "B"
    page: str | tuple[float, float] = "A4"
    landscape: bool = False
    header: str = ""
    footer: str = ""  # {} is the page's number
    columns: int = 1
    leading: float = 1.35
    space: float = 2.5  # mm between paragraphs
    indent: str = ""
    page_a_heading: bool = False  # slides
    align: str = "L"
    ruled: bool = True
    centred: bool = False
    bullet: str = "-"
    above: tuple[str, ...] = ()  # small print over the title


class _Paper(FPDF):
    def __init__(self, look: Look) -> None:
        super().__init__(format=look.page, orientation="L" if look.landscape else "P")
        self.look = look
        self.set_auto_page_break(True, 22)

    def header(self) -> None:
        if self.look.header:
            self.set_font(self.look.family, "", 8)
            self.set_y(9)
            self.cell(0, 5, self.look.header, align="R", new_x="LMARGIN", new_y="NEXT")
            self.set_y(20)

    def footer(self) -> None:
        if self.look.footer:
            self.set_y(-14)
            self.set_font(self.look.family, "", 8)
            self.cell(0, 5, self.look.footer.format(self.page_no()), align="C")


def pdf(look: Look, elements: Sequence[Element]) -> bytes:
    """The elements as a PDF, as Word or a design program would print them."""
    paper = _Paper(look)
    paper.add_page()
    for text in look.above:
        _write(paper, text, 9, "")
    if look.columns == 1:
        for number, one in enumerate(elements):
            if look.page_a_heading and one.level in (1, 2) and number:
                paper.add_page()
            _set(paper, one)
    else:
        _in_columns(paper, elements)
    return bytes(paper.output())


def _write(paper: _Paper, text: str, size: float, style: str, align: str = "L", height: float = 0) -> None:
    look = paper.look
    paper.set_font(look.family, style, size)
    height = height or size * 0.3528 * look.leading
    paper.multi_cell(0, height, text, align=align, new_x="LMARGIN", new_y="NEXT")


def _set(paper: _Paper, one: Element) -> None:
    look = paper.look
    match one.sort:
        case "#" | "##" | "###":
            paper.ln(look.space if one.level > 1 else 0)
            size = look.title if one.level == 1 else look.heading if one.level == 2 else (look.heading + look.size) / 2
            _write(paper, one.text, size, look.weight, "C" if look.centred else "L")
            paper.ln(look.space * 0.6)
        case "p":
            _write(paper, look.indent + one.text, look.size, "", look.align)
            paper.ln(look.space)
        case "=":
            _write(paper, one.text, look.size, "")
        case "@":
            _write(paper, one.text, look.size - 1, "")
        case "-":
            paper.set_x(paper.l_margin + 5)
            paper.set_font(look.family, "", look.size)
            height = look.size * 0.3528 * look.leading
            paper.cell(6, height, look.bullet)
            paper.multi_cell(0, height, one.text, align="L", new_x="LMARGIN", new_y="NEXT")
        case "|":
            _table(paper, one)


def _table(paper: _Paper, one: Element) -> None:
    look = paper.look
    paper.ln(2)
    paper.set_font(look.family, "", look.size - 1)
    layout = "ALL" if look.ruled else "HORIZONTAL_LINES"
    with paper.table(line_height=look.size * 0.48, borders_layout=layout, text_align="LEFT") as table:
        for cells in one.rows:
            row = table.row()
            for cell in cells:
                row.cell(cell)
    paper.ln(4)


def _in_columns(paper: _Paper, elements: Sequence[Element]) -> None:
    """A title over the whole width, the rest in columns."""
    look = paper.look
    _set(paper, elements[0])
    with paper.text_columns(
        ncols=look.columns, gutter=8, text_align="LEFT", line_height=look.leading, balance=True
    ) as columns:
        for one in elements[1:]:
            paper.set_font(look.family, look.weight if one.level else "", look.heading if one.level else look.size)
            mark = f"{look.bullet} " if one.sort == "-" else ""
            with columns.paragraph(bottom_margin=look.space) as paragraph:
                paragraph.write(mark + one.text)


def scanned(pages: Sequence[bool], elements: Sequence[Element]) -> bytes:
    """Pages with text and pages that are pictures of some."""
    from PIL import Image

    paper = _Paper(Look())
    for has_text in pages:
        paper.add_page()
        if has_text:
            for one in elements:
                _set(paper, one)
        else:
            paper.image(Image.new("RGB", (400, 560), "#dddddd"), 0, 0, 210, 297)
    return bytes(paper.output())


def word(faked: bool, elements: Sequence[Element]) -> bytes:
    """The elements as Word writes them: with its styles, or with bold and larger letters instead."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Tim Kampanye Contoh"
    section.footer.paragraphs[0].text = "Halaman 1"
    for one in elements:
        _add(document, one, faked)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: docx.document.Document, one: Element, faked: bool) -> None:
    match one.sort:
        case "#" | "##" | "###" if not faked:
            document.add_heading(one.text, one.level - 1)
        case "#" | "##" | "###":
            run = document.add_paragraph().add_run(one.text)
            run.bold, run.font.size = True, Pt(18 - 3 * one.level)
        case "-" if faked:
            document.add_paragraph(f"•\t{one.text}")
        case "-":
            document.add_paragraph(one.text, style="List Bullet")
        case "|":
            table = document.add_table(0, len(one.rows[0]))
            for cells in one.rows:
                for cell, text in zip(table.add_row().cells, cells, strict=True):
                    cell.text = text
        case _:
            document.add_paragraph(one.text)


def webpage(elements: Sequence[Element]) -> bytes:
    """A page of a site with all that stands around an article there."""
    body, was = [], ""
    for one in elements:
        if (one.sort == "-") != (was == "-"):
            body.append("<ul>" if one.sort == "-" else "</ul>")
        was = one.sort
        match one.sort:
            case "-":
                body.append(f"<li>{one.text}</li>")
            case "|":
                rows = ["".join(f"<td>{cell}</td>" for cell in row) for row in one.rows]
                head = rows[0].replace("td>", "th>")
                body.append(
                    f"<table><thead><tr>{head}</tr></thead><tbody><tr>{'</tr><tr>'.join(rows[1:])}</tr></table>"
                )
            case mark if mark.startswith("#"):
                body.append(f"<h{one.level}>{one.text}</h{one.level}>")
            case _:
                body.append(f"<p>{one.text}</p>")
    article = "\n".join(body)
    return f"""<!doctype html><html lang=id><head><meta charset=utf-8><title>Situs Contoh</title></head><body>
<header class=site><a href=/>Situs Contoh</a><div>Cari berita lain di situs ini</div></header>
<nav><ul><li><a href=/a>Beranda</a></li></ul></nav>
<main><article>{article}</article></main>
<aside><h3>Baca juga</h3><p>Berita lain yang sedang ramai dibaca.</p></aside>
<div role=dialog>Situs ini memakai kuki untuk iklan.</div>
<footer><p>Hak cipta Situs Contoh 2026.</p></footer></body></html>""".encode()


SITE = ("Cari berita lain", "Baca juga", "Berita lain yang", "memakai kuki", "Hak cipta Situs")


def text(data: str, elements: Sequence[Element]) -> bytes:
    return data.encode()


BROCHURE = """
# Ambulans Gratis Kota Contoh

Ambulans gratis Kota Contoh melayani warga selama 24 jam setiap hari. Layanan ini tidak memungut biaya dari siapa pun,
juga dari warga yang tidak memiliki kartu jaminan kesehatan.

## Siapa yang boleh memakai

Semua warga yang tinggal di Kota Contoh boleh memanggil ambulans. Pendatang yang sakit mendadak juga dilayani.

## Cara memanggil

- Telepon pusat panggilan 119 dan sebutkan alamat lengkap.
- Tunggu petugas di tepi jalan yang mudah terlihat dari jauh.
- Siapkan kartu tanda penduduk pasien bila ada.

Petugas tiba paling lama 15 menit di dalam kota. Di kecamatan luar kota waktunya paling lama 40 menit.

## Jumlah armada

Pada 2025 tersedia 24 ambulans. Sampai 2029 jumlahnya ditambah menjadi 60 ambulans, satu untuk setiap dua kelurahan.
"""

REGULATION = """
# PERATURAN WALI KOTA CONTOH NOMOR 12 TAHUN 2025 TENTANG BANTUAN PENDIDIKAN

## Pasal 1

Dalam peraturan ini yang dimaksud dengan bantuan pendidikan adalah uang kuliah yang dibayar pemerintah kota kepada
perguruan tinggi.

## Pasal 2

- Penerima bantuan adalah warga kota yang telah tinggal paling sedikit tiga tahun berturut-turut.
- Usia penerima paling tinggi 25 tahun pada saat mendaftar untuk jenjang sarjana.
- Penerima tidak sedang menerima beasiswa lain dari anggaran negara.

## Pasal 3

Bantuan diberikan paling lama delapan semester. Penerima yang cuti tanpa izin kehilangan haknya pada semester
berikutnya.

## Pasal 4

Pengawasan dilakukan oleh inspektorat kota setiap enam bulan. Hasilnya diumumkan di laman pemerintah kota paling lambat
tanggal 31 Januari tahun berikutnya.
"""

PRESS = """
# Pemerintah Kota Resmikan Tiga Puskesmas Baru

Pemerintah Kota Contoh meresmikan tiga puskesmas baru di Kecamatan Hulu, Tengah, dan Hilir pada hari Senin. Ketiganya
dibangun dengan anggaran Rp45 miliar selama dua tahun.

Kepala Dinas Kesehatan mengatakan bahwa setiap puskesmas memiliki ruang bersalin dan dua dokter umum. Warga dapat
berobat
dengan menunjukkan kartu tanda penduduk.

"Kami ingin ibu hamil tidak lagi menempuh perjalanan dua jam untuk bersalin," kata wali kota dalam sambutannya.

Puskesmas buka setiap hari kerja pukul 08.00 sampai 16.00. Layanan gawat darurat tersedia 24 jam.

## Tentang Dinas Kesehatan

Dinas Kesehatan Kota Contoh mengelola 19 puskesmas dan dua rumah sakit. Keterangan lebih lanjut ada di
https://dinkes.contoh.example/berita/puskesmas-baru-2026.
"""

SLIDES = """
# Program Pasar Murah 2026

Paparan untuk relawan

## Mengapa pasar murah

- Harga beras naik 12 persen dalam setahun.
- Satu dari lima keluarga mengurangi lauk.

## Apa yang dilakukan

- Pasar murah digelar di 40 kelurahan setiap bulan.
- Beras dijual Rp11.000 per kilogram.
- Setiap keluarga boleh membeli paling banyak 10 kilogram.

## Siapa yang berhak

- Keluarga yang tercatat dalam data kelurahan.
- Pekerja harian yang membawa surat keterangan ketua RT.

## Anggaran

Anggaran tahun 2026 sebesar Rp18 miliar dari kas kota.
"""

COLUMNS = """
# Kabar Warga Edisi Maret

## Jalan desa mulai dicor

Pengecoran jalan di Desa Arum dimulai pekan lalu dan melibatkan tiga puluh pekerja setempat. Jalan sepanjang empat
kilometer itu menghubungkan pasar dengan dermaga. Pekerjaan ditargetkan selesai sebelum musim hujan.

Kepala desa meminta warga memarkir kendaraan di lapangan selama beton mengering. Bus sekolah memakai jalan memutar lewat
kebun karet.

## Sekolah tambah ruang kelas

Sekolah dasar di ujung desa mendapat dua ruang kelas baru. Murid kelas satu dan dua kini tidak lagi belajar bergantian.
Dinas pendidikan menanggung biaya bangku, meja, dan papan tulis.

Orang tua bergotong royong mengecat pagar pada hari Minggu. Cat disumbang oleh koperasi.

## Posyandu buka dua kali

Posyandu kini buka dua kali sebulan, yakni pada hari Rabu pekan pertama dan ketiga. Ibu diminta membawa buku
kesehatan anak.
Timbangan baru sudah dipakai sejak Februari.

## Listrik masuk dusun hulu

Sebanyak 85 rumah di dusun hulu tersambung listrik sejak awal bulan. Sambungan pertama tidak dipungut biaya. Tagihan
dibayar di kantor desa atau lewat aplikasi.
"""

ROWS = "\n".join(
    f"| {name} | {9 + number} desa | Rp{3 + number},5 miliar | {20 + number * 3} km |"
    for number, name in enumerate(
        "Arum Banyu Cendana Damar Embun Fajar Gading Hulu Intan Jati Kemuning Lestari Mekar Nusa Oasis Pinang Randu "
        "Sekar Tirta Ulin Vanili Wangi Xenia Yasa Zamrud Bukit Candi Delta Estuari Gambir Harum Indah Jaya Kayu Laut "
        "Nilam Otek Pasir Rawa Sungai Teluk Ujung Waru Angsana Belimbing Cemara Durian Enau Flamboyan".split()
    )
)
TABLES = f"""
# Laporan Jalan Desa per Kecamatan

Laporan ini merangkum pembangunan jalan desa sampai 30 Juni 2026. Angka dihimpun dari laporan camat setiap bulan.

## Hasil per kecamatan

| Kecamatan | Jumlah desa | Anggaran | Panjang jalan |
{ROWS}

## Catatan

Anggaran mencakup pengawasan mutu. Panjang jalan dihitung sampai pekerjaan yang telah diserahkan kepada desa.
"""

FAQ = """
# Tanya Jawab Seragam Gratis

## Siapa yang mendapat seragam gratis?

Semua murid baru kelas satu dan kelas tujuh di sekolah negeri mendapat seragam gratis. Murid sekolah swasta mendapatnya
bila orang tuanya tercatat dalam data kesejahteraan.

## Berapa setel yang diberikan?

Setiap murid menerima dua setel seragam. Sepatu dan tas tidak termasuk.

## Kapan seragam dibagikan?

Seragam dibagikan pada pekan kedua bulan Juli. Sekolah mengumumkan harinya di papan pengumuman.

## Ke mana mengadu bila ukuran tidak cocok?

Penukaran dilayani wali kelas selama 14 hari. Setelah itu penukaran dilakukan di kantor dinas.
"""

MEMO = """
# Memo Internal Tim Program

= Kepada: Koordinator kecamatan
= Dari: Sekretariat program
= Perihal: Jadwal penyuluhan bulan April

Penyuluhan bulan April dipindahkan ke balai desa karena gedung serbaguna diperbaiki. Peserta diminta datang pukul
sembilan
pagi.

Setiap koordinator membawa daftar hadir dan dua puluh buku panduan. Buku yang tersisa dikembalikan paling lambat hari
Jumat.

## Perlengkapan

- Pengeras suara dipinjam dari kantor camat.
- Makanan ringan disiapkan untuk 50 orang.
"""

REPORT = """
# Kajian Air Bersih Wilayah Pesisir

## Ringkasan

Kajian ini menilai ketersediaan air bersih di dua belas desa pesisir. Sebanyak 4.300 keluarga masih membeli air dari
pedagang keliling dengan harga yang memberatkan.

## Temuan

### Sumber air

Sumur dangkal menjadi asin pada musim kemarau. Desa yang memiliki penampungan hujan bertahan lebih lama daripada
desa lain.

### Biaya

Sebuah keluarga membayar rata-rata Rp220.000 sebulan untuk air. Jumlah itu dua kali tagihan warga kota yang berlangganan
perusahaan air minum.

## Usulan

- Membangun pipa sepanjang 38 kilometer dari bendungan.
- Memberi subsidi sambungan sebesar Rp1,5 juta per rumah.
- Membentuk regu perbaikan di setiap desa.

## Daftar Pustaka

@ Badan Pusat Statistik (2024). Statistik Air Bersih Pesisir. Jakarta: BPS.
@ Hidayat, R. (2023). Air asin di sumur dangkal. Jurnal Pesisir 12(3), 44-58. https://jurnal.example/pesisir/12/3/44
@ Sari, W. dan Putra, A. (2022). Menakar harga air. Penerbit Samudra.
"""

WORD = """
# Rumah Layak Huni

Program rumah layak huni memperbaiki rumah yang atap, lantai, atau dindingnya rusak. Perbaikan dikerjakan oleh warga
sendiri bersama tukang setempat.

## Syarat penerima

- Memiliki tanah dengan bukti yang sah.
- Penghasilan keluarga di bawah upah minimum.
- Belum pernah menerima bantuan serupa dalam sepuluh tahun.

## Besar bantuan

| Tingkat kerusakan | Bantuan | Lama pengerjaan |
| Ringan | Rp10 juta | 20 hari |
| Sedang | Rp20 juta | 45 hari |
| Berat | Rp35 juta | 90 hari |

Bantuan dibayarkan dalam dua tahap kepada toko bahan bangunan yang ditunjuk desa.
"""

LONG_CELLS = """
# Bantuan Sosial Tahun 2026

Bantuan sosial disalurkan lewat bank daerah setiap tiga bulan. Penerima dipilih oleh musyawarah desa.

## Jenis bantuan

| Jenis bantuan | Penerima | Besar bantuan |
| Bantuan lanjut usia | Warga berusia 65 tahun ke atas yang hidup sendiri | Rp600 ribu setiap tiga bulan |
| Bantuan penyandang disabilitas | Warga dengan surat keterangan dokter atau kartu khusus | Rp750 ribu per tiga bulan |
| Bantuan yatim | Anak di bawah 18 tahun yang kehilangan pencari nafkah | Rp450 ribu per tiga bulan dan alat sekolah |

## Pengaduan

Pengaduan diterima di kantor desa pada jam kerja. Jawaban diberikan paling lama sepuluh hari.
"""

NEWS = """
# Kartu Pekerja Rentan Mulai Dibagikan

Pemerintah kota mulai membagikan kartu pekerja rentan kepada 12.500 orang. Kartu itu menanggung iuran jaminan kecelakaan
kerja selama satu tahun.

## Siapa yang menerima

- Pengemudi ojek dan sopir angkutan.
- Nelayan dengan kapal di bawah lima ton.
- Pedagang kaki lima yang terdaftar.

## Besar santunan

| Kejadian | Santunan | Batas klaim |
| Kecelakaan kerja | biaya penuh | 2 tahun |
| Kematian | Rp42 juta | 5 tahun |

Pendaftaran dibuka di https://kartu.contoh.example/daftar?jenis=rentan&tahun=2026 sampai akhir Juni.
"""

CHAT = """
# Info Mudik Gratis 2026

Pendaftaran mudik gratis dibuka tanggal 1 Maret pukul 08.00. Kuotanya 2.400 kursi untuk enam kota tujuan.

= Syaratnya KTP asli dan kartu keluarga.
= Satu pendaftar boleh membawa paling banyak empat anggota keluarga.

Daftar lewat https://mudik.contoh.example/2026/daftar-ulang atau datang ke terminal. Bus
berangkat tanggal 17 Maret.
"""
CHAT_TEXT = """01/03/26, 07.12 - Pesan dan panggilan terenkripsi secara end-to-end. Hanya orang di chat ini yang
dapat membacanya.
01/03/26, 07.12 - Budi Relawan membuat grup "Info Mudik"
01/03/26, 07.15 - Budi Relawan: *Info Mudik Gratis 2026*

Pendaftaran mudik gratis dibuka tanggal 1 Maret pukul 08.00. Kuotanya 2.400 kursi untuk enam kota tujuan.
01/03/26, 07.16 - +62 812-0000-1111: Syaratnya KTP asli dan kartu keluarga.
01/03/26, 07.17 - Budi Relawan: <Media tidak disertakan>
01/03/26, 07.20 - Siti: Satu pendaftar boleh membawa paling banyak empat anggota keluarga.
01/03/26, 07.31 - Budi Relawan: Daftar lewat https://mudik.contoh.example/2026/daftar-ulang atau datang ke terminal. Bus
berangkat tanggal 17 Maret.
"""

NOTES = """
# CATATAN RAPAT PROGRAM AIR BERSIH

## 1. Keputusan

Rapat menyetujui pemasangan 300 sambungan baru di Kelurahan Hilir. Pemasangan dimulai pada 1 Mei dan selesai pada
31 Agustus.

## 2. Tugas

- Dinas pekerjaan umum menyiapkan pipa dan meteran.
- Kelurahan mendata rumah yang belum tersambung.

## 3. Rapat berikutnya

Rapat berikutnya diadakan di kantor kelurahan. Undangan dikirim lewat surat.
"""
NOTES_TEXT = """CATATAN RAPAT PROGRAM AIR BERSIH
================================

1. Keputusan

Rapat menyetujui pemasangan 300 sambungan baru di Kelurahan
Hilir. Pemasangan dimulai pada 1 Mei dan selesai pada
31 Agustus.

2. Tugas

 * Dinas pekerjaan umum menyiapkan pipa dan meteran.
 * Kelurahan mendata rumah yang belum
   tersambung.

3. Rapat berikutnya

Rapat berikutnya diadakan di kantor kelurahan. Undangan dikirim
lewat surat.
"""

FIRST = (
    Sample("brosur.pdf", BROCHURE, partial(pdf, Look(above=("Dinas Kesehatan Kota Contoh",), bullet="-"))),
    Sample(
        "brosur-berkop.pdf",
        BROCHURE,
        partial(
            pdf,
            Look(
                page=(148, 210), size=10, header="Dinas Kesehatan Kota Contoh", footer="Ambulans 24 jam | {}", columns=1
            ),
        ),
        absent=("Dinas Kesehatan Kota Contoh", "Ambulans 24 jam |"),
    ),
    Sample(
        "peraturan.pdf",
        REGULATION,
        partial(pdf, Look(family="times", size=12, title=12, heading=12, weight="B", centred=True, footer="- {} -")),
    ),
    Sample(
        "peraturan-biasa.pdf",
        REGULATION,
        partial(pdf, Look(family="times", size=12, title=12, heading=12, weight="", centred=True, align="J")),
    ),
    Sample(
        "siaran-pers.pdf",
        PRESS,
        partial(pdf, Look(title=16, heading=11, align="J", footer="Halaman {} dari 1", leading=1.5)),
    ),
    Sample(
        "paparan.pdf",
        SLIDES,
        partial(pdf, Look(landscape=True, size=20, title=40, heading=30, page_a_heading=True, footer="{}")),
    ),
    Sample("kabar-dua-kolom.pdf", COLUMNS, partial(pdf, Look(size=10, heading=12, columns=2))),
    Sample("kabar-tiga-kolom.pdf", COLUMNS, partial(pdf, Look(family="times", size=10, columns=3, landscape=True))),
    Sample(
        "tabel-berhalaman.pdf",
        TABLES,
        partial(pdf, Look(header="Laporan Jalan Desa 2026", footer="Halaman {}")),
        absent=("Laporan Jalan Desa 2026",),
    ),
    Sample("tabel-garis-datar.pdf", WORD, partial(pdf, Look(ruled=False, heading=13, title=18))),
    Sample("tanya-jawab.pdf", FAQ, partial(pdf, Look(size=11, heading=11, title=18, leading=1.2))),
    Sample("memo.pdf", MEMO, partial(pdf, Look(family="times", size=12, title=16, heading=12))),
    Sample(
        "kajian.pdf", REPORT, partial(pdf, Look(family="times", title=22, align="J", header="Kajian Air", footer="{}"))
    ),
    Sample("pindaian.pdf", PRESS, partial(scanned, (True, False)), scanned=(2,)),
    Sample("edaran-dua-kolom.pdf", COLUMNS, partial(placed, Grid(columns=2, footer="Kabar Warga {}", depth=92))),
    Sample(
        "jurnal.pdf",
        REPORT,
        partial(
            placed,
            Grid(columns=2, gutter=6, size=9, justified=True, indent=4, family="times", header="Jurnal {}", depth=75),
        ),
    ),
    Sample(
        "bantuan-sel-panjang.pdf",
        LONG_CELLS,
        partial(placed, Grid(size=10, header="Bantuan Sosial 2026", footer="{}", depth=95)),
    ),
    Sample("bantuan-buku.pdf", LONG_CELLS, partial(placed, Grid(ruled=False, family="times", size=11))),
    Sample("hasil-tanpa-garis.pdf", WORD, partial(placed, Grid(ruled=False, justified=True))),
    Sample(
        "brosur-samping.pdf",
        BROCHURE,
        partial(placed, Grid(aside=("Posko: Jalan Merdeka 1", "Buka setiap hari"), size=11)),
    ),
    Sample(
        "lipat-tiga.pdf",
        BROCHURE,
        partial(placed, Grid(columns=3, across=0, landscape=True, size=10, title=16, depth=80)),
    ),
    Sample("rumah.docx", WORD, partial(word, False), absent=("Tim Kampanye Contoh", "Halaman 1")),
    Sample("rumah-tebal.docx", WORD, partial(word, True), absent=("Tim Kampanye Contoh", "Halaman 1")),
    Sample("berita.html", NEWS, webpage, absent=SITE),
    Sample(
        "obrolan.txt",
        CHAT,
        partial(text, CHAT_TEXT),
        absent=("terenkripsi", "membuat grup", "Media tidak", "07.15", "Budi Relawan", "0000-1111"),
    ),
    Sample("catatan-rapat.txt", NOTES, partial(text, NOTES_TEXT)),
)
