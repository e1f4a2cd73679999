import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { type DomElement, painterOf } from './painter.ts'
import { type ImageFields, imageEndings, imageType } from './text.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const endingOf = (value: unknown): ImageFields['ending'] | '' =>
  imageEndings.find((ending) => ending === value) ?? ''

const hashState = createState('hash', { parse: text })
const endingState = createState('ending', { parse: endingOf })
const altState = createState('alt', { parse: text })

/** An image inside a line. Its bytes stand in the notebook under their hash: see `images.get`. */
export class ImageNode extends DecoratorNode<unknown> {
  override $config() {
    return this.config(imageType, {
      extends: DecoratorNode,
      stateConfigs: [
        { stateConfig: hashState, flat: true },
        { stateConfig: endingState, flat: true },
        { stateConfig: altState, flat: true },
      ],
    })
  }

  getFields(): ImageFields {
    return {
      hash: $getState(this, hashState),
      ending: $getState(this, endingState) || 'png',
      alt: $getState(this, altState),
    }
  }

  /** What the image shows, in words. */
  setAlt(alt: string): void {
    $setState(this, altState, alt)
  }

  override createDOM(config: EditorConfig): DomElement {
    return painterOf(config).image()
  }

  override updateDOM(): boolean {
    return false
  }

  override decorate(_editor: LexicalEditor, config: EditorConfig): unknown {
    return painterOf(config).imageContent(this.getKey(), this.getFields())
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    return { element: painterOf(editor._config).exportedImage(this.getFields()) }
  }

  override isInline(): boolean {
    return true
  }

  override getTextContent(): string {
    return this.getFields().alt
  }
}

export function $createImageNode({ hash, ending, alt }: ImageFields): ImageNode {
  const node = $create(ImageNode)
  $setState(node, hashState, hash)
  $setState(node, endingState, ending)
  $setState(node, altState, alt)
  return node
}

export function $isImageNode(node: LexicalNode | null | undefined): node is ImageNode {
  return node instanceof ImageNode
}
