import { gcomOutputs } from './gcom.ts'
import { huaweiOutputs } from './huawei.ts'
import { listOutputs } from './lists.ts'
import { makersOutputs } from './makers.ts'
import { variantOutputs } from './variants.ts'
import { vsolOutputs } from './vsol.ts'

/** Outputs in the formats of the makers, with invented values. */
export const oltOutputs = [...vsolOutputs, ...makersOutputs, ...huaweiOutputs, ...listOutputs, ...gcomOutputs, ...variantOutputs]
