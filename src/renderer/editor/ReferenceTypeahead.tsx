import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { LexicalTypeaheadMenuPlugin, MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin'
import { $createTextNode, type TextNode } from 'lexical'
import { useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { classes } from '#renderer/ui/index.ts'
import type { ObjectRef, Suggestion } from '#shared/model.ts'
import { $createReferenceNode } from '#shared-editor/nodes.ts'
import styles from './typeahead.module.css'
import { type Asked, askedFor, matchTypeahead } from './typeahead.ts'

class ReferenceOption extends MenuOption {
  readonly object: ObjectRef
  /** What stands in the text afterwards. */
  readonly label: string
  readonly detail: string
  constructor({ kind, id }: ObjectRef, label: string, detail: string) {
    super(id)
    this.object = { kind, id }
    this.label = label
    this.detail = detail
  }
}

const shown = 8
/** More are looked at where only those of one year count. */
const lookedAt = 60

/** Offers sources, claims, annotations and notes after `[[`, and sources to cite after `@`. */
export function ReferenceTypeahead() {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const [matching, setMatching] = useState<string | null>(null)
  const asked = useMemo(() => (matching === null ? null : askedFor(matching)), [matching])
  const options = useOptions(asked)
  const insert = (option: ReferenceOption, typed: TextNode | null, close: () => void): void =>
    editor.update(() => {
      const reference = $createReferenceNode({ ...option.object, label: option.label })
      typed?.replace(reference)
      const space = $createTextNode(' ')
      reference.insertAfter(space)
      space.select()
      close()
    })
  return (
    <LexicalTypeaheadMenuPlugin<ReferenceOption>
      options={options}
      onQueryChange={setMatching}
      onSelectOption={insert}
      triggerFn={matchTypeahead}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              <div
                className={styles.menu}
                role="listbox"
                aria-label={t(asked?.how === 'cite' ? 'citeMenu' : 'referenceMenu')}
              >
                {options.map((option, index) => (
                  <ReferenceRow
                    key={option.key}
                    option={option}
                    index={index}
                    selected={index === selectedIndex}
                    onPick={() => selectOptionAndCleanUp(option)}
                    onPoint={() => setHighlightedIndex(index)}
                  />
                ))}
              </div>,
              anchor.current,
            )
          : null
      }
    />
  )
}

/** What is found for what is being typed. A source that is to be cited is called by its author and year. */
function useOptions(asked: Asked | null): ReferenceOption[] {
  const cites = asked?.how === 'cite'
  const { data: found } = useCall(
    'search.suggest',
    {
      text: asked?.text ?? '',
      limit: asked?.year ? lookedAt : shown,
      ...(cites && { kinds: ['source'] as const }),
    } as { text: string; limit: number; kinds?: Suggestion['kind'][] },
    { enabled: asked !== null, keepPrevious: true },
  )
  const ids = cites ? (found ?? []).filter(({ kind }) => kind === 'source').map(({ id }) => id) : []
  const { data: citations } = useCall(
    'sources.citations',
    { ids },
    { enabled: ids.length > 0, keepPrevious: true },
  )
  return useMemo(() => {
    if (asked === null || !found) return []
    if (asked.how === 'mention') return found.map((one) => new ReferenceOption(one, one.label, one.detail))
    const named = found.flatMap(({ kind, id }) => {
      const known = citations?.find((citation) => citation.id === id)
      return known ? [new ReferenceOption({ kind, id }, known.citation, known.title)] : []
    })
    const { year } = asked
    const fitting = year === null ? named : named.filter(({ label }) => label.endsWith(year))
    return fitting.slice(0, shown)
  }, [asked, found, citations])
}

function ReferenceRow(props: {
  option: ReferenceOption
  index: number
  selected: boolean
  onPick(): void
  onPoint(): void
}) {
  const { option, index, selected } = props
  return (
    // The keys are Lexical's: focus stays in the text while the arrows move through the menu.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`typeahead-item-${index}`}
      ref={(row) => option.setRefElement(row)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes(styles.row, selected && styles.selected)}
      onClick={props.onPick}
      onMouseEnter={props.onPoint}
    >
      <KindIcon kind={option.object.kind} />
      <span className={styles.label}>{option.label}</span>
      <span className={styles.detail}>{option.detail}</span>
    </div>
  )
}
