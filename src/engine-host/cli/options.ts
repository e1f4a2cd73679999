import { InvalidArgumentError } from 'commander'
import { CrossreadError } from '#shared/errors.ts'

/** Reads a whole number between `least` and `most`; anything else is wrong usage. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
    }
    return number
  }
}

/** Collects an option that can be given several times. */
export function collected(value: string, before: string[] = []): string[] {
  return [...before, value]
}

/** Refuses text that is empty or blank with `invalid_input`, in the given words rather than those of a schema. */
export function requireText(text: string, refusal: string): string {
  if (text.trim() === '') throw new CrossreadError('invalid_input', refusal)
  return text
}
