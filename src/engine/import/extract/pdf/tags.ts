import type { PDFPageProxy } from 'pdfjs-dist'
import type { Tag } from './model.ts'

interface StructureNode {
  role?: string
  type?: string
  id?: string
  children?: StructureNode[]
}

const deepest = 100

/** The page's part of the document's structure; null where it has none or a broken one. */
export async function readTags(page: PDFPageProxy): Promise<Tag | null> {
  try {
    const tree = (await page.getStructTree()) as StructureNode | null
    return tree === null ? null : toTag(tree, 0)
  } catch {
    return null
  }
}

function toTag(node: StructureNode, depth: number): Tag {
  const children: Tag['children'] = []
  for (const child of depth < deepest ? (node.children ?? []) : []) {
    if (child.type === 'content' && child.id !== undefined) children.push(child.id)
    else if (child.children !== undefined) children.push(toTag(child, depth + 1))
  }
  return { role: node.role ?? '', children }
}
