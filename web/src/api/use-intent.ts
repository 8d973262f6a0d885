import { useState } from 'react'
import { newIdempotencyKey } from './client.ts'

/**
 * The key of one intention. It stays the same however often a form is sent: a click twice, a retry after a lost answer or after a
 * refusal has its effect once. `next` begins another intention, for forms that stay open.
 */
export function useIntent(): { readonly header: { readonly 'idempotency-key': string }; readonly next: () => void } {
  const [key, setKey] = useState(newIdempotencyKey)
  return { header: { 'idempotency-key': key }, next: () => setKey(newIdempotencyKey()) }
}
