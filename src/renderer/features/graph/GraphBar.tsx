import { Eye, EyeOff, ListFilter, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '#renderer/commands/registry.ts'
import { ClaimFilterBar } from '#renderer/objects/ClaimFilterBar.tsx'
import { RelationMark, relationStyle } from '#renderer/objects/RelationMark.tsx'
import { Button, Chip, Popover, PopoverTrigger, Select } from '#renderer/ui/index.ts'
import { type GraphKind, graphLayouts, type Relation } from '#shared/model.ts'
import { outlineOf } from './draw/shape.ts'
import styles from './GraphBar.module.css'
import { setOptions, setOptionsAndFit, useGraphOptions } from './options.ts'
import { type Depth, depths } from './shown.ts'

const kinds = ['claim', 'source', 'note'] as const

/** How the graph is arranged and narrowed, and what can be done with it as a whole. */
export function GraphBar(props: {
  tags: readonly string[]
  onDepth: (depth: Depth) => void
  find: ReactNode
  export: ReactNode
}) {
  const { t } = useTranslation('graph')
  const layout = useGraphOptions((state) => state.layout)
  const depth = useGraphOptions((state) => state.depth)
  return (
    <header className={styles.bar}>
      <ClaimFilterBar className={styles.filter ?? ''} />
      <Select
        label={t('layout')}
        hideLabel
        quiet
        value={layout}
        options={graphLayouts.map((value) => ({ value, label: t(`layout.${value}`) }))}
        onChange={(value) => setOptionsAndFit({ layout: value })}
      />
      <Select
        label={t('depth')}
        hideLabel
        quiet
        value={`${depth}`}
        options={depths.map((value) => ({
          value: `${value}` as const,
          label: value === 0 ? t('depth.all') : t('depth.links', { count: value }),
        }))}
        onChange={(value) => props.onDepth(depths.find((one) => `${one}` === value) ?? 0)}
      />
      {props.tags.length > 0 && <Tags tags={props.tags} />}
      <span className={styles.right}>
        {props.find}
        <Button size="small" variant="quiet" icon={Sparkles} onPress={() => runCommand('graph.arrange')}>
          {t('arrange')}
        </Button>
        {props.export}
      </span>
    </header>
  )
}

function Tags({ tags }: { tags: readonly string[] }) {
  const { t } = useTranslation('graph')
  const chosen = useGraphOptions((state) => state.tags)
  const toggle = (tag: string): void =>
    setOptions({ tags: chosen.includes(tag) ? chosen.filter((other) => other !== tag) : [...chosen, tag] })
  return (
    <PopoverTrigger>
      <Button size="small" variant={chosen.length > 0 ? 'plain' : 'quiet'} icon={ListFilter}>
        {chosen.length > 0 ? t('tags.some', { count: chosen.length }) : t('tags')}
      </Button>
      <Popover label={t('tags')} placement="bottom">
        <fieldset className={styles.tags}>
          <legend className={styles.tagsTitle}>{t('tags.explained')}</legend>
          {tags.map((tag) => (
            <label key={tag} className={styles.tag}>
              <input type="checkbox" checked={chosen.includes(tag)} onChange={() => toggle(tag)} />
              <span>{tag}</span>
            </label>
          ))}
        </fieldset>
      </Popover>
    </PopoverTrigger>
  )
}

/** What each line and shape means; each is a switch, too, of whether it is shown. */
export function Legend(props: {
  relations: readonly Relation[]
  /** How many cards are left out for want of links. */
  unlinked: number
  hasOrigins: boolean
}) {
  const { t } = useTranslation('graph')
  const { hiddenRelations, hiddenKinds, grouped, withUnlinked } = useGraphOptions()
  return (
    <div className={styles.legends}>
      <ul className={styles.legend} aria-label={t('relations')}>
        {props.relations.map((relation) => (
          <li key={relation.id} style={relationStyle(relation)}>
            <Switch
              name={relation.name}
              isOn={!hiddenRelations.includes(relation.id)}
              onToggle={() => setOptions({ hiddenRelations: toggled(hiddenRelations, relation.id) })}
            >
              <RelationMark relation={relation} small />
              <span className={styles.line} aria-hidden />
            </Switch>
          </li>
        ))}
      </ul>
      <ul className={styles.legend} aria-label={t('shapes')}>
        {kinds.map((kind) => (
          <li key={kind}>
            <Switch
              name={t(`${kind}s`)}
              isOn={!hiddenKinds.includes(kind)}
              onToggle={() => setOptions({ hiddenKinds: toggled(hiddenKinds, kind) })}
            >
              <KindShape kind={kind} />
            </Switch>
          </li>
        ))}
      </ul>
      <span className={styles.right}>
        {(props.hasOrigins || grouped) && (
          <Chip onPress={() => setOptions({ grouped: !grouped })} pressed={grouped}>
            {t('grouped')}
          </Chip>
        )}
        {(props.unlinked > 0 || withUnlinked) && (
          <Chip onPress={() => setOptions({ withUnlinked: !withUnlinked })} pressed={withUnlinked}>
            {withUnlinked ? t('everything') : t('unlinked', { count: props.unlinked })}
          </Chip>
        )}
      </span>
    </div>
  )
}

function Switch(props: { name: string; isOn: boolean; onToggle: () => void; children: ReactNode }) {
  const { t } = useTranslation('graph')
  const { name, isOn } = props
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={isOn}
      title={t(isOn ? 'hide' : 'show', { name })}
      onClick={props.onToggle}
    >
      {props.children}
      {name}
      {isOn ? <Eye size={13} aria-hidden /> : <EyeOff size={13} aria-hidden />}
    </button>
  )
}

/** A kind's outline, small. */
function KindShape({ kind }: { kind: GraphKind }) {
  const size = { width: 26, height: 14 }
  const { corners, lines } = outlineOf(kind, size.width, size.height)
  const points = (all: readonly { x: number; y: number }[]): string =>
    all.map(({ x, y }) => `${x},${y}`).join(' ')
  return (
    <svg width="28" height="18" viewBox="-14 -9 28 18" aria-hidden className={styles[kind]}>
      {corners.length > 0 ? (
        <polygon points={points(corners)} />
      ) : (
        <rect x={-13} y={-7} width={26} height={14} rx={7} />
      )}
      {lines.map((line) => (
        <polyline key={points(line)} points={points(line)} fill="none" />
      ))}
    </svg>
  )
}

function toggled<Value extends string>(all: readonly Value[], one: Value): Value[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
}
