import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { write } from '#renderer/engine/queries.ts'
import { RelationSelect } from '#renderer/objects/RelationSelect.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { useWindow } from '#renderer/state/window.ts'
import { Button, Dialog, TextField } from '#renderer/ui/index.ts'
import styles from './dialogs.module.css'
import type { Subject } from './subject.ts'

/** The longest statement the engine takes, in UTF-16 units. */
const longest = 2_000

/** States a claim on the strength of a passage, whose words are the first draft. */
export function ClaimDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t } = useTranslation('reader')
  const { all } = useRelations()
  const [statement, setStatement] = useState(() => subject.text.replace(/\s+/g, ' ').slice(0, longest))
  const [chosen, setChosen] = useState<string | null>(null)
  const supports = all.find(({ stance, builtin }) => builtin && stance === 1)
  const relation = all.find(({ id }) => id === chosen) ?? supports
  const create = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (statement.trim() === '') return
    const { sourceId, start, end } = subject
    const made = await write('claims.createFromPassage', {
      sourceId,
      start,
      end,
      statement: statement.trim(),
      ...(relation && { relation: relation.id, colour: relation.colour }),
    })
    if (!made) return
    useWindow.getState().select({ kind: 'annotation', id: made.annotationId })
    onClose()
    await offerUndo(t('claimMade'))
  }
  return (
    <Dialog
      title={t('claimTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={statement.trim() === ''} onPress={() => void create()}>
            {t('createClaim')}
          </Button>
        </>
      }
    >
      <form className={styles.form} onSubmit={(event) => void create(event)}>
        <TextField
          label={t('statement')}
          value={statement}
          onChange={setStatement}
          maxLength={longest}
          rows={3}
          autoFocus
          onFocus={({ target }) => target instanceof HTMLTextAreaElement && target.select()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            void create()
          }}
        />
        <Quote subject={subject}>
          <RelationSelect
            label={t('relationToClaim')}
            value={relation?.id ?? null}
            onChange={(id) => setChosen(id)}
          />
        </Quote>
      </form>
    </Dialog>
  )
}

/** The passage as the dialogs show it, with how it bears on the claim. */
export function Quote({ subject, children }: { subject: Subject; children: React.ReactNode }) {
  const { t } = useTranslation('reader')
  return (
    <div className={styles.evidence}>
      <span className={styles.label}>{t('thisPassage')}</span>
      {children}
      <blockquote className={styles.quote} dir="auto">
        {subject.text}
      </blockquote>
    </div>
  )
}
