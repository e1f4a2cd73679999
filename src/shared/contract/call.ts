import type { z } from 'zod'

/** One entry of the contract: what a call takes, gives back, and whether it changes the notebook. */
export interface Call<Input extends z.ZodType = z.ZodType, Output = unknown> {
  access: 'read' | 'write'
  input: Input
  /** Only a type: nothing stands here at run time. */
  output?: Output
}

/** A call that changes nothing. */
export function read<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ access: 'read', input })
}

/** A call that changes the notebook; refused when it is open read-only. */
export function write<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ access: 'write', input })
}
