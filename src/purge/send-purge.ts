/**
 * One request to a cache.
 *
 * Whatever the cache says beside its status is passed over. A redirect is no success: a purge that went elsewhere
 * would be told of as done.
 */
import type { PurgeCall } from './purge-calls.ts';

/** How long a cache may take to answer, in milliseconds. */
const ANSWER_MS_MAX = 5_000;

/**
 * Sends a request.
 *
 * @returns undefined when the cache said that it was done (2xx), else what went wrong: a status, or a system's code
 */
export async function sendPurge(call: PurgeCall, ending: AbortSignal): Promise<string | undefined> {
  const { url, method, headers, body } = call;
  try {
    const signal = AbortSignal.any([ending, AbortSignal.timeout(ANSWER_MS_MAX)]);
    const init = { method, headers, redirect: 'manual', signal } as const;
    const answer = await fetch(url, body === undefined ? init : { ...init, body });
    await answer.body?.cancel();
    return answer.ok ? undefined : `status ${answer.status}`;
  } catch (cause) {
    // fetch throws for whatever keeps an answer from coming; the system's code lies in the cause.
    const { name, cause: inner } = cause as Error & { cause?: { code?: unknown } };
    return name === 'TimeoutError' ? `no answer in ${ANSWER_MS_MAX} ms` : String(inner?.code ?? name);
  }
}
