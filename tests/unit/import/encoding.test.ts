import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeBytes } from '#engine/import/encoding.ts'
import { documentBytes, sharedFixtures } from '../../helpers/documents.ts'

/** A few sentences each, of our own, long enough for a letter or a short article. */
const texts = {
  german:
    'Die Hafengebühr für größere Schiffe soll künftig höher ausfallen, erklärte der Bürgermeister. Die Fischer drohten, über die Förde auszuweichen.',
  french:
    "Le conseil de l'île a décidé d'exiger une taxe à chaque navire étranger, où qu'il soit amarré. Les pêcheurs, déçus, préfèrent s'en aller.",
  english:
    'The “levy” is a tax on neighbours, critics say — and it isn’t small: €2.50 a metre. Tea in the café is free.',
  polish:
    'Opłata portowa wzrośnie w maju, a rybacy grożą, że odpłyną na ląd. Nikt ich nie policzył od dziewięciu lat. Żeglarze są źli.',
  czech:
    'Poplatek za přístav se v květnu zvýší a rybáři hrozí, že odplují na pevninu. Nikdo je však nespočítal, říká starosta.',
  hungarian:
    'A kikötői díj májusban emelkedik, és a halászok azzal fenyegetőznek, hogy elköltöznek. Őket senki sem kérdezte meg erről.',
  turkish:
    'Liman ücreti mayısta artacak ve balıkçılar anakaraya gideceklerini söylüyor. Kimse onları yıllardır saymadı, diyor başkan. Şimdi ığrıp zamanı.',
  latvian:
    'Ostas maksa maijā pieaugs, un zvejnieki draud doties uz cietzemi. Kopš tā laika neviens viņus nav skaitījis, saka priekšsēdētājs.',
  russian:
    'Сбор за стоянку в порту вырастет в мае, и рыбаки грозят уйти на материк. Никто их с тех пор не считал, говорит начальник порта.',
  ukrainian:
    'Збір за стоянку в порту зросте у травні, і рибалки погрожують піти на материк. Її ніхто не питав, каже начальник порту.',
  greek:
    'Το τέλος του λιμανιού θα αυξηθεί τον Μάιο και οι ψαράδες απειλούν να φύγουν για την ηπειρωτική χώρα. Κανείς δεν τους έχει μετρήσει.',
  hebrew: 'אגרת הנמל תעלה בחודש מאי והדייגים מאיימים לעזוב אל היבשת. איש לא ספר אותם מאז, אומר מנהל הנמל.',
  arabic:
    'سترتفع رسوم الميناء في مايو ويهدد الصيادون بالرحيل إلى البر الرئيسي. لم يحصهم أحد منذ ذلك الوقت، كما يقول مدير الميناء.',
  thai: 'ค่าธรรมเนียมท่าเรือจะเพิ่มขึ้นในเดือนพฤษภาคม และชาวประมงขู่ว่าจะย้ายไปแผ่นดินใหญ่ ไม่มีใครนับพวกเขาอีกเลย',
  japanese:
    '港の使用料は五月から上がることになり、漁師たちは本土へ移ると言っている。それ以来、誰も船の数を数えていない、と港長は話した。',
  korean:
    '항구 이용료가 오월부터 오르자 어부들은 육지로 옮기겠다고 말했다. 그 뒤로 아무도 배의 수를 세지 않았다고 항만 책임자는 밝혔다.',
  simplified:
    '港口的收费将在五月上涨，渔民们说他们要离开这里到大陆去。从那时起没有人数过他们的船，港口的负责人对记者说。',
  traditional:
    '港口的收費將在五月上漲，漁民們說他們要離開這裡到大陸去。從那時起沒有人數過他們的船，港口的負責人對記者說。',
}

const written: [encoding: string, language: keyof typeof texts][] = [
  ['windows-1252', 'german'],
  ['windows-1252', 'french'],
  ['windows-1252', 'english'],
  ['iso-8859-1', 'german'],
  ['iso-8859-15', 'french'],
  ['macintosh', 'french'],
  ['cp850', 'german'],
  ['cp437', 'french'],
  ['windows-1250', 'polish'],
  ['iso-8859-2', 'polish'],
  ['windows-1250', 'czech'],
  ['iso-8859-2', 'czech'],
  ['windows-1250', 'hungarian'],
  ['windows-1254', 'turkish'],
  ['windows-1257', 'latvian'],
  ['windows-1251', 'russian'],
  ['koi8-r', 'russian'],
  ['iso-8859-5', 'russian'],
  ['cp866', 'russian'],
  ['maccyrillic', 'russian'],
  ['koi8-u', 'ukrainian'],
  ['windows-1251', 'ukrainian'],
  ['windows-1253', 'greek'],
  ['iso-8859-7', 'greek'],
  ['windows-1255', 'hebrew'],
  ['windows-1256', 'arabic'],
  ['iso-8859-6', 'arabic'],
  ['windows-874', 'thai'],
  ['shift_jis', 'japanese'],
  ['euc-jp', 'japanese'],
  ['euc-kr', 'korean'],
  ['gb18030', 'simplified'],
  ['big5', 'traditional'],
]

