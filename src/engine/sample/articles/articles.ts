import type { ArticleKey, SampleArticle } from '../types.ts'
import { authority } from './authority.ts'
import { blog } from './blog.ts'
import { brannock } from './brannock.ts'
import { column } from './column.ts'
import { courier } from './courier.ts'
import { inquiry } from './inquiry.ts'
import { mail } from './mail.ts'
import { halden, standard } from './wire.ts'

/** An invented accident, told by nine invented sources that agree, disagree, copy each other and get numbers wrong. */
export const articles: Record<ArticleKey, SampleArticle> = {
  courier,
  standard,
  halden,
  brannock,
  mail,
  authority,
  blog,
  inquiry,
  column,
}
