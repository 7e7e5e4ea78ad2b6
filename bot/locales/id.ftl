### Kalimat program dalam bahasa Indonesia. Kunci dan isian ($…) sama dengan en.ftl.
### Teks polos: tidak ada HTML di sini; penebalan dipasang saat ditampilkan.


## Jenis isi, selalu ditampilkan

kind-janji = 📌 Janji kampanye
kind-pelaksanaan = ✅ Pelaksanaan
kind-pemilu = 🗳 Pemilu
kind-aturan = ⚖️ Aturan
kind-umum = ℹ️ Umum
kind-dated = { $kind } · per { $date }
kind-dated-janji = { $kind } · { $date }

## Jawaban

answer-docs-say = Ini yang tertulis di dokumen:
first-exactly = { $value }.
first-at-most = Paling banyak { $value }.
first-at-most-age = Paling tua { $value }.
first-at-most-time = Paling lama { $value }.
first-at-least = Paling sedikit { $value }.
first-at-least-age = Paling muda { $value }.
first-at-least-time = Minimal { $value }.
first-below = Di bawah { $value }.
first-above = Lebih dari { $value }.
first-about = Sekitar { $value }.
first-average = Rata-rata { $value }.
first-otherwise = Sumber lain: { $value }.
first-values = { $values }.
first-promised = Janjinya:
first-short = { $said }
first-yes-quoted = Ya, seperti yang tertulis:
first-yes = Ya.
first-yes-age = Ya, soal usia.
first-yes-limit = Ya, soal batasnya.
first-no = Tidak.
first-not-so = Bukan.
first-depends = Tergantung. Batasnya: { $values }.
first-differ = Sumbernya berbeda: { $values }.
first-sources-differ = Belum bisa dipastikan: sumbernya berbeda.
first-unsettled = Tidak tertulis persis begitu di dokumen. Yang paling dekat:
first-unnamed = { $said } tidak disebut dalam kutipan ini.
first-compared = Perbandingannya:
first-sum = { $sum } = { $result }.
first-sum-at-most = { $sum } = paling banyak { $result }.
first-rise = Naik { $result }: { $sum }.
first-fall = Turun { $result }: { $sum }.
answer-nearest = Mungkin ini tidak persis yang Anda tanyakan; inilah yang paling dekat di dokumen:
answer-sources = Kutipan tadi, dengan sumbernya:
answer-differs = Menurut dokumen: { $held }, bukan { $asked }.
answer-twin-missing = Bagian dokumen ini hanya ada dalam satu bahasa; kami kutip apa adanya:
answer-both-kinds = Janji dan pelaksanaannya dua hal berbeda; ini keduanya:
answer-after-vote = Pemungutan suara sudah berlangsung pada { $date }.
answer-before-vote = Pemungutan suara: { $date }.
answer-more = Jawaban ini panjang. Selebihnya bisa dibaca di bagiannya:
latest = Yang terbaru
sources-line = Sumber: { $sources }
campaign-unnamed = sebuah kampanye
run-by-unnamed = tim kampanye itu sendiri
sources-more = { $source } dkk.
sources-tap = Sumber [1]–[{ $last }]: ketuk 📄.
not-found = Maaf, dokumen kami belum memuat jawaban untuk itu.
clarify = Maksudnya yang mana? Silakan pilih, atau tulis pertanyaannya sedikit lebih lengkap.
not-found-topics = Mungkin salah satu topik ini yang Anda cari:
not-found-year = Soal tahun { $said }, dokumen kami belum memuat jawabannya. Yang ada:
not-found-place = Untuk { $said }, dokumen kami belum memuat jawabannya. Yang ada:
not-found-level = Untuk { $said }, dokumen kami belum memuat jawabannya. Yang ada:
not-found-office = Nama { $said } belum ada di dokumen kami. Yang ada:
not-found-group = Khusus untuk { $said }, dokumen kami belum memuat jawabannya. Yang ada:
not-found-topic = Soal { $said }, dokumen kami belum memuat jawabannya. Yang ada:
not-found-facet = Soal { $said }, dokumen kami belum memuat jawabannya. Yang ada:
not-found-part = Ini belum ada di dokumen kami: “{ $said }”
documents-changed = Dokumen kami sudah diperbarui, dan bagian itu tidak ada lagi di sana. Silakan pilih dari topik yang sekarang.
withdrawn-here = { $count } pernyataan di bagian ini ditarik tim kami pada { $date }: { $reason }
withdrawn-of = { $count } pernyataan di bagian “{ $section }” ditarik tim kami pada { $date }: { $reason }
quiet = Sekarang masa tenang pemilu, jadi bot ini tidak menyampaikan hal yang bersifat kampanye sampai { $until } berlalu. Pertanyaan tentang cara memilih dan aturan pemilu tetap bisa Anda tanyakan.
failed = Maaf, ada gangguan di pihak kami sehingga pertanyaan ini belum terjawab. Silakan coba lagi sebentar lagi.
boundary-general = Maaf, yang satu itu di luar hal yang bisa dijawab bot ini. Silakan tanyakan isi program; jawabannya kami kutip dari dokumen.
boundary-vote-advice = Memilih siapa adalah hak Anda sendiri, jadi bot ini tidak menyarankan pilihan. Yang bisa kami bantu: menjelaskan program dan hasil pemilihan dari dokumen, lengkap dengan sumbernya.
boundary-compare-candidates = Bot ini tidak menilai siapa yang lebih baik. Kalau Anda ingin membandingkan sendiri, tanyakan satu per satu, misalnya visi atau janji tiap pasangan; kami kutip dari dokumen.
boundary-attack-candidate = Kami tidak ikut menjelekkan siapa pun. Kalau ada janji, angka, atau keluhan tertentu yang ingin Anda periksa, sebutkan saja; kami carikan di dokumen.
boundary-money-for-votes = Suara tidak untuk dijual: memberi dan menerima uang atau barang demi suara sama-sama bisa dipidana. Kalau Anda melihat atau ditawari, laporkan ke Bawaslu.
boundary-personal-data = Bot ini tidak mencari, memeriksa, atau membagikan data pribadi siapa pun, dan tidak menyimpan nomor yang Anda kirim. Jangan kirim NIK atau nomor telepon di sini, ya.
boundary-threats-sabotage = Kami tidak bisa membantu hal yang melukai orang atau merusak. Kalau Anda marah atau melihat pelanggaran, sampaikan lewat Bawaslu; kalau ada yang dalam bahaya, hubungi polisi.
boundary-forged-papers = Kami tidak bisa membantu memalsukan data atau mengakali syarat; itu bisa berujung pidana dan bantuan bisa dibatalkan. Silakan tanyakan syarat yang sebenarnya, mungkin ada jalur yang cocok untuk Anda.
boundary-guarantee = Bot ini tidak bisa menjamin, meloloskan, atau mendaftarkan siapa pun. Yang bisa kami bantu: menunjukkan syarat dan cara mendaftar menurut dokumen.
boundary-impersonation = Saya bot, jadi tidak bisa berbicara atau menulis atas nama calon atau pejabat. Yang bisa kami kutip hanyalah ucapan yang tercatat di dokumen.
boundary-sara = Bot ini tidak ikut membenturkan agama, suku, atau ras mana pun. Kalau ada yang ingin Anda tahu tentang programnya, silakan tanya.
boundary-steer-bot = Saya hanya menjawab dengan mengutip dokumen dan sumbernya; jawaban tidak bisa didiktekan, dan bagian dalam bot tidak saya bagikan. Silakan tanyakan programnya.
boundary-campaign-material = Bot ini tidak membuat materi kampanye, pujian, sindiran, atau berita. Yang bisa kami berikan: kutipan dokumen dengan sumbernya, untuk Anda baca dan nilai sendiri.
boundary-own-status = Bot ini tidak bisa melihat data pendaftaran siapa pun, jadi kami tidak bisa memeriksa status Anda. Silakan lihat di akun Anda sendiri di situs resminya; nomor NIK atau telepon tidak perlu dikirim ke sini, ya.
boundary-prediction = Bot ini tidak meramal atau bertaruh soal apa yang akan terjadi. Yang bisa kami kutip: hasil, jadwal, dan rencana yang sudah tercatat di dokumen.
boundary-personal-advice = Untuk urusan kesehatan, hukum, atau keputusan pribadi, bot ini bukan tempat yang aman untuk bertanya. Temui dokter, lembaga bantuan hukum, atau orang yang Anda percaya, ya. Soal isi program, silakan tanya kami.
boundary-abuse = Maaf kalau jawaban kami mengecewakan. Kalau ada yang ingin Anda ketahui tentang programnya, tulis saja; kami carikan di dokumen.

## Obrolan

people-distress = Terima kasih sudah bercerita. Anda tidak sendiri. Hubungi sekarang orang yang dipercaya; kalau bahayanya dekat, datangi IGD.
people-violence = Terima kasih sudah bercerita. Ini bukan salah Anda. Pergilah ke tempat aman dan ceritakan kepada orang yang dipercaya; kalau bahayanya dekat, panggil polisi.
people-victim = Kami di pihak Anda. Pilihan Anda bebas dan rahasia; tidak seorang pun boleh memaksa Anda atau menahan KTP Anda karenanya. Bot ini tidak mencatat pilihan siapa pun. Simpan bukti kalau aman, lalu laporkan ke pengawas pemilihan (Bawaslu).
people-victim-asks = Kami di pihak Anda: pilihan Anda bebas dan rahasia, tidak seorang pun boleh memaksa atau mengancam Anda karenanya.
people-insinuation = Memilih siapa itu bebas dan rahasia. Kami tidak menemukan syarat program di dokumen yang menyangkut pilihan seseorang: yang berlaku hanya syarat yang tertulis. Siapa yang mengaitkan bantuan dengan pilihan bisa dilaporkan.
people-bot-paid = Bot ini dijalankan tim kampanye yang namanya ada di /start, bukan pemerintah. Siapa yang membiayainya tidak tertulis di dokumen kami, jadi silakan tanyakan langsung kepada tim itu.
people-bot-run = Saya bot otomatis milik tim kampanye yang namanya ada di /start: bukan orang, bukan layanan pemerintah, dan tidak netral asalnya. Karena itu jawaban selalu kutipan dokumen dengan sumbernya, supaya bisa Anda periksa sendiri.
people-bot-keeps = Bot ini tidak mencatat Anda memilih siapa, dan tidak menyimpan nomor telepon atau NIK. Apa yang disimpan dan berapa lama: /privasi. Menghapus semuanya: /hapus.
people-bot-erases = Bisa, kapan saja: ketik /hapus, dan semua yang tersimpan tentang Anda dihapus. Apa saja itu: /privasi.
people-bot-errs = Bisa. Dokumennya bisa keliru atau sudah lama, dan saya bisa salah menangkap pertanyaan. Karena itu tiap kutipan disertai sumber dan tanggalnya: bukalah sebelum Anda percaya, dan tekan 👎 kalau salah.
people-critic-money = Pertanyaan yang wajar. Ke mana uang mengalir di luar yang tertulis, tidak bisa kami pastikan atau bantah; yang bisa ditunjukkan hanya yang ada di dokumen.
people-critic-result = Pertanyaan yang wajar, dan penilaiannya milik Anda. Yang bisa ditunjukkan hanya yang tertulis di dokumen, termasuk yang belum berjalan dan yang dikritik.
people-critic-kin = Pertanyaan yang wajar. Hubungan keluarga para pejabat tidak dibahas dokumen kami, jadi bot ini tidak bisa membenarkan atau membantahnya. Media dan KPU bisa menjadi rujukan Anda.
people-pasted = ⚠️ Jangan kirim NIK atau nomor telepon di sini, milik siapa pun; hapus pesan itu, ya. Bot ini tidak memerlukannya.
people-noise = Maaf, pesan itu tidak bisa dibaca sebagai pertanyaan. Coba tulis dengan kata-kata sendiri.

