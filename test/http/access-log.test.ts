import { expect } from 'chai';
import { RunningService } from './running-service.ts';
import { until } from './until.ts';

describe('the access log', () => {
  const cases: [what: string, access: number, requests: number, lines: number][] = [
    ['is off unless it is asked for', 0, 6, 0],
    ['tells of each request', 1, 3, 3],
    ['tells of one in so many', 3, 7, 2],
  ];
  for (const [what, access, requests, lines] of cases) {
    it(what, async () => {
      const running = await RunningService.over({ 'a.md': 'Text.\n' }, { settings: { log: { access } } });
      const told = () => running.events.filter(({ msg }) => msg === 'request');
      try {
        for (let at = 0; at < requests; at++) await running.get('/rss.xml', { 'User-Agent': 'Reader/1' });
        await until('the lines are written', () => told().length >= lines);
        expect(told()).to.have.length(lines);
        for (const line of told()) {
          expect(line).to.include({ method: 'GET', path: '/rss.xml', status: 200, client: '127.0.0.1' });
          expect(line).to.include({ agent: 'Reader/1' });
          expect(line.bytes).to.be.above(500);
        }
      } finally {
        await running.end();
      }
    });
  }
});
