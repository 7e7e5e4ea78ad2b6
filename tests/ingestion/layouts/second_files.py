"""The second half of the corpus: made when the readers stood, by other programs, in other shapes, with other words."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import partial
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape

from tests.ingestion.layouts.first_files import text
from tests.ingestion.layouts.press import Press, drawn, press
from tests.ingestion.layouts.sample import Element, Sample

MISSION = """
# Visi dan Misi Pasangan Calon Wali Kota Muara Biru

## BAB I PENDAHULUAN

### A. Latar Belakang

Kota Muara Biru menghadapi pengangguran terbuka sebesar 7,2 persen pada tahun 2025. Sebagian besar pencari kerja adalah
lulusan sekolah menengah kejuruan yang belum memiliki sertifikat keahlian. Pemerintahan mendatang harus menyediakan
pelatihan yang sesuai dengan kebutuhan pelabuhan dan industri pengolahan ikan.

Ketimpangan antarkecamatan juga masih lebar. Kecamatan kepulauan baru memperoleh listrik dua belas jam sehari, sedangkan
pusat kota sudah menikmatinya tanpa henti.

### B. Dasar Penyusunan

Dokumen ini disusun berdasarkan musyawarah dengan nelayan, guru, pedagang, dan penyandang disabilitas di sebelas
kecamatan.

## BAB II PROGRAM UNGGULAN

### A. Seribu Sertifikat

- Pelatihan las bawah air bagi 300 pemuda setiap tahun.
- Sertifikasi juru mudi kapal kecil tanpa biaya ujian.
- Uang saku Rp50 ribu per hari selama pelatihan berlangsung, dibayarkan setiap akhir pekan melalui rekening peserta.

### B. Listrik Pulau

Seluruh pulau berpenghuni akan menikmati listrik 24 jam paling lambat tahun 2028. Pembangkit tenaga surya dibangun
bersama
perusahaan listrik negara dan dikelola koperasi setempat.

## BAB III PENUTUP

Pelaksanaan program ini dilaporkan kepada masyarakat setiap enam bulan. Laporan dapat dibaca di kantor kelurahan dan di
laman https://muarabiru.example/laporan/program-unggulan/2026-semester-1.
"""

DECREE = """
# KEPUTUSAN BUPATI TIRTA ASRI NOMOR 45 TAHUN 2026 TENTANG PENERIMA BEASISWA SANTRI

## Menimbang

- bahwa santri dari keluarga kurang mampu memerlukan bantuan biaya pendidikan;
- bahwa anggaran untuk beasiswa telah tersedia dalam anggaran pendapatan dan belanja daerah;

## Menetapkan

### KESATU

Menetapkan 1.250 santri sebagai penerima beasiswa tahun 2026 sebagaimana tercantum dalam lampiran keputusan ini.

### KEDUA

Besar beasiswa adalah Rp1.200.000 setiap semester. Pembayaran dilakukan melalui bank yang ditunjuk.

### KETIGA

Keputusan ini berlaku sejak tanggal ditetapkan.
"""

RELEASE = """
# Bupati Lepas Armada Sampah Baru untuk Delapan Kecamatan

Bupati Tirta Asri melepas enam belas truk sampah baru di halaman kantor kabupaten, Selasa pagi. Setiap kecamatan
memperoleh
dua truk yang dilengkapi timbangan digital.

Menurut kepala dinas lingkungan hidup, armada lama hanya mampu mengangkut 62 persen sampah harian. Dengan tambahan ini,
pengangkutan diharapkan mencapai 90 persen sebelum akhir tahun.

Warga dapat melaporkan sampah yang tidak terangkut melalui pesan singkat. Laporan ditindaklanjuti paling lama dua hari
kerja.

## Jadwal pengangkutan

| Wilayah | Hari | Jam |
| Kecamatan Barat | Senin dan Kamis | 05.00 |
| Kecamatan Timur | Selasa dan Jumat | 05.30 |
| Kecamatan Selatan | Rabu dan Sabtu | 06.00 |
"""

SPANNED = """
# Realisasi Anggaran Kesehatan

