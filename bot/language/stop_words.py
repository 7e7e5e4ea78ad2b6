"""Words that say nothing about a question's topic, Indonesian and English."""

from __future__ import annotations

INDONESIAN: frozenset[str] = frozenset(
    (
        # asking
        """apa apakah apaan siapa siapakah kapan kapankah bilakah mana manakah dimana kemana darimana berapa
        berapakah bagaimana bagaimanakah gimana mengapa kenapa ngapain masa benarkah betulkah bisakah bolehkah
        adakah haruskah
        """
        # persons and pointing
        """saya aku kami kita kamu anda kalian dia ia beliau mereka nya ku mu ini itu tersebut begini begitu
        segini segitu demikian sini situ sana inilah itulah seseorang sesuatu
        """
        # joining
        """dan atau serta tetapi tapi namun sedangkan melainkan karena sebab maka sehingga supaya agar jika kalau
        bila apabila ketika saat sewaktu selama sambil meskipun walaupun meski walau bahwa yang untuk buat bagi
        guna dari daripada dengan tanpa oleh pada kepada terhadap tentang mengenai soal seputar dalam di ke
        sampai hingga sejak antara selain seperti sebagai secara menurut per via lewat melalui
        """
        # time, degree, negation
        """sudah telah belum akan sedang masih lagi pernah nanti tadi kini sekarang dulu dahulu terus lalu
        kemudian selanjutnya juga pun saja hanya cuma sekadar sangat sekali amat banget lebih paling terlalu
        agak cukup makin semakin semua seluruh segala setiap tiap para sang si tidak tak bukan jangan tanpa ada
        adalah ialah yaitu yakni merupakan menjadi jadi bisa dapat boleh harus perlu mau ingin hendak
        mungkin pasti tentu memang benar betul ya iya oke
        """
        # courtesy and filler
        """tolong mohon coba silakan dong sih deh nih tuh kok kan lah kah toh lho loh yuk ayo ah eh oh hmm wah nah
        halo hai hei min mimin admin kak kakak mas mbak bang abang om pak bapak bu ibu gan bro sis bos guys
        permisi maaf kasih makasih rincian rinciannya tanya bertanya nanya info informasi kasih tahu jelaskan jelasin
        sebutkan ceritakan bilang kata katanya maksud maksudnya dsb dll dst dkk
        """
    ).split()
)

ENGLISH: frozenset[str] = frozenset(
    """a an the this that these those i me my mine we us our ours you your yours he him his she her hers it its
    they them their theirs who whom whose what which when where why how is am are was were be been being do
    does did done doing have has had having can could may might must shall should will would ought there
    here and or but nor if because as until while although though than then so of at by for with without
    about against between into through during before after above below to from up down in out on off over
    under again further once any each few more most other some such no not only own same too very just also
    ever please tell show explain know want need let hi hello hey thanks thank ok okay yes im ive id youre
    hes shes its were theyre dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt
    havent hasnt whats whos wheres whens hows thats theres lets""".split()
)

EITHER = INDONESIAN | ENGLISH

# Written in Indonesian chats too: they don't tell that a text is English.
SHARED: frozenset[str] = frozenset(
    "a am an as do hello hey hi i id in me min no ok okay on or so to up yes thanks".split()
)
