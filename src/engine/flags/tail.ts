import { breaksOff, endsSentence, holdsSentences, roughWords, usuallyEnds } from './sentences.ts'
import { endOf, type FlagBlock, type FlagDocument, type FoundFlag } from './types.ts'

/** A line that opens a list of other pieces. */
const opensOthers = new RegExp(
  `^(?:${[
    '(?:related|recommended|similar|popular|trending|further|other|more)(?: (?:top|news|opinion|latest|recent|popular))* (?:articles?|stories|story|posts?|news|reading|reads|content|topics|coverage|headlines|links)',
    'more (?:from|on|in|by|about) .{2,60}',
    '(?:read|watch|listen|see) (?:more|also|next)\\b.{0,120}',
    'also (?:read|on|in)\\b.{0,120}',
    "(?:you (?:may|might) (?:also )?(?:like|be interested in)|recommended for you|what to read next|up next|next article|previous article|don[’']t miss|editors?[’']?s? (?:picks?|choice))\\b.{0,60}",
    '(?:most (?:read|popular|viewed|shared|commented)|latest (?:news|stories|articles|posts)|top stories|trending(?: now)?|in other news|around the web|from the web|sponsored(?: content| stories)?|advertisement)\\b.{0,40}',
    '(?:lesen sie (?:auch|mehr|hier)|mehr zum thema|mehr (?:von|aus|über)|weiterlesen|das könnte sie auch interessieren|auch interessant|verwandte (?:artikel|themen)|meistgelesen|zum thema)\\b.{0,120}',
    '(?:à lire aussi|lire aussi|lire la suite|à voir aussi|voir aussi|sur le même sujet|articles? (?:liés|similaires|connexes)|les plus lus)\\b.{0,120}',
    '(?:le[ae]r? (?:también|más)|lea también|te puede interesar|también te puede|noticias relacionadas|artículos relacionados|más (?:noticias|información|leídas?))\\b.{0,120}',
    '(?:leggi anche|potrebbe interessarti|articoli correlati|ti potrebbe)\\b.{0,120}',
    '(?:leia (?:também|mais)|veja também|notícias relacionadas|saiba mais)\\b.{0,120}',
    '(?:lees (?:ook|meer)|gerelateerde artikelen)\\b.{0,120}',
    '(?:czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|przeczytaj (?:też|także|również)|polecamy)(?= |:|$).{0,120}',
    '(?:читайте (?:также|ещё|еще)|смотрите также|по теме|похожие (?:статьи|новости|материалы)|читать (?:далее|также)|читайте також|другие новости)(?= |:|$).{0,120}',
    '(?:διαβάστε (?:επίσης|ακόμα|περισσότερα)|σχετικά άρθρα)(?= |:|$).{0,120}',
    '(?:相关阅读|相关新闻|相關新聞|延伸閱讀|延伸阅读|推荐阅读|猜你喜欢|関連記事|あわせて読みたい|おすすめ記事|関連ニュース|관련 ?기사|اقرأ أيضا|اقرأ أيضًا).{0,80}',
  ].join('|')})[:：.…»>→]*$`,
  'iu',
)

/** A line that belongs to the page and not to the article. */
const pageLine = new RegExp(
  [
    '^(?:©|\\(c\\) ?\\d{4}|copyright\\b.{0,12}(?:©|\\d{4}))',
    '\\ball rights reserved\\b|\\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|wszelkie prawa zastrzeżone)\\b|(?:все права защищены|版权所有|版權所有|無断転載|무단 ?전재)',
    '^(?:please )?(?:sign up|subscribe|register|log ?in|sign in|join us)\\b(?=.*\\b(?:newsletter|updates?|inbox|email|e-mail|account|free|daily|today|now|alerts?|channel|list)\\b|.{0,12}$)',
    '^(?:get|receive) .{0,60}\\b(?:newsletter|in(?:to)? your inbox|delivered to your)\\b',
    '\\b(?:our|this) (?:free |daily |weekly )*newsletters?\\b',
    '^(?:follow|like|find) (?:us|me|@\\w+|.{2,30}) on (?:facebook|twitter|x|instagram|linkedin|youtube|telegram|threads|tiktok|social media|google news)\\b',
    '^(?:share|tweet|pin|email|print|comment|comments|reply|leave a (?:comment|reply)|share (?:this|on|via)\\b.{0,60}|post (?:a )?comment)[.:!]?$',
    '^(?:facebook|twitter|whatsapp|telegram|linkedin|pinterest|e-?mail|print|instagram)(?:[ ,|·/]+(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|e-?mail|print|instagram|reddit|copy link))+$',
    '^download (?:our|the) .{0,40}\\bapp\\b',
    '^click here (?:to|for)\\b.{0,80}',
    '^(?:newsletter abonnieren|jetzt (?:abonnieren|anmelden)|abonnieren sie|folgen sie uns|abonnez-vous|inscrivez-vous|suivez-nous|suscríbete|síguenos|iscriviti|seguici|assine|siga-nos|подписывайтесь|подпишитесь|підписуйтесь|subskrybuj|obserwuj nas)(?= |[.:!]|$)',
    '^(?:back to top|go to top|skip to|cookie|privacy policy|terms of (?:use|service)|contact us|about us)\\b.{0,60}$',
  ].join('|'),
  'iu',
)

