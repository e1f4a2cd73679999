import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '#renderer/engine/queries.ts'
import { Backlinks } from '#renderer/objects/Backlinks.tsx'
import { RelationMark, relationStyle } from '#renderer/objects/RelationMark.tsx'
import { relationLabel, useRelations } from '#renderer/objects/relations.ts'
import { Button } from '#renderer/ui/index.ts'
import type { ObjectRef } from '#shared/model.ts'
import { groupLinks } from './groups.ts'
import { LinkForm } from './LinkForm.tsx'
import { LinkRow } from './LinkRow.tsx'
import styles from './LinksPanel.module.css'

/** What an object is linked to, by relation and direction, and a way to link it to more. */
export function LinksPanel({ object }: { object: ObjectRef }) {
  const { t } = useTranslation('links')
  const { all } = useRelations()
  const links = useCall('links.list', { object: { kind: object.kind, id: object.id } })
  const [adding, setAdding] = useState(false)
  const groups = groupLinks(links.data ?? [], object, all)
  return (
    <div className={styles.panel}>
      {adding ? (
        <LinkForm key={object.id} object={object} onDone={() => setAdding(false)} />
      ) : (
        <Button size="small" icon={Link2} className={styles.add ?? ''} onPress={() => setAdding(true)}>
          {t('linkTo')}
        </Button>
      )}
      {links.isSuccess && groups.length === 0 && !adding && <p className={styles.none}>{t('none')}</p>}
      {groups.map((group) => (
        <section key={group.key} style={relationStyle(group.relation)}>
          <h3 className={styles.relation}>
            <RelationMark relation={group.relation} small />
            <span className={styles.relationName}>{relationLabel(group.relation, group.incoming)}</span>
          </h3>
          <ul className={styles.links}>
            {group.links.map((seen) => (
              <LinkRow key={seen.link.id} seen={seen} />
            ))}
          </ul>
        </section>
      ))}
      <Backlinks object={object} />
    </div>
  )
}
