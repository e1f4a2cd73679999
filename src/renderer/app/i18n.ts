import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'

const files = import.meta.glob<Record<string, string>>('../../shared/strings/en/*.json', {
  eager: true,
  import: 'default',
})

/** Loads the catalogue: one namespace a file, flat keys that may hold dots. */
export function startStrings(): void {
  const namespaces = Object.fromEntries(
    Object.entries(files).map(([path, strings]) => [path.replace(/^.*\/|\.json$/g, ''), strings]),
  )
  void i18next.use(initReactI18next).init({
    // Decides how dates and numbers are written; the strings themselves are those of `en`.
    lng: 'en-GB',
    fallbackLng: 'en',
    resources: { en: namespaces },
    defaultNS: 'app',
    keySeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  })
}
