### The program's sentences in English. Keys and placeables ($…) are those of id.ftl.
### Plain text: no HTML here; bold type is put on when a text is shown.


## What kind of content it is, always shown

kind-janji = 📌 Campaign promise
kind-pelaksanaan = ✅ Delivered
kind-pemilu = 🗳 Election
kind-aturan = ⚖️ Rules
kind-umum = ℹ️ General
kind-dated = { $kind } · as of { $date }
kind-dated-janji = { $kind } · { $date }

## Answers

answer-docs-say = This is what the documents say:
first-exactly = { $value }.
first-at-most = At most { $value }.
first-at-most-age = Age at most { $value }.
first-at-most-time = At most { $value }.
first-at-least = At least { $value }.
first-at-least-age = Age at least { $value }.
first-at-least-time = At least { $value }.
first-below = Less than { $value }.
first-above = More than { $value }.
first-about = About { $value }.
first-average = { $value } on average.
first-otherwise = Other sources: { $value }.
first-values = { $values }.
first-promised = Promised:
first-short = { $said }
first-yes-quoted = Yes, as it is written:
first-yes = Yes.
first-yes-age = Yes, as to age.
first-yes-limit = Yes, as to the limit.
first-no = No.
first-not-so = No, not so.
first-depends = It depends. The limits: { $values }.
first-differ = Sources differ: { $values }.
first-sources-differ = Not certain: sources differ.
first-unsettled = The documents do not say it in so many words. Nearest to it:
first-unnamed = { $said }: not named in what is quoted here.
first-compared = Side by side:
first-sum = { $sum } = { $result }.
first-sum-at-most = { $sum } = at most { $result }.
first-rise = Up { $result }: { $sum }.
first-fall = Down { $result }: { $sum }.
answer-nearest = This may not be quite what you asked; it is the nearest that the documents hold:
answer-sources = The same quotes, with their sources:
answer-differs = According to the documents: { $held }, not { $asked }.
answer-twin-missing = This part of the documents exists only in Indonesian; quoted as it is:
answer-both-kinds = The promise and what was delivered are two different things; here are both:
answer-after-vote = The vote was held on { $date }.
answer-before-vote = The vote: { $date }.
answer-more = This answer is long. Read the rest in its section:
latest = Latest
sources-line = Sources: { $sources }
campaign-unnamed = a campaign
run-by-unnamed = the campaign's own team
sources-more = { $source } and others
sources-tap = Sources [1]–[{ $last }]: tap 📄.
not-found = Sorry, our documents don't answer that yet.
clarify = Which one do you mean? Please choose, or write a little more of your question.
not-found-topics = Perhaps you are looking for one of these topics:
not-found-year = On { $said }, our documents do not hold the answer yet. What they hold:
not-found-place = For { $said }, our documents do not hold the answer yet. What they hold:
not-found-level = For { $said }, our documents do not hold the answer yet. What they hold:
not-found-office = Our documents do not name the { $said } yet. What they hold:
not-found-group = Our documents hold nothing for { $said } in particular. What they hold:
not-found-topic = On { $said }, our documents do not hold the answer yet. What they hold:
not-found-facet = On { $said }, our documents do not hold the answer yet. What they hold:
not-found-part = Our documents do not hold this yet: “{ $said }”
documents-changed = Our documents have been updated, and that part is no longer in them. Please choose from the topics there are now.
withdrawn-here = Our team took back { $count } of this section’s statements on { $date }: { $reason }
withdrawn-of = Our team took back { $count } of the statements in “{ $section }” on { $date }: { $reason }
quiet = This is the election's quiet period, so this bot says nothing that amounts to campaigning until { $until } is over. You can still ask how to vote and what the election rules are.
failed = Sorry, something went wrong on our side, so this question has not been answered. Please try again in a moment.
boundary-general = Sorry, that is beyond what this bot can answer. Ask about the programs, and we will quote the documents.
boundary-vote-advice = Whom you vote for is yours to decide, so this bot gives no advice on it. What we can do is explain the programs and the results from the documents, with their sources.
boundary-compare-candidates = This bot does not judge who is better. To compare for yourself, ask one by one, for example for each pair's vision or promises; we quote them from the documents.
boundary-attack-candidate = We do not join in running anyone down. If there is a promise, a figure or a complaint you want to check, name it and we will look in the documents.
boundary-money-for-votes = Votes are not for sale: giving and taking money or goods for a vote can both be punished. If you see it or are offered it, report it to Bawaslu.
boundary-personal-data = This bot does not look up, check or share anyone's personal data, and it does not keep the numbers you send. Please don't send ID or phone numbers here.
boundary-threats-sabotage = We can't help with anything that hurts people or breaks things. If you are angry or have seen a violation, take it to Bawaslu; if someone is in danger, call the police.
boundary-forged-papers = We can't help to forge papers or get around the conditions; that can be a crime, and the aid can be cancelled. Ask about the real conditions: there may be a path that fits you.
boundary-guarantee = This bot cannot guarantee, approve or register anyone. What we can do is show the conditions and how to register, as the documents have them.
boundary-impersonation = I am a bot, so I can't speak or write in the name of a candidate or an official. I can only quote what the documents say they said.
boundary-sara = This bot does not set religions, ethnic groups or races against each other. If you want to know about the programs, just ask.
boundary-steer-bot = I only answer by quoting the documents and their sources; answers can't be dictated, and the bot's inner parts are not shared. Ask about the programs.
boundary-campaign-material = This bot does not write campaign material, praise, mockery or news. What we can give you are quotes from the documents with their sources, to read and judge for yourself.
boundary-own-status = This bot cannot see anyone's application, so we can't check your status. Please look in your own account on the official site; there is no need to send ID or phone numbers here.
boundary-prediction = This bot does not predict or bet on what will happen. What we can quote are results, dates and plans that the documents record.
boundary-personal-advice = For health, legal or personal decisions this bot is not a safe place to ask. Please see a doctor, a legal aid office or someone you trust. About the programs, do ask us.
boundary-abuse = Sorry if our answers let you down. If there is something you want to know about the programs, just write it and we will look in the documents.

## Small talk

people-distress = Thank you for telling. You are not alone. Call somebody you trust now; if danger is near, go to hospital.
people-violence = Thank you for telling. It is not your fault. Go somewhere safe and tell somebody you trust; if danger is near, call the police.
people-victim = We are on your side. Your vote is free and secret; nobody may force you or keep your ID card because of it. This bot records nobody's choice. Keep proof if that is safe, and report it to the election watchdog (Bawaslu).
people-victim-asks = We are on your side: your vote is free and secret, and nobody may force or threaten you because of it.
people-insinuation = Whom you vote for is free and secret. We find no condition of a program in the documents that has to do with anybody's vote: only the written conditions count. Whoever ties help to a vote can be reported.
people-bot-paid = This bot is run by the campaign team named under /start, not by the government. Who pays for it is not written in our documents, so please ask that team directly.
people-bot-run = I am an automatic bot of the campaign team named under /start: no person, no government service, and not neutral by origin. That is why answers are always quotes with their sources, for you to check.
people-bot-keeps = This bot does not record whom you vote for, and keeps no phone or identity numbers. What is kept and for how long: /privacy. To delete all of it: /delete.
people-bot-erases = You can, at any time: type /delete, and all that is kept about you is deleted. What that is: /privacy.
people-bot-errs = Yes. The documents may be mistaken or old, and I may misread a question. That is why every quote comes with its source and date: open it before you believe it, and tap 👎 if it is wrong.
people-critic-money = A fair question. Where money went beyond what is written we can neither confirm nor deny; all that can be shown is what the documents hold.
people-critic-result = A fair question, and the judgement is yours. All that can be shown is what is written in the documents, with what has not started and what is criticised.
people-critic-kin = A fair question. Our documents don't deal with officials' family ties, so this bot can neither confirm nor deny it. The press and the election commission can tell you more.
people-pasted = ⚠️ Don't send identity or phone numbers here, anybody's; please delete that message. This bot doesn't need them.
people-noise = Sorry, that message can't be read as a question. Try it in your own words.

