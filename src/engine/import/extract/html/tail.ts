import type { ExtractedBlock } from '../types.ts'

/** What sites put behind an article, and between its paragraphs: told by its words, and by how much of it is links. */

const lastPart = 0.5
const longestTeaser = 250

/** A heading or line that begins what is no longer the article. */
const behind =
  /^(?:(?:read|see|watch|also read|more)\b.{0,12}\b(?:more|also|next|on|from|in)\b|related\b|more (?:from|on|in|stories|news|articles)|recommended\b|you (?:may|might) (?:also )?like|most (?:read|popular)|latest (?:news|articles|stories)|trending|popular (?:posts|articles)|recent (?:posts|articles)|about the authors?\b|share this|follow us|sign up|subscribe|newsletter|tags?:|filed under|topics?:|leave a (?:reply|comment)|\d* ?comments?\b|no comments|weitere (?:beiträge|artikel|themen|informationen)|mehr (?:zum|zu|aus|von|über)\b|lesen sie (?:auch|mehr|hier|dazu)|auch interessant|das könnte|(?:dies|das) könnte (?:sie|dich)|neueste (?:artikel|beiträge)|ähnliche|verwandte|passend dazu|zum thema|meistgelesen|über (?:den|die) autor|schlagw|kommentar|\d+ kommentare?|keine kommentare|schreibe? einen kommentar|diesen artikel|artikel (?:teilen|drucken|bewerten)|folgen sie|teilen|(?:à|a) lire (?:aussi|également)|lire aussi|sur le même (?:thème|sujet)|commentaires?\b|partager|abonnez|le puede interesar|te puede interesar|también (?:te|le) puede|lea también|leer más|más (?:noticias|sobre)|noticias relacionadas|comentarios?\b|compartir|suscr[ií]|etiquetas|leggi anche|potrebbe interessarti|articoli correlati|condividi|leia (?:também|mais)|veja também|compartilhe|lees (?:ook|meer)|gerelateerd|meer over|deel dit|läs (?:också|mer)|les (?:også|mer)|læs (?:også|mere)|lue (?:myös|lisää)|czytaj (?:też|także|więcej)|zobacz (?:też|także)|przeczytaj|polecamy|czytaj|читайте (?:также|ещё)|по теме|комментари|читайте також|ще по темі|続きを読む|関連記事|相关阅读|推荐阅读|相關|관련 ?기사)/iu

/** A line that is about the page and not the matter. */
const aboutPage =
  /(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|все права защищены|^©|^copyright\b|eingeloggt|einloggen|log ?ged? in to|sign in to|um .{0,60}zu kommentieren|noch keine bewertung|^loading\b|^print(?: this)?$|^advertisement$|^anzeige$|^werbung$|^publicidad$|^publicité$|^reklama?$)/iu

const credit =
  /^(?:©|\(c\)|foto|photo|bild|image|imagen|imagem|kuva|zdjęcie|fot\.|credit|getty)s?(?:credit)?\s*[:/©].{0,50}$/iu

/** The blocks without what follows the article's end, and without pointers to other articles between them. */
export function trimTail(blocks: ExtractedBlock[]): ExtractedBlock[] {
  const inside = blocks.filter((block) => !isPointer(block))
  const lengths = inside.map(({ text }) => text.length)
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  let end = inside.length
  let seen = 0
  for (let index = inside.length - 1; index > 0; index--) {
    const block = inside[index]
    if (block === undefined || seen > whole * (1 - lastPart)) break
    const rest = inside.slice(index + 1, end)
    if (opensTail(block, rest, whole)) end = index
    seen += block.text.length
  }
  while (end > 1 && isScrap(inside[end - 1])) end -= 1
  return inside.slice(0, end)
}

/** A line among the paragraphs that only sends the reader elsewhere, or names a photographer. */
function isPointer(block: ExtractedBlock): boolean {
  if (block.text.length > longestTeaser || block.kind === 'table-row' || block.kind === 'code') return false
  if (
    credit.test(block.text) ||
    /^(?:advertisement|anzeige|werbung|publicidad|publicité|reklama?)$/iu.test(block.text.trim())
  )
    return true
  return behind.test(block.text) && linkedShare(block) > 0.4
}

/** Whether nothing of the article comes after this line: only links, short lines, and what is said of its author. */
function opensTail(block: ExtractedBlock, rest: ExtractedBlock[], whole: number): boolean {
  if (block.text.length > 150 || !behind.test(block.text.trim())) return false
  if (
    /[.!?]["”»]?$/.test(block.text.trim()) &&
    block.kind === 'paragraph' &&
    rest.length > 3 &&
    linkedShare(block) < 0.3
  )
    return false
  const length = rest.reduce((sum, { text }) => sum + text.length, 0)
  if (length > whole * 0.3) return false
  return rest.every(
    (after) => after.kind !== 'footnote' && (after.text.length < 400 || linkedShare(after) > 0.5),
  )
}

function isScrap(block: ExtractedBlock | undefined): boolean {
  if (block === undefined || block.kind === 'footnote' || block.kind === 'table-row') return false
  if (block.kind === 'heading') return true
  if (block.text.length > longestTeaser) return false
  return (
    aboutPage.test(block.text) ||
    behind.test(block.text) ||
    (linkedShare(block) > 0.8 && block.text.length < 150)
  )
}

function linkedShare({ text, links = [] }: ExtractedBlock): number {
  const linked = links.reduce(
    (sum, { start, end, href }) => sum + (href.startsWith('#') ? 0 : end - start),
    0,
  )
  return linked / Math.max(text.length, 1)
}
