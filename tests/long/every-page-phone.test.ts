import { OTHER_LOOKS, describeEveryPage } from '../browser/every-page.ts'

describeEveryPage('phone', OTHER_LOOKS)