const longestLine = 240
const longestTeaser = 1_200
const shortestTeaser = 120
/** A tail comes after the article: never more than this share of the text, unless it is teasers. */
const mostOfText = 0.5

/** What follows the article's end: teasers of other pieces, boxes of the page, lines of copyright. One flag over whole blocks. */
export function findTail(document: FlagDocument): FoundFlag[] {
  const { blocks } = document
  if (blocks.length < 3) return []
  const teasers = startOfTeasers(blocks, blocks.length)
  const others = startOfOthers(blocks)
  const lines = startOfLines(blocks)
  const start = Math.min(teasers ?? Infinity, others ?? Infinity, lines ?? Infinity)
  const first = blocks[start]
  const last = blocks.at(-1)
  if (first === undefined || last === undefined) return []
  const message =
    teasers === start
      ? `The last ${blocks.length - start} paragraphs break off and seem to be teasers of other pieces, not part of this one.`
      : others === start
        ? 'What follows the end of the article points to other pieces and is not part of it.'
        : 'The last lines belong to the page that the article stood on, not to the article.'
  return [{ kind: 'unrelated-tail', start: first.start, end: endOf(last), message }]
}

const fewestTeasers = 2
const fewestTeaserWords = 25

/**
 * The first of two or more paragraphs at the end that all stop within a sentence, after a text that never does. Short
 * lines between them are their titles.
 */
function startOfTeasers(blocks: readonly FlagBlock[], end: number): number | null {
  let start = end
  let teasers = 0
  for (let at = end - 1; at > 0; at--) {
    const block = blocks[at]
    if (block === undefined) break
    if (isTeaser(block)) {
      teasers++
      start = at
    } else if (!isTitleLine(block)) break
  }
  const before = blocks[start - 1]
  if (teasers < fewestTeasers || !usuallyEnds(blocks.slice(0, start))) return null
  return before !== undefined && before.kind === 'heading' && start > 1 ? start - 1 : start
}

function isTeaser({ kind, text }: FlagBlock): boolean {
  if (kind !== 'paragraph' || text.length > longestTeaser || text.length < shortestTeaser) return false
  const isCut = breaksOff(text) || /(?:\p{Ll} ?(?:…|\.\.\.)|\[(?:…|\.\.\.)\])$/u.test(text.slice(-12))
  return isCut && roughWords(text) >= fewestTeaserWords && holdsSentences(text)
}

function isTitleLine({ kind, text }: FlagBlock): boolean {
  return text.length <= 120 && (kind === 'heading' || (kind === 'paragraph' && !endsSentence(text)))
}

/** A line such as `Related stories`, where all that follows is short or a teaser. */
function startOfOthers(blocks: readonly FlagBlock[]): number | null {
  const total = endOf(blocks.at(-1) ?? { kind: 'paragraph', level: 0, start: 0, text: '' })
  let start: number | null = null
  for (let at = blocks.length - 1; at > 0; at--) {
    const block = blocks[at]
    if (block === undefined || block.start < total * (1 - mostOfText)) break
    if (opens(block)) start = at
    else if (!isLight(block)) break
  }
  return start
}

function opens({ kind, text }: FlagBlock): boolean {
  return kind !== 'code' && text.length <= 160 && opensOthers.test(text)
}

function isLight(block: FlagBlock): boolean {
  const { kind, text } = block
  if (kind === 'table-row' || kind === 'code' || kind === 'footnote') return false
  if (text.length > longestLine) return isTeaser(block)
  return (text.length <= 140 && !/[.!?]["”’»]?$/u.test(text.slice(-2))) || pageLine.test(text)
}

/** The first of the page's own lines at the end; up to two short lines may stand between them. */
function startOfLines(blocks: readonly FlagBlock[]): number | null {
  let start: number | null = null
  let between = 0
  for (let at = blocks.length - 1; at > 0 && between <= 2; at--) {
    const block = blocks[at]
    if (block === undefined || block.text.length > longestLine || block.kind === 'footnote') break
    if (block.kind !== 'code' && pageLine.test(block.text)) {
      start = at
      between = 0
    } else if (start === null || block.text.length > 60) break
    else between++
  }
  return start
}
