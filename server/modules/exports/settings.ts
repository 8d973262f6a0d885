import { z } from 'zod'
import { defineSetting } from '../settings/index.ts'

export const keepDays = defineSetting({
  key: 'exports.keep_days',
  schema: z.int().min(1).max(365),
  default: 7,
  unit: 'days',
  help: { en: 'Days after which the files of exports are deleted.', bn: 'কত দিন পর এক্সপোর্টের ফাইল মুছে ফেলা হবে।' },
})

export const settings = [keepDays] as const
