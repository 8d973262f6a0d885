import { OTHER_LOOKS, describeEveryPage } from '../browser/every-page.ts'

describeEveryPage('desk', OTHER_LOOKS)
