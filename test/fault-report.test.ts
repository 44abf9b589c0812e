import { expect } from 'chai';
import type { Fault } from '../src/article/fault.ts';
import { faultReport } from '../src/fault-report.ts';

const faults: readonly Fault[] = [
  { path: 'notes/a.md', line: 2, column: 7, severity: 'error', what: 'found 50%, expected a date' },
  { path: 'notes/a.md', line: 9, severity: 'note', what: 'a shortcode was removed' },
];

describe('faultReport (check --format)', () => {
  it('is a line a fault and a count, for people', () => {
    expect(faultReport('text', { folder: 'articles', files: 3, faults })).to.equal(
      'notes/a.md:2:7: found 50%, expected a date\nnotes/a.md:9: a shortcode was removed\n' +
        '3 files read, 2 faults (1 error, 1 note) in 1 file\n',
    );
  });

  it('is one JSON value, for programs', () => {
    expect(JSON.parse(faultReport('json', { folder: 'articles', files: 3, faults }))).to.deep.equal({
      files: 3,
      faults,
    });
  });

  it('is a workflow command a fault, with paths from the working folder, for pull requests', () => {
    expect(
      faultReport('github', { folder: 'my,articles/', files: 3, faults }).split('\n').slice(0, 2),
    ).to.deep.equal([
      '::error file=my%2Carticles/notes/a.md,line=2,col=7::found 50%25, expected a date',
      '::notice file=my%2Carticles/notes/a.md,line=9::a shortcode was removed',
    ]);
  });

  it('counts nothing as nothing', () => {
    expect(faultReport('text', { folder: '.', files: 1, faults: [] })).to.equal(
      '1 file read, 0 faults in 0 files\n',
    );
  });
});
