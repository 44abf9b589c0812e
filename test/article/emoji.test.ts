/** Emoji by their names. */
import { expect } from 'chai';
import { withEmoji } from '../../src/article/emoji.ts';
import { readDraft } from '../../src/article/read-draft.ts';

describe('withEmoji (GitHub, Hugo, Jekyll)', () => {
  const cases: [what: string, text: string, expected: string][] = [
    ['a name', 'Shipped :rocket:', 'Shipped 🚀'],
    ['signs and numbers', ':+1: :-1: :100:', '👍 👎 💯'],
    ['neighbors', ':tada::sparkles: (:heart:), ', '🎉✨ (❤️), '],
    ['a name that there is not', 'a :not_known_thing: b', 'a :not_known_thing: b'],
    ['what every object has', ':constructor: :toString:', ':constructor: :toString:'],
    ['a time', '10:100:30', '10:100:30'],
    ['code in words', 'std::x::y and a::b::c', 'std::x::y and a::b::c'],
    ['emoticons', ':) :D :/ 8)', ':) :D :/ 8)'],
    ['a path', 'C:\\:x: http://a:x:b/:x:', 'C:\\:x: http://a:x:b/:x:'],
  ];
  for (const [what, text, expected] of cases) {
    it(`reads ${what}`, () => {
      expect(withEmoji(text)).to.equal(expected);
    });
  }

  it('renders them in text, titles and summaries, not in code and addresses', () => {
    const text =
      '---\ntitle: "Shipped :rocket:"\nsummary: "So :smile:"\n---\n## Go :tada:\n\nWe :heart: `:smile:` [a :+1:](https://h.example/:smile:)\n\n    :smile:\n';
    const { draft } = readDraft('a.md', Buffer.from(text), undefined as never);
    expect(draft?.headline).to.equal('Shipped 🚀');
    expect(draft?.summary).to.equal('So 😄');
    expect(draft?.body).to.equal(
      '<h2>Go 🎉</h2>\n<p>We ❤️ <code>:smile:</code> <a href="https://h.example/:smile:">a 👍</a></p>\n<pre><code>:smile:\n</code></pre>\n',
    );
  });
});
