import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWrite } from '#renderer/engine/queries.ts'
import { RelationMark } from '#renderer/objects/RelationMark.tsx'
import { useRelations } from '#renderer/objects/relations.ts'
import { offerUndo } from '#renderer/objects/undoToast.ts'
import { Button, Dialog, IconButton, TextField } from '#renderer/ui/index.ts'
import type { Claim } from '#shared/model.ts'
import { type Part, partsOf, statedParts, withLink, withPart } from './parts.ts'
import styles from './SplitDialog.module.css'

/** Parts a claim: what each part states, and which evidence goes with which. */
export function SplitDialog({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { t } = useTranslation('claims')
  const write = useWrite()
  const [parts, setParts] = useState<Part[]>(() => withPart([]))
  const stated = statedParts(parts)
  const ready = stated.length > 0 && stated.length === parts.length
  const state = (key: number, statement: string): void =>
    setParts(parts.map((part) => (part.key === key ? { ...part, statement } : part)))
  const split = async (): Promise<void> => {
    if (!ready) return
    const done = await write('claims.split', { id: claim.id, parts: stated })
    if (!done) return
    onClose()
    await offerUndo(t('splitDone', { count: stated.length, number: claim.number }))
  }
  return (
    <Dialog
      title={t('splitTitle', { number: claim.number })}
      isOpen
      onClose={onClose}
      size="large"
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" isDisabled={!ready} onPress={() => void split()}>
            {t('splitOff', { count: parts.length })}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('splitText')}</p>
      <p className={styles.whole}>
        <span className={styles.number}>C{claim.number}</span> {claim.statement}
      </p>
      {parts.map(({ key, statement }, index) => (
        <div key={key} className={styles.part}>
          <TextField
            label={t('part', { number: index + 1 })}
            rows={1}
            maxLength={2000}
            value={statement}
            autoFocus={index === parts.length - 1}
            placeholder={t('partHint')}
            className={styles.statement ?? ''}
            onChange={(text) => state(key, text)}
          />
          {parts.length > 1 && (
            <IconButton
              icon={X}
              label={t('withoutPart', { number: index + 1 })}
              onPress={() => setParts(parts.filter((part) => part.key !== key))}
            />
          )}
        </div>
      ))}
      <Button size="small" icon={Plus} className={styles.add ?? ''} onPress={() => setParts(withPart(parts))}>
        {t('anotherPart')}
      </Button>
      {claim.evidence.length > 0 && (
        <Assignment
          claim={claim}
          parts={parts}
          onToggle={(key, linkId) => setParts(withLink(parts, key, linkId))}
        />
      )}
    </Dialog>
  )
}

/** Evidence down, parts across: a box says that the one goes with the other. */
function Assignment(props: {
  claim: Claim
  parts: readonly Part[]
  onToggle: (key: number, linkId: string) => void
}) {
  const { t } = useTranslation('claims')
  const { byId } = useRelations()
  const { claim, parts, onToggle } = props
  return (
    <table className={styles.table} aria-label={t('whatGoesWhere')}>
      <thead>
        <tr>
          <th scope="col">{t('evidence')}</th>
          {parts.map(({ key }, index) => (
            <th key={key} scope="col">
              {t('part', { number: index + 1 })}
            </th>
          ))}
          <th scope="col">{t('goes')}</th>
        </tr>
      </thead>
      <tbody>
        {claim.evidence.map(({ link, annotation, otherLabel }) => {
          const relation = byId.get(link.relationId)
          const words = annotation?.quote ?? otherLabel
          const goes = partsOf(parts, link.id)
          return (
            <tr key={link.id}>
              <th scope="row" className={styles.item}>
                {relation && <RelationMark relation={relation} small />}
                <span className={styles.quote}>{words}</span>
              </th>
              {parts.map(({ key, linkIds }, index) => (
                <td key={key}>
                  <input
                    type="checkbox"
                    aria-label={t('goesWith', { words: words.slice(0, 80), number: index + 1 })}
                    checked={linkIds.includes(link.id)}
                    onChange={() => onToggle(key, link.id)}
                  />
                </td>
              ))}
              <td className={styles.goes}>
                {goes === 0 ? t('staysWith', { number: claim.number }) : t('movesTo', { count: goes })}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
