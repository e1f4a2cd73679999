import type { Stem } from '../store/vocabulary.ts'
import { fold } from './tokenizer.ts'

type Stemmer = (word: string) => string

/** Snowball stemmers by language. Each is loaded when a notebook has sources in its language. */
const loaders: Record<string, () => Promise<{ stemmer: Stemmer }>> = {
  ar: () => import('@orama/stemmers/arabic'),
  bg: () => import('@orama/stemmers/bulgarian'),
  da: () => import('@orama/stemmers/danish'),
  de: () => import('@orama/stemmers/german'),
  el: () => import('@orama/stemmers/greek'),
  en: () => import('@orama/stemmers/english'),
  es: () => import('@orama/stemmers/spanish'),
  fi: () => import('@orama/stemmers/finnish'),
  fr: () => import('@orama/stemmers/french'),
  hu: () => import('@orama/stemmers/hungarian'),
  it: () => import('@orama/stemmers/italian'),
  nl: () => import('@orama/stemmers/dutch'),
  no: () => import('@orama/stemmers/norwegian'),
  pt: () => import('@orama/stemmers/portuguese'),
  ro: () => import('@orama/stemmers/romanian'),
  ru: () => import('@orama/stemmers/russian'),
  sv: () => import('@orama/stemmers/swedish'),
  tr: () => import('@orama/stemmers/turkish'),
}

/** More languages than this make forms of words that have nothing to do with each other. */
const mostLanguages = 4
const usual = 'en'

/** To be raised when stems change, so that they are made anew. */
export const stemsVersion = '1'

/** Which of a notebook's languages words are stemmed in, the most frequent first; English where none is known. */
export function stemmedLanguages(found: readonly { language: string }[]): string[] {
  const known = found.map(({ language }) => (language === 'nb' || language === 'nn' ? 'no' : language))
  const usable = [...new Set(known)].filter((language) => Object.hasOwn(loaders, language))
  return usable.length === 0 ? [usual] : usable.slice(0, mostLanguages)
}

/** Finds the stems of folded words in some languages. */
export class Stems {
  readonly languages: readonly string[]
  readonly #stemmers: readonly { language: string; stemmer: Stemmer }[]

  private constructor(stemmers: readonly { language: string; stemmer: Stemmer }[]) {
    this.#stemmers = stemmers
    this.languages = stemmers.map(({ language }) => language)
  }

  static async load(languages: readonly string[]): Promise<Stems> {
    const found = await Promise.all(
      languages.map(async (language) => {
        const module = await loaders[language]?.()
        return module === undefined ? [] : [{ language, stemmer: module.stemmer }]
      }),
    )
    return new Stems(found.flat())
  }

  /** The stem of a word in each language; none for what has no forms: numbers, short words, other scripts. */
  of(term: string): Stem[] {
    if (term.length < 3 || !/^\p{L}+$/u.test(term)) return []
    return this.#stemmers.map(({ language, stemmer }) => {
      const base = language === 'en' ? (irregularEnglish.get(term) ?? term) : term
      return { language, stem: fold(stemmer(base)) }
    })
  }
}

/** English forms that no rule leads back: the past and the participle of strong verbs, and plurals, each with its base. */
const irregularEnglish = new Map(
  `arise arose arisen;bear bore borne;beat beaten;become became;begin began begun;bend bent;bind bound;bite bit bitten;
bleed bled;blow blew blown;break broke broken;breed bred;bring brought;build built;burn burnt;buy bought;catch caught;
choose chose chosen;cling clung;come came;creep crept;deal dealt;dig dug;draw drew drawn;dream dreamt;drink drank drunk;
drive drove driven;eat ate eaten;fall fell fallen;feed fed;feel felt;fight fought;find found;flee fled;fly flew flown;
forbid forbade forbidden;forecast;foresee foresaw foreseen;forget forgot forgotten;forgive forgave forgiven;freeze froze frozen;
get got gotten;give gave given;go went gone;grow grew grown;hang hung;hear heard;hide hid hidden;hold held;keep kept;
kneel knelt;know knew known;lay laid;lead led;lean leant;leave left;lend lent;lie lay lain;lose lost;make made;mean meant;
meet met;mislead misled;mistake mistook mistaken;misunderstand misunderstood;outdo outdid outdone;overcome overcame;
overtake overtook overtaken;overthrow overthrew overthrown;pay paid;prove proven;rebuild rebuilt;retake retook retaken;
ride rode ridden;ring rang rung;rise rose risen;run ran;say said;see saw seen;seek sought;sell sold;send sent;shake shook shaken;
shine shone;shoot shot;show shown;shrink shrank shrunk;sing sang sung;sink sank sunk;sit sat;sleep slept;slide slid;
speak spoke spoken;speed sped;spend spent;spin spun;spring sprang sprung;stand stood;steal stole stolen;stick stuck;sting stung;
stride strode;strike struck stricken;strive strove striven;swear swore sworn;sweep swept;swell swollen;swim swam swum;swing swung;
take took taken;teach taught;tear tore torn;tell told;think thought;throw threw thrown;undergo underwent undergone;
understand understood;undertake undertook undertaken;undo undid undone;uphold upheld;wake woke woken;wear wore worn;weave wove woven;
weep wept;win won;wind wound;withdraw withdrew withdrawn;withhold withheld;withstand withstood;write wrote written;
child children;foot feet;goose geese;man men;mouse mice;person people;tooth teeth;wife wives;woman women;analysis analyses;
crisis crises;criterion criteria;phenomenon phenomena;thesis theses;hypothesis hypotheses`
    .split(/;\s*/)
    .flatMap((line) => {
      const [base = '', ...forms] = line.trim().split(' ')
      return forms.map((form): [string, string] => [form, base])
    }),
)
