import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { useLexicalEditable } from '@lexical/react/useLexicalEditable'
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection'
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical'
import { CircleAlert, MoveRight, RefreshCw, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { hasCode, useCall } from '#renderer/engine/queries.ts'
import { Button, classes } from '#renderer/ui/index.ts'
import { $isQuoteBlockNode } from '#shared-editor/nodes.ts'
import type { QuoteFields } from '#shared-editor/text.ts'
import { openClicked, openPassage } from './navigation.ts'
import styles from './quoteBlock.module.css'
import { type QuoteState, quoteState } from './quoteState.ts'

/** A quote that is linked to its passage: its words, its source, and what became of the passage since. */
export function QuoteBlock({ nodeKey, fields }: { nodeKey: NodeKey; fields: QuoteFields }) {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const [selected] = useLexicalNodeSelection(nodeKey)
  const { annotationId, sourceId, quote, title } = fields
  const { data, error } = useCall('annotations.get', { id: annotationId })
  const isGone = hasCode(error, 'not_found')
  const state = data || isGone ? quoteState(fields, isGone ? null : (data ?? null)) : 'same'
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button with the source's name does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={classes(styles.block, selected && styles.selected)}
      onClick={(event) => {
        // React does not take this content for a part of the text around it, whose clicks open what was clicked.
        if (openClicked(event.target)) event.stopPropagation()
      }}
    >
      <blockquote className={styles.words}>
        <Lines text={quote} />
      </blockquote>
      <figcaption>
        <button
          type="button"
          className={styles.source}
          title={t('quote.open')}
          onClick={() => void openPassage(annotationId, sourceId)}
        >
          {title}
        </button>
      </figcaption>
      {state !== 'same' && <State state={state} />}
      {state === 'changed' && data && (
        <div className={styles.now}>
          <p className={styles.nowLabel}>{t('quote.now')}</p>
          <Lines text={data.quote} />
          <UpdateButton onPress={() => takeQuote(editor, nodeKey, data.quote)} />
        </div>
      )}
    </div>
  )
}

/** Only where the text can be edited: a comment that is merely shown is updated when it is opened. */
function UpdateButton({ onPress }: { onPress: () => void }) {
  const { t } = useTranslation('editor')
  const editable = useLexicalEditable()
  if (!editable) return null
  return (
    <Button size="small" icon={RefreshCw} onPress={onPress}>
      {t('quote.update')}
    </Button>
  )
}

const icons = { moved: MoveRight, changed: CircleAlert, lost: TriangleAlert, deleted: TriangleAlert } as const

function State({ state }: { state: Exclude<QuoteState, 'same'> }) {
  const { t } = useTranslation('editor')
  const Icon = icons[state]
  return (
    <p className={classes(styles.state, state !== 'moved' && styles.alarming)}>
      <Icon size={14} aria-hidden />
      {t(`quote.${state}`)}
    </p>
  )
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a quote have no other name
    <p key={index} dir="auto">
      {line}
    </p>
  ))
}

function takeQuote(editor: LexicalEditor, key: NodeKey, quote: string): void {
  editor.update(() => {
    const node = $getNodeByKey(key)
    if ($isQuoteBlockNode(node)) node.setQuote(quote)
  })
}
