import type { Problem } from '../../api/client.ts'

/** What the parts are shown with; nothing of it is in the company's books. */
export interface SampleRow {
  readonly id: number
  readonly name: string
  readonly state: 'active' | 'suspended' | 'expired' | 'pending' | 'left'
  readonly balance: number
  readonly day: string
}

export const ROWS: readonly SampleRow[] = [
  { id: 1, name: 'Rahim Uddin', state: 'active', balance: 0, day: '2026-01-31' },
  { id: 2, name: 'মোছাঃ ফাতেমা বেগম', state: 'suspended', balance: 160_000, day: '2026-02-01' },
  { id: 3, name: 'Padma Garments Limited', state: 'active', balance: 12_345_678, day: '2025-07-15' },
  { id: 4, name: 'করিম শেখ', state: 'expired', balance: 50_000, day: '2025-12-09' },
  { id: 5, name: 'Nusrat Jahan', state: 'pending', balance: -25_000, day: '2026-02-11' },
]

export const AT = '2026-02-11T09:41:00Z'
export const LATER = '2026-02-11T12:05:00Z'

/** A refusal as the server writes it; the texts come in the person's language. */
export const problem = (title: string, detail: string, status = 409): Problem => ({
  type: 'about:blank',
  title,
  status,
  detail,
  code: 'sample',
  request_id: 'req-sample-0001',
})