smalltalk-greeting = Hello! 👋 Ask anything about our programs; answers are quoted from the documents, each with its source.
smalltalk-thanks = You're welcome! If there is anything else, just ask.
smalltalk-bye = Goodbye! Come back whenever you have a question.
smalltalk-ok = All right. 👍 If there is anything else, just ask.
smalltalk-who = I am the campaign's own automatic bot, not a person and not a government service. I answer by quoting the campaign's documents with their sources. More: /start
smalltalk-how = Fine, thank you. 😊 I'm a bot, so always ready: what would you like to know about the programs?
smalltalk-help = Just write your question in your own words, for example “who can get it?”, or see all topics in /program. How it works: /help
smalltalk-emoji = 😊 If you have a question, please put it in words.
smalltalk-blank = Yes? Please write your question.

## Buttons

button-sources = 📄 Sources
button-good = 👍
button-bad = 👎
button-topics = 📚 All topics
button-back = ⬅ Back
button-previous = ◀
button-next = ▶
button-read-all = 📖 Read it all
button-private = 💬 Open a private chat
button-yes-delete = 🗑 Yes, delete
button-no-delete = Cancel
button-yes-keep = Yes, keep it
button-no-keep = No
button-old = This button no longer works. Please write your question or open /program.
language-id = Bahasa Indonesia
language-en = English

## Sources

sources-title = 📄 Sources
sources-as-of = as of { $date }
sources-document = Document: { $document }
sources-page = page { $page }
sources-none = That answer quotes no document.

## Verdicts

rated-good = Thank you! 👍
rated-by-team = Verdicts of the team are not counted. If the answer is wrong, an admin can reply to it with /edit or /withdraw.
rated-bad = Thank you, noted.
reason-ask = Thank you for telling us. What is wrong with it?
reason-wrong = It is wrong
reason-incomplete = Incomplete
reason-unclear = Hard to follow
reason-other = Something else
reason-noted = Noted. Thank you!
keep-ask =
    Noted, thank you. May we keep the text of your question, so that the documents can be improved?
    ID numbers, phone numbers and addresses are taken out first; the text is deleted after 90 days.
keep-done = Kept. Thank you, this helps us improve the documents.
keep-declined = All right, the text of your question is not kept. Thank you!

## Programs

programs-title = 📚 Topics
programs-hint = Choose a topic to read what our documents say.
programs-empty = There are no topics to show at the moment.
programs-page = Page { $page } of { $pages }

## Commands

name-start = start
command-start = Start and get to know this bot
name-help = help
command-help = How to ask
name-program = program
command-program = All topics
name-bahasa = language
command-bahasa = Choose a language
name-privasi = privacy
command-privasi = What data is kept
name-hapus = delete
command-hapus = Delete my data
unknown-command = We don't know that command. Try /program for all topics or /help for how to ask, or simply write your question.

unknown-command-nearest = We do not know the command /{ $typed } yet. Did you mean /{ $nearest }?
help-team = Your commands as { $rank }
group-documents = Documents: what voters read
group-releases = Publish, go back, close
group-asked = What voters ask
group-sharing = Sharing and news
group-team = The team
offer-tour = 🧭 A short tour: send one PDF to try
offer-gaps = 🔎 What is not answered yet
offer-stats = 📊 Figures of questions
offer-volunteer = 🤝 Volunteers' space and quiz
offer-link = 🔗 Links and QR posters
offer-news = 📮 News for me
offer-team = 👥 Who is on the team
offer-audit = 📋 Log of the team's actions
offer-label = 🏷 Change my label
name-tour = tour
command-tour = A short tour for admins
tour-title = 🧭 A short tour
tour =
    Send me one PDF, DOCX, or text to try: nothing is published before you tap “✅ Publish”. I read it, ask a little, then show which answers change.

    • Just one sentence: /add. To correct one: reply to my answer with /edit.
    • Something is wrong? /withdraw stops it within two seconds; /releases brings an earlier release back.
    • What voters look for and do not find: /gaps.
    • A wrong step? Type “cancel”, at any time.

    No file at hand? Try the example; nothing is kept.
button-tourtry = ▶️ Try the example
tour-example-name = example-mobile-library.txt
tour-example =
    Mobile library (example)

    Schedule

    The mobile library comes to each district twice a month. Books may be borrowed for 14 days.

    Requirements

    Just show a student card or an identity card.
tour-done = 🏁 That was the example. With your own file, this is where I prepare the plan: which statements and answers change, with a button “✅ Publish”. The example is forgotten; nothing was kept or published. Now send your file.
start-title = Hello! 👋
start =
    This is the automatic bot of { $campaign }, run by { $run_by }. It is the campaign's own and not a government service.

    Ask about the programs in your own words. Every sentence of an answer is quoted from our documents and shows its source [1]; what the documents don't hold is not made up.

    📚 /program: all topics
    💬 /help: how to ask
    🔒 /privacy: what data is kept
start-short = 🇬🇧 The automatic bot of { $campaign }, run by { $run_by }; not a government service. You can ask in English, or choose a language: /language
start-questions = Try one of these questions:
help-title = How to ask
help =
    • Write your question as you would say it.
    • A follow-up can be short, for example “and the requirements?”.
    • A typing error? Edit your message, and the answer changes with it.
    • 📄 shows all sources; 👍 👎 tell us whether the answer helped.
    • Promises (📌) and what was delivered (✅) are always kept apart.
    • In a group, mention @{ $bot } or reply to its message.

    📚 /program: all topics
    ✅ /check: whether a shared answer is real
    🌐 /language: Indonesian or English
    🔒 /privacy: what data is kept
    🗑 /delete: delete your data

    The automatic bot of { $campaign }, run by { $run_by }; not a government service.
language-ask = Which language should this bot answer in?
language-chosen = All right, from now on we answer in English.
privacy-title = 🔒 Your data
privacy =
    This bot is run by { $run_by } and follows Indonesia's Personal Data Protection Law (UU 27/2022). What is kept about you:

    • A random-looking code in place of your Telegram account. Your name, phone number and Telegram ID are not kept.
    • The language you chose, so that answers come in it; until you delete it.
    • Your 👍 👎 and the reasons, to improve the documents; until you delete them.
    • The text of a question only if the documents don't answer it, or if you agree after a 👎; so that the documents can be completed. ID numbers, phone numbers, e-mail addresses, names and addresses are taken out first. Deleted after 90 days.
    • The part of the documents we spoke about last and the message's number, so that “and the requirements?” and a question you edit make sense; 15 minutes, in memory only.
    • If you join the team by an invitation: your rank and the label you choose, until you delete them or are dismissed; which answers you share, for 90 days; and a record of what you do on the team, under that label, for good.

    The data is not sold and not used to send you messages; except to members of the team who turn on news with /news, invite as an owner, or are preparing a release: for that their Telegram ID is kept, encrypted, until they turn it off or the release is ready. The conversation itself stands in Telegram, under Telegram's rules.

    See and delete all of it: /delete

## Deleting data

delete-ask = What we hold about you now:
delete-sure = Delete all of it?
delete-done = Deleted.
delete-before = Before:
delete-after = Now:
delete-cancelled = All right, nothing was deleted.
held-line = • { $sort }: { $count }
held-preferences = choice of language
held-feedback = verdicts 👍 👎
held-unanswered = unanswered questions
held-memory = memory of the conversation

## What can't be read, groups, limits

