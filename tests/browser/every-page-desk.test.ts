import { USUAL_LOOKS, describeEveryPage } from './every-page.ts'

describeEveryPage('desk', USUAL_LOOKS)
