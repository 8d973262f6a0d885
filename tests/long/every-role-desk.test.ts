import { describeEveryRole } from './every-role.ts'

describeEveryRole({ size: 'desk', theme: 'light', locale: 'en' })