Tabel berikut memuat anggaran dan realisasi menurut bidang. Satuan dalam miliar rupiah.

| Bidang | Anggaran | Realisasi | Keterangan |
| Puskesmas | 120 | 114 | Dua puskesmas belum selesai karena lahan masih dalam proses pembebasan |
| Rumah sakit | 240 | 231 | Termasuk alat cuci darah |
| Gizi anak | 36 | 35 | Menjangkau 9.800 anak di bawah dua tahun yang berisiko terhambat pertumbuhannya |
| Sanitasi | 54 | 40 | Pengadaan ulang dilakukan pada bulan September |

Realisasi keseluruhan mencapai 93 persen. Sisa anggaran dikembalikan ke kas daerah.
"""

LONG_TABLE = "\n".join(
    f"| {number} | Sekolah Dasar Negeri {number} {place} | {180 + number * 7} murid | {6 + number % 5} ruang |"
    for number, place in enumerate(
        "Alur Baringin Cempaka Dahlia Edelweis Firdaus Gurami Hangtuah Ikan Jeruk Kenari Lembayung Melur Nipah Ombak "
        "Palapa Rambai Seroja Teratai Ubud Venus Walet Yudha Zaitun Akasia Bakau Ceremai Dermaga Elang Ganggang Hiu "
        "Jambu Kakap Lontar Manggis Nangka Otista Pelita Raya Salak Tongkol Unggas Wijaya Yakut Anyer Bogor".split(),
        start=1,
    )
)
SCHOOLS = f"""
# Daftar Sekolah Penerima Perbaikan Ruang Kelas

Perbaikan dilakukan selama libur panjang. Murid yang terdampak belajar di gedung terdekat.

| Nomor | Sekolah | Jumlah murid | Ruang diperbaiki |
{LONG_TABLE}

## Pembiayaan

Biaya berasal dari dana alokasi khusus. Pengawasan dilakukan komite sekolah bersama dinas.
"""

JOURNAL = """
# Dampak Makan Siang Sekolah terhadap Kehadiran Murid

## Abstrak

Penelitian ini mengukur perubahan kehadiran murid setelah program makan siang dijalankan di empat puluh sekolah dasar.
Kehadiran naik dari 86 persen menjadi 93 persen dalam satu tahun ajaran.

## 1. Pendahuluan

Makan siang di sekolah telah lama dipandang sebagai cara memperbaiki gizi sekaligus kehadiran. Penelitian terdahulu
menunjukkan hasil yang beragam karena perbedaan menu, jadwal, dan pengawasan orang tua. Kajian ini memusatkan
perhatian pada
sekolah di daerah pesisir yang sebagian muridnya membantu orang tua melaut.

Program yang dikaji menyediakan makanan lima hari dalam sepekan. Bahan pangan dibeli dari petani dan nelayan setempat
dengan harga yang disepakati setiap bulan.

## 2. Metode

Data kehadiran dikumpulkan dari buku harian guru selama dua belas bulan. Sekolah pembanding dipilih dari kecamatan
yang sama
dan memiliki jumlah murid yang hampir setara. Analisis dilakukan dengan membandingkan perubahan sebelum dan sesudah
program
dijalankan.

Wawancara dilakukan terhadap 120 orang tua. Pertanyaan mencakup kebiasaan sarapan dan alasan anak tidak masuk sekolah.

## 3. Hasil

Kenaikan kehadiran terbesar terjadi pada murid kelas satu dan dua. Pada musim angin barat, ketika nelayan tidak melaut,
kehadiran di sekolah pembanding justru menurun. Hal itu tidak terjadi di sekolah yang menyediakan makanan.

## 4. Kesimpulan

Makan siang sekolah menaikkan kehadiran secara berarti. Pengaruhnya paling kuat pada keluarga berpenghasilan rendah.

## Daftar Pustaka

