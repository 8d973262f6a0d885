import type { Place } from '../family.ts'

/** The PON whose mode a session is in. */
export const ponOf = (place: Place): number | null => (place.length === 4 ? Number((place[3] ?? '').split('/')[1]) : null)
