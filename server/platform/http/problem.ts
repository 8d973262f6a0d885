import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../kernel/errors.ts'
import { translateCode, translateMessage } from '../i18n/translate.ts'
import { isPgError, meaningOf } from './constraints.ts'
import type { ConstraintMeanings } from './constraints.ts'

/** RFC 9457; `code` is stable, the texts are for people. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document' })

interface FieldError {
  readonly field: string
  readonly message: string
}

interface Problem {
  readonly status: number
  readonly code: string
  /** Empty: what is wrong with the fields says all. */
  readonly detail: string
  readonly more?: Readonly<Record<string, unknown>>
}

const RETRY_AFTER_S = 2

/** Fastify's own refusals, by its code. */
const FRAMEWORK: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'unsupported_media_type', detail: 'Send application/json' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { status: 400, code: 'malformed_json', detail: 'The body is empty although the content type says JSON' },
  FST_ERR_CTP_INVALID_JSON_BODY: { status: 400, code: 'malformed_json', detail: 'The body is not valid JSON' },
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'too_large', detail: 'The body is too large' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { status: 400, code: 'malformed_request', detail: 'The body does not have the length it announces' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'too_large', detail: 'The file is too large' },
  FST_FILES_LIMIT: { status: 413, code: 'too_many_files', detail: 'Too many files in one request' },
  FST_PARTS_LIMIT: { status: 413, code: 'too_many_parts', detail: 'Too many parts in one request' },
  FST_FIELDS_LIMIT: { status: 413, code: 'too_many_fields', detail: 'Too many fields in one request' },
  FST_INVALID_MULTIPART_CONTENT_TYPE: { status: 415, code: 'unsupported_media_type', detail: 'Send multipart/form-data with a boundary' },
  FST_UNDER_PRESSURE: { status: 503, code: 'overloaded', detail: 'The server is overloaded; try again in a moment' },
}

/** The one place where an error becomes an answer, and where it is logged. */
export function problemHandler(meanings: ConstraintMeanings) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error, meanings)
    if (problem.status >= 500) request.log.error({ err: error }, problem.code)
    else request.log.info({ code: problem.code, status: problem.status }, 'refused')
    return sendProblem(request, reply, problem)
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, { status, code, detail, more = {} }: Problem) {
  const locale = request.identity?.actor.locale ?? (request.headers['accept-language']?.startsWith('bn') === true ? 'bn' : 'en')
  const seconds = more['retry_after_s']
  const translated = translateCode(locale, code, typeof seconds === 'number' ? { seconds } : {})
  if (status === 503 || status === 429) reply.header('retry-after', String(more['retry_after_s'] ?? RETRY_AFTER_S))
  if (status === 401) reply.header('www-authenticate', 'Bearer realm="lastmile"')
  const errors = (more['errors'] as readonly FieldError[] | undefined)?.map((error) => ({
    ...error,
    message: translateMessage(locale, error.message) ?? (code === 'invalid' ? null : translated) ?? error.message,
  }))
  const document = {
    ...more,
    ...(errors === undefined ? {} : { errors }),
    type: `urn:lastmile:problem:${code}`,
    title: translated ?? code.replaceAll('_', ' '),
    status,
    code,
    detail: detail === '' ? listed(errors ?? []) : (translateMessage(locale, detail) ?? summary(translated ?? detail, errors ?? [])),
    request_id: request.id,
  }
  return reply.code(status).type('application/problem+json; charset=utf-8').serializer(stringify).send(document)
}

const listed = (errors: readonly FieldError[]): string =>
  errors
    .slice(0, 5)
    .map(({ field, message }) => `${field}: ${message}`)
    .join('; ')

/** A title says less than the sentence it stands for, so what is said of the fields follows it. */
const summary = (title: string, errors: readonly FieldError[]): string =>
  [title, [...new Set(errors.slice(0, 5).map(({ message }) => message))].filter((message) => message !== title).join('; ')]
    .filter((part) => part !== '')
    .join(': ')

const stringify = (document: unknown): string => JSON.stringify(document, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))

function toProblem(error: FastifyError | Error, meanings: ConstraintMeanings): Problem {
  if (error instanceof AppError) return { status: error.status, code: error.code, detail: error.message, more: error.details }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = (error as FastifyError & { validationContext?: string }).validationContext ?? 'body'
    const errors = error.validation.map(({ instancePath, message }) => ({
      field: instancePath.slice(1).replaceAll('/', '.') || part,
      message: message ?? 'Not allowed',
    }))
    return {
      status: 422,
      code: 'invalid',
      detail: '',
      more: { in: part, errors: errors.slice(0, 50) },
    }
  }
  if (isPgError(error)) {
    const meaning = meaningOf(error, meanings)
    if (meaning !== null) {
      const { status, code, message, field } = meaning
      return { status, code, detail: message, ...(field === undefined ? {} : { more: { errors: [{ field, message }] } }) }
    }
  }
  const { code, statusCode } = error as FastifyError
  const known = typeof code === 'string' ? FRAMEWORK[code] : undefined
  if (known !== undefined) return known
  if (error instanceof SyntaxError && statusCode === 400) return { status: 400, code: 'malformed_json', detail: 'The body is not valid JSON' }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 && !isResponseSerializationError(error))
    return { status: statusCode, code: 'malformed_request', detail: 'The request is not well formed' }
  if (isLostConnection(error)) return { status: 503, code: 'database_unavailable', detail: 'The database does not answer; try again in a moment' }
  return { status: 500, code: 'internal', detail: 'Something went wrong here. It has been logged with the request id' }
}

const isLostConnection = (error: Error): boolean =>
  (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT'].includes((error as { code?: string }).code ?? '') && 'syscall' in error) ||
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(error.message)
