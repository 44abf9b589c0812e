import { expect } from 'chai';
import { ask } from './client.ts';
import { RunningService } from './running-service.ts';

const STRANGER = { 'X-Forwarded-For': '192.0.2.7' };
const TOKEN = 'a-secret-of-enough-characters';

describe('a listener for the operator alone', () => {
  const cases: [what: string, token: string | undefined, headers: Record<string, string>, status: number][] =
    [
      ['is open to whoever reaches it', undefined, STRANGER, 200],
      ['asks for the token where one is set', TOKEN, STRANGER, 404],
      ['is open to whoever holds the token', TOKEN, { ...STRANGER, Authorization: `Bearer ${TOKEN}` }, 200],
    ];
  for (const [what, operatorToken, headers, status] of cases) {
    it(what, async () => {
      const running = await RunningService.over(
        { 'a.md': 'Text.\n' },
        { config: { operatorToken, operatorListener: { host: '127.0.0.1', port: 0 } } },
      );
      try {
        const port = running.service.operatorPort!;
        for (const path of ['/metrics', '/faults'])
          expect((await ask(port, path, { headers })).status, path).to.equal(status);
        for (const path of ['/healthz', '/readyz'])
          expect((await ask(port, path, { headers })).status, path).to.equal(200);
        expect((await ask(port, '/rss.xml', { headers })).status).to.equal(404);
      } finally {
        await running.end();
      }
    });
  }

  it('leaves nothing of it on the public listener', async () => {
    const running = await RunningService.over(
      { 'a.md': 'Text.\n' },
      { config: { operatorToken: TOKEN, operatorListener: { host: '127.0.0.1', port: 0 } } },
    );
    try {
      for (const path of ['/metrics', '/faults'])
        expect((await running.get(path, { Authorization: `Bearer ${TOKEN}` })).status, path).to.equal(404);
      expect((await running.get('/readyz')).status).to.equal(200);
    } finally {
      await running.end();
    }
  });
});