unreadable-voice = Sorry, we can't listen to voice messages yet. Could you write your question?
unreadable-photo = Thank you, but we can't look at pictures and videos yet. Please write your question.
unreadable-document = Sorry, we can't read files yet. Please write your question.
unreadable-sticker = 😊 A nice sticker, but we can only read text. Is there anything you would like to ask?
unreadable-location = Thank you, but we neither read nor keep locations. Just name the place in your question.
unreadable-other = Sorry, we can only read text. Please write your question.
group-private = In a group, this is better opened in a private chat with the bot.
limit-reached = That was fast! 😊 So that everybody gets a turn, please wait a moment and send it again.

## The team

name-invite = invite
command-invite = Invite to the team
name-team = team
command-team = Who is on the team
name-dismiss = dismiss
command-dismiss = Dismiss a member
name-close = close
command-close = Close the bot or one feature
name-open = open
command-open = Open it again
name-audit = audit
command-audit = What the team has done
name-label = label
command-label = Change my label
rank-owner = owner
rank-admin = admin
rank-reviewer = reviewer
rank-volunteer = volunteer
rank-admin-may = to change documents, publish, and close and open the bot
rank-reviewer-may = to see and deal with unanswered questions, and to see figures
rank-volunteer-may = sharing answers with their sources, and practising with a quiz
button-label = Use the label “{ $label }”
button-revoke = Revoke this invitation
button-join-yes = Yes, join
button-join-again = Another label
button-join-not = No, thank you
button-dismiss = Yes, dismiss
button-open = Open { $feature }
invite-choose = Invite as what?
invite-usage = Write the rank, then if you like how many people (1–{ $uses }) and how many days (1–{ $days }), for example: /invite volunteer 10 7. Ranks: admin, reviewer, volunteer.
invite-link =
    Invitation for { $rank }:
    { $link }

    It can be used { $uses } time(s), until { $until }. Whoever has this link can join, so send it only to those meant.
invite-volunteers-only = You can invite volunteers: /invite volunteer. Owners invite to the other roles.
invite-told = I will tell you here as soon as somebody joins; turn that off with /news.
joined-told = 👋 { $label } has joined the team as { $rank }.
button-dismiss-joined = 🚪 The wrong person? Dismiss
news-joined = New members
news-joined-told = New members: who has joined, and in which role.
releases-published = Published { $moment } by { $label }.
releases-changed-statement = Changed: “{ $text }”
releases-new-statement = Added: “{ $text }”
releases-new-document = Document: { $text }
releases-statements = Statements: { $before } → { $now }
invite-revoked = That invitation is revoked; its link can't be used any more.
invite-gone = That invitation had already ended.
join-closed = Sorry, this invitation link can't be used. Please ask whoever gave it to you for a new one.
join-needless = You are on the team as { $rank } already, so you don't need this link. It has not been used up.
join-read =
    You are invited to the team of { $campaign }'s bot, run by { $run_by }, as { $rank }. It allows you { $may }.

    What is kept if you join: a random-looking code in place of your Telegram account, your rank, the label you choose, which answers you share (90 days), and a record of what you do on the team (what, when). Your account's name, phone number and Telegram ID are not kept. The bot's owners see your label. You can leave with /delete; the record stays.

    Choose a label, or write your own (at most { $most } letters):
join-label = Choose a label, or write your own (at most { $most } letters):
join-sure = Join as { $rank } with the label “{ $label }”?
join-done = Welcome to the team, { $label }! You are now { $rank }. Your commands are in the “/” menu and in /help. Begin here:
join-declined = All right, nothing was kept. The link stays good as long as it isn't used.
join-again = It has been a while. Please open the invitation link once more.
label-ask = Your label now is “{ $label }”. Write the new one (at most { $most } letters):
label-done = Your label now is “{ $label }”.
label-bad = That label can't be used. Write at most { $most } letters, without numbers, addresses or account names.
team-title = 👥 The team ({ $count })
dismiss-choose = Who is to be dismissed?
dismiss-nobody = There is nobody on the team but owners, and those are changed in the file config.toml only.
dismiss-sure = Dismiss { $label } ({ $rank }) from the team?
dismiss-done = { $label } ({ $rank }) is dismissed and can't use the team's commands any more.
dismiss-gone = That person is not on the team any more.
dismiss-cancelled = All right, nobody was dismissed.
delete-owner = You are an { $rank }: your label goes as well, but that you are one stands in the file config.toml. The record of what you did stays, and can't be tied to other data any more.
delete-member = You are on the team as { $rank }: deleting your data also ends your membership of the team. The record of what you did (a random-looking code and your label) stays, and can't be tied to other data any more.
held-members = membership of the team
held-sharers = answers you have shared
held-addresses = address for news to you
held-scores = practice quiz scores (rounds)
feature-all = everything
feature-questions = questions
feature-menu = the menu of topics
feature-sharing = shared links
close-choose = What is to be closed? Or at once: /close [all|questions|menu|sharing] reason
close-reason = Write why { $feature } is closed; voters will read it.
close-default-reason = we are repairing something
close-done = Closed: { $feature }. What voters read as the reason: { $reason }
open-choose = What is to be opened?
open-nothing = Nothing is closed there.
open-done = Open again: { $feature }.
closed-all = Our team has closed this bot for the moment. The reason: { $reason }. Please come back later; /help, /privacy and /delete still work.
closed-questions = For the moment this bot answers no questions. The reason: { $reason }. Please come back later.
closed-menu = The menu of topics is closed for the moment. The reason: { $reason }. Please come back later.
closed-sharing = Links and sharing are closed for the moment. The reason: { $reason }. Please come back later.
audit-title = 📋 What was done
audit-empty = There is nothing yet.
audit-shell = the server's terminal
audit-invite = invited
audit-revoke = revoked an invitation
audit-join = joined
audit-leave = left
audit-dismiss = dismissed
audit-label = changed their label
audit-close = closed
audit-open = opened
audit-publish = published
audited-rank = rank
audited-label = label
audited-uses = people
audited-expires = until
audited-feature = feature
audited-closed = reason
audited-reason = reason
audited-release = release

name-stats = stats
command-stats = Figures about the questions
stats-title = Figures { $days }
stats-questions = Questions: { $count } (period before { $trend })
stats-outcomes = Outcomes: { $items }
stats-topics = Top topics: { $items }
stats-languages = Languages: { $items }
stats-latency = Time to answer: { $times }
stats-verdicts = Verdicts: 👍 { $good } · 👎 { $bad }
stats-none = none yet
stats-milliseconds = { $count } ms
stats-seconds = { $count } s
stats-answered = answered
stats-missed = not in the documents
stats-others = other
stats-good = good
stats-bad = bad
stats-chart-days = Questions a day
stats-chart-outcomes = Outcomes
stats-chart-topics = Top topics
stats-chart-languages = Languages
stats-half = half of the questions
stats-most = 95% of the questions
stats-chart-latency = Answered within (ms)
stats-chart-verdicts = Verdicts a day
stats-language-id = Indonesian
stats-language-en = English
stats-days = { $days } days
outcome-quoted = answered with quotes
outcome-written = written by a model
outcome-clarify = asked back
outcome-not-found = not in the documents
outcome-declined = declined
outcome-quiet = quiet period
outcome-small-talk = small talk
outcome-failed = failed