smalltalk-greeting = Halo! 👋 Silakan tanyakan apa saja tentang program kami; jawabannya dikutip dari dokumen, lengkap dengan sumbernya.
smalltalk-thanks = Sama-sama! Kalau masih ada yang ingin ditanyakan, tulis saja.
smalltalk-bye = Sampai jumpa! Kapan pun ada pertanyaan, kami di sini.
smalltalk-ok = Siap. 👍 Kalau ada pertanyaan lain, tulis saja.
smalltalk-who = Saya bot otomatis milik tim kampanye, bukan orang dan bukan layanan pemerintah. Saya menjawab dengan mengutip dokumen kampanye beserta sumbernya. Selengkapnya: /start
smalltalk-how = Baik, terima kasih. 😊 Saya bot, jadi selalu siap: ada yang ingin Anda tanyakan tentang programnya?
smalltalk-help = Tulis saja pertanyaan dengan kata-kata Anda sendiri, misalnya “siapa yang bisa mendapatkannya?”, atau lihat semua topik di /program. Cara lengkapnya: /help
smalltalk-emoji = 😊 Kalau ada pertanyaan, tulis dengan kata-kata, ya.
smalltalk-blank = Ya? Silakan tulis pertanyaan Anda.

## Tombol

button-sources = 📄 Sumber
button-good = 👍
button-bad = 👎
button-topics = 📚 Semua topik
button-back = ⬅ Kembali
button-previous = ◀
button-next = ▶
button-read-all = 📖 Baca semuanya
button-private = 💬 Buka obrolan pribadi
button-yes-delete = 🗑 Ya, hapus
button-no-delete = Batal
button-yes-keep = Ya, simpan
button-no-keep = Tidak usah
button-old = Tombol ini sudah tidak berlaku. Silakan tulis pertanyaan Anda atau buka /program.
language-id = Bahasa Indonesia
language-en = English

## Sumber

sources-title = 📄 Sumber
sources-as-of = per { $date }
sources-document = Dokumen: { $document }
sources-page = halaman { $page }
sources-none = Jawaban itu tidak mengutip dokumen.

## Penilaian

rated-good = Terima kasih! 👍
rated-by-team = Penilaian dari tim tidak ikut dihitung. Kalau jawabannya keliru, admin bisa membalasnya dengan /ubah atau /tarik.
rated-bad = Terima kasih, kami catat.
reason-ask = Terima kasih sudah memberi tahu. Apa yang kurang?
reason-wrong = Isinya salah
reason-incomplete = Tidak lengkap
reason-unclear = Sulit dipahami
reason-other = Lainnya
reason-noted = Tercatat. Terima kasih!
keep-ask =
    Tercatat, terima kasih. Bolehkah teks pertanyaan Anda kami simpan supaya dokumen bisa diperbaiki?
    NIK, nomor telepon, dan alamat kami buang dulu; teksnya dihapus setelah 90 hari.
keep-done = Tersimpan. Terima kasih, ini membantu kami memperbaiki dokumen.
keep-declined = Baik, teks pertanyaan Anda tidak disimpan. Terima kasih!

## Program

programs-title = 📚 Topik
programs-hint = Pilih topik untuk membaca isi dokumen kami.
programs-empty = Saat ini belum ada topik yang bisa ditampilkan.
programs-page = Halaman { $page } dari { $pages }

## Perintah

name-start = start
command-start = Mulai dan kenali bot ini
name-help = help
command-help = Cara bertanya
name-program = program
command-program = Semua topik
name-bahasa = bahasa
command-bahasa = Pilih bahasa
name-privasi = privasi
command-privasi = Data apa yang disimpan
name-hapus = hapus
command-hapus = Hapus data saya
unknown-command = Perintah itu belum kami kenal. Coba /program untuk semua topik atau /help untuk cara bertanya, atau langsung saja tulis pertanyaan Anda.

unknown-command-nearest = Perintah /{ $typed } belum kami kenal. Maksud Anda /{ $nearest }?
help-team = Perintah Anda sebagai { $rank }
group-documents = Dokumen: isi yang dibaca pemilih
group-releases = Terbit, kembali, tutup
group-asked = Yang ditanyakan pemilih
group-sharing = Berbagi dan kabar
group-team = Tim
offer-tour = 🧭 Tur singkat: kirim satu PDF untuk mencoba
offer-gaps = 🔎 Yang belum terjawab
offer-stats = 📊 Statistik pertanyaan
offer-volunteer = 🤝 Ruang relawan dan kuis
offer-link = 🔗 Tautan dan poster QR
offer-news = 📮 Kabar untuk saya
offer-team = 👥 Siapa saja di tim
offer-audit = 📋 Catatan tindakan tim
offer-label = 🏷 Ganti label saya
name-tour = tur
command-tour = Tur singkat untuk admin
tour-title = 🧭 Tur singkat
tour =
    Kirim saya satu PDF, DOCX, atau teks untuk mencoba: tidak ada yang terbit sebelum Anda mengetuk “✅ Terbitkan”. Saya baca isinya, bertanya sedikit, lalu menunjukkan jawaban mana yang berubah.

    • Satu kalimat saja: /tambah. Membetulkan: balas jawaban saya dengan /ubah.
    • Ada yang keliru? /tarik menghentikannya dalam dua detik; /rilis mengembalikan rilis lama.
    • Apa yang dicari pemilih tetapi belum ada: /celah.
    • Salah langkah? Ketik “batal”, kapan saja.

    Belum ada berkas? Coba dengan contoh; tidak ada yang disimpan.
button-tourtry = ▶️ Coba dengan contoh
tour-example-name = contoh-perpustakaan-keliling.txt
tour-example =
    Perpustakaan keliling (contoh)

    Jadwal

    Perpustakaan keliling datang ke tiap kelurahan dua kali sebulan. Bukunya boleh dipinjam selama 14 hari.

    Syarat

    Cukup menunjukkan kartu pelajar atau KTP.
tour-done = 🏁 Itu tadi contohnya. Dengan berkas Anda sendiri, di sini saya menyiapkan rencana: pernyataan dan jawaban mana yang berubah, lengkap dengan tombol “✅ Terbitkan”. Contohnya sudah saya lupakan; tidak ada yang disimpan atau terbit. Sekarang kirim berkas Anda.
start-title = Halo! 👋
start =
    Ini bot otomatis { $campaign }, dijalankan oleh { $run_by }. Bot ini milik kampanye sendiri, bukan layanan pemerintah.

    Tanyakan programnya dengan kata-kata Anda sendiri. Setiap kalimat jawaban dikutip dari dokumen kami dan menunjukkan sumbernya [1]; yang tidak ada di dokumen tidak kami karang.

    📚 /program: semua topik
    💬 /help: cara bertanya
    🔒 /privasi: data apa yang disimpan
start-short = 🇮🇩 Bot otomatis { $campaign }, dijalankan oleh { $run_by }; bukan layanan pemerintah. Silakan bertanya dalam bahasa Indonesia, atau pilih bahasa: /bahasa
start-questions = Coba ketuk salah satu pertanyaan ini:
help-title = Cara bertanya
help =
    • Tulis pertanyaan seperti biasa, boleh bahasa sehari-hari.
    • Pertanyaan lanjutan boleh singkat, misalnya “terus syaratnya?”.
    • Salah ketik? Ubah saja pesannya, jawabannya ikut berubah.
    • 📄 menunjukkan sumber lengkap; 👍 👎 memberi tahu kami apakah jawabannya membantu.
    • Janji (📌) dan pelaksanaan (✅) selalu dibedakan.
    • Di grup, sebut @{ $bot } atau balas pesannya.

    📚 /program: semua topik
    ✅ /cek: keaslian jawaban yang dibagikan
    🌐 /bahasa: Indonesia atau English
    🔒 /privasi: data apa yang disimpan
    🗑 /hapus: hapus data Anda

    Bot otomatis { $campaign }, dijalankan oleh { $run_by }; bukan layanan pemerintah.
language-ask = Bot ini menjawab dalam bahasa apa?
language-chosen = Baik, mulai sekarang kami menjawab dalam bahasa Indonesia.
privacy-title = 🔒 Data Anda
privacy =
    Bot ini dijalankan oleh { $run_by } dan mengikuti UU Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi. Yang disimpan tentang Anda:

    • Kode acak pengganti akun Telegram Anda. Nama, nomor telepon, dan ID Telegram tidak disimpan.
    • Bahasa pilihan Anda, agar jawaban sesuai; sampai Anda menghapusnya.
    • Nilai 👍 👎 dan alasannya, untuk memperbaiki dokumen; sampai Anda menghapusnya.
    • Teks pertanyaan hanya jika dokumen tidak memuat jawabannya, atau jika Anda mengizinkan setelah 👎; agar dokumen bisa dilengkapi. NIK, nomor telepon, email, nama, dan alamat dibuang dulu. Dihapus setelah 90 hari.
    • Bagian dokumen yang terakhir dibahas dan nomor pesannya, agar “terus syaratnya?” dan pertanyaan yang Anda ubah bisa dipahami; 15 menit, hanya di memori.
    • Kalau Anda ikut tim lewat undangan: peran dan label pilihan Anda, sampai Anda menghapusnya atau dikeluarkan; jawaban mana yang Anda bagikan, 90 hari; dan catatan tindakan Anda di tim, dengan label itu, untuk seterusnya.

    Data ini tidak dijual dan tidak dipakai untuk mengirimi Anda pesan; kecuali anggota tim yang menyalakan kabar dengan /kabar, mengundang sebagai pemilik, atau sedang menyiapkan rilis: untuk itu ID Telegram disimpan terenkripsi, sampai kabarnya dimatikan atau rilisnya siap. Percakapannya sendiri ada di Telegram dan mengikuti aturan Telegram.

    Lihat dan hapus semuanya: /hapus

