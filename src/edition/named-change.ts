/**
 * A change as an entity-tag names it.
 *
 * The number alone would not do: where a backup of the ledger was put back, or two copies of it went on, one number
 * means two changes (docs/decisions/0013).
 */
export interface NamedChange {
  readonly change: number;
  /** The ledger's random mark of it. */
  readonly mark: string;
}
