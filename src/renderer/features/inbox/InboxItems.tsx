import { Bell, BellOff, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { openObject } from '#renderer/objects/openObject.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { judge } from '#renderer/state/judging.ts'
import { useWindow } from '#renderer/state/window.ts'
import {
  Button,
  classes,
  Gradually,
  IconButton,
  Popover,
  PopoverTrigger,
  TextField,
} from '#renderer/ui/index.ts'
import type { InboxItem } from '#shared/model.ts'
import { becauseOf } from './because.ts'
import styles from './InboxView.module.css'

const itemsAtOnce = 30
/** Of an item of two lines, in px. */
const usualHeight = 48

/** The objects that a rule asks about. The arrow keys walk from one to the next. */
export function InboxItems({ items }: { items: readonly InboxItem[] }) {
  return (
    <ul className={styles.items} onKeyDown={walk}>
      <Gradually items={items} page={itemsAtOnce} size={usualHeight} room="li">
        {(item) => <Item key={`${item.rule} ${item.object.id}`} item={item} />}
      </Gradually>
    </ul>
  )
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.dataset.item) return
  // From the last of one rule to the first of the next.
  const all = [
    ...(event.currentTarget.closest('[data-inbox]')?.querySelectorAll<HTMLElement>('[data-item]') ?? []),
  ]
  const next = all[all.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function Item({ item }: { item: InboxItem }) {
  return (
    <li className={styles.line}>
      <Subject item={item} />
      {item.object.kind === 'tag' && <RemoveTag item={item} />}
      {item.muted ? <Unmute id={item.muted.id} label={item.label} /> : <Mute item={item} />}
    </li>
  )
}

/** What is asked about, and the numbers that are why; for a muted one the reason that somebody gave. */
function Subject({ item }: { item: InboxItem }) {
  const { t, i18n } = useTranslation('inbox')
  const selected = useWindow((state) => state.selection?.id === item.object.id)
  const { kind, id } = item.object
  const words = (
    <span className={styles.words}>
      <span className={styles.label}>{item.label}</span>
      <span className={styles.because}>{becauseOf(t, item)}</span>
      {item.muted && (
        <span className={styles.reason}>
          {item.muted.reason === '' ? t('noReason') : `“${item.muted.reason}”`} ·{' '}
          {new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' }).format(new Date(item.muted.at))}
        </span>
      )}
    </span>
  )
  if (kind === 'tag') return <div className={styles.item}>{words}</div>
  const object = { kind, id }
  const open = (): void => {
    if (item.rule === 'anchor-drifted') judge({ at: id })
    else void openObject(object)
  }
  return (
    <button
      type="button"
      data-item={id}
      className={classes(styles.item, selected && styles.selected)}
      onClick={open}
    >
      <KindIcon kind={kind} />
      {words}
    </button>
  )
}

/** The item that comes after one, or before it where it is the last: the keyboard goes on there once the one is gone. */
function neighbourOf(id: string): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('[data-inbox] [data-item]')]
  const at = all.findIndex(({ dataset }) => dataset.item === id)
  return all[at + 1] ?? all[at - 1]
}

function Mute({ item }: { item: InboxItem }) {
  const { t } = useTranslation('inbox')
  const write = useWrite()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const mute = async (): Promise<void> => {
    setOpen(false)
    const { rule, object } = item
    const next = neighbourOf(object.id)
    const done = await write('inbox.mute', { rule, object, reason: reason.trim() })
    if (!done) return
    next?.focus()
    await offerUndo(t('mutedDone'))
  }
  return (
    <PopoverTrigger isOpen={open} onOpenChange={setOpen}>
      <IconButton icon={BellOff} size="small" label={t('muteThis', { label: item.label })} />
      <Popover label={t('mute')} placement="bottom end">
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            void mute()
          }}
        >
          <TextField
            label={t('whyMuted')}
            value={reason}
            maxLength={2000}
            autoFocus
            placeholder={t('whyMutedHint')}
            onChange={setReason}
          />
          <Button variant="primary" size="small" type="submit">
            {t('mute')}
          </Button>
        </form>
      </Popover>
    </PopoverTrigger>
  )
}

function Unmute({ id, label }: { id: string; label: string }) {
  const { t } = useTranslation('inbox')
  const write = useWrite()
  const unmute = async (): Promise<void> => {
    const done = await write('inbox.unmute', { id })
    if (done) await offerUndo(t('unmutedDone'))
  }
  return (
    <IconButton icon={Bell} size="small" label={t('unmuteThis', { label })} onPress={() => void unmute()} />
  )
}

function RemoveTag({ item }: { item: InboxItem }) {
  const { t } = useTranslation('inbox')
  const write = useWrite()
  const remove = async (): Promise<void> => {
    const done = await write('tags.delete', { id: item.object.id })
    if (done) await offerUndo(t('tagRemoved', { tag: item.label }))
  }
  return (
    <IconButton
      icon={Trash2}
      size="small"
      label={t('removeTag', { tag: item.label })}
      onPress={() => void remove()}
    />
  )
}
