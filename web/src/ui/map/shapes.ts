export const KINDS = ['olt', 'box', 'client'] as const
export type Kind = (typeof KINDS)[number]
export const STATES = ['online', 'partly', 'offline', 'suspended', 'pending', 'left', 'unknown'] as const
export type PointState = (typeof STATES)[number]
export type Light = 'unknown' | 'good' | 'weak' | 'critical' | 'too_strong'

/** How large a mark is drawn, in pixels. */
export const SIZES: Readonly<Record<Kind, number>> = { olt: 28, box: 22, client: 18 }

/** The outline tells what it is; all in a square of 24. */
export const OUTLINES: Readonly<Record<Kind, string>> = {
  olt: 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z',
  box: 'M12 1.5 22.5 12 12 22.5 1.5 12z',
  client: 'M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z',
}

/** The sign within tells how it is, for who does not see colours. */
export const SIGNS: Readonly<Record<PointState, string>> = {
  online: '',
  partly: 'M7.5 12h9',
  offline: 'M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2',
  suspended: 'M9.8 8v8M14.2 8v8',
  pending: 'M12 7.5v9M7.5 12h9',
  left: 'M8.5 15.5l7-7',
  unknown: 'M9.7 9.4a2.4 2.4 0 1 1 3.6 2.1c-.9.5-1.3 1-1.3 1.9M12 16.6v.3',
}

/** Light that is not as it should be, in a corner of the mark; the same signs as in lists of ONUs. */
export const LIGHT_SIGNS: Readonly<Partial<Record<Light, string>>> = {
  weak: 'M19 .6l4.6 8.2h-9.2z',
  critical: 'M19 9.2l4.6-8.2h-9.2z',
  too_strong: 'M19 .2l4.7 4.7-4.7 4.7-4.7-4.7z',
}
