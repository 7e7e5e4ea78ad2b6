"""Draws the campaign's PDF, knowledge/jalan/laporan-jalan-2026.pdf: run it anew when its words change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from fpdf import FPDF

FILE = Path(__file__).parent / "knowledge" / "jalan" / "laporan-jalan-2026.pdf"
PAGES = (
    (
        "Laporan Jalan Desa Mantap Semester I 2026",
        """Sampai 30 Juni 2026, sepanjang 386 kilometer jalan desa telah dicor atau diaspal di 512 desa. Kabupaten
Sekar Muara memperoleh bagian terpanjang, yakni 124 kilometer, disusul Lembah Arum dengan 108 kilometer dan Tirtawana
dengan 91 kilometer; sisanya 63 kilometer berada di Kabupaten Randu Sela.

Biaya rata-rata Rp620 juta per kilometer untuk jalan beton selebar tiga meter. Seluruh anggaran tahun 2026 sebesar
Rp260 miliar, dan pada pertengahan tahun 58 persen di antaranya telah dibayarkan kepada desa.

Jembatan gantung tidak dibiayai program ini, kecuali 12 jembatan yang putus karena banjir Januari 2026 dan kini
sedang dibangun kembali dengan Rp31 miliar dari dana darurat.""",
    ),
    (
        "Mutu dan pengaduan",
        """Pemeriksaan mutu dilakukan Politeknik Padma pada 90 ruas yang dipilih secara acak. Dari jumlah itu, 78 ruas
memenuhi syarat, sedangkan 12 ruas harus diperbaiki pelaksananya paling lambat 31 Oktober 2026 tanpa tambahan biaya.

Pada semester pertama diterima 1.345 pengaduan warga, dan 1.102 di antaranya telah diselesaikan. Keluhan terbanyak
menyangkut drainase yang tidak dibuat.

Pengamat kebijakan Wening Astuti mengingatkan bahwa jalan beton tanpa saluran air hanya bertahan tiga tahun. Ia
menyarankan seperlima anggaran disisihkan untuk drainase, tetapi usul itu belum diputuskan.""",
    ),
)


def draw() -> bytes:
    """Return the PDF's bytes, always the same."""
    pdf = FPDF()
    pdf.set_creation_date(dt.datetime(2026, 7, 20, tzinfo=dt.UTC))
    for heading, text in PAGES:
        pdf.add_page()
        pdf.set_font("Helvetica", "B", 15)
        pdf.multi_cell(0, 9, heading, new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("Helvetica", size=11)
        for paragraph in text.split("\n\n"):
            pdf.multi_cell(0, 6, paragraph.replace("\n", " "), new_x="LMARGIN", new_y="NEXT")
            pdf.ln(3)
    return bytes(pdf.output())


if __name__ == "__main__":
    FILE.write_bytes(draw())
