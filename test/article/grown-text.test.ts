import { expect } from 'chai';
import { GrownText } from '../../src/article/grown-text.ts';

describe('GrownText', () => {
  it('is what was added, and has its end at hand', () => {
    const text = new GrownText();
    expect([text.tail, text.toString()]).to.deep.equal(['', '']);
    text.add('a');
    text.add('');
    text.add('b'.repeat(500));
    text.add('c');
    expect(text.tail).to.equal(`${'b'.repeat(199)}c`);
    expect(text.toString()).to.equal(`a${'b'.repeat(500)}c`);
  });
});