name-gaps = gaps
command-gaps = Questions without an answer
gaps-title = Gaps of the last { $days } days
gaps-none = No question went without an answer in this time.
gaps-count = { $count }× (before: { $trend })
gaps-like = for example: { $texts }
gaps-disliked = 👎 { $count }
gaps-withdrawn = ↩️ its answer is taken back (/withdraw)
gaps-dealt-title = Dealt with
gaps-answered = ✓ answered now: { $question }
gaps-open = … still open: { $question }
gaps-chart = 📊 Chart
gaps-chart-title = Most often asked in vain
gaps-chart-now = this period
gaps-chart-before = period before
gaps-gone = This gap is gone. Open /gaps again.
gaps-button-alias = 🔗 Lead to a fact/section
gaps-button-statement = ✍️ Write a statement
gaps-button-topic = 🚫 Out of scope
gaps-button-similar = 🔎 Show similar
gaps-button-back = ‹ All gaps
gaps-choose-place = Where shall this question lead? The nearest in the documents:
gaps-no-place = Nothing in the documents is near.
gaps-aliased = Phrasings added to phrasings.toml for “{ $place }”: { $count }. { $then }
gaps-written = Noted: a sentence has to be written. An admin writes it with /add, or with its source in a document of the knowledge folder. This gap is ticked off (✓) once it is answered.
gaps-where = Write one sentence: where should people ask instead? Voters will read it.
gaps-ruled-out = Phrasings added to absent.toml: { $count }. { $then }
gaps-planned = Voters notice once its plan is published.
gaps-waits = It counts once an admin has the documents read again: /ingest, or python ingest.py on the server.
gaps-nothing-added = Nothing was added: these phrasings stand there already, or hold personal data that was removed.
gaps-failed = The file can't be changed: { $reason }
audit-gap-alias = led a gap to a place
audit-gap-topic = ruled a gap out of scope
audit-gap-statement = will write a statement for a gap
audited-place = place

name-ingest = ingest
command-ingest = Read the documents again, see the plan, publish
name-releases = releases
command-releases = List releases, and go back to an earlier one
button-publish = ✅ Publish
button-whypublish = ⚠️ Publish with a reason
button-discard = 🗑 Discard
button-rollback = Yes, go back to it
button-back-to = ↩️ { $moment }
ingest-started = Preparing a candidate …
ingest-busy = { $label } is preparing a release. Wait until that has ended, then try again.
ingest-elsewhere = Another process is preparing a release (on a terminal of the server, or by itself as the folder has changed). Wait until that has ended, then try again.
ingest-failed = No candidate was made. Nothing has changed for voters. The reason:
ingest-step = Preparing a candidate: { $stage } of { $last } · { $step } …
ingest-step-left = Preparing a candidate: { $stage } of { $last } · { $step } · { $left } left
ingest-left-seconds = { $count } s
ingest-left-minutes = { $count } min
ingest-step-skipped = Preparing a candidate: { $stage } of { $last } · { $step }: known from before, skipped
ingest-read = reading the documents
ingest-load = loading the model
ingest-embed = computing vectors
ingest-write = writing the release
ingest-gauge = learning when to say that it is not known
ingest-exam = sitting the exam
ingest-compare = asking the live release the same
ingest-done = The candidate has been examined. The plan is below.
ingest-cut = The bot was restarted before this candidate was ready, so none was made. Nothing has changed for voters. To try again: /ingest
ingest-cut-waits = The bot was restarted before the plan could be shown. The candidate is ready and waits in /releases. To see its plan: /ingest
ingest-stopped = No candidate was made.
plan-title = 📦 Plan
plan-documents = Documents: { $added } new, { $changed } changed, { $removed } removed
plan-statements = Statements: { $added } new, { $changed } changed, { $removed } removed
plan-answers = Answers of the exam that change ({ $count })
plan-broken = Right before, wrong now ({ $count })
plan-shared = Shared answers that will change ({ $count })
plan-opened = { $code }, opened { $count }×:
plan-missed = Below the mark ({ $count })
plan-warnings = To look at ({ $count })
plan-elsewhere = The documents say the same. What has changed lies outside them: phrasings, names or boundaries (.toml files), or the program itself.
plan-more = … and { $count } more
plan-before = before
plan-now = now
plan-nothing = Nothing has changed; the live release is what the documents say.
plan-passed = This candidate may be published.
plan-failed = This candidate does not pass the exam.
plan-no-exam = There are no exam questions, so no exam was sat.
plan-score = Exam: { $right } of { $total } right.
plan-score-beside = Exam: { $right } of { $total } right; the live release { $live }.
publish-why = Write why it is to be published although it does not pass the exam. The reason is kept in /audit.
publish-done = Published: release { $release }. Voters are now answered from it. If something is wrong: /releases
discard-done = The candidate is discarded. Nothing has changed.
candidate-gone = That candidate can't be used any more: it is older than a day, or another release has become live.
candidate-published = That candidate was published by { $label } ({ $moment }).
candidate-discarded = That candidate was discarded by { $label } ({ $moment }).
candidate-moved = That candidate can't be used any more: { $label } has made another release live ({ $moment }).
candidate-again = To make a new one: /ingest
candidate-kept = Your proposal is not lost: its plan is being made again from the documents as they are now.
candidate-later = Your proposal is kept until tomorrow. Tap this once the other one is done:
proposal-over = That proposal is over: somebody else has changed or removed what it was to change, it is published, or a day has passed. Nothing is missing from the documents. Start again with /edit, /add, or send the file.
audit-discard = discarded a candidate
releases-title = 🗂 Releases
releases-none = There is no release yet.
releases-counts = { $documents } documents, { $statements } statements
releases-exam = exam { $right }/{ $total }
releases-unusable = can't be used
releases-waiting = waits to be published
rollback-sure = Go back to the release of { $moment }? Voters are answered from it at once. The documents' files don't change.
rollback-done = Release { $release } is live again. The documents' files have not changed: the next /ingest prepares a release of what they hold.
rollback-failed = That release is live already, gone, or can't be used. Nothing has changed; see /releases.
audit-rollback = went back to an earlier release
audited-broken = wrong now
audited-missed = below the mark

# What a plan warns of: findings in the documents, each beside its file and line.
finding-page = { $file }, page { $page }
finding-overdue = to be reviewed by { $date }: see whether it still holds, then set a new review_by
finding-lagging = { $where } was changed since release { $release }, "{ $quote }" was not: translate it anew
finding-undated = footnote [^{ $label }] has no date: begin it with "per" and a day, month or year
finding-unlinked = footnote [^{ $label }] has no link for "{ $title }": add <https://…> at its end
finding-no-source = no source for what it says: add the line source: "Title, Publisher, 2025-04-17. <https://…>" to { $where }
finding-long = { $count } characters are long for a quote: "{ $start }…"; split it
finding-leaning = "{ $start }" is quoted alone: say who or what "{ $words }" is instead
finding-more = and { $count } more of the same
finding-contradiction = "{ $quote }" gives { $mine }, but { $where } gives { $theirs }: "{ $other }"; correct one of them, or say in the sentence when each number holds or who gives it
finding-repeated = "{ $quote }" says nearly the same as { $where }: keep the better one of the two
-everyone-sees = everyone who asks would see it; take it out unless it is an office's
finding-private-nik = an identity number (NIK or KK): { -everyone-sees }
finding-private-nik-mixed = a number as long as an identity number (NIK or KK): { -everyone-sees }
finding-private-phone = a phone number: { -everyone-sees }
finding-private-mobile = a mobile number: { -everyone-sees }
finding-private-account = a number as long as that of an account or a phone: { -everyone-sees }
finding-private-email = an e-mail address: { -everyone-sees }
finding-private-address = an address: { -everyone-sees }
finding-order = a text that gives the bot orders ("{ $words }"): voters would be quoted it; take it out
finding-hidden = a character that hides text or turns it round ({ $code }) is left out
finding-heading = a heading of more than { $most } characters is read as text
finding-furniture = { $count } lines that number the pages or are printed on each of them are left out, such as "{ $example }"
finding-contents = { $count } lines of a table of contents are left out, such as "{ $example }"
finding-references = { $count } entries of a list of sources are left out, such as "{ $example }": name a source with source: or in a footnote
finding-unused = footnote [^{ $label }] is defined, but no statement carries it
finding-html = HTML inside Markdown is not read
finding-number = a number without a footnote: "{ $text }"
finding-scripts = holds scripts or commands, which are never run: only its text is read
finding-scanned-page = no text on this page: scanned? Recognise its text first, such as with ocrmypdf (see README)
finding-scanned = left out: no page of it has text; recognise its text first, such as with ocrmypdf (see README)
finding-no-original = no { $original } beside it: read as an English document of its own
finding-aliases-few = no phrasings for { $labels }: the headings of their sections stand in; write down how people ask for them
finding-aliases = no phrasings for { $labels }: a partial set would hide these facts, so it serves keyword search only
finding-short-owner = the short form for "{ $owner }" is not used: { $count ->
    [0] no sentence is meant
   *[other] { $count } sentences are meant; write "label: words" that one alone holds
}
finding-short-long = the short form "{ $text }" is not used: at most { $most } words
finding-short-unsaid = the short form "{ $text }" is not used: its sentence does not say { $words }

