/**
 * Who may see what is not for the public.
 *
 * Pure. Somebody on this machine, or somebody who holds the operator's token. A proxy on this machine speaks for
 * strangers: a request that was passed on is nobody's on this machine.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** What proxies add to a request that they pass on. */
const PASSED_ON =
  /^(?:forwarded|x-forwarded-.*|x-real-ip|via|cdn-loop|(?:true|x|cf-connecting|fly|x-cluster)-(?:client-)?ip)$/;

/** True when the request is the operator's. */
export function isOperator(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  token: string | undefined,
): boolean {
  const { headers, socket } = request;
  const given = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (token !== undefined && given !== undefined) return timingSafeEqual(digest(given), digest(token));
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') && !Object.keys(headers).some((name) => PASSED_ON.test(name))
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
