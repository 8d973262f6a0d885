import { describeEveryRole } from './every-role.ts'

describeEveryRole({ size: 'phone', theme: 'dark', locale: 'bn' })
