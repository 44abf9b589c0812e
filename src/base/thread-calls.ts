/**
 * Calls from one thread to another: a name and arguments go out, a value or what went wrong comes back.
 *
 * Arguments and values are copied as `structuredClone` copies; bytes in shared memory are not. Answers come in any order.
 */
import type { MessagePort, Worker } from 'node:worker_threads';
import { Failure, type FailureCode } from './failure.ts';

/** What can be called: by name, with its arguments. */
// biome-ignore lint/suspicious/noExplicitAny: the arguments of all functions there are
export type Callable = { readonly [name: string]: (...args: any[]) => Promise<unknown> };

interface Call {
  readonly call: number;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** A failure loses its code on the way, so it is taken apart. */
interface SentFailure {
  readonly code: FailureCode;
  readonly message: string;
  readonly retryAfterSeconds: number | undefined;
}

type Answer = { readonly answers: number } & (
  | { readonly value: unknown }
  | { readonly failure: SentFailure }
  | { readonly bug: unknown }
);

/** Answers what comes through a port. */
export function answerCalls(port: MessagePort, callable: Callable): void {
  port.on('message', async ({ call, name, args }: Call) => {
    port.postMessage(await answerTo(call, () => callable[name]!(...args)));
  });
}

async function answerTo(call: number, work: () => Promise<unknown>): Promise<Answer> {
  try {
    return { answers: call, value: await work() };
  } catch (cause) {
    if (!(cause instanceof Failure)) return { answers: call, bug: cause };
    const { code, message, retryAfterSeconds } = cause;
    return { answers: call, failure: { code, message, retryAfterSeconds } };
  }
}

/** What is called in a thread, from outside. */
export class ThreadCalls {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #calls = 0;
  /** Why the thread has ended before its time. */
  #end: unknown;

  /** @param onNews told what the thread says unasked */
  constructor(thread: Worker, onNews: (news: never) => void = () => undefined) {
    this.#thread = thread;
    thread.on('message', (message: Answer | object) => {
      if ('answers' in message) this.#take(message);
      else onNews(message as never);
    });
    thread.on('error', (cause: unknown) => {
      this.#end = cause;
      for (const { reject } of this.#waiting.values()) reject(cause);
      this.#waiting.clear();
    });
  }

  /** Calls. @throws {Failure} whatever the other thread fails with */
  call(name: string, ...args: readonly unknown[]): Promise<unknown> {
    if (this.#end !== undefined) return Promise.reject(this.#end);
    const answer = Promise.withResolvers<unknown>();
    this.#calls += 1;
    this.#waiting.set(this.#calls, answer);
    this.#thread.postMessage({ call: this.#calls, name, args } satisfies Call);
    return answer.promise;
  }

  /** The same with the names and types of what can be called. */
  as<T extends object>(): T {
    const call = (_: object, name: string | symbol) => {
      return (...args: readonly unknown[]) => this.call(String(name), ...args);
    };
    return new Proxy({}, { get: call }) as T;
  }

  #take(answer: Answer): void {
    const { resolve, reject } = this.#waiting.get(answer.answers)!;
    this.#waiting.delete(answer.answers);
    if ('value' in answer) resolve(answer.value);
    else if ('failure' in answer) {
      const { code, message, retryAfterSeconds } = answer.failure;
      reject(new Failure(code, message, retryAfterSeconds === undefined ? {} : { retryAfterSeconds }));
    } else reject(answer.bug);
  }
}
