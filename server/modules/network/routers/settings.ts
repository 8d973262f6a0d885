import { z } from 'zod'
import { defineSetting } from '../../settings/index.ts'

export const keepExportsDays = defineSetting({
  key: 'routers.keep_exports_days',
  schema: z.int().min(1).max(3650),
  default: 180,
  help: {
    en: 'Days for which older versions of what is set up on a router are kept; the newest stays.',
    bn: 'রাউটারের সেটআপের পুরোনো সংস্করণ কত দিন রাখা হবে; সর্বশেষটি থেকে যায়।',
  },
})

export const settings = [keepExportsDays] as const
