/**
 * A text that grows at its end, and whose end is looked at as it grows.
 *
 * A plain string would be copied whole at each look, since V8 joins its pieces only then: a second for a file of 300 KB.
 */

/** How much of the end can be looked at, in characters. */
const TAIL_CHARACTERS = 200;

/** The growing text. */
export class GrownText {
  readonly #pieces: string[] = [];
  #tail = '';

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#tail = (piece.length < TAIL_CHARACTERS ? this.#tail + piece : piece).slice(-TAIL_CHARACTERS);
  }

  /** Its last characters; all of a shorter text. */
  get tail(): string {
    return this.#tail;
  }

  toString(): string {
    return this.#pieces.join('');
  }
}
