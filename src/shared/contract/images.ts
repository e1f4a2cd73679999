import { z } from 'zod'
import { read, write } from './call.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const imageType = z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])

/** Images that stand in notes and comments, by the SHA-256 of their bytes. Kept in the notebook, each once. */
export const imageCalls = {
  /** Throws `invalid_input` for bytes that are no image of that type, or more than 20 MB. */
  'images.add': write<{ hash: string }>()(
    z.strictObject({ mediaType: imageType, bytes: z.instanceof(Uint8Array) }),
  ),
  'images.get': read<{ mediaType: string; bytes: Uint8Array }>()(z.strictObject({ hash })),
}
