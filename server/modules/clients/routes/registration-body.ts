import { z } from 'zod'
import { dateSchema } from '../../../platform/http/schemas.ts'
import type { RegisterClient } from '../register-client.ts'
import { newLineBody, toNewLine } from './line-body.ts'
import { clientInput, codeInput } from './schemas.ts'

/** What registers a client: the body of POST /clients, and what each row of an imported file becomes. */
export const registrationBody = z.strictObject({
  ...clientInput,
  code: codeInput.optional().meta({ description: 'Made by the pattern where not given' }),
  joined_on: dateSchema.optional(),
  subscription: newLineBody.optional(),
})

/** The body in the words of the use case. */
export function toRegistration({ subscription, code, joined_on, ...facts }: z.output<typeof registrationBody>): RegisterClient {
  return {
    ...facts,
    ...(code === undefined ? {} : { code }),
    ...(joined_on === undefined ? {} : { joined_on }),
    ...(subscription === undefined ? {} : { subscription: toNewLine(subscription) }),
  }
}
