import { USUAL_LOOKS, describeEveryPage } from './every-page.ts'

describeEveryPage('phone', USUAL_LOOKS)
