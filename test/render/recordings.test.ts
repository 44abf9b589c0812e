import { expect } from 'chai';
import { withLinkedRecordings } from '../../src/render/recordings.ts';

describe('withLinkedRecordings (R-45, C-41)', () => {
  const cases: [what: string, html: string, expected: string][] = [
    ['leaves other text alone', '<p>An <em>audio</em> guide</p>', '<p>An <em>audio</em> guide</p>'],
    [
      'takes the controls away and puts a link beside',
      '<p><audio src="https://x.org/a.mp3" controls=""></audio></p>',
      '<p><audio src="https://x.org/a.mp3"></audio> <a href="https://x.org/a.mp3">a.mp3</a></p>',
    ],
    [
      'finds the first source',
      '<video width="300" controls=""><source src="https://x.org/v.mp4?a=1&amp;b=2" type="video/mp4"></video>',
      '<video width="300"><source src="https://x.org/v.mp4?a=1&amp;b=2" type="video/mp4"></video> <a href="https://x.org/v.mp4?a=1&amp;b=2">v.mp4</a>',
    ],
    ['adds no link to nothing', '<video controls=""></video>', '<video></video>'],
    [
      'treats each by itself',
      '<audio src="https://x.org/1.mp3" controls=""></audio><audio src="https://x.org/2.mp3" controls=""></audio>',
      '<audio src="https://x.org/1.mp3"></audio> <a href="https://x.org/1.mp3">1.mp3</a><audio src="https://x.org/2.mp3"></audio> <a href="https://x.org/2.mp3">2.mp3</a>',
    ],
  ];
  for (const [what, html, expected] of cases) {
    it(what, () => {
      expect(withLinkedRecordings(html)).to.equal(expected);
    });
  }
});