describe('an encoding nobody named', () => {
  test.each(written)('%s is told by the %s it holds', (encoding, language) => {
    const bytes = iconv.encode(texts[language], encoding)
    expect(decodeBytes(bytes).text).toBe(iconv.decode(bytes, encoding))
  })

  test.each(Object.entries(texts))('Unicode in any form: %s', (_, text) => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
      expect(decodeBytes(iconv.encode(text, encoding))).toMatchObject({ text, encoding, certain: true })
      const marked = iconv.encode(text, encoding, { addBOM: true })
      expect(decodeBytes(marked)).toMatchObject({ text, encoding, certain: true })
    }
  })

  test('one accent in a long English text is enough and no more', () => {
    const text = `${'The harbour levy will rise in May. '.repeat(200)}She drinks her coffee in the café.`
    expect(decodeBytes(iconv.encode(text, 'windows-1252')).text).toBe(text)
  })

  test('UTF-8 that was cut, or into which somebody pasted other letters, stays UTF-8', () => {
    const whole = Buffer.from(texts.greek)
    const cut = decodeBytes(whole.subarray(0, whole.length - 2))
    expect(cut).toMatchObject({ encoding: 'utf-8', certain: false })
    expect(cut.text.startsWith(texts.greek.slice(0, -2))).toBe(true)
    const pasted = Buffer.concat([
      Buffer.from(`${texts.french} Un caf`),
      Buffer.from([0xe9]),
      Buffer.from(' noir.'),
    ])
    expect(decodeBytes(pasted).text).toBe(`${texts.french} Un café noir.`)
  })

  test('the escapes of old Japanese and Korean mail', () => {
    const japanese = Buffer.from('\u001b$B9A$N;HMQNA\u001b(B in May \u001b(I16\u001b(B.', 'latin1')
    expect(decodeBytes(japanese)).toEqual({
      text: '港の使用料 in May ｱｶ.',
      encoding: 'iso-2022-jp',
      certain: true,
    })
    const korean = Buffer.from('\u001b$)C\u000eGW18\u000f in May.\n', 'latin1')
    expect(decodeBytes(korean)).toEqual({ text: '항구 in May.\n', encoding: 'iso-2022-kr', certain: true })
  })
})

describe('an encoding that a document names', () => {
  test('is believed where the text alone could be either', () => {
    const bytes = Buffer.from([0x6b, 0xe8, 0x72])
    expect(decodeBytes(bytes, 'iso-8859-2').text).toBe('kčr')
    expect(decodeBytes(bytes, 'ISO-8859-1').text).toBe('kèr')
  })

  test('does no harm where it is wrong or unknown', () => {
    const bytes = iconv.encode(texts.russian.repeat(3), 'windows-1251')
    for (const hint of ['iso-8859-1', 'big5', 'utf-8', 'utf-16', 'no-such-thing', '']) {
      expect(decodeBytes(bytes, hint).text).toBe(texts.russian.repeat(3))
    }
    expect(decodeBytes(Buffer.from(texts.russian), 'windows-1251').text).toBe(texts.russian)
  })
})

describe('what is no text', () => {
  test.each([
    ['', 'The file is empty.'],
    [' \n\t\n', 'There is no text in this file, only white space.'],
    ['text with a \0 inside', 'This is a binary file, not text.'],
    ['\u007fELF\0\u0001\u0002\u0003\u00ff', 'This is a binary file, not text.'],
    ['\u0001\u0002\u00ff', 'This is a binary file, not text.'],
    ['\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\u0001\0', 'This is a binary file, not text.'],
  ])('%j is refused with its reason', (content, reason) => {
    expect(() => decodeBytes(Buffer.from(content, 'latin1'))).toThrow(reason)
  })
})

test.each(['harbour-windows-1252.txt', 'harbour-macintosh.txt', 'harbour-utf-16le.txt'])(
  '%s is the text it was made of',
  (name) => {
    const original = Buffer.from(documentBytes('harbour-plain.txt')).toString('utf8')
    expect(decodeBytes(documentBytes(name)).text).toBe(original)
  },
)

/** The folders are named after the encoding, some with the language behind it; two go by other names here. */
function encodingOf(folder: string): string {
  const names: Record<string, string> = { GB2312: 'gb18030', 'utf-8-sig': 'utf-8' }
  return names[folder] ?? folder.replace(/-(?:[a-z]{5,})$/, '')
}

test('real pages in many encodings come out as they were written', () => {
  let read = 0
  let right = 0
  for (const root of sharedFixtures('encodings-chardet')) {
    for (const folder of readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory())) {
      if (!iconv.encodingExists(encodingOf(folder))) continue
      for (const name of readdirSync(join(root, folder))) {
        const bytes = readFileSync(join(root, folder, name))
        read++
        if (decodeBytes(bytes).text === iconv.decode(bytes, encodingOf(folder))) right++
      }
    }
    expect(existsSync(root)).toBe(true)
  }
  // 88 of 88: a change that loses more than one makes things worse.
  expect(right).toBeGreaterThanOrEqual(read - 1)
})
