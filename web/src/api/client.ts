import { i18n } from '@lingui/core'
import createFetchClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import type { components, paths } from './schema.d.ts'

/** What every refused request answers (RFC 9457); `code` is stable, the texts are in the person's language. */
export type Problem = components['schemas']['Problem']

/** Calls the API; types come from the contract, so a wrong path or member does not compile. */
export const http = createFetchClient<paths>({ baseUrl: '' })

http.use({
  onRequest({ request }) {
    // Before the log-in the server cannot know the language; afterwards it goes by the account.
    request.headers.set('accept-language', i18n.locale)
    return request
  },
  onResponse({ response }) {
    // Who stands before the server says so with a page of its own: there was no answer, as with no network.
    if (response.status >= 502 && response.status <= 504 && !/json/.test(response.headers.get('content-type') ?? ''))
      throw new TypeError(`Failed to fetch: ${response.status} before the server`)
  },
})

/** The same calls as queries and mutations. */
export const api = createQueryClient(http)

export const isProblem = (error: unknown): error is Problem => typeof error === 'object' && error !== null && 'code' in error && 'status' in error

/** A new key for one intended effect: sending it twice has the effect once. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
