import { z } from 'zod'
import { defineSetting } from '../settings/index.ts'

export const keepFilesDays = defineSetting({
  key: 'imports.keep_files_days',
  schema: z.int().min(1).max(3650),
  default: 30,
  unit: 'days',
  help: {
    en: 'Days after which the uploaded files of imports are deleted. What was imported and the list of rows stay.',
    bn: 'কত দিন পর আমদানির আপলোড করা ফাইল মুছে ফেলা হবে। আমদানি করা তথ্য ও সারির তালিকা থেকে যায়।',
  },
})

export const settings = [keepFilesDays] as const