## News for the team

name-news = news
command-news = What news is sent to me
news-title = 📮 News for you
news-choose = Tap to turn it on or off. The news comes to this chat.
news-report = Weekly report
news-report-told = Weekly report: a week's figures, questions without an answer, and what needs a look. Every { $time }.
news-ingest = The documents change
news-ingest-told = The documents change: we show you the plan and ask whether to publish it.
news-shared = Answers I shared change
news-shared-told = Answers I shared change: we tell you what they say now.
news-kept = Kept for each that is on: the address of this chat (your Telegram ID), encrypted, its language, and what was sent last. Deleted as soon as you turn it off, with /delete, when your rank ends, or on { $until } if /news is not opened again by then.
news-kept-nothing = Nothing is on, so your address is not kept.
report-title = 📊 Report of the week { $days }
report-quiet = Nobody asked anything this week, nor the week before.
report-gaps = Without an answer
report-moves = Releases
report-closed = Still closed
report-closure = { $feature }, since { $since }: { $reason }
report-overdue = To be reviewed again (past review_by)
report-team = Team: { $count } people. To stop getting this report: /news
report-stats = 📊 Figures
report-gaps-all = 🔎 All gaps
watch-changed = 📂 What the documents' folder holds has changed.
watch-broken = 📂 What the documents' folder holds has changed, but can't be used yet. Nothing has changed for voters. To be put right:
watch-author = Folder watch
watch-replaced = The documents' folder has changed once more, so this candidate was discarded. Nothing has changed for voters.

## Pictures to share

card-campaign = Bot of { $campaign }
card-run-by = Run by { $run_by }; not a government service
card-check = Check that it is genuine: scan the QR code, or send this code to { $address }
card-sources = Sources
card-more = The rest: scan the QR code below
card-poster = Scan with your phone's camera. The answer opens in Telegram, with its sources.

## Documents from chat

button-replan = 🔁 Make the plan again
proposal-changed = Somebody else has changed { $file } since this was prepared, so it is not overwritten. Nothing has changed. Tap “Continue” once more below what you filled in, or begin again.
publish-again = Another process is using the documents or the releases. Wait a moment, then tap once more.

## Sharing

button-share = ↗️
button-share-chat = 💬 Send to a chat
button-share-telegram = ✈️ Forward the link
button-share-whatsapp = 🟢 WhatsApp
button-share-copy = 📋 Copy
button-share-picture = 🖼 Picture
button-verify = ✅ Verify
button-ask-bot = 💬 Ask the bot
share-how = Choose how to share this answer. The code { $code } goes with it, so that anyone can verify it.
share-quiet = Quiet period: campaign content is not shared now.
share-changed = This answer has changed since it was shared. Type /check { $code } to see what it says now.
share-more = More in the bot …
share-signature = From the bot of { $campaign }, run by { $run_by }.
share-verify = Verify it
share-verify-at = Verify it: { $address }
share-code = Code: { $code }
inline-open = Open the bot
inline-not-found = Not in the documents yet
inline-not-found-told = Our documents do not hold this yet. Ask the bot itself in other words.
inline-declined = Not answered here
inline-declined-told = This bot explains what the program documents say, and does not answer questions like this one. The bot says why.
inline-quiet = Quiet period
inline-quiet-told = In the quiet period the bot only tells how to vote and what the rules are.
inline-ask = Write the question
inline-ask-told = Write a question behind the bot's name, for example: scholarship requirements.
inline-failed = Something failed
inline-failed-told = Something failed on our side. Please try again in a moment.
inline-limit = Too fast
inline-limit-told = Too many requests. Wait a moment, then write again.
inline-closed = Closed for the moment
inline-unknown = Unknown code
inline-unknown-told = This code is not from this bot. Please check its letters and digits.
inline-changed = This answer has changed
inline-changed-told = The answer of this code has changed since it was shared. See what it says now in the bot.

## Checking codes

name-cek = check
command-cek = Check whether a shared answer is real
button-topic-now = 📖 This topic now
check-ask =
    Send the code: /check followed by the 12 letters and digits on the card or message.

    Easier still: forward or paste the message here. We check whether it is from this bot, whether anything was altered, and whether it still holds.
check-several = There is more than one code in that message. Please send them one at a time.
verdict-first = Code { $code } · first shared { $date }
verdict-original = The real answer: { $verdict }
verdict-valid = ✅ Still valid
verdict-valid-why = This answer is from this bot, and our documents still say the same.
verdict-updated = 🔄 Updated since
verdict-updated-why = This answer is from this bot, but our documents have been updated since it was shared. Please use what they say now.
verdict-gone = ➖ No longer in the documents
verdict-gone-why = This answer is from this bot, but something in it has been removed from our documents. Please don't share it any more.
verdict-withdrawn = ⛔ Withdrawn
verdict-withdrawn-why = This answer is from this bot, but we have withdrawn something in it. Please don't share it any more.
verdict-foreign = ❌ Not from this bot
verdict-foreign-why = This bot never shared an answer with the code { $code }, so we can't confirm what you received. Just ask about it here; answers are quoted from our documents.
verdict-mistyped = ❌ Not from this bot: that code does not fit
verdict-mistyped-why = “{ $code }” is not a code of this bot. If you typed it yourself, check it once more: a code has 12 letters and digits, and one may be wrong, missing or out of place. If you copied it from a message, the code may have been altered, so we can't confirm what that message says.
fate-valid = ✅ Unchanged:
fate-same-words = 🔄 Same words:
fate-before = 🔄 Before:
fate-now = 👉 Now:
fate-gone = ➖ No longer there:
fate-withdrawn = ⛔ Withdrawn { $date }. Reason: { $reason }
fate-title = Heading:
fate-kind = Kind:
fate-sources-before = Sources before:
fate-sources-now = Sources now:
fate-no-sources = no source
pasted-same = ☑️ The words and numbers in that message are exactly those that we shared.
pasted-part = ✂️ That message holds only a part; its words and numbers are those that we shared.
pasted-altered = ⚠️ ALTERED: that message differs from what we shared!
pasted-other = ⚠️ What that message says is not our answer. Its code belongs to another one, shown below.
pasted-original = originally
pasted-added = added:
pasted-missing = left out:
pasted-more = … and { $count } more changes
pasted-around = ⚠️ That message also holds text that is not from us: “{ $text }”
form-waits = ⏳ I am waiting for your answer. To stop, type “cancel”.
form-asked-back = “{ $text }” looks like a question. Shall I answer it first, or is it what you want to fill in?
form-taps = Your form is still open and is waiting for a tap, so “{ $text }” was not used.
form-still-open = ⏳ Your form from before is still here. Go on with it?
button-askfirst = 💬 Answer it first
button-asis = ✍️ It is what I fill in
button-resume = ▶️ Go on with the form
button-endform = ✖️ Cancel the form
name-cancel = cancel
cancel-nothing = All right. Nothing is waiting for an answer of yours.
form-stop = ✖️ Cancel
form-stopped = Cancelled. Nothing was kept or changed.
form-stopped-planned = The form is cancelled. Its plan has been made: discard it with the button 🗑 below the plan. Nothing is published yet.
form-gone = This form is no longer open: it was cancelled, took too long, or you have begun another one. Nothing has changed.
form-back = ‹ Back
form-go = ➡️ Continue
form-skip = Skip
form-unknown = not given
form-check = Tap what you want to change. “Continue” prepares the plan; nothing is published before you agree to it.
form-now = Now: { $value }
form-needs-text = Write the answer as a text, or choose a button.
form-old-choice = That choice is from an old message. Please choose again.
form-too-long = Too long; at most { $most } letters.
form-bad-date = The date can't be read. Write for example 17 April 2025.
form-bad-source = That is not complete as a source. Write title, publisher, date and link; one a line. At least title and publisher, or the link.
name-document = document
command-document = Send a document for the bot to answer from
doc-how =
    Send the file here: PDF, DOCX, MD, TXT or HTML, { $size } MB at most.

    We read it first, ask for its title, program and source, then show what would change. It is published only if you agree. A file with the name of another replaces it; a copy is kept.

    To write a single sentence: /add. To change one: /edit.
