/** Control words that stand for text. */
export const characters = new Map(
  Object.entries({
    tab: '\t',
    line: '\n',
    lbr: '\n',
    page: ' ',
    column: ' ',
    emdash: '—',
    endash: '–',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    bullet: '•',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    zwj: '\u200d',
    zwnj: '\u200c',
    '~': '\u00a0',
    _: '\u2011',
    '\t': '\t',
  }),
)

/** Groups that hold no text of the document, or the same text in another form. Optional ones are skipped unless known. */
export const skipped = new Set(
  [
    'fonttbl colortbl stylesheet info listtable listoverridetable revtbl rsidtbl filetbl xmlnstbl generator',
    'header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn',
    'nonshppict nonesttables objdata objclass objname sp sn sv shprslt pntxta pntxtb pnseclvl tc tcn xe txe rxe',
    'bkmkend atndate atnicn atntime atnparent private template passwordhash themedata datastore latentstyles mmathPr',
  ]
    .join(' ')
    .split(' '),
)

/** Groups behind `\*` that hold something of the document all the same. */
export const understood = new Set([
  'atnauthor',
  'atnref',
  'atrfend',
  'atrfstart',
  'annotation',
  'bkmkstart',
  'fldinst',
  'footnote',
  'pn',
  'shpinst',
  'shppict',
  'shptxt',
  'ud',
])
