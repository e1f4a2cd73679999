import { CodeNode } from '@lexical/code-core'
import { HorizontalRuleNode } from '@lexical/extension'
import { AutoLinkNode, LinkNode } from '@lexical/link'
import { ListItemNode, ListNode } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { type ObjectKind, objectKinds } from '#shared/model.ts'
import { ImageNode } from './image.ts'
import { type DomElement, painterOf, type ReferenceFields } from './painter.ts'
import { type QuoteFields, quoteType, referenceType } from './text.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
// No default among the kinds: Lexical leaves default values out of its JSON, which others read too.
const kindOf = (value: unknown): ObjectKind | null => objectKinds.find((kind) => kind === value) ?? null

const annotationIdState = createState('annotationId', { parse: text })
const sourceIdState = createState('sourceId', { parse: text })
const quoteState = createState('quote', { parse: text })
const titleState = createState('title', { parse: text })
const kindState = createState('kind', { parse: kindOf })
const idState = createState('id', { parse: text })
const labelState = createState('label', { parse: text })

/** A quote that stays linked to the passage it was taken from. */
export class QuoteBlockNode extends DecoratorNode<unknown> {
  override $config() {
    return this.config(quoteType, {
      extends: DecoratorNode,
      stateConfigs: [
        { stateConfig: annotationIdState, flat: true },
        { stateConfig: sourceIdState, flat: true },
        { stateConfig: quoteState, flat: true },
        { stateConfig: titleState, flat: true },
      ],
    })
  }

  getFields(): QuoteFields {
    return {
      annotationId: $getState(this, annotationIdState),
      sourceId: $getState(this, sourceIdState),
      quote: $getState(this, quoteState),
      title: $getState(this, titleState),
    }
  }

  override createDOM(config: EditorConfig): DomElement {
    return painterOf(config).quote(this.getFields())
  }

  override updateDOM(): boolean {
    return false
  }

  override decorate(_editor: LexicalEditor, config: EditorConfig): unknown {
    return painterOf(config).quoteContent(this.getKey(), this.getFields())
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    return { element: painterOf(editor._config).exportedQuote(this.getFields()) }
  }

  /** Takes other words for the quote: those its passage has now. */
  setQuote(quote: string): void {
    $setState(this, quoteState, quote)
  }

  override isInline(): boolean {
    return false
  }

  override getTextContent(): string {
    const { quote, title } = this.getFields()
    return title === '' ? quote : `${quote}\n— ${title}`
  }
}

/** A mention of another object inside a line: what `[[` inserts. */
export class ReferenceNode extends DecoratorNode<unknown> {
  override $config() {
    return this.config(referenceType, {
      extends: DecoratorNode,
      stateConfigs: [
        { stateConfig: kindState, flat: true },
        { stateConfig: idState, flat: true },
        { stateConfig: labelState, flat: true },
      ],
    })
  }

  getFields(): ReferenceFields {
    return {
      kind: $getState(this, kindState) ?? 'source',
      id: $getState(this, idState),
      label: $getState(this, labelState),
    }
  }

  override createDOM(config: EditorConfig): DomElement {
    return painterOf(config).reference(this.getFields())
  }

  override updateDOM(): boolean {
    return true
  }

  override decorate(_editor: LexicalEditor, config: EditorConfig): unknown {
    return painterOf(config).referenceContent(this.getFields())
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    return { element: painterOf(editor._config).exportedReference(this.getFields()) }
  }

  override isInline(): boolean {
    return true
  }

  override getTextContent(): string {
    return this.getFields().label
  }
}

export function $createQuoteBlockNode(fields: QuoteFields): QuoteBlockNode {
  const node = $create(QuoteBlockNode)
  $setState(node, annotationIdState, fields.annotationId)
  $setState(node, sourceIdState, fields.sourceId)
  $setState(node, quoteState, fields.quote)
  $setState(node, titleState, fields.title)
  return node
}

export function $isQuoteBlockNode(node: LexicalNode | null | undefined): node is QuoteBlockNode {
  return node instanceof QuoteBlockNode
}

export function $createReferenceNode(fields: ReferenceFields): ReferenceNode {
  const node = $create(ReferenceNode)
  $setState(node, kindState, fields.kind)
  $setState(node, idState, fields.id)
  $setState(node, labelState, fields.label)
  return node
}

export function $isReferenceNode(node: LexicalNode | null | undefined): node is ReferenceNode {
  return node instanceof ReferenceNode
}

/** Every node that comments, reasoning and notes are made of. */
export const richTextNodes: readonly Klass<LexicalNode>[] = [
  HeadingNode,
  QuoteNode,
  ListNode,
  ListItemNode,
  LinkNode,
  AutoLinkNode,
  CodeNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  HorizontalRuleNode,
  QuoteBlockNode,
  ReferenceNode,
  ImageNode,
]