doc-refused = “{ $name }” can't be used; nothing was kept.
doc-not-fetched = The file could not be fetched from Telegram. Please send it once more.
doc-one-at-a-time = One file at a time: finish or cancel the one you are filling in, then send this one again.
doc-card = 📄 { $name } · { $statements } quotes
doc-field-title = Title
doc-field-program = Program
doc-field-kind = Kind
doc-field-language = Language
doc-field-date = Date
doc-field-source = Source
doc-field-replaces = Replaces
doc-ask-title = What is the document's title? Choose, or write your own.
doc-ask-program = Which program is the document about? Choose, or write the name of another program.
doc-ask-kind = What is in it? Voters always see this, so that a promise is not taken for something done.
doc-ask-language = Which language is it in?
doc-ask-date = What is the document's date? Choose, or write for example 17 April 2025.
doc-ask-source = Where is this document from? Send title, publisher, date and link; one a line. Leave out what there isn't.
doc-ask-replaces = A new document, or in place of another? Choose, or write a few words of its title.
doc-which = Which one?
doc-no-such = There is no document with these words.
doc-new = (a new document)
doc-kind-janji = what was promised
doc-kind-pelaksanaan = what was done
doc-kind-pemilu = about the election
doc-kind-aturan = regulations
doc-kind-umum = anything else
doc-with-twin = English version: sent along
doc-twin-goes = Note: its old English version ({ $twin }) goes too, as it says what the old document said. To replace it, send the new English version (its name ends in .en.md) before “Continue”.
doc-would-break = Not yet: with this change the documents could not be read as a whole. Nothing has changed. Because:
refused-too-large = Too large: { $size } MB at most. Split the file or make it smaller.
refused-old-office = An old Office file (.doc), or protected by a password. Save it as .docx without one and send it again.
refused-locked = Protected by a password. Save it without one and send it again.
refused-macros = It holds macros (programs inside the document). Save it as an ordinary .docx without macros.
refused-scanned = There is no text in it; it may be a scan. Send a version whose text can be copied, or recognise its text first with an OCR app (on a computer: ocrmypdf).
refused-too-much = It holds too much, or is too heavy, to be read safely. Split it into several files.
refused-unsafe = It is built in a suspicious way (an archive within the archive, or a path that leads out of it), so it is not opened. Save it anew from Word, or send a PDF.
refused-linked = It fetches a part of itself from elsewhere (such as a template from the internet), so it is not opened. Save it without that link, or send a PDF.
refused-paragraph = One paragraph is much too long to be quoted ({ $place }). Separate paragraphs by blank lines and send it again.
refused-name = The file's name can't be used. Rename it with plain letters and digits and send it again.
refused-wrong-type = This is no type that can be read, or not what its name says. Readable are PDF, DOCX, MD, TXT, HTML.
refused-encoding = The text is not saved as UTF-8. Open it in a text editor and save it with the encoding UTF-8. ({ $place })
refused-front = What the file says of itself at its beginning (between the lines ---) can't be used: { $reason } ({ $place })
refused-empty = Empty: there is no sentence in it to quote.
refused-unreadable = Damaged, or built too intricately to be read. Save it anew and send it again.
refused-twin = The English version does not match its original (sentences, footnotes and numbers must be the same): { $reason } ({ $place })
refused-footnote = Something is wrong with a footnote: { $reason } ({ $place })
refused-title = The title is already that of another document: { $reason }
refused-other = { $place }: { $reason }
audited-document = document
audited-title = title
name-link = link
command-link = Make a link and a QR poster
link-choose = A link to which program? Tap one, or type a few words of the section you look for, or the code of an answer.
link-found = Which section?
link-none = No section fits. Try other words: /link and the words.
link-caption = { $title }
    { $link }
name-add = add
command-add = Write one statement with its source
name-edit = edit
command-edit = Change one statement
say-ask-place = Which section does the statement belong to? Choose, or write a few words on its subject to search.
say-which-place = Which section?
say-no-place = No section is near to these words.
say-new-section = ➕ New section in: { $document }
say-ask-heading = What is the heading of the new section? Short, for example “How to register”.
say-ask-englishhead = The same heading in English? (This document has an English version.)
say-ask-text = Write one sentence that can be quoted by itself: who, what, where and when. Numbers must be those of the source.
say-nothing-said = That does not tell anything yet, so it is not used. Voters will read it on its own: say who, what, and if needed when or how much.
say-bad-sentence = The sentence is empty or too long (500 letters at most).
say-ask-english = Write the sentence in English, with the same numbers. This document has an English version.
say-no-english = Skip: English readers get the Indonesian sentence
say-keep-english = The English sentence stays
say-not-translated = (the Indonesian sentence)
say-ask-source = Its source? Send title, publisher, date and link; one a line. Or choose a source that this section stands on already, if it is the same fact.
say-ask-newsource = Send the new source: title, publisher, date and link; one a line. Then you choose whether the old ones stay.
say-which-source = What about the sources that there are?
say-source-beside = Add it to the others
say-source-only = It replaces all of them
say-source-instead = It replaces: { $source }
say-ask-asof = What date does the fact hold for? Choose, or write for example 17 Apr 2025.
say-ask-phrasing = How do people ask for it? Write one question a line, so that such questions find this sentence.
say-asked = The gap's questions ({ $count }): { $first }
say-ask-which = Which sentence is to change? Choose, or write a few of its words to search. You can also reply to an answer of the bot with /edit.
say-which-statement = Which one?
say-no-statement = No sentence is near to these words.
say-moved = That sentence has changed or is no longer in the documents (perhaps they were not read again with /ingest). Search again.
say-unchanged = Nothing has been changed yet.
say-card-new = ✍️ New statement
say-card-old = ✏️ Change a statement
say-field-place = Section
say-field-heading = Heading
say-field-englishhead = English heading
say-field-text = Sentence
say-field-english = English
say-field-source = Source
say-field-asof = As of
say-field-phrasing = Questions
say-field-which = Choose another
say-shared = Note: { $count } other sentences stand on the same source; it changes there too.
say-first-note = This sentence has several footnotes; what changes here is the first ({ $label }).
refused-sentence = That can't be read as one sentence. Write one plain sentence, without a list and without special marks at its beginning. ({ $place })
refused-formatted = This sentence holds a link or other formatting, so it can only be changed in the file itself. ({ $place })
audited-statement = statement
audited-source = source

## Taking statements back