@ [1] Anwar, M. (2021). Gizi anak pesisir. Jurnal Gizi 8(2), 11-25.
@ [2] Lestari, D. (2023). Sarapan dan kehadiran murid. Penerbit Ilmu.
@ [3] World Food Programme (2024). School feeding report. https://wfp.example/report-2024
"""

LEAFLET = """
# Posyandu Remaja

## Untuk siapa?

Posyandu remaja melayani anak usia 10 sampai 18 tahun. Tidak perlu surat pengantar dari sekolah.

## Layanan

- Pemeriksaan anemia bagi remaja putri.
- Konseling kesehatan jiwa.
- Tablet tambah darah setiap pekan.

## Jadwal

Buka setiap Sabtu pertama pukul 09.00. Lokasi di balai kelurahan.

## Kontak

Hubungi kader di kelurahan masing-masing. Pertanyaan dijawab pada hari kerja.
"""

SLIDE_TALK = """
# Rencana Transportasi 2026–2030

## Masalah

- Waktu tempuh rata-rata 48 menit untuk jarak 12 kilometer.
- Hanya 9 persen warga memakai angkutan umum.

## Solusi

- Tiga koridor bus listrik menghubungkan pelabuhan dan kampus.
- Halte dilengkapi jalur landai bagi kursi roda.
- Tarif pelajar ditetapkan Rp1.000.

## Pembiayaan

Biaya koridor pertama Rp310 miliar ditanggung bersama pemerintah provinsi.
"""

REPORT_NOTES = """
# Laporan Kemajuan Sekolah Sungai

Sekolah sungai mengajar anak di 14 kampung yang hanya dapat dicapai dengan perahu. Setiap kampung memiliki satu perahu
belajar dan dua guru tamu.

## Capaian

Jumlah murid naik dari 410 menjadi 655 anak dalam dua tahun. Angka putus sekolah turun menjadi 3 persen.

Perahu belajar dilengkapi panel surya dan perpustakaan kecil. Buku diganti setiap tiga bulan.

## Kendala

Arus deras pada bulan Desember menghentikan kegiatan selama dua pekan. Guru menggantinya dengan kelas malam.
"""

GUIDE = """
# Panduan Pendaftaran Kartu Tani

## Langkah pendaftaran

- Siapkan fotokopi kartu tanda penduduk dan bukti luas lahan.
- Datangi penyuluh pertanian di balai desa pada hari Selasa atau Kamis, lalu isi formulir yang disediakan bersama
- Tunggu pemberitahuan melalui ketua kelompok tani.

## Ketentuan

Luas lahan paling banyak dua hektare. Kartu berlaku lima tahun dan dapat diperpanjang.

## Pertanyaan umum

### Apakah penyewa lahan boleh mendaftar?

Boleh, asalkan melampirkan perjanjian sewa yang diketahui kepala desa.

### Berapa pupuk yang didapat?

Jatah pupuk dihitung dari luas lahan dan jenis tanaman. Rinciannya tercantum dalam kartu.
""".replace("disediakan bersama\n", "disediakan bersama ketua kelompok.\n")

LETTER = """
# Surat Edaran tentang Jam Belajar Malam

= Nomor: 420/118/2026
= Sifat: Penting
= Hal: Jam belajar malam

Dengan hormat kami sampaikan bahwa jam belajar malam ditetapkan pukul 18.30 sampai 20.30. Selama jam itu orang tua
diminta
mematikan televisi dan mendampingi anak.

Ketua rukun tetangga diminta mengingatkan warga melalui pengeras suara. Kegiatan yang menimbulkan keramaian
dipindahkan ke
akhir pekan.
"""

NEWSLETTER = """
# Suara Pesisir

## Dermaga baru dibuka

Dermaga baru di Teluk Nila dibuka pekan ini setelah dibangun selama sembilan bulan. Kapal berbobot lima puluh ton
kini dapat
bersandar tanpa menunggu air pasang. Retribusi tambat dibebaskan sampai akhir tahun.

Nelayan menyambutnya dengan doa bersama. Ketua koperasi berharap gudang pendingin segera menyusul.

