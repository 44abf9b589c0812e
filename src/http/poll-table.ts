/**
 * The fast path: polls are answered from a table before Express is asked (design §5).
 *
 * An address enters the table when it was asked for once, and is prepared anew when the edition says that it changed. The
 * edition bounds it: what falls out there falls out here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Representation } from '../render/representation.ts';
import { type Prepared, prepare } from './prepared.ts';
import { awaitsDelta, type Moment, respond } from './respond.ts';

/** The addresses that are being polled, by path. */
export class PollTable {
  readonly #answers = new Map<string, Prepared>();
  readonly #moment: Moment;
  /** Answers that depend on more than their address, and so are not found by it. */
  readonly negotiated = new WeakMap<Representation, Prepared>();

  constructor(moment: Moment) {
    this.#moment = moment;
  }

  /** Answers a GET or HEAD for an address in the table; false when it is somebody else's to answer. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const prepared = this.find(request.url!);
    if (prepared === undefined || awaitsDelta(prepared, request)) return false;
    respond(prepared, request, response, this.#moment);
    return true;
  }

  /** The answer for an address; readers' additions to it change nothing (H-19). */
  find(url: string): Prepared | undefined {
    const prepared = this.#answers.get(url);
    if (prepared !== undefined) return prepared;
    const query = url.indexOf('?');
    return query < 0 ? undefined : this.#answers.get(url.slice(0, query));
  }

  /** Puts an address into the table. */
  set(path: string, prepared: Prepared): void {
    this.#answers.set(path, prepared);
  }

  /** An address that is polled has another representation, or none: no poll waits for its preparation. */
  renew(path: string, representation: Representation | undefined): void {
    const standing = this.#answers.get(path);
    if (standing === undefined) return;
    if (representation === undefined) this.#answers.delete(path);
    else
      this.#answers.set(path, prepare(representation, standing.terms, this.#moment.clock, standing.tallies));
  }

  /** The address has to be looked up anew. */
  delete(path: string): void {
    this.#answers.delete(path);
  }
}
