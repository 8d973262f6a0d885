import { bdcomEpon } from './bdcom.ts'
import type { Family } from './family.ts'
import { huawei } from './huawei.ts'
import { vsolEpon, vsolGpon } from './vsol.ts'
import { zteC300 } from './zte.ts'

export const families: readonly Family[] = [vsolGpon, vsolEpon, huawei, zteC300, bdcomEpon]
