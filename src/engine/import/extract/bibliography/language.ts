/** What BibTeX's packages and libraries' catalogues call languages, beside BCP 47's tags. */
const names: Record<string, string> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  german: 'de',
  ngerman: 'de',
  austrian: 'de-AT',
  french: 'fr',
  francais: 'fr',
  spanish: 'es',
  italian: 'it',
  portuguese: 'pt',
  brazilian: 'pt-BR',
  brazil: 'pt-BR',
  dutch: 'nl',
  danish: 'da',
  swedish: 'sv',
  norwegian: 'no',
  norsk: 'nb',
  nynorsk: 'nn',
  finnish: 'fi',
  icelandic: 'is',
  polish: 'pl',
  czech: 'cs',
  slovak: 'sk',
  slovene: 'sl',
  slovenian: 'sl',
  croatian: 'hr',
  serbian: 'sr',
  hungarian: 'hu',
  magyar: 'hu',
  romanian: 'ro',
  bulgarian: 'bg',
  greek: 'el',
  russian: 'ru',
  ukrainian: 'uk',
  turkish: 'tr',
  arabic: 'ar',
  hebrew: 'he',
  persian: 'fa',
  hindi: 'hi',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
  latin: 'la',
  catalan: 'ca',
}

/** A BCP 47 tag for what a bibliography calls a language; null where that cannot be told. */
export function languageTag(written: string): string | null {
  const first = written
    .trim()
    .split(/[,;/]|\s+and\s+/, 1)
    .join()
    .trim()
  const named = names[first.toLowerCase().replace(/^lang/, '').replaceAll(' ', '')]
  if (named !== undefined) return named
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(first)) return null
  try {
    return Intl.getCanonicalLocales(first.replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}
