import { z } from 'zod'

const TYPES: Readonly<Record<string, string>> = {
  string: 'Expected text',
  number: 'Expected a number',
  int: 'Expected a whole number',
  bigint: 'Expected a whole number',
  boolean: 'Expected true or false',
  array: 'Expected a list',
  object: 'Expected several members together',
  record: 'Expected several members together',
}
const FORMATS: Readonly<Record<string, string>> = {
  email: 'Expected an e-mail address such as name@example.com',
  url: 'Expected an address such as https://example.com',
}

/** What a schema refuses, as a sentence for the person who typed it; where a schema has its own sentence, that one is said. */
export function issueMessage(issue: z.core.$ZodRawIssue): string {
  if (issue.code !== 'custom' && (issue.input === undefined || issue.input === null || issue.input === '')) return 'This is missing'
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? 'Not of the expected kind'
    case 'too_small':
      return smallest(issue.origin, issue.minimum, issue)
    case 'too_big':
      return largest(issue.origin, issue.maximum, issue)
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Not in the expected form'
    case 'not_multiple_of':
      return `Must be a multiple of ${issue.divisor}`
    case 'unrecognized_keys':
      return `There is no member ${issue.keys.slice(0, 5).join(', ').slice(0, 200)} here`
    case 'invalid_value':
      return issue.values.length === 1 ? `Only ${String(issue.values[0])} is allowed` : `Expected one of ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return ofUnion(issue.errors)
    default:
      return 'Not allowed'
  }
}

type Bound = number | bigint

/** A bound of the machine and not of the thing; its sixteen digits help nobody. */
const isBeyondAll = (bound: Bound): boolean => Math.abs(Number(bound)) >= Number.MAX_SAFE_INTEGER

function smallest(origin: string, minimum: Bound, { exact, inclusive }: { exact?: boolean; inclusive?: boolean }): string {
  if (isBeyondAll(minimum)) return 'This number is too small'
  if (origin === 'string') return exact === true ? `Exactly ${minimum} characters` : `At least ${minimum} characters`
  if (origin === 'array' || origin === 'set' || origin === 'map') return Number(minimum) === 1 ? 'Choose at least one' : `At least ${minimum} entries`
  return inclusive === true ? `Must be ${minimum} or more` : `Must be more than ${minimum}`
}

function largest(origin: string, maximum: Bound, { exact, inclusive }: { exact?: boolean; inclusive?: boolean }): string {
  if (isBeyondAll(maximum)) return 'This number is too large'
  if (origin === 'string') return exact === true ? `Exactly ${maximum} characters` : `At most ${maximum} characters`
  if (origin === 'array' || origin === 'set' || origin === 'map') return `At most ${maximum} entries`
  return inclusive === true ? `Must be ${maximum} or less` : `Must be less than ${maximum}`
}

/** The most telling refusal of the branches: one that is of the right type and still does not fit. */
function ofUnion(branches: readonly (readonly z.core.$ZodIssue[])[]): string {
  const telling = branches.flat().find(({ code }) => code !== 'invalid_type' && code !== 'invalid_value')
  return telling?.message ?? 'Fits none of the allowed forms'
}

/** From now on every schema of this process speaks so. Called where schemas are made, because a schema may be used before any server is. */
export function speakPlainly(): void {
  z.config({ customError: issueMessage })
}
