import { ArrowDown, ArrowUp, Building2, Ellipsis, Plus, User, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CslName } from '#shared/model.ts'
import { Button, IconButton, Menu, MenuItem, MenuTrigger } from '../../../ui/index.ts'
import styles from './Details.module.css'
import type { NamesField as Field } from './fields.ts'
import { draftOf, emptyName, isNameList, type NameDraft, namesOf, parseNames, turned } from './names.ts'

interface NamesFieldProps {
  field: Field
  value: CslName[] | undefined
  /** Stands where there is no name, such as that several sources differ. */
  placeholder?: string | undefined
  onCommit(names: CslName[]): void
}

/** A list of names in their order: to add to, to take from, to move, to fill from the clipboard. */
export function NamesField({ field, value, placeholder, onCommit }: NamesFieldProps) {
  const { t } = useTranslation('sources')
  const [drafts, setDrafts] = useState<NameDraft[]>(() => (value ?? []).map(draftOf))
  const list = useRef<HTMLFieldSetElement>(null)
  const say = useOutside(JSON.stringify(value ?? []), (written) =>
    setDrafts((JSON.parse(written) as CslName[]).map(draftOf)),
  )
  const commit = (now: readonly NameDraft[]): void => {
    const names = namesOf(now)
    if (say(JSON.stringify(names))) onCommit(names)
  }
  const change = (next: NameDraft[]): void => {
    setDrafts(next)
    commit(next)
  }
  const focusOn = (index: number): void => {
    requestAnimationFrame(() => list.current?.querySelectorAll('li')[index]?.querySelector('input')?.focus())
  }
  const add = (): void => {
    setDrafts([...drafts, emptyName])
    focusOn(drafts.length)
  }
  const act = (index: number, action: string): void => {
    const next = [...drafts]
    const [draft] = next.splice(index, 1)
    if (!draft) return
    if (action === 'up') next.splice(index - 1, 0, draft)
    if (action === 'down') next.splice(index + 1, 0, draft)
    if (action === 'turn') next.splice(index, 0, turned(draft))
    change(next)
  }
  /** A list from elsewhere takes the place of the name it is pasted into. */
  const paste = (index: number, event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!isNameList(text)) return
    event.preventDefault()
    const names = parseNames(text).map(draftOf)
    change([...drafts.slice(0, index), ...names, ...drafts.slice(index + 1)])
  }
  return (
    <fieldset ref={list} className={styles.names}>
      <legend className={styles.legend}>{t(`field.${field}`)}</legend>
      {drafts.length > 0 && (
        <ul className={styles.nameList}>
          {drafts.map((draft, index) => (
            <NameRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a name is known by its place in the list
              key={index}
              draft={draft}
              place={{ first: index === 0, last: index === drafts.length - 1 }}
              onChange={(next) => setDrafts(drafts.map((old, at) => (at === index ? next : old)))}
              onLeave={() => commit(drafts)}
              onEnter={() => (index === drafts.length - 1 ? add() : focusOn(index + 1))}
              onAct={(action) => act(index, action)}
              onPaste={(event) => paste(index, event)}
            />
          ))}
        </ul>
      )}
      {drafts.length === 0 && placeholder && <span className={styles.mixed}>{placeholder}</span>}
      <Button variant="quiet" size="small" icon={Plus} className={styles.add ?? ''} onPress={add}>
        {t(`add.${field}`)}
      </Button>
    </fieldset>
  )
}

/**
 * Calls `onNews` when the value outside becomes another one, but not for the echo of what was said from here: that may
 * come late and step by step, while the next name is being typed. Returns how to say a value; it answers whether that is
 * a new one.
 */
function useOutside(outside: string, onNews: (outside: string) => void): (own: string) => boolean {
  const known = useRef(outside)
  const onTheirWay = useRef<string[]>([])
  const latest = useRef(onNews)
  latest.current = onNews
  useEffect(() => {
    const echo = onTheirWay.current.indexOf(outside)
    if (echo >= 0) onTheirWay.current.splice(0, echo + 1)
    else if (outside !== known.current) {
      known.current = outside
      latest.current(outside)
    }
  }, [outside])
  return (own) => {
    if (own === known.current) return false
    known.current = own
    onTheirWay.current.push(own)
    return true
  }
}

interface NameRowProps {
  draft: NameDraft
  place: { first: boolean; last: boolean }
  onChange(draft: NameDraft): void
  onLeave(): void
  onEnter(): void
  onAct(action: string): void
  onPaste(event: ClipboardEvent): void
}

function NameRow({ draft, place, onChange, onLeave, onEnter, onAct, onPaste }: NameRowProps) {
  const { t } = useTranslation('sources')
  const input = (part: 'family' | 'given' | 'literal') => (
    <input
      className={styles.name}
      aria-label={t(`name.${part}`)}
      placeholder={t(`name.${part}`)}
      value={draft[part]}
      onChange={({ target }) => onChange({ ...draft, [part]: target.value })}
      onBlur={onLeave}
      onPaste={onPaste}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        onLeave()
        onEnter()
      }}
    />
  )
  return (
    <li className={styles.nameRow}>
      {draft.whole ? (
        input('literal')
      ) : (
        <>
          {input('family')}
          {input('given')}
        </>
      )}
      <MenuTrigger>
        <IconButton icon={Ellipsis} size="small" label={t('name.menu')} />
        <Menu label={t('name.menu')} onAction={onAct}>
          <MenuItem id="turn" icon={draft.whole ? User : Building2}>
            {draft.whole ? t('name.person') : t('name.organisation')}
          </MenuItem>
          {!place.first && (
            <MenuItem id="up" icon={ArrowUp}>
              {t('name.up')}
            </MenuItem>
          )}
          {!place.last && (
            <MenuItem id="down" icon={ArrowDown}>
              {t('name.down')}
            </MenuItem>
          )}
          <MenuItem id="remove" icon={X}>
            {t('name.remove')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </li>
  )
}
