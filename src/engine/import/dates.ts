/** Year, month and day, as many of them as are known. */
export type DateParts = number[]

/** The months by number, in the languages whose newspapers write them out. Abbreviations are beginnings of three letters or more. */
const months: string[] = [
  'january januar janvier enero gennaio janeiro januari styczeń stycznia leden ledna ianuarie ocak января січня',
  'february februar février fevrier febrero febbraio fevereiro februari luty lutego únor února februarie şubat февраля лютого',
  'march märz maerz mars marzo março marco maart marts marzec marca březen března martie mart марта березня',
  'april avril abril aprile kwiecień kwietnia duben dubna aprilie nisan апреля квітня',
  'may mai mayo maggio maio mei maj maja květen května mayıs мая травня',
  'june juni juin junio giugno junho czerwiec czerwca červen června iunie haziran июня червня',
  'july juli juillet julio luglio julho lipiec lipca červenec července iulie temmuz июля липня',
  'august août aout agosto augustus augusti sierpień sierpnia srpen srpna ağustos августа серпня',
  'september septembre septiembre settembre setembro wrzesień września září septembrie eylül сентября вересня',
  'october oktober octobre octubre ottobre outubro październik października říjen října octombrie ekim октября жовтня',
  'november novembre noviembre novembro listopad listopada listopadu noiembrie kasım ноября листопада',
  'december dezember décembre decembre diciembre dicembre dezembro desember grudzień grudnia prosinec prosince decembrie aralık декабря грудня',
]
const monthNames = months.map((names) => names.split(' '))

/** A month's number, 1 to 12, by its name or an abbreviation of it; 0 for anything else. */
export function monthNumber(written: string): number {
  const name = written.toLowerCase().replace(/\.$/, '')
  if (name.length < 3) return 0
  const whole = monthNames.findIndex((names) => names.includes(name))
  if (whole >= 0) return whole + 1
  if (name.length > 5) return 0
  return (
    monthNames.findIndex((names) => names.some((known) => known.length > 4 && known.startsWith(name))) + 1
  )
}

/** Whether there was or will be such a day. */
export function isDate([year = 0, month = 1, day = 1]: DateParts): boolean {
  if (year < 1400 || year > 2200 || month < 1 || month > 12) return false
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const time = '(?:(?:,? (?:at|um|à|a las|alle|às|o) |[ T,]+)\\d{1,2}[:.h]\\d{2}.*)?'
const forms: [form: RegExp, read: (found: string[]) => DateParts][] = [
  [/^(\d{4})$/, ([y]) => [Number(y)]],
  [/^(\d{4})[-/](\d{1,2})$/, ([y, m]) => [Number(y), Number(m)]],
  [new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}$`), numbers],
  [/^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일].*$/, numbers],
  [
    new RegExp(`^(\\d{1,2})\\.[ ]?(\\d{1,2})\\.[ ]?(\\d{4})${time}$`),
    ([d, m, y]) => [Number(y), Number(m), Number(d)],
  ],
  [/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/, readSlashed],
  [
    new RegExp(
      `^(\\d{1,2})(?:\\.|st|nd|rd|th|er|º)? (?:de |d['’])?(\\p{L}{3,12}\\.?),? (?:de |del )?(\\d{4})${time}$`,
      'iu',
    ),
    ([d, m = '', y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  [
    new RegExp(`^(\\p{L}{3,12}\\.?) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${time}$`, 'iu'),
    ([m = '', d, y]) => [Number(y), monthNumber(m), Number(d)],
  ],
  [/^(\p{L}{3,12}\.?),? (\d{4})$/iu, ([m = '', y]) => [Number(y), monthNumber(m)]],
]

function numbers(found: string[]): DateParts {
  return found.slice(0, 3).map(Number)
}

/** `23/05/2025` can only be one day; `03/04/2025` is two, and none is better than the wrong one. */
function readSlashed([first, second, year]: string[]): DateParts {
  const [one, other] = [Number(first), Number(second)]
  if (one > 12) return [Number(year), other, one]
  return other > 12 || one === other ? [Number(year), one, other] : []
}

const weekday =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? |^(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|mon|die|mit|don|fre|sam|son)\.?,? (?:den |le )?/iu

/**
 * Reads a date that is written alone, in numbers or with the name of a month, perhaps with a weekday before it and a time
 * behind it; partial dates stay partial. Null for anything else, for impossible days, and for `03/04/2025`, which may be two.
 */
export function parseDate(written: string): DateParts | null {
  const text = written.replace(/\s+/g, ' ').trim().replace(weekday, '')
  for (const [form, read] of forms) {
    const found = form.exec(text)
    if (found === null) continue
    const parts = read(found.slice(1))
    if (parts.length > 0 && isDate(parts)) return parts
  }
  return null
}