## Pelatihan olah ikan

Sebanyak 75 ibu mengikuti pelatihan membuat abon dan kerupuk. Peserta menerima peralatan senilai Rp2 juta per
kelompok. Hasil
olahan dijual di toko oleh-oleh bandara.

## Beasiswa pelaut muda

Dua puluh lulusan sekolah menengah menerima beasiswa ke politeknik pelayaran. Seleksi menilai kesehatan mata dan
kemampuan
berenang. Pendaftaran berikutnya dibuka bulan Februari.

## Air bersih masuk pulau

Pipa bawah laut sepanjang enam kilometer kini mengalirkan air ke Pulau Kelapa. Warga membayar Rp3.500 untuk setiap meter
kubik. Sebelumnya mereka membeli air dengan harga sepuluh kali lipat.
"""

PLAN = """
# Rencana Kerja Pasar Rakyat

Rencana ini mencakup perbaikan enam pasar selama dua tahun.

## Tahapan

| Tahap | Kegiatan | Waktu | Biaya |
| Persiapan | Pendataan pedagang dan penataan lapak sementara | Januari 2026 | Rp2 miliar |
| Pembangunan | Perbaikan atap, lantai, dan saluran air | Maret 2026 | Rp41 miliar |
| Penempatan | Pengundian kios secara terbuka | November 2026 | Rp1 miliar |

## Jaminan

Pedagang lama mendapat kios tanpa uang muka. Sewa dibebaskan selama enam bulan pertama.
"""

OFFICE = """
# Program Dokter Masuk Desa

Program ini mengirim dokter ke desa yang berjarak lebih dari 20 kilometer dari puskesmas. Kunjungan dilakukan dua
kali sebulan.

## Cakupan

- Pemeriksaan tekanan darah dan gula darah.
- Imunisasi anak dan ibu hamil.

## Hasil tahun pertama

| Kabupaten | Kunjungan | Pasien |
| Alas Jaya | 312 | 14.200 |
| Bukit Sari | 288 | 11.750 |

Kepuasan pasien mencapai 91 persen menurut survei dinas.
"""

OLD_OFFICE = """
# Kredit Usaha Perempuan

Kredit usaha perempuan memberi pinjaman tanpa agunan kepada pedagang kecil. Bunganya ditanggung pemerintah daerah.

## Siapa yang dapat mendaftar?

- Perempuan berusia 21 sampai 60 tahun.
- Usaha telah berjalan paling sedikit enam bulan.

## Besar pinjaman

Pinjaman pertama paling banyak Rp5 juta. Pinjaman berikutnya dapat mencapai Rp15 juta bila angsuran lancar.
"""

BLOG = """
# Lima Fakta Taman Bacaan Keliling

Taman bacaan keliling mengunjungi 60 kelurahan setiap bulan. Mobilnya membawa dua ribu buku dan papan tulis.

## Cara meminjam

Peminjam cukup menunjukkan kartu pelajar. Buku dikembalikan pada kunjungan berikutnya.

## Jadwal pekan ini

| Hari | Kelurahan | Jam |
| Senin | Melati | 15.00 |
| Selasa | Kenanga | 15.30 |
"""
BLOG_PAGE = """<html><head><meta charset="utf-8"><title>Blog | Lima Fakta</title></head><body>
<div id="top" role="banner"><a href="/">BlogKita</a> <span>Ikuti kami di media sosial</span></div>
<div class="menu" role="navigation"><ul><li>Beranda<li>Kontak</ul></div>
<div class="isi">
<h1>Lima Fakta Taman Bacaan Keliling</h1>
<div>Taman bacaan keliling mengunjungi 60 kelurahan setiap bulan.
Mobilnya membawa dua ribu buku dan papan tulis.<br><br>
<b>Cara meminjam</b><br><br>
Peminjam cukup menunjukkan kartu pelajar. Buku dikembalikan pada kunjungan berikutnya.</div>
<p><strong>Jadwal pekan ini</strong></p>
<table border=1><tr><td><b>Hari</b></td><td><b>Kelurahan</b></td><td><b>Jam</b></td></tr>
<tr><td>Senin</td><td>Melati</td><td>15.00</td></tr><tr><td>Selasa</td><td>Kenanga</td><td>15.30</td></tr></table>
</div>
<form><label>Tulis komentar anda di sini</label><input></form>
<div role="contentinfo">Dibuat dengan cinta sejak 2014</div></body></html>"""

BROADCAST = """
# CEK KESEHATAN GRATIS

