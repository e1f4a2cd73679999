import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '#renderer/commands/registry.ts'
import { useCall } from '#renderer/engine/queries.ts'
import { openAnnotation } from '#renderer/objects/openObject.ts'
import { usePassageCopy } from '#renderer/objects/passageClipboard.ts'
import { useAnnotating } from '#renderer/state/annotating.ts'
import { correctText } from '#renderer/state/textChange.ts'
import { useWindow } from '#renderer/state/window.ts'
import { toast } from '#renderer/ui/index.ts'
import { type Annotation, type Colour, colours } from '#shared/model.ts'
import type { Edge } from '../text/graphemes.ts'
import { annotatePassage, deleteSelected, edit, exclude, setColour } from './actions.ts'
import { ClaimDialog } from './ClaimDialog.tsx'
import { copyCitation } from './citation.ts'
import { LinkDialog } from './LinkDialog.tsx'
import { moveEdge } from './resize.ts'
import { type Subject, useSubject } from './subject.ts'

/** Binds the commands on passages and annotations while a source is open, and holds the dialogs they open. */
export function AnnotationCommands({ sourceId }: { sourceId: string }) {
  const { t, i18n } = useTranslation('reader')
  const passage = useWindow((state) => state.passage)
  const selection = useWindow((state) => state.selection)
  const subject = useSubject(sourceId)
  const source = useCall('sources.get', { id: subject?.sourceId ?? sourceId })
  const [asking, setAsking] = useState<{ what: 'claim' | 'link'; subject: Subject } | null>(null)
  const ask = (what: 'claim' | 'link'): void => {
    if (!subject) return
    useAnnotating.setState({ passage: subject })
    setAsking({ what, subject })
  }
  const close = (): void => {
    useAnnotating.setState({ passage: null })
    setAsking(null)
  }
  const copy = (): void => {
    if (!subject || !source.data) return
    const pages = (from: number, to: number): string =>
      from === to ? t('page', { page: from }) : t('pages', { from, to })
    if (copyCitation(subject, source.data, i18n.language, pages)) toast(t('copied'))
  }

  // While several are chosen in the list, its keys mean those; words that are selected in the text come first.
  const several = useAnnotating((state) => state.chosen.size > 0)
  const one = passage !== null || !several
  usePassageCopy()

  const something = { enabled: subject !== null }
  useCommand('annotation.highlight', () => void annotatePassage(), { enabled: passage !== null })
  useCommand('annotation.comment', () => void edit('comment'), something)
  useCommand('annotation.tag', () => void edit('tags'), { enabled: subject !== null && one })
  useCommand('annotation.claim', () => ask('claim'), something)
  useCommand('annotation.link', () => ask('link'), something)
  useCommand('annotation.copy', copy, something)
  useCommand('sources.correct', () => subject && correctText(subject), something)
  useCommand('flags.exclude', () => void exclude(), { enabled: passage !== null })
  useCommand('annotation.delete', () => void deleteSelected(t('deleted')), {
    enabled: selection?.kind === 'annotation' && passage === null && !several,
  })
  const annotation = subject?.annotation
  const resizable = { enabled: annotation != null && annotation.state !== 'lost' && !several }
  const move = (edge: Edge, by: 1 | -1): void => {
    if (annotation && source.data) void moveEdge(annotation.id, source.data.text, edge, by)
  }
  useCommand('annotation.endLater', () => move('end', 1), resizable)
  useCommand('annotation.endEarlier', () => move('end', -1), resizable)
  useCommand('annotation.startEarlier', () => move('start', -1), resizable)
  useCommand('annotation.startLater', () => move('start', 1), resizable)
  return (
    <>
      {colours.map((colour, index) => (
        <ColourCommand key={colour} colour={colour} index={index} enabled={subject !== null && one} />
      ))}
      <Steps sourceId={sourceId} />
      {asking?.what === 'claim' && <ClaimDialog subject={asking.subject} onClose={close} />}
      {asking?.what === 'link' && <LinkDialog subject={asking.subject} onClose={close} />}
    </>
  )
}

const colourCommands = [
  'annotation.colour1',
  'annotation.colour2',
  'annotation.colour3',
  'annotation.colour4',
  'annotation.colour5',
  'annotation.colour6',
  'annotation.colour7',
  'annotation.colour8',
] as const

function ColourCommand(props: { colour: Colour; index: number; enabled: boolean }) {
  const id = colourCommands[props.index] ?? colourCommands[0]
  useCommand(id, () => void setColour(props.colour), { enabled: props.enabled })
  return null
}

/** Next and previous annotation in text order, from the selected one. */
function Steps({ sourceId }: { sourceId: string }) {
  const { data = [] } = useCall('annotations.list', { sourceId })
  const step = (by: 1 | -1): void => {
    const inOrder = [...data].sort(byPlace)
    const { selection } = useWindow.getState()
    const now = inOrder.findIndex(({ id }) => id === selection?.id)
    const next = now < 0 ? inOrder.at(by > 0 ? 0 : -1) : inOrder[now + by]
    if (next) openAnnotation(next)
  }
  useCommand('annotation.next', () => step(1), { enabled: data.length > 0 })
  useCommand('annotation.previous', () => step(-1), { enabled: data.length > 0 })
  return null
}

function byPlace(a: Annotation, b: Annotation): number {
  return a.start - b.start || b.end - a.end
}
