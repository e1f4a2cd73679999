import type { CallInput } from '#shared/contract/contract.ts'
import type { Relation } from '#shared/model.ts'

/** What can be said of a relation. */
export type RelationFields = CallInput<'relations.create'>

/** A relation to start from, where a new one is made. */
export const blank: RelationFields = {
  name: '',
  inverse: '',
  sign: '',
  colour: 'grey',
  lineStyle: 'solid',
  symmetric: false,
  stance: 0,
}

/** The parts of a relation that can be changed. */
export function fieldsOf(relation: Relation): RelationFields {
  const { name, inverse, sign, colour, lineStyle, symmetric, stance } = relation
  return { name, inverse, sign, colour, lineStyle, symmetric, stance }
}

/** Fields as they are written: trimmed, and a symmetric relation is called the same from both sides. */
export function tidied(fields: RelationFields): RelationFields {
  const name = fields.name.trim()
  const inverse = fields.symmetric ? name : fields.inverse.trim()
  return { ...fields, name, inverse, sign: fields.sign.trim() }
}

/** Whether everything is said that must be. */
export function isWhole({ name, inverse, sign }: RelationFields): boolean {
  return name !== '' && inverse !== '' && sign !== ''
}

/** Whether two relations are the same in all that can be changed. */
export function isSame(a: RelationFields, b: RelationFields): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
}