Halo warga Kelurahan Anggrek! Pemeriksaan kesehatan gratis digelar hari Minggu di lapangan.

## Yang diperiksa

- Tekanan darah
- Gula darah dan kolesterol

## Yang dibawa

- KTP atau kartu keluarga
- Kartu jaminan kesehatan bila ada

Info lengkap: https://anggrek.example/cek-gratis
"""
BROADCAST_TEXT = """*CEK KESEHATAN GRATIS*

Halo warga Kelurahan Anggrek! Pemeriksaan kesehatan *gratis* digelar hari Minggu di lapangan.

*Yang diperiksa*
✅ Tekanan darah
✅ Gula darah dan kolesterol

*Yang dibawa*
👉 KTP atau kartu keluarga
👉 Kartu jaminan kesehatan bila ada

Info lengkap: https://anggrek.example/cek-gratis
"""

PHONE_CHAT = """
Besok relawan berkumpul di posko pukul tujuh pagi. Jangan lupa membawa brosur.

Brosur program air sudah dicetak 5.000 lembar. Yang versi besar menyusul hari Rabu.
"""
PHONE_CHAT_TEXT = """[12/04/26 19.02.11] Posko Pesisir: \u200eAnda membuat grup ini
[12/04/26 19.03.40] Ibu Rina: Besok relawan berkumpul di posko pukul tujuh pagi. Jangan lupa membawa brosur.
[12/04/26 19.05.02] Anton: \u200e<Lampiran: 00000012-PHOTO.jpg>
[12/04/26 19.06.55] Anton: Brosur program air sudah dicetak 5.000 lembar. Yang versi besar menyusul hari Rabu.
"""

WRAPPED = """
# Ringkasan Program Rumah Singgah

Rumah singgah menampung keluarga pasien dari luar kota tanpa
biaya.
Penghuni boleh tinggal paling lama 30 hari.

## SYARAT

- Surat rujukan dari puskesmas
- Fotokopi kartu keluarga

## LOKASI

Rumah singgah berada di belakang rumah sakit umum. Petunjuk arah ada di https://singgah.example/peta?kota=muara&rs=umum
"""
WRAPPED_TEXT = """Ringkasan Program Rumah Singgah

Rumah singgah menampung keluarga pasien dari luar kota tanpa
biaya. Penghuni boleh tinggal paling lama 30 hari.

SYARAT
1) Surat rujukan dari puskesmas
2) Fotokopi kartu keluarga