## Hapus data

delete-ask = Yang kami simpan tentang Anda sekarang:
delete-sure = Hapus semuanya?
delete-done = Sudah dihapus.
delete-before = Sebelumnya:
delete-after = Sekarang:
delete-cancelled = Baik, tidak ada yang dihapus.
held-line = • { $sort }: { $count }
held-preferences = pilihan bahasa
held-feedback = penilaian 👍 👎
held-unanswered = pertanyaan yang belum terjawab
held-memory = ingatan percakapan

## Yang tidak bisa dibaca, grup, batas

unreadable-voice = Maaf, pesan suara belum bisa kami dengarkan. Boleh ditulis pertanyaannya?
unreadable-photo = Terima kasih, tetapi gambar dan video belum bisa kami baca. Silakan tulis pertanyaannya.
unreadable-document = Maaf, berkas belum bisa kami baca. Silakan tulis pertanyaannya.
unreadable-sticker = 😊 Stikernya lucu, tetapi kami hanya bisa membaca tulisan. Ada yang ingin ditanyakan?
unreadable-location = Terima kasih, tetapi lokasi tidak kami baca dan tidak kami simpan. Sebut saja nama daerahnya dalam pertanyaan Anda.
unreadable-other = Maaf, kami hanya bisa membaca tulisan. Silakan tulis pertanyaan Anda.
group-private = Di grup, bagian ini lebih nyaman dibuka berdua saja dengan bot.
limit-reached = Wah, cepat sekali. 😊 Supaya semua orang kebagian, mohon tunggu sebentar lalu kirim lagi.

## Tim

name-invite = undang
command-invite = Undang anggota tim
name-team = siapa
command-team = Siapa saja di tim
name-dismiss = keluarkan
command-dismiss = Keluarkan anggota
name-close = tutup
command-close = Tutup bot atau satu fitur
name-open = buka
command-open = Buka kembali
name-audit = catatan
command-audit = Catatan tindakan tim
name-label = label
command-label = Ganti label saya
rank-owner = pemilik
rank-admin = admin
rank-reviewer = peninjau
rank-volunteer = relawan
rank-admin-may = mengubah dokumen, menerbitkan, serta menutup dan membuka bot
rank-reviewer-may = melihat dan menangani pertanyaan yang belum terjawab, dan melihat statistik
rank-volunteer-may = membagikan jawaban beserta sumbernya, dan berlatih dengan kuis
button-label = Pakai label “{ $label }”
button-revoke = Batalkan undangan ini
button-join-yes = Ya, bergabung
button-join-again = Label lain
button-join-not = Tidak jadi
button-dismiss = Ya, keluarkan
button-open = Buka { $feature }
invite-choose = Undang sebagai apa?
invite-usage = Tulis perannya, lalu bila perlu berapa orang (1–{ $uses }) dan berapa hari (1–{ $days }), misalnya: /undang relawan 10 7. Perannya: admin, peninjau, relawan.
invite-link =
    Undangan untuk { $rank }:
    { $link }

    Bisa dipakai { $uses } kali, sampai { $until }. Siapa pun yang memegang tautan ini bisa bergabung, jadi kirim hanya kepada orangnya.
invite-volunteers-only = Anda bisa mengundang relawan: /undang relawan. Peran lain diundang pemilik.
invite-told = Saya kabari di sini begitu ada yang bergabung; matikan lewat /kabar.
joined-told = 👋 { $label } bergabung ke tim sebagai { $rank }.
button-dismiss-joined = 🚪 Bukan orangnya? Keluarkan
news-joined = Anggota baru
news-joined-told = Anggota baru: siapa yang bergabung, dengan peran apa.
releases-published = Terbit { $moment } oleh { $label }.
releases-changed-statement = Diubah: “{ $text }”
releases-new-statement = Ditambah: “{ $text }”
releases-new-document = Dokumen: { $text }
releases-statements = Pernyataan: { $before } → { $now }
invite-revoked = Undangan itu dibatalkan; tautannya tidak bisa dipakai lagi.
invite-gone = Undangan itu memang sudah tidak berlaku.
join-closed = Maaf, tautan undangan ini tidak bisa dipakai. Mintalah yang baru kepada orang yang memberikannya.
join-needless = Anda sudah di tim sebagai { $rank }, jadi tautan ini tidak Anda perlukan. Tautannya tidak terpakai.
join-read =
    Anda diundang menjadi { $rank } di tim bot { $campaign }, yang dijalankan oleh { $run_by }. Tugasnya: { $may }.

    Yang disimpan kalau Anda bergabung: kode acak pengganti akun Telegram Anda, peran, label pilihan Anda, jawaban mana yang Anda bagikan (90 hari), dan catatan tindakan Anda di tim (apa, kapan). Nama akun, nomor telepon, dan ID Telegram tidak disimpan. Pemilik bot melihat label Anda. Anda bisa keluar dengan /hapus; catatan tindakan tetap ada.

    Pilih label, atau tulis label Anda sendiri (paling panjang { $most } huruf):
join-label = Pilih label, atau tulis label Anda sendiri (paling panjang { $most } huruf):
join-sure = Bergabung sebagai { $rank } dengan label “{ $label }”?
join-done = Selamat datang di tim, { $label }! Anda sekarang { $rank }. Perintah Anda ada di menu “/” dan di /help. Mulai dari sini:
join-declined = Baik, tidak ada yang disimpan. Tautannya tetap berlaku selama belum dipakai.
join-again = Sudah agak lama. Silakan buka tautan undangannya sekali lagi.
label-ask = Label Anda sekarang “{ $label }”. Tulis label baru (paling panjang { $most } huruf):
label-done = Label Anda sekarang “{ $label }”.
label-bad = Label itu tidak bisa dipakai. Tulis paling banyak { $most } huruf, tanpa nomor, alamat, atau nama akun.
team-title = 👥 Tim ({ $count })
dismiss-choose = Siapa yang dikeluarkan?
dismiss-nobody = Selain pemilik belum ada anggota tim. Pemilik hanya bisa diubah di berkas config.toml.
dismiss-sure = Keluarkan { $label } ({ $rank }) dari tim?
dismiss-done = { $label } ({ $rank }) sudah dikeluarkan dan tidak bisa memakai perintah tim lagi.
dismiss-gone = Orang itu tidak ada lagi di tim.
dismiss-cancelled = Baik, tidak ada yang dikeluarkan.
delete-owner = Anda { $rank }: label Anda ikut dihapus, tetapi peran pemilik ada di berkas config.toml. Catatan tindakan Anda tetap ada dan tidak bisa dikaitkan lagi dengan data lain.
delete-member = Anda { $rank }: menghapus data juga mengakhiri keanggotaan tim Anda. Catatan tindakan Anda (kode acak dan label) tetap ada dan tidak bisa dikaitkan lagi dengan data lain.
held-members = keanggotaan tim
held-sharers = jawaban yang Anda bagikan
held-addresses = alamat untuk mengirimi Anda kabar
held-scores = skor kuis latihan (babak)
feature-all = semuanya
feature-questions = pertanyaan
feature-menu = menu topik
feature-sharing = tautan bagikan
close-choose = Apa yang ditutup? Bisa juga langsung: /tutup [semua|pertanyaan|menu|tautan] alasan
close-reason = Tulis alasan menutup { $feature }; pemilih akan membacanya.
close-default-reason = sedang kami perbaiki
close-done = Ditutup: { $feature }. Yang dibaca pemilih sebagai alasan: { $reason }
open-choose = Apa yang dibuka?
open-nothing = Tidak ada yang ditutup di situ.
open-done = Dibuka lagi: { $feature }.
closed-all = Bot ini sedang ditutup sementara oleh tim kami. Alasannya: { $reason }. Silakan kembali lagi nanti; /help, /privasi, dan /hapus tetap bisa dipakai.
closed-questions = Untuk sementara bot ini tidak menjawab pertanyaan. Alasannya: { $reason }. Silakan kembali lagi nanti.
closed-menu = Menu topik sedang ditutup sementara. Alasannya: { $reason }. Silakan kembali lagi nanti.
closed-sharing = Tautan dan berbagi jawaban sedang ditutup sementara. Alasannya: { $reason }. Silakan kembali lagi nanti.
audit-title = 📋 Catatan tindakan
audit-empty = Belum ada catatan.
audit-shell = terminal server
audit-invite = mengundang
audit-revoke = membatalkan undangan
audit-join = bergabung
audit-leave = keluar sendiri
audit-dismiss = mengeluarkan
audit-label = mengganti label
audit-close = menutup
audit-open = membuka
audit-publish = menerbitkan
audited-rank = peran
audited-label = label
audited-uses = jumlah orang
audited-expires = sampai
audited-feature = fitur
audited-closed = alasan
audited-reason = alasan
audited-release = rilis

name-stats = statistik
command-stats = Statistik pertanyaan
stats-title = Statistik { $days }
stats-questions = Pertanyaan: { $count } (periode sebelumnya { $trend })
stats-outcomes = Hasil: { $items }
stats-topics = Topik teratas: { $items }
stats-languages = Bahasa: { $items }
stats-latency = Waktu jawab: { $times }
stats-verdicts = Penilaian: 👍 { $good } · 👎 { $bad }
stats-none = belum ada
stats-milliseconds = { $count } md
stats-seconds = { $count } detik
stats-answered = dijawab
stats-missed = tidak ada di dokumen
stats-others = lainnya
stats-good = suka
stats-bad = tidak suka
stats-chart-days = Pertanyaan per hari
stats-chart-outcomes = Hasil
stats-chart-topics = Topik teratas
stats-chart-languages = Bahasa
stats-half = separuh pertanyaan
stats-most = 95% pertanyaan
stats-chart-latency = Selesai dijawab dalam (md)
stats-chart-verdicts = Penilaian per hari
stats-language-id = Indonesia
stats-language-en = Inggris
stats-days = { $days } hari
outcome-quoted = dijawab dengan kutipan
outcome-written = ditulis model
outcome-clarify = ditanya balik
outcome-not-found = tidak ada di dokumen
outcome-declined = tidak dijawab
outcome-quiet = masa tenang
outcome-small-talk = basa-basi
outcome-failed = gagal

