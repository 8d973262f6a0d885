export { messageJson, notify } from './notify.ts'
export type { Notice } from './notify.ts'
export { notifyStaged } from './notify-staged.ts'
export {
  finishAttempts,
  forgetMessagesBefore,
  lockDueMessages,
  lockLostAttempts,
  lockMessage,
  MESSAGE_STATES,
  setMessages,
  startAttempts,
} from './outbox-store.ts'
export type { AttemptOutcome, MessageKey, MessageOutcome, MessageState, NewAttempt, QueuedMessage } from './outbox-store.ts'
