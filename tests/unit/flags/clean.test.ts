import { describe, expect, it } from 'vitest'
import { article, flagsOf } from './helpers.ts'

/** Sentences of our own in many languages, with what a hasty rule would trip over. */
const clean: Record<string, string[]> = {
  en: [
    ...article,
    'The sensor is 5 μm wide and the TNFα level fell by ΔT = 3 °C; β-blockers, NFκB and γδT cells were not measured.',
    'He called the paper “Правда”, after the Russian word правда, and the Greek word λόγος stood on its door.',
    'The court cited [1997] 2 AC 1, and the array a[1] holds 61 [18–94] in the manual of the machine.',
  ],
  de: [
    'Der Hafenrat trat am Dienstag zusammen, um über den alten Fischmarkt zu entscheiden, der seit März leer steht.',
    'Müßige Gespräche über Größe, Maße und Öffnungszeiten führten zu nichts; niemand sprach dagegen.',
    'Die Arbeiten sollen vor den Winterstürmen beginnen, heißt es im Protokoll („Straße gesperrt“).',
  ],
  fr: [
    'Le conseil du port s’est réuni mardi : « Où ira le vieux marché ? », demanda l’aînée des élèves à Âgé-sur-Mer.',
    'Personne ne s’est opposé au projet, bien que deux membres aient voulu savoir qui paierait le toit.',
    'Les travaux commenceront avant les tempêtes d’hiver, à en croire le procès-verbal.',
  ],
  pt: [
    'A MAÇÃ E O PÃO SÃO DE AMANHÃ, disse a mãe: “NÃO VÁ AMANHÔ é erro; “VÁ AMANHÃ” é o certo.',
    'Ninguém falou contra o plano, embora dois membros tenham perguntado quem pagaria o telhado novo.',
    'As obras começam antes das tempestades de inverno, escreveu a secretária na ata da reunião.',
  ],
  ru: [
    'Совет порта собрался во вторник, чтобы решить судьбу старого рыбного рынка, который пустует с весны.',
    'Никто не выступил против: IT-отдел прислал PDF и SMSки, а самолёт МиГ-29 и комплекс С300 здесь ни при чём.',
    'Работы начнутся до зимних штормов, написал секретарь в протоколе заседания.',
  ],
  el: [
    'Το συμβούλιο του λιμανιού συνεδρίασε την Τρίτη για να αποφασίσει για την παλιά ψαραγορά.',
    'Κανείς δεν μίλησε εναντίον του σχεδίου, αν και δύο μέλη ρώτησαν ποιος θα πληρώσει τη στέγη του NATO.',
    'Οι εργασίες θα αρχίσουν πριν από τις χειμερινές καταιγίδες, έγραψε ο γραμματέας.',
  ],
  zh: [
    '港务委员会星期二开会，决定旧鱼市场的命运，该市场自春季以来一直空置。',
    '没有人反对这个计划，不过两名成员问谁来支付新屋顶的费用（约4,500元），NATO也没有表态。',
    '工程将在冬季风暴之前开始，秘书在会议记录中写道',
  ],
  ja: [
    '港湾委員会は火曜日に会合を開き、春から空いている古い魚市場をどうするかを決めた。',
    '計画に反対する者はいなかったが、二人の委員が新しい屋根の費用をだれが払うのかと尋ねた。',
    '工事は冬の嵐の前に始まると、書記は議事録に書いている',
  ],
  ar: [
    'اجتمع مجلس الميناء يوم الثلاثاء ليقرر مصير سوق السمك القديم الذي ظل خاليا منذ الربيع.',
    'لم يتحدث أحد ضد الخطة، على الرغم من أن عضوين سألا من سيدفع ثمن السقف الجديد.',
    'ستبدأ الأعمال قبل عواصف الشتاء، كما كتب أمين المجلس في محضر الاجتماع.',
  ],
  th: [
    'คณะกรรมการท่าเรือประชุมเมื่อวันอังคารเพื่อตัดสินใจเรื่องตลาดปลาเก่าซึ่งว่างเปล่ามาตั้งแต่ฤดูใบไม้ผลิ',
    'ไม่มีใครคัดค้านแผนดังกล่าว แม้ว่าสมาชิกสองคนจะถามว่าใครจะเป็นผู้จ่ายค่าหลังคาใหม่',
    'งานจะเริ่มก่อนพายุฤดูหนาว เลขานุการเขียนไว้ในรายงานการประชุม',
  ],
  vi: [
    'Hội đồng cảng họp hôm thứ Ba để quyết định số phận của chợ cá cũ, vốn bị bỏ trống từ mùa xuân.',
    'Không ai phản đối kế hoạch, dù hai thành viên hỏi ai sẽ trả tiền cho mái nhà mới.',
    'Công việc sẽ bắt đầu trước những cơn bão mùa đông, thư ký viết trong biên bản.',
  ],
}

describe('clean text', () => {
  it.each(Object.entries(clean))('raises no flag: %s', (language, paragraphs) => {
    expect(flagsOf(paragraphs, language)).toEqual([])
    expect(flagsOf(paragraphs, null)).toEqual([])
  })

  it('may be a poem, a list, a table or code', () => {
    const verse = [
      'The tide goes out, the tide comes in',
      'And no one asks it why',
      'The gulls sit on the harbour wall',
    ]
    expect(flagsOf([...verse, ...verse])).toEqual([])
    expect(
      flagsOf([...article, ['list-item', 'nets and ropes'], ['list-item', 'a new roof of slate']]),
    ).toEqual([])
    expect(flagsOf([...article, ['code', 'const first = rows[0][1] // Ã© â€™']])).toEqual([])
    expect(flagsOf([...article, ['table-row', 'Tuesday | 4,500 | in the old fish market']])).toEqual([])
  })

  it('may end in a name, a place or an address', () => {
    expect(
      flagsOf([
        ...article,
        'Reporting by Anna Grey and Bertil Lund in the harbour of Brannock; editing by Carl Moss',
      ]),
    ).toEqual([])
    expect(
      flagsOf([
        ...article,
        'More can be read in the minutes of the meeting, which are on the pages of the board at www.example.org',
      ]),
    ).toEqual([])
  })
})

describe('a text that is made to be slow', () => {
  const length = 300_000
  it.each([
    ['letters without a space', 'a'.repeat(length)],
    ['two alphabets letter by letter', 'aя'.repeat(length / 2)],
    ['brackets that never close', '[1,'.repeat(length / 3)],
    ['halves of pairs', '\ud83d'.repeat(length)],
    ['what cannot be decoded', '\ufffd '.repeat(length / 2)],
    ['quotation marks', 'ab"'.repeat(length / 3)],
  ])('is read to its end, in any place: %s', (_name, text) => {
    for (const parts of [[text], [...article, text], [text, ...article]]) {
      expect(flagsOf(parts).length).toBeLessThanOrEqual(12)
    }
  })
})