name-gaps = celah
command-gaps = Pertanyaan yang belum terjawab
gaps-title = Celah { $days } hari terakhir
gaps-none = Tidak ada pertanyaan yang belum terjawab dalam waktu ini.
gaps-count = { $count }× (sebelumnya { $trend })
gaps-like = misalnya: { $texts }
gaps-disliked = 👎 { $count }
gaps-withdrawn = ↩️ jawabannya sedang ditarik (/tarik)
gaps-dealt-title = Sudah ditangani
gaps-answered = ✓ terjawab: { $question }
gaps-open = … belum terjawab: { $question }
gaps-chart = 📊 Grafik
gaps-chart-title = Paling sering ditanyakan tanpa jawaban
gaps-chart-now = periode ini
gaps-chart-before = periode sebelumnya
gaps-gone = Celah ini tidak ada lagi. Buka /celah lagi.
gaps-button-alias = 🔗 Sambungkan ke fakta/bagian
gaps-button-statement = ✍️ Tulis pernyataan
gaps-button-topic = 🚫 Di luar cakupan
gaps-button-similar = 🔎 Tampilkan yang mirip
gaps-button-back = ‹ Semua celah
gaps-choose-place = Ke mana pertanyaan ini disambungkan? Yang terdekat di dokumen:
gaps-no-place = Tidak ada bagian dokumen yang dekat.
gaps-aliased = { $count } cara bertanya ditambahkan ke phrasings.toml untuk “{ $place }”. { $then }
gaps-written = Dicatat: kalimatnya perlu ditulis. Admin menulisnya dengan /tambah, atau dengan sumbernya di dokumen dalam folder knowledge. Celah ini ditandai ✓ begitu terjawab.
gaps-where = Tulis satu kalimat: ke mana sebaiknya orang bertanya? Pemilih akan membacanya.
gaps-ruled-out = { $count } cara bertanya ditambahkan ke absent.toml. { $then }
gaps-planned = Pemilih baru merasakannya setelah rencananya diterbitkan.
gaps-waits = Berlaku setelah admin membaca ulang dokumennya: /ingest, atau python ingest.py di server.
gaps-nothing-added = Tidak ada yang ditambahkan: cara bertanya ini sudah tercatat, atau memuat data pribadi yang dihapus.
gaps-failed = Berkas tidak bisa diubah: { $reason }
audit-gap-alias = menyambungkan celah
audit-gap-topic = menandai celah di luar cakupan
audit-gap-statement = akan menulis pernyataan untuk celah
audited-place = tujuan

name-ingest = ingest
command-ingest = Baca ulang dokumen, lihat rencananya, terbitkan
name-releases = rilis
command-releases = Daftar rilis, dan kembali ke yang lama
button-publish = ✅ Terbitkan
button-whypublish = ⚠️ Terbitkan dengan alasan
button-discard = 🗑 Buang
button-rollback = Ya, kembali ke rilis itu
button-back-to = ↩️ { $moment }
ingest-started = Menyiapkan calon rilis …
ingest-busy = { $label } sedang menyiapkan rilis. Tunggu sampai selesai, lalu coba lagi.
ingest-elsewhere = Proses lain sedang menyiapkan rilis (di terminal server, atau otomatis karena isi folder berubah). Tunggu sampai selesai, lalu coba lagi.
ingest-failed = Calon rilis tidak jadi dibuat. Tidak ada yang berubah bagi pemilih. Sebabnya:
ingest-step = Menyiapkan calon rilis: { $stage } dari { $last } · { $step } …
ingest-step-left = Menyiapkan calon rilis: { $stage } dari { $last } · { $step } · sisa { $left }
ingest-left-seconds = { $count } detik
ingest-left-minutes = { $count } menit
ingest-step-skipped = Menyiapkan calon rilis: { $stage } dari { $last } · { $step }: sudah ada, dilewati
ingest-read = membaca dokumen
ingest-load = menyiapkan model
ingest-embed = menghitung vektor
ingest-write = menulis rilis
ingest-gauge = menakar kapan harus bilang tidak tahu
ingest-exam = mengerjakan ujian
ingest-compare = menanyai rilis yang aktif
ingest-done = Calon rilis selesai diperiksa. Rencananya ada di bawah.
ingest-cut = Bot dinyalakan ulang sebelum calon rilis ini selesai, jadi tidak jadi dibuat. Tidak ada yang berubah bagi pemilih. Untuk mengulang: /ingest
ingest-cut-waits = Bot dinyalakan ulang sebelum rencananya sempat ditunjukkan. Calon rilisnya sudah selesai dan menunggu di /rilis. Untuk melihat rencananya: /ingest
ingest-stopped = Calon rilis tidak jadi dibuat.
plan-title = 📦 Rencana
plan-documents = Dokumen: { $added } baru, { $changed } berubah, { $removed } dihapus
plan-statements = Pernyataan: { $added } baru, { $changed } berubah, { $removed } dihapus
plan-answers = Jawaban ujian yang berubah ({ $count })
plan-broken = Tadinya benar, sekarang salah ({ $count })
plan-shared = Jawaban yang sudah dibagikan dan akan berubah ({ $count })
plan-opened = { $code }, dibuka { $count }×:
plan-missed = Di bawah batas ({ $count })
plan-warnings = Perlu dilihat ({ $count })
plan-elsewhere = Isi dokumennya sama. Yang berubah ada di luar itu: cara bertanya, nama, atau batasan (berkas .toml), atau programnya sendiri.
plan-more = … dan { $count } lagi
plan-before = dulu
plan-now = nanti
plan-nothing = Tidak ada yang berubah; rilis yang aktif sudah sesuai dengan dokumen.
plan-passed = Calon rilis ini boleh diterbitkan.
plan-failed = Calon rilis ini tidak lulus ujian.
plan-no-exam = Tidak ada soal ujian, jadi tidak ada ujian.
plan-score = Ujian: { $right } dari { $total } benar.
plan-score-beside = Ujian: { $right } dari { $total } benar; rilis yang aktif { $live }.
publish-why = Tulis alasan menerbitkan walaupun tidak lulus ujian. Alasannya dicatat di /catatan.
publish-done = Terbit: rilis { $release }. Pemilih sekarang dijawab dari rilis ini. Kalau ada yang keliru: /rilis
discard-done = Calon rilis dibuang. Tidak ada yang berubah.
candidate-gone = Calon rilis itu tidak bisa dipakai lagi: sudah lewat sehari, atau rilis yang aktif sudah berganti.
candidate-published = Calon rilis itu sudah diterbitkan { $label } ({ $moment }).
candidate-discarded = Calon rilis itu sudah dibuang { $label } ({ $moment }).
candidate-moved = Calon rilis itu tidak bisa dipakai lagi: rilis yang aktif sudah diganti { $label } ({ $moment }).
candidate-again = Untuk membuat yang baru: /ingest
candidate-kept = Usulan Anda tidak hilang: rencananya dibuat lagi dari dokumen yang sekarang.
candidate-later = Usulan Anda masih tersimpan sampai besok. Ketuk ini kalau yang lain sudah selesai:
proposal-over = Usulan itu sudah berakhir: yang mau diubah sudah diubah atau dihapus orang lain, sudah terbit, atau sudah lewat sehari. Tidak ada yang hilang dari dokumen. Mulai lagi dengan /ubah, /tambah, atau kirim berkasnya.
audit-discard = membuang calon rilis
releases-title = 🗂 Rilis
releases-none = Belum ada rilis.
releases-counts = { $documents } dokumen, { $statements } pernyataan
releases-exam = ujian { $right }/{ $total }
releases-unusable = tidak bisa dipakai
releases-waiting = menunggu diterbitkan
rollback-sure = Kembali ke rilis { $moment }? Pemilih langsung dijawab dari rilis itu. Berkas dokumen tidak berubah.
rollback-done = Rilis { $release } aktif lagi. Berkas dokumen tidak berubah: /ingest berikutnya menyiapkan rilis dari isinya.
rollback-failed = Rilis itu sudah aktif, tidak ada lagi, atau tidak bisa dipakai. Tidak ada yang berubah; lihat /rilis.
audit-rollback = kembali ke rilis lama
audited-broken = jadi salah
audited-missed = di bawah batas

# Yang diperingatkan sebuah rencana: temuan di dokumen, masing-masing di samping berkas dan barisnya.
finding-page = { $file }, halaman { $page }
finding-overdue = seharusnya ditinjau paling lambat { $date }: periksa apakah masih berlaku, lalu isi review_by yang baru
finding-lagging = { $where } berubah sejak rilis { $release }, tetapi "{ $quote }" belum: terjemahkan ulang
finding-undated = catatan kaki [^{ $label }] tanpa tanggal: awali dengan "per" dan hari, bulan, atau tahun
finding-unlinked = catatan kaki [^{ $label }] tanpa tautan untuk "{ $title }": tambahkan <https://…> di akhirnya
finding-no-source = sumber isinya tidak disebut: tambahkan baris source: "Judul, Penerbit, 2025-04-17. <https://…>" pada { $where }
finding-long = { $count } huruf terlalu panjang untuk satu kutipan: "{ $start }…"; pecah kalimatnya
finding-leaning = "{ $start }" dikutip sendirian: sebutkan siapa atau apa yang dimaksud dengan "{ $words }"
finding-more = dan { $count } lagi yang serupa
finding-contradiction = "{ $quote }" menyebut { $mine }, padahal { $where } menyebut { $theirs }: "{ $other }"; betulkan salah satunya, atau tulis di kalimatnya kapan angka itu berlaku atau siapa yang menyebutnya
finding-repeated = "{ $quote }" hampir sama dengan { $where }: simpan yang lebih baik saja
-everyone-sees = semua orang yang bertanya akan melihatnya; hapus, kecuali milik kantor
finding-private-nik = nomor identitas (NIK atau KK): { -everyone-sees }
finding-private-nik-mixed = nomor sepanjang nomor identitas (NIK atau KK): { -everyone-sees }
finding-private-phone = nomor telepon: { -everyone-sees }
finding-private-mobile = nomor HP: { -everyone-sees }
finding-private-account = nomor sepanjang nomor rekening atau telepon: { -everyone-sees }
finding-private-email = alamat surel: { -everyone-sees }
finding-private-address = alamat rumah: { -everyone-sees }
finding-order = teks yang memerintah bot ("{ $words }"): pemilih akan membacanya sebagai kutipan; hapus
finding-hidden = huruf tak terlihat yang menyembunyikan atau membalik teks ({ $code }) dibuang
finding-heading = judul lebih dari { $most } huruf dibaca sebagai teks biasa
finding-furniture = { $count } baris berisi nomor halaman atau tulisan yang berulang di tiap halaman tidak dipakai, misalnya "{ $example }"
finding-contents = { $count } baris daftar isi tidak dipakai, misalnya "{ $example }"
finding-references = { $count } entri daftar pustaka tidak dipakai sebagai jawaban, misalnya "{ $example }": sebutkan sumber dengan source: atau catatan kaki
finding-unused = catatan kaki [^{ $label }] ada, tetapi tidak dipakai kalimat mana pun
finding-html = HTML di dalam Markdown tidak dibaca
finding-number = angka tanpa catatan kaki: "{ $text }"
finding-scripts = berisi skrip atau perintah, yang tidak pernah dijalankan: hanya teksnya yang dibaca
finding-scanned-page = tidak ada teks di halaman ini: hasil pindaian? Kenali teksnya dulu, misalnya dengan ocrmypdf (lihat README)
finding-scanned = tidak dipakai: tidak ada halaman yang berisi teks; kenali teksnya dulu, misalnya dengan ocrmypdf (lihat README)
finding-no-original = tidak ada { $original } di sampingnya: dibaca sebagai dokumen bahasa Inggris tersendiri
finding-aliases-few = belum ada cara bertanya untuk { $labels }: judul bagiannya dipakai sebagai gantinya; tulislah bagaimana orang menanyakannya
finding-aliases = belum ada cara bertanya untuk { $labels }: kumpulan yang tidak lengkap akan menyembunyikan fakta ini, jadi hanya dipakai untuk pencarian kata
finding-short-owner = kalimat pendek untuk "{ $owner }" tidak dipakai: { $count ->
    [0] tidak ada kalimat yang dimaksud
   *[other] { $count } kalimat dimaksud; tulis "label: kata" yang hanya ada di satu kalimat
}
finding-short-long = kalimat pendek "{ $text }" tidak dipakai: paling banyak { $most } kata
finding-short-unsaid = kalimat pendek "{ $text }" tidak dipakai: { $words } tidak ada di kalimatnya

