import { z } from 'zod'
import { isId } from '../ids.ts'
import { claimStatuses, colours, confidences, flagStates, objectKinds, type RichText } from '../model.ts'

/** The pieces that several calls' inputs are made of. Limits keep one bad call from filling the notebook. */
export const id = z.string().refine(isId, 'not an object id')
export const objectKind = z.enum(objectKinds)
export const objectRef = z.strictObject({ kind: objectKind, id })
export const colour = z.enum(colours)
export const claimStatus = z.enum(claimStatuses)
export const confidence = z.enum(confidences)
export const flagState = z.enum(flagStates)
export const offset = z.int().min(0)
export const limit = z.int().min(1).max(100_000)
export const line = z.string().trim().min(1).max(2_000)
export const tagName = z.string().trim().min(1).max(200)
export const tagNames = z.array(tagName).max(200)
/** Names a file that the shell, a drop or an upload offered; the window never names a path. */
export const handle = z.string().min(8).max(200)
/** Chosen by the caller, so that progress and cancelling can name the job before it ends. */
export const jobId = z.string().min(8).max(64)

/** Passed on as it came, key for key, so that a text that was not changed is stored as not changed. */
export const richText = z.custom<RichText>(isRichText, 'not rich text')

function isRichText(value: unknown): boolean {
  const root = isRecord(value) ? value.root : undefined
  if (!isRecord(root) || root.type !== 'root' || !Array.isArray(root.children)) return false
  return root.children.every((child) => isRecord(child) && typeof child.type === 'string')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** As far as a date can be written in four digits; the file keeps it as one number, which has to hold it. */
const datePart = z.int().min(-9_999).max(9_999)
const dateParts = z.array(z.array(datePart).min(1).max(3)).max(2)
const cslDate = z
  .strictObject({
    'date-parts': dateParts,
    circa: z.boolean().optional(),
    season: z.int().min(1).max(4).optional(),
    literal: z.string().max(500).optional(),
  })
  .refine(
    (date) => date['date-parts'].length > 0 || Boolean(date.literal?.trim()),
    'neither a date nor words',
  )
const cslName = z.strictObject({
  family: z.string().max(500).optional(),
  given: z.string().max(500).optional(),
  literal: z.string().max(500).optional(),
})
const shortText = z.string().max(2_000).optional()
const names = z.array(cslName).max(1_000).optional()
export const sourceMetadata = z.strictObject({
  type: shortText,
  author: names,
  editor: names,
  translator: names,
  'container-title': shortText,
  'collection-title': shortText,
  publisher: shortText,
  'publisher-place': shortText,
  edition: shortText,
  volume: shortText,
  issue: shortText,
  page: shortText,
  issued: cslDate.optional(),
  accessed: cslDate.optional(),
  'event-date': cslDate.optional(),
  URL: shortText,
  DOI: shortText,
  ISBN: shortText,
  ISSN: shortText,
  language: shortText,
  abstract: z.string().max(100_000).optional(),
  keyword: shortText,
  note: z.string().max(100_000).optional(),
})
export const metadataField = sourceMetadata.keyof()
