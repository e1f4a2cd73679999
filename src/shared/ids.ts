import { v7, validate } from 'uuid'

/** A new object id: a UUIDv7, so that ids sort by the time they were made. */
export function newId(): string {
  return v7()
}

/** Whether `value` is written as an object id. Says nothing about whether such an object exists. */
export function isId(value: string): boolean {
  return validate(value)
}
