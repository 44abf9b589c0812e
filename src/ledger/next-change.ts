/** The change that an act would make. */
export interface NextChange {
  readonly number: number;
  /** Whole seconds since 1970. */
  readonly at: number;
}
