/** That an office was restored from a backup, as its page says until its database does. */
export type RestoredMark = {
  /** Made once for each restoring. */
  readonly id: string;
  readonly stamp: string;
  /** When it was restored, UTC ms. */
  readonly at: number;
  /** Acts that were lost to it; null: nobody could count them. */
  readonly lost: number | null;
  /** The epoch of the office that stood here before. */
  readonly epoch: number;
  /** The folder beside it in which that one is kept; none where there was none. */
  readonly aside?: string;
};
