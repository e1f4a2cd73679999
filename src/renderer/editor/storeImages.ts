import { engine } from '#renderer/engine/client.ts'
import { messageOf } from '#renderer/engine/queries.ts'
import { toast } from '#renderer/ui/index.ts'
import type { RichTextNode } from '#shared/model.ts'
import { type ImageFields, imageType } from '#shared-editor/text.ts'
import { storedImage, textNode } from './paste/blocks.ts'

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' } as const
type MediaType = keyof typeof endings

/** Whether a file is an image of a kind that notes can show. */
export function isImageFile({ type }: File): boolean {
  return type in endings
}

/** Keeps an image in the notebook. Null, with the reason in a toast, where the engine refuses it. */
export async function storeImage(blob: Blob, alt: string): Promise<ImageFields | null> {
  try {
    const mediaType = (Object.keys(endings) as MediaType[]).find((type) => type === blob.type) ?? 'image/png'
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const { hash } = await engine.call('images.add', { mediaType, bytes })
    return { hash, ending: endings[mediaType], alt }
  } catch (thrown) {
    toast(messageOf(thrown), { tone: 'danger' })
    return null
  }
}

/** Whether images came along whose bytes are still to be stored. */
export function carriesImages(blocks: readonly RichTextNode[]): boolean {
  return blocks.some((node) => (node.type === imageType && 'data' in node) || carriesImages(childrenOf(node)))
}

/** The same blocks with every image that came along kept in the notebook; of one that cannot be, its words stay. */
export async function withImagesStored(blocks: readonly RichTextNode[]): Promise<RichTextNode[]> {
  const stored: RichTextNode[] = []
  for (const node of blocks) {
    if (node.type === imageType && typeof node.data === 'string') {
      const alt = String(node.alt)
      const blob = blobOf(node.data)
      const image = blob && (await storeImage(blob, alt))
      if (image) stored.push(storedImage(image))
      else if (alt !== '') stored.push(textNode(alt, 0))
    } else {
      const children = childrenOf(node)
      stored.push(children.length === 0 ? node : { ...node, children: await withImagesStored(children) })
    }
  }
  return stored
}

/** The bytes of a `data:` address in base64; null for any other. Not fetched: the page may fetch nothing. */
function blobOf(address: string): Blob | null {
  const match = /^data:(image\/[\w+.-]+);base64,/i.exec(address)
  if (match === null) return null
  try {
    const binary = atob(address.slice(match[0].length))
    return new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))], {
      type: (match[1] ?? '').toLowerCase(),
    })
  } catch {
    return null
  }
}

function childrenOf(node: RichTextNode): RichTextNode[] {
  return Array.isArray(node.children) ? (node.children as RichTextNode[]) : []
}
