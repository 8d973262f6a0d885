import type { FastifyRequest } from 'fastify'
import { AppError, Forbidden, Invalid } from '../../kernel/errors.ts'

export class CrossSiteRequest extends Forbidden {
  override readonly code = 'cross_site_request'
}

class UnsupportedMediaType extends AppError {
  readonly code = 'unsupported_media_type'
  readonly status = 415
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request by this method changes nothing. */
export const isSafe = (method: string): boolean => SAFE.has(method)

/**
 * Refuses a change that another website makes with our cookie. SameSite=Lax and JSON-only bodies already stop forms; this stops
 * the rest by what the browser itself says about the request. A bearer token is never sent by a browser on its own, so it passes.
 * @throws CrossSiteRequest 403.
 */
export function refuseCrossSite(request: FastifyRequest, publicUrl: string | null): void {
  if (isSafe(request.method) || request.routeOptions.config.crossSite === true || request.headers.authorization !== undefined) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw new CrossSiteRequest('This request comes from another website')
  }
  const origin = request.headers.origin
  if (origin === undefined) return // Not a browser: browsers send Origin with every change.
  if (origin === publicUrl || hostOf(origin) === request.host) return
  throw new CrossSiteRequest('This request comes from another website')
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** Only routes that say so take files; for the others a form is not a request. @throws UnsupportedMediaType 415. */
export function refuseForms(request: FastifyRequest): void {
  const isMultipart = request.headers['content-type']?.toLowerCase().startsWith('multipart/') === true
  if (isMultipart && request.routeOptions.config.upload !== true) throw new UnsupportedMediaType('Send application/json')
}

/** PostgreSQL cannot hold a NUL character in a text, and no honest request has one. @throws Invalid 422. */
export function refuseNul(request: FastifyRequest): void {
  for (const [part, value] of [
    ['body', request.body],
    ['query', request.query],
    ['params', request.params],
  ] as const) {
    if (holdsNul(value, 0)) throw new Invalid('A text holds a NUL character', { in: part })
  }
}

function holdsNul(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (value === null || typeof value !== 'object' || depth > 20 || Buffer.isBuffer(value)) return false
  return Object.entries(value).some(([key, part]) => key.includes('\0') || holdsNul(part, depth + 1))
}
