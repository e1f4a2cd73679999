import type { Claim, Evidence, Relation } from '#shared/model.ts'
import type { NotebookContents } from '../contents.ts'
import { credit } from '../facts.ts'
import { escapeInline, quotation } from './escape.ts'
import { frontMatter } from './front-matter.ts'
import { reasons, relationFrom } from './links.ts'
import { vaultMarkdown } from './rich-text.ts'
import { obsidianTag } from './tags.ts'
import { claimCode, type Vault } from './vault.ts'

/** A claim's page: its status, its evidence by relation and then by origin, and the reasoning. */
export function claimPage(claim: Claim, contents: NotebookContents, vault: Vault): string {
  const groups = Map.groupBy(claim.evidence, (item) => readingOf(item, contents.relations))
  const reasoning = claim.reasoning === null ? '' : vaultMarkdown(claim.reasoning, vault).trim()
  const sections = [
    `# ${claimCode(claim)} ${escapeInline(claim.statement)}`,
    `Status: **${claim.status}**. ${suggestionText(claim)}`,
    ...[...groups].flatMap(([reading, items]) => evidenceSection(reading, items, vault)),
    ...(reasoning === '' ? [] : ['## Reasoning', reasoning]),
  ]
  return `${properties(claim, contents)}\n${sections.join('\n\n')}\n`
}

function properties(claim: Claim, contents: NotebookContents): string {
  const counts = claim.counts
    .filter(({ sources }) => sources > 0)
    .map((count) => {
      const name = contents.relations.get(count.relationId)?.name ?? 'linked'
      return `${name}: ${plural(count.sources, 'source')}, ${plural(count.origins, 'origin')}`
    })
  return frontMatter({
    title: claim.statement,
    aliases: [claimCode(claim), claim.statement],
    status: claim.status,
    suggested: claim.suggestion.status,
    evidence: counts,
    tags: claim.tags.map(obsidianTag),
    'crossread-id': claim.id,
  })
}

function suggestionText({ suggestion }: Claim): string {
  const { supportingOrigins, contradictingOrigins } = suggestion
  const counts = `${plural(supportingOrigins, 'origin')} for it and ${plural(contradictingOrigins, 'origin')} against it`
  return `The evidence suggests *${suggestion.status}*: ${counts}.`
}

function readingOf(item: Evidence, relations: Map<string, Relation>): string {
  return relationFrom(relations.get(item.link.relationId), item.incoming)
}

function evidenceSection(reading: string, items: Evidence[], vault: Vault): string[] {
  const sources = new Set(items.flatMap((item) => item.source?.id ?? []))
  const origins = Map.groupBy(items, (item) => item.source?.originId ?? '')
  const voices = [...origins.keys()].filter((origin) => origin !== '').length
  const counted =
    sources.size === 0 ? '' : ` — ${plural(sources.size, 'source')}, ${plural(voices, 'origin')}`
  return [
    `## ${escapeInline(sentenceCase(reading))}${counted}`,
    ...[...origins.values()].flatMap((group) => originSection(group, vault)),
  ]
}

/** Several sources of one origin get a line that says they are one voice. */
function originSection(items: Evidence[], vault: Vault): string[] {
  const titles = new Map(items.flatMap((item) => (item.source ? [[item.source.id, item.source.title]] : [])))
  const oneVoice =
    titles.size > 1 ? [`### One origin: ${[...titles.values()].map(escapeInline).join(' · ')}`] : []
  return [...oneVoice, ...items.map((item) => evidenceEntry(item, vault))]
}

function evidenceEntry(item: Evidence, vault: Vault): string {
  const why = reasons(item.link).trim()
  const explained = why === '' ? '' : `\n\n${why.replace(/^: /, '')}`
  if (item.annotation === null)
    return `- ${vault.link(item.other, item.otherLabel)}${explained.replace('\n\n', ': ')}`
  const facts = item.source ? credit(item.source.metadata) : ''
  const origin =
    vault.link(item.other, item.source?.title ?? item.otherLabel) + (facts && `, ${escapeInline(facts)}`)
  return `${quotation(item.annotation.quote)}\n>\n> — ${origin}${explained}`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
