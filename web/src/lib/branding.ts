import { queryOptions, useQuery } from '@tanstack/react-query'
import { http } from '../api/client.ts'

const KEPT = 'lastmile.branding'

export interface Branding {
  readonly name: string
  /** `#rrggbb`; null = the program's own. */
  readonly colour: string | null
  /** The address of the logo; null = the program's sign. */
  readonly logo: string | null
}

/** What this browser saw last, so that the first paint has the company's colour already. */
function kept(): Branding | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Branding | null
    return found === null || (found.colour !== null && !/^#[0-9a-f]{6}$/.test(found.colour)) ? undefined : found
  } catch {
    return undefined // Storage may be forbidden or hold something older.
  }
}

export const brandingQuery = queryOptions({
  queryKey: ['branding'],
  staleTime: 5 * 60_000,
  initialData: kept,
  initialDataUpdatedAt: 0,
  queryFn: async (): Promise<Branding> => {
    const { data, error } = await http.GET('/api/v1/branding')
    if (data === undefined) throw error
    try {
      localStorage.setItem(KEPT, JSON.stringify(data))
    } catch {
      // Without storage the colour comes a moment later, that is all.
    }
    return data
  },
})

const UNKNOWN: Branding = { name: '', colour: null, logo: null }

/** Name, colour and logo of the company; in front of the log-in too. */
export const useBranding = (): Branding => useQuery(brandingQuery).data ?? UNKNOWN
