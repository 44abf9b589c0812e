/**
 * Who may see what is not for the public.
 *
 * Pure. Somebody on this machine, or somebody who holds the operator's token. A proxy on this machine speaks for
 * strangers: a request that was passed on is nobody's on this machine. A proxy that does not say so cannot be told for sure: those
 * that leave Host as the client wrote it (HAProxy), and nginx, which speaks HTTP/1.0 unless it is told otherwise, are; so is
 * a page in the operator's browser whose name was made to lead here (DNS rebinding). The README says what a proxy has to do.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/** What proxies add to a request that they pass on. */
const PASSED_ON =
  /^(?:forwarded|x-forwarded-.*|x-real-ip|via|cdn-loop|(?:true|x|cf-connecting|fly|x-cluster)-(?:client-)?ip)$/;

/** What somebody on this machine calls it. */
const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/** True when the request is the operator's. */
export function isOperator(
  request: Pick<IncomingMessage, 'headers' | 'socket' | 'httpVersion'>,
  token: string | undefined,
): boolean {
  const { headers, socket, httpVersion } = request;
  const given = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  if (token !== undefined && given !== undefined) return timingSafeEqual(digest(given), digest(token));
  return (
    LOOPBACK.test(socket.remoteAddress ?? '') &&
    THIS_MACHINE.test(headers.host ?? '') &&
    httpVersion === '1.1' &&
    !Object.keys(headers).some((name) => PASSED_ON.test(name))
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
