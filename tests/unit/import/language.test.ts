import { expect, test } from 'vitest'
import { detectLanguage } from '#engine/import/language.ts'

test.each([
  [
    'en',
    'The council voted on Thursday to charge every visiting vessel a levy, a decision that its critics call a tax on neighbours.',
  ],
  [
    'de',
    'Der Rat der Insel hat am Donnerstag beschlossen, dass jedes fremde Schiff eine Gebühr zahlen muss, und die Fischer sind nicht froh darüber.',
  ],
  [
    'fr',
    'Le conseil de l’île a décidé jeudi que chaque navire étranger doit payer une taxe, ce qui ne plaît pas du tout aux pêcheurs.',
  ],
  [
    'es',
    'El consejo de la isla decidió el jueves que cada barco de fuera debe pagar una tasa, y los pescadores no están de acuerdo con eso.',
  ],
  [
    'pt',
    'O conselho da ilha decidiu na quinta-feira que cada navio de fora deve pagar uma taxa, mas os pescadores não estão de acordo com isso.',
  ],
  [
    'it',
    'Il consiglio dell’isola ha deciso giovedì che ogni nave straniera deve pagare una tassa, ma i pescatori non sono per nulla d’accordo.',
  ],
  [
    'nl',
    'De raad van het eiland heeft donderdag besloten dat ieder vreemd schip een heffing moet betalen, maar de vissers zijn daar niet blij mee.',
  ],
  [
    'sv',
    'Öns råd beslutade på torsdagen att varje främmande fartyg ska betala en avgift, men fiskarna är inte alls nöjda med det.',
  ],
  [
    'da',
    'Øens råd har torsdag besluttet, at hvert fremmed skib skal betale en afgift, men fiskerne er ikke glade for det og vil af sted.',
  ],
  [
    'fi',
    'Saaren neuvosto päätti torstaina, että jokaisen vieraan aluksen on maksettava maksu, mutta kalastajat eivät ole siihen tyytyväisiä ja he lähtevät.',
  ],
  [
    'pl',
    'Rada wyspy zdecydowała w czwartek, że każdy obcy statek ma płacić opłatę, ale rybacy nie są z tego zadowoleni i grożą, że się wyniosą.',
  ],
  [
    'cs',
    'Rada ostrova ve čtvrtek rozhodla, že každá cizí loď musí zaplatit poplatek, ale rybáři s tím nejsou spokojeni a říkají, že odejdou.',
  ],
  [
    'hu',
    'A sziget tanácsa csütörtökön úgy döntött, hogy minden idegen hajónak díjat kell fizetnie, de a halászok ezzel nem értenek egyet.',
  ],
  [
    'tr',
    'Ada meclisi perşembe günü her yabancı geminin bir ücret ödemesi gerektiğine karar verdi, ancak balıkçılar bu karar için hiç memnun değil.',
  ],
  [
    'vi',
    'Hội đồng đảo đã quyết định vào thứ Năm rằng mỗi tàu nước ngoài phải trả một khoản phí, nhưng các ngư dân không đồng ý với điều đó.',
  ],
  [
    'ru',
    'Совет острова в четверг решил, что каждое чужое судно должно платить сбор, но рыбаки этим не довольны и говорят, что уйдут.',
  ],
  [
    'uk',
    'Рада острова у четвер вирішила, що кожне чуже судно має платити збір, але рибалки цим не задоволені й кажуть, що підуть.',
  ],
  [
    'bg',
    'Съветът на острова реши в четвъртък всеки чужд кораб да плаща такса, но рибарите не са доволни от това и казват, че ще си тръгнат.',
  ],
  [
    'ar',
    'قرر مجلس الجزيرة يوم الخميس أن تدفع كل سفينة أجنبية رسوما، لكن الصيادين لم يكونوا راضين عن هذا القرار الذي صدر في المساء.',
  ],
  [
    'fa',
    'شورای جزیره روز پنجشنبه تصمیم گرفت که هر کشتی بیگانه باید عوارض بپردازد، اما ماهیگیران از این تصمیم راضی نیستند و می‌روند.',
  ],
  ['el', 'Το συμβούλιο του νησιού αποφάσισε την Πέμπτη ότι κάθε ξένο πλοίο πρέπει να πληρώνει.'],
  ['ja', '島の議会は木曜日、すべての外国船が使用料を払うことを決めた。'],
  ['zh', '岛上的议会星期四决定，每艘外来的船都要付费。'],
  ['ko', '섬 의회는 목요일에 모든 외국 배가 요금을 내야 한다고 결정했다.'],
])('%s', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each([
  '',
  'Nordvik 140 820,000',
  'Ingunn Ødegård, Torbjørn Lie, Marit Solheim, José Åkerblom, Nils Berg, Åse Berg',
  'lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt',
  'The levy will rise. Сбор вырастет в мае, говорят рыбаки. The fishermen will leave.',
])('no language is better than a wrong one: %j', (text) => {
  expect(detectLanguage(text)).toBeNull()
})

test('a quotation in another language does not make a text of that language', () => {
  const english =
    'The council voted to charge every vessel that comes to the islands, and it said that this was overdue. '
  expect(detectLanguage(`${english.repeat(5)}« Nous ne paierons pas », dit-il. ${english}`)).toBe('en')
})
