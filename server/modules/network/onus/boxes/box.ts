export const BOX_KINDS = ['splitter', 'box'] as const

/** What may be said of a splitter or a box. */
export interface BoxFacts {
  readonly branch_id: bigint
  readonly area_id: bigint | null
  readonly parent_id: bigint | null
  readonly olt_id: bigint | null
  readonly pon: string | null
  readonly name: string
  readonly kind: (typeof BOX_KINDS)[number]
  readonly ports: number
  readonly latitude: number | null
  readonly longitude: number | null
  readonly note: string
}

export interface Box extends BoxFacts {
  readonly id: bigint
  readonly branch_name: string
  readonly area_name: string | null
  readonly parent_name: string | null
  readonly olt_name: string | null
  readonly onus: number
  readonly online: number
  readonly version: number
}
