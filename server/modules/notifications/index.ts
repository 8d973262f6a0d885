export { messageJson, notify } from './notify.ts'
export type { Notice } from './notify.ts'
export { notifyStaged } from './notify-staged.ts'