## Kabar untuk tim

name-news = kabar
command-news = Kabar apa yang dikirim kepada saya
news-title = 📮 Kabar untuk Anda
news-choose = Ketuk untuk menyalakan atau mematikan. Kabarnya datang ke obrolan ini.
news-report = Laporan mingguan
news-report-told = Laporan mingguan: angka sepekan, pertanyaan yang belum terjawab, dan yang perlu dilihat. Setiap { $time }.
news-ingest = Dokumen berubah
news-ingest-told = Dokumen berubah: kami tunjukkan rencananya dan bertanya apakah diterbitkan.
news-shared = Jawaban yang saya bagikan berubah
news-shared-told = Jawaban yang saya bagikan berubah: kami beri tahu isinya yang baru.
news-kept = Yang disimpan untuk setiap kabar yang menyala: alamat obrolan ini (ID Telegram Anda), dienkripsi, bahasanya, dan kabar terakhir yang dikirim. Dihapus begitu kabarnya dimatikan, dengan /hapus, kalau peran Anda berakhir, atau pada { $until } kalau /kabar tidak dibuka lagi sampai saat itu.
news-kept-nothing = Belum ada yang menyala, jadi alamat Anda tidak disimpan.
report-title = 📊 Laporan pekan { $days }
report-quiet = Tidak ada pertanyaan pekan ini, dan pekan sebelumnya juga tidak.
report-gaps = Belum terjawab
report-moves = Rilis
report-closed = Masih ditutup
report-closure = { $feature }, sejak { $since }: { $reason }
report-overdue = Perlu ditinjau lagi (review_by sudah lewat)
report-team = Tim: { $count } orang. Berhenti menerima laporan ini: /kabar
report-stats = 📊 Statistik
report-gaps-all = 🔎 Semua celah
watch-changed = 📂 Isi folder dokumen berubah.
watch-broken = 📂 Isi folder dokumen berubah, tetapi belum bisa dipakai. Tidak ada yang berubah bagi pemilih. Yang perlu dibetulkan:
watch-author = Pengawas folder
watch-replaced = Isi folder dokumen berubah lagi, jadi calon rilis ini dibuang. Tidak ada yang berubah bagi pemilih.

## Gambar untuk dibagikan

card-campaign = Bot { $campaign }
card-run-by = Dijalankan oleh { $run_by }; bukan layanan pemerintah
card-check = Cek keasliannya: pindai QR, atau kirim kode ini ke { $address }
card-sources = Sumber
card-more = Selengkapnya: pindai kode QR di bawah
card-poster = Pindai dengan kamera HP. Jawabannya terbuka di Telegram, lengkap dengan sumbernya.

## Dokumen dari obrolan

button-replan = 🔁 Buat rencananya lagi
proposal-changed = { $file } sudah diubah orang lain sejak usulan ini dibuat, jadi tidak ditimpa. Tidak ada yang berubah. Ketuk “Lanjut” sekali lagi di isiannya, atau mulai lagi.
publish-again = Dokumen atau rilis sedang dipakai proses lain. Tunggu sebentar, lalu ketuk sekali lagi.

## Bagikan

button-share = ↗️
button-share-chat = 💬 Kirim ke obrolan
button-share-telegram = ✈️ Teruskan tautan
button-share-whatsapp = 🟢 WhatsApp
button-share-copy = 📋 Salin
button-share-picture = 🖼 Gambar
button-verify = ✅ Cek keasliannya
button-ask-bot = 💬 Tanya bot
share-how = Pilih cara membagikan jawaban ini. Kode { $code } ikut terkirim, supaya siapa pun bisa mengecek keasliannya.
share-quiet = Masa tenang: isi kampanye tidak dibagikan dulu.
share-changed = Jawaban ini sudah berubah sejak dibagikan. Ketik /cek { $code } untuk melihat isinya sekarang.
share-more = Selengkapnya di bot …
share-signature = Dari bot { $campaign }, dijalankan oleh { $run_by }.
share-verify = Cek keasliannya
share-verify-at = Cek keasliannya: { $address }
share-code = Kode: { $code }
inline-open = Buka bot
inline-not-found = Belum ada di dokumen
inline-not-found-told = Dokumen kami belum memuat hal ini. Tanyakan langsung ke bot dengan kata lain.
inline-declined = Tidak dijawab di sini
inline-declined-told = Bot ini menjelaskan isi dokumen program, dan tidak menjawab pertanyaan seperti ini. Alasannya ada di bot.
inline-quiet = Masa tenang
inline-quiet-told = Di masa tenang bot hanya menjawab cara memilih dan aturan pemilihan.
inline-ask = Tulis pertanyaannya
inline-ask-told = Tulis pertanyaan di belakang nama bot, misalnya: syarat beasiswa.
inline-failed = Sedang bermasalah
inline-failed-told = Bot sedang bermasalah. Coba lagi sebentar.
inline-limit = Terlalu cepat
inline-limit-told = Terlalu banyak permintaan. Tunggu sebentar, lalu tulis lagi.
inline-closed = Sedang ditutup
inline-unknown = Kode tidak dikenal
inline-unknown-told = Kode ini bukan dari bot ini. Periksa lagi huruf dan angkanya.
inline-changed = Jawaban ini sudah berubah
inline-changed-told = Jawaban dengan kode ini sudah berubah sejak dibagikan. Lihat isinya sekarang di bot.

## Cek kode

name-cek = cek
command-cek = Cek keaslian jawaban yang dibagikan
button-topic-now = 📖 Topik ini sekarang
check-ask =
    Kirim kodenya, misalnya: /cek diikuti 12 huruf dan angka yang ada di kartu atau pesan.

    Lebih mudah lagi: teruskan atau tempel pesannya ke sini. Kami periksa apakah pesan itu dari bot ini, apakah ada yang diubah, dan apakah masih berlaku.
check-several = Ada lebih dari satu kode di pesan itu. Mohon kirim satu per satu.
verdict-first = Kode { $code } · dibagikan pertama kali { $date }
verdict-original = Jawaban yang asli: { $verdict }
verdict-valid = ✅ Masih berlaku
verdict-valid-why = Jawaban ini dari bot ini, dan masih sama dengan dokumen kami sekarang.
verdict-updated = 🔄 Sudah diperbarui
verdict-updated-why = Jawaban ini dari bot ini, tetapi dokumen kami sudah diperbarui sejak dibagikan. Pakailah yang sekarang.
verdict-gone = ➖ Tidak lagi ada di dokumen
verdict-gone-why = Jawaban ini dari bot ini, tetapi ada isinya yang sudah dihapus dari dokumen kami. Mohon jangan dibagikan lagi.
verdict-withdrawn = ⛔ Ditarik
verdict-withdrawn-why = Jawaban ini dari bot ini, tetapi ada isinya yang kami tarik. Mohon jangan dibagikan lagi.
verdict-foreign = ❌ Bukan dari bot ini
verdict-foreign-why = Bot ini tidak pernah membagikan jawaban dengan kode { $code }, jadi isi yang Anda terima tidak bisa kami benarkan. Tanyakan saja isinya di sini; jawabannya kami kutip dari dokumen.
verdict-mistyped = ❌ Bukan dari bot ini: kodenya tidak cocok
verdict-mistyped-why = “{ $code }” bukan kode dari bot ini. Kalau Anda mengetiknya sendiri, periksa lagi: kode terdiri dari 12 huruf dan angka, mungkin ada yang salah, kurang, atau tertukar. Kalau menyalinnya dari pesan, kodenya mungkin sudah diubah, jadi isi pesan itu tidak bisa kami benarkan.
fate-valid = ✅ Tetap:
fate-same-words = 🔄 Kalimatnya tetap:
fate-before = 🔄 Dulu:
fate-now = 👉 Sekarang:
fate-gone = ➖ Tidak ada lagi:
fate-withdrawn = ⛔ Ditarik { $date }. Alasannya: { $reason }
fate-title = Judul:
fate-kind = Jenis:
fate-sources-before = Sumber dulu:
fate-sources-now = Sumber sekarang:
fate-no-sources = tanpa sumber
pasted-same = ☑️ Kata dan angka di pesan itu sama persis dengan yang kami bagikan.
pasted-part = ✂️ Pesan itu hanya memuat sebagian; kata dan angka yang ada sama dengan yang kami bagikan.
pasted-altered = ⚠️ DIUBAH: pesan itu berbeda dari yang kami bagikan!
pasted-other = ⚠️ Isi pesan itu bukan jawaban kami. Kodenya milik jawaban lain, yang ada di bawah ini.
pasted-original = aslinya
pasted-added = ditambahkan:
pasted-missing = dihilangkan:
pasted-more = … dan { $count } perubahan lain
pasted-around = ⚠️ Di pesan itu ada juga teks yang bukan dari kami: “{ $text }”
form-waits = ⏳ Saya menunggu jawaban Anda. Untuk berhenti, ketik “batal”.
form-asked-back = “{ $text }” tampak seperti pertanyaan. Dijawab dulu, atau itu jawaban untuk isian?
form-taps = Isian Anda masih terbuka dan sekarang menunggu ketukan, jadi “{ $text }” belum dipakai.
form-still-open = ⏳ Isian Anda tadi masih tersimpan. Mau diteruskan?
button-askfirst = 💬 Jawab dulu sebagai pertanyaan
button-asis = ✍️ Itu jawaban saya untuk isian
button-resume = ▶️ Teruskan isian
button-endform = ✖️ Batalkan isian
name-cancel = batal
cancel-nothing = Baik. Tidak ada yang sedang menunggu jawaban Anda.
form-stop = ✖️ Batal
form-stopped = Dibatalkan. Tidak ada yang disimpan atau berubah.
form-stopped-planned = Isiannya dibatalkan. Rencananya sudah dibuat: buang dengan tombol 🗑 di bawah rencana itu. Belum ada yang terbit.
form-gone = Isian ini sudah tidak berlaku: dibatalkan, terlalu lama, atau Anda sudah memulai yang lain. Tidak ada yang berubah.
form-back = ‹ Kembali
form-go = ➡️ Lanjut
form-skip = Lewati
form-unknown = belum diisi
form-check = Ketuk yang mau diubah. “Lanjut” menyiapkan rencananya; belum ada yang terbit sebelum Anda menyetujuinya.
form-now = Sekarang: { $value }
form-needs-text = Tulis jawabannya sebagai teks, atau pilih tombolnya.
form-old-choice = Pilihan itu dari pesan lama. Silakan pilih lagi.
form-too-long = Terlalu panjang; paling banyak { $most } huruf.
form-bad-date = Tanggalnya tidak terbaca. Tulis misalnya 17 April 2025.
form-bad-source = Itu belum lengkap sebagai sumber. Tulis judul, penerbit, tanggal, dan tautan; satu per baris. Paling sedikit judul dan penerbit, atau tautannya.
name-document = dokumen
command-document = Kirim dokumen untuk dijawab bot
doc-how =
    Kirim berkasnya di sini: PDF, DOCX, MD, TXT, atau HTML, paling besar { $size } MB.

    Kami baca dulu isinya, menanyakan judul, program, dan sumbernya, lalu menunjukkan apa yang berubah. Baru terbit kalau Anda setuju. Berkas dengan nama yang sama menggantikan yang lama; salinannya disimpan.

    Menulis satu kalimat saja: /tambah. Mengubah satu kalimat: /ubah.
