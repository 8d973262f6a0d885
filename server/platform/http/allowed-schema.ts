import { z } from 'zod'

const allowedSchema = z.union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), code: z.string(), reason: z.string() })])

/** What may be done now, by the name of the action. */
export const allowedOf = <A extends string>(actions: readonly A[]) =>
  z.object(Object.fromEntries(actions.map((action) => [action, allowedSchema])) as Record<A, typeof allowedSchema>)
