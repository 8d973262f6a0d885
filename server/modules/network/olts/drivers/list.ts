import { bdcomEpon, bdcomGpon } from './bdcom/bdcom.ts'
import { cdataEpon, cdataGpon } from './cdata/cdata.ts'
import { fiberhome } from './fiberhome/fiberhome.ts'
import { huawei } from './huawei/huawei.ts'
import type { OltProfile } from './profile.ts'
import { hsgqEpon, vsolEpon } from './vsol/epon.ts'
import { vsolGpon } from './vsol/gpon.ts'
import { zteC300, zteC600 } from './zte/zte.ts'

/** Every family that can be read. VSOL's two lines cannot be told apart by sysObjectID, so a person has the last word on which it is. */
export const profiles: readonly OltProfile[] = [vsolGpon, vsolEpon, huawei, zteC300, zteC600, bdcomEpon, bdcomGpon, cdataEpon, cdataGpon, fiberhome, hsgqEpon]

export const findProfile = (id: string): OltProfile | null => profiles.find((profile) => profile.id === id) ?? null
