import { Search } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { Button, ListBox, ListBoxItem, Popover, PopoverTrigger, SearchField } from '#renderer/ui/index.ts'
import type { Card } from './cards.ts'
import styles from './FindCard.module.css'

/** So many are offered; whoever wants another one types on. */
const most = 40

/** Type to find a card that is shown; Enter or a click goes there. */
export function FindCard({ cards, onFind }: { cards: readonly Card[]; onFind: (key: string) => void }) {
  const { t } = useTranslation('graph')
  const [isOpen, setOpen] = useState(false)
  useCommand('graph.find', () => setOpen(true), { enabled: cards.length > 0 })
  return (
    <PopoverTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button size="small" variant="quiet" icon={Search}>
        {t('find')}
      </Button>
      <Popover label={t('findLabel')} placement="bottom end">
        <Found
          cards={cards}
          onFind={(key) => {
            setOpen(false)
            // Once the popover has let go of the focus, which the card is to have.
            setTimeout(() => onFind(key), 0)
          }}
        />
      </Popover>
    </PopoverTrigger>
  )
}

function Found({ cards, onFind }: { cards: readonly Card[]; onFind: (key: string) => void }) {
  const { t } = useTranslation('graph')
  const [text, setText] = useState('')
  const found = findCards(cards, text).slice(0, most)
  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <div className={styles.find}>
        <SearchField label={t('findLabel')} autoFocus />
        <ListBox
          className={styles.list ?? ''}
          aria-label={t('findLabel')}
          items={found}
          onAction={(key) => onFind(String(key))}
          renderEmptyState={() => <p className={styles.empty}>{t('notFound')}</p>}
        >
          {(card: Card) => (
            <ListBoxItem id={card.key} textValue={card.label} className={styles.row ?? ''}>
              <KindIcon kind={card.kind === 'origin' ? 'source' : card.kind} />
              <span className={styles.label}>{card.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </div>
    </Autocomplete>
  )
}

/** The cards whose labels have every typed word, ignoring case and accents; those that begin with what was typed first. */
export function findCards<Item extends Pick<Card, 'label'>>(cards: readonly Item[], text: string): Item[] {
  const words = fold(text).split(/\s+/).filter(Boolean)
  const begins = (card: Item): boolean => fold(card.label).startsWith(words.join(' '))
  const found = cards.filter((card) => {
    const label = fold(card.label)
    return words.every((word) => label.includes(word))
  })
  return [...found.filter(begins), ...found.filter((card) => !begins(card))]
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
