/** The owner's mark in `comment`: `lastmile:<line>:<stamp>`, then whatever somebody wrote behind it. Only rows that bear it are ever changed. */
export interface Mark {
  readonly subscriptionId: bigint
  readonly stamp: string
  /** What stands behind the mark; a person's, and kept. */
  readonly rest: string
}

const MARK = /^lastmile:([1-9]\d{0,17}):([0-9a-f]{8})(?:\s+([\s\S]*))?$/

export function readMark(comment: string): Mark | null {
  const found = MARK.exec(comment)
  return found === null ? null : { subscriptionId: BigInt(found[1] ?? ''), stamp: found[2] ?? '', rest: found[3] ?? '' }
}

/** The comment with this owner; what stood there before is kept behind the mark. */
export function writeMark(comment: string, { subscriptionId, stamp }: Pick<Mark, 'subscriptionId' | 'stamp'>): string {
  const rest = (readMark(comment)?.rest ?? comment).trim()
  return `lastmile:${subscriptionId}:${stamp}${rest === '' ? '' : ` ${rest}`}`
}

/** Profiles belong to no line; theirs says only whose they are. */
export const PROFILE_MARK = 'lastmile:profile'
export const isOwnProfile = (comment: string): boolean => comment === PROFILE_MARK || comment.startsWith(`${PROFILE_MARK} `)
