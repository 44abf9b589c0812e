/**
 * Authors by their keys, in lists of the site.
 */
import { expect } from 'chai';
import { RunningService } from '../http/running-service.ts';
import { until } from '../http/until.ts';

interface Item {
  readonly title: string;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
}

const article = (title: string, author: string) =>
  `---\ntitle: ${title}\ndate: 2026-01-0${title.length}\nauthors: [${author}]\n---\nText.\n`;

describe('ListedAuthors (T-12, T-42): a list of the site names the authors of its articles', () => {
  let running: RunningService;
  const authors = async (title: string): Promise<readonly string[]> => {
    const { items } = JSON.parse(await running.text('/feed.json')) as { items: Item[] };
    const found = items.find((item) => item.title === title);
    return found?.authors.map(({ name, url }) => (url === undefined ? name : `${name} ${url}`)) ?? [];
  };
  before(async () => {
    running = await RunningService.over({
      'blog/authors.yml': 'jane:\n  name: Jane Doe\n  url: https://a.example/jane\n',
      'blog/2026/one.md': article('A', 'jane, Tim Marsh'),
      '_data/authors.yml': 'jane:\n  name: Another Jane\nann-lake:\n  name: Ann Lake\n',
      'blog/two.md': article('BB', 'ann-lake'),
      'notes/three.md': article('CCC', 'jane'),
      'notes/four.md': article('DDDD', 'bo'),
    });
  });
  after(() => running.end());

  it('takes the nearest list that has the key', async () => {
    expect(await authors('A')).to.deep.equal(['Jane Doe https://a.example/jane', 'Tim Marsh']);
    expect(await authors('BB')).to.deep.equal(['Ann Lake']);
    expect(await authors('CCC')).to.deep.equal(['Another Jane']);
  });

  it('shows a key that is in no list, and tells of it', async () => {
    expect(await authors('DDDD')).to.deep.equal(['bo']);
    expect((await running.readiness()).faults).to.equal(1);
  });

  it('brings a change of a list to the articles at once, and a new list too', async () => {
    running.write('blog/authors.yml', 'jane:\n  name: Jane Roe\n');
    await until('she has another name', async () => (await authors('A'))[0] === 'Jane Roe');
    running.write('data/authors/bo.yaml', 'name: Bo Strand\n');
    await until('he has a name', async () => (await authors('DDDD'))[0] === 'Bo Strand');
    expect((await running.readiness()).faults).to.equal(0);
  });

  it('brings a change that was made while it did not run', async () => {
    await running.stop();
    running.write('_data/authors.yml', 'jane:\n  name: Jane Third\nann-lake:\n  name: Ann Lake\n');
    await running.start();
    await until('she has her name', async () => (await authors('CCC'))[0] === 'Jane Third');
  });
});