doc-refused = “{ $name }” tidak bisa dipakai; tidak ada yang disimpan.
doc-not-fetched = Berkasnya gagal diambil dari Telegram. Coba kirim sekali lagi.
doc-one-at-a-time = Satu berkas dulu: selesaikan atau batalkan yang sedang diisi, lalu kirim yang ini lagi.
doc-card = 📄 { $name } · { $statements } kutipan
doc-field-title = Judul
doc-field-program = Program
doc-field-kind = Jenis
doc-field-language = Bahasa
doc-field-date = Tanggal
doc-field-source = Sumber
doc-field-replaces = Menggantikan
doc-ask-title = Apa judul dokumennya? Pilih, atau tulis sendiri.
doc-ask-program = Dokumen ini tentang program apa? Pilih, atau tulis nama program lain.
doc-ask-kind = Isinya apa? Ini selalu ditunjukkan kepada pemilih, supaya janji tidak dikira sudah terlaksana.
doc-ask-language = Dokumennya berbahasa apa?
doc-ask-date = Dokumennya tertanggal kapan? Pilih, atau tulis misalnya 17 April 2025.
doc-ask-source = Dari mana dokumen ini? Kirim judul, penerbit, tanggal, dan tautannya; satu per baris. Yang tidak ada boleh dikosongkan.
doc-ask-replaces = Dokumen baru, atau ganti yang sudah ada? Pilih, atau tulis beberapa kata dari judulnya.
doc-which = Yang mana?
doc-no-such = Tidak ada dokumen dengan kata-kata itu.
doc-new = (dokumen baru)
doc-kind-janji = yang dijanjikan
doc-kind-pelaksanaan = yang sudah dilakukan
doc-kind-pemilu = tentang pemilihan
doc-kind-aturan = peraturan
doc-kind-umum = lainnya
doc-with-twin = Versi Inggris: ikut dikirim
doc-twin-goes = Perhatian: versi Inggris lamanya ({ $twin }) ikut dicabut, karena isinya menurut dokumen lama. Untuk menggantinya, kirim versi Inggris yang baru (nama berakhiran .en.md) sebelum “Lanjut”.
doc-would-break = Belum bisa: dengan perubahan ini dokumen-dokumennya tidak terbaca utuh. Tidak ada yang berubah. Sebabnya:
refused-too-large = Terlalu besar: paling banyak { $size } MB. Pecah atau perkecil berkasnya.
refused-old-office = Berkas Office lama (.doc), atau dikunci dengan sandi. Simpan sebagai .docx tanpa sandi, lalu kirim lagi.
refused-locked = Dikunci dengan sandi. Simpan tanpa sandi, lalu kirim lagi.
refused-macros = Berisi makro (program di dalam dokumen). Simpan sebagai .docx biasa tanpa makro.
refused-scanned = Tidak ada teks di dalamnya, mungkin hasil pindaian. Kirim versi yang teksnya bisa disalin, atau kenali teksnya dulu dengan aplikasi OCR (di komputer: ocrmypdf).
refused-too-much = Isinya terlalu banyak atau terlalu berat untuk dibaca dengan aman. Pecah menjadi beberapa berkas.
refused-unsafe = Susunannya mencurigakan (arsip di dalam arsip, atau jalur yang keluar dari berkas), jadi tidak dibuka. Simpan ulang dari Word atau kirim sebagai PDF.
refused-linked = Sebagian isinya diambil dari tempat lain (misalnya templat dari internet), jadi tidak dibuka. Simpan tanpa tautan itu, atau kirim PDF.
refused-paragraph = Satu paragraf terlalu panjang untuk dikutip ({ $place }). Pisahkan paragraf dengan baris kosong, lalu kirim lagi.
refused-name = Nama berkasnya tidak bisa dipakai. Ganti dengan huruf dan angka biasa, lalu kirim lagi.
refused-wrong-type = Isinya bukan jenis yang bisa dibaca, atau tidak sesuai namanya. Yang bisa: PDF, DOCX, MD, TXT, HTML.
refused-encoding = Teksnya tidak tersimpan sebagai UTF-8. Buka di penyunting teks, simpan dengan pengodean UTF-8. ({ $place })
refused-front = Keterangan di awal berkas (di antara baris ---) tidak bisa dipakai: { $reason } ({ $place })
refused-empty = Kosong: tidak ada kalimat yang bisa dikutip.
refused-unreadable = Rusak atau susunannya terlalu rumit, jadi tidak bisa dibaca. Simpan ulang, lalu kirim lagi.
refused-twin = Versi Inggris tidak cocok dengan aslinya (jumlah kalimat, catatan kaki, dan angka harus sama): { $reason } ({ $place })
refused-footnote = Ada catatan kaki yang tidak beres: { $reason } ({ $place })
refused-title = Judulnya sudah dipakai dokumen lain: { $reason }
refused-other = { $place }: { $reason }
audited-document = dokumen
audited-title = judul
name-link = tautan
command-link = Buat tautan dan poster QR
link-choose = Tautan ke program mana? Ketuk satu, atau ketik kata kunci bagian yang dicari, atau kode jawaban.
link-found = Bagian mana?
link-none = Tidak ada bagian yang cocok. Coba kata lain: /tautan lalu kata kuncinya.
link-caption = { $title }
    { $link }
name-add = tambah
command-add = Tulis satu pernyataan dengan sumbernya
name-edit = ubah
command-edit = Ubah satu pernyataan
say-ask-place = Pernyataannya masuk ke bagian mana? Pilih, atau tulis beberapa kata tentang topiknya untuk mencari.
say-which-place = Masuk ke bagian mana?
say-no-place = Tidak ada bagian yang dekat dengan kata-kata itu.
say-new-section = ➕ Bagian baru di: { $document }
say-ask-heading = Apa judul bagian barunya? Singkat saja, misalnya “Syarat pendaftaran”.
say-ask-englishhead = Judul bagian itu dalam bahasa Inggris? (Dokumen ini punya versi Inggris.)
say-ask-text = Tulis satu kalimat yang bisa dikutip sendiri: lengkap dengan siapa, apa, di mana, dan kapan. Angka harus ada di sumbernya.
say-nothing-said = Itu belum menjelaskan apa-apa, jadi tidak dipakai. Pemilih akan membacanya sendirian: sebutkan siapa, apa, dan bila perlu kapan atau berapa.
say-bad-sentence = Kalimatnya kosong atau terlalu panjang (paling banyak 500 huruf).
say-ask-english = Tulis kalimat itu dalam bahasa Inggris, dengan angka yang sama. Dokumen ini punya versi Inggris.
say-no-english = Lewati: pembaca Inggris mendapat kalimat Indonesianya
say-keep-english = Kalimat Inggrisnya tetap
say-not-translated = (kalimat Indonesianya)
say-ask-source = Sumbernya? Kirim judul, penerbit, tanggal, dan tautan; satu per baris. Atau pilih sumber yang sudah dipakai bagian ini, kalau faktanya sama.
say-ask-newsource = Kirim sumber yang baru: judul, penerbit, tanggal, dan tautan; satu per baris. Setelah itu Anda pilih apakah yang lama tetap ada.
say-which-source = Bagaimana dengan sumber yang sudah ada?
say-source-beside = Tambahkan di samping yang lama
say-source-only = Ganti semua dengan yang ini
say-source-instead = Ganti: { $source }
say-ask-asof = Fakta ini berlaku per kapan? Pilih, atau tulis misalnya 17 Apr 2025.
say-ask-phrasing = Bagaimana orang menanyakannya? Tulis satu pertanyaan per baris; supaya pertanyaan seperti itu menemukan kalimat ini.
say-asked = Pertanyaan dari celah ({ $count }): { $first }
say-ask-which = Kalimat mana yang diubah? Pilih, atau tulis beberapa katanya untuk mencari. Bisa juga: balas jawaban bot dengan /ubah.
say-which-statement = Yang mana?
say-no-statement = Tidak ada kalimat yang dekat dengan kata-kata itu.
say-moved = Kalimat itu sudah berubah atau tidak ada lagi di dokumen (mungkin belum dibaca ulang dengan /ingest). Cari lagi.
say-unchanged = Belum ada yang diubah.
say-card-new = ✍️ Pernyataan baru
say-card-old = ✏️ Ubah pernyataan
say-field-place = Bagian
say-field-heading = Judul bagian
say-field-englishhead = Judul Inggris
say-field-text = Kalimat
say-field-english = Inggris
say-field-source = Sumber
say-field-asof = Per tanggal
say-field-phrasing = Cara bertanya
say-field-which = Pilih yang lain
say-shared = Perhatian: { $count } kalimat lain memakai sumber yang sama; sumbernya ikut berubah di sana.
say-first-note = Kalimat ini punya beberapa catatan kaki; yang diubah di sini yang pertama ({ $label }).
refused-sentence = Itu tidak terbaca sebagai satu kalimat. Tulis satu kalimat biasa, tanpa daftar dan tanda khusus di awal. ({ $place })
refused-formatted = Kalimat ini memuat tautan atau format khusus, jadi hanya bisa diubah langsung di berkasnya. ({ $place })
audited-statement = pernyataan
audited-source = sumber

