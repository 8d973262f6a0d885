import { bdcomEpon, bdcomGpon } from './bdcom/bdcom.ts'
import { cdataEpon, cdataGpon } from './cdata/cdata.ts'
import { fiberhome } from './fiberhome/fiberhome.ts'
import { gcom } from './gcom/gcom.ts'
import { huawei } from './huawei/huawei.ts'
import { other } from './other/other.ts'
import type { OltProfile } from './profile.ts'
import { hsgqEpon, vsolEpon } from './vsol/epon.ts'
import { vsolGpon } from './vsol/gpon.ts'
import { zteC300, zteC600 } from './zte/zte.ts'

/** Every family that can be read. VSOL's two lines cannot be told apart by sysObjectID, so a person has the last word on which it is. */
export const profiles: readonly OltProfile[] = [
  vsolGpon,
  vsolEpon,
  huawei,
  zteC300,
  zteC600,
  bdcomEpon,
  bdcomGpon,
  cdataEpon,
  cdataGpon,
  fiberhome,
  hsgqEpon,
  gcom,
  other,
]

export const findProfile = (id: string): OltProfile | null => profiles.find((profile) => profile.id === id) ?? null

/** Why a family may be it: it names the model, or it is one of the maker's. */
export interface Suggestion {
  readonly profile: OltProfile
  readonly reason: 'model' | 'maker'
}

/**
 * Which families an OLT may be of, the likeliest first, by what it says of itself over SNMP. A suggestion: C-Data has the number of EPON on
 * its GPON too, and others build on each other's boards.
 */
export function suggestProfiles({ sysDescr, sysObjectId }: { sysDescr: string; sysObjectId: string }): Suggestion[] {
  const [, enterprise] = /^\.?1\.3\.6\.1\.4\.1\.(\d+)/.exec(sysObjectId) ?? []
  const named = profiles.filter(({ models }) => models.test(sysDescr))
  const made = profiles.filter((profile) => profile.enterprises.includes(Number(enterprise)) && !named.includes(profile))
  return [
    ...named.map((profile) => ({ profile, reason: 'model' as const })),
    ...(named.length > 0 ? [] : made).map((profile) => ({ profile, reason: 'maker' as const })),
  ]
}
