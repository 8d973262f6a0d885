/** What may go wrong; all of it can be changed while the router runs. */
export interface Faults {
  /** How long each command waits before it is done. */
  latencyMs: number
  /** Answers go out in pieces of so many bytes, each in a segment of its own; null: as they are. */
  fragmentBytes: number | null
  /** Takes every command and answers none. */
  isSilent: boolean
  /** The connection is reset at a write: counted down, the last one is done or not, and its answer is lost either way. Then the fault is over. */
  dropAtWrite: { countdown: number; readonly isDone: boolean } | null
  /** `print` stops after so many rows and says `!done`, as if that were all. */
  truncatePrintAt: number | null
  /** Overrides what /ip/service says. */
  maxSessions: number | null
  /** Lets a second row of the same name in, as configurations made by hand or restored can have. */
  allowsDuplicateNames: boolean
  /**
   * A command for many rows of which one is gone says "no such item". Which of the others it has changed is not documented: none, those named
   * before the missing one, or all that are there.
   */
  whenOneIsGone: 'changes none' | 'changes those before' | 'changes the others'
}

export const noFaults = (): Faults => ({
  latencyMs: 0,
  fragmentBytes: null,
  isSilent: false,
  dropAtWrite: null,
  truncatePrintAt: null,
  maxSessions: null,
  allowsDuplicateNames: false,
  whenOneIsGone: 'changes those before',
})