## Menarik pernyataan

name-withdraw = tarik
command-withdraw = Tarik satu pernyataan, atau pulihkan
withdraw-choose = Pernyataan mana yang ditarik?
withdraw-nothing = Tidak ada pernyataan yang ketemu. Tulis /tarik lalu beberapa kata dari pernyataannya, atau balas jawaban bot dengan /tarik.
withdraw-already = Pernyataan itu sudah ditarik.
withdraw-gone = Pernyataan itu tidak ada lagi di dokumen kami.
withdraw-again = Sudah terlalu lama, atau Anda sudah memulai yang lain. Belum ada yang ditarik; silakan mulai lagi dengan /tarik.
withdraw-why = Kenapa ditarik? Tulis alasannya, atau pilih. Pemilih akan membacanya.
withdraw-reason-changed = data sudah berubah
withdraw-reason-wrong = ada kesalahan
withdraw-reason-unsure = menunggu kepastian
withdraw-sure = Kalau ditarik, bot tidak lagi menyampaikan pernyataan itu, dalam bahasa mana pun. Di bagiannya, pemilih membaca:
withdraw-done = ↩️ Sudah ditarik. Berlaku di mana-mana dalam dua detik, sampai pernyataannya diubah di dokumen atau dipulihkan.
withdraw-cancelled = Batal. Tidak ada yang ditarik.
withdraw-how = Untuk menarik: tulis /tarik lalu beberapa kata dari pernyataannya, atau balas jawaban bot dengan /tarik.
withdrawn-title = ↩️ Yang sedang ditarik
withdrawn-none = Tidak ada.
restore-done = Sudah dipulihkan: bot menyampaikan pernyataan itu lagi.
restore-nothing = Pernyataan itu tidak sedang ditarik.
button-withdraw = ⛔ Tarik sekarang
button-withdrawn = ↩️ Yang sedang ditarik
button-put-back = ↩️ Pulihkan { $number }
button-undo-withdrawal = ↩️ Pulihkan
audit-withdraw = menarik pernyataan
audit-restore = memulihkan pernyataan
audited-section = bagian
audited-withdrawn = alasan ditarik

## Melacak jawaban

name-trace = lacak
command-trace = Kenapa jawabannya begitu
held-traces = jejak pertanyaan untuk /lacak (hilang setelah 15 menit)
trace-none = Tidak ada jejaknya. Yang bisa dilacak: jawaban atas pertanyaan Anda sendiri di obrolan ini, sampai 15 menit setelahnya. Balas jawaban itu dengan /lacak, atau tulis /lacak untuk yang terakhir.
trace-title = 🔍 Kenapa jawabannya begitu
trace-read = Dibaca: { $text }
trace-continued = Lanjutan dari: { $title }
trace-rule = Penentu: { $rule }
trace-evidence = Bukti { $evidence } { $sign } batas { $threshold }
trace-boundary = Contoh tolakan terdekat: { $kind }, { $cosine }
trace-found = Yang ditemukan
trace-scores = { $score } · cos { $cosine } · BM25 { $words }
trace-times = ⏱ { $times }
trace-stage = { $stage } { $count } md
trace-release = 📦 { $release }
stage-understand = baca
stage-embed = vektor
stage-find = cari
stage-boundaries = batasan
stage-compose = susun
reason-people-first = orangnya dulu: yang membutuhkan pertolongan, yang kecewa, nomor pribadi, atau bukan pertanyaan
reason-small-talk = sapaan
reason-boundary = ditolak
reason-absent-topic = topik yang memang tidak dimuat
reason-confirmed = hanya meragukan jawaban sebelumnya, jadi itu dikutip lagi
reason-sources = hanya menanyakan sumber jawaban sebelumnya
reason-contestant = yang dimaksud pasangan lain
reason-continues = menyambung jawaban sebelumnya
reason-new-topic = topik baru
reason-clause = satu bagian kalimat dicari tersendiri
reason-parts = beberapa pertanyaan, dijawab satu-satu
reason-clarify = katanya punya beberapa arti, jadi ditanya balik
reason-refused = buktinya kurang
reason-others = kalimat lain lebih tepat untuk yang diminta
reason-lacking = yang diminta persis tidak dimuat
reason-withdrawn = jawabannya sedang ditarik
reason-quiet = masa tenang
reason-first-line = fakta dalam kutipan menjawabnya
reason-unsettled = ya atau tidaknya belum bisa dipastikan dari dokumen
reason-differs = dokumen menulis lain dari yang ditanyakan
reason-doubted = mungkin tidak persis yang ditanyakan
reason-quoted = buktinya cukup, dikutip
reason-failed = ada bagian program yang gagal

# Ruang relawan dan kuis
name-volunteer = relawan
command-volunteer = Ruang relawan: yang dibagikan, kuis
link-print = Berkas untuk dicetak
button-space = ⬅️ Ruang relawan
button-space-mine = 📈 Yang saya bagikan
button-space-popular = 🔥 Paling ditanyakan
button-space-changes = 🆕 Yang berubah
button-space-quiz = 🎓 Kuis latihan
space-title = 🤝 Ruang relawan
space-opened = Jawaban yang Anda bagikan dibuka lewat tautannya { $week }× dalam 7 hari, { $month }× dalam 30 hari. Yang dihitung hanya jumlahnya; siapa yang membuka tidak kami simpan.
space-none = Belum ada yang Anda bagikan. Tanyakan sesuatu, lalu ketuk ↗️ di bawah jawabannya.
space-score = Skor kuis yang tersimpan: { $right } dari { $asked } benar.
space-hint = Di obrolan mana pun, ketik @{ $bot } lalu pertanyaannya. /tautan membuat poster QR. /kabar memberi tahu kalau jawaban yang Anda bagikan berubah.
mine-title = 📈 Yang Anda bagikan
mine-counted = Yang terbaru di atas. “Dibuka” menghitung semua orang yang mengikuti tautannya, paling lama 90 hari ke belakang. Ketuk untuk membagikan lagi.
mine-times = dibuka { $count }×
popular-title = 🔥 Paling ditanyakan 7 hari ini, siap dibagikan
popular-others = Topik lain, juga siap dibagikan
popular-none = Belum ada pertanyaan yang tercatat 7 hari ini. Ini topik utamanya, siap dibagikan
changes-title = 🆕 Yang berubah di dokumen, { $date }
changes-first = Belum ada pembaruan sejak dokumen pertama diterbitkan.
changes-gone = Versi dokumen sebelumnya sudah tidak disimpan, jadi tidak bisa dibandingkan.
changes-none = Tidak ada isi yang berubah.
changes-count = { $count } topik diperbarui:
changes-changed = { $count } diubah
changes-added = { $count } baru
changes-removed = { $count } dihapus
changes-more = … dan { $count } topik lain.
changes-own = ⚠️ Dari yang Anda bagikan, { $count } jawaban tidak lagi sama dengan dokumen. Ketuk 🔎 untuk melihatnya.
told-title = 🔔 { $count } jawaban yang Anda bagikan berubah
told-more = … dan { $count } lagi: lihat /relawan.
button-see = Lihat
button-share-new = Bagikan yang baru
quiz-number = 🎓 Soal { $number } · skor { $right }/{ $asked }
quiz-gap = Lengkapi kalimat ini:
quiz-right = ✅ Benar: { $answer }
quiz-wrong = ❌ Belum tepat. Yang benar: { $answer }
quiz-score = Skor babak ini: { $right } dari { $asked }
quiz-changed = Dokumennya baru saja berubah, jadi soal itu tidak berlaku lagi.
quiz-none = Belum ada soal yang bisa dibuat dari dokumen.
quiz-ended = 🏁 Selesai: { $right } dari { $asked } benar. Skor hanya disimpan kalau Anda mau: jumlah benar dan jumlah soalnya, paling lama 90 hari.
quiz-all = 🏁 Semua soal sudah terjawab: { $right } dari { $asked } benar. Skor hanya disimpan kalau Anda mau: jumlah benar dan jumlah soalnya, paling lama 90 hari.
quiz-kept = 💾 Tersimpan: { $right } dari { $asked } benar.
quiz-dropped = 🗑 Semua skor Anda sudah dihapus. Babak ini: { $right } dari { $asked } benar.
quiz-total = Skor tersimpan semuanya: { $right } dari { $asked }.
button-quiz-next = Berikutnya ▶️
button-quiz-end = 🏁 Selesai
button-quiz-keep = 💾 Simpan skor
button-quiz-drop = 🗑 Hapus skor
button-quiz-again = 🔁 Babak baru

## Apa yang salah pada sebuah berkas: terjemahan dari en.ftl, yang sama dengan kata-kata pembacanya

