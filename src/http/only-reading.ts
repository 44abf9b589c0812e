/**
 * What may be done with a public address: it may be read.
 *
 * Source: rules H-18 and H-54.
 */
import type { NextFunction, Request, Response } from 'express';
import { Failure } from '../base/failure.ts';

/** Everything public is for reading (H-18); scripts of other origins may read it too (H-54). */
export function onlyReading(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') {
    next();
    return;
  }
  response.set('Allow', 'GET, HEAD, OPTIONS');
  if (request.method !== 'OPTIONS')
    throw new Failure('method-not-allowed', `found the method ${request.method}, expected GET or HEAD`);
  response
    .set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Headers': 'If-None-Match, If-Modified-Since, A-IM',
      'Access-Control-Max-Age': '86400',
    })
    .status(204)
    .end();
}