LOKASI
Rumah singgah berada di belakang rumah sakit umum. Petunjuk
arah ada di https://singgah.example/peta?kota=muara&rs=umum
"""

RULED = (
    ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
    ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black),
    ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
)
SHADED = (
    ("BACKGROUND", (0, 0), (-1, 0), colors.lightblue),
    ("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.white, colors.whitesmoke]),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
)
BARE = (("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 7))
GRID = (("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "MIDDLE"))


def _leaflet(canvas: Any) -> None:
    """Boxes of colour side by side, each drawn from its bottom upwards."""
    boxes = (
        (
            40,
            330,
            "Untuk siapa?",
            ("Posyandu remaja melayani anak usia 10", "sampai 18 tahun. Tidak perlu surat", "pengantar dari sekolah."),
        ),
        (
            440,
            330,
            "Layanan",
            (
                "\u2022 Pemeriksaan anemia bagi remaja putri.",
                "\u2022 Konseling kesehatan jiwa.",
                "\u2022 Tablet tambah darah setiap pekan.",
            ),
        ),
        (40, 120, "Jadwal", ("Buka setiap Sabtu pertama pukul 09.00.", "Lokasi di balai kelurahan.")),
        (440, 120, "Kontak", ("Hubungi kader di kelurahan masing-", "masing. Pertanyaan dijawab pada hari", "kerja.")),
    )
    canvas.setFont("Helvetica-Bold", 34)
    canvas.drawString(40, 520, "Posyandu Remaja")
    for left, bottom, heading, lines in reversed(boxes):
        canvas.setFillColor(colors.whitesmoke)
        canvas.rect(left - 10, bottom - 10, 360, 150, fill=1, stroke=0)
        canvas.setFillColor(colors.black)
        canvas.setFont("Helvetica", 14)
        for number, line in reversed(list(enumerate(lines))):
            canvas.drawString(left, bottom + 80 - 18 * number, line)
        canvas.setFont("Helvetica-Bold", 17)
        canvas.drawString(left, bottom + 110, heading)


def _slides(canvas: Any) -> None:
    """Slides with their head at the top, a number and a motto at the bottom."""
    slides = (
        ("Rencana Transportasi 2026\u20132030", ()),
        (
            "Masalah",
            (
                "\u2022 Waktu tempuh rata-rata 48 menit untuk jarak 12 kilometer.",
                "\u2022 Hanya 9 persen warga memakai angkutan umum.",
            ),
        ),
        (
            "Solusi",
            (
                "\u2022 Tiga koridor bus listrik menghubungkan pelabuhan dan",
                "   kampus.",
                "\u2022 Halte dilengkapi jalur landai bagi kursi roda.",
                "\u2022 Tarif pelajar ditetapkan Rp1.000.",
            ),
        ),
        ("Pembiayaan", ("Biaya koridor pertama Rp310 miliar ditanggung bersama pemerintah", "provinsi.")),
    )
    for number, (heading, lines) in enumerate(slides, start=1):
        canvas.setFont("Helvetica-Bold", 30 if number > 1 else 44)
        canvas.drawString(60, 500 if number > 1 else 320, heading)
        canvas.setFont("Helvetica", 20)
        for at, line in enumerate(lines):
            indent = 60 if not line.startswith("   ") else 76
            canvas.drawString(indent, 430 - 28 * at, line.strip())
        canvas.setFont("Helvetica", 10)
        canvas.drawString(60, 24, "Dinas Perhubungan Kota")
        canvas.drawRightString(780, 24, str(number))
        canvas.showPage()


def _noted(canvas: Any) -> None:
    """Marks of footnotes in the text, and the footnotes under a short rule."""
    canvas.setFont("Times-Bold", 17)
    canvas.drawString(70, 770, "Laporan Kemajuan Sekolah Sungai")
    top = 740.0
    paragraphs = (
        (
            "p",
            (
                "Sekolah sungai mengajar anak di 14 kampung yang hanya dapat dicapai dengan perahu.~1",
                "Setiap kampung memiliki satu perahu belajar dan dua guru tamu.",
            ),
        ),
        ("h", ("Capaian",)),
        (
            "p",
            (
                "Jumlah murid naik dari 410 menjadi 655 anak dalam dua tahun.~2 Angka putus sekolah turun",
                "menjadi 3 persen.",
            ),
        ),
        ("p", ("Perahu belajar dilengkapi panel surya dan perpustakaan kecil. Buku diganti setiap tiga bulan.",)),
        ("h", ("Kendala",)),
        (
            "p",
            (
                "Arus deras pada bulan Desember menghentikan kegiatan selama dua pekan. Guru",
                "menggantinya dengan kelas malam.",
            ),
        ),
    )
    for sort, lines in paragraphs:
        for line in lines:
            left = 70.0
            for number, part in enumerate(line.replace("~", "\n~").split("\n")):
                if number:
                    canvas.setFont("Times-Roman", 6.5)
                    canvas.drawString(left, top + 4, part[1])
                    left, part = left + 3.4, part[2:]
                canvas.setFont("Times-Bold" if sort == "h" else "Times-Roman", 13 if sort == "h" else 11)
                canvas.drawString(left, top, part)
                left += canvas.stringWidth(part, "Times-Roman", 11)
            top -= 14
        top -= 8
    canvas.line(70, 110, 200, 110)
    canvas.setFont("Times-Roman", 8.5)
    for number, line in enumerate(
        ("1 Dinas Pendidikan, Laporan Tahunan 2025, halaman 14.", "2 https://sungai.example/data/murid-2025.pdf")
    ):
        canvas.drawString(70, 98 - 11 * number, line)
    canvas.setFont("Times-Roman", 10)
    canvas.drawCentredString(300, 40, "iv")


def _office(elements: Sequence[Element]) -> bytes:
    """Word with a title style, footnotes, merged cells and inserted words."""
    document = docx.Document()
    document.add_paragraph("Program Dokter Masuk Desa", style="Title")
    one = document.add_paragraph("Program ini mengirim dokter ke desa yang berjarak ")
    _inserted(one, "lebih dari 20 kilometer dari puskesmas.")
    one.add_run(" Kunjungan dilakukan dua kali sebulan.")
    document.add_paragraph("Cakupan", style="Heading 1")
    document.add_paragraph("Pemeriksaan tekanan darah dan gula darah.", style="List Number")
    document.add_paragraph("Imunisasi anak dan ibu hamil.", style="List Number")
    document.add_paragraph("Hasil tahun pertama", style="Heading 1")
    table = document.add_table(3, 3, style="Light Grid Accent 1")
    for row, cells in zip(table.rows, next(one.rows for one in elements if one.rows), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("Kepuasan pasien mencapai 91 persen menurut survei dinas.")
    document.sections[0].footer.paragraphs[0].text = "Dinas Kesehatan 2026"
    return _saved(document)


def _inserted(paragraph: Any, words: str) -> None:
    mark = OxmlElement("w:ins")
    mark.set(qn("w:author"), "A")
    mark.set(qn("w:id"), "7")
    run = paragraph.add_run(words)._r
    mark.append(run)
    paragraph._p.append(mark)


def _old_office(elements: Sequence[Element]) -> bytes:
    """Word without styles: capitals of another size, typed numbers, empty paragraphs instead of space."""
    document = docx.Document()
    for one in elements:
        paragraph = document.add_paragraph()
        words = {"-": f"{1 + sum(e.sort == '-' for e in elements[: elements.index(one)])}. {one.text}"}
        run = paragraph.add_run(words.get(one.sort, one.text))
        run.font.size = Pt(16 if one.level == 1 else 12)
        run.bold = one.level > 0
        document.add_paragraph()
    return _saved(document)


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


SECOND = (
    Sample(
        "visi-misi.pdf",
        MISSION,
        partial(
            press,
            Press(
                hyphenated=True,
                indent=18,
                after=2,
                header=("Visi dan Misi", "Muara Biru Bangkit"),
                footer=("", "{}"),
                height=330,
            ),
        ),
        absent=("Muara Biru Bangkit",),
    ),
    Sample(
        "visi-misi-helvetica.pdf",
        MISSION,
        partial(press, Press("Helvetica", "Helvetica-Bold", colour=colors.blue, watermark="DRAF")),
        absent=("DRAF",),
    ),
    Sample(
        "keputusan.pdf",
        DECREE,
        partial(
            press,
            Press(
                size=12,
                leading=18,
                title=12,
                heading=12,
                sub=12,
                centred=True,
                first_top=40,
                head=("BUPATI TIRTA ASRI", "PROVINSI CONTOH"),
            ),
        ),
    ),
    Sample(
        "siaran.pdf",
        RELEASE,
        partial(
            press,
            Press(
                "Helvetica",
                "Helvetica-Bold",
                size=11,
                leading=16,
                table=SHADED,
                footer=("www.tirtaasri.example", "Halaman {}"),
            ),
        ),
    ),
    Sample("siaran-polos.pdf", RELEASE, partial(press, Press(justified=False, table=BARE, widths=(0.4, 0.4, 0.2)))),
    Sample(
        "realisasi.pdf",
        SPANNED,
        partial(
            press, Press("Helvetica", "Helvetica-Bold", size=9.5, leading=12, table=GRID, widths=(0.2, 0.15, 0.15, 0.5))
        ),
    ),
    Sample(
        "realisasi-buku.pdf",
        SPANNED,
        partial(press, Press(table=RULED, widths=(0.2, 0.15, 0.15, 0.5), page=landscape(A4))),
    ),
    Sample(
        "sekolah.pdf",
        SCHOOLS,
        partial(
            press,
            Press(
                "Helvetica",
                "Helvetica-Bold",
                size=10,
                table=GRID,
                widths=(0.12, 0.42, 0.23, 0.23),
                header=("Dinas Pendidikan", "{}"),
            ),
        ),
    ),
    Sample(
        "sekolah-garis.pdf",
        SCHOOLS,
        partial(press, Press(table=RULED, widths=(0.12, 0.42, 0.23, 0.23), footer=("", "- {} -"))),
    ),
    Sample(
        "jurnal-kolom.pdf",
        JOURNAL,
        partial(
            press,
            Press(
                columns=2,
                size=9.5,
                leading=11.5,
                hyphenated=True,
                heading=11,
                title=15,
                header=("Jurnal Kebijakan Pangan Vol. 3", "{}"),
                height=300,
            ),
        ),
        absent=("Jurnal Kebijakan Pangan",),
    ),
    Sample("selebaran.pdf", LEAFLET, partial(drawn, _leaflet)),
    Sample("paparan-bus.pdf", SLIDE_TALK, partial(drawn, _slides), absent=("Dinas Perhubungan Kota",)),
    Sample("catatan-kaki.pdf", REPORT_NOTES, partial(drawn, _noted, page=A4), absent=("halaman 14", "murid-2025.pdf")),
    Sample(
        "panduan.pdf",
        GUIDE,
        partial(
            press,
            Press(
                "Helvetica",
                "Helvetica-Bold",
                sub=10.5,
                bullet="1.",
                page=(420, 595),
                margin=42,
                footer=("Kartu Tani", "{}"),
            ),
        ),
    ),
    Sample(
        "edaran.pdf",
        LETTER,
        partial(
            press,
            Press(
                size=12,
                leading=17,
                title=13,
                justified=False,
                centred=True,
                first_top=50,
                head=("KABUPATEN TIRTA ASRI", "Jalan Pahlawan 7"),
            ),
        ),
    ),
    Sample(
        "suara-pesisir.pdf",
        NEWSLETTER,
        partial(
            press,
            Press(
                columns=3,
                size=9.5,
                leading=12,
                title=24,
                heading=12,
                page=landscape(A4),
                margin=40,
                after=4,
                height=240,
                justified=False,
            ),
        ),
    ),
    Sample(
        "rencana-pasar.pdf",
        PLAN,
        partial(press, Press("Helvetica", "Helvetica-Bold", table=SHADED, widths=(0.2, 0.4, 0.2, 0.2))),
    ),
    Sample("dokter.docx", OFFICE, _office, absent=("Dinas Kesehatan 2026",)),
    Sample("kredit.docx", OLD_OFFICE, _old_office),
    Sample("blog.html", BLOG, partial(text, BLOG_PAGE), absent=("Ikuti kami", "Tulis komentar", "Dibuat dengan cinta")),
    Sample("siaran-wa.txt", BROADCAST, partial(text, BROADCAST_TEXT)),
    Sample(
        "obrolan-iphone.txt",
        PHONE_CHAT,
        partial(text, PHONE_CHAT_TEXT),
        absent=("Ibu Rina", "Lampiran", "membuat grup", "19.0"),
        title="Besok relawan berkumpul di posko pukul tujuh pagi",
    ),
    Sample("rumah-singgah.txt", WRAPPED, partial(text, WRAPPED_TEXT)),
)