fault-broken-front = keterangan di awal berkas (di antara baris ---) rusak: { $cause }
fault-no-title = keterangan di awal berkas tidak memuat "title" (judul)
fault-longer = lebih dari { $most } huruf
fault-key-value = seharusnya baris-baris berbentuk "kunci: nilai"
fault-nested-text = bersarang terlalu dalam
fault-unknown-key = kunci "{ $name }" tidak dikenal; yang dikenal: { $known }
fault-twice = "{ $name }" ditulis dua kali
fault-one-line = "{ $name }" harus teks satu baris
fault-must-be-text = "{ $name }" harus teks; tulis { $form }
fault-one-of = "{ $name }" berisi "{ $value }"; pilihannya: { $known }
fault-link = "{ $name }" harus tautan yang diawali https:// atau http://
fault-unshowable = "{ $name }" memuat huruf yang tidak bisa ditampilkan
fault-date = "{ $name }" berisi "{ $value }"; seharusnya tanggal seperti { $example }
fault-no-front = keterangan di awal berkas tidak ada: awali berkasnya dengan baris { $lines }
fault-no-properties = tidak ada { $file } di sampingnya: buat berkas itu dengan baris "title: …"
fault-no-closing = keterangan di awal berkas tidak ditutup dengan baris ---
fault-label-long = label catatan kaki lebih dari { $most } huruf
fault-heading-empty = judul bagian tanpa teks
fault-heading-form = judul bagian boleh memuat { $form }, bukan "{ $name }"
fault-kind = kind berisi "{ $value }"; pilihannya: { $known }
fault-note-twice = catatan kaki [^{ $label }] ditulis dua kali, pertama di baris { $line }
fault-note-long = catatan kaki [^{ $label }] lebih dari { $most } huruf
fault-note-missing = catatan kaki [^{ $label }] tidak ada isinya di bawah
fault-note-unread = { $text } tidak terbaca sebagai catatan kaki; labelnya tidak boleh memakai spasi
fault-nested = daftar atau kutipan bersarang terlalu dalam
fault-note-empty = catatan kaki [^{ $label }] kosong
fault-note-lines = catatan kaki [^{ $label }]: sesudah "per …", tiap sumber ditulis di baris sendiri
fault-note-source = catatan kaki [^{ $label }] tidak menyebut sumber: tambahkan baris `Judul, Penerbit, 2025-04-17. <alamat>`
fault-too-long = isinya lebih dari { $most } huruf; pecah menjadi beberapa berkas
fault-too-many = isinya lebih dari { $most } kalimat dan judul; pecah menjadi beberapa berkas
fault-many-notes = lebih dari { $most } catatan kaki pada satu kalimat
fault-text = "{ $name }" harus berupa teks
fault-texts = "{ $name }" harus berupa daftar teks
fault-texts-least = "{ $name }" harus berupa daftar teks, paling sedikit { $least }
fault-said = "{ $name }" harus berupa teks, atau { $form }
fault-unknown-entry = "{ $name }" tidak dikenal; berkas ini berisi { $table }
fault-double-brackets = tulis { $table }, dengan kurung siku ganda
fault-toml = bukan TOML yang benar: { $cause }
fault-large-toml = lebih dari { $most } juta huruf; pecah menjadi beberapa berkas
fault-full-stops = baris { $line } memuat lebih dari { $most } titik; pecah
fault-examples = isi "examples", "counter_examples", atau keduanya
fault-named-twice = { $sort } "{ $name }" ditulis dua kali
fault-no-section = tidak ada bagian "{ $name }"
fault-none-meant = tidak ada kalimat yang dimaksud "{ $name }"
fault-no-note = tidak ada kalimat dengan catatan kaki "{ $name }"
fault-two-sections = "{ $word }" memerlukan dua bagian yang bisa dimaksud
fault-cites = "{ $kind }" merujuk "{ $label }", padahal tidak ada kalimat dengan catatan kaki itu
fault-unread = tidak bisa dibaca: { $cause }
fault-same-title = judul "{ $title }" juga dipakai { $other }
fault-no-document = tidak memuat dokumen; jenis yang bisa: { $known }
fault-the-folder = folder dokumen
fault-not-utf8 = bukan teks UTF-8: { $cause }
fault-more = dan { $count } kesalahan lagi
fault-yaml-alone = tidak ada berkas PDF, DOCX, HTML, atau teks { $file } di sampingnya
fault-top = tempatnya di folder dokumen paling atas
fault-unknown-data = berkas data tidak dikenal; yang dikenal: { $known }
fault-earlier-layout = dari susunan lama: { $files }; `{ $command }` memindahkan isinya ke tempat yang sekarang dibaca
fault-unsupported = jenis "{ $ending }" tidak bisa dibaca; yang bisa: { $known }
fault-name-unshowable = namanya memuat huruf yang tidak bisa ditampilkan; ganti namanya
fault-name-holds = namanya memuat "{ $text }"; ganti namanya
fault-leads-out = letaknya keluar dari folder dokumen
fault-deep = terletak lebih dalam dari { $most } folder
fault-name-long = namanya lebih dari { $most } bita; ganti namanya
fault-windows = namanya tidak bisa dipakai di Windows; ganti namanya
fault-name-utf8 = namanya bukan UTF-8; ganti namanya
fault-need-name = yang diperlukan nama saja, tanpa folder; ganti namanya
fault-hidden = berkas tersembunyi dan sementara tidak dibaca; ganti namanya
fault-too-large = lebih dari { $size } MB; pecah, atau naikkan { $setting }
fault-no-file = tautan ke berkas yang tidak ada
fault-link-out = tautan yang keluar dari folder dokumen; taruh berkasnya sendiri di situ
fault-link-out-of-it = tautan yang keluar dari folder dokumen
fault-not-a-file = bukan berkas; tautan ke folder tidak diikuti
fault-not-readable = tidak terbaca sebagai { $format }: ini { $what }
fault-not-readable-why = tidak terbaca sebagai { $format }: { $reason }
fault-fetches = mengambil { $what } dari tempat lain; simpan tanpa tautan itu
fault-what-template = templatnya
fault-what-text-part = sebagian isinya
fault-damaged = rusak, dikunci dengan sandi, atau jenis lain; simpan ulang di Word
fault-unread-damaged = tidak bisa dibaca: rusak, atau isinya tidak sesuai namanya; simpan ulang
fault-pdf-damaged = rusak atau tidak lengkap; buka, lalu simpan atau cetak ulang sebagai PDF
fault-pdf-unpacks = isinya mengembang melebihi yang bisa dibaca; simpan ulang, atau pecah
fault-pages = lebih dari { $most } halaman; pecah menjadi beberapa berkas
fault-paragraph = satu paragraf lebih dari { $most } huruf: pisahkan paragraf dengan baris kosong
fault-name-ends = namanya berakhiran "{ $ending }", tetapi isinya { $what }; simpan sesuai jenisnya dan beri nama yang cocok
fault-what-pdf = berkas PDF
fault-what-zip = arsip ZIP atau berkas Office
fault-what-empty-zip = arsip ZIP kosong
fault-what-old = berkas Office lama, atau yang dikunci dengan sandi
fault-what-rtf = berkas teks RTF
fault-what-archive = arsip
fault-what-program = program
fault-what-picture = gambar
fault-what-film = gambar, suara, atau film
fault-what-database = basis data
fault-what-page = halaman web
fault-what-empty = kosong
fault-what-text = teks
fault-what-unknown = jenis yang tidak dikenal
fault-what-no-word = arsip ZIP, bukan dokumen Word
fault-what-sheet = berkas Excel
fault-what-slides = berkas PowerPoint
fault-what-open = berkas OpenDocument
fault-entries = memuat lebih dari { $most } berkas
fault-part-unpacks = salah satu isinya mengembang lebih dari { $most } MB
fault-unpacks = isinya mengembang lebih dari { $most } MB
fault-pressed = salah satu isinya mengembang lebih dari { $most } kali ukurannya
fault-locked = dikunci dengan sandi; simpan tanpa sandi
fault-encrypted = dikunci dengan cara yang tidak bisa dibaca; simpan tanpa pengaman
fault-inner-path = memuat berkas yang letaknya keluar dari arsip
fault-macros = memuat makro; simpan tanpa makro
fault-for-macros = dibuat untuk makro (.docm); simpan sebagai .docx tanpa makro
fault-it-is = ini { $what }
fault-same-names = memuat dua berkas dengan nama yang sama
fault-archive-within = memuat arsip di dalam arsip
fault-entities = XML di dalamnya memakai entitas, yang tidak pernah dibuat Word
fault-much-text = teksnya terlalu banyak; pecah menjadi beberapa berkas
fault-slow = terlalu lama dibaca: lebih dari { $seconds } detik
fault-memory = perlu lebih dari { $most } MB memori untuk dibaca
fault-crash = membuat pembacanya berhenti mendadak (status { $status })
fault-encoding = bukan { $encoding }: bita ke-{ $byte } adalah { $value }; buka di penyunting teks dan simpan dengan pengodean UTF-8
fault-encoding-utf8 = bukan UTF-8: simpan dengan pengodean UTF-8
fault-zero = bukan berkas teks: memuat bita nol
fault-declared = pengodean "{ $encoding }" yang disebutnya tidak dikenal
fault-twin-english = yang ini harus berbahasa Inggris, sedangkan { $file } tidak boleh
fault-twin-headings = { $file } punya { $count } judul bagian, versi Inggrisnya { $other }
fault-twin-section = bagian "{ $name }" dari { $file }: { $reason }
fault-twin-level = tingkat judulnya tidak sama
fault-twin-statements = di sana { $count } kalimat, di versi Inggrisnya { $other }
fault-twin-notes = { $where } memakai { $labels }, versi Inggrisnya { $others }
fault-twin-numbers = { $where }: angkanya berbeda: di sana { $ours }, di versi Inggrisnya { $theirs }
fault-line-there = baris { $line } di sana
fault-no-footnote = tanpa catatan kaki
fault-nothing = tidak ada
fault-formatted = kalimat ini memuat format khusus; ubah langsung di berkasnya
fault-sentence = tidak terbaca sebagai satu kalimat: "{ $sentence }"
fault-scanned = tidak ada halaman yang berisi teks
fault-removed = akan dihapus
fault-no-json-line = bukan JSON yang benar: { $cause }; tulislah satu soal sebaris, seperti { $example }
fault-no-question = bukan soal; tulislah satu sebaris, seperti { $example }
fault-no-fact = tidak ada kalimat di rilis { $release } dengan "{ $fact }"
fault-text-or-turns = tulis salah satu: "text" atau "turns"
fault-choice = "{ $name }" berisi "{ $value }"; yang dikenal: { $known }
fault-regex = "{ $text }" bukan ekspresi reguler: { $cause }
fault-asked-before = sudah ada di baris { $line }: "{ $question }"
fault-busy = sedang diubah orang lain; coba lagi
fault-utf8 = bukan UTF-8
fault-not-changed = tidak bisa diubah: { $cause }
fault-not-kept = tidak bisa disimpan: { $cause }
fault-source = tidak terbaca sebagai sumber
fault-data-folder = folder data tidak bisa dipakai: { $cause }; tidak ada yang diterbitkan
fault-ended = proses pembuatannya berhenti mendadak (status { $status })
fault-no-proposal = usulan { $id } tidak ada lagi
fault-database = basis data { $url } tidak menjawab: { $cause }
fault-not-written = rilis { $release } tidak bisa ditulis: { $cause }
fault-not-opened = rilis { $release } tidak bisa dibuka ({ $cause }); baca ulang dokumennya
fault-empty = kosong: tidak ada kalimat yang bisa dikutip
fault-unknown-kind = jenis "{ $name }" tidak dikenal; yang dikenal: { $known }
fault-cites-words = "{ $kind }" merujuk "{ $label }", padahal tidak ada kalimat dengan kata-kata itu
fault-heading-one-of = { $name } berisi "{ $value }"; pilihannya: { $known }
fault-summary-note = catatan kaki [^{ $label }] pada "summary" tidak dijelaskan di bawah
fault-summary-bare = "summary" tidak bercatatan kaki: tiap kalimatnya perlu satu, seperti [^label]
fault-twin-language = yang ini harus berbahasa { $name }, sedangkan { $file } tidak boleh
