import { expect } from 'chai';
import { isOperator } from '../../src/http/operator.ts';

const TOKEN = 'a-secret-of-enough-characters';

describe('isOperator (pages for the operator)', () => {
  const cases: [
    what: string,
    from: string,
    headers: Record<string, string>,
    token: string | undefined,
    expected: boolean,
  ][] = [
    ['is somebody on this machine', '127.0.0.1', {}, undefined, true],
    ['is somebody on this machine, by IPv6', '::1', {}, TOKEN, true],
    ['is somebody on this machine, by a mapped address', '::ffff:127.0.0.1', {}, undefined, true],
    ['is nobody from elsewhere', '192.0.2.7', {}, TOKEN, false],
    [
      'is nobody whom a proxy on this machine speaks for',
      '127.0.0.1',
      { 'x-forwarded-for': '192.0.2.7' },
      undefined,
      false,
    ],
    [
      'is nobody for whom a proxy only says how it was asked',
      '127.0.0.1',
      { 'x-forwarded-proto': 'https' },
      undefined,
      false,
    ],
    [
      'is nobody whom a content network speaks for',
      '127.0.0.1',
      { 'true-client-ip': '192.0.2.7' },
      undefined,
      false,
    ],
    [
      'is somebody on this machine who asks it by its address',
      '::1',
      { host: '[::1]:3000' },
      undefined,
      true,
    ],
    [
      'is nobody who asked a proxy on this machine that says nothing',
      '127.0.0.1',
      { host: 'news.example.org' },
      undefined,
      false,
    ],
    ['is nobody who names nobody', '127.0.0.1', { host: '' }, undefined, false],
    [
      'is nobody whose name only begins like this machine',
      '127.0.0.1',
      { host: '127.0.0.1.example.org' },
      undefined,
      false,
    ],
    [
      'is whoever holds the token, whatever was asked',
      '192.0.2.7',
      { host: 'news.example.org', authorization: `Bearer ${TOKEN}` },
      TOKEN,
      true,
    ],
    [
      'is whoever holds the token, from anywhere',
      '192.0.2.7',
      { authorization: `Bearer ${TOKEN}` },
      TOKEN,
      true,
    ],
    ['is nobody with another token', '127.0.0.1', { authorization: 'Bearer something-else' }, TOKEN, false],
    [
      'is nobody with a token where none is set',
      '192.0.2.7',
      { authorization: 'Bearer undefined' },
      undefined,
      false,
    ],
  ];
  for (const [what, remoteAddress, headers, token, expected] of cases) {
    it(what, () => {
      expect(isOperator(request(remoteAddress, headers), token)).to.equal(expected);
    });
  }

  it('is nobody whom a proxy on this machine asks for in HTTP/1.0, as nginx does', () => {
    expect(isOperator({ ...request('127.0.0.1', {}), httpVersion: '1.0' }, undefined)).to.equal(false);
  });

  function request(remoteAddress: string, headers: Record<string, string>): Parameters<typeof isOperator>[0] {
    return {
      httpVersion: '1.1',
      headers: { host: 'localhost:3000', ...headers },
      socket: { remoteAddress },
    } as unknown as Parameters<typeof isOperator>[0];
  }
});
