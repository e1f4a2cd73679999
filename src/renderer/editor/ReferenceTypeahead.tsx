import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { LexicalTypeaheadMenuPlugin, MenuOption } from '@lexical/react/LexicalTypeaheadMenuPlugin'
import { $createTextNode, type TextNode } from 'lexical'
import { useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { KindIcon } from '#renderer/objects/KindIcon.tsx'
import { classes } from '#renderer/ui/index.ts'
import type { Suggestion } from '#shared/model.ts'
import { $createReferenceNode } from '#shared-editor/nodes.ts'
import styles from './typeahead.module.css'

class ReferenceOption extends MenuOption {
  readonly suggestion: Suggestion
  constructor(suggestion: Suggestion) {
    super(suggestion.id)
    this.suggestion = suggestion
  }
}

/** Offers sources, claims, annotations and notes after `[[`. */
export function ReferenceTypeahead() {
  const { t } = useTranslation('editor')
  const [editor] = useLexicalComposerContext()
  const [query, setQuery] = useState<string | null>(null)
  const { data } = useCall(
    'search.suggest',
    { text: query ?? '', limit: 8 },
    { enabled: query !== null, keepPrevious: true },
  )
  const options = useMemo(
    () => (query === null ? [] : (data ?? []).map((suggestion) => new ReferenceOption(suggestion))),
    [data, query],
  )
  const insert = (option: ReferenceOption, typed: TextNode | null, close: () => void): void =>
    editor.update(() => {
      const { kind, id, label } = option.suggestion
      const reference = $createReferenceNode({ kind, id, label })
      typed?.replace(reference)
      const space = $createTextNode(' ')
      reference.insertAfter(space)
      space.select()
      close()
    })
  return (
    <LexicalTypeaheadMenuPlugin<ReferenceOption>
      options={options}
      onQueryChange={setQuery}
      onSelectOption={insert}
      triggerFn={matchReference}
      menuRenderFn={(anchor, { selectedIndex, selectOptionAndCleanUp, setHighlightedIndex }) =>
        anchor.current && options.length > 0
          ? createPortal(
              <div className={styles.menu} role="listbox" aria-label={t('referenceMenu')}>
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

function ReferenceRow(props: {
  option: ReferenceOption
  index: number
  selected: boolean
  onPick(): void
  onPoint(): void
}) {
  const { option, index, selected } = props
  const { kind, label, detail } = option.suggestion
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
      <KindIcon kind={kind} />
      <span className={styles.label}>{label}</span>
      <span className={styles.detail}>{detail}</span>
    </div>
  )
}

function matchReference(text: string) {
  const match = /\[\[([^[\]\n]{0,80})$/.exec(text)
  if (!match) return null
  return { leadOffset: match.index, matchingString: match[1] ?? '', replaceableString: match[0] }
}