name-withdraw = withdraw
command-withdraw = Take a statement back, or put it back
withdraw-choose = Which statement is to be taken back?
withdraw-nothing = No statement was found. Write /withdraw and a few words of the statement, or reply to an answer of the bot with /withdraw.
withdraw-already = That statement has been taken back already.
withdraw-gone = That statement is no longer in our documents.
withdraw-again = That was too long ago, or you have begun something else. Nothing has been taken back; please start again with /withdraw.
withdraw-why = Why is it taken back? Write the reason, or choose one. Voters will read it.
withdraw-reason-changed = the facts have changed
withdraw-reason-wrong = there is a mistake
withdraw-reason-unsure = waiting to be sure
withdraw-sure = Once taken back, the bot no longer says that statement, in either language. In its section, voters read:
withdraw-done = ↩️ Taken back. In force everywhere within two seconds, until the statement is changed in the documents or put back.
withdraw-cancelled = Cancelled. Nothing was taken back.
withdraw-how = To take one back: write /withdraw and a few words of the statement, or reply to an answer of the bot with /withdraw.
withdrawn-title = ↩️ Taken back
withdrawn-none = Nothing.
restore-done = Put back: the bot says that statement again.
restore-nothing = That statement has not been taken back.
button-withdraw = ⛔ Take it back now
button-withdrawn = ↩️ Taken back
button-put-back = ↩️ Put back { $number }
button-undo-withdrawal = ↩️ Put it back
audit-withdraw = took a statement back
audit-restore = put a statement back
audited-section = section
audited-withdrawn = taken back because

## Tracing answers

name-trace = trace
command-trace = Why an answer is as it is
held-traces = traces of questions for /trace (gone after 15 minutes)
trace-none = There is no trace of that. What can be traced: answers to your own questions in this chat, for 15 minutes. Reply to such an answer with /trace, or write /trace for the last one.
trace-title = 🔍 Why the answer is as it is
trace-read = Read as: { $text }
trace-continued = Continued from: { $title }
trace-rule = Decided by: { $rule }
trace-evidence = Evidence { $evidence } { $sign } threshold { $threshold }
trace-boundary = Nearest declined example: { $kind }, { $cosine }
trace-found = What was found
trace-scores = { $score } · cos { $cosine } · BM25 { $words }
trace-times = ⏱ { $times }
trace-stage = { $stage } { $count } ms
trace-release = 📦 { $release }
stage-understand = read
stage-embed = vector
stage-find = search
stage-boundaries = boundaries
stage-compose = compose
reason-people-first = people first: somebody in need or let down, a pasted number, or no question
reason-small-talk = small talk
reason-boundary = declined
reason-absent-topic = a topic known not to be held
reason-confirmed = it only doubts the answer before, so that is quoted again
reason-sources = it only asks for the sources of the answer before
reason-contestant = another contestant is meant
reason-continues = it goes on from the answer before
reason-new-topic = a new topic
reason-clause = one clause is looked up by itself
reason-parts = several questions, answered one by one
reason-clarify = its words mean several things, so the question is asked back
reason-refused = too little evidence
reason-others = other statements fit what was asked better
reason-lacking = exactly what was asked for is not held
reason-withdrawn = the answer has been taken back
reason-quiet = quiet period
reason-first-line = facts in what is quoted answer it
reason-unsettled = the documents do not settle the yes or no
reason-differs = the documents say otherwise than was asked
reason-doubted = maybe not exactly what was asked
reason-quoted = enough evidence, quoted
reason-failed = a part of the program failed

# Volunteers' own space and the quiz
name-volunteer = volunteer
command-volunteer = Volunteers' space: what you shared, quiz
link-print = File to print
button-space = ⬅️ Volunteers' space
button-space-mine = 📈 What I shared
button-space-popular = 🔥 Most asked
button-space-changes = 🆕 What changed
button-space-quiz = 🎓 Practice quiz
space-title = 🤝 Volunteers' space
space-opened = The answers you shared were opened by their links { $week }× in 7 days, { $month }× in 30 days. Only the numbers are counted; who opens them is not kept.
space-none = You haven't shared anything yet. Ask something, then tap ↗️ below the answer.
space-score = Your kept quiz score: { $right } of { $asked } right.
space-hint = In any chat, type @{ $bot } and then the question. /link makes a QR poster. /news tells you when an answer you shared changes.
mine-title = 📈 What you shared
mine-counted = The latest first. “Opened” counts everybody who followed the link, for the last 90 days at most. Tap to share again.
mine-times = opened { $count }×
popular-title = 🔥 Most asked these 7 days, ready to share
popular-others = Other topics, ready to share too
popular-none = No questions were counted these 7 days. These are the main topics, ready to share
changes-title = 🆕 What changed in the documents, { $date }
changes-first = Nothing has been updated since the first documents were published.
changes-gone = The documents' earlier version is no longer kept, so the two can't be compared.
changes-none = Nothing of what they say has changed.
changes-count = Topics updated: { $count }
changes-changed = { $count } changed
changes-added = { $count } new
changes-removed = { $count } removed
changes-more = … and more topics: { $count }.
changes-own = ⚠️ Answers you shared that are no longer what the documents say: { $count }. Tap 🔎 to see them.
told-title = 🔔 Answers you shared that have changed: { $count }
told-more = … and more: { $count }. See /volunteer.
button-see = See it
button-share-new = Share the new one
quiz-number = 🎓 Question { $number } · score { $right }/{ $asked }
quiz-gap = Complete this sentence:
quiz-right = ✅ Right: { $answer }
quiz-wrong = ❌ Not quite. It is: { $answer }
quiz-score = This round's score: { $right } of { $asked }
quiz-changed = The documents have just changed, so that question no longer counts.
quiz-none = No questions can be made from the documents yet.
quiz-ended = 🏁 Finished: { $right } of { $asked } right. A score is kept only if you wish: how many were right and how many were asked, for 90 days at most.
quiz-all = 🏁 All questions answered: { $right } of { $asked } right. A score is kept only if you wish: how many were right and how many were asked, for 90 days at most.
quiz-kept = 💾 Kept: { $right } of { $asked } right.
quiz-dropped = 🗑 All your scores are deleted. This round: { $right } of { $asked } right.
quiz-total = Everything kept: { $right } of { $asked }.
button-quiz-next = Next ▶️
button-quiz-end = 🏁 Finish
button-quiz-keep = 💾 Keep score
button-quiz-drop = 🗑 Delete score
button-quiz-again = 🔁 New round

## What is wrong with a file: as the reading says it (a test holds the two together), and for those who read it in chat

