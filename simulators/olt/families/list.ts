import { bdcomEpon } from './bdcom.ts'
import type { Family } from './family.ts'
import { huawei } from './huawei.ts'
import { vsolEpon } from './vsol/epon.ts'
import { vsolGpon } from './vsol/gpon.ts'
import { zteC300 } from './zte.ts'

export const families: readonly Family[] = [vsolGpon, vsolEpon, huawei, zteC300, bdcomEpon]