fault-broken-front = broken front matter: { $cause }
fault-no-title = front matter has no "title"
fault-longer = longer than { $most } characters
fault-key-value = expected lines of "key: value"
fault-nested-text = nested too deeply
fault-unknown-key = unknown key "{ $name }"; known are { $known }
fault-twice = "{ $name }" is given twice
fault-one-line = "{ $name }" must be one line of text
fault-must-be-text = "{ $name }" must be text; write { $form }
fault-one-of = "{ $name }" is "{ $value }"; it must be one of { $known }
fault-link = "{ $name }" must be a link that begins with https:// or http://
fault-unshowable = "{ $name }" holds characters that can't be shown
fault-date = "{ $name }" is "{ $value }"; it must be a date like { $example }
fault-no-front = front matter is missing: begin the file with the lines { $lines }
fault-no-properties = no { $file } beside it: make that file with the line "title: …"
fault-no-closing = front matter has no closing line ---
fault-label-long = a footnote label of more than { $most } characters
fault-heading-empty = a heading without text
fault-heading-form = a heading may have { $form }, not "{ $name }"
fault-kind = kind is "{ $value }"; it must be one of { $known }
fault-note-twice = footnote [^{ $label }] is defined twice, first in line { $line }
fault-note-long = footnote [^{ $label }] is longer than { $most } characters
fault-note-missing = footnote [^{ $label }] has no definition
fault-note-unread = { $text } can't be read as a footnote; a label has no spaces
fault-nested = lists or quotes are nested too deeply to be read
fault-note-empty = footnote [^{ $label }] is empty
fault-note-lines = footnote [^{ $label }]: after "per …" each source stands on a line of its own
fault-note-source = footnote [^{ $label }] names no source: add a line `Title, Publisher, 2025-04-17. <address>`
fault-too-long = holds more than { $most } characters of text; split it
fault-too-many = holds more than { $most } statements and headings; split it
fault-many-notes = more than { $most } footnotes on one statement
fault-text = "{ $name }" must be a text
fault-texts = "{ $name }" must be a list of texts
fault-texts-least = "{ $name }" must be a list of texts, { $least } or more
fault-said = "{ $name }" must be a text, or { $form }
fault-unknown-entry = unknown "{ $name }"; this file holds { $table } entries
fault-double-brackets = write { $table }, in double brackets
fault-toml = not valid TOML: { $cause }
fault-large-toml = larger than { $most } million characters; split it
fault-full-stops = line { $line } holds more than { $most } full stops; split it
fault-examples = give "examples", "counter_examples" or both
fault-named-twice = the { $sort } "{ $name }" is given twice
fault-no-section = there is no section "{ $name }"
fault-none-meant = no statement is meant by "{ $name }"
fault-no-note = no statement carries the footnote "{ $name }"
fault-two-sections = "{ $word }" needs two sections that it may mean
fault-cites = "{ $kind }" cites "{ $label }", but no statement carries that footnote
fault-unread = can't be read: { $cause }
fault-same-title = the title "{ $title }" is also that of { $other }
fault-no-document = holds no document; supported are { $known }
fault-the-folder = the folder
fault-not-utf8 = is not UTF-8 text: { $cause }
fault-more = and { $count } more mistakes
fault-yaml-alone = no PDF, DOCX, HTML or text file { $file } beside it
fault-top = belongs at the top of the knowledge folder
fault-unknown-data = unknown data file; known are { $known }
fault-earlier-layout = of an earlier layout: { $files }; `{ $command }` puts what they hold where it is read now
fault-unsupported = unsupported type "{ $ending }"; supported are { $known }
fault-name-unshowable = its name holds characters that can't be shown; rename it
fault-name-holds = its name holds "{ $text }"; rename it
fault-leads-out = its path leads out of the knowledge folder
fault-deep = lies in more than { $most } folders, one within the other
fault-name-long = its name is longer than { $most } bytes; rename it
fault-windows = its name can't be used on Windows; rename it
fault-name-utf8 = its name is not UTF-8; rename it
fault-need-name = a name, not a path, is needed; rename it
fault-hidden = hidden and temporary files are not read; rename it
fault-too-large = larger than { $size } MB; split it, or raise { $setting }
fault-no-file = leads to no file
fault-link-out = a link that leads out of the knowledge folder; put the file itself there
fault-link-out-of-it = a link that leads out of the knowledge folder
fault-not-a-file = not a file; links to folders are not followed
fault-not-readable = not a readable { $format }: it is { $what }
fault-not-readable-why = not a readable { $format }: { $reason }
fault-fetches = fetches { $what } from elsewhere; save it without that link
fault-what-template = its template
fault-what-text-part = a part of its text
fault-damaged = damaged, protected by a password, or of another type; save it anew in Word
fault-unread-damaged = can't be read: damaged, or not what its name says; save it anew
fault-pdf-damaged = damaged or incomplete; open it, and save or print it as a PDF anew
fault-pdf-unpacks = unpacks to more than can be read; save it anew, or split it
fault-pages = holds more than { $most } pages; split it
fault-paragraph = a paragraph of more than { $most } characters: separate paragraphs by blank lines
fault-name-ends = its name ends in "{ $ending }", but it is { $what }; save it as what it is, and name it so
fault-what-pdf = a PDF
fault-what-zip = a ZIP archive or an Office file
fault-what-empty-zip = an empty ZIP archive
fault-what-old = an old Office file, or one that is protected by a password
fault-what-rtf = a rich text file (RTF)
fault-what-archive = an archive
fault-what-program = a program
fault-what-picture = a picture
fault-what-film = a picture, sound or film
fault-what-database = a database
fault-what-page = a web page
fault-what-empty = empty
fault-what-text = text
fault-what-unknown = of no known type
fault-what-no-word = a ZIP archive, no Word document
fault-what-sheet = an Excel file
fault-what-slides = a PowerPoint file
fault-what-open = an OpenDocument file
fault-entries = holds more than { $most } files
fault-part-unpacks = a part of it unpacks to more than { $most } MB
fault-unpacks = unpacks to more than { $most } MB
fault-pressed = a part of it unpacks to more than { $most } times its size
fault-locked = protected by a password; save it without one
fault-encrypted = encrypted in a way that can't be read; save it without protection
fault-inner-path = holds a file whose path leads out of it
fault-macros = holds macros; save it without them
fault-for-macros = made for macros (.docm); save it as .docx without them
fault-it-is = it is { $what }
fault-same-names = holds two files of one name
fault-archive-within = holds an archive within the archive
fault-entities = its XML declares entities, which Word never does
fault-much-text = holds too much text; split it
fault-slow = takes too long to read: more than { $seconds } s
fault-memory = needs more than { $most } MB of memory to be read
fault-crash = makes its reader crash (status { $status })
fault-encoding = not { $encoding }: byte { $byte } of the file is { $value }; open it in an editor and save it with the encoding UTF-8
fault-encoding-utf8 = not UTF-8: save it with the encoding UTF-8
fault-zero = not a text file: it holds zero bytes
fault-declared = the encoding "{ $encoding }" that it names is not known
fault-twin-english = it must be English, and { $file } must not
fault-twin-headings = { $file } has { $count } headings, its twin { $other }
fault-twin-section = section "{ $name }" of { $file }: { $reason }
fault-twin-level = the headings are not on the same level
fault-twin-statements = { $count } statements there, { $other } in its twin
fault-twin-notes = { $where } has { $labels }, its twin { $others }
fault-twin-numbers = { $where }: the numbers differ: { $ours } there, { $theirs } in its twin
fault-line-there = line { $line } there
fault-no-footnote = no footnote
fault-nothing = nothing
fault-formatted = this statement holds formatting; change it in the file
fault-sentence = not one sentence as it would be read: "{ $sentence }"
fault-scanned = no page of it has text
fault-removed = is to be removed
fault-no-json-line = not valid JSON: { $cause }; write one question a line, as { $example }
fault-no-question = not a question; write one a line, as { $example }
fault-no-fact = no statement of release { $release } carries "{ $fact }"
fault-text-or-turns = write either "text" or "turns"
fault-choice = "{ $name }" holds "{ $value }"; known are { $known }
fault-regex = "{ $text }" is no regular expression: { $cause }
fault-asked-before = asked before, in line { $line }: "{ $question }"
fault-busy = somebody else is changing it; try again
fault-utf8 = is not UTF-8
fault-not-changed = can't be changed: { $cause }
fault-not-kept = can't be kept: { $cause }
fault-source = can't be read as a source
fault-data-folder = the data folder can't be used: { $cause }; nothing was published
fault-ended = ingest.py ended with { $status }
fault-no-proposal = there is no proposal { $id } (any more)
fault-database = the database { $url } does not answer: { $cause }
fault-not-written = release { $release } can't be written: { $cause }
fault-not-opened = release { $release } can't be opened ({ $cause }); ingest again
fault-empty = empty: there is nothing in it to quote
fault-unknown-kind = unknown kind "{ $name }"; known are { $known }
fault-cites-words = "{ $kind }" cites "{ $label }", but no statement has these words
fault-heading-one-of = { $name } is "{ $value }"; it must be one of { $known }
fault-summary-note = footnote [^{ $label }] of "summary" has no definition
fault-summary-bare = "summary" has no footnote mark: each of its sentences needs one, as [^label]
fault-twin-language = it must be { $name }, and { $file } must not
